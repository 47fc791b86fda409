"""Two projected lists side by side."""

from __future__ import annotations

import pandas as pd

from analytics.coalition.coalition import Projection
from analytics.english import count, signed
from analytics.scope import GROUP_SHORT


def compare(one: Projection, other: Projection) -> tuple[pd.DataFrame, dict[str, list[str] | str]]:
    """Two scenarios side by side.

    Returns a table (un_group, one, other, difference = other - one, both in States; last row "All") and a
    dict: only_one and only_other (ISO codes on one list alone, sorted), sentence.
    """
    first, second = ([*each.by_group["total"], each.total] for each in (one, other))
    table = pd.DataFrame({"un_group": [*one.by_group["un_group"], "All"], "one": first, "other": second})
    table["difference"] = table["other"] - table["one"]
    only_one, only_other = sorted(one.states - other.states), sorted(other.states - one.states)
    groups = zip(table["un_group"][:-1], table["difference"][:-1], strict=True)
    moved = [f"{signed(difference)} {GROUP_SHORT[group]}" for group, difference in groups if difference]
    where = f": {', '.join(moved)}" if moved else ""
    calls = len(other.asked) - len(one.asked)
    sentence = (
        f"The second list has {count(other.total, 'sponsor')}, the first {one.total}{where}; it asks "
        f"{count(len(other.asked), 'State')}, "
        f"{'as many' if calls == 0 else f'{abs(calls)} more' if calls > 0 else f'{abs(calls)} fewer'} than the first."
    ).replace("as many than", "as many as")
    return table, {"only_one": only_one, "only_other": only_other, "sentence": sentence}
