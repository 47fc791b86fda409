"""The letter to the ambassador: true for this very State, in three languages, alone or for a whole shortlist."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from analytics.english import count, listing
from briefing.letter.letter import REQUESTS, Letter, letter_docx, letter_html
from briefing.letter.merge import file_name
from data.tongues.state_names import LANGUAGES
from pages.letter import for_shortlist as merging
from pages.letter import signatories as signing
from pages.shared.address import address as link
from pages.shared.campaign import chain
from pages.shared.campaign import workspace as desk
from pages.shared.download import download
from pages.shared.errors import errors_told
from pages.shared.frame import frame
from pages.shared.record import record as tables
from workspace import log

OWN_WORDS = {"en": "English", "fr": "French", "es": "Spanish"}


def taken(tell: Callable[[str, str], None], made: Letter, request: str) -> bytes:
    """The letter as a Word file, noted on a server: who made a letter to whom."""
    tell(log.LETTERS, f"to {tables.names()[made.iso3]} ({request})")
    return letter_docx(made)


names = tables.names()
# What to choose stands above the letter: below it, it is two screens away.
top = st.container()
signatories, shortlists = [], {}
with errors_told():  # without the workspace a letter can be written, and nobody signs it yet
    signatories, shortlists = signing.signatories(), merging.shortlists()
way = link.segments("For", list(merging.WAYS), "to", format_func=merging.WAYS.get)
left, middle = st.columns(2, vertical_alignment="top")
right = st.container()
with left, errors_told():
    codes = merging.states(way, shortlists)
with middle:
    request = link.selectbox("Letter about", signing.soonest(), "ask", format_func=lambda key: REQUESTS[key].about)
with right:
    language = link.segments("Language", list(LANGUAGES), "tongue", format_func=OWN_WORDS.get)
listed = shortlists.get(st.session_state.get("campaign", "")) if way == "shortlist" else None
if listed:
    merging.fits(listed, request)
if not codes:
    with top:
        frame.answer("The letter to the ambassador", "Nobody is chosen who gets a letter.")
else:
    if way != "one":
        merging.all_letters(codes, request, language, LANGUAGES[language], signatories)
    iso3 = (
        codes[0]
        if len(codes) == 1
        else link.selectbox("Shown below: the letter to", codes, "shown", format_func=names.get)
    )
    with right:
        signing.language(iso3)
    made = signing.written(iso3, request, language, tuple(signatories), date.today())
    with top:
        said = signing.sentence(names[iso3], made)
        if way != "one":
            whom = listing([names[code] for code in codes]) if len(codes) <= 6 else count(len(codes), "State")
            said = f"{count(len(codes), 'letter')} in {LANGUAGES[language]}, to {whom}."
        frame.answer("The letter to the ambassador", said)
    with st.container(horizontal=True):
        download(
            f"The letter to {names[iso3]} (Word)",
            partial(taken, desk.teller(), made, request),
            file_name(made),
            type="primary" if way == "one" else "secondary",
            key="letter-docx",
        )
    signing.to_mind(made)
    with st.container(border=True):
        # The page has a first heading of its own, so the letter's subject is a second one here.
        shown = letter_html(made).replace("<h1 ", "<h2 ").replace("</h1>", "</h2>")
        st.html(f'<div lang="{language}" class="letter">{shown}</div>')
    with st.expander("Why it reads so", icon=":material/fact_check:"):
        signing.why(made)
    if listed:
        chain.steps("letter", listed.body, listed.year, codes, st.session_state["campaign"])

st.header("Who signs", anchor=False)
with errors_told():
    signing.editor()
