"""Notes of library records: who sponsored later and who took the name back, in all the forms that cataloguers write."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading.context import Context
from data.reading.model import ImportedList
from data.reading.recognise import recognise
from tests.data.reading import made

CONTEXT = Context.from_files()
TITLE = ("a", "Visits to Kenya and Japan :"), ("b", "draft resolution /")
SYMBOL = "A/C.3/72/L.50"
PRINTED = "Mali, Norway, Peru and Poland"


def read(*notes: str, printed: str = PRINTED, symbol: str = SYMBOL, tag: str = "515") -> dict[str, ImportedList]:
    """The lists of a record with these notes, by stage."""
    fields = [made.field("245", *TITLE, ("c", printed)), *(made.field(tag, ("a", note)) for note in notes)]
    found = recognise(made.collection(made.record("7", symbol, *fields)).encode(), "record.xml", CONTEXT)
    assert len({one.stage for one in found}) == len(found)
    assert {one.document_symbol for one in found} == {symbol}
    return {one.stage: one for one in found}


def codes(found: dict[str, ImportedList], stage: str) -> str:
    return " ".join(sorted(found[stage].iso3)) if stage in found else ""


# note, who came, who went, the documents cited for each
FORMS = [
    ("Additional sponsors: Chad, Fiji and Togo (A/72/439/Add.2).", "FJI TCD TGO", "", "A/72/439/Add.2", ""),
    ("Additional sponsor: Chad (A/C.3/72/SR.40).", "TCD", "", "A/C.3/72/SR.40", ""),
    ("Additional sponsors Chad, Fiji.", "FJI TCD", "", "", ""),
    ("Additional sponsors; Chad and Fiji.", "FJI TCD", "", "", ""),
    ("Additional sponsors are: Chad and Fiji", "FJI TCD", "", "", ""),
    ("Additional sponsers: Chad, Fiji.", "FJI TCD", "", "", ""),
    ("Additional sponsors (A/C.3/72/INF/1): Chad, Fiji.", "FJI TCD", "", "A/C.3/72/INF/1", ""),
    ("Additional sponsors as at 5 November: Chad, Fiji.", "FJI TCD", "", "", ""),
    ("Additional co-sponsors: Chad. Fiji, Togo.", "FJI TCD TGO", "", "", ""),
    ("Additional sponsors: the Congo. Croatia, the Niger and Viet Nam.", "COG HRV NER VNM", "", "", ""),
    (
        "Additional sponsors: Chad (A/C.3/72/INF/1); Fiji (A/C.3/72/INF/1/Add.1); Togo.",
        "FJI TCD TGO",
        "",
        "A/C.3/72/INF/1 and A/C.3/72/INF/1/Add.1",
        "",
    ),
    (
        "Additional sponsors: Chad (A/72/439/Add.2) and Fiji, Togo (A/C.3/72/SR.9).",
        "FJI TCD TGO",
        "",
        "A/72/439/Add.2 and A/C.3/72/SR.9",
        "",
    ),
    ("Additional sponsors: Chad (A/60/509/Add.2 (Part II)).", "TCD", "", "A/60/509/Add.2 (Part II)", ""),
    ("Additional sponsors: Chad(A/64/439/Add.2(PartII)).", "TCD", "", "A/64/439/Add.2(PartII)", ""),
    ("Additional sponsors: St. Lucia, Dem. Rep. of the Congo and Congo - Brazzaville.", "COD COG LCA", "", "", ""),
    ("Document A/C.1/72/INF/2 adds the following co-sponsors: Chad, Fiji.", "FJI TCD", "", "A/C.1/72/INF/2", ""),
    (
        "Document A/C.1/72/INF/2 adds sponsors: Chad. Document A/C.1/72/INF/2/Add.1 adds sponsor: Fiji.",
        "FJI TCD",
        "",
        "A/C.1/72/INF/2 and A/C.1/72/INF/2/Add.1",
        "",
    ),
    ("A/C.3/72/L.50/Add.1 adds Chad and Fiji to the list of sponsors.", "FJI TCD", "", "A/C.3/72/L.50/Add.1", ""),
    ("Chad and Fiji joined as co-sponsors (A/C.3/72/SR.28).", "FJI TCD", "", "A/C.3/72/SR.28", ""),
    ("Chad, Fiji were added to the list of sponsors.", "FJI TCD", "", "", ""),
    ("Subsequently, Chad and Fiji joined in sponsoring the draft resolution.", "FJI TCD", "", "", ""),
    ("Chad also sponsored the draft resolution.", "TCD", "", "", ""),
    ("Joined by Chad and Fiji.", "FJI TCD", "", "", ""),
    ("Sponsors added: Chad, Fiji.", "FJI TCD", "", "", ""),
    ("Poland was removed from list.", "", "POL", "", ""),
    ("Poland was removed from the list of sponsors (A/78/475).", "", "POL", "", "A/78/475"),
    ("Mali and Poland withdrew as sponsors of the draft resolution, as orally revised.", "", "MLI POL", "", ""),
    ("Poland withdrew as a sponsors of the draft resolution.", "", "POL", "", ""),
    ("Poland has withdrawn its co-sponsorship.", "", "POL", "", ""),
    ("Poland withdrew its name from the list of sponsors.", "", "POL", "", ""),
    ("Poland withdrew.", "", "POL", "", ""),
    ("Poland is no longer a sponsor.", "", "POL", "", ""),
    ("Poland subsequently ceased to be a co-sponsor.", "", "POL", "", ""),
    ("The representative of Poland withdrew from sponsorship.", "", "POL", "", ""),
    ("At the 48th meeting, on 21 November, Mali and Poland withdrew as co-sponsors.", "", "MLI POL", "", ""),
    ("Removed from list: Mali, Poland.", "", "MLI POL", "", ""),
    ("Withdrawn sponsors: Mali. Poland", "", "MLI POL", "", ""),
    ("Sponsorship withdrawn by Mali and Poland.", "", "MLI POL", "", ""),
    ("The following withdrew as sponsors: Mali, Poland.", "", "MLI POL", "", ""),
    ("A/C.3/72/L.50/Corr.1 deletes Poland from the list of sponsors.", "", "POL", "", "A/C.3/72/L.50/Corr.1"),
    (
        "Additional sponsors: Chad and Fiji. -- Mali, Chad and Poland withdrew their sponsorship (A/72/439/Add.2).",
        "FJI TCD",
        "MLI POL TCD",
        "",
        "A/72/439/Add.2",
    ),
    (
        "Additional sponsors: Chad. - Poland withdrew as a sponsor. - No action was taken on the draft resolution "
        "(A/72/3). Reissued for technical reasons.",
        "TCD",
        "POL",
        "",
        "",
    ),
    (
        "Additional sponsor: Chad. Poland withdrew its sponsorship; Mali was removed from the list.",
        "TCD",
        "MLI POL",
        "",
        "",
    ),
    ("Poland withdrew its sponsorship and Chad has joined the sponsors.", "TCD", "POL", "", ""),
]


@pytest.mark.parametrize(("note", "came", "went", "added_in", "withdrawn_in"), FORMS, ids=lambda form: str(form)[:60])
def test_a_note_tells_who_came_and_who_went(note, came, went, added_in, withdrawn_in):
    found = read(note)
    assert codes(found, "tabled") == "MLI NOR PER POL"
    assert codes(found, "additional") == came
    assert codes(found, "withdrawn") == went
    left = sorted({"MLI", "NOR", "PER", "POL", *came.split()} - set(went.split()))
    assert codes(found, "final") == " ".join(left)
    assert {state.iso3 for state in found["final"].withdrawn} == set(went.split())
    assert [item.as_written for one in found.values() for item in one.unresolved] == []
    assert found["additional"].named_in == added_in if came else True
    assert found["withdrawn"].named_in == withdrawn_in if went else True


@pytest.mark.parametrize("tag", ["500", "515", "591"])
def test_notes_stand_in_several_fields(tag):
    found = read("Additional sponsors: Chad.", "Poland was removed from the list of sponsors.", tag=tag)
    assert (codes(found, "additional"), codes(found, "withdrawn")) == ("TCD", "POL")
    assert codes(found, "final") == "MLI NOR PER TCD"


@pytest.mark.parametrize(
    "note",
    [
        "Main sponsors: Norway, Sweden.",
        "Original sponsor: Fiji.",
        "The sponsors are listed in the annex.",
        "No additional sponsors were named.",
        "Additional sponsors: see A/C.3/72/L.50/Add.1.",
        "The sponsors withdrew the draft resolution.",
    ],
)
def test_a_note_on_sponsors_of_which_nothing_is_read_is_shown(note):
    found = read(note)
    assert set(found) == {"tabled"}
    assert f"Note in the record: {note}" in found["tabled"].notes
    record = made.record("7", SYMBOL, made.field("245", *TITLE), made.field("515", ("a", note)))
    (alone,) = recognise(made.collection(record).encode(), "record.xml", CONTEXT)
    assert (alone.iso3, [note in item.as_written for item in alone.unresolved]) == (set(), [True])


def test_nobody_sponsors_a_draft_that_was_withdrawn():
    found = read("Additional sponsors: Chad. - The draft resolution was withdrawn by its sponsors(A/72/439/Add.2).")
    assert set(found) == {"tabled", "additional"}
    assert any("was withdrawn by its sponsors" in note for note in found["tabled"].notes)


@pytest.mark.parametrize(
    ("notes", "asked"),
    [
        # both ways
        (["Additional sponsors: Chad and Fiji, Poland withdrew its sponsorship."], "FJI POL TCD"),
        (["Additional sponsors: Chad. Mali, Fiji. Poland withdrew as a sponsor."], "FJI MLI"),
        # in another note, which may be the later one
        (["Poland was removed from the list of sponsors.", "Additional sponsors: Poland."], "POL"),
        # misprinted among those who withdrew
        (["Polnad withdrew its sponsorship."], "POL"),
    ],
)
def test_who_may_have_left_is_asked_and_not_counted(notes, asked):
    final = read(*notes)["final"]
    assert sorted({iso3 for item in final.unresolved for iso3, _ in item.suggestions[:1]}) == asked.split()
    assert not final.iso3 & set(asked.split())


def test_who_came_back_sponsors_again():
    found = read("Poland withdrew its sponsorship. - Poland rejoined the list of sponsors.")
    assert codes(found, "final") == "MLI NOR PER POL"


def test_a_full_stop_among_the_printed_names_is_a_comma():
    found = read(printed="Chad, the Congo. Croatia, St. Lucia and Togo.")
    assert codes(found, "tabled") == "COG HRV LCA TCD TGO"


@pytest.mark.parametrize(
    ("symbol", "note", "stages"),
    [
        ("A/C.3/72/L.50/Add.1", "", {"additional": "MLI NOR PER POL"}),
        (
            "A/C.3/72/L.50/Add.1",
            "Additional sponsors: Chad.",
            {"tabled": "MLI NOR PER POL", "additional": "TCD", "final": "MLI NOR PER POL TCD"},
        ),
        (
            "A/C.3/72/L.50/Rev.1/Add.1",
            "Additional sponsors: Chad.",
            {"tabled revised": "MLI NOR PER POL", "additional": "TCD", "final": "MLI NOR PER POL TCD"},
        ),
    ],
)
def test_an_addendum_has_the_first_sponsors_in_its_title_where_the_note_has_the_later_ones(symbol, note, stages):
    found = read(*([note] if note else []), symbol=symbol)
    assert {stage: codes(found, stage) for stage in found} == stages


MEMBERS = {
    row["iso3"]: CONTEXT.names.known(row["iso3"], CONTEXT.day(SYMBOL))
    for row in CONTEXT.states
    if row["status"] == "member"
}
KNOWN = {code: names for code, names in MEMBERS.items() if names}
LEADS = ["Additional sponsors: ", "Additional sponsors are: ", "Document A/C.3/72/INF/3 adds the following sponsors: "]
LEFT = [
    " withdrew their sponsorship of the draft resolution",
    " withdrew as sponsors",
    " was removed from list",
    " were removed from the list of sponsors of the draft resolution",
]
DOCUMENTS = ["", " (A/72/439/Add.2)", " (A/C.3/72/SR.28)", " (A/60/509/Add.2 (Part II))", "(A/C.3/72/INF/2)"]


@given(st.data())
@settings(deadline=None, max_examples=120)
def test_whoever_is_named_comes_back_where_he_is_named(data):
    chance = random.Random(data.draw(st.integers(0, 2**32)))
    sizes = [data.draw(st.integers(1, 40)), *data.draw(st.lists(st.integers(1, 30), min_size=1, max_size=3))]
    picked = chance.sample(sorted(KNOWN), sum(sizes))
    names = {code: chance.choice(KNOWN[code]) for code in picked}
    first, *groups = [[picked.pop() for _ in range(size)] for size in sizes]
    everybody = first + [code for group in groups for code in group]
    gone = chance.sample(everybody, min(len(everybody), data.draw(st.integers(0, 8))))

    def listed(some: list[str]) -> str:
        return made.series([names[code] for code in some], chance.choice([" and ", ", "]))

    note = chance.choice(LEADS)
    note += chance.choice(["; ", " and "]).join(listed(group) + chance.choice(DOCUMENTS[1:]) for group in groups) + "."
    if gone:
        note += chance.choice([" - ", " -- ", " – "]) + listed(gone) + chance.choice(LEFT) + "."
    found = read(note, printed=listed(first))
    added = {code for group in groups for code in group}
    assert (found["tabled"].iso3, found["additional"].iso3) == (set(first), added)
    assert found["final"].iso3 == (set(first) | added) - set(gone)
    assert (found["withdrawn"].iso3 if gone else set()) == set(gone)
    assert [item for one in found.values() for item in one.unresolved] == []
