"""The sentences of the charts over time: title (the finding), and notes on what is missing.

Pure functions from tables of analytics. Numbers that are lower bounds are worded "at least"; texts without a list
are named as such and enter no comparison.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analytics.english import (
    body_at,
    body_name,
    capital,
    count,
    group_short,
    listing,
    percent_told,
    spelled,
    text_of,
    when,
    years,
)
from analytics.scope import GROUP_SHORT
from data.words import COMPARABLE, FINAL, at_stage

LIST, REPORTED, AT_ADOPTION, BOUND = "list", "reported", "at adoption", "at least"


def sureness(counts: pd.DataFrame) -> pd.Series:
    """How sure each number is (Measures.counts): LIST (a whole list), REPORTED (its final number, final list
    not held), AT_ADOPTION (a number of that moment, when others could still join), BOUND (at least that many), "" for
    none. Only the first two are whole numbers of the end."""
    claimed = counts["status"].isin(("partial", "count only")) & counts["claimed"].notna()
    kinds = pd.Series(BOUND, index=counts.index, dtype=object)
    kinds = kinds.mask(claimed & counts["bound"].ne(BOUND), REPORTED)
    kinds = kinds.mask(kinds.eq(REPORTED) & counts["claimed_at"].eq(AT_ADOPTION), AT_ADOPTION)
    return kinds.mask(counts["status"].eq("complete"), LIST).mask(counts["shown"].isna(), "")


def moment_of(row: pd.Series) -> str:
    """ " as tabled", " at adoption": of what moment a number is (a row of Measures.counts), "" for the end."""
    claimed = row["status"] in ("partial", "count only") and pd.notna(row["claimed"])
    return f" {AT_ADOPTION}" if claimed and row["claimed_at"] == AT_ADOPTION else at_stage(row["asked"])


def number_of(row: pd.Series) -> str:
    """ "84", "at least 73": the number without its moment."""
    return str(row["shown_text"]).removesuffix(f" {AT_ADOPTION}")


def counted(counts: pd.DataFrame, withdrawn: Iterable[str] = ()) -> str:
    """Title for numbers of sponsors over time (Measures.counts of one body).

    Only exact numbers are compared; texts from which sponsors withdrew (`withdrawn`) are told apart.
    """
    if counts.empty:
        return "No text in this period"
    body = body_at(counts, counts["body"].iloc[0])
    usual, apart = exact(counts, withdrawn)
    if usual.empty and len(apart):
        numbers = listing(f"{count(int(row.shown), 'sponsor')} in {row.year}" for row in apart.itertuples())
        return f"{body}: {numbers}, after withdrawals"
    if usual.empty:
        bounds = counts[counts["shown"].notna()]
        if bounds.empty:
            return f"{body}: the number of sponsors is not known for {any_of(counts)}"
        best = bounds.loc[bounds["shown"].astype(int).idxmax()]
        return f"{body}: at least {count(int(best['shown']), 'sponsor')} in {best['year']}"
    low, high = int(usual["shown"].min()), int(usual["shown"].max())
    period = years(list(usual["year"]))
    fewer = listing(f"{row.shown} in {row.year}" for row in apart.itertuples())
    but = f", but {fewer} after withdrawals" if fewer else ""
    if len(usual) == 1:
        only = ", the only one whose number is known exactly" if len(counts) > 1 and not fewer else ""
        return f"{body}: {count(high, 'sponsor')} of the {period} text{only}{but}"
    span = f"{low} to {high} sponsors" if low < high else count(high, "sponsor")
    return f"{body}, {period}: {span} where the number is known{but}"


def exact(counts: pd.DataFrame, withdrawn: Iterable[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows whose number is whole, and apart from them those from which sponsors withdrew."""
    known = counts[sureness(counts).isin((LIST, REPORTED))]
    back = known["resolution"].isin(set(withdrawn)) & known["asked"].eq(FINAL)  # a draft is of before the withdrawals
    return known[~back], known[back]


