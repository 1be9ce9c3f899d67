// Recovery codes: copying and printing. Without scripting the list, the file and the browser's own print remain.

const list = document.querySelector("[data-codes]");
const copy = document.querySelector("[data-copy]");
const print = document.querySelector("[data-print]");
const told = document.querySelector("[data-copied]");

if (list && copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const codes = [...list.children].map((item) => item.textContent.trim()).join("\n");
    try {
      await navigator.clipboard.writeText(`${codes}\n`);
      told.textContent = "Copied.";
    } catch {
      told.textContent = "Your browser did not allow copying. Mark the codes and copy them by hand.";
    }
  });
}
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
