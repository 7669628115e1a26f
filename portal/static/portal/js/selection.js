// « Ma sélection »: the ticks of this browser. Without this file, boxes and a form do.
// Ticks stay until they are forgotten, the note until the tab is closed; neither is sent.

const TICKS = "my-selection";
const NOTE = "my-selection-note";
const MOST = 60;

const held = (store) => {
  try {
    return window[store];
  } catch {
    // A browser that keeps nothing: boxes and the form still work.
    return { getItem: () => null, setItem() {}, removeItem() {} };
  }
};
const ticks = held("localStorage");
const notes = held("sessionStorage");

function read() {
  try {
    const slugs = JSON.parse(ticks.getItem(TICKS) || "[]");
    return Array.isArray(slugs) ? slugs.filter((slug) => /^[-\w]+$/.test(slug)) : [];
  } catch {
    return [];
  }
}

function write(slugs) {
  try {
    ticks.setItem(TICKS, JSON.stringify([...new Set(slugs)].slice(0, MOST)));
  } catch {
    // Full, or forbidden: the ticks last as long as the page.
  }
}

function address(form, key) {
  const query = new URLSearchParams(read().map((slug) => [key, slug]));
  return `${form.getAttribute("action") || location.pathname}?${query}`;
}

const boxes = [...document.querySelectorAll("[data-select-service]")];
const page = document.querySelector("[data-selection-page]");
const form = document.querySelector("[data-selection-form]");

function show() {
  for (const count of document.querySelectorAll("[data-selection-count]")) {
    count.textContent = read().length ? `(${read().length})` : "";
  }
}

// On the page of a selection the address says what is ticked, shared links included.
for (const box of boxes) {
  if (!page) box.checked = read().includes(box.value);
  box.addEventListener("change", () => {
    const others = read().filter((slug) => slug !== box.value);
    write(box.checked ? [...others, box.value] : others);
    for (const same of boxes) if (same.value === box.value) same.checked = box.checked;
    show();
  });
}
if (form && !page) {
  // Ticks of other pages of the list go along.
  form.addEventListener("submit", (event) => {
    if (!boxes.length) return;
    event.preventDefault();
    location.assign(address(form, boxes[0].name));
  });
}
show();

const kept = document.querySelector("[data-selection-kept]");
if (kept && read().length) {
  const link = kept.querySelector("[data-selection-link]");
  link.search = new URLSearchParams(read().map((slug) => [kept.dataset.key, slug]));
  kept.hidden = false;
}

const note = document.querySelector("[data-private-note]");
if (note) {
  const printed = document.querySelector("[data-private-note-print]");
  const keep = () => {
    printed.textContent = note.value;
    try {
      notes.setItem(NOTE, note.value);
    } catch {
      // It stays on the page.
    }
  };
  note.value = notes.getItem(NOTE) || "";
  printed.textContent = note.value;
  note.addEventListener("input", keep);
}

const clear = document.querySelector("[data-selection-clear]");
if (clear) {
  clear.hidden = false;
  clear.querySelector("button").addEventListener("click", () => {
    ticks.removeItem(TICKS);
    notes.removeItem(NOTE);
    location.assign(location.pathname);
  });
}
