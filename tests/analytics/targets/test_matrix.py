"""Similar records: gaps make nobody alike, and equals are not chosen by their names."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.targets.matrix import MOST, NEAREST, Likeness


def likeness(records: dict[str, str]) -> Likeness:
    """S sponsor, n not a sponsor, ? unknown, - not a Member: a letter a text."""
    letters = np.array([list(record) for record in records.values()])
    return Likeness(list(records), letters == "S", np.isin(letters, ("S", "n")))


def pair(one: str, other: str) -> tuple[float, float]:
    found = likeness({"AAA": one, "BBB": other})
    return found.index[0, 1], found.compared[0, 1]


@pytest.mark.parametrize(
    ("one", "other", "index", "compared"),
    [
        ("SSSn", "SSSn", 1.0, 4),
        ("SSnn", "SnSn", 1 / 3, 4),
        ("SSSS", "nnnn", 0.0, 4),
        ("nnnn", "nnnn", 0.0, 4),  # that neither sponsored makes no likeness
        ("SS?S", "SSS?", 1.0, 2),
        ("S-", "SS", 1.0, 1),
    ],
)
def test_likeness_of_two(one, other, index, compared):
    assert pair(one, other) == (pytest.approx(index), compared)


@given(st.lists(st.tuples(*[st.sampled_from("Sn?-")] * 2), min_size=1, max_size=12))
def test_likeness_is_even_handed_and_counts_what_both_are_known_to_have_done(letters):
    one, other = ("".join(side) for side in zip(*letters, strict=True))
    both = [(a, b) for a, b in letters if {a, b} <= {"S", "n"}]
    either = sum("S" in two for two in both)
    index = both.count(("S", "S")) / either if either else 0.0
    assert pair(one, other) == pair(other, one) == (pytest.approx(index), len(both))


def nearest(records: dict[str, str], iso3: str = "AAA") -> list[tuple[str, float]]:
    return likeness(records).nearest(iso3)


def test_the_nearest_come_first_and_the_distant_not_at_all():
    records = {"AAA": "SSSSnn", "BBB": "SSSSnn", "CCC": "SSSnnn", "DDD": "nnnnSS"}
    assert nearest(records) == [("BBB", 1.0), ("CCC", 0.75)]
    assert nearest({**records, "EEE": "nnnnnn"}, "EEE") == []
    assert nearest({"AAA": "SS", "BBB": "SS"}) == []  # two texts are too few


def test_all_that_share_the_last_place_are_in_or_none():
    equal = {f"E{i:02}": "SSSn" for i in range(8)}
    assert len(nearest({"AAA": "SSSS", **equal})) == 8 > NEAREST
    many = {f"E{i:02}": "SSSn" for i in range(MOST + 1)}
    assert [iso3 for iso3, _ in nearest({"AAA": "SSSS", **many, "XXX": "SSSS"})] == ["XXX"]
    assert len(nearest({"AAA": "SSSS", **many})) == MOST + 1
