{% load portal_tags %}// Shows the agenda inside any page, in its own fonts and colours.
//
//   <agenda-reseau lang="fr" theme="sante-mentale" limit="5"></agenda-reseau>
//
// Attributes: lang, theme, kind, commune, bassin, concertation, cycle, meeting, limit.
// Parts: list, meeting, kicker, title, link, facts, date, place, tags, status, more; a
// meeting also has the part of its state: cancelled, postponed, rescheduled, full…
// Custom properties: --agenda-gap, --agenda-line, --agenda-link.
// No cookie, no other party; texts arrive as text, never as markup.

const SPOKEN = {{ spoken|json_block }};
const FIRST = Object.values(SPOKEN)[0];
const FILTERS = Object.keys(FIRST.keys);
const PATIENCE = 15000; // milliseconds

const LOOK = new CSSStyleSheet();
LOOK.replaceSync(`
  :host { display: block; font: inherit; color: inherit; }
  :host([hidden]) { display: none; }
  ul { list-style: none; margin: 0; padding: 0; }
  li { padding: var(--agenda-gap, .75em) 0; border-bottom: 1px solid var(--agenda-line, color-mix(in srgb, currentColor 25%, transparent)); }
  p { margin: .15em 0; overflow-wrap: anywhere; }
  [part~=kicker], [part~=facts], [part~=tags] { font-size: .9em; }
  [part~=title], [part~=tags] { font-weight: bold; }
  a { color: var(--agenda-link, inherit); }
  a:focus-visible { outline: 3px solid; outline-offset: 2px; }
  [part~=cancelled] [part~=title], [part~=postponed] [part~=title] { text-decoration: line-through; }
`);

function element(name, part, content = "", attributes = {}) {
  const made = document.createElement(name);
  if (part) made.setAttribute("part", part);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...[content].flat());
  return made;
}

function meeting(line) {
  const link = element("a", "link", line.title, { href: line.url, hreflang: line.language });
  const facts = [
    element("time", "date", line.when, { datetime: line.start }),
    ", ",
    element("span", "place", line.place),
  ];
  const article = element("article", `meeting ${line.status}`, [
    element("p", "kicker", line.kicker),
    element("p", "title", link, { lang: line.language }),
    element("p", "facts", facts),
  ]);
  if (line.tags.length) article.append(element("p", "tags", line.tags.join(", ")));
  return element("li", "", article);
}

class Agenda extends HTMLElement {
  static observedAttributes = ["lang", ...FILTERS];

  constructor() {
    super();
    this.status = element("p", "status", "", { role: "status" });
    this.list = element("ul", "list", "", { role: "list" });
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [LOOK];
    // What the page wrote inside stays, under the list: a link to the whole agenda.
    root.append(this.status, this.list, element("p", "more", element("slot")));
  }

  connectedCallback() {
    this.show();
  }

  disconnectedCallback() {
    this.asking?.abort();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.show();
  }

  get spoken() {
    const language = (this.closest("[lang]")?.lang ?? "").slice(0, 2).toLowerCase();
    return SPOKEN[language] ?? FIRST;
  }

  get address() {
    const address = new URL(this.spoken.data, import.meta.url);
    for (const name of FILTERS) {
      const value = this.getAttribute(name);
      if (value) address.searchParams.set(this.spoken.keys[name], value);
    }
    return address;
  }

  // Attributes that change together are asked for once, and only the last is shown.
  async show() {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    await Promise.resolve();
    if (asking.signal.aborted) return;
    this.status.textContent = this.spoken.loading;
    const late = setTimeout(() => this.fail(asking), PATIENCE);
    try {
      const options = { credentials: "omit", referrerPolicy: "no-referrer", signal: asking.signal };
      const answer = await fetch(this.address, options);
      const { lines, error } = await answer.json();
      if (asking.signal.aborted) return;
      if (error) this.fail(asking, error);
      else this.draw(lines);
    } catch {
      if (!asking.signal.aborted) this.fail(asking);
    } finally {
      clearTimeout(late);
    }
  }

  draw(lines) {
    this.list.replaceChildren(...lines.map(meeting));
    this.status.textContent = lines.length ? "" : this.spoken.empty;
  }

  fail(asking, why = "") {
    asking.abort();
    this.list.replaceChildren();
    this.status.textContent = `${this.spoken.failed} ${why}`.trim();
  }
}

if (!customElements.get("agenda-reseau")) customElements.define("agenda-reseau", Agenda);
