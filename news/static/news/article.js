// What a reader may do with an article besides reading it: print it, copy its address, look at its
// photos one after the other. Without this script the page prints by the browser's own menu, and each
// photo is a link to the large file.

// ---- Print, share, copy

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});

document.querySelectorAll("[data-copy]").forEach((button) => {
  if (!navigator.clipboard) return; // not in a page without HTTPS
  const said = button.parentElement.querySelector("[role=status]");
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      said.textContent = said.dataset.done;
    } catch {
      said.textContent = button.dataset.copy; // to be marked and copied by hand
    }
  });
});

document.querySelectorAll(".share").forEach((list) => {
  const isOutside = (place) => place && !list.contains(place);
  const leave = (place) => {
    if (isOutside(place)) list.open = false;
  };
  list.addEventListener("toggle", () => {
    if (list.open) list.lastElementChild.scrollIntoView({ block: "nearest" });
  });
  list.addEventListener("focusout", (event) => leave(event.relatedTarget));
  document.addEventListener("click", (event) => leave(event.target));
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !list.open) return;
    list.open = false;
    list.querySelector("summary").focus();
  });
});

// ---- Photos

// The same photo may stand in the text and again in the sheet below: shown once, where it first is.
const links = [...document.querySelectorAll("a[data-photo]")];
const isFirst = (link, place) => links.findIndex((other) => other.href === link.href) === place;
const photos = links.filter(isFirst);

class Viewer {
  constructor() {
    this.dialog = document.querySelector("#xem-anh").content.firstElementChild.cloneNode(true);
    this.caption = this.dialog.querySelector("figcaption");
    this.picture = new Image();
    this.caption.before(this.picture);
    this.count = this.dialog.querySelector("[role=status]");
    document.body.append(this.dialog);
    this.dialog.addEventListener("keydown", (event) => this.onKey(event));
    this.dialog.addEventListener("click", (event) => this.onClick(event));
    this.dialog.addEventListener("close", () => this.opener?.focus());
    this.dialog.querySelectorAll("[data-by]").forEach((button) => {
      button.hidden = photos.length < 2;
    });
  }

  open(link) {
    this.opener = link;
    this.show(photos.findIndex((photo) => photo.href === link.href));
    this.dialog.showModal();
  }

  show(place) {
    this.place = (place + photos.length) % photos.length;
    const link = photos[this.place];
    const small = link.querySelector("img");
    this.picture.src = link.href;
    this.picture.alt = small.alt;
    this.picture.width = link.dataset.width;
    this.picture.height = link.dataset.height;
    const words = link.closest("figure").querySelector("figcaption");
    this.caption.replaceChildren(...(words ? words.cloneNode(true).childNodes : []));
    this.count.textContent = `${this.count.dataset.words} ${this.place + 1}/${photos.length}`;
  }

  onKey(event) {
    const moves = {
      ArrowLeft: this.place - 1,
      ArrowRight: this.place + 1,
      Home: 0,
      End: photos.length - 1,
    };
    if (!(event.key in moves) || event.altKey || event.ctrlKey || event.metaKey) return;
    this.show(moves[event.key]);
    event.preventDefault();
  }

  onClick(event) {
    const button = event.target.closest("button");
    if (button?.dataset.by) this.show(this.place + Number(button.dataset.by));
    else if (button || event.target === this.dialog) this.dialog.close();
  }
}

let viewer;
links.forEach((link) => {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // in a tab of its own
    event.preventDefault();
    viewer ??= new Viewer();
    viewer.open(link);
  });
});
