"""What a click on a chart means: the State of a tile, a marker or a country; the cell of the matrix."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import streamlit as st

from pages.shared import navigate as go


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
    assert go.clicked(event(point)) == iso3


@pytest.mark.parametrize("nothing", [None, {}, {"selection": None}, {"selection": {}}, event()])
def test_a_click_beside_every_mark_is_none(nothing: dict | None, state: dict):
    assert go.clicked(nothing) == ""
    go.state_clicked(nothing or {}, None)
    assert state == {}


def test_the_first_mark_that_has_a_state_counts():
    assert go.clicked(event({"x": 1}, {"customdata": ["PER"]}, {"location": "CHL"})) == "PER"


def test_a_click_on_a_state_asks_for_its_page(state: dict):
    go.state_clicked(event({"location": "KEN"}), None)
    assert state["_go"] == ("pages/states/page.py", {"state": "KEN"})


def chart(*names: str | None) -> SimpleNamespace:
    return SimpleNamespace(figure=SimpleNamespace(data=[SimpleNamespace(name=name) for name in names]))


@pytest.mark.parametrize("key", ["curve_number", "curveNumber"])
def test_a_cell_is_a_state_and_the_text_that_its_trace_is_named_by(state: dict, key: str):
    go.cell_clicked(event({key: 1, "customdata": ["KEN"]}), chart("A/RES/72/247", "A/RES/74/146"))
    assert go.cell_asked() == ("A/RES/74/146", "KEN")
    assert go.cell_asked() is None, "shown once"


@pytest.mark.parametrize("number", [None, 2, -1, "1"])
def test_a_cell_of_no_text_is_no_cell(state: dict, number: object):
    go.cell_clicked(event({"curve_number": number, "customdata": ["KEN"]}), chart("A/RES/72/247", None))
    assert go.cell_asked() is None
