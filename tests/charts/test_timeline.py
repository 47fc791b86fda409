from __future__ import annotations

import pytest

from analytics.history import history
from charts.sources import Context
from charts.timeline import timeline
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
    assert drawn["A/RES/76/174"] == "not known"
    assert marks(chart(gallery, "AUT", "Austria").build())["A/RES/68/181"] == "not a sponsor"
    assert marks(chart(gallery, "AUT", "Austria").build())["A/RES/78/216"] == "not known"


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
        "South Africa sponsored 7 of 12 known texts in the General Assembly and 0 of 3 known texts in the Human Rights "
        "Council; last in the General Assembly in 2019"
    )


def test_nothing_known(gallery):
    table = history(gallery.cells, gallery.record, "KEN")
    made = timeline(table[table["body"] == "CHR"], "Kenya", Context())
    assert made.title == "Kenya: its record is not known for this period"
    assert set(marks(made.build()).values()) == {"not known"}


@pytest.mark.parametrize("layout", ["wide", "narrow"])
def test_votes_are_written_beside(gallery, layout):
    said = [note.text for note in chart(gallery, "RUS", "Russia").build(layout).layout.annotations]
    assert any("voted" in text and "no" in text for text in said)


def test_time_runs_down_on_a_narrow_screen(gallery):
    figure = chart(gallery, "KEN", "Kenya").build("narrow")
    assert len({x for trace in figure.data for x in trace.x}) == 3
