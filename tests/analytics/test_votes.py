"""Recorded votes: on a text, and on hostile amendments to it."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.measures import Measures
from analytics.votes import tallies
from data import store
from tests import made

MEANINGS = [
    ("plenary", "yes", "for"),
    ("plenary", "no", "against"),
    ("plenary", "abstain", "abstained"),
    ("HRC plenary", "yes", "for"),
    ("amendment A/HRC/31/L.41", "yes", "against"),
    ("amendment A/HRC/31/L.41", "no", "for"),
    ("amendment A/HRC/31/L.41", "abstain", "abstained"),
]


@pytest.fixture(scope="module")
def drawn() -> store.Record:
    """T1 and T2 with the votes of AAA and BBB, T3 with one State a meaning; said later of BBB's vote on T1."""
    states = ["AAA", "BBB", *(f"Z{chr(65 + n)}Z" for n in range(len(MEANINGS)))]
    votes = [
        ("T1", "plenary", "AAA", "yes"),
        ("T1", "plenary", "BBB", "no"),
        ("T1", "committee", "BBB", "no"),
        ("T2", "HRC plenary", "AAA", "abstain"),
        ("T2", "amendment L.1", "AAA", "no"),
        ("T2", "amendment L.1", "BBB", "yes"),
        ("T2", "amendment L.2", "AAA", "no"),
        *(("T3", stage, code, cast) for code, (stage, cast, _) in zip(states[2:], MEANINGS, strict=True)),
    ]
    texts = [made.text(f"T{n}", f"200{n}-12-01", body=body) for n, body in ((1, "GA"), (2, "HRC"), (3, "HRC"))]
    said = "Two States spoke. Bbb, recorded against, said later that it had meant to abstain, and regretted it"
    events = [{"date": "2001-12-02", "kind": "vote", "resolution": "T1", "text": said, "source": "PV.1"}]
    rows = [made.vote(text, code, cast, stage) for text, stage, code, cast in votes]
    return made.record(map(made.state, states), texts, votes=rows, events=events)


def test_a_yes_to_a_hostile_amendment_is_against_the_text(drawn):
    rows = Measures(drawn).votes(["T3"]).set_index("iso3").sort_index()
    assert list(zip(rows["stage"], rows["vote"], rows["stance"], strict=True)) == MEANINGS


def test_the_votes_of_one_state_in_order_of_adoption(drawn):
    table = Measures(drawn).votes(states=["AAA"])
    assert table[["resolution", "stage", "stance"]].values.tolist() == [
        ["T1", "plenary", "for"],
        ["T2", "HRC plenary", "abstained"],
        ["T2", "amendment L.1", "for"],
        ["T2", "amendment L.2", "for"],
    ]
    assert Measures(drawn).votes(states=["ZZZ"]).empty
    assert set(Measures(drawn).votes(states=["AAA", "BBB"], against=9)["resolution"]) == {"T1", "T2"}
    assert Measures(drawn).votes(states=["AAA"], against=9).empty


def test_what_it_said_later_stands_with_its_vote_on_the_text(drawn):
    rows = Measures(drawn).votes(states=["BBB"]).set_index(["resolution", "stage"])["remark"]
    said = "Recorded against, it said later that it had meant to abstain, and regretted it (PV.1)."
    assert rows.to_dict() == {("T1", "committee"): said, ("T1", "plenary"): said, ("T2", "amendment L.1"): ""}


def test_tallies_put_the_text_before_its_amendments(drawn):
    text = drawn.resolutions.set_index("resolution").loc["T2"]
    assert tallies(Measures(drawn).votes(["T2"]), text).values.tolist() == [
        ["HRC plenary", "text", 0, 0, 1, "all held"],
        ["amendment L.1", "amendment", 1, 1, 0, "all held"],
        ["amendment L.2", "amendment", 0, 1, 0, "all held"],
    ]
    assert tallies(Measures(drawn).votes(["T9"]), text).empty


def rolls(record: store.Record, resolution: str, **changed: object) -> pd.DataFrame:
    text = record.resolutions.set_index("resolution").loc[resolution]
    return tallies(Measures(record).votes([resolution]), pd.Series({**text, **changed})).set_index("stage")


def test_roll_calls_agree_with_the_totals_of_the_resolutions(record):
    texts = record.resolutions.set_index("resolution")
    checked = 0
    for resolution in record.rows("votes")["resolution"].unique():
        for row in rolls(record, resolution).reset_index().itertuples():
            if row.stage in ("plenary", "CHR plenary", "HRC plenary"):
                assert (row.yes, row.no, row.abstain) == tuple(texts.loc[resolution, ["yes", "no", "abstain"]])
                checked += 1
    assert checked >= 4


def test_the_plenary_vote_of_2015(record):
    assert rolls(record, "A/RES/70/161").loc["plenary", ["yes", "no", "abstain"]].tolist() == [127, 14, 41]


def test_votes_in_committee_whose_names_are_not_held_are_not_counted_as_none(record):
    table = rolls(record, "A/RES/70/161")
    assert table.loc["committee"].tolist() == ["text", 117, 14, 40, "those in favour not held"]
    assert table.loc["plenary", "names"] == "all held"
    assert pd.isna(rolls(record, "A/RES/70/161", committee_yes=pd.NA).loc["committee", "yes"])
    nothing = dict.fromkeys(("committee_yes", "committee_no", "committee_abstain"), pd.NA)
    named = rolls(record, "A/RES/70/161", **nothing).loc["committee"]
    assert named[["no", "abstain", "names"]].tolist() == [14, 40, "those in favour not held"]


def test_every_vote_keeps_its_row(record):
    assert len(Measures(record).votes()) == len(record.rows("votes"))
