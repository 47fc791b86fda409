"""The letter to the ambassador: true for this very State, in three languages, alone or for a whole shortlist."""

from __future__ import annotations

from datetime import date

import streamlit as st

from briefing.letter.letter import CAMPAIGNS, letter_docx, letter_html
from briefing.letter.merge import file_name
from pages.letter import for_shortlist as merging
from pages.letter import signatories as signing
from pages.shared import address as link
from pages.shared import frame, pick
from pages.shared import record as tables
from pages.shared import workspace as desk
from workspace import log

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish"}
# What to choose stands above the letter: below it, it is two screens away.
top = st.container()
left, middle, right = st.columns([2, 3, 2], vertical_alignment="bottom")
with left:
    iso3 = pick.state("To the Permanent Representative of", key="state")
with middle:
    asks = {key: CAMPAIGNS[key].about for key in signing.soonest()}
    campaign = link.selectbox("What is asked for", list(asks), "ask", format_func=asks.get)
with right:
    language = link.segments("Language", list(LANGUAGES), "tongue", format_func=LANGUAGES.get)
with right:
    signing.language(iso3)
away, sheet = st.container(horizontal=True), st.container()
signatories, shortlists = [], {}
with sheet, desk.needed():  # without the workspace a letter can be written, and nobody signs it yet
    signatories, shortlists = signing.signatories(), merging.shortlists()
made = signing.written(iso3, campaign, language, tuple(signatories), date.today())
with top:
    frame.answer("The letter to the ambassador", signing.sentence(tables.names()[iso3], made))
with sheet:
    signing.to_mind(made)
with sheet, st.container(border=True):
    # The page has a first heading of its own, so the letter's subject is a second one here.
    shown = letter_html(made).replace("<h1 ", "<h2 ").replace("</h1>", "</h2>")
    st.html(f'<div lang="{language}" class="letter">{shown}</div>')


tell = desk.teller()


def taken() -> bytes:
    """The letter as a Word file, noted on a server: who made a letter to whom."""
    tell(log.LETTERS, f"to {tables.names()[iso3]} ({campaign})")
    return letter_docx(made)


with away:
    st.download_button(
        "Word (DOCX)",
        taken,
        file_name(made),
        DOCX,
        on_click="ignore",
        icon=":material/download:",
        type="primary",
        key="letter-docx",
    )
with st.expander("Why it reads so", icon=":material/fact_check:"):
    signing.why(made)

st.header("Letters for a whole shortlist", anchor=False)
merging.section(campaign, language, LANGUAGES[language], signatories, shortlists)

st.header("Who signs", anchor=False)
with desk.needed():
    signing.editor()
