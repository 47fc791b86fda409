"""Streamlit's page hands each figure to Plotly twice; it is drawn once."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.actions import menu
from tests.browser.look import PATIENCE, open_page, wait_until_complete

# Of every figure that Plotly has drawn: how often it was handed over, and how often it was drawn anew after that.
_WATCH = """
let plotly
window.handed = new Map()
Object.defineProperty(window, "Plotly", { configurable: true, get: () => plotly, set: (given) => {
  plotly = given
  const react = given.react
  given.react = (figure, ...more) => {
    const known = window.handed.get(figure)
    if (known) known.times += 1
    const drawn = react.call(given, figure, ...more)
    if (!known) {
      const first = { times: 1, again: 0 }
      window.handed.set(figure, first)
      Promise.resolve(drawn).then(() => figure.on?.("plotly_beforeplot", () => { first.again += 1 }))
    }
    return drawn
  }
} })
"""
_TWICE = """() => {
  const figures = [...document.querySelectorAll(".js-plotly-plot")]
  return figures.length > 0 && figures.every((figure) => window.handed.get(figure)?.times > 1)
}"""
_AGAIN = "() => [...window.handed].filter(([figure]) => figure.isConnected).map(([_, { again }]) => again)"


def test_no_figure_is_drawn_twice(page: Page) -> None:
    page.add_init_script(_WATCH)
    open_page(page, "where", picture="map")
    for name in ("Compare", "Trends", "Where"):
        page.evaluate("() => window.handed.clear()")
        menu(page, name)
        page.wait_for_function(_TWICE, timeout=PATIENCE)  # what is handed over once needs no care
        wait_until_complete(page)
        assert not any(page.evaluate(_AGAIN)), name
