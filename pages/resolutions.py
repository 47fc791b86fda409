"""Resolutions: one text: facts, sponsors by region as written, changes, votes, documents."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.english import capital, count, long_date
from analytics.scope import UN_GROUPS, Scope
from analytics.texts.changes import comparable, summary
from analytics.texts.coverage import LIST_HEADS
from analytics.votes import tallies
from charts.words import answers
from data.words import CELLS, NOT_WHEN_TABLED, OUTCOMES, UNKNOWN, WITHDRAWN, at_stage
from pages.shared import pick
from pages.shared.address import navigate as go
from pages.shared.address import scope
from pages.shared.campaign import drafts as drafting
from pages.shared.campaign import to_briefing as collect
from pages.shared.card import evidence
from pages.shared.card.card import card
from pages.shared.frame import frame
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from pages.shared.record.memory import once
from pages.shared.table import show_table

OBSERVERS = "Observers"


def by_region(names: pd.DataFrame, cells: pd.DataFrame) -> None:
    """Show the names of a list (rows of record.sponsors) by regional group, observers of the day apart. `cells`:
    Measures.cells of the text."""
    groups = cells.set_index("iso3")["un_group"]
    shown = names[names["iso3"].isin(groups.index)]
    group = shown["iso3"].map(groups).replace("", OBSERVERS)
    for name in [*UN_GROUPS, OBSERVERS]:
        rows = shown[group == name].sort_values("state_as_written")
        if len(rows):
            said = [
                plain(row.state_as_written) + (" (main sponsor)" if row.role == "main sponsor" else "")
                for row in rows.itertuples()
            ]
            st.markdown(f"**{name}** ({len(rows)}): {', '.join(said)}")


record, stage = tables.record(), scope.current().stage


@once()
def facts(resolution: str) -> None:
    """What the text is, and what happened to it."""
    text = record.resolutions.set_index("resolution", drop=False).loc[resolution]
    st.header("Facts", anchor=False)
    told = answers.facts(text)
    st.table({"Of the text": list(told), "Fact": [plain(str(fact)) for fact in told.values()]}, hide_index=True)
    for event in record.events[record.events["resolution"] == resolution].itertuples():
        st.info(f"{long_date(event.date)}: {event.text}. Source: {event.source}", icon=":material/event:")
    with st.container(horizontal=True):
        st.link_button("UN document", text["official_url"], icon=":material/description:")


@once()
def names(resolution: str, stage: str) -> bool:
    """Its sponsors by region, as written; who is not known; who took the name back. Whether a list is held."""
    held = record.rows("lists", resolution=resolution)
    mine = tables.measures().cells(Scope.whole(stage=stage), [resolution])
    used = held[held["list_id"].isin(set(mine["list_id"]))]
    st.header("Sponsors by region, as written", anchor=False)
    if used.empty and len(held):
        st.warning(f"No list{at_stage(mine['asked'].iloc[0])} is held; the lists held are named under “Documents”.")
    elif used.empty:
        wanted = tables.coverage().set_index("resolution").loc[resolution, "wanted"]
        st.warning(
            "No list of sponsors is held: nobody is known to have sponsored, or not. "
            f"{capital(wanted)} would settle it."
        )
    else:
        best = used.iloc[0]
        st.caption(
            f"Stage: {best['stage']}. The list is {best['completeness']}. {plain(best['note'])} "
            f"Read in: {plain(best['source_title'])}"
        )
        by_region(record.rows("sponsors", list_id=best["list_id"]), mine)
        for value in (NOT_WHEN_TABLED, UNKNOWN):
            rows = mine[mine["value"].eq(value) & mine["status"].eq("member")]
            if len(rows):
                names = ", ".join(sorted(rows["short_name"])) if len(rows) <= 40 else "everybody not named"
                st.markdown(f"**{CELLS[value].capitalize()}** ({count(len(rows), 'Member State')}): {names}")
        back = held[held["stage"] == WITHDRAWN]
        if len(back):
            st.subheader("Withdrew, by region, as written", anchor=False)
            documents = ", ".join(dict.fromkeys(back["document_symbol"]))
            st.caption(f"They had sponsored the text and took their names back: {plain(documents)}.")
            by_region(record.rows("sponsors", list_id=list(back["list_id"])), mine)
    return not used.empty


@once()
def changed(resolution: str, since: str, stage: str) -> None:
    """Who is new, returned, left, or not known since an earlier text."""
    table = tables.measures().changes(since, resolution, stage)
    lists = summary(table)
    names = tables.names()
    for outcome in ("new", "returned", "between", "left", "unknown"):
        found = sorted(names[iso3] for iso3 in lists[outcome])
        if found:
            rows = table[table["outcome"].eq(outcome)]
            bound = " on the lists held" if outcome == "new" and rows["gaps"].map(bool).any() else ""
            st.markdown(f"**{OUTCOMES[outcome].capitalize()}{bound}** ({len(found)}): {', '.join(found)}")
    st.markdown(f"**{OUTCOMES['stayed'].capitalize()}**: {len(lists['stayed'])}")


@once()
def votes(resolution: str) -> bool:
    """The votes on it, and what was said of them later. Whether there was one whose names are held."""
    st.header("Votes", anchor=False)
    cast = tables.measures().votes([resolution])
    about = record.resolutions.set_index("resolution").loc[resolution]
    rolls = tallies(cast, about)
    if rolls.empty:
        without = about["adoption"] == "without a vote"
        st.write("The text was adopted without a vote." if without else "The names of the vote are not held.")
    else:
        heads = {"stage": "Vote", "kind": "On", "yes": "In favour", "no": "Against", "abstain": "Abstaining"}
        heads["names"] = "Names"
        st.dataframe(rolls.rename(columns=heads), hide_index=True, placeholder="–", alt="Roll calls on this text")
        for iso3, said in cast.loc[cast["remark"].ne(""), ["iso3", "remark"]].itertuples(index=False):
            st.info(f"{tables.names()[iso3]}: {said}", icon=":material/info:")
        st.caption("A yes to an amendment supports a hostile amendment to the text.")
    return not rolls.empty


def every_vote(resolution: str) -> None:
    """How each State voted on it."""
    cast = tables.measures().votes([resolution]).merge(record.states[["iso3", "short_name"]], on="iso3")
    heads = {"short_name": "State", "stage": "Vote", "vote": "Cast", "stance": "For or against the text"}
    show_table(cast, {**heads, "source_url": "Source"}, "Votes by State")


@once()
def documents(resolution: str) -> None:
    """The lists held of it, and numbers that were reported."""
    held = record.rows("lists", resolution=resolution)
    st.header("Documents", anchor=False)
    if held.empty:
        st.write("No list of the sponsors of this text is held, of any stage.")
    else:
        show_table(held, LIST_HEADS, "Lists of sponsors held for this text")
    claims = record.rows("claims", resolution=resolution)
    if len(claims):
        st.subheader("Numbers that were reported", anchor=False)
        heads = {"count": "Number", "bound": "Bound", "kind": "Moment", "what": "What was counted"}
        heads |= {"quote": "Words of the source", "source_url": "Source"}
        show_table(claims, heads, "Reported numbers of sponsors")


top = st.container()
picture = st.container()
resolution = pick.text("Text", drafts=True)
if pick.is_draft(resolution):
    drafting.page(resolution, top, picture)
    frame.stop()
text = record.resolutions.set_index("resolution", drop=False).loc[resolution]
with top:
    frame.answer(f"One text: {text['short_title']}", answers.resolution(tables.counts(stage), text))
with picture:
    earlier = comparable(tables.measures().texts(Scope.whole(stage=stage)), resolution)
    if earlier:
        card("assembly-change", "text", on_point=go.state_clicked, text=resolution, since=earlier[0], stage=stage)
    else:
        card("assembly-status", "text", on_point=go.state_clicked, text=resolution, stage=stage)

facts(resolution)

with st.expander("Add this text to the briefing", icon=":material/ios_share:"):
    collect.form(f"text-{resolution}", "resolution", {"resolution": resolution, "stage": stage}, resolution)

if names(resolution, stage):
    with st.expander("Evidence for one State", icon=":material/search:"):
        if iso3 := pick.state("State", "evidence", ""):
            evidence.panel(resolution, iso3, stage)

st.header("Changes", anchor=False)
since = pick.against(resolution, key="versus")
if since:
    changed(resolution, since, stage)
    card("changes", "text-changes", text=resolution, since=since, stage=stage)

if votes(resolution):
    frame.folded("Every vote, State by State", resolution, partial(every_vote, resolution))
    link = "All recorded votes, how regions voted, and who came round"
    st.page_link("pages/votes/page.py", label=link, icon=":material/arrow_forward:")
documents(resolution)
