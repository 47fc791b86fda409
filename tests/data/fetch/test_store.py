"""Fetched documents are kept once, whole or not at all, and told from damaged ones."""

from __future__ import annotations

import pytest

from data.fetch.store import Store, file_name, held_as
from files import whole

SYMBOL = "A/C.3/76/L.28"


def keep(store: Store, data: bytes, day: str = "2026-11-24T09:00:00+00:00", symbol: str = SYMBOL, language: str = "en"):
    return store.keep(data, held_as(data, symbol, language, "https://documents.un.org/x", day))


def test_a_document_is_kept_once_with_where_and_when_it_came_from(tmp_path):
    store = Store(tmp_path)
    assert store.find(SYMBOL, ["en", "fr"]) is None
    held = keep(store, b"one")
    assert store.find(SYMBOL, ["fr", "en"]) == held
    assert (held.symbol, held.language, held.address, held.size) == (SYMBOL, "en", "https://documents.un.org/x", 3)
    assert store.read(held) == b"one"
    assert keep(store, b"one", "2026-11-25T09:00:00+00:00") == held
    assert len(list((tmp_path / "documents").iterdir())) == 2


def test_another_version_comes_beside_the_first_one(tmp_path):
    store = Store(tmp_path)
    first, second = keep(store, b"one"), keep(store, b"two", "2026-11-26T09:00:00+00:00")
    assert store.versions(SYMBOL, "en") == [first, second]
    assert store.find(SYMBOL, ["en"]) == second


def test_the_same_bytes_under_two_symbols_are_one_file(tmp_path):
    store = Store(tmp_path)
    one, other = keep(store, b"joint", symbol="E/2000/23"), keep(store, b"joint", symbol="E/CN.4/2000/167")
    assert store.path(one) == store.path(other)


def test_what_was_damaged_since_is_not_held(tmp_path):
    store = Store(tmp_path)
    first, second = keep(store, b"one"), keep(store, b"two")
    store.path(second).write_bytes(b"tw")
    assert store.find(SYMBOL, ["en"]) == store.seems_held(SYMBOL, ["fr", "en"]) == first
    store.path(first).unlink()
    assert store.find(SYMBOL, ["en"]) is store.seems_held(SYMBOL, ["en"]) is None
    assert keep(store, b"two").sha256 == second.sha256
    assert store.read(second) == b"two"


@pytest.mark.parametrize("line", ["", "{", "[]", "null", '{"symbol": 1}', "\x00", '{"sha256": "../../x"}'])
def test_a_damaged_line_is_passed_over(tmp_path, line):
    store = Store(tmp_path)
    held = keep(store, b"one")
    index = tmp_path / "documents" / f"{file_name(SYMBOL, 'en')}.jsonl"
    index.write_text(index.read_text() + line + "\n")
    assert store.versions(SYMBOL, "en") == [held]


def test_a_checksum_that_is_a_path_is_none(tmp_path):
    store = Store(tmp_path)
    keep(store, b"one")
    index = tmp_path / "documents" / f"{file_name(SYMBOL, 'en')}.jsonl"
    index.write_text(index.read_text().replace(held_as(b"one", "", "", "", "").sha256, "../../secret"))
    assert store.versions(SYMBOL, "en") == []


def test_a_name_of_a_file_never_leaves_the_folder():
    for symbol in ("../../etc/passwd", "/etc/passwd", "..", "A/\x00", "C:\\x", "A/" + "9" * 500):
        name = file_name(symbol, "en")
        assert "/" not in name
        assert "\\" not in name
        assert not name.startswith(".")
        assert len(name) < 200


@pytest.mark.parametrize("refused", [1, 2])
def test_a_full_disk_loses_nothing(tmp_path, monkeypatch, refused):
    store = Store(tmp_path)
    first = keep(store, b"one")
    real, count = whole._write, 0

    def full(path, content):
        nonlocal count
        count += 1
        if count == refused:
            raise OSError(28, "No space left on device")
        real(path, content)

    monkeypatch.setattr(whole, "_write", full)
    with pytest.raises(OSError, match="No space left"):
        keep(store, b"two")
    assert store.find(SYMBOL, ["en"]) == first
    assert keep(store, b"two") == store.find(SYMBOL, ["en"])
