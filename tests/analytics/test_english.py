from __future__ import annotations

from datetime import date

from analytics.english import (
    at_least,
    capital,
    count,
    decimal,
    listing,
    long_date,
    of_groups,
    percent_told,
    spelled,
    years,
)
from data.tongues.speech import speaking


def test_singular_and_plural():
    assert [count(n, "State") for n in (0, 1, 2, 1467)] == ["0 States", "1 State", "2 States", "1,467 States"]
    assert count(2, "opportunity", "opportunities") == "2 opportunities"


def test_lists():
    assert listing([]) == ""
    assert listing(["A"]) == "A"
    assert listing(["A", "B", "C"]) == "A, B and C"
    assert listing("ABCDE", limit=2) == "A, B and 3 more"
    assert listing("ABC", limit=2) == "A, B and C"


def test_small_pieces():
    assert [of_groups(n, 5) for n in (5, 4, 1)] == [
        "from all five groups",
        "from four of five groups",
        "from one of five groups",
    ]
    assert at_least(3, True) == "at least 3"
    assert at_least(3, False) == "3"
    assert years([2005, 2001]) == "2001–2005"
    assert years([2001]) == "2001"
    assert percent_told(0.166) == "17 %"
    assert [percent_told(share) for share in (0, 0.001, 0.999, 1)] == ["0 %", "under 1 %", "over 99 %", "100 %"]
    assert (spelled(12), spelled(13)) == ("twelve", "13")
    assert long_date(date(2026, 11, 3)) == "3 November 2026"


def test_numbers_of_a_table_have_one_form():
    told = {12.0: "12", 0.111: "0.11", -0.05: "−0.05", -3: "−3", -0.001: "0.00", 0: "0", 2026: "2026"}
    assert {number: decimal(number) for number in told} == told
    with speaking("fr"):
        assert decimal(0.111) == "0,11"


def test_a_beginning_is_capitalised_and_the_rest_left_as_it_is():
    assert [capital(text) for text in ("sponsored A/RES/1", "A", "")] == ["Sponsored A/RES/1", "A", ""]
