"""The names under a label: whether they follow it, where they begin, and where the list ends."""

import re
from datetime import date
from itertools import islice

from data.reading.model import Unresolved
from data.reading.text import symbols
from data.reading.text.passages import ABBREVIATED, Page, left_out, narrow, read_names
from data.reading.text.split import LOOK, How, Split

LONGEST = 9000
MOST_LABELS = 30
_NAME = 110
_TAIL = 3
_LABEL_REST = re.compile(rf"{symbols.SYMBOL}|\b(?:as\s+of|draft\s+resolution|\d{{4}})\b", re.IGNORECASE)
_TEXT_BEGINS = re.compile(
    r"\n\s*(?:The\s+(?:General\s+Assembly|Human\s+Rights\s+Council|Commission\s+on\s+Human\s+Rights)|"
    r"L['’]Assemblée\s+générale|Le\s+Conseil\s+des\s+droits|La\s+Asamblea\s+General|El\s+Consejo\s+de\s+Derechos)\b"
)
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"\.[ \t]+(?=[A-ZÀ-Þ“\"])")


def names_follow(page: Page, start: int) -> bool:
    """Whether a name stands right behind a label that ends at `start`."""
    near = page.masked[start : start + 300].strip()
    end = min(len(page.masked), start + 300)
    found = read_names(page, [(start, end)], None, How(by_spaces=True, suggest=False))
    return bool(near) and len(found.states) >= 1 and found.states[0].span[0] - start < 60


def read_passage(page: Page, start: int, on: date | None) -> Split:
    """The names behind a label that ends at `start`, up to where the text goes on."""
    start = _after_label(page, start, on)
    end = text_begins(page, start, min(len(page.masked), start + LONGEST))
    end = _sentence_end(page, start, end, on)
    found = read_names(page, [narrow(page.masked, start, end)], on)
    if not found.states or found.states[0].span[0] - start > 200:
        return read_names(page, [(start, end)], on, How(by_spaces=True))
    return found


def _sentence_end(page: Page, start: int, end: int, on: date | None) -> int:
    """Where prose goes on in the line behind the last name ("… and Zimbabwe. It was adopted"); else `end`."""
    for stop in islice(_SENTENCE.finditer(page.masked, start, end), MOST_LABELS):
        near = max(start, stop.start() - _NAME)
        states = read_names(page, [(near, stop.start())], on, LOOK).states
        if states and not page.masked[states[-1].span[1] : stop.start()].strip():
            return stop.start() + 1
    return end


def text_begins(page: Page, start: int, end: int) -> int:
    """Where the text of the resolution itself begins, which names States that did not sponsor it; else `end`."""
    found = _TEXT_BEGINS.search(page.masked, start, end)
    return found.start() if found else end


def _after_label(page: Page, start: int, on: date | None) -> int:
    """Where the names begin: a label may go on ("of A/C.3/76/L.50, as of 12 November (85):")."""
    stop = page.masked.find("\n", start)
    stop = len(page.masked) if stop < 0 else stop
    colon = page.masked.rfind(":", start, min(stop, start + 120))
    if colon >= 0 and not read_names(page, [(start, colon)], on, LOOK).states:
        return colon + 1
    rest = page.masked[start:stop]
    if rest.strip() and _LABEL_REST.search(rest) and not read_names(page, [(start, stop)], on, LOOK).states:
        return stop
    return start


def cut_tail(found: Split, page: Page, start: int) -> tuple[Split, tuple[str, ...]]:
    """Leave out what follows the list: it ends where three passages in a row are no names, or at a full stop. Names of
    States that come after it are not lost without a word: a note tells how many and the first."""
    if not found.states:
        return Split(), ()
    pieces = sorted(
        [(s.span, True) for s in found.states]
        + [(o.span, True) for o in found.on_behalf_of]
        + [(u.span, False) for u in found.unresolved]
    )
    misprints = {u.span for u in found.unresolved if u.suggestions and u.suggestions[0][1] >= 0.75}
    foreign = {u.span for u in found.unresolved if in_other_letters(u.as_written)}
    last, before, strange = start, start, 0
    for span, known in pieces:
        # The number of the next name is no full stop.
        between = re.sub(r"\s\(?\d{1,3}[.)]\s*$", "\n", page.masked[before : span[0]])
        stop = re.search(r"\.\s*(?:\n|\Z)|\.\s+[A-Z]", between)
        if last > start and stop and not ABBREVIATED.search(page.masked[before - 5 : before]):
            break
        # What goes on in the letters of another language, in the same paragraph, is a name that is not known here.
        known = known or (span in foreign and not re.search(r"\n\s*\n", page.masked[before : span[0]]))
        before = span[1]
        # A misprinted name is part of the list.
        strange = 0 if known or span in misprints else strange + 1
        if strange >= _TAIL or (not known and len(page.masked[slice(*span)].split()) > 9):
            break
        if known:
            last = span[1]
    kept = Split(
        [s for s in found.states if s.span[1] <= last],
        [u for u in found.unresolved if u.span[1] <= last or _looks_like_name(u, last)],
        [o for o in found.on_behalf_of if o.span[1] <= last],
    )
    return kept, left_out("after", [s for s in found.states if s.span[1] > last])


def in_other_letters(text: str) -> bool:
    """Whether a passage is written in Arabic, Chinese, Cyrillic or other letters that are not Latin."""
    letters = _LETTER.findall(text)
    return bool(letters) and all(c > "\u036f" and not "\u1e00" <= c <= "\u1eff" for c in letters)


def _looks_like_name(item: Unresolved, last: int) -> bool:
    near = 0 <= item.span[0] - last < 12
    return near and bool(item.suggestions) and item.suggestions[0][1] >= 0.75
