// UX-4, SW-3: tabs of one browser agree on who is logged in and which company is open. A tab with unsaved work shows a
// banner instead of changing; after a change of account nothing of the former one stays on screen.

const KEY = "eventlead:who";
const { user = "", company = "", companyName = "" } = document.body.dataset;
const mine = JSON.stringify({ user, company, companyName });
const banner = document.getElementById("tab-banner");

const hasUnsaved = () => {
  const question = { unsaved: false };
  document.dispatchEvent(new CustomEvent("eventlead:unsaved?", { detail: question }));
  return question.unsaved;
};
const reload = () => {
  document.dispatchEvent(new CustomEvent("eventlead:leaving"));
  location.reload();
};

function compare(text) {
  if (!text || text === mine) return;
  const other = JSON.parse(text);
  if (other.user === user && other.company === company) return;
  const sameUser = other.user === user;
  const loggedOut = user && !other.user;
  const badgePage = !user && document.querySelector("form[data-form]"); // someone is typing on a signed-out page
  if ((sameUser || loggedOut || badgePage) && (badgePage || hasUnsaved())) {
    const words = loggedOut
      ? "You have logged out in another tab. What you typed here cannot be sent until you log in again."
      : sameUser
        ? `You opened ${other.companyName || "another company"} in another tab. This page still shows ${companyName || "the former one"} and will not be saved there.`
        : "You have logged in in another tab.";
    banner.querySelector("p").textContent = words;
    banner.hidden = false;
    return;
  }
  if (!sameUser) document.getElementById("main").hidden = true;
  reload();
}

// A page rendered without the shell (an error page) does not know who is logged in and keeps out of it.
if ("user" in document.body.dataset) {
  try { localStorage.setItem(KEY, mine); } catch { /* storage is closed: tabs stay independent */ }
  banner?.querySelector("button").addEventListener("click", reload);
  window.addEventListener("storage", (event) => { if (event.key === KEY) compare(event.newValue); });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    try { compare(localStorage.getItem(KEY)); } catch { /* as above */ }
  });
}
