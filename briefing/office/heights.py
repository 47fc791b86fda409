"""How high is a text on a slide? As high as in the widest family that may stand in where ours is not installed."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from charts.frame.font import ELSEWHERE
from charts.frame.text import height, wrap

Piece = TypeVar("Piece")


def tall(text: str, size: float, width: float, bold: bool = False) -> float:
    """Inches that a text of `size` points takes on `width` inches, one paragraph a line."""
    pixels = size * 96 / 72
    return height(wrap(text, pixels, width * 96 / ELSEWHERE[bold], bold), pixels) / 96


def pages(pieces: Sequence[Piece], high: Callable[[Piece], float], room: float) -> list[Sequence[Piece]]:
    """The pieces in order on as few pages of `room` inches as can be, about equally full; `high`: inches of one."""
    made = _filled(pieces, high, room)
    while len(made) > 1 and len(closer := _filled(pieces, high, room := room * 0.95)) == len(made):
        made = closer
    return made


def _filled(pieces: Sequence[Piece], high: Callable[[Piece], float], room: float) -> list[Sequence[Piece]]:
    made: list[list[Piece]] = []
    used = room
    for piece in pieces:
        if not made or used + high(piece) > room:
            made.append([])
            used = 0.0
        made[-1].append(piece)
        used += high(piece)
    return made
