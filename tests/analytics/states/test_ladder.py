"""The words for where a State stands. Opportunities are drawn as S (sponsored) and n (did not)."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.measures import Measures
from analytics.states.ladder import word_for
from data.words import STANDINGS
from files import paths
from tests import made


def said(made: list[bool]) -> str:
    """The word for a run of opportunities (True = sponsor), earliest first."""
    return word_for(sum(made), len(made), *[*reversed([False, False, *made])][:2])


def line(code: str, first: int, letters: Sequence[str]) -> str:
    """The picture of one State whose cells are these letters, from that year on every second year."""
    years = (str(first + 2 * i) for i in range(len(letters)))
    return f"{' '.join(years)}\n{code} {' '.join(letters)}"


def standing(letters: str) -> pd.Series:
    """The standing of one State whose cells are these letters, from 2001 every second year."""
    return Measures(made.drawn(line("AAA", 2001, letters))).ladder("GA").iloc[0]


@pytest.mark.parametrize(
    ("letters", "word"),
    [
        ("SSS", "Core"),
        ("SSSSnSSSSS", "Core"),
        ("nSSSS", "Core"),  # exactly 80 %
        ("nSSS", "Regular"),  # 75 %
        ("nnSS", "Regular"),  # exactly half
        ("SnS", "Regular"),
        ("SnnnS", "Returned"),
        ("SSnnnnnS", "Returned"),
        ("nnS", "New"),
        ("nnnnS", "New"),
        ("nnnSS", "Recent"),
        ("SnnnnSS", "Recent"),
        ("SSn", "Lapsed"),
        ("SSSSSSSSSn", "Lapsed"),
        ("Snn", "Once"),
        ("nSn", "Once"),
        ("nnn", "Never"),
        ("nn", "Too little known"),
        ("SS", "Too little known"),
        ("", "Too little known"),
    ],
)
def test_the_word(letters, word):
    assert said([letter == "S" for letter in letters]) == word


@given(st.lists(st.booleans(), max_size=30))
def test_the_rule_of_each_word_is_true_of_what_it_names(record):
    word, total = said(record), sum(record)
    assert word in STANDINGS
    if len(record) < 3:
        assert word == "Too little known"
        return
    latest = record[-1]
    assert latest == (word in ("Core", "Regular", "Recent", "Returned", "New"))
    if word == "Core":
        assert 5 * total >= 4 * len(record)
    elif word == "Regular":
        assert 4 * len(record) > 5 * total
        assert 2 * total >= len(record)
    elif word in ("Recent", "Returned", "New"):
        assert 2 * total < len(record)
        assert record[-2] == (word == "Recent")
        assert (total == 1) == (word == "New")
    else:
        assert {"Never": total == 0, "Once": total == 1, "Lapsed": total >= 2}[word]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from("Sn"), min_size=1, max_size=6), st.data())
def test_unknown_and_not_yet_a_member_change_nothing(letters, data):
    """Cells that say nothing, put anywhere between, leave the word, the number and the share as they were."""
    mixed = list(letters)
    for _ in range(data.draw(st.integers(1, 4))):
        mixed.insert(data.draw(st.integers(0, len(mixed))), "?")
    mixed = ["-"] * data.draw(st.integers(0, 2)) + mixed
    both = Measures(made.drawn({"GA": line("AAA", 2001, letters), "HRC": line("BBB", 2002, mixed)}))
    one, two = (both.ladder(body).set_index("iso3").loc[code] for body, code in (("GA", "AAA"), ("HRC", "BBB")))
    for column in ("word", "sponsored", "opportunities", "share", "latest_value", "missed_since"):
        assert one[column] == two[column]
    assert len(two["unknown_in"]) == mixed.count("?")


def test_what_is_behind_the_word():
    row = standing("?SnSn?")
    assert row["word"] == "Lapsed"
    assert row["words"] == "Lapsed to 2009; 2011 not known"
    assert (row["sponsored"], row["opportunities"], row["share"]) == (2, 4, 0.5)
    assert row["sponsored_in"] == ("GA 2003", "GA 2007")
    assert row["missed"] == ("GA 2005", "GA 2009")
    assert row["unknown_in"] == ("GA 2001", "GA 2011")
    assert (row["latest_resolution"], row["latest_year"], row["latest_value"]) == ("GA 2009", 2009, "not_sponsor")
    assert (row["first_year"], row["last_year"], row["missed_since"]) == (2003, 2007, 1)
    assert row["rule"] == (
        "Lapsed: sponsored at least two texts, but not the latest where its record is known "
        "(sponsored 2 of 4 texts; not known: 2001, 2011)."
    )


def test_where_the_latest_text_is_known_the_word_stands_alone():
    assert standing("?SSS")["words"] == "Core"
    assert not standing("?SSS")["open"]


def test_whose_word_holds_to_an_earlier_text_than_the_latest_whole_list_is_open():
    grid = made.drawn(
        "2001 2003 2005 2007 2009\nAAA S S S ? ?\nBBB S S S S ?\nCCC S S S ? S",
        lists={2007: ("suspected gap", "final"), 2009: ("partial", "final")},
    )
    table = Measures(grid).ladder("GA").set_index("iso3")
    assert set(table["reference_year"]) == {2007}
    # Of AAA nothing is known from 2007 on; CCC is named on the part that is held of 2009.
    assert table["open"].to_dict() == {"AAA": True, "BBB": False, "CCC": False}
    assert table.loc["BBB", "words"] == "Core to 2007; 2009 not known"


def test_who_is_not_named_on_a_draft_missed_it_where_drafts_are_the_series_and_is_open_where_they_are_not():
    picture = "2001 2003 2005 2007\nAAA S S S t"
    drafts = dict.fromkeys((2001, 2003, 2005, 2007), ("complete", "tabled"))
    tabled = Measures(made.drawn(picture, lists=drafts)).ladder("GA").iloc[0]
    assert (tabled["words"], tabled["sponsored"], tabled["opportunities"]) == ("Lapsed", 3, 4)
    assert tabled["asked"] == "tabled"
    assert tabled["rule"].endswith("(sponsored 3 of 4 texts, as tabled).")
    final = Measures(made.drawn(picture, lists={2007: ("complete", "tabled")})).ladder("GA").iloc[0]
    assert (final["words"], final["opportunities"], final["unknown_in"]) == (
        "Core to 2005; 2007 not known",
        3,
        ("GA 2007",),
    )


def test_a_name_on_another_list_is_told_beside_the_word():
    """It stood on the drafts of 2003 and 2005; on the final list of 2003 it does not, and that of 2005 is not held."""
    grid = made.drawn("2001 2003 2005 2007\nAAA n n ? n", elsewhere=[("AAA", 2003), ("AAA", 2005)])
    row = Measures(grid).ladder("GA").iloc[0]
    assert (row["word"], row["named_elsewhere"]) == ("Never", ("GA 2003", "GA 2005"))
    assert "where its record is known" in row["rule"]


def test_nothing_known():
    row = standing("??")
    assert (row["words"], row["opportunities"], row["missed_since"]) == ("Too little known", 0, 0)
    assert math.isnan(row["share"])
    assert row["latest_resolution"] == ""
    assert row["first_year"] is pd.NA


def test_where_no_list_of_a_body_is_held_every_state_is_too_little_known():
    record = made.drawn({"GA": "2001\nAAA S", "HRC": "2002 2004\nAAA ? ?"}, lists={2002: ("", ""), 2004: ("", "")})
    row = Measures(record).ladder("HRC").iloc[0]
    assert (row["word"], row["unknown_in"]) == ("Too little known", ("HRC 2002", "HRC 2004"))


def test_bodies_are_never_pooled():
    picture = """
            2001 2003 2005
        AAA S    S    S
    """
    other = """
            2002 2004 2006
        AAA n    n    n
    """
    both = Measures(made.drawn({"GA": picture, "HRC": other}))
    assert both.ladder("GA")["word"].tolist() == ["Core"]
    assert both.ladder("HRC")["word"].tolist() == ["Never"]


class TestOnTheRecord:
    def test_every_state_has_one_row_and_one_word(self, record):
        for body in ("GA", "CHR", "HRC"):
            table = Measures(record).ladder(body)
            assert sorted(table["iso3"]) == sorted(record.states["iso3"])
            assert set(table["word"]) <= set(STANDINGS)

    def test_the_commission_is_read_as_tabled_and_says_so(self, record):
        table = Measures(record).ladder("CHR").set_index("iso3")
        assert set(table["asked"]) == {"tabled"}
        assert table["rule"].str.contains(", as tabled").all()
        assert table.loc["CHN", ["words", "sponsored", "opportunities"]].tolist() == ["Never", 0, 8]
        # On all that are known; of 2004 it is not known, and 2005 is the latest.
        assert table.loc["NOR", ["words", "sponsored", "opportunities"]].tolist() == ["Core", 7, 7]
        assert table.loc["NOR", "unknown_in"] == ("CHR 2004/68",)
        assert table.loc["TLS", "opportunities"] == 3  # a Member since September 2002

    @pytest.mark.parametrize("body", ["GA", "CHR", "HRC"])
    def test_each_number_is_counted_again_from_the_files(self, record, body):
        """Whole lists of the body's stage, and names on whatever list is used: in plain Python."""
        stage = {"GA": "final", "CHR": "tabled", "HRC": "final"}[body]
        lists = {
            r["resolution"]: r
            for r in made.read(paths.SOURCES / "sponsor_lists.csv")
            if r["used_for_analysis"] == "yes"
        }
        on = {(r["list_id"], r["iso3"]) for r in made.read(paths.SOURCES / "sponsors.csv")}
        texts = [
            r for r in made.read(paths.SOURCES / "resolutions.csv") if r["body"] == body and r["resolution"] in lists
        ]
        table = Measures(record).ladder(body).set_index("iso3")
        for state in made.read(paths.SOURCES / "states.csv"):
            sponsored = missed = 0
            for text in texts:
                used = lists[text["resolution"]]
                named = (used["list_id"], state["iso3"]) in on
                whole = used["stage"] == stage and used["completeness"] in ("complete", "suspected gap")
                late = state["member_since"] > text["adopted_on"]
                late = late and not (body == "CHR" and state["before_membership"] == "observer")
                sponsored += named
                missed += whole and not named and not late and state["iso3"] not in used["unknown_states"].split(";")
            row = table.loc[state["iso3"]]
            assert (row["sponsored"], row["opportunities"]) == (sponsored, sponsored + missed), state["iso3"]

    @pytest.mark.parametrize(
        ("iso3", "words", "sponsored", "opportunities"),
        [
            ("NOR", "Core", 16, 16),  # fifteen whole or gapped lists, and named in a statement of 2021
            # Fourteen whole lists tell: not on those of 1999 and of 2013, when it withdrew; named on the part of 2011.
            ("AUT", "Core to 2019; 2023 not known", 13, 15),
            ("BOL", "Recent", 5, 15),
            ("CHN", "Never", 0, 15),
            ("SSD", "Never", 0, 5),  # a Member since 2011
        ],
    )
    def test_in_the_general_assembly(self, record, iso3, words, sponsored, opportunities):
        row = Measures(record).ladder("GA").set_index("iso3").loc[iso3]
        assert row[["words", "sponsored", "opportunities"]].tolist() == [words, sponsored, opportunities]
