"""Counts and shares: what is drawn for each text, and how sure it is."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.grid import cells
from analytics.scope import group_of
from analytics.trends import by_group, counts, status_of
from tests import made

PICTURE = """
        2001 2003 2005 2007 2009
    AAA S    S    ?    S    S
    BBB S    n    ?    ?    ?
    CCC n    ?    ?    ?    ?
    DDD -    n    ?    n    ?
    OBS S    n    ?    n    ?
"""
LISTS = {
    2003: ("suspected gap", "final"),
    2005: ("", ""),
    2007: ("complete", "final"),
    2009: ("partial", "tabled revised"),
}


def drawn(**more):
    return made.cells(PICTURE, lists=LISTS, observers=["OBS"], **more)


def row(table, resolution):
    return table.set_index("resolution").loc[resolution]


class TestCounts:
    def test_members_are_counted_and_observers_apart(self):
        first = row(counts(drawn(), made.claims()), "GA 2001")
        assert (first["sponsors"], first["observers"], first["members"], first["unknown"]) == (2, 1, 3, 0)
        assert (first["status"], first["shown"], first["shown_text"]) == ("complete", 3, "3")

    def test_a_gapped_list_gives_at_least(self):
        gapped = row(counts(drawn(), made.claims()), "GA 2003")
        assert (gapped["status"], gapped["sponsors"], gapped["unknown"]) == ("gap", 1, 1)
        assert gapped["shown_text"] == "at least 1"

    def test_without_list_and_number_nothing_is_shown(self):
        nothing = row(counts(drawn(), made.claims()), "GA 2005")
        assert nothing["status"] == "none"
        assert nothing["shown"] is made.pd.NA
        assert nothing["shown_text"] == "not known"
        assert (nothing["sponsors"], nothing["unknown"], nothing["members"]) == (0, 4, 4)

    def test_a_reported_number_is_shown_where_no_list_is_held(self):
        table = counts(drawn(), made.claims(("GA 2005", 85, "exact", "final")))
        assert row(table, "GA 2005")[["status", "shown", "shown_text"]].tolist() == ["count only", 85, "85"]
        table = counts(drawn(), made.claims(("GA 2005", 50, "at least", "final")))
        assert row(table, "GA 2005")["shown_text"] == "at least 50"

    def test_a_list_of_another_stage_is_no_list_of_this_one(self):
        other = row(counts(drawn(), made.claims(("GA 2009", 77, "exact", "at adoption"))), "GA 2009")
        assert (other["status"], other["sponsors"], other["shown"]) == ("count only", 0, 77)
        assert other["unknown"] == other["members"] == 4
        same = row(counts(drawn(), made.claims(), stage="tabled revised"), "GA 2009")
        assert (same["status"], same["sponsors"], same["shown_text"]) == ("partial", 1, "at least 1")

    def test_a_final_number_goes_before_one_at_adoption_and_an_exact_one_before_a_bound(self):
        reported = made.claims(
            ("GA 2005", 60, "exact", "at adoption"),
            ("GA 2005", 70, "at least", "final"),
            ("GA 2005", 75, "exact", "final"),
            ("GA 2005", 99, "exact", "at introduction"),
        )
        assert row(counts(drawn(), reported), "GA 2005")[["claimed", "bound"]].tolist() == [75, "exact"]

    def test_a_reported_number_never_replaces_a_list(self):
        table = counts(drawn(), made.claims(("GA 2001", 99, "exact", "final")))
        assert row(table, "GA 2001")[["shown", "claimed"]].tolist() == [3, 99]

    def test_numbers_before_adoption_are_no_result(self):
        table = counts(drawn(), made.claims(("GA 2005", 57, "exact", "at introduction")))
        assert row(table, "GA 2005")["status"] == "none"


class TestCountsOnTheRecord:
    @pytest.mark.parametrize(
        ("resolution", "status", "text"),
        [
            ("A/RES/74/146", "complete", "84"),
            ("A/RES/72/247", "complete", "75"),
            ("A/RES/68/181", "complete", "35"),
            ("A/RES/78/216", "gap", "at least 73"),
            ("A/RES/76/174", "count only", "85"),
            ("A/RES/66/164", "count only", "77"),
            ("A/RES/55/98", "partial", "at least 32"),
            ("A/RES/53/144", "none", "not known"),
            ("A/HRC/RES/22/6", "complete", "77"),
            ("A/HRC/RES/31/32", "gap", "at least 67"),
            ("A/HRC/RES/34/5", "partial", "84"),
            ("A/HRC/RES/58/23", "count only", "at least 50"),
        ],
    )
    def test_what_is_shown(self, record, resolution, status, text):
        table = counts(cells(record), record.claims)
        assert row(table, resolution)[["status", "shown_text"]].tolist() == [status, text]

    def test_every_text_is_there_once(self, record):
        assert len(counts(cells(record), record.claims)) == 38


class TestByGroup:
    def test_shares_of_2019(self, record):
        table = by_group(group_of(cells(record), record.group_members))
        part = table[table["resolution"] == "A/RES/74/146"].set_index("group")
        assert {g: (r["sponsors"], r["members"]) for g, r in part.iterrows()} == {
            "African Group": (12, 54),
            "Asia-Pacific Group": (9, 54),
            "Eastern European Group": (19, 23),
            "Latin American and Caribbean Group": (17, 33),
            "Western European and Others Group": (27, 29),
        }
        assert part.loc["Western European and Others Group", "share"] == pytest.approx(27 / 29)

    def test_a_gap_makes_a_range(self):
        only = by_group(group_of(drawn(), None)).set_index("resolution").loc["GA 2003"]
        assert only[["sponsors", "not_sponsors", "unknown", "members"]].tolist() == [1, 2, 1, 4]
        assert only[["share", "share_low", "share_high"]].tolist() == [0.25, 0.25, 0.5]

    @pytest.mark.parametrize("resolution", ["GA 2005", "GA 2009"])
    def test_no_share_without_a_list_of_the_stage(self, resolution):
        only = by_group(group_of(drawn(), None)).set_index("resolution").loc[resolution]
        assert math.isnan(only["share"])
        assert (only["share_low"], only["share_high"]) == (0, 1)
        assert only["unknown"] == only["members"] == 4

    def test_a_state_that_was_not_yet_a_member_is_in_no_denominator(self):
        assert by_group(group_of(drawn(), None)).set_index("resolution").loc["GA 2001", "members"] == 3

    def test_groups_add_up_to_the_counts(self, record):
        grid = cells(record)
        table = by_group(group_of(grid, record.group_members)).groupby("resolution")[
            ["sponsors", "unknown", "members"]
        ]
        whole = counts(grid, record.claims).set_index("resolution")
        for resolution, total in table.sum().iterrows():
            assert total.tolist() == whole.loc[resolution, ["sponsors", "unknown", "members"]].tolist()


@pytest.mark.parametrize(
    ("completeness", "stage", "has_count", "status"),
    [
        ("complete", "final", True, "complete"),
        ("suspected gap", "final", True, "gap"),
        ("partial", "final", True, "partial"),
        ("unknown", "final", False, "partial"),
        ("complete", "tabled", False, "none"),
        ("complete", "tabled", True, "count only"),
        ("", "", True, "count only"),
        ("", "", False, "none"),
    ],
)
def test_status(completeness, stage, has_count, status):
    assert status_of(completeness, stage, "final", has_count) == status


letters = st.lists(st.tuples(*[st.sampled_from("Sn?-")] * 3), min_size=1, max_size=6)
lists = st.tuples(*[st.sampled_from([("complete", "final"), ("suspected gap", "final"), ("partial", "final"),
                                     ("partial", "tabled"), ("", "")])] * 3)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(letters, lists)
def test_sponsors_others_and_unknown_always_add_up_to_the_members(rows, kinds):
    picture = "2001 2003 2005\n" + "\n".join(f"A{i:02d} {' '.join(row)}" for i, row in enumerate(rows))
    grid = made.cells(picture, lists=dict(zip((2001, 2003, 2005), kinds, strict=True)))
    groups = by_group(group_of(grid, None))
    assert (groups["sponsors"] + groups["not_sponsors"] + groups["unknown"] == groups["members"]).all()
    assert (groups["share_low"] <= groups["share_high"]).all()
    whole = counts(grid, made.claims())
    assert (whole["sponsors"] + whole["unknown"] <= whole["members"]).all()
    # Nothing is said of a text whose list is of another stage or not held.
    assert whole.loc[whole["status"] == "none", "sponsors"].eq(0).all()
