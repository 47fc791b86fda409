"""The pictures of what is to come: heads that tell whom they do not know, and who leads or may not sponsor."""

from __future__ import annotations

import pytest

from analytics.coalition.coalition import Best, project, standing
from analytics.measures import Measures
from analytics.scope import UN_GROUPS
from analytics.targets.targets import prospects
from analytics.texts.drafts import named_on_drafts
from analytics.texts.texts import Headline
from charts import catalog
from charts.kinds.states.coalition import coalition_painting
from charts.kinds.states.targets import Ahead, answered, target_painting
from tests import made
from tests.drafted import DRAFT

AFRICA = UN_GROUPS[0]
REACHED = Best(3, "GA 2001", 2001, "list", 5, dict.fromkeys(UN_GROUPS, 0), 2007, 2007)


@pytest.fixture(scope="module")
def targets(record):
    grid = Measures(record).cells()
    return grid, target_painting(
        prospects(record, "GA", 2026), Measures(record).ladder("GA"), Ahead("GA", 2026, "Title")
    )


@pytest.mark.parametrize("group", UN_GROUPS)
def test_a_head_of_targets_counts_the_latest_list_and_whom_it_does_not_tell_of(targets, group):
    grid, painting = targets
    mine = grid[(grid["resolution"] == "A/RES/78/216") & (grid["un_group"] == group)]["value"].value_counts()
    dark = f", {mine['unknown']} not known" if mine.get("unknown") else ""
    assert painting.head(group) == f"{mine['sponsor']} of {mine.sum()} in 2023{dark}"


def test_who_leads_and_who_may_not_sponsor_are_drawn_apart(targets):
    _, painting = targets
    look = dict(zip(painting.states["iso3"], painting.states["look"], strict=True))
    assert (look["NOR"], look["VAT"], look["CHN"], look["FRA"]) == ("lead", "may not", "opposed", "sure")
    assert look["PSE"] != "may not"
    assert look["KEN"] != "opposed"
    assert set(look.values()) <= set(painting.looks)


def test_a_head_of_a_coalition_tells_whose_latest_is_not_known():
    picture = "2001 2003 2005 2007\nAAA S S S S\nBBB S S S ?\nCCC n S S S\nDDD n n n n\nEEE S S n n"
    record = made.drawn(picture, lists={2007: ("suspected gap", "final")})
    table = standing(record, "GA", leads=["AAA"])
    painting = coalition_painting(project(table, ["DDD"], REACHED), table, "GA")
    look = dict(zip(painting.states["iso3"], painting.states["look"], strict=True))
    assert look == {"AAA": "lead", "BBB": "unconfirmed", "CCC": "expected", "DDD": "asked", "EEE": "open"}
    assert painting.head(AFRICA) == "3 of 5, 1 not known"
    assert painting.title == (
        "4 sponsors if the State that is asked agrees, and those of the latest text known (2007, for 1 an earlier one) "
        "stay"
    )
    kept = coalition_painting(project(table, [], REACHED, keep=False), table, "GA")
    assert kept.title == (
        "2 sponsors if only the core sponsors of the latest text known (2007, for 1 an earlier one) stay"
    )


def test_those_named_on_a_draft_stand_apart_in_picture_and_heads(with_draft, record):
    """Beside the count of the latest list, which a draft does not move; the lead is counted among the named too."""
    grid, table = Measures(record).cells(), prospects(with_draft.record, "GA", 2026)
    painting = target_painting(table, Measures(record).ladder("GA"), Ahead("GA", 2026, "Title", DRAFT))
    look = dict(zip(painting.states["iso3"], painting.states["look"], strict=True))
    assert {iso3: look[iso3] for iso3 in ("NOR", "KEN", "LBR", "AUT", "PSE", "FRA", "CHN")} == {
        "NOR": "lead",
        "KEN": "signed",
        "LBR": "signed",
        "AUT": "signed",
        "PSE": "signed",
        "FRA": "awaited",
        "CHN": "opposed",
    }
    assert not {"sure", "keep"} & set(look.values())
    named = named_on_drafts(with_draft.record, "GA", 2026)
    for group in UN_GROUPS:
        mine = record.states[record.states["un_group"] == group]["iso3"]
        value = grid[(grid["resolution"] == "A/RES/78/216") & grid["iso3"].isin(mine)]["value"].value_counts()
        dark = f", {value['unknown']} not known" if value.get("unknown") else ""
        head = f"{value['sponsor']} of {len(mine)} in 2023{dark}, {sum(i in named for i in mine)} on the draft"
        assert painting.head(group) == head
    assert painting.subtitle.endswith(f"39 States and 1 observer named so far on {DRAFT}")
    headline = Headline("2 States left.", ("LBR", "MLI"))
    assert answered(headline, table, DRAFT) == (
        f"2 States left. 39 States and 1 observer are named so far on {DRAFT}; of those who had sponsored: Liberia."
    )
    assert answered(headline, table, "") == "2 States left."


def test_a_coalition_draws_the_named_apart(with_draft):
    record = with_draft.record
    table = standing(record, "GA", ["NOR"], named=named_on_drafts(record, "GA", 2026))
    painting = coalition_painting(project(table, ["MLI"], REACHED), table, "GA")
    look = dict(zip(painting.states["iso3"], painting.states["look"], strict=True))
    assert (look["NOR"], look["KEN"], look["PSE"], look["MLI"], look["FRA"]) == (
        "lead",
        "named",
        "named",
        "asked",
        "certain",
    )


def test_the_source_line_names_the_draft(with_draft):
    for name in ("assembly-targets", "assembly-coalition"):
        assert f"names on a draft: {DRAFT};" in catalog.build(name, with_draft.record).source
        assert "draft: " not in catalog.build(name, with_draft.record, body="HRC", year=2029).source
