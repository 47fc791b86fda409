from __future__ import annotations

from itertools import pairwise

import pytest

from analytics.grid import in_words
from charts.frame.chart import Context
from charts.frame.layouts import layout_of, screen
from charts.frame.text import width
from charts.kinds.records.timeline import timeline
from charts.kinds.records.timeline_marks import _LEGEND
from tests import made
from tests.charts.gallery import Gallery


def chart(gallery: Gallery, iso3: str, name: str):
    return timeline(gallery.measures.history(iso3), name, Context())


def marks(figure) -> dict[str, str]:
    return {text: trace.name for trace in figure.data for text in trace.customdata}


def test_each_text_has_one_mark_by_its_value(gallery):
    drawn = marks(chart(gallery, "CHE", "Switzerland").build())
    assert len(drawn) == 38
    assert drawn["A/RES/56/163"] == "not yet a Member"
    assert drawn["A/RES/74/146"] == "sponsor"
    assert drawn["A/RES/76/174"] == "sponsor"
    assert drawn["A/HRC/RES/43/16"] == "not known"
    # as an observer it could sponsor in the Commission
    assert drawn["CHR 2000/61"] == "sponsor"
    austria = marks(chart(gallery, "AUT", "Austria").build())
    assert austria["A/RES/68/181"] == "not a sponsor, withdrew"
    assert austria["A/RES/78/216"] == "not known"
    kenya = marks(chart(gallery, "KEN", "Kenya").build())
    assert kenya["CHR 2000/61"] == kenya["A/HRC/RES/25/18"] == "not named when tabled"
    assert kenya["A/RES/68/181"] == "not a sponsor"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_two_values_have_the_same_mark(theme):
    table = made.cells("2001 2003 2005 2007 2009 2011\nAAA S n t ? - n", withdrew=[("AAA", 2011)])
    past = table.assign(
        short_title="Defenders", word=in_words(table), vote="", vote_stage="", as_written="", role="", remark=""
    )
    figure = timeline(past, "Aaa", Context()).build("wide", theme)
    looks = {
        trace.name: (trace.marker.symbol, trace.marker.color, trace.marker.line.color, trace.mode)
        for trace in figure.data
    }
    assert set(looks) == {
        "sponsor",
        "not a sponsor",
        "not a sponsor, withdrew",
        "not named when tabled",
        "not known",
        "not yet a Member",
    }
    assert len(set(looks.values())) == 6


def test_a_withdrawal_and_a_draft_are_told_by_name(gallery):
    note = chart(gallery, "AUT", "Austria").note
    assert "It had sponsored A/RES/68/181 and withdrew." in note
    kenya = chart(gallery, "KEN", "Kenya").note
    assert "Not named when A/HRC/RES/25/18 was tabled; whether it joined later is not known." in kenya
    assert "withdrew" not in kenya


def test_the_title_counts_what_is_known(gallery):
    made = chart(gallery, "KEN", "Kenya")
    table = gallery.measures.history("KEN")
    known = table[(table["body"] == "GA") & table["value"].isin(["sponsor", "not_sponsor"])]
    sponsored = known["value"].eq("sponsor").sum()
    assert made.title.startswith(f"Kenya sponsored {sponsored} of {len(known)} known texts in the General Assembly")


def test_the_last_one_is_not_read_as_that_of_another_body(gallery):
    assert chart(gallery, "ZAF", "South Africa").title == (
        "South Africa sponsored 9 of 15 known texts in the General Assembly, 8 of 8 in the Commission on "
        "Human Rights as tabled and 0 of 3 in the Human Rights Council; last known in the General Assembly "
        "in 2019"
    )


def test_nothing_known(gallery):
    table = gallery.measures.history("KEN")
    dark = table[table["resolution"].isin(["A/HRC/RES/13/13", "A/HRC/RES/43/16"])]
    shown = timeline(dark, "Kenya", Context())
    assert shown.title == "Kenya: its record is not known for this period"
    assert set(marks(shown.build()).values()) == {"not known"}


@pytest.mark.parametrize("layout", ["wide", "narrow"])
def test_votes_are_written_beside(gallery, layout):
    said = [note.text for note in chart(gallery, "RUS", "Russia").build(layout).layout.annotations]
    assert any("voted" in text and "no" in text for text in said)


def test_time_runs_down_on_a_narrow_screen(gallery):
    figure = chart(gallery, "KEN", "Kenya").build("narrow")
    assert len({x for trace in figure.data for x in trace.x}) == 3


def legend(figure) -> set[str]:
    return {note.text for note in figure.layout.annotations}


def test_the_legend_holds_the_marks_that_are_drawn_and_no_other(gallery):
    for iso3, name in (("CHE", "Switzerland"), ("ESP", "Spain"), ("KEN", "Kenya"), ("SSD", "South Sudan")):
        figure = chart(gallery, iso3, name).build()
        drawn = {trace.name.replace("not known", "? not known") for trace in figure.data}
        entries = {swatch.label for swatch in _LEGEND.values()}
        assert legend(figure) & entries == drawn, name


@pytest.mark.parametrize("pixels", [500, 520, 600, 700, 760, 860, 1000])
def test_years_never_run_into_one_another_on_the_screen(gallery, pixels):
    figure = chart(gallery, "CHE", "Switzerland").build(screen(pixels))
    lay = layout_of(screen(pixels))
    if len({x for trace in figure.data for x in trace.x}) == 3:
        return  # time runs down: a year stands beside its mark
    low, high = figure.layout.xaxis.range
    pixel = (lay.width - figure.layout.margin.l - figure.layout.margin.r) / (high - low)
    rows: dict[float, list] = {}
    for note in figure.layout.annotations:
        if note.xref == "x" and note.xanchor == "center" and note.yanchor == "bottom":
            half = width(note.text.removeprefix("<b>").removesuffix("</b>"), note.font.size, bold=True) / 2
            rows.setdefault(note.y, []).append((note.x * pixel - half, note.x * pixel + half))
    assert sorted(map(len, rows.values())) == [8, 13, 17]
    for row in rows.values():
        for (_, before), (after, _) in pairwise(sorted(row)):
            assert before <= after
