// The size of letters a reader chose, kept in their own browser. It is read before anything is drawn,
// so that no page jumps; a host puts this script into its <head>, as it is and not as a module.
(() => {
  "use strict";
  const KEY = "text-size";
  const SIZES = [100, 112, 125, 150]; // per cent, as the stylesheet knows them
  const root = document.documentElement;
  let step = 0;

  const read = () => {
    try {
      return Number(localStorage.getItem(KEY)) || 0;
    } catch {
      return 0; // a browser that keeps nothing
    }
  };

  const keep = () => {
    try {
      localStorage.setItem(KEY, step);
    } catch {
      // It holds for this page.
    }
  };

  const apply = (wanted) => {
    step = Math.min(Math.max(Math.trunc(wanted), 0), SIZES.length - 1);
    root.dataset.text = SIZES[step];
  };

  const offer = (buttons) => {
    const said = buttons.querySelector("[role=status]");
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      const by = Number(event.target.closest("button")?.dataset.by);
      if (!by) return;
      apply(step + by);
      keep();
      said.textContent = `${said.dataset.words} ${SIZES[step]}%`;
    });
  };

  apply(read());
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-text-size]").forEach(offer);
  });
})();
