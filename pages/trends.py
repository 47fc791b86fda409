"""Trends: how support moved, in numbers, in regional groups and in political groups; and claims put to the record."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.claims import (
    CANNOT,
    FALSE,
    TRUE,
    Finding,
    claims_against_lists,
    grown_between,
    highest_ever,
    in_words,
    superlatives,
)
from analytics.english import capital
from analytics.scope import POLITICAL
from charts.words import answers
from pages.shared.address import scope
from pages.shared.card.card import card
from pages.shared.frame import frame
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from pages.shared.record.memory import once
from pages.shared.table import show_table

_ICONS = {TRUE: ":material/check_circle:", FALSE: ":material/cancel:", CANNOT: ":material/help:"}


def show_finding(finding: Finding) -> None:
    """Show a finding; its figures open on a click."""
    with st.container(border=True):
        st.markdown(f"{_ICONS[finding.verdict]} **{finding.claim}: {finding.verdict}.**")
        said = "; ".join(finding.reasons)
        st.markdown(f"{capital(said)}.")
        heads = {"year": "Year", "resolution": "Resolution", "shown_text": "Sponsors", "status": "List"}
        table = partial(show_table, finding.figures, heads, f"Figures behind: {finding.claim}")
        frame.folded("The figures", finding.claim, table)


record, chosen = tables.record(), scope.current()


@once()
def findings() -> list[tuple[str, Finding]]:
    """What was claimed of the record, each with the words before it and what the record says of it."""
    counts = tables.counts()
    found = [("", grown_between(counts, body, 2000, until)) for body, until in (("GA", 2007), ("CHR", 2005))]
    claims, noted = record.rows("claims"), record.ask("noted", words="record number")
    for said in superlatives(claims, noted).itertuples():
        number = None if pd.isna(said.number) else said.number
        words = f"{said.resolution}. {plain(in_words(said))} ([where it was read]({said.source_url}))"
        found.append((words, highest_ever(counts, said.resolution, number)))
    return found


@once()
def reported_numbers() -> None:
    """Reported numbers beside the names on the lists held."""
    st.subheader("Reported numbers against the lists held", anchor=False)
    claims = record.rows("claims")
    rows = claims_against_lists(claims, record.rows("lists", resolution=sorted(set(claims["resolution"]))))
    heads = {"resolution": "Resolution", "count": "Reported", "bound": "Bound", "kind": "Moment"}
    heads |= {"what": "What was counted", "names": "Names on our list", "verdict": "Verdict", "source_url": "Source"}
    show_table(rows, heads, "Reported numbers against the lists held", placeholder="–")


@once()
def answered(bodies: tuple[str, ...], since: int, until: int, stage: str) -> tuple[str, bool]:
    """The sentence on top, and whether any text of these bodies was adopted in these years."""
    counts = tables.counts(stage)
    seen = counts[counts["body"].isin(bodies) & counts["year"].between(since, until)]
    withdrawn = set(record.events.loc[record.events["kind"] == "withdrawal", "resolution"])
    return answers.trends(seen, withdrawn), not seen.empty


years = (chosen.since, chosen.until)
said, any_text = answered(chosen.bodies, *years, chosen.stage)
frame.answer("How support moved", said)
if not any_text:
    st.warning(
        "No text of these bodies was adopted in these years. Widen the years or choose another body at the side."
    )
    frame.stop()

for body in chosen.bodies:
    card("columns", f"columns-{body}", body=body, years=years, stage=chosen.stage)
if len(chosen.bodies) > 1:
    card("counts", "counts", bodies=chosen.bodies, years=years, stage=chosen.stage)
st.header("Region by region", anchor=False)
card("regions", "regions", bodies=chosen.bodies, years=years, stage=chosen.stage)
card("breadth", "breadth", bodies=chosen.bodies, years=years, stage=chosen.stage)
if chosen.grouping == POLITICAL:
    st.header("Political groups", anchor=False)
    st.caption("Members as of the day of each text; a State can belong to several groups, so these are never added up.")
    card("political", "political", bodies=chosen.bodies, years=years, stage=chosen.stage)
else:
    st.caption("Choose “Political groups” at the side for the European Union, African Union, OIC and others.")

st.header("Claims put to the record", anchor=False)
st.write(
    "Six NGOs wrote to ambassadors on 18 February 2008 that support had grown since 2000, “as evidenced by the "
    "increased number of states co-sponsoring” in the General Assembly and the former Commission."
)
card("claim", "claim")
for words, one in findings():
    if words:
        st.markdown(words)
    show_finding(one)
reported_numbers()
