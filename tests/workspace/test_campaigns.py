"""Several campaigns side by side."""

from __future__ import annotations

import pytest

from workspace.errors import AlreadyThere, ConflictError, NotFound, WorkspaceError


def test_campaigns_are_listed_by_year_then_name(workspace):
    for name, body, year in (("beta", "HRC", 2028), ("Alpha", "HRC", 2028), ("Zeta", "GA", 2026)):
        workspace.campaigns.create(name, body, year)
    assert [campaign.name for campaign in workspace.campaigns.all()] == ["Zeta", "Alpha", "beta"]
    assert workspace.campaigns.named("ALPHA").body == "HRC"
    with pytest.raises(NotFound, match="no campaign called “Eta”"):
        workspace.campaigns.named("Eta")


def test_a_name_is_taken_whatever_its_capitals(workspace):
    workspace.campaigns.create("GA 2026", "GA", 2026)
    other = workspace.campaigns.create("Other", "GA", 2026)
    with pytest.raises(AlreadyThere, match="ga 2026"):
        workspace.campaigns.create(" ga  2026", "GA", 2026)
    with pytest.raises(AlreadyThere):
        workspace.campaigns.change(other.id, other.version, name="GA 2026")
    assert len(workspace.campaigns.all()) == 2


def test_a_campaign_is_put_away_and_comes_back_with_its_shortlist(workspace):
    campaign = workspace.campaigns.create("GA 2026", "GA", 2026)
    workspace.shortlist.add(campaign.id, "KEN")
    away = workspace.campaigns.change(campaign.id, campaign.version, archived=True)
    assert workspace.campaigns.all() == []
    assert workspace.campaigns.all(archived=True) == [away]
    workspace.campaigns.change(away.id, away.version, archived=False)
    assert [entry.iso3 for entry in workspace.shortlist.entries(campaign.id)] == ["KEN"]


def test_a_second_editor_of_a_campaign_is_told(workspace):
    campaign = workspace.campaigns.create("GA 2026", "GA", 2026)
    workspace.signed("Ben").campaigns.change(campaign.id, 1, aim="100 sponsors")
    with pytest.raises(ConflictError, match="GA 2026 was changed by Ben"):
        workspace.campaigns.change(campaign.id, 1, aim="97 sponsors")
    assert workspace.campaigns.get(campaign.id).aim == "100 sponsors"
    told = workspace.history.of_campaign(campaign.id)[0].sentence
    assert told == "Ben changed GA 2026: aim from empty to “100 sponsors”"


@pytest.mark.parametrize(
    "values", [("", "GA", 2026), ("x", "UNGA", 2026), ("x", "GA", "soon"), ("x", "GA", 1900), ("x" * 201, "GA", 2026)]
)
def test_a_campaign_that_cannot_be_is_refused(workspace, values):
    with pytest.raises(WorkspaceError):
        workspace.campaigns.create(*values)
    assert workspace.campaigns.all() == []
