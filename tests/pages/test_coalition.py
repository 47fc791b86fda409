"""Coalition: the projected list against the record and the majority, suggestions, scenarios."""

from __future__ import annotations

import pytest

from tests.pages.opening import answer, button, frame_with, opened, sound, titles, words


def test_what_success_would_look_like(desk_of_own):
    at = opened("coalition", **{"for": "GA-2026"})
    assert "short of the record of 85 (2021)" in answer(at)
    assert "short of the majority of 97" in answer(at)
    table = frame_with(at, "Against the best")
    assert len(table) == 5
    assert table["Members"].sum() == 193


def test_the_states_of_a_link_are_asked_and_what_is_no_state_is_left_out(desk_of_own):
    at = opened("coalition", picked=["ZAF", "MLI", "XXX"])
    assert at.multiselect(key="picked").value == ["ZAF", "MLI"]
    assert frame_with(at, "Against the best")["Asked"].sum() == 2
    assert "82 sponsors" in titles(at)[0]
    assert at.query_params["picked"] == ["ZAF", "MLI"]


def test_a_suggestion_is_taken_and_saved_as_a_scenario(desk_of_own):
    at = opened("coalition")
    button(at, "Take this list").click()
    sound(at.run())
    picked = at.multiselect(key="picked").value
    assert picked
    assert answer(at).startswith("86 sponsors"), "one more than the record of 85"
    next(f for f in at.text_input if f.label.startswith("Save this list")).input("One above the record")
    button(at, "Save").click()
    sound(at.run())
    saved = desk_of_own.scenarios.all()[0]
    assert (saved.name, set(saved.picked), saved.body) == ("One above the record", set(picked), "GA")
    assert "Saved: One above the record." in words(at)


@pytest.mark.parametrize("body", ["HRC"])
def test_the_council_is_held_against_its_own_record(desk_of_own, body):
    assert "record of 84 (2017)" in answer(opened("coalition", **{"for": f"{body}-2028"}))
