"""What others did while somebody worked here: shown until it was seen, so that nothing goes silently."""

from functools import partial

import streamlit as st

from pages.shared.markdown import plain

_TOLD = "meanwhile"


def tell(said: str) -> None:
    """Keep a sentence on what somebody else did, and on what was not saved for it."""
    st.session_state.setdefault(_TOLD, []).append(said)


def show() -> None:
    """On top of every page, what was told and not seen yet."""
    told = st.session_state.get(_TOLD)
    if not told:
        return
    for said in told:
        st.warning(plain(said), icon=":material/group:")
    put_away = partial(st.session_state.pop, _TOLD, None)
    st.button("I have seen it", icon=":material/check:", key="meanwhile-seen", on_click=put_away)
