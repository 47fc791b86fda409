"""Recorded votes: on a text, and on hostile amendments to it."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.votes import is_amendment, of_state, record_of, stance, tallies, with_stance

TEXTS = pd.DataFrame(
    [("T1", "GA", 2001, 1), ("T2", "HRC", 2003, 2)], columns=["resolution", "body", "year", "adopted_on"]
)
VOTES = pd.DataFrame(
    [
        ("T1", "plenary", "AAA", "yes"),
        ("T1", "plenary", "BBB", "no"),
        ("T1", "committee", "BBB", "no"),
        ("T2", "HRC plenary", "AAA", "abstain"),
        ("T2", "amendment L.1", "AAA", "no"),
        ("T2", "amendment L.1", "BBB", "yes"),
        ("T2", "amendment L.2", "AAA", "no"),
    ],
    columns=["resolution", "stage", "iso3", "vote"],
).assign(state_as_written="x", source_url="x")


@pytest.mark.parametrize(
    ("stage", "vote", "meaning"),
    [
        ("plenary", "yes", "for"),
        ("plenary", "no", "against"),
        ("plenary", "abstain", "abstained"),
        ("HRC plenary", "yes", "for"),
        ("amendment A/HRC/31/L.41", "yes", "against"),
        ("amendment A/HRC/31/L.41", "no", "for"),
        ("amendment A/HRC/31/L.41", "abstain", "abstained"),
    ],
)
def test_a_yes_to_a_hostile_amendment_is_against_the_text(stage, vote, meaning):
    assert stance(stage, vote) == meaning


def test_of_state_gives_the_latest_first_and_only_its_own():
    table = of_state(VOTES, TEXTS, "AAA")
    assert table[["resolution", "stage", "stance"]].values.tolist() == [
        ["T2", "HRC plenary", "abstained"],
        ["T2", "amendment L.1", "for"],
        ["T2", "amendment L.2", "for"],
        ["T1", "plenary", "for"],
    ]
    assert of_state(VOTES, TEXTS, "ZZZ").empty


def test_tallies_put_the_text_before_its_amendments():
    assert tallies(VOTES, TEXTS, "T2").values.tolist() == [
        ["HRC plenary", "text", 0, 0, 1, "all held"],
        ["amendment L.1", "amendment", 1, 1, 0, "all held"],
        ["amendment L.2", "amendment", 0, 1, 0, "all held"],
    ]
    assert tallies(VOTES, TEXTS, "T9").empty


def test_the_record_counts_texts_and_amendments_apart_and_the_committee_not_twice():
    table = record_of(VOTES, TEXTS).set_index("iso3")
    assert table.loc["AAA"].to_dict() == {
        "texts_for": 1,
        "texts_against": 0,
        "texts_abstained": 1,
        "amendments_for": 2,
        "amendments_against": 0,
        "amendments_abstained": 0,
    }
    assert table.loc["BBB", ["texts_against", "amendments_against"]].tolist() == [1, 1]
    assert "ZZZ" not in table.index


def test_roll_calls_agree_with_the_totals_of_the_resolutions(record):
    texts = record.resolutions.set_index("resolution")
    checked = 0
    for resolution in record.rows("votes")["resolution"].unique():
        for row in tallies(record.rows("votes"), record.resolutions, resolution).itertuples():
            if row.stage in ("plenary", "CHR plenary", "HRC plenary"):
                assert (row.yes, row.no, row.abstain) == tuple(texts.loc[resolution, ["yes", "no", "abstain"]])
                checked += 1
    assert checked >= 4


def test_the_plenary_vote_of_2015(record):
    table = tallies(record.rows("votes"), record.resolutions, "A/RES/70/161").set_index("stage")
    assert table.loc["plenary", ["yes", "no", "abstain"]].tolist() == [127, 14, 41]


def test_votes_in_committee_whose_names_are_not_held_are_not_counted_as_none(record):
    table = tallies(record.rows("votes"), record.resolutions, "A/RES/70/161").set_index("stage")
    assert table.loc["committee"].tolist() == ["text", 117, 14, 40, "those in favour not held"]
    assert table.loc["plenary", "names"] == "all held"
    nothing = record.resolutions.assign(committee_yes=pd.NA)
    assert pd.isna(tallies(record.rows("votes"), nothing, "A/RES/70/161").set_index("stage").loc["committee", "yes"])
    unannounced = record.resolutions.assign(committee_yes=pd.NA, committee_no=pd.NA, committee_abstain=pd.NA)
    named = tallies(record.rows("votes"), unannounced, "A/RES/70/161").set_index("stage").loc["committee"]
    assert named[["no", "abstain", "names"]].tolist() == [14, 40, "those in favour not held"]


def test_every_vote_keeps_its_row(record):
    table = with_stance(record.rows("votes"), record.resolutions)
    assert len(table) == len(record.rows("votes"))
    assert table.loc[table["stage"].map(is_amendment), "kind"].eq("amendment").all()
