"""The sentences of the charts over time: title (the finding), and notes on what is missing.

Pure functions from tables of analytics. Numbers that are lower bounds are worded "at least"; texts without a list
are named as such and enter no comparison.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from charts.phrases import body_name, count, group_short, listing, percent, spelled, years

KINDS_ON_CHARTS = ("withdrawal",)
"""Events that a chart explains beside its numbers: those without which a number misleads."""


def counted(counts: pd.DataFrame, withdrawn: Iterable[str] = ()) -> str:
    """Title for numbers of sponsors over time (analytics.trends.counts of one body).

    Only exact numbers are compared; texts from which sponsors withdrew (`withdrawn`) are told apart.
    """
    if counts.empty:
        return "No text in this period"
    body = body_name(counts["body"].iloc[0])
    exact = counts[counts["shown"].notna() & ~counts["shown_text"].str.startswith("at least")]
    apart = exact[exact["resolution"].isin(set(withdrawn))]
    usual = exact[~exact["resolution"].isin(set(withdrawn))]
    if usual.empty and len(apart):
        numbers = listing(f"{count(int(row.shown), 'sponsor')} in {row.year}" for row in apart.itertuples())
        return f"{body}: {numbers}, after withdrawals"
    if usual.empty:
        bounds = counts[counts["shown"].notna()]
        if bounds.empty:
            texts = f"any of the {len(counts)} texts" if len(counts) > 1 else f"the {counts['year'].iloc[0]} text"
            return f"{body}: the number of sponsors is not known for {texts}"
        best = bounds.loc[bounds["shown"].idxmax()]
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


def counted_side_by_side(counts: pd.DataFrame) -> str:
    """Title for several bodies side by side: the latest number of each."""
    parts = []
    for body, part in counts.groupby("body", sort=False):
        known = part[part["shown"].notna()]
        if len(known):
            last = known.loc[known["adopted_on"].idxmax()]
            noun = "sponsor" if last["shown"] == 1 else "sponsors"
            parts.append(f"{last['shown_text']} {noun} in the {body_name(body)} in {last['year']}")
    if not parts:
        return "The number of sponsors is not known for any text in this period"
    said = "; ".join(parts)
    return f"Latest known: {said}"


def count_notes(counts: pd.DataFrame) -> str:
    """Which numbers are only reported, which are lower bounds and which texts have none; one sentence a line."""
    notes = []
    only = counts[counts["status"] == "count only"]
    if len(only):
        notes.append(f"Hatched outline: number reported, list not held ({_years(only)}).")
    gaps = counts[counts["status"] == "gap"]
    if len(gaps):
        notes.append(f"Dashed top: the list has a gap, so at least that many ({_years(gaps)}).")
    partial = counts[counts["status"] == "partial"]
    if len(partial):
        notes.append(f"Hatched colour: only part of the list could be read ({_years(partial)}).")
    none = counts[counts["shown"].isna()]
    if len(none):
        notes.append(f"No list and no number is held for {_years(none)}.")
    return "\n".join(notes)


def shared(by_group: pd.DataFrame) -> str:
    """Title for shares of groups over time (analytics.trends.by_group): the spread on the latest complete list."""
    complete = by_group[by_group["status"] == "complete"]
    if complete.empty:
        gapped = by_group[by_group["status"] == "gap"]
        if gapped.empty:
            return "How far support reached in each group is not known for this period"
        last = gapped[gapped["adopted_on"] == gapped["adopted_on"].max()]
        best = last.loc[last["share_low"].idxmax()]
        return (
            f"{group_short(best['group'])}: at least {best['sponsors']} of {count(int(best['members']), 'State')} "
            f"sponsored in {best['year']}"
        )
    body = complete["body"].iloc[-1] if complete["body"].nunique() == 1 else _latest_body(complete)
    last = complete[complete["body"] == body]
    last = last[last["adopted_on"] == last["adopted_on"].max()]
    high, low = last.loc[last["share"].idxmax()], last.loc[last["share"].idxmin()]
    where = f"the {body_name(body)}'s {high['year']} text"
    if high["group"] == low["group"] or high["share"] == low["share"]:
        return f"{percent(high['share'])} of {_the(high['group'])} sponsored {where}"
    return (
        f"From {percent(high['share'])} of {_the(high['group'])} to {percent(low['share'])} of "
        f"{_the(low['group'])}: who sponsored {where}"
    )


def share_notes(by_group: pd.DataFrame) -> str:
    """Which texts are hollow, and which have no share, by body; one sentence a line."""
    texts = by_group.drop_duplicates("resolution")
    notes = []
    gaps = texts[texts["status"] == "gap"]
    if len(gaps):
        notes.append(
            f"Hollow, with a thin line up to the most that is possible: list with a gap ({_by_body(gaps)})."
        )
    dark = texts[~texts["status"].isin(("complete", "gap"))]
    if len(dark):
        notes.append(f"No share can be told, and no line is drawn across, for {_by_body(dark)}.")
    return "\n".join(notes)


def spread_out(breadth: pd.DataFrame) -> str:
    """Title for cross-regional breadth (analytics.breadth.breadth): the latest text whose list allows it."""
    usable = breadth[breadth["outside_largest"].notna()]
    if usable.empty:
        return "It is not known for this period how cross-regional support was"
    last = usable.loc[usable["adopted_on"].idxmax()]
    text = f"the {body_name(last['body'])}'s {last['year']} text"
    who = f"sponsors of {text}" if last["status"] == "complete" else f"names held for {text}"
    groups = int(last["groups_present"])
    return (
        f"{percent(last['outside_largest'])} of the {who} are from outside the largest group; "
        f"{spelled(groups)} {'group' if groups == 1 else 'groups'} took part"
    )


def short_of_best(best: pd.DataFrame) -> str:
    """Title for how far groups are from their own best (analytics.breadth.from_best)."""
    if best.empty:
        return "How far each group is from its own best is not known for this period"
    compared = best[best["texts"] > 1]
    if compared.empty:
        lone = best.drop_duplicates("body")
        text = f"only the {body_name(lone['body'].iloc[0])}'s {lone['latest_year'].iloc[0]} text has"
        which = text if len(lone) == 1 else "each body has only one text with"
        return f"How far each group is from its own best cannot be told: in this period {which} a list that allows it"
    far = compared.loc[compared["short_by"].idxmax()]
    if far["short_by"] <= 0:
        return "Every group is at its own best on the latest text whose list allows it"
    bound = "up to " if int(far["latest_unknown"]) else ""
    return (
        f"The {far['group']} is {bound}{count(int(far['short_by']), 'sponsor')} short of its best in the "
        f"{body_name(far['body'])}: {far['best_sponsors']} in {far['best_year']}"
    )


def short_event(text: str) -> str:
    """The first clause of an event's text, without its full stop."""
    return text.split(";")[0].split(",")[0].strip().rstrip(".")


def _the(group: str) -> str:
    """A group's States in a sentence."""
    name = group_short(group)
    return f"the {name} States" if name in ("African", "Asia-Pacific", "Eastern European") else name


def _latest_body(table: pd.DataFrame) -> str:
    return table.loc[table["adopted_on"].idxmax(), "body"]


def _years(rows: pd.DataFrame) -> str:
    return listing(str(year) for year in dict.fromkeys(rows["year"]))


def _by_body(rows: pd.DataFrame) -> str:
    """ "2011 and 2021" or, with several bodies, "General Assembly 2011; Human Rights Council 2014"."""
    if rows["body"].nunique() == 1:
        return _years(rows)
    return "; ".join(f"{body_name(body)} {_years(part)}" for body, part in rows.groupby("body", sort=False))
