"""The sentences of the pictures of States: title (the finding), subtitle (what is counted), note (what is missing).

Pure functions from tables of analytics. They hold for any scope: where a list has gaps a number becomes "at least",
where nothing is known the title is neutral, and a State of which nothing is known is never counted as a "no"."""

from typing import Any

import pandas as pd

from analytics.english import at_least, body_name, capital, group_short, listing, of_groups, spelled
from analytics.grid import not_known as open_cells
from analytics.grid import withdrew
from analytics.scope import UN_GROUPS
from analytics.texts.changes import summary
from charts.words.asides import joined_notes, not_known, observers
from data.tongues.speech import clauses, say, say_many
from data.words import CELLS, FINAL, NOT_MEMBER, NOT_WHEN_TABLED, SPONSOR, STAGES, STATEMENT, UNKNOWN, at_stage


def sponsored(cells: pd.DataFrame) -> tuple[str, str, str]:
    """Title, subtitle and note on the sponsors of one resolution (cells of that resolution)."""
    first = cells.iloc[0]
    members = cells[(cells["status"] == "member") & (cells["value"] != NOT_MEMBER)]
    named, unknown = members[members["value"] == SPONSOR], members[open_cells(members)]
    subtitle = _list_of(first)
    back = members[withdrew(members)]
    note = joined_notes(
        _from_a_draft(first, int(members["value"].eq(NOT_WHEN_TABLED).sum())),
        not_known(members.loc[members["value"] == UNKNOWN, "short_name"], len(members)),
        say_many(
            "{n} Member State withdrew: {groups}.",
            "{n} Member States withdrew: {groups}.",
            len(back),
            groups=_by_group(back),
        )
        if len(back)
        else "",
        observers(cells[cells["value"] == SPONSOR]),
    )
    when = at_stage(first["asked"])
    if named.empty and len(unknown):
        text = f"{first['resolution']} ({first['year']}){when}"
        return say("Who sponsored {text} is not known State by State", text=text), subtitle, note
    text = say("the {year} text{when}", year=first["year"], when=when)
    if named.empty:
        return say("No Member State sponsored {text}", text=text), subtitle, note
    title = say_many(
        "{n} State {groups} sponsored {text}",
        "{n} States {groups} sponsored {text}",
        len(named),
        n=at_least(len(named), bool(len(unknown))),
        groups=_groups(named, unknown),
        text=text,
    )
    return capital(title), subtitle, note


def _from_a_draft(first: pd.Series, unnamed: int) -> str:
    """What a list from before the end leaves open of the Member States that it does not name; "" for another list."""
    if not unnamed:
        return ""
    if first["asked"] != FINAL:
        return say("This is the draft{when}: who joined later does not show here.", when=at_stage(first["asked"]))
    return say_many(
        "The list held is the draft{when}: whether the one Member State not named on it joined later is not known.",
        "The list held is the draft{when}: whether the {n} Member States not named on it joined later is not known.",
        unnamed,
        n=unnamed,
        when=at_stage(first["stage"]),
    )


def _by_group(rows: pd.DataFrame) -> str:
    """ "19 Eastern European and 17 Western Europe & Others": States by regional group, most first."""
    counts = rows["un_group"].value_counts()
    return listing(say("{n} {group}", n=number, group=group_short(group)) for group, number in counts.items())


def changed(changes: pd.DataFrame, before: pd.Series, after: pd.Series) -> tuple[str, str, str]:
    """Title, subtitle and note on a change (Measures.changes and the two rows of record.resolutions)."""
    was, now = before["year"], after["year"]
    members = changes[(changes["status"] == "member") & (changes["after"] != NOT_MEMBER)]
    named, unknown = members[members["after"] == SPONSOR], members[members["after"] == UNKNOWN]
    when = at_stage(after.get("asked", ""))
    subtitle = say(
        "Sponsors{when} of {text}, compared with {earlier}, {body}",
        when=when,
        text=after["resolution"],
        earlier=before["resolution"],
        body=body_name(after["body"]),
    )
    unclear = members[(members["outcome"] == "unknown") & (members["after"] != UNKNOWN)]
    note = joined_notes(
        not_known(unknown["short_name"], len(members), say(" whether they sponsored in {year}", year=now)),
        not_known(unclear["short_name"], len(members), say(" whether they sponsored in {year}", year=was)),
        came_back(changes, was, now),
        observers(changes[changes["after"] == SPONSOR]),
    )
    if named.empty:
        texts = {"text": f"{after['resolution']} ({now})", "earlier": f"{before['resolution']} ({was})"}
        return say("Sponsors of {text} and {earlier}", **texts), subtitle, note
    title = say_many(
        "{n} State {groups} sponsored the {year} text{when}: {moved}",
        "{n} States {groups} sponsored the {year} text{when}: {moved}",
        len(named),
        n=at_least(len(named), bool(len(unknown))),
        groups=_groups(named, unknown),
        year=now,
        when=when,
        moved=moved(changes, was),
    )
    return capital(title), subtitle, note


