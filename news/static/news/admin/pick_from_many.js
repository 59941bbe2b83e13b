// Narrows a list of check boxes to what is typed, with or without accents. What is ticked stays in
// sight. Listens to the whole document, because forms come later: in dialogs, after an upload.
const folded = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d");

document.addEventListener("input", (event) => {
  const list = event.target.closest("[data-pick-from-many]");
  if (!list || event.target.type !== "search") return;
  const words = folded(event.target.value).split(/\s+/);
  for (const item of list.querySelectorAll("li")) {
    const name = folded(item.textContent);
    const isTicked = item.querySelector("input").checked;
    item.hidden = !isTicked && !words.every((word) => name.includes(word));
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("[data-pick-from-many] [type=search]")) {
    event.preventDefault(); // it would send the form
  }
});
