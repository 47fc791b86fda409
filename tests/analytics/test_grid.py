"""The grid as a table, from the record and from drawn cells."""

from __future__ import annotations

from analytics.grid import KNOWN, VALUES, WORDS, cells, times_sponsored, wide
from tests import made


def test_one_row_for_every_text_and_state_in_order_of_adoption(record):
    table = cells(record)
    assert len(table) == 38 * 195
    assert not table.duplicated(["resolution", "iso3"]).any()
    assert table["adopted_on"].is_monotonic_increasing
    assert list(table.columns) == [
        "resolution", "iso3", "value", "list_id", "body", "session", "year", "adopted_on", "coverage",
        "short_name", "name", "un_group", "status", "stage", "completeness",
    ]  # fmt: skip


def test_the_stage_and_completeness_are_those_of_the_list_used(record):
    texts = cells(record).drop_duplicates("resolution").set_index("resolution")
    assert tuple(texts.loc["A/RES/66/164", ["stage", "completeness"]]) == ("tabled revised", "partial")
    assert tuple(texts.loc["A/RES/78/216", ["stage", "completeness"]]) == ("final", "suspected gap")
    assert tuple(texts.loc["A/RES/53/144", ["stage", "completeness"]]) == ("", "")


def test_observers_have_no_group_and_are_never_not_members(record):
    observers = cells(record).query("status == 'observer'")
    assert set(observers["iso3"]) == {"PSE", "VAT"}
    assert set(observers["un_group"]) == {""}
    assert "not_member" not in set(observers["value"])


def test_every_value_has_words_and_unknown_is_none_of_the_known():
    assert set(WORDS) == set(VALUES)
    assert "unknown" not in KNOWN
    assert "no" not in WORDS["unknown"].split()


def test_wide_keeps_the_order_of_adoption():
    table = wide(made.cells("""
            2001 2003
        BBB S    ?
        AAA n    -
    """))  # fmt: skip
    assert list(table.columns) == ["GA 2001", "GA 2003"]
    assert list(table.index) == ["AAA", "BBB"]
    assert list(table.loc["BBB"]) == ["sponsor", "unknown"]


def test_times_sponsored_counts_the_unknown_apart():
    table = times_sponsored(made.cells("""
            2001 2003 2005 2007
        AAA S    S    ?    n
        BBB -    ?    ?    ?
    """)).set_index("iso3")  # fmt: skip
    assert tuple(table.loc["AAA", ["sponsored", "known", "unknown"]]) == (2, 3, 1)
    assert tuple(table.loc["BBB", ["sponsored", "known", "unknown"]]) == (0, 0, 3)
