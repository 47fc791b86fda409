from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.frame.tiles import SMALLEST, TILE, Wanted, plan, squares

SIZES = [54, 54, 23, 33, 29]
NAMES = ["African", "Asia-Pacific", "Eastern European", "Latin America & Caribbean", "Western Europe & Others"]


@given(st.floats(330, 1600), st.one_of(st.none(), st.floats(250, 900)))
@settings(max_examples=30, deadline=None)
def test_blocks_hold_their_tiles_and_stay_within_the_width(width, room):
    made = plan(Wanted(SIZES, NAMES, ["12 of 54, 9 not known"] * 5, 13), width, room)
    for block, size in zip(made.blocks, SIZES, strict=True):
        assert block.columns * block.rows >= size > block.columns * (block.rows - 1)
        assert block.left + block.columns * made.pitch <= width + made.pitch * (1 - TILE) + 0.5
        assert block.top + block.rows * made.pitch <= made.height + 0.5


@pytest.mark.parametrize(("width", "blocks_in_first_row"), [(336, (1, 2)), (864, (5,))])
def test_side_by_side_where_there_is_room(width, blocks_in_first_row):
    made = plan(Wanted(SIZES, NAMES, ["12 of 54"] * 5, 13), width, None)
    assert made.pitch >= SMALLEST
    first = made.blocks[0].top
    assert sum(abs(b.top - first) < 30 for b in made.blocks) in blocks_in_first_row


def test_squares_are_one_path():
    xs, ys = squares([(0, 0), (10, 0)], 8)
    assert xs == [0, 8, 8, 0, 0, None, 10, 18, 18, 10, 10]
    assert ys == [0, 0, -8, -8, 0, None, 0, 0, -8, -8, 0]
    assert squares([], 8) == ([], [])
