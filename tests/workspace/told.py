"""What the history tells of one State on a shortlist."""

from workspace.history import Change
from workspace.shortlist.shortlist import Entry
from workspace.store import Workspace


def of_entry(workspace: Workspace, entry: Entry) -> list[Change]:
    """Its changes, the newest first; also after it was removed."""
    return [one for one in workspace.history.of_campaign(entry.campaign_id) if one.entry_id == entry.id]
