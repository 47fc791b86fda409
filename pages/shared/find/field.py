"""The field at the side that finds everything, from any page by Ctrl-K."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from analytics.scope import GROUP_SHORT, POLITICAL
from pages.shared.address import navigate as go
from pages.shared.find.entries import Entry, Finder, Kind
from pages.shared.record import record as tables
from pages.shared.record.memory import once

_KEY = "find"
_WORDS = {Kind.STATE: "State", Kind.PAGE: "Page", Kind.GROUP: "Group", Kind.ACTION: "Do", Kind.TEXT: "Text"}
_HTML = """
<div class="find">
<label for="find-words">Find</label>
<input id="find-words" type="text" role="combobox" aria-expanded="false" aria-controls="find-found"
  aria-autocomplete="list" autocomplete="off" spellcheck="false" placeholder="State, text, page …">
<kbd aria-hidden="true">Ctrl K</kbd>
<ul id="find-found" role="listbox" aria-label="Found" hidden></ul>
<p role="status"></p>
</div>
"""
_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "find", html=_HTML, css=(_HERE / "field.css").read_text("utf-8"), js=(_HERE / "field.js").read_text("utf-8")
)


@st.fragment
def show(pages: Sequence[StreamlitPage]) -> None:
    """The field, for somebody whose menu has these pages. What is chosen opens as a page of its own."""
    by_address = {page.url_path: page for page in pages}
    held = finder(tuple((page.url_path, page.title) for page in pages))
    typed = str((st.session_state.get(_KEY) or {}).get("typed") or "")
    hits = held.found(typed)
    said = [{"label": entry.label, "kind": _WORDS[entry.kind]} for entry in hits]
    _component(
        key=_KEY,
        data={"asked": typed, "hits": said},
        default={"typed": ""},
        on_typed_change=lambda: None,
        on_chosen_change=lambda: _open(held, by_address),
    )
    go.follow()


def _open(finder: Finder, by_address: dict[str, StreamlitPage]) -> None:
    """What was chosen, by its place among what was found for these words."""
    chosen = st.session_state[_KEY].get("chosen") or {}
    found: list[Entry] = finder.found(str(chosen.get("typed", "")))
    place = chosen.get("place")
    if isinstance(place, int) and 0 <= place < len(found):
        entry = found[place]
        go.to_page(by_address[entry.page], entry.asks, entry.opens)


PAGES_WITH_CARDS = (
    *("", "where", "trends", "resolutions", "states", "compare", "together", "votes", "topics", "targets", "coalition"),
)
"""Addresses of the pages whose first chart can be taken away at once."""


@once()
def finder(pages: tuple[tuple[str, str], ...]) -> Finder:
    """Everything that can be found by somebody whose menu has these pages (address and title)."""
    shown = {address for address, _ in pages}
    offered = [*_pages(pages), *_states(), *_groups(), *_texts(), *_actions(), *_views()]
    return Finder(entry for entry in offered if entry.page in shown)


def _pages(pages: Iterable[tuple[str, str]]) -> Iterator[Entry]:
    for address, title in pages:
        yield Entry(Kind.PAGE, title, address)
        if address in PAGES_WITH_CARDS:
            yield Entry(Kind.ACTION, f"Export {title}", address, name=f"export download {title}", opens=True)


def _states() -> Iterator[Entry]:
    names = tables.names()
    for value, label in tables.spellings().items():
        iso3 = tables.meant(value)
        yield Entry(Kind.STATE, label, "states", {"state": iso3})
        yield Entry(Kind.ACTION, f"Letter to {names[iso3]}", "letter", {"to": "one", "state": iso3}, f"letter {label}")
        yield Entry(Kind.ACTION, f"Export {names[iso3]}", "states", {"state": iso3}, f"export {label}", opens=True)
        yield Entry(
            Kind.ACTION, f"Compare {names[iso3]}", "compare", {"view": "states", "one": iso3}, f"compare {label}"
        )


def _groups() -> Iterator[Entry]:
    for group, short in GROUP_SHORT.items():
        yield Entry(Kind.GROUP, group, "compare", {"view": "everything", "group": group}, f"{group} {short}")
    held = tables.record().group_members[["group_id", "group_name"]].drop_duplicates()
    for group, name in held.itertuples(index=False):
        yield Entry(Kind.GROUP, f"{name} ({group})", "compare", {"view": "groups", "by": POLITICAL, "group1": group})


def _texts() -> Iterator[Entry]:
    for row in tables.texts(drafts=True).itertuples():
        name = f"{row.label} {row.title} {row.draft_symbol or ''} {row.report_symbol or ''}"
        yield Entry(Kind.TEXT, row.label, "resolutions", {"text": row.resolution}, name)


def _views() -> Iterator[Entry]:
    """Pictures that have a name of their own and stand on a page of another name."""
    for label, page, asks in (
        ("Map of States", "where", {"picture": "map"}),
        ("Matrix of States and texts", "compare", {"view": "everything"}),
        ("Where each State stands", "where", {"show": "ladder"}),
        ("The founders today", "where", {"show": "founders"}),
    ):
        yield Entry(Kind.PAGE, label, page, asks)


def _actions() -> Iterator[Entry]:
    yield Entry(Kind.ACTION, "Show the tour", "", {"tour": "yes"}, "show the tour help start")
    yield Entry(Kind.ACTION, "Letters to a shortlist", "letter", {"to": "shortlist"})
    yield Entry(Kind.ACTION, "Letters to all Member States", "letter", {"to": "all"})
