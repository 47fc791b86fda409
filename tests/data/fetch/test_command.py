"""`run.py fetch` as a person or a program calls it: JSON lines out, words beside, only the named server asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from bootstrap import commands
from data.fetch import client
from data.fetch.__main__ import main
from files import paths
from tests.data.fetch import un as faults
from tests.data.fetch.watch import asked_by_children, in_children
from tests.data.reading import made

NAMES = ["Albania", "Côte d’Ivoire", "Norway", "Tunisia"]
CODES = ["ALB", "CIV", "NOR", "TUN"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The user's empty folder."""
    monkeypatch.setattr(paths, "DATA_DIR", tmp_path / "user")
    monkeypatch.setattr(client._TURNS, "turn", lambda _: nullcontext())
    return tmp_path / "user"


def lines(capsys):
    shown = capsys.readouterr()
    assert shown.out.isascii()
    return [json.loads(line) for line in shown.out.splitlines()], shown.err


def test_a_symbol_into_a_folder_as_one_json_line_and_no_other_address_is_asked(un, tmp_path):
    """The command itself, in a process of its own, as run.py starts it."""
    un.has("A/C.3/76/L.28", made.draft(NAMES, "A/C.3/76/L.28"))
    (tmp_path / "hook").mkdir()
    settings = commands.environment_for(paths.ROOT, {**os.environ, "COSPONSOR_DATA_DIR": str(tmp_path / "user")})
    settings |= in_children(tmp_path / "hook", settings["PYTHONPATH"])
    done = subprocess.run(
        [sys.executable, "-P", "-m", commands.COMMANDS["fetch"], "A/C.3/76/L.28", "A/C.3/76/L.29", "--out", "DIR"],
        env=settings,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.isascii()
    there, not_there = map(json.loads, done.stdout.splitlines())
    assert (there["symbol"], there["language"], there["status"]) == ("A/C.3/76/L.28", "en", "list recognised")
    (one,) = there["lists"]
    assert [state["iso3"] for state in one["states"]] == CODES
    assert one["stage"] == "tabled"
    assert (tmp_path / there["file"]).read_bytes() == un.documents["A/C.3/76/L.28", "en"]
    assert Path(there["file"]).parent == Path("DIR")
    assert (not_there["status"], not_there["file"], not_there["lists"]) == ("not there", "", [])
    assert not_there["remedy"]
    asked = asked_by_children(tmp_path / "hook")
    assert asked.outside == []
    assert "127.0.0.1" in asked.all
    assert min(after - before for before, after in zip(un.times, un.times[1:], strict=False)) >= 1
    assert not (tmp_path / "user" / "imports").exists()


def test_what_would_settle_a_text_is_planned_and_fetched(un, folder, capsys):
    un.has("A/HRC/52/L.1", made.council_draft(NAMES, set(), "A/HRC/52/L.1"))
    assert main(["--text", "A/HRC/RES/52/4", "--plan"]) == 0
    out, said = lines(capsys)
    assert out == un.asked == []
    assert "A/HRC/52/L.1: draft, for A/HRC/RES/52/4" in said
    assert "4 documents, 0 of them held already; 4 to 6 requests to 127.0.0.1" in said
    assert main(["--text", "A/HRC/RES/52/4"]) == 0
    out, said = lines(capsys)
    assert [line["symbol"] for line in out if line["status"] == "list recognised"] == ["A/HRC/52/L.1"]
    assert out[0]["file"] == str(next((folder / "documents").glob("*.pdf")))
    assert {line["status"] for line in out[1:]} == {"not there"}


def test_what_is_missing_is_planned_without_a_request(un, folder, capsys):
    assert main(["--missing", "--plan"]) == 0
    _, said = lines(capsys)
    assert "A/76/462/Add.2: report, for A/RES/76/174" in said
    assert "E/CN.4/2005/L.85: draft, for CHR 2005/67" in said
    assert un.asked == []


def test_only_in_one_language(un, folder, capsys):
    un.has("A/C.3/76/L.28", made.draft(NAMES, "A/C.3/76/L.28"), "es")
    assert main(["A/C.3/76/L.28", "--language", "es"]) == 0
    assert un.asked == [("A/C.3/76/L.28", "es")]
    out, _ = lines(capsys)
    assert out[0]["language"] == "es"


def test_held_documents_are_read_again_and_asked_for_only_with_again(un, folder, capsys):
    un.has("A/C.3/76/L.28", made.draft(NAMES, "A/C.3/76/L.28"))
    for more in ([], [], ["--again"]):
        assert main(["A/C.3/76/L.28", *more]) == 0
    assert len(un.asked) == 2
    out, said = lines(capsys)
    assert [line["status"] for line in out] == ["list recognised"] * 3
    assert "1 document, 1 of them held already; 0 to 0 requests" in said


@pytest.mark.parametrize(
    ("fault", "reason", "remedy"),
    [
        (faults.challenge, "lets only browsers in", "save it, and upload it"),
        (faults.moved("https://evil.example/x"), "sends on to evil.example, which was not asked", "browser"),
        (made.pdf(["A/C.3/76/L.99"]), "the document that came is A/C.3/76/L.99", "which one it is"),
    ],
)
def test_a_fault_is_said_with_what_to_do(un, folder, capsys, fault, reason, remedy):
    un.documents["A/C.3/76/L.28", "en"] = fault
    assert main(["A/C.3/76/L.28"]) == 1
    (line,), said = lines(capsys)
    assert line["status"] == "refused"
    assert reason in line["reason"]
    assert remedy in line["remedy"]
    assert line["reason"] in said
    assert not folder.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "Name a document"),
        (["no symbol"], 1, "no symbol of a document"),
        (["--text", "A/RES/1/1"], 1, "not in the record"),
    ],
)
def test_what_cannot_be_done_is_said(un, folder, capsys, arguments, code, said):
    assert main(arguments) == code
    assert said in capsys.readouterr().err
    assert un.asked == []


def test_a_template_that_is_none_is_said(folder, capsys, monkeypatch):
    monkeypatch.setenv("COSPONSOR_UN_URL", "nonsense")
    assert main(["A/C.3/76/L.28"]) == 1
    assert "COSPONSOR_UN_URL" in capsys.readouterr().err
