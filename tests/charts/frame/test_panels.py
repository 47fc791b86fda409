from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.frame.panels import along, free_spot, grid, year_ticks
from charts.frame.text import width

SPOTS = st.lists(st.tuples(st.floats(0, 200), st.floats(0, 150)), max_size=25)


@given(st.integers(1, 14), st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_panels_do_not_overlap(count, columns):
    panels = grid(count, columns, (900, 800), (40, 20, 15))
    assert len({panel.x for panel in panels}) == count
    for one in panels:
        assert one.left + one.wide <= 900.01
        assert one.top + one.high <= 800.01
        for other in panels:
            apart = (
                one is other
                or one.left + one.wide <= other.left + 0.01
                or other.left + other.wide <= one.left + 0.01
                or one.top + one.high <= other.top + 0.01
                or other.top + other.high <= one.top + 0.01
            )
            assert apart


@given(SPOTS)
@settings(max_examples=40, deadline=None)
def test_a_remark_covers_no_point(taken):
    spot = free_spot((80, 40), (100, 75), (200, 150), taken, 4)
    if spot is None:
        assert taken
        return
    x, y = spot
    assert 0 <= x <= 120
    assert 0 <= y <= 110
    assert not any(x <= px <= x + 80 and y <= py <= y + 40 for px, py in taken)


@given(st.lists(st.integers(1998, 2026), min_size=1, max_size=20), st.floats(100, 900))
@settings(max_examples=40, deadline=None)
def test_years_under_a_panel_do_not_touch(years, wide):
    ticks = year_ticks(years, min(years) - 1, max(years) + 1, wide, 12)
    per_year = wide / (max(years) - min(years) + 2)
    assert set(ticks) <= set(years)
    assert ticks[0] == min(years)
    assert all((b - a) * per_year >= width("2000", 12) for a, b in zip(ticks, ticks[1:], strict=False))


def test_along_fills_a_line():
    points = along([(0, 0), (60, 0)])
    assert max(b - a for (a, _), (b, _) in zip(sorted(points), sorted(points)[1:], strict=False)) == pytest.approx(6)
