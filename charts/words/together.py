"""The sentences of agreement, cohesion and bridges: title (the finding) and notes, true for any scope."""

from __future__ import annotations

import pandas as pd

from analytics.agreement.pairs import ENOUGH, HIGH, WHY_ENOUGH, ends
from analytics.english import capital, count, group_short, listing, percent, percent_told, text_of
from charts.words.titles import joined_notes
from data.words import at_stage

NAMED = 3
"""Of equals so many are named, the others counted."""
SPLIT = 0.5
"""Below this two States differ on most texts."""


def alike(name: str, table: pd.DataFrame) -> str:
    """Title for one State (analytics.agreement.pairs.with_state): whom it is nearest to, and furthest from."""
    near, far = ends(table, nearest=True), ends(table, nearest=False)
    if near.empty:
        return f"No other Member State shares {ENOUGH} known texts with {name}: whom it signs with is not told"
    if near["share"].iloc[0] == far["share"].iloc[0]:
        return f"{name} agrees equally with each State compared: {_on(near)}"
    return f"{name} agrees most with {_named(near)}: {_on(near)}; least with {_named(far)}: {_on(far)}"


def _named(rows: pd.DataFrame) -> str:
    return listing(rows["short_name"], NAMED)


def _on(rows: pd.DataFrame) -> str:
    """ "14 of 15 texts", or "100 % of 5 to 15 texts" where the equals do not share a number of texts."""
    low, high = int(rows["known"].min()), int(rows["known"].max())
    if low == high:
        first = rows.iloc[0]
        return f"{int(first['both'] + first['neither'])} of {count(low, 'text')}"
    return f"{percent_told(float(rows['share'].iloc[0]))} of {low} to {count(high, 'text')}"


def alike_notes(name: str, table: pd.DataFrame) -> str:
    """What the numbers of one State rest on, whom they leave out, and how to read them."""
    dark = int(table["share"].isna().sum())
    return joined_notes(
        "Who signs little agrees with all others that sign little: beside each stands how often both sponsored.",
        WHY_ENOUGH,
        f"Too few texts are known with {name} of {count(dark, 'State')}." if dark else "",
    )


def paired(pairs: pd.DataFrame, group: str) -> str:
    """Title for the States of one group (analytics.agreement.pairs.pairs)."""
    told = pairs.loc[pairs["share"].notna(), "share"]
    if told.empty:
        return f"Of no two States of the {group} are {ENOUGH} texts known: agreement is not told"
    high, low = int((told >= HIGH).sum()), int((told < SPLIT).sum())
    return (
        f"{group}: of {count(len(told), 'pair')} of States, {high:,} agree on {percent(HIGH)} of the texts or more, "
        f"{low:,} on fewer than half"
    )


def across(between: pd.DataFrame, groups: str) -> str:
    """Title for groups (analytics.agreement.pairs.between): the two that agree most and least. `groups`: which they
    are, such as "different groups"."""
    apart = between[between["one"] < between["other"]]
    if apart.empty:
        return f"Of no two States of {groups} are {ENOUGH} texts known: agreement is not told"
    high, low = apart.loc[apart["share"].idxmax()], apart.loc[apart["share"].idxmin()]
    said = f"States of {groups} agree most between {_two(high)}: on {percent_told(high['share'])} of the texts"
    return said if len(apart) == 1 else f"{said}; least between {_two(low)}: {percent_told(low['share'])}"


def _two(row: pd.Series) -> str:
    return f"{group_short(row['one'])} and {group_short(row['other'])}"


def cohesive(lists: pd.DataFrame) -> str:
    """Title for cohesion on lists of sponsors (analytics.agreement.cohesion.on_lists): the latest text whose list is
    complete, of those with an index; of a list with a gap where there is no other."""
    told = lists[lists["index"].notna()]
    if told.empty:
        return "How far each group gave one answer is not known for this period"
    whole = told[told["status"] == "complete"]
    told = whole if len(whole) else told
    last = told[told["adopted_on"] == told["adopted_on"].max()]
    high, low = last.loc[last["index"].idxmax()], last.loc[last["index"].idxmin()]
    text = f"{text_of(last['body'].iloc[0], int(last['year'].iloc[0]))}{at_stage(last['asked'].iloc[0])}"
    if high["index"] == low["index"]:
        return f"On {text} cohesion was {high['index']:.2f} in each group that is told"
    return f"On {text} cohesion was {_answered(high)} and {_answered(low)}"


def _answered(row: pd.Series) -> str:
    led = {"sponsored": "most sponsored", "did not": "most did not sponsor", "even": "half sponsored"}[row["led"]]
    return f"{row['index']:.2f} in {group_short(row['group'])} ({led})"


def cohesion_notes(lists: pd.DataFrame, votes: pd.DataFrame) -> str:
    """What the index is, what it leaves out, and how it is drawn."""
    unknown, cells = int(lists["unknown"].sum()), int(lists["members"].sum())
    silent, seats = int(votes["silent"].sum()), int(votes["members"].sum())
    few = int(lists["index"].isna().sum() + votes["index"].isna().sum())
    return joined_notes(
        "Agreement index: 1 where all gave one answer, 0 where they split evenly. Grey: most did not sponsor.",
        "Hollow: list with a gap." if lists["status"].eq("gap").any() else "",
        f"Left out: {unknown:,} of {cells:,} answers on lists, group by group: not known." if unknown else "",
        f"Of {silent:,} of {seats:,} answers in votes: none recorded." if silent else "",
        f"Of fewer than {ENOUGH} States no index is given ({count(few, 'time')})." if few else "",
    )


def bridging(bridges: pd.DataFrame) -> str:
    """Title for who signs most with States outside its own group (analytics.agreement.pairs.bridges)."""
    if bridges.empty:
        return f"No two States of different groups are known to have signed {ENOUGH} texts both"
    first = bridges[bridges["number"] == bridges["number"].iloc[0]]
    verb = "have" if len(first) > 1 else "has"
    return (
        f"{_named(first)} {verb} signed {ENOUGH} texts or more with each of "
        f"{count(int(first['number'].iloc[0]), 'State')} outside {'their' if len(first) > 1 else 'its'} own group, the "
        "most on the lists held"
    )


def bridge_notes(bridges: pd.DataFrame) -> str:
    """How a bridge is counted, and where its names stand."""
    groups = bridges.groupby("un_group").size()
    said = listing(f"{group_short(group)} {number}" for group, number in groups.items())
    return joined_notes(
        f"Counted are States of other regional groups with which it signed at least {ENOUGH} known texts; the table "
        "names all.",
        capital(f"States with such partners: {said}.") if said else "",
    )
