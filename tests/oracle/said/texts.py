"""What is said of one text, and of two texts compared."""

from __future__ import annotations

import re
from collections import Counter

from tests.oracle.cells import best, list_at, open_, standing, took_back, verdict
from tests.oracle.changes import change
from tests.oracle.record import State
from tests.oracle.said.sentences import AT, AT_ANY, AT_STAGE, NAMES, SPELLED, Ask, Reader, at, listing, number, same

GROUPS = r"from (?P<groups>all five groups|(?:at least )?\w+ of five groups)"
SPONSORED = rf"(?P<least>At least )?(?P<n>\d+) States? {GROUPS} sponsored the (?P<year>\d+) text{AT}"
FULL = {"State of Palestine": "the State of Palestine", "Holy See": "the Holy See"}
SHORT = {
    "African Group": "African",
    "Asia-Pacific Group": "Asia-Pacific",
    "Eastern European Group": "Eastern European",
    "Latin American and Caribbean Group": "Latin America & Caribbean",
    "Western European and Others Group": "Western Europe & Others",
}
titles, subtitles, notes = Reader(), Reader(), Reader()


def _sponsored(ask: Ask, least: str | None, n: str, groups: str, year: str) -> None:
    members = ask.members(ask.text)
    named, dark = ask.named(ask.text, members), ask.dark(ask.text, members)
    same((number(n), bool(least), int(year)), (len(named), bool(dark), ask.text.year))
    present = {state.group for state in named}
    bound = "at least " if {state.group for state in dark} - present else ""
    expected = "all five groups" if len(present) == 5 else f"{bound}{SPELLED[len(present)]} of five groups"
    same(groups, expected)


@titles.form(SPONSORED)
def who_sponsored(ask, least, n, groups, year, at):
    _sponsored(ask, least, n, groups, year)
    _at(ask, at)


_at = at


@titles.form(rf"Who sponsored (?P<symbol>.+) \((?P<year>\d+)\){AT} is not known State by State")
def nobody_known(ask, symbol, year, at):
    _at(ask, at)
    same((symbol, int(year)), (ask.text.symbol, ask.text.year))
    members = ask.members(ask.text)
    same(ask.named(ask.text, members), [])
    assert ask.dark(ask.text, members)


@subtitles.form(
    rf"(?P<what>No list of sponsors{AT} is held|Final sponsors|Sponsors(?P<listed>{AT_ANY})|Single names, no list,) "
    r"of (?P<symbol>.+), (?P<body>[A-Z].+)"
)
def what_list(ask, what, at, listed, symbol, body):
    same((symbol, body), (ask.text.symbol, NAMES[ask.text.body]))
    held = best(ask.record, ask.text) if ask.stage == "final" else list_at(ask.record, ask.text, ask.stage)
    if what.startswith("No list"):
        _at(ask, at)
        same(held, None)
    else:
        stage = {"Final sponsors": "final", "Single names, no list,": "statement"}.get(what)
        same(stage or next(stage for stage, words in AT_STAGE.items() if words == listed), held.stage)


@titles.form(rf"{SPONSORED}: (?P<joined>.+) joined since (?P<was>\d+), (?P<left>.+)")
def who_sponsored_and_moved(ask, least, n, groups, year, at, joined, was, left):
    _sponsored(ask, least, n, groups, year)
    _at(ask, at)
    same(int(was), ask.before.year)
    _number(joined, "none known to have", *moved(ask, "joined"))
    same(left, did_not(ask, "it"))


def did_not(ask: Ask, later: str) -> str:
    """That so many sponsors of the earlier text did not sponsor the later."""
    count, more = moved(ask, "left")
    was = ask.before.year
    if more and not count:
        return f"none of the sponsors of {was} is known not to have"
    return f"{'at least ' * more}{count} sponsor{'s' * (count != 1)} of {was} did not sponsor {later}"


@titles.form(
    r"(?P<joined>(?:At least )?\d+|No) States? (?P<known>is known to have )?joined since (?P<was>\d+); (?P<left>.+)"
)
def who_moved(ask, joined, known, was, left):
    same(int(was), ask.before.year)
    _number(joined.lower(), "no", *moved(ask, "joined"))
    same(left, did_not(ask, f"in {ask.text.year}"))


