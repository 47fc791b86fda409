"""The field at the side that finds everything, from any page by Ctrl-K."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.shared.address import navigate as go
from pages.shared.find import offer
from pages.shared.find.entries import Entry, Finder, Kind

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
    finder = offer.finder(tuple((page.url_path, page.title) for page in pages))
    typed = str((st.session_state.get(_KEY) or {}).get("typed") or "")
    hits = finder.found(typed)
    said = [{"label": entry.label, "kind": _WORDS[entry.kind]} for entry in hits]
    _component(
        key=_KEY,
        data={"asked": typed, "hits": said},
        default={"typed": ""},
        on_typed_change=lambda: None,
        on_chosen_change=lambda: _open(finder, by_address),
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
