"""How wide a chart can be on the reader's screen, so that it is laid out for it: narrow, medium or wide.

Streamlit does not tell; a small component of our own reports it from the browser and again when it changes.
"""

from __future__ import annotations

import streamlit as st

_REPORT = """
export default function (component) {
  const { setStateValue, data } = component
  const main = document.querySelector("[data-testid=stMain]")
  const layout = () => {
    const width = main ? main.clientWidth : innerWidth
    return width < 600 ? "narrow" : width < 900 ? "medium" : "wide"
  }
  let told = data
  // For whoever waits until the page is laid out for this screen.
  if (main) main.dataset.laidOutFor = data
  const tell = () => {
    const now = layout()
    if (now !== told) { told = now; setStateValue("layout", now) }
  }
  tell()
  // The side bar may open and close, so the page is watched, not the window.
  const watch = new ResizeObserver(() => { clearTimeout(watch.later); watch.later = setTimeout(tell, 250) })
  if (main) watch.observe(main)
  return () => { clearTimeout(watch.later); watch.disconnect() }
}
"""
_LAYOUTS = ("narrow", "medium", "wide")


_component = st.components.v2.component("viewport", js=_REPORT)


def mount() -> None:
    """Put the reporter on the page; call once a run, before anything that asks for the layout."""
    with st.container(key="viewport"):
        _component(
            key="viewport-report", data=layout(), default={"layout": "wide"}, on_layout_change=lambda: None
        )


def layout() -> str:
    """The layout for a full-width chart on the reader's screen (wide until the browser has told)."""
    state = st.session_state.get("viewport-report")
    told = state.get("layout") if state else None
    return told if told in _LAYOUTS else "wide"


def theme() -> str:
    """light or dark, as the reader has set it."""
    kind = st.context.theme.type if st.context.theme else None
    return kind if kind in ("light", "dark") else "light"
