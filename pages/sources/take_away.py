"""What can be taken away from Sources: all tables, the whole record as one file, and how to cite it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from briefing import apart
from briefing.citation import bibtex, citation
from briefing.office import downloads
from briefing.snapshot import snapshot
from data.store import Record
from pages.shared.card.waiting import line_of_downloads
from pages.shared.download import download
from pages.shared.record import record as tables
from pages.shared.record.memory import once


def panel(record: Record) -> None:
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
