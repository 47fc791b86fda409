"""Trends: numbers, regions, political groups, and the claim of 2008."""

from __future__ import annotations

import pytest

from tests.pages.visit import answer, frame_with, opened, source_line, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def test_ga_and_council_side_by_side_and_the_claims_checked():
    at = opened("trends")
    assert answer(at) == (
        "Known numbers of sponsors: General Assembly 59 to 85, but 35 in 2013 after withdrawals; "
        "Human Rights Council 72 to 84."
    )
    assert len(titles(at)) == 6
    assert any("35 in 2013 after withdrawals" in title for title in titles(at)), "2013 explains itself"
    said = words(at)
    assert "Sponsors of the General Assembly text grew in number from 2000 to 2007: true." in said
    assert "Sponsors of the Commission on Human Rights text grew in number from 2000 to 2005" in said
    assert "cannot be known" not in said.split("grew in number from 2000 to 2005")[1].split("\n")[0]
    assert any("Assembly 70 (2000) to 82 (2007); Commission as tabled 52 (2000) to 62 (2005)" in t for t in titles(at))
    assert "any General Assembly text until then, with 74: false." in said
    assert len(frame_with(at, "Verdict"))


def test_the_commission_is_told_as_tabled_and_nothing_is_called_final():
    at = opened("trends", body="CHR", by="political")
    assert answer(at) == f"{titles(at)[0]}."
    assert titles(at)[0].startswith("Commission on Human Rights, as tabled, 1998–2005: 41 to 62 sponsors")
    assert not any("final" in title.lower() for title in titles(at))


def test_where_nothing_is_known_nothing_is_claimed():
    at = opened("trends", body="HRC", years="2010-2011")
    assert answer(at).startswith("Human Rights Council: the number of sponsors is not known for either of the two")
    assert all("not known" in title for title in titles(at)[:-1])
    assert "since 2000" in titles(at)[-1], "the claim is put to all years, whatever the years at the side"


def test_the_assembly_can_be_read_as_tabled():
    at = opened("trends", body=["GA", "CHR"], stage="tabled")
    assert answer(at).startswith("Known numbers of sponsors: General Assembly, as tabled ")
    assert "; Commission on Human Rights, as tabled 41 to 62." in answer(at)
    assert "withdrawals" not in answer(at)


def test_no_body_chosen_means_all_three_and_the_link_says_so():
    at = opened("trends", body="GA")
    at.session_state["body"] = []
    at.run()
    assert "None is chosen: all three are shown." in words(at)
    assert "Commission on Human Rights, as tabled 41 to 62" in answer(at)
    assert at.query_params["body"] == ["GA", "CHR", "HRC"]


def test_political_groups_overlap_and_say_so():
    at = opened("trends", by="political", body="GA", years="2015-2023")
    assert "these are never added up" in words(at)
    assert len(titles(at)) == 5


def test_years_without_a_text_say_so_and_what_to_do():
    at = opened("trends", years="2024-2024")
    assert answer(at) == "No text of these bodies was adopted in these years."
    assert not at.get("plotly_chart")
    assert "Widen the years or choose another body" in words(at)
    assert "Data version" in source_line(at), "though the page stops early"
