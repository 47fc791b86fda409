export default function (component) {
  const { setStateValue, data } = component
  // before the first chart is drawn: it places labels by their size in this font
  for (const weight of [400, 600, 700]) document.fonts.load(weight + " 1em 'Source Sans 3'")
  const main = document.querySelector("[data-testid=stMain]")
  const block = document.querySelector("[data-testid=stMainBlockContainer]")
  const measure = () => {
    // the narrowest figure that is there; before the first one, what a card leaves of the page
    const figures = [...document.querySelectorAll("[data-testid=stPlotlyChart]")].map((one) => one.clientWidth)
    if (figures.some(Boolean)) return Math.min(...figures.filter(Boolean))
    if (!block) return innerWidth
    const style = getComputedStyle(block)
    return Math.floor(block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - data.card)
  }
  let told = data.told
  // What is drawn must not be wider than its place; a little narrower does no harm, and a scroll bar that comes and
  // goes must not draw everything anew.
  const fits = () => { const now = measure(); return told <= now && now < told + 2 * data.step }
  const mark = () => { if (main) main.dataset.laidOut = fits() ? "yes" : "no" }
  const tell = () => {
    mark()
    if (!fits()) { told = Math.floor(measure() / data.step) * data.step; setStateValue("width", told) }
  }
  tell()
  // The side bar may open and close, so the page is watched, not the window.
  const watch = new ResizeObserver(() => { mark(); clearTimeout(watch.later); watch.later = setTimeout(tell, 250) })
  if (block) watch.observe(block)
  // A screen reader is told of which card its tabs and buttons are: see card.py.
  const name = () => document.querySelectorAll("[data-names]").forEach((said) => {
    const card = said.closest('[class*="st-key-card-"]')
    if (!card) return
    card.setAttribute("role", "group")
    for (const part of [card, ...card.querySelectorAll("[role=tablist]")])
      part.setAttribute("aria-label", said.dataset.names)
  })
  // The menu's groups lie between its list and their entries: each is the list of its own.
  for (const menu of document.querySelectorAll("[data-testid=stSidebarNavItems]")) {
    menu.setAttribute("role", "presentation")
    for (const entry of menu.querySelectorAll("li")) entry.parentElement.setAttribute("role", "list")
  }
  // On paper a card taller than a sheet is made smaller, at most by half, so that its picture is not cut
  const fit = (printed) => document.querySelectorAll('[class*="st-key-card-"]').forEach((card) => {
    const part = printed ? data.sheet / card.offsetHeight : 1
    card.style.zoom = part < 1 && part >= 0.5 ? part : ""
    card.style.breakInside = part < 0.5 ? "auto" : ""
  })
  const before = () => fit(true), after = () => fit(false)
  addEventListener("beforeprint", before)
  addEventListener("afterprint", after)
  name()
  const cards = new MutationObserver(() => { clearTimeout(cards.later); cards.later = setTimeout(name, 200) })
  if (main) cards.observe(main, { childList: true, subtree: true })
  return () => {
    removeEventListener("beforeprint", before)
    removeEventListener("afterprint", after)
    clearTimeout(watch.later); watch.disconnect(); clearTimeout(cards.later); cards.disconnect()
  }
}
