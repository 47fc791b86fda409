"""The sentences of the pictures of States: title (the finding), subtitle (what is counted), note (what is missing).

Pure functions from tables of analytics. They hold for any scope: where a list has gaps a number becomes "at least",
where nothing is known the title is neutral, and a State of which nothing is known is never counted as a "no".
"""

from __future__ import annotations

import pandas as pd

from analytics.changes import summary
from analytics.scope import UN_GROUPS
from charts.phrases import at_least, body_name, count, listing, of_groups

NAMES_SHOWN = 14
"""Up to so many States that are not known are named; beyond it they are counted."""


def sponsored(cells: pd.DataFrame) -> tuple[str, str, str]:
    """Title, subtitle and note on the sponsors of one resolution (cells of that resolution)."""
    first = cells.iloc[0]
    members = cells[(cells["status"] == "member") & (cells["value"] != "not_member")]
    named, unknown = members[members["value"] == "sponsor"], members[members["value"] == "unknown"]
    subtitle = f"{_list_of(first)} {first['resolution']}, {body_name(first['body'])}"
    note = joined_notes(
        not_known(unknown["short_name"], len(members)), observers(cells[cells["value"] == "sponsor"])
    )
    if named.empty and len(unknown):
        return (
            f"Who sponsored {first['resolution']} ({first['year']}) is not known State by State",
            subtitle,
            note,
        )
    total = _states(len(named), bool(len(unknown)))
    if named.empty:
        return f"No Member State sponsored {first['resolution']} ({first['year']})", subtitle, note
    return f"{total} {_groups(named, unknown)} sponsored the {first['year']} text", subtitle, note


def changed(changes: pd.DataFrame, before: pd.Series, after: pd.Series) -> tuple[str, str, str]:
    """Title, subtitle and note on a change (analytics.changes.changes and the two rows of record.resolutions)."""
    was, now = before["year"], after["year"]
    members = changes[(changes["status"] == "member") & (changes["after"] != "not_member")]
    named, unknown = members[members["after"] == "sponsor"], members[members["after"] == "unknown"]
    subtitle = (
        f"Sponsors of {after['resolution']}, compared with {before['resolution']}, {body_name(after['body'])}"
    )
    unclear = members[(members["outcome"] == "unknown") & (members["after"] != "unknown")]
    note = joined_notes(
        not_known(unknown["short_name"], len(members), f" whether they sponsored in {now}"),
        not_known(unclear["short_name"], len(members), f" whether they sponsored in {was}"),
        observers(changes[changes["after"] == "sponsor"]),
    )
    if named.empty:
        return f"Sponsors of {after['resolution']} ({now}) and {before['resolution']} ({was})", subtitle, note
    total = _states(len(named), bool(len(unknown)))
    return (
        f"{total} {_groups(named, unknown)} sponsored the {now} text: {moved(changes)} since {was}",
        subtitle,
        note,
    )


def moved(changes: pd.DataFrame) -> str:
    """ "13 joined, 4 left": Member States, "at least" where others may have."""
    lists = summary(changes)
    parts = []
    for word in ("joined", "left"):
        number, open_ended = len(lists[word]), bool(lists[f"may_have_{word}"])
        said = "none known to have" if open_ended and not number else at_least(number, open_ended)
        parts.append(f"{said} {word}")
    return ", ".join(parts)


def at_least_moved(changes: pd.DataFrame) -> str:
    """ "13 States joined and 4 left", "at least" where others may have."""
    lists = summary(changes)
    number = len(lists["joined"])
    joined = at_least(number, bool(lists["may_have_joined"]), capital=True)
    joined += f" {'State' if number == 1 else 'States'} joined"
    if not number and lists["may_have_joined"]:
        joined = "No State is known to have joined"
    left = at_least(len(lists["left"]), bool(lists["may_have_left"])) + " left"
    if not lists["left"] and lists["may_have_left"]:
        left = "none is known to have left"
    return f"{joined}{', ' if 'known' in joined + left else ' and '}{left}"


