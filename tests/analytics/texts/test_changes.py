"""What changed between two texts, and of whom it cannot be told."""

from __future__ import annotations

from itertools import product

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.measures import Measures
from analytics.texts.changes import comparable, outcome, summary
from data.words import CELLS, OUTCOMES
from tests import made

PICTURE = """
        2001 2003 2005
    RET S    n    S
    NEW n    n    S
    STA S    S    S
    LEF S    S    n
    UN1 S    S    ?
    UN2 S    ?    S
    UN3 n    ?    n
    NEI n    n    n
    ADM -    -    S
    NOT -    -    n
    YET -    -    -
    OBS n    n    S
"""


def drawn(**more) -> Measures:
    return Measures(made.drawn(PICTURE, observers=["OBS"], **more))


def test_each_outcome():
    table = drawn().changes("GA 2003", "GA 2005").set_index("iso3")["outcome"]
    assert table.to_dict() == {
        "RET": "returned",
        "NEW": "new",
        "STA": "stayed",
        "LEF": "left",
        "UN1": "unknown",
        "UN2": "unknown",
        "UN3": "unknown",
        "NEI": "neither",
        "ADM": "new",
        "NOT": "neither",
        "YET": "not_member",
        "OBS": "new",
    }


def test_the_summary_leaves_observers_out():
    table = drawn().changes("GA 2003", "GA 2005")
    found = summary(table)
    assert found["joined"] == ["ADM", "NEW", "RET"]
    assert found["left"] == ["LEF"]
    assert found["unknown"] == ["UN1", "UN2", "UN3"]
    # UN3 does not sponsor now, and may have before: it may have left.
    assert found["may_have_left"] == ["UN1", "UN3"]
    # UN2 sponsors now and may have missed before; UN3 certainly does not sponsor now.
    assert found["may_have_joined"] == ["UN2"]
    assert set(table.loc[table["outcome"] == "new", "iso3"]) >= {"NEW", "OBS"}


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("GA 2003", "HRC 2005", "different bodies"),
        ("GA 2005", "GA 2003", "must be adopted before"),
        ("GA 2003", "GA 2003", "must be adopted before"),
        ("GA 2003", "GA 1999", "no resolution 'GA 1999'"),
        ("GA 2001", "GA 2005", r"GA 2001 \(tabled\) and GA 2005 \(final\) are not both of the stage final"),
        ("GA 2001", "GA 2003", "no list of sponsors is held for GA 2003"),
    ],
)
def test_what_must_not_be_compared_is_refused(before, after, words):
    held = {2001: ("complete", "tabled"), 2003: ("", "")} if "stage" in words or "no list" in words else {}
    bodies = {"GA": "2001 2003 2005\nAAA S ? S" if held else PICTURE, "HRC": "2005\nAAA S"}
    measures = Measures(made.drawn(bodies, lists=held))
    with pytest.raises(ValueError, match=words):
        measures.changes(before, after)


VALUES = sorted(CELLS)
YEARS = (2001, 2003, 2005, 2007)
CAN_BE = {"final": "Sn?", "tabled": "St?"}
"""The cells of a Member State that a list of each stage can make."""


@given(st.sampled_from(VALUES), st.sampled_from(VALUES), st.booleans(), st.booleans())
def test_unknown_is_never_called_joined_or_left(before, after, earlier, between):
    found = outcome(before, after, earlier, between)
    assert found in OUTCOMES
    if "unknown" in (before, after):
        assert found == "unknown"
    if found == "left":
        assert before == "sponsor"
        assert after in ("not_sponsor", "not_when_tabled")
    if found in ("new", "returned", "between"):
        assert before in ("not_sponsor", "not_when_tabled", "not_member")
        assert after == "sponsor"
        assert (found == "new") == (not earlier and not between), "for the first time means on no list before"
        assert (found == "returned") == earlier


@given(st.sampled_from(VALUES), st.sampled_from(VALUES))
def test_who_may_have_joined_or_left_is_what_filling_the_gaps_could_show(before, after):
    # The cells that an unknown one can turn out to be.
    could = {value: ("sponsor", "not_sponsor") if value == "unknown" else (value,) for value in CELLS}
    ends = {outcome(b, a, False, False) for b in could[before] for a in could[after]}
    row = {"iso3": "AAA", "status": "member", "before": before, "after": after, "missed": ()}
    found = summary(pd.DataFrame([{**row, "outcome": outcome(before, after, False, False)}]))
    open_ended = "unknown" in (before, after)
    assert bool(found["may_have_left"]) == (open_ended and "left" in ends)
    assert bool(found["may_have_joined"]) == (open_ended and "new" in ends)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 8), st.data())
