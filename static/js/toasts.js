// Success messages also show as a toast for 5 s, paused by pointer or focus; the page keeps the message (UX-1).

const LIFE_MS = 5000;
const area = document.querySelector(".toasts");

function toast(text) {
  const box = document.createElement("div");
  box.className = "toast";
  const words = document.createElement("span");
  words.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "✕";
  close.setAttribute("aria-label", "Close this message");
  box.append(words, close);
  area.append(box);

  let timer = 0;
  const start = () => { timer = setTimeout(() => box.remove(), LIFE_MS); };
  const pause = () => clearTimeout(timer);
  close.addEventListener("click", () => { pause(); box.remove(); });
  box.addEventListener("pointerenter", pause);
  box.addEventListener("pointerleave", start);
  box.addEventListener("focusin", pause);
  box.addEventListener("focusout", start);
  start();
}

if (area) {
  // The page's own message is announced already, so the copy is silent.
  area.removeAttribute("aria-live");
  area.setAttribute("role", "presentation");
  document.querySelectorAll("[data-toast]").forEach((message) => {
    const visible = message.getBoundingClientRect().bottom <= window.innerHeight && message.getBoundingClientRect().top >= 0;
    if (!visible) toast(message.textContent.trim());
  });
}
