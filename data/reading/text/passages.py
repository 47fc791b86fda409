"""What the layouts share: making a list out of one or several passages of a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

from data.names import Names
from data.reading.context import Context
from data.reading.model import ImportedList, NamedState, Span, Unresolved
from data.reading.text.cuts import LETTER
from data.reading.text.formulas import INTRO, REST
from data.reading.text.normalise import mask
from data.reading.text.split import PLAIN, How, Split, as_one_line, split


@dataclass(frozen=True)
class Page:
    """A normalised text, the same with page furniture blanked out, and what is known beforehand."""

    text: str
    masked: str
    context: Context
    about: str = ""

    @classmethod
    def of(cls, text: str, context: Context, about: str = "") -> "Page":
        """Prepare a normalised text for reading. `about`: the resolution that the user says it belongs to."""
        return cls(text, mask(text), context, about)

    def day(self, *symbols: str, written: str = "") -> date | None:
        """The day for which names are read: see `Context.day`; what the user says helps where nothing else does."""
        return self.context.day(*symbols, written=written) or self.context.day(self.about)


_PART_OF_NAME = "only a part of it is a name that is known"


def narrow(text: str, start: int, end: int) -> Span:
    """A passage without the words that lead to its names ("Subsequently, …", "At the same meeting, …")."""
    while match := INTRO.match(text[start:end]):
        if match.end() == 0:
            break
        start += match.end()
    while match := REST.search(text, start, end):
        if match.end() != end or match.start() >= match.end():
            break
        end = match.start()
    return start, end


def read_names(page: Page, spans: Iterable[Span], on: date | None, how: How = PLAIN) -> Split:
    """The names in several passages, one after the other."""
    whole = Split()
    for span in spans:
        part = split(page.masked, span, page.context.names, on, how)
        whole.states += part.states
        whole.unresolved += part.unresolved
        whole.on_behalf_of += part.on_behalf_of
    return whole


def read_one(page: Page, span: Span, on: date | None, how: How = PLAIN) -> Split:
    """The name in a field or cell of its own: what stands there is one name, if it can be one at all."""
    written = page.text[slice(*span)]
    answer = page.context.names.check(written, on)
    if answer.iso3:
        name = as_one_line(written.strip(" *=+-@\t\n"))
        return Split([NamedState(name, answer.iso3, how.role, "*" in written, span, answer.reason)])
    found = read_names(page, [span], on, how)
    if found.states and found.unresolved:
        # "Congo, Dem. Rep." is one name that is not known, not the Congo and something else.
        guesses = tuple((state.iso3, 0.5) for state in found.states[:3])
        whole = Unresolved(as_one_line(written.strip()), span, guesses, _PART_OF_NAME)
        return Split([], [whole], found.on_behalf_of)
    return found


def to_list(page: Page, kind: str, found: Split, **facts: Any) -> ImportedList:
    """An ImportedList of what was found in this text; `facts` are its further fields."""
    return ImportedList(
        kind=kind,
        text=page.text,
        states=tuple(found.states),
        unresolved=tuple(found.unresolved),
        on_behalf_of=tuple(found.on_behalf_of),
        **facts,
    )


LEFT_OUT = "Left out as not part of the list"


def left_out(where: str, states: list[NamedState]) -> tuple[str, ...]:
    """A note on names of States that were taken to stand outside the list; none where there are none."""
    if not states:
        return ()
    count = "1 name" if len(states) == 1 else f"{len(states)} names"
    return (f"{LEFT_OUT}: {count} of States {where} it, beginning with “{states[0].as_written}”.",)


def union(*groups: Iterable[NamedState]) -> tuple[NamedState, ...]:
    """States of several groups, each once, as first written; a main sponsor stays one."""
    kept: dict[str, NamedState] = {}
    for state in (state for group in groups for state in group):
        held = kept.get(state.iso3)
        if held is None:
            kept[state.iso3] = state
        elif state.role == "main sponsor" and held.role != "main sponsor":
            kept[state.iso3] = replace(held, role="main sponsor")
    return tuple(kept.values())


def with_main_sponsors(states: Iterable[NamedState], main: set[str]) -> tuple[NamedState, ...]:
    """The same States, those in `main` marked as main sponsors."""
    return tuple(replace(s, role="main sponsor") if s.iso3 in main else s for s in states)


GOES_ON = re.compile(r"(?:[,;\-–]|\b(?:and|of|the|et|des?|du|y|del?|la))\s*$", re.IGNORECASE)
_FULL_STOP = re.compile(r"\.(?:[\"”»)\]]|\[\d+\]|\d{1,4})*(?=\s*\Z|\s*\n|\s+[A-Z\d\"“(])")
ABBREVIATED = re.compile(r"\b(?:Sts?|Fed|Dem|Rep|D|P|R|U|S)$")


_SEPARATOR = re.compile(r"[,;:.\n]|\band\b|\bet\b|\by\b")
_AND = re.compile(r"^(?:and|et|y)\s+")
_ARTICLE = re.compile(r"\s*(?:the|l[ae]s?|el|los|l)\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 120
_MOST_PIECES = 6
_LONGEST_LIST = 9000


def goes_on_with_a_name(text: str, start: int, left: int, right: int, names: Names) -> bool:
    """Whether the list in text[start:left] goes on at `right`, after a page break or what had stood there. So it does
    where a name begins there, or ends there that begins before ("New", "Zealand")."""
    pieces = _pieces_after(text, right)
    return any(names.resolve(as_one_line(piece)) for piece in pieces) or runs_over(text, start, left, right, names)


def runs_over(text: str, start: int, left: int, right: int, names: Names) -> bool:
    """Whether one name begins before `left` and ends behind `right`: "Congo - Brazzaville" has a dash within it."""
    words = [m.end() for m in islice(_WORD.finditer(text[right : right + _NEAR]), _MOST_PIECES)]
    rest = {*_pieces_after(text, right), *(text[right : right + end] for end in words)}
    rest = {other for other in rest if not _ARTICLE.fullmatch(other)}  # "Zimbabwe / The General Assembly"
    first = last_pieces(text, start, left)
    return any(names.resolve(as_one_line(f"{one} {other}")) for one in first for other in rest)


def last_pieces(text: str, start: int, left: int) -> list[str]:
    """What stands in text[start:left] behind each of its last commas and the like, the longest first."""
    before = text[max(start, left - _NEAR) : left].rstrip()
    begins = [m.end() for m in _SEPARATOR.finditer(before)][-_MOST_PIECES:]
    begins = [0, *begins] if left - start < _NEAR else begins
    return [before[begin:] for begin in begins if LETTER.search(before[begin:])]


def _pieces_after(text: str, right: int) -> list[str]:
    after = _AND.sub("", text[right : right + _NEAR].lstrip())
    ends = [m.start() for m in islice(_SEPARATOR.finditer(after), _MOST_PIECES)]
    ends += [len(after)] if len(after) < _NEAR - 5 else []
    return [after[:end] for end in ends if LETTER.search(after[:end])]


def list_end(text: str, start: int, names: Names) -> int:
    """Where a list of names ends: at a full stop, or at a blank line that does not fall inside the list."""
    last = min(len(text), start + _LONGEST_LIST)
    for match in re.finditer(rf"\n[ \t]*\n|{_FULL_STOP.pattern}", text[start:last]):
        at = start + match.start()
        if match[0].startswith("."):
            if not ABBREVIATED.search(text[max(0, at - 5) : at]):
                return at
        elif text[start:at].strip():
            following = text[at:last].lstrip()[:1]
            open_end = GOES_ON.search(text[max(start, at - 12) : at].rstrip() + " ")
            if not (open_end or following.islower() or goes_on_with_a_name(text, start, at, at + len(match[0]), names)):
                return at
    return last
