// A picture inside a picture sees no font of its page: each is drawn as SVG, given the family, and only then made a PNG.
(function () {
  "use strict";
  const draw = Plotly.toImage, faces = document.getElementById("faces").textContent;
  const known = Promise.all([...document.fonts].map((face) => face.load()));
  async function painted(address, options) {
    const image = new Image(), canvas = document.createElement("canvas");
    image.src = address;
    await image.decode();
    canvas.width = options.width * options.scale;
    canvas.height = options.height * options.scale;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png").replace(/^[^,]*,/, "");
  }
  Plotly.toImage = async function (figure, options) {
    await known;
    if (options.format === "svg" && options.imageDataOnly) return draw(figure, options);
    const plain = await draw(figure, { ...options, format: "svg", imageDataOnly: true, scale: 1 });
    const svg = plain.replace(/>/, "><style>" + faces + "</style>");
    const address = "data:image/svg+xml," + encodeURIComponent(svg);
    return options.format === "svg" ? address : painted(address, options);
  };
})();
