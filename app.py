"""The dashboard: navigation and page set-up, nothing else. Start it with: python3 run.py"""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, visitor

# Before the navigation: without an icon of ours, Streamlit would ask Google for that of the page.
st.set_page_config(page_icon="static/favicon.png", layout="wide", initial_sidebar_state="auto")
page = st.navigation(
    {
        "The record": [
            st.Page("pages/overview.py", title="Overview", icon=":material/home:", default=True),
            st.Page("pages/where.py", title="Where", icon=":material/public:"),
            st.Page("pages/trends.py", title="Trends", icon=":material/timeline:"),
            st.Page("pages/resolutions.py", title="Resolutions", icon=":material/gavel:"),
            st.Page("pages/states/page.py", url_path="states", title="States", icon=":material/flag:"),
            st.Page("pages/compare.py", title="Compare", icon=":material/grid_on:"),
            st.Page(
                "pages/add/page.py",
                url_path="add",
                visibility=visitor.seen("add"),
                title="Add a list",
                icon=":material/upload_file:",
            ),
            st.Page("pages/sources.py", title="Sources & methods", icon=":material/fact_check:"),
        ],
        "The campaign": [
            st.Page(
                "pages/targets/page.py",
                url_path="targets",
                visibility=visitor.seen("targets"),
                title="Targets",
                icon=":material/target:",
            ),
            st.Page(
                "pages/coalition/page.py",
                url_path="coalition",
                visibility=visitor.seen("coalition"),
                title="Coalition",
                icon=":material/handshake:",
            ),
            st.Page(
                "pages/shortlist/page.py",
                url_path="shortlist",
                visibility=visitor.seen("shortlist"),
                title="Shortlist",
                icon=":material/view_kanban:",
            ),
            st.Page(
                "pages/briefing/page.py",
                url_path="briefing",
                visibility=visitor.seen("briefing"),
                title="Briefing",
                icon=":material/co_present:",
            ),
            st.Page(
                "pages/letter/page.py",
                url_path="letter",
                visibility=visitor.seen("letter"),
                title="Letter",
                icon=":material/mail:",
            ),
            st.Page("pages/log.py", visibility=visitor.seen("log"), title="Log", icon=":material/history:"),
        ],
    },
    expanded=True,
)
visitor.require(visitor.NEEDED.get(page.url_path, "reader"))
st.set_page_config(page_title=f"{page.title} · Who stands up for defenders")
frame.show(page)
