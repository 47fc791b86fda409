(function () {
  "use strict";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  function layoutFor(options, width) {
    const fitting = options.filter((o) => o.below && width < o.below).sort((a, b) => a.below - b.below);
    return (fitting[0] || options.find((o) => !o.below) || options[0]);
  }
  // labels are placed by their size, which is known once the font inside this page is
  const font = Promise.all(Array.from(document.fonts, (face) => face.load()));
  window.drawChart = function (box) {
    const options = read(box.dataset.figures);
    const chosen = layoutFor(options, box.clientWidth || window.innerWidth);
    if (box.dataset.drawn === chosen.layout) return Promise.resolve();
    box.dataset.drawn = chosen.layout;
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
