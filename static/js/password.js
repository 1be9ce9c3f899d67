// Show/hide and the live checklist of password rules (UX-2). The meter informs and never blocks.

function addToggle(field) {
  const input = field.querySelector("input");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-secondary";
  const label = field.querySelector("label").firstChild.textContent.trim().toLowerCase();
  const update = () => {
    const hidden = input.type === "password";
    button.textContent = hidden ? "Show" : "Hide";
    button.setAttribute("aria-label", `${hidden ? "Show" : "Hide"} ${label}`);
  };
  button.addEventListener("click", () => {
    input.type = input.type === "password" ? "text" : "password";
    update();
  });
  input.form?.addEventListener("submit", () => { input.type = "password"; });
  field.querySelector(".password-control").append(button);
  update();
}

// What of the person this page knows, in the forms that the server compares: address, its name, names, their words.
function personalParts(form) {
  const known = (form.dataset.personal ?? "").split(/\s+/);
  const given = (name) => form.elements[name]?.value.trim() ?? "";
  const email = given("email") || (known.find((word) => word.includes("@")) ?? "");
  const names = [given("first_name"), given("last_name"), ...known.filter((word) => !word.includes("@"))].filter(Boolean);
  const joined = names.length === 2 ? names.join("") : "";
  const texts = [email, email.split("@")[0], ...names, names.join(" "), joined].map((text) => text.toLowerCase());
  return new Set(texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}_]+/u)]).filter((part) => part.trim()));
}

// The measure of the server: characters in common, as a share of both texts.
function resembles(password, part, limit) {
  const [left, right] = [[...password], [...part]];
  if (left.length >= 10 * right.length && right.length < (limit / 2) * left.length) return false;
  const free = new Map();
  for (const char of right) free.set(char, (free.get(char) ?? 0) + 1);
  let common = 0;
  for (const char of left) {
    if ((free.get(char) ?? 0) > 0) {
      free.set(char, free.get(char) - 1);
      common += 1;
    }
  }
  return (2 * common) / (left.length + right.length) >= limit;
}

function strengthOf(password, isPersonal) {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const variety = new Set(password).size;
  let score = 0;
  for (const length of [8, 12, 16]) if (password.length >= length) score += 1;
  if (kinds >= 3) score += 1;
  if (variety < 5 || isPersonal) score = Math.min(score, 1);
  return score;
}

function setUpRules(field) {
  const rules = field.querySelector(".password-rules");
  if (!rules) return;
  const input = field.querySelector("input");
  const meter = rules.querySelector("meter");
  const output = rules.querySelector("output");
  const warning = rules.querySelector("[data-rule-warning]");
  const words = ["Seems very weak", "Seems weak", "Seems fair", "Seems good", "Seems strong"];
  const describedBy = [input.getAttribute("aria-describedby"), rules.id].filter(Boolean).join(" ");
  input.setAttribute("aria-describedby", describedBy);
  rules.querySelector(".strength").hidden = false;

  const update = () => {
    const password = input.value;
    const length = [...password].length;
    const met = {
      length: length >= Number(rules.dataset.minLength) && length <= Number(rules.dataset.maxLength),
      number: /\p{Nd}/u.test(password),
      uppercase: /\p{Uppercase}/u.test(password),
    };
    for (const item of rules.querySelectorAll("[data-rule-state]")) {
      const rule = item.closest("[data-rule]");
      const ok = password !== "" && met[rule.dataset.rule];
      rule.classList.toggle("is-met", ok);
      item.textContent = ok ? " (met)" : " (not met yet)";
    }
    const limit = Number(rules.dataset.maxSimilarity);
    const isPersonal = [...personalParts(input.form)].some((part) => resembles(password.toLowerCase(), part, limit));
    warning.hidden = !isPersonal;
    const score = password ? strengthOf(password, isPersonal) : 0;
    meter.value = score;
    output.textContent = password ? words[score] : "Strength";
  };
  input.addEventListener("input", update);
  input.form.addEventListener("input", update);
  update();
}

document.querySelectorAll("[data-password]").forEach((field) => {
  addToggle(field);
  setUpRules(field);
});
