// Nothing typed into a form is lost: docs/typed-words.md.
import { askBeforeSending } from "./sending.js";
import { keepWords } from "./kept_words.js";
import { keepLocked } from "./locked.js";
import { tellWhatIsNotPasted } from "./pasted.js";

// The browser would cut what is pasted, and say nothing; the server says how long it may be.
document.addEventListener("focusin", ({ target }) => target.removeAttribute("maxlength"));

keepWords(document.querySelector("[data-edit-form]"));
askBeforeSending(document.querySelector("[data-edit-form]"));
keepLocked(document.querySelector("[data-edit-form]"));
tellWhatIsNotPasted(document.querySelector("[data-edit-form]"));
