"""Coalition: the projected list against the record and the majority, suggestions, scenarios."""

from __future__ import annotations

import pyarrow as pa
import pytest

from tests.pages.visit import answer, button, frame_with, opened, sound, titles, words


def test_what_success_would_look_like(desk_of_own):
    at = opened("coalition", **{"for": "GA-2026"})
    assert "short of the record of 85 (2021)" in answer(at)
    assert "short of the majority of 97" in answer(at)
    table = frame_with(at, "Against the best")
    assert len(table) == 5
    assert table["Members"].sum() == 193
    told = [frame.proto.arrow_data.styler.display_values for frame in at.dataframe]
    shown = pa.ipc.open_stream(next(filter(None, told))).read_all()
    cells = {str(value) for row in shown.to_pylist() for value in row.values()}
    assert {"7 %", "93 %", "+1", "−9"} <= cells
    assert "7.41 %" not in cells


def test_the_states_of_a_link_are_asked_and_what_is_no_state_is_left_out(desk_of_own):
    at = opened("coalition", picked=["ZAF", "MLI", "XXX"])
    assert at.multiselect(key="picked").value == ["ZAF", "MLI"]
    assert frame_with(at, "Against the best")["Asked"].sum() == 2
    assert "82 sponsors" in titles(at)[0]
    assert at.query_params["picked"] == ["ZAF", "MLI"]


def test_without_those_who_stay_another_thing_has_to_happen(desk_of_own):
    assert answer(opened("coalition")).startswith("80 sponsors if those of the latest text known stay: ")
    assert answer(opened("coalition", keep="no")).startswith("59 sponsors if the core sponsors stay: ")
    asked = opened("coalition", picked=["MLI"])
    assert answer(asked).startswith("81 sponsors if the State asked agrees and those of the latest text known stay: ")


def test_norway_leads_and_cannot_be_asked_and_palestine_can(desk_of_own):
    at = opened("coalition", picked=["NOR", "PSE", "VAT"])
    assert at.multiselect(key="picked").value == ["PSE"]
    assert "1 that leads the text" in words(at)
    assert "Beside them: State of Palestine, outside the Member States." in words(at)


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


def test_a_scenario_opens_with_all_that_it_was_saved_with(desk_of_own):
    at = opened("coalition", picked=["ZAF", "MLI"], keep="no")
    assert answer(at).startswith("61 sponsors")
    next(f for f in at.text_input if f.label.startswith("Save this list")).input("Core and two")
    button(at, "Save").click()
    sound(at.run())
    at = opened("coalition")
    assert answer(at).startswith("80 sponsors")
    button(at, "Open Core and two").click()
    assert answer(sound(at.run())).startswith("61 sponsors"), "those who sponsored last do not stay in it"
    assert at.multiselect(key="picked").value == ["MLI", "ZAF"]


def test_who_is_opposed_is_asked_knowingly(desk_of_own):
    assert "Opposed by the record" not in words(opened("coalition", picked=["MLI"]))
    said = words(opened("coalition", picked=["MLI", "CHN", "RUS"]))
    assert "Opposed by the record, and counted as if they agreed: China, Russia." in said


def test_a_scenario_of_another_day_and_another_record(desk_of_own):
    desk_of_own.scenarios.create("Old", "GA", 2026, ["MLI", "XKX"], {"keep": True, "total": 70})
    desk_of_own.scenarios.create("Older", "GA", 2023, ["CIV", "ZAF", "NOR"])
    at = opened("coalition")
    said = words(at)
    assert "Left out of Old, as no Member States of this record: XKX." in said
    assert "Old came to 70 when it was saved" in said
    assert "as it is now it comes to 81." in said
    assert sum("The second list has" in line.value for line in at.markdown) == 1
    before = desk_of_own.scenarios.all()[0]
    button(at, "Delete Old").click()
    sound(at.run())
    assert [s.name for s in desk_of_own.scenarios.all()] == ["Older"]
    button(at, "Bring Old back").click()
    sound(at.run())
    after = desk_of_own.scenarios.all()[0]
    assert (after.name, after.picked, after.parameters) == (before.name, before.picked, before.parameters)
    assert not [b for b in sound(at.run()).button if b.label.startswith("Bring")]


def test_those_on_the_shortlist_are_asked_but_for_who_declined(desk_of_own):
    campaign = desk_of_own.campaigns.create("Autumn", "GA", 2026)
    for iso3, status in (("MLI", "to contact"), ("ZAF", "committed"), ("HTI", "declined"), ("NOR", "to contact")):
        desk_of_own.shortlist.add(campaign.id, iso3, status=status)
    at = opened("coalition")
    button(at, "Ask those on the shortlist of Autumn (2)").click()
    sound(at.run())
    assert at.multiselect(key="picked").value == ["MLI", "ZAF"], "who leads asks, and is not asked"
    assert not [b for b in at.button if b.label.startswith("Ask those")]


@pytest.mark.parametrize("goal", [1, 193])
def test_goals_that_are_reached_or_out_of_reach(desk_of_own, goal):
    at = opened("coalition")
    at.number_input[0].set_value(goal)
    said = words(sound(at.run()))
    if goal == 1:
        assert "80 sponsors stand on the list already: nobody needs to be asked." in said
    else:
        assert "Not reached: 16 short when all that are not opposed are asked." in said
