"""Counts and shares: what is drawn for each text, and how sure it is."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.grid import cells
from analytics.scope import group_of
from analytics.trends import by_group, counts, status_of
from files import paths
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
        assert (other["shown_text"], other["claimed_at"]) == ("77 at adoption", "at adoption")

    def test_at_the_stage_asked_for_its_list_counts_and_no_number_of_the_end(self):
        tabled = made.cells(PICTURE, lists=LISTS, observers=["OBS"], asked="tabled revised")
        reported = made.claims(("GA 2009", 77, "exact", "at adoption"), ("GA 2005", 85, "exact", "final"))
        table = counts(tabled, reported)
        same = row(table, "GA 2009")
        assert (same["status"], same["sponsors"], same["shown_text"]) == ("partial", 1, "at least 1")
        assert same["claimed"] is made.pd.NA
        assert row(table, "GA 2005")[["status", "shown_text", "claimed_at"]].tolist() == ["none", "not known", ""]
        # The final list of 2001 is of another stage: it says nothing here, not even of those that it names.
        assert row(table, "GA 2001")[["status", "sponsors", "unknown"]].tolist() == ["none", 0, 3]

    def test_who_is_not_named_on_a_whole_draft_is_known_of_it_and_open_for_the_end(self):
        picture = "2001\nAAA S\nBBB t\nCCC ?"
        lists = {2001: ("suspected gap", "tabled")}
        tabled = counts(made.cells(picture, lists=lists, asked="tabled"), made.claims()).iloc[0]
        assert tabled[["status", "sponsors", "unknown", "members"]].tolist() == ["gap", 1, 1, 3]
        final = counts(made.cells(picture, lists=lists), made.claims()).iloc[0]
        assert final[["status", "sponsors", "unknown", "members"]].tolist() == ["none", 0, 3, 3]

    def test_who_withdrew_is_counted_observers_apart(self):
        table = drawn()
        gone = table["iso3"].isin(("CCC", "OBS")) & table["resolution"].eq("GA 2001")
        table.loc[gone, "withdrawn_list"] = "GA 2001#withdrawn"
        assert row(counts(table, made.claims()), "GA 2001")["withdrew"] == 1
        assert counts(table, made.claims())["withdrew"].sum() == 1

    def test_a_final_number_goes_before_one_at_adoption_and_an_exact_one_before_a_bound(self):
        reported = made.claims(
            ("GA 2005", 60, "exact", "at adoption"),
            ("GA 2005", 70, "at least", "final"),
            ("GA 2005", 75, "exact", "final"),
            ("GA 2005", 99, "exact", "at introduction"),
        )
        found = row(counts(drawn(), reported), "GA 2005")
        assert found[["claimed", "bound", "claimed_at", "shown_text"]].tolist() == [75, "exact", "final", "75"]

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
            ("A/RES/66/164", "count only", "77 at adoption"),
            ("A/RES/55/98", "complete", "70"),
            ("A/RES/53/144", "gap", "at least 55"),
            ("A/RES/60/161", "complete", "82"),
            ("CHR 2000/61", "complete", "52"),
            ("CHR 2004/68", "gap", "at least 72"),
            ("A/HRC/RES/22/6", "complete", "77"),
            ("A/HRC/RES/31/32", "gap", "at least 67"),
            ("A/HRC/RES/34/5", "partial", "84"),
            ("A/HRC/RES/58/23", "count only", "at least 50"),
            ("A/HRC/RES/25/18", "count only", "at least 80"),  # as tabled 60, which is no number of the end
            ("A/HRC/RES/61/22", "none", "not known"),  # one name is held, which is no count
        ],
    )
    def test_what_is_shown(self, record, resolution, status, text):
        table = counts(cells(record), record.claims)
        assert row(table, resolution)[["status", "shown_text"]].tolist() == [status, text]

    def test_every_text_is_there_once(self, record):
        assert len(counts(cells(record), record.claims)) == 38

    def test_all_eight_of_the_commission_as_tabled(self, record):
        """The names counted in the source file, Switzerland among them as an observer to 2001."""
        table = counts(cells(record), record.claims)
        part = table[table["body"] == "CHR"]
        rows = made.read(paths.SOURCES / "sponsors.csv")
        names = Counter(line["resolution"] for line in rows if line["resolution"].startswith("CHR"))
        assert dict(zip(part["resolution"], part["shown"], strict=True)) == names
        assert part["observers"].tolist() == [1, 1, 1, 1, 0, 0, 0, 0]
        assert set(part["asked"]) == {"tabled"}

    def test_the_assembly_as_tabled_can_be_read_beside_the_commission(self, record):
        table = counts(cells(record, "tabled"), record.claims)
        part = table[(table["body"] == "GA") & (table["status"] == "complete")]
        assert dict(zip(part["year"], part["shown"], strict=True)) == {
            1998: 54,
            1999: 48,
            2000: 61,
            2001: 63,
            2002: 59,
            2003: 61,
            2004: 31,
            2005: 53,
            2007: 21,
            2009: 30,
            2023: 22,
        }
        assert set(table.loc[table["body"] == "GA", "asked"]) == {"tabled"}
        assert table.loc[table["resolution"] == "A/RES/74/146", "shown_text"].item() == "not known"

    def test_36_withdrew_in_2013_and_nowhere_else(self, record):
        table = counts(cells(record), record.claims).set_index("resolution")["withdrew"]
        assert table[table > 0].to_dict() == {"A/RES/68/181": 36}


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
        table = by_group(group_of(grid, record.group_members)).groupby("resolution")[["sponsors", "unknown", "members"]]
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


letters = st.lists(st.tuples(*[st.sampled_from("Snt?-")] * 3), min_size=1, max_size=6)
lists = st.tuples(
    *[
        st.sampled_from(
            [("complete", "final"), ("suspected gap", "final"), ("partial", "final"), ("partial", "tabled"), ("", "")]
        )
    ]
    * 3
)


@settings(max_examples=40, deadline=None)
@given(letters, lists, st.sampled_from(["final", "tabled"]))
def test_sponsors_others_and_unknown_always_add_up_to_the_members(rows, kinds, asked):
    picture = "2001 2003 2005\n" + "\n".join(f"A{i:02d} {' '.join(row)}" for i, row in enumerate(rows))
    grid = made.cells(picture, lists=dict(zip((2001, 2003, 2005), kinds, strict=True)), asked=asked)
    groups = by_group(group_of(grid, None))
    assert (groups["sponsors"] + groups["not_sponsors"] + groups["unknown"] == groups["members"]).all()
    assert (groups["share_low"] <= groups["share_high"]).all()
    whole = counts(grid, made.claims())
    assert (whole["sponsors"] + whole["unknown"] <= whole["members"]).all()
    # Nothing is said of a text whose list is of another stage or not held.
    assert whole.loc[whole["status"] == "none", "sponsors"].eq(0).all()
