"""Briefing: what was collected, in the order and words of the user, and every form in which it leaves the house."""

from __future__ import annotations

import streamlit as st

from briefing.document import templates
from pages.briefing import assemble as assembling
from pages.briefing import take_away as leaving
from pages.briefing import templates as readymade
from pages.shared.address import address as link
from pages.shared.frame import frame
from pages.shared.record import record as tables

record = tables.record()
top = st.container()
ways = {"own": "My briefing", **{key: t.title_for_menu for key, t in templates.TEMPLATES.items()}}
way = link.segments("Start from", list(ways), "start", format_func=ways.get)
made, said = assembling.own() if way == "own" else readymade.template(way)
with top:
    frame.answer("The briefing", said)
if made is not None:
    st.header("Take it away", anchor=False)
    if made.items:
        leaving.forms(made, record)
    else:
        st.info("Nothing is in the briefing yet: use “Add to briefing” on any card, or start from a template.")
