"""The dashboard: navigation and page set-up, nothing else. Start it with: python3 run.py"""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.shared.frame import frame, visitor


def _of_a_role(address: str, title: str, icon: str) -> StreamlitPage:
    """A page with a folder of its own, which the menu shows to whom it is for."""
    shown = visitor.seen(address)
    return st.Page(f"pages/{address}/page.py", url_path=address, visibility=shown, title=title, icon=icon)


# Before the navigation: without an icon of ours, Streamlit would ask Google for that of the page.
st.set_page_config(page_icon="static/favicon.png", layout="wide", initial_sidebar_state="auto")
MENU = {
    "The record": [
        st.Page("pages/overview.py", title="Overview", icon=":material/home:", default=True),
        st.Page("pages/where.py", title="Where", icon=":material/public:"),
        st.Page("pages/trends.py", title="Trends", icon=":material/timeline:"),
        st.Page("pages/resolutions.py", title="Resolutions", icon=":material/gavel:"),
        st.Page("pages/states/page.py", url_path="states", title="States", icon=":material/flag:"),
        st.Page("pages/compare.py", title="Compare", icon=":material/grid_on:"),
        st.Page("pages/together/page.py", url_path="together", title="Together", icon=":material/hub:"),
        st.Page("pages/votes/page.py", url_path="votes", title="Votes", icon=":material/how_to_vote:"),
        st.Page("pages/topics/page.py", url_path="topics", title="Topics", icon=":material/category:"),
        _of_a_role("add", "Add a list", ":material/upload_file:"),
        st.Page("pages/sources/page.py", url_path="sources", title="Sources & methods", icon=":material/fact_check:"),
    ],
    "The campaign": [
        _of_a_role("targets", "Targets", ":material/target:"),
        _of_a_role("coalition", "Coalition", ":material/handshake:"),
        _of_a_role("shortlist", "Shortlist", ":material/view_kanban:"),
        _of_a_role("briefing", "Briefing", ":material/co_present:"),
        _of_a_role("letter", "Letter", ":material/mail:"),
        st.Page("pages/log.py", visibility=visitor.seen("log"), title="Log", icon=":material/history:"),
    ],
}
page = st.navigation(MENU, expanded=True)
visitor.require(visitor.NEEDED.get(page.url_path, "reader"))
st.set_page_config(page_title=f"{page.title} · Who stands up for defenders")
frame.show(page, [one for part in MENU.values() for one in part if one.visibility == "visible"])