def counted_side_by_side(counts: pd.DataFrame) -> str:
    """Title for several bodies side by side: the latest number of each."""
    parts = []
    for body, part in counts.groupby("body", sort=False):
        known = part[part["shown"].notna()]
        if len(known):
            last = known.loc[known["adopted_on"].idxmax()]
            noun = "sponsor" if last["shown"] == 1 else "sponsors"
            parts.append(f"{number_of(last)} {noun}{moment_of(last)} in the {body_name(body)} in {last['year']}")
    if not parts:
        return "The number of sponsors is not known for any text in this period"
    said = "; ".join(parts)
    return f"Latest known: {said}"


def count_notes(counts: pd.DataFrame) -> str:
    """Which numbers are only reported, which are lower bounds and which texts have none; one sentence a line."""
    notes = []
    only = counts[counts["status"] == "count only"]
    if len(only):
        early = only[only["claimed_at"] == "at adoption"]
        moment = f"; in {_years(early)} the number at adoption, when others could still join" if len(early) else ""
        notes.append(f"Hatched outline: number reported, final list not held ({_years(only)}){moment}.")
    gaps = counts[counts["status"] == "gap"]
    if len(gaps):
        notes.append(f"Dashed top: the list has a gap, so at least that many ({_years(gaps)}).")
    partial = counts[counts["status"] == "partial"]
    if len(partial):
        notes.append(f"Hatched colour: only part of the list could be read ({_years(partial)}).")
    none = counts[counts["shown"].isna()]
    if len(none):
        notes.append(f"No list{when(none)} and no number is held for {_years(none)}.")
    return "\n".join(notes)


def shared(by_group: pd.DataFrame) -> str:
    """Title for shares of groups over time (Measures.by_group): the spread on the latest complete list."""
    complete = by_group[by_group["status"] == "complete"]
    if complete.empty:
        gapped = by_group[by_group["status"] == "gap"]
        if gapped.empty:
            return f"How far support reached in each group is not known{when(by_group)} for this period"
        last = gapped[gapped["adopted_on"] == gapped["adopted_on"].max()]
        best = last.loc[last["share_low"].idxmax()]
        return (
            f"{group_short(best['group'])}: at least {best['sponsors']} of {count(int(best['members']), 'State')} "
            f"sponsored{at_stage(best['asked'])} in {best['year']}"
        )
    body = complete["body"].iloc[-1] if complete["body"].nunique() == 1 else _latest_body(complete)
    last = complete[complete["body"] == body]
    last = last[last["adopted_on"] == last["adopted_on"].max()]
    high, low = last.loc[last["share"].idxmax()], last.loc[last["share"].idxmin()]
    where = f"{text_of(body, high['year'])}{at_stage(high['asked'])}"
    if high["group"] == low["group"] or high["share"] == low["share"]:
        return f"{capital(_part(high))} sponsored {where}"
    return f"From {_part(high)} to {_part(low)}: who sponsored {where}"


def share_notes(by_group: pd.DataFrame) -> str:
    """Which texts are hollow, and which have no share, by body; one sentence a line."""
    texts = by_group.drop_duplicates("resolution")
    notes = []
    gaps = texts[texts["status"] == "gap"]
    if len(gaps):
        notes.append(f"Hollow, with a thin line up to the most that is possible: list with a gap ({by_body(gaps)}).")
    dark = texts[~texts["status"].isin(COMPARABLE)]
    if len(dark):
        notes.append(f"No share can be told, and no line is drawn across, for {by_body(dark)}.")
    return "\n".join(notes)


