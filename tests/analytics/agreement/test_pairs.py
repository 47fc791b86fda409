"""Agreement of States on sponsoring: equal to a plain reading of drawn grids, and never counting what is not known."""

from __future__ import annotations

import math
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.agreement.pairs import ENOUGH, between, bridges, ends, members, pairs, with_state
from analytics.scope import POLITICAL, Scope
from tests import made

CODES = ("AAA", "BBB", "CCC", "DDD")
GROUPS = {"AAA": "African Group", "BBB": "African Group", "CCC": "Asia-Pacific Group", "DDD": "Asia-Pacific Group"}
GA = Scope(("GA",))
FIGURES = ["known", "both", "neither", "only_one", "only_other"]
SIX = """    2001 2002 2003 2004 2005 2006
    AAA  S    S    n    n    S    n
    BBB  S    n    n    n    S    n
    CCC  S    ?    S    n    ?    ?
    DDD  -    -    S    S    S    S
"""


def picture(grid: dict[str, str]) -> str:
    years = range(2001, 2001 + len(next(iter(grid.values()))))
    return "\n".join([" ".join(map(str, years)), *(f"{code} {' '.join(letters)}" for code, letters in grid.items())])


def lists(grid: dict[str, str], partial: set[int]) -> dict[int, tuple[str, str]]:
    """A list for each text: none where nothing is known, a part of one where it is in `partial` and only names are
    known, one with a gap where some are not known, else a complete one."""
    held = {}
    for at, letters in enumerate(zip(*grid.values(), strict=True)):
        said = set(letters) - {"-"}
        kind = "suspected gap" if "?" in said else "complete"
        if at in partial and not said & {"n"}:
            kind = "partial"
        held[2001 + at] = ("", "") if said <= {"?"} else (kind, "final")
    return held


def counted(grid: dict[str, str], held: dict[int, tuple[str, str]], one: str, other: str) -> list[int]:
    """The same by counting letters."""
    usable = [2001 + at for at in range(len(grid[one])) if held[2001 + at][0] in ("complete", "suspected gap")]
    said = [grid[one][year - 2001] + grid[other][year - 2001] for year in usable]
    numbers = [said.count(letters) for letters in ("SS", "nn", "Sn", "nS")]
    return [sum(numbers), *numbers]


@st.composite
def grids(draw):
    """Five to eight texts, with Members since a text, States that are not known, parts of lists and no list at all."""
    texts = draw(st.integers(5, 8))
    grid = {}
    for code in CODES:
        since = draw(st.sampled_from((0, 0, 0, 1, 3)))
        grid[code] = "-" * since + "".join(
            draw(st.lists(st.sampled_from("SSnn?"), min_size=texts - since, max_size=texts - since))
        )
    return grid, draw(st.sets(st.integers(0, texts - 1)))


@settings(max_examples=25)
@given(grids())
def test_any_grid_is_counted_as_one_counts_by_hand(drawn):
    grid, partial = drawn
    held = lists(grid, partial)
    record = made.drawn(picture(grid), lists=held, groups=GROUPS)
    table = pairs(record, GA).set_index(["one", "other"])
    whole = any(kind in ("complete", "suspected gap") for kind, _ in held.values())
    assert set(table.index) == (set(combinations(CODES, 2)) if whole else set())
    if not whole:
        return
    of = {code: pairs(record, GA, code).set_index("other") for code in CODES}
    for one, other in permutations(CODES, 2):
        true = counted(grid, held, one, other)
        mine = of[one].loc[other]
        assert [mine[name] for name in FIGURES] == true, (one, other)
        share = (true[1] + true[2]) / true[0] if true[0] >= ENOUGH else math.nan
        assert mine["share"] == share or math.isnan(mine["share"]) == math.isnan(share) is True
        if (one, other) in table.index:
            assert [table.loc[(one, other), name] for name in FIGURES] == true


@settings(max_examples=15)
@given(grids(), st.integers(0, 7), st.sampled_from(CODES))
def test_what_is_not_known_is_never_counted(drawn, at, code):
    """A cell that turns unknown takes its text out of each pair of that State, and changes nothing else."""
    grid, _ = drawn
    at %= len(grid[code])
    if grid[code][at] not in "Sn":
        return
    darker = {**grid, code: grid[code][:at] + "?" + grid[code][at + 1 :]}
    before, after = (
        pairs(made.drawn(picture(g), lists=lists(g, set()), groups=GROUPS), GA).set_index(["one", "other"])
        for g in (grid, darker)
    )
    for pair in combinations(CODES, 2):
        was, now = before.loc[pair], after.loc[pair]
        both_told = all(grid[state][at] in "Sn" for state in pair) and code in pair
        assert now["known"] == was["known"] - both_told
        assert (now[FIGURES[1:]] <= was[FIGURES[1:]]).all()


