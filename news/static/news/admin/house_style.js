// What was typed and is not part of this check is said, and no fix is offered on top of it:
// a fix reloads the form with the saved draft.
for (const panel of document.querySelectorAll("[data-house-style]")) {
  const unsaved = panel.querySelector("[data-house-style-unsaved]");
  const say = (isSaved) => {
    unsaved.hidden = false;
    for (const button of panel.querySelectorAll("button")) button.disabled = !isSaved;
  };
  document.addEventListener("w-unsaved:add", () => say(false));
  document.addEventListener("w-unsaved:clear", () => unsaved.hidden || say(true));
  document.addEventListener("w-autosave:success", () => say(true));
}
