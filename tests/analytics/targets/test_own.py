"""What a State's own record says: where it stands, and whether it joins after tabling."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from analytics.measures import Measures
from analytics.targets.facts import facts
from analytics.targets.own import joins_late, late, position
from analytics.targets.standing import Standing
from analytics.texts.texts import texts_for
from data.store import Record
from tests import made


def state_in(record: Record) -> Standing:
    """The standing of AAA."""
    return facts(record, "GA", 2026).standing("GA", "AAA")


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("nnnSS", "keep"),
        ("SSSS?", "confirm"),
        ("nnnS?", "confirm"),
        ("SSnn?", "lapsed"),  # not on the latest text that is known: lapsed as far as that goes
        ("nnnSn", "left"),
        ("SSSSn", "left"),
        ("SSnnn", "lapsed"),
        ("SnSnn", "on and off"),
        ("Snnnn", "once"),
        ("nnnnn", "never"),
        ("nn", "too little known"),
        ("nnnn?", "never"),
    ],
)
def test_position(letters, expected):
    """AAA's cells from 2001 on; a ? stands on a list with a gap."""
    years = [2001 + 2 * i for i in range(len(letters))]
    gaps = {year: ("suspected gap", "final") for year, letter in zip(years, letters, strict=True) if letter == "?"}
    record = made.drawn(f"{' '.join(map(str, years))}\nAAA {' '.join(letters)}", lists=gaps)
    grid = Measures(record).cells()
    values = dict(zip(grid["resolution"], grid["value"], strict=True))
    looked_up = SimpleNamespace(texts=texts_for(record, "GA"), value=lambda _, text: values[text])
    assert position(state_in(record), looked_up) == expected


def test_who_joins_after_tabling():
    texts = [made.text(f"A/RES/{year}", f"{year}-12-18", names=2) for year in (2001, 2003, 2005)]
    lists = [
        made.listed("A/RES/2001", ["AAA", "BBB"]),
        made.listed("A/RES/2001", ["BBB"], stage="tabled", used="no"),
        made.listed("A/RES/2003", ["AAA", "BBB"]),
        made.listed("A/RES/2003", ["BBB"], "partial", stage="tabled", doubt="*", used="no"),
        made.listed("A/RES/2005", ["AAA", "BBB"]),
    ]
    record = made.record([made.state("AAA"), made.state("BBB")], texts, lists)
    found = facts(record, "GA", 2026)
    # 2003: the tabled list is a part only, so that absence from it says nothing; 2005: none is held.
    assert joins_late("AAA", found)
    assert late("AAA", found).sentence == (
        "On the final list of A/RES/2001 (2001), not on the tabled one "
        "(the only text it sponsored whose tabled list is held)."
    )
    assert not joins_late("BBB", found)
