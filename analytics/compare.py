"""Two States, or two groups, side by side."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analytics.trends import COMPARABLE
from data.words import CELLS, NOT_MEMBER, SPONSOR


@dataclass(frozen=True)
class Pair:
    """Two States text by text. `table`: year, body, resolution, first, second (cells in words), together;
    `both`, `only_first`, `only_second`, `neither`: texts where both cells are known; `unknown`: where one is not."""

    table: pd.DataFrame
    both: int
    only_first: int
    only_second: int
    neither: int
    unknown: int

    @property
    def known(self) -> int:
        """Texts where both cells are known."""
        return self.both + self.only_first + self.only_second + self.neither

    def finding(self, first: str, second: str) -> str:
        """What they have in common, as a title."""
        if not self.known:
            return f"There is no text on which both {first} and {second} are known"
        texts = "text" if self.known == 1 else "texts"
        return f"{first} and {second} both sponsored {self.both} of {self.known} {texts} on which both are known"

    def sentence(self, first: str, second: str) -> str:
        """What the pair shows, in words."""
        known = self.known
        if not known:
            return self.finding(first, second) + "."
        dark = f" On {self.unknown} more it cannot be told." if self.unknown else ""
        return (
            f"On {known} {'text' if known == 1 else 'texts'} both are known: both sponsored {self.both}, only {first} "
            f"{self.only_first}, only {second} {self.only_second}, neither {self.neither}.{dark}"
        )


def two_states(cells: pd.DataFrame, first: str, second: str) -> Pair:
    """Compare two States on the texts given. Raises ValueError for the same State twice or one not in the cells."""
    if first == second:
        raise ValueError("two different States are needed")
    one, two = (cells[cells["iso3"] == iso3].set_index("resolution") for iso3 in (first, second))
    if one.empty or two.empty:
        raise ValueError(f"no cells for {first if one.empty else second}")
    two = two.reindex(one.index)
    a, b = one["value"], two["value"]
    kinds = [_together(*pair) for pair in zip(a, b, one["known"] & two["known"], strict=True)]
    table = pd.DataFrame(
        {
            "year": one["year"],
            "body": one["body"],
            "resolution": one.index,
            "first": a.map(CELLS),
            "second": b.map(CELLS),
            "together": kinds,
        }
    ).reset_index(drop=True)
    numbers = {kind: kinds.count(kind) for kind in ("both", "only the first", "only the second", "neither")}
    unknown = kinds.count("cannot be told")
    return Pair(table.iloc[::-1].reset_index(drop=True), *numbers.values(), unknown)


def _together(first: str, second: str, known: bool) -> str:
    if NOT_MEMBER in (first, second):
        return "not both Member States"
    if not known:
        return "cannot be told"
    if SPONSOR not in (first, second):
        return "neither"
    if first == second:
        return "both"
    return "only the first" if first == SPONSOR else "only the second"


def two_groups(by_group: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Two groups text by text, latest first, from analytics.trends.by_group.

    Columns: Year, Body, Resolution, then for each group a text such as "12 of 54 (22%)", with "at least" and the
    number not known where the list has a gap. Texts without a complete or gapped list are left out.
    """
    usable = by_group[by_group["status"].isin(COMPARABLE)]
    rows = []
    for resolution, part in usable.groupby("resolution", sort=False):
        found = part.set_index("group")
        head = part.iloc[0]
        row = {"Year": head["year"], "Body": head["body"], "Resolution": resolution}
        for group in dict.fromkeys((first, second)):
            row[group] = _share(found.loc[group]) if group in found.index else "no member"
        rows.append(row)
    columns = ["Year", "Body", "Resolution", *dict.fromkeys((first, second))]
    return pd.DataFrame(rows, columns=columns).iloc[::-1].reset_index(drop=True)


def on_latest(pair: pd.DataFrame, first: str, second: str) -> str:
    """The latest text of `two_groups` in words, such as "A/RES/74/146 (2019): African Group 12 of 54 (22%); …".

    `first` and `second` are the columns; "" where there is no text.
    """
    if pair.empty:
        return ""
    row = pair.iloc[0]
    said = "; ".join(f"{group} {row[group]}" for group in dict.fromkeys((first, second)))
    return f"{row['Resolution']} ({row['Year']}): {said}"


def _share(row: pd.Series) -> str:
    text = f"{row['sponsors']} of {row['members']} ({row['share']:.0%})"
    return f"at least {text}, {row['unknown']} not known" if row["unknown"] else text
