// The signs of the types of event: shape = family, letter = type, colour = type. Shared by the reader and the map.
// Text goes in by textContent only.
globalThis.gazetteGlyphs = (() => {
  "use strict";
  const NAMESPACE = "http://www.w3.org/2000/svg";
  const SHAPES = {
    circle: "M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20z",
    square: "M5.5 3h13A2.5 2.5 0 0 1 21 5.5v13a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 18.5v-13A2.5 2.5 0 0 1 5.5 3z",
    diamond: "M12 .6L23.4 12 12 23.4.6 12z",
    triangle: "M12 .8a1.6 1.6 0 0 1 1.4.8L23.6 20a1.6 1.6 0 0 1-1.4 2.4H1.8A1.6 1.6 0 0 1 .4 20L10.6 1.6A1.6 1.6 0 0 1 12 .8z",
    hexagon: "M6.3 2.1h11.4L23.4 12l-5.7 9.9H6.3L.6 12z",
    "small ring": "M12 6.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z",
  };

  function svg(tag, attributes, ...children) {
    const node = document.createElementNS(NAMESPACE, tag);
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    node.append(...children);
    return node;
  }

  // A type is {key, shape, letter, label}. The letter stands at 16 px and above: two colours are never enough.
  function sign(type, { letter = true, transform = "", halo = 0 } = {}) {
    const path = { d: SHAPES[type.shape] };
    if (type.shape === "small ring") Object.assign(path, { fill: "var(--halo)", stroke: `var(--t-${type.key})`, "stroke-width": 4 });
    else path.fill = `var(--t-${type.key})`;
    if (halo && type.shape !== "small ring") Object.assign(path, { stroke: "var(--halo)", "stroke-width": halo, "paint-order": "stroke" });
    const group = svg("g", transform ? { transform } : {}, svg("path", path));
    if (letter && type.letter) {
      const triangle = type.shape === "triangle";
      const text = svg("text", {
        x: 12, y: triangle ? 20 : 16.6, "text-anchor": "middle",
        style: `font:700 ${triangle ? 12.5 : 13}px var(--sans);fill:var(--l-${type.key})`,
      });
      text.textContent = type.letter;
      group.append(text);
    }
    return group;
  }

  function glyph(type, size, { label = true } = {}) {
    const role = label ? { role: "img", "aria-label": type.label } : { "aria-hidden": "true" };
    return svg("svg", { width: size, height: size, viewBox: "0 0 24 24", class: "glyph", ...role }, sign(type));
  }

  return { svg, sign, glyph };
})();