def _number(said: str, none: str, count: int, more: bool) -> None:
    if more and not count:
        same(said, none)
    else:
        same(said, f"at least {count}" if more else str(count))


def moved(ask: Ask, word: str) -> tuple[int, bool]:
    """How many Members joined or left, and whether others may have, by every way the unknown cells can turn out."""
    sure, more = 0, False
    for state in ask.members(ask.text):
        if (now := ask.value(ask.text, state)) == "not_member":
            continue
        was = ask.value(ask.before, state)
        ways = {(a, b) for a in _can_be(was, ask.stage) for b in _can_be(now, ask.stage)}
        wanted = (False, True) if word == "joined" else (True, False)
        sure += ways == {wanted}
        more |= wanted in ways and len(ways) > 1
    return sure, more


def _can_be(value: str, stage: str) -> set[bool]:
    return {True, False} if open_(value, stage) else {bool(verdict(value, stage))}


@notes.form(
    r"Not known(?P<what> whether they [a-z, ]+(?: in (?P<year>\d+))?)? for "
    r"(?:(?P<all>any) of (?P<of_all>\d+) States|(?P<n>\d+) of (?P<of>\d+) States|(?P<k>\d+) States?: (?P<names>.+))\."
)
def not_known(ask, what, year, all, of_all, n, of, k, names):
    members = ask.members(ask.text)
    if what is None or year == str(ask.text.year) and "sponsored" in what:
        dark = ask.dark(ask.text, members)
    elif year:
        same(int(year), ask.before.year)
        dark = [s for s in ask.dark(ask.before, members) if s not in ask.dark(ask.text, members)]
    else:
        dark = [s for s in members if change(ask.record, ask.before, ask.text, s, ask.stage).outcome == "unknown"]
    if all:
        same((int(of_all), len(dark)), (len(members), len(members)))
    elif n:
        same((int(n), int(of)), (len(dark), len(members)))
    else:
        same((int(k), names), (len(dark), listing(sorted(state.name for state in dark))))


@notes.form(
    rf"The list held is the draft{AT_ANY}: whether the (?P<n>\d+|one) Member States? not named on it joined later is "
    r"not known\."
)
def a_draft_alone(ask, n):
    same(ask.stage, "final")
    values = [ask.value(ask.text, state) for state in ask.members(ask.text)]
    same(1 if n == "one" else int(n), values.count("not_when_tabled"))


@notes.form(rf"This is the draft{AT}: who joined later does not show here\.")
def later_does_not_show(ask, at):
    assert ask.stage != "final"
    _at(ask, at)


@notes.form(r"(?P<n>\d+) Member States? withdrew: (?P<by>.+)\.")
def withdrew(ask, n, by):
    back = [state for state in ask.members(ask.text) if took_back(ask.record, ask.text, state.iso3)]
    same(int(n), len(back))
    counted = Counter(SHORT[state.group] for state in back)
    said = dict(reversed(part.split(" ", 1)) for part in re.split(r", | and (?=\d)", by))
    same({group: int(number) for group, number in said.items()}, dict(counted))


@notes.form(r"Observers, outside the Member States: (?P<names>.+) sponsored(?: in (?P<year>\d+))? too\.")
def observers(ask, names, year):
    there = [state for state in ask.record.states.values() if standing(state, ask.text) == "observer"]
    same(names, listing([FULL.get(state.name, state.name) for state in _sorted(ask.named(ask.text, there))]))
    same(year, str(ask.text.year) if year else None)


def _sorted(states: list[State]) -> list[State]:
    return sorted(states, key=lambda state: state.name)


@notes.form(
    r"(?:(?P<stayed>\d+) sponsors? of both (?P<was>\d+) and (?P<now>\d+) missed a text between\.)?(?: ?"
    r"(?P<between>\d+) States? that joined since (?P<since>\d+) had done so on a text before that of (?P<of>\d+)\.)?"
)
def came_back(ask, stayed, was, now, between, since, of):
    seen = [change(ask.record, ask.before, ask.text, state, ask.stage) for state in ask.members(ask.text)]
    gone = sum(one.outcome == "stayed" and bool(one.missed) for one in seen)
    same(int(stayed or 0), gone)
    same(int(between or 0), sum(one.outcome == "between" for one in seen))
    years = {year for year in (was, since) if year}, {year for year in (now, of) if year}
    same(years, ({str(ask.before.year)}, {str(ask.text.year)}))
