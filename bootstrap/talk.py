"""What set-up says to the person at the keyboard, and how it gives up."""

from __future__ import annotations

import sys


class SetupError(Exception):
    """Set-up cannot go on. The text is shown as it stands: it says what is wrong and what to do."""


def say(text: str) -> None:
    """Print one line for a person. On standard error, so that standard output holds results only."""
    print(text, file=sys.stderr, flush=True)
