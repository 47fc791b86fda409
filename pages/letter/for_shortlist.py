"""Letters for many States at once: a shortlist, some States, or all, in one ZIP with its index."""

from __future__ import annotations

import streamlit as st

from analytics.english import count
from briefing.letter.campaigns import campaigns_for
from briefing.letter.letter import CAMPAIGNS, Signatory, letters_zip
from pages.shared import address as link
from pages.shared import record as tables
from pages.shared import workspace as desk
from workspace import log

_SOURCES = {"shortlist": "A shortlist", "states": "States I choose", "all": "All Member States"}


def shortlists() -> dict[int, object]:
    """The shortlists' campaigns by number. Raises WorkspaceError where the workspace is out of reach."""
    return {campaign.id: campaign for campaign in desk.workspace().campaigns.all()}


def section(
    campaign: str, language: str, tongue: str, signatories: list[Signatory], campaigns: dict[int, object]
) -> None:
    """Choose the States, make the letters, take them. `tongue`: the language in its own words."""
    record = tables.record()
    codes = _codes(campaigns, campaign)
    asked = (campaign, language, tuple(codes), tuple(signatories), record.version)
    if codes and st.button(f"Make {count(len(codes), 'letter')} in {tongue}", icon=":material/mail:", key="merge"):
        bar = st.progress(0.0, "Writing …")
        content = letters_zip(
            record,
            codes,
            campaign,
            language,
            signatories,
            progress=lambda done, of: bar.progress(done / of, f"{done} of {of} letters"),
        )
        bar.empty()
        desk.tell(log.LETTERS, f"to {', '.join(codes)} ({campaign})")
        number = count(len(codes), "State").replace(" ", "-")
        name = f"letters-{campaign}-{language}-{number}_{record.version}.zip"
        st.session_state["letters"] = (name, content, asked)
    # Letters to others are not offered as these.
    if st.session_state.get("letters", ("", b"", ()))[2] == asked:
        name, content, _ = st.session_state["letters"]
        st.download_button(
            f"Download {name}",
            content,
            name,
            "application/zip",
            on_click="ignore",
            icon=":material/folder_zip:",
            key="letters-zip",
        )
        st.caption("The index sheet in it tells which sentence each State got, and why.")


def _codes(campaigns: dict[int, object], letter: str) -> list[str]:
    """ISO codes of the States that are to get a letter. `letter`: key of the campaign of letters."""
    source = st.segmented_control(
        "For",
        list(_SOURCES),
        required=True,
        key="for_whom",
        default="shortlist" if campaigns else "states",
        format_func=_SOURCES.get,
    )
    states = tables.record().states
    if source == "all":
        return list(states.loc[states["status"] == "member", "iso3"])
    if source == "states":
        names = tables.names()
        return st.multiselect("States", list(names), format_func=names.get, key="merge-states")
    if not campaigns:
        st.info("There is no shortlist yet: start one on Targets, or choose States here.")
        return []
    # The same choice as on Shortlist, from which one comes here.
    by_key = {str(number): one for number, one in campaigns.items()}
    chosen = link.selectbox("Shortlist of", list(by_key), "campaign", format_func=lambda number: by_key[number].name)
    listed = by_key[chosen]
    fitting = campaigns_for(tables.record().opportunities, listed.body, listed.year)
    if letter not in fitting:
        st.warning(
            f"This shortlist is for another text ({CAMPAIGNS[fitting[0]].about}, {listed.year}) than these letters "
            f"({CAMPAIGNS[letter].about}): choose the campaign above, or another shortlist.",
            icon=":material/warning:",
        )
    codes = [entry.iso3 for entry in desk.workspace().shortlist.entries(int(chosen))]
    if not codes:
        st.info("No State is on this shortlist yet: add some on Targets or Shortlist, or choose States here.")
    return codes
