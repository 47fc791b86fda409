from __future__ import annotations

from charts.frame.colors import LIGHT
from charts.frame.legend import Swatch, colour, flow, legend_height, shapes
from charts.frame.text import width


def test_colours_by_name():
    assert colour(LIGHT, "sponsor") == LIGHT.sponsor
    assert colour(LIGHT, "steps.2") == LIGHT.steps[2]
    assert colour(LIGHT, "#123456") == "#123456"
    assert colour(LIGHT, "").endswith(",0)")


def test_a_row_is_never_wider_than_its_limit():
    legend = [Swatch("number reported, final list not held")] * 5
    placed = list(flow(legend, 12, 336))
    assert len({top for _, _, top, _ in placed}) == 5
    assert [top for _, _, top, _ in flow(legend[:2], 12, 800)] == [0, 0]


def test_a_label_that_is_wider_than_its_limit_is_written_in_lines_and_the_next_stands_below():
    long, short = Swatch("tabled the resolution that created the mandate; not a sponsor in 2023"), Swatch("sponsor")
    (_, _, _, lines), (_, left, top, _) = flow([long, short], 12, 200)
    assert len(lines) > 1
    assert all(width(line, 12) + long.indent(12) <= 200 for line in lines)
    assert (left, top) == (0, legend_height([long], 12, 200))


def test_not_known_is_hatched_in_the_legend_too():
    assert len(shapes(Swatch("not known", "ground", "unknown", hatch=True), LIGHT, (0, 0), 12, 0)) == 2
    assert len(shapes(Swatch("sponsor", "sponsor", "sponsor"), LIGHT, (0, 0), 12, 0)) == 1
    assert shapes(Swatch("only words", shape=""), LIGHT, (0, 0), 12, 0) == []
