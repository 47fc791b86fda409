"""What changed between two texts, and of whom it cannot be told."""

from __future__ import annotations

from itertools import product

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.changes import OUTCOME_WORDS, OUTCOMES, changes, comparable, outcome, summary
from analytics.grid import cells
from data.words import CELLS
from tests import made

PICTURE = """
        2001 2003 2005
    RET S    n    S
    NEW n    n    S
    STA S    S    S
    LEF S    S    n
    UN1 S    S    ?
    UN2 S    ?    S
    UN3 n    ?    n
    NEI n    n    n
    ADM -    -    S
    NOT -    -    n
    YET -    -    -
    OBS n    n    S
"""


def drawn(**more) -> pd.DataFrame:
    return made.cells(PICTURE, observers=["OBS"], **more)


def test_each_outcome():
    table = changes(drawn(), "GA 2003", "GA 2005").set_index("iso3")["outcome"]
    assert table.to_dict() == {
        "RET": "returned",
        "NEW": "new",
        "STA": "stayed",
        "LEF": "left",
        "UN1": "unknown",
        "UN2": "unknown",
        "UN3": "unknown",
        "NEI": "neither",
        "ADM": "new",
        "NOT": "neither",
        "YET": "not_member",
        "OBS": "new",
    }


def test_the_summary_leaves_observers_out_unless_asked():
    table = changes(drawn(), "GA 2003", "GA 2005")
    found = summary(table)
    assert found["joined"] == ["ADM", "NEW", "RET"]
    assert found["left"] == ["LEF"]
    assert found["unknown"] == ["UN1", "UN2", "UN3"]
    # UN3 does not sponsor now, and may have before: it may have left.
    assert found["may_have_left"] == ["UN1", "UN3"]
    # UN2 sponsors now and may have missed before; UN3 certainly does not sponsor now.
    assert found["may_have_joined"] == ["UN2"]
    assert summary(table, members_only=False)["joined"] == ["ADM", "NEW", "OBS", "RET"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("GA 2003", "HRC 2005", "different bodies"),
        ("GA 2005", "GA 2003", "must be adopted before"),
        ("GA 2003", "GA 2003", "must be adopted before"),
        ("GA 2003", "GA 1999", "no resolution 'GA 1999'"),
        ("GA 2001", "GA 2005", "different stages"),
        ("GA 2001", "GA 2003", "no list of sponsors is held for GA 2003"),
    ],
)
def test_what_must_not_be_compared_is_refused(before, after, words):
    council = made.cells(PICTURE, body="HRC")
    assembly = drawn(lists={2001: ("complete", "tabled"), 2003: ("", "")})
    table = pd.concat([assembly if "different stages" in words or "no list" in words else drawn(), council])
    with pytest.raises(ValueError, match=words):
        changes(table, before, after)


@given(st.sampled_from(CELLS), st.sampled_from(CELLS), st.booleans())
def test_unknown_is_never_called_joined_or_left(before, after, earlier):
    found = outcome(before, after, earlier)
    assert found in OUTCOMES
    if "unknown" in (before, after):
        assert found == "unknown"
    if found == "left":
        assert (before, after) == ("sponsor", "not_sponsor")
    if found in ("new", "returned"):
        assert before in ("not_sponsor", "not_member")
        assert after == "sponsor"


@given(st.sampled_from(CELLS), st.sampled_from(CELLS))
def test_who_may_have_joined_or_left_is_what_filling_the_gaps_could_show(before, after):
    # The cells that an unknown one can turn out to be.
    could = {value: ("sponsor", "not_sponsor") if value == "unknown" else (value,) for value in CELLS}
    ends = {outcome(b, a, False) for b in could[before] for a in could[after]}
    row = {"iso3": "AAA", "status": "member", "before": before, "after": after}
    found = summary(pd.DataFrame([{**row, "outcome": outcome(before, after, False)}]))
    open_ended = "unknown" in (before, after)
    assert bool(found["may_have_left"]) == (open_ended and "left" in ends)
    assert bool(found["may_have_joined"]) == (open_ended and "new" in ends)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from("Sn?-")] * 3), min_size=1, max_size=8))
def test_every_state_has_exactly_one_outcome(rows):
    grid = made.cells(
        "2001 2003 2005\n" + "\n".join(f"A{i:02d} {' '.join(row)}" for i, row in enumerate(rows))
    )
    found = summary(changes(grid, "GA 2003", "GA 2005"))
    everybody = [iso3 for name in OUTCOMES for iso3 in found[name]]
    assert sorted(everybody) == sorted(grid["iso3"].unique())
    assert set(found["may_have_left"]) | set(found["may_have_joined"]) <= set(found["unknown"])
    assert not set(found["joined"]) & set(found["left"])


def test_every_outcome_has_words():
    assert set(OUTCOME_WORDS) == set(OUTCOMES)
    assert {outcome(b, a, e) for b, a, e in product(CELLS, CELLS, (True, False))} == set(OUTCOMES)


def test_comparable_gives_earlier_lists_of_the_same_stage_latest_first():
    table = drawn(lists={2001: ("complete", "final"), 2003: ("complete", "tabled")})
    assert comparable(table, "GA 2005") == ["GA 2001"]
    assert comparable(drawn(), "GA 2005") == ["GA 2003", "GA 2001"]
    part = drawn(lists={2003: ("partial", "final")})
    assert comparable(part, "GA 2005") == ["GA 2001", "GA 2003"]
    assert comparable(drawn(lists={2005: ("", "")}), "GA 2005") == []


class TestOnTheRecord:
    def test_thirteen_joined_and_four_left_from_2017_to_2019(self, record):
        found = summary(changes(cells(record), "A/RES/72/247", "A/RES/74/146"))
        assert len(found["joined"]) == 13
        assert found["left"] == ["BFA", "LKA", "MDA", "TLS"]
        assert found["unknown"] == []

    def test_the_gap_of_2023_leaves_22_unknown_and_calls_none_of_them_gone(self, record):
        found = summary(changes(cells(record), "A/RES/74/146", "A/RES/78/216"))
        assert len(found["unknown"]) == 22
        assert "AUT" in found["may_have_left"]
        assert not {"AUT", "AUS", "BEL"} & set(found["left"])

    def test_after_a_partial_list_more_may_have_left_than_are_known_to_have(self, record):
        found = summary(changes(cells(record), "A/RES/55/98", "A/RES/56/163"))
        assert (len(found["left"]), len(found["may_have_left"])) == (2, 104)

    def test_the_revised_draft_of_2011_is_not_held_against_final_lists(self, record):
        with pytest.raises(ValueError, match="different stages"):
            changes(cells(record), "A/RES/64/163", "A/RES/66/164")
        assert "A/RES/66/164" not in comparable(cells(record), "A/RES/74/146")
