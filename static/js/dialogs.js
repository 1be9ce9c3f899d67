// Confirmations are <details> that work in place; with scripting they open as a modal dialog, which traps and returns
// focus and closes on Escape (AX-2).

for (const details of document.querySelectorAll("details[data-confirm]")) {
  const summary = details.querySelector("summary");
  const body = details.querySelector(".confirm-body");
  const heading = body.querySelector("h2");
  const dialog = document.createElement("dialog");
  heading.id ||= `confirm-${crypto.randomUUID?.() ?? Math.random().toString(36).slice(2)}`;
  dialog.setAttribute("aria-labelledby", heading.id);

  const trigger = document.createElement("button");
  trigger.type = "button";
  trigger.className = summary.className;
  trigger.setAttribute("aria-haspopup", "dialog");
  trigger.append(...summary.childNodes);

  dialog.append(body);
  details.replaceWith(trigger);
  document.body.append(dialog);

  trigger.addEventListener("click", () => dialog.showModal());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  const close = body.querySelector("[data-close]");
  close.hidden = false;
  close.addEventListener("click", () => dialog.close());
}
