"""What a report tells of one draft, and the lists that make it up: tabled, revised, additional and final."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date

from data.reading.model import ImportedList, NamedState
from data.reading.text import symbols
from data.reading.text.passages import Page, to_list, union, with_main_sponsors
from data.reading.text.split import Split

NOT_UNDERSTOOD = "A sentence on sponsors names States and was not understood; see the document"
_MOST_UNREAD = 5


@dataclass
class Draft:
    """Those who submitted each version of a draft (by its symbol), joined, withdrew or introduced it."""

    root: str
    day: date | None
    title: str = ""
    submitted: dict[str, Split] = field(default_factory=dict)
    joined: Split = field(default_factory=Split)
    withdrawn: Split = field(default_factory=Split)
    introduced_by: Split = field(default_factory=Split)
    main: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)
    """Sentences on sponsors that name States and of which nothing was understood."""


def lists_of(page: Page, draft: Draft) -> list[ImportedList]:
    """The lists of one draft; [] where the report names nobody."""
    if not any(s.states or s.on_behalf_of for s in (*draft.submitted.values(), draft.joined, draft.withdrawn)):
        return []
    resolution = page.context.resolution_of(draft.root)
    common = {"resolution": resolution, "title": draft.title}
    made = []
    for symbol, found in draft.submitted.items():
        stage = "tabled revised" if symbols.is_revision(symbol) else "tabled"
        made.append(to_list(page, "report: as submitted", found, document_symbol=symbol, stage=stage, **common))
    if draft.joined.states:
        last = list(draft.submitted)[-1] if draft.submitted else draft.root
        made.append(
            to_list(page, "report: joined later", draft.joined, document_symbol=last, stage="additional", **common)
        )
    if left := _last_word(draft):
        symbol = list(draft.submitted)[-1] if draft.submitted else draft.root
        gone = Split(list(union(left)), draft.withdrawn.unresolved, draft.withdrawn.on_behalf_of)
        made.append(to_list(page, "report: withdrew", gone, document_symbol=symbol, stage="withdrawn", **common))
    final = _final(page, draft, common)
    if final:
        made.append(final)
    notes = tuple(f"{NOT_UNDERSTOOD}: “{sentence}”" for sentence in draft.unread[:_MOST_UNREAD])
    return [
        replace(one, states=with_main_sponsors(one.states, draft.main), notes=one.notes + notes)
        if one.stage != "withdrawn"
        else one
        for one in made
    ]


def _final(page: Page, draft: Draft, common: dict[str, str]) -> ImportedList | None:
    """Those who submitted the latest version and those who joined, without those who withdrew."""
    if not draft.submitted:
        return None
    symbol, latest = list(draft.submitted.items())[-1]
    withdrawn = _last_word(draft)
    states = [s for s in union(latest.states, draft.joined.states) if s.iso3 not in {w.iso3 for w in withdrawn}]
    notes = ["Made up from the draft as last submitted and from those who joined or withdrew afterwards."]
    if withdrawn:
        notes.append("Withdrew: " + ", ".join(w.as_written for w in withdrawn))
    everything = Split(
        states,
        latest.unresolved + draft.joined.unresolved + draft.withdrawn.unresolved,
        latest.on_behalf_of + draft.joined.on_behalf_of,
    )
    return to_list(
        page,
        "report: all sponsors",
        everything,
        document_symbol=symbol,
        stage="final",
        notes=tuple(notes),
        withdrawn=tuple(withdrawn),
        **common,
    )


def _last_word(draft: Draft) -> list[NamedState]:
    """Those whose withdrawal came after they had joined (a State may come back)."""
    came: dict[str, int] = defaultdict(int)
    for state in draft.joined.states:
        came[state.iso3] = max(came[state.iso3], state.span[0])
    return [w for w in draft.withdrawn.states if w.span[0] > came[w.iso3]]
