from __future__ import annotations

import pytest

from analytics.grid import in_words
from analytics.history import history
from charts.frame.sources import Context
from charts.kinds.timeline import timeline
from tests import made
from tests.charts.gallery import Gallery


def chart(gallery: Gallery, iso3: str, name: str):
    return timeline(history(gallery.cells, gallery.record, iso3), name, Context())


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
    table = history(gallery.cells, gallery.record, "KEN")
    known = table[(table["body"] == "GA") & table["value"].isin(["sponsor", "not_sponsor"])]
    sponsored = known["value"].eq("sponsor").sum()
    assert made.title.startswith(
        f"Kenya sponsored {sponsored} of {len(known)} known texts in the General Assembly"
    )


def test_the_last_one_is_not_read_as_that_of_another_body(gallery):
    assert chart(gallery, "ZAF", "South Africa").title == (
        "South Africa sponsored 9 of 15 known texts in the General Assembly, 8 of 8 known texts in the Commission on "
        "Human Rights as tabled and 0 of 3 known texts in the Human Rights Council; last known in the General Assembly "
        "in 2019"
    )


def test_nothing_known(gallery):
    table = history(gallery.cells, gallery.record, "KEN")
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
