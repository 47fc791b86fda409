"""The grid as a table, from the record and from drawn cells."""

from __future__ import annotations

from analytics.grid import not_known
from analytics.measures import Measures
from analytics.scope import Scope
from data.words import CELLS


def test_one_row_for_every_text_and_state_in_order_of_adoption(record):
    table = Measures(record).cells()
    assert len(table) == 38 * 195
    assert not table.duplicated(["resolution", "iso3"]).any()
    assert table["adopted_on"].is_monotonic_increasing


def test_the_stage_and_completeness_are_those_of_the_list_used(record):
    texts = Measures(record).cells().drop_duplicates("resolution").set_index("resolution")
    assert tuple(texts.loc["A/RES/66/164", ["stage", "completeness"]]) == ("tabled revised", "partial")
    assert tuple(texts.loc["A/RES/78/216", ["stage", "completeness"]]) == ("final", "suspected gap")
    assert tuple(texts.loc["A/HRC/RES/13/13", ["stage", "completeness"]]) == ("", "")


def test_observers_have_no_group_and_are_never_not_members(record):
    observers = Measures(record).cells().query("status == 'observer'")
    assert set(observers["iso3"]) == {"PSE", "VAT", "CHE"}
    assert set(observers.loc[observers["iso3"] == "CHE", "body"]) == {"CHR"}
    assert set(observers["un_group"]) == {""}
    assert "not_member" not in set(observers["value"])


def test_every_value_has_words_and_unknown_is_none_of_the_known(record):
    table = Measures(record).cells()
    assert set(table["value"]) == set(CELLS)
    assert not table.loc[table["value"] == "unknown", "known"].any()
    assert "no" not in CELLS["unknown"].split()


def test_at_another_stage_only_lists_of_that_stage_answer(record):
    """A/RES/59/192 was tabled by 31 and had 74 in the end; of A/RES/70/161 no list as tabled is held."""
    tabled = Measures(record).cells(Scope.whole(stage="tabled"))
    named = tabled[tabled["value"].eq("sponsor")].groupby("resolution").size()
    assert named["A/RES/59/192"] == 31
    assert "A/RES/70/161" not in named
    assert set(tabled.loc[tabled["resolution"] == "A/RES/70/161", "value"]) == {"unknown"}
    assert "not_sponsor" not in set(tabled["value"])


def test_a_body_that_does_not_offer_a_stage_keeps_its_own(record):
    assert Measures(record).stages("tabled revised") == {"GA": "tabled revised", "CHR": "tabled", "HRC": "final"}
    assert Measures(record).stages() == {"GA": "final", "CHR": "tabled", "HRC": "final"}


def test_not_named_when_tabled_tells_who_tabled_and_not_who_sponsored(record):
    commission = Measures(record).cells().query("resolution == 'CHR 2000/61'").set_index("iso3")
    assert commission.loc["GHA", "value"] == "not_when_tabled"
    assert commission.loc["GHA", "known"]
    council = Measures(record).cells().query("resolution == 'A/HRC/RES/25/18'").set_index("iso3")
    assert council.loc["GHA", "value"] == "not_when_tabled"
    assert not council.loc["GHA", "known"]
    assert not_known(council)["GHA"]


def test_an_observer_of_the_day_stands_outside_the_members(record):
    table = Measures(record).cells().set_index(["resolution", "iso3"])
    assert tuple(table.loc[("CHR 2000/61", "CHE"), ["value", "status", "un_group"]]) == ("sponsor", "observer", "")
    assert tuple(table.loc[("CHR 2003/64", "CHE"), ["value", "status"]]) == ("sponsor", "member")
    assert table.loc[("A/RES/55/98", "CHE"), "value"] == "not_member"


def test_who_withdrew_is_not_a_sponsor_and_the_list_that_says_so_is_told(record):
    table = Measures(record).cells().set_index(["resolution", "iso3"])
    spain = table.loc[("A/RES/68/181", "ESP")]
    assert (spain["value"], spain["withdrawn_list"]) == ("not_sponsor", "A/RES/68/181#withdrawn")
    assert spain["on_any_list"]
    assert table.loc["A/RES/68/181", "withdrawn_list"].ne("").sum() == 36
