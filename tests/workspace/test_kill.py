"""A dashboard that is killed while it writes loses nothing that it had called saved."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest
from sqlalchemy import text

from files.paths import ROOT
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
def test_a_kill_at_any_moment_leaves_a_whole_workspace(url, kill_after):
    writer = subprocess.Popen([sys.executable, "-c", WRITER, url], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    promised = [writer.stdout.readline().strip() for _ in range(kill_after)]
    writer.send_signal(signal.SIGKILL)
    promised += [line.strip() for line in writer.stdout.read().splitlines() if len(line.strip()) == 3]
    assert writer.wait() == -signal.SIGKILL

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
