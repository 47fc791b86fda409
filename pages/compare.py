"""Compare: the whole record as a matrix; two States, or two groups, side by side."""

from __future__ import annotations

import streamlit as st

from pages.shared import address as link
from pages.shared import comparing, frame, scope
from pages.shared import record as tables

VIEWS = {
    "everything": ("Every State", comparing.everything),
    "states": ("Two States", comparing.states),
    "groups": ("Two groups", comparing.groups),
}
chosen = scope.current()
if tables.measures().texts(chosen).empty:
    frame.answer("Who sponsored what", "No text in this scope.")
    st.warning(
        "No text of these bodies was adopted in these years. Widen the years or choose another body at the side."
    )
    frame.stop()
top, controls = st.container(), st.container(key="compare-view")
with controls:
    view = link.segments("Show", list(VIEWS), "view", format_func=lambda name: VIEWS[name][0])
VIEWS[view][1](chosen, top)
