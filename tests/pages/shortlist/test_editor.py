"""The table of a shortlist: several rows are saved at once, and who was faster in one of them is told."""

from __future__ import annotations

from typing import Any

import pytest

from pages.shared.campaign import workspace as desk
from pages.shortlist import editor
from workspace.store import Workspace


@pytest.fixture
def saved(desk_of_own: Workspace, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the table would say after a change, without a page around it."""
    told: dict[str, Any] = {"meanwhile": []}
    monkeypatch.setattr(editor.meanwhile, "tell", told["meanwhile"].append)
    monkeypatch.setattr(desk, "to_change", lambda key: desk_of_own)
    monkeypatch.setattr(editor, "_tell", lambda campaign, done, problems=(): told.update(done=done, problems=problems))
    return told


def test_rows_are_saved_together_and_a_conflict_in_one_stops_no_other(desk_of_own, saved):
    campaign = desk_of_own.campaigns.create("Autumn", "GA", 2026)
    kenya, mali, benin = (desk_of_own.shortlist.add(campaign.id, iso3) for iso3 in ("KEN", "MLI", "BEN"))
    desk_of_own.signed("Bo").shortlist.change(mali.id, mali.version, status="declined")
    edits = {
        kenya: {"owner": "Ana", "status": "contacted"},
        mali: {"status": "committed"},
        benin: {"note": "x" * 99_999},
    }
    editor._save(campaign, edits, {"KEN": "Kenya", "MLI": "Mali", "BEN": "Benin"})
    assert saved["done"] == "Saved: Kenya."
    assert [problem.partition(" ")[0] for problem in saved["problems"]] == ["Benin:"]
    (mali_said,) = saved["meanwhile"]
    assert mali_said.startswith("Mali was changed by Bo")
    assert "Status: you wanted “committed”, saved is “declined”." in mali_said
    held = {entry.iso3: entry for entry in desk_of_own.shortlist.entries(campaign.id)}
    assert (held["KEN"].owner, held["KEN"].status, held["MLI"].status) == ("Ana", "contacted", "declined")


def test_what_was_typed_for_a_state_that_is_gone_is_told(desk_of_own, saved):
    campaign = desk_of_own.campaigns.create("Autumn", "GA", 2026)
    kenya = desk_of_own.shortlist.add(campaign.id, "KEN")
    desk_of_own.signed("Bo").shortlist.remove(kenya.id, kenya.version)
    editor._save(campaign, {kenya: {"note": "Ring the desk officer", "owner": ""}}, {"KEN": "Kenya"})
    (told,) = saved["meanwhile"]
    assert told.startswith("Kenya was removed by Bo")
    assert told.endswith("Nothing was saved. Note: you wanted “Ring the desk officer”.")


def test_what_is_typed_becomes_fields_and_a_tick_is_none():
    typed = {"Tick": True, "Who calls": "Ana", "Date": "2026-12-01", "Next step": None, "Why": "no"}
    assert editor._fields(typed) == {"owner": "Ana", "date": "2026-12-01", "next_step": ""}


def test_who_is_taken_off_can_be_brought_back_as_it_was(desk_of_own, saved, monkeypatch):
    state: dict[str, Any] = {}
    monkeypatch.setattr(editor.st, "session_state", state)
    campaign = desk_of_own.campaigns.create("Autumn", "GA", 2026)
    entry = desk_of_own.shortlist.add(campaign.id, "KEN", owner="Ana", status="considering", next_step="Ring")
    editor.take_off(campaign, [entry], {"KEN": "Kenya"})
    assert desk_of_own.shortlist.entries(campaign.id) == []
    editor._bring_back(campaign)
    (back,) = desk_of_own.shortlist.entries(campaign.id)
    assert (back.owner, back.status, back.next_step) == ("Ana", "considering", "Ring")
    assert not state[f"off-{campaign.id}"]