def test_every_state_has_exactly_one_outcome(states, data):
    """And what is told beside it is what a plain look along its row shows."""
    codes = [f"A{i:02d}" for i in range(states)]
    asked = data.draw(st.sampled_from(["final", "tabled"]))
    # Of one text only the draft, or the final list, is held: it is of another stage than the series.
    other = data.draw(st.sampled_from([None, 2001, 2005]))
    stages = {year: asked if year != other else {"final": "tabled", "tabled": "final"}[asked] for year in YEARS}
    rows = []
    for _ in codes:
        late = data.draw(st.integers(0, 4))
        rows.append(["-"] * late + [data.draw(st.sampled_from(CAN_BE[stages[year]])) for year in YEARS[late:]])
    elsewhere = data.draw(st.sets(st.tuples(st.sampled_from(codes), st.sampled_from([2001, 2003, 2005]))))
    members = {
        (code, year)
        for code, row in zip(codes, rows, strict=True)
        for year, c in zip(YEARS, row, strict=True)
        if c != "-"
    }
    elsewhere &= members
    picture = "\n".join(f"{code} {' '.join(row)}" for code, row in zip(codes, rows, strict=True))
    lists = {year: ("complete", stage) for year, stage in stages.items()}
    record = made.drawn(f"2001 2003 2005 2007\n{picture}", elsewhere=elsewhere, lists=lists)
    table = Measures(record).changes("GA 2003", "GA 2007")
    open_ = "?" if asked == "tabled" else "?t"
    for code, drawn_row in zip(codes, rows, strict=True):
        # At another stage than the end a final list is no list: it tells of nobody.
        row = [
            "?" if year == other and asked == "tabled" and letter != "-" else letter
            for year, letter in zip(YEARS, drawn_row, strict=True)
        ]
        told = table.set_index("iso3").loc[code]
        named = [drawn_row[i] == "S" or (code, year) in elsewhere for i, year in enumerate((2001, 2003, 2005))]
        assert told["gaps"] == tuple(f"GA {year}" for i, year in enumerate((2001, 2003, 2005)) if row[i] in open_)
        assert told["missed"] == (("GA 2005",) if row[2] not in ("S", "-", *open_) else ())
        if told["outcome"] == "new":
            assert not any(named)
        if told["outcome"] == "between":
            assert named == [False, False, True]
    found = summary(table)
    everybody = [iso3 for name in OUTCOMES for iso3 in found[name]]
    assert sorted(everybody) == codes
    assert set(found["may_have_left"]) | set(found["may_have_joined"]) <= set(found["unknown"])
    assert not set(found["joined"]) & set(found["left"])
    assert found["joined"] == sorted(found["new"] + found["returned"] + found["between"])
    assert set(found["stayed_after_gap"]) <= set(found["stayed"])


def test_first_is_held_against_all_lists_before_between_and_of_whatever_stage():
    """From 2003 to 2007. DRA stood on the draft of 2003 only, BEF on the draft of 2001, BET on the list of 2005."""
    record = made.drawn(
        """
            2001 2003 2005 2007
        NEW n    n    n    S
        BET n    n    S    S
        DRA n    n    n    S
        BEF n    n    ?    S
        GAP ?    n    n    S
        STA n    S    n    S
        ALL S    S    S    S
        """,
        elsewhere=[("DRA", 2003), ("BEF", 2001)],
    )
    table = Measures(record).changes("GA 2003", "GA 2007").set_index("iso3")
    assert table["outcome"].to_dict() == {
        "NEW": "new",
        "BET": "between",
        "DRA": "returned",
        "BEF": "returned",
        "GAP": "new",
        "STA": "stayed",
        "ALL": "stayed",
    }
    assert table["gaps"].to_dict() == {
        "NEW": (),
        "BET": (),
        "DRA": (),
        "BEF": ("GA 2005",),
        "GAP": ("GA 2001",),
        "STA": (),
        "ALL": (),
    }
    assert table.loc[["STA", "ALL", "BET"], "missed"].tolist() == [("GA 2005",), (), ()]
    found = summary(table.reset_index())
    assert found["joined"] == ["BEF", "BET", "DRA", "GAP", "NEW"]
    assert found["stayed_after_gap"] == ["STA"]


def test_of_drafts_as_tabled_who_is_not_named_has_left():
    lists = dict.fromkeys((2001, 2003), ("complete", "tabled"))
    record = made.drawn("2001 2003\nAAA S t\nBBB t S\nCCC t t", lists=lists)
    assert Measures(record).changes("GA 2001", "GA 2003").set_index("iso3")["outcome"].to_dict() == {
        "AAA": "left",
        "BBB": "new",
        "CCC": "neither",
    }


def test_there_are_words_for_every_outcome():
    asked = product(CELLS, CELLS, (True, False), (True, False))
    assert {outcome(*one) for one in asked} == set(OUTCOMES)


