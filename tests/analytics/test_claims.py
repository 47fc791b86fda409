"""Claims put to the record: true, false, or cannot be known."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.claims import (
    CANNOT,
    FALSE,
    TRUE,
    claims_against_lists,
    grown_between,
    highest_ever,
    in_words,
    superlatives,
)
from analytics.measures import Measures
from tests import made

PICTURE = """
        2001 2003 2005
    AAA S    S    S
    BBB n    S    S
    CCC n    n    S
    DDD n    n    n
"""


def table(picture: str = PICTURE, *reported: tuple, **lists: tuple[str, str]) -> pd.DataFrame:
    """The counts of a picture of which less is held: without a list nobody is known, on a part of one those named."""
    kinds = {int(year[1:]): kind for year, kind in lists.items()}
    head, *rows = [line.split() for line in picture.strip().splitlines()]
    hidden = {head.index(str(year)) + 1: {"": "Sn", "partial": "n"}.get(kind, "") for year, (kind, _) in kinds.items()}
    rows = [["?" if letter in hidden.get(at, "") else letter for at, letter in enumerate(row)] for row in rows]
    picture = "\n".join(" ".join(row) for row in [head, *rows])
    return Measures(made.drawn(picture, lists=kinds, claims=reported)).counts()


class TestHighestEver:
    def test_true_where_all_earlier_are_known_and_lower(self):
        found = highest_ever(table(), "GA 2005")
        assert found.verdict == TRUE
        assert found.reasons == ("all 2 earlier texts had fewer than 3",)
        assert list(found.figures["resolution"]) == ["GA 2001", "GA 2003", "GA 2005"]

    def test_false_where_an_earlier_one_had_as_many(self):
        found = highest_ever(table(), "GA 2005", claimed=2)
        assert found.verdict == FALSE
        assert found.reasons == ("GA 2003 (2003) had 2",)

    def test_cannot_be_known_where_an_earlier_list_is_not_held(self):
        found = highest_ever(table(y2001=("", "")), "GA 2005")
        assert found.verdict == CANNOT
        assert "not held for 2001" in found.reasons[0]

    def test_an_exact_number_of_an_earlier_text_is_enough(self):
        known = table(PICTURE, ("GA 2001", 2, "exact", "final"), y2001=("", ""))
        assert highest_ever(known, "GA 2005").verdict == TRUE
        bound = table(PICTURE, ("GA 2001", 2, "at least", "final"), y2001=("", ""))
        assert highest_ever(bound, "GA 2005").verdict == CANNOT

    def test_after_a_number_at_adoption_others_may_have_joined(self):
        adopted = table(PICTURE, ("GA 2001", 2, "exact", "at adoption"), y2001=("", ""))
        assert highest_ever(adopted, "GA 2005").verdict == CANNOT
        assert highest_ever(adopted, "GA 2005", claimed=2).verdict == FALSE, "it had two at least"

    def test_what_is_missing_cannot_make_a_text_lower_than_it_may_be(self):
        """One named, and up to three of four in doubt: fewer than the earlier two is not known."""
        gapped = """
                2001 2003
            AAA S    S
            BBB S    ?
            CCC n    ?
            DDD n    n
        """
        found = highest_ever(table(gapped, y2003=("suspected gap", "final")), "GA 2003")
        assert found.verdict == CANNOT
        assert "at least 1, at most 5" in found.reasons[0]  # with the two observers

    def test_without_any_number_of_its_own(self):
        found = highest_ever(table(y2005=("", "")), "GA 2005")
        assert found.verdict == CANNOT
        assert found.reasons == ("no number of sponsors of GA 2005 is known",)

    def test_only_texts_of_its_own_body_count(self):
        both = made.drawn({"GA": PICTURE, "HRC": "2001\nAAA S\nBBB S\nCCC S\nDDD S"})
        assert highest_ever(Measures(both).counts(), "GA 2005").verdict == TRUE

    def test_a_text_that_is_not_there(self):
        with pytest.raises(ValueError, match="no resolution"):
            highest_ever(table(), "GA 1999")

    def test_the_record_of_2015_is_false(self, record):
        """Norway's ministry: 74 is the highest number ever; the Official Records of 2001 have 83."""
        found = highest_ever(Measures(record).counts(), "A/RES/70/161", claimed=74)
        assert found.verdict == FALSE
        assert "A/RES/56/163 (2001) had 83" in found.reasons

    def test_the_record_of_2019_cannot_be_known(self, record):
        found = highest_ever(Measures(record).counts(), "A/RES/74/146")
        assert found.verdict == CANNOT
        # 77 at adoption in 2011, and no list of the end; of France in 1998 it is not known, but 55 stay under 84.
        assert found.reasons == (
            "no earlier number that is known is as high as 84, but the whole list is not held for 2011",
        )

    def test_2023_is_not_called_lower_than_it_may_be(self, record):
        found = highest_ever(Measures(record).counts(), "A/RES/78/216")
        assert found.verdict == CANNOT
        assert found.reasons[0].startswith("the whole list of A/RES/78/216 is not held: at least 73")