def test_two_states_by_eye():
    table = pairs(
        made.drawn(
            SIX,
            lists={
                2002: ("suspected gap", "final"),
                2005: ("suspected gap", "final"),
                2006: ("suspected gap", "final"),
            },
            groups=GROUPS,
        ),
        GA,
    ).set_index(["one", "other"])
    assert list(table.loc[("AAA", "BBB"), [*FIGURES, "share"]]) == [6, 2, 3, 1, 0, 5 / 6]
    assert list(table.loc[("AAA", "CCC"), FIGURES]) == [3, 1, 1, 0, 1]
    assert math.isnan(table.loc[("AAA", "CCC"), "share"]), "three texts are too few"
    assert list(table.loc[("AAA", "DDD"), FIGURES]) == [4, 1, 0, 0, 3], "not yet a Member on the first two"


def test_part_of_a_list_agrees_with_nobody():
    """Two names on it could only agree: it counts for nothing."""
    grid = "2001 2002\nAAA S S\nBBB S S\nCCC n ?"
    table = pairs(made.drawn(grid, lists={2002: ("partial", "final")}), GA).set_index(["one", "other"])
    assert table.loc[("AAA", "BBB"), "known"] == 1


def test_nearest_and_furthest_are_all_that_are_equal():
    grid = """2001 2002 2003 2004 2005
    AAA S S S S n
    BBB S S S S n
    CCC S S S S n
    DDD n n n n S"""
    table = with_state(made.drawn(grid, groups=GROUPS), GA, "AAA")
    assert list(ends(table, nearest=True)["iso3"]) == ["BBB", "CCC"]
    assert list(ends(table, nearest=False)["iso3"]) == ["DDD"]
    assert list(table["iso3"]) == ["BBB", "CCC", "DDD"]


def test_groups_are_all_their_pairs_together():
    grid = """2001 2002 2003 2004 2005
    AAA S S S S n
    BBB S S S S S
    CCC n n n n n
    DDD S S S S S"""
    table = between(made.drawn(grid, groups=GROUPS), GA).set_index(["one", "other"])
    same = {("African Group", "African Group"): 4, ("African Group", "Asia-Pacific Group"): 1 + 4 + 0 + 5}
    for pair, number in same.items():
        row = table.loc[pair]
        assert (row["same"], row["known"]) == (number, 5 * row["states"])
    assert table.loc[("Asia-Pacific Group", "African Group"), "same"] == 10, "in both orders"


def test_two_states_of_several_political_groups_count_once_in_each():
    """BBB and CCC are both in both groups: together they are one pair of X and Y, not two; AAA has left X since."""
    grid = """2001 2002 2003 2004 2005
    AAA S S S S n
    BBB S S S S S
    CCC n n S S S
    DDD n n n n n"""
    held = [("X", "AAA", "2005-11-30"), ("X", "BBB", ""), ("X", "CCC", ""), ("Y", "BBB", ""), ("Y", "CCC", "")]
    held += [("Y", "DDD", ""), ("Z", "AAA", "")]
    members = [
        {"group_id": group, "group_name": group, "iso3": iso3, "member_from": "", "member_to": until}
        for group, iso3, until in held
    ]
    record = made.drawn(grid, groups=GROUPS, group_members=members)
    table = between(record, Scope(("GA",), grouping=POLITICAL)).set_index(["one", "other"])
    same = {"BC": 3, "BD": 0, "CD": 2, "AB": 4, "AC": 2, "AD": 1}
    for pair, two in {
        ("X", "X"): ["BC"],
        ("X", "Y"): ["BC", "BD", "CD"],
        ("Y", "Y"): ["BC", "BD", "CD"],
        ("X", "Z"): ["AB", "AC"],
        ("Y", "Z"): ["AB", "AC", "AD"],
    }.items():
        for either in (pair, pair[::-1]):
            assert (table.loc[either, "states"], table.loc[either, "same"]) == (len(two), sum(same[one] for one in two))
    assert ("Z", "Z") not in table.index, "one State alone"


def test_a_bridge_counts_states_of_other_groups_and_names_them():
    grid = """2001 2002 2003 2004 2005
    AAA S S S S S
    BBB S S S S S
    CCC S S S S S
    DDD S S S S n"""
    table = bridges(made.drawn(grid, groups=GROUPS), GA).set_index("iso3")
    assert table.loc["CCC", "names"] == ("Aaa", "Bbb")
    assert table.loc["AAA", "names"] == ("Ccc",), "four texts with DDD are too few, and BBB is of its own group"
    assert list(table.index) == ["CCC", "AAA", "BBB"]
    assert "DDD" not in table.index


def test_where_no_two_share_enough_texts_there_is_no_bridge():
    table = bridges(made.drawn("2001 2002 2003 2004\nAAA S S S S\nCCC S S S S", groups=GROUPS), GA)
    assert table.empty


def test_several_bodies_are_never_pooled(record):
    with pytest.raises(ValueError, match="one body at a time"):
        pairs(record, Scope(("GA", "HRC")))


def test_members_of_a_political_group_are_those_of_the_last_text(record):
    assert "GBR" in members(record, Scope(("CHR",)), "EU")
    assert "GBR" not in members(record, GA, "EU")
    assert len(members(record, GA, "African Group")) == 54
    with pytest.raises(ValueError, match="no political group"):
        members(record, GA, "Nordics")
