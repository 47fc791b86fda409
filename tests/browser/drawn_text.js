// What is wrong with the text of a drawn figure: cut by the frame, over another text, over a mark that is not its own.
(gd) => {
  const frame = gd.getBoundingClientRect(), found = [];
  const shown = (node) => {
    for (let at = node; at && at !== gd; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.display === "none" || style.visibility === "hidden" || +style.opacity === 0) return false;
    }
    return true;
  };
  // the letters of a line, without the air that a line box has above and below them
  const letters = (node, size) => {
    const { left, right, top, bottom } = node.getBoundingClientRect(), half = 0.36 * size;
    const across = (left + right) / 2, down = (top + bottom) / 2;
    const upright = node.getScreenCTM().b !== 0;
    return upright ? { left: across - half, right: across + half, top, bottom } : { left, right, top: down - half, bottom: down + half };
  };
  const lines = [];
  for (const text of gd.querySelectorAll(".main-svg text")) {
    if (!text.textContent.trim() || !shown(text) || text.closest(".modebar, .hoverlayer")) continue;
    const parts = [...text.querySelectorAll("tspan.line")];
    for (const node of parts.length ? parts : [text]) {
      if (!node.textContent.trim()) continue;
      const size = parseFloat(getComputedStyle(node.querySelector("tspan") || node).fontSize);
      lines.push({ said: node.textContent.trim(), of: text, size, ...letters(node, size) });
    }
  }
  for (const line of lines) {
    const beyond = Math.max(frame.left - line.left, line.right - frame.right, frame.top - line.top, line.bottom - frame.bottom);
    if (beyond > 0.5) found.push(["frame", line.said, Math.round(beyond * 10) / 10]);
  }
  for (let i = 0; i < lines.length; i++)
    for (let j = i + 1; j < lines.length; j++) {
      const a = lines[i], b = lines[j];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (a.of !== b.of && wide > 0.5 && tall > 0.5) found.push(["text", a.said, b.said]);
    }
  // marks: what is painted, as shapes that a point can be in; quiet rules and grounds of axes are no marks
  const marks = [];
  for (const path of gd.querySelectorAll(".shapelayer path, .plot path, .scatterlayer path, .barlayer path, .geo path, .geo circle")) {
    if (!path.isPointInFill || !shown(path) || path.closest(".gridlayer, .zerolinelayer, .bglayer, .bg, .select-outline"))
      continue;
    const style = getComputedStyle(path), box = path.getBoundingClientRect();
    const filled = style.fill !== "none" && !/, 0\)$/.test(style.fill) && +style.fillOpacity > 0;
    const drawn = style.stroke !== "none" && !/, 0\)$/.test(style.stroke) && parseFloat(style.strokeWidth) > 0;
    if ((filled || drawn) && (box.width || box.height)) marks.push({ path, filled, drawn, box });
  }
  const point = gd.querySelector(".main-svg").createSVGPoint();
  const opaque = (style) => !style.fill.startsWith("rgba") && +style.fillOpacity === 1 && +style.opacity === 1;
  for (const line of lines)
    // from the topmost down: a mark that holds all of the text hides what is under it
    for (const mark of marks.toReversed()) {
      const { box } = mark;
      if (box.right < line.left || box.left > line.right || box.bottom < line.top || box.top > line.bottom) continue;
      const back = mark.path.getScreenCTM().inverse();
      let inside = 0, stroked = 0, all = 0;
      for (let n = 0; n <= 12; n++)
        for (const part of [0.15, 0.5, 0.85]) {
          point.x = line.left + 0.5 + (line.right - line.left - 1) * n / 12;
          point.y = line.top + (line.bottom - line.top) * part;
          const at = point.matrixTransform(back);
          all += 1;
          if (mark.filled && mark.path.isPointInFill(at)) inside += 1;
          else if (mark.drawn && mark.path.isPointInStroke(at)) stroked += 1;
        }
      if (inside === all && opaque(getComputedStyle(mark.path))) break;
      if (stroked > 0 || (inside > 0 && inside < all))
        found.push(["mark", line.said, `${inside}+${stroked}/${all} ${mark.path.parentElement.getAttribute("class")} ${getComputedStyle(mark.path).fill} ${getComputedStyle(mark.path).stroke}`]);
    }
  return found;
}
