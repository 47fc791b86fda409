"""Reviews that were begun and not ended: what was restored is said, and the others can be gone on with."""

from __future__ import annotations

import streamlit as st

from pages.add import document as importing
from pages.shared.markdown import plain


def show() -> None:
    """Above the review: that it is one of an earlier visit; and the others that wait."""
    if review := importing.restored():
        st.info(
            f"Restored: your review of {plain(review.name)}, begun on {importing.day(review)}, with what you had "
            "chosen. What was typed in a form and not sent is not in it.",
            icon=":material/restore:",
        )
    for review in importing.others():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"Begun on {importing.day(review)} and not ended: the review of **{plain(review.name)}**")
            st.button("Go on", key=f"go-on-{review.key}", on_click=importing.go_on, args=(review,))
            st.button("Discard", key=f"forget-{review.key}", on_click=importing.discard, args=(review,))
