"""Briefing: what was collected, in the order and words of the user, and every form in which it leaves the house."""

from __future__ import annotations

import streamlit as st

from briefing import spec, templates
from pages.parts import assembling, desk, frame, leaving, pick, tables
from workspace.briefings import DEFAULT
from workspace.errors import WorkspaceError

record = tables.record()
top = st.container()
try:
    held = desk.workspace().briefing
    names = list(dict.fromkeys([DEFAULT, *held.names()]))
    ways = {"own": "My briefing", **{key: t.title_for_menu for key, t in templates.TEMPLATES.items()}}
    way = st.segmented_control(
        "Start from", list(ways), default="own", required=True, key="start", format_func=ways.get,
        persist_state="session",
    )  # fmt: skip
    if way == "own":
        name = (
            st.selectbox("Briefing", names, key="briefing-name", accept_new_options=True)
            if len(names) > 1
            else DEFAULT
        )
        items = held.items(name)
        title = st.text_input(
            "Title", value=name if name != DEFAULT else "Support for human rights defenders", key="title",
            persist_state="session",
        )  # fmt: skip
        made = spec.of_items(title, items)
        with top:
            frame.answer("The briefing", assembling.sentence(len(items)))
        assembling.listing(held, items)
        assembling.add_text(held, name)
    else:
        template = templates.TEMPLATES[way]
        left, right = st.columns(2)
        with left:
            body = st.segmented_control(
                "Body", ["GA", "HRC"], default="GA", required=True, key="briefing-body"
            )
        with right:
            state = pick.state() if template.needs_state else ""
        made = templates.make(way, record, state=state, body=body)
        with top:
            frame.answer("The briefing", f"{template.title_for_menu}: {made.title}.")
        for number, item in enumerate(made.items, start=1):
            st.markdown(f"{number}. {assembling.what(item, record)}")
        if st.button("Copy into my briefing", icon=":material/content_copy:"):
            for item in made.items:
                held.add(item.kind, dict(item.spec), item.title, item.text)
            st.success(f"{len(made.items)} items added to {DEFAULT}.")
    st.header("Take it away", anchor=False)
    if made.items:
        leaving.forms(made, record)
    else:
        st.info(
            "Nothing is in the briefing yet: use “Add to briefing” on any card, or start from a template."
        )
except WorkspaceError as error:
    st.error(str(error))
