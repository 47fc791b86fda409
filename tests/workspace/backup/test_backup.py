"""A backup holds everything and comes back whole, into a new folder, a server, a newer version, or not at all."""

from __future__ import annotations

import functools
import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from files.paths import ROOT
from workspace import __main__ as command
from workspace.backup import backup as kept
from workspace.backup import transfer
from workspace.database.database import Database, where
from workspace.database.migrations import LATEST, STEPS
from workspace.errors import WorkspaceError
from workspace.store import Workspace

FILES = {
    "imports/20260101T000000-0123abcd.json": b'{"format": 1}\n',
    "undone/20260102T000000-0123abcd.json": b'{"format": 1, "undone": true}\n',
    "documents/abc.pdf": bytes(range(256)) * 400,
    "documents/C\u00f4te d\u2019Ivoire.txt": "C\u00f4te d\u2019Ivoire".encode(),
}


def fill(folder: Path, url: str) -> None:
    """A folder with FILES, and a workspace with rows in every table."""
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    workspace = Workspace.open(url, who="Anna")
    campaign = workspace.campaigns.create("GA 2026", "GA", 2026)
    entry = workspace.shortlist.add(campaign.id, "KEN", note="Ring the mission; ask for the counsellor")
    workspace.shortlist.change(entry.id, entry.version, status="contacted")
    workspace.scenarios.create("Wide", "GA", 2026, ["KEN", "GHA"], {"size": 12})
    workspace.briefing.add("state", {"state": "KEN"}, "Kenya")
    workspace.signatories.add("A. Person", "Director", "An organisation")
    workspace.settings.set("signed", ["A. Person"])
    workspace.close()


def everything(url: str) -> dict[str, list[dict]]:
    """All rows of the workspace by table."""
    database = Database(where(url))
    with database.read() as connection:
        rows = transfer.everything(connection)
    database.close()
    return rows


def held(folder: Path) -> dict[str, bytes]:
    """The files of a folder by name, but for the workspace's."""
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("workspace.sqlite")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def made(url: str, tmp_path: Path) -> tuple[Path, str]:
    """A backup of a filled folder and workspace, and the address of that workspace."""
    fill(tmp_path / "user", url)
    target = tmp_path / "backup.zip"
    told = kept.backup(target, tmp_path / "user", url)
    assert told.files == len(FILES)
    assert told.rows == sum(map(len, everything(url).values()))
    return target, url


def test_everything_comes_back_into_an_empty_folder(made, tmp_path: Path) -> None:
    target, url = made
    folder = tmp_path / "elsewhere" / "user"
    into = f"sqlite:///{folder / 'workspace.sqlite'}"
    kept.restore(target, folder, into)
    assert held(folder) == FILES
    rows = everything(into)
    assert rows == everything(url)
    assert all(
        rows[table] for table in ("campaigns", "shortlist", "changes", "scenarios", "briefing_items", "settings")
    )
    assert not list(folder.parent.glob("*.restoring"))


@pytest.mark.system
def test_a_laptops_work_moves_to_a_server_and_goes_on_there(tmp_path: Path, postgres) -> None:
    own, server = f"sqlite:///{tmp_path / 'user' / 'workspace.sqlite'}", postgres()
    fill(tmp_path / "user", own)
    kept.backup(tmp_path / "b.zip", tmp_path / "user", own)
    kept.restore(tmp_path / "b.zip", tmp_path / "new", server)
    assert everything(server) == everything(own)
    assert held(tmp_path / "new") == FILES
    workspace = Workspace.open(server, who="Ben")
    campaign = workspace.campaigns.named("GA 2026")
    assert workspace.shortlist.add(campaign.id, "GHA").iso3 == "GHA"  # its number is the next one
    workspace.close()
    with pytest.raises(WorkspaceError, match="not empty"):
        kept.restore(tmp_path / "b.zip", tmp_path / "third", server)
    assert not (tmp_path / "third").exists()


def test_nothing_is_mixed_with_what_is_there(made, tmp_path: Path) -> None:
    target, url = made
    before = held(tmp_path / "user"), everything(url)
    with pytest.raises(WorkspaceError, match="empty folder"):
        kept.restore(target, tmp_path / "user", url)
    with pytest.raises(WorkspaceError, match="another name"):
        kept.backup(target, tmp_path / "user", url)
    assert (held(tmp_path / "user"), everything(url)) == before


