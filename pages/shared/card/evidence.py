"""The evidence behind a cell, as a panel or in a dialogue: document, wording, where it was read, what to mind."""

import streamlit as st

from analytics.evidence import evidence
from data.words import CELLS, NOT_SPONSOR, WITHDREW
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from pages.shared.record.memory import once


@once()
def panel(resolution: str, iso3: str, stage: str = "") -> None:
    """Show the evidence for one State on one text, at the stage that is shown."""
    found = evidence(tables.record().about(resolution), resolution, iso3, stage)
    word = WITHDREW if found.withdrew and found.value == NOT_SPONSOR else CELLS[found.value]
    st.markdown(f"**{found.name} on {resolution}: {word}**")
    st.write(plain(found.sentence))
    for caveat in found.caveats:
        st.info(plain(caveat), icon=":material/info:")
    if used := found.used:
        rows = {
            "Document": used.document_symbol or "no UN document",
            "As written there": used.as_written or "not named",
            "Role": used.role or "–",
            "Stage of the list": used.stage,
            "The list is": used.completeness,
            "Read in": used.source_title,
            "Note": used.note or "–",
        }
        st.table({"Question": list(rows), "Evidence": [plain(value) for value in rows.values()]}, hide_index=True)
    with st.container(horizontal=True):
        if used and used.official_url:
            st.link_button("UN document", used.official_url, icon=":material/description:")
        if used and used.read_at:
            st.link_button("Where it was read", used.read_at, icon=":material/visibility:")
        st.link_button(f"Text of {resolution}", found.text_url, icon=":material/gavel:")
    for other in found.others:
        named = f"names it, as “{plain(other.as_written)}”" if other.as_written else "does not name it"
        st.caption(
            f"Another list of this text ({other.stage}, {other.completeness}) {named}: {plain(other.source_title)}"
        )


@st.dialog("Evidence", width="large")
def dialogue(resolution: str, iso3: str, stage: str = "") -> None:
    """The same panel over the page."""
    panel(resolution, iso3, stage)
