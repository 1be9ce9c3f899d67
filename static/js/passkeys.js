// Passkeys (WebAuthn): adding one and logging in with one. Without scripting, or where the browser has no
// passkeys, the forms stay hidden and everything else works. The server's page routes check all that is sent.

const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withBytes = (list) => (list ?? []).map((one) => ({ ...one, id: bytesOf(one.id) }));

function creationOptions(sent) {
  return {
    ...sent,
    challenge: bytesOf(sent.challenge),
    user: { ...sent.user, id: bytesOf(sent.user.id) },
    excludeCredentials: withBytes(sent.excludeCredentials),
  };
}

function requestOptions(sent) {
  return { ...sent, challenge: bytesOf(sent.challenge), allowCredentials: withBytes(sent.allowCredentials) };
}

function sendable(credential) {
  const { response } = credential;
  const parts = { clientDataJSON: textOf(response.clientDataJSON) };
  if (response.attestationObject) {
    parts.attestationObject = textOf(response.attestationObject);
    parts.transports = response.getTransports?.() ?? [];
  } else {
    parts.authenticatorData = textOf(response.authenticatorData);
    parts.signature = textOf(response.signature);
    parts.userHandle = response.userHandle ? textOf(response.userHandle) : null;
  }
  return JSON.stringify({
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? null,
    clientExtensionResults: {},
    response: parts,
  });
}

/** A refusal with a text for the person. */
class Refusal extends Error {}

async function post(address, entries) {
  let answer;
  try {
    answer = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(entries),
      headers: { "X-Requested-With": "XMLHttpRequest" },
      redirect: "manual",
    });
  } catch {
    throw new Refusal("We could not reach the server. Check your connection and try again.");
  }
  if (answer.type === "opaqueredirect") {
    location.reload(); // the session has ended: the page itself goes through log-in
    throw new Refusal("You have been logged out.");
  }
  const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
  const told = isJson ? await answer.json() : {};
  if (!answer.ok) throw new Refusal(told.message ?? "That did not work. Reload the page and try again.");
  return told;
}

function explain(error, adding) {
  if (error instanceof Refusal) return error.message;
  if (error.name === "InvalidStateError") return "This device already has a passkey for your account.";
  if (error.name === "NotAllowedError" || error.name === "AbortError") {
    return adding
      ? "No passkey was added: the request was cancelled or took too long. You can try again."
      : "You were not logged in: the request was cancelled, took too long, or there is no passkey here.";
  }
  if (error.name === "SecurityError") return "Passkeys do not work at this address.";
  return "Your browser could not finish this. Try again, or use another way.";
}

async function run(form) {
  const adding = form.dataset.passkey === "add";
  const entries = Object.fromEntries(new FormData(form));
  const begun = await post(form.dataset.optionsUrl, entries);
  const credential = adding
    ? await navigator.credentials.create({ publicKey: creationOptions(begun.publicKey) })
    : await navigator.credentials.get({ publicKey: requestOptions(begun.publicKey) });
  if (!credential) throw new Refusal("Your browser gave no passkey. Try again.");
  delete entries.current_password;
  const done = await post(form.action, { ...entries, ceremony_token: begun.ceremonyToken, credential: sendable(credential) });
  document.dispatchEvent(new CustomEvent("eventlead:leaving"));
  location.assign(done.next);
}

function setUp(form) {
  const status = form.querySelector("[data-passkey-status]");
  const button = form.querySelector("button[type=submit]");
  const place = form.closest("[data-passkey-place]") ?? form;
  place.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    status.hidden = true;
    button.disabled = true;
    try {
      await run(form);
    } catch (error) {
      status.textContent = explain(error, form.dataset.passkey === "add");
      status.hidden = false;
    } finally {
      button.disabled = false;
    }
  }, { capture: true });
}

// The standard ties passkeys to a host name; an address of numbers has none.
const hasName = !/^[\d.]+$|^\[/.test(location.hostname);
if (window.PublicKeyCredential && navigator.credentials?.create && hasName) {
  document.querySelectorAll("form[data-passkey]").forEach(setUp);
  document.querySelectorAll("[data-passkey-missing]").forEach((note) => { note.hidden = true; });
}
