"""Sources & methods: every text, every list, the weak spots, the rules."""

from __future__ import annotations

import pytest

from data.words import CELLS, MEANING
from tests.pages.visit import answer, frame_with, opened, words

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
    assert len(at.get("download_button")) == 3


def test_only_texts_without_a_complete_list(record):
    at = opened("sources", incomplete="yes")
    shown = frame_with(at, "Would settle it")
    assert set(shown["Resolution"]) == set(
        record.resolutions.loc[record.resolutions["sponsor_coverage"] != "complete", "resolution"]
    )
