// What is typed into a form is kept in this browser until the server has it, and offered to who typed
// it when the form is opened again. It is brought back by sending it as it would have been sent.
import { button, notice } from "./notice.js";
import { owner, token } from "./server.js";

const KEPT = "news:words:";
const SENT = "news:sent";
const DAYS = 7;
const NOT_TYPED = [
  "csrfmiddlewaretoken",
  "next",
  "loaded_revision_id",
  "loaded_revision_created_at",
  "overwrite_revision_id", // Wagtail's, from the second automatic save on
];
// What was to be done with the text, which Wagtail writes into the form as it goes: not to be done again.
const ACTION = /^(workflow-)?action-/;
const PATIENCE = 3000;
const WRITTEN = {
  hour: "2-digit",
  minute: "2-digit",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
};

export const keepWords = async (form) => {
  const sent = whatWasSent();
  forgetWhatIsOld();
  const user = await owner;
  if (!user) return;
  const prefix = () => `${KEPT}${user}:${new URL(form.action).pathname}:`;
  if (form.dataset.wUnsavedForceValue === "true") {
    keepWhatIsTyped(form, prefix, sent, ""); // it came back with a fault, and nothing was saved
  } else {
    offerEarlierWords(form, prefix());
    keepWhatIsTyped(form, prefix);
  }
};

const keepWhatIsTyped = (form, prefix, key = null, known = undefined) => {
  const visit = key?.split(":").at(-1) ?? Date.now();
  let saved = known; // what the server has; unknown until somebody is about to change something
  let seen = { words: known, at: Date.now() };

  const keep = () => {
    if (saved === undefined) return;
    const now = words(form);
    const here = prefix() + visit; // a new page gets an address of its own when it is first saved
    if (key && (key !== here || now === saved)) localStorage.removeItem(key);
    key = now === saved ? null : here;
    if (now === seen.words) {
      if (key && Date.now() - seen.at > PATIENCE) pushOn(now);
      return;
    }
    seen = { words: now, at: Date.now() };
    if (!key) return;
    sessionStorage.removeItem(SENT); // sent, perhaps, and then thought better of
    put(key, { words: now, at: seen.at, revision: revision(form) });
  };

  // Wagtail overlooks what was typed in the first two seconds, and while it was saving. Who saves
  // cancels the event: otherwise the foot of the form says that nobody does.
  let pushed = null;
  const pushOn = (now) => {
    if (now === pushed) return;
    pushed = now;
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true }));
  };

  const begin = () => (saved ??= words(form));
  for (const kind of ["keydown", "pointerdown", "paste", "drop"]) {
    form.addEventListener(kind, begin, { capture: true, once: true });
  }
  setInterval(keep, 1000);
  window.addEventListener("pagehide", keep);

  const sent = new WeakMap(); // by what set it off: the next may wait while one is under way
  document.addEventListener("w-autosave:save", ({ detail }) => {
    if (detail.trigger) sent.set(detail.trigger, detail.formData);
  });
  document.addEventListener("w-autosave:success", ({ detail }) => {
    const arrived = sent.get(detail.trigger);
    if (!arrived) return;
    for (const [name, value] of Object.entries(detail.response.field_updates ?? {})) {
      if (arrived.has(name)) arrived.set(name, value);
    }
    saved = typed(form, arrived);
    keep();
  });
  form.addEventListener("news:sending", () => {
    begin();
    keep();
    if (key) sessionStorage.setItem(SENT, key);
  });
};

const offerEarlierWords = (form, prefix) => {
  const [key] = Object.keys(localStorage)
    .filter((each) => each.startsWith(prefix))
    .sort()
    .reverse();
  if (!key) return;
  const copy = JSON.parse(localStorage.getItem(key));
  const at = new Date(copy.at).toLocaleString("vi", WRITTEN);
  const newer =
    copy.revision === revision(form)
      ? ""
      : " Sau lúc đó trang đã có phiên bản khác; khôi phục thì phiên bản ấy vẫn còn trong lịch sử.";
  const done = () => {
    localStorage.removeItem(key);
    bar.remove();
    offerEarlierWords(form, prefix);
  };
  const bar = notice(
    form,
    `Bạn đã gõ ở đây lúc ${at} mà chưa lưu được.${newer}`,
    button("Khôi phục nội dung chưa lưu", () => sendAgain(form, key, copy.words)),
    " ",
    button("Bỏ nội dung đó", done),
  );
};

const sendAgain = (form, key, kept) => {
  const again = document.createElement("form");
  Object.assign(again, { method: "post", action: form.action, hidden: true });
  const fields = new URLSearchParams(kept);
  fields.set("csrfmiddlewaretoken", token() ?? form.elements.csrfmiddlewaretoken.value);
  for (const [name, value] of fields) {
    const field = document.createElement("textarea");
    Object.assign(field, { name, value });
    again.append(field);
  }
  document.body.append(again);
  sessionStorage.setItem(SENT, key);
  again.submit();
};

// Files cannot be kept, passwords must not be.
const typed = (form, data) => {
  const secret = [...form.querySelectorAll("[type=password]")].map((input) => input.name);
  const left = [...NOT_TYPED, ...secret];
  const isTyped = (name) => !left.includes(name) && !ACTION.test(name);
  const kept = [...data].filter(([name, value]) => typeof value === "string" && isTyped(name));
  return new URLSearchParams(kept).toString();
};
const words = (form) => typed(form, new FormData(form));
const revision = (form) => form.elements.loaded_revision_created_at?.value;

const put = (key, copy) => {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
  } catch {
    // Full, or switched off by the browser: then there is the server's own draft.
  }
};

// A screen that says "done" came after the form; the form to sign in says nothing of the kind.
const whatWasSent = () => {
  const key = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (!key || !document.querySelector(".messages .success")) return key;
  localStorage.removeItem(key);
  return null;
};

const forgetWhatIsOld = () => {
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(KEPT))) {
    if (Date.now() - key.split(":").at(-1) > DAYS * 86_400_000) localStorage.removeItem(key);
  }
};
