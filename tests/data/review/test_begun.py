"""A review that was begun comes back as it was: the document, its lists, and what had been chosen; or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bootstrap import database
from data.reading import reader
from data.reading.context import Context
from data.review import begun
from data.review.begun import Document
from files import whole
from tests.data.reading import made

CONTEXT = Context.from_files()
TEXTS = {
    "a draft": made.council_draft(["Albania", "Norway", "Urugay"], {"Urugay"}),
    "a report": made.committee_report(["Albania", "Norway"], ["Ghana"], ["Albania"]),
    "a roll call": made.roll_call(["Albania"], ["China"], ["Niger"]),
    "a table": "Country\nNorway\nChile\nFiji\n",
}


def read(text: str, mapping: dict[str, int] | None = None) -> Document:
    found = reader.read(text.encode(), "list.txt", CONTEXT, mapping)
    shown = (found.head, found.width, found.problem)
    return Document(found.name, found.sha256, text.encode(), True, found.lists, mapping or {}, *shown)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_it_comes_back_as_it_was(tmp_path, text):
    document = read(text)
    review = begun.keep(tmp_path, document)
    begun.choose(tmp_path, review, {"stage": "final", "doubt": ["KEN"], "use": True})
    (held,) = begun.reviews(tmp_path)
    assert (held.name, held.begun, held.choices) == (
        "list.txt",
        review.begun,
        {"stage": "final", "doubt": ["KEN"], "use": True},
    )
    again = begun.document_of(tmp_path, held.key)
    assert again is not None
    assert again.lists == list(document.lists)
    assert {**vars(again), "lists": None} == {**vars(document), "lists": None}


def test_another_reading_of_the_same_document_is_another_review(tmp_path):
    plain, mapped = read(TEXTS["a table"]), read(TEXTS["a table"], {"state": 0})
    for document in (plain, mapped):
        begun.keep(tmp_path, document)
    assert plain.key != mapped.key
    assert begun.document_of(tmp_path, mapped.key).mapping == {"state": 0}
    begun.end(tmp_path, plain.key)
    assert [one.key for one in begun.reviews(tmp_path)] == [mapped.key]


def test_what_was_ended_elsewhere_does_not_come_back(tmp_path):
    review = begun.keep(tmp_path, read(TEXTS["a draft"]))
    begun.end(tmp_path, review.key)
    begun.choose(tmp_path, review, {"stage": "final"})
    assert begun.reviews(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".document", ".lists"])
@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", None])
def test_damaged_files_are_no_document(tmp_path, ending, damage):
    review = begun.keep(tmp_path, read(TEXTS["a draft"]))
    path = tmp_path / f"{review.key}{ending}"
    path.unlink() if damage is None else path.write_bytes(damage)
    assert begun.document_of(tmp_path, review.key) is None


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"[]"])
def test_damaged_choices_are_no_review(tmp_path, damage):
    review = begun.keep(tmp_path, read(TEXTS["a draft"]))
    (tmp_path / f"{review.key}.choices").write_bytes(damage)
    assert begun.reviews(tmp_path) == []


def test_one_person_sees_no_review_of_another(tmp_path):
    folders = {begun.folder_of(tmp_path, who) for who in ("", "ana@example.org", "ben@example.org", "../ana")}
    assert len(folders) == 4
    assert {folder.parent for folder in folders} == {tmp_path / "reviews"}


def test_a_kill_between_its_files_leaves_no_half_review(tmp_path, monkeypatch):
    document, written = read(TEXTS["a draft"]), []

    def killed(path: Path, content: bytes) -> None:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    monkeypatch.setattr(whole, "write", killed)
    with pytest.raises(KeyboardInterrupt):
        begun.keep(tmp_path, document)
    assert begun.reviews(tmp_path) == []


def test_a_review_calls_for_no_new_build(tmp_path):
    before = list(database.inputs(Path(os.devnull), tmp_path))
    begun.keep(begun.folder_of(tmp_path, ""), read(TEXTS["a draft"]))
    assert list(database.inputs(Path(os.devnull), tmp_path)) == before == []
