from __future__ import annotations

from charts.frame.colors import LIGHT
from charts.frame.legend import Swatch, colour, flow, shapes


def test_colours_by_name():
    assert colour(LIGHT, "sponsor") == LIGHT.sponsor
    assert colour(LIGHT, "steps.2") == LIGHT.steps[2]
    assert colour(LIGHT, "#123456") == "#123456"
    assert colour(LIGHT, "").endswith(",0)")


def test_a_row_is_never_wider_than_its_limit():
    legend = [Swatch("number reported, final list not held")] * 5
    placed = list(flow(legend, 12, 336))
    assert {row for _, _, row in placed} == set(range(5))
    assert [row for _, _, row in flow(legend[:2], 12, 800)] == [0, 0]


def test_not_known_is_hatched_in_the_legend_too():
    assert len(shapes(Swatch("not known", "ground", "unknown", hatch=True), LIGHT, (0, 0), 12, 0)) == 2
    assert len(shapes(Swatch("sponsor", "sponsor", "sponsor"), LIGHT, (0, 0), 12, 0)) == 1
    assert shapes(Swatch("only words", shape=""), LIGHT, (0, 0), 12, 0) == []
