"""What set-up says to the person at the keyboard, and how it gives up."""

from __future__ import annotations

import sys


class SetupError(Exception):
    """Set-up cannot go on. The text is shown as it stands: it says what is wrong and what to do."""


def in_utf8() -> None:
    """Have this process write UTF-8: the code pages of Windows lack most names. Where it cannot, as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def agreed(question: str) -> bool:
    """Whether the person at the keyboard says yes to what README says is done; where nobody can be asked, yes."""
    if sys.stdin is None or not sys.stdin.isatty():
        return True
    say(f"{question} [Y/n]")
    try:
        return input().strip().lower() in ("", "y", "yes")
    except EOFError:
        return False


def say(text: str) -> None:
    """Print one line for a person. On standard error, so that standard output holds results only."""
    print(text, file=sys.stderr, flush=True)
