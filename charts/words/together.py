"""The sentences of agreement, cohesion and bridges: title (the finding) and notes, true for any scope."""

import pandas as pd

from analytics.agreement.pairs import ENOUGH, HIGH, WHY_ENOUGH, ends
from analytics.english import count, group_short, listing, percent, percent_told, text_of
from charts.words.titles import joined_notes
from data.tongues.speech import clauses, decimal, headed, say, say_many, to_say, whole
from data.tongues.speech import name as called
from data.words import at_stage

NAMED = 3
"""Of equals so many are named, the others counted."""
SPLIT = 0.5
"""Below this two States differ on most texts."""


def agreement_with(name: str) -> str:
    """What the agreement with one State is (subtitle)."""
    told = "Agreement with {name}: both sponsored or both did not, of the texts on which both are known"
    return say(told, name=name)


def alike(name: str, table: pd.DataFrame) -> str:
    """Title for one State (analytics.agreement.pairs.with_state): whom it is nearest to, and furthest from."""
    near, far = ends(table, nearest=True), ends(table, nearest=False)
    if near.empty:
        told = "No other Member State shares {n} known texts with {name}: whom it signs with is not told"
        return say(told, n=ENOUGH, name=name)
    if near["share"].iloc[0] == far["share"].iloc[0]:
        return headed(say("{name} agrees equally with each State compared", name=name), _on(near))
    most = headed(say("{name} agrees most with {others}", name=name, others=_named(near)), _on(near))
    return clauses([most, headed(say("least with {others}", others=_named(far)), _on(far))])


def _named(rows: pd.DataFrame) -> str:
    return listing(map(called, rows["iso3"], rows["short_name"]), NAMED)


def _on(rows: pd.DataFrame) -> str:
    """ "14 of 15 texts", or "100 % of 5 to 15 texts" where the equals do not share a number of texts."""
    low, high = int(rows["known"].min()), int(rows["known"].max())
    if low == high:
        first = rows.iloc[0]
        return say("{hit} of {n}", hit=int(first["both"] + first["neither"]), n=count(low, "text"))
    texts = say("{low} to {high}", low=low, high=count(high, "text"))
    return say("{hit} of {n}", hit=percent_told(float(rows["share"].iloc[0])), n=texts)


def alike_notes(name: str, table: pd.DataFrame) -> str:
    """What the numbers of one State rest on, whom they leave out, and how to read them."""
    dark = int(table["share"].isna().sum())
    return joined_notes(
        say("Who signs little agrees with all others that sign little: beside each stands how often both sponsored."),
        say(WHY_ENOUGH),
        say("Too few texts are known with {name} of {states}.", name=name, states=count(dark, "State")) if dark else "",
    )


def paired(pairs: pd.DataFrame, group: str) -> str:
    """Title for the States of one group (analytics.agreement.pairs.pairs)."""
    told = pairs.loc[pairs["share"].notna(), "share"]
    if told.empty:
        return say("Of no two States of the {group} are {n} texts known: agreement is not told", group=group, n=ENOUGH)
    high, low = int((told >= HIGH).sum()), int((told < SPLIT).sum())
    one, many = (
        "of {n} pair of States, {high} agree on {part} of the texts or more, {low} on fewer than half",
        "of {n} pairs of States, {high} agree on {part} of the texts or more, {low} on fewer than half",
    )
    said = say_many(one, many, len(told), high=whole(high), part=percent(HIGH), low=whole(low))
    return headed(group, said)


def across(between: pd.DataFrame, political: bool) -> str:
    """Title for regional or political groups (analytics.agreement.pairs.between): which agree most and least."""
    apart = between[between["one"] < between["other"]]
    if apart.empty:
        told = (
            "Of no two States of these groups are {n} texts known: agreement is not told"
            if political
            else "Of no two States of different groups are {n} texts known: agreement is not told"
        )
        return say(told, n=ENOUGH)
    high, low = apart.loc[apart["share"].idxmax()], apart.loc[apart["share"].idxmin()]
    told = (
        "States of these groups agree most between {groups}: on {part} of the texts"
        if political
        else "States of different groups agree most between {groups}: on {part} of the texts"
    )
    said = say(told, groups=two_groups(high), part=percent_told(high["share"]))
    if len(apart) == 1:
        return said
    least = say("least between {groups}", groups=two_groups(low))
    return clauses([said, headed(least, percent_told(low["share"]))])


