"""Opposition: what counts, and what takes it back."""

from __future__ import annotations

from datetime import date

import pytest

from analytics.opposition import Vote, cast, opposed, reasons


def vote(year: int, stance: str, kind: str = "text", stage: str = "plenary") -> Vote:
    symbol = f"R {year}"
    return Vote(
        symbol, year, date(year, 12, 1), stage if kind == "text" else "amendment X", kind, "AAA", stance
    )


def amendments(year: int, stances: str) -> list[Vote]:
    words = {"a": "against", "f": "for", "-": "abstained"}
    return [vote(year, words[letter], "amendment") for letter in stances]


@pytest.mark.parametrize(
    ("votes", "last", "expected"),
    [
        ([], None, False),
        ([vote(2015, "against")], None, True),
        ([vote(2015, "against"), vote(2022, "for")], None, True),
        ([vote(2015, "against")], date(2019, 12, 18), False),  # sponsored since
        ([vote(2015, "against")], date(2011, 12, 19), True),  # sponsored before only
        ([vote(2015, "abstained")], None, False),
        (amendments(2016, "a"), None, False),  # one is a warning, no more
        (amendments(2016, "aa"), None, True),
        (amendments(2016, "aaff"), None, False),
        (amendments(2016, "aaaff---"), None, True),
        (amendments(2014, "aaa") + amendments(2025, "ff"), date(2019, 12, 18), False),
    ],
)
def test_who_is_opposed(votes, last, expected):
    assert opposed(votes, last) is expected


def sentences(votes: list[Vote], values: dict[str, str] | None = None, last: str = "") -> dict[str, str]:
    return {reason.kind: reason.sentence for reason in reasons(votes, values or {}, last)}


def test_the_sentences_say_what_was_voted_on_and_when():
    votes = [vote(2015, "against", stage="committee"), vote(2015, "against"), *amendments(2016, "aaf")]
    assert sentences(votes, {"R 2016": "unknown"}) == {
        "opposed": "Voted against R 2015 (2015, in Committee and in plenary), and voted for 2 of the 3 hostile "
        "amendments on which its vote is held, in 2016.",
        "voted for": "Voted against 1 hostile amendment in 2016. Of R 2016 it cannot be told whether it sponsored.",
    }


def test_who_came_round_in_plenary_is_not_told_of_the_no_in_committee_alone():
    votes = [vote(2015, "against", stage="committee"), vote(2015, "for")]
    said = "Voted against R 2015 (2015, in Committee). In plenary it voted for R 2015."
    assert sentences(votes)["opposed"] == said
    abstained = [vote(2015, "against", stage="committee"), vote(2015, "abstained")]
    assert sentences(abstained)["opposed"].endswith(" In plenary it abstained on R 2015.")


def test_a_vote_for_a_text_that_it_sponsored_is_no_reason():
    assert sentences([vote(2015, "for")], {"R 2015": "sponsor"}) == {}
    assert "voted for" in sentences([vote(2015, "for")], {"R 2015": "not_sponsor"})


def test_a_yes_in_committee_is_not_told_twice():
    votes = [vote(2015, "for", stage="committee"), vote(2015, "for")]
    (reason,) = reasons(votes, {"R 2015": "not_sponsor"})
    assert reason.sentence == "Voted for R 2015 (2015). It is not on the list of sponsors of R 2015."
    assert len([key for key in reason.evidence if key.table == "votes"]) == 1


def test_what_it_sponsored_later_is_said():
    assert sentences([vote(2015, "against")], last="R 2019 (2019)")["opposed"] == (
        "Voted against R 2015 (2015). Later it sponsored R 2019 (2019)."
    )


def test_the_hostile_and_the_friendly_in_the_record(record):
    votes = cast(record.votes, record.resolutions)
    assert opposed(votes["CHN"])
    assert opposed(votes["RUS"])
    assert not opposed(votes["NOR"])
    assert sum(len(mine) for mine in votes.values()) == len(record.votes)