def timed(ladder: pd.DataFrame, body: str) -> tuple[str, str, str]:
    """Title, subtitle and note on how often States sponsored in one body (analytics.ladder.ladder)."""
    members = ladder[ladder["status"] == "member"]
    subtitle = f"Times a State sponsored, of the texts where its record is known, {body_name(body)}"
    once, dark = members[members["sponsored"] > 0], members[members["opportunities"] == 0]
    note = joined_notes(_texts_unknown(members), observers(ladder[ladder["sponsored"] > 0], "have sponsored"))
    if len(dark) == len(members):
        return f"Who sponsored the texts of the {body_name(body)} is not known State by State", subtitle, note
    silent = members[(members["sponsored"] == 0) & (members["opportunities"] > 0)]
    open_ended = members.loc[members["sponsored"] == 0, "unknown_in"].map(len).gt(0).any()
    always = once[once["sponsored"].eq(once["opportunities"]) & once["opportunities"].ge(3)]
    title = f"{_states(len(once), open_ended)} {'has' if len(once) == 1 else 'have'} sponsored at least once"
    title += f", {len(always)} every time that is known" if len(always) else ""
    title += f"; {len(silent)} {'is' if len(silent) == 1 else 'are'} on none of the lists used" if len(silent) else ""
    return title, subtitle, note


def laddered(ladder: pd.DataFrame, body: str) -> tuple[str, str, str]:
    """Title, subtitle and note on where States stand in one body (analytics.ladder.ladder)."""
    members = ladder[ladder["status"] == "member"]
    words = members["word"].value_counts()
    subtitle = f"Record of each State in the {body_name(body)}, on texts whose sponsors are known"
    little = members[members["word"] == "Too little known"]
    note = joined_notes(
        f"Too little is known of {count(len(little), 'State')}." if len(little) else "",
        _texts_unknown(members),
    )
    parts = []
    for word, said in (
        ("Core", "core sponsors"),
        ("Lapsed", "lapsed"),
        ("Never", "on none of the lists used"),
    ):
        if words.get(word, 0):
            number = int(words[word])
            verb = {
                "Core": "is a core sponsor" if number == 1 else f"are {said}",
                "Lapsed": "has lapsed" if number == 1 else "have lapsed",
                "Never": f"{'is' if number == 1 else 'are'} {said}",
            }[word]
            parts.append(f"{count(number, 'State') if not parts else number} {verb}")
    title = listing(parts) if parts else f"Where States stand in the {body_name(body)}"
    return title, subtitle, note


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
    """A sentence on observers among sponsors, who stand outside the 193."""
    names = sorted(rows.loc[rows["status"] == "observer", "short_name"])
    full = {"Palestine": "the State of Palestine", "Holy See": "the Holy See"}
    said = listing([full.get(name, name) for name in names])
    verb = verb.replace("have", "has") if len(names) == 1 else verb
    return f"Observers, outside the 193: {said} {verb} too." if names else ""


def joined_notes(*notes: str) -> str:
    """Sentences that say something, one a line."""
    return "\n".join(note for note in notes if note)


def _states(number: int, open_ended: bool) -> str:
    return f"{at_least(number, open_ended, capital=True)} {'State' if number == 1 else 'States'}"


def _groups(named: pd.DataFrame, unknown: pd.DataFrame) -> str:
    """From how many regional groups; "at least" where a group without a sponsor has a State that is not known."""
    present = set(named["un_group"])
    words = of_groups(len(present), len(UN_GROUPS))
    return words.replace("from ", "from at least ") if set(unknown["un_group"]) - present else words


def _list_of(first: pd.Series) -> str:
    """What list it is: final sponsors, or sponsors of another stage; nothing where none is held."""
    stage = first["stage"]
    if not stage:
        return "No list of sponsors is held of"
    return "Final sponsors of" if stage == "final" else f"Sponsors ({stage}) of"


def _texts_unknown(members: pd.DataFrame) -> str:
    """Between how many and how many texts are known of a State, where that differs or some are left out."""
    known = members["opportunities"]
    if members.empty or not members["unknown_in"].map(len).any():
        return ""
    low, high = int(known.min()), int(known.max())
    if not high:
        return "No list of sponsors is held of these texts."
    span = count(high, "text") if low == high else f"{low} to {count(high, 'text')}"
    return f"Of each State {span} can be told; texts without a list, or whose list leaves the State open, are left out."
