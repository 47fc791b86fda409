"""Two States, or two groups, side by side: only what is known of both counts."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from analytics.measures import Measures
from analytics.states.compare import KINDS, Pair, on_latest, two_groups, two_states
from tests import made


def cells(picture: str, **more) -> pd.DataFrame:
    return Measures(made.drawn(picture, **more)).cells()


def numbers(pair: Pair) -> dict[str, int]:
    """How many texts are of each kind, all bodies together."""
    return dict(sum((Counter(of_body) for of_body in pair.bodies.values()), Counter()))


MADE = cells("2001 2003 2005 2007 2009\nAAA S S n n ?\nBBB S n S n S")


def test_two_states_text_by_text():
    pair = two_states(MADE, "AAA", "BBB")
    assert numbers(pair) == dict.fromkeys(KINDS, 1)
    assert pair.table["year"].tolist() == [2009, 2007, 2005, 2003, 2001]
    assert pair.table["together"].tolist() == ["cannot be told", "neither", "only the second", "only the first", "both"]
    assert pair.finding("A", "B") == "A and B both sponsored 1 of 4 texts on which both are known"
    assert pair.sentence("A", "B").endswith("On 1 more it cannot be told.")
    known = two_states(cells("2001\nAAA S\nBBB n"), "AAA", "BBB")
    assert known.sentence("A", "B").endswith("only B 0, neither 0.")


def test_where_nothing_is_known_of_both_nothing_is_said():
    dark = two_states(cells("2001 2003\nAAA S ?\nBBB ? n"), "AAA", "BBB")
    assert dark.known == {"GA": 0}
    assert dark.sentence("A", "B") == "There is no text on which both A and B are known."


def test_who_is_not_named_on_a_draft_counts_where_drafts_are_compared_and_nowhere_else():
    picture = "2001 2003\nAAA S S\nBBB t S"
    drafts = dict.fromkeys((2001, 2003), ("complete", "tabled"))
    tabled = two_states(cells(picture, lists=drafts), "AAA", "BBB")
    assert numbers(tabled) == {"both": 1, "only the first": 1}
    assert tabled.table["second"].tolist() == ["sponsor", "not named when tabled"]
    final = two_states(cells(picture, lists={2001: ("complete", "tabled")}), "AAA", "BBB")
    assert numbers(final) == {"both": 1, "cannot be told": 1}
    assert final.table["together"].tolist() == ["both", "cannot be told"]


@pytest.mark.parametrize(("one", "two", "why"), [("AAA", "AAA", "different"), ("AAA", "ZZZ", "ZZZ")])
def test_what_cannot_be_compared_is_refused(one: str, two: str, why: str):
    with pytest.raises(ValueError, match=why):
        two_states(MADE, one, two)


@settings(max_examples=20)
@given(some.lists(some.tuples(some.sampled_from("Sn?"), some.sampled_from("Sn?")), min_size=1, max_size=8))
def test_an_unknown_cell_never_counts(pairs):
    years = " ".join(str(2001 + n) for n in range(len(pairs)))
    rows = [f"{code} {' '.join(p[n] for p in pairs)}" for n, code in enumerate(("AAA", "BBB"))]
    found = two_states(cells("\n".join([years, *rows])), "AAA", "BBB")
    dark = sum("?" in pair for pair in pairs)
    assert found.bodies["GA"]["cannot be told"] == dark
    assert found.known == {"GA": len(pairs) - dark}
    assert found.bodies["GA"]["both"] == pairs.count(("S", "S"))


def test_two_groups_of_the_record(record):

    grouped = Measures(record).by_group()
    pair = two_groups(grouped[grouped["body"] == "GA"], "African Group", "Western European and Others Group")
    said = pair.set_index("Resolution")
    assert said.loc["A/RES/74/146", "African Group"] == "12 of 54 (22 %)"
    assert said.loc["A/RES/78/216", "African Group"] == "at least 4 of 54 (7 %), 6 not known"
    assert "A/RES/76/174" not in said.index, "a number alone has no groups"
    assert on_latest(pair, "African Group", "Western European and Others Group").startswith(
        "A/RES/78/216 (2023): African Group at least 4 of 54 (7 %), 6 not known; Western"
    )
    assert on_latest(pair.iloc[:0], "African Group", "Western European and Others Group") == ""
