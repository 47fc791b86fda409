"""What changed between two versions: on small versions whose truth is in the test, on drawn ones, and on the record."""

from __future__ import annotations

import copy
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.office import downloads
from data.versions import __main__ as command
from data.versions.changes import Change, changes
from data.versions.version import NoVersion, Version, keep, known, of_record, packed, read, unpacked

NAMES = {"KEN": "Kenya", "GHA": "Ghana", "NOR": "Norway", "TUR": "Turkey"}


def version(lists: dict[str, dict[str, str]], name: str = "one", **columns: str) -> Version:
    """Lists by number, each with its names and their roles by code; `columns`: of every list."""
    rows = [
        {"list_id": key, "stage": "final", "completeness": "complete", "n_states": str(len(names)), **columns}
        for key, names in lists.items()
    ]
    sponsors = [
        {"list_id": key, "iso3": iso3, "state_as_written": NAMES[iso3], "role": role}
        for key, names in lists.items()
        for iso3, role in names.items()
    ]
    texts = [{"resolution": "A/RES/1/1", "adopted_on": "2001-01-02", "sponsor_coverage": "complete"}]
    return Version(name, "2026-11-26", texts, rows, sponsors)


OLD = version({"A#final": {"KEN": "sponsor", "NOR": "main sponsor"}, "A#tabled": {"NOR": "sponsor"}})


def test_the_same_version_has_no_changes() -> None:
    assert changes(OLD, copy.deepcopy(OLD)) == []


def test_names_that_came_and_went_and_another_part_in_it() -> None:
    new = version({"A#final": {"NOR": "sponsor", "GHA": "sponsor"}, "A#tabled": {"NOR": "sponsor"}})
    (change,) = changes(OLD, new)
    assert (change.subject, change.key, change.what) == ("list", "A#final", "changed")
    assert change.said == ("names added (1): Ghana", "names removed (1): Kenya", "Norway: main sponsor, now sponsor")
    assert change.sentence.startswith("list A#final changed: names added (1): Ghana; names removed (1): Kenya;")


def test_a_list_that_is_new_or_gone_says_its_names() -> None:
    more = version({"A#final": {"KEN": "sponsor", "NOR": "main sponsor"}})
    assert changes(OLD, more) == [Change("list", "A#tabled", "removed", ("names removed (1): Norway",))]
    assert changes(more, OLD) == [Change("list", "A#tabled", "added", ("names added (1): Norway",))]


def test_marks_dates_and_how_a_name_is_written() -> None:
    new = copy.deepcopy(OLD)
    new.resolutions[0] |= {"adopted_on": "2001-01-03", "sponsor_coverage": "partial"}
    new.lists[0]["completeness"] = "partial"
    new.sponsors[0]["state_as_written"] = "Kenya, Republic of"
    text, listed = changes(OLD, new)
    assert text.sentence == (
        "text A/RES/1/1 changed: day of adoption: 2001-01-02, now 2001-01-03; list of sponsors: complete, now partial."
    )
    assert listed.said == ("KEN written “Kenya”, now “Kenya, Republic of”", "is: complete, now partial")


drawn = st.dictionaries(
    st.sampled_from(["A#final", "B#final", "B#tabled"]),
    st.dictionaries(st.sampled_from(list(NAMES)), st.sampled_from(["sponsor", "main sponsor"])),
)


@given(old=drawn, new=drawn)
def test_every_name_that_is_not_the_same_is_told_once_and_no_other(old, new) -> None:
    told = {change.key: change for change in changes(version(old), version(new))}
    assert set(told) == {key for key in {*old, *new} if old.get(key) != new.get(key)}
    for key, change in told.items():
        before, after = old.get(key, {}), new.get(key, {})
        for what, names in (("added", set(after) - set(before)), ("removed", set(before) - set(after))):
            clause = f"names {what} ({len(names)}): {', '.join(sorted(NAMES[name] for name in names))}"
            assert (clause in change.said) == bool(names)
        parts = {NAMES[name] for name in set(before) & set(after) if before[name] != after[name]}
        assert {said.split(":")[0] for said in change.said if ", now " in said and "sponsor" in said} == parts
        assert change.what == ("added" if key not in old else "removed" if key not in new else "changed")


def test_what_is_taken_away_or_kept_is_the_same_version(record, built_database, tmp_path) -> None:
    own = of_record(record)
    files = {"csv.zip": downloads.csv_zip(record), "parquet.zip": downloads.parquet_zip(record), "zip": packed(own)}
    for extension, content in files.items():
        brought = unpacked(content, "brought")
        assert (brought.name, brought.built_on) == (record.version, record.built_on), extension
        assert changes(own, brought) == [], extension
    assert changes(own, read(built_database)) == []
    kept = keep(own, tmp_path / "versions")
    assert keep(own, tmp_path / "versions") == kept
    assert known(tmp_path / "versions") == {record.version: kept}


def test_a_change_in_the_record_is_found_through_an_archive(record, tmp_path, capsys) -> None:
    own = of_record(record)
    gone = next(row for row in own.sponsors if row["list_id"] == "A/RES/74/146#final" and row["iso3"] == "FRA")
    fewer = replace(own, name="older", sponsors=[row for row in own.sponsors if row is not gone])
    old, new = keep(fewer, tmp_path), keep(own, tmp_path)
    assert command.main([str(old), str(new)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        f"From data version older to {record.version}: 1 of the texts and lists changed.",
        "- list A/RES/74/146#final changed: names added (1): France.",
    ]


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive", b"PK\x03\x04 broken"])
def test_what_is_no_version_is_refused(content: bytes, tmp_path: Path, capsys) -> None:
    file = tmp_path / "other.zip"
    file.write_bytes(content)
    with pytest.raises(NoVersion):
        read(file)
    assert command.main([str(file), str(file)]) == 1
    assert "changes: other" in capsys.readouterr().err


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("resolutions.csv", "resolution\n")
    with pytest.raises(NoVersion, match="no table of lists"):
        read(file)


def test_only_the_newest_versions_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.versions.version.KEPT", 2)
    for name in ("first", "second", "third"):
        keep(replace(OLD, name=name), tmp_path)
    assert len(known(tmp_path)) == 2
