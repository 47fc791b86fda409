"""Tables as people keep them: lines of title, ticks, several sheets, short names with commas."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import Workbook

from data.reading.context import Context
from data.reading.model import ImporterError
from data.reading.recognise import recognise
from tests.data.reading import made


@pytest.fixture(scope="module")
def context() -> Context:
    return Context.from_files()


def csv_file(rows: list[list[str]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_lines_of_title_above_the_headings_are_no_rows(context, delimiter):
    rows = [
        ["Co-sponsors of A/C.3/76/L.50"],
        ["as of 12 November 2021"],
        ["No.", "Delegation", "Region"],
        ["1", "Albania", "Europe"],
        ["2", "Korea, Republic of", "Asia"],
        ["3", "Niger", "Africa"],
    ]
    (one,) = recognise(csv_file(rows, delimiter), "list.csv", context)
    assert (one.iso3, one.unresolved) == ({"ALB", "KOR", "NER"}, ())
    assert one.document_symbol == "A/C.3/76/L.50"


@pytest.mark.parametrize(("yes", "no"), [("yes", "no"), ("x", ""), ("sponsor", "not_sponsor"), ("1", "0"), ("✓", "–")])
def test_a_state_that_is_not_marked_is_not_on_the_list(context, yes, no):
    rows = [["Country", "Sponsor of A/C.3/76/L.50"], ["Albania", yes], ["Cuba", no], ["Norway", yes], ["Egypt", no]]
    (one,) = recognise(made.xlsx_file(rows), "list.xlsx", context)
    assert one.iso3 == {"ALB", "NOR"}
    assert one.document_symbol == "A/C.3/76/L.50"
    assert any("Sponsor of A/C.3/76/L.50" in note for note in one.notes)


def test_every_column_of_ticks_is_a_list_and_what_is_open_stays_open(context):
    rows = [
        ["iso3", "name", "A/RES/74/146", "A/RES/76/174"],
        ["ALB", "Albania", "sponsor", "unknown"],
        ["CUB", "Cuba", "not_sponsor", "not_sponsor"],
        ["NOR", "Norway", "main sponsor", "sponsor"],
    ]
    found = recognise(csv_file(rows), "matrix.csv", context)
    assert {one.resolution: one.iso3 for one in found} == {"A/RES/74/146": {"ALB", "NOR"}, "A/RES/76/174": {"NOR"}}
    assert [u.as_written for one in found for u in one.unresolved] == ["Albania"]
    assert [s.iso3 for s in found[0].states if s.role == "main sponsor"] == ["NOR"]


@pytest.mark.parametrize(("head", "yes", "no"), [("HRC member", "yes", "no"), ("OECD", "x", ""), ("2019", "1", "0")])
def test_a_yes_of_something_else_makes_no_sponsor(context, head, yes, no):
    rows = [["State", head], ["Norway", yes], ["Kenya", no], ["Mali", yes]]
    (one,) = recognise(csv_file(rows), "list.csv", context)
    assert one.iso3 == set()
    assert [u.suggestions[0][0] for u in one.unresolved] == ["NOR", "KEN", "MLI"]
    assert all(f"the column “{head}” says yes or no" in u.reason for u in one.unresolved)


def test_the_number_of_a_single_row_is_no_mark(context):
    (one,) = recognise(csv_file([["No", "State"], ["1", "Kenya"]]), "list.csv", context)
    assert (one.iso3, one.unresolved) == ({"KEN"}, ())


def test_who_has_withdrawn_is_no_sponsor(context):
    text = (
        "Draft: A/C.3/76/L.50\nSponsor\tDate\tStatus\nAlbania\t2/11\tSponsor\nBelarus\t3/11\tWithdrawn\n"
        "Norway\t1/11\tSponsor\n"
    )
    (one,) = recognise(text.encode(), "portal.txt", context)
    assert one.iso3 == {"ALB", "NOR"}
    assert [u.as_written for u in one.unresolved] == ["Belarus"]


def test_a_role_that_says_something_else_is_left_to_a_person(context):
    rows = [["state", "role"], ["Albania", "sponsor"], ["Belarus", "removed from list"], ["Norway", "Main sponsor"]]
    (one,) = recognise(csv_file(rows), "list.csv", context)
    assert one.iso3 == {"ALB", "NOR"}
    assert [u.as_written for u in one.unresolved] == ["Belarus"]


def test_a_name_that_is_known_in_part_only_means_nobody(context):
    rows = [["State"], ["Guinea, formerly French"], ["Congo, Dem. Rep."], ["Norway"]]
    (one,) = recognise(csv_file(rows), "list.csv", context)
    assert one.iso3 == {"COD", "NOR"}
    assert [u.as_written for u in one.unresolved] == ["Guinea, formerly French"]


def test_all_sheets_with_headings_are_read_and_a_sheet_of_notes_is_passed_over(context):
    book = Workbook()
    book.active["A1"] = "Notes"
    for title, names in (("Tabled", ["Albania", "Norway"]), ("Final", ["Albania", "Niger", "Norway"])):
        sheet = book.create_sheet(title)
        for row in (["State"], *([name] for name in names)):
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    found = recognise(out.getvalue(), "lists.xlsx", context)
    assert [(one.title, len(one.states)) for one in found] == [("Tabled", 2), ("Final", 3)]


def test_pasted_names_are_no_table_where_a_line_ends_in_a_word_that_could_head_one(context):
    text = "Albania, Niger, Qatar, State\nof, Norway, Kenya, Peru\nChile, Ghana, Togo, Mali"
    (one,) = recognise(text.encode(), "the pasted text", context)
    assert one.iso3 == {"ALB", "NER", "QAT", "NOR", "KEN", "PER", "CHL", "GHA", "TGO", "MLI"}
    assert one.unresolved == ()


def test_a_wide_matrix_of_the_whole_record_is_a_table(context):
    texts = [row["resolution"] for row in context.resolutions]
    rows = [["iso3", "State", *texts]]
    rows += [["NOR", "Norway", *("sponsor" for _ in texts)], ["CUB", "Cuba", *("" for _ in texts)]]
    found = recognise(csv_file(rows), "matrix.csv", context)
    assert {one.resolution: one.iso3 for one in found} == {text: {"NOR"} for text in texts}


def test_a_table_that_is_too_long_says_so(context):
    with pytest.raises(ImporterError, match="50000 rows"):
        recognise(csv_file([["State", "x"], *[["Norway", "x"]] * 50_001]), "list.csv", context)
