"""What a click on a chart means: the State of a tile, a marker or a country; the cell of the matrix."""

from __future__ import annotations

import pandas as pd
import pytest
import streamlit as st

from charts.frame.chart import Chart, Context, Kind
from charts.frame.figure import Drawing
from pages.shared.address import navigate


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict:
    held: dict = {}
    monkeypatch.setattr(st, "session_state", held)
    return held


def event(*points: dict) -> dict:
    return {"selection": {"points": list(points), "point_indices": []}}


@pytest.mark.parametrize(
    ("point", "iso3"),
    [
        ({"location": "KEN"}, "KEN"),
        ({"customdata": ["FJI", "Fiji"]}, "FJI"),
        ({"customdata": ("FJI",)}, "FJI"),
        ({"customdata": "NRU"}, "NRU"),
        ({"location": "XIT"}, "XIT"),
        ({"customdata": ["A/RES/74/146", "FJI"]}, ""),
        ({"customdata": []}, ""),
        ({"customdata": [12]}, ""),
        ({"location": "ken"}, ""),
        ({"x": 1, "y": 2}, ""),
    ],
)
def test_the_state_that_was_clicked(point: dict, iso3: str):
    assert navigate.clicked(event(point)) == iso3


@pytest.mark.parametrize("nothing", [None, {}, {"selection": None}, {"selection": {}}, event()])
def test_a_click_beside_every_mark_is_none(nothing: dict | None, state: dict):
    assert navigate.clicked(nothing) == ""
    navigate.state_clicked(nothing or {}, None)
    assert state == {}


def test_the_first_mark_that_has_a_state_counts():
    assert navigate.clicked(event({"x": 1}, {"customdata": ["PER"]}, {"location": "CHL"})) == "PER"


def test_a_click_on_a_state_asks_for_its_page(state: dict):
    navigate.state_clicked(event({"location": "KEN"}), None)
    assert state["_go"] == ("pages/states/page.py", {"state": "KEN"})


def chart(*names: str | None) -> Chart:
    drawn = Drawing()
    drawn.traces = [{"type": "scatter", "name": name} for name in names]
    return Chart(Kind.MATRIX, "matrix", "Title", "", "", "", pd.DataFrame(), lambda sheet: drawn, Context())


@pytest.mark.parametrize("key", ["curve_number", "curveNumber"])
def test_a_cell_is_a_state_and_the_text_that_its_trace_is_named_by(state: dict, key: str):
    navigate.cell_clicked(event({key: 1, "customdata": ["KEN"]}), chart("A/RES/72/247", "A/RES/74/146"))
    assert navigate.cell_asked() == ("A/RES/74/146", "KEN")
    assert navigate.cell_asked() is None, "shown once"


@pytest.mark.parametrize("number", [None, 2, -1, "1"])
def test_a_cell_of_no_text_is_no_cell(state: dict, number: object):
    navigate.cell_clicked(event({"curve_number": number, "customdata": ["KEN"]}), chart("A/RES/72/247", None))
    assert navigate.cell_asked() is None
