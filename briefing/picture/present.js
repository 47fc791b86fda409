(function () {
  "use strict";
  const slides = Array.from(document.querySelectorAll("#stage > section"));
  const stage = document.getElementById("stage"), place = document.getElementById("place");
  const hint = document.getElementById("keys"), list = document.getElementById("list");
  const key = "slide-" + document.body.dataset.briefing;
  let at = -1;
  function remembered() {
    const asked = parseInt((location.hash || "").slice(1), 10);
    if (asked >= 1 && asked <= slides.length) return asked - 1;
    try {
      const kept = parseInt(localStorage.getItem(key), 10);
      return kept >= 0 && kept < slides.length ? kept : 0;
    } catch (refused) { return 0; }
  }
  function fit() {
    const by = Math.min(window.innerWidth / 1600, window.innerHeight / 900);
    stage.style.transform = "scale(" + by + ") translate(-50%, -50%)";
  }
  // What was measured too short (another font, one very long paragraph) is made smaller: nothing is ever cut off.
  function shrink(slide) {
    const words = slide.querySelector(".fit"), room = 900 - 2 * 48;
    if (!words) return;
    words.style.transform = "";
    if (words.offsetHeight > room) words.style.transform = "scale(" + room / words.offsetHeight + ")";
  }
  function show(number) {
    const next = Math.max(0, Math.min(slides.length - 1, number));
    list.hidden = true;
    if (at >= 0 && next !== at) hint.hidden = true;
    if (next === at) return;
    at = next;
    slides.forEach((slide, n) => { slide.hidden = n !== at; });
    place.textContent = (at + 1) + " / " + slides.length;
    shrink(slides[at]);
    const box = slides[at].querySelector("[data-figures]");
    if (box) window.drawChart(box);
    document.title = slides[at].getAttribute("aria-label");
    try { localStorage.setItem(key, String(at)); } catch (refused) { /* nothing to remember it in */ }
    try { history.replaceState(null, "", "#" + (at + 1)); } catch (refused) { /* in a frame without an address */ }
  }
  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
  }
  // Each slide small, beside its title; drawn when the list is first asked for.
  function thumb(button, n) {
    const frame = document.createElement("span"), slide = slides[n].cloneNode(true);
    frame.className = "thumb";
    frame.inert = true;
    frame.setAttribute("aria-hidden", "true");
    frame.append(document.createElement("span"));
    frame.firstChild.className = "stage";
    frame.firstChild.append(slide);
    slide.hidden = false;
    button.prepend(frame);
    const box = slide.querySelector("[data-figures]");
    if (box) window.drawChart(box);
  }
  function listed() {
    const buttons = list.querySelectorAll("button");
    list.hidden = !list.hidden;
    if (list.hidden) return;
    if (!list.querySelector(".thumb")) buttons.forEach(thumb);
    buttons.forEach((button, n) => button.toggleAttribute("aria-current", n === at));
    buttons[at].focus();
  }
  const keys = {
    ArrowRight: () => show(at + 1), ArrowDown: () => show(at + 1), PageDown: () => show(at + 1), " ": () => show(at + 1),
    ArrowLeft: () => show(at - 1), ArrowUp: () => show(at - 1), PageUp: () => show(at - 1), Backspace: () => show(at - 1),
    Home: () => show(0), End: () => show(slides.length - 1), f: fullScreen, F: fullScreen, o: listed, O: listed,
    Escape: () => { list.hidden = true; if (document.fullscreenElement) document.exitFullscreen(); }
  };
  window.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    if (!list.hidden && event.key === " ") return;  // presses the button of the slide that is chosen
    event.preventDefault();
    keys[event.key]();
  });
  list.querySelectorAll("button").forEach((button, n) => button.addEventListener("click", () => { show(n); window.focus(); }));
  document.getElementById("back").addEventListener("click", () => show(at - 1));
  document.getElementById("on").addEventListener("click", () => show(at + 1));
  window.addEventListener("resize", fit);
  window.addEventListener("hashchange", () => show(remembered()));
  window.addEventListener("DOMContentLoaded", function () { fit(); show(remembered()); window.focus(); });
})();
