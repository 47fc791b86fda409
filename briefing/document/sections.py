"""The items of a briefing made from the record, in order, for deck, paper, page and presentation alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.document import section_kinds as makers
from briefing.document.documents import Document
from briefing.document.markup import own
from briefing.document.section import Progress, Section, Table, built_on
from briefing.document.spec import CHART, RESOLUTION, STATE, TARGETS, TEXT, Briefing, Item
from briefing.document.targets import targets
from data.store import Record

__all__ = ["Progress", "Section", "Table", "built_on", "documents", "section", "sections"]

_MAKERS = {CHART: makers.chart, STATE: makers.state, RESOLUTION: makers.resolution, TARGETS: targets, TEXT: makers.text}


def sections(briefing: Briefing, record: Record) -> list[Section]:
    """Every item of the briefing, in order. An item that the record cannot answer says so and stops nothing else."""
    return [section(item, record) for item in briefing.items]


def section(item: Item, record: Record) -> Section:
    """One item made from the record."""
    try:
        made = _MAKERS[item.kind](item, record)
    except ValueError as problem:
        title = item.title or "Not in this record"
        made = Section(item.kind, title, own=own(item.text), failed=f"This could not be made: {problem}.")
    return replace(made, spoken=str(item.spec.get("notes") or ""))


def documents(made: Sequence[Section]) -> list[Document]:
    """All documents behind the sections, each once, in order of first mention."""
    return list({(d.symbol, d.what): d for part in made for d in part.documents}.values())
