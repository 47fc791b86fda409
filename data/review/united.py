"""The final list of an adopted text out of all its documents: draft, revisions, addenda and report.

A revision prints all sponsors anew: who stands on an earlier version of the draft or its addenda, not on the revision,
nor on any later list, is not counted (as in the view `named` of schema.sql while a text is open). Who joined comes
on top, who took the name back goes. Only a report tells who joined up to the adoption: without one there is no final
list, and the lists stay apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.reading.model import ImportedList, NamedState, moved
from data.reading.text import symbols
from data.reading.text.passages import union
from data.review.difference import BEST_LAST
from data.words import ADDITIONAL, FINAL, ON_THE_WAY, STAGES, TABLED_REVISED, WITHDRAWN

UNITED = "all documents together"
"""The kind of a list that was made out of several documents."""
_REPORT = "report: "
_REVISION = re.compile(r"/Rev\.(\d+)")
_MARGIN = 200


@dataclass(frozen=True)
class Part:
    """A recognised list, and the symbol of the document that it stands in."""

    one: ImportedList
    document: str


def unite(parts: Sequence[Part]) -> tuple[ImportedList, tuple[Part, ...]] | None:
    """The final list of one adopted text, and the parts that its names come from.

    None where it cannot be told (there is no report, or no list that names all sponsors at one time) or where a
    document tells it by itself. Each name has its document as its remark, and the notes tell of all of them; `scanned`
    are pages of the first part that was read by OCR."""
    lists = [part for part in parts if not part.one.is_vote and (part.one.states or part.one.unresolved)]
    finals = [part for part in lists if part.one.stage == FINAL]
    reported = any(part.one.kind.startswith(_REPORT) for part in lists)
    whole = [part for part in lists if part.one.stage in ON_THE_WAY]
    if not reported or not whole or any(not _made_up(part, whole) for part in finals):
        return None
    newest = max(map(_age, whole))
    first = sorted((p for p in whole if _age(p) == newest), key=lambda p: p.one.kind.startswith(_REPORT))
    added = [p for p in lists if p.one.stage == ADDITIONAL]
    later = [p for p in added if not _before(p, newest)]
    gone = [p for p in lists if p.one.stage == WITHDRAWN]
    used = (*first, *later)
    made = _joined(used, gone)
    if len({part.document for part in (*used, *gone)}) < 2 or any(part.one.iso3 == made.iso3 for part in finals):
        return None
    return replace(made, notes=(*_told(used, gone, [*whole, *added], made), *made.notes)), (*used, *gone)


def _made_up(final: Part, whole: Sequence[Part]) -> bool:
    """Whether a final list was put together out of others of its own document."""
    return any(part.document == final.document for part in whole)


def _age(part: Part) -> tuple[int, int]:
    """What is newer sorts later: by stage, then by the number of the revision."""
    revision = _revision(part.one.document_symbol or part.document)
    return BEST_LAST.index(part.one.stage), max(revision, 1) if part.one.stage == TABLED_REVISED else revision


def _revision(symbol: str) -> int:
    found = _REVISION.search(symbol)
    return int(found[1]) if found else 0


def _before(part: Part, newest: tuple[int, int]) -> bool:
    """Whether an addendum belongs to a version of the draft that a revision has replaced since."""
    return (
        symbols.is_addendum(part.document)
        and bool(symbols.DRAFT.fullmatch(part.document))
        and (_revision(part.document) < newest[1])
    )


def _joined(used: Sequence[Part], gone: Sequence[Part]) -> ImportedList:
    """The names of all parts, each once and with its document, over a text that shows where each stands."""
    back = {code for part in gone for code in part.one.iso3}
    text, states, withdrawn, unresolved, groups = "", [], [], [], []
    for part in (*used, *gone):
        one, title = part.one, f"{part.document} ({STAGES[part.one.stage]})\n\n"
        start = max(0, min(span[0] for span in one.spans) - _MARGIN)
        by = len(text) + len(title) - start
        text += f"{title}{one.text[start : max(span[1] for span in one.spans) + _MARGIN]}\n\n"
        if part in gone:
            withdrawn.append([_from(state, part, by) for state in one.states])
        else:
            states.append([_from(state, part, by) for state in one.states if state.iso3 not in back])
        unresolved += [moved(item, by) for item in one.unresolved]
        groups += [moved(item, by) for item in one.on_behalf_of]
    first = used[0].one
    documents = dict.fromkeys(part.document for part in (*used, *gone))
    return ImportedList(
        UNITED,
        text,
        first.document_symbol,
        first.resolution,
        FINAL,
        first.date,
        first.title,
        union(*states),
        tuple(unresolved),
        tuple(groups),
        notes=tuple(dict.fromkeys(n for part in used for n in part.one.notes)),
        withdrawn=union(*withdrawn),
        named_in=" and ".join(documents),
        scanned=next((part.one.scanned for part in (*used, *gone) if part.one.scanned), ()),
    )


def _from(state: NamedState, part: Part, by: int) -> NamedState:
    return replace(moved(state, by), remark="; ".join(filter(None, (state.remark, part.document))))


def _told(used: Sequence[Part], gone: Sequence[Part], earlier: Sequence[Part], made: ImportedList) -> tuple[str, ...]:
    """Which names come from which document, who is left out, and why."""
    notes: list[str] = []
    before: set[str] = set()
    for part in used:
        new = [s.as_written for s in made.states if s.iso3 in part.one.iso3 - before]
        if new:
            listed = f"{len(new)} names" if not before and len(new) > 1 else ", ".join(new)
            notes.append(f"From {part.document} ({STAGES[part.one.stage]}): {listed}.")
        before |= part.one.iso3
    back = {s.iso3: f"{s.as_written} ({part.document})" for part in gone for s in part.one.states}
    if back:
        notes.append(f"Took their names back: {', '.join(back.values())}.")
    dropped = {
        s.iso3: f"{s.as_written} ({part.document})"
        for part in earlier
        for s in part.one.states
        if s.iso3 not in made.iso3 | back.keys()
    }
    if dropped:
        notes.append(f"Named before it was revised and not since, so not counted: {', '.join(dropped.values())}.")
    return tuple(notes)
