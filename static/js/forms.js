// Forms: checks on leaving a field and on sending, counters, formatting as typed, one sending at a time (UX-1, UX-6, GEN-3).
// Everything here is a convenience; the server decides, and its messages win.

const digitsOnly = (text) => text.replace(/\D/g, "");

function isAbn(digits) {
  const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
  if (digits.length !== 11 || digits[0] === "0") return false;
  const sum = weights.reduce((total, weight, i) => total + weight * (Number(digits[i]) - (i === 0 ? 1 : 0)), 0);
  return sum % 89 === 0;
}

function isAcn(digits) {
  if (digits.length !== 9) return false;
  const sum = [8, 7, 6, 5, 4, 3, 2, 1].reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return (10 - (sum % 10)) % 10 === Number(digits[8]);
}

const group = (digits, sizes) => {
  const parts = [];
  let at = 0;
  for (const size of sizes) {
    if (at < digits.length) parts.push(digits.slice(at, at + size));
    at += size;
  }
  return parts.join(" ");
};

function formatPhone(text) {
  const trimmed = text.trim();
  const digits = digitsOnly(trimmed);
  if (trimmed.startsWith("+61")) return `+61 ${digits[2] === "4" ? group(digits.slice(2), [3, 3, 3]) : group(digits.slice(2), [1, 4, 4])}`.trim();
  if (/^0[45]/.test(digits) && digits.length <= 10) return group(digits, [4, 3, 3]);
  if (/^0[2378]/.test(digits) && digits.length <= 10) return group(digits, [2, 4, 4]);
  return text;
}

const formats = {
  abn: { tidy: (text) => group(digitsOnly(text).slice(0, 11), [2, 3, 3, 3]), check: (text) => isAbn(digitsOnly(text)), message: "This is not a valid ABN. It has 11 digits, for example 51 824 753 556." },
  acn: { tidy: (text) => group(digitsOnly(text).slice(0, 9), [3, 3, 3]), check: (text) => isAcn(digitsOnly(text)), message: "This is not a valid ACN. It has 9 digits, for example 004 085 616." },
  phone: { tidy: formatPhone },
  postcode: { tidy: (text) => text.toUpperCase() },
};

// A code for one use is well formed or not, but only the server knows whether it is right: no tick for it.
const isSecret = (field) => field.dataset.format === "code";

const fieldOf = (control) => control.closest(".field");
const labelOf = (control) => (fieldOf(control)?.querySelector("label")?.firstChild?.textContent ?? "").trim();

function problemOf(control) {
  const label = labelOf(control);
  const { validity } = control;
  const empty = control.type !== "checkbox" && !control.value.trim();
  if (validity.valueMissing || (control.required && empty)) {
    if (control.type === "checkbox") return "Please tick this box to go on.";
    return `Please ${control.tagName === "SELECT" ? "choose" : "fill in"} “${label}”.`;
  }
  if (empty) return "";
  if (validity.typeMismatch && control.type === "email") return "Enter an e-mail address such as name@example.com.";
  if (validity.typeMismatch || validity.patternMismatch) return control.title || `Please check “${label}”.`;
  if (validity.tooLong) return `At most ${control.maxLength} characters, please.`;
  const format = formats[fieldOf(control)?.dataset.format];
  return format?.check && !format.check(control.value) ? format.message : "";
}

