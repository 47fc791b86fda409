"""Sources & methods: what is held of each text, every list with its document, the rules, and the data to take away."""

from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from analytics.claims import highest_ever, in_words, superlatives
from analytics.english import count, listing, spelled
from analytics.scope import BODIES, BODY_NAMES
from analytics.texts.coverage import HEADS, LIST_HEADS, disagreements, totals
from briefing import apart
from briefing.citation import bibtex, citation
from briefing.office import downloads
from briefing.snapshot import snapshot
from charts.words import answers
from data.store import Record
from data.words import CELLS, COUNT_ONLY, MEANING, NAMES_ONLY, NO_LIST, STAGES, STANDINGS, TABLED_ONLY
from files.paths import ROOT
from pages.add import upload as importing_upload
from pages.shared import fetch
from pages.shared.address import address as link
from pages.shared.campaign import drafts as drafting
from pages.shared.card.waiting import line_of_downloads
from pages.shared.download import download
from pages.shared.frame import frame
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from pages.shared.record.memory import once
from pages.shared.table import show_table
from pages.sources import versions


def take_away(record: Record) -> None:
    """The buttons of all forms, and what to write under a number that was taken from here."""
    st.header("Take the data away", anchor=False)
    st.caption(
        f"Data version {record.version}, built {record.built_on}. Compilation CC BY 4.0; facts from UN documents."
    )
    buttons = st.container(horizontal=True)
    in_line = line_of_downloads()
    with buttons:
        for form in downloads.FORMATS.values():
            name = downloads.file_name(record, form)
            made = in_line(partial(apart.made, partial(form.make, record)))
            download(form.label, made, name, key=f"all-{form.key}")
        download(
            "The whole record as one file",
            in_line(_one_file),
            snapshot.file_name(record),
            "language",
            key="all-snapshot",
            help="A web page that needs no internet: assembly, map, trends, every text and State with its sources, and "
            "a search. To be read only; nothing of your campaign is in it. It is made when you press, in a minute.",
        )
    st.header("How to cite", anchor=False)
    st.code(citation(record.version, record.built_on), language=None, wrap_lines=True)
    with st.expander("BibTeX", icon=":material/format_quote:"):
        st.code(bibtex(record.version, record.built_on), language=None)
    st.caption(
        "A number is cited with the data version: the same version always holds the same lists. The address at the "
        "foot of each page keeps it, and tells whoever opens it later whether the record has changed since."
    )


@once()
def _one_file() -> bytes:
    return apart.made(partial(snapshot.snapshot, tables.record()))


def show_wanted(coverage: pd.DataFrame) -> None:
    """The texts of each body that lack a complete list (Measures.coverage), the latest first."""
    lacking = coverage[coverage["coverage"] != "complete"]
    for body in BODIES:
        rows = lacking[lacking["body"] == body].iloc[::-1]
        if rows.empty:
            continue
        label = f"{BODY_NAMES[body]}: {count(len(rows), 'text')} without a complete list"
        frame.folded(label, body, partial(_rows, rows), icon=":material/search:")


def _rows(rows: pd.DataFrame) -> None:
    for row in rows.itertuples():
        with st.container(key=f"wanted-{row.resolution}"):
            left, right = st.columns([0.7, 0.3], vertical_alignment="center")
            with left:
                st.markdown(f"**{plain(row.resolution)}** ({row.year}) {plain(row.short_title)}: {plain(row.coverage)}")
                found = importing_upload.documents(row.resolution)
                documents = listing(f"[{plain(symbol)}]({url})" for symbol, url in found)
                st.caption(f"Would settle it: {documents or plain(row.wanted)}")
            for how, label, icon in (
                ("fetch", "Fetch it", "cloud_download"),
                ("paste", "Paste it here", "content_paste"),
            ):
                right.page_link(
                    "pages/add/page.py",
                    label=label,
                    icon=f":material/{icon}:",
                    query_params={"wanted": row.resolution, "how": how},
                )


record = tables.record()


@once()
def totals_by_body() -> None:
    """How many texts of each body have which kind of list."""
    held = totals(tables.coverage())
    held["body"] = held["body"].map(BODY_NAMES)
    st.dataframe(held.rename(columns={"body": "Body", "texts": "Texts"}), hide_index=True, alt="Coverage by body")


