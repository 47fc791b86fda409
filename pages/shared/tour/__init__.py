"""Five stops for somebody who is here for the first time; offered once, and again when asked for."""

from pathlib import Path

import streamlit as st

_ASKED = "_tour_asked"
_HERE = Path(__file__).parent
STOPS = (
    (
        [".st-key-finder", '[data-testid="stExpandSidebarButton"]'],
        "Find anything",
        "Press Ctrl K on any page and type a State under any of its names, a symbol, a page, or what you want to do: "
        "“letter Kenya”, “export trends”.",
    ),
    (
        ["h1"],
        "The answer comes first",
        "Each page begins with a question and its answer, counted anew from the record for what is chosen.",
    ),
    (
        ['[class*="st-key-card-"]'],
        "The picture and what is behind it",
        "Hatched means not known; it is never counted as “no”. Click a State for its record. Table shows the numbers, "
        "Export makes slides, pictures and data of them.",
    ),
    (
        ['[data-testid="stSidebarNav"] ul:last-of-type', '[data-testid="stExpandSidebarButton"]'],
        "From the record to the letter",
        "Targets says whom to ask and why. The shortlist says who calls. Then come the letters, the call sheet and the "
        "briefing, all for the same States.",
    ),
    (
        [".foot"],
        "Where every number comes from",
        "Sources & methods has each list with its document, what is missing, and how to cite the data.",
    ),
)
"""Each stop: where it is (the first of these that can be seen), its head, and what it says."""
_HTML = """
<div class="ring" popover="manual" aria-hidden="true"></div>
<section class="bubble" popover="manual" aria-live="polite">
  <p class="place"></p><h2></h2><p class="says"></p>
  <div><button class="skip"></button><button class="next"></button></div>
</section>
"""
_component = st.components.v2.component(
    "tour", html=_HTML, css=(_HERE / "tour.css").read_text("utf-8"), js=(_HERE / "tour.js").read_text("utf-8")
)


def ask() -> None:
    """The tour begins with this run, whether it was seen before or not."""
    st.session_state[_ASKED] = st.session_state.get(_ASKED, 0) + 1


def offer() -> None:
    """On the page on which the tour goes: offered to a browser that has not seen it; begun where it is asked for, by
    `ask` or by a link that ends in ?tour=yes."""
    if st.query_params.pop("tour", None):
        ask()
    stops = [{"at": at, "head": head, "says": says} for at, head, says in STOPS]
    with st.container(key="tour"):
        _component(key="tour-shown", data={"stops": stops, "asked": st.session_state.get(_ASKED, 0)})
