"""Sibling texts are found by a published rule, not chosen."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.targets.siblings import LEAST, MOST, association, of_latest, siblings
from analytics.texts.texts import texts_for
from tests import made


@pytest.mark.parametrize(
    ("mine", "theirs", "phi"),
    [("ab", "ab", 1.0), ("ab", "cd", -1.0), ("ab", "ac", 0.0), ("ab", "abc", 1 / math.sqrt(3))],
)
def test_association_of_known_sets(mine, theirs, phi):
    assert association(set(mine), set(theirs), set("abcd")) == pytest.approx(phi)


def test_no_association_where_everybody_or_nobody_sponsors():
    assert math.isnan(association(set("abcd"), set("ab"), set("abcd")))
    assert math.isnan(association(set("ab"), set(), set("abcd")))


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=30))
def test_phi_is_the_correlation_of_two_columns(pairs):
    one, other = np.array(pairs, float).T
    found = association(
        {i for i, (mine, _) in enumerate(pairs) if mine},
        {i for i, (_, theirs) in enumerate(pairs) if theirs},
        set(range(len(pairs))),
    )
    if one.std() == 0 or other.std() == 0:
        assert math.isnan(found)
    else:
        assert found == pytest.approx(np.corrcoef(one, other)[0, 1])


def test_the_siblings_of_2023(record):
    kept = of_latest(record, texts_for(record, "GA"))
    assert [text.resolution for text in kept] == [
        "A/RES/78/208",
        "A/RES/78/204",
        "A/RES/78/211",
        "A/RES/78/205",
        "A/RES/78/215",
    ]
    assert of_latest(record, texts_for(record, "HRC")) == ()
    tables = {text: siblings(record, text) for text in texts_for(record, "GA").telling}
    for table in tables.values():
        assert (table.loc[table["sibling"], "phi"] >= LEAST).all()
        assert table["sibling"].sum() <= MOST
    # Of session 80 only tabled drafts were read.
    assert {session for table in tables.values() for session in table["session"]} == {68, 70, 72, 78}
    # The unknown of 2023 are left out of the comparison.
    assert set(tables["A/RES/78/216"]["compared"]) == {171}


def test_texts_of_groups_drafts_and_other_stages_are_not_compared():
    codes = ["AAA", "BBB", "CCC", "DDD"]
    other = {"draft_symbol": "", "session": "60", "year": "2005", "read_at": made.URL}
    texts = [
        {**other, "other_id": "good", "resolution": "A/1", "title": "T", "stage": "final", "group_sponsor": "no"},
        {**other, "other_id": "group", "resolution": "A/2", "title": "T", "stage": "final", "group_sponsor": "yes"},
        {**other, "other_id": "draft", "resolution": "", "title": "T", "stage": "final", "group_sponsor": "no"},
        {**other, "other_id": "tabled", "resolution": "A/4", "title": "T", "stage": "tabled", "group_sponsor": "no"},
    ]
    sponsors = [
        {"other_id": text["other_id"], "stage": "final", "state_as_written": code.title(), "iso3": code}
        for text in texts
        for code in ("AAA", "BBB")
    ]
    record = made.record(
        [made.state(code) for code in codes],
        [made.text("A/RES/60/1", "2005-12-16", names=2)],
        [made.listed("A/RES/60/1", ["AAA", "BBB"])],
        other_resolutions=texts,
        other_sponsors=sponsors,
    )
    table = siblings(record, "A/RES/60/1")
    assert list(table["other_id"]) == ["good"]
    assert table.iloc[0][["sponsors", "both", "compared", "phi", "sibling"]].tolist() == [2, 2, 4, 1.0, True]
