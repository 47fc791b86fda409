from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from charts.frame.labels import Series, numbered, place_of, traced
from charts.frame.panels import Panel
from charts.frame.sheet import Sheet, Words
from charts.frame.text import width

PANEL = Panel(0, 0, 300, 150, "x", "y", (300, 150))
PLACE = place_of(PANEL, (1996, 2028), (0, 100))


def numbers(values: dict[int, int]) -> list[dict]:
    points = [(year, float(value)) for year, value in values.items()]
    sheet = Sheet(Words("", "", "", ""))
    return numbered(sheet, PANEL, Series(points, [f"≥{v}%" for v in values.values()], points), PLACE, PANEL.high)


def box(label: dict) -> tuple[float, float, float, float]:
    x, y = PLACE(label["x"], label["y"])
    wide, high = width(label["text"][3:-4], label["font"]["size"], True), label["font"]["size"] * 0.74
    x, y = x + label["xshift"], y - label["yshift"]
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def test_a_number_stands_over_a_peak_under_a_valley_and_beside_a_slope():
    at = {label["x"]: label for label in numbers({2000: 80, 2010: 20, 2020: 80})}
    assert at[2010]["yshift"] < 0 == at[2010]["xshift"]
    assert at[2000]["yshift"] > 0
    steep = {label["x"]: label for label in numbers({2000: 10, 2002: 50, 2004: 90})}
    assert steep[2002]["xshift"] != 0, "the line runs over and under it"


@given(st.dictionaries(st.integers(1998, 2026), st.integers(0, 95), min_size=1, max_size=20))
@settings(max_examples=60, deadline=None)
def test_no_number_covers_the_line_a_point_or_another_number(values):
    values = dict(sorted(values.items()))
    made = numbers(values)
    for one, other in combinations(map(box, made), 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    line = traced(list(values.items()), PLACE, 1)
    for left, top, right, bottom in map(box, made):
        assert not any(left < x < right and top < y < bottom for x, y in line)


def test_the_last_number_is_written_before_those_in_between():
    crowded = numbers(dict.fromkeys(range(1998, 2027), 50))
    assert {1998, 2026} <= {label["x"] for label in crowded}
    assert len(crowded) < 29
