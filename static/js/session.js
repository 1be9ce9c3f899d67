// SE-9: two minutes before the session ends for want of requests, say so and offer to stay. Tabs share the clock.

const WARN_MS = 120_000;
const KEY = "eventlead:last-request";
const timeout = Number(document.body.dataset.sessionTimeout) * 1000;
const dialog = document.getElementById("session-dialog");

if (timeout > 0 && dialog) {
  const remaining = dialog.querySelector("[data-remaining]");
  const announce = dialog.querySelector("[data-announce]");
  let lastRequest = Date.now();
  let before = null;

  const mark = () => {
    lastRequest = Date.now();
    try { localStorage.setItem(KEY, String(lastRequest)); } catch { /* private mode: this tab keeps its own time */ }
  };
  const leave = () => {
    document.dispatchEvent(new CustomEvent("eventlead:leaving"));
    const next = encodeURIComponent(location.pathname + location.search);
    location.assign(`${document.body.dataset.loginUrl}?ended=1&next=${next}`);
  };
  const close = () => {
    if (!dialog.open) return;
    dialog.close();
    announce.textContent = "";
    before?.focus?.();
  };
  const words = (ms) => {
    const seconds = Math.max(0, Math.ceil(ms / 1000));
    return seconds >= 60 ? `${Math.ceil(seconds / 60)} minute${seconds > 60 ? "s" : ""}` : `${seconds} seconds`;
  };

  const tick = () => {
    const left = lastRequest + timeout - Date.now();
    if (left <= 0) {
      leave();
      return;
    }
    if (left > WARN_MS) {
      close();
      return;
    }
    remaining.textContent = words(left);
    if (!dialog.open) {
      before = document.activeElement;
      dialog.showModal();
      announce.textContent = `You will be logged out in ${words(left)}.`;
    }
  };

  const stay = async () => {
    try {
      const answer = await fetch(location.href, { method: "HEAD", redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect" || answer.status === 401) {
        leave();
        return;
      }
      mark();
      close();
    } catch {
      remaining.textContent = "a moment; we could not reach the server, please try again";
    }
  };

  dialog.querySelector("[data-stay]").addEventListener("click", stay);
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); stay(); });
  window.addEventListener("storage", (event) => {
    if (event.key === KEY && event.newValue) { lastRequest = Number(event.newValue); tick(); }
  });
  mark();
  setInterval(tick, 1000);
}
