from __future__ import annotations

from analytics.scope import Scope
from charts.kinds.trends.lines import lines


def chart(gallery, *bodies):
    inside, counts, _ = gallery.trend(Scope(bodies))
    return lines(counts, gallery.context(inside))


def test_bodies_have_a_panel_each_on_one_scale(gallery):
    figure = chart(gallery, "GA", "HRC").build()
    assert figure.layout.yaxis.range == figure.layout.yaxis2.range
    per_axis = {}
    for trace in figure.data:
        if trace.mode == "markers":
            per_axis.setdefault(trace.xaxis, set()).update(trace.customdata)
    assert all(symbol.startswith("A/RES") for symbol in per_axis["x"])
    assert all(symbol.startswith("A/HRC") for symbol in per_axis["x2"])


def test_a_lower_bound_is_no_point_of_the_line(gallery):
    line = next(trace for trace in chart(gallery, "GA").build().data if trace.mode == "lines")
    at = dict(zip(line.x, line.y, strict=True))
    assert at[2019] == 84
    assert at[2023] is None
    assert at[2011] is None, "a number at adoption, when others could still join"
    assert at[1998] is None


def test_how_sure_a_number_is_shows(gallery):
    points = next(trace for trace in chart(gallery, "GA").build().data if trace.mode == "markers")
    symbols = dict(zip(points.customdata, points.marker.symbol, strict=True))
    fills = dict(zip(points.customdata, points.marker.color, strict=True))
    assert symbols["A/RES/78/216"] == "diamond"
    assert symbols["A/RES/76/174"] == "circle"
    assert fills["A/RES/76/174"] == "#ffffff" != fills["A/RES/74/146"]


def test_texts_without_a_number_are_marked_on_the_axis(gallery):
    made = chart(gallery, "HRC")
    marked = next(trace for trace in made.build().data if trace.mode == "markers" and set(trace.y) == {0})
    assert set(marked.customdata) == set(made.table.loc[made.table["Number"].isna(), "Resolution"])
    assert {"A/HRC/RES/13/13", "A/HRC/RES/61/22"} <= set(marked.customdata)


def test_a_number_at_adoption_has_a_mark_of_its_own(gallery):
    points = next(trace for trace in chart(gallery, "GA").build().data if trace.mode == "markers")
    symbols = dict(zip(points.customdata, points.marker.symbol, strict=True))
    assert {symbols[text] for text in symbols} == {"circle", "square", "diamond"}
    assert [text for text in symbols if symbols[text] == "square"] == ["A/RES/66/164"]


def test_the_head_of_a_panel_says_the_stage(gallery):
    said = [note.text for note in chart(gallery, "GA", "CHR").build().layout.annotations]
    assert any("Commission on Human Rights, as tabled" in text for text in said)
    assert not any("General Assembly, as" in text for text in said)


def test_the_line_to_a_remark_ends_before_the_number_at_its_point(gallery):
    """2013 is a valley: its number stands under the point, as does the remark."""
    for layout in ("wide", "slide", "half"):
        notes = chart(gallery, "GA").build(layout).layout.annotations
        remark = next(note for note in notes if note.showarrow)
        number = next(note for note in notes if note.text == "<b>35</b>")
        beyond = abs(number.yshift) + number.font.size if (number.yanchor == "top") == (remark.ay > 0) else 0
        assert remark.standoff >= beyond * 0.95, layout


def test_the_cross_on_the_axis_is_in_the_legend(gallery):
    said = {
        bodies: {n.text for n in chart(gallery, *bodies).build().layout.annotations} for bodies in (("HRC",), ("GA",))
    }
    assert "× no number held" in said["HRC",]
    assert "× no number held" not in said["GA",], "a number is known of each text"
