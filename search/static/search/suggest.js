// Suggestions under a search field while somebody types: the combobox of the WAI-ARIA patterns.
//
// A search form gets them that says where to ask (data-suggest) and what the kinds of things are
// called (data-kinds), and has the words to say (data-words). The field is never written to and keeps
// its Enter unless a suggestion is picked, so that without this script, or without an answer, it is
// the plain form it was.

const PAUSE = 150; // milliseconds without a key before we ask
const SHORTEST = 2; // characters

function offerSuggestions(form) {
  const input = form.querySelector("input[name=q]");
  const kinds = JSON.parse(form.dataset.kinds || "{}");
  const words = JSON.parse(form.dataset.words || "{}");
  const list = document.createElement("ul");
  const said = document.createElement("p");
  let options = []; // what is offered: { element, url }
  let active = -1; // which of them the arrows are at
  let timer = 0;
  let request = new AbortController();

  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.list);
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  said.setAttribute("aria-live", "polite");
  form.append(list, said);

  input.autocomplete = "off";
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  const isOpen = () => !list.hidden;

  function pick(place) {
    options[active]?.element.setAttribute("aria-selected", "false");
    active = place;
    const element = options[active]?.element;
    if (!element) return input.removeAttribute("aria-activedescendant");
    element.setAttribute("aria-selected", "true");
    element.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", element.id);
  }

  function open() {
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function close() {
    forget();
    pick(-1);
    list.hidden = true;
    said.textContent = "";
    input.setAttribute("aria-expanded", "false");
  }

  function forget() {
    clearTimeout(timer);
    request.abort();
  }

  function show(items) {
    pick(-1);
    options = items.map(optionOf);
    list.replaceChildren(...options.map((option) => option.element));
    if (!options.length) close();
    else open();
    said.textContent = options.length ? `${options.length} ${words.some}` : words.none;
  }

  function optionOf(item, place) {
    const element = document.createElement("li");
    element.id = `${list.id}-${place}`;
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    const text = document.createElement("span");
    text.textContent = item.text;
    if (item.locale) text.lang = item.locale;
    const kind = document.createElement("small");
    kind.textContent = kinds[item.type] ?? "";
    element.append(text, " ", kind);
    element.addEventListener("click", () => visit(item.url));
    return { element, url: item.url };
  }

  function visit(url) {
    const address = new URL(url, document.baseURI);
    if (!address.protocol.startsWith("http")) return;
    close();
    location.assign(address);
  }

  // While an input method composes a word we ask too: on a phone every word is composed until the
  // next blank. Nothing we do reaches into the field, so the composition is not disturbed.
  function askSoon() {
    forget();
    timer = setTimeout(ask, PAUSE);
  }

  async function ask() {
    const typed = input.value.normalize("NFC").trim();
    if (typed.length < SHORTEST) return close();
    request = new AbortController();
    const { signal } = request;
    const address = new URL(form.dataset.suggest, document.baseURI);
    address.searchParams.set("q", typed);
    try {
      const answer = await fetch(address, {
        signal,
        headers: { Accept: "application/json" },
      });
      const { items } = answer.ok ? await answer.json() : { items: [] };
      if (!signal.aborted) show(items);
    } catch {
      if (!signal.aborted) close();
    }
  }

  function onKey(event) {
    if (event.isComposing || event.keyCode === 229) return; // the input method's own key
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const last = options.length - 1;
    if (event.key === "ArrowDown" && !isOpen()) {
      forget();
      ask();
    } else if (!isOpen()) {
      return;
    } else if (event.key === "ArrowDown") {
      pick(active < last ? active + 1 : 0);
    } else if (event.key === "ArrowUp") {
      pick(active > 0 ? active - 1 : last);
    } else if (event.key === "Home" && active >= 0) {
      pick(0);
    } else if (event.key === "End" && active >= 0) {
      pick(last);
    } else if (event.key === "Enter" && active >= 0) {
      visit(options[active].url);
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
  }

  input.addEventListener("input", askSoon);
  input.addEventListener("compositionend", askSoon);
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
}

document.querySelectorAll("form[role=search][data-suggest]").forEach(offerSuggestions);
