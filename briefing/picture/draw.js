// Draws the figures of a page where they have their place, in the widest layout that has room, and says what is pointed at.
(function () {
  "use strict";
  const layoutFor = (options, room) => options.filter((one) => one.width <= room).pop() || options[0];
  // labels are placed by their size, which is known once the font inside this page is: what is drawn before is drawn anew
  let known = false;
  const font = Promise.all(Array.from(document.fonts, (face) => face.load())).then(() => { known = true; });
  window.drawFigures = function (box, options) {
    const chosen = layoutFor(options, box.clientWidth || window.innerWidth);
    if (+box.dataset.drawn === chosen.width) return Promise.resolve();
    box.dataset.drawn = chosen.width;
    const draw = () => box.replaceChildren(new window.Picture(chosen.figure, window.LOOK, chosen.width).draw());
    if (!known) draw();
    return font.then(function () {
      draw();
      box.dataset.ready = "yes";
    });
  };
  window.drawChart = (box) =>
    window.drawFigures(box, JSON.parse(document.getElementById(box.dataset.figures).textContent));

  const said = document.createElement("div");
  said.id = "said";
  said.hidden = true;
  function point(event) {
    const mark = event.target.closest && event.target.closest("path");
    said.hidden = !mark || !mark.said || Boolean(mark.closest("[data-still]"));
    if (said.hidden) return;
    said.replaceChildren(...window.Picture.told(mark.said));
    said.style.left = `${Math.max(4, Math.min(event.clientX + 12, window.innerWidth - said.offsetWidth - 4))}px`;
    said.style.top = `${Math.max(4, Math.min(event.clientY + 14, window.innerHeight - said.offsetHeight - 4))}px`;
  }
  window.addEventListener("DOMContentLoaded", function () {
    document.body.append(said);
    for (const kind of ["pointermove", "pointerdown"]) document.addEventListener(kind, point);
    const boxes = Array.from(document.querySelectorAll("[data-figures]:not([data-later])"));
    boxes.forEach(window.drawChart);
    let waiting;
    window.addEventListener("resize", function () {
      clearTimeout(waiting);
      waiting = setTimeout(() => boxes.forEach(window.drawChart), 150);
    });
  });
})();
