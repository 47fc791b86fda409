"""What is asked about: bodies, years, and groups as of the day of adoption."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from analytics.measures import Measures
from analytics.scope import GROUP_SHORT, UN_GROUPS, Scope, groups_of_state, may_sponsor, members_of
from tests import made


@pytest.mark.parametrize(
    ("iso3", "status", "body", "on", "may"),
    [
        ("NOR", "member", "GA", date(1998, 12, 9), True),
        ("PSE", "observer", "GA", date(2023, 12, 19), False),
        ("PSE", "observer", "GA", date(2024, 5, 9), False),
        ("PSE", "observer", "GA", date(2024, 5, 10), True),
        ("VAT", "observer", "GA", date(2026, 11, 1), False),
        ("VAT", "observer", "HRC", date(2026, 3, 1), True),
        ("PSE", "observer", "HRC", date(2013, 3, 21), True),
        ("CHE", "member", "CHR", date(2000, 4, 26), True),
        ("CHE", "member", "GA", date(2001, 12, 19), False),
        ("CHE", "member", "GA", date(2002, 9, 10), True),
    ],
)
def test_who_may_sponsor(iso3, status, body, on, may):
    assert may_sponsor(iso3, status, body, on) is may


GROUPS = pd.DataFrame(
    [
        ("EU", "AAA", None, None),
        ("EU", "GBR", None, date(2002, 6, 30)),
        ("EU", "NEW", date(2002, 7, 1), None),
        ("OIC", "AAA", None, None),
    ],
    columns=["group_id", "iso3", "member_from", "member_to"],
)
PICTURE = """
        2001 2003
    AAA S    n
    GBR S    S
    NEW n    S
    OUT S    S
    OBS S    S
"""


def test_only_the_bodies_and_years_asked_for_are_kept():
    both = Measures(made.drawn({"GA": PICTURE, "HRC": PICTURE}))
    assert set(both.texts(Scope())["resolution"]) == {"GA 2001", "GA 2003"}
    assert set(both.cells(Scope(bodies=("HRC",), since=2002))["resolution"]) == {"HRC 2003"}
    assert set(both.counts(Scope(bodies=("GA", "HRC"), until=2001))["body"]) == {"GA", "HRC"}


def test_bodies_are_never_pooled_unless_asked():
    assert Scope().bodies == ("GA",)
    assert Scope(bodies=("GA", "HRC")).only("HRC").bodies == ("HRC",)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"bodies": ("UNGA",)}, "bodies must be some of"),
        ({"bodies": ()}, "bodies must be some of"),
        ({"since": 2010, "until": 2009}, "begins in 2010, after its end"),
        ({"grouping": "continent"}, "grouping must be"),
    ],
)
def test_a_scope_that_makes_no_sense_is_refused(wrong, words):
    with pytest.raises(ValueError, match=words):
        Scope(**wrong)


def test_words():
    assert Scope(bodies=("GA", "HRC"), since=2013).words() == "General Assembly and Human Rights Council, 2013 to 2026"
    assert Scope(since=2019, until=2019).words() == "General Assembly, 2019"


def test_every_regional_group_has_a_short_name(record):
    assert set(GROUP_SHORT) == set(UN_GROUPS)
    assert set(record.states["un_group"]) == {*UN_GROUPS, ""}


def test_the_last_day_of_a_membership_counts_and_the_next_does_not():
    assert "GBR" in members_of(GROUPS, "EU", date(2002, 6, 30))
    assert members_of(GROUPS, "EU", date(2002, 7, 1)) == {"AAA", "NEW"}
    assert groups_of_state(GROUPS, "AAA", date(2003, 1, 1)) == ["EU", "OIC"]
    with pytest.raises(ValueError, match="no political group"):
        members_of(GROUPS, "XYZ", date(2003, 1, 1))
