// Says that the article was opened, once it has been seen for a second, and shows the fresh number.
// Without this script the page shows the number it was made with.
(() => {
  "use strict";
  const number = document.querySelector("[data-views]");
  if (!number) return;
  const SECOND = 1000;
  let waiting;
  let told = false;

  const tell = async () => {
    told = true;
    try {
      const answer = await fetch(number.dataset.views, { method: "POST", keepalive: true });
      if (!answer.ok) return;
      const { views } = await answer.json();
      number.textContent = views.toLocaleString(document.documentElement.lang);
    } catch {
      // Offline, or the site is away: the number stays as it is.
    }
  };

  const watch = () => {
    clearTimeout(waiting);
    const seen = document.visibilityState === "visible" && !document.prerendering;
    if (seen && !told) waiting = setTimeout(tell, SECOND);
  };

  document.addEventListener("visibilitychange", watch);
  document.addEventListener("prerenderingchange", watch);
  watch();
})();
