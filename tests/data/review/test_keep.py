"""Keeping an import and rebuilding the record: both or neither, whatever fails in between."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from data import build
from data.added.entries import Entry, path_of, read_all
from data.added.rows import list_id
from data.checks.problems import Problem, SourceError
from data.reading.model import ImporterError
from data.review import keep as importing_keep
from data.review.exchange import KIND, from_colleague
from data.review.keep import NotKept, behind, keep, redo, undo, undone
from data.versions.version import beside, known
from files import paths, whole


def entry(number: int, kind: str = "list") -> Entry:
    facts = {"resolution": "A/RES/60/161", "stage": "final", "use": "yes", "completeness": "complete"}
    facts |= {"adoption": "without a vote", "adopted_on": "2005-12-16", "read_at": "https://undocs.org/A/RES/60/161"}
    return Entry(f"2026010{number}T000000-0000000{number}", kind, "2026-01-01T00:00:00+00:00", "Ana", "", "", facts)


def giving(*entries: Entry):
    return lambda: list(entries)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "DATA_DIR", tmp_path)
    monkeypatch.setattr(paths, "DATABASE", tmp_path / "none.duckdb")
    monkeypatch.setattr(build, "load", lambda *_: {})
    monkeypatch.setattr(build, "build", dict)
    return tmp_path


def full_disk(*_: object) -> None:
    raise OSError(28, "No space left on device")


def ids(folder: Path) -> list[str]:
    return [one.id[-1] for one in read_all(folder)]


def test_kept_undone_and_brought_back(folder):
    said: list[str] = []
    keep(giving(entry(1)), said.append)
    assert ids(folder) == ["1"]
    assert len(said) == 1
    undo(entry(1).id, said.append)
    assert ids(folder) == []
    assert [one.id for one in undone(folder)] == [entry(1).id]
    redo(entry(1).id, said.append)
    assert ids(folder) == ["1"]


def test_what_is_kept_is_a_data_version_at_once(folder, monkeypatch, record, built_database):
    monkeypatch.setattr(build, "build", lambda: shutil.copy(built_database, paths.DATABASE))
    keep(giving(entry(1)), str)
    assert list(known(beside(paths.DATABASE))) == [record.version]


def test_a_rebuild_that_fails_takes_every_step_back(folder, monkeypatch):
    keep(giving(entry(1)), str)
    keep(giving(entry(2)), str)
    undo(entry(2).id, str)
    monkeypatch.setattr(build, "build", full_disk)
    with pytest.raises(NotKept, match=r"No space left.*as they were"):
        keep(giving(entry(3), entry(4, "resolution")), str)
    with pytest.raises(NotKept, match="No space left"):
        undo(entry(1).id, str)
    with pytest.raises(NotKept, match="No space left"):
        redo(entry(2).id, str)
    assert ids(folder) == ["1"]


@pytest.mark.parametrize(
    "error",
    [
        OSError(28, "No space left on device"),
        ImporterError("f", "it is full", "Free some"),
        SourceError([Problem("f", 1, "", "wrong")]),
        KeyError("a fault of ours"),
    ],
)
def test_whatever_fails_between_two_files_leaves_neither(folder, monkeypatch, error):
    keep(giving(entry(1)), str)
    real = whole._write

    def fails(path: Path, content: bytes) -> None:
        if path == path_of(folder, entry(2).id):
            elsewhere = entry(4)  # what another process accepts at the same time is not this step's to take away
            path_of(folder, elsewhere.id).write_bytes(elsewhere.to_bytes())
            raise error
        real(path, content)

    monkeypatch.setattr(whole, "_write", fails)
    monkeypatch.setattr(importing_keep, "_check", lambda _: None)
    with pytest.raises(KeyError if isinstance(error, KeyError) else NotKept):
        keep(giving(entry(2), entry(3, "resolution")), str)
    assert ids(folder) == ["1", "4"]
    assert undone(folder) == []


@pytest.mark.parametrize("error", [KeyError("a fault of ours"), KeyboardInterrupt()])
def test_whatever_stops_the_build_the_import_is_set_aside(folder, monkeypatch, error):
    def stopped() -> None:
        raise error

    monkeypatch.setattr(build, "build", stopped)
    with pytest.raises(type(error)):
        keep(giving(entry(1)), str)
    assert ids(folder) == []
    assert [one.id for one in undone(folder)] == [entry(1).id]


def test_a_page_that_is_left_while_it_speaks_leaves_all_as_it_was(folder):
    def left(_: str) -> None:
        raise KeyboardInterrupt  # as Streamlit ends a run

    for step in (lambda: keep(giving(entry(1)), left), lambda: undo(entry(2).id, left)):
        keep(giving(entry(2)), str)
        with pytest.raises(KeyboardInterrupt):
            step()
        assert ids(folder) == ["2"]
        undo(entry(2).id, str)


def test_an_import_that_comes_while_the_record_is_built_makes_it_be_built_again(folder, monkeypatch):
    seen = []

    def built() -> None:
        seen.append(ids(folder))
        if len(seen) == 1:
            whole.write(path_of(folder, entry(2).id), entry(2).to_bytes())

    monkeypatch.setattr(build, "build", built)
    keep(giving(entry(1)), str)
    assert seen == [["1"], ["1", "2"]]


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_colleagues_file_on_a_disk_that_fills_up_is_taken_in_whole_or_not_at_all(folder, monkeypatch, failing):
    bodies = [json.loads(one.to_bytes()) for one in (entry(1), entry(2), entry(3, "resolution"))]
    content = json.dumps({"kind": KIND, "version": 1, "entries": bodies}).encode()
    real, count = whole._write, 0

    def full(path: Path, written: bytes) -> None:
        nonlocal count
        count += path.parent.parent == folder
        if count == failing:
            full_disk()
        real(path, written)

    def add() -> list[Entry]:
        return from_colleague(folder, content)[0]

    monkeypatch.setattr(whole, "_write", full)
    with pytest.raises(NotKept, match="No space left"):
        keep(add, str)
    assert ids(folder) == []
    assert list(folder.rglob("*.*")) == []
    monkeypatch.setattr(whole, "_write", real)
    keep(add, str)
    assert ids(folder) == ["1", "2", "3"]


def test_what_the_importer_refuses_is_said_in_its_words(folder):
    def refuse() -> list[Entry]:
        raise ImporterError("list.pdf", "it names no State", "Choose another")

    with pytest.raises(NotKept, match=r"list\.pdf: it names no State\. Choose another"):
        keep(refuse, str)


def test_where_even_the_way_back_is_barred_it_is_said(folder, monkeypatch):
    monkeypatch.setattr(build, "build", full_disk)
    monkeypatch.setattr(whole, "move", full_disk)
    with pytest.raises(NotKept, match="could not be moved back"):
        keep(giving(entry(1)), str)
    assert ids(folder) == ["1"]


def test_nobody_rebuilds_while_another_does(folder, monkeypatch):
    held = []
    monkeypatch.setattr(build, "build", lambda: held.append(importing_keep._LOCK.locked()))
    keep(giving(entry(1)), str)
    assert held == [True]
    assert not importing_keep._LOCK.locked()


def test_a_record_that_does_not_follow_the_folder_is_noticed():
    def record(*lists: str) -> SimpleNamespace:
        texts = pd.DataFrame({"resolution": ["A/RES/60/161"], "draft_symbol": ["A/C.3/60/L.40/Rev.1"]})
        held = SimpleNamespace(rows=lambda *_, **__: pd.DataFrame({"list_id": lists}), resolutions=texts)
        return SimpleNamespace(with_drafts=held)

    one = entry(1)
    assert behind([one], [], record())
    assert not behind([one], [], record(list_id(one)))
    assert behind([], [one], record(list_id(one)))
    assert not behind([], [one], record())


def test_a_draft_that_has_been_adopted_since_is_not_missed():
    texts = pd.DataFrame({"resolution": ["A/RES/81/190"], "draft_symbol": ["A/C.3/81/L.30/Rev.1"]})
    whole = SimpleNamespace(rows=lambda *_, **__: pd.DataFrame({"list_id": []}), resolutions=texts)
    for symbol, missed in (("A/C.3/81/L.30", False), ("A/C.3/81/L.31", True)):
        draft = replace(entry(1), kind="resolution", facts={"resolution": symbol})
        assert behind([draft], [], SimpleNamespace(with_drafts=whole)) is missed
