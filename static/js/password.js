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

function personalWords(form) {
  const names = ["email", "first_name", "last_name"].map((name) => form.elements[name]?.value ?? "");
  return [form.dataset.personal ?? "", ...names].join(" ").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4);
}

function strengthOf(password, personal) {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const variety = new Set(password).size;
  let score = 0;
  if (password.length >= 8) score += 1;
  if (password.length >= 12) score += 1;
  if (password.length >= 16) score += 1;
  if (kinds >= 3) score += 1;
  if (variety < 5 || !personal) score = Math.min(score, 1);
  return score;
}

function setUpRules(field) {
  const rules = field.querySelector(".password-rules");
  if (!rules) return;
  const input = field.querySelector("input");
  const meter = rules.querySelector("meter");
  const output = rules.querySelector("output");
  const words = ["Very weak", "Weak", "Fair", "Good", "Strong"];
  const describedBy = [input.getAttribute("aria-describedby"), rules.id].filter(Boolean).join(" ");
  input.setAttribute("aria-describedby", describedBy);
  rules.querySelector(".strength").hidden = false;

  const update = () => {
    const password = input.value;
    const lower = password.toLowerCase();
    const met = {
      length: password.length >= Number(rules.dataset.minLength) && password.length <= Number(rules.dataset.maxLength),
      number: /\d/.test(password),
      uppercase: /\p{Lu}/u.test(password),
      personal: password !== "" && !personalWords(input.form).some((word) => lower.includes(word)),
    };
    for (const item of rules.querySelectorAll("[data-rule]")) {
      const ok = password !== "" && met[item.dataset.rule];
      item.classList.toggle("is-met", ok);
      item.querySelector("[data-rule-state]").textContent = ok ? " (met)" : " (not met yet)";
    }
    const score = password ? strengthOf(password, met.personal) : 0;
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