letters = st.lists(st.tuples(*[st.sampled_from("Sn?")] * 3), min_size=2, max_size=5)


@settings(max_examples=20, deadline=None)
@given(letters, st.randoms())
def test_filling_in_the_unknown_never_turns_true_into_false_or_back(rows, random):
    """A verdict that is given with cells unknown stands, whatever those cells turn out to be."""

    filled = [[random.choice("Sn") if c == "?" else c for c in row] for row in rows]
    drawings, kinds = {}, {}
    for body, first, drawn in (("GA", 2001, rows), ("HRC", 2002, filled)):
        years = range(first, first + 6, 2)
        states = (f"A{i:02d} {' '.join(row)}" for i, row in enumerate(drawn))
        drawings[body] = "\n".join([" ".join(map(str, years)), *states])
        for year, cells in zip(years, zip(*drawn, strict=True), strict=True):
            kinds[year] = ("suspected gap" if "?" in cells else "complete", "final")
    counts = Measures(made.drawn(drawings, lists=kinds)).counts()
    before, after = (highest_ever(counts, last).verdict for last in ("GA 2005", "HRC 2006"))
    assert after in (TRUE, FALSE)
    assert before in (CANNOT, after)


class TestGrownBetween:
    def test_true_and_false_on_whole_lists(self):
        assert grown_between(table(), "GA", 2001, 2005).verdict == TRUE
        fallen = "2001 2003\nAAA S S\nBBB S n"
        assert grown_between(table(fallen), "GA", 2001, 2003).verdict == FALSE
        same = "2001 2003\nAAA S S"
        assert grown_between(table(same), "GA", 2001, 2003).verdict == FALSE

    def test_cannot_be_known_where_an_end_is_not_whole(self):
        found = grown_between(table(y2001=("partial", "final")), "GA", 2001, 2005)
        assert found.verdict == CANNOT
        assert found.reasons[:2] == ("2001: at least 1", "2005: 3")

    def test_a_period_needs_two_texts(self):
        with pytest.raises(ValueError, match="fewer than two texts of GA from 2001 to 2002"):
            grown_between(table(), "GA", 2001, 2002)

    @pytest.mark.parametrize(
        ("body", "since", "until", "numbers"),
        [
            ("GA", 2000, 2007, [70, 83, 68, 75, 74, 82, 82]),
            ("CHR", 2000, 2005, [52, 62, 52, 61, 72, 62]),  # as tabled; of Norway in 2004 it is not known
        ],
    )
    def test_the_letter_of_2008(self, record, body, since, until, numbers):
        """Support has grown since 2000 in the Assembly and in the Commission, six NGOs wrote: from end to end it is
        true, between each two years it is not."""
        table = Measures(record).counts()
        found = grown_between(table, body, since, until)
        assert found.verdict == TRUE
        assert found.reasons == (f"{since}: {numbers[0]}", f"{until}: {numbers[-1]}")
        assert found.figures["shown"].tolist() == numbers
        assert not found.figures["shown"].is_monotonic_increasing
        assert set(found.figures["asked"]) == {"final" if body == "GA" else "tabled"}

    def test_from_2001_it_did_not_grow(self, record):
        assert grown_between(Measures(record).counts(), "GA", 2001, 2007).verdict == FALSE
        assert grown_between(Measures(record).counts(), "GA", 2001, 2007).verdict == FALSE


