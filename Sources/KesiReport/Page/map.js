// The maps of the page. Each shows who is meant: draw(isOn, tieOn, focus), scale(factor), reset().
const kesiMaps = (function () {
  "use strict";

  function svgMap(svg, language, data, select) {
    svg.removeAttribute("width"); svg.removeAttribute("height");
    svg.setAttribute("preserveAspectRatio", "xMidYMid meet");
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", data.title[language === "zh" ? 1 : 0]);
    const inner = svg.querySelector("g.graph");
    const layer = document.createElementNS("http://www.w3.org/2000/svg", "g");
    inner.parentNode.insertBefore(layer, inner); layer.appendChild(inner);
    const zoom = d3.zoom().scaleExtent([0.5, 12]).on("zoom", () => layer.setAttribute("transform", d3.event.transform));
    d3.select(svg).call(zoom).on("dblclick.zoom", null);
    const byId = {};
    svg.querySelectorAll("g.node, g.edge").forEach((g) => {
      byId[g.id] = g;
      g.querySelectorAll("title").forEach((title) => title.remove());
      g.querySelectorAll("a").forEach((a) => { a.removeAttribute("xlink:title"); a.replaceWith(...a.childNodes); });
    });
    svg.querySelectorAll("title").forEach((title) => title.remove());
    data.actors.forEach((actor, v) => [language + "-v" + v, language + "-l" + v].forEach((id) => {
      if (!byId[id]) return;
      byId[id].addEventListener("click", () => select(v));
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = actor.n[language === "zh" ? 1 : 0] + " · " + data.kinds[actor.k].n[language === "zh" ? 1 : 0];
      byId[id].insertBefore(title, byId[id].firstChild);
    }));
    return {
      draw(isOn, tieOn, focus) {
        data.actors.forEach((_, v) => ["v", "l"].forEach((part) => {
          const g = byId[language + "-" + part + v];
          if (g) { g.classList.toggle("dim", !isOn(v)); g.classList.toggle("on", v === focus && part === "v"); }
        }));
        data.ties.forEach((tie, index) => {
          const g = byId[language + "-e" + Math.min(tie[0], tie[1]) + "-" + Math.max(tie[0], tie[1])];
          if (g) g.classList.toggle("dim", !tieOn(tie, index));
        });
      },
      scale(factor) { d3.select(svg).call(zoom.scaleBy, factor); },
      reset() { d3.select(svg).call(zoom.transform, d3.zoomIdentity); }
    };
  }

  function canvasMap(canvas, data, name, select) {
    const context = canvas.getContext("2d");
    let transform = d3.zoomIdentity;
    let state = { isOn: () => true, tieOn: () => true, focus: -1 };
    const xs = data.actors.map((a) => a.x), ys = data.actors.map((a) => a.y);
    const extent = [d3.min(xs), d3.max(xs), d3.min(ys), d3.max(ys)];
    const byDegree = data.actors.map((_, v) => v).sort((a, b) => data.actors[b].m[0] - data.actors[a].m[0] || a - b);
    let fit = { k: 1, x: 0, y: 0 };
    const place = (v) => transform.apply([xs[v] * fit.k + fit.x, ys[v] * fit.k + fit.y]);
    function size() {
      const ratio = window.devicePixelRatio || 1;
      const [w, h] = [canvas.clientWidth, canvas.clientHeight];
      canvas.width = w * ratio; canvas.height = h * ratio;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const k = Math.min((w - 40) / Math.max(1, extent[1] - extent[0]), (h - 40) / Math.max(1, extent[3] - extent[2]));
      fit = { k: k, x: w / 2 - k * (extent[0] + extent[1]) / 2, y: h / 2 - k * (extent[2] + extent[3]) / 2 };
      paint();
    }
    function paint() {
      const [w, h] = [canvas.clientWidth, canvas.clientHeight];
      context.clearRect(0, 0, w, h);
      context.lineWidth = 0.5; context.strokeStyle = "rgba(90,104,120,.12)";
      context.beginPath();
      data.ties.forEach((tie, index) => {
        if (!state.tieOn(tie, index)) return;
        const [a, b] = [place(tie[0]), place(tie[1])];
        if (Math.max(a[0], b[0]) < 0 || Math.min(a[0], b[0]) > w || Math.max(a[1], b[1]) < 0 || Math.min(a[1], b[1]) > h) return;
        context.moveTo(a[0], a[1]); context.lineTo(b[0], b[1]);
      });
      context.stroke();
      // Those that are meant lie on top, the best tied last.
      const lit = byDegree.map(state.isOn), layers = [[], []];
      byDegree.forEach((v, i) => layers[lit[i] ? 1 : 0].push(v));
      for (const v of layers[0].reverse().concat(layers[1].reverse())) {
        const p = place(v), on = state.isOn(v);
        if (p[0] < -9 || p[0] > w + 9 || p[1] < -9 || p[1] > h + 9) continue;
        const r = radius(v);
        context.fillStyle = on ? data.kinds[data.actors[v].k].color : "#e3e7eb";
        context.beginPath(); context.arc(p[0], p[1], r, 0, 7); context.fill();
        if (v === state.focus) { context.lineWidth = 3; context.strokeStyle = "#0b5cad"; context.stroke(); }
      }
      const taken = [];
      context.font = "13px 'Noto Sans CJK SC', system-ui, sans-serif"; context.textAlign = "center"; context.textBaseline = "top";
      let shown = 0;
      for (const v of state.focus < 0 ? byDegree : [state.focus].concat(byDegree)) {
        if (shown >= 60) break;
        if (!state.isOn(v)) continue;
        const p = place(v);
        if (p[0] < 0 || p[0] > w || p[1] < 0 || p[1] > h) continue;
        const text = Array.from(name(v)).slice(0, 24).join(""), width = context.measureText(text).width + 6;
        const box = [p[0] - width / 2, p[1] + radius(v) + 1, width, 16];
        if (taken.some((o) => box[0] < o[0] + o[2] && o[0] < box[0] + box[2] && box[1] < o[1] + o[3] && o[1] < box[1] + box[3])) continue;
        taken.push(box); shown++;
        context.fillStyle = "rgba(255,255,255,.8)"; context.fillRect(box[0], box[1], box[2], box[3]);
        context.fillStyle = "#1f2328"; context.fillText(text, p[0], box[1] + 1);
      }
    }
    const greatest = Math.max(1, data.actors[byDegree[0]] ? data.actors[byDegree[0]].m[0] : 1);
    const base = Math.max(0.9, Math.min(2, 90 / Math.sqrt(data.actors.length)));
    const radius = (v) => base * (1 + 3.5 * Math.sqrt(data.actors[v].m[0] / greatest)) * Math.min(2.5, Math.sqrt(transform.k));
    const zoom = d3.zoom().scaleExtent([0.7, 60]).on("zoom", () => { transform = d3.event.transform; requestAnimationFrame(paint); });
    d3.select(canvas).call(zoom).on("dblclick.zoom", null).on("click", () => {
      const [x, y] = d3.mouse(canvas);
      let best = -1, nearest = 144;
      data.actors.forEach((_, v) => {
        const p = place(v), d = (p[0] - x) * (p[0] - x) + (p[1] - y) * (p[1] - y);
        if (d < nearest && state.isOn(v)) { nearest = d; best = v; }
      });
      if (best >= 0) select(best);
    });
    window.addEventListener("resize", size);
    size();
    return {
      draw(isOn, tieOn, focus) { state = { isOn: isOn, tieOn: tieOn, focus: focus }; paint(); },
      scale(factor) { d3.select(canvas).call(zoom.scaleBy, factor); },
      reset() { d3.select(canvas).call(zoom.transform, d3.zoomIdentity); }
    };
  }

  return { svg: svgMap, canvas: canvasMap };
})();
