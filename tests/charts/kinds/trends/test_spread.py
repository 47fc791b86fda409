from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.kinds.trends.columns_upright import spread

LABELS = st.lists(st.tuples(st.floats(0, 300), st.floats(8, 30)), min_size=1, max_size=8)


@given(LABELS)
@settings(max_examples=80, deadline=None)
def test_labels_never_overlap_and_stay_inside(labels):
    wanted, sizes = [w for w, _ in labels], [s for _, s in labels]
    placed = spread(wanted, sizes, 0, 400)
    edges = sorted((c - s / 2, c + s / 2) for c, s in zip(placed, sizes, strict=True))
    assert edges[0][0] >= -1e-6
    assert edges[-1][1] <= max(400, sum(sizes)) + 1e-6
    assert all(low[1] <= high[0] + 1e-6 for low, high in zip(edges, edges[1:], strict=False))


def test_labels_with_room_stay_where_they_are():
    assert spread([50, 10], [10, 10], 0, 100) == [50, 10]


def test_two_in_one_place_are_moved_apart():
    assert spread([50, 50], [10, 10], 0, 100) == pytest.approx([50, 60])
