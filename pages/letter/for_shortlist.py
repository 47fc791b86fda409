"""To whom the letters go: one State, those on a shortlist by how far they are, some States, or all."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analytics.english import count
from briefing import apart
from briefing.letter.letter import REQUESTS, Dispatch, Signatory, letters_zip
from briefing.letter.requests import requests_for
from pages.shared import pick
from pages.shared.address import address as link
from pages.shared.campaign import workspace as desk
from pages.shared.card.waiting import line_of_downloads
from pages.shared.download import download
from pages.shared.record import record as tables
from workspace import log
from workspace.campaigns import Campaign
from workspace.database.schema import STATUSES

WAYS = {"one": "One State", "shortlist": "A shortlist", "states": "States I choose", "all": "All Member States"}
ASKED = [status for status in STATUSES if status not in ("committed", "declined")]
"""Who gets a letter of a shortlist unless others are asked for."""


def shortlists() -> dict[str, Campaign]:
    """The shortlists' campaigns by number. Raises WorkspaceError where the workspace is out of reach."""
    return {str(campaign.id): campaign for campaign in desk.workspace().campaigns.all()}


def states(way: str, campaigns: dict[str, Campaign]) -> list[str]:
    """ISO codes of the States that are to get a letter: what is chosen, in the way that is a key of WAYS."""
    held = tables.record().states
    if way == "all":
        return list(held.loc[held["status"] == "member", "iso3"])
    if way == "states":
        return pick.states("States", "letters")
    if way == "one":
        return [pick.state("To the Permanent Representative of", key="state")]
    if not campaigns:
        st.info("There is no shortlist yet: start one on Targets, or choose States here.")
        return []
    # The same choice as on Shortlist, from which one comes here.
    chosen = link.selectbox("Shortlist of", list(campaigns), "campaign", format_func=lambda key: campaigns[key].name)
    whom = link.several("To those who are", STATUSES, "status", ASKED)
    entries = desk.workspace().shortlist.entries(int(chosen))
    codes = [entry.iso3 for entry in entries if entry.status in whom]
    if not entries:
        st.info("No State is on this shortlist yet: add some on Targets or Shortlist, or choose States here.")
    elif left := len(entries) - len(codes):
        st.caption(f"{count(left, 'State')} of the shortlist {'gets' if left == 1 else 'get'} none, by status.")
    return codes


def fits(campaign: Campaign, letter: str) -> None:
    """Say where the letters are about another text than the shortlist."""
    fitting = requests_for(tables.record().opportunities, campaign.body, campaign.year)
    if letter not in fitting:
        st.warning(
            f"This shortlist is for another text ({REQUESTS[fitting[0]].about}, {campaign.year}) than these letters "
            f"({REQUESTS[letter].about}): choose another letter here, or another shortlist.",
            icon=":material/warning:",
        )


def all_letters(codes: Sequence[str], request: str, language: str, tongue: str, signatories: list[Signatory]) -> None:
    """One button: the letters are written on its click. `tongue`: the language in English."""
    record, tell = tables.record(), desk.teller()

    def taken() -> bytes:
        """All of them, noted on a server: who made letters to whom."""
        tell(log.LETTERS, f"to {', '.join(codes)} ({request})")
        return apart.made(partial(letters_zip, record, codes, request, language, Dispatch(signatories)))

    number = count(len(codes), "State").replace(" ", "-")
    download(
        f"Download {count(len(codes), 'letter')} in {tongue} (ZIP)",
        line_of_downloads()(taken),
        f"letters-{request}-{language}-{number}_{record.version}.zip",
        "folder_zip",
        type="primary",
        key="letters-zip",
    )
    st.caption("A Word file for each State; the index sheet in it tells which sentence each got, and why.")
