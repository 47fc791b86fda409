"""The sponsors on a draft: the names before ": draft resolution", and whose mark leads to a footnote on a group.

"Egypt¹: draft resolution … ¹ On behalf of the … Group of 77 and China": such a name is kept as one that spoke for a
group, like "Egypt (on behalf of …)" in the list itself."""

import re
from dataclasses import replace
from datetime import date

from data.reading.model import NamedState, OnBehalf, Span
from data.reading.text import symbols
from data.reading.text.passages import Page, left_out
from data.reading.text.split import LOOK, Split, split, with_suggestions

ITEM = re.compile(r"(?:Agenda\s+item|Item|Point|Tema|Programa)\s+\d+(?:\s*\(?[a-z]\))*", re.IGNORECASE)
MARK = r"(?:\*{1,4}|\[?\d{1,2}\]?|[¹²³⁴-⁹]{1,2})"
_MARK = rf"(?P<mark>{MARK})"
_NOTE = re.compile(
    rf"(?:^|\n)[ \t]*{_MARK}[ \t]*\n?[ \t]*(?P<text>(?:Also\s+)?(?:On\s+behalf\s+of|Au\s+nom\s+d|En\s+(?:nombre|"
    r"representación)\s+d)[^\n]{3,300})",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"[ \t]*[,;]?[ \t]*{_MARK}(?!\w)")
_DIGITS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_BETWEEN = re.compile(r"[,;•·|/&\t]|\b(?:and|et|y|e)\b")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_GOES_ON = re.compile(r"(?:[,;-]|\b(?:and|of|the|et|des?|du|y|del?|la))\s*\Z", re.IGNORECASE)
_FEWEST = 3
_FAR = 9000
_LOST_LETTERS = 160


def sponsors_before(page: Page, end: int, symbol: str) -> tuple[Split, list[str]]:
    """The names before `end`: walk back from there, line by line, as long as names go on."""
    items = list(ITEM.finditer(page.masked, 0, end))
    begin = max(items[-1].end() if items else 0, end - _FAR)
    on = page.day(symbol, written=symbols.find_date(page.text[:1500]))
    found = split(page.masked, (begin, end), page.context.names, on, LOOK)
    if not found.states:
        return found, []
    start = _start(page, found, begin)
    kept = Split(
        [s for s in found.states if s.span[0] >= start],
        with_suggestions([u for u in found.unresolved if u.span[1] > start], page.masked, page.context.names, on),
        [o for o in found.on_behalf_of if o.span[0] >= start],
    )
    kept, notes = _mend_first(page, kept, on)
    return kept, notes + list(left_out("before", [s for s in found.states if s.span[0] < start]))


def _start(page: Page, found: Split, begin: int) -> int:
    """The start of the line on which the sponsors begin."""
    pieces: list[Span] = sorted([s.span for s in found.states] + [o.span for o in found.on_behalf_of])
    gaps = [page.masked[a[1] : b[0]] for a, b in zip(pieces, pieces[1:], strict=False)]
    # A list prints commas, or one name a line; then a mere line or blank line parts it from a title.
    by_lines = len(gaps) > 1 and sum(not _BETWEEN.search(gap) for gap in gaps) > len(gaps) / 2
    first = pieces[-1][0]
    for i in range(len(gaps) - 1, -1, -1):
        lost = len(re.sub(r"\s+", " ", gaps[i]))
        title = not by_lines and not _a_list(gaps[max(0, i - _FEWEST + 1) : i]) and _parts(gaps[i])
        if lost > _LOST_LETTERS or title:
            break
        first = pieces[i][0]
    line = page.masked.rfind("\n", begin, first) + 1
    return max(line, begin)


def _a_list(gaps: list[str]) -> bool:
    """Whether nothing but commas stood between the last names: a list then, of which one comma was lost."""
    return len(gaps) == _FEWEST - 1 and all(_BETWEEN.sub("", gap).strip(" *\n") == "" for gap in gaps)


def _parts(gap: str) -> bool:
    """Whether what stands between two names parts a title that ends in a State from the list: a line and no comma."""
    if not _BETWEEN.search(gap):
        return "\n" in gap.strip(" ")
    blank = list(_BLANK_LINE.finditer(gap))
    return bool(blank) and not _GOES_ON.search(gap[: blank[-1].start()]) and not _BETWEEN.search(gap[blank[-1].end() :])


def _mend_first(page: Page, kept: Split, on: date | None) -> tuple[Split, list[str]]:
    """Where line breaks were lost, the agenda item's title runs into the first name: part them again."""
    first = min([s.span[0] for s in kept.states] + [o.span[0] for o in kept.on_behalf_of])
    before = sorted((u for u in kept.unresolved if u.span[1] <= first), key=lambda u: u.span)
    if not before:
        return kept, []
    names, (s, e) = page.context.names, before[-1].span
    words = [s + m.start() for m in re.finditer(r"(?<!\S)\S", page.masked[s:e])]
    place = next((w for w in words[1:] if names.resolve(page.masked[w:e], on)), None)
    if place is not None:
        head = split(page.masked, (place, e), names, on)
        kept.states[:0] = head.states
        doubtful = []
    else:
        doubtful = [u for u in before if u.suggestions and u.suggestions[0][1] >= 0.75] or (
            before if len(before) == 1 and len(before[0].as_written.split()) <= 6 else []
        )
    dropped = [u for u in before if u not in doubtful]
    kept.unresolved = doubtful + [u for u in kept.unresolved if u not in before]
    head_of_list = kept.states[0].as_written
    note = f"The list does not begin on a line of its own: check its first name, “{head_of_list}”."
    return kept, [note] if dropped else []


def spoken_for_groups(page: Page, found: Split, end: int, last: str = "") -> Split:
    """The same names; those whose mark leads to a footnote "On behalf of …" below `end` are taken as speakers. `last`:
    the mark of the last name, where it stands behind the colon that ends the list ("Iraq:* draft resolution")."""
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
