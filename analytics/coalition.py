"""A coalition for a coming text: who is certain, who is expected, who is asked, and what list that would
make.

A projection is a sum over named States, not a forecast: it says what the list would be if everybody asked
agreed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from analytics.ladder import ladder
from analytics.phrases import count
from analytics.prospects_texts import STAGE
from analytics.scope import GROUP_SHORT, UN_GROUPS
from analytics.trends import counts

STANDINGS = {
    "certain": "Core sponsor at the latest text on which its record is known",
    "expected": "On the latest list on which its record is known, but not a core sponsor",
    "open": "Not on the latest list on which its record is known, or never known",
}


def standing(cells: pd.DataFrame, body: str) -> pd.DataFrame:
    """Where each Member State starts from, for a projection.

    Columns: iso3, short_name, un_group, standing (certain: Core in the ladder of the body; expected:
    sponsored the latest text on which its record is known; open: all others), confirmed (False where the
    latest text of the body with a final list does not tell of it). Observers are left out: they stand
    outside the 193.
    """
    table = ladder(cells, body)
    table = table[table["status"] == "member"]
    last = cells[(cells["body"] == body) & (cells["stage"] == STAGE)]["resolution"]
    latest = cells[cells["resolution"] == last.iloc[-1]].set_index("iso3")["value"] if len(last) else {}
    rows = [
        {
            "iso3": state.iso3,
            "short_name": state.short_name,
            "un_group": state.un_group,
            "standing": "certain"
            if state.word == "Core"
            else "expected"
            if state.latest_value == "sponsor"
            else "open",
            "confirmed": latest.get(state.iso3) in ("sponsor", "not_sponsor"),
        }
        for state in table.itertuples()
    ]
    columns = ["iso3", "short_name", "un_group", "standing", "confirmed"]
    return pd.DataFrame(rows, columns=columns).reset_index(drop=True)


@dataclass(frozen=True, eq=False)
class Best:
    """What a body has reached. record: most sponsors on a list or in a reported count, with its text, year
    and how it is known (list, reported); members: Member States today; by_group: most sponsors of each
    regional group on one list, 0 if none."""

    record: int
    resolution: str
    year: int
    known_from: str
    members: int
    by_group: dict[str, int]

    @property
    def majority(self) -> int:
        """More than half of the Member States: 97 of 193."""
        return self.members // 2 + 1


def best(cells: pd.DataFrame, claims: pd.DataFrame, body: str) -> Best:
    """The record of a body and of each group on lists of the final stage, and the majority of the Members.

    A count that was only reported can be the record; groups are known from lists alone. Members of the
    United Nations only. Raises ValueError if neither a list nor a count of the body is held.
    """
    mine = cells[cells["body"] == body]
    table = counts(mine, claims)
    named = table[table["status"].isin(("complete", "gap", "partial"))]
    options = [(int(row.sponsors), 1, row.year, row.resolution, "list") for row in named.itertuples()]
    reported = table[table["claimed"].notna() & ~table["status"].isin(("complete", "gap"))]
    options += [(int(row.claimed), 0, row.year, row.resolution, "reported") for row in reported.itertuples()]
    if not options:
        raise ValueError(f"no list and no count of sponsors of a text of {body} is held")
    record, _, year, resolution, known_from = max(options)
    listed = mine[(mine["stage"] == STAGE) & (mine["value"] == "sponsor") & (mine["status"] == "member")]
    numbers = listed.groupby(["un_group", "resolution"]).size()
    by_group = {group: int(numbers[group].max()) if group in numbers else 0 for group in UN_GROUPS}
    members = int((mine.drop_duplicates("iso3")["status"] == "member").sum())
    return Best(record, resolution, int(year), known_from, members, by_group)


@dataclass(frozen=True, eq=False)
class Projection:
    """A projected list. certain, expected, asked: ISO codes, each State in one of them at most;
    unconfirmed: those of certain and expected whose last record is not known; by_group: un_group, certain,
    expected, asked, total, members, share (0 to 1), best (past), over_best (total - best); sentence: in
    words."""

    certain: tuple[str, ...]
    expected: tuple[str, ...]
    asked: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    by_group: pd.DataFrame
    total: int
    over_record: int
    over_majority: int
    sentence: str

    @property
    def states(self) -> frozenset[str]:
        """All States on the projected list."""
        return frozenset((*self.certain, *self.expected, *self.asked))


def project(standing: pd.DataFrame, picked: Iterable[str], reached: Best, keep: bool = True) -> Projection:
    """The list if the certain stay, the expected stay too (unless keep is False), and all that are picked
    agree.

    standing: from `standing`; reached: from `best`. A picked State that is certain, or expected and kept,
    is counted once, there. Raises ValueError for a picked code that is no Member State.
    """
    by_state = standing.set_index("iso3")
    strangers = sorted(set(picked) - set(by_state.index))
    if strangers:
        raise ValueError(f"no Member State: {', '.join(strangers)}")
    certain = tuple(sorted(by_state.index[by_state["standing"] == "certain"]))
    expected = tuple(sorted(by_state.index[by_state["standing"] == "expected"])) if keep else ()
    asked = tuple(sorted(set(picked) - set(certain) - set(expected)))
    unconfirmed = tuple(iso3 for iso3 in (*certain, *expected) if not by_state.loc[iso3, "confirmed"])
    rows = []
    for group in UN_GROUPS:
        members = set(by_state.index[by_state["un_group"] == group])
        numbers = [len(members & set(part)) for part in (certain, expected, asked)]
        total = sum(numbers)
        past = reached.by_group.get(group, 0)
        rows.append(
            (
                group,
                *numbers,
                total,
                len(members),
                total / len(members) if members else 0.0,
                past,
                total - past,
            )
        )
    columns = ["un_group", "certain", "expected", "asked", "total", "members", "share", "best", "over_best"]
    total = len(certain) + len(expected) + len(asked)
    return Projection(
        certain=certain,
        expected=expected,
        asked=asked,
        unconfirmed=unconfirmed,
        by_group=pd.DataFrame(rows, columns=columns),
        total=total,
        over_record=total - reached.record,
        over_majority=total - reached.majority,
        sentence=_sentence((len(certain), len(expected), len(asked)), len(unconfirmed), reached),
    )


def _sentence(numbers: tuple[int, int, int], unconfirmed: int, reached: Best) -> str:
    certain, expected, asked = numbers
    total = sum(numbers)
    dark = f" Of {unconfirmed} of these it is not known whether they sponsored the latest text." if unconfirmed else ""
    parts = [count(certain, "core sponsor")]
    if expected:
        parts.append(f"{expected} more that sponsored the latest text on which their record is known")
    if asked:
        parts.append(f"{asked} asked, if all agree")
    found = "on the list of" if reached.known_from == "list" else "reported for"
    return (
        f"{' + '.join(parts)} = {count(total, 'sponsor')}: "
        f"{_against(total - reached.record, 'the record')} of {reached.record} ({found} {reached.resolution}, "
        f"{reached.year}), {_against(total - reached.majority, 'a majority')} of "
        f"{reached.majority} of the {reached.members} Member States.{dark}"
    )


def _against(difference: int, what: str) -> str:
    if difference == 0:
        return f"equal to {what}"
    return f"{abs(difference)} {'over' if difference > 0 else 'short of'} {what}"


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
        f"{row.difference:+d} {GROUP_SHORT[row.un_group]}"
        for row in table[:-1].itertuples()
        if row.difference
    ]
    where = f": {', '.join(moved)}" if moved else ""
    calls = len(other.asked) - len(one.asked)
    sentence = (
        f"The second list has {count(other.total, 'sponsor')}, the first {one.total}{where}; it asks "
        f"{count(len(other.asked), 'State')}, "
        f"{'as many' if calls == 0 else f'{abs(calls)} more' if calls > 0 else f'{abs(calls)} fewer'} than the first."
    ).replace("as many than", "as many as")
    return table, {"only_one": only_one, "only_other": only_other, "sentence": sentence}
