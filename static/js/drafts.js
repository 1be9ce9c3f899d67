// Drafts of the step forms (ON-8), kept in this browser under the user's id, and the warning before unsaved work is lost
// (UX-4). Never a password or token: such fields are skipped by type and name.

const EVERY_MS = 30_000;
const PREFIX = "eventlead:draft:";
const ERASED = "eventlead:drafts-erased"; // tells other tabs that this user has logged out
const user = document.body.dataset.user;
const SKIPPED = /token|csrf|password|secret|action|form_company_id/i;

const store = {
  get(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  },
  set(key, value) {
    try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
  },
  keys: () => { try { return Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${user}:`)); } catch { return []; } },
};

const controlsOf = (form) =>
  [...form.elements].filter((c) => c.name && !["hidden", "password", "submit", "button"].includes(c.type) && !SKIPPED.test(c.name));
const valueOf = (control) => (control.type === "checkbox" ? control.checked : control.value);
const valuesOf = (form) => Object.fromEntries(controlsOf(form).map((c) => [c.name, valueOf(c)]));
const dirty = new Set();
let leaving = false;
let erased = false;

function put(control, value) {
  if (control.type === "checkbox") control.checked = value;
  else control.value = value;
}

function restore(form, draft) {
  let restored = 0;
  for (const control of controlsOf(form)) {
    const typed = draft.values[control.name];
    const now = valueOf(control);
    const untouched = now === draft.initial[control.name] || now === "" || now === false;
    if (typed !== undefined && typed !== now && untouched) {
      put(control, typed);
      if (valueOf(control) === typed) restored += 1;
    }
  }
  return restored;
}

function note(form, savedAt, onDiscard) {
  const box = document.createElement("div");
  box.className = "alert alert-info";
  box.setAttribute("role", "status");
  const body = document.createElement("div");
  body.className = "alert-body";
  const when = new Date(savedAt).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  body.textContent = `We put back what you typed here on ${when}. `;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-quiet";
  button.textContent = "Discard it";
  button.addEventListener("click", onDiscard);
  body.append(button);
  box.append(body);
  form.before(box);
}

function setUpDraft(form) {
  const key = `${PREFIX}${user}:${form.dataset.draft}`;
  const line = form.querySelector("[data-saved-at]");
  const initial = valuesOf(form);
  const old = store.get(key);
  let last = JSON.stringify(initial);

  if (old && !form.hasAttribute("data-draft-bound")) {
    if (restore(form, old) > 0) {
      note(form, old.savedAt, () => {
        localStorage.removeItem(key);
        leaving = true;
        location.reload();
      });
    } else {
      localStorage.removeItem(key);
    }
  }

  const save = (submitted = false) => {
    if (erased) return; // leaving the page after the log-out must not bring the draft back
    const values = valuesOf(form);
    const text = JSON.stringify(values);
    if (text === last && !submitted) return;
    last = text;
    const savedAt = Date.now();
    const ok = store.set(key, { savedAt, initial, values, submitted });
    if (ok) dirty.delete(form);
    if (!line || submitted) return;
    const time = new Date(savedAt).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });
    line.textContent = ok ? `Draft saved at ${time}` : "";
  };
  form.addEventListener("input", () => dirty.add(form));
  form.addEventListener("change", () => save());
  form.addEventListener("submit", () => save(true));
  window.addEventListener("pagehide", () => save(store.get(key)?.submitted ?? false));
  setInterval(save, EVERY_MS);
}

if (user) {
  document.querySelectorAll("form[data-draft]").forEach(setUpDraft);
  const here = new Set([...document.querySelectorAll("form[data-draft]")].map((f) => `${PREFIX}${user}:${f.dataset.draft}`));
  for (const key of store.keys()) if (!here.has(key) && store.get(key)?.submitted) localStorage.removeItem(key);

  document.querySelectorAll("form[data-guard]").forEach((form) => form.addEventListener("input", () => dirty.add(form)));

  window.addEventListener("storage", (event) => {
    if (event.key === ERASED && store.get(ERASED)?.user === user) erased = true;
  });

  // Log-out erases drafts, and asks first when something unsaved would be lost.
  document.querySelectorAll("form[data-logout]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      const unsaved = dirty.size > 0 || store.keys().length > 0;
      if (unsaved && !window.confirm("You have work that is not sent yet. Log out and lose it?")) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      leaving = true;
      erased = true;
      store.keys().forEach((key) => localStorage.removeItem(key));
      store.set(ERASED, { user, at: Date.now() });
    });
  });
}

document.addEventListener("submit", () => { leaving = true; });
window.addEventListener("beforeunload", (event) => {
  if (dirty.size > 0 && !leaving) event.preventDefault();
});
// Other scripts ask whether this tab may change by itself.
document.addEventListener("eventlead:unsaved?", (event) => { event.detail.unsaved = dirty.size > 0 || document.querySelector("form[data-draft]") !== null; });
document.addEventListener("eventlead:leaving", () => { leaving = true; });
