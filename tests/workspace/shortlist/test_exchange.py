"""A shortlist leaves as XLSX or CSV and comes back the same; a bad file is refused whole."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.workspace.told import of_entry
from workspace.database.schema import now
from workspace.errors import FileError, NotFound, WorkspaceError
from workspace.shortlist import table
from workspace.shortlist.shortlist import Entry
from workspace.text import clean

NAMES = {"KEN": "Kenya", "MLI": "Mali", "CIV": "Côte d'Ivoire", "NAM": "Namibia"}
KNOWN = {**{name.lower(): iso3 for iso3, name in NAMES.items()}, **{iso3.lower(): iso3 for iso3 in NAMES}}
WRITERS = {"csv": table.csv_bytes, "xlsx": table.xlsx_bytes}


def resolve(written: str) -> str | None:
    return KNOWN.get(written.lower())


def sheet(*rows: list) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def lines(*rows: str) -> bytes:
    return "\r\n".join(rows).encode()


@pytest.fixture
def campaign(workspace):
    return workspace.campaigns.create("GA 2026", "GA", 2026)


def bring(workspace, campaign, content: bytes, on_listed: str = "refuse"):
    rows, _ = table.read(content)
    return workspace.import_shortlist(campaign.id, rows, resolve, on_listed)


def told(error) -> list[tuple[int, str]]:
    return [(problem.row, problem.column) for problem in error.value.problems]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_shortlist_goes_out_and_comes_back_the_same(workspace, campaign, kind):
    fields = {"owner": "@anna", "status": "considering", "date": date(2026, 10, 1), "note": "=1+1\n+2, \"x\"; 'y'"}
    workspace.shortlist.add(campaign.id, "KEN", **fields, next_step="'=quoted")
    workspace.shortlist.add(campaign.id, "CIV", note="-5", next_step="007")
    content = WRITERS[kind](workspace.shortlist.entries(campaign.id), NAMES)
    same = bring(workspace, campaign, content)
    assert same.unchanged == ("KEN", "CIV")
    assert same.added == same.changed == ()
    other = workspace.campaigns.create("Copy", "GA", 2026)
    assert bring(workspace, other, content).added == ("KEN", "CIV")
    values = ("iso3", "owner", "status", "date", "note", "next_step")
    left, right = (
        [[getattr(entry, value) for value in values] for entry in workspace.shortlist.entries(one.id)]
        for one in (campaign, other)
    )
    assert left == right


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@settings(max_examples=40, deadline=None)
@given(texts=st.lists(st.text(max_size=30).map(lambda text: clean(text, "note")), min_size=3, max_size=3))
def test_any_text_survives_the_file(kind, texts):
    entry = Entry(1, 1, "KEN", texts[0], "contacted", None, texts[1], texts[2], 1, now(), "")
    (row,), ignored = table.read(WRITERS[kind]([entry], {"KEN": "Kenya"}))
    assert [row.values[field] for field in ("owner", "note", "next_step")] == texts
    assert ignored == []


def test_no_cell_of_a_file_is_a_formula(workspace, campaign):
    for iso3, text in zip(NAMES, ("=1+1", "+1", "-1", "@SUM(A1)"), strict=True):
        workspace.shortlist.add(campaign.id, iso3, owner=text, note=text, next_step=text)
    entries = workspace.shortlist.entries(campaign.id)
    names = {iso3: f"={name}" for iso3, name in NAMES.items()}
    book = load_workbook(io.BytesIO(table.xlsx_bytes(entries, names, about=["=cmd()", "Data version 1"])))
    cells = [cell for one in book for row in one.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type != "f" for cell in cells)
    assert "'=cmd()" in [cell.value for cell in cells]
    content = table.csv_bytes(entries, names)
    assert content.startswith(b"\xef\xbb\xbf")
    written = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in written if cell[:1] in "=+-@\t\r" and cell]


@pytest.mark.parametrize(
    "content",
    [
        lines("state,status,note", "Kenya,Contacted,hello"),
        lines("\ufeffSTATE;Status;NOTE", "kenya; contacted ;hello"),
        lines("State\tStatus\tNote", "KEN\tcontacted\thello"),
        sheet(["Status", None, "State", "Note"], ["contacted", None, "Kenya", "hello"]),
    ],
)
def test_files_from_elsewhere_are_understood(workspace, campaign, content):
    assert bring(workspace, campaign, content).added == ("KEN",)
    (entry,) = workspace.shortlist.entries(campaign.id)
    assert (entry.iso3, entry.status, entry.note) == ("KEN", "contacted", "hello")
    (line,) = of_entry(workspace, entry)
    assert line.action == "imported"


def test_a_column_that_is_not_ours_is_named(workspace):
    rows, ignored = table.read(lines("State,Telephone", "Kenya,1234"))
    assert ignored == ["Telephone"]
    assert dict(rows[0].values) == {"state": "Kenya"}


def test_every_problem_is_told_with_row_and_remedy_and_nothing_is_saved(workspace, campaign):
    content = sheet(
        ["State", "Code", "Status", "Date", "Note"],
        ["Kenya", "KEN", "contacted", date(2026, 10, 1), "fine"],
        ["Utopia", "", "", "", ""],
        ["Mali", "KEN", "", "", ""],
        ["", "", "", "", "who?"],
        ["Namibia", "", "perhaps", "1.2.2026", ""],
        ["Kenya", "", "", "", ""],
        ["Mali", "", "", "", "x" * 10_001],
    )
    with pytest.raises(FileError) as error:
        bring(workspace, campaign, content)
    assert told(error) == [
        (3, "State"),
        (4, "State"),
        (5, "State"),
        (6, "Status"),
        (6, "Date"),
        (7, "State"),
        (8, "Note"),
    ]
    message = str(error.value)
    for part in ("“Utopia” is no State", "KEN, the name MLI", "2026-10-31", "row 2 already", "Nothing was imported"):
        assert part in message
    assert all(problem.remedy for problem in error.value.problems)
    assert workspace.shortlist.entries(campaign.id) == []
    assert len(workspace.history.of_campaign(campaign.id)) == 1


def test_a_file_exported_before_somebody_elses_change_does_not_overwrite_it(workspace, campaign):
    entry = workspace.shortlist.add(campaign.id, "KEN", note="old")
    before = table.csv_bytes([entry], NAMES)
    edited = before.replace(b"old", b"mine")
    workspace.signed("Ben").shortlist.change(entry.id, entry.version, note="Ben's")
    with pytest.raises(FileError, match="KEN was changed by Ben after this file was exported"):
        bring(workspace, campaign, edited)
    assert workspace.shortlist.get(entry.id).note == "Ben's"
    assert bring(workspace, campaign, edited, "keep").kept == ("KEN",)
    assert workspace.shortlist.get(entry.id).note == "Ben's"
    assert bring(workspace, campaign, edited, "replace").changed == ("KEN",)
    assert workspace.shortlist.get(entry.id).note == "mine"
    assert [change.before for change in of_entry(workspace, entry)][0] == "Ben's"


def test_a_file_exported_after_the_last_change_may_change_rows(workspace, campaign):
    entry = workspace.shortlist.add(campaign.id, "KEN", note="old", status="contacted")
    content = table.csv_bytes([entry], NAMES).replace(b"old", b"new")
    assert bring(workspace, campaign, content).changed == ("KEN",)
    saved = workspace.shortlist.get(entry.id)
    assert (saved.note, saved.status, saved.version) == ("new", "contacted", 2)


def test_without_a_version_a_listed_state_with_other_values_is_refused(workspace, campaign):
    workspace.shortlist.add(campaign.id, "KEN", note="old")
    with pytest.raises(FileError, match="already, with other values"):
        bring(workspace, campaign, lines("State,Note", "Mali,x", "Kenya,new"))
    assert [entry.iso3 for entry in workspace.shortlist.entries(campaign.id)] == ["KEN"]


def test_columns_that_the_file_lacks_are_left_alone(workspace, campaign):
    entry = workspace.shortlist.add(campaign.id, "KEN", note="keep me", owner="Anna")
    bring(workspace, campaign, lines("State,Owner", "Kenya,Ben"), "replace")
    saved = workspace.shortlist.get(entry.id)
    assert (saved.note, saved.owner) == ("keep me", "Ben")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (lines("Country,Note", "Kenya,x"), "no column “State”"),
        (lines("State,State", "Kenya,Mali"), "twice"),
        (b"State\r\nC\xf4te d'Ivoire", "neither XLSX nor CSV"),
        (b"PK\x03\x04 but broken", "damaged"),
        (b"State\r\n" + b"Kenya\r\n" * 2_001, "2,000 rows"),
        (lines("State,Note", 'Kenya,"never closed'), "no CSV"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(content, message):
    with pytest.raises(FileError, match=message):
        table.read(content)


def test_a_formula_in_a_workbook_is_refused_with_its_row():
    with pytest.raises(FileError) as error:
        table.read(sheet(["State", "Note"], ["Kenya", "=1+1"]))
    assert told(error)[0][0] == 2
    assert "Paste its value" in str(error.value)


def test_an_unknown_campaign_or_way_is_said(workspace, campaign):
    with pytest.raises(NotFound):
        workspace.import_shortlist(99, [], resolve)
    with pytest.raises(WorkspaceError, match="refuse, keep or replace"):
        workspace.import_shortlist(campaign.id, [], resolve, "merge")
