from __future__ import annotations

import pandas as pd
import pytest

from analytics.measures import Measures
from charts.frame.chart import Context
from charts.frame.layouts import LAYOUTS
from charts.kinds.records.who_moved import change_chart
from tests import made

TEXT = {year: pd.Series({"resolution": f"GA {year}", "year": year, "body": "GA"}) for year in (2017, 2019)}


def chart(picture: str, **more):
    table = Measures(made.drawn(picture, **more)).changes("GA 2017", "GA 2019")
    return change_chart(table, TEXT[2017], TEXT[2019], Context())


def sides(figure) -> dict[str, list[str]]:
    return {trace.name: list(trace.customdata) for trace in figure.data}


def test_who_joined_and_who_left_by_name():
    made_of = chart("2015 2017 2019\nAAA n n S\nBBB S n S\nCCC n S n\nDDD n S S\nEEE n n n")
    assert sides(made_of.build()) == {"joined": ["BBB", "AAA"], "left": ["CCC"]}
    assert made_of.title == "2 States joined since 2017; 1 sponsor of 2017 did not sponsor in 2019"
    assert "Joined: Aaa and Bbb." in made_of.alt


def test_who_cannot_be_told_stands_on_neither_side():
    made_of = chart("2017 2019\nAAA S ?\nBBB ? S\nCCC n S", lists={2019: ("suspected gap", "final")})
    figure = made_of.build()
    assert sides(figure) == {"joined": ["CCC"]}
    assert any(note.text == "Cannot be told: Aaa and Bbb" for note in figure.layout.annotations)
    assert made_of.title == "At least 1 State joined since 2017; none of the sponsors of 2017 is known not to have"
    # On the empty side "none" would be a no.
    assert "none known" in {note.text for note in figure.layout.annotations}


def test_first_time_is_filled_and_return_is_a_ring():
    figure = chart("2015 2017 2019\nAAA n n S\nBBB S n S").build()
    fills = dict(zip(figure.data[0].customdata, figure.data[0].marker.color, strict=True))
    assert fills["AAA"] != fills["BBB"] == "#ffffff"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_names_do_not_lie_on_one_another(gallery, layout):
    before, after = "A/RES/68/181", "A/RES/70/161"
    table = gallery.measures.changes(before, after)
    figure = change_chart(table, gallery.texts.loc[before], gallery.texts.loc[after], Context()).build(layout)
    for trace in figure.data:
        spots = sorted(zip(trace.x, trace.y, strict=True))
        assert len(set(spots)) == len(spots)
        size = trace.textfont.size
        for (x0, y0), (x1, y1) in zip(spots, spots[1:], strict=False):
            assert x1 - x0 > size * 4 or abs(y1 - y0) >= size


def test_who_was_no_member_yet_is_in_no_number():
    states = [f"A{n:02}" for n in range(16)]
    picture = "\n".join(["2017 2019", *(f"{code} ? S" for code in states), "BBB S S", "CCC - -", "DDD - S"])
    note = chart(picture, lists={2017: ("suspected gap", "final")}).note
    assert note == "Not known whether they joined, stayed or sponsored the earlier text only for 16 of 18 States."


def test_nothing_changed():
    figure = chart("2017 2019\nAAA S S").build()
    assert not figure.data
    assert sum(note.text == "none" for note in figure.layout.annotations) == 10
