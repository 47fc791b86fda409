"""Overview: where support stands, how broad it is, what comes next, what we do not know."""

from datetime import date

import pandas as pd
import streamlit as st

from analytics.english import percent
from analytics.scope import BODY_NAMES
from analytics.texts.changes import comparable
from analytics.texts.occasions import when
from charts.words import answers
from data.words import WHOLE
from pages.news import panel as news
from pages.shared import tour
from pages.shared.address import navigate as go
from pages.shared.campaign import drafts as drafting
from pages.shared.card.card import card
from pages.shared.frame import frame
from pages.shared.record import record as tables
from pages.shared.record.memory import once


@once()
def broad() -> pd.DataFrame:
    """Measures.breadth of all texts, by resolution."""
    return tables.measures().breadth().set_index("resolution")


tour.offer()
frame.answer("Where support stands", answers.overview(tables.counts()))
news.since_last_visit()

texts = tables.measures().texts()
whole = texts[texts["completeness"].isin(WHOLE) & texts["stage"].eq(texts["asked"])]
# The Commission ended in 2006: what stands today is told by the two others.
latest = {body: rows.iloc[-1]["resolution"] for body in ("GA", "HRC") if len(rows := whole[whole["body"] == body])}
if "GA" in latest:
    earlier = comparable(texts, latest["GA"])
    if earlier:
        card("assembly-change", "overview-ga", on_point=go.state_clicked, text=latest["GA"], since=earlier[0])
    else:
        card("assembly-status", "overview-ga", on_point=go.state_clicked, text=latest["GA"])

if "HRC" in latest:
    earlier = comparable(texts, latest["HRC"])
    name = "assembly-change" if earlier else "assembly-status"
    st.header("The latest list held of the Council", anchor=False)
    card(name, "overview-hrc", on_point=go.state_clicked, text=latest["HRC"], since=earlier[0] if earlier else None)

st.header("How cross-regional it is", anchor=False)
breadth = broad()
for column, (body, resolution) in zip(st.columns(max(len(latest), 1)), latest.items(), strict=False):
    row = breadth.loc[resolution]
    with column:
        st.subheader(f"{BODY_NAMES[body]}, {row['year']}", anchor=False)
        st.metric("Regional groups with a sponsor", f"{row['groups_present']} of 5")
        st.metric(
            "Sponsors from outside the largest group",
            percent(row["outside_largest"]),
            help=f"{resolution}: share of its {row['sponsors']} sponsoring Member States that do not belong to the "
            f"{row['largest_group']}, the one with most sponsors. See Sources & methods.",
        )
        if row["status"] != "complete":
            st.caption(f"{resolution}: the list held has a gap; these are the names that are on it.")
card("from-best", "overview-best", body="GA")

st.header("What comes next", anchor=False)
for item in tables.coming().itertuples():
    session = f", session {item.session}" if pd.notna(item.session) else ""
    this_year = f", {when(item.body, item.year, date.today())}" if item.year == date.today().year else ""
    st.markdown(
        f"**{item.year} · {BODY_NAMES[item.body]}{session}**: {item.what}{this_year} ({item.certainty}: {item.basis})"
    )
for item in tables.coming().drop_duplicates(["body", "year"]).itertuples():
    drafting.notices(item.body, item.year, "next")
for draft in drafting.without_opportunity():
    drafting.notice(drafting.so_far(draft), "next")

st.header("What we do not know", anchor=False)
st.write(answers.sources(tables.coverage()))
st.page_link(
    "pages/sources/page.py",
    label="Every list, and which document would settle the rest",
    icon=":material/arrow_forward:",
)
st.button("Show the tour", icon=":material/tour:", on_click=tour.ask)
news.follow()
