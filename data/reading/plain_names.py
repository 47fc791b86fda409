"""A text that is a list of names and little else, as it is pasted from anywhere."""

from __future__ import annotations

from dataclasses import replace

from data.reading.label_passages import LONGEST, text_begins
from data.reading.labelled import stage_of, symbols_of
from data.reading.model import ImportedList
from data.reading.text.passages import Page, narrow, read_names, to_list
from data.reading.text.split import Split, with_suggestions

_LONGEST_PASTED = 30_000


def read_plain(page: Page) -> list[ImportedList]:
    """A text that is a list of names and little else; [] where too little of it is names."""
    symbol, resolution = symbols_of(page)
    on = page.day(resolution, symbol)
    last = text_begins(page, 0, len(page.masked))
    end = min(last, _LONGEST_PASTED)
    cut = () if end == last else (f"Only the first {end:,} letters were read.",)
    found = read_names(page, [narrow(page.masked, 0, end)], on, suggest=False)
    if _share(found) < 0.6:
        spaced = read_names(page, [(0, min(end, LONGEST))], on, by_spaces=True, suggest=False)
        if _share(spaced) < 0.8 or len(spaced.states) < 3:
            return []
        spaced.unresolved = with_suggestions(spaced.unresolved, page.masked, page.context.names, on)
        made = to_list(page, "pasted names", spaced, document_symbol=symbol, resolution=resolution)
        return [replace(made, notes=("The names were parted at spaces only: check those of several words.",))]
    found.unresolved = with_suggestions(found.unresolved, page.masked, page.context.names, on)
    made = to_list(
        page,
        "pasted names",
        found,
        document_symbol=symbol,
        resolution=resolution,
        stage=stage_of(page, symbol),
        notes=cut,
    )
    return [made] if found.states or found.on_behalf_of else []


def _share(found: Split) -> float:
    named = len(found.states) + len(found.on_behalf_of)
    lost = sum(max(1, len(u.as_written.split()) // 2) for u in found.unresolved)
    return named / (named + lost) if named else 0.0