@once()
def every_text(only: bool) -> None:
    """What is held of each text, or `only` of those without a complete list."""
    coverage = tables.coverage()
    shown = coverage[coverage["coverage"] != "complete"] if only else coverage
    show_table(shown.iloc[::-1], HEADS, "Coverage of every text", placeholder="–", height=420)


@once()
def lists_and_rules() -> None:
    """Every list held, where the record is weak, and the rules by which it is read."""
    coverage = tables.coverage()
    st.header("Every list and its document", anchor=False)
    show_table(record.rows("lists"), LIST_HEADS, "Every list held", height=420)

    st.header("Weak spots", anchor=False)
    for row in record.rows("lists", completeness=["suspected gap", "partial", "unknown"]).itertuples():
        st.markdown(f"- **{plain(row.list_id)}**: {plain(row.note)}")
    names = tables.names()
    for row in disagreements(record).itertuples():
        parts = [
            f"only on {key}: {', '.join(names[iso3] for iso3 in codes)}"
            for key, codes in ((row.used, row.only_used), (row.other, row.only_other))
            if codes
        ]
        st.markdown(f"- **{row.resolution}**: two complete lists differ, and {row.used} is used; {'; '.join(parts)}.")
    for said in superlatives(record.rows("claims"), record.ask("noted", words="record number")).itertuples():
        found = highest_ever(tables.counts(), said.resolution, None if pd.isna(said.number) else said.number)
        st.markdown(
            f"- **{said.resolution}**: {plain(in_words(said))} That it was a record: {found.verdict} (see Trends)."
        )
    for row in record.events[record.events["kind"] == "withdrawal"].itertuples():
        st.markdown(f"- **{row.resolution}**: {row.text}.")
    held = {
        TABLED_ONLY: "the draft as tabled alone is held of",
        NAMES_ONLY: "single names alone, no list, are held of",
        COUNT_ONLY: "a number alone, no names, is held of",
        NO_LIST: "no names are held of",
    }
    for (body, kind), texts in coverage[coverage["coverage"].isin(held)].groupby(["body", "coverage"], sort=False):
        st.markdown(f"- **{BODY_NAMES[body]}**: {held[kind]} {', '.join(texts['resolution'])}.")

    st.header("Rules", anchor=False)
    st.markdown(f"A cell, what is known of a State on a text, is exactly one of {spelled(len(CELLS))}:")
    for value, called in CELLS.items():
        st.markdown(f"- **{called.capitalize()}**: {MEANING[value]}.")
    series = "; ".join(f"{BODY_NAMES[body]}: {STAGES[stage]}" for body, stage in record.series.items())
    st.markdown(
        "Unknown is never counted as “no”. Shares are of the Member States of the day; observers, Switzerland in the "
        "Commission among them, stand apart. Each body is shown at the stage at which most of its texts have whole "
        f"lists ({series}); lists of different stages are not compared, and bodies are not added up."
    )
    for word, rule in STANDINGS.items():
        st.markdown(f"- **{word}**: {rule}.")


def document(path: Path) -> None:
    """A page of the documentation, without its title."""
    st.markdown(path.read_text(encoding="utf-8").partition("\n")[2])


coverage = tables.coverage()
frame.answer("What we know, and how", answers.sources(coverage))

totals_by_body()

st.header("Every text", anchor=False)
only = link.toggle("Only texts without a complete list", "incomplete")
every_text(only)
st.subheader("What would settle the rest", anchor=False)
show_wanted(coverage)
st.subheader("Fetch it from the United Nations", anchor=False)
fetch.panel(review=False)

if len(record.drafts):
    st.subheader("Drafts that are not adopted yet", anchor=False)
    st.caption("Added by you; they count in no total, share, ladder or forecast before they are adopted.")
    for draft in record.drafts["resolution"]:
        drafting.notice(drafting.so_far(draft), "sources")

lists_and_rules()
for name in ("methodology", "methodology_targets", "data_dictionary"):
    path = ROOT / "docs" / f"{name}.md"
    if path.is_file():
        frame.folded(name.replace("_", " ").capitalize(), name, partial(document, path))

frame.folded("What changed since another version", "versions", versions.panel, icon=":material/difference:")
take_away(record)
