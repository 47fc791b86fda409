"""The sentences on groups: how far support reached in each, how cross-regional it was, how far each is from its best.

Pure functions from tables of analytics; a list with a gap gives a lower bound and is worded so."""

import pandas as pd

from analytics.english import (
    body_name,
    capital,
    count,
    group_short,
    listing,
    percent_told,
    spelled,
    text_of,
    the_body,
    when,
)
from analytics.scope import GROUP_SHORT
from charts.words.findings import by_body
from data.tongues.speech import say, say_many, to_say
from data.words import COMPARABLE, at_stage


def shared(by_group: pd.DataFrame) -> str:
    """Title for shares of groups over time (Measures.by_group): the spread on the latest complete list."""
    complete = by_group[by_group["status"] == "complete"]
    if complete.empty:
        gapped = by_group[by_group["status"] == "gap"]
        if gapped.empty:
            return say("How far support reached in each group is not known{when} for this period", when=when(by_group))
        last = gapped[gapped["adopted_on"] == gapped["adopted_on"].max()]
        best = last.loc[last["share_low"].idxmax()]
        return say(
            "{group}: at least {n} of {states} sponsored{when} in {year}",
            group=group_short(best["group"]),
            n=int(best["sponsors"]),
            states=count(int(best["members"]), "State"),
            when=at_stage(best["asked"]),
            year=best["year"],
        )
    body = complete.loc[complete["adopted_on"].idxmax(), "body"]
    last = complete[complete["body"] == body]
    last = last[last["adopted_on"] == last["adopted_on"].max()]
    high, low = last.loc[last["share"].idxmax()], last.loc[last["share"].idxmin()]
    where = f"{text_of(body, high['year'])}{at_stage(high['asked'])}"
    if high["group"] == low["group"] or high["share"] == low["share"]:
        return capital(say("{part} sponsored {text}", part=_part(high), text=where))
    return say("From {high} to {low}: who sponsored {text}", high=_part(high), low=_part(low), text=where)


def share_notes(by_group: pd.DataFrame) -> str:
    """Which texts are hollow, and which have no share, by body; one sentence a line."""
    texts = by_group.drop_duplicates("resolution")
    notes = []
    gaps = texts[texts["status"] == "gap"]
    if len(gaps):
        told = "Hollow, with a thin line up to the most that is possible: list with a gap ({texts})."
        notes.append(say(told, texts=by_body(gaps)))
    dark = texts[~texts["status"].isin(COMPARABLE)]
    if len(dark):
        notes.append(say("No share can be told, and no line is drawn across, for {texts}.", texts=by_body(dark)))
    return "\n".join(notes)


def spread_out(breadth: pd.DataFrame) -> str:
    """Title for cross-regional breadth (Measures.breadth): the latest text whose list allows it."""
    usable = breadth[breadth["outside_largest"].notna()]
    if usable.empty:
        return say("It is not known for this period how cross-regional support was{when}", when=when(breadth))
    last = usable.loc[usable["adopted_on"].idxmax()]
    text = f"{text_of(last['body'], last['year'])}{at_stage(last['asked'])}"
    groups, part = int(last["groups_present"]), percent_told(last["outside_largest"])
    filled = {"part": part, "text": text, "groups": spelled(groups)}
    if last["status"] == "complete":
        return say_many(
            "{part} of the sponsors of {text} are from outside the largest group; {groups} group took part",
            "{part} of the sponsors of {text} are from outside the largest group; {groups} groups took part",
            groups,
            **filled,
        )
    return say_many(
        "{part} of the names held for {text} are from outside the largest group; {groups} group took part",
        "{part} of the names held for {text} are from outside the largest group; {groups} groups took part",
        groups,
        **filled,
    )


def short_of_best(best: pd.DataFrame) -> str:
    """Title for how far groups are from their own best (Measures.from_best)."""
    if best.empty:
        return say("How far each group is from its own best is not known for this period")
    compared = best[best["texts"] > 1]
    if compared.empty:
        lone = best.drop_duplicates("body")
        if len(lone) > 1:
            told = (
                "How far each group is from its own best cannot be told{when}: in this period each body has only one "
                "text with a list that allows it"
            )
            return say(told, when=when(lone))
        told = (
            "How far each group is from its own best cannot be told{when}: in this period only {text} has a list that "
            "allows it"
        )
        return say(told, when=when(lone), text=text_of(lone["body"].iloc[0], lone["latest_year"].iloc[0]))
    far = compared.loc[compared["short_by"].idxmax()]
    if far["short_by"] <= 0:
        bodies = listing(the_body(body) for body in dict.fromkeys(compared["body"]))
        told = "Every group is at its own best on the latest text of {bodies} whose list{when} allows it"
        if compared["body"].nunique() > 1:
            told = "Every group is at its own best on the latest texts of {bodies} whose lists{when} allow it"
        return say(told, bodies=bodies, when=when(compared))
    told = (
        "The {group} is {sponsors} short of its best on the lists held of {first} to {last}{when}, {body}: {best} in "
        "{year}"
    )
    if int(far["latest_unknown"]):
        told = (
            "The {group} is up to {sponsors} short of its best on the lists held of {first} to {last}{when}, {body}: "
            "{best} in {year}"
        )
    return say(
        told,
        group=say(far["group"]),
        sponsors=count(int(far["short_by"]), "sponsor"),
        first=far["first_year"],
        last=far["latest_year"],
        when=at_stage(far["asked"]),
        body=body_name(far["body"]),
        best=far["best_sponsors"],
        year=far["best_year"],
    )


def best_notes(best: pd.DataFrame) -> str:
    """Which texts the best may hide in: those without a list that allows it; one sentence a body."""
    lone = best.drop_duplicates("body")
    return "\n".join(
        say(
            "{body}: no list{when} that allows it is held for {years}; a group's best may have been there.",
            body=body_name(row.body),
            when=at_stage(row.asked),
            years=listing(map(str, row.gaps)),
        )
        for row in lone.itertuples()
        if row.gaps
    )


def _part(row: pd.Series) -> str:
    """How much of a group sponsored: "38 % of the African States", "all members of the EU", "none of the GCC"."""
    group, share = row["group"], row["share"]
    if group not in GROUP_SHORT:
        if share in (0, 1):
            return say("all {group} members" if share else "no {group} member", group=say(group))
        return say("{part} of {group} members", part=percent_told(share), group=say(group))
    states = say(_STATES_OF[group])
    if share in (0, 1):
        return say("all of {states}" if share else "none of {states}", states=states)
    return say("{part} of {states}", part=percent_told(share), states=states)


_STATES_OF = to_say(
    {
        "African Group": "the African States",
        "Asia-Pacific Group": "the Asia-Pacific States",
        "Eastern European Group": "the Eastern European States",
        "Latin American and Caribbean Group": "the Latin America & Caribbean",
        "Western European and Others Group": "the Western Europe & Others",
    }
)
