"""How wide a chart is on the reader's screen, so that it is laid out for that width.

Streamlit does not tell; a small component of our own reports it from the browser and again when it changes. The same
component gives each card its name for screen readers, which Streamlit's tabs and buttons have none of."""

from pathlib import Path

import streamlit as st

from charts.frame.layouts import STEP, screen

# What a card takes of the width of the page's content: its padding and its border, on both sides.
_CARD = 34
_NARROW = 500
# Of a sheet of A4 on its side, as frame.css prints it, what a page's answer leaves to the card under it.
_SHEET = 740
USUAL = 880  # in a window of 1280 pixels

_component = st.components.v2.component("viewport", js=Path(__file__).with_name("viewport.js").read_text("utf-8"))


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
