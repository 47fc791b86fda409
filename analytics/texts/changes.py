"""What changed between two texts: who joined, stayed or sponsored the earlier only, and of whom it cannot be told."""

import numpy as np
import pandas as pd

from data.words import NOT_MEMBER, OUTCOMES, SPONSOR, UNKNOWN

JOINED = ("new", "returned", "between")


def told(rows: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """Each State between two texts of one body, whose lists are of the stage of the series.

    Columns: iso3, short_name, un_group, status, before, after (cell values; `unknown` also where a cell does not tell
    at the stage), outcome, named (whether a list of any text of the body names it), gaps (texts of the body before
    `after` where it is not known: "first" and "never" hold on the lists held only), missed (texts between the two where
    it is known not to have sponsored).
    Joined: known not to sponsor before (or not yet a Member), sponsor after. `new`: no list of an earlier text of the
    body, of whatever stage, names it; `returned`: a list of `before` or of a text before that does; `between`: only
    lists of texts between the two do. Left: sponsor before, known not to sponsor after. Unknown: either cell is. Not
    enough for a change in the State's mind: a list says who sponsored.
    `rows`: the answer to the question `changes`, with the places of texts; `texts`: those of Measures.texts."""
    places, names = texts["place"].to_numpy(dtype=int), texts["resolution"].to_numpy(dtype=object)
    for column in ("gaps", "missed"):
        found = rows[column]
        rows[column] = [() if at is None else tuple(names[np.searchsorted(places, at)].tolist()) for at in found]
    told = (rows[column].tolist() for column in ("before", "after", "had", "since"))
    kinds = [outcome(*one) for one in zip(*told, strict=True)]
    columns = ["iso3", "short_name", "un_group", "status", "before", "after", "outcome", "named", "gaps", "missed"]
    return rows.assign(outcome=kinds)[columns]


def outcome(before: str, after: str, named_earlier: bool, named_between: bool) -> str:
    """The change of one State from its two cells, and from whether lists of texts up to the earlier one, or between
    the two, name it. Unknown on either side is unknown, whatever the other says."""
    if UNKNOWN in (before, after):
        return "unknown"
    if after == NOT_MEMBER:
        return "not_member"
    if after == SPONSOR:
        if before == SPONSOR:
            return "stayed"
        return "returned" if named_earlier else "between" if named_between else "new"
    return "left" if before == SPONSOR else "neither"


def summary(changes: pd.DataFrame) -> dict[str, list[str]]:
    """ISO codes by outcome, each sorted, with more lists: `joined` = new + returned + between; `stayed_after_gap`
    (stayed, but missed texts between); and within unknown `may_have_left` (sponsor or unknown before, and not surely
    one after) and `may_have_joined` (the reverse). A State that is unknown on both texts stands in both.

    Observers are left out: they stand outside the 193."""
    columns = ("iso3", "status", "outcome", "before", "after", "missed")
    rows = zip(*(changes[column].tolist() for column in columns), strict=True)
    lists: dict[str, list[str]] = {name: [] for name in OUTCOMES}
    gap, leavable, joinable = [], [], []
    for iso3, status, kind, before, after, missed in rows:
        if status != "member":
            continue
        lists[kind].append(iso3)
        if kind == "stayed" and missed:
            gap.append(iso3)
        # A list that may lack names hides departures as an earlier text, arrivals as a later one.
        if kind == "unknown" and before in (SPONSOR, UNKNOWN) and after not in (SPONSOR, NOT_MEMBER):
            leavable.append(iso3)
        if kind == "unknown" and before != SPONSOR and after in (SPONSOR, UNKNOWN):
            joinable.append(iso3)
    lists |= {"joined": [iso3 for name in JOINED for iso3 in lists[name]], "stayed_after_gap": gap}
    lists |= {"may_have_left": leavable, "may_have_joined": joinable}
    return {name: sorted(found) for name, found in lists.items()}


def comparable(texts: pd.DataFrame, after: str) -> list[str]:
    """Earlier texts of the same body whose list is, like that of `after`, of the stage of the series. Latest first, but
    those of which only a part could be read come last: they tell of few States. `texts`: those of Measures.texts.
    Raises ValueError where `after` is none of them."""
    own = head(texts, after)
    if own["stage"] != own["asked"]:
        return []
    same = texts["body"].eq(own["body"]) & texts["stage"].eq(own["stage"]) & texts["adopted_on"].lt(own["adopted_on"])
    kept = texts[same].sort_values("adopted_on", ascending=False)
    return list(kept.sort_values("completeness", key=lambda c: c.eq("partial"), kind="stable")["resolution"])


def head(texts: pd.DataFrame, resolution: str) -> pd.Series:
    """The row of a text among those of Measures.texts. Raises ValueError where it is none of them."""
    rows = texts[texts["resolution"] == resolution]
    if rows.empty:
        raise ValueError(f"no resolution {resolution!r} in this scope")
    return rows.iloc[0]
