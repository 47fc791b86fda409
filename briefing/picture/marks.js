// The marks of a figure: points, lines, areas and bars; States on the map. What is said of a mark is kept with it.
(function () {
  "use strict";
  const { make, near, each, pad, write, prototype } = window.Picture;
  const SHAPES = {
    circle: (r) => `M${r},0A${r},${r} 0 1,1 0,${-r}A${r},${r} 0 0,1 ${r},0Z`,
    square: (r) => `M${r},${r}H${-r}V${-r}H${r}Z`,
    diamond: (r) => `M${near(r * 1.3)},0L0,${near(r * 1.3)}L${near(-r * 1.3)},0L0,${near(-r * 1.3)}Z`,
    "triangle-up": (r) => `M${near(-r * 2 / Math.sqrt(3))},${r / 2}H${near(r * 2 / Math.sqrt(3))}L0,${-r}Z`,
    "triangle-down": (r) => `M${near(-r * 2 / Math.sqrt(3))},${-r / 2}H${near(r * 2 / Math.sqrt(3))}L0,${r}Z`,
    "x-thin": (r) => `M${r},${r}L${-r},${-r}M${r},${-r}L${-r},${r}`,
    "line-ew": (r) => `M${near(r * 1.4)},0H${near(-r * 1.4)}`,
    "line-ne": (r) => `M${r},${-r}L${-r},${r}`,
  };
  const A = [1.340264, -0.081106, 0.000893, 0.003796], M = Math.sqrt(3) / 2, SPAN = 5.41326;  // Equal Earth

  prototype.tell = function (node, trace, n) {
    if (trace.hoverinfo === "skip") return node;
    const said = { customdata: each(trace.customdata, n), hovertext: each(trace.hovertext, n), text: each(trace.text, n),
      x: each(trace.x, n), y: each(trace.y, n) };
    node.said = trace.hovertemplate ? trace.hovertemplate.replace(/<extra>.*<\/extra>/, "")
      .replace(/%\{(\w+)\}/g, (all, name) => said[name]) : said.hovertext || said.text;
    if (said.customdata !== undefined) node.setAttribute("data-of", said.customdata);
    return node;
  };

  prototype.world = function () {
    if (this.globe) return;
    // as Plotly fits it: the lower edge is bent to the pole, the middle of the latitudes is in the middle
    const [south, north] = this.layout.geo.lataxis.range, rad = Math.PI / 180, { look } = this;
    const bent = Math.atan(Math.tan(south * rad) * Math.SQRT2) / rad, reach = project(0, north)[1] - project(0, bent)[1];
    const unit = Math.min(this.inner.w / SPAN, this.inner.h / reach), [w, h] = [SPAN * unit, reach * unit];
    const middle = [this.left + this.inner.w / 2, this.top + this.inner.h / 2 + project(0, (south + north) / 2)[1] * unit];
    this.globe = (lon, lat) => { const [x, y] = project(lon, lat); return [middle[0] + x * unit, middle[1] - y * unit]; };
    const scale = unit * SPAN / 3000, id = `w${window.Picture.count = (window.Picture.count || 0) + 1}`;
    make("rect", { x: near(this.left + (this.inner.w - w) / 2), y: near(this.top + (this.inner.h - h) / 2), width: near(w),
      height: near(h) }, make("clipPath", { id }, this.defs));
    const clip = make("g", { "clip-path": `url(#${id})` }, this.layer);
    this.land = make("g", { class: "geo", "fill-rule": "evenodd",
      transform: `translate(${near(middle[0])},${near(middle[1])})scale(${scale.toFixed(5)})` }, clip);
    this.areaOf = {};
    for (const iso3 in window.OUTLINES) this.areaOf[iso3] = make("path", { d: window.OUTLINES[iso3], fill: look.geo.landcolor,
      stroke: look.geo.countrycolor, "stroke-width": 0.4, "vector-effect": "non-scaling-stroke" }, this.land);
  };

  function project(lon, lat) {
    const theta = Math.asin(M * Math.sin(lat * Math.PI / 180)), two = theta * theta, six = two * two * two;
    const slope = M * (A[0] + 3 * A[1] * two + six * (7 * A[2] + 9 * A[3] * two));
    return [lon * Math.PI / 180 * Math.cos(theta) / slope, theta * (A[0] + A[1] * two + six * (A[2] + A[3] * two))];
  }

  prototype.areas = function (trace) {
    trace.locations.forEach((iso3, n) => {
      const path = this.areaOf[iso3];
      if (!path) return;  // too small for the map: a circle stands for it
      path.setAttribute("fill", trace.colorscale[0][1]);
      path.setAttribute("stroke", trace.marker.line.color);
      path.setAttribute("class", "choroplethlocation");
      this.land.appendChild(this.tell(path, trace, n));
    });
  };

  prototype.scatter = function (trace) {
    const geo = trace.type === "scattergeo", mode = trace.mode || "lines", [xs, ys] = geo ? [trace.lon, trace.lat] : [trace.x, trace.y];
    const ax = trace.xaxis || "x", ay = trace.yaxis || "y", group = make("g", {}, this.layer);
    const points = xs.map((x, n) => x === null || ys[n] === null || ys[n] === undefined ? null
      : geo ? this.globe(x, ys[n]) : [this.at(ax, x), this.at(ay, ys[n])]);
    if (trace.fill === "toself") make("path", { d: path(points, true), stroke: "none", "fill-rule": "nonzero",
      fill: trace.fillpattern && trace.fillpattern.shape ? this.hatch({ fgopacity: 1, ...trace.fillpattern }) : trace.fillcolor }, group);
    const line = trace.line || {};
    if (mode.includes("lines") && line.width !== 0) make("path", { d: path(points, false), fill: "none", stroke: line.color,
      "stroke-width": line.width === undefined ? 2 : line.width, "stroke-dasharray": pad(line.dash, line.width) }, group);
    const marker = trace.marker || {}, size = marker.size === undefined ? 6 : marker.size;
    if (mode.includes("markers")) points.forEach((at, n) => {
      if (!at) return;
      const name = each(marker.symbol, n) || "circle", open = /thin|line/.test(name), edge = marker.line || {};
      if (!SHAPES[name]) throw new Error(`no way to draw ${name}`);
      const node = make("path", { d: SHAPES[name](near(each(size, n) / 2)), transform: `translate(${near(at[0])},${near(at[1])})`,
        fill: open ? "none" : each(marker.color, n), stroke: each(edge.width, n) ? each(edge.color, n) : "none",
        "stroke-width": each(edge.width, n) || undefined, "pointer-events": "all" }, group);
      this.tell(node, trace, n);
    });
    if (mode.includes("text")) points.forEach((at, n) => {
      const text = each(trace.text, n);
      if (!at || !text) return;
      const font = { ...this.font, size: each(trace.textfont.size, n), color: each(trace.textfont.color, n) };
      const side = { "middle right": 1, "middle left": -1, "middle center": 0 }[trace.textposition || "middle center"];
      if (side === undefined) throw new Error(`no way to place ${trace.textposition}`);
      const away = mode.includes("markers") ? each(size, n) / 1.6 + 1 : 0, rows = String(text).split("<br>").length;
      const node = write(group, text, font, { x: at[0] + side * away, anchor: ["end", "middle", "start"][side + 1],
        y: at[1] + font.size * 0.75 - ((rows - 1) * 1.3 + 1) * font.size / 2 - 0.15 });
      node.setAttribute("pointer-events", "none");
    });
  };

  function path(points, closed) {
    let d = "", open = false;
    for (const at of points) {
      if (!at) { if (open && closed) d += "Z"; open = false; continue; }
      d += `${open ? "L" : "M"}${near(at[0])},${near(at[1])}`;
      open = true;
    }
    return closed && open ? d + "Z" : d;
  }

  prototype.bars = function (trace) {
    const flat = trace.orientation === "h", ax = trace.xaxis || "x", ay = trace.yaxis || "y", marker = trace.marker;
    const group = make("g", {}, this.layer);
    trace.x.forEach((x, n) => {
      const y = trace.y[n], base = each(trace.base, n) || 0, half = each(trace.width, n) / 2;
      if (x === null || y === null || !(flat ? x : y)) return;
      const [x0, x1] = flat ? [this.at(ax, base), this.at(ax, base + x)] : [this.at(ax, x - half), this.at(ax, x + half)];
      const [y0, y1] = flat ? [this.at(ay, y - half), this.at(ay, y + half)] : [this.at(ay, base), this.at(ay, base + y)];
      const pattern = marker.pattern || {}, shape = each(pattern.shape, n), edge = marker.line || {};
      const fill = shape ? this.hatch({ fgcolor: each(pattern.fgcolor, n), bgcolor: each(pattern.bgcolor, n),
        size: each(pattern.size, n), solidity: each(pattern.solidity, n) }) : each(marker.color, n);
      this.tell(make("path", { d: `M${near(x0)},${near(y0)}V${near(y1)}H${near(x1)}V${near(y0)}Z`, fill,
        stroke: each(edge.width, n) ? each(edge.color, n) : "none", "stroke-width": each(edge.width, n) }, group), trace, n);
      const text = each(trace.text, n);
      if (text === undefined || text === "" || text === null) return;
      const font = { ...this.font, size: each(trace.textfont.size, n), color: each(trace.textfont.color, n) };
      write(group, text, font, { x: (x0 + x1) / 2, y: (y0 + y1) / 2 + (1 - 0.326) * font.size / 2, anchor: "middle" })
        .setAttribute("pointer-events", "none");
    });
  };
})();
