"""The sentence on top of each page: the answer to its question, computed, and silent where nothing is known."""

from collections.abc import Collection
from typing import Protocol

import pandas as pd

from analytics.coalition.coalition import Best, Projection
from analytics.english import body_at, capital, count, group_short, listing, long_date, percent_told
from analytics.grid import withdrew
from analytics.scope import BODY_NAMES
from charts.words.findings import counted, exact, moment_of, number_of
from data.tongues.speech import clauses, order, say, say_many
from data.words import COMPARABLE, COMPLETE, COUNT_ONLY, NAMES_ONLY, NO_LIST, STAGES, STATEMENT, TABLED_ONLY, at_stage

_SHORT = {"GA": "General Assembly", "CHR": "Commission", "HRC": "Council"}


def overview(counts: pd.DataFrame) -> str:
    """Where support stands: the latest texts of General Assembly and Council (Measures.counts)."""
    return "; ".join(_latest(counts[counts["body"] == body], body) for body in ("GA", "HRC")) + "."


def _latest(rows: pd.DataFrame, body: str) -> str:
    name = {"GA": "General Assembly text", "HRC": "Council text", "CHR": "Commission text"}[body]
    if rows.empty:
        return f"no {name} is in the record"
    last = rows.iloc[-1]
    if pd.notna(last["shown"]):
        verb = "sponsor" if last["shown"] == 1 else "sponsors"
        told = f"{capital(number_of(last))} {verb}{moment_of(last)}"
        return f"{told} of the latest {name} ({last['year']}){_observers(last)}"
    listed = rows[rows["status"].isin(COMPARABLE)]
    said = f"{_SHORT[body]}: not known for {last['year']}"
    if len(listed):
        held = listed.iloc[-1]
        whole = held["status"] == "complete"
        which = "last whole list held" if whole else "last list held, which has a gap"
        said += f", {_sponsors(held)}{_observers(held)} on the {which} ({held['year']})"
    return said


def _sponsors(row: pd.Series) -> str:
    """ "84 sponsors", "at least 1 sponsor"."""
    return say_many("{n} sponsor", "{n} sponsors", int(row["shown"]), n=row["shown_text"])


def _observers(row: pd.Series) -> str:
    number = int(row["observers"])
    return say_many(", one of them an observer", ", {n} of them an observer", number) if number else ""


def trends(counts: pd.DataFrame, withdrawn: Collection[str] = ()) -> str:
    """How support moved, as the pictures of numbers say it (Measures.counts): of one body the title of its picture, of
    several the range of each; texts from which sponsors withdrew (`withdrawn`) are told apart."""
    parts = [counts[counts["body"] == body] for body in BODY_NAMES if counts["body"].eq(body).any()]
    if not parts:
        return "No text of these bodies was adopted in these years."
    if len(parts) == 1:
        return f"{counted(parts[0], withdrawn)}."
    return f"Known numbers of sponsors: {'; '.join(_numbers(rows, withdrawn) for rows in parts)}."


def _numbers(counts: pd.DataFrame, withdrawn: Collection[str]) -> str:
    body, (usual, apart) = body_at(counts, counts["body"].iloc[0]), exact(counts, withdrawn)
    fewer = listing(f"{row.shown} in {row.year}" for row in apart.itertuples())
    but = f"but {fewer} after withdrawals" if fewer else ""
    if len(usual):
        low, high = usual["shown"].min(), usual["shown"].max()
        span = f"{low} to {high}" if low < high else f"{high}"
        return f"{body} {span}{f' in {usual.year.iloc[0]}' if len(usual) == 1 else ''}{f', {but}' if but else ''}"
    return f"{body} {but.removeprefix('but ') or 'no whole number'}"


def resolution(counts: pd.DataFrame, text: pd.Series) -> str:
    """One text: its sponsors and how it was adopted (Measures.counts, a row of record.resolutions)."""
    row = counts[counts["resolution"] == text["resolution"]].iloc[0]
    when, shown = at_stage(row["asked"]), row["shown_text"]
    if pd.isna(row["shown"]):
        who = say("its sponsors{when} are not known: {held}", when=when, held=_held(row))
    elif row["status"] == "count only":
        who = say("{n} sponsors were reported, their names are not held at that stage", n=shown)
    else:
        who = f"{_sponsors(row)}{when}{_observers(row)}"
    if back := int(row["withdrew"]):
        who = clauses([who, say_many("{n} State withdrew", "{n} States withdrew", back)])
    if text["adoption"] == "without a vote":
        return say("{text}, adopted without a vote: {sponsors}.", text=text["resolution"], sponsors=who)
    return say_many(
        "{text}, adopted by {yes} votes to {no}, {n} abstaining: {sponsors}.",
        "{text}, adopted by {yes} votes to {no}, {n} abstaining: {sponsors}.",
        int(text["abstain"]),
        text=text["resolution"],
        yes=text["yes"],
        no=text["no"],
        sponsors=who,
    )


def facts(text: pd.Series) -> dict[str, str]:
    """What one text is (a row of record.resolutions), fact by fact."""
    mandate = {"created": "creates the mandate on defenders", "renewed": "renews the mandate on defenders"}
    return {
        "Title": text["title"],
        "Body and session": f"{BODY_NAMES[text['body']]}, session {text['session']}",
        "Adopted": f"{long_date(text['adopted_on'])}, {text['adoption']}",
        "Mandate": mandate.get(text["mandate_action"], "neither creates nor renews the mandate"),
        "Draft resolution": text["draft_symbol"] or "symbol not known",
        "Report": text["report_symbol"] or "symbol not known",
        "List of sponsors": text["sponsor_coverage"],
    }


