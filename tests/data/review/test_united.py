"""One final list out of a draft, its revision, its addenda and the report: who is on it, from where, and who is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading.context import Context
from data.reading.model import ImportedList, NamedState
from data.reading.recognise import recognise_text
from data.review.united import UNITED, Part, unite
from tests.data.reading import made

CONTEXT = Context.from_files()
NAMES = {s["iso3"]: s["short_name"] for s in CONTEXT.states if s["status"] == "member"}
CODES = sorted(NAMES)[:40]
TEXT, DRAFT, REVISED, REPORT = "A/RES/72/247", "A/C.3/72/L.50", "A/C.3/72/L.50/Rev.1", "A/72/439/Add.2"


def part(stage: str, codes, document: str, kind: str = "draft resolution", symbol: str = "") -> Part:
    """A list over a text in which each name stands where its span says."""
    text, states = f"{document}\n\n", []
    for code in sorted(codes):
        states.append(NamedState(NAMES[code], code, span=(len(text), len(text) + len(NAMES[code]))))
        text += f"{NAMES[code]}, "
    return Part(ImportedList(kind, text, symbol or document, TEXT, stage, states=tuple(states)), document)


def joined(codes, symbol: str = REVISED) -> Part:
    return part("additional", codes, REPORT, "report: joined later", symbol)


def withdrew(codes) -> Part:
    return part("withdrawn", codes, REPORT, "report: withdrew", REVISED)


def test_newest_list_and_who_joined_without_who_left():
    found = unite(
        [
            part("tabled", {"ALB", "AUT", "CHL"}, DRAFT),
            part("tabled revised", {"AUT", "CHL", "NOR"}, REVISED),
            part("additional", {"PER"}, f"{REVISED}/Add.1", "addendum"),
            joined({"MEX", "PER"}),
            withdrew({"CHL"}),
        ]
    )
    one, parts = found
    assert (one.iso3, one.stage, one.kind) == ({"AUT", "NOR", "PER", "MEX"}, "final", UNITED)
    assert {s.iso3: s.remark for s in one.states} == {
        "AUT": REVISED,
        "NOR": REVISED,
        "PER": f"{REVISED}/Add.1",
        "MEX": REPORT,
    }
    assert one.named_in == f"{REVISED} and {REVISED}/Add.1 and {REPORT}"
    assert [state.iso3 for state in one.withdrawn] == ["CHL"]
    assert one.notes == (
        f"From {REVISED} (as tabled in its revised form): 2 names.",
        f"From {REVISED}/Add.1 (named after tabling): Peru.",
        f"From {REPORT} (named after tabling): Mexico.",
        f"Took their names back: Chile ({REPORT}).",
        f"Named before it was revised and not since, so not counted: Albania ({DRAFT}).",
    )
    assert [p.document for p in parts] == [REVISED, f"{REVISED}/Add.1", REPORT, REPORT]


def test_who_joined_the_draft_before_it_was_revised_is_not_counted_unless_named_again():
    parts = [
        part("tabled", {"AUT"}, DRAFT),
        part("additional", {"PER", "CHL"}, f"{DRAFT}/Add.1", "addendum"),
        part("tabled revised", {"AUT", "CHL"}, REVISED),
        joined({"NOR"}),
    ]
    one, _ = unite(parts)
    assert one.iso3 == {"AUT", "CHL", "NOR"}
    assert f"not counted: Peru ({DRAFT}/Add.1)" in one.notes[-1]
    one, _ = unite([*parts[:2], joined({"NOR"}, DRAFT)])
    assert one.iso3 == {"AUT", "CHL", "PER", "NOR"}


def test_of_two_revisions_the_later_one_counts():
    second = f"{DRAFT}/Rev.2"
    one, _ = unite(
        [
            part("tabled revised", {"AUT", "CHL"}, second),
            part("tabled revised", {"ALB", "AUT"}, REVISED),
            joined({"NOR"}),
        ]
    )
    assert one.iso3 == {"AUT", "CHL", "NOR"}


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [part("tabled", {"AUT"}, DRAFT), part("additional", {"PER"}, f"{DRAFT}/Add.1", "addendum")],  # no report
        [joined({"PER"}), withdrew({"CHL"})],  # nobody knows the others
        [part("tabled", {"AUT"}, DRAFT)],
        # The report tells all by itself.
        [
            part("tabled", {"AUT"}, DRAFT),
            part("tabled", {"AUT"}, REPORT, "report: as submitted", DRAFT),
            joined({"PER"}),
            part("final", {"AUT", "PER"}, REPORT, "report: all sponsors", DRAFT),
        ],
        # A footnote of the Official Records is the final list, whatever the others say.
        [part("tabled", {"AUT", "CHL"}, DRAFT), joined({"PER"}), part("final", {"AUT"}, "A/72/49", "footnote")],
    ],
)
def test_where_the_final_list_cannot_be_told_or_is_told_by_one_document_nothing_is_made(parts):
    assert unite(parts) is None


def test_a_final_list_that_a_report_made_of_an_older_draft_gives_way():
    one, _ = unite(
        [
            part("tabled", {"ALB", "AUT"}, REPORT, "report: as submitted", DRAFT),
            joined({"PER"}, DRAFT),
            part("final", {"ALB", "AUT", "PER"}, REPORT, "report: all sponsors", DRAFT),
            part("tabled revised", {"AUT", "CHL"}, REVISED),
        ]
    )
    assert one.iso3 == {"AUT", "CHL", "PER"}


def test_what_was_read_by_ocr_stays_marked():
    read = part("tabled", {"AUT"}, DRAFT)
    read = Part(replace(read.one, scanned=(2,), notes=("Read by OCR from page 2.",)), DRAFT)
    one, _ = unite([read, joined({"PER"}, DRAFT)])
    assert (one.scanned, one.notes[-1]) == ((2,), "Read by OCR from page 2.")


def test_a_roll_call_has_no_part_in_it():
    vote = replace(part("plenary", {"USA", "CHN"}, REPORT).one, kind="vote: text")
    one, _ = unite([part("tabled", {"AUT"}, DRAFT), joined({"PER"}, DRAFT), Part(vote, REPORT)])
    assert one.iso3 == {"AUT", "PER"}


SETS = st.sets(st.sampled_from(CODES), min_size=1, max_size=12)
MAYBE = st.one_of(st.just(set()), SETS)


@settings(max_examples=200, deadline=None)
@given(SETS, MAYBE, MAYBE, MAYBE, SETS, MAYBE, st.randoms())
def test_whatever_the_lists_the_rule_holds_and_every_name_stands_where_it_is_said(
    tabled, revised, early, late, told, left, chance
):
    parts = [part("tabled", tabled, DRAFT), joined(told)]
    parts += [part("tabled revised", revised, REVISED)] if revised else []
    parts += [part("additional", early, f"{DRAFT}/Add.1", "addendum")] if early else []
    parts += [part("additional", late, f"{REVISED}/Add.1", "addendum")] if late else []
    parts += [withdrew(left)] if left else []
    chance.shuffle(parts)
    one, _ = unite(parts)
    assert one.iso3 == ((revised or tabled | early) | late | told) - left
    for state in (*one.states, *one.withdrawn):
        assert one.text[slice(*state.span)] == state.as_written
        assert state.iso3 in {code for p in parts if p.document == state.remark for code in p.one.iso3}
    assert len(one.states) == len(one.iso3)


def test_real_layouts_together():
    names = ["Albania", "Austria", "Chile", "Norway"]
    texts = {
        DRAFT: made.draft(["Albania", "Cuba"], DRAFT),
        REVISED: made.draft(names, REVISED, revised=True),
        REPORT: made.committee_report(["Albania", "Cuba"], ["Mexico", "Peru"], ["Chile"]),
    }
    parts = [Part(one, document) for document, text in texts.items() for one in recognise_text(text, CONTEXT)]
    one, _ = unite(parts)
    assert one.iso3 == {"ALB", "AUT", "NOR", "MEX", "PER"}
    assert {s.as_written for s in one.states if s.remark == REPORT} == {"Mexico", "Peru"}
