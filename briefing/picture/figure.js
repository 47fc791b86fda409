// A figure as SVG: the part of Plotly's language that our charts speak, drawn in a few milliseconds and a few kilobytes.
// What it cannot draw it refuses; a test holds every chart against Plotly's own drawing.
(function () {
  "use strict";
  const NS = "http://www.w3.org/2000/svg", LINE = 1.3, ASCENT = 1, DESCENT = 0.326;  // of Source Sans 3
  const make = (name, attributes, parent) => {
    const node = document.createElementNS(NS, name);
    for (const key in attributes) if (attributes[key] !== undefined) node.setAttribute(key, attributes[key]);
    if (parent) parent.appendChild(node);
    return node;
  };
  const near = (value) => Math.round(value * 100) / 100;
  const each = (value, n) => Array.isArray(value) ? value[n] : value;
  const pad = (dash, width) => !dash || dash === "solid" ? undefined
    : dash === "dot" ? `${Math.max(width, 3)},${Math.max(width, 3)}` : dash.replace(/px/g, "");

  // Text: lines parted by <br>, in them <b>, <i> and <span style="color:…;font-size:…px">; all else as it stands.
  const ruler = document.createElement("canvas").getContext("2d");
  const entity = { "&amp;": "&", "&lt;": "<", "&gt;": ">" }, TAG = /(<br>|<\/?b>|<\/?i>|<span style="[^"]*">|<\/span>)/;
  function lines(text) {
    const rows = [[]], open = [{}];
    for (const part of String(text).split(TAG)) {
      const style = /^<span style="([^"]*)">$/.exec(part);
      if (part === "<br>") rows.push([]);
      else if (/^<\/[bi]>$|^<\/span>$/.test(part)) open.pop();
      else if (part === "<b>") open.push({ ...open.at(-1), "font-weight": "bold" });
      else if (part === "<i>") open.push({ ...open.at(-1), "font-style": "italic" });
      else if (style) open.push({ ...open.at(-1), ...Object.fromEntries(style[1].split(";").filter(Boolean)
        .map((one) => one.split(":")).map(([name, value]) => [name === "color" ? "fill" : name, value])) });
      else if (part) rows.at(-1).push({ text: part.replace(/&(amp|lt|gt);/g, (sign) => entity[sign]), style: open.at(-1) });
    }
    return rows;
  }
  const wide = (line, font) => line.reduce((sum, run) => {
    ruler.font = `${run.style["font-weight"] || ""} ${run.style["font-size"] || `${font.size}px`} ${font.family}`;
    return sum + ruler.measureText(run.text).width;
  }, 0);
  const tall = (count, size) => ((count - 1) * LINE + ASCENT + DESCENT) * size;

  function write(parent, text, font, at) {
    // `at`: x, y (baseline of the first line), anchor, turned
    const node = make("text", { fill: font.color, "font-size": near(font.size), "text-anchor": at.anchor, style: "white-space:pre",
      transform: `translate(${near(at.x)},${near(at.y)})${at.turned ? `rotate(${at.turned})` : ""}` }, parent);
    lines(text).forEach((line, n) => {
      const row = make("tspan", { class: "line", x: 0, y: near(n * LINE * font.size) }, node);
      for (const run of line) {
        const place = Object.keys(run.style).length ? make("tspan", run.style, row) : row;
        place.append(run.text);
      }
    });
    return node;
  }

  // The same text as nodes of a page, for what is said of a mark.
  const told = (text) => lines(text).flatMap((line, n) => [...(n ? [document.createElement("br")] : []), ...line.map((run) => {
    const node = document.createElement("span");
    for (const name in run.style) node.style.setProperty(name, run.style[name]);
    node.append(run.text);
    return node;
  })]);

  class Picture {
    constructor(figure, look, width) {
      const layout = figure.layout, m = layout.margin;
      Object.assign(this, { figure, layout, look, width, patterns: new Map() });
      this.left = m.l; this.top = m.t;
      this.inner = { w: Math.max(1, width - m.l - m.r), h: Math.max(1, layout.height - m.t - m.b) };
      this.font = { ...look.font, ...layout.font };
      this.svg = make("svg", { class: "main-svg", width, height: layout.height, viewBox: `0 0 ${width} ${layout.height}`,
        "font-family": this.font.family, "aria-hidden": "true" });
      make("rect", { width, height: layout.height, fill: look.paper_bgcolor }, this.svg);
      this.defs = make("defs", {}, this.svg);
      this.axes = {};
      for (const key of Object.keys(layout)) {
        const named = /^([xy])axis(\d*)$/.exec(key);
        if (named) this.axes[named[1] + named[2]] = this.axis(named[1], layout[key]);
      }
      this.squeeze();
    }

    axis(letter, own) {
      const usual = this.look[letter + "axis"], axis = { ...usual, ...own, letter }, [from, to] = axis.domain || [0, 1];
      axis.tickfont = { ...usual.tickfont, ...own.tickfont };
      const { w, h } = this.inner;
      Object.assign(axis, letter === "x" ? { start: this.left + from * w, end: this.left + to * w }
        : { start: this.top + (1 - from) * h, end: this.top + (1 - to) * h });
      return axis;
    }

    squeeze() {
      // a unit as long on one axis as on the other: from the upper left corner
      for (const key in this.axes) {
        const y = this.axes[key], x = y.scaleanchor && this.axes[y.scaleanchor];
        if (!x) continue;
        const span = (axis) => Math.abs(axis.range[1] - axis.range[0]);
        const unit = Math.min((x.end - x.start) / span(x), (y.start - y.end) / span(y));
        x.end = x.start + unit * span(x);
        y.start = y.end + unit * span(y);
      }
    }

    at(ref, value) {
      if (ref === "paper" || ref === undefined) throw new Error("no axis");
      const axis = this.axes[ref], [low, high] = axis.range;
      return axis.start + (value - low) / (high - low) * (axis.end - axis.start);
    }

    x(ref, value) { return ref === "paper" ? this.left + value * this.inner.w : this.at(ref, value); }

    y(ref, value) { return ref === "paper" ? this.top + (1 - value) * this.inner.h : this.at(ref, value); }

    hatch(pattern) {
      const key = JSON.stringify(pattern);
      if (!this.patterns.has(key)) {
        const id = `h${Picture.count = (Picture.count || 0) + 1}`, w = pattern.size * Math.SQRT2;
        const box = make("pattern", { id, width: near(w), height: near(w), patternUnits: "userSpaceOnUse" }, this.defs);
        make("rect", { width: near(w), height: near(w), fill: pattern.bgcolor }, box);
        make("path", { d: `M${-w / 4},${w / 4}l${w / 2},${-w / 2}M0,${w}L${w},0M${w / 4 * 3},${w / 4 * 5}l${w / 2},${-w / 2}`,
          stroke: pattern.fgcolor, "stroke-width": near(pattern.solidity * pattern.size), opacity: pattern.fgopacity }, box);
        this.patterns.set(key, `url(#${id})`);
      }
      return this.patterns.get(key);
    }

    draw() {
      const { svg, figure, layout } = this;
      this.shapes(layout.shapes, "below");
      for (const key in this.axes) this.grid(this.axes[key]);
      this.layer = make("g", { class: "marks" }, svg);
      const bars = figure.data.filter((trace) => trace.type === "bar");
      for (const trace of [...bars, ...figure.data.filter((trace) => trace.type !== "bar")]) {
        const drawn = { bar: this.bars, scatter: this.scatter, choropleth: this.areas, scattergeo: this.scatter }[trace.type];
        if (!drawn) throw new Error(`no way to draw ${trace.type}`);
        if (trace.type.includes("geo") || trace.type === "choropleth") this.world();
        drawn.call(this, trace);
      }
      for (const key in this.axes) this.ticks(this.axes[key]);
      this.shapes(layout.shapes, "above");
      for (const note of layout.annotations || []) this.note(note);
      return svg;
    }

    grid(axis) {
      if (axis.visible === false || !axis.showgrid) return;
      const across = axis.letter === "y", other = this.axes[axis.anchor || (across ? "x" : "y")];
      for (const value of axis.tickvals) {
        const at = near(axis.start + (value - axis.range[0]) / (axis.range[1] - axis.range[0]) * (axis.end - axis.start));
        make("path", { d: across ? `M${near(other.start)},${at}H${near(other.end)}`
          : `M${at},${near(other.start)}V${near(other.end)}`, stroke: axis.gridcolor, "stroke-width": 1 }, this.svg);
      }
    }

    ticks(axis) {
      if (axis.visible === false) return;
      if (!axis.tickvals) throw new Error("an axis without ticks of its own");
      const flat = axis.letter === "x", other = this.axes[axis.anchor || (flat ? "y" : "x")], edge = other.start;
      const outside = axis.ticks === "outside", font = { ...this.font, ...axis.tickfont };
      const length = outside ? axis.ticklen : 0;
      if (axis.showline) make("path", { d: flat ? `M${near(axis.start)},${near(edge + 0.5)}H${near(axis.end)}`
        : `M${near(edge - 0.5)},${near(axis.start)}V${near(axis.end)}`, stroke: axis.linecolor }, this.svg);
      let away = length + (axis.ticklabelstandoff || 0) + 0.5;
      if (outside || axis.showline) away += 0.2 * font.size;
      axis.tickvals.forEach((value, n) => {
        const at = axis.start + (value - axis.range[0]) / (axis.range[1] - axis.range[0]) * (axis.end - axis.start);
        if (at < Math.min(axis.start, axis.end) - 1 || at > Math.max(axis.start, axis.end) + 1) return;
        if (length) make("path", { d: flat ? `M${near(at)},${near(edge + 1)}v${length}`
          : `M${near(edge - 1)},${near(at)}h${-length}`, stroke: axis.tickcolor }, this.svg);
        if (axis.showticklabels === false) return;
        const text = axis.ticktext ? axis.ticktext[n] : String(value), rows = String(text).split("<br>").length;
        write(this.svg, text, font, flat ? { x: at, y: edge + away + font.size, anchor: "middle" }
          : { x: edge - away - 0.7, y: at + font.size * 0.35 - (rows - 1) * LINE * font.size / 2, anchor: "end" });
      });
    }

    shapes(all, layer) {
      for (const one of all || []) {
        if ((one.layer || "above") !== layer) continue;
        const px = one.xsizemode === "pixel" ? (v) => this.x(one.xref, one.xanchor) + +v : (v) => this.x(one.xref, +v);
        const py = one.ysizemode === "pixel" ? (v) => this.y(one.yref, one.yanchor) - +v : (v) => this.y(one.yref, +v);
        const line = one.line || { width: 0 }, width = line.width === undefined ? 2 : line.width;
        const style = { fill: one.fillcolor || "none", stroke: width ? line.color : "none", "stroke-width": width,
          "stroke-dasharray": pad(line.dash, width) };
        const [x0, x1, y0, y1] = [px(one.x0), px(one.x1), py(one.y0), py(one.y1)];
        if (one.type === "path") {
          const d = one.path.replace(/(-?[\d.e-]+)\s*,\s*(-?[\d.e-]+)/g, (all, x, y) => `${near(px(x))},${near(py(y))}`);
          make("path", { d, ...style }, this.svg);
        } else if (one.type === "line") make("path", { d: `M${near(x0)},${near(y0)}L${near(x1)},${near(y1)}`, ...style }, this.svg);
        else if (one.type === "rect") make("path", { d: `M${near(x0)},${near(y0)}H${near(x1)}V${near(y1)}H${near(x0)}Z`, ...style }, this.svg);
        else if (one.type === "circle") make("ellipse", { cx: near((x0 + x1) / 2), cy: near((y0 + y1) / 2),
          rx: near(Math.abs(x1 - x0) / 2), ry: near(Math.abs(y1 - y0) / 2), ...style }, this.svg);
        else throw new Error(`no way to draw ${one.type}`);
      }
    }

    note(note) {
      const font = { ...this.font, ...note.font }, rows = lines(note.text);
      let x = this.x(note.xref, note.x) + (note.xshift || 0), y = this.y(note.yref, note.y) - (note.yshift || 0);
      let xanchor = note.xanchor, yanchor = note.yanchor;
      const box = { w: 0, h: tall(rows.length, font.size) + 2 };
      if (note.showarrow || rows.length > 1) box.w = Math.max(...rows.map((row) => wide(row, font))) + 2;
      if (note.showarrow) {
        const [dx, dy] = [note.ax, note.ay], long = Math.hypot(dx, dy), stand = note.standoff || 0;
        // from the edge of the words to the point
        const part = Math.min(Math.abs(dx) ? box.w / 2 / Math.abs(dx) : 1, Math.abs(dy) ? box.h / 2 / Math.abs(dy) : 1, 1);
        make("path", { d: `M${near(x + dx * (1 - part))},${near(y + dy * (1 - part))}` +
          `L${near(x + dx / long * stand)},${near(y + dy / long * stand)}`, class: "arrow",
          stroke: note.arrowcolor, "stroke-width": note.arrowwidth, fill: "none" }, this.svg);
        x += dx; y += dy; xanchor = "center"; yanchor = "middle";
      }
      if (note.textangle === -90) {
        const anchor = { bottom: "start", middle: "middle", top: "end" }[yanchor];
        const shift = { left: 0, center: -box.h / 2, right: -box.h }[xanchor];
        write(this.svg, note.text, font, { x: x + shift + 1 + ASCENT * font.size, y: y + { start: -1, middle: 0, end: 1 }[anchor],
          anchor, turned: -90 });
        return;
      }
      const up = { top: 0, middle: box.h / 2, bottom: box.h }[yanchor], align = note.align || "center";
      let anchor = { left: "start", center: "middle", right: "end" }[xanchor], side = { left: 1, center: 0, right: -1 }[xanchor];
      if (rows.length > 1 && { left: "start", center: "middle", right: "end" }[align] !== anchor) {
        const edge = x - { left: 0, center: box.w / 2, right: box.w }[xanchor];  // the left one
        x = edge + { left: 0, center: box.w / 2, right: box.w }[align];
        anchor = { left: "start", center: "middle", right: "end" }[align];
        side = { left: 1, center: 0, right: -1 }[align];
      }
      write(this.svg, note.text, font, { x: x + side, y: y - up + 1 + ASCENT * font.size, anchor });
    }
  }

  window.Picture = Object.assign(Picture, { make, near, each, pad, write, told });
})();
