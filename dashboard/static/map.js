// The one layer of the map. `mount` gets what the article fixes, `show` what the reader wants to see now.
//
// scene:  { types: [{key, shape, letter, label}], frame: [south, west, north, east] | null,
//           places: [{name, area, plain, sea, lat, lon, code, shape, spots, box}] }     a place's number is its index
//         code: key of a country in the basemap; shape: GeoJSON, of a river a MultiLineString; spots: [[lat, lon]]
//         inside an area or on a line, best first; box: [south, west, north, east] of the part worth framing
// show:   { tallies: [[place, [[type, count]]]], selected: place | null, rival: [lat, lon] | null, go: bool, theme }
//
// Degrees are WGS 84. Every text goes in by textContent. A click answers {place, at}: `at` makes each click a new value.
globalThis.gazetteMap = (() => {
  "use strict";
  const { svg, sign, glyph } = globalThis.gazetteGlyphs;
  const MANY = 300; // places; above this dots on a canvas, since a DOM marker costs about 0.3 ms a redraw
  const HEADINGS = ["↑", "↗", "→", "↘", "↓", "↙", "←", "↖"];
  const OUTSIDE = 3; // buttons for places beyond the frame
  const SIGN_HALF = 11; // px from the middle of a sign to its edge; map.css moves a pinned name by as much
  const TOUCH = 14; // px; how wide a river answers a click
  let map, scene, types, ground, shapes, marks, labels, outside, framed = false, asked = null, drawn = [];

  const probe = document.createElement("i");
  function colour(name) { // a canvas knows no CSS variables
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  }

  function element(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const name in attributes) name === "text" ? (node.textContent = attributes[name]) : node.setAttribute(name, attributes[name]);
    node.append(...children);
    return node;
  }

  function mount(leafletMap, theScene) {
    map = leafletMap;
    scene = theScene;
    types = new Map(scene.types.map((type) => [type.key, type]));
    document.body.append(probe);
    probe.hidden = true;
    map.attributionControl.setPrefix("").addAttribution("Natural Earth, GeoNames");
    L.control.zoom({ position: "topleft" }).addTo(map);
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
    for (const [pane, level] of [["seas", 150], ["ground", 200], ["areas", 300], ["labels", 350]]) map.createPane(pane).style.zIndex = level;
    for (const pane of ["ground", "labels"]) map.getPane(pane).style.pointerEvents = "none";
    ground = L.layerGroup().addTo(map);
    shapes = L.layerGroup().addTo(map);
    marks = L.layerGroup().addTo(map);
    labels = L.layerGroup().addTo(map);
    outside = element("div", { class: "outside" });
    map.getContainer().append(outside, key());
    L.DomEvent.disableClickPropagation(outside);
    map.on("moveend resize", arrange);
    new ResizeObserver(fit).observe(map.getContainer());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => asked && show(asked));
  }

  function fit() {
    map.invalidateSize({ animate: false, pan: false });
    const size = map.getSize();
    if (framed || size.x < 50 || size.y < 50) return;
    // streamlit-folium waits for scripts, not for stylesheets: without the palette the ground would be drawn black.
    if (!getComputedStyle(document.documentElement).getPropertyValue("--land")) return setTimeout(fit, 20);
    drawGround();
    framed = true;
    frame();
    if (asked) show(asked);
  }

  function frame() {
    if (!scene.frame) return map.setView([20, 10], 2, { animate: false });
    const [south, west, north, east] = scene.frame;
    const wide = map.getSize().x > 480;
    map.fitBounds([[south, west], [north, east]], {
      animate: false, maxZoom: 8, paddingTopLeft: wide ? [70, 60] : [30, 24], paddingBottomRight: wide ? [90, 70] : [50, 24],
    });
  }

  // ---- the ground: land, borders, quiet names

  function drawGround() {
    const base = globalThis.GAZETTE_BASEMAP, renderer = L.canvas({ pane: "ground", padding: 0.5 });
    const quiet = { pane: "ground", interactive: false, renderer };
    ground.clearLayers();
    const land = colour("--land"), border = colour("--border");
    L.geoJSON(Object.values(base.countries).map(multiPolygon), { ...quiet, style: { color: land, weight: 0.6, fillColor: land, fillOpacity: 1 } }).addTo(ground);
    const lines = (coordinates, style) =>
      L.geoJSON({ type: "MultiLineString", coordinates }, { ...quiet, style: { fill: false, ...style } }).addTo(ground);
    lines(base.borders, { color: border, weight: 0.9 });
    lines(base.disputed, { color: border, weight: 1.1, dashArray: "2 4" });
  }

  function quietNames(taken) {
    const named = new Set(drawn.flatMap(({ place }) => [place.code, place.name])), size = map.getSize();
    labels.clearLayers();
    for (const [name, lat, lon, from, code] of globalThis.GAZETTE_BASEMAP.labels) {
      if (map.getZoom() < from || named.has(code || name)) continue;
      const at = map.latLngToContainerPoint([lat, lon]), half = name.length * 3.6 + 4;
      const box = [at.x - half, at.y - 9, at.x + half, at.y + 9];
      if (box[0] < 4 || box[1] < 4 || box[2] > size.x - 4 || box[3] > size.y - 44 || collides(box, taken)) continue;
      taken.push(box);
      const label = element("span", { class: code ? "ground-label" : "ground-label sea", text: name });
      const icon = L.divIcon({ className: "", iconSize: [0, 0], html: label });
      L.marker([lat, lon], { pane: "labels", interactive: false, keyboard: false, icon }).addTo(labels);
    }
  }

  // ---- the places

  function show(command) {
    const theme = command.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    const turned = document.documentElement.style.colorScheme !== theme;
    document.documentElement.style.colorScheme = theme;
    if (turned && framed) drawGround();
    asked = command;
    if (!framed) return fit();
    draw();
    if (command.go && command.selected !== null) goTo(command.selected);
  }

  function draw() {
    shapes.clearLayers();
    marks.clearLayers();
    drawn = [];
    const tallies = new Map(asked.tallies);
    if (asked.selected !== null && !tallies.has(asked.selected)) tallies.set(asked.selected, []);
    const order = [...tallies].sort(([a, x], [b, y]) => width(scene.places[b]) - width(scene.places[a]) || total(y) - total(x));
    const dots = order.length > MANY ? L.canvas({ padding: 0.5 }) : null;
    for (const [number, tally] of order) {
      const place = scene.places[number];
      if (place.area) drawShape(place, number, tally);
      if (dots && number !== asked.selected) drawDot(place, number, tally, dots);
      else drawMark(place, number, tally);
    }
    if (asked.rival) pointAt(asked.rival);
    arrange();
  }

  // A runner-up is drawn only while asked for, and then where it can be seen beside the chosen place.
  function pointAt(rival) {
    L.circleMarker(rival, { radius: 11, weight: 2, dashArray: "3 4", color: colour("--ink"), fill: false, interactive: false }).addTo(marks);
    if (map.getBounds().pad(-0.08).contains(rival)) return;
    const { lat, lon } = scene.places[asked.selected];
    map.fitBounds(L.latLngBounds([rival, [lat, lon]]).pad(0.2), { animate: false, maxZoom: map.getZoom() });
  }

  const total = (tally) => tally.reduce((sum, [, count]) => sum + count, 0);
  const main = (tally) => types.get(tally.length ? tally[0][0] : "background");
  const width = (place) => (place.box ? (place.box[2] - place.box[0]) * (place.box[3] - place.box[1]) : 0);
  const multiPolygon = (coordinates) => ({ type: "MultiPolygon", coordinates });
  const isLine = (place) => place.shape !== null && place.shape.type === "MultiLineString";
  const geometry = (place) => place.shape || multiPolygon(globalThis.GAZETTE_BASEMAP.countries[place.code] || []);
  const click = (place) => Streamlit.setComponentValue({ place, at: Date.now() });

  function drawShape(place, number, tally) {
    const chosen = asked.selected === number, tint = colour(`--t-${main(tally).key}`);
    const add = (pane, style) => L.geoJSON(geometry(place), { pane, style }).on("click", () => click(number)).addTo(shapes);
    const edge = { color: chosen ? colour("--sel") : tint, weight: chosen ? 2.5 : 1.4 };
    if (isLine(place)) {
      add("areas", { ...edge, weight: chosen ? 3.5 : 2.4, fill: false });
      add("areas", { weight: TOUCH, opacity: 0, fill: false });
    } else if (place.plain) {
      const fill = { fillColor: chosen ? tint : colour("--named"), fillOpacity: chosen ? 0.14 : 1 };
      add("areas", { color: colour(chosen ? "--sel" : "--line2"), weight: chosen ? 2.5 : 1.1, ...fill });
    } else if (place.sea) { // its coast is the land's, so it has no outline of its own
      add("seas", { stroke: false, fillColor: tint, fillOpacity: chosen ? 0.42 : 0.18 });
    } else {
      add("areas", { ...edge, fillColor: tint, fillOpacity: chosen ? 0.3 : 0.18 });
    }
  }

  function drawDot(place, number, tally, renderer) {
    const tint = colour(`--t-${main(tally).key}`);
    L.circleMarker([place.lat, place.lon], { renderer, radius: 6, weight: 1.5, color: colour("--halo"), fillColor: tint, fillOpacity: 1 })
      .on("click", () => click(number)).addTo(marks);
  }

  function drawMark(place, number, tally) {
    const count = total(tally), chosen = asked.selected === number;
    const node = element("button", { type: "button", class: "place", "data-place": number, "aria-pressed": chosen });
    node.setAttribute("aria-label", `${place.name}, ${count} ${count === 1 ? "mention" : "mentions"}`);
    node.classList.toggle("area", place.area);
    node.classList.toggle("selected", chosen);
    node.append(place.area ? glyph(main(tally), 18, { label: false }) : ring(tally, chosen), element("span", { class: "name", text: place.name }));
    if (count > 1) node.append(element("span", { class: "tally", text: count }));
    L.DomEvent.on(node, "click", (event) => { L.DomEvent.stop(event); click(number); });
    const icon = L.divIcon({ className: "", iconSize: [0, 0], html: node });
    const marker = L.marker([place.lat, place.lon], { icon, keyboard: false, zIndexOffset: chosen ? 9000 : place.area ? -500 : 0 }).addTo(marks);
    drawn.push({ place, number, tally, node, marker });
  }

  // The shares of several types as a ring, the largest in the middle; a single type is its glyph alone.
  function ring(tally, chosen) {
    const several = tally.length > 1, radius = several ? 18 : 14, side = 2 * radius + 8, all = total(tally);
    const drawing = svg("svg", { width: side, height: side, viewBox: `${-side / 2} ${-side / 2} ${side} ${side}`, "aria-hidden": "true" });
    if (chosen) drawing.append(svg("circle", { r: radius + 1.5, style: "fill:var(--halo);stroke:var(--sel);stroke-width:3" }));
    else if (several) drawing.append(svg("circle", { r: radius - 0.5, style: "fill:var(--halo)" }));
    let from = -Math.PI / 2;
    for (const [type, count] of several ? tally : []) {
      const to = from + (count / all) * 2 * Math.PI, gap = 0.07, r = radius - 2.5, point = (angle) => `${r * Math.cos(angle)} ${r * Math.sin(angle)}`;
      const d = `M${point(from + gap)}A${r} ${r} 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to - gap)}`;
      drawing.append(svg("path", { d, style: `fill:none;stroke:var(--t-${type});stroke-width:4` }));
      from = to;
    }
    const size = several ? 19 : 22, lift = main(tally).shape === "triangle" ? 1.5 : 0;
    drawing.append(sign(main(tally), { halo: 2.5, transform: `translate(${-size / 2} ${-size / 2 - lift}) scale(${size / 24})` }));
    return drawing;
  }

  // ---- where names stand

  const collides = (box, taken) => taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);

  function arrange() {
    if (!framed || !asked) return;
    const taken = [[0, 0, 56, 84]], order = [...drawn].sort((a, b) => (b.number === asked.selected) - (a.number === asked.selected) || total(b.tally) - total(a.tally));
    const points = order.filter((mark) => !mark.place.area), areas = order.filter((mark) => mark.place.area);
    for (const { place } of points) {
      const at = map.latLngToContainerPoint([place.lat, place.lon]);
      taken.push([at.x - 13, at.y - 13, at.x + 13, at.y + 13]);
    }
    points.forEach((mark, index) => namePoint(mark, taken, taken[index + 1]));
    areas.forEach((mark) => nameArea(mark, taken));
    pointOutside();
    if (outside.childElementCount) taken.push([0, 0, outside.offsetLeft + outside.offsetWidth, outside.offsetTop + outside.offsetHeight]);
    quietNames(taken);
  }

  function namePoint({ place, node }, taken, own) {
    const at = map.latLngToContainerPoint([place.lat, place.lon]), name = node.querySelector(".name"), size = map.getSize();
    node.classList.remove("left", "above", "below", "bare");
    const long = name.offsetWidth + 4, off = node.offsetWidth / 2 + 3, others = taken.filter((box) => box !== own);
    const sides = {
      right: [at.x + off, at.y - 9, at.x + off + long, at.y + 9], left: [at.x - off - long, at.y - 9, at.x - off, at.y + 9],
      below: [at.x - long / 2, at.y + off, at.x + long / 2, at.y + off + 18], above: [at.x - long / 2, at.y - off - 18, at.x + long / 2, at.y - off],
    };
    const free = Object.keys(sides).find((side) => sides[side][0] > 0 && sides[side][2] < size.x && !collides(sides[side], others));
    if (free !== "right") node.classList.add(free || "bare");
    if (free) taken.push(sides[free]);
  }

  function nameArea({ place, node, marker }, taken) {
    node.classList.remove("bare", "pinned");
    const half = node.offsetWidth / 2 + 4, size = map.getSize(), line = isLine(place);
    const corners = line ? place.shape.coordinates.flat().map(([lon, lat]) => [lat, lon]) : [];
    const spots = [...place.spots, ...corners].map((spot) => map.latLngToContainerPoint(spot));
    // On a river or a sea the sign stands on the water and the name beside it.
    const pinned = line || Boolean(place.sea);
    const above = pinned ? null : aboveShape(place, half);
    if (above) spots.unshift(above);
    const left = pinned ? SIGN_HALF : half, right = 2 * half - left;
    const boxOf = (spot) => [spot.x - left, spot.y - 12, spot.x + right, spot.y + 12];
    const inside = spots.filter((spot) => spot.x > left && spot.x < size.x - right && spot.y > 14 && spot.y < size.y - 50);
    const free = inside.find((candidate) => !collides(boxOf(candidate), taken)), spot = free || inside[0];
    const at = spot ? map.containerPointToLatLng(spot) : L.latLng(place.lat, place.lon);
    marker.setLatLng(at);
    node.classList.toggle("away", !spot);
    node.classList.toggle("pinned", pinned);
    node.classList.toggle("bare", !free);
    if (free) taken.push(boxOf(spot));
  }

  // The name of a region that is small on the screen stands above its shape; null for every other.
  function aboveShape(place, half) {
    if (!place.box || place.plain) return null;
    const left = map.latLngToContainerPoint([place.box[2], place.box[1]]), right = map.latLngToContainerPoint([place.box[2], place.box[3]]);
    return right.x - left.x < 6 * half ? L.point((left.x + right.x) / 2, left.y - 14) : null;
  }

  // ---- what the frame leaves out

  function pointOutside() {
    const view = map.getBounds(), centre = map.getCenter();
    const far = drawn.filter(({ marker, node }) => node.classList.contains("away") || !view.contains(marker.getLatLng()));
    outside.replaceChildren();
    if (!far.length) return;
    outside.append(element("span", { text: "Outside this view" }));
    for (const { place, number } of far.slice(0, OUTSIDE)) {
      const button = element("button", { type: "button" }, element("b", { text: place.name }), ` ${heading(centre, place)}`);
      button.addEventListener("click", () => { goTo(number); click(number); });
      outside.append(button);
    }
    const all = element("button", { type: "button", text: "Show all" });
    all.addEventListener("click", () => map.fitBounds(L.latLngBounds(drawn.map(({ place }) => [place.lat, place.lon])).pad(0.1), { animate: false }));
    outside.append(all);
  }

  // The way to drag, not the shortest way on the globe: that of a place across the world leads over the pole.
  function heading(from, place) {
    const here = map.project(from), there = map.project([place.lat, place.lon]);
    const bearing = ((Math.atan2(there.x - here.x, here.y - there.y) * 180) / Math.PI + 360) % 360;
    const km = Math.round(from.distanceTo([place.lat, place.lon]) / 1e4) * 10;
    return `${HEADINGS[Math.round(bearing / 45) % 8]} ${km.toLocaleString("en")} km`;
  }

  // The map jumps, it does not fly; and it stays where it is when the place is in view already.
  function goTo(number) {
    const place = scene.places[number], view = map.getBounds().pad(-0.08);
    if (place.box) {
      const box = L.latLngBounds([place.box[0], place.box[1]], [place.box[2], place.box[3]]);
      if (!view.contains(box.getCenter())) map.fitBounds(box, { animate: false, maxZoom: 7 });
    } else if (!view.contains([place.lat, place.lon])) {
      map.setView([place.lat, place.lon], Math.max(map.getZoom(), 5), { animate: false });
    }
  }

  // ---- the key under the map

  function key() {
    const strip = element("div", { class: "key", "aria-hidden": "true" });
    const sample = (shape, text) => {
      const type = scene.types.find((candidate) => candidate.shape === shape);
      const drawing = svg("svg", { width: 13, height: 13, viewBox: "0 0 24 24" }, sign(type, { letter: false }));
      return element("span", {}, drawing, text);
    };
    strip.append(element("b", { text: "Cooperation" }), sample("circle", "words"), sample("square", "deeds"));
    strip.append(element("b", { text: "Conflict" }), sample("diamond", "words"), sample("triangle", "deeds"), sample("hexagon", "state and society"));
    const arc = (d, key) => svg("path", { d, style: `fill:none;stroke:var(--t-${key});stroke-width:4` });
    const several = svg("svg", { width: 15, height: 15, viewBox: "-10 -10 20 20" },
      arc("M0-7.5A7.5 7.5 0 0 1 4 6.3", "attacks_fighting"), arc("M2 7.3A7.5 7.5 0 0 1-1.5-7.3", "talks_visits"));
    strip.append(element("span", {}, several, "several"));
    const line = svg("svg", { width: 18, height: 13 }, svg("path", { d: "M0 7h18", style: "stroke:var(--ink2);stroke-width:1.5;stroke-dasharray:2 3" }));
    strip.append(element("span", {}, line, "disputed border"));
    return strip;
  }

  return { mount, show };
})();
