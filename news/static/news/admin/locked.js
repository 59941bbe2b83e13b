// Where nothing can be saved nothing can be typed either: on a page that is locked for whoever reads it.
const FIELDS = "input, textarea";
const EDITORS = "[contenteditable=true]";
const SENTENCE = "Trang đang khóa. Khi trang mở lại cho bạn, bạn viết và trả lời nhận xét ở đây.";
const SHORTLY = "Trang đang khóa";

export const keepLocked = (form) => {
  if (!form || !document.body.classList.contains("content-locked")) return;
  const comments = document.getElementById("comments");
  const lock = () => {
    for (const part of [form, comments].filter(Boolean)) {
      for (const field of part.querySelectorAll(FIELDS)) field.readOnly = true;
      for (const editor of part.querySelectorAll(EDITORS)) editor.contentEditable = "false";
    }
    // A comment beside its field may lie over the sentence.
    for (const answer of comments?.querySelectorAll("textarea") ?? []) answer.placeholder = SHORTLY;
  };
  lock();
  // Comments and editors of rich text come later, and again.
  new MutationObserver(lock).observe(document.body, { childList: true, subtree: true });
  comments?.before(sentence());
};

const sentence = () => {
  const made = document.createElement("p");
  made.className = "help-block help-warning";
  made.textContent = SENTENCE;
  return made;
};
