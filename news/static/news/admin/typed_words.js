// Nothing typed into a form is lost: docs/typed-words.md.
import { askBeforeSending } from "./sending.js";
import { keepWords } from "./kept_words.js";

keepWords(document.querySelector("[data-edit-form]"));
askBeforeSending(document.querySelector("[data-edit-form]"));
