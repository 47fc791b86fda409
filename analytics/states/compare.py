"""Two States, or two groups, side by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, cast

import pandas as pd

from analytics.english import capital, count, in_body, listing, percent
from analytics.grid import in_words
from data.tongues.speech import say, say_many
from data.words import BODY_NAMES, COMPARABLE, NOT_MEMBER, SPONSOR, at_stage

KINDS = ("both", "only the first", "only the second", "neither", "cannot be told")
"""What a text tells of two States that were both Member States, or observers."""


@dataclass(frozen=True)
class Pair:
    """Two States text by text. `table`: year, body, resolution, first, second (cells in words), together (KINDS, or
    that not both were Member States); `bodies`: body to how many of its texts are of each of KINDS, `stages`: body to
    the stage at which it is read. Bodies are never pooled in words."""

    table: pd.DataFrame
    bodies: Mapping[str, Mapping[str, int]]
    stages: Mapping[str, str]

    @property
    def known(self) -> dict[str, int]:
        """Texts of each body of which both cells are known."""
        return {body: sum(numbers[kind] for kind in KINDS[:-1]) for body, numbers in self.bodies.items()}

    def finding(self, first: str, second: str) -> str:
        """What they have in common, as a title: each body for itself."""
        known = self.known
        asked = [body for body, number in known.items() if number]
        if not asked:
            return say("There is no text on which both {first} and {second} are known", first=first, second=second)
        one, many = "{both} of {n} text{when}", "{both} of {n} texts{when}"
        if len(asked) > 1:
            one, many = "{both} of {n} text{when} {in_body}", "{both} of {n} texts{when} {in_body}"
        numbers = listing(
            say_many(
                one,
                many,
                known[body],
                both=self.bodies[body]["both"],
                when=at_stage(self.stages[body]),
                in_body=in_body(body),
            )
            for body in asked
        )
        told = "{first} and {second} both sponsored {numbers} on which both are known"
        return say(told, first=first, second=second, numbers=numbers)

    def sentence(self, first: str, second: str) -> str:
        """What the pair shows, in words: a sentence a body."""
        if not any(self.known.values()):
            return self.finding(first, second) + "."
        parts = []
        for body, numbers in self.bodies.items():
            known, dark = self.known[body], numbers["cannot be told"]
            where = f"{BODY_NAMES[body]}{at_stage(self.stages[body])}: " if len(self.bodies) > 1 else ""
            said = (
                f"on {count(known, 'text')} both are known: both sponsored {numbers['both']}, "
                f"only {first} {numbers['only the first']}, only {second} {numbers['only the second']}, "
                f"neither {numbers['neither']}."
            )
            dark_said = f"On {dark} {'more ' if known else ''}it cannot be told." if dark else ""
            said = " ".join(part for part in (said if known else "", dark_said) if part)
            if said:
                parts.append(where + (said if where else capital(said)))
        return " ".join(parts)


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
            "first": in_words(one),
            "second": in_words(two),
            "together": kinds,
        }
    ).reset_index(drop=True)
    present = [body for body in BODY_NAMES if body in set(one["body"])]
    by_body = {body: table.loc[table["body"] == body, "together"].value_counts() for body in present}
    bodies = {body: {kind: int(numbers.get(kind, 0)) for kind in KINDS} for body, numbers in by_body.items()}
    return Pair(table.iloc[::-1].reset_index(drop=True), bodies, dict(zip(one["body"], one["asked"], strict=True)))


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
    """Two groups text by text, latest first, from Measures.by_group. Columns: Year, Body, Resolution, then for each
    group a text such as "12 of 54 (22 %)", with "at least" and the number not known where the list has a gap. Texts
    without a complete or gapped list are left out."""
    usable = by_group[by_group["status"].isin(COMPARABLE)]
    table = usable.drop_duplicates("resolution")[["year", "body", "resolution"]]
    table = table.set_axis(["Year", "Body", "Resolution"], axis=1).iloc[::-1].reset_index(drop=True)
    for group in dict.fromkeys((first, second)):
        mine = usable[usable["group"] == group]
        said = dict(zip(mine["resolution"], map(_share, cast("Iterable[_Row]", mine.itertuples())), strict=True))
        table[group] = [said.get(resolution, "no member") for resolution in table["Resolution"]]
    return table


def on_latest(pair: pd.DataFrame, first: str, second: str) -> str:
    """The latest text of `two_groups` in words, such as "A/RES/74/146 (2019): African Group 12 of 54 (22 %); …".
    `first` and `second` are the columns; "" where there is no text."""
    if pair.empty:
        return ""
    row = pair.iloc[0]
    said = "; ".join(f"{group} {row[group]}" for group in dict.fromkeys((first, second)))
    return f"{row['Resolution']} ({row['Year']}): {said}"


class _Row(Protocol):
    sponsors: int
    members: int
    share: float
    unknown: int


def _share(row: _Row) -> str:
    text = f"{row.sponsors} of {row.members} ({percent(row.share)})"
    return f"at least {text}, {row.unknown} not known" if row.unknown else text