@pytest.mark.parametrize("how", ["byte", "end"])
def test_a_damaged_backup_is_refused_whole(made, how: str, tmp_path: Path) -> None:
    target, url = made
    sound = target.read_bytes()
    refused = 0
    for place in range(5, len(sound), len(sound) // 40):
        content = bytearray(sound)
        if how == "byte":
            content[place] ^= 0xFF
        else:
            del content[place:]
        target.write_bytes(content)
        folder = tmp_path / f"new{place}"
        into = f"sqlite:///{folder / 'workspace.sqlite'}"
        said = ""
        try:
            kept.restore(target, folder, into)
        except WorkspaceError as error:
            said = str(error)
        if said:
            assert "Nothing was changed" in said
            assert not folder.exists()
            refused += 1
        else:  # a byte of the ZIP that says nothing of what is in it, such as the hour of a file
            assert how == "byte"
            assert held(folder) == FILES
            assert everything(into) == everything(url)
    assert refused > (30 if how == "byte" else 39)


def test_a_file_outside_the_folder_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "b.zip"
    with zipfile.ZipFile(target, "w") as packed:
        sums = {"workspace.sqlite": kept._sum(b""), "folder/../../evil": kept._sum(b"x")}
        packed.writestr("workspace.sqlite", b"")
        packed.writestr("folder/../../evil", b"x")
        packed.writestr("manifest.json", str({"format": 1, "made_at": "", "rows": 0, "files": sums}).replace("'", '"'))
    with pytest.raises(WorkspaceError, match="not ours"):
        kept.restore(target, tmp_path / "new", f"sqlite:///{tmp_path / 'new' / 'workspace.sqlite'}")
    assert not (tmp_path / "evil").exists()


def test_a_newer_dashboard_takes_the_tables_forward(made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, _ = made

    def step(connection) -> None:
        connection.execute(text("ALTER TABLE campaigns ADD COLUMN colour VARCHAR DEFAULT 'blue'"))

    monkeypatch.setattr(
        kept, "Database", functools.partial(Database, steps=STEPS | {LATEST + 1: step}, latest=LATEST + 1)
    )
    folder = tmp_path / "new"
    kept.restore(target, folder, f"sqlite:///{folder / 'workspace.sqlite'}")
    newer = Database(
        where(f"sqlite:///{folder / 'workspace.sqlite'}"), steps=STEPS | {LATEST + 1: step}, latest=LATEST + 1
    )
    with newer.read() as connection:
        assert connection.execute(text("SELECT name, colour FROM campaigns")).all() == [("GA 2026", "blue")]
    newer.close()


KILLED = """
import json, os, signal, sys, traceback
from pathlib import Path
from files import whole
from workspace.backup import backup, transfer
def run(left, act, target, folder, url):
    def counted(function):
        def call(*given, **named):
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*given, **named)
        return call
    whole.write, os.replace, transfer.copy = counted(whole.write), counted(os.replace), counted(transfer.copy)
    getattr(backup, act)(Path(target), Path(folder), url)
for line in sys.stdin:  # each in a child of this process, so that modules load once
    child = os.fork()
    if not child:
        try:
            run(*json.loads(line))
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.fixture(scope="module")
def killed() -> Iterator[Callable[..., bool]]:
    """Runs a backup or restore that is killed at its `at`-th write; gives whether it came to that."""
    if not hasattr(os, "fork"):
        pytest.skip("needs a system with fork")
    command = [sys.executable, "-c", KILLED]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:

        def run(at: int, *arguments: str) -> bool:
            print(json.dumps([at, *arguments]), file=running.stdin, flush=True)
            code = int(running.stdout.readline())
            assert code in (0, -signal.SIGKILL)
            return code != 0

        yield run
        running.stdin.close()


def test_a_restore_killed_anywhere_leaves_nothing_and_can_be_begun_again(
    made, url: str, tmp_path: Path, request, killed
) -> None:
    target, first = made
    for at in range(1, 40):
        folder = tmp_path / f"new{at}" / "user"
        into = f"sqlite:///{folder / 'workspace.sqlite'}"
        if not url.startswith("sqlite"):
            into = request.getfixturevalue("postgres")()
        stopped = killed(at, "restore", str(target), str(folder), into)
        if stopped:
            assert not folder.exists()
            kept.restore(target, folder, into)
        assert held(folder) == FILES
        assert everything(into) == everything(first)
        if not stopped:
            break
    assert at > len(FILES) + 1


def test_a_backup_killed_before_its_end_is_no_file(tmp_path: Path, killed) -> None:
    url = f"sqlite:///{tmp_path / 'user' / 'workspace.sqlite'}"
    fill(tmp_path / "user", url)
    assert killed(1, "backup", str(tmp_path / "b.zip"), str(tmp_path / "user"), url)
    assert not (tmp_path / "b.zip").exists()
    kept.backup(tmp_path / "b.zip", tmp_path / "user", url)
    assert (tmp_path / "b.zip").stat().st_mode & 0o077 == 0


def test_the_commands_say_what_they_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    folder = tmp_path / "user"
    url = f"sqlite:///{folder / 'workspace.sqlite'}"
    fill(folder, url)
    monkeypatch.setenv("COSPONSOR_WORKSPACE_URL", url)
    monkeypatch.setattr(kept.backup, "__defaults__", (folder, None))
    monkeypatch.setattr(kept.restore, "__defaults__", (folder, None))
    assert command.main(["backup", str(tmp_path / "b.zip")]) == 0
    assert capsys.readouterr().out.startswith("Wrote 4 files and ")
    assert command.main(["restore", str(tmp_path / "b.zip")]) == 1
    assert "empty folder" in capsys.readouterr().err
