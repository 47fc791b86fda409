"""Counts and shares: what is drawn for each text, and how sure it is."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.measures import Measures
from analytics.scope import Scope
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


def drawn(*reported, **more):
    return Measures(made.drawn(PICTURE, lists=LISTS, observers=["OBS"], claims=reported, **more))


def row(table, resolution):
    return table.set_index("resolution").loc[resolution]


class TestCounts:
    def test_members_are_counted_and_observers_apart(self):
        first = row(drawn().counts(), "GA 2001")
        assert (first["sponsors"], first["observers"], first["members"], first["unknown"]) == (2, 1, 3, 0)
        assert (first["status"], first["shown"], first["shown_text"]) == ("complete", 3, "3")

    def test_a_gapped_list_gives_at_least(self):
        gapped = row(drawn().counts(), "GA 2003")
        assert (gapped["status"], gapped["sponsors"], gapped["unknown"]) == ("gap", 1, 1)
        assert gapped["shown_text"] == "at least 1"

    def test_without_list_and_number_nothing_is_shown(self):
        nothing = row(drawn().counts(), "GA 2005")
        assert nothing["status"] == "none"
        assert nothing["shown"] is made.pd.NA
        assert nothing["shown_text"] == "not known"
        assert (nothing["sponsors"], nothing["unknown"], nothing["members"]) == (0, 4, 4)

    def test_a_reported_number_is_shown_where_no_list_is_held(self):
        table = drawn(("GA 2005", 85, "exact", "final")).counts()
        assert row(table, "GA 2005")[["status", "shown", "shown_text"]].tolist() == ["count only", 85, "85"]
        table = drawn(("GA 2005", 50, "at least", "final")).counts()
        assert row(table, "GA 2005")["shown_text"] == "at least 50"

    def test_a_list_of_another_stage_is_no_list_of_this_one(self):
        other = row(drawn(("GA 2009", 77, "exact", "at adoption")).counts(), "GA 2009")
        assert (other["status"], other["sponsors"], other["shown"]) == ("count only", 0, 77)
        assert other["unknown"] == other["members"] == 4
        assert (other["shown_text"], other["claimed_at"]) == ("77 at adoption", "at adoption")

    def test_at_the_stage_of_the_series_its_lists_count_and_no_number_of_the_end(self):
        picture = """
                2001 2003 2005 2007 2009
            AAA S    S    ?    S    S
            BBB t    S    ?    n    ?
        """
        revised = "tabled revised"
        whole = dict.fromkeys((2001, 2003), ("complete", revised))
        lists = {**whole, 2005: ("", ""), 2009: ("partial", revised)}
        reported = [("GA 2009", 77, "exact", "at adoption"), ("GA 2005", 85, "exact", "final")]
        table = Measures(made.drawn(picture, lists=lists, claims=reported)).counts()
        assert set(table["asked"]) == {revised}
        same = row(table, "GA 2009")
        assert (same["status"], same["sponsors"], same["shown_text"]) == ("partial", 1, "at least 1")
        assert same["claimed"] is made.pd.NA
        assert row(table, "GA 2005")[["status", "shown_text", "claimed_at"]].tolist() == ["none", "not known", ""]
        # The final list of 2007 is of another stage: it says nothing here, not even of those that it names.
        assert row(table, "GA 2007")[["status", "sponsors", "unknown"]].tolist() == ["none", 0, 2]

    def test_who_is_not_named_on_a_whole_draft_is_known_of_it_and_open_for_the_end(self):
        picture = "2001 2003\nAAA S S\nBBB t n\nCCC ? n"
        drafts = {2001: ("suspected gap", "tabled"), 2003: ("", "")}
        tabled = row(
            Measures(made.drawn(picture.replace(" n", " ?").replace("S S", "S ?"), lists=drafts)).counts(), "GA 2001"
        )
        assert tabled[["status", "sponsors", "unknown", "members"]].tolist() == ["gap", 1, 1, 3]
        final = row(Measures(made.drawn(picture, lists={2001: ("suspected gap", "tabled")})).counts(), "GA 2001")
        assert final[["status", "sponsors", "unknown", "members"]].tolist() == ["none", 0, 3, 3]

    def test_who_withdrew_is_counted_observers_apart(self):
        record = made.drawn(
            PICTURE.replace("OBS S", "OBS n"), lists=LISTS, observers=["OBS"], withdrew=[("CCC", 2001), ("OBS", 2001)]
        )
        table = Measures(record).counts()
        assert row(table, "GA 2001")["withdrew"] == 1
        assert table["withdrew"].sum() == 1

    def test_a_final_number_goes_before_one_at_adoption_and_an_exact_one_before_a_bound(self):
        reported = (
            ("GA 2005", 60, "exact", "at adoption"),
            ("GA 2005", 70, "at least", "final"),
            ("GA 2005", 75, "exact", "final"),
            ("GA 2005", 99, "exact", "at introduction"),
        )
        found = row(drawn(*reported).counts(), "GA 2005")
        assert found[["claimed", "bound", "claimed_at", "shown_text"]].tolist() == [75, "exact", "final", "75"]

    def test_a_reported_number_never_replaces_a_list(self):
        table = drawn(("GA 2001", 99, "exact", "final")).counts()
        assert row(table, "GA 2001")[["shown", "claimed"]].tolist() == [3, 99]

    def test_numbers_before_adoption_are_no_result(self):
        table = drawn(("GA 2005", 57, "exact", "at introduction")).counts()
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
        table = Measures(record).counts()
        assert row(table, resolution)[["status", "shown_text"]].tolist() == [status, text]

    def test_every_text_is_there_once(self, record):
        assert len(Measures(record).counts()) == 38

    def test_all_eight_of_the_commission_as_tabled(self, record):
        """The names counted in the source file, Switzerland among them as an observer to 2001."""
        table = Measures(record).counts()
        part = table[table["body"] == "CHR"]
        rows = made.read(paths.SOURCES / "sponsors.csv")
        names = Counter(line["resolution"] for line in rows if line["resolution"].startswith("CHR"))
        assert dict(zip(part["resolution"], part["shown"], strict=True)) == names
        assert part["observers"].tolist() == [1, 1, 1, 1, 0, 0, 0, 0]
        assert set(part["asked"]) == {"tabled"}

    def test_the_assembly_as_tabled_can_be_read_beside_the_commission(self, record):
        table = Measures(record).counts(Scope.whole(stage="tabled"))
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
        table = Measures(record).counts().set_index("resolution")["withdrew"]
        assert table[table > 0].to_dict() == {"A/RES/68/181": 36}


class TestByGroup:
    def test_shares_of_2019(self, record):
        table = Measures(record).by_group()
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
        only = drawn().by_group().set_index("resolution").loc["GA 2003"]
        assert only[["sponsors", "not_sponsors", "unknown", "members"]].tolist() == [1, 2, 1, 4]
        assert only[["share", "share_low", "share_high"]].tolist() == [0.25, 0.25, 0.5]

    @pytest.mark.parametrize("resolution", ["GA 2005", "GA 2009"])
    def test_no_share_without_a_list_of_the_stage(self, resolution):
        only = drawn().by_group().set_index("resolution").loc[resolution]
        assert math.isnan(only["share"])
        assert (only["share_low"], only["share_high"]) == (0, 1)
        assert only["unknown"] == only["members"] == 4

    def test_a_state_that_was_not_yet_a_member_is_in_no_denominator(self):
        assert drawn().by_group().set_index("resolution").loc["GA 2001", "members"] == 3

    def test_groups_add_up_to_the_counts(self, record):
        measures = Measures(record)
        table = measures.by_group().groupby("resolution")[["sponsors", "unknown", "members"]]
        whole = measures.counts().set_index("resolution")
        for resolution, total in table.sum().iterrows():
            assert total.tolist() == whole.loc[resolution, ["sponsors", "unknown", "members"]].tolist()


GROUPS = [
    {"group_id": group, "group_name": group, "iso3": iso3, "member_from": since, "member_to": until}
    for group, iso3, since, until in (
        ("EU", "AAA", "", ""),
        ("EU", "GBR", "", "2002-06-30"),
        ("EU", "NEW", "2002-07-01", ""),
        ("OIC", "AAA", "", ""),
    )
]
GROUPED = """
        2001 2003
    AAA S    n
    GBR S    S
    NEW n    S
    OUT S    S
    OBS S    S
