// The places a name can mean: cards, and a map on which each stands under its number. All text goes in by textContent.
//
// data: what views/finds.py makes, and files: {leaflet, basemap}, their addresses. answer: choose (a place's id).
// Degrees are WGS 84.
const CLOSE = 6; // zoom at which a place of one point is shown: the towns and borders round it are in view
const CLOSEST = 8; // zoom; the basemap is 1:50 million
const ABOVE = 1000; // more than Leaflet's own order of markers, which is their height in px
const EDGE = 34; // px that a marker keeps from the frame

const loading = {};
function script(address) {
  loading[address] ??= new Promise((resolve, reject) => {
    const node = document.createElement("script");
    Object.assign(node, { src: address, onload: resolve, onerror: () => reject(new Error(`${address}: no answer`)) });
    document.head.append(node);
  });
  return loading[address];
}

// Where static serving is off Streamlit answers 200 with an HTML page, so it counts what a script has left behind.
async function library({ leaflet, basemap }) {
  await Promise.all([script(leaflet), script(basemap)]);
  if (!globalThis.L) throw new Error(`${leaflet}: no script`);
  if (!globalThis.GAZETTE_BASEMAP) throw new Error(`${basemap}: no script`);
}

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const name in attributes) name === "text" ? (node.textContent = attributes[name]) : node.setAttribute(name, attributes[name]);
  node.append(...children);
  return node;
}

function card(find, choose) {
  const pick = element("button", { type: "button", class: "pick", text: find.name });
  pick.onclick = () => choose(find.id);
  const kind = element("p", { class: "kind", text: find.kind });
  if (find.code) kind.append(" ", element("span", { class: "code", text: find.code }));
  const meter = element("span", { class: "meter", "aria-hidden": "true" }, element("i"));
  meter.firstChild.style.width = `${find.share * 100}%`;
  return element("li", { class: "card", "data-id": find.id },
    element("h3", {}, element("span", { class: "number", text: find.number }), pick),
    element("p", { class: "where", text: find.where }), kind,
    element("ul", { class: "facts" }, ...find.facts.map((text) => element("li", { text }))),
    element("p", { class: "likely" }, meter, `${find.likely} likely`),
    element("p", { class: "origin" }, element("span", { class: "id", text: find.id }), ` from ${find.source}`));
}

// ---- the map

const collides = (box, taken) => taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);

function drawGround(map) {
  const base = globalThis.GAZETTE_BASEMAP, pane = { pane: "ground", interactive: false };
  const add = (geometry, className) => L.geoJSON(geometry, { ...pane, style: { className } }).addTo(map);
  add(Object.values(base.countries).map((coordinates) => ({ type: "MultiPolygon", coordinates })), "land");
  add({ type: "MultiLineString", coordinates: base.borders }, "border");
  add({ type: "MultiLineString", coordinates: base.disputed }, "border disputed");
}

function newMap(container) {
  const map = L.map(container, { zoomControl: false, minZoom: 1, maxZoom: 12, zoomSnap: 0.25, attributionControl: true });
  map.attributionControl.setPrefix("").addAttribution("Natural Earth, GeoNames");
  L.control.zoom({ position: "topleft" }).addTo(map);
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  for (const [pane, level] of [["seas", 150], ["ground", 200], ["outlines", 300], ["labels", 350]]) map.createPane(pane).style.zIndex = level;
  map.setView([20, 10], 1, { animate: false });
  drawGround(map);
  return map;
}

const edges = ([south, west, north, east]) => [[south, west], [north, east]];
const icon = (html) => L.divIcon({ className: "", iconSize: [0, 0], html });

class Finds {
  constructor(root) {
    this.root = root;
    this.markers = new Map();
    this.cards = element("ul", { class: "cards" });
    this.box = element("div", { class: "mapbox" }, element("div", { class: "map" }));
    this.every = element("button", { type: "button", class: "every", hidden: "" });
    this.every.onclick = () => this.fit(L.latLngBounds(this.data.cards.map((find) => find.point)));
    this.box.append(this.every);
    root.replaceChildren(this.cards, this.box);
  }

  async show(data) {
    const asked = JSON.stringify(data.cards), fresh = asked !== this.asked;
    this.asked = asked;
    this.data = data;
    if (fresh) this.cards.replaceChildren(...data.cards.map((find) => card(find, (id) => this.choose(id))));
    if (fresh) this.every.textContent = `Show all ${data.cards.length}`;
    this.mark();
    try {
      await library(data.files);
      if (this.data === data) this.draw(fresh);
    } catch (error) {
      const text = `The map could not be drawn: ${error.message}. The list works without it. Check that server.enableStaticServing is true, then reload.`;
      this.box.replaceChildren(element("p", { class: "failed", role: "alert", text }));
    }
  }

