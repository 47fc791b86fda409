"""What is pasted out of the library's catalogue: "Title : draft resolution / Albania, Andorra and Norway".

A line alone, several of them, or a whole page of the catalogue with the symbol above and the notes below. Each gives
the lists that its record would give (see `lists`). The title may name States that did not sponsor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.names import Names
from data.reading.library.draft_kinds import kind_of, stage_of_title
from data.reading.library.lists import PARTIAL, Title, lists_of, printed_names, with_resolutions
from data.reading.library.note_words import OF_SPONSORS
from data.reading.library.notes import read_notes
from data.reading.model import ImportedList, Span
from data.reading.text import symbols
from data.reading.text.passages import ABBREVIATED, GOES_ON, Page, goes_on_with_a_name, last_pieces
from data.reading.text.split import as_one_line

_TITLE_ENDS = re.compile(
    r":\s*(?:\[?\w+\]?[ \n]+){0,3}(?:draft\s+(?:resolution|decision)|projet\s+de\s+(?:résolution|décision)|"
    r"proyecto\s+de\s+(?:resolución|decisión)|(?:sub-?)?amendments?\s+to\s[^:\n]{1,90}?)[^:/\n]{0,60}"
    r"(?:\s:\s[^:/\n]{1,40})?\s?/\s*(?=\S)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[ \t]*(?:Title|Titre|Título)\b[ \t]*:?[ \t]*", re.IGNORECASE)
_NO_STOP = re.compile(rf"{ABBREVIATED.pattern}|\.$|\bet\s+al$")
_STOP = re.compile(r"\n|\.(?=\s|\Z)")
_RESOLUTION = re.compile(r"(?<![(\w])(?:A|A/HRC)/RES/\d+/\d+(?![\d.])")
_SYMBOL = re.compile(
    r"^[ \t]*(?:\d{1,4}[.)][ \t]*)?(?:(?:document[ \t]+)?symbols?\b[ \t]*:?\s*)?"
    rf"(?P<symbol>{symbols.DRAFT.pattern})(?![/\w])",
    re.IGNORECASE | re.MULTILINE,
)
_LAST = re.compile(r"\band\s+(?:the\s+)?([^,;]{1,110})\Z")
_LONGEST = 9000
_NAME = 120
_LINE = 600


@dataclass(frozen=True)
class _Entry:
    """One line of the catalogue: its title, its names, and the passage up to the next one."""

    title: str
    start: int
    names: Span
    rest: Span


def read_catalogue(page: Page) -> list[ImportedList]:
    """The lists of all lines of the catalogue in a text; [] where there is none."""
    entries = list(_entries(page))
    if not entries:
        return []
    # Every page of the catalogue prints its symbol at the same place: above the title, or below it.
    above = bool(_SYMBOL.search(page.text[max(0, entries[0].start - _LINE) : entries[0].names[0]]))
    made: list[ImportedList] = []
    before = 0
    for entry in entries:
        place = (max(before, entry.start - _LINE), entry.names[0]) if above else entry.rest
        if kind_of(entry.title) == "draft":
            made += _lists(page, entry, _symbol(page, place, above))
        before = entry.names[1]
    return with_resolutions(made)


def _entries(page: Page) -> Iterator[_Entry]:
    found = list(_TITLE_ENDS.finditer(page.masked))
    for number, match in enumerate(found):
        last = found[number + 1].start() if number + 1 < len(found) else len(page.masked)
        limit = page.masked.rfind("\n", match.end(), last) if number + 1 < len(found) else last
        limit = limit if limit >= 0 else last
        start = page.masked.rfind("\n", 0, match.start()) + 1
        if label := _LABEL.match(page.masked, start, match.start()):
            start = label.end()
        end = _end(page, match.end(), min(limit, match.end() + _LONGEST), full_stop=True)
        title = " ".join(page.masked[start : match.end()].split()).rstrip("/ ")
        yield _Entry(title, start, (match.end(), end), (end, limit))


def _end(page: Page, start: int, limit: int, full_stop: bool) -> int:
    """Where a list that may be broken over lines ends: where what follows is no more of it."""
    text, names = page.masked, page.context.names
    for stop in _STOP.finditer(text, start, limit):
        at = stop.start()
        if not text[start:at].strip() or stop[0] == "." and not full_stop:
            continue
        if stop[0] == ".":
            if _NO_STOP.search(text[max(start, at - 5) : at]):
                continue
            if _closed(text, start, at, names) or not goes_on_with_a_name(text, start, at, at + 1, names):
                return at
        elif not _open(text, start, at, limit, names) and not goes_on_with_a_name(text, start, at, at + 1, names):
            return at
    return limit


def _closed(text: str, start: int, at: int, names: Names) -> bool:
    """Whether a list ended by "… and X" right before `at`; no "and" within a name counts."""
    last = _LAST.search(text[max(start, at - _NAME) : at])
    if not last or not names.resolve(last[1]):
        return False
    longer = (piece for piece in last_pieces(text, start, at) if len(piece.strip()) > len(last[0]))
    return not any(names.resolve(as_one_line(piece)) for piece in longer)


def _open(text: str, start: int, at: int, limit: int, names: Names) -> bool:
    """Whether a line cannot be the last of a list: it ends in a comma, "and", or within a name."""
    before, following = text[max(start, at - 12) : at].rstrip(), text[at:limit].lstrip()[:1]
    if before.endswith((":", ",", ";")) or following.islower() or following == "(":
        return True
    ends_in_name = any(names.resolve(as_one_line(piece)) for piece in last_pieces(text, start, at))
    return bool(GOES_ON.search(before + " ")) and not ends_in_name  # "Belarus, Republic of" is whole


def _lists(page: Page, entry: _Entry, symbol: str) -> list[ImportedList]:
    told = {m[0] for m in _RESOLUTION.finditer(page.text, *entry.rest)}
    resolution = page.context.resolution_of(symbol) or (told.pop() if len(told) == 1 else "")
    facts = {"document_symbol": symbol, "resolution": resolution, "title": entry.title[:300], "date": ""}
    on = page.day(resolution, symbol)
    printed, partial = printed_names(page, entry.names, on)
    notes = read_notes(page, _notes(page, entry.rest), on)
    said = [PARTIAL] if partial else []
    return lists_of(page, Title(printed, said, stage_of_title(entry.title)), notes, facts)


def _symbol(page: Page, place: Span, last: bool) -> str:
    """The symbol of a draft that begins a line there, or follows the word Symbol: the last one or the first."""
    found = [m["symbol"] for m in _SYMBOL.finditer(page.text[slice(*place)])]
    return symbols.tidy(found[-1 if last else 0]) if found else ""


def _notes(page: Page, rest: Span) -> list[Span]:
    """The lines on sponsors, with those on which they go on."""
    found: list[Span] = []
    at = rest[0]
    while match := OF_SPONSORS.search(page.masked, at, rest[1]):
        start = max(page.masked.rfind("\n", rest[0], match.start()) + 1, at)
        end = _end(page, start, rest[1], full_stop=False)
        found.append((start, max(end, match.end())))
        at = found[-1][1]
    return found
