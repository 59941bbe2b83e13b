// The menu of a narrow screen closes as soon as the keyboard has left it, or it would lie over whatever
// has the focus. Escape and a press beside it close it without this script.

document.querySelectorAll("[popover]").forEach((menu) => {
  if (!menu.hidePopover) return; // a browser without popovers shows it as lines of links
  document.addEventListener("focusin", ({ target }) => {
    const isItsButton = target.popoverTargetElement === menu;
    if (!isItsButton && !menu.contains(target)) menu.hidePopover();
  });
});
