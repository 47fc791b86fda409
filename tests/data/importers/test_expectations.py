"""The review flags what is against expectation, and lets alone what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.importers.context import Context
from data.importers.difference import against_held, grid_changes
from data.importers.expectations import review, states_in_doubt
from data.importers.model import ImportedList, NamedState, OnBehalf, Unresolved
from data.importers.recognise import recognise
from tests.data.importers import made

CONTEXT = Context.from_files()


def held(list_id: str) -> ImportedList:
    row = next(row for row in CONTEXT.lists if row["list_id"] == list_id)
    states = [NamedState(r["state_as_written"], r["iso3"], r["role"]) for r in CONTEXT.sponsors
              if r["list_id"] == list_id]  # fmt: skip
    return ImportedList("held", "", resolution=row["resolution"], stage=row["stage"], states=tuple(states))


def flags(one: ImportedList, kind: str, together: list[ImportedList] | None = None):
    return [flag for flag in review(one, CONTEXT, together) if flag.kind == kind]


def without(one: ImportedList, *codes: str) -> ImportedList:
    return replace(one, states=tuple(s for s in one.states if s.iso3 not in codes))


def names(list_id: str) -> list[str]:
    return [r["state_as_written"] for r in CONTEXT.sponsors if r["list_id"] == list_id]


def library_records() -> str:
    """The two records of A/C.3/78/L.30 as the UN library has them, written from the facts held."""
    common = [made.field("245", ("a", "Implementing the Declaration :"), ("b", "draft resolution /"),
                         ("c", made.series(names("A/RES/78/216#tabled")) + "."))]  # fmt: skip
    added = names("A/RES/78/216#additional")
    revised = [
        made.field("245", ("a", "Implementing the Declaration :"), ("b", "revised draft resolution /"),
                   ("c", made.series(names("A/RES/78/216#tabled-revised")) + ".")),
        made.field("269", ("a", "2023-11-08")),
        made.field("515", ("a", f"Additional sponsors: {', '.join(added)} (A/78/481/Add.2).")),
        made.field("993", ("a", "A/78/481/Add.2")),
        made.field("993", ("a", "A/RES/78/216")),
        *(made.field("710", ("a", name)) for name in names("A/RES/78/216#tabled-revised")[:20]),
    ]  # fmt: skip
    return made.collection(
        made.record("4025973", "A/C.3/78/L.30", *common, made.field("269", ("a", "2023-10-30"))),
        made.record("4026908", "A/C.3/78/L.30/Rev.1", *revised),
    )


def test_the_records_of_the_library_give_the_lists_held_and_the_gap_before_cabo_verde():
    found = recognise(library_records().encode(), "records.xml", CONTEXT)
    by_stage = {one.stage: one for one in found}
    assert {stage: len(one.states) for stage, one in by_stage.items()} == {
        "tabled": 22, "tabled revised": 36, "additional": 37, "final": 73,
    }  # fmt: skip
    for stage, one in by_stage.items():
        assert one.resolution == "A/RES/78/216"
        assert one.unresolved == ()
        assert one.iso3 == CONTEXT.members_of_list(f"A/RES/78/216#{stage.replace(' ', '-')}")
    (gap,) = flags(by_stage["additional"], "gap")
    assert "before “Cabo Verde”" in gap.message
    assert {"AUS", "AUT", "BEL"} <= set(gap.states)
    # The list made up of both has the same gap, less those who were on the draft already.
    (gap,) = flags(by_stage["final"], "gap", found)
    assert "before “Cabo Verde”" in gap.message
    row = next(r for r in CONTEXT.lists if r["list_id"] == "A/RES/78/216#final")
    assert states_in_doubt(by_stage["final"], CONTEXT, found) == sorted(row["unknown_states"].split(";"))


@pytest.mark.parametrize("place", ["start", "middle", "end"])
def test_a_gap_at_the_start_in_the_middle_and_at_the_end(place):
    whole = held("A/RES/74/146#final")
    assert flags(whole, "gap") == []
    cut = {"start": slice(0, 12), "middle": slice(30, 42), "end": slice(-12, None)}[place]
    lost = {s.iso3 for s in whole.states[cut]}
    (gap,) = flags(without(whole, *lost), "gap")
    assert lost <= set(gap.states)
    words = {"start": "where the list begins", "middle": "between", "end": "where the list ends"}[place]
    assert words in gap.message


@pytest.mark.parametrize(
    "list_id", [f"A/RES/{n}#final" for n in ("56/163", "57/209", "58/178", "59/192", "62/152", "64/163", "70/161",
                                             "72/247", "74/146")] + ["A/HRC/RES/22/6#final", "A/HRC/RES/40/11#final"],
)  # fmt: skip
def test_complete_lists_show_no_gap(list_id):
    assert flags(held(list_id), "gap") == []


def test_a_list_that_is_not_alphabetical_has_no_gaps_to_find():
    whole = held("A/RES/74/146#final")
    assert flags(replace(whole, states=whole.states[40:] + whole.states[20:40]), "gap") == []


def test_a_claimed_number_that_differs():
    one = held("A/RES/74/146#final")
    assert flags(one, "count") == []
    assert flags(replace(one, claimed_count=len(one.states)), "count") == []
    (flag,) = flags(replace(one, claimed_count=90), "count")
    assert "90" in flag.message
    assert "84" in flag.message
    # 84 were reported for A/HRC/RES/34/5, and 43 of them read
    assert any("84" in flag.message for flag in flags(held("A/HRC/RES/34/5#final"), "count"))


def test_the_main_sponsor_missing():
    assert flags(held("A/RES/74/146#final"), "main sponsor") == []
    (flag,) = flags(without(held("A/RES/74/146#final"), "NOR"), "main sponsor")
    assert flag.states == ("NOR",)
    assert flags(held("A/RES/78/216#additional"), "main sponsor") == []


def test_a_core_sponsor_missing():
    assert "CAN" not in {c for f in flags(held("A/RES/74/146#final"), "core sponsor") for c in f.states}
    (flag,) = flags(without(held("A/RES/74/146#final"), "CAN"), "core sponsor")
    assert "CAN" in flag.states


def test_a_state_before_its_membership():
    one = replace(
        held("A/RES/56/163#final"), states=(NamedState("Switzerland", "CHE"), NamedState("Norway", "NOR"))
    )
    (flag,) = flags(one, "membership")
    assert flag.states == ("CHE",)
    assert flags(held("A/RES/57/209#final"), "membership") == []


def test_duplicates_under_two_spellings():
    one = held("A/RES/74/146#final")
    (flag,) = flags(replace(one, states=(*one.states, NamedState("Kingdom of Norway", "NOR"))), "duplicate")
    assert flag.states == ("NOR",)
    assert "Kingdom of Norway" in flag.message
    assert flags(one, "duplicate") == []


def test_a_list_identical_to_one_of_another_stage():
    (flag,) = flags(replace(held("A/RES/78/216#tabled"), stage="final"), "same as other stage")
    assert "tabled" in flag.message
    assert flags(held("A/RES/78/216#tabled"), "same as other stage") == []


def test_a_change_of_more_than_half():
    (flag,) = flags(held("A/RES/68/181#final"), "large change")
    assert "54 are gone" in flag.message
    assert flags(held("A/RES/74/146#final"), "large change") == []


def test_unresolved_names_and_groups():
    one = replace(
        held("A/RES/74/146#final"),
        unresolved=(Unresolved("Norvay", (3, 9), (("NOR", 0.9),), "not known"),),
        on_behalf_of=(OnBehalf("Cuba (on behalf of the Group of 77 and China)", (0, 5), "CUB"),),
    )
    assert flags(one, "unresolved")[0].spans == ((3, 9),)
    assert flags(one, "group")[0].severity == "note"


def test_stars_against_the_members_of_the_council():
    text = made.council_draft(["Albania", "Austria", "Norway"], {"Albania", "Austria"})
    (one,) = recognise(text.encode(), "d", CONTEXT)
    # In 2013 Austria was a member of the Council, Albania and Norway were not.
    assert {flag.states[0] for flag in flags(one, "star")} == {"AUT", "NOR"}


def test_votes_that_do_not_add_up():
    text = made.roll_call(["Albania", "Norway"], ["China"], ["Namibia"]).replace(
        "vote of 2 to 1", "vote of 3 to 1"
    )
    (one,) = recognise(text.encode(), "v", CONTEXT)
    said = [flag.message for flag in flags(one, "votes")]
    assert any("the document says 3" in message for message in said)
    assert any("the record says 127" in message for message in said)


def test_the_difference_from_the_list_held():
    codes = held("A/RES/74/146#final").iso3 - {"NOR"} | {"USA"}
    difference = against_held(codes, "A/RES/74/146", "final", CONTEXT)
    assert difference.only_held == ("NOR",)
    assert set(difference.only_here) == {"USA"} - CONTEXT.members_of_list("A/RES/74/146#final")
    assert against_held(codes, "A/RES/76/174", "final", CONTEXT) is None


def test_how_the_grid_would_change():
    changes = {c.iso3: (c.before, c.after) for c in grid_changes({"NOR", "SWE"}, "A/RES/76/174", "suspected gap",
                                                                 ["FRA"], CONTEXT)}  # fmt: skip
    assert changes["NOR"] == ("unknown", "sponsor")
    assert changes["DEU"] == ("unknown", "not_sponsor")
    assert "FRA" not in changes
    same = held("A/RES/74/146#final").iso3
    assert grid_changes(same, "A/RES/74/146", "complete", [], CONTEXT) == []
    early = grid_changes({"CHE", "NOR"}, "CHR 2001/64", "partial", ["*"], CONTEXT)
    assert [c.iso3 for c in early] == ["NOR"]


@pytest.mark.parametrize("stage", ["withdrawn", "statement"])
def test_of_single_names_nobody_else_is_expected(stage):
    names = ["Andorra", "Bulgaria", "Spain", "Sweden", "Ukraine", "Uruguay", "Vanuatu", "Zambia"]
    states = tuple(NamedState(name, CONTEXT.names.resolve(name)) for name in names)
    one = ImportedList("library record: withdrawn", "", resolution="A/RES/72/247", stage=stage, states=states)
    assert {f.kind for f in review(one, CONTEXT)} & {"main sponsor", "gap", "large change"} == set()
