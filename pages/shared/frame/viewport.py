"""How wide a chart is on the reader's screen, so that it is laid out for that width.

Streamlit does not tell; a small component of our own reports it from the browser and again when it changes. The same
component gives each card its name for screen readers, which Streamlit's tabs and buttons have none of.
"""

from __future__ import annotations

import streamlit as st

from charts.frame.layouts import STEP, screen

# What a card takes of the width of the page's content: its padding and its border, on both sides.
_CARD = 34
_NARROW = 500
# Of a sheet of A4 on its side, as frame.py prints it, what a page's answer leaves to the card under it.
_SHEET = 740
USUAL = 880  # in a window of 1280 pixels
_REPORT = """
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
"""

_component = st.components.v2.component("viewport", js=_REPORT)


def mount() -> None:
    """Put the reporter on the page; call once a run, before anything that asks for the layout."""
    with st.container(key="viewport"):
        _component(
            key="viewport-report",
            data={"told": width(), "card": _CARD, "step": STEP, "sheet": _SHEET},
            default={"width": USUAL},
            on_width_change=lambda: None,
        )


def width() -> int:
    """Pixels that a full-width chart has on the reader's screen (USUAL until the browser has told)."""
    state = st.session_state.get("viewport-report")
    told = state.get("width") if state else None
    return int(told) if isinstance(told, (int, float)) else USUAL


def layout() -> str:
    """The layout for a full-width chart on the reader's screen."""
    return screen(width())


def narrow() -> bool:
    """Whether the screen is as narrow as a telephone's: what would stand side by side stands below one another."""
    return width() < _NARROW


def theme() -> str:
    """light or dark, as the reader has set it."""
    kind = st.context.theme.type if st.context.theme else None
    return kind if kind in ("light", "dark") else "light"
