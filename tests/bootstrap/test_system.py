from __future__ import annotations

from pathlib import Path

import pytest

from bootstrap import programs
from tests import system

pytest_plugins = ["pytester"]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def _nothing_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "find", lambda name: None)


@pytest.mark.usefixtures("_nothing_there")
def test_a_missing_program_skips_and_in_ci_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"^needs LibreOffice: .*libreoffice-impress"):
        system.require("libreoffice")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"^needs LibreOffice"):
        system.require("libreoffice")


def test_a_program_that_is_there_is_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "find", lambda name: f"/bin/{name}")
    assert system.require("chromium") == "/bin/chromium"


def test_a_wrong_name_is_an_error_and_no_skip() -> None:
    with pytest.raises(KeyError):
        system.require("chromum")


@pytest.mark.parametrize(("value", "ci"), [("true", True), ("1", True), ("", False), ("false", False)])
def test_what_counts_as_ci(value: str, ci: bool) -> None:
    assert system.in_ci({"CI": value}) is ci


def test_the_end_of_a_run_names_what_was_skipped_once_with_the_number_of_tests(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.parametrize("n", [1, 2])
        def test_a(n):
            pytest.skip("needs LibreOffice: install it")

        def test_b():
            pytest.skip("another reason")
        """
    )
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    lines = pytester.runpytest_subprocess("-p", "tests.system").outlines
    assert [line for line in lines if " skipped: " in line] == ["2 tests skipped: needs LibreOffice: install it"]
