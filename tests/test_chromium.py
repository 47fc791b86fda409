"""One Playwright at a time, and the tests that use it at the end of their module."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
ROOT = Path(__file__).resolve().parents[1]


def test_what_drives_a_browser_runs_at_the_end_of_its_module_also_where_the_use_is_indirect(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makepyfile(test_z="def test_of_another_module(): pass")
    pytester.makepyfile(
        """
        import pytest

        @pytest.fixture
        def opened(browser):
            return browser

        def test_direct(browser): pass
        def test_indirect(opened): pass
        def test_plain(): pass
        class TestMore:
            def test_also_plain(self, tmp_path): pass
        """
    )
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    lines = pytester.runpytest_subprocess("-p", "tests.chromium", "--collect-only", "-q").outlines
    names = [line.split("::")[-1] for line in lines if "::" in line]
    assert names == ["test_plain", "test_also_plain", "test_direct", "test_indirect", "test_of_another_module"]


def test_playwright_is_started_in_one_place_as_it_cannot_run_twice_at_once() -> None:
    started = "sync_" + "playwright()"
    files = [file for file in (ROOT / "tests").rglob("*.py") if started in file.read_text()]
    assert files == [ROOT / "tests" / "chromium.py"]
