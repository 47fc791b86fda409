"""The letter to the ambassador: true for this very State, in three languages, alone or for a whole shortlist."""

from __future__ import annotations

import streamlit as st

from briefing.letter import CAMPAIGNS, letter, letter_docx, letter_html, letters_zip
from briefing.letter_merge import file_name
from charts.phrases import count
from pages.parts import desk, frame, link, pick, signing, tables
from workspace.errors import WorkspaceError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LANGUAGES = {"en": "English", "fr": "Français", "es": "Español"}
record, cells = tables.record(), tables.cells()
top, sheet = st.container(), st.container()
left, middle, right = st.columns([2, 3, 2], vertical_alignment="bottom")
with left:
    iso3 = pick.state("To the Permanent Representative of", key="state")
with middle:
    campaign = link.selectbox(
        "Campaign", signing.soonest(), "ask", format_func=lambda key: CAMPAIGNS[key].about
    )
with right:
    language = link.segments("Language", list(LANGUAGES), "tongue", format_func=LANGUAGES.get)
try:
    signatories = signing.signatories()
    made = letter(record, cells, iso3, campaign, language, signatories)
    with top:
        frame.answer("The letter to the ambassador", signing.sentence(tables.names()[iso3], made))
    with sheet:
        signing.to_mind(made)
    with sheet, st.container(border=True):
        # The page has a first heading of its own, so the letter's subject is a second one here.
        shown = letter_html(made).replace("<h1 ", "<h2 ").replace("</h1>", "</h2>")
        st.html(f'<div lang="{language}" class="letter">{shown}</div>')
    with st.container(horizontal=True):
        st.download_button(
            "Word (DOCX)", lambda: letter_docx(made), file_name(made), DOCX, on_click="ignore",
            icon=":material/download:", type="primary", key="letter-docx",
        )  # fmt: skip
    with st.expander("Why it reads so", icon=":material/fact_check:"):
        signing.why(made)

    st.header("Letters for a whole shortlist", anchor=False)
    campaigns = {c.id: c.name for c in desk.workspace().campaigns.all()}
    source = st.segmented_control(
        "For", ["shortlist", "states", "all"], required=True, key="for_whom",
        default="shortlist" if campaigns else "states",
        format_func={"shortlist": "A shortlist", "states": "States I choose", "all": "All Member States"}.get,
    )  # fmt: skip
    if source == "shortlist" and campaigns:
        chosen = st.selectbox(
            "Shortlist of", list(campaigns), format_func=campaigns.get, key="merge-campaign"
        )
        codes = [entry.iso3 for entry in desk.workspace().shortlist.entries(chosen)]
        if not codes:
            st.info("No State is on this shortlist yet: add some on Targets or Shortlist, or choose States here.")
    elif source == "shortlist":
        st.info("There is no shortlist yet: start one on Targets, or choose States here.")
        codes = []
    elif source == "all":
        codes = list(record.states.loc[record.states["status"] == "member", "iso3"])
    else:
        codes = st.multiselect(
            "States", list(tables.names()), format_func=tables.names().get, key="merge-states"
        )
    asked = (campaign, language, tuple(codes), tuple(signatories), record.version)
    if codes and st.button(
        f"Make {count(len(codes), 'letter')} in {LANGUAGES[language]}", icon=":material/mail:", key="merge"
    ):
        bar = st.progress(0.0, "Writing …")
        content = letters_zip(
            record, cells, codes, campaign, language, signatories,
            progress=lambda done, of: bar.progress(done / of, f"{done} of {of} letters"),
        )  # fmt: skip
        bar.empty()
        number = count(len(codes), "State").replace(" ", "-")
        name = f"letters-{campaign}-{language}-{number}_{record.version}.zip"
        st.session_state["letters"] = (name, content, asked)
    if st.session_state.get("letters", ("", b"", ()))[2] == asked:  # letters to others are not offered as these
        name, content, _ = st.session_state["letters"]
        st.download_button(
            f"Download {name}", content, name, "application/zip", on_click="ignore", icon=":material/folder_zip:",
            key="letters-zip",
        )  # fmt: skip
        st.caption("The index sheet in it tells which sentence each State got, and why.")

    st.header("Who signs", anchor=False)
    signing.editor()
except WorkspaceError as error:
    st.error(str(error))
