"""The review flags what is against expectation, and lets alone what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data import store
from data.build import build
from data.reading.context import Context
from data.reading.model import ImportedList, NamedState, OnBehalf, Unresolved
from data.reading.recognise import recognise
from data.review.accept import Acceptance
from data.review.difference import against_held, grid_changes, takes_the_place
from data.review.expectations import review, states_in_doubt
from tests.data.reading import made
from tests.data.review.kept import accept_list
from tests.drafted import DRAFT, add_draft, add_list

CONTEXT = Context.from_files()


def held(list_id: str) -> ImportedList:
    row = next(row for row in CONTEXT.lists if row["list_id"] == list_id)
    states = [
        NamedState(r["state_as_written"], r["iso3"], r["role"]) for r in CONTEXT.sponsors if r["list_id"] == list_id
    ]
    return ImportedList("held", "", resolution=row["resolution"], stage=row["stage"], states=tuple(states))


def flags(one: ImportedList, kind: str, together: list[ImportedList] | None = None):
    return [flag for flag in review(one, CONTEXT, together) if flag.kind == kind]


def without(one: ImportedList, *codes: str) -> ImportedList:
    return replace(one, states=tuple(s for s in one.states if s.iso3 not in codes))


def names(list_id: str) -> list[str]:
    return [r["state_as_written"] for r in CONTEXT.sponsors if r["list_id"] == list_id]


def library_records() -> str:
    """The two records of A/C.3/78/L.30 as the UN library has them, written from the facts held."""
    common = [
        made.field(
            "245",
            ("a", "Implementing the Declaration :"),
            ("b", "draft resolution /"),
            ("c", made.series(names("A/RES/78/216#tabled")) + "."),
        )
    ]
    added = names("A/RES/78/216#additional")
    revised = [
        made.field(
            "245",
            ("a", "Implementing the Declaration :"),
            ("b", "revised draft resolution /"),
            ("c", made.series(names("A/RES/78/216#tabled-revised")) + "."),
        ),
        made.field("269", ("a", "2023-11-08")),
        made.field("515", ("a", f"Additional sponsors: {', '.join(added)} (A/78/481/Add.2).")),
        made.field("993", ("a", "A/78/481/Add.2")),
        made.field("993", ("a", "A/RES/78/216")),
        *(made.field("710", ("a", name)) for name in names("A/RES/78/216#tabled-revised")[:20]),
    ]
    return made.collection(
        made.record("4025973", "A/C.3/78/L.30", *common, made.field("269", ("a", "2023-10-30"))),
        made.record("4026908", "A/C.3/78/L.30/Rev.1", *revised),
    )


def test_the_records_of_the_library_give_the_lists_held_and_the_gap_before_cabo_verde():
    found = recognise(library_records().encode(), "records.xml", CONTEXT)
    by_stage = {one.stage: one for one in found}
    assert {stage: len(one.states) for stage, one in by_stage.items()} == {
        "tabled": 22,
        "tabled revised": 36,
        "additional": 37,
        "final": 73,
    }
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
    "list_id",
    [
        f"A/RES/{n}#final"
        for n in ("56/163", "57/209", "58/178", "59/192", "62/152", "64/163", "70/161", "72/247", "74/146")
    ]
    + ["A/HRC/RES/22/6#final", "A/HRC/RES/40/11#final"],
)
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
    one = replace(held("A/RES/56/163#final"), states=(NamedState("Switzerland", "CHE"), NamedState("Norway", "NOR")))
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
    text = made.roll_call(["Albania", "Norway"], ["China"], ["Namibia"]).replace("vote of 2 to 1", "vote of 3 to 1")
    (one,) = recognise(text.encode(), "v", CONTEXT)
    said = [flag.message for flag in flags(one, "votes")]
    assert any("the document says 3" in message for message in said)
    assert any("the record says 127" in message for message in said)


def test_the_difference_from_the_list_held():
    codes = held("A/RES/74/146#final").iso3 - {"NOR"} | {"USA"}
    difference = against_held(codes, "A/RES/74/146", "final", CONTEXT)
    assert difference.only_held == ("NOR",)
    assert set(difference.only_here) == {"USA"} - CONTEXT.members_of_list("A/RES/74/146#final")
    # No final list of 2021 is held: it is held against the names out of statements.
    other = against_held(codes, "A/RES/76/174", "final", CONTEXT)
    assert (other.stage, other.only_held) == ("statement", ("NOR",))
    assert against_held(codes, "A/HRC/RES/13/13", "final", CONTEXT) is None


def states_of(codes: set[str]) -> list[NamedState]:
    return [NamedState(code, code) for code in sorted(codes)]


def change(codes: set[str], resolution: str, stage: str, completeness: str, **more) -> dict[str, tuple[str, str]]:
    found = grid_changes(Acceptance(resolution, stage, states_of(codes), completeness=completeness, **more), CONTEXT)
    assert len({cell.iso3 for cell in found}) == len(found)
    assert all(cell.before != cell.after for cell in found)
    return {cell.iso3: (cell.before, cell.after) for cell in found}


def test_how_the_grid_would_change():
    changes = change({"NOR", "SWE"}, "A/RES/76/174", "final", "suspected gap", unknown_states=["FRA"])
    assert "NOR" not in changes  # named in a statement, and here
    assert changes["SWE"] == ("unknown", "sponsor")
    assert changes["CAN"] == ("sponsor", "not_sponsor")  # named in a statement, not here
    assert changes["DEU"] == ("unknown", "not_sponsor")
    assert "FRA" not in changes
    same = held("A/RES/74/146#final").iso3
    assert change(same, "A/RES/74/146", "final", "complete") == {}
    early = change({"CHE", "NOR"}, "A/RES/56/163", "final", "partial", unknown_states=["*"])
    assert "CHE" not in early  # not a Member before September 2002


def test_a_whole_draft_would_make_nobody_a_no():
    changes = change({"NOR", "SWE"}, "A/HRC/RES/43/16", "tabled", "complete")
    assert {iso3: changes[iso3] for iso3 in ("NOR", "SWE", "CHN")} == {
        "NOR": ("unknown", "sponsor"),
        "SWE": ("unknown", "sponsor"),
        "CHN": ("unknown", "not_when_tabled"),
    }
    assert "not_sponsor" not in {after for _, after in changes.values()}


def test_an_observer_of_the_commission_would_be_a_sponsor():
    tabled = held("CHR 2001/64#tabled").iso3
    assert "CHE" in tabled
    assert change(tabled - {"CHE"}, "CHR 2001/64", "tabled", "complete") == {"CHE": ("sponsor", "not_when_tabled")}


def test_names_taken_back_change_cells_though_the_list_is_not_used():
    assert change({"SWE", "CAN"}, "A/RES/76/174", "withdrawn", "unknown", use=False) == {
        "CAN": ("sponsor", "not_sponsor"),
        "SWE": ("unknown", "not_sponsor"),
    }
    # Beside a final list, what was withdrawn before it says no more.
    assert change({"NOR"}, "A/RES/74/146", "withdrawn", "unknown", use=False) == {}
    assert change({"USA"}, "A/RES/74/146", "tabled", "complete", use=False) == {}


def test_a_list_of_a_draft_that_is_not_the_one_used_still_adds_its_names(with_draft):
    context = Context.from_files(data_dir=with_draft.folder)
    proposed = Acceptance(DRAFT, "additional", states_of({"NOR", "PER"}), use=False)
    named = {row["iso3"] for row in context.sponsors if row["resolution"] == DRAFT}
    assert "NOR" in named
    assert "PER" not in named
    assert [(c.iso3, c.before, c.after) for c in grid_changes(proposed, context)] == [("PER", "unknown", "sponsor")]


def test_the_preview_is_what_the_build_then_says(tmp_path):
    """Of a draft as tabled that takes the place of names out of statements: every cell before and after."""
    named = held("A/RES/74/146#final")
    given = Acceptance(
        "A/RES/76/174", "tabled", named.states, "Ana", "Draft", "suspected gap", ("CHN", "FRA", "PSE"), "A/C.3/76/L.55"
    )
    cells = []
    for step in ("before", "after"):
        if step == "after":
            accept_list(tmp_path / "user", given, CONTEXT)
        build(target=tmp_path / "d.duckdb", data_dir=tmp_path / "user")
        grid = store.record(tmp_path / "d.duckdb").rows("grid")
        cells.append(grid[grid["resolution"] == "A/RES/76/174"].set_index("iso3")["value"].to_dict())
    before, after = cells
    doubt = [code for code in given.unknown_states if code not in named.iso3]
    told = change(named.iso3, "A/RES/76/174", "tabled", "suspected gap", unknown_states=doubt)
    assert told == {iso3: (before[iso3], after[iso3]) for iso3 in after if before[iso3] != after[iso3]}


@pytest.mark.parametrize("stage", ["additional", "withdrawn", "statement"])
def test_of_a_list_of_some_sponsors_no_whole_list_is_expected(stage):
    some = replace(held("A/RES/68/181#withdrawn"), stage=stage)
    for kind in ("main sponsor", "core sponsor", "large change", *(["gap"] if stage != "additional" else [])):
        assert flags(some, kind) == []


def test_a_name_before_membership_is_flagged_but_not_of_an_observer_of_the_commission():
    swiss = NamedState("Switzerland", "CHE")
    assembly = replace(held("A/RES/56/163#final"), states=(swiss,))
    (flag,) = flags(assembly, "membership")
    assert "became a Member on 2002-09-10" in flag.message
    assert flags(replace(held("CHR 2001/64#tabled"), states=(swiss,)), "membership") == []
    sudan = replace(held("CHR 2001/64#tabled"), states=(NamedState("South Sudan", "SSD"),))
    assert len(flags(sudan, "membership")) == 1


@pytest.mark.parametrize("stage", ["withdrawn", "statement"])
def test_of_single_names_nobody_else_is_expected(stage):
    names = ["Andorra", "Bulgaria", "Spain", "Sweden", "Ukraine", "Uruguay", "Vanuatu", "Zambia"]
    states = tuple(NamedState(name, CONTEXT.names.resolve(name)) for name in names)
    one = ImportedList("library record: withdrawn", "", resolution="A/RES/72/247", stage=stage, states=states)
    assert {f.kind for f in review(one, CONTEXT)} & {"main sponsor", "gap", "large change"} == set()


@pytest.mark.parametrize(
    ("stage", "resolution", "better"),
    [
        ("final", "A/RES/74/146", True),  # a newer final list
        ("as adopted", "A/RES/74/146", True),
        ("tabled", "A/RES/74/146", False),
        ("tabled", "A/RES/76/174", True),  # single names are held
        ("additional", "A/RES/76/174", True),
        ("statement", "A/RES/76/174", False),
        ("tabled", "CHR 2000/61", False),  # a draft as tabled is held
        ("tabled revised", "CHR 2000/61", True),
        ("statement", "A/HRC/RES/43/16", True),  # nothing is held
        ("withdrawn", "A/HRC/RES/43/16", False),
    ],
)
def test_which_list_takes_the_place_of_the_one_used(stage, resolution, better):
    assert takes_the_place(stage, resolution, CONTEXT) == better


@pytest.mark.parametrize(
    ("stage", "better"), [("tabled", True), ("additional", True), ("statement", False), ("withdrawn", False)]
)
def test_of_a_draft_every_newer_list_that_can_be_whole_takes_the_place(tmp_path, stage, better):
    """The list used is an addendum; where the newer one is that, single names out of a statement."""
    add_draft(tmp_path)
    add_list(tmp_path, {"NOR": "Norway"}, "additional" if stage != "additional" else "statement")
    assert takes_the_place(stage, DRAFT, Context.from_files(data_dir=tmp_path)) == better