"""


class TestGroups:
    def drawn(self, grouping: str):
        measures = Measures(made.drawn(GROUPED, observers=["OBS"], group_members=GROUPS))
        return measures.by_group(Scope.whole(grouping=grouping)).set_index(["resolution", "group"])

    def test_by_regional_group_every_member_stands_once_and_observers_nowhere(self):
        assert self.drawn("un_group")["members"].tolist() == [4, 4]

    def test_by_political_group_membership_is_that_of_the_day(self):
        found = self.drawn("political")[["sponsors", "members"]]
        assert dict(zip(found.index, found.itertuples(index=False, name=None), strict=True)) == {
            ("GA 2001", "EU"): (2, 2),
            ("GA 2001", "OIC"): (1, 1),
            ("GA 2003", "EU"): (1, 2),
            ("GA 2003", "OIC"): (0, 1),
        }

    def test_the_european_union_had_28_members_in_2019_and_27_in_2021(self, record):
        table = Measures(record).by_group(Scope.whole(grouping="political"))
        sizes = table[table["group"] == "EU"].set_index("resolution")["members"]
        assert sizes["A/RES/74/146"] == 28
        assert sizes["A/RES/76/174"] == 27
        assert sizes["A/RES/56/163"] == 15


KINDS = {
    ("complete", "final"): "Sn",
    ("suspected gap", "final"): "Sn?",
    ("partial", "final"): "S?",
    ("complete", "tabled"): "St",
    ("partial", "tabled"): "S?",
    ("", ""): "?",
}
"""The lists that a text can have, and the cells that they can make."""


@settings(max_examples=15, deadline=None)
@given(st.data(), st.integers(1, 6))
def test_sponsors_others_and_unknown_always_add_up_to_the_members(data, states):
    kinds = [data.draw(st.sampled_from(list(KINDS))) for _ in range(3)]
    rows = []
    for _ in range(states):
        late = data.draw(st.integers(0, 2))  # the first texts at which it is not yet a Member
        rows.append(["-"] * late + [data.draw(st.sampled_from(KINDS[kind])) for kind in kinds[late:]])
    picture = "2001 2003 2005\n" + "\n".join(f"A{i:02d} {' '.join(row)}" for i, row in enumerate(rows))
    measures = Measures(made.drawn(picture, lists=dict(zip((2001, 2003, 2005), kinds, strict=True))))
    groups = measures.by_group()
    assert (groups["sponsors"] + groups["not_sponsors"] + groups["unknown"] == groups["members"]).all()
    assert (groups["share_low"] <= groups["share_high"]).all()
    whole = measures.counts()
    assert (whole["sponsors"] + whole["unknown"] <= whole["members"]).all()
    # Nothing is said of a text whose list is of another stage or not held.
    assert whole.loc[whole["status"] == "none", "sponsors"].eq(0).all()
