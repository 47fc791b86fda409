"""The ready-made briefings: what is in each, and a copy of it to work on."""

from __future__ import annotations

import streamlit as st

from analytics.english import count
from briefing.document import templates
from briefing.document.spec import Briefing
from pages.briefing import assemble as assembling
from pages.shared import pick
from pages.shared import record as tables
from pages.shared import workspace as desk
from pages.shared.told import told


def template(way: str) -> tuple[Briefing, str]:
    """The briefing that a template makes of the record, listed; and the answer of the page. Needs no workspace."""
    record, chosen = tables.record(), templates.TEMPLATES[way]
    left, right = st.columns(2)
    with left:
        body = st.segmented_control("Body", ["GA", "HRC"], default="GA", required=True, key="briefing-body")
    with right:
        state = pick.state() if chosen.needs_state else ""
    made = templates.make(way, record, state=state, body=body)
    for number, item in enumerate(made.items, start=1):
        st.markdown(f"{number}. {assembling.what(item, record)}")
    if st.button("Copy into my briefing", icon=":material/content_copy:"):
        with told():
            name = assembling.current()
            for item in made.items:
                desk.workspace().briefing.add(item.kind, dict(item.spec), item.title, item.text, name)
            st.success(f"{count(len(made.items), 'item')} added to “{name}”.")
    return made, f"“{made.title}”: {count(len(made.items), 'item')}, ready to leave."
