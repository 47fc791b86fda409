"""Cohesion of groups: how far the Members of a group gave the same answer, on lists of sponsors and in recorded votes.

The Agreement Index of Hix, Noury and Roland (2005) for any number of answers: 1 where all gave one answer, 0 where they
split evenly over all that can be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.agreement.pairs import ENOUGH
from analytics.measures import Measures
from analytics.scope import Scope
from data.words import COMPARABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.store import Record

TEXT, AMENDMENT, SIGNED = "text", "amendment", "signed"
"""What a group answered: a vote on a text, a vote on a hostile amendment, or whether to sponsor."""
_ANSWERS = ["yes", "no", "abstain"]


def agreement_index(answers: Sequence[int]) -> float:
    """The index of so many who gave each of k answers that could be given: (max - (sum - max) / (k - 1)) / sum.

    Of yes, no and abstain that is the formula of Hix, Noury and Roland (2005), (max - (sum - max) / 2) / sum; of
    sponsored and did not it is Rice's index of 1925, |a - b| / (a + b). NaN where nobody gave any answer. Raises
    ValueError for fewer than two answers."""
    if len(answers) < 2:
        raise ValueError("an index needs two answers that could be given")
    total, most = sum(answers), max(answers)
    return (most - (total - most) / (len(answers) - 1)) / total if total else float("nan")


def on_lists(record: Record, scope: Scope) -> pd.DataFrame:
    """Cohesion of each group of the scope's grouping on the texts of which a whole list of the stage is held.

    One row a text and group. Columns: resolution, body, year, adopted_on, asked, group, status (complete, gap),
    sponsors, others (known not to have sponsored), unknown (left out of the index), members, index (0 to 1; NaN where
    fewer than ENOUGH are known), led (the answer of most: sponsored, did not, even)."""
    table = Measures(record).by_group(scope)
    table = table[table["status"].isin(COMPARABLE)].rename(columns={"not_sponsors": "others"}).reset_index(drop=True)
    made, not_made = table["sponsors"], table["others"]
    index = [agreement_index(pair) for pair in zip(made, not_made, strict=True)]
    led = pd.Series("even", index=table.index).mask(made > not_made, "sponsored").mask(made < not_made, "did not")
    enough = made + not_made >= ENOUGH
    wanted = ["resolution", "body", "year", "adopted_on", "asked", "group", "status"]
    wanted += ["sponsors", "others", "unknown", "members"]
    return table[wanted].assign(index=pd.Series(index, index=table.index, dtype=float).where(enough), led=led)


def in_votes(record: Record, scope: Scope) -> pd.DataFrame:
    """Cohesion of each group of the scope's grouping in the recorded votes on its texts and on amendments to them.

    One row a roll call and group. Columns: resolution, body, year, adopted_on, stage, kind (text, amendment), group,
    yes, no, abstain, silent (with a seat, and no vote recorded: left out of the index), members (with a seat), index (0
    to 1; NaN where fewer than ENOUGH voted), led (the answer of most; even)."""
    table = rolls(record, scope)
    votes = table[_ANSWERS]
    index = [agreement_index(row) for row in votes.to_numpy().tolist()]
    most, ties = votes.idxmax(axis=1), votes.eq(votes.max(axis=1), axis=0).sum(axis=1)
    led = most.where(ties == 1, "even")
    return table.assign(
        index=pd.Series(index, index=table.index, dtype=float).where(votes.sum(axis=1) >= ENOUGH), led=led
    )


def rolls(record: Record, scope: Scope) -> pd.DataFrame:
    """Each roll call of which all names are held, by group of the scope's grouping: who had a seat, and how it voted.

    One row a roll call and group, in order of adoption, texts first, then amendments by their symbols. Columns:
    resolution, body, year, adopted_on, stage, kind, group, yes, no, abstain, silent, members. In the Council and the
    Commission only their members of the day have a seat. The vote in committee on A/RES/70/161, of which the names in
    favour are not held, is left out."""
    years = {"since": scope.since, "until": scope.until}
    return record.ask("rolls", bodies=list(scope.bodies), **years, grouping=scope.grouping)