def moved(changes: pd.DataFrame, was: int) -> str:
    """ "13 joined since 2017, 4 sponsors of 2017 did not sponsor it": Members, "at least" where others may have."""
    lists = summary(changes)
    number, more = len(lists["joined"]), bool(lists["may_have_joined"])
    joined = say("none known to have joined since {was}", was=was)
    if number or not more:
        n = at_least(number, more)
        joined = say_many("{n} joined since {was}", "{n} joined since {was}", number, n=n, was=was)
    return f"{joined}, {_did_not(changes, was)}"


def _did_not(changes: pd.DataFrame, was: int, now: int | None = None) -> str:
    """How many sponsors of the earlier text did not sponsor the later one: that of `now`, else the one just named."""
    lists = summary(changes)
    number, more = len(lists["left"]), bool(lists["may_have_left"])
    if more and not number:
        return say("none of the sponsors of {was} is known not to have", was=was)
    n = at_least(number, more)
    if now is None:
        one, many = "{n} sponsor of {was} did not sponsor it", "{n} sponsors of {was} did not sponsor it"
        return say_many(one, many, number, n=n, was=was)
    one, many = "{n} sponsor of {was} did not sponsor in {now}", "{n} sponsors of {was} did not sponsor in {now}"
    return say_many(one, many, number, n=n, was=was, now=now)


def came_back(changes: pd.DataFrame, was: int, now: int) -> str:
    """A sentence on States that missed a text between, or joined on one; "" where there are none."""
    table = changes[changes["status"] == "member"]
    back = table[(table["outcome"] == "stayed") & table["missed"].map(bool)]
    between = table[table["outcome"] == "between"]
    said = []
    if len(back):
        one, many = (
            "{n} sponsor of both {was} and {now} missed a text between.",
            "{n} sponsors of both {was} and {now} missed a text between.",
        )
        said.append(say_many(one, many, len(back), was=was, now=now))
    if len(between):
        one, many = (
            "{n} State that joined since {was} had done so on a text before that of {now}.",
            "{n} States that joined since {was} had done so on a text before that of {now}.",
        )
        said.append(say_many(one, many, len(between), was=was, now=now))
    return " ".join(said)


def told_change(row: Any, was: int, now: int) -> str:
    """What is known of one State between two texts (a row of Measures.changes), in words."""
    after, before = (say(_CELL_THEN[value]) for value in (row.after, row.before))
    said = [say("{cell} in {year}", cell=after, year=now), say("{cell} in {year}", cell=before, year=was)]
    if row.outcome == "new":
        said.append(say("first time on the lists held" if row.gaps else "first time"))
    elif row.outcome in ("returned", "between"):
        said.append(say("on an earlier list" if row.outcome == "returned" else "on a list between the two"))
    elif row.outcome == "stayed" and row.missed:
        said.append(say("not on {texts}", texts=listing(row.missed)))
    return clauses(said)


_CELL_THEN = {**CELLS, NOT_MEMBER: "not yet a Member"}


def at_least_moved(changes: pd.DataFrame, was: int, now: int) -> str:
    """ "13 States joined since 2017; 4 sponsors of 2017 did not sponsor in 2019", "at least" where others may have."""
    lists = summary(changes)
    number, more = len(lists["joined"]), bool(lists["may_have_joined"])
    joined = say("No State is known to have joined since {was}", was=was)
    if number or not more:
        n = at_least(number, more)
        joined = say_many("{n} State joined since {was}", "{n} States joined since {was}", number, n=n, was=was)
    return capital(clauses([joined, _did_not(changes, was, now)]))


def _groups(named: pd.DataFrame, unknown: pd.DataFrame) -> str:
    """From how many regional groups; "at least" where a group without a sponsor has a State that is not known."""
    present = set(named["un_group"])
    if set(unknown["un_group"]) - present:
        found, total = spelled(len(present)), spelled(len(UN_GROUPS))
        return say("from at least {present} of {total} groups", present=found, total=total)
    return of_groups(len(present), len(UN_GROUPS))


def _list_of(first: pd.Series) -> str:
    """What list of which text it is: final sponsors, or sponsors of another stage; that none is held of the stage asked
    for."""
    stage, filled = first["stage"], {"text": first["resolution"], "body": body_name(first["body"])}
    if not stage:
        return say("No list of sponsors{when} is held of {text}, {body}", when=at_stage(first["asked"]), **filled)
    if stage == FINAL:
        return say("Final sponsors of {text}, {body}", **filled)
    if stage == STATEMENT:
        return say("Single names, no list, of {text}, {body}", **filled)
    return say("Sponsors {stage} of {text}, {body}", stage=say(STAGES[stage]), **filled)
