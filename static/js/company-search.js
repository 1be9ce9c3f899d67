// The register search (AB-5): starts by itself 400 ms after the last key, drops superseded answers, keeps the form post
// as the way without scripting. The answer is the server's own fragment components/company_results.html.

const DELAY_MS = 400;
const MIN_TYPED = 3;
const MIN_ENTER = 2;

const form = document.querySelector("form[data-company-search]");
if (form) {
  const box = form.elements.query;
  const progress = document.getElementById("search-progress");
  const announce = document.getElementById("search-announce");
  let timer = 0;
  let running = null;
  let lastAsked = "";

  const replaceResults = (node) => document.getElementById("company-results").replaceWith(node);

  const unavailable = () => {
    const node = document.createElement("div");
    node.id = "company-results";
    node.className = "alert alert-warning";
    node.dataset.outcome = "unavailable";
    const text = document.createElement("div");
    text.className = "alert-body";
    text.textContent = navigator.onLine
      ? "The search is not answering. Try again in a minute, or enter your company yourself."
      : "You are offline. Search again once you are connected; what you typed stays here.";
    node.append(text);
    return node;
  };

  const say = (node) => {
    const count = Number(node.dataset.count || 0);
    if (node.dataset.outcome === "found") announce.textContent = `${count} ${count === 1 ? "result" : "results"}.`;
    else if (node.dataset.outcome === "not_found") announce.textContent = "Nothing found.";
    else announce.textContent = node.textContent.trim();
  };

  const search = async () => {
    clearTimeout(timer);
    const asked = `${form.elements.search_type.value}|${box.value.trim()}`;
    if (asked === lastAsked) return;
    lastAsked = asked;
    running?.abort();
    const controller = new AbortController();
    running = controller;
    progress.hidden = false;
    try {
      const answer = await fetch(form.dataset.searchUrl, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Requested-With": "XMLHttpRequest" },
        signal: controller.signal,
        redirect: "manual",
      });
      if (answer.type === "opaqueredirect") {
        form.submit(); // the session has ended: let the page go through log-in
        return;
      }
      const template = document.createElement("template");
      template.innerHTML = await answer.text();
      const node = template.content.querySelector("#company-results") ?? unavailable();
      replaceResults(node);
      say(node);
    } catch (error) {
      if (error.name === "AbortError") return;
      lastAsked = "";
      const node = unavailable();
      replaceResults(node);
      say(node);
    } finally {
      if (running === controller) {
        running = null;
        progress.hidden = true;
      }
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(timer);
    if (box.value.trim().length >= MIN_TYPED) timer = setTimeout(search, DELAY_MS);
  });
  form.elements.search_type.addEventListener("change", () => { if (box.value.trim().length >= MIN_ENTER) search(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    lastAsked = "";
    if (box.value.trim().length >= MIN_ENTER) search();
    else box.focus();
  });

  // Arrow keys walk the cards; Tab works as ever.
  const area = form.closest("section");
  area.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const choices = [...area.querySelectorAll("#company-results button")];
    const at = choices.indexOf(document.activeElement);
    if (choices.length === 0 || (at < 0 && document.activeElement !== box)) return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? box : choices[Math.min(next, choices.length - 1)]).focus();
  });
}
