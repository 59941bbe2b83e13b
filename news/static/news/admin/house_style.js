// A fix loads the form anew from the saved draft. So while there are words that are not saved it is
// not offered, and that they are no part of this check is said. Wagtail notices edits only some
// seconds after the page was opened, hence also `input`.
const offerFixes = (isSaved) => {
  for (const note of document.querySelectorAll("[data-house-style-unsaved]")) note.hidden = isSaved;
  for (const button of document.querySelectorAll("[data-house-style] button")) {
    button.disabled = !isSaved;
  }
};
document.addEventListener("input", (event) => {
  if (event.target.closest("[data-edit-form]")) offerFixes(false);
});
document.addEventListener("w-unsaved:add", () => offerFixes(false));
// The answer to an automatic save brought this panel anew.
document.addEventListener("w-autosave:success", () => {
  offerFixes(true);
  const total = document.querySelector("[data-house-style]")?.dataset.houseStyle;
  const count = document.querySelector("[data-side-panel-toggle=house-style] [data-side-panel-toggle-counter]");
  if (count) [count.textContent, count.hidden] = [total, total === "0"];
});
