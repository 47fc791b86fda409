"""Every chart in every layout: it builds, Plotly accepts it, it carries its words, and none is cut off."""

from __future__ import annotations

import re

import plotly.graph_objects as go
import pytest

from analytics.scope import Scope
from charts import catalog
from charts.frame.layouts import LAYOUTS
from charts.frame.sources import UN_BOUNDARIES
from charts.frame.text import escape
from tests.charts.gallery import ODD, Gallery


def plain(figure: go.Figure) -> str:
    """All that is written in a figure, in one line."""
    said = " ".join(note.text for note in figure.layout.annotations)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", said))


@pytest.fixture(scope="module")
def charts(gallery: Gallery):
    return gallery.main()


@pytest.fixture(scope="module")
def figures(charts) -> dict[str, list[go.Figure]]:
    """The figures of the charts by layout, each drawn once; never change one."""
    return {layout: [chart.build(layout) for chart in charts] for layout in LAYOUTS}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_figure_carries_its_own_words(charts, figures, layout):
    for chart, figure in zip(charts, figures[layout], strict=True):
        said = plain(figure)
        for words in (chart.title, chart.subtitle, *chart.note.split("\n"), chart.source):
            # a long symbol may break after a slash, so spaces are left out of the comparison
            assert re.sub(r"\s", "", escape(words)) in re.sub(r"\s", "", said), (chart.name, words)
        assert chart.data_version
        assert figure.layout.meta["data_version"] == chart.data_version
        assert chart.data_version not in said, "small print beside the picture and in its file, not in it"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_plotly_accepts_every_property(charts, figures, theme):
    for layout in ("narrow", "wide", "slide"):
        drawn = figures[layout] if theme == "light" else [chart.build(layout, theme) for chart in charts]
        for figure in drawn:
            go.Figure(figure.to_dict())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_export_layouts_have_their_size_and_screen_layouts_fill_the_width(charts, figures, layout):
    wanted = LAYOUTS[layout]
    for chart, figure in zip(charts, figures[layout], strict=True):
        if wanted.fixed:
            assert (figure.layout.width, figure.layout.height) == (wanted.width, wanted.height), chart.name
        else:
            assert figure.layout.width is None
            assert figure.layout.autosize
            assert figure.layout.height > 200


def test_the_margins_leave_room_for_the_picture(charts, figures):
    for layout in LAYOUTS.values():
        for chart, figure in zip(charts, figures[layout.name], strict=True):
            margin = figure.layout.margin
            assert figure.layout.height - margin.t - margin.b > 100, (chart.name, layout.name)
            assert layout.width - margin.l - margin.r > layout.width * 0.6, (chart.name, layout.name)


def test_no_placeholder_colour_of_another_template(charts):
    pytest.importorskip("streamlit")  # its import makes its own template the default
    import plotly.io

    assert plotly.io.templates.default == "streamlit"
    for chart in charts:
        for theme in ("light", "dark"):
            assert "#00000" not in chart.build("wide", theme).to_json()


def test_a_map_carries_the_sentence_of_the_united_nations(charts):
    maps = [chart for chart in charts if chart.is_map]
    assert maps
    for chart in maps:
        assert UN_BOUNDARIES in chart.note


def test_every_chart_has_alt_text_and_a_table_with_plain_headings(charts):
    for chart in charts:
        assert chart.title in chart.alt
        assert "\n" not in chart.alt
        assert len(chart.table) > 0, chart.name
        assert not any("_" in str(column) for column in chart.table.columns), chart.name


INDEX = {"Index"}
"""Columns between 0 and 1 that are no part of anything."""


def test_every_part_of_a_whole_is_read_in_per_cent(record):
    for name in catalog.names():
        asks = {"state": "KEN"} if "state" in catalog.CHARTS[name].params else {}
        chart = catalog.build(name, record, **asks)
        fractions = {head for head in chart.table.select_dtypes("float") if (chart.table[head].dropna() % 1).any()}
        assert fractions - INDEX <= set(chart.shares), name
        assert set(chart.shares) <= set(chart.table), name
        for head in chart.shares:
            assert all(said.endswith("\u00a0%") for said in chart.told[head].dropna()), name


@pytest.mark.parametrize("scope", ODD.values(), ids=ODD)
def test_odd_scopes_build_in_every_layout(gallery: Gallery, scope: Scope):
    for chart in gallery.scoped(scope):
        assert chart.title
        for layout in LAYOUTS:
            figure = chart.build(layout, "dark")
            assert escape(chart.title.split()[0]) in plain(figure)
        go.Figure(figure.to_dict())


def test_an_empty_scope_builds(gallery: Gallery):
    nothing = gallery.scoped(Scope(("GA",), 2006, 2006))
    for chart in nothing:
        for layout in LAYOUTS:
            chart.build(layout)
        assert not re.search(r"\b\d+ (States?|sponsors?) ", chart.title), chart.title


def test_a_name_that_does_not_exist_is_refused(charts):
    with pytest.raises(ValueError, match="no layout"):
        charts[0].build("poster")
    with pytest.raises(ValueError, match="no theme"):
        charts[0].build("wide", "sepia")
