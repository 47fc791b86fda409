"""Streamlit's page hands each figure to Plotly twice; it is drawn once."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.actions import menu
from tests.browser.look import open_page, wait_until_complete

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
      Promise.resolve(drawn).then(() => figure.on("plotly_beforeplot", () => { first.again += 1 }))
    }
    return drawn
  }
} })
"""
_SEEN = (
    "() => [...window.handed].filter(([figure]) => figure.isConnected).map(([_, { times, again }]) => [times, again])"
)


def test_no_figure_is_drawn_twice(page: Page) -> None:
    page.add_init_script(_WATCH)
    open_page(page, "where", picture="map")
    for name in ("Compare", "Trends", "Where"):
        page.evaluate("() => window.handed.clear()")
        menu(page, name)
        wait_until_complete(page)
        seen = page.evaluate(_SEEN)
        assert seen
        assert all(times >= 2 for times, _ in seen), "what is handed over once needs no care"
        assert [again for _, again in seen] == [0] * len(seen), name