  choose(id) {
    if (id !== this.data.chosen) this.answer(id);
    this.data.chosen = id;
    this.mark();
    if (!this.map) return;
    this.outline();
    this.goTo();
  }

  // The likeliest stands out until another is chosen.
  chosen() {
    return this.data.cards.find((find) => find.id === this.data.chosen) || this.data.cards[0];
  }

  mark() {
    const { id } = this.chosen();
    for (const node of this.root.querySelectorAll("[data-id]")) {
      const chosen = node.dataset.id === id, button = node.querySelector("button") || node;
      node.classList.toggle("chosen", chosen);
      button.setAttribute("aria-pressed", String(chosen));
    }
    for (const [key, { marker, number }] of this.markers) marker.setZIndexOffset(key === id ? ABOVE : -ABOVE * number);
  }

  draw(fresh) {
    if (!this.map) {
      this.map = newMap(this.box.firstChild);
      for (const group of ["outlines", "labels", "pins"]) this[group] = L.layerGroup().addTo(this.map);
      this.map.on("moveend", () => this.label());
      new ResizeObserver(() => { this.map.invalidateSize({ animate: false }); this.label(); }).observe(this.box);
    }
    const moved = this.data.chosen !== this.last;
    this.last = this.data.chosen;
    if (fresh) this.pin();
    this.outline();
    this.mark();
    this.every.hidden = this.data.cards.length < 2;
    if (!fresh && !moved) return;
    if (this.data.chosen || this.data.cards.length === 1) this.goTo();
    else this.fit(edges(this.data.frame));
  }

  // The first stands on top: of two that share a point, the likelier can be reached.
  pin() {
    this.pins.clearLayers();
    this.markers.clear();
    for (const find of this.data.cards) {
      const node = element("button", { type: "button", class: "pin number", "data-id": find.id, text: find.number });
      node.setAttribute("aria-label", `${find.number}: ${find.name}${find.where ? `, ${find.where}` : ""}`);
      L.DomEvent.on(node, "click", (event) => { L.DomEvent.stop(event); this.choose(find.id); this.reveal(find.id); });
      this.markers.set(find.id, { number: find.number, marker: L.marker(find.point, { icon: icon(node), keyboard: false }).addTo(this.pins) });
    }
  }

  outline() {
    const find = this.chosen(), base = globalThis.GAZETTE_BASEMAP;
    const country = base.countries[find.country], shape = find.shape || (country && { type: "MultiPolygon", coordinates: country });
    this.outlines.clearLayers();
    if (!shape) return;
    // A sea reaches a little over its coast, whose line on the basemap is finer: it lies below the land.
    const pane = find.sea ? "seas" : "outlines", line = shape.type === "MultiLineString";
    const className = `outline${find.sea ? " sea" : ""}${line ? " line" : ""}`;
    L.geoJSON(shape, { pane, interactive: false, style: { className } }).addTo(this.outlines);
  }

  goTo() {
    const { box, point } = this.chosen();
    this.last = this.data.chosen;
    if (box) this.fit(edges(box), CLOSEST);
    else this.map.setView(point, Math.max(this.map.getZoom(), CLOSE), { animate: false });
  }

  fit(bounds, maxZoom = CLOSE) {
    this.map.fitBounds(bounds, { animate: false, maxZoom, padding: [EDGE, EDGE] });
  }

  // Quiet names of countries and seas, where nothing else stands.
  label() {
    this.labels.clearLayers();
    const size = this.map.getSize(), taken = [[0, 0, 56, 84]];
    for (const { point } of this.data.cards) {
      const at = this.map.latLngToContainerPoint(point);
      taken.push([at.x - 16, at.y - 16, at.x + 16, at.y + 16]);
    }
    for (const [name, lat, lon, from, code] of globalThis.GAZETTE_BASEMAP.labels) {
      if (this.map.getZoom() < from) continue;
      const at = this.map.latLngToContainerPoint([lat, lon]), half = name.length * 3.6 + 4;
      const box = [at.x - half, at.y - 9, at.x + half, at.y + 9];
      if (box[0] < 4 || box[1] < 4 || box[2] > size.x - 4 || box[3] > size.y - 24 || collides(box, taken)) continue;
      taken.push(box);
      const node = element("span", { class: code ? "label" : "label sea", text: name });
      L.marker([lat, lon], { pane: "labels", interactive: false, keyboard: false, icon: icon(node) }).addTo(this.labels);
    }
  }

  reveal(id) {
    const node = [...this.cards.children].find((card) => card.dataset.id === id);
    if (matchMedia("(min-width: 1001px)").matches) node.scrollIntoView({ block: "nearest" });
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".finds");
  root.finds ??= new Finds(root);
  root.finds.answer = (id) => setTriggerValue("choose", id);
  const state = JSON.stringify(data);
  if (state === root.state) return;
  root.state = state;
  root.finds.show(data);
}
