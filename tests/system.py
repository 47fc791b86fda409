"""Programs outside Python that a test needs, and what the end of a test run says about missing ones.

Loaded as a pytest plugin by tests/conftest.py.
"""

from __future__ import annotations

import os

import pytest

from bootstrap import programs

NEEDS = "needs "


def in_ci(environ: dict[str, str] | None = None) -> bool:
    """Whether the tests run where every program must be there (CI=true)."""
    return (os.environ if environ is None else environ).get("CI", "").strip().lower() in ("true", "1")


def require(program: str) -> str:
    """Return the path of a program named in bootstrap.programs.PROGRAMS (for PostgreSQL, of `initdb`).

    Where it is missing the test is skipped with a reason that starts with "needs "; with CI=true it fails.
    `python3 run.py test` installs these programs where it may. KeyError: no such name.
    """
    found = programs.find(program)
    if found:
        return found
    reason = f"{NEEDS}{programs.PROGRAMS[program].title}: {programs.hint(program)}"
    if in_ci():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name at the end, once each with the number of tests, the programs for want of which tests were skipped."""
    counted: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        reason = reason.removeprefix("Skipped: ")
        if reason.startswith(NEEDS):
            counted[reason] = counted.get(reason, 0) + 1
    if counted:
        terminalreporter.section("not tested on this machine", yellow=True)
        for reason, tests in sorted(counted.items()):
            terminalreporter.line(f"{tests} test{'s' if tests > 1 else ''} skipped: {reason}")