def _held(row: pd.Series) -> str:
    """What is held of a text whose sponsors at the stage asked for are not known (a row of Measures.counts)."""
    if not row["stage"]:
        return say("no list{when} is held", when=at_stage(row["asked"]))
    if row["stage"] == STATEMENT:
        return say("only single names out of statements are held, no list")
    return say("only a list of another stage is held ({stage})", stage=say(STAGES[row["stage"]]))


def withdrawals(cells: pd.DataFrame) -> list[str]:
    """Who withdrew from one text (its cells), by regional group and by name, a sentence each; [] where nobody did."""
    back = cells[withdrew(cells)]
    return [
        say(
            "Withdrew, {group} ({n}): {names}.",
            group=group_short(group) or say("Observers"),
            n=len(names),
            names=", ".join(sorted(names, key=order)),
        )
        for group, names in back.groupby("un_group")["short_name"]
    ]


def state(name: str, standings: dict[str, pd.Series]) -> str:
    """How many texts a State sponsored in each body, of those that are known, as its picture shows them (rows of
    Measures.ladder by body)."""
    parts: list[str] = []
    asked = {row["asked"] for row in standings.values() if row["opportunities"]}
    one = at_stage(asked.pop()) if len(asked) == 1 else ""  # the same for all bodies: said once
    for body, row in standings.items():
        if row["opportunities"]:
            texts = "" if parts else f" known text{'' if row['opportunities'] == 1 else 's'}{one}"
            at = "" if one else at_stage(row["asked"])
            parts.append(f"{row['sponsored']} of {row['opportunities']}{texts} in the {_SHORT[body]}{at}")
    none = {body: row for body, row in standings.items() if not row["opportunities"]}
    dark = [_SHORT[body] for body, row in none.items() if row["unknown_in"]]
    before = [_SHORT[body] for body, row in none.items() if not row["unknown_in"]]
    said = [f"{name} sponsored {listing(parts)}"] if parts else []
    said += [f"{'nothing' if said else f'{name}: nothing'} is known in the {listing(dark)}"] if dark else []
    said += (
        [f"{'' if said else f'{name}: '}not yet a Member State at any text of the {listing(before)}"] if before else []
    )
    return f"{'; '.join(said)}."


def compare(reach: pd.DataFrame) -> str:
    """The matrix in view (Measures.reach): how many Member States have sponsored, and how much of it is known; each
    body for itself, at its stage."""
    if reach.empty:
        return "No text in this scope."
    if len(reach) > 1:
        parts = (f"{_SHORT[row.body]} {_reached(row) or 'not known'}" for row in reach.itertuples())
        return f"Member States that sponsored: {', '.join(parts)}."
    (only,) = reach.itertuples()
    when = at_stage(only.asked)
    if not _reached(only):
        return f"Who sponsored{when} is not known for any text in view."
    bound = "At least " if only.unknown else ""
    said = f"{bound}{only.sponsored} of {only.members} Member States sponsored a text or more{when}"
    return f"{said} ({percent_told(1 - only.unknown / only.cells)} of the record known)."


class _Reach(Protocol):
    body: str
    asked: str
    sponsored: int
    members: int
    unknown: int
    cells: int


def _reached(row: _Reach) -> str:
    """ "at least 127 of 193 as tabled (89 % known)"; "" where nothing is known."""
    if not row.sponsored and row.unknown:
        return ""
    bound = "at least " if row.unknown else ""
    known = percent_told(1 - row.unknown / row.cells)
    return f"{bound}{row.sponsored} of {row.members}{at_stage(row.asked)} ({known} known)"


def sources(coverage: pd.DataFrame) -> str:
    """What is held: texts with a complete list, and without any names (Measures.coverage)."""
    kinds = coverage["coverage"].value_counts()
    whole, none = (int(kinds.get(COMPLETE, 0)), int(kinds.get(NO_LIST, 0) + kinds.get(COUNT_ONLY, 0)))
    tabled, named = int(kinds.get(TABLED_ONLY, 0)), int(kinds.get(NAMES_ONLY, 0))
    part = len(coverage) - whole - none - tabled - named
    return say(
        "Of {n} texts on defenders, {whole} have a complete final list of sponsors, {tabled} the draft as tabled "
        "alone, {part} a list with gaps, {named} single names, and {none} no names: where a list leaves a State open, "
        "it is not known whether it sponsored.",
        n=len(coverage),
        whole=whole,
        tabled=tabled,
        part=part,
        named=named,
        none=none,
    )


def coalition(projection: Projection, reached: Best) -> str:
    """A projected list against the record and the majority (analytics.coalition). What it rests on in short: the title
    of its picture says of which years (analytics.coalition.condition)."""
    asked = len(projection.asked) + len(projection.observers)
    who = "the State asked agrees and " if asked == 1 else f"the {asked} States asked agree and " if asked else ""
    stay = "of the latest text known" if projection.keep else "core sponsors"
    if projection.named:
        stay = f"those of the draft {f'or {stay}' if projection.keep else f'and the {stay}'}"
    else:
        stay = f"those {stay}" if projection.keep else f"the {stay}"
    return (
        f"{count(projection.total, 'sponsor')} if {who}{stay} stay: "
        f"{_against(projection.over_record, 'the record')} of {reached.record} ({reached.year}), "
        f"{_against(projection.over_majority, 'the majority')} of {reached.majority}."
    )


def _against(difference: int, what: str) -> str:
    return (
        f"equal to {what}" if not difference else f"{abs(difference)} {'over' if difference > 0 else 'short of'} {what}"
    )
