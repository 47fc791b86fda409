"""The pictures of what is to come: heads that tell whom they do not know, and who leads or may not sponsor."""

from __future__ import annotations

import pytest

from analytics.coalition import Best, project, standing
from analytics.grid import cells
from analytics.ladder import ladder
from analytics.prospects import prospects
from analytics.scope import UN_GROUPS
from charts.coalition import coalition_painting
from charts.targets import target_painting
from tests import made

AFRICA = UN_GROUPS[0]
REACHED = Best(3, "GA 2001", 2001, "list", 5, dict.fromkeys(UN_GROUPS, 0), 2007, 2007)


@pytest.fixture(scope="module")
def targets(record):
    grid = cells(record)
    return grid, target_painting(prospects(record, grid, "GA", 2026), ladder(grid, "GA"), "GA", 2026, "Title")


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
    grid = made.cells(picture, lists={2007: ("suspected gap", "final")})
    table = standing(grid, "GA", leads=["AAA"])
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
