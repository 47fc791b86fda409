"""Together, Votes and Topics: each opens with what its picture says, and tells apart what is not known."""

from __future__ import annotations

import json

import pytest

from analytics.agreement.pairs import ENOUGH, WHY_ENOUGH
from analytics.agreement.topics import signers
from analytics.scope import Scope
from tests.pages.visit import answer, box, frame_with, opened, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def link_of(at, step: str) -> str:
    """Where the link to a step of the campaign leads."""
    said = [link.proto for link in at.get("page_link")]
    return next(link.query_string for link in said if step in link.label)


def test_one_state_its_nearest_and_furthest_and_the_rule():
    at = opened("together", state="KEN")
    assert answer(at) == f"{titles(at)[0]}." == f"{titles(at)[1]}."
    assert answer(at).startswith("Kenya agrees most with Lesotho and South Sudan: ")
    assert WHY_ENOUGH in words(at)
    assert "15 of 17 texts in view of which a whole list of the stage is held" in words(at)
    assert not [state for state in box(at, "State").options if "Holy See" in state], "observers are not compared"


def test_on_too_few_texts_no_number_is_given():
    at = opened("together", state="KEN", body="HRC")
    assert (
        answer(at) == f"No other Member State shares {ENOUGH} known texts with Kenya: whom it signs with is not told."
    )
    assert "3 of 13 texts in view" in words(at)


def test_within_a_group_and_who_bridges_the_groups():
    at = opened("together", view="groups", within="EU", body="CHR")
    assert answer(at).startswith("European Union: of 300 pairs of States, ")
    assert titles(at)[1].endswith("outside its own group, the most on the lists held")


def test_political_groups_with_one_another():
    at = opened("together", view="groups", within="political", groups=["AU", "EU", "OIC"])
    assert answer(at).startswith("States of these groups agree most between AU and OIC: on ")
    assert titles(at)[0] == answer(at).removesuffix(".")


@pytest.mark.parametrize(
    ("by", "name"), [("", " in Western Europe & Others (most "), ("political", "cohesion was 1.00 in EU (most ")]
)
def test_cohesion_by_regional_and_by_political_groups(by: str, name: str):
    at = opened("together", view="cohesion", **({"by": by} if by else {}))
    assert name in answer(at)
    assert "Hix, Noury and Roland (2005)" in words(at)


def test_a_period_without_whole_lists_says_so():
    at = opened("together", years="2010-2011", body="HRC")
    assert answer(at) == "No whole list of sponsors is held of any text in this period."


def test_votes_name_who_voted_for_an_amendment_and_who_came_round(record):
    at = opened("votes", of="HRC")
    assert answer(at).startswith("21 hostile amendments put to a recorded vote, none was carried")
    rows = frame_with(at, "Amendment").set_index("Amendment")
    cast = record.rows("votes", stage="amendment A/HRC/31/L.42")
    names = record.states.set_index("iso3")["short_name"]
    in_favour = sorted(names[iso3] for iso3 in cast.loc[cast["vote"] == "yes", "iso3"])
    assert rows.loc["A/HRC/31/L.42", "In favour of the amendment"] == ", ".join(in_favour)
    assert set(rows["Outcome"]) == {"rejected"}
    assert "Who tabled an amendment is not in the record" in words(at)
    assert "Came round (9 States)" in words(at)
    assert "India" in set(frame_with(at, "Votes, text by text")["State"])


def test_topics_lead_to_targets_and_the_shortlist(record):
    subject = "Women and girls"
    at = opened("topics", subject=subject)
    table = signers(record, Scope(("GA",)))
    mine = table[(table["subject"] == subject) & (table["here"] == "not_sponsor")]
    assert list(frame_with(at, "Texts that name it")["State"]) == list(mine["short_name"])
    said = json.dumps(link_of(at, "Targets"))
    assert all(iso3 in said for iso3 in mine["iso3"])
    assert "is no “no”" in words(at)
    dark = opened("topics", subject=subject, here="unknown")
    shown = set(frame_with(dark, "Texts that name it")["State"])
    assert shown == set(table.loc[table["subject"].eq(subject) & table["here"].eq("unknown"), "short_name"])


def test_each_text_says_why_it_has_its_subject():
    table = frame_with(opened("topics"), "Why this subject")
    assert table["Why this subject"].str.startswith("in its title: ").all()


@pytest.mark.parametrize(("page", "years"), [("votes", "2001-2002"), ("topics", "1998-2001")])
def test_years_without_any_say_so(page: str, years: str):
    said = answer(opened(page, years=years))
    assert said in (
        "No recorded vote whose names are held falls in this period.",
        "No other text of the Third Committee of these years is held.",
    )
