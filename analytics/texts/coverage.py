"""What we hold of each text, and which document would settle what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from data.words import BODIES, COVERAGE

if TYPE_CHECKING:
    from data.store import Record


def totals(coverage: pd.DataFrame) -> pd.DataFrame:
    """How many texts of each body have which coverage. Columns: body, then one a kind of coverage (texts), texts."""
    table = coverage.pivot_table(index="body", columns="coverage", values="resolution", aggfunc="count", fill_value=0)
    table = table.reindex(columns=list(COVERAGE), fill_value=0).reindex(list(BODIES), fill_value=0)
    table["texts"] = table.sum(axis=1)
    table.columns.name = None
    return table.reset_index()


def disagreements(record: Record) -> pd.DataFrame:
    """Complete lists of one text, both taken at its end (final, as adopted), that do not name the same States.

    Columns: resolution, used (list used for analysis), other, only_used, only_other (tuples of ISO codes).
    """
    table = record.ask("disagreements")
    for column in ("only_used", "only_other"):
        table[column] = [tuple(states) for states in table[column]]
    return table
