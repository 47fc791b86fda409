"""What the pages call to read what a person brings: any input ends in lists or a sentence, soon, in its limits."""

from __future__ import annotations

import contextlib
import io
import json
import zipfile

import pytest

from data.reading import cells, reader
from data.reading.context import Context
from data.reading.model import ImporterError
from data.review.exchange import KIND, from_colleague
from files import apart, limited
from tests.data.reading import made
from workspace.errors import FileError
from workspace.shortlist import table

CONTEXT = Context.from_files()
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    b"\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"
)


def refused(data: bytes, name: str) -> str:
    with pytest.raises(ImporterError) as caught:
        reader.read(data, name, CONTEXT)
    return str(caught.value)


def test_a_pasted_text_is_read_as_it_is_without_limits():
    text = made.council_draft(["Albania", "Norway", "Peru"], {"Peru"})
    found = reader.read(text.encode(), "the pasted text", CONTEXT)
    (one,) = found.lists
    assert (found.name, found.problem, found.head) == ("the pasted text", "", [])
    assert one.iso3 == {"ALB", "NOR", "PER"}
    assert [one.text[slice(*state.span)].strip(",*") for state in one.states] == ["Albania", "Norway", "Peru"]


def test_a_paste_starts_no_process_once_there_is_one(monkeypatch):
    reader.prepare()
    monkeypatch.setattr(apart, "started", lambda *_: pytest.fail("another process was started"))
    assert reader.read(b"Co-sponsors (2): Chile, Fiji", "the pasted text", CONTEXT).lists


def test_what_would_take_for_ever_is_ended(monkeypatch):
    monkeypatch.setattr(reader, "SECONDS", 0.001)
    assert "it took longer than 0 seconds to read. Save only the part with the list." in refused(
        ("Norway, Chile, " * 300_000).encode(), "the pasted text"
    )


def test_a_workbook_of_too_many_cells_is_told(monkeypatch):
    content = made.xlsx_file([["State", "Note"], *(["Kenya", "asked"] for _ in range(2_100))])
    with pytest.raises(FileError, match="more than 2,000 rows"):
        table.read(content)
    # What the process with limits runs, here in this one, with a lower limit.
    monkeypatch.setattr(limited, "call", lambda job, *_: job())
    monkeypatch.setattr(cells, "MAX_CELLS", 4_000)
    assert "more than 4,000 cells. Save only the sheet" in refused(content, "list.xlsx")


def with_picture() -> bytes:
    return made.docx_file("Co-sponsors: Chile, Fiji", change=lambda d: d.add_picture(io.BytesIO(PNG)))


def test_one_bad_byte_in_a_picture_of_a_word_document_is_told():
    whole = with_picture()
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        (picture,) = (part for part in parts.infolist() if part.filename.startswith("word/media/"))
    at = picture.header_offset + 30 + len(picture.filename) + picture.compress_size // 2
    assert reader.read(whole, "list.docx", CONTEXT).lists
    damaged = whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]
    assert refused(damaged, "list.docx") == (
        "list.docx: a part inside it is damaged. Open it in Word or Excel and save it again, or paste its text."
    )


@pytest.mark.parametrize("step", [0, 3])
def test_a_workbook_with_a_bad_byte_is_read_or_told_by_importer_and_shortlist(step):
    whole = made.xlsx_file([["State", "Note"], ["Kenya", "asked"]])
    for at in range(20 + step, len(whole), 97):
        damaged = whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]
        for read in (lambda data: reader.read(data, "list.xlsx", CONTEXT), table.read):
            with contextlib.suppress(ImporterError, FileError):  # nothing else comes out
                read(damaged)


def test_a_colleagues_file_is_read_within_limits(tmp_path):
    deep = json.dumps({"kind": KIND, "version": 1, "entries": []}).replace("[]", "[" * 200_000 + "]" * 200_000)
    with pytest.raises(ImporterError, match="no file exported from this dashboard"):
        from_colleague(tmp_path, deep.encode(), "theirs.json")
