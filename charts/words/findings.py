"""The sentences of the charts of numbers over time: title (the finding), and notes on what is missing.

Pure functions from tables of analytics. Numbers that are lower bounds are worded "at least"; texts without a list
are named as such and enter no comparison."""

from collections.abc import Iterable

import pandas as pd

from analytics.english import body_at, body_name, count, in_body, listing, when, years
from data.tongues.speech import clauses, say, say_many
from data.words import FINAL, at_stage

LIST, REPORTED, AT_ADOPTION, BOUND = "list", "reported", "at adoption", "at least"


def sureness(counts: pd.DataFrame) -> pd.Series:
    """How sure each number is (Measures.counts): LIST (a whole list), REPORTED (its final number, final list
    not held), AT_ADOPTION (a number of that moment, when others could still join), BOUND (at least that many), "" for
    none. Only the first two are whole numbers of the end."""
    columns = (
        counts["shown"].isna(),
        counts["status"],
        counts["claimed"].notna(),
        counts["bound"],
        counts["claimed_at"],
    )
    return pd.Series([_sure(*one) for one in zip(*columns, strict=True)], index=counts.index, dtype=object)


def _sure(nothing: bool, status: str, claimed: bool, bound: str, claimed_at: str) -> str:
    if nothing or status == "complete":
        return "" if nothing else LIST
    if status not in ("partial", "count only") or not claimed or bound == BOUND:
        return BOUND
    return AT_ADOPTION if claimed_at == AT_ADOPTION else REPORTED


def moment_of(row: pd.Series) -> str:
    """ " as tabled", " at adoption": of what moment a number is (a row of Measures.counts), "" for the end."""
    claimed = row["status"] in ("partial", "count only") and pd.notna(row["claimed"])
    return f" {say('at adoption')}" if claimed and row["claimed_at"] == AT_ADOPTION else at_stage(row["asked"])


def number_of(row: pd.Series) -> str:
    """ "84", "at least 73": the number without its moment."""
    return str(row["shown_text"]).removesuffix(f" {say('at adoption')}")


def counted(counts: pd.DataFrame, withdrawn: Iterable[str] = ()) -> str:
    """Title for numbers of sponsors over time (Measures.counts of one body). Only exact numbers are compared; texts
    from which sponsors withdrew (`withdrawn`) are told apart."""
    if counts.empty:
        return say("No text in this period")
    body = body_at(counts, counts["body"].iloc[0])
    usual, apart = exact(counts, withdrawn)
    if usual.empty and len(apart):
        one, many = "{n} sponsor in {year}", "{n} sponsors in {year}"
        numbers = listing(say_many(one, many, int(row.shown), year=row.year) for row in apart.itertuples())
        return say("{body}: {numbers}, after withdrawals", body=body, numbers=numbers)
    if usual.empty:
        bounds = counts[counts["shown"].notna()]
        if bounds.empty:
            return say("{body}: the number of sponsors is not known for {texts}", body=body, texts=any_of(counts))
        best = bounds.loc[bounds["shown"].astype(int).idxmax()]
        made = count(int(best["shown"]), "sponsor")
        return say("{body}: at least {sponsors} in {year}", body=body, sponsors=made, year=best["year"])
    low, high = int(usual["shown"].min()), int(usual["shown"].max())
    period = years(list(usual["year"]))
    fewer = listing(say("{n} in {year}", n=row.shown, year=row.year) for row in apart.itertuples())
    but = say(", but {numbers} after withdrawals", numbers=fewer) if fewer else ""
    if len(usual) == 1:
        only = say(", the only one whose number is known exactly") if len(counts) > 1 and not fewer else ""
        made = count(high, "sponsor")
        return say("{body}: {sponsors} of the {year} text", body=body, sponsors=made, year=period) + only + but
    span = say("{low} to {high} sponsors", low=low, high=high) if low < high else count(high, "sponsor")
    said = say("{body}, {period}: {sponsors} where the number is known", body=body, period=period, sponsors=span)
    return said + but


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
            parts.append(
                say_many(
                    "{n} sponsor{moment} {in_body} in {year}",
                    "{n} sponsors{moment} {in_body} in {year}",
                    int(last["shown"]),
                    n=number_of(last),
                    moment=moment_of(last),
                    in_body=in_body(body),
                    year=last["year"],
                )
            )
    if not parts:
        return say("The number of sponsors is not known for any text in this period")
    return say("Latest known: {numbers}", numbers=clauses(parts))


def count_notes(counts: pd.DataFrame) -> str:
    """Which numbers are only reported, which are lower bounds and which texts have none; one sentence a line."""
    notes = []
    only = counts[counts["status"] == "count only"]
    if len(only):
        early = only[only["claimed_at"] == "at adoption"]
        told = "Hatched outline: number reported, final list not held ({years})."
        if len(early):
            told = (
                "Hatched outline: number reported, final list not held ({years}); in {early} the number at adoption, "
                "when others could still join."
            )
        notes.append(say(told, years=_years(only), early=_years(early)))
    gaps = counts[counts["status"] == "gap"]
    if len(gaps):
        notes.append(say("Dashed top: the list has a gap, so at least that many ({years}).", years=_years(gaps)))
    partial = counts[counts["status"] == "partial"]
    if len(partial):
        notes.append(say("Hatched colour: only part of the list could be read ({years}).", years=_years(partial)))
    none = counts[counts["shown"].isna()]
    if len(none):
        notes.append(say("No list{when} and no number is held for {years}.", when=when(none), years=_years(none)))
    return "\n".join(notes)


def any_of(texts: pd.DataFrame) -> str:
    """ "the 2001 text", "either of the two texts", "any of the 8 texts"."""
    if len(texts) == 1:
        return say("the {year} text", year=texts["year"].iloc[0])
    return say("either of the two texts") if len(texts) == 2 else say("any of the {n} texts", n=len(texts))


def _years(rows: pd.DataFrame) -> str:
    return listing(str(year) for year in dict.fromkeys(rows["year"]))


def by_body(rows: pd.DataFrame) -> str:
    """ "2011 and 2021" or, with several bodies, "General Assembly 2011; Human Rights Council 2014"."""
    if rows["body"].nunique() == 1:
        return _years(rows)
    return clauses(f"{body_name(body)} {_years(part)}" for body, part in rows.groupby("body", sort=False))
