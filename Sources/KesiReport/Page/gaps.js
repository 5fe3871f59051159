// The list of gaps: filters, and the same entries by class or by chain.
function kesiGaps(data, t, element) {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const list = $("gaplist");
  if (!list) return { language() {}, jump() {} };
  const words = { all: ["all", "全部"], network: ["The network as a whole", "全网络"], none: ["No gap matches.", "没有符合条件的薄弱环节。"] };

  // Each entry as it stands, with where it belongs and the gaps that it lists.
  const entries = Array.from(list.querySelectorAll("li.gap"), (item) => {
    const rows = Array.from(item.querySelectorAll("li.one"), (row) => ({ row: row, gap: data.gaps[Number(row.id.slice(4))] }));
    return { item: item, home: item.parentNode, rows: rows, left: Number(item.dataset.left), like: rows[0].gap };
  });
  const total = entries.reduce((sum, e) => sum + e.rows.length + e.left, 0);
  const classes = Array.from(list.children);
  const keys = data.gaps.map((gap) => gap.k.concat(gap.t, ...gap.v.map((v) => data.actors[v].n.concat(data.actors[v].i)),
    gap.c < 0 ? [] : data.chains[gap.c].n).join("\n").toLowerCase());
  const keyOf = new Map(data.gaps.map((gap, index) => [gap, keys[index]]));
  let by = "class";

  function fill(select, groups) {
    const value = select.value;
    select.textContent = "";
    select.append(element("option", t(words.all), { value: "" }));
    groups.forEach(([label, options]) => {
      const holder = label === null ? select : element("optgroup", undefined, { label: label });
      options.forEach(([id, text]) => holder.append(element("option", text, { value: id })));
      if (label !== null) select.append(holder);
    });
    select.value = value;
    select.closest("label").hidden = groups.reduce((sum, group) => sum + group[1].length, 0) < 2;
  }

  function fillAll() {
    fill($("gaplevel"), [[null, data.levels.map((level) => [level.id, t(level.n)])]]);
    const groups = [];
    data.gapKinds.forEach((kind) => {
      if (!groups.length || groups[groups.length - 1][0] !== t(kind.group)) groups.push([t(kind.group), []]);
      groups[groups.length - 1][1].push([kind.id, t(kind.n)]);
    });
    fill($("gapkind"), groups);
    const used = new Set(entries.map((e) => e.like.c));
    const places = data.chains.map((chain, index) => [String(index), t(chain.n)]).filter((place) => used.has(Number(place[0])));
    if (used.has(-1) && places.length) places.push(["-1", t(words.network)]);
    fill($("gapchain"), [[null, places]]);
    fill($("gapzone"), [[null, data.zones.map((zone, index) => [String(index), t(zone.n)])]]);
    document.querySelector("[data-by=chain]").hidden = document.querySelector("[data-by=class]").hidden = places.length === 0;
  }

  // By class the parts are those of the page; by chain they are made here.
  function arrange() {
    Array.from(list.children).forEach((part) => part.remove());
    document.querySelectorAll("[data-by]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.by === by)));
    if (by === "class") {
      entries.forEach((e) => e.home.append(e.item));
      classes.forEach((part) => list.append(part));
    } else {
      const order = [-1].concat(data.chains.map((_, index) => index));
      order.forEach((chain) => {
        const own = entries.filter((e) => e.like.c === chain);
        if (own.length === 0) return;
        const part = element("div", undefined, { class: "gappart" });
        part.append(heading("h3", chain < 0 ? t(words.network) : t(data.chains[chain].n)));
        data.gapKinds.forEach((kind) => {
          const some = own.filter((e) => e.like.kind === kind.id);
          if (some.length === 0) return;
          const holder = element("div", undefined, { class: "gapkind" }), items = element("ul", undefined, { class: "gaps" });
          some.forEach((e) => items.append(e.item));
          holder.append(heading("h4", t(kind.group) + " · " + t(kind.n)), items);
          part.append(holder);
        });
        list.append(part);
      });
    }
    list.classList.toggle("bychain", by === "chain");
  }

  function heading(tag, text) {
    const made = element(tag, text + " ");
    made.append(element("span", "", { class: "count" }));
    return made;
  }

  function filter() {
    const wanted = $("gaptext").value.trim().toLowerCase();
    const [level, kind, chain, zone] = ["gaplevel", "gapkind", "gapchain", "gapzone"].map((id) => $(id).value);
    const one = wanted !== "" || zone !== "";
    let shown = 0;
    entries.forEach((e) => {
      const fits = (level === "" || e.like.l === level) && (kind === "" || e.like.kind === kind) && (chain === "" || e.like.c === Number(chain));
      let count = 0;
      e.rows.forEach(({ row, gap }) => {
        const on = fits && keyOf.get(gap).includes(wanted) && (zone === "" || gap.v.some((v) => data.actors[v].z === Number(zone)));
        row.hidden = !on;
        if (on) count++;
      });
      const left = e.item.querySelector(".unlisted");
      if (left) left.hidden = one;
      // Of alike gaps only some are wanted: show which, as long as that is so.
      const inside = e.item.querySelector("details:not(.evidence)");
      if (inside && one && count > 0 && !inside.open) { inside.open = true; e.opened = true; }
      if (inside && !one && e.opened) { inside.open = false; e.opened = false; }
      e.shown = fits && !one ? count + e.left : count;
      e.item.hidden = count === 0;
      shown += e.shown;
    });
    const sums = new Map(entries.map((e) => [e.item, e.shown]));
    list.querySelectorAll(".gapkind, .gappart").forEach((part) => {
      const count = Array.from(part.querySelectorAll("li.gap")).reduce((sum, item) => sum + sums.get(item), 0);
      part.hidden = count === 0;
      part.querySelector(".count").textContent = count.toLocaleString("en");
    });
    const [n, all] = [shown.toLocaleString("en"), total.toLocaleString("en")];
    $("gapcount").textContent = shown === 0 ? t(words.none) : shown === total ? t(["All are shown.", "已全部显示。"]) : t([n + " of " + all + " gaps", "共 " + all + " 处，符合条件 " + n + " 处"]);
  }

  ["gaplevel", "gapkind", "gapchain", "gapzone"].forEach((id) => $(id).addEventListener("change", filter));
  $("gaptext").addEventListener("input", filter);
  function clear() { ["gaptext", "gaplevel", "gapkind", "gapchain", "gapzone"].forEach((id) => { $(id).value = ""; }); filter(); }
  $("gapreset").addEventListener("click", clear);
  document.querySelectorAll("[data-by]").forEach((b) => b.addEventListener("click", () => { by = b.dataset.by; arrange(); filter(); }));

  return {
    language() { fillAll(); arrange(); filter(); },
    // Leads to a gap, whatever hides it.
    jump(number) {
      const row = $("gap-" + number);
      if (!row) return;
      if (row.hidden || row.closest("li.gap").hidden) clear();
      const inside = row.closest("details");
      if (inside) inside.open = true;
      row.scrollIntoView({ block: "center" });
      row.classList.add("flash"); setTimeout(() => row.classList.remove("flash"), 2000);
    }
  };
}
