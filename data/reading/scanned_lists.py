"""Lists that were read by OCR: marked as such, and doubtful where a misread letter may have made another State.

"Papua New Gulnea" means nothing, and a person decides. But "Equatonal Guinea" broken over two lines leaves "Guinea",
which is a State. So a name that may be a part of a longer one counts by itself only where it stands alone: next to
nothing that was not understood, and in its place in the alphabet."""

import re
from collections.abc import Sequence
from dataclasses import replace

from data.names import Names
from data.reading.documents.document_text import DocumentText, read_by_ocr
from data.reading.model import ImportedList, NamedState, Span, Unresolved
from data.review.gaps import in_order

DOUBT = "read by OCR, and it may be a part of a longer name that was misread"
_ENDS = re.compile(r"(?:[,;:.()\[\]*|•–—]|\n\s*\n|\b(?:and|et|y|e|by|par|por))[\s\d*]*\Z|\A\s*\Z", re.IGNORECASE)
_BEGINS = re.compile(r"\s*(?:[,;:.()\[\]*|•–—]|\n\s*\n|(?:and|et|y|e)\b|\Z)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_AND = {"and", "et", "y", "e"}
_NEAR = 60


def marked(found: Sequence[ImportedList], document: DocumentText, names: Names) -> list[ImportedList]:
    """The same lists; those that stand on pages read by OCR are marked with these pages, and their doubtful names are
    among the passages that a person decides on."""
    return [_marked(one, document, names) for one in found] if document.scanned else list(found)


def _marked(one: ImportedList, document: DocumentText, names: Names) -> ImportedList:
    pages = _pages(one, document)
    if not pages:
        return one
    doubtful = [state for state in one.states if _doubtful(state, one, pages, names)]
    decide = [Unresolved(s.as_written, s.span, ((s.iso3, 1.0),), DOUBT) for s in doubtful]
    note = f"{read_by_ocr(pages)}: letters may be wrong, so compare the names with the picture."
    return replace(
        one,
        scanned=pages,
        states=tuple(s for s in one.states if s not in doubtful),
        notes=(note, *one.notes),
        unresolved=tuple(sorted([*one.unresolved, *decide], key=lambda u: u.span)),
    )


def _pages(one: ImportedList, document: DocumentText) -> tuple[int, ...]:
    """The scanned pages on which a list stands."""
    if one.text.count("\f") != document.text.count("\f"):
        return document.scanned  # pages were left out as empty: which is which can no longer be told
    stands_on = {_page(one.text, start) for start, _ in (*one.spans, *(state.span for state in one.withdrawn))}
    return tuple(page for page in document.scanned if page in stands_on)


def _page(text: str, at: int) -> int:
    return text.count("\f", 0, at) + 1


def _doubtful(state: NamedState, one: ImportedList, pages: tuple[int, ...], names: Names) -> bool:
    start, end = state.span
    if not names.may_be_part(state.as_written) or _page(one.text, start) not in pages:
        return False
    if start >= end or not in_order(one, state):
        return True
    left = max((n for n in _others(one, state) if n[1] <= start), key=lambda n: n[1], default=None)
    right = min((n for n in _others(one, state) if n[0] >= end), key=lambda n: n[0], default=None)
    strange = {u.span for u in one.unresolved}
    beside_strange = (left in strange and not _between(one.text, left[1], start)) or (
        right in strange and not _between(one.text, end, right[0])
    )
    alone_left = (left and left not in strange and not one.text[left[1] : start].strip()) or _ENDS.search(
        one.text[max(0, start - _NEAR) : start]
    )
    alone_right = (right and right not in strange and not one.text[end : right[0]].strip()) or _BEGINS.match(
        one.text[end : end + _NEAR]
    )
    return beside_strange or not alone_left or not alone_right


def _others(one: ImportedList, state: NamedState) -> list[Span]:
    return [span for span in one.spans if span != state.span]


def _between(text: str, start: int, end: int) -> bool:
    """Whether words other than "and" stand between two passages."""
    return any(word.lower() not in _AND for word in _WORD.findall(text[start:end]))
