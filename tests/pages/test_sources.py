"""Sources & methods: every text, every list, the weak spots, the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from briefing.citation import bibtex, citation
from data.versions.version import keep, of_record
from data.words import CELLS, MEANING
from tests.pages.visit import answer, frame_with, opened, source_line, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def test_everything_that_is_held_stands_on_the_page(record):
    at = opened("sources")
    assert answer(at).startswith("Of 38 texts on defenders, 15 have a complete final list of sponsors, 9 the draft")
    assert len(frame_with(at, "Would settle it")) == 38
    lists = frame_with(at, "Where it was read")
    assert list(lists["List"]) == list(record.rows("lists")["list_id"])
    said = words(at)
    assert "Unknown is never counted as" in said
    for row in record.rows("lists")[record.rows("lists")["completeness"] != "complete"].itertuples():
        assert f"**{row.list_id}**" in said
    assert "**A/RES/68/181**" in said, "the withdrawals of 2013"
    assert "is exactly one of five:" in said
    for value, called in CELLS.items():
        assert f"**{called.capitalize()}**: {MEANING[value]}." in said
    assert "Commission on Human Rights: as tabled; Human Rights Council: final" in said
    assert "**Human Rights Council**: no names are held of A/HRC/RES/13/13, A/HRC/RES/16/5, A/HRC/RES/43/16." in said
    assert "**General Assembly**: single names alone, no list, are held of A/RES/76/174." in said
    assert "**Commission on Human Rights**: the draft as tabled alone is held of CHR 1998/7, " in said
    assert len(at.get("download_button")) == 4
    assert citation(record.version, record.built_on) in [code.value for code in at.code]
    assert bibtex(record.version, record.built_on) in [code.value for code in at.code]


def test_only_texts_without_a_complete_list(record):
    at = opened("sources", incomplete="yes")
    shown = frame_with(at, "Would settle it")
    assert set(shown["Resolution"]) == set(
        record.resolutions.loc[record.resolutions["sponsor_coverage"] != "complete", "resolution"]
    )


def test_a_version_that_was_kept_is_held_against_this_one(record, monkeypatch, tmp_path):
    own = of_record(record)
    fewer = [row for row in own.sponsors if (row["list_id"], row["iso3"]) != ("A/RES/74/146#final", "FRA")]
    keep(replace(own, name="0123456789", sponsors=fewer), tmp_path)
    keep(own, tmp_path)
    monkeypatch.setattr("pages.sources.versions.beside", lambda _: tmp_path)
    at = AppTest.from_function(_versions).run(timeout=60)
    assert list(at.selectbox(key="other-version").options) == ["0123456789"], "not the version that is shown"
    at.selectbox(key="other-version").set_value("0123456789").run()
    assert not at.exception
    (shown,) = at.dataframe
    assert shown.value.values.tolist() == [["list", "A/RES/74/146#final", "changed", "names added (1): France"]]


def _versions() -> None:
    from pages.sources import versions

    versions.panel()


def test_an_address_keeps_the_data_version_and_tells_of_another_one(record):
    at = opened("sources", incomplete="yes", data="0123456789")
    (told,) = [one.value for one in at.warning if "was made with" in one.value]
    assert told.startswith(f"The link was made with data version 0123456789; the record is now {record.version}:")
    assert f'href="?incomplete=yes&amp;data={record.version}"' in source_line(at)
    at = opened("sources", data=record.version)
    assert not [one.value for one in at.warning if "was made with" in one.value]
