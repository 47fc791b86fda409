// Turns the pages of the record: what the address asks for is taken out of its pack and shown. Nothing is computed here.
(function () {
  "use strict";
  const page = document.getElementById("page"), told = document.getElementById("told");
  const opened = { overview: JSON.parse(document.getElementById("pack-overview").textContent) };
  const find = document.getElementById("find"), found = document.getElementById("found"), first = page.innerHTML;
  const choice = document.getElementById("pictures");
  const version = document.body.dataset.version;
  // only what the first view needs stands before this script
  const whole = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));  // what stands there so far
  let shown = "overview";

  function pack(name) {
    return opened[name] = opened[name] || (async function () {
      await whole;
      const text = document.getElementById("pack-" + name).textContent;
      const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
      const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      return JSON.parse(await new Response(plain).text());
    })();
  }

  // #state=KEN&picture=map&data=2a8f8136cc: the view first, then what is asked of it
  function asked() {
    const [view, ...rest] = location.hash.slice(1).split("&").map((part) => {
      try { return decodeURIComponent(part); } catch (broken) { return part; }
    });
    return { view: view || "overview", ...Object.fromEntries(rest.map((part) => part.split(/=(.*)/s))) };
  }

  async function show(from) {
    const { view, picture, data } = asked();
    if (view === "page") return;
    const held = view === "overview" ? first : (await pack(view.startsWith("state=") ? "states" : "pages"))[view];
    if (asked().view !== view) return;
    told.textContent = !held ? `The address asks for “${view}”, which is not in this file.`
      : data && data !== version ? `The link was made with data version ${data}; this file holds ${version}. Figures may differ.` : "";
    const now = held ? view : "overview";
    if (now !== shown) page.innerHTML = held || first;
    shown = now;
    const heading = page.querySelector("h1");
    document.title = `${heading.textContent} · Who stands up for defenders`;
    for (const link of document.querySelectorAll("header nav a")) {
      const kind = (address) => address.replace(/=.*/, "").replace(/s$/, "");
      if (kind(link.hash.slice(1)) === kind(view)) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    choose(picture === "map" ? "map" : "assembly");
    if (from) { heading.focus({ preventScroll: true }); window.scrollTo(0, 0); }
    await draw();
    if (asked().view === view) page.dataset.shown = view;
  }

  function choose(which) {
    const boxes = [...page.querySelectorAll("[data-when]")];
    choice.hidden = !boxes.length;
    for (const box of boxes) box.hidden = box.dataset.when !== which;
    for (const button of choice.children) button.setAttribute("aria-pressed", String(button.dataset.picture === which));
  }

  async function draw() {
    for (const box of page.querySelectorAll("figure:not([hidden]) > [data-pack]")) {
      const held = await pack(box.dataset.pack);
      await painted();
      if (box.isConnected) await window.drawFigures(box, held[box.dataset.key]);
    }
  }

  choice.addEventListener("click", function (event) {
    const which = event.target.dataset.picture;
    if (!which) return;
    const { view, data } = asked();
    location.hash = [view, ...(which === "map" ? ["picture=map"] : []), ...(data ? [`data=${data}`] : [])].join("&");
  });

  // A mark of a State or a text leads to its page.
  page.addEventListener("click", function (event) {
    const mark = event.target.closest && event.target.closest("[data-of]");
    if (!mark) return;
    const of = mark.dataset.of;
    if (/^[A-Z]{3}$/.test(of)) location.hash = `state=${of}`;
    else if (of.includes("/") || of.startsWith("CHR ")) location.hash = `text=${of}`;
  });

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let at = 0;
  async function search() {
    const entries = (await pack("search")).entries, words = folded(find.value).split(/\s+/).filter(Boolean);
    const fits = (text) => words.every((word) => text.includes(word));
    const rank = ([label, , more]) => folded(label).startsWith(words[0]) ? 0 : fits(folded(label)) ? 1 : fits(folded(`${label} ${more}`)) ? 2 : 3;
    const hits = words.length ? entries.map((entry) => [rank(entry), entry]).filter(([by]) => by < 3)
      .sort((a, b) => a[0] - b[0]).slice(0, 12).map(([, entry]) => entry) : [];
    at = 0;
    found.replaceChildren(...hits.map(([label, address], n) => {
      const item = document.createElement("li");
      Object.assign(item, { id: `hit-${n}`, textContent: label });
      item.setAttribute("role", "option");
      item.dataset.to = address;
      return item;
    }));
    mark(0);
  }
  function mark(next) {
    const items = [...found.children];
    at = items.length ? (next + items.length) % items.length : 0;
    items.forEach((item, n) => item.setAttribute("aria-selected", String(n === at)));
    found.hidden = !items.length;
    find.setAttribute("aria-expanded", String(!found.hidden));
    find.setAttribute("aria-activedescendant", items.length ? `hit-${at}` : "");
    if (items[at]) items[at].scrollIntoView({ block: "nearest" });
  }
  function go(item) {
    if (!item) return;
    location.hash = item.dataset.to;
    find.value = "";
    found.replaceChildren();
    mark(0);
  }
  find.addEventListener("input", search);
  find.addEventListener("keydown", async function (event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); mark(at + (event.key === "ArrowDown" ? 1 : -1)); }
    else if (event.key === "Enter") { await search(); go(found.children[at]); }
    else if (event.key === "Escape") { found.replaceChildren(); mark(0); }
  });
  found.addEventListener("pointerdown", (event) => { event.preventDefault(); go(event.target.closest("li")); });
  find.addEventListener("blur", () => { found.hidden = true; });

  window.addEventListener("hashchange", show);
  show();
  let waiting;
  window.addEventListener("resize", function () { clearTimeout(waiting); waiting = setTimeout(draw, 150); });
})();
