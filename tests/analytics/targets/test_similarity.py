"""Similar records: gaps make nobody alike, and equals are not chosen by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.targets.similarity import MOST, NEAREST, known_record, nearest, similarity

LETTERS = {"S": "sponsor", "n": "not_sponsor", "?": "unknown", "-": "not_member"}


def known(letters: str):
    return known_record({str(i): LETTERS[letter] for i, letter in enumerate(letters)}, map(str, range(len(letters))))


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
def test_similarity(one, other, index, compared):
    assert similarity(known(one), known(other)) == (pytest.approx(index), compared)


@given(st.text("Sn?-", min_size=1, max_size=12), st.text("Sn?-", min_size=1, max_size=12))
def test_similarity_is_even_handed_and_bounded(one, other):
    found = similarity(known(one), known(other))
    assert found == similarity(known(other), known(one))
    assert 0 <= found[0] <= 1
    # What is not known plays no part.
    assert found[0] == similarity(known(one.replace("?", "-")), known(other))[0]


def test_the_nearest_come_first_and_the_distant_not_at_all():
    records = {"AAA": known("SSSSnn"), "BBB": known("SSSSnn"), "CCC": known("SSSnnn"), "DDD": known("nnnnSS")}
    assert [(iso3, round(index, 2)) for iso3, index, _ in nearest(records, "AAA")] == [("BBB", 1.0), ("CCC", 0.75)]
    assert nearest({**records, "EEE": known("nnnnnn")}, "EEE") == []
    assert nearest({"AAA": known("SS"), "BBB": known("SS")}, "AAA") == []  # two texts are too few


def test_all_that_share_the_last_place_are_in_or_none():
    equal = {f"E{i:02}": known("SSSn") for i in range(8)}
    assert len(nearest({"AAA": known("SSSS"), **equal}, "AAA")) == 8 > NEAREST
    many = {f"E{i:02}": known("SSSn") for i in range(MOST + 1)}
    closer = {"XXX": known("SSSS")}
    assert [iso3 for iso3, _, _ in nearest({"AAA": known("SSSS"), **many, **closer}, "AAA")] == ["XXX"]
    assert len(nearest({"AAA": known("SSSS"), **many}, "AAA")) == MOST + 1