def two_groups(row: pd.Series) -> str:
    """ "African and Asia-Pacific": the groups `one` and `other` of a row."""
    return listing([group_short(row["one"]), group_short(row["other"])])


def cohesive(lists: pd.DataFrame) -> str:
    """Title for cohesion on lists of sponsors (analytics.agreement.cohesion.on_lists): the latest text whose list is
    complete, of those with an index; of a list with a gap where there is no other."""
    told = lists[lists["index"].notna()]
    if told.empty:
        return say("How far each group gave one answer is not known for this period")
    complete = told[told["status"] == "complete"]
    told = complete if len(complete) else told
    last = told[told["adopted_on"] == told["adopted_on"].max()]
    high, low = last.loc[last["index"].idxmax()], last.loc[last["index"].idxmin()]
    text = f"{text_of(last['body'].iloc[0], int(last['year'].iloc[0]))}{at_stage(last['asked'].iloc[0])}"
    if high["index"] == low["index"]:
        return say("On {text} cohesion was {index} in each group that is told", text=text, index=decimal(high["index"]))
    return say("On {text} cohesion was {most} and {least}", text=text, most=_answered(high), least=_answered(low))


LED = to_say({"sponsored": "most sponsored", "did not": "most did not sponsor", "even": "half sponsored"})
"""What most of a group did on a list of sponsors."""


def _answered(row: pd.Series) -> str:
    group, led = group_short(row["group"]), say(LED[row["led"]])
    return say("{index} in {group} ({led})", index=decimal(row["index"]), group=group, led=led)


def cohesion_notes(lists: pd.DataFrame, votes: pd.DataFrame) -> str:
    """What the index is, what it leaves out, and how it is drawn."""
    unknown, cells = int(lists["unknown"].sum()), int(lists["members"].sum())
    silent, seats = int(votes["silent"].sum()), int(votes["members"].sum())
    few = int(lists["index"].isna().sum() + votes["index"].isna().sum())
    return joined_notes(
        say("Agreement index: 1 where all gave one answer, 0 where they split evenly. Grey: most did not sponsor."),
        say("Hollow: list with a gap.") if lists["status"].eq("gap").any() else "",
        say(
            "Left out: {n} of {total} answers on lists, group by group: not known.",
            n=whole(unknown),
            total=whole(cells),
        )
        if unknown
        else "",
        say("Of {n} of {total} answers in votes: none recorded.", n=whole(silent), total=whole(seats))
        if silent
        else "",
        say("Of fewer than {n} States no index is given ({times}).", n=ENOUGH, times=count(few, "time")) if few else "",
    )


def bridging(bridges: pd.DataFrame) -> str:
    """Title for who signs most with States outside its own group (analytics.agreement.pairs.bridges)."""
    if bridges.empty:
        return say("No two States of different groups are known to have signed {n} texts both", n=ENOUGH)
    first = bridges[bridges["number"] == bridges["number"].iloc[0]]
    one, many = (
        "{names} has signed {enough} texts or more with each of {states} outside its own group, the most on the lists "
        "held",
        "{names} have signed {enough} texts or more with each of {states} outside their own group, the most on the "
        "lists held",
    )
    states = count(int(first["number"].iloc[0]), "State")
    return say_many(one, many, len(first), names=_named(first), enough=ENOUGH, states=states)


def bridge_notes(bridges: pd.DataFrame) -> str:
    """How a bridge is counted, and where its names stand."""
    groups = bridges.groupby("un_group").size()
    said = listing(f"{group_short(group)} {number}" for group, number in groups.items())
    return joined_notes(
        say(
            "Counted are States of other regional groups with which it signed at least {n} known texts; the table "
            "names all.",
            n=ENOUGH,
        ),
        say("States with such partners: {groups}.", groups=said) if said else "",
    )
