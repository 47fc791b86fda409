"""A dashboard that is killed while it writes loses nothing that it had called saved."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest
from sqlalchemy import text

from files.paths import ROOT
from tests.browser.server import started
from tests.workspace.told import of_entry
from workspace.store import Workspace

WRITER = """
import itertools, string, sys
from workspace.store import Workspace
workspace = Workspace.open(sys.argv[1], who="writer")
campaign = workspace.campaigns.create("Kill", "GA", 2026)
for letters in itertools.product(string.ascii_uppercase, repeat=3):
    entry = workspace.shortlist.add(campaign.id, "".join(letters), note="first")
    entry = workspace.shortlist.change(entry.id, entry.version, note="second", owner="w" * 100)
    print(entry.iso3, flush=True)
"""


@pytest.mark.parametrize("kill_after", [1, 7, 23])
def test_a_kill_at_any_moment_leaves_a_whole_workspace(url, kill_after, tmp_path):
    said = tmp_path / "said"
    writer = started(ROOT, said, dict(os.environ), [sys.executable, "-c", WRITER, url])
    while not said.exists() or said.read_text().count("\n") < kill_after:
        assert writer.poll() is None, said.read_text()
        time.sleep(0.001)
    writer.kill()
    assert writer.wait() == -signal.SIGKILL
    promised = [line for line in said.read_text().splitlines() if len(line) == 3]

    workspace = Workspace.open(url, who="after")
    campaign = workspace.campaigns.named("Kill")
    entries = {entry.iso3: entry for entry in workspace.shortlist.entries(campaign.id)}
    assert len(promised) >= kill_after
    for iso3 in promised:
        assert (entries[iso3].note, entries[iso3].version) == ("second", 2)
    # At most one more: the one that was being saved. And no row without its history, no history without its row.
    assert len(entries) <= len(promised) + 1
    for entry in entries.values():
        told = [change.field for change in of_entry(workspace, entry)]
        assert sorted(told) == (["", "note", "owner"] if entry.version == 2 else [""])
    if url.startswith("sqlite"):
        with workspace._database.read() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    assert workspace.shortlist.add(campaign.id, "ZZZ").version == 1
    workspace.close()
