"""Corrections: what a person left out, changed, decided and added, and nothing besides."""

from __future__ import annotations

from data.reading.model import ImportedList, NamedState, Unresolved
from pages.add.corrections import LEAVE_OUT, Said, corrected, frame

NAMES = {"CHL": "Chile", "NER": "Niger", "NGA": "Nigeria", "NOR": "Norway", "URY": "Uruguay"}
OFFICIAL = {code: f"Republic of {name}" for code, name in NAMES.items()}
ROLES = {"sponsor": "sponsor", "main sponsor": "main sponsor"}
LIST = ImportedList(
    "draft",
    "",
    states=(
        NamedState("Norway", "NOR", "main sponsor"),
        NamedState("Niger", "NER", remark="check"),
        NamedState("=Chile", "CHL", starred=True),
    ),
    unresolved=(Unresolved("Urugay"), Unresolved("Atlantis")),
)


def after(edit=lambda table: None, decided=None, added=None):
    table = frame(LIST, NAMES, ROLES)
    edit(table)
    return corrected(LIST, Said(table, decided or {}, added or {}), NAMES, OFFICIAL, ROLES)


def test_the_table_shows_every_name_and_no_formula():
    table = frame(LIST, NAMES, ROLES)
    assert table["As written"].tolist() == ["Norway", "Niger", "'=Chile"]
    assert table["Role"].tolist() == ["main sponsor", "sponsor", "sponsor"]
    assert table["Remark"].tolist() == ["", "check", "starred"]


def test_untouched_is_unchanged_and_what_is_uncertain_stays_so():
    made = after()
    assert made.one == LIST
    assert made.undecided == LIST.unresolved
    assert made.note == ""


def test_a_name_left_out_is_told_in_the_note():
    def edit(table):
        table.loc[1, "On the list"] = False

    made = after(edit)
    assert made.one.iso3 == {"NOR", "CHL"}
    assert made.note == "Recognised there and left out by hand: Niger."


def test_another_state_and_another_role():
    def edit(table):
        table.loc[1, "Means"] = "Nigeria"
        table.loc[0, "Role"] = "sponsor"

    made = after(edit)
    assert [(s.as_written, s.iso3, s.role) for s in made.one.states[:2]] == [
        ("Norway", "NOR", "sponsor"),
        ("Niger", "NGA", "sponsor"),
    ]


def test_an_emptied_cell_changes_nothing():
    def edit(table):
        table.loc[1, "Means"] = None

    assert after(edit).one.iso3 == LIST.iso3


def test_what_was_decided_is_taken_or_left_and_what_was_not_stays_open():
    made = after(decided={0: ("URY", "sponsor")})
    assert [s.as_written for s in made.one.states if s.iso3 == "URY"] == ["Urugay"]
    assert [u.as_written for u in made.undecided] == ["Atlantis"]
    made = after(decided={0: ("URY", "sponsor"), 1: (LEAVE_OUT, "")})
    assert made.undecided == ()
    assert made.one.iso3 == {*LIST.iso3, "URY"}


def test_states_that_were_missed_come_under_their_official_name():
    made = after(added={"sponsor": ["NGA"]})
    assert made.one.states[-1] == NamedState("Republic of Nigeria", "NGA", "sponsor")
    assert made.note == "Added by hand: Republic of Nigeria."