def test_superlatives_are_found_in_quotes_and_in_notes(record):
    found = superlatives(record.rows("claims"), record.rows("lists")).set_index("resolution")
    assert found["number"].fillna(0).to_dict() == {"A/RES/70/161": 74, "A/RES/74/146": 0}
    assert "highest number of co-sponsors ever" in found.loc["A/RES/70/161", "words"]
    assert found["quoted"].to_dict() == {"A/RES/70/161": True, "A/RES/74/146": False}
    held = record.rows("lists").set_index("list_id").loc["A/RES/74/146#final"]
    assert found.loc["A/RES/74/146", "source_url"] == held["read_at"]


def test_our_own_note_is_never_put_in_quotation_marks(record):
    """Only what stands in the source is quoted: a note of ours is told as ours."""
    for said in superlatives(record.rows("claims"), record.rows("lists")).itertuples():
        words = in_words(said)
        quoted = re.findall("“(.+?)”", words)
        assert bool(quoted) == said.quoted
        assert all(quote in "".join(record.rows("claims")["quote"]) for quote in quoted)
        assert said.quoted or words.startswith("Our note on its list: ")


class TestClaimsAgainstLists:
    LISTS = pd.DataFrame(
        [
            ("T1#final", "T1", "final", "complete", 84),
            ("T1#as-adopted", "T1", "as adopted", "complete", 80),
            ("T2#final", "T2", "final", "partial", 43),
        ],
        columns=["list_id", "resolution", "stage", "completeness", "n_states"],
    )

    def verdict(self, *claim, what: str = "co-sponsors", quote: str = "") -> str:
        claims = made.claims(claim).assign(what=what, quote=quote)
        return claims_against_lists(claims, self.LISTS)["verdict"].iloc[0]

    def test_each_verdict(self):
        assert self.verdict("T1", 84, "exact", "final") == "agrees"
        assert self.verdict("T1", 85, "exact", "final") == "list has 1 fewer"
        assert self.verdict("T1", 80, "exact", "final") == "list has 4 more"
        assert self.verdict("T1", 80, "at least", "final") == "agrees"
        assert self.verdict("T1", 90, "at least", "final") == "list has 6 fewer"
        assert self.verdict("T1", 80, "exact", "at adoption") == "agrees"

    def test_a_number_is_never_held_against_a_list_of_another_moment_or_a_part_of_one(self):
        assert self.verdict("T1", 84, "exact", "at introduction") == "no list of that moment"
        assert self.verdict("T2", 84, "exact", "final") == "no list of that moment"
        assert self.verdict("T3", 84, "exact", "final") == "no list of that moment"

    def test_a_main_sponsor_that_the_source_counts_apart(self):
        assert self.verdict("T1", 83, "exact", "final", what="co-sponsors (plus 1 main sponsor)") == "agrees"
        assert self.verdict("T1", 83, "exact", "final", quote="Main sponsors1 Co-sponsors83") == "agrees"
        assert self.verdict("T1", 84, "exact", "final", quote="Main sponsors1 Co-sponsors84") == "list has 1 fewer"

    def test_on_the_record(self, record):
        found = claims_against_lists(record.rows("claims"), record.rows("lists"))
        assert len(found) == len(record.rows("claims"))
        pairs = {
            (r.resolution, r.count_, r.kind): r.verdict for r in found.rename(columns={"count": "count_"}).itertuples()
        }
        assert pairs["A/RES/70/161", 74, "final"] == "agrees"
        assert pairs["A/RES/72/247", 76, "final"] == "list has 1 fewer"  # Ghana
        assert pairs["A/HRC/RES/31/32", 67, "final"] == "list has 1 fewer"  # the United Kingdom is not printed
        assert pairs["A/HRC/RES/34/5", 84, "final"] == "no list of that moment"
