// The reader: draws what views/read.py sends and answers what is clicked. All text goes in by textContent.
//
// data: what views/sheet.py makes. answers: mention (its number), choose ("close" | "who" | "clear" | "status" | "rival:ID").
const { glyph } = globalThis.gazetteGlyphs;

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name];
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name === "onclick") node.onclick = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reader");
  const types = new Map(data.types.map((type) => [type.key, type]));
  const glyphs = (keys, size) => element("span", { class: "glyphs" }, ...keys.map((key) => glyph(types.get(key), size)));
  const answer = (name, value) => setTriggerValue(name, value);

  // ---- text with marks

  function fill(node, pieces, region) {
    for (const piece of pieces) {
      if (typeof piece === "string") node.append(piece);
      else if (piece.d !== undefined) node.append(element("span", { class: "d", text: piece.t, title: piece.d }));
      else node.append(mark(piece, region));
    }
    return node;
  }

  function mark(piece, region) {
    const same = piece.p === data.place, chosen = piece.m === data.chosen && !piece.r;
    const classes = ["m", piece.u, piece.unsure && "unsure", chosen ? "chosen" : same && "same"].filter(Boolean);
    // A reference ("the capital") leads to the mention that it stands for, and is found again by where it begins.
    const found = piece.r ? ["data-r", piece.r] : ["data-m", piece.m];
    // A span, since a button is a block of its own in a line: the text would break between "Baghdad" and "’s".
    const node = element("span", {
      role: "button", tabindex: 0, class: classes.join(" "), [found[0]]: found[1], "data-p": piece.p, title: piece.title, text: piece.t,
      "aria-pressed": String(chosen),
    });
    node.onclick = () => { root.gazetteClicked = { found, region, top: offset(node) }; answer("mention", piece.m); };
    node.onkeydown = (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); node.onclick(); } };
    node.style.setProperty("--c", `var(--t-${piece.c})`);
    node.onmouseenter = () => twins(piece.p).forEach((twin) => twin.classList.add("same"));
    node.onmouseleave = () => piece.p !== data.place && twins(piece.p).forEach((twin) => twin.classList.remove("same"));
    return node;
  }

  const twins = (place) => [...root.querySelectorAll(".m")].filter((node) => node.dataset.p === place && !node.classList.contains("chosen"));
  const offset = (node) => node.getBoundingClientRect().top;

  function margin(dates, status, keys) {
    const gut = element("div", { class: "gut" }, ...dates.map((date) => element("span", { class: "num", text: date })));
    if (status) gut.append(element("span", { class: "status", text: status }));
    if (keys.length) gut.append(glyphs(keys, 18));
    return gut;
  }

  // ---- the whole article

  function article() {
    const column = element("div", { class: "col", "data-region": "article" });
    const heads = { title: "h1", dek: "p", caption: "p", heading: "h2", paragraph: "p", notice: "p" };
    let signed = false;
    const sign = () => { if (!signed) column.append(byline()); signed = true; };
    for (const block of data.blocks) {
      if (block.kind !== "title" && block.kind !== "dek") sign();
      if (block.fold) {
        column.append(element("button", { type: "button", class: "fold num", text: block.label, title: "Show every passage", onclick: () => answer("choose", "clear") }));
        continue;
      }
      const node = element(heads[block.kind], { class: block.kind });
      if (block.kind === "caption") node.append(element("i", { text: "Caption" }));
      fill(node, block.pieces, "article");
      if (block.credit) node.append(element("span", { class: "credit", text: block.credit }));
      if (block.kind !== "title" && block.kind !== "dek" && block.kind !== "notice") column.append(margin(block.dates, block.status, block.types));
      column.append(node);
    }
    sign();
    column.append(element("div", { class: "last" }));
    return column;
  }

  function byline() {
    const line = element("p", { class: "by" });
    if (data.byline) line.append(element("b", { text: data.byline }));
    if (data.published) line.append(element("span", { text: data.published }));
    line.append(element("span", { class: "num", text: data.counts }));
    return line;
  }

  // ---- one place

  function card({ name, kind, coordinates, sure, share, relation, why, rivals, position, before, after }) {
    const step = (label, sign, target) =>
      element("button", { type: "button", class: "ib", "aria-label": label, text: sign, disabled: target === null, onclick: () => { root.gazetteClicked = { found: ["data-m", target], region: "passages" }; answer("mention", target); } });
    const meter = element("span", { class: "meter", "aria-hidden": "true" }, element("i"));
    meter.firstChild.style.width = `${share * 100}%`;
    const lines = element("div", { class: "sub num" }, element("span", { text: kind }), element("span", { text: coordinates }), element("span", { class: "sure" }, `${sure} sure`, meter));
    const close = element("button", { type: "button", class: "ib", "aria-label": "Close", text: "×", onclick: () => answer("choose", "close") });
    const walk = element("div", { class: "walk" }, element("span", { class: "num", text: position }), step("Previous mention", "←", before), step("Next mention", "→", after), close);
    const top = element("div", { class: "top" }, element("div", {}, element("h2", { text: name }), lines), walk);
    const reasons = element("p", { class: "why" }, element("b", { text: "Why here: " }), `${why.join("; ")}.`);
    const others = element("div", { class: "rivals" });
    if (!rivals.length) others.append("No other place of this name is known.");
    else others.append("Or:", ...rivals.map((rival) => element("button", {
      type: "button", class: "rival num", text: `${rival.name}, ${rival.kind} · ${rival.share}`, title: "Point at it on the map",
      "aria-pressed": String(rival.id === data.rival), onclick: () => answer("choose", `rival:${rival.id}`),
    })));
    const stands = relation ? element("p", { class: "stands", text: relation }) : null;
    return element("section", { class: "card", "aria-label": "Place" }, top, stands, why.length ? reasons : null, others);
  }

  function passages() {
    const column = element("div", { class: "col passages", "data-region": "passages" });
    if (!data.groups.length) column.append(element("p", { class: "why nothing", text: data.quiet.none }));
    for (const group of data.groups) {
      column.append(element("h3", { class: "group" }, capital(group.status), element("b", { class: "num", text: group.items.length })));
      for (const item of group.items) column.append(margin(item.dates.length ? item.dates : ["no date"], null, item.types), passage(item));
    }
    if (data.quiet.more) column.append(element("p", { class: "more" }, `${data.quiet.more} `, element("button", { type: "button", class: "lnk", text: data.quiet.offer, onclick: () => answer("choose", "who") })));
    return column;
  }

  function passage(item) {
    const chips = element("div", { class: "chips" });
    if (item.status !== "no event") chips.append(element("span", { class: `chip ${item.status}`, text: item.status }));
    for (const date of item.dates) chips.append(element("span", { class: "chip num", text: date }));
    item.types.forEach((key, index) => {
      const { trigger, who } = item.told[index];
      const evidence = element("q", { text: trigger });
      chips.append(element("span", { class: "chip type" }, glyph(types.get(key), 16, { label: false }), types.get(key).label, evidence));
      if (who) chips.append(element("span", { class: "chip who", text: who, title: `Who, in ${types.get(key).label}` }));
    });
    return element("div", { class: "passage" }, fill(element("div", { class: "quote" }), item.pieces, "passages"), chips);
  }

  function tabs(whole) {
    const go = (target) => () => { root.scrollTop += offset(target()) - offset(root) - root.querySelector(".card").offsetHeight; };
    const first = element("button", { type: "button", "aria-current": "true", text: `Passages (${data.groups.reduce((sum, group) => sum + group.items.length, 0)})`, onclick: () => (root.scrollTop = 0) });
    return element("nav", { class: "jump", "aria-label": "In the reader" }, first, element("button", { type: "button", text: "Whole article", onclick: go(() => whole) }));
  }

  function empty() {
    const { title, text, offers } = data.empty;
    const row = element("div", { class: "row" }, ...offers.map(([what, label], index) => element("button", { type: "button", class: index ? "btn" : "btn solid", text: label, onclick: () => answer("choose", what) })));
    return element("div", { class: "state" }, element("h2", { text: title }), element("p", { text }), row);
  }

  function draw() {
    const nodes = [];
    if (data.empty) nodes.push(empty());
    else if (data.card) {
      const heading = element("div", { class: "col" }, element("h3", { class: "group whole", text: "Whole article" }));
      nodes.push(card(data.card), tabs(heading), passages(), heading);
    }
    if (!data.empty) nodes.push(article());
    if (data.none && !data.empty) nodes.at(-1).querySelector(".by").after(element("p", { class: "none", text: data.none }));
    root.replaceChildren(...nodes);
  }

  // A click in the text must leave that text where it is; a click on the map shows the place from its top.
  function settle(before) {
    const clicked = root.gazetteClicked;
    root.gazetteClicked = null;
    const twin = clicked && root.querySelector(`[data-region=${clicked.region}] .m[${clicked.found[0]}="${Number(clicked.found[1])}"]`);
    if (twin && clicked.top !== undefined) root.scrollTop += offset(twin) - clicked.top;
    else if (twin) twin.scrollIntoView({ block: "nearest" });
    else if (data.place !== root.gazettePlace || data.article !== root.gazetteArticle) root.scrollTop = 0;
    else root.scrollTop = before;
    if (clicked && twin) twin.focus({ preventScroll: true });
    root.gazettePlace = data.place;
    root.gazetteArticle = data.article;
  }

  const state = JSON.stringify(data);
  if (state === root.gazetteState) return;
  root.gazetteState = state;
  const before = root.scrollTop;
  draw();
  settle(before);
}
