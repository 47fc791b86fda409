"""The sentences of the pictures of States: title (the finding), subtitle (what is counted), note (what is missing).

Pure functions from tables of analytics. They hold for any scope: where a list has gaps a number becomes "at least",
where nothing is known the title is neutral, and a State of which nothing is known is never counted as a "no".
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.english import at_least, body_name, capital, count, group_short, listing, of_groups
from analytics.grid import not_known as open_cells
from analytics.grid import withdrew
from analytics.scope import UN_GROUPS
from analytics.states.ladder import could_sponsor
from analytics.texts.changes import summary
from data.words import CELLS, FINAL, NOT_MEMBER, NOT_WHEN_TABLED, SPONSOR, STAGES, STATEMENT, UNKNOWN, at_stage

NAMES_SHOWN = 14
"""Up to so many States that are not known are named; beyond it they are counted."""


def sponsored(cells: pd.DataFrame) -> tuple[str, str, str]:
    """Title, subtitle and note on the sponsors of one resolution (cells of that resolution)."""
    first = cells.iloc[0]
    members = cells[(cells["status"] == "member") & (cells["value"] != NOT_MEMBER)]
    named, unknown = members[members["value"] == SPONSOR], members[open_cells(members)]
    subtitle = f"{_list_of(first)} {first['resolution']}, {body_name(first['body'])}"
    back = members[withdrew(members)]
    note = joined_notes(
        _from_a_draft(first, int(members["value"].eq(NOT_WHEN_TABLED).sum())),
        not_known(members.loc[members["value"] == UNKNOWN, "short_name"], len(members)),
        f"{count(len(back), 'Member State')} withdrew: {_by_group(back)}." if len(back) else "",
        observers(cells[cells["value"] == SPONSOR]),
    )
    when = at_stage(first["asked"])
    text = f"the {first['year']} text{when}"
    if named.empty and len(unknown):
        text = f"{first['resolution']} ({first['year']}){when}"
        return f"Who sponsored {text} is not known State by State", subtitle, note
    if named.empty:
        return f"No Member State sponsored {text}", subtitle, note
    total = _states(len(named), bool(len(unknown)))
    return f"{total} {_groups(named, unknown)} sponsored {text}", subtitle, note


def _from_a_draft(first: pd.Series, unnamed: int) -> str:
    """What a list from before the end leaves open of the Member States that it does not name; "" for another list."""
    if not unnamed:
        return ""
    if first["asked"] != FINAL:
        return f"This is the draft{at_stage(first['asked'])}: who joined later does not show here."
    them = f"the {unnamed} Member States" if unnamed > 1 else "the one Member State"
    draft = f"the draft{at_stage(first['stage'])}"
    return f"The list held is {draft}: whether {them} not named on it joined later is not known."


def _by_group(rows: pd.DataFrame) -> str:
    """ "19 Eastern European and 17 Western Europe & Others": States by regional group, most first."""
    counts = rows["un_group"].value_counts()
    return listing(f"{number} {group_short(group)}" for group, number in counts.items())


def changed(changes: pd.DataFrame, before: pd.Series, after: pd.Series) -> tuple[str, str, str]:
    """Title, subtitle and note on a change (Measures.changes and the two rows of record.resolutions)."""
    was, now = before["year"], after["year"]
    members = changes[(changes["status"] == "member") & (changes["after"] != NOT_MEMBER)]
    named, unknown = members[members["after"] == SPONSOR], members[members["after"] == UNKNOWN]
    when = at_stage(after.get("asked", ""))
    subtitle = f"Sponsors{when} of {after['resolution']}, compared with {before['resolution']}, "
    subtitle += body_name(after["body"])
    unclear = members[(members["outcome"] == "unknown") & (members["after"] != UNKNOWN)]
    note = joined_notes(
        not_known(unknown["short_name"], len(members), f" whether they sponsored in {now}"),
        not_known(unclear["short_name"], len(members), f" whether they sponsored in {was}"),
        came_back(changes, was, now),
        observers(changes[changes["after"] == SPONSOR]),
    )
    if named.empty:
        return f"Sponsors of {after['resolution']} ({now}) and {before['resolution']} ({was})", subtitle, note
    total = _states(len(named), bool(len(unknown)))
    return f"{total} {_groups(named, unknown)} sponsored the {now} text{when}: {moved(changes, was)}", subtitle, note


def moved(changes: pd.DataFrame, was: int) -> str:
    """ "13 joined since 2017, 4 sponsors of 2017 did not sponsor it": Members, "at least" where others may have."""
    lists = summary(changes)
    number, more = len(lists["joined"]), bool(lists["may_have_joined"])
    joined = f"{at_least(number, more)} joined" if number or not more else "none known to have joined"
    return f"{joined} since {was}, {_did_not(changes, was, 'it')}"


def _did_not(changes: pd.DataFrame, was: int, later: str) -> str:
    """How many sponsors of the earlier text did not sponsor the later one ("it", "in 2019")."""
    lists = summary(changes)
    number, more = len(lists["left"]), bool(lists["may_have_left"])
    if more and not number:
        return f"none of the sponsors of {was} is known not to have"
    return f"{at_least(number, more)} {'sponsor' if number == 1 else 'sponsors'} of {was} did not sponsor {later}"


def came_back(changes: pd.DataFrame, was: int, now: int) -> str:
    """A sentence on States that missed a text between, or joined on one; "" where there are none."""
    table = changes[changes["status"] == "member"]
    back = table[(table["outcome"] == "stayed") & table["missed"].map(bool)]
    between = table[table["outcome"] == "between"]
    missed = f"{count(len(back), 'sponsor')} of both {was} and {now} missed a text between." if len(back) else ""
    joined = f"{count(len(between), 'State')} that joined since {was} had done so on a text before that of {now}."
    return " ".join(filter(None, (missed, joined if len(between) else "")))


def told_change(row: Any, was: int, now: int) -> str:
    """What is known of one State between two texts (a row of Measures.changes), in words."""
    known = {**CELLS, NOT_MEMBER: "not yet a Member"}
    said = f"{known[row.after]} in {now}; {known[row.before]} in {was}"
    if row.outcome == "new":
        return f"{said}; first time{' on the lists held' if row.gaps else ''}"
    if row.outcome == "returned":
        return f"{said}; on an earlier list"
    if row.outcome == "between":
        return f"{said}; on a list between the two"
    if row.outcome == "stayed" and row.missed:
        return f"{said}; not on {listing(row.missed)}"
    return said


def at_least_moved(changes: pd.DataFrame, was: int, now: int) -> str:
    """ "13 States joined since 2017; 4 sponsors of 2017 did not sponsor in 2019", "at least" where others may have."""
    lists = summary(changes)
    number, more = len(lists["joined"]), bool(lists["may_have_joined"])
    joined = f"{capital(at_least(number, more))} {'State' if number == 1 else 'States'} joined"
    joined = joined if number or not more else "No State is known to have joined"
    return f"{joined} since {was}; {_did_not(changes, was, f'in {now}')}"


def timed(ladder: pd.DataFrame, body: str) -> tuple[str, str, str]:
    """Title, subtitle and note on how often States sponsored in one body (Measures.ladder)."""
    members = there(ladder)
    when = at_stage(_asked(ladder))
    subtitle = f"Times a State sponsored{when}, of the texts where its record is known, {body_name(body)}"
    once, dark = members[members["sponsored"] > 0], members[members["opportunities"] == 0]
    note = joined_notes(_texts_unknown(members), observers(ladder[ladder["sponsored"] > 0], "have sponsored"))
    if len(dark) == len(members):
        return f"Who sponsored the texts of the {body_name(body)}{when} is not known State by State", subtitle, note
    silent = members[(members["sponsored"] == 0) & (members["opportunities"] > 0)]
    open_ended = members.loc[members["sponsored"] == 0, "unknown_in"].map(len).gt(0).any()
    always = once[once["sponsored"].eq(once["opportunities"]) & once["opportunities"].ge(3)]
    title = f"{_states(len(once), open_ended)} {'has' if len(once) == 1 else 'have'} sponsored at least once{when}"
    title += f", {len(always)} every time that is known" if len(always) else ""
    if len(silent):
        title += f"; {len(silent)} {'is' if len(silent) == 1 else 'are'} on none of the lists that tell"
    return title, subtitle, note


def laddered(ladder: pd.DataFrame, body: str) -> tuple[str, str, str]:
    """Title, subtitle and note on where States stand in one body (Measures.ladder); words that hold only to an
    earlier text than the latest that tells are counted apart."""
    members = there(ladder)
    when = at_stage(_asked(ladder))
    subtitle = f"Record of each State in the {body_name(body)}{when}, on texts whose sponsors are known"
    enough = members[members["word"] != "Too little known"]
    little, words = len(members) - len(enough), enough.loc[~enough["open"], "word"].value_counts()
    stale = int(enough["open"].sum())
    year = members["reference_year"].iloc[0] if len(members) else pd.NA
    note = joined_notes(
        f"Too little is known of {count(little, 'State')}." if little else "",
        f"Of {count(stale, 'State')} it is not known whether they sponsored in {year}: hatched." if stale else "",
        _texts_unknown(members),
    )
    parts = []
    for word, one, many in (
        ("Core", "is a core sponsor", "are core sponsors"),
        ("Lapsed", "has lapsed", "have lapsed"),
        ("Never", "sponsored none that is known", "sponsored none that is known"),
    ):
        if number := int(words.get(word, 0)):
            parts.append(f"{count(number, 'State') if not parts else number} {one if number == 1 else many}")
    title = listing(parts) if parts else f"Where States stand in the {body_name(body)}"
    if parts and not pd.isna(year):
        title = f"As of the latest list that tells ({year}): {title}"
    return title, subtitle, note


def there(ladder: pd.DataFrame) -> pd.DataFrame:
    """The rows of Member States that were Members on the day of a text: of the others nothing can be asked."""
    return ladder[ladder["status"].eq("member") & could_sponsor(ladder)]


def _asked(ladder: pd.DataFrame) -> str:
    return ladder["asked"].iloc[0] if len(ladder) else FINAL


def not_known(names: pd.Series, members: int, what: str = "") -> str:
    """ "Not known for 7 States: Afghanistan, …" or, for many, "Not known for 140 of 193 States."; "" for none."""
    if not len(names):
        return ""
    if len(names) == members and members > NAMES_SHOWN:
        return f"Not known{what} for any of {count(members, 'State')}."
    if len(names) > NAMES_SHOWN:
        return f"Not known{what} for {len(names)} of {count(members, 'State')}."
    return f"Not known{what} for {count(len(names), 'State')}: {listing(sorted(names))}."


def observers(rows: pd.DataFrame, verb: str = "sponsored") -> str:
    """A sentence on observers among sponsors, who stand outside the Member States, whatever their number was then."""
    names = sorted(rows.loc[rows["status"] == "observer", "short_name"])
    full = {"State of Palestine": "the State of Palestine", "Holy See": "the Holy See"}
    said = listing([full.get(name, name) for name in names])
    verb = verb.replace("have", "has") if len(names) == 1 else verb
    return f"Observers, outside the Member States: {said} {verb} too." if names else ""


def joined_notes(*notes: str) -> str:
    """Sentences that say something, one a line."""
    return "\n".join(note for note in notes if note)


def _states(number: int, open_ended: bool) -> str:
    return f"{capital(at_least(number, open_ended))} {'State' if number == 1 else 'States'}"


def _groups(named: pd.DataFrame, unknown: pd.DataFrame) -> str:
    """From how many regional groups; "at least" where a group without a sponsor has a State that is not known."""
    present = set(named["un_group"])
    words = of_groups(len(present), len(UN_GROUPS))
    return words.replace("from ", "from at least ") if set(unknown["un_group"]) - present else words


def _list_of(first: pd.Series) -> str:
    """What list it is: final sponsors, or sponsors of another stage; that none is held of the stage asked for."""
    stage = first["stage"]
    if not stage:
        return f"No list of sponsors{at_stage(first['asked'])} is held of"
    if stage == FINAL:
        return "Final sponsors of"
    return "Single names, no list, of" if stage == STATEMENT else f"Sponsors {STAGES[stage]} of"


def _texts_unknown(members: pd.DataFrame) -> str:
    """Between how many and how many texts are known of a State, where that differs or some are left out."""
    known = members["opportunities"]
    if members.empty or not members["unknown_in"].map(len).any():
        return ""
    low, high = int(known.min()), int(known.max())
    if not high:
        return f"No list of sponsors{at_stage(_asked(members))} is held of these texts."
    span = count(high, "text") if low == high else f"{low} to {count(high, 'text')}"
    return f"Of each State {span} can be told; texts without a list, or whose list leaves the State open, are left out."
