"""What we hold of each text, and which document would settle what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from data.words import BODIES, COVERAGE

if TYPE_CHECKING:
    from data.store import Record

HEADS = {
    "resolution": "Resolution",
    "year": "Year",
    "short_title": "Text",
    "coverage": "List",
    "names": "Names",
    "unknown": "Not known",
    "not_when_tabled": "Not named when tabled",
    "reported": "Reported",
    "wanted": "Would settle it",
    "meaning": "Means",
    "official_url": "UN document",
}
"""What is shown of Measures.coverage: columns, and how they are headed."""
LIST_HEADS = {
    "list_id": "List",
    "stage": "Stage",
    "used_for_analysis": "Used",
    "completeness": "List is",
    "n_states": "Names",
    "document_symbol": "Document",
    "source_title": "Read in",
    "note": "Note",
    "official_url": "UN document",
    "read_at": "Where it was read",
}
"""The same of the lists that are held (record.rows("lists"))."""


def totals(coverage: pd.DataFrame) -> pd.DataFrame:
    """How many texts of each body have which coverage. Columns: body, then one a kind of coverage (texts), texts."""
    table = coverage.pivot_table(index="body", columns="coverage", values="resolution", aggfunc="count", fill_value=0)
    table = table.reindex(columns=list(COVERAGE), fill_value=0).reindex(list(BODIES), fill_value=0)
    table["texts"] = table.sum(axis=1)
    table.columns.name = None
    return table.reset_index()


def disagreements(record: Record) -> pd.DataFrame:
    """Complete lists of one text, both taken at its end (final, as adopted), that do not name the same States. Columns:
    resolution, used (list used for analysis), other, only_used, only_other (tuples of ISO codes)."""
    table = record.ask("disagreements")
    for column in ("only_used", "only_other"):
        table[column] = [tuple(states) for states in table[column]]
    return table
