from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bootstrap import commands

TELL = """
import json, os, sys
from data import where
text = {"cwd": os.getcwd(), "argv": sys.argv[1:], "where": where, "database": os.environ["COSPONSOR_DATABASE"]}
open(sys.argv[1], "w").write(json.dumps(text))
sys.exit(7)
"""


def test_a_command_gets_its_arguments_in_the_callers_folder_and_its_exit_code_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, caller = tmp_path / "project", tmp_path / "caller"
    for folder, where in ((root, "the project's"), (caller, "a package of the caller's")):
        (folder / "data").mkdir(parents=True)
        (folder / "data" / "__init__.py").write_text(f"where = {where!r}\n")
    (root / "data" / "build.py").write_text(TELL)
    monkeypatch.chdir(caller)
    monkeypatch.setenv("COSPONSOR_DATABASE", "mine.duckdb")
    assert commands.delegate(Path(sys.executable), root, "build", ["told.json", "--dry-run", "a b"]) == 7
    assert json.loads((caller / "told.json").read_text()) == {
        "cwd": str(caller),
        "argv": ["told.json", "--dry-run", "a b"],
        "where": "the project's",
        "database": str(caller / "mine.duckdb"),
    }


def test_an_unknown_command_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        commands.delegate(Path(sys.executable), tmp_path, "remove", [])


def test_the_project_alone_is_on_the_path(tmp_path: Path) -> None:
    once = commands.environment_for(tmp_path, {"PYTHONPATH": "/other", "HOME": "/home"})
    twice = commands.environment_for(tmp_path, once)
    assert once["PYTHONPATH"] == str(tmp_path)
    assert once["HOME"] == "/home"
    assert twice == once
    assert "COSPONSOR_DATABASE" not in once


def test_what_turns_python_or_pip_aside_is_left_out_and_where_packages_come_from_stays() -> None:
    aside = ["PYTHONHOME", "PYTHONSTARTUP", "PYTHONUSERBASE", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_NO_DEPS"]
    stays = ["PIP_INDEX_URL", "PIP_PROXY", "PIP_CERT", "PYTHONDONTWRITEBYTECODE", "HTTPS_PROXY", "PATH"]
    assert set(commands.isolated(dict.fromkeys([*aside, *stays], "x"))) == set(stays)
    assert not set(commands.isolated({name.lower(): "x" for name in aside})), "as Windows may spell them"
