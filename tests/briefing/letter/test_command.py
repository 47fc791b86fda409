"""The command: what it writes, and what it says when something is wrong."""

from __future__ import annotations

import zipfile
from datetime import date

import pytest
from docx import Document

from briefing.letter import letter
from briefing.letter.letter import LetterError, main, read_signatories
from briefing.letter.parts import Dispatch, Signatory


@pytest.fixture
def database(built_database, monkeypatch):
    from files import paths

    monkeypatch.setattr(paths, "DATABASE", built_database)


def run(folder, *more, state="KEN", out="letter.docx", request="mandate"):
    arguments = ["--state", state, "--request", request, "--out", str(folder / out), *more]
    return main(arguments)


def test_list(capsys):
    assert main(["--list"]) == 0
    said = capsys.readouterr().out
    assert "mandate" in said
    assert "assembly" in said
    assert "French" in said


@pytest.mark.parametrize("state", ["KEN", "ken", "Kenia", "Kenya"])
def test_a_state_by_code_or_name(database, tmp_path, capsys, state):
    assert run(tmp_path, "--language", "fr", "--date", "2026-11-23", state=state) == 0
    document = Document(tmp_path / "letter.docx")
    assert "du Kenya" in document.core_properties.title
    assert document.paragraphs[0].text == "23 novembre 2026"
    assert "earlier support is recalled" in capsys.readouterr().out


@pytest.mark.parametrize(("out", "begins"), [("x.html", "<!DOCTYPE html>"), ("x.txt", "23 de noviembre")])
def test_other_endings(database, tmp_path, out, begins):
    assert run(tmp_path, "--language", "es", "--date", "2026-11-23", out=out) == 0
    assert (tmp_path / out).read_text(encoding="utf-8").startswith(begins)


def test_several_states_in_a_zip(database, tmp_path):
    assert run(tmp_path, "--state", "Norway", out="all.zip") == 0
    assert len(zipfile.ZipFile(tmp_path / "all.zip").namelist()) == 3


@pytest.mark.parametrize(
    ("more", "changed", "said"),
    [
        ((), {"state": "Kennya"}, "Did you mean Kenya (KEN)"),
        ((), {"state": "Qqqq"}, "No State 'Qqqq'."),
        ((), {"request": "budget"}, "there are assembly, thematic, mandate"),
        (("--language", "de"), {}, "there are en, fr, es"),
        (("--date", "tomorrow"), {}, "YYYY-MM-DD"),
        ((), {"out": "letter.pdf"}, "must end in one of .docx"),
        ((), {"out": "missing/letter.docx"}, "There is no folder"),
        (("--state", "NOR"), {}, "ends in .zip"),
        (("--signatories", "/no/such.csv"), {}, "cannot be read"),
    ],
)
def test_errors_say_what_is_wrong(database, tmp_path, capsys, more, changed, said):
    assert run(tmp_path, *more, **changed) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_asked_is_said(capsys):
    assert main([]) == 2
    assert "Which State?" in capsys.readouterr().err


def test_without_a_database_it_says_how_to_build_it(tmp_path, monkeypatch, capsys):
    from files import paths

    monkeypatch.setattr(paths, "DATABASE", tmp_path / "none.duckdb")
    assert run(tmp_path) == 2
    assert "run.py build" in capsys.readouterr().err


def test_signatories_from_a_table_or_a_list(tmp_path):
    table = tmp_path / "who.csv"
    table.write_text("Organization,Name,Title\nForum Asia,Ana Ruiz,Director\n,,\nNA,,\n", encoding="utf-8-sig")
    assert read_signatories(table) == [Signatory("Forum Asia", "Ana Ruiz", "Director"), Signatory("NA")]
    plain = tmp_path / "who.txt"
    plain.write_text("Forum Asia\n\n  Front \n", encoding="utf-8")
    assert read_signatories(plain) == [Signatory("Forum Asia"), Signatory("Front")]
    table.write_text("who\nx\n", encoding="utf-8")
    with pytest.raises(LetterError, match="organisation"):
        read_signatories(table)


def test_one_call(record):

    made = letter.letter(record, "FRA", "mandate", "fr", Dispatch([Signatory("Nous")], on=date(2026, 11, 23)))
    assert made.language == "fr"
    assert made.warnings == ()
