"""Trends: numbers, regions, political groups, and the claim of 2008."""

from __future__ import annotations

import pytest

from tests.pages.opening import answer, frame_with, opened, source_line, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def test_ga_and_council_side_by_side_and_the_claims_checked():
    at = opened("trends")
    assert answer(at).startswith("General Assembly: between 68 and 84 sponsors (most in 2019) on 9 complete lists")
    assert ", and 35 in 2013 after withdrawals" in answer(at)
    assert len(titles(at)) == 5
    assert any("35 in 2013 after withdrawals" in title for title in titles(at)), "2013 explains itself"
    said = words(at)
    assert "Sponsors of the General Assembly text grew in number from 2000 to 2007: cannot be known." in said
    assert "Sponsors of the Commission on Human Rights text grew in number from 2000 to 2005: cannot be known." in said
    assert "any General Assembly text until then, with 74: false." in said
    assert len(frame_with(at, "Verdict"))


def test_of_the_commission_nothing_is_known_and_nothing_is_claimed():
    at = opened("trends", body="CHR", by="political")
    assert answer(at) == "Commission on Human Rights: no complete list is held of any of its 8 texts."
    assert all("not known" in title for title in titles(at))


def test_no_body_chosen_means_all_three_and_the_link_says_so():
    at = opened("trends", body="GA")
    at.session_state["body"] = []
    at.run()
    assert "None is chosen: all three are shown." in words(at)
    assert "Commission on Human Rights: no complete list" in answer(at)
    assert at.query_params["body"] == ["GA", "CHR", "HRC"]


def test_political_groups_overlap_and_say_so():
    at = opened("trends", by="political", body="GA", years="2015-2023")
    assert "these are never added up" in words(at)
    assert len(titles(at)) == 4


def test_years_without_a_text_say_so_and_what_to_do():
    at = opened("trends", years="2024-2024")
    assert answer(at) == "No text of these bodies was adopted in these years."
    assert not at.get("plotly_chart")
    assert "Widen the years or choose another body" in words(at)
    assert "Data version" in source_line(at), "though the page stops early"
