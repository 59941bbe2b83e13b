// What the server is asked and told beside the form itself.
const { who, login } = document.querySelector("[data-typed-words]").dataset;

export const loginAddress = login;

// The number of who is signed in, null for nobody, undefined while the server cannot be reached.
export const signedIn = async () => {
  try {
    const answer = await fetch(who, { redirect: "manual", cache: "no-store" });
    if (answer.type === "opaqueredirect") return null; // to the form for signing in
    return answer.ok ? (await answer.json()).user : undefined;
  } catch {
    return undefined;
  }
};

// Whoever opened this form; nobody else's name may get under it.
export const owner = document.querySelector("[data-edit-form]") ? signedIn() : null;

// Signing in, in another tab too, makes the token in the form worthless; the cookie has the new one.
export const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1];

export const renewTokens = () => {
  if (!token()) return;
  for (const input of document.getElementsByName("csrfmiddlewaretoken")) input.value = token();
  window.wagtailConfig.CSRF_TOKEN = token(); // of what Wagtail sends by itself
};
