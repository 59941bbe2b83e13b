// A form sent while nobody is signed in, or while the server cannot be reached, would be gone with
// everything in it. So before it is sent we ask, and it stays where it is until the answer is good.
import { button, notice } from "./notice.js";
import { loginAddress, owner, renewTokens, signedIn } from "./server.js";

const SENDING = "[data-edit-form] button:is([type=submit], [data-workflow-action-name])";
const NOBODY = "Phiên đăng nhập đã hết nên chưa lưu được. Chữ đã gõ vẫn còn ở đây:";
const SOMEBODY_ELSE = "Trình duyệt này đang đăng nhập bằng tên khác nên chưa lưu. Chữ đã gõ vẫn còn ở đây:";
const UNREACHABLE =
  "Mất kết nối với máy chủ nên chưa lưu được. Chữ đã gõ vẫn còn ở đây: đừng đóng trang, có mạng lại sẽ lưu tiếp.";

const whatIsWrong = async () => {
  const user = await signedIn();
  if (user === undefined) return UNREACHABLE;
  if (user === null) return NOBODY;
  return user === ((await owner) ?? user) ? "" : SOMEBODY_ELSE;
};

const after = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Paragraphs reach the form a quarter of a second after the key; a shortcut is faster.
const lastLetters = () => after(300);

// A remark that is on its way has no number yet: sent a second time it would be two.
const PATIENCE = 5000;
let underWay = null;
// The form as a whole was pressed to go, or is on its way. Saved beside it, a new page would be there
// twice, and a form that comes back with a fault be told of another window's version. The next press
// would be sent with what the page was before it, and be told the same.
let going = false;
const whatIsUnderWay = () => Promise.race([underWay, after(PATIENCE)]);
document.addEventListener("w-autosave:save", (event) => {
  if (going) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  underWay = new Promise((done) => {
    for (const end of ["w-autosave:success", "w-autosave:error"]) {
      document.addEventListener(end, () => after(0).then(done), { once: true });
    }
  });
});

export const askBeforeSending = (form) => {
  document.addEventListener("submit", renewTokens, true);
  if (!form) return;
  let bar = null;

  const isGood = async () => {
    const wrong = await whatIsWrong();
    show(wrong);
    if (!wrong) renewTokens();
    return !wrong;
  };

  const show = (words) => {
    if (bar?.dataset.words === words) return;
    bar?.remove();
    bar = null;
    if (!words) return;
    const login = button("Đăng nhập lại ở thẻ mới", () => window.open(loginAddress));
    bar = notice(form, words, ...(words === UNREACHABLE ? [] : [login]));
    bar.dataset.words = words;
  };

  // What could not be saved is saved as soon as it can be.
  const tryAgain = async () => {
    if (!bar || !(await isGood())) return;
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true }));
  };
  window.addEventListener("online", tryAgain);
  window.addEventListener("focus", tryAgain);
  document.addEventListener("visibilitychange", tryAgain);

  document.addEventListener("w-autosave:save", ({ detail }) => {
    renewTokens();
    const input = form.elements.csrfmiddlewaretoken;
    detail.formData.set("csrfmiddlewaretoken", input.value);
  });
  document.addEventListener("w-autosave:error", ({ detail }) => {
    if (["server_error", "network_error"].includes(detail.type)) isGood();
  });

  let asked = null;
  const ask = async (event) => {
    const pressed = event.target.closest(SENDING);
    if (!pressed || pressed === asked) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (going) return;
    going = true;
    const [good] = await Promise.all([isGood(), lastLetters(), whatIsUnderWay()]);
    going = false;
    if (!good) return;
    form.dispatchEvent(new CustomEvent("news:sending"));
    asked = pressed;
    pressed.click();
    asked = null;
  };
  document.addEventListener("click", ask, true);
  document.addEventListener("submit", ({ target, defaultPrevented }) => {
    if (target !== form || defaultPrevented) return;
    going = true;
    after(PATIENCE).then(() => (going = false)); // whoever stops the browser stays on the page
  });
};