function describe(control, id, add) {
  const ids = new Set((control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (add) ids.add(id);
  else ids.delete(id);
  if (ids.size) control.setAttribute("aria-describedby", [...ids].join(" "));
  else control.removeAttribute("aria-describedby");
}

function show(control, problem) {
  const field = fieldOf(control);
  if (!field) return;
  const id = `${control.id}_error`;
  field.querySelector(".field-error")?.remove();
  field.classList.toggle("is-valid", !problem && control.type !== "checkbox" && control.value.trim() !== "" && !field.hasAttribute("data-password") && !isSecret(field));
  describe(control, id, Boolean(problem));
  if (!problem) {
    control.removeAttribute("aria-invalid");
    return;
  }
  control.setAttribute("aria-invalid", "true");
  const box = document.createElement("div");
  box.className = "field-error";
  box.id = id;
  box.textContent = problem;
  const rules = field.querySelector(".password-rules");
  if (rules) rules.before(box);
  else field.append(box);
}

function setUpFormatting(control) {
  const format = formats[fieldOf(control)?.dataset.format];
  if (!format) return;
  control.addEventListener("input", () => {
    if (control.selectionStart !== control.value.length) return; // never move the caret of someone editing in the middle
    control.value = format.tidy(control.value);
  });
  control.addEventListener("change", () => { control.value = format.tidy(control.value); });
  if (control.value) control.value = format.tidy(control.value);
}

function setUpCounter(field) {
  const control = field.querySelector("[maxlength]");
  if (!control) return;
  const counter = document.createElement("p");
  counter.className = "counter";
  field.append(counter);
  const update = () => { counter.textContent = `${control.value.length} of ${control.maxLength} characters`; };
  control.addEventListener("input", update);
  update();
}

function summarise(form, problems) {
  document.getElementById("error-summary")?.remove();
  const box = document.createElement("div");
  box.id = "error-summary";
  box.className = "error-summary";
  box.setAttribute("role", "alert");
  const title = document.createElement("h2");
  title.textContent = "Please check what you entered";
  const list = document.createElement("ul");
  for (const [control, problem] of problems) {
    const link = document.createElement("a");
    link.href = `#${control.id}`;
    link.textContent = problem;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  box.append(title, list);
  form.before(box);
}

function startSending(form, button) {
  form.dataset.sending = "true";
  form.setAttribute("aria-busy", "true");
  if (!button) return;
  button.classList.add("is-sending");
  button.setAttribute("aria-disabled", "true");
}

function stopSending(form) {
  delete form.dataset.sending;
  form.removeAttribute("aria-busy");
  form.querySelectorAll(".is-sending").forEach((button) => {
    button.classList.remove("is-sending");
    button.removeAttribute("aria-disabled");
  });
}

function setUpForm(form) {
  form.noValidate = true;
  const controls = () => [...form.elements].filter((c) => c.matches("input:not([type=hidden]), select, textarea") && c.closest(".field"));
  for (const control of controls()) {
    setUpFormatting(control);
    control.addEventListener("blur", (event) => {
      if (event.relatedTarget?.closest("[type=submit], a, summary")) return; // do not shift the page under a click
      if (control.getAttribute("aria-invalid") && control.value && control.value === control.defaultValue) return; // the server's word
      if (control.value.trim() || control.getAttribute("aria-invalid")) show(control, problemOf(control));
    });
  }
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formNoValidate) return;
    const problems = controls().map((control) => [control, problemOf(control)]).filter(([, problem]) => problem);
    for (const control of controls()) show(control, problemOf(control));
    if (problems.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    summarise(form, problems);
    problems[0][0].focus();
  });
}

document.querySelectorAll("form[data-form]").forEach(setUpForm);
document.querySelectorAll("[data-counter]").forEach(setUpCounter);

// A second click does not send a second time; the first submitter keeps its name and value.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  startSending(form, event.submitter);
});

window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sending]").forEach(stopSending);
});

// The first bad field gets the focus after a refused form (GEN-5).
(document.querySelector('form [aria-invalid="true"]') ?? document.getElementById("error-summary"))?.focus();

// Known from the browser: country and time zone are proposed where the server left them open (ON-3).
const zone = document.querySelector('[data-propose-zone] [name="timezone_identifier"]');
if (zone && !zone.value) {
  const proposed = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone.tagName !== "SELECT" || [...zone.options].some((option) => option.value === proposed)) zone.value = proposed;
  const place = zone.form.elements.country_code;
  if (place && !place.value) place.value = JSON.parse(place.dataset.zoneCountries ?? "{}")[proposed] ?? "";
}

// Choosing a country changes labels, states and fields: the server sends the form again (ON-4).
const country = document.querySelector('form[data-draft^="onboarding-company"] [name="country_code"]');
country?.addEventListener("change", () => {
  const button = document.createElement("button");
  button.name = "action";
  button.value = "country";
  button.formNoValidate = true;
  button.hidden = true;
  country.form.append(button);
  country.form.requestSubmit(button);
});

// A name of the business register is filled in without a round trip; saving is a step of its own (CO-11).
for (const proposals of document.querySelectorAll("[data-proposals]")) {
  const name = document.getElementById(proposals.dataset.proposals);
  const buttons = [...proposals.querySelectorAll('[name="use_name"]')];
  const mark = () => buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.value.toLowerCase() === name.value.trim().toLowerCase())));
  for (const button of buttons) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      name.value = button.value;
      name.dispatchEvent(new Event("input", { bubbles: true }));
      proposals.querySelector("[data-proposed]").textContent = `“${button.value}” is filled in. Save the changes to show the company under it.`;
    });
  }
  name.addEventListener("input", mark);
}

const offline = document.getElementById("offline-banner");
const showConnection = () => { if (offline) offline.hidden = navigator.onLine; };
window.addEventListener("online", showConnection);
window.addEventListener("offline", showConnection);
showConnection();
