"""What was recognised in fetched documents, text by text: accepted together, or looked at one by one."""

from collections.abc import Sequence

import streamlit as st

from analytics.english import count, listing
from data.fetch.hosts import LANGUAGES
from data.fetch.offers import ACCEPTED, AGREES, LOOK, SAME, Offer, acceptances, can_be_whole
from data.fetch.store import Store, file_name
from data.reading.context import Context
from data.review.accept import accept_list
from data.review.keep import history, keep, undo
from data.words import CELLS, NOT_WHEN_TABLED
from files import paths
from pages.add import document as importing
from pages.add.words import title
from pages.shared.errors import progress
from pages.shared.markdown import plain

_ACCEPTED = "fetch-accepted"
_STATES = {
    AGREES: ":material/check: agrees with expectations",
    LOOK: ":material/warning: to look at",
    ACCEPTED: ":material/task_alt: accepted",
    SAME: ":material/done_all: the record has these names already",
}
_WHOLE = {
    "complete": f"complete: who is not on a final list did not sponsor; who is not on an earlier one was "
    f"“{CELLS[NOT_WHEN_TABLED]}”",
    "partial": "partial: who is not on a list is not known",
}


def show(found: Sequence[Offer], context: Context) -> None:
    """What was recognised, text by text: to be accepted together, or looked at one by one."""
    if not found:
        return
    st.subheader("What was recognised, by text", anchor=False)
    for resolution in dict.fromkeys(one.resolution for one in found):
        with st.container(border=True, key=f"offers-{resolution or 'untold'}"):
            st.markdown(f"**{plain(resolution) or 'Text not told'}**")
            for number, one in enumerate(o for o in found if o.resolution == resolution):
                _row(one, f"{resolution}-{number}")
    agreeing = [one for one in found if one.state == AGREES]
    if agreeing:
        _together(agreeing, context)


def _row(one: Offer, key: str) -> None:
    words, buttons = st.columns([0.75, 0.25], vertical_alignment="center")
    with words:
        st.markdown(f"{plain(title(one.one))} · {_STATES[one.state]}")
        for flag in one.flags:
            st.caption(f"Look twice: {plain(flag.message)}.")
        st.caption(f"{plain(one.held.symbol)}, {LANGUAGES.get(one.held.language, '')}, fetched {one.held.day[:10]}")
    data = Store(paths.DATA_DIR).read(one.held) if buttons.button("Look at it", key=f"look-{key}") else None
    if data is not None:
        name = f"{file_name(one.held.symbol, one.held.language)}.pdf"
        document = importing.Document(
            name, one.held.sha256, data, False, lists=list(one.together), address=one.held.address
        )
        importing.hold(document)
        st.session_state[f"pick-{document.key}"] = one.place
        st.rerun()


def _together(agreeing: Sequence[Offer], context: Context) -> None:
    """One form for all that agree with expectations."""
    asked = any(can_be_whole(one, context) for one in agreeing)
    with st.form("fetch-accept", enter_to_submit=False):
        st.markdown(f"**Accept what agrees with expectations: {count(len(agreeing), 'list')}**")
        st.caption(
            "Of each text the list of the latest stage counts, and of all documents together where there is one; the "
            "others are kept beside it. Of a draft not adopted yet, who is not on a list is not known."
        )
        whole = (
            st.selectbox(
                "How complete are these lists?", list(_WHOLE), index=None, format_func=_WHOLE.get, placeholder="choose"
            )
            if asked
            else "partial"
        )
        by = st.text_input("Your name", st.session_state.get("who") or "", key="fetch-by", persist_state="session")
        pressed = st.form_submit_button("Accept these", type="primary", icon=":material/done_all:")
    if not pressed:
        return
    if not by.strip() or not whole:
        st.error("Still to be said: your name, and how complete the lists are. Nothing was kept.")
        return
    given = acceptances(agreeing, by, whole, context)
    with progress("Accepting …", "Not accepted"):
        st.session_state[_ACCEPTED] = keep(lambda: [accept_list(one, context) for one in given], st.write)
        st.rerun()


def forget() -> None:
    """Say no more of what was accepted together."""
    st.session_state.pop(_ACCEPTED, None)


def accepted() -> None:
    """What was accepted together, with the way back."""
    still = {entry.id for entry in history(paths.DATA_DIR)}
    entries = [entry for entry in st.session_state.get(_ACCEPTED, ()) if entry.id in still]
    if not entries:
        return
    texts = listing(dict.fromkeys(plain(entry.facts["resolution"]) for entry in entries))
    st.success(f"Accepted: {count(len(entries), 'list')} for {texts}. Every page now counts on them.")
    if st.button("Undo all of these", icon=":material/undo:", key="fetch-undo"):
        with progress("Taking them back …", "Not all were taken back"):
            for entry in reversed(entries):
                undo(entry.id, st.write)
            forget()
            st.session_state["import-said"] = f"Undone: {count(len(entries), 'list')}."
            st.rerun()
