// A sentence above the form that stays in sight, with what can be done about it.
export const notice = (form, words, ...actions) => {
  const bar = document.createElement("div");
  bar.className = "help-block help-warning notice-in-sight";
  bar.setAttribute("role", "alert");
  const sentence = document.createElement("p");
  sentence.textContent = words;
  bar.append(sentence, ...actions);
  form.prepend(bar);
  return bar;
};

export const button = (words, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button-small button-secondary";
  made.style.backgroundColor = "var(--w-color-surface-page)"; // on the notice's own its words are too faint
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
};
