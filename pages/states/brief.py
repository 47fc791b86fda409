"""Before a meeting: the record in two sentences to be said aloud, why call, who calls, and what to take along."""

from functools import partial

import streamlit as st

from analytics.english import long_date
from analytics.scope import BODY_NAMES
from briefing.document.reasons import nearest
from briefing.formats import browser_ready
from briefing.letter.requests import requests_for
from briefing.onepager.content import content
from briefing.onepager.onepager import onepager_docx, onepager_html, onepager_pdf
from data.tongues.speech import ENGLISH, NotTranslated, speaking
from data.tongues.state_names import LANGUAGES
from files.names import stem as file_stem
from pages.shared.campaign import chain
from pages.shared.campaign import to_shortlist as shortlisting
from pages.shared.campaign import workspace as desk
from pages.shared.card.waiting import line_of_downloads
from pages.shared.download import download
from pages.shared.frame import visitor
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from pages.shared.record.memory import once
from workspace.errors import WorkspaceError


def brief(iso3: str, said: tuple[str, ...]) -> None:
    """The box on top of a State's page. `said`: charts.words.aloud of it, at the stage of the page."""
    name = tables.names()[iso3]
    with st.container(border=True, key="meeting"):
        st.markdown("\n\n".join(f"**{plain(sentence)}**" for sentence in said))
        ahead = tables.coming().sort_values("year").drop_duplicates("body")
        for place, text in enumerate(ahead.itertuples()):
            why = _why(iso3, text.body, text.year, 1 if place else 2)
            st.markdown(f"Why call for the {BODY_NAMES[text.body]} text of {text.year}: {why}")
        if not visitor.may("member"):
            return
        st.markdown(_who_calls(iso3))
        if len(ahead):
            _take(iso3, name, ahead.iloc[0]["body"], int(ahead.iloc[0]["year"]))


@once(256)
def _why(iso3: str, body: str, year: int, most: int) -> str:
    """The first reasons of Targets, at most so many; a sure sponsor needs no call."""
    try:
        asked = tables.prospects(body, year)
    except ValueError:
        return "no list of that body tells."
    mine = asked[asked["iso3"] == iso3]
    if mine.empty:
        return "no call is needed, it is a core sponsor and on the latest whole list."
    row = mine.iloc[0]
    said = " ".join(reason.sentence for reason in row["reasons"]()[:most])
    return f"{plain(row['category_words'])}. {plain(said)}"


def _who_calls(iso3: str) -> str:
    """On which shortlists it is, who calls, how far it is and what comes next."""
    try:
        workspace = desk.workspace()
        found = [(c, e) for c in workspace.campaigns.all() for e in workspace.shortlist.entries(c.id) if e.iso3 == iso3]
    except WorkspaceError as error:
        return f"Who calls is not known: {plain(str(error))}"
    told = [
        f"{plain(entry.owner) or 'nobody yet'} for {plain(campaign.name)} ({entry.status}"
        + "".join(f"; {plain(part)}" for part in (entry.date and long_date(entry.date), entry.next_step) if part)
        + ")"
        for campaign, entry in found
    ]
    return f"Who calls: {'; '.join(told) or 'it is on no shortlist yet'}."


def _take(iso3: str, name: str, body: str, year: int) -> None:
    asked = requests_for(tables.record().opportunities, body, year)[:1]
    tongue = chain.tongue_of([iso3])
    query = {"state": iso3, **({"ask": asked[0]} if asked else {}), **({"tongue": tongue} if tongue else {})}
    with st.container(horizontal=True, key="steps"):
        # Under another key it is another popover, and closed.
        put = st.session_state.setdefault("put-on-shortlists", 0)
        with st.popover(f"Put {name} on a shortlist", icon=":material/playlist_add:", key=f"put-{iso3}-{put}"):
            done = shortlisting.add([iso3], body, year)
        if done:
            st.session_state["put-on-shortlists"] = put + 1
            st.toast(done, icon=":material/check:")
            st.rerun()
        st.page_link("pages/letter/page.py", label=f"Letter to {name}", icon=":material/mail:", query_params=query)
        _one_pager(iso3)


def _one_pager(iso3: str) -> None:
    """The one-pager, as a Word file, as PDF where there is a browser, and as a page: each made on its click, in the
    language chosen, which is that of the State's mission at first, where it is known."""
    record, name = tables.record(), tables.names()[iso3]
    language = st.segmented_control(
        "Language of the one-pager",
        list(LANGUAGES),
        default=chain.tongue_of([iso3]) or ENGLISH,
        required=True,
        format_func=LANGUAGES.get,
        key=f"onepager-language-{iso3}",
    )
    if language != ENGLISH:
        try:
            with speaking(language):
                content(record, iso3)
        except NotTranslated as missing:
            st.info(f"The one-pager of {name} is in English only: {missing}.", icon=":material/translate:")
            return

    def made(make):
        with speaking(language):
            return make(record, iso3, nearest(record, iso3))

    said = () if language == ENGLISH else (language,)
    stem = file_stem("one-pager", iso3, name, record.version, *said)
    buttons = st.container(horizontal=True)
    in_line = line_of_downloads()
    with buttons:
        for label, ending, make in (
            ("Word", "docx", onepager_docx),
            ("PDF", "pdf", onepager_pdf),
            ("web page", "html", onepager_html),
        ):
            download(
                f"One-pager ({label})",
                in_line(partial(made, make)),
                f"{stem}.{ending}",
                disabled=ending == "pdf" and bool(browser_ready()),
                key=f"onepager-{ending}-{iso3}",
            )
