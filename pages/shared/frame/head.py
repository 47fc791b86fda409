"""What a browser is told before the page of Streamlit's that every address of the dashboard answers with."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from files.paths import STATIC_FONTS

# One press of Back goes back from a page. What the first run of a page adds to its address is no step of its own; where
# a page opens another one, Streamlit writes first what the other shall be asked, then its name: that is one step.
_STEPS = """
((push, first, asked) => {
  history.pushState = (state, title, url) => {
    const to = new URL(url, location), other = to.pathname !== location.pathname
    const same = other ? asked && to.search === location.search : first
    asked = !other && !same
    first ||= other
    if (same) history.replaceState(state, title, url)
    else push(state, title, url)
  }
  for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => { first = false }, true)
  addEventListener("popstate", () => { first = true; asked = false }, true)
})(history.pushState.bind(history), true, false)
"""
# Parts of Streamlit's page that most pages show: it would load each when it first shows it, and Plotly takes a while.
_PARTS = ("PlotlyChart", "ButtonGroup", "Slider", "Selectbox", "Metric", "DataFrame", "PageLink", "Button", "Table")
_LOAD = """
addEventListener("load", () => setTimeout(() => (window.requestIdleCallback ?? setTimeout)(() => {
  for (const part of "%s".split(" ")) import(part).catch(() => {})
}), 1000))
"""


def told(root: str) -> str:
    """Elements for its head, where the dashboard is served under the path `root` ("" for none): the font, so that a
    chart finds it loaded; where the server is; the steps of Back; once all is quiet, the parts that it will need."""
    fonts = "".join(
        f"<link rel='preload' as='font' type='font/woff2' crossorigin href='{root}/app/static/fonts/{file.name}'>"
        for file in sorted(STATIC_FONTS.glob("*.woff2"))
    )
    held = Path(st.__file__).parent / "static" / "static" / "js"
    parts = " ".join(f"{root}/static/js/{file.name}" for part in _PARTS for file in held.glob(f"{part}.*.js"))
    server = "window.__streamlit=(b=>({BACKEND_BASE_URL:b,HOST_CONFIG_BASE_URL:b,MAIN_PAGE_BASE_URL:b}))"
    return f'{fonts}<script>{server}(location.origin+"{root}/")</script><script>{_STEPS}{_LOAD % parts}</script>'
