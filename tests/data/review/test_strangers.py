"""What is no import of this dashboard among the imports: set aside and told; a colleague's file is checked whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.added.entries import FOLDER, NEEDED, OF_A_STATE, Entry, from_bytes, read_all, strangers
from data.reading.model import ImporterError
from data.review.exchange import KIND, from_colleague
from data.review.keep import write

FACTS = {"resolution": "A/RES/60/161", "stage": "final", "completeness": "complete", "read_at": "https://undocs.org/x"}
FACTS |= {"adoption": "without a vote", "adopted_on": "2026-01-01", "title": "Title", "source_title": "Report"}
STATE = {"state_as_written": "Kenya", "iso3": "KEN", "role": "sponsor"}


def entry(kind: str = "list", facts: dict[str, str] = FACTS, state: dict[str, str] = STATE) -> Entry:
    return Entry("20260101T000000-00000001", kind, "2026-01-01T00:00:00+00:00", "Ana", "", "", facts, (state,))


def test_a_conflicted_copy_counts_for_nothing_and_is_named(tmp_path: Path) -> None:
    kept = write(tmp_path, [entry()])
    assert strangers(tmp_path) == []
    folder = tmp_path / FOLDER
    (own,) = folder.iterdir()
    names = [f"{own.stem} (conflicted copy 2026-01-02).json", f"{own.stem}.sync-conflict.json", "notes.txt", "x.json"]
    for name in names:
        (folder / name).write_bytes(own.read_bytes().replace(b"Kenya", b"Ghana"))
    assert read_all(tmp_path) == kept
    assert strangers(tmp_path) == sorted(names)


@pytest.mark.parametrize("kind", NEEDED)
def test_an_entry_that_lacks_a_fact_is_refused_before_it_is_taken(kind: str) -> None:
    assert from_bytes(entry(kind).to_bytes(), "whole").kind == kind
    for fact in NEEDED[kind]:
        facts = {name: value for name, value in FACTS.items() if name != fact}
        with pytest.raises(ImporterError):
            from_bytes(entry(kind, facts).to_bytes(), "without a fact")
    for fact in OF_A_STATE:
        state = {name: value for name, value in STATE.items() if name != fact}
        with pytest.raises(ImporterError):
            from_bytes(entry(kind, state=state).to_bytes(), "without a State's fact")


@pytest.mark.parametrize("odd", ["../../x", "20260101T000000", "", "20260101T000000-0000000G"])
def test_a_colleagues_file_with_an_odd_id_takes_nothing_and_blocks_nothing(tmp_path: Path, odd: str) -> None:
    good = json.loads(entry().to_bytes())
    bad = json.loads(Entry(odd, "list", "", "Ana", "", "", FACTS, (STATE,)).to_bytes())
    content = json.dumps({"kind": KIND, "version": 1, "entries": [good, bad]}).encode()
    with pytest.raises(ImporterError):
        from_colleague(tmp_path, content)
    assert read_all(tmp_path) == []
    assert write(tmp_path, [entry()])
