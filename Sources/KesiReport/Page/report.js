// The page at work: language, map, search, filters, cards, tables. Names come from people: they are only ever set as text.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const lang = () => root.dataset.lang;
  const t = (phrase) => phrase[lang() === "zh" ? 1 : 0];
  const words = {
    all: ["all", "全部"], partners: ["Partners", "合作伙伴"], gaps: ["Gaps", "薄弱环节"],
    chains: ["Chains", "产业链"], more: ["more", "更多"], actor: ["actor", "单位"], kind: ["kind", "类型"],
    loss: ["If it is lost", "一旦失去"], cut: ["actors cut off", "将断开的单位"], alone: ["left without a partner", "将再无合作伙伴的单位"],
    nothing: ["Nothing found.", "未找到。"], actors: ["actors", "单位数"], number: ["ties", "联系数"]
  };
  const element = (tag, text, attributes) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    Object.entries(attributes || {}).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };
  const name = (v) => data.actors[v].s[lang() === "zh" ? 1 : 0];
  const full = (v) => data.actors[v].n[lang() === "zh" ? 1 : 0];

  // Who is tied to whom.
  const partners = data.actors.map(() => []);
  data.ties.forEach((tie, index) => { partners[tie[0]].push([tie[1], index]); partners[tie[1]].push([tie[0], index]); });
  const gapsOf = data.actors.map(() => []);
  data.gaps.forEach((gap, index) => gap.v.forEach((v) => gapsOf[v].push(index)));

  // --- What is shown
  const filter = { kinds: new Set(), chain: -1, zone: -1, from: null, to: null };
  let chosen = null; // a set of actors to look at; null for all
  let focus = -1;

  const lasts = (tie) => (filter.from === null || tie[4] === null || tie[4] >= filter.from)
    && (filter.to === null || tie[3] === null || tie[3] <= filter.to);
  const passes = (v) => {
    const actor = data.actors[v];
    return (filter.kinds.size === 0 || filter.kinds.has(actor.k)) && (filter.chain < 0 || actor.c.includes(filter.chain))
      && (filter.zone < 0 || actor.z === filter.zone) && (chosen === null || chosen.has(v));
  };

  // --- The map: an SVG for each language, or a canvas for many actors
  const drawings = ["en", "zh"].map((language) => {
    const holder = document.querySelector(".drawing." + language);
    return holder ? kesiMaps.svg(holder.querySelector("svg"), language, data, select) : null;
  });
  const large = $("large") ? kesiMaps.canvas($("large"), data, name, select) : null;
  const map = () => large || drawings[lang() === "zh" ? 1 : 0];

  function show() {
    const near = focus >= 0 ? new Set([focus].concat(partners[focus].map((p) => p[0]))) : null;
    const on = data.actors.map((_, v) => passes(v) && (near === null || near.has(v)));
    map().draw((v) => on[v], (tie) => on[tie[0]] && on[tie[1]] && lasts(tie) && (focus < 0 || tie[0] === focus || tie[1] === focus), focus);
  }

  function select(v) {
    focus = v; chosen = null;
    if (v >= 0 && !passes(v)) clearFilters();
    card(); show();
  }

  // --- The card of an actor
  function card() {
    const holder = $("card");
    if (focus < 0) { if (!holder.dataset.empty) return; }
    holder.textContent = "";
    if (focus < 0) return;
    holder.dataset.empty = "no";
    const actor = data.actors[focus];
    holder.append(element("h3", full(focus)));
    const other = actor.n[lang() === "zh" ? 0 : 1];
    if (other !== full(focus)) holder.append(element("p", other, { class: "faint" }));
    const place = actor.z >= 0 ? " · " + t(data.zones[actor.z].n) : "";
    holder.append(element("p", t(data.kinds[actor.k].n) + place));
    const list = element("dl");
    data.measures.forEach((measure, index) => {
      if (actor.m[index] === null) return;
      list.append(element("dt", t(measure.n)), element("dd", figure(actor.m[index], index) + (measure.id !== "community" && ranks[index][focus] ? t([" (rank " + ranks[index][focus] + ")", "（第 " + ranks[index][focus] + " 位）"]) : "")));
    });
    if (actor.d) {
      list.append(element("dt", t(words.loss) + t([": ", "："]) + t(words.cut)), element("dd", actor.d[0]));
      list.append(element("dt", t(words.loss) + t([": ", "："]) + t(words.alone)), element("dd", actor.d[1]));
    }
    holder.append(list);
    section(holder, words.chains, actor.c.map((c) => [t(data.chains[c].n), () => choose(data.chains[c].v)]));
    section(holder, words.gaps, gapsOf[focus].map((g) => [t(data.gaps[g].k) + t([": ", "："]) + t(data.gaps[g].t), () => gapList.jump(g)]));
    const others = Array.from(new Set(partners[focus].map((p) => p[0]))).sort((a, b) => data.actors[b].m[0] - data.actors[a].m[0] || a - b);
    section(holder, words.partners, others.map((o) => [name(o), () => select(o)]), actor.p);
  }

  // `of`: how many there are where not all are drawn.
  function section(holder, title, items, of) {
    if (items.length === 0) return;
    holder.append(element("strong", t(title) + t([" (", "（"]) + (of > items.length ? items.length + " / " + of : items.length) + t([")", "）"])));
    const list = element("ul");
    items.slice(0, 30).forEach(([text, go]) => {
      const button = element("button", text, { type: "button", class: "link" });
      button.addEventListener("click", go);
      const item = element("li"); item.append(button); list.append(item);
    });
    if (items.length > 30) list.append(element("li", "… " + (items.length - 30) + " " + t(words.more)));
    holder.append(list);
  }

  function choose(vertices) {
    focus = -1; chosen = new Set(vertices);
    $("map").scrollIntoView({ behavior: "auto" });
    show();
  }

  // --- Search by any part of a name, in either language
  const keys = data.actors.map((a) => (a.i + "\n" + a.n.join("\n") + "\n" + a.s.join("\n")).toLowerCase());
  function find(text) {
    const list = $("found"); list.textContent = "";
    const wanted = text.trim().toLowerCase();
    if (wanted === "") return [];
    const hits = [];
    for (let v = 0; v < keys.length && hits.length < 12; v++) if (keys[v].includes(wanted)) hits.push(v);
    hits.forEach((v) => {
      const button = element("button", name(v) + " · " + t(data.kinds[data.actors[v].k].n), { type: "button" });
      button.addEventListener("click", () => { $("search").value = name(v); list.textContent = ""; select(v); });
      const item = element("li"); item.append(button); list.append(item);
    });
    if (hits.length === 0) list.append(element("li", t(words.nothing)));
    return hits;
  }
  $("search").addEventListener("input", (event) => { if (find(event.target.value).length === 0 && event.target.value === "") select(-1); });
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "Enter") { const hits = find(event.target.value); if (hits.length) { $("found").textContent = ""; select(hits[0]); } }
    if (event.key === "Escape") $("found").textContent = "";
    if (event.key === "ArrowDown") { const first = $("found").querySelector("button"); if (first) { first.focus(); event.preventDefault(); } }
  });

  // --- Filters
  function options(select, entries, value) {
    select.textContent = "";
    select.append(element("option", t(words.all), { value: "-1" }));
    entries.forEach((entry, index) => select.append(element("option", t(entry.n), { value: index })));
    select.value = value;
    select.closest("label").hidden = entries.length === 0;
  }
  function kindChips() {
    const holder = $("kinds"); holder.textContent = "";
    data.kinds.forEach((kind, index) => {
      const chip = element("button", undefined, { type: "button", "aria-pressed": String(filter.kinds.has(index)) });
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("viewBox", "-10 -10 20 20"); svg.setAttribute("aria-hidden", "true");
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", kind.path); path.setAttribute("fill", kind.color);
      svg.append(path); chip.append(svg, element("span", t(kind.n) + t([" (", "（"]) + kind.count.toLocaleString("en") + t([")", "）"])));
      chip.addEventListener("click", () => { if (!filter.kinds.delete(index)) filter.kinds.add(index); kindChips(); refilter(); });
      holder.append(chip);
    });
  }
  function refilter() { chosen = null; if (focus >= 0 && !passes(focus)) focus = -1; show(); }
  function clearFilters() {
    filter.kinds.clear(); filter.chain = filter.zone = -1; filter.from = filter.to = null;
    $("chain").value = $("zone").value = "-1"; $("from").value = $("to").value = ""; kindChips();
  }
  $("chain").addEventListener("change", (event) => { filter.chain = Number(event.target.value); refilter(); });
  $("zone").addEventListener("change", (event) => { filter.zone = Number(event.target.value); refilter(); });
  ["from", "to"].forEach((end) => $(end).addEventListener("change", (event) => { filter[end] = event.target.value === "" ? null : Number(event.target.value); refilter(); }));
  $("reset").addEventListener("click", () => { clearFilters(); focus = -1; chosen = null; $("search").value = ""; $("found").textContent = ""; map().reset(); card(); show(); });
  document.querySelectorAll("[data-zoom]").forEach((b) => b.addEventListener("click", () => map().scale(Number(b.dataset.zoom))));
  const years = [];
  data.ties.forEach((tie) => [tie[3], tie[4]].forEach((year) => { if (year !== null) years.push(year); }));
  if (years.length) {
    $("years").hidden = false;
    const [first, last] = d3.extent(years);
    ["from", "to"].forEach((end) => { $(end).min = first; $(end).max = last; });
    $("from").placeholder = first; $("to").placeholder = last;
  }
  const gapList = kesiGaps(data, t, element);
  document.querySelectorAll("form").forEach((form) => form.addEventListener("submit", (event) => event.preventDefault()));
  document.querySelectorAll("[data-gap]").forEach((b) => b.addEventListener("click", () => {
    clearFilters(); const v = data.gaps[Number(b.dataset.gap)].v;
    if (v.length === 1) { select(v[0]); $("map").scrollIntoView(); } else choose(v);
  }));
  document.querySelectorAll("[data-chain]").forEach((b) => b.addEventListener("click", () => { clearFilters(); choose(data.chains[Number(b.dataset.chain)].v); }));

  // --- Tables
  // Numbers as Figure has them: a column of whole numbers without decimals, any other with three, in which what is not
  // nothing never shows as nothing.
  const digits = data.measures.map((_, index) => data.actors.every((a) => a.m[index] === null || Number.isInteger(a.m[index])) ? 0 : 3);
  const figure = (x, index) => x === null ? "" : digits[index] > 0 && x !== 0 && Math.abs(x) < 0.0005 ? (x < 0 ? "> −0.001" : "< 0.001")
    : x.toLocaleString("en", { minimumFractionDigits: digits[index], maximumFractionDigits: digits[index] }).replace("-", "−");
  const ranks = data.measures.map((_, index) => {
    const order = data.actors.map((a, v) => v).filter((v) => data.actors[v].m[index] !== null).sort((a, b) => data.actors[b].m[index] - data.actors[a].m[index]);
    const rank = [];
    order.forEach((v, place) => { rank[v] = place > 0 && data.actors[order[place - 1]].m[index] === data.actors[v].m[index] ? rank[order[place - 1]] : place + 1; });
    return rank;
  });
  const sorting = { column: 2, down: true };
  let most = 50;
  function rowsWanted() {
    const wanted = $("rows").value.trim().toLowerCase();
    const kept = data.actors.map((_, v) => v).filter((v) => keys[v].includes(wanted) || t(data.kinds[data.actors[v].k].n).toLowerCase().includes(wanted));
    const value = (v) => sorting.column === 0 ? name(v) : sorting.column === 1 ? t(data.kinds[data.actors[v].k].n) : data.actors[v].m[sorting.column - 2];
    const sign = sorting.down ? -1 : 1;
    return kept.sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === null || y === null) return x === y ? a - b : x === null ? 1 : -1;
      const order = typeof x === "number" ? x - y : x.localeCompare(y, lang());
      return order === 0 ? a - b : sign * order;
    });
  }
  function measureTable() {
    const table = $("measuretable"), head = element("tr");
    [words.actor, words.kind].concat(data.measures.map((m) => m.n)).forEach((title, column) => {
      const cell = element("th", undefined, { scope: "col" }), button = element("button", t(title), { type: "button" });
      if (column === sorting.column) cell.setAttribute("aria-sort", sorting.down ? "descending" : "ascending");
      button.addEventListener("click", () => { sorting.down = sorting.column === column ? !sorting.down : column > 1; sorting.column = column; measureTable(); });
      // Heads that a browser repeats on paper have no buttons.
      cell.append(button, element("span", t(title), { class: "onpaper" })); head.append(cell);
    });
    table.tHead.textContent = ""; table.tHead.append(head);
    const rows = rowsWanted(), body = table.tBodies[0];
    body.textContent = "";
    rows.slice(0, most).forEach((v) => {
      const row = element("tr"), first = element("th", undefined, { scope: "row" }), button = element("button", name(v), { type: "button" });
      button.addEventListener("click", () => { select(v); $("map").scrollIntoView(); });
      first.append(button, element("span", name(v), { class: "onpaper" })); row.append(first, element("td", t(data.kinds[data.actors[v].k].n)));
      data.actors[v].m.forEach((x, index) => row.append(element("td", figure(x, index), { class: "n" })));
      body.append(row);
    });
    const [n, all] = [Math.min(most, rows.length), rows.length].map((count) => count.toLocaleString("en"));
    $("rowcount").textContent = n === all ? t([all + " rows", "共 " + all + " 行"]) : t([n + " of " + all + " rows", "共 " + all + " 行，显示 " + n + " 行"]);
    $("more").hidden = rows.length <= most;
  }
  $("rows").addEventListener("input", measureTable);
  $("more").addEventListener("click", () => { most += 200; measureTable(); });
  $("csv").addEventListener("click", () => {
    // Spreadsheets take cells that begin so for formulas, after blanks and invisible marks and in full width as well.
    // By the rule of SpreadsheetFormula.swift.
    const isNumber = (text) => /^[0-9+\-.eE]+$/.test(text) && Number.isFinite(Number(text));
    const safe = (text) => { const guarded = /^[\s\p{C}\p{M}]*[=+\-@＝＋－﹣−＠|]/u.test(text) && !isNumber(text) || /^[\t\r\n]/.test(text) ? "'" + text : text; return /[",\n\r]/.test(guarded) ? '"' + guarded.replace(/"/g, '""') + '"' : guarded; };
    const lines = [["id", "name", "kind"].concat(data.measures.map((m) => m.id)).join(",")];
    rowsWanted().forEach((v) => { const a = data.actors[v]; lines.push([safe(a.i), safe(full(v)), safe(data.kinds[a.k].id)].concat(a.m.map((x) => x === null ? "" : String(x))).join(",")); });
    const link = element("a", undefined, { download: "kesi-measures.csv" });
    link.href = URL.createObjectURL(new Blob(["\uFEFF" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }));
    document.body.append(link); link.click(); link.remove(); setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

  // --- Degrees as bars, in classes that double
  function degreeBars() {
    const degrees = data.actors.map((a) => a.m[0]), greatest = d3.max(degrees) || 0, classes = [[0, 0]];
    for (let low = 1; low <= greatest; low = low < 4 ? low + 1 : low * 2) classes.push([low, low < 4 ? low : low * 2 - 1]);
    const counts = classes.map(([low, high]) => degrees.filter((d) => d >= low && d <= high).length);
    const [w, h, left, bottom] = [420, 220, 44, 46];
    const svg = d3.create("svg").attr("viewBox", [0, 0, w, h]).attr("role", "img")
      .attr("aria-label", classes.map(([low, high], i) => (low === high ? low : low + "–" + high) + ": " + counts[i]).join("; "));
    const x = d3.scaleBand().domain(d3.range(classes.length)).range([left, w - 6]).padding(0.15);
    const y = d3.scaleLinear().domain([0, d3.max(counts) || 1]).nice().range([h - bottom, 26]);
    svg.append("g").selectAll("rect").data(counts).join("rect").attr("x", (_, i) => x(i)).attr("y", (d) => y(d)).attr("width", x.bandwidth()).attr("height", (d) => y(0) - y(d)).attr("fill", "#0b5cad");
    svg.append("g").selectAll("text").data(counts).join("text").attr("x", (_, i) => x(i) + x.bandwidth() / 2).attr("y", (d) => y(d) - 3).attr("text-anchor", "middle").attr("font-size", 11).text((d) => d || "");
    svg.append("g").attr("transform", "translate(0," + (h - bottom) + ")").call(d3.axisBottom(x).tickFormat((i) => classes[i][0] === classes[i][1] ? classes[i][0] : classes[i][0] + "–" + classes[i][1])).attr("font-size", 11);
    svg.append("g").attr("transform", "translate(" + left + ",0)").call(d3.axisLeft(y).ticks(5, "d")).attr("font-size", 11);
    svg.append("text").attr("x", w / 2).attr("y", h - 8).attr("text-anchor", "middle").attr("font-size", 12).text(t(words.number));
    svg.append("text").attr("x", 2).attr("y", 12).attr("font-size", 12).text(t(words.actors));
    $("degrees").textContent = ""; $("degrees").append(svg.node());
  }

  // --- On paper all is open, and every actor of a network that people read is there.
  let closed = [], mostOnScreen = most;
  window.addEventListener("beforeprint", () => {
    closed = Array.from(document.querySelectorAll("main details:not([open])"));
    closed.forEach((d) => { d.open = true; });
    mostOnScreen = most; most = Math.max(most, 400); measureTable();
  });
  window.addEventListener("afterprint", () => { closed.forEach((d) => { d.open = false; }); closed = []; most = mostOnScreen; measureTable(); });

  // --- Language
  function setLanguage(language) {
    root.dataset.lang = language; root.lang = language === "zh" ? "zh-CN" : "en";
    document.title = t(data.title);
    document.querySelectorAll("[data-set-lang]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.setLang === language)));
    options($("chain"), data.chains, filter.chain); options($("zone"), data.zones, filter.zone);
    kindChips(); measureTable(); degreeBars(); card(); gapList.language(); show();
  }
  document.querySelectorAll("[data-set-lang]").forEach((b) => b.addEventListener("click", () => setLanguage(b.dataset.setLang)));
  setLanguage(lang());
})();
