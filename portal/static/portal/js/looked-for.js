// Tells the portal which words were looked for: no cookie, nobody's name.
const page = document.querySelector("[data-looked-for]");
if (page) {
  const said = new FormData();
  for (const name of ["q", "found"]) said.append(name, page.dataset[name]);
  navigator.sendBeacon(page.dataset.lookedFor, said);
}
