"""Topics: who signs which subject among the other texts of the Third Committee, and not the texts on defenders."""

from zlib import crc32

import pandas as pd
import streamlit as st

from analytics.agreement import topics
from analytics.english import count, listing
from analytics.scope import GROUP_SHORT, UN_GROUPS, Scope
from data.words import NOT_SPONSOR, SPONSOR, TABLED, UNKNOWN
from pages.shared import pick
from pages.shared.address import address as link
from pages.shared.address import scope
from pages.shared.campaign import chain
from pages.shared.campaign import to_shortlist as shortlisting
from pages.shared.card.card import card, finding
from pages.shared.frame import frame, visitor
from pages.shared.record import record as tables
from pages.shared.record.memory import once
from pages.shared.table import show_table

_ASK = "Who signs other subjects, and not defenders"
_SHOWN = {NOT_SPONSOR: "Not on defenders", UNKNOWN: "Not known on defenders", SPONSOR: "On defenders too"}
record = tables.record()


@once()
def signed(since: int, until: int) -> pd.DataFrame:
    """analytics.agreement.topics.signers of these years."""
    return topics.signers(record, Scope(("GA",), since, until))


@once()
def sorted_texts(since: int, until: int) -> None:
    """Each text with its subject and the reason."""
    texts = topics.texts(record, Scope(("GA",), since, until))
    shown = texts.assign(
        text=texts["resolution"].where(texts["resolution"] != "", texts["other_id"]),
        stage=texts["stage"].mask(texts["for_a_group"], texts["stage"] + ", sponsored on behalf of a group too"),
    )
    heads = {"subject": "Subject", "year": "Year", "text": "Text", "title": "Title", "names": "States named"}
    show_table(shown, {**heads, "stage": "List", "reason": "Why this subject"}, "Other texts by subject")


def states(part: pd.DataFrame, subject: str) -> list[str]:
    """The States of a list, of which some can be ticked; the codes of these."""
    heads = {
        "short_name": "State",
        "region": "Regional group",
        "number": "Texts that name it",
        "which": "Which",
        "last_year": "Latest",
    }
    number = [f"{row.signed} of {row.held}" for row in part.itertuples()]
    view = part.assign(number=number, which=part["texts"].map(", ".join), region=part["un_group"].map(GROUP_SHORT))
    codes = list(part["iso3"])
    event = show_table(
        view,
        heads,
        f"States that sign {subject}. {pick.TICK}",
        height=min(420, 38 + 35 * max(len(view), 1)),
        on_select="rerun",
        selection_mode="multi-row",
        key=f"topic-{crc32(','.join([subject, *codes]).encode())}",
    )
    st.caption(pick.TICK)
    return [codes[row] for row in event["selection"]["rows"] if row < len(codes)]


chosen = scope.current()
years = (chosen.since, chosen.until)
frame.answer(_ASK, finding("topics", years=years))
card("topics", "topics", years=years)
table, others = signed(*years), topics.texts(record, Scope(("GA",), *years))
if table.empty:
    frame.stop()
st.header("State by State", anchor=False)
subjects = list(topics.by_subject(table)["subject"])
subject = link.selectbox("Subject", subjects, "subject")
with st.container(horizontal=True, vertical_alignment="bottom"):
    here = link.segments("Show", list(_SHOWN), "here", format_func=_SHOWN.get)
    region = link.pills("Region", UN_GROUPS, "region", format_func=GROUP_SHORT.get)
part = table[(table["subject"] == subject) & (table["here"] == here)]
if region:
    part = part[part["un_group"].isin(region)]
drafts = listing(map(str, sorted(set(others.loc[others["stage"] == TABLED, "year"]))))
st.caption(
    f"{count(len(part), 'State')} named on a text of this subject and {topics.HERE[here]}. Not being named on one of "
    "these texts is no “no”: States for which a group sponsored are not named"
    + (f", and of the texts of {drafts} only the drafts are held." if drafts else ".")
)
ticked = states(part, f"{subject} {here} {region}")
labels = {key: label for key, label in pick.expected().items() if key.startswith("GA-")}
if labels and visitor.may("member"):
    asked = link.selectbox("Ask them for", list(labels), "for", format_func=labels.get)
    whom, year = ticked or list(part["iso3"]), int(asked.split("-")[1])
    which = "The States ticked" if ticked else "All States of the list"
    st.caption(f"{which} are taken along: to Targets, with their reasons, or straight to a shortlist.")
    chain.steps("topics", "GA", year, whom)
    shortlisting.add(ticked, "GA", year, "-topics")

st.header("Which text is which subject", anchor=False)
st.caption("Sorted by us, by title, one subject a text. All are of the Third Committee; what is not here is not held.")
sorted_texts(*years)
