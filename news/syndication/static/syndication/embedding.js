/* /nhung/: what is picked is shown at once, by asking the server for the page as it would be. */

const form = document.querySelector("#chon");
let latest = 0;

async function show() {
  const mine = ++latest;
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== latest || !answer.ok) return;
  for (const id of ["ket-qua", "chon-chuyen-muc", "loi"]) {
    document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)));
  }
  history.replaceState(null, "", address);
  offerCopies();
}

function offerCopies() {
  for (const button of document.querySelectorAll("[data-copies]")) button.hidden = !navigator.clipboard;
}

form.addEventListener("change", (event) => {
  // Each language has its own sections.
  if (event.target.name === "locale") form.elements.section.value = "";
  show();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).value);
  button.textContent = button.dataset.done;
});

/* Nothing scrolls on paper: there the news tried out stand in their whole height. */
const SHEET = "160mm"; // A4 between its margins, or somewhat less

addEventListener("beforeprint", () => {
  const frame = document.querySelector(".try-out");
  if (!frame) return;
  Object.assign(frame.style, { width: SHEET, height: 0 });
  const height = frame.contentDocument.documentElement.scrollHeight;
  Object.assign(frame.style, { width: "", height: `${height}px` });
});

addEventListener("afterprint", () => document.querySelector(".try-out")?.removeAttribute("style"));

offerCopies();
