"""A projected list is a sum over named States: nobody twice, nobody opposed suggested."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.coalition.coalition import Best, best, compare, project, standing
from analytics.coalition.suggestions import at_least, candidates, fewest_calls, regional_best
from analytics.coalition.words import condition
from analytics.scope import UN_GROUPS
from analytics.targets.facts import leads
from analytics.targets.targets import prospects
from tests import made

AFRICA, ASIA, EAST, LATIN, WEST = UN_GROUPS


def states(text: str) -> pd.DataFrame:
    """Standing drawn: "AAA certain African; …" with the first word of the group."""
    rows = []
    for part in text.split(";"):
        iso3, place, group = part.split()
        full = next(name for name in UN_GROUPS if name.startswith(group))
        head = {"iso3": iso3, "short_name": iso3, "un_group": full, "status": "member"}
        rows.append({**head, "standing": place, "confirmed": True})
    return pd.DataFrame(rows)


MADE = states(
    "AAA certain African; BBB expected African; CCC open African; DDD open African; EEE certain Eastern; "
    "FFF open Eastern; GGG open Latin"
)
REACHED = Best(4, "GA 2001", 2001, "list", 7, {AFRICA: 3, ASIA: 0, EAST: 2, LATIN: 1, WEST: 0}, 2001, 2001)
ASKABLE = pd.DataFrame({"iso3": ["CCC", "FFF", "DDD", "GGG"], "un_group": [AFRICA, EAST, AFRICA, LATIN]})


def test_a_projection_by_hand():
    found = project(MADE, ["CCC", "FFF", "AAA", "BBB", "CCC"], REACHED)
    assert found.certain == ("AAA", "EEE")
    assert found.expected == ("BBB",)
    assert found.asked == ("CCC", "FFF")
    assert (found.total, found.over_record, found.over_majority) == (5, 1, 1)
    africa = found.by_group.set_index("un_group").loc[AFRICA]
    assert africa[["certain", "expected", "asked", "total", "members", "best", "over_best"]].tolist() == [
        1,
        1,
        1,
        3,
        4,
        3,
        0,
    ]
    assert africa["share"] == 0.75
    assert found.sentence == (
        "2 core sponsors + 1 more that sponsored the latest text on which their record is known + 2 asked, if all "
        "agree = 5 sponsors: 1 over the record of 4 (on the list of GA 2001, 2001), 1 over a majority of 4 of the 7 "
        "Member States."
    )


def test_the_expected_may_be_left_out():
    found = project(MADE, ["BBB"], REACHED, keep=False)
    assert found.expected == ()
    assert found.asked == ("BBB",)
    assert found.total == 3


def test_who_may_not_sponsor_cannot_be_asked():
    with pytest.raises(ValueError, match="may not sponsor: VAT"):
        project(MADE, ["VAT"], REACHED)


CODES = [f"{a}{b}X" for a in "ABCDE" for b in "ABCDE"]
standings = st.lists(
    st.tuples(
        st.sampled_from(("lead", "named", "certain", "expected", "open")), st.sampled_from(UN_GROUPS), st.booleans()
    ),
    min_size=1,
    max_size=len(CODES),
).map(
    lambda rows: pd.DataFrame(
        [
            {
                "iso3": code,
                "short_name": code,
                "un_group": group,
                "status": "member",
                "standing": place,
                "confirmed": sure,
            }
            for code, (place, group, sure) in zip(CODES, rows, strict=False)
        ]
    )
)


@given(standings, st.data(), st.booleans())
def test_nobody_is_counted_twice_and_nobody_is_lost(table, data, keep):
    picked = data.draw(st.lists(st.sampled_from(list(table["iso3"])), max_size=12))
    found = project(table, picked, REACHED, keep)
    parts = [{*found.lead, *found.named, *found.certain}, set(found.expected), set(found.asked)]
    assert sum(map(len, parts)) == len(found.states) == found.total
    assert set(picked) <= found.states
    assert set(found.unconfirmed) <= parts[0] | parts[1]
    base = {"lead", "named", "certain", *(["expected"] if keep else [])}
    assert found.states == set(picked) | set(table.loc[table["standing"].isin(base), "iso3"])
    assert found.by_group["total"].sum() == found.total
    assert found.by_group["members"].sum() == len(table)
    assert found.over_majority == found.total - REACHED.majority


@given(standings, st.data())
def test_asking_one_more_never_makes_the_list_shorter(table, data):
    codes = list(table["iso3"])
    picked = set(data.draw(st.lists(st.sampled_from(codes), max_size=6)))
    one_more = picked | {data.draw(st.sampled_from(codes))}
    first, second = project(table, picked, REACHED), project(table, one_more, REACHED)
    assert first.states <= second.states
    assert second.total - first.total in (0, 1)
    found, more = compare(first, second)
    assert more["only_one"] == []
    assert len(more["only_other"]) == second.total - first.total
    assert found.iloc[-1][["one", "other", "difference"]].tolist() == [
        first.total,
        second.total,
        second.total - first.total,
    ]
    assert found["difference"][:-1].sum() == found["difference"].iloc[-1]


def test_two_scenarios_side_by_side():
    found, more = compare(project(MADE, ["CCC"], REACHED), project(MADE, ["FFF", "GGG"], REACHED))
    assert found.set_index("un_group").loc[AFRICA, "difference"] == -1
    assert more["only_one"] == ["CCC"]
    assert more["only_other"] == ["FFF", "GGG"]
    assert more["sentence"] == (
        "The second list has 5 sponsors, the first 4: −1 African, +1 Eastern European, +1 Latin America & Caribbean; "
        "it asks 2 States, 1 more than the first."
    )
    same = project(MADE, ["CCC"], REACHED)
    assert compare(same, same)[1]["sentence"].endswith("it asks 1 State, as many as the first.")


def test_fewest_calls():
    assert fewest_calls(ASKABLE, 3, 5).picked == ("CCC", "FFF")
    assert fewest_calls(ASKABLE, 3, 3).picked == ()
    assert fewest_calls(ASKABLE, 9, 3).picked == ()
    short = fewest_calls(ASKABLE, 3, 10)
    assert short.picked == tuple(ASKABLE["iso3"])
    assert short.missing == {"All": 3}
    assert "Not reached" in short.rule


def test_every_group_back_to_its_best():
    found = regional_best(ASKABLE, MADE, REACHED)
    assert found.picked == ("CCC", "FFF", "GGG")
    assert found.missing == {}
    assert regional_best(ASKABLE, MADE, REACHED, keep=False).picked == ("CCC", "FFF", "DDD", "GGG")


def test_at_least_so_many_from_each_group():
    found = at_least(ASKABLE, MADE, 2)
    assert found.picked == ("FFF", "GGG")
    assert found.missing == {ASIA: 2, LATIN: 1, WEST: 2}
    assert "2 Asia-Pacific" in found.rule
    with pytest.raises(ValueError, match="cannot be asked for"):
        at_least(ASKABLE, MADE, -1)


@given(st.integers(0, 12), st.integers(0, 30))
def test_a_suggestion_reaches_its_goal_or_says_what_is_short(base, goal):
    found = fewest_calls(ASKABLE, base, goal)
    assert len(set(found.picked)) == len(found.picked)
    assert set(found.picked) <= set(ASKABLE["iso3"])
    assert base + len(found.picked) + sum(found.missing.values()) == max(base, goal)


def test_standing_drawn():
    picture = "2001 2003 2005 2007\nAAA S S S S\nBBB n n S S\nCCC S S n n\nDDD S S S ?\nEEE ? ? ? ?\nVAT S S S S"
    table = standing(made.drawn(picture, observers=["VAT"]), "GA").set_index("iso3")
    assert table["standing"].to_dict() == {
        "AAA": "certain",
        "BBB": "expected",
        "CCC": "open",
        "DDD": "certain",
        "EEE": "open",
    }
    assert table["confirmed"].to_dict() == {"AAA": True, "BBB": True, "CCC": True, "DDD": False, "EEE": False}


def test_who_leads_is_counted_and_never_asked():
    table = standing(made.drawn("2001 2003 2005\nAAA S S S\nBBB S S S\nCCC n n n"), "GA", leads=["AAA"])
    found = project(table, ["AAA", "CCC"], REACHED)
    assert (found.lead, found.certain, found.asked) == (("AAA",), ("BBB",), ("CCC",))
    assert found.sentence.startswith("1 that leads the text + 1 core sponsor + 1 asked, if all agree = 3 sponsors: ")
    assert found.by_group["total"].sum() == found.total == 3


def test_who_is_named_on_the_draft_is_counted_once_and_never_asked():
    """AAA leads; BBB to DDD are named: a core sponsor, one that left and one not known. CCC is picked too."""
    picture = "2001 2003 2005\nAAA S S S\nBBB S S S\nCCC S S n\nDDD ? ? ?\nEEE S S S\nFFF n n n\nPSE n n n"
    record = made.drawn(picture, observers=["PSE"])
    table = standing(record, "GA", leads=["AAA"], named=["AAA", "BBB", "CCC", "DDD", "PSE"])
    assert dict(zip(table["iso3"], table["standing"], strict=True)) == {
        "AAA": "lead",
        "BBB": "named",
        "CCC": "named",
        "DDD": "named",
        "EEE": "certain",
        "FFF": "open",
        "PSE": "named",
    }
    found = project(table, ["CCC", "FFF", "PSE"], REACHED)
    assert (found.lead, found.named, found.certain) == (("AAA",), ("BBB", "CCC", "DDD"), ("EEE",))
    assert (found.asked, found.observers, found.named_observers) == (("FFF",), (), ("PSE",))
    assert found.total == found.by_group["total"].sum() == 6
    assert "DDD" not in found.unconfirmed, "its name on the draft is known"
    assert found.sentence.startswith(
        "1 that leads the text + 3 more named on the draft + 1 more core sponsor + 1 asked, if all agree = 6 sponsors: "
    )
    assert found.sentence.endswith("Beside them: Pse, outside the Member States.")
    assert condition(found) == (
        "if the State that is asked agrees, and those named on the draft and those of the latest text known (2001) stay"
    )
    gone = standing(record, "GA", named=["BBB"], gone=["EEE"]).set_index("iso3")["standing"]
    assert (gone["EEE"], gone["AAA"]) == ("open", "certain"), "who took its name back is not counted on"
    assert condition(project(table, [], REACHED, keep=False)) == (
        "if those named on the draft and the core sponsors of the latest text known (2001) stay"
    )


def test_observers_stand_beside_the_members():
    picture = "2001 2003 2025\nAAA S S S\nPSE n n n\nVAT S S S"
    table = standing(made.drawn(picture, observers=["PSE", "VAT"]), "GA")
    assert set(table["iso3"]) == {"AAA", "PSE"}, "in the Assembly the Holy See may not sponsor"
    found = project(table, ["PSE"], REACHED)
    assert (found.total, found.asked, found.observers) == (1, (), ("PSE",))
    assert found.sentence.endswith("Beside them: Pse, outside the Member States.")
    assert condition(found) == "if the State that is asked agrees, and those of the latest text known (2001) stay"
    council = standing(made.drawn(picture, body="HRC", observers=["PSE", "VAT"]), "HRC")
    assert project(council, ["VAT", "PSE"], REACHED).observers == ("PSE", "VAT")


@pytest.mark.parametrize(
    ("picked", "keep", "said"),
    [
        ([], True, "if those of the latest text known (2001) stay"),
        ([], False, "if only the core sponsors of the latest text known (2001) stay"),
        (["CCC"], True, "if the State that is asked agrees, and those of the latest text known (2001) stay"),
        (
            ["CCC", "FFF"],
            False,
            "if the 2 States that are asked agree, and only the core sponsors of the latest text known (2001) stay",
        ),
        (["AAA"], True, "if those of the latest text known (2001) stay"),  # asked, but counted already
    ],
)
def test_what_has_to_happen(picked, keep, said):
    assert condition(project(MADE, picked, REACHED, keep)) == said
    untold = MADE.assign(confirmed=MADE["iso3"] != "EEE")
    assert condition(project(untold, picked, REACHED, keep)) == said.replace("(2001)", "(2001, for 1 an earlier one)")


def test_the_coalition_of_2026(record):
    reached, base = best(record, "GA"), standing(record, "GA", leads(record, "GA"))
    assert (reached.record, reached.resolution, reached.known_from) == (85, "A/RES/76/174", "reported")
    assert reached.majority == 97
    assert reached.by_group[WEST] == 29
    found = project(base, [], reached)
    assert found.lead == ("NOR",)
    assert len(found.certain) == 58
    assert set(found.unconfirmed) == {"AFG", "AND", "AUS", "AUT", "BEL", "BIH", "BRA"}
    table = prospects(record, "GA", 2026)
    askable = candidates(table, base)
    opposed = set(table.loc[table["category"] == "opposed", "iso3"])
    assert not set(askable["iso3"]) & (opposed | found.states)
    reach = fewest_calls(askable, found.total, reached.majority)
    assert project(base, reach.picked, reached).total == 97
    assert set(reach.picked) >= {"MLI", "ZAF", "COD", "HTI"}
    again = project(base, regional_best(askable, base, reached).picked, reached)
    assert (again.by_group["over_best"] >= 0).sum() >= 3
    twelve = at_least(askable, base, 12)
    assert twelve.missing == {}
    assert (project(base, twelve.picked, reached).by_group["total"] >= 12).all()


def test_candidates_begin_with_those_who_only_need_to_be_kept(record):
    table = prospects(record, "GA", 2026)
    askable = candidates(table, standing(record, "GA"), keep=False)
    first = table.set_index("iso3").loc[askable["iso3"].head(20), "category"]
    assert set(first) == {"confirm", "keep"}


def test_a_count_that_was_only_reported_can_be_the_record():
    drawn = {"lists": {2003: ("", "")}, "coverage": {2003: "count only"}}
    assert best(made.drawn("2001 2003\nAAA S ?\nBBB n ?", **drawn), "GA").record == 1
    reached = best(made.drawn("2001 2003\nAAA S ?\nBBB n ?", **drawn, claims=[("GA 2003", 2, "exact", "final")]), "GA")
    assert (reached.record, reached.year, reached.known_from, reached.majority) == (2, 2003, "reported", 2)
    with pytest.raises(ValueError, match="no list and no count"):
        best(made.drawn("2003\nAAA ?\nBBB ?", **drawn), "GA")
