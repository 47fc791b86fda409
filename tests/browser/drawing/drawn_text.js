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
  for (const line of lines)
    for (const { path, box } of marks) {
      if (shared(line, box) < 0) continue;
      if (path.closest(".annotation") && path.closest(".annotation") === line.of.closest(".annotation")) continue;
      const style = getComputedStyle(path), back = path.getScreenCTM().inverse();
      const filled = !clear(style.fill) && +style.fillOpacity > 0;
      const drawn = !clear(style.stroke) && parseFloat(style.strokeWidth) > 0;
      let inside = 0, crossed = 0, all = 0;
      for (let n = 0; n <= 12; n++)
        for (const part of [0.15, 0.5, 0.85]) {
          point.x = line.left + 0.5 + (line.right - line.left - 1) * n / 12;
          point.y = line.top + (line.bottom - line.top) * part;
          const at = point.matrixTransform(back);
          all += 1;
          if (filled && path.isPointInFill(at)) inside += 1;
          else if (drawn && path.isPointInStroke(at)) crossed += 1;
        }
      if (crossed > 0 || (inside > 0 && inside < all))
        found.push(["mark", line.said, `${inside} in, ${crossed} on, of ${all}`, style.fill, style.stroke]);
      // a mark that holds all of the text hides what is under it
      if (inside === all && !style.fill.startsWith("rgba") && +style.fillOpacity === 1 && +style.opacity === 1) break;
    }
  return found;
}
