// A small map of tiles, only where the settings name their address. The list says it all.

const TILE = 256;
const BRUSSELS = [50.84, 4.38];
const ZOOMS = [10, 17];

const figure = document.querySelector("[data-map]");
const area = figure.querySelector("[data-map-area]");
const facts = JSON.parse(figure.querySelector("[data-map-facts]").textContent);
let zoom = 12;
let centre = pixels(BRUSSELS);

// Web Mercator, in pixels of the whole world at this zoom.
function pixels([latitude, longitude]) {
  const size = TILE * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [
    ((longitude + 180) / 360) * size,
    (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  ];
}

function put(element, x, y) {
  element.style.left = `${Math.round(x)}px`;
  element.style.top = `${Math.round(y)}px`;
  area.append(element);
}

function tile(x, y) {
  const image = new Image();
  image.alt = "";
  image.src = facts.tiles
    .replace("{z}", zoom)
    .replace("{x}", x)
    .replace("{y}", y);
  return image;
}

function link(place) {
  const anchor = document.createElement("a");
  anchor.href = place.url;
  anchor.title = place.name;
  anchor.setAttribute("aria-label", place.name);
  return anchor;
}

function draw() {
  area.replaceChildren();
  const [left, top] = [centre[0] - area.clientWidth / 2, centre[1] - area.clientHeight / 2];
  for (let x = Math.floor(left / TILE); x * TILE < left + area.clientWidth; x += 1) {
    for (let y = Math.floor(top / TILE); y * TILE < top + area.clientHeight; y += 1) {
      put(tile(x, y), x * TILE - left, y * TILE - top);
    }
  }
  for (const place of facts.places) {
    const [x, y] = pixels(place.at);
    put(link(place), x - left, y - top);
  }
}

for (const button of figure.querySelectorAll("[data-map-zoom]")) {
  button.addEventListener("click", () => {
    const step = Number(button.dataset.mapZoom);
    const next = Math.min(Math.max(zoom + step, ZOOMS[0]), ZOOMS[1]);
    centre = centre.map((part) => part * 2 ** (next - zoom));
    zoom = next;
    draw();
  });
}

area.addEventListener("pointermove", (event) => {
  if (!event.buttons) return;
  centre = [centre[0] - event.movementX, centre[1] - event.movementY];
  draw();
});

figure.hidden = false;
draw();
