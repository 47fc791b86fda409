"""Who came round: the sides of a State over the recorded votes of a body, and what it signed since."""

from __future__ import annotations

import pytest

from analytics.agreement.turns import TURNS, sides, turns
from analytics.scope import Scope
from tests import made

HRC = Scope(("HRC",))


def made_votes(cast: dict[str, str], lists=()):
    """A record of texts of 2008, 2010 and 2012 with a letter each: y, n, a on the text; Y, N on an amendment."""
    texts = [made.text(f"HRC {year}", f"{year}-03-01", body="HRC") for year in (2008, 2010, 2012)]
    words = {"y": "yes", "n": "no", "a": "abstain", "Y": "yes", "N": "no"}
    votes = []
    for code, letters in cast.items():
        for year, letter in zip((2008, 2010, 2012), letters, strict=True):
            stage = "amendment A/HRC/L.1" if letter.isupper() else "HRC plenary"
            if letter != ".":
                votes.append(made.vote(f"HRC {year}", code, words[letter], stage))
    return made.record([made.state(code) for code in cast], texts, lists, votes=votes)


@pytest.mark.parametrize(
    ("letters", "turn"),
    [
        ("yyy", "for"),
        ("NN.", "for"),
        ("nYn", "against"),
        ("aa.", "between"),
        ("nay", "came round"),
        ("aN.", "came round"),
        ("Y.N", "came round"),
        ("yya", "turned away"),
        ("N.Y", "turned away"),
        ("yny", "came round"),
        ("na.", "moved"),
        ("...", "no vote"),
    ],
)
def test_what_became_of_it(letters, turn):
    table = turns(made_votes({"AAA": letters}), HRC).set_index("iso3")
    assert table.loc["AAA", "turn"] == turn
    assert turn in TURNS


def test_a_signature_after_the_last_contrary_vote_is_told():
    named = made.listed("HRC 2012", ["AAA", "BBB"])
    table = turns(made_votes({"AAA": "na.", "BBB": "nay"}, [named]), HRC).set_index("iso3")
    assert (table.loc["AAA", "turn"], table.loc["AAA", "signed"]) == ("signed since", (2012,))
    assert (table.loc["BBB", "turn"], table.loc["BBB", "signed"]) == ("came round", ())


def test_what_is_not_known_is_no_signature():
    dark = made.listed("HRC 2012", [], "partial", doubt="*")
    table = turns(made_votes({"AAA": "na."}, [dark]), HRC).set_index("iso3")
    assert (table.loc["AAA", "turn"], table.loc["AAA", "signed"]) == ("moved", ())


def test_the_record(record):
    """India voted against in 2014, 2016 and 2017, and for the text in 2022; Brazil abstained in 2014."""
    table = turns(record, HRC).set_index("iso3")
    assert table.loc["IND", "turn"] == table.loc["BRA", "turn"] == "came round"
    assert table.loc["CHN", "turn"] == "moved"
    assert "2022 for (text)" in table.loc["IND", "said"]
    assembly = turns(record, Scope(("GA",))).set_index("iso3")
    assert assembly.loc["MMR", "signed"] == (2023,)
    assert "said later that it had meant to abstain" in assembly.loc["MRT", "said"]


def test_sides_hold_every_vote_once(record):
    scope = Scope(("GA", "CHR", "HRC"))
    table, cast = sides(record, scope), record.rows("votes")
    assert int(table[["for", "against", "abstained"]].sum().sum()) == len(cast[cast["stage"] != "committee"])


def test_one_body_at_a_time(record):
    with pytest.raises(ValueError, match="one body at a time"):
        turns(record, Scope(("GA", "HRC")))
