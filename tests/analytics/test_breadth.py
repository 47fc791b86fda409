"""How cross-regional support is, and how far each group stands from its own best."""

from __future__ import annotations

import math

from analytics.measures import Measures
from tests import made

A, E = "African Group", "Eastern European Group"
PICTURE = """
        2001 2003 2005 2007
    AAA S    S    ?    S
    BBB S    n    ?    ?
    CCC S    S    ?    n
    EEE S    n    ?    n
    FFF n    n    ?    n
"""
# Of the list of 2001 a part is held, of 2007 the draft: who is not named on them may have sponsored in the end.
PARTIAL = """
        2001 2003 2005 2007
    AAA S    S    ?    S
    BBB S    n    ?    t
    CCC S    S    ?    t
    EEE S    n    ?    t
    FFF ?    n    ?    t
"""
GROUPS = {"EEE": E, "FFF": E}
LISTS = {2005: ("", ""), 2007: ("suspected gap", "final")}


def groups(picture=PICTURE, lists=LISTS):
    return Measures(made.drawn(picture, lists=lists, groups=GROUPS))


def test_groups_present_and_the_share_outside_the_largest():
    table = groups().breadth().set_index("resolution")
    first = table.loc["GA 2001"]
    assert first["groups"] == (A, E)
    assert (first["groups_present"], first["largest_group"], first["largest"]) == (2, A, 3)
    assert first["outside_largest"] == 0.25
    assert table.loc["GA 2003", "outside_largest"] == 0
    assert table.loc["GA 2003", "groups_present"] == 1


def test_nothing_is_said_where_no_list_is_held():
    nothing = groups().breadth().set_index("resolution").loc["GA 2005"]
    assert (nothing["sponsors"], nothing["groups"], nothing["largest_group"]) == (0, (), "")
    assert math.isnan(nothing["outside_largest"])


def test_a_partial_list_gives_no_share():
    part = groups(PARTIAL, {2001: ("partial", "final"), 2007: ("complete", "tabled")}).breadth()
    assert math.isnan(part.set_index("resolution").loc["GA 2001", "outside_largest"])


def test_from_best_holds_the_latest_against_the_best_and_skips_what_is_not_held():
    table = groups().from_best().set_index("group")
    africa = table.loc[A]
    assert africa[["latest", "latest_sponsors", "latest_unknown", "latest_status"]].tolist() == ["GA 2007", 1, 1, "gap"]
    assert africa[["best", "best_sponsors", "short_by"]].tolist() == ["GA 2001", 3, 2]
    assert table.loc[E, "short_by"] == 1
    assert africa[["texts", "first_year", "gaps", "latest_of_all"]].tolist() == [3, 2001, (2005,), True]


def test_the_best_says_of_which_texts_nothing_can_be_said_and_whether_the_latest_is_the_latest_of_all():
    lists = {2001: ("partial", "final"), 2005: ("", ""), 2007: ("complete", "tabled")}
    table = groups(PARTIAL, lists).from_best()
    for row in table.itertuples():
        assert (row.latest, row.latest_of_all, row.texts, row.first_year) == ("GA 2003", False, 1, 2003)
        assert row.gaps == (2001, 2005, 2007)


def test_of_two_equal_bests_the_later_one_is_named():
    picture = """
            2001 2003 2005
        AAA S    S    n
    """
    assert groups(picture, {}).from_best()["best"].tolist() == ["GA 2003"]


def test_no_row_where_no_list_can_be_compared():
    picture = """
            2001
        AAA ?
    """
    assert groups(picture, {2001: ("", "")}).from_best().empty


def test_on_the_record(record):
    table = Measures(record).breadth().set_index("resolution")
    text = table.loc["A/RES/74/146"]
    assert (text["groups_present"], text["largest_group"]) == (5, "Western European and Others Group")
    assert text["outside_largest"] == (84 - 27) / 84
    assert math.isnan(table.loc["A/RES/76/174", "outside_largest"])
    best = Measures(record).from_best().set_index(["body", "group"])
    africa = best.loc[("GA", "African Group")]
    assert (africa["best"], africa["best_sponsors"], africa["latest"]) == ("A/RES/56/163", 13, "A/RES/78/216")
    assert africa[["texts", "first_year", "gaps", "latest_of_all"]].tolist() == [15, 1998, (2011, 2021), True]
    # The Commission stands at its own stage, the Council's latest whole list is older than its latest text.
    tabled = best.loc[("CHR", "African Group")]
    assert tabled[["asked", "best", "best_sponsors", "latest", "latest_sponsors", "gaps"]].tolist() == [
        "tabled",
        "CHR 2001/64",
        11,
        "CHR 2005/67",
        7,
        (),
    ]
    council = best.loc[("HRC", "African Group")]
    assert council[["latest", "latest_of_all", "texts", "first_year"]].tolist() == ["A/HRC/RES/40/11", False, 3, 2013]
    assert council["gaps"] == (2008, 2010, 2011, 2014, 2017, 2020, 2022, 2023, 2025, 2026)
    assert set(best.loc["GA", "asked"]) == set(best.loc["HRC", "asked"]) == {"final"}
