"""Trends: how support moved, in numbers, in regional groups and in political groups; and claims put to the record."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.claims import claims_against_lists, grown_between, highest_ever, in_words, superlatives
from analytics.scope import POLITICAL
from charts.words import answers
from pages.shared import finding, frame, scope
from pages.shared import record as tables
from pages.shared.card import card
from pages.shared.markdown import plain

record, chosen = tables.record(), scope.current()
counts = tables.counts(chosen.stage)
seen = counts[counts["body"].isin(chosen.bodies) & counts["year"].between(chosen.since, chosen.until)]
years = (chosen.since, chosen.until)
withdrawn = set(record.events.loc[record.events["kind"] == "withdrawal", "resolution"])
frame.answer("How support moved", answers.trends(seen, withdrawn))
if seen.empty:
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
counts = tables.counts()
for body, until in (("GA", 2007), ("CHR", 2005)):
    finding.show(grown_between(counts, body, 2000, until))
for said in superlatives(record.claims, record.lists).itertuples():
    st.markdown(f"{said.resolution}. {plain(in_words(said))} ([where it was read]({said.source_url}))")
    finding.show(highest_ever(counts, said.resolution, None if pd.isna(said.number) else said.number))
st.subheader("Reported numbers against the lists held", anchor=False)
table = claims_against_lists(record.claims, record.lists)
columns = ["resolution", "count", "bound", "kind", "what", "names", "verdict", "source_url"]
heads = ["Resolution", "Reported", "Bound", "Moment", "What was counted", "Names on our list", "Verdict", "Source"]
st.dataframe(
    table[columns].set_axis(heads, axis=1),
    hide_index=True,
    alt="Reported numbers against the lists held",
    placeholder="–",
    column_config={"Source": st.column_config.LinkColumn()},
)
