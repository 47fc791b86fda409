"""Small records, drawn, for the tests of the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable

from tests.oracle.record import List, Record, State, Text

GROUP = "African Group"


def state(iso3: str, since: str = "", before: str = "", observer: bool = False, group: str = GROUP) -> State:
    """A State; its name is its code."""
    return State(iso3, iso3.title(), observer, "" if observer else group, since, before)


def text(year: int, body: str = "GA") -> Text:
    """A text adopted on 1 December."""
    return Text(f"{body} {year}", body, year, f"{year}-12-01")


def named(
    on: Text,
    names: str = "",
    stage: str = "final",
    completeness: str = "complete",
    doubt: str = "",
    used: bool = True,
    key: str = "",
) -> List:
    """A list of a text: codes and States in doubt set apart by blanks."""
    list_id = f"{on.symbol}#{stage}{key}"
    split = frozenset(names.split()), frozenset(doubt.split())
    return List(list_id, on.symbol, stage, used, completeness, split[1], split[0])


def record(states: Iterable[State], texts: Iterable[Text], lists: Iterable[List] = ()) -> Record:
    """The record of these."""
    held: dict[str, tuple[List, ...]] = {}
    for one in lists:
        held[one.text] = (*held.get(one.text, ()), one)
    return Record({s.iso3: s for s in states}, tuple(sorted(texts, key=lambda t: t.day)), held)


def series(letters: dict[str, str], body: str = "GA", stage: str = "final") -> Record:
    """Texts from 2001 each year with a letter a State: S named, n not named, ? in doubt, . no list held at all."""
    texts = [text(2001 + i, body) for i in range(len(next(iter(letters.values()))))]
    lists = []
    for i, one in enumerate(texts):
        said = {code: line[i] for code, line in letters.items()}
        if set(said.values()) == {"."}:
            continue
        who = {mark: " ".join(code for code in said if said[code] == mark) for mark in "S?"}
        lists.append(named(one, who["S"], stage, "suspected gap" if who["?"] else "complete", who["?"]))
    return record([state(code) for code in letters], texts, lists)
