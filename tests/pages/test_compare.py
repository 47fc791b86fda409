"""Compare: the matrix, two States, two groups."""

from __future__ import annotations

import pytest

from tests.pages.opening import answer, opened, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def test_known_and_unknown_cells_are_counted_apart(record):
    at = opened("compare", one="AUT", two="GBR")
    texts = record.resolutions.loc[record.resolutions["body"].isin(("GA", "HRC")), "resolution"]
    members = record.states.loc[record.states["status"] == "member", "iso3"]
    inside = record.grid[record.grid["resolution"].isin(texts) & record.grid["iso3"].isin(members)]["value"]
    there = (inside != "not_member").sum()
    known = inside.isin(("sponsor", "not_sponsor")).sum()
    assert answer(at).startswith(f"Of {there:,} cells ")
    assert f"{known:,} are known: {(inside == 'sponsor').sum():,} sponsorships" in answer(at)
    assert "On 13 texts both are known: both sponsored 12" in words(at)
    assert "On 17 more it cannot be told" in words(at)


def test_the_same_state_twice_is_no_comparison():
    at = opened("compare", one="NOR", two="NOR", group="African Group", order="name")
    assert "Choose two different States." in words(at)
    assert titles(at)


def test_a_period_without_any_list_says_so():
    at = opened("compare", years="1998-1999", body="CHR")
    assert not titles(at)
    assert "No list of sponsors is held of any text in this period" in words(at)


def test_years_without_a_text_say_so_and_what_to_do():
    at = opened("compare", years="2024-2024")
    assert answer(at) == "No text in this scope."
    assert "Widen the years or choose another body" in words(at)
