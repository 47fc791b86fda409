"""Drawn records: whatever lists, stages, doubts and memberships, the product's grid is that of the second reading."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import made
from tests.oracle.record import assembled
from tests.oracle.same import COMPARISONS

CODES = ("AAA", "BBB", "CCC", "DDD", "OBS")
GROUPS = ("African Group", "Asia-Pacific Group")
PARTS = ("additional", "withdrawn", "statement")
STAGES = ("final", "tabled", "tabled", "tabled revised", "oral", "as adopted", *PARTS)
COMPLETENESS = ("complete", "suspected gap", "partial", "unknown")
BEFORE = ("observer", "independent", "not independent")


@st.composite
def states(draw):
    """Four States, some of them Members only since the day of a text or since one after another; and an observer."""
    people = []
    for code in CODES[:-1]:
        since = draw(st.sampled_from(("", "", "2003-12-01", "2004-06-01")))
        row = made.state(code, draw(st.sampled_from(GROUPS)), since)
        people.append({**row, "before_membership": draw(st.sampled_from(BEFORE)) if since else ""})
    return [*people, {**made.state("OBS", ""), "before_membership": ""}]


def could_sponsor(person, body: str, day: str) -> bool:
    there = body == "CHR" and person["before_membership"] == "observer"
    return person["member_since"] <= day or there


@st.composite
def lists(draw, symbol: str, able: list[str]):
    """The lists of a text, at most one of them used; each as the checks of the build would take it."""
    stages = draw(st.lists(st.sampled_from(STAGES), max_size=5))
    used = draw(st.integers(0, 5))
    held = []
    for n, stage in enumerate(stages):
        names = draw(st.sets(st.sampled_from(able))) if able else set()
        others = [code for code in CODES if code not in names]
        kinds = [kind for kind in COMPLETENESS if not (kind in COMPLETENESS[:2] and n == used and stage in PARTS)]
        kind = draw(st.sampled_from(kinds if others else [k for k in kinds if k != "suspected gap"]))
        some = draw(st.sets(st.sampled_from(others), min_size=1)) if others else set()
        doubt = {"complete": "", "partial": "*"}.get(kind, ";".join(sorted(some)))
        held.append(_list(symbol, n, stage, names, kind, doubt, n == used))
    return held


def _list(symbol, n, stage, names, kind, doubt, used):
    head, on = made.listed(symbol, sorted(names), kind, stage=stage, doubt=doubt, used="yes" if used else "no")
    key = f"{head['list_id']}-{n}"
    return {**head, "list_id": key}, [{**row, "list_id": key} for row in on]


@st.composite
def sources(draw):
    """The rows of a whole small record: states, texts, lists with their names."""
    people = draw(states())
    texts, held = [], []
    for year in sorted(draw(st.sets(st.integers(2002, 2006), min_size=1, max_size=4))):
        body, day = draw(st.sampled_from(("GA", "CHR", "HRC"))), f"{year}-12-01"
        texts.append(made.text(f"{body} {year}", day, body=body))
        able = [person["iso3"] for person in people if could_sponsor(person, body, day)]
        held += draw(lists(f"{body} {year}", able))
    return people, texts, held


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sources())
def test_the_grid_of_any_record(drawn):
    people, texts, held = drawn
    second = assembled(people, texts, [head for head, _ in held], [row for _, on in held for row in on])
    record = made.record(people, texts, held)
    for compare in COMPARISONS:
        compare(record, second)
