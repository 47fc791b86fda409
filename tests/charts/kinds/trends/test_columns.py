"""A text without a list is never a zero, and what is less sure is drawn differently."""

from __future__ import annotations

import re

import pytest

from analytics.scope import Scope
from charts.kinds.trends.columns import columns
from tests.charts.gallery import Gallery


@pytest.fixture(scope="module")
def chart(gallery: Gallery):
    inside, counts, shares = gallery.trend(Scope(("GA",)))
    return columns(counts, shares, gallery.context(inside))


def written(figure):
    return [re.sub(r"<[^>]+>", " ", note.text).strip() for note in figure.layout.annotations]


def bars(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


def test_the_stack_of_2019(chart):
    figure = chart.build()
    numbers = {}
    for trace in figure.data:
        for resolution, value in zip(trace.customdata, trace.y, strict=True):
            if resolution == "A/RES/74/146":
                numbers[trace.name] = value
    assert numbers == {
        "African": 12,
        "Asia-Pacific": 9,
        "Eastern European": 19,
        "Latin America & Caribbean": 17,
        "Western Europe & Others": 27,
    }


def test_reported_numbers_are_an_outline_without_groups(chart):
    rest = bars(chart.build(), "number reported, final list not held")
    assert dict(zip(rest.customdata, rest.y, strict=True)) == {"A/RES/66/164": 77, "A/RES/76/174": 85}
    assert rest.marker.pattern.shape == "/"


@pytest.fixture(scope="module")
def council(gallery: Gallery):
    inside, counts, shares = gallery.trend(Scope(("HRC",)))
    return columns(counts, shares, gallery.context(inside))


def test_texts_without_a_list_are_marked_and_have_no_column(council):
    figure = council.build()
    dark = {"A/HRC/RES/13/13", "A/HRC/RES/16/5", "A/HRC/RES/43/16"}
    # of four more there are single names out of statements, which are no list
    names = {"A/HRC/RES/7/8", "A/HRC/RES/49/18", "A/HRC/RES/52/4", "A/HRC/RES/61/22"}
    assert written(figure).count("no list") == 7
    drawn = {resolution for trace in figure.data for resolution in trace.customdata}
    assert not drawn & (dark | names)
    table = council.table.set_index("Resolution")
    assert set(table.index[table["Sponsors"] == "not known"]) == dark | names
    assert table.loc["A/HRC/RES/43/16", ["African", "Number"]].isna().all()


def test_a_draft_as_tabled_is_no_column_among_final_lists(council):
    figure = council.build()
    rest = bars(figure, "number reported, final list not held")
    at = list(rest.customdata).index("A/HRC/RES/25/18")
    # 60 names tabled it; the column is the number that was reported for the end, all of it an outline
    assert (rest.base[at], rest.y[at]) == (0, 80)
    others = [trace for trace in figure.data if trace.name != rest.name]
    assert not any("A/HRC/RES/25/18" in trace.customdata for trace in others)


def test_the_commission_is_drawn_as_tabled_and_says_so(gallery):
    inside, counts, shares = gallery.trend(Scope(("CHR",)))
    made = columns(counts, shares, gallery.context(inside))
    assert made.subtitle == (
        "Sponsors of each Commission on Human Rights text on human rights defenders as tabled, by regional group"
    )
    numbers = dict(zip(made.table["Resolution"], made.table["Sponsors"], strict=True))
    assert numbers["CHR 2000/61"] == "52"
    assert numbers["CHR 2004/68"] == "at least 72"
    african = dict(zip(made.table["Resolution"], made.table["African"], strict=True))
    assert african["CHR 2000/61"] == 7


def test_a_gapped_list_is_open_at_the_top_and_worded_at_least(chart):
    assert "≥73" in written(chart.build())
    assert any("at least" in text and "73" in text for text in written(chart.build("slide")))
    assert "at least 73" in chart.alt
    dashed = [shape for shape in chart.build().layout.shapes if shape.line.dash == "2px,2px"]
    # France is in doubt on the list of 1998
    assert {round(shape.x0) for shape in dashed} == {1998, 2023}


def test_a_list_read_in_part_is_hatched(council):
    african = bars(council.build(), "African")
    shapes = dict(zip(african.customdata, african.marker.pattern.shape, strict=True))
    assert shapes["A/HRC/RES/34/5"] == "/"
    assert shapes["A/HRC/RES/40/11"] == ""


@pytest.mark.parametrize("layout", ["wide", "narrow", "slide", "medium"])
def test_2013_explains_itself(chart, layout):
    said = " ".join(written(chart.build(layout)))
    assert "36 European States (EU members and neighbours) withdraw" in re.sub(r"\s+", " ", said)


def test_time_is_true(chart):
    figure = chart.build()
    assert list(figure.layout.xaxis.tickvals) == sorted(figure.layout.xaxis.tickvals)
    assert 2006 not in figure.layout.xaxis.tickvals
    low, high = figure.layout.xaxis.range
    assert low < 1998
    assert high > 2023


def test_bodies_are_not_pooled(gallery):
    inside, counts, shares = gallery.trend(Scope(("GA", "HRC")))
    with pytest.raises(ValueError, match="one body"):
        columns(counts, shares, gallery.context(inside))


def test_observers_have_a_part_of_their_own(gallery):
    inside, counts, shares = gallery.trend(Scope(("HRC",)))
    figure = columns(counts, shares, gallery.context(inside)).build()
    observers = bars(figure, "Observers")
    assert dict(zip(observers.customdata, observers.y, strict=True))["A/HRC/RES/40/11"] == 1
    total = sum(
        value
        for trace in figure.data
        for resolution, value in zip(trace.customdata, trace.y, strict=True)
        if resolution == "A/HRC/RES/40/11"
    )
    assert total == 72


@pytest.mark.parametrize("layout", ["narrow", "wide", "slide"])
def test_the_part_of_observers_is_in_the_legend_where_there_is_one(gallery, chart, layout):
    inside, counts, shares = gallery.trend(Scope(("HRC",)))
    said = "Observers, outside the Member States"
    assert said in written(columns(counts, shares, gallery.context(inside)).build(layout))
    assert said not in written(chart.build(layout)), "no observer on the lists of the Assembly"
