/* The newest titles, where the script's element stands:

   <script src="https://…/nhung/widget.js" data-section="thi-dua" data-count="5"
           data-color="#641917" data-background="#ffffff" data-locale="vi" data-photos="1"
           data-heading="…" async></script>

   The page that shows it may forbid whatever it likes but this host: nothing is written as markup,
   no style stands in an attribute, nothing is kept in the browser and no cookie is sent. */

(() => {
  const script = document.currentScript;
  if (!script) return;

  const WORDS = {
    vi: { heading: "Tin Sở Nội vụ", all: "Xem tất cả", none: "Chưa có tin nào.", failed: "Tạm thời chưa lấy được tin." },
    en: { heading: "Home Affairs news", all: "All news", none: "No news yet.", failed: "The news cannot be loaded just now." },
  };
  const chosen = script.dataset;
  const locale = chosen.locale || "vi";
  const words = WORDS[locale] || WORDS.en;
  const home = new URL(locale === "vi" ? "/" : `/${locale}/`, script.src);

  function colour(text, otherwise) {
    return /^#[0-9a-f]{6}$/i.test(text || "") ? text : otherwise;
  }

  /* Black or white, whichever stands out more; the same rule as in feeds/colours.py. */
  function inkOn(ground) {
    const linear = (at) => {
      const channel = parseInt(ground.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    };
    const luminance = 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
    return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? "#ffffff" : "#000000";
  }

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  }

  /* An address from outside may only lead to a page. */
  function link(text, address) {
    const url = new URL(address, home);
    return element("a", text, /^https?:$/.test(url.protocol) ? { href: url.href, target: "_blank", rel: "noopener" } : {});
  }

  function date(moment) {
    const [year, month, day] = moment.slice(0, 10).split("-");
    const inWords = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    const shown = locale === "vi" ? `${day}/${month}/${year}` : new Date(`${year}-${month}-${day}`).toLocaleDateString("en-GB", inWords);
    return element("time", shown, { datetime: moment });
  }

  function thumb(photo) {
    const sizes = (photo && photo.renditions) || [];
    const size = sizes.find((each) => each.format === "jpeg") || sizes[0];
    if (!size) return null;
    const image = element("img", "", { src: size.url, alt: "", width: 96, height: 64, loading: "lazy" });
    image.addEventListener("error", () => image.remove());
    return image;
  }

  function row(item) {
    const made = element("li");
    const picture = chosen.photos && thumb(item.lead_photo);
    if (picture) made.append(picture);
    const text = element("div");
    text.append(link(item.title, item.url), date(item.published_at));
    made.append(text);
    return made;
  }

  async function newest() {
    const address = new URL("/api/v1/articles/", script.src);
    address.searchParams.set("limit", Math.min(Math.max(parseInt(chosen.count, 10) || 5, 1), 20));
    address.searchParams.set("locale", locale);
    address.searchParams.set("fields", `title,url,published_at${chosen.photos ? ",lead_photo" : ""}`);
    ["section", "province", "award"].forEach((name) => {
      if (chosen[name]) address.searchParams.set(name, chosen[name]);
    });
    const answer = await fetch(address, { credentials: "omit" });
    const content = await answer.json();
    if (!answer.ok) throw new Error(content.detail);
    return content.items;
  }

  const host = element("div");
  const root = host.attachShadow({ mode: "open" });
  const style = element("link", "", { rel: "stylesheet", href: new URL("widget.css", script.src) });
  const styled = new Promise((done) => ["load", "error"].forEach((event) => style.addEventListener(event, done)));
  const ground = { band: colour(chosen.color, "#641917"), ground: colour(chosen.background, "#ffffff") };
  Object.entries(ground).forEach(([name, value]) => {
    host.style.setProperty(`--${name}`, value);
    host.style.setProperty(`--on-${name}`, inkOn(value));
  });
  root.append(style);
  script.after(host);

  (async () => {
    const heading = chosen.heading || words.heading;
    const section = element("section", "", { class: "news", "aria-label": heading, lang: locale });
    const list = element("ul");
    const all = element("p", "", { class: "all" });
    all.append(link(words.all, home));
    section.append(element("h2", heading), list);
    try {
      const items = await newest();
      list.append(...items.map(row));
      if (!items.length) section.append(element("p", words.none));
    } catch (error) {
      console.warn(`${script.src}: ${error.message}`);
      section.append(element("p", words.failed));
    }
    section.append(all);
    await styled;
    root.append(section);
  })();
})();
