// Titles while one types, in the pattern of an editable combobox with a list
// (WAI-ARIA 1.2). The form works without it: Enter always looks for what is written.

const WAIT = 150;
const known = new Map();

function option(suggestion, number, list) {
  const item = document.createElement("li");
  item.role = "option";
  item.id = `${list.id}-${number}`;
  item.dataset.url = suggestion.url;
  item.textContent = suggestion.title;
  const kind = document.createElement("span");
  kind.className = "note";
  kind.textContent = ` ${suggestion.kind}`;
  item.append(kind);
  return item;
}

function enhance(input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-list`;
  list.className = "suggestions";
  list.role = "listbox";
  list.setAttribute("aria-label", input.dataset.suggestionsLabel);
  list.hidden = true;
  input.form.append(list);
  input.role = "combobox";
  input.autocomplete = "off";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  let timer;
  let chosen = -1;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  // None is chosen between the last and the first: Enter then searches.
  function move(step) {
    const items = [...list.children];
    const stops = items.length + 1;
    chosen = ((chosen + 1 + step + stops) % stops) - 1;
    items.forEach((item, n) => item.setAttribute("aria-selected", String(n === chosen)));
    if (chosen >= 0) {
      input.setAttribute("aria-activedescendant", items[chosen].id);
      items[chosen].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map((one, n) => option(one, n, list)));
    chosen = -1;
    list.hidden = !suggestions.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    const written = input.value.trim();
    if (written.length < 2) return close();
    if (!known.has(written)) {
      const address = new URL(input.dataset.suggestions, location.href);
      address.searchParams.set("q", written);
      try {
        const answer = await fetch(address);
        if (!answer.ok) return close();
        known.set(written, (await answer.json()).suggestions);
      } catch {
        return close();
      }
    }
    // Something else may have been written meanwhile.
    if (written === input.value.trim() && document.activeElement === input) {
      show(known.get(written));
    }
  }

  input.setAttribute("aria-expanded", "false");
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) return;
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.href = list.children[chosen].dataset.url;
    }
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("pointerdown", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) location.href = item.dataset.url;
  });
}

for (const input of document.querySelectorAll("input[data-suggestions]")) enhance(input);
