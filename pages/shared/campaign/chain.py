"""The steps of a campaign on one list of States: targets, shortlist, coalition, letters, deck; each opens the next."""

from collections.abc import Sequence

import streamlit as st

from analytics.targets.facts import languages
from briefing.letter.requests import requests_for
from data.tongues.state_names import LANGUAGES
from pages.shared.campaign import workspace as desk
from pages.shared.record import record as tables
from workspace.errors import WorkspaceError

_STEPS = {"targets": "Targets", "shortlist": "Shortlist", "coalition": "Coalition", "letter": "Letters"}
_STEPS |= {"briefing": "Campaign deck"}


def steps(here: str, body: str, year: int, states: Sequence[str], campaign: str = "") -> None:
    """A link to each step, the one before and the next named so; all open on the same States. `here`: the step of this
    page, another name before the first; `states`: ISO codes; `campaign`: number of the campaign whose shortlist they
    are from, else that of the text (`campaign_of`)."""
    campaign = campaign or campaign_of(body, year)
    names = list(_STEPS)
    at = names.index(here) if here in names else -1
    with st.container(horizontal=True, key="steps"):
        for place, name in enumerate(names):
            if place == at:
                continue
            before, after = place == at - 1, place == at + 1
            label = f"Back to {_STEPS[name]}" if before else f"Next: {_STEPS[name]}" if after else _STEPS[name]
            icon = ":material/arrow_back:" if before else ":material/arrow_forward:" if after else None
            query = _query(name, body, year, list(states), campaign)
            st.page_link(f"pages/{name}/page.py", label=label, icon=icon, query_params=query)


def campaign_of(body: str, year: int) -> str:
    """Number of the campaign for a text: the one shown last if it is for it, else its first; "" where there is none."""
    try:
        mine = [str(c.id) for c in desk.workspace().campaigns.all() if (c.body, c.year) == (body, year)]
    except WorkspaceError:
        return ""
    shown = st.session_state.get("campaign")
    return shown if shown in mine else mine[0] if mine else ""


def tongue_of(states: Sequence[str]) -> str:
    """The language of letters ("fr") where the missions of all these States are known to use it; "" else."""
    known = languages(tables.record())
    spoken = [set(known.get(iso3, "").split(", ")) for iso3 in states]
    codes = {name: code for code, name in LANGUAGES.items()}
    shared = [code for name, code in codes.items() if spoken and all(name in mine for mine in spoken)]
    return shared[0] if shared else ""


def _query(step: str, body: str, year: int, states: list[str], campaign: str) -> dict[str, str | list[str]]:
    text = f"{body}-{year}"
    held: dict[str, str | list[str]] = {"campaign": campaign} if campaign else {}
    if step == "targets":
        return {"for": text, f"ticked-{text}": states}
    if step == "coalition":
        return {"for": text, "picked": states, **held}
    if step == "letter":
        asked = requests_for(tables.record().opportunities, body, year)[:1]
        whom: dict[str, str | list[str]] = {"to": "shortlist"} if campaign else {"to": "states", "letters": states}
        tongue = tongue_of(states)
        return whom | held | ({"ask": asked[0]} if asked else {}) | ({"tongue": tongue} if tongue else {})
    if step == "briefing":
        return {"start": "campaign-update", **(held or {"of": body, "picked": states})}
    return held
