from __future__ import annotations

from pathlib import Path

import pytest

from bootstrap.browser import MAC_APPS, find_browser, install_hint


def program(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_browser_path_comes_before_what_is_on_the_path(tmp_path: Path) -> None:
    program(tmp_path / "bin" / "chromium")
    mine = program(tmp_path / "mine" / "my-browser")
    environ = {"PATH": str(tmp_path / "bin"), "BROWSER_PATH": mine}
    assert find_browser(environ, "linux", tmp_path) == mine


@pytest.mark.parametrize("wrong", ["gone", "text.txt", "folder"])
def test_a_browser_path_that_does_not_run_is_passed_over(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "text.txt").write_text("not a program")
    (tmp_path / "folder").mkdir()
    chromium = program(tmp_path / "bin" / "chromium")
    environ = {"PATH": str(tmp_path / "bin"), "BROWSER_PATH": str(tmp_path / wrong)}
    assert find_browser(environ, "linux", tmp_path) == chromium


@pytest.mark.parametrize("name", ["chromium", "google-chrome-stable", "microsoft-edge"])
def test_chromium_chrome_and_edge_are_found_on_the_path(tmp_path: Path, name: str) -> None:
    here = program(tmp_path / "bin" / name)
    assert find_browser({"PATH": str(tmp_path / "bin")}, "linux", tmp_path) == here


def test_other_programs_are_no_browser(tmp_path: Path) -> None:
    program(tmp_path / "bin" / "firefox")
    program(tmp_path / "bin" / "chromium-not")
    assert find_browser({"PATH": str(tmp_path / "bin")}, "linux", tmp_path) is None


@pytest.mark.parametrize("app", MAC_APPS)
@pytest.mark.parametrize("own", [True, False], ids=["for one user", "for all"])
def test_applications_on_a_mac(tmp_path: Path, app: str, own: bool) -> None:
    home = tmp_path / "Users" / "ana"
    folder = home if own else tmp_path
    here = program(folder / "Applications" / f"{app}.app" / "Contents" / "MacOS" / app)
    assert find_browser({"PATH": "", "HOME": str(home)}, "darwin", tmp_path) == here
    assert find_browser({"PATH": "", "HOME": str(home)}, "linux", tmp_path) is None


@pytest.mark.parametrize(
    ("variable", "place"),
    [
        ("PROGRAMFILES", "Google/Chrome/Application/chrome.exe"),
        ("PROGRAMFILES(X86)", "Microsoft/Edge/Application/msedge.exe"),
        ("LOCALAPPDATA", "Chromium/Application/chrome.exe"),
    ],
)
def test_program_folders_on_windows(tmp_path: Path, variable: str, place: str) -> None:
    here = program(tmp_path / place)
    assert find_browser({"PATH": "", variable: str(tmp_path)}, "win32", tmp_path) == here
    assert find_browser({"PATH": ""}, "win32", tmp_path) is None


def test_the_hint_names_what_to_install() -> None:
    assert "apt-get install chromium" in install_hint("linux")
    assert "apt-get" not in install_hint("darwin") + install_hint("win32")
    assert all("BROWSER_PATH" in install_hint(platform) for platform in ("linux", "darwin", "win32"))
