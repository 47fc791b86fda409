"""The lists that a library record makes up: on the draft, named later, who withdrew, and all who remain."""

import re
from dataclasses import dataclass, replace
from datetime import date

from data.reading.library.notes import Notes
from data.reading.model import ImportedList, Span, Unresolved
from data.reading.text import symbols
from data.reading.text.passages import ABBREVIATED, Page, narrow, read_names, to_list
from data.reading.text.split import How, Split
from data.words import ADDITIONAL, FINAL, TABLED, TABLED_REVISED, WITHDRAWN

_MORE = re.compile(r"\[?\s*(?:\.\.\.|…)?\s*(?:et\s+al\.?|and\s+(?:\d+\s+)?others?)\s*\]?", re.IGNORECASE)
_SUBMITTED = re.compile(r"\s*/?\s*(?:submitted\s+by|sponsors?(?=\s*:)|by(?=\s))\s*:?\s*", re.IGNORECASE)
_LONGEST = 20_000
_FULL_STOP = re.compile(r"\.(?=\s+[A-ZÀ-Þ])")
PARTIAL = "The record says that there are others whom it does not name: the list is partial."
_MADE_UP = "Made up from the sponsors printed on the draft and from the record's notes."


def printed_names(page: Page, span: Span, on: date | None, suggest: bool = True) -> tuple[Split, bool]:
    """The sponsors as the title prints them, and whether it says that there are others."""
    start, end = span
    if end - start > _LONGEST:
        return Split(), False  # no list is as long as that
    if match := _SUBMITTED.match(page.masked, start, end):
        start = match.end()
    more = _MORE.search(page.masked, start, end)
    end = more.start() if more else end
    span = narrow(page.masked, start, end)
    listed = _FULL_STOP.sub(_as_comma, page.masked[start:end])
    same = listed == page.masked[start:end]
    local = page if same else replace(page, masked=page.masked[:start] + listed + page.masked[end:])
    return read_names(local, [span], on, How(suggest=suggest)), bool(more)


def _as_comma(stop: re.Match[str]) -> str:
    """A full stop between two names is a misprint for a comma: "the Congo. Croatia, Djibouti"."""
    return stop[0] if ABBREVIATED.search(stop.string[max(0, stop.start() - 6) : stop.start()]) else ","


@dataclass(frozen=True)
class Title:
    """The names that a title prints, `notes` on them, and what it tells of them (see `draft_kinds.stage_of_title`)."""

    names: Split
    notes: list[str]
    stage: str


def lists_of(page: Page, title: Title, told: Notes, facts: dict[str, str]) -> list[ImportedList]:
    """The lists of one record. `facts`: document_symbol, resolution, title and date; notes go with the first."""
    symbol, printed, notes = facts["document_symbol"], title.names, title.notes
    made: list[ImportedList] = []
    added_in, withdrawn_in = " and ".join(told.added_in), " and ".join(told.withdrawn_in)
    has_printed, has_added = (bool(s.states or s.on_behalf_of) for s in (printed, told.added))
    if has_printed or printed.unresolved and not has_added:
        stage = _stage(symbol, title.stage, has_added)
        said = (*notes, *told.remarks)
        made.append(to_list(page, "library record: draft", printed, stage=stage, notes=said, **facts))
    if has_added or told.added.unresolved:
        more = () if made else (*notes, *told.remarks)
        about = {"stage": ADDITIONAL, "named_in": added_in, "notes": more, **facts}
        made.append(to_list(page, "library record: additional sponsors", told.added, **about))
    if told.withdrawn.states or told.withdrawn.unresolved:
        more = () if made else (*notes, *told.remarks)
        about = {"stage": WITHDRAWN, "named_in": withdrawn_in, "notes": more, **facts}
        made.append(to_list(page, "library record: withdrawn", told.withdrawn, **about))
    changed = has_added or told.added.unresolved or told.withdrawn.states or told.withdrawn.unresolved
    if changed and has_printed and not told.taken_back:
        cited = [symbol, *told.added_in, *told.withdrawn_in]
        made.append(_remaining(page, printed, told, notes, {**facts, "named_in": " and ".join(dict.fromkeys(cited))}))
    if not made and told.remarks:
        made.append(_unread(page, told, notes, facts))
    return made


def _stage(symbol: str, by_title: str, has_added: bool) -> str:
    """The stage of the names in the title: an addendum's are the later ones, unless its note names those."""
    if symbols.is_addendum(symbol) and not has_added:
        return ADDITIONAL
    return TABLED_REVISED if by_title == TABLED and symbols.is_revision(symbol) else by_title


def _remaining(page: Page, printed: Split, told: Notes, notes: list[str], facts: dict[str, str]) -> ImportedList:
    everything = told.remaining(printed.states)
    everything.unresolved = printed.unresolved + everything.unresolved
    everything.on_behalf_of = printed.on_behalf_of + everything.on_behalf_of
    said = [_MADE_UP, *(note for note in notes if note == PARTIAL), *told.remarks]
    if told.withdrawn.states:
        said.append("Withdrew or were removed: " + ", ".join(s.as_written for s in told.withdrawn.states))
    about = {"stage": FINAL, "notes": tuple(said), "withdrawn": tuple(told.withdrawn.states), **facts}
    return to_list(page, "library record: all sponsors", everything, **about)


def _unread(page: Page, told: Notes, notes: list[str], facts: dict[str, str]) -> ImportedList:
    """A record whose notes speak of sponsors, although none was read: shown, so that a person may look."""
    items = [Unresolved(remark, reason="a note on sponsors in which no name was read") for remark in told.remarks]
    return to_list(page, "library record: note", Split([], items), notes=tuple(notes), **facts)


def with_resolutions(made: list[ImportedList]) -> list[ImportedList]:
    """Versions of one draft belong to one resolution: what one record tells of it holds for the others."""
    told: dict[str, set[str]] = {}
    for one in made:
        if one.resolution and one.document_symbol:
            told.setdefault(symbols.root(one.document_symbol), set()).add(one.resolution)
    sure = {draft: hits.pop() for draft, hits in told.items() if len(hits) == 1}
    return [
        one if one.resolution else replace(one, resolution=sure.get(symbols.root(one.document_symbol), ""))
        for one in made
    ]
