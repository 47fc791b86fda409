"""The ready-made briefings: what is in each, and a copy of it to work on."""

import streamlit as st

from analytics.english import count, listing
from analytics.scope import BODY_NAMES
from briefing.document import templates
from briefing.document.spec import Briefing
from briefing.document.templates import Asked
from data.tongues.speech import ENGLISH, speaking
from data.tongues.state_names import LANGUAGES
from pages.briefing import assemble as assembling
from pages.shared import pick
from pages.shared.address import address as link
from pages.shared.campaign import chain
from pages.shared.campaign import workspace as desk
from pages.shared.errors import errors_told
from pages.shared.markdown import plain
from pages.shared.record import record as tables

_NONE = ""


def template(way: str) -> tuple[Briefing, str]:
    """The briefing that a template makes of the record, listed; and the answer of the page. Needs no workspace."""
    record, chosen = tables.record(), templates.TEMPLATES[way]
    asked = _campaign() if way == "campaign-update" else _of_a_body(chosen.needs_state)
    spoken = link.segments("Language", list(LANGUAGES), "language", format_func=LANGUAGES.get)
    with speaking(spoken):
        made = templates.make(way, record, asked)
    for number, item in enumerate(made.items, start=1):
        st.markdown(f"{number}. {plain(assembling.what(item, record))}")
    if st.button("Copy into my briefing", icon=":material/content_copy:"):
        with errors_told():
            name = assembling.current()
            for item in made.items:
                desk.workspace().briefing.add(item.kind, dict(item.spec), item.title, item.text, name)
            st.success(f"{count(len(made.items), 'item')} added to “{plain(name)}”.")
            if spoken != ENGLISH:
                st.caption(
                    f"Our words in them are {LANGUAGES[spoken]}: choose it as the language of that briefing, too."
                )
    if way == "campaign-update" and asked.year:
        chain.steps("briefing", asked.body, asked.year, list(asked.picked))
    return made, f"“{made.title}”: {count(len(made.items), 'item')}, ready to leave."


def _of_a_body(needs_state: bool) -> Asked:
    left, right = st.columns(2)
    with left:
        body = link.segments("Body", ["GA", "HRC"], "of", format_func=BODY_NAMES.get)
    with right:
        return Asked(body, pick.state() if needs_state else "")


def _campaign() -> Asked:
    """The shortlist of a campaign with who calls, and a scenario for the list that would come of it; without a
    shortlist the States that come first by the evidence, or those that Coalition asks."""
    campaigns, scenarios = {}, {}
    with errors_told():  # the deck by the evidence needs no workspace
        campaigns = {str(c.id): c for c in desk.workspace().campaigns.all() if c.body != "CHR"}
        scenarios = {str(s.id): s for s in desk.workspace().scenarios.all()}
    picked = st.session_state.get("picked") or st.query_params.get_all("picked")
    names = {key: f"{c.name} · {BODY_NAMES[c.body]} {c.year}" for key, c in campaigns.items()}
    first = "Those picked on Coalition" if picked else "The first by evidence"
    left, right = st.columns(2)
    with left:
        options = [*names, _NONE]
        chosen = link.selectbox("Shortlist", options, "campaign", format_func=lambda key: names.get(key, first))
    if chosen == _NONE:
        with right:
            body = link.segments("Body", ["GA", "HRC"], "of", format_func=BODY_NAMES.get)
        known = tables.names()
        if strangers := [code for code in picked if code not in known]:
            st.warning(f"No State is known here by {plain(listing(strangers))}, which the link asks for.")
        return Asked(body, picked=tuple(code for code in picked if code in known))
    campaign = campaigns[chosen]
    entries = [e for e in desk.workspace().shortlist.entries(campaign.id) if e.status != "declined"]
    callers = {entry.iso3: entry.owner for entry in entries if entry.owner}
    mine = {key: s for key, s in scenarios.items() if s.body == campaign.body}
    called = {_NONE: "The States of the shortlist", **{key: f"{s.name} ({s.year})" for key, s in mine.items()}}
    with right:
        scenario = mine.get(link.selectbox("Scenario", list(called), "scenario", format_func=called.get))
    if not entries:
        st.info("Nobody is on this shortlist who is still asked: the States that come first by the evidence are shown.")
    codes = tuple(entry.iso3 for entry in entries)
    keep = bool(scenario.parameters.get("keep", True)) if scenario else True
    return Asked(
        campaign.body,
        picked=codes,
        year=campaign.year,
        callers=callers,
        scenario=scenario.picked if scenario else (),
        keep=keep,
    )
