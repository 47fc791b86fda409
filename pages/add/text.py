"""The text of a document with the recognised names marked in it. Everything is escaped: nothing in it can act."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st

from data.reading.model import ImportedList, Span
from pages.shared.record import record as tables

MARGIN = 220
MOST = 12_000
MOST_OF_ALL = 150_000
_CSS = f"<style>{Path(__file__).with_name('text.css').read_text(encoding='utf-8')}</style>"
_SIGNS = {"known": "", "unsure": " ?", "group": " group", "gone": " withdrew"}
_LEGEND = {
    "known": ("underlined", "recognised"),
    "unsure": ("in a dashed box, with ?", "uncertain"),
    "group": ("doubly underlined, with “group”", "spoke on behalf of a group, not counted"),
    "gone": ("struck out, with “withdrew”", "withdrew, not counted"),
}


@dataclass(frozen=True)
class Mark:
    """A passage of the text and what it was taken for: known, unsure, group or gone."""

    start: int
    end: int
    kind: str
    means: str = ""


def marks(one: ImportedList, names: dict[str, str]) -> list[Mark]:
    """The passages that names came from, in the order of the text, none inside another."""
    everything = [
        *(Mark(*u.span, "unsure", u.reason) for u in one.unresolved),
        *(Mark(*g.span, "group", "on behalf of a group") for g in one.on_behalf_of),
        *(Mark(*s.span, "gone", names.get(s.iso3, s.iso3)) for s in one.withdrawn),
        *(Mark(*s.span, "known", names.get(s.iso3, s.iso3)) for s in one.states),
    ]
    kept: list[Mark] = []
    for mark in sorted(everything, key=lambda m: m.start):
        if mark.start < mark.end <= len(one.text) and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return kept


def passages(found: Iterable[Mark], length: int, margin: int = MARGIN) -> list[Span]:
    """The stretches of a text of that length which hold the marks, each with something around; near ones joined."""
    spans: list[Span] = []
    for mark in found:
        start, end = max(0, mark.start - margin), min(length, mark.end + margin)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def marked(text: str, found: Iterable[Mark], start: int, end: int) -> str:
    """The text from start to end as HTML: escaped, each mark in a <mark> with its sign as text."""
    parts, at = [], start
    for mark in found:
        if mark.start < at or mark.end > end:
            continue
        sign = f"<sup>{_SIGNS[mark.kind]}</sup>" if _SIGNS[mark.kind] else ""
        parts.append(escape(text[at : mark.start]))
        parts.append(
            f'<mark class="{mark.kind}" title="{escape(mark.means)}">{escape(text[mark.start : mark.end])}{sign}</mark>'
        )
        at = mark.end
    parts.append(escape(text[at:end]))
    return "".join(parts).replace("\f", "\n")


def show(one: ImportedList, key: str) -> None:
    """The passages with the names, a legend, and the whole text on demand."""
    found = marks(one, tables.names())
    spans = passages(found, len(one.text)) or [(0, min(len(one.text), MOST))]
    st.html(_CSS)
    st.html(_legend({mark.kind for mark in found}))
    pieces, left = [], MOST
    for start, end in spans:
        if left <= 0:
            break
        end = min(end, start + left)
        left -= end - start
        pieces.append(marked(one.text, found, start, end).strip())
    before = "… " if spans[0][0] else ""
    after = " …" if left <= 0 or spans[-1][1] < len(one.text) else ""
    with st.container(border=True, key=f"passage-{key}"):
        st.html(f'<div class="read">{before}{"<br>…<br>".join(pieces)}{after}</div>')
    if len(one.text) > sum(end - start for start, end in spans):
        whole = st.expander(f"The whole text ({len(one.text):,} characters)", on_change="rerun", key=f"whole-{key}")
        with whole:
            if whole.open:
                _whole(one, found)


def _whole(one: ImportedList, found: list[Mark]) -> None:
    start, end = 0, len(one.text)
    if end > MOST_OF_ALL:
        middle = found[0].start if found else 0
        start = max(0, middle - MOST_OF_ALL // 2)
        end = min(end, start + MOST_OF_ALL)
        st.caption(f"It is long: shown are characters {start:,} to {end:,}, around the list.")
    with st.container(height=500):
        st.html(f'<div class="read">{marked(one.text, found, start, end)}</div>')


def _legend(kinds: set[str]) -> str:
    items = [
        f'<span><mark class="{kind}">{_LEGEND[kind][0]}</mark> {_LEGEND[kind][1]}</span>'
        for kind in _LEGEND
        if kind in kinds
    ]
    return f'<div class="legend">{"".join(items)}</div>'
