"""Shortlists: what is saved, what is told, and what the second of two editors is told."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.workspace.told import of_entry
from workspace.errors import AlreadyThere, ConflictError, NotFound, WorkspaceError


@pytest.fixture
def campaign(workspace):
    return workspace.campaigns.create("GA 2026", "GA", 2026)


def test_an_entry_comes_back_as_it_was_saved(workspace, campaign, url):
    added = workspace.shortlist.add(
        campaign.id,
        "ken",
        owner="  Anna ",
        status="contacted",
        date="2026-10-01",
        note="Met\r\nin Geneva ✓",
        next_step="=ring",
    )
    again = type(workspace).open(url, who="Ben")
    (entry,) = again.shortlist.entries(campaign.id)
    again.close()
    assert entry == added
    assert (entry.iso3, entry.owner, entry.status) == ("KEN", "Anna", "contacted")
    assert (entry.date, entry.note, entry.next_step) == (date(2026, 10, 1), "Met\nin Geneva ✓", "=ring")
    assert (entry.version, entry.updated_by) == (1, "Anna")
    assert entry.updated_at.tzinfo is not None


def test_a_state_begins_as_to_contact_and_stands_once_in_each_campaign(workspace, campaign):
    other = workspace.campaigns.create("HRC 2028", "HRC", 2028)
    assert workspace.shortlist.add(campaign.id, "KEN").status == "to contact"
    workspace.shortlist.add(other.id, "KEN")
    with pytest.raises(AlreadyThere, match="KEN is on this shortlist already"):
        workspace.shortlist.add(campaign.id, "KEN")
    assert len(workspace.shortlist.entries(campaign.id)) == len(workspace.shortlist.entries(other.id)) == 1


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"status": "maybe"}, "no status"),
        ({"date": "3/4/2026"}, "no date"),
        ({"phone": "1"}, "no “phone”"),
        ({"note": "x" * 10_001}, "10,001 characters"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_is_saved(workspace, campaign, fields, message):
    with pytest.raises(WorkspaceError, match=message):
        workspace.shortlist.add(campaign.id, "KEN", **fields)
    entry = workspace.shortlist.add(campaign.id, "MLI", note="before")
    with pytest.raises(WorkspaceError, match=message):
        workspace.shortlist.change(entry.id, entry.version, **fields)
    assert workspace.shortlist.entries(campaign.id) == [entry]


@pytest.mark.parametrize("iso3", ["", "KE", "KENYA", "12A"])
def test_what_is_no_code_of_a_state_is_refused(workspace, campaign, iso3):
    with pytest.raises(WorkspaceError, match="no code of a State"):
        workspace.shortlist.add(campaign.id, iso3)


def test_an_unknown_campaign_or_entry_is_said(workspace):
    with pytest.raises(NotFound):
        workspace.shortlist.add(99, "KEN")
    with pytest.raises(NotFound):
        workspace.shortlist.get(99)
    with pytest.raises(NotFound):
        workspace.shortlist.change(99, 1, note="x")


def test_the_second_editor_is_told_what_the_first_saved_and_overwrites_nothing(workspace, campaign):
    entry = workspace.shortlist.add(campaign.id, "KEN", note="call in March")
    ben = workspace.signed("Ben")
    ben.shortlist.change(entry.id, entry.version, status="contacted", note="called")
    with pytest.raises(ConflictError) as conflict:
        workspace.shortlist.change(entry.id, entry.version, status="declined")
    error = conflict.value
    assert error.by == "Ben"
    assert error.subject == "KEN"
    assert error.yours == {"status": "declined"}
    assert (error.theirs["status"], error.theirs["note"], error.theirs["version"]) == ("contacted", "called", 2)
    assert error.changed == {"status": ("to contact", "contacted"), "note": ("call in March", "called")}
    for told in ("Ben", "you wanted “declined”", "saved is “contacted”", "from “call in March” to “called”"):
        assert told in str(error)
    (saved,) = workspace.shortlist.entries(campaign.id)
    assert (saved.status, saved.note, saved.updated_by) == ("contacted", "called", "Ben")
    # Having seen it, Anna may decide: with the version that she now knows.
    assert workspace.shortlist.change(entry.id, error.theirs["version"], status="declined").version == 3


def test_the_conflict_counts_from_the_version_that_was_read(workspace, campaign):
    entry = workspace.shortlist.add(campaign.id, "KEN")
    second = workspace.shortlist.change(entry.id, 1, status="contacted")
    workspace.shortlist.change(entry.id, second.version, status="considering")
    workspace.shortlist.change(entry.id, 3, status="committed")
    with pytest.raises(ConflictError) as conflict:
        workspace.shortlist.change(entry.id, second.version, note="x")
    assert conflict.value.changed == {"status": ("contacted", "committed")}


def test_a_row_removed_by_another_is_a_conflict_not_a_silence(workspace, campaign):
    entry = workspace.shortlist.add(campaign.id, "KEN")
    workspace.signed("Ben").shortlist.remove(entry.id, entry.version)
    with pytest.raises(ConflictError, match="KEN was removed by Ben") as conflict:
        workspace.shortlist.change(entry.id, entry.version, status="contacted")
    assert conflict.value.theirs is None


def test_a_row_changed_by_another_is_not_removed(workspace, campaign):
    entry = workspace.shortlist.add(campaign.id, "KEN")
    workspace.signed("Ben").shortlist.change(entry.id, entry.version, note="promising")
    with pytest.raises(ConflictError, match="Ben"):
        workspace.shortlist.remove(entry.id, entry.version)
    assert workspace.shortlist.get(entry.id).note == "promising"


def test_of_many_at_once_exactly_one_is_saved(workspace, campaign):
    entry = workspace.shortlist.add(campaign.id, "KEN")
    start, saved, told = threading.Barrier(50), [], []

    def edit(number: int) -> None:
        start.wait()
        try:
            workspace.signed(f"P{number}").shortlist.change(entry.id, entry.version, note=f"note {number}")
            saved.append(number)
        except ConflictError as error:
            told.append((number, error.by))

    threads = [threading.Thread(target=edit, args=(number,)) for number in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(saved) == 1
    assert {by for _, by in told} == {f"P{saved[0]}"}
    assert len(told) == 49
    assert workspace.shortlist.get(entry.id).note == f"note {saved[0]}"


def test_history_tells_each_field_newest_first_and_survives_the_row(workspace, campaign):
    entry = workspace.shortlist.add(campaign.id, "KEN", owner="Anna")
    workspace.signed("Ben").shortlist.change(entry.id, 1, status="contacted", owner="Anna")
    workspace.shortlist.remove(entry.id, 2)
    told = [change.sentence for change in of_entry(workspace, entry)]
    assert told == ["Anna removed KEN", "Ben changed KEN: status from “to contact” to “contacted”", "Anna added KEN"]
    removed, _, added = of_entry(workspace, entry)
    assert "owner: Anna" in added.after
    assert "status: contacted" in removed.before
    assert len(workspace.history.of_campaign(campaign.id)) == 4  # and the campaign's creation
    assert len(workspace.history.of_campaign(campaign.id, latest=2)) == 2
    # A number that was used is not used again: the history would be mixed up.
    assert workspace.shortlist.add(campaign.id, "KEN").id > entry.id


def test_saving_what_is_saved_already_changes_nothing(workspace, campaign):
    entry = workspace.shortlist.add(campaign.id, "KEN", note="x")
    assert workspace.shortlist.change(entry.id, entry.version, note="x ") == entry
    assert len(of_entry(workspace, entry)) == 1


@pytest.mark.parametrize("statement", ["UPDATE changes SET subject = 'X'", "DELETE FROM changes"])
def test_the_database_itself_refuses_to_rewrite_history(workspace, campaign, statement):
    workspace.shortlist.add(campaign.id, "KEN")
    before = workspace.history.of_campaign(campaign.id)
    with pytest.raises(DBAPIError, match="append only"), workspace._database.write() as connection:
        connection.execute(text(statement))
    assert workspace.history.of_campaign(campaign.id) == before


def test_text_that_postgresql_or_a_spreadsheet_cannot_keep_is_made_keepable(workspace, campaign):
    entry = workspace.shortlist.add(campaign.id, "KEN", note="a\x00b\x0bc\ud800d\u2028e", next_step="  \t ")
    assert entry.note == "ab\ncd\ne"
    assert entry.next_step == ""
