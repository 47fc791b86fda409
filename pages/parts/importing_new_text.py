"""A new text with its facts, e.g. the resolution of the next session."""

from __future__ import annotations

from datetime import date

import streamlit as st

from data.importers.accept import accept_resolution
from data.importers.context import Context
from pages.parts.importing_keep import NotKept, keep
from pages.parts.plain import plain

ADOPTION = ("without a vote", "recorded vote")
MANDATE = {
    "": "does not touch the mandate",
    "renewed": "renews the mandate",
    "created": "creates the mandate",
}


def form(context: Context) -> None:
    """The fields of a new text; its list is added afterwards like any other."""
    with st.form("import-resolution", border=False, enter_to_submit=False):
        left, right = st.columns(2)
        facts = {
            "resolution": left.text_input(
                "Symbol of the resolution", placeholder="A/RES/81/100", key="new-symbol"
            ),
        }
        day = right.date_input(
            "Adopted on", value=None, min_value=date(1998, 1, 1), max_value=date.today(), key="new-day",
            format="YYYY-MM-DD",
        )  # fmt: skip
        facts["title"] = st.text_input("Title, as in the document", key="new-title")
        left, right = st.columns(2)
        facts["short_title"] = left.text_input("Short title (optional)", key="new-short")
        facts["mandate_action"] = right.selectbox(
            "Mandate", list(MANDATE), format_func=MANDATE.get, key="new-mandate"
        )
        facts["draft_symbol"] = left.text_input("Symbol of the draft (optional)", key="new-draft")
        facts["report_symbol"] = right.text_input("Symbol of the report (optional)", key="new-report")
        facts["adoption"] = left.selectbox("Adopted", ADOPTION, key="new-adoption")
        with right:
            cast = dict(zip(("yes", "no", "abstain"), st.columns(3), strict=True))
        heads = {"yes": "In favour", "no": "Against", "abstain": "Abstaining"}
        votes = {
            vote: place.number_input(heads[vote], 0, 193, value=None, step=1, key=f"new-{vote}")
            for vote, place in cast.items()
        }
        by = st.text_input("Your name", st.session_state.get("import-by") or "", key="new-by")
        sent = st.form_submit_button("Add this text", icon=":material/add:")
    if not sent:
        return
    recorded = facts["adoption"] == "recorded vote"
    if recorded and None in votes.values():
        st.error(
            "A recorded vote needs its three totals: in favour, against, abstaining.", icon=":material/error:"
        )
        return
    if not by.strip():
        st.error("Say who adds it: your name.", icon=":material/error:")
        return
    facts["adopted_on"] = day.isoformat() if day else ""
    facts |= {vote: str(number) if recorded else "" for vote, number in votes.items()}
    with st.status("Adding …", expanded=True) as status:
        try:
            (entry,) = keep(lambda folder: [accept_resolution(folder, facts, by, context)], st.write)
        except NotKept as error:
            status.update(label="Not added", state="error")
            st.error(plain(str(error)), icon=":material/error:")
            return
        status.update(label="Added", state="complete")
    st.session_state["import-done"] = entry
    st.rerun()
