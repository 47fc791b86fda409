"""What is pasted out of the library's catalogue, and amendments, whose sponsors sponsor no draft."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading.context import Context
from data.reading.model import ImporterError
from data.reading.recognise import recognise
from tests.data.reading import made

CONTEXT = Context.from_files()
LINE = "Visits to Kenya and Japan, and the rights of Chad : draft resolution / "
NAMES = "Albania, Bosnia and Herzegovina, Norway and United Kingdom of Great Britain and Northern Ireland"
FOUR = "ALB BIH GBR NOR"
PAGE = "Symbol\nA/C.3/72/L.50\nTitle\n{line}\nDate\n[New York] : UN, 2 Nov. 2017\nDescription\n4 p.\nNotes\n{note}\n"


def read(text: str) -> list[tuple[str, str, str]]:
    """Stage, symbol and codes of each list."""
    found = recognise(text.encode(), "pasted", CONTEXT)
    assert [item.as_written for one in found for item in one.unresolved] == []
    return [(one.stage, one.document_symbol, " ".join(sorted(one.iso3))) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        LINE + NAMES,
        LINE + NAMES + ".",
        LINE + NAMES + "\nDate\n2017",
        "1. " + LINE + NAMES + "\n4 p. : tables",
        "Title: " + LINE + NAMES,
        LINE + NAMES.replace(", ", ",\n"),
        LINE + NAMES.replace(" ", "\n"),
        LINE + "submitted by " + NAMES,
        LINE.replace(" / ", "/") + NAMES,
        LINE.replace("draft\xa0", "draft ") + NAMES,
        LINE + NAMES.replace("Herzegovina,", "Herzegovina."),
        LINE + NAMES + ". Kenya and Japan had been visited before.",
    ],
)
def test_a_line_gives_those_behind_the_stroke_and_nobody_of_the_title(text):
    assert read(text) == [("tabled", "", FOUR)]


@pytest.mark.parametrize(
    ("kind", "stage"),
    [
        ("draft resolution", "tabled"),
        ("revised draft resolution", "tabled revised"),
        ("draft decision", "tabled"),
        ("[revised] draft resolution", "tabled revised"),
        ("draft resolution, as orally revised", "oral"),
        ("projet de résolution", "tabled"),
        ("proyecto de resolución", "tabled"),
    ],
)
def test_the_title_tells_the_stage(kind, stage):
    assert read(f"Rights of Chad : {kind} / {NAMES}") == [(stage, "", FOUR)]


def test_a_page_has_a_symbol_and_notes():
    note = "Additional sponsors: Chad, Fiji and\nTogo (A/72/439/Add.2). -- Norway withdrew as a sponsor."
    assert read(PAGE.format(line=LINE + NAMES, note=note)) == [
        ("tabled", "A/C.3/72/L.50", FOUR),
        ("additional", "A/C.3/72/L.50", "FJI TCD TGO"),
        ("withdrawn", "A/C.3/72/L.50", "NOR"),
        ("final", "A/C.3/72/L.50", "ALB BIH FJI GBR TCD TGO"),
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n--\n"])
def test_several_lines_each_keep_their_own(between):
    lines = [f"A/C.3/72/L.{number}\n{LINE}{names}" for number, names in ((50, NAMES), (51, "Cuba and Fiji"))]
    assert read(between.join(lines)) == [("tabled", "A/C.3/72/L.50", FOUR), ("tabled", "A/C.3/72/L.51", "CUB FJI")]
    below = [f"{LINE}{names}\nA/C.3/72/L.{number}" for number, names in ((50, NAMES), (51, "Cuba and Fiji"))]
    assert read(between.join(below)) == [("tabled", "A/C.3/72/L.50", FOUR), ("tabled", "A/C.3/72/L.51", "CUB FJI")]


def test_a_symbol_in_a_note_is_not_the_one_of_the_next_line():
    text = f"A/C.3/72/L.9\n{LINE}{NAMES}\nAdditional sponsors: Togo (A/C.3/72/L.50/Add.1).\n{LINE}Cuba and Fiji"
    assert read(text)[-1] == ("tabled", "", "CUB FJI")


def test_who_is_not_printed_makes_the_list_partial():
    (one,) = recognise((LINE + "Albania ... [et al.]").encode(), "pasted", CONTEXT)
    assert (one.iso3, ["partial" in note for note in one.notes]) == ({"ALB"}, [True])


def test_one_state_or_two_without_a_date():
    assert read(LINE + "Norway, Serbia and Montenegro, Spain and Sweden")[0][2] == "ESP NOR SRB SWE"
    (one,) = recognise((LINE + "Norway, Serbia and Montenegro").encode(), "pasted", CONTEXT)
    assert (one.iso3, [item.as_written for item in one.unresolved]) == ({"NOR"}, ["Serbia and Montenegro"])


@given(st.data(), st.integers(25, 110))
@settings(deadline=None, max_examples=100)
def test_any_states_over_any_lines(data, width):
    on = CONTEXT.day("A/C.3/72/L.50")
    chance = random.Random(data.draw(st.integers(0, 2**32)))
    known = {row["iso3"]: CONTEXT.names.known(row["iso3"], on) for row in CONTEXT.states if row["status"] == "member"}
    codes = chance.sample(sorted(code for code, names in known.items() if names), data.draw(st.integers(1, 150)))
    names = made.series([chance.choice(known[code]) for code in codes])
    line = made.wrap(f"Rights of Chad : draft resolution / {names}", width)
    text = PAGE.format(line=line, note="4 tables")
    assert read(text) == [("tabled", "A/C.3/72/L.50", " ".join(sorted(codes)))]


AMENDMENTS = [
    f"{name}{mark} {kind} A/C.3/72/L.50\n\nThe title\n\nAfter paragraph 1, add the following States: Chad and Fiji.\n"
    "* Any changes to the list of sponsors will be reflected in the official record.\n"
    for name in ("Iraq", "Iran (Islamic Republic of), Iraq and Cuba", "Zambia (on behalf of the African Group)")
    for mark in (":", ":*", " :", ":¹")
    for kind in (
        "amendment to draft resolution",
        "amendments to revised draft resolution",
        "revised amendment to draft resolution",
        "sub-amendment to the amendment contained in document",
    )
]


@pytest.mark.parametrize("text", AMENDMENTS, ids=range(len(AMENDMENTS)))
def test_an_amendment_gives_no_list_and_is_told_as_one(text):
    with pytest.raises(ImporterError, match="amendments to a draft"):
        recognise(f"A/C.3/72/L.77\nThird Committee\nAgenda item 72 (b)\n\n{text}".encode(), "d.txt", CONTEXT)


@pytest.mark.parametrize(
    "kind",
    [
        "amendment to draft resolution A/C.3/72/L.50",
        "amendments to the draft resolution",
        "revised amendment to draft resolution A/C.3/72/L.50 : addendum",
        "sub-amendment to the amendment contained in A/C.3/72/L.60",
    ],
)
def test_an_amendment_in_the_catalogue_gives_none_either(kind):
    with pytest.raises(ImporterError, match="amendments to a draft"):
        recognise(marc(kind), "r.xml", CONTEXT)
    with pytest.raises(ImporterError, match="amendments to a draft"):
        recognise(f"Rights of Chad : {kind} / {NAMES}".encode(), "pasted", CONTEXT)


@pytest.mark.parametrize(
    "title", ["Amendments to the Statute : draft resolution", "Amendment of the rules : draft decision"]
)
def test_a_draft_about_amendments_is_a_draft(title):
    first, kind = title.split(" : ")
    found = recognise(marc(kind, first), "r.xml", CONTEXT) + recognise(f"{title} / {NAMES}".encode(), "p", CONTEXT)
    assert [" ".join(sorted(one.iso3)) for one in found] == [FOUR, FOUR]


def test_amendments_among_drafts_are_left_out_and_named():
    found = recognise(
        marc(
            "draft resolution",
            more=made.record(
                "2",
                "A/C.3/72/L.77",
                made.field(
                    "245",
                    ("a", "Rights of Chad :"),
                    ("b", "amendment to draft resolution A/C.3/72/L.50 /"),
                    ("c", "Iraq and Cuba"),
                ),
            ),
        ),
        "r.xml",
        CONTEXT,
    )
    assert [(one.stage, one.document_symbol) for one in found] == [("tabled", "A/C.3/72/L.50")]
    assert any("A/C.3/72/L.77" in note for note in found[0].notes)


def marc(kind: str, title: str = "Rights of Chad", more: str = "") -> bytes:
    fields = made.field("245", ("a", f"{title} :"), ("b", f"{kind} /"), ("c", NAMES))
    return made.collection(made.record("1", "A/C.3/72/L.50", fields), more).encode()
