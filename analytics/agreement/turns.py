"""Who came round: each State's recorded votes in one body, text by text, and what it signed since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

import pandas as pd

from analytics.english import count, listing
from analytics.measures import Measures
from data.tongues.speech import clauses, say, to_say
from data.words import SPONSOR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analytics.scope import Scope
    from data.store import Record

FOR, BETWEEN, AGAINST = "for", "between", "against"
CAME, SIGNED, AWAY, MOVED, NO_VOTE = "came round", "signed since", "turned away", "moved", "no vote"
TURNS = {
    CAME: "against the text or abstaining before, for it at its latest recorded vote",
    SIGNED: "against the text or abstaining at its latest recorded vote, sponsor of a later text",
    FOR: "for the text whenever its vote is recorded",
    BETWEEN: "abstaining, or votes both ways, whenever its vote is recorded",
    MOVED: "between against and abstaining, never for the text",
    AGAINST: "against the text whenever its vote is recorded",
    AWAY: "for the text before, against it or abstaining at its latest recorded vote",
    NO_VOTE: "no vote of it is recorded here",
}
"""What became of a State over its recorded votes, and what that means."""


def sides(record: Record, scope: Scope) -> pd.DataFrame:
    """On which side of each text a State's recorded votes were, on the text and on hostile amendments to it together.

    One row a State and text with a vote, in order of adoption. Columns: iso3, resolution, body, year, adopted_on, for,
    against, abstained (votes, as Measures.votes reads them), side (for or against where most of its votes were
    so; else between), said (year and side, what was voted on, and what the State said later of its vote). The vote in
    committee on A/RES/70/161 is left out: it repeats the plenary's."""
    table = Measures(record).votes()
    table = table[table["stage"] != "committee"]
    table = table[table["body"].isin(scope.bodies) & table["year"].between(scope.since, scope.until)]
    keys = ["iso3", "resolution", "body", "year", "adopted_on"]
    columns = ["for", "against", "abstained", "text", "amendment"]
    wide = pd.concat([table[keys], pd.get_dummies(table["stance"]), pd.get_dummies(table["kind"])], axis=1)
    wide = wide.reindex(columns=[*keys, *columns], fill_value=0).groupby(keys)[columns].sum().reset_index()
    with_it, against, rest = wide["for"], wide["against"], wide["abstained"]
    side = pd.Series(BETWEEN, index=wide.index).mask(with_it > against + rest, FOR)
    wide["side"] = side.mask(against > with_it + rest, AGAINST)
    wide = wide.merge(table.groupby(["iso3", "resolution"])["remark"].max().reset_index())
    wide["said"] = [_said(row) for row in cast("Iterable[_Row]", wide.itertuples())]
    kept = [*keys, *columns[:3], "side", "said"]
    shown: pd.DataFrame = wide[kept]
    return shown.sort_values(["adopted_on", "resolution", "iso3"]).reset_index(drop=True)


def turns(record: Record, scope: Scope) -> pd.DataFrame:
    """What became of each State over its recorded votes in the one body of the scope.

    Columns: iso3, short_name, un_group, status, turn (a key of TURNS), votes (texts with a recorded vote), said (each
    in words: "2014 against (1 amendment); 2022 for (text)"), signed (years of texts that it is known to have sponsored
    since its latest vote, where that was not for the text). Raises ValueError for several bodies."""
    if len(scope.bodies) != 1:
        raise ValueError(f"one body at a time, not {', '.join(scope.bodies)}")
    cells = Measures(record).cells(scope)
    made = cells[cells["value"] == SPONSOR].set_index("iso3")[["adopted_on", "year"]]
    voted = dict(list(sides(record, scope).groupby("iso3")))
    rows: list[tuple[object, ...]] = []
    for state in cast("Iterable[_State]", record.states.itertuples(index=False)):
        who = (state.iso3, state.short_name, state.un_group, state.status)
        votes = voted.get(state.iso3)
        if votes is None:
            rows.append((*who, NO_VOTE, 0, "", ()))
            continue
        side = list(votes["side"])
        since: tuple[int, ...] = ()
        if side[-1] != FOR:
            signed = made[made.index == state.iso3]
            since = tuple(signed["year"][signed["adopted_on"] > votes["adopted_on"].iloc[-1]])
        rows.append((*who, _turn(side, bool(since)), len(side), clauses(votes["said"]), since))
    columns = ["iso3", "short_name", "un_group", "status", "turn", "votes", "said", "signed"]
    return pd.DataFrame(rows, columns=columns)


def _turn(side: list[str], signed: bool) -> str:
    if signed:
        return SIGNED
    if set(side) == {side[-1]}:
        return side[-1]
    if side[-1] == FOR:
        return CAME
    return AWAY if FOR in side else MOVED


_SIDES = to_say(
    {FOR: "a side|for", AGAINST: "a side|against", "abstained": "a side|abstained", BETWEEN: "a side|both ways"}
)


class _State(Protocol):
    """A row of record.states."""

    iso3: str
    short_name: str
    un_group: str
    status: str


class _Row(Protocol):
    """A row of `sides` before it is told."""

    iso3: str
    resolution: str
    year: int
    text: int
    amendment: int
    abstained: int
    side: str
    remark: str


def _said(row: _Row) -> str:
    side = "abstained" if row.side == BETWEEN and row.abstained == row.text + row.amendment else row.side
    on = [*[say("a vote on|text")] * (row.text > 0), *([count(row.amendment, "amendment")] if row.amendment else [])]
    remark = f". {row.remark.rstrip('.')}" if row.remark else ""
    return f"{row.year} {say(_SIDES[side])} ({listing(on)}){remark}"
