(function () {
  "use strict";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  // the widest layout that has room: what is drawn is never wider than its place
  const layoutFor = (options, room) => options.filter((one) => one.width <= room).pop() || options[0];
  // labels are placed by their size, which is known once the font inside this page is
  const font = Promise.all(Array.from(document.fonts, (face) => face.load()));
  window.drawChart = function (box) {
    const options = read(box.dataset.figures);
    const chosen = layoutFor(options, box.clientWidth || window.innerWidth);
    if (+box.dataset.drawn === chosen.width) return Promise.resolve();
    box.dataset.drawn = chosen.width;
    const config = { responsive: !chosen.fixed, displaylogo: false, topojsonURL: "about:blank#",
      staticPlot: box.hasAttribute("data-still"),
      modeBarButtonsToRemove: ["zoom2d", "pan2d", "select2d", "lasso2d", "autoScale2d", "resetScale2d"] };
    return font.then(() => Plotly.react(box, chosen.figure.data, chosen.figure.layout, config)).then(function () {
      box.dataset.ready = "yes";
    });
  };
  window.addEventListener("DOMContentLoaded", function () {
    const boxes = Array.from(document.querySelectorAll("[data-figures]:not([data-later])"));
    boxes.forEach(window.drawChart);
    let waiting;
    window.addEventListener("resize", function () {
      clearTimeout(waiting);
      waiting = setTimeout(() => boxes.forEach(window.drawChart), 150);
    });
  });
})();
