"""Footnotes that say for whom a sponsor spoke: "Egypt¹: draft resolution … ¹ On behalf of the … Group of 77 and China".

Such a name is kept as one that spoke for a group, like "Egypt (on behalf of …)" in the list itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.reading.model import NamedState, OnBehalf
from data.reading.text.passages import Page
from data.reading.text.split import Split

MARK = r"(?:\*{1,4}|\[?\d{1,2}\]?|[¹²³⁴-⁹]{1,2})"
_MARK = rf"(?P<mark>{MARK})"
_NOTE = re.compile(
    rf"(?:^|\n)[ \t]*{_MARK}[ \t]*\n?[ \t]*(?P<text>(?:Also\s+)?(?:On\s+behalf\s+of|Au\s+nom\s+d|En\s+(?:nombre|"
    r"representación)\s+d)[^\n]{3,300})",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"[ \t]*[,;]?[ \t]*{_MARK}(?!\w)")
_DIGITS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")


def spoken_for_groups(page: Page, found: Split, end: int, last: str = "") -> Split:
    """The same names; those whose mark leads to a footnote "On behalf of …" below `end` are taken as speakers.

    `last`: the mark of the last name, where it stands behind the colon that ends the list ("Iraq:* draft resolution").
    """
    notes = {_plain(m["mark"]): m["text"] for m in _NOTE.finditer(page.text, end)}
    if not notes:
        return found
    marks = [_mark(page, state) for state in found.states]
    if marks and last:
        marks[-1] = _plain(last)
    spoken = [(state, notes[mark]) for state, mark in zip(found.states, marks, strict=True) if mark in notes]
    if not spoken:
        return found
    groups = [OnBehalf(f"{s.as_written} ({_words(note)})", s.span, s.iso3) for s, note in spoken]
    kept = [state for state in found.states if state not in [s for s, _ in spoken]]
    return replace(found, states=kept, on_behalf_of=sorted(found.on_behalf_of + groups, key=lambda g: g.span))


def _mark(page: Page, state: NamedState) -> str:
    after = _AFTER.match(page.text, state.span[1])
    return _plain(after["mark"]) if after else ""


def _plain(mark: str) -> str:
    return mark.strip("[]").translate(_DIGITS)


def _words(note: str) -> str:
    return " ".join(note.split()).rstrip(".")
