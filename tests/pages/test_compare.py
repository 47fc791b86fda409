"""Compare: the matrix, two States, two groups; each view opens with its own answer."""

from __future__ import annotations

import pytest

from tests.pages.visit import answer, box, frame_with, opened, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def test_what_is_known_and_who_sponsored_are_counted_apart(record):
    at = opened("compare")
    parts = []
    for body, name in (("GA", "General Assembly"), ("HRC", "Council")):
        texts = record.resolutions.loc[record.resolutions["body"] == body, "resolution"]
        inside = record.rows("grid")[
            record.rows("grid")["resolution"].isin(texts) & record.rows("grid")["status"].eq("member")
        ]
        states = inside.loc[inside["value"] == "sponsor", "iso3"].nunique()
        there = inside[inside["value"] != "not_member"]
        known = there["value"].isin(("sponsor", "not_sponsor")).mean()
        parts.append(f"{name} at least {states} of 193 ({100 * known:.0f} % known)")
    assert answer(at) == f"Member States that sponsored: {', '.join(parts)}."


def test_the_commission_beside_the_assembly_as_tabled():
    said = answer(opened("compare", body=["GA", "CHR"], stage="tabled", years="2000-2005"))
    assert said.startswith("Member States that sponsored: General Assembly ")
    assert " of 191 as tabled (" in said, "Members of those days"
    assert said.count(" as tabled (") == 2


def test_two_states_have_their_own_picture(record):
    at = opened("compare", view="states", one="AUT", two="GBR")
    assert answer(at) == (
        "Austria and United Kingdom both sponsored 13 of 15 texts in the General Assembly and 3 of 3 texts in the "
        "Human Rights Council on which both are known."
    )
    assert titles(at) == [answer(at).rstrip(".")]
    assert "General Assembly: on 15 texts both are known: both sponsored 13, only Austria 0, " in words(at)
    assert "On 10 more it cannot be told" in words(at)
    table = frame_with(at, "Together").set_index("Resolution")
    assert table.loc["A/RES/78/216", ["Austria", "United Kingdom", "Together"]].tolist() == [
        "not known",
        "sponsor",
        "cannot be told",
    ]
    assert table.loc["A/RES/68/181", "Austria"] == "not a sponsor, withdrew"
    apart = frame_with(opened("compare", view="states", one="ZAF", two="NOR"), "Together").set_index("Resolution")
    assert apart.loc["A/RES/78/216", "Together"] == "only Norway"


def test_states_and_texts_of_ones_choice(record):
    asked = {"rows": ["KEN", "NOR", "ZAF"], "columns": ["A/RES/74/146", "A/HRC/RES/40/11"]}
    at = opened("compare", view="choice", **asked)
    cells = record.rows("grid", resolution=asked["columns"])
    cells = cells[cells["iso3"].isin(asked["rows"])]
    assert set(cells["value"]) <= {"sponsor", "not_sponsor"}, "all six are known"
    parts = []
    for body, text in (("General Assembly", "A/RES/74/146"), ("Human Rights Council", "A/HRC/RES/40/11")):
        made = int(cells.loc[cells["resolution"] == text, "value"].eq("sponsor").sum())
        them = "it" if made == 1 else "them"
        none = f", {3 - made} none" if made < 3 else ""
        parts.append(f"{body}: of 3 States, {made} sponsored every chosen text known for {them}{none}")
    assert answer(at).removesuffix(".") == "; ".join(parts)
    assert set(titles(at)) == {answer(at).rstrip(".")}
    empty = opened("compare", view="choice", rows=["KEN"])
    assert answer(empty) == "States and texts of your choice, side by side."


def test_two_groups_have_their_own_picture():
    at = opened("compare", view="groups", group1="Eastern European Group")
    assert answer(at).startswith("A/RES/78/216 (2023): Eastern European Group at least 19 of 23 (83 %), 3 not")
    assert len(titles(at)) == 1
    assert "Eastern European" in titles(at)[0]
    political = opened("compare", view="groups", by="political", group1="EU", group2="AU")
    assert answer(political) == (
        "A/RES/78/216 (2023): EU at least 25 of 27 (93 %), 2 not known; AU at least 4 of 54 (7 %), 6 not known."
    )
    assert len(titles(political)) == 1


@pytest.mark.parametrize(("view", "first", "second"), [("states", "one", "two"), ("groups", "group1", "group2")])
def test_the_same_twice_is_no_comparison(view: str, first: str, second: str):
    same = {"states": "NOR", "groups": "African Group"}[view]
    at = opened("compare", view=view, **{first: same, second: same})
    assert answer(at) == f"Two different {'States' if view == 'states' else 'groups'} are needed."
    assert not titles(at)


def test_the_two_groups_stand_in_the_address():
    at = opened("compare", view="groups", group1="Eastern European Group")
    box(at, "Second group").select("African Group").run()
    assert at.query_params["group2"] in ("African Group", ["African Group"])
    # Groups of the other kind take their place.
    other = opened("compare", view="groups", group1="Eastern European Group", by="political")
    assert box(other, "First group").value != "Eastern European Group"


def test_one_group_in_another_order():
    at = opened("compare", group="African Group", order="name")
    assert titles(at)[0].startswith("General Assembly: of 54 States, ")
    assert "; Human Rights Council: of 54 States, " in titles(at)[0]
    alone = opened("compare", group="African Group", order="name", body="GA")
    assert titles(alone)[0].startswith("Of 54 States, ")


@pytest.mark.parametrize("view", ["everything", "states", "groups"])
def test_a_period_without_any_list_says_so(view: str):
    at = opened("compare", years="2010-2011", body="HRC", view=view)
    assert {
        "everything": "Who sponsored is not known for any text in view",
        "states": "There is no text on which both South Africa and Norway are known",
        "groups": "No whole list of sponsors is held of any text in this scope",
    }[view] in answer(at)
    if view == "everything":
        assert "No list of sponsors is held of any text in this period" in words(at)
        assert "Click a cell" not in words(at)


def test_years_without_a_text_say_so_and_what_to_do():
    at = opened("compare", years="2024-2024")
    assert answer(at) == "No text in this scope."
    assert "Widen the years or choose another body" in words(at)