def spread_out(breadth: pd.DataFrame) -> str:
    """Title for cross-regional breadth (Measures.breadth): the latest text whose list allows it."""
    usable = breadth[breadth["outside_largest"].notna()]
    if usable.empty:
        return f"It is not known for this period how cross-regional support was{when(breadth)}"
    last = usable.loc[usable["adopted_on"].idxmax()]
    text = f"{text_of(last['body'], last['year'])}{at_stage(last['asked'])}"
    who = f"sponsors of {text}" if last["status"] == "complete" else f"names held for {text}"
    groups = int(last["groups_present"])
    return (
        f"{percent_told(last['outside_largest'])} of the {who} are from outside the largest group; "
        f"{spelled(groups)} {'group' if groups == 1 else 'groups'} took part"
    )


def short_of_best(best: pd.DataFrame) -> str:
    """Title for how far groups are from their own best (Measures.from_best)."""
    if best.empty:
        return "How far each group is from its own best is not known for this period"
    compared = best[best["texts"] > 1]
    if compared.empty:
        lone = best.drop_duplicates("body")
        text = f"only {text_of(lone['body'].iloc[0], lone['latest_year'].iloc[0])} has"
        which = text if len(lone) == 1 else "each body has only one text with"
        told = f"How far each group is from its own best cannot be told{when(lone)}"
        return f"{told}: in this period {which} a list that allows it"
    far = compared.loc[compared["short_by"].idxmax()]
    if far["short_by"] <= 0:
        where = listing(f"the {body_name(body)}" for body in dict.fromkeys(compared["body"]))
        one = compared["body"].nunique() == 1
        told = f"Every group is at its own best on the latest {'text' if one else 'texts'} of {where}"
        return f"{told} whose {f'list{when(compared)} allows' if one else f'lists{when(compared)} allow'} it"
    bound = "up to " if int(far["latest_unknown"]) else ""
    span = f"of {far['first_year']} to {far['latest_year']}{at_stage(far['asked'])}"
    return (
        f"The {far['group']} is {bound}{count(int(far['short_by']), 'sponsor')} short of its best on the lists held "
        f"{span}, {body_name(far['body'])}: {far['best_sponsors']} in {far['best_year']}"
    )


def best_notes(best: pd.DataFrame) -> str:
    """Which texts the best may hide in: those without a list that allows it; one sentence a body."""
    lone = best.drop_duplicates("body")
    return "\n".join(
        f"{body_name(row.body)}: no list{at_stage(row.asked)} that allows it is held for "
        f"{listing(map(str, row.gaps))}; a group's best may have been there."
        for row in lone.itertuples()
        if row.gaps
    )


def any_of(texts: pd.DataFrame) -> str:
    """ "the 2001 text", "either of the two texts", "any of the 8 texts"."""
    if len(texts) == 1:
        return f"the {texts['year'].iloc[0]} text"
    return "either of the two texts" if len(texts) == 2 else f"any of the {len(texts)} texts"


def _part(row: pd.Series) -> str:
    """How much of a group sponsored: "38 % of the African States", "all members of the EU", "none of the GCC"."""
    name = group_short(row["group"])
    states = f"the {name} States" if name in ("African", "Asia-Pacific", "Eastern European") else f"the {name}"
    if row["group"] not in GROUP_SHORT:
        if row["share"] in (0, 1):
            return f"all {name} members" if row["share"] else f"no {name} member"
        return f"{percent_told(row['share'])} of {name} members"
    if row["share"] in (0, 1):
        return f"{'all' if row['share'] else 'none'} of {states}"
    return f"{percent_told(row['share'])} of {states}"


def _latest_body(table: pd.DataFrame) -> str:
    return table.loc[table["adopted_on"].idxmax(), "body"]


def _years(rows: pd.DataFrame) -> str:
    return listing(str(year) for year in dict.fromkeys(rows["year"]))


def by_body(rows: pd.DataFrame) -> str:
    """ "2011 and 2021" or, with several bodies, "General Assembly 2011; Human Rights Council 2014"."""
    if rows["body"].nunique() == 1:
        return _years(rows)
    return "; ".join(f"{body_name(body)} {_years(part)}" for body, part in rows.groupby("body", sort=False))
