// Comfort only: without it, each press loads the page again at the same line.

const door = document.getElementById("door");
let asked = 0;

// ``form`` names the parts of the screen that its answer renews.
async function ask(form, address, options) {
  const turn = ++asked;
  try {
    const answer = await fetch(address, options);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn === asked) show(page, form.dataset.renews.split(" "));
  } catch {
    say(door.dataset.offline);
  }
}

function show(page, parts) {
  const focused = document.activeElement.closest("[id^=person-]")?.id;
  for (const id of parts) {
    const fresh = page.getElementById(id);
    // Signed out meanwhile, or the list is closed: the whole page says so.
    if (!fresh) return window.location.reload();
    document.getElementById(id).replaceWith(fresh);
  }
  if (focused) document.querySelector(`#${focused} button`)?.focus();
  door.querySelector(".door-refusal")?.scrollIntoView({ block: "center" });
}

function say(words) {
  const line = document.createElement("p");
  line.className = "door-refusal";
  line.setAttribute("role", "alert");
  line.textContent = words;
  document.getElementById("door-answer").replaceChildren(line);
  line.scrollIntoView({ block: "center" });
}

door.addEventListener("submit", (event) => {
  const form = event.target;
  event.preventDefault();
  if (form.method === "post") {
    ask(form, form.action, { method: "POST", body: new FormData(form, event.submitter) });
  } else {
    search(form);
  }
});

function search(form) {
  const query = new URLSearchParams(new FormData(form));
  const address = `${form.action}?${query}`;
  window.history.replaceState(null, "", address);
  ask(form, address);
}

let pause;
door.addEventListener("input", (event) => {
  const form = event.target.closest("form[method=get]");
  if (!form) return;
  clearTimeout(pause);
  pause = setTimeout(() => search(form), 200);
});
