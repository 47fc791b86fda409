"""Findings on States: true for small tables whose truth is visible here."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.measures import Measures
from analytics.texts.changes import summary
from charts.words.asides import not_known
from charts.words.standings import laddered, timed
from charts.words.titles import at_least_moved, changed, sponsored
from tests import made

GROUPS = {
    "AAA": "African Group",
    "BBB": "Asia-Pacific Group",
    "CCC": "Eastern European Group",
    "DDD": "Latin American and Caribbean Group",
    "EEE": "Western European and Others Group",
}
TEXT = {year: pd.Series({"resolution": f"GA {year}", "year": year, "body": "GA"}) for year in (2017, 2019)}
GAP = {2019: ("suspected gap", "final")}


def title(picture: str, **more) -> str:
    return sponsored(made.cells(picture, groups=GROUPS, **more))[0]


def test_all_groups():
    assert title("2019\nAAA S\nBBB S\nCCC S\nDDD S\nEEE S") == "5 States from all five groups sponsored the 2019 text"


def test_one_state():
    assert title("2019\nAAA S\nBBB n") == "1 State from one of five groups sponsored the 2019 text"


def test_a_gap_makes_numbers_lower_bounds():
    said = title("2019\nAAA S\nBBB ?", lists=GAP)
    assert said == "At least 1 State from at least one of five groups sponsored the 2019 text"


def test_a_group_without_doubt_is_not_at_least():
    said = title("2019\nAAA S\nFFF ?\nBBB n", lists=GAP)
    assert said == "At least 1 State from one of five groups sponsored the 2019 text"


def test_nothing_known_is_said_to_be_unknown():
    said = title("2019\nAAA ?\nBBB ?", lists={2019: ("", "")})
    assert said == "Who sponsored GA 2019 (2019) is not known State by State"


def test_a_known_none_is_said():
    assert title("2019\nAAA n\nBBB n") == "No Member State sponsored the 2019 text"


def test_observers_are_told_apart_and_not_counted():
    table = made.cells("2019\nAAA S\nVAT S", observers=("VAT",))
    words = sponsored(table)
    assert words[0].startswith("1 State ")
    assert words[2] == "Observers, outside the Member States: the Holy See sponsored too."


def test_the_note_names_who_is_not_known():
    note = sponsored(made.cells("2019\nAAA S\nBBB ?\nCCC ?\nDDD -", lists=GAP))[2]
    assert note == "Not known for 2 States: Bbb and Ccc."


def test_many_are_counted():
    assert not_known(pd.Series([f"S{n}" for n in range(20)]), 193) == "Not known for 20 of 193 States."


def test_nothing_known_is_not_worded_as_a_part():
    assert not_known(pd.Series([f"S{n}" for n in range(20)]), 20) == "Not known for any of 20 States."
    dark = Measures(made.drawn("2001\nAAA ?\nBBB ?", lists={2001: ("", "")})).ladder("GA")
    assert timed(dark, "GA")[2] == "No list of sponsors is held of these texts."


def test_a_change():
    record = made.drawn("2017 2019\nAAA S S\nBBB n S\nCCC S n\nDDD n n", groups=GROUPS)
    table = Measures(record).changes("GA 2017", "GA 2019")
    said = changed(table, TEXT[2017], TEXT[2019])[0]
    assert (
        said == "2 States from two of five groups sponsored the 2019 text: 1 joined since 2017, "
        "1 sponsor of 2017 did not sponsor it"
    )


def test_a_change_over_a_gap_is_at_least():
    table = made.drawn("2017 2019\nAAA S S\nBBB S ?\nCCC n ?\nDDD S n", groups=GROUPS, lists=GAP)
    said, _, note = changed(Measures(table).changes("GA 2017", "GA 2019"), TEXT[2017], TEXT[2019])
    assert said.endswith("none known to have joined since 2017, at least 1 sponsor of 2017 did not sponsor it")
    assert said.startswith("At least 1 State ")
    assert note == "Not known whether they sponsored in 2019 for 2 States: Bbb and Ccc."


def test_who_left_is_at_least_where_the_earlier_list_lacks_names():
    lists = {2017: ("partial", "final")}
    table = Measures(made.drawn("2017 2019\nAAA S n\nBBB ? n\nCCC S S", lists=lists)).changes("GA 2017", "GA 2019")
    assert changed(table, TEXT[2017], TEXT[2019])[0].endswith(
        "0 joined since 2017, at least 1 sponsor of 2017 did not sponsor it"
    )
    assert at_least_moved(table, 2017, 2019) == (
        "0 States joined since 2017; at least 1 sponsor of 2017 did not sponsor in 2019"
    )


def test_nobody_is_counted_where_nobody_is_known():
    lists = {2017: ("partial", "final")}
    table = Measures(made.drawn("2017 2019\nAAA ? n\nBBB ? S\nCCC S S", lists=lists)).changes("GA 2017", "GA 2019")
    assert at_least_moved(table, 2017, 2019) == (
        "No State is known to have joined since 2017; none of the sponsors of 2017 is known not to have"
    )


PAIRS = [f"{before}{after}" for before in "Sn?-" for after in "Sn?"]


@pytest.fixture(scope="module")
def changes() -> pd.DataFrame:
    """What changed between two lists with gaps for twelve States of each pair of answers, by pair and number: what it
    says of a State does not hang on the others."""
    codes = {f"{chr(65 + at)}{n:02d}": pair for n in range(12) for at, pair in enumerate(PAIRS)}
    picture = "2017 2019\n" + "\n".join(f"{code} {' '.join(pair)}" for code, pair in codes.items())
    gap = {2017: ("suspected gap", "final"), 2019: ("suspected gap", "final")}
    table = Measures(made.drawn(picture, lists=gap)).changes("GA 2017", "GA 2019")
    return table.set_index(table["iso3"].map(lambda code: (codes[code], int(code[1:]))))


@given(st.lists(st.tuples(st.sampled_from("SSnn?-"), st.sampled_from("SSnn?")), min_size=2, max_size=12))
@settings(max_examples=60, deadline=None)
def test_a_state_that_is_not_known_is_never_counted(changes, values):
    table = changes.loc[[(a + b, n) for n, (a, b) in enumerate(values)]].reset_index(drop=True)
    lists = summary(table)
    left = sum(a == "S" and b == "n" for a, b in values)
    joined = sum(a in "n-" and b == "S" for a, b in values)
    assert (len(lists["left"]), len(lists["joined"])) == (left, joined)
    said = changed(table, TEXT[2017], TEXT[2019])[0]
    if any(b == "S" for _, b in values):
        open_ended = any("?" in (a, b) and a in "S?" and b in "n?" for a, b in values)
        number = f"{'at least ' if open_ended else ''}{left} sponsor{'s' * (left != 1)} of 2017 did not sponsor it"
        none = "none of the sponsors of 2017 is known not to have"
        assert said.endswith(number if left or not open_ended else none)
        assert said.startswith("At least") == any(b == "?" for _, b in values)
    else:
        assert said == "Sponsors of GA 2019 (2019) and GA 2017 (2017)"


def test_times():
    table = made.drawn("2001 2003 2005\nAAA S S S\nBBB S n n\nCCC n n n")
    assert timed(Measures(table).ladder("GA"), "GA")[0] == (
        "2 States have sponsored at least once, 1 every time that is known; 1 is on none of the lists that tell"
    )


def test_times_with_what_is_not_known():
    table = made.drawn("2001 2003 2005\nAAA S S S\nBBB n ? n", lists={2003: ("suspected gap", "final")})
    said = timed(Measures(table).ladder("GA"), "GA")[0]
    assert said.startswith("At least 1 State has sponsored at least once")


def test_words_of_the_ladder():
    table = made.drawn("2001 2003 2005\nAAA S S S\nBBB n n n\nCCC S S n\nDDD S S n")
    assert laddered(Measures(table).ladder("GA"), "GA")[0] == (
        "As of the latest list that tells (2005): 1 State is a core sponsor, 2 have lapsed and 1 sponsored none that "
        "is known"
    )


def test_words_that_hold_to_an_earlier_text_are_counted_apart():
    table = made.drawn(
        "2001 2002 2003 2005\nAAA S S S S\nBBB S S S ?\nCCC n n n ?\nDDD S S n ?",
        lists={2005: ("suspected gap", "final")},
    )
    title, _, note = laddered(Measures(table).ladder("GA"), "GA")
    assert title == "As of the latest list that tells (2005): 1 State is a core sponsor"
    assert "Of 3 States it is not known whether they sponsored in 2005: hatched." in note


def test_a_ladder_of_drafts_says_as_tabled():
    lists = dict.fromkeys((2001, 2003, 2005), ("complete", "tabled"))
    table = made.drawn("2001 2003 2005\nAAA S S S\nBBB t t t", body="CHR", lists=lists)
    title, subtitle, note = laddered(Measures(table).ladder("CHR"), "CHR")
    assert title.endswith("1 State is a core sponsor and 1 sponsored none that is known")
    assert subtitle.startswith("Record of each State in the Commission on Human Rights as tabled")
    assert note == ""


def test_the_real_findings(gallery):
    cells = gallery.cells
    assert sponsored(cells[cells["resolution"] == "A/RES/74/146"])[0] == (
        "84 States from all five groups sponsored the 2019 text"
    )
    text = gallery.texts
    table = gallery.measures.changes("A/RES/72/247", "A/RES/74/146")
    said = changed(table, text.loc["A/RES/72/247"], text.loc["A/RES/74/146"])[0]
    assert said == (
        "84 States from all five groups sponsored the 2019 text: 13 joined since 2017, 4 sponsors of 2017 did not "
        "sponsor it"
    )
    assert sponsored(cells[cells["resolution"] == "A/RES/78/216"])[0].startswith("At least 73 States")
    mandate = cells[cells["resolution"] == "CHR 2000/61"]
    assert sponsored(mandate) == (
        "51 States from all five groups sponsored the 2000 text as tabled",
        "Sponsors as tabled of CHR 2000/61, Commission on Human Rights",
        "This is the draft as tabled: who joined later does not show here.\n"
        "Observers, outside the Member States: Switzerland sponsored too.",
    )
    council = sponsored(cells[cells["resolution"] == "A/HRC/RES/25/18"])
    assert council[0] == "At least 59 States from all five groups sponsored the 2014 text"
    assert council[2].startswith(
        "The list held is the draft as tabled: whether the 134 Member States not named on it joined later is not known."
    )
    withdrawn = sponsored(cells[cells["resolution"] == "A/RES/68/181"])
    assert withdrawn[2] == (
        "36 Member States withdrew: 19 Western Europe & Others, 16 Eastern European and 1 Asia-Pacific."
    )


def test_a_list_of_another_stage_than_the_one_asked_for_tells_nothing():
    title, subtitle, note = sponsored(made.cells("2019\nAAA ?\nBBB ?", lists={2019: ("", "")}, asked="tabled"))
    assert title == "Who sponsored GA 2019 (2019) as tabled is not known State by State"
    assert subtitle == "No list of sponsors as tabled is held of GA 2019, General Assembly"
    assert note == "Not known for 2 States: Aaa and Bbb."


def test_who_withdrew_is_told_by_region():
    table = made.cells("2013\nAAA S\nBBB n\nCCC n\nEEE n", groups=GROUPS, withdrew=[("CCC", 2013), ("EEE", 2013)])
    title, _, note = sponsored(table)
    assert title == "1 State from one of five groups sponsored the 2013 text"
    assert note == "2 Member States withdrew: 1 Eastern European and 1 Western Europe & Others."


def test_a_draft_does_not_say_who_joined_later():
    lists = {2014: ("complete", "tabled")}
    table = made.cells("2014\nAAA S\nBBB t\nCCC t", lists=lists)
    title, subtitle, note = sponsored(table)
    assert title.startswith("At least 1 State ")
    assert subtitle == "Sponsors as tabled of GA 2014, General Assembly"
    assert note == (
        "The list held is the draft as tabled: whether the 2 Member States not named on it joined later is not known."
    )
