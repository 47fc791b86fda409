"""When a coming text is: it passes when its year ends, and within a session it is "in these weeks"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.texts.occasions import coming, sitting, when


@pytest.mark.parametrize(
    ("body", "year", "today", "said"),
    [
        ("GA", 2026, date(2026, 1, 1), "in October and November"),
        ("GA", 2026, date(2026, 9, 30), "in October and November"),
        ("GA", 2026, date(2026, 10, 1), "in these weeks"),
        ("GA", 2026, date(2026, 11, 30), "in these weeks"),
        ("GA", 2026, date(2026, 12, 1), "before the end of the year"),
        ("GA", 2029, date(2026, 10, 15), "in 2029"),
        ("GA", 2026, date(2027, 1, 1), "in 2026, which has passed"),
        ("HRC", 2028, date(2028, 1, 10), "in March, June/July or September"),
        ("HRC", 2028, date(2028, 3, 15), "in these weeks"),
        ("HRC", 2028, date(2028, 5, 1), "in June/July or September"),
        ("HRC", 2028, date(2028, 6, 30), "in these weeks"),
        ("HRC", 2028, date(2028, 9, 20), "in these weeks"),
        ("HRC", 2028, date(2028, 11, 1), "before the end of the year"),
    ],
)
def test_when_as_one_says_it(body, year, today, said):
    assert when(body, year, today) == said


@given(st.sampled_from(["GA", "HRC"]), st.integers(2024, 2030), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_these_weeks_are_always_of_this_year(body, year, today):
    assert (when(body, year, today) == "in these weeks") == sitting(body, year, today)
    assert not (sitting(body, year, today) and year != today.year)
    assert ("passed" in when(body, year, today)) == (year < today.year)


def test_an_occasion_passes_when_its_year_ends(record):
    held = {(row.body, row.year) for row in record.coming.itertuples()}
    assert ("GA", 2026) in held
    on_last_day = {(row.body, row.year) for row in coming(record, date(2026, 12, 31)).itertuples()}
    after = {(row.body, row.year) for row in coming(record, date(2027, 1, 1)).itertuples()}
    assert on_last_day == held
    assert after == {occasion for occasion in held if occasion[1] > 2026}
    assert coming(record, date(2100, 1, 1)).empty


def test_an_occasion_whose_text_was_adopted_is_not_ahead(record):
    told = replace(record, opportunities=record.opportunities.assign(year=2023, body="GA"))
    assert coming(told, date(2023, 1, 1)).empty