def test_comparable_gives_earlier_lists_of_the_same_stage_latest_first():
    def before_2005(
        lists: dict[int, tuple[str, str]], picture: str = "2001 2003 2005\nAAA S S S\nBBB S ? ?"
    ) -> list[str]:
        return comparable(Measures(made.drawn(picture, lists=lists)).texts(), "GA 2005")

    assert before_2005({}) == ["GA 2003", "GA 2001"]
    assert before_2005({2003: ("suspected gap", "tabled")}) == ["GA 2001"]
    assert before_2005({2003: ("partial", "final")}) == ["GA 2001", "GA 2003"]
    assert before_2005({2005: ("", "")}, "2001 2003 2005\nAAA S S ?") == []


class TestOnTheRecord:
    def test_thirteen_joined_and_four_left_from_2017_to_2019(self, record):
        found = summary(Measures(record).changes("A/RES/72/247", "A/RES/74/146"))
        assert len(found["joined"]) == 13
        assert found["left"] == ["BFA", "LKA", "MDA", "TLS"]
        assert found["unknown"] == []

    def test_the_gap_of_2023_leaves_22_unknown_and_calls_none_of_them_gone(self, record):
        found = summary(Measures(record).changes("A/RES/74/146", "A/RES/78/216"))
        assert len(found["unknown"]) == 22
        assert "AUT" in found["may_have_left"]
        assert not {"AUT", "AUS", "BEL"} & set(found["left"])

    def test_after_a_partial_list_more_may_have_left_than_are_known_to_have(self, record):
        found = summary(Measures(record).changes("A/HRC/RES/34/5", "A/HRC/RES/40/11"))
        # 43 of 84 names of 2017 are held: of all others it is not known whether they were there.
        whole = {row.iso3 for row in record.rows("sponsors").itertuples() if row.list_id == "A/HRC/RES/40/11#final"}
        members = set(record.states.loc[record.states["status"] == "member", "iso3"])
        part = {row.iso3 for row in record.rows("sponsors").itertuples() if row.list_id == "A/HRC/RES/34/5#final"}
        assert set(found["left"]) == part - whole
        assert set(found["may_have_left"]) == members - part - whole

    def test_who_joined_and_left_is_counted_again_from_the_names(self, record):
        """Every pair of texts with whole lists of their body's stage."""
        measures = Measures(record)
        names = record.rows("sponsors").groupby("list_id")["iso3"].agg(set)
        of_text = record.rows("sponsors").groupby("resolution")["iso3"].agg(set)
        days = record.resolutions.set_index("resolution")[["adopted_on", "body"]]
        used = record.rows("lists")[
            record.rows("lists")["used_for_analysis"].eq("yes") & record.rows("lists")["completeness"].eq("complete")
        ]
        whole = {
            row.resolution: row.list_id
            for row in used.itertuples()
            if row.stage == record.series[days.at[row.resolution, "body"]]
        }
        pairs = 0
        for before, after in product(whole, whole):
            same = days.at[before, "body"] == days.at[after, "body"]
            if not same or days.at[before, "adopted_on"] >= days.at[after, "adopted_on"]:
                continue
            found = summary(measures.changes(before, after).assign(status="member"))
            old, new = names[whole[before]], names[whole[after]]
            here = days[days["body"] == days.at[after, "body"]]
            earlier = here.index[here["adopted_on"] < days.at[after, "adopted_on"]]
            ever = set().union(*(of_text.get(text, set()) for text in earlier))
            assert set(found["joined"]) == new - old
            assert set(found["left"]) == old - new
            assert set(found["new"]) == new - old - ever
            pairs += 1
        assert pairs > 90

    def test_switzerland_in_2023_is_no_newcomer_and_the_gaps_are_told(self, record):
        """On every list from 2002 on: it stayed from 2019 to 2023; of 2021 a statement has it."""
        table = Measures(record).changes("A/RES/74/146", "A/RES/78/216").set_index("iso3")
        assert table.loc["CHE", ["outcome", "missed"]].tolist() == ["stayed", ()]
        assert table.loc["FRA", "gaps"] == ("A/RES/53/144", "A/RES/76/174")
        assert table.loc["CHE", "gaps"] == ()

    def test_the_commission_is_compared_as_tabled(self, record):
        found = summary(Measures(record).changes("CHR 2000/61", "CHR 2005/67"))
        assert len(found["joined"]) == 19
        # Switzerland tabled it in 2000 as an observer, and in 2005 as a Member.
        assert "CHE" in found["stayed_after_gap"]

    def test_the_revised_draft_of_2011_is_not_held_against_final_lists(self, record):
        with pytest.raises(ValueError, match="not both of the stage final"):
            Measures(record).changes("A/RES/64/163", "A/RES/66/164")
        assert "A/RES/66/164" not in comparable(Measures(record).texts(), "A/RES/74/146")
