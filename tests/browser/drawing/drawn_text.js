// What is wrong with the text of a drawn figure: cut by its frame, over another text, over a mark that is not its own.
(figure) => {
  const frame = figure.getBoundingClientRect(), svg = figure.querySelector("svg") || figure, found = [];
  const seen = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // the letters of a line, without the air that a line box has above and below them
  const letters = (node, size) => {
    const { left, right, top, bottom } = node.getBoundingClientRect(), half = 0.36 * size;
    const across = (left + right) / 2, down = (top + bottom) / 2, upright = node.getScreenCTM().b !== 0;
    return upright ? { left: across - half, right: across + half, top, bottom }
      : { left, right, top: down - half, bottom: down + half };
  };
  // by how much two boxes overlap, at the least; asked a million times, so of plain numbers alone
  const shared = (a, b) => Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  const plain = ({ left, right, top, bottom }) => ({ left, right, top, bottom });
  const lines = [];
  for (const text of figure.querySelectorAll("text")) {
    if (!text.textContent.trim() || !seen(text) || text.closest(".modebar, .hoverlayer")) continue;
    const parts = [...text.querySelectorAll("tspan.line")];
    for (const node of parts.length ? parts : [text]) {
      if (!node.textContent.trim()) continue;
      const size = parseFloat(getComputedStyle(node.querySelector("tspan") || node).fontSize);
      lines.push({ said: node.textContent.trim(), of: text, ...letters(node, size) });
    }
  }
  lines.forEach((line, n) => {
    const beyond = Math.max(frame.left - line.left, line.right - frame.right,
      frame.top - line.top, line.bottom - frame.bottom);
    if (beyond > 0.5) found.push(["frame", line.said, Math.round(beyond * 10) / 10]);
    for (const other of lines.slice(n + 1))
      if (line.of !== other.of && shared(line, other) > 0.5) found.push(["text", line.said, other.said]);
  });
  // what is painted, the topmost first; quiet rules and grounds of axes are no marks
  const marks = [...figure.querySelectorAll(
    ".shapelayer path, .plot path, .scatterlayer path, .barlayer path, .geo path, .annotation-arrow-g path")]
    .filter((path) => !path.closest(".gridlayer, .zerolinelayer, .bglayer, .bg, .select-outline") && seen(path))
    .map((path) => ({ path, box: plain(path.getBoundingClientRect()) })).reverse();
  const clear = (colour) => colour === "none" || /, 0\)$/.test(colour), point = svg.createSVGPoint();
  // the edges of a path of straight lines, as boxes with `wide` around them; null where it has others
  const numbers = { M: 2, L: 2, H: 1, V: 1, Z: 0 };
  const edges = (d, wide) => {
    const boxes = [];
    let x, y, start;
    const edge = (toX, toY) => {
      boxes.push(Math.min(x, toX) - wide, Math.max(x, toX) + wide, Math.min(y, toY) - wide, Math.max(y, toY) + wide);
      [x, y] = [toX, toY];
    };
    for (const [all, kind, rest] of `${d}M0,0`.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
      const at = rest.match(/[-+]?[\d.]+(e[-+]?\d+)?/g)?.map(Number) ?? [];
      if (at.length !== numbers[kind]) return null;
      if ((kind === "M" && start) || kind === "Z") edge(...start);
      if (kind === "M") [x, y] = start = at;
      else if (kind !== "Z") edge(kind === "V" ? x : at[0], kind === "H" ? y : at.at(-1));
    }
    return new Float64Array(boxes);
  };
  const look = (path) => {
    const { fill, fillOpacity, stroke, strokeWidth, opacity } = getComputedStyle(path);
    return {
      fill, stroke, filled: !clear(fill) && +fillOpacity > 0, drawn: !clear(stroke) && parseFloat(strokeWidth) > 0,
      hides: !fill.startsWith("rgba") && +fillOpacity === 1 && +opacity === 1, back: path.getScreenCTM().inverse(),
      note: path.closest(".annotation"), edges: edges(path.getAttribute("d"), 2 * parseFloat(strokeWidth)),
    };
  };
  const met = (boxes, points) => {
    const [left, right, top, bottom] = [0, 1].flatMap((n) => [Math.min, Math.max].map((f) => f(...points.map((p) => p[n]))));
    for (let n = 0; n < boxes.length; n += 4)
      if (boxes[n] <= right && boxes[n + 1] >= left && boxes[n + 2] <= bottom && boxes[n + 3] >= top) return true;
    return false;
  };
  for (const line of lines) {
    const note = line.of.closest(".annotation"), { left, right, top, bottom } = line;
    for (const mark of marks) {
      const { path, box } = mark;
      if (box.left > right || box.right < left || box.top > bottom || box.bottom < top) continue;
      const { fill, stroke, filled, drawn, hides, back, ...its } = mark.look ??= look(path);
      if (!(filled || drawn) || (its.note && its.note === note)) continue;
      const at = (n, part) => {
        const x = left + 0.5 + (right - left - 1) * n / 12, y = top + (bottom - top) * part;
        return [back.a * x + back.c * y + back.e, back.b * x + back.d * y + back.f];
      };
      const holds = (n, part) => ([point.x, point.y] = at(n, part)) && filled && path.isPointInFill(point);
      let inside = 0, crossed = 0;
      // where none of its edges comes near, all points are in it or none is
      if (its.edges && !met(its.edges, [at(0, 0.15), at(12, 0.15), at(0, 0.85), at(12, 0.85)]))
        inside = holds(0, 0.5) ? 39 : 0;
      else
        for (let n = 0; n <= 12; n++)
          for (const part of [0.15, 0.5, 0.85])
            if (holds(n, part)) inside += 1;
            else if (drawn && path.isPointInStroke(point)) crossed += 1;
      if (crossed > 0 || (inside > 0 && inside < 39))
        found.push(["mark", line.said, `${inside} in, ${crossed} on, of 39`, fill, stroke]);
      if (inside === 39 && hides) break; // a mark that holds all of the text hides what is under it
    }
  }
  return found;
}
