"""Add to briefing: what is collected on the pages, kept in the user's workspace."""

import streamlit as st

from analytics.english import count
from charts.frame.chart import Chart
from pages.briefing import assemble as assembling
from pages.shared.campaign import workspace as desk
from pages.shared.errors import errors_told
from pages.shared.markdown import plain


def chart(made: Chart, name: str, params: dict, key: str) -> None:
    """The form that puts a chart of the catalogue into a briefing: only its name and scope are stored."""
    form(key, "chart", {"chart": name, "params": params}, made.title)


def form(key: str, kind: str, spec: dict, title: str) -> None:
    """Put something into a briefing, under a title of the user's own if wanted."""
    with st.form(f"collect-{key}", border=False):
        own = st.text_input("Title in the briefing", value="", placeholder=title)
        words = st.text_area("Your own words (optional)", height=80)
        sent = st.form_submit_button("Add to briefing", icon=":material/add:")
    if sent:
        with errors_told():
            items = desk.workspace().briefing
            name = assembling.current()
            items.add(kind, spec, own, words, name)
            st.success(f"Added. “{plain(name)}” now has {count(items.count(name), 'item')}.")
            st.page_link("pages/briefing/page.py", label="Open the briefing", icon=":material/arrow_forward:")
