"""Opposition: which votes exclude a State, which are a warning, and what is said of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.measures import Measures
from analytics.targets.facts import facts
from analytics.targets.opposition import OPPOSED, WARNED, Vote, cast, judge
from analytics.targets.votes import reasons
from data import store
from tests import made


def vote(year: int, stance: str, kind: str = "text", stage: str = "plenary", **more) -> Vote:
    weighs = stance == "against" and kind == "text" and stage == "plenary"
    stage = stage if kind == "text" else "amendment L.1"
    return Vote(f"R {year}", year, date(year, 12, 1), stage, kind, "AAA", stance, **{"weighs": weighs, **more})


def amendments(year: int, stances: str, put: bool = True, weigh: bool = False) -> list[Vote]:
    """`weigh`: whether those supported do, as the record would tell."""
    words = {"a": "against", "f": "for", "-": "abstained"}
    return [vote(year, words[letter], "amendment", put=put, weighs=weigh and letter == "a") for letter in stances]


def committee(year: int, stance: str) -> Vote:
    return vote(year, stance, stage="committee")


NO, YES, ABSTAINED = "against", "for", "abstained"


CASES = (
    ([], [], ""),
    ([vote(2015, ABSTAINED), vote(2016, YES)], [], ""),
    ([vote(2015, NO)], [], OPPOSED),
    ([vote(2015, NO)], [2011], OPPOSED),  # sponsored before only
    ([vote(2015, NO)], [2019], WARNED),
    ([vote(2015, NO), vote(2022, YES)], [], WARNED),
    ([vote(2015, NO), vote(2022, ABSTAINED)], [], OPPOSED),
    ([vote(2015, YES), vote(2022, NO)], [], OPPOSED),
    # In Committee: what the plenary did not repeat is a warning.
    ([committee(2015, NO), vote(2015, NO)], [], OPPOSED),
    ([committee(2015, NO), vote(2015, ABSTAINED)], [], WARNED),
    ([committee(2015, NO), vote(2015, YES)], [], WARNED),
    ([committee(2015, NO)], [], WARNED),
    ([committee(2022, YES), vote(2015, NO)], [], OPPOSED),  # a yes in Committee alone takes nothing back
    # Amendments exclude only who did not vote for the text either.
    (amendments(2016, "a"), [], WARNED),
    ([*amendments(2016, "a"), vote(2016, ABSTAINED)], [], WARNED),
    ([*amendments(2016, "aaa"), vote(2016, ABSTAINED)], [], OPPOSED),
    ([*amendments(2016, "aaa"), vote(2016, YES)], [], WARNED),
    ([*amendments(2016, "aaff"), vote(2016, ABSTAINED)], [], WARNED),
    (amendments(2017, "aaaaa", put=False), [], WARNED),
    ([*amendments(2016, "aaa"), vote(2016, ABSTAINED), vote(2022, YES)], [], WARNED),
    # One amendment on each of two texts does not add up.
    ([*amendments(2014, "a"), *amendments(2016, "a"), vote(2016, ABSTAINED)], [], WARNED),
    # A yes that it took back is none.
    ([vote(2015, NO), vote(2022, YES, remark="It said later …")], [], OPPOSED),
)
"""Votes, years of texts sponsored, and what the State is."""
CODES = [f"Z{chr(65 + number)}Z" for number in range(len(CASES))]
_CAST = {("text", NO): "no", ("text", YES): "yes", ("amendment", NO): "yes", ("amendment", YES): "no"}


@pytest.fixture(scope="module")
def drawn() -> store.Record:
    """A record with a State for each of CASES, of which nothing else is known."""
    years = sorted({vote.year for votes, _, _ in CASES for vote in votes} | {y for _, some, _ in CASES for y in some})
    put = {vote.year: vote.put for votes, _, _ in CASES for vote in votes}
    texts, lists, cast_, told = [], [], [], []
    for year in years:
        adoption = "without a vote" if not put.get(year, False) else "recorded vote"
        texts.append(made.text(f"R {year}", f"{year}-12-01", body="GA", adoption=adoption))
        named = [code for code, (_, some, _) in zip(CODES, CASES, strict=True) if year in some]
        lists.append(made.listed(f"R {year}", named))
    for code, (votes, _, _) in zip(CODES, CASES, strict=True):
        for number, vote in enumerate(votes):
            stage = vote.stage if vote.kind == "text" else f"amendment L.{number}"
            cast_.append(made.vote(vote.resolution, code, _CAST.get((vote.kind, vote.stance), "abstain"), stage))
            if vote.remark:
                said = f"{code.title()}, recorded in favour, said later that it had not meant it"
                told.append({"date": f"{year}-12-02", "kind": "vote", "resolution": vote.resolution, "text": said})
    events = [{**row, "source": "PV.1"} for row in told]
    return made.record(map(made.state, CODES), texts, lists, votes=cast_, events=events)


@pytest.mark.parametrize("number", range(len(CASES)))
def test_who_is_opposed_and_who_is_warned_of(drawn, number):
    """As it is judged from the votes, and as it is told of all States at once."""
    code, (votes, sponsored, level) = CODES[number], CASES[number]
    mine = cast(drawn, [code]).get(code, ())
    assert len(mine) == len(votes)
    found = judge(mine, {f"R {year}": date(year, 12, 1) for year in sponsored})
    assert found.level == level
    assert bool(found.standing) == (level == OPPOSED)
    assert bool(found.said) == bool(level)
    known = facts(drawn, "GA", 2030)
    assert known.signs[code].level == level
    assert known.opposed.get(code, "") == (found.said if level == OPPOSED else "")


def test_a_long_opposition_is_told_from_its_first_votes_and_the_last_that_weigh():
    """AAA voted against 40 texts, and for an amendment to the last; what is read is less, what is said the same."""
    years = range(1980, 2020)
    texts = [made.text(f"R {year}", f"{year}-12-01", names=1) for year in years]
    votes = [made.vote(f"R {year}", "AAA", "no") for year in years]
    votes.append(made.vote("R 2019", "AAA", "yes", "amendment L.1"))
    record = made.record(
        map(made.state, ("AAA", "BBB")),
        [{**text, "adoption": "recorded vote"} for text in texts],
        [made.listed(text["resolution"], ["BBB"]) for text in texts],
        votes=votes,
    )
    told = facts(record, "GA", 2030).opposed["AAA"]
    assert told == judge(cast(record, ["AAA"])["AAA"], {}).said
    assert "voted against 10 more texts" in told
    assert told.endswith("After its vote on R 2019 (2019) it is not known to have voted for or sponsored a text.")


def test_votes_are_counted_but_those_that_were_not_meant(drawn):
    signs = Measures(drawn).signs().set_index("iso3")
    for code, (votes, _, _) in zip(CODES, CASES, strict=True):
        told = [sum(v.stance == YES and not v.remark for v in votes), sum(v.stance == NO for v in votes)]
        assert signs.loc[code, ["votes_for", "votes_against"]].tolist() == told, code


cast_votes = st.lists(
    st.tuples(
        st.integers(2000, 2025),
        st.sampled_from([NO, YES, ABSTAINED]),
        st.sampled_from(["text", "amendment"]),
        st.sampled_from(["plenary", "committee"]),
    ),
    max_size=12,
).map(lambda rows: [vote(*row) for row in sorted(rows)])


@given(cast_votes)
def test_a_later_sponsorship_always_takes_it_back_and_a_no_later_never_does(votes):
    assert judge(votes, {"S": date(2026, 1, 1)}).level in ("", WARNED)
    assert judge([*votes, vote(2026, NO)], {"S": date(2025, 12, 31)}).level == OPPOSED
    assert (judge(votes, {}).level == "") == all(v.stance != NO for v in votes)


def test_what_it_did_is_said_text_by_text():
    votes = [committee(2015, NO), vote(2015, NO), *amendments(2016, "aaf-", weigh=True), vote(2016, ABSTAINED)]
    votes += amendments(2017, "aff", put=False)
    assert judge(votes, {}).said == (
        "Voted against R 2015 (2015) in Committee and in plenary; voted for 2 hostile amendments to R 2016 (2016), "
        "against 1, abstaining on 1, and abstained on the text; voted for a hostile amendment (L.1) to R 2017 (2017), "
        "against 2, which was then adopted without a vote. After its votes on R 2016 (2016) it is not known to have "
        "voted for or sponsored a text."
    )


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        ([committee(2015, NO), vote(2015, YES)], "Voted against R 2015 (2015) in Committee, and for it in plenary."),
        (
            [committee(2015, NO), vote(2015, ABSTAINED)],
            "Voted against R 2015 (2015) in Committee, and abstained in plenary.",
        ),
        ([committee(2015, NO)], "Voted against R 2015 (2015) in Committee (no vote of its in plenary is held)."),
        (
            [*amendments(2016, "a"), vote(2016, YES)],
            "Voted for a hostile amendment (L.1) to R 2016 (2016), and then for the text.",
        ),
    ],
)
def test_who_came_round_is_told_of_as_it_was(votes, said):
    assert judge(votes, {}).said == said


def test_what_came_later_is_said():
    found = judge([vote(2015, NO), vote(2022, YES)], {"S 1": date(2019, 12, 1), "S 2": date(2001, 1, 1)})
    assert found.said == (
        "Voted against R 2015 (2015). After its vote on R 2015 (2015) it voted for R 2022 (2022) and sponsored "
        "S 1 (2019)."
    )
    assert (found.voted, found.sponsored) == ((vote(2022, YES),), ("S 1",))


def told(votes: list[Vote], values: dict[str, str] | None = None) -> dict[str, str]:
    return {reason.kind: reason.sentence for reason in reasons(votes, judge(votes, {}), values or {})}


def test_a_vote_for_a_text_that_it_sponsored_is_no_reason():
    assert told([vote(2015, YES)], {"R 2015": "sponsor"}) == {}
    assert "voted for" in told([vote(2015, YES)], {"R 2015": "not_sponsor"})


def test_a_yes_in_committee_is_not_told_twice():
    votes = [committee(2015, YES), vote(2015, YES)]
    (reason,) = reasons(votes, judge(votes, {}), {"R 2015": "not_sponsor"})
    assert reason.sentence == "Voted for R 2015 (2015). It is not on the list of sponsors of R 2015."
    assert len([key for key in reason.evidence if key.table == "votes"]) == 1


def test_what_it_said_later_of_a_vote_stands_beside_it_and_the_vote_is_not_counted():
    remark = "Recorded in favour, it said later that it had meant to abstain (PV.80)."
    votes = [vote(2015, YES, remark=remark), vote(2022, YES)]
    assert told(votes)["voted for"] == f"Voted for R 2015 (2015) and R 2022 (2022). {remark}"
    assert told(votes[:1]) == {}


@pytest.fixture(scope="module")
def judged(record):
    return facts(record, "GA", 2026)


def test_the_record(judged):
    opposed, warned = ({s for s, found in judged.signs.items() if found.level == level} for level in (OPPOSED, WARNED))
    assert {"CHN", "RUS", "IRN", "PRK", "SYR", "SDN", "SAU", "ZWE", "BDI"} <= opposed
    assert {"KEN", "IDN", "DZA", "PAK", "CUB", "IND", "ZAF", "MMR", "BEN", "IRQ", "BOL"} <= warned
    assert not {"NOR", "MRT", "GHA"} & opposed
    said = {iso3: judged.stands(iso3, judged.votes(iso3)[0]).said for iso3 in ("PAK", "IRQ")}
    assert "it voted for A/HRC/RES/49/18 (2022)" in said["PAK"]
    assert said["IRQ"].startswith("Voted for a hostile amendment (A/HRC/34/L.42) to A/HRC/RES/34/5 (2017)")


def test_mauritania_s_remark_is_on_its_vote_in_plenary_alone(record):
    votes = cast(record)
    assert sum(len(mine) for mine in votes.values()) == len(record.rows("votes"))
    remarked = [vote for mine in votes.values() for vote in mine if vote.remark]
    assert [(v.iso3, v.resolution, v.stage) for v in remarked] == [("MRT", "A/RES/70/161", "plenary")]
    assert "had meant to abstain (undocs.org/A/70/PV.80)" in remarked[0].remark
