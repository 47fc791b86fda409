"""The call list: ticks belong to States, not to rows, so that no filter puts another State on a shortlist."""

from __future__ import annotations

import pytest

from pages.targets import call_list as calling


@pytest.fixture
def state(monkeypatch) -> dict:
    """A session of its own."""
    held: dict = {}
    monkeypatch.setattr(calling.st, "session_state", held)
    return held


def tick(codes: str, rows: list[int]) -> list[str]:
    calling._tick("GA-2026", codes.split(), {"selection": {"rows": rows}})
    return calling.st.session_state["ticked-GA-2026"]


def test_a_tick_is_of_a_state_and_outlasts_a_filter_and_another_order(state):
    assert tick("ZAF MLI HTI", [1]) == ["MLI"]
    assert state["why"] == "MLI"
    assert tick("ZAF COD", [1]) == ["MLI", "COD"], "Mali is hidden by the filter, and still ticked"
    assert state["why"] == "COD", "the reasons of the one ticked last"
    assert tick("COD HTI MLI ZAF", [0, 2, 3]) == ["MLI", "COD", "ZAF"]
    assert state["why"] == "ZAF"
    assert tick("COD HTI MLI ZAF", [0, 3]) == ["COD", "ZAF"], "unticked by the user"
    assert state["why"] == "ZAF", "unticking opens nothing else"
    assert tick("COD HTI MLI ZAF", []) == []


def test_each_text_has_ticks_of_its_own(state):
    tick("ZAF MLI", [0])
    assert state["ticked-GA-2026"] == ["ZAF"]
    assert "ticked-HRC-2028" not in state


def test_none_unticks_all_and_draws_the_table_anew(state):
    tick("ZAF MLI", [0, 1])
    calling._clear("GA-2026")
    assert state["ticked-GA-2026"] == []
    assert state["ticks-cleared"] == 1
