"""Two projected lists side by side."""

from __future__ import annotations

import pandas as pd

from analytics.coalition import Projection
from analytics.english import count, signed
from analytics.scope import GROUP_SHORT


def compare(one: Projection, other: Projection) -> tuple[pd.DataFrame, dict[str, object]]:
    """Two scenarios side by side.

    Returns a table (un_group, one, other, difference = other - one, both in States; last row "All") and a
    dict: only_one and only_other (ISO codes on one list alone, sorted), sentence.
    """
    table = pd.DataFrame({"un_group": one.by_group["un_group"], "one": one.by_group["total"]})
    table["other"] = other.by_group["total"].to_numpy()
    table.loc[len(table)] = ["All", one.total, other.total]
    table["difference"] = table["other"] - table["one"]
    only_one, only_other = sorted(one.states - other.states), sorted(other.states - one.states)
    moved = [
        f"{signed(row.difference)} {GROUP_SHORT[row.un_group]}" for row in table[:-1].itertuples() if row.difference
    ]
    where = f": {', '.join(moved)}" if moved else ""
    calls = len(other.asked) - len(one.asked)
    sentence = (
        f"The second list has {count(other.total, 'sponsor')}, the first {one.total}{where}; it asks "
        f"{count(len(other.asked), 'State')}, "
        f"{'as many' if calls == 0 else f'{abs(calls)} more' if calls > 0 else f'{abs(calls)} fewer'} than the first."
    ).replace("as many than", "as many as")
    return table, {"only_one": only_one, "only_other": only_other, "sentence": sentence}
