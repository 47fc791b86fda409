"""Geometry of the assembly: 193 equal tiles in regional blocks, and how the blocks share a given room."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from charts.frame.text import height, wrap
from charts.frame.text import width as text_width

TILE = 0.9
"""Side of a tile, of the distance between two tiles."""
SMALLEST = 29
"""Least distance of two tiles in pixels, so that a tile is never under 26."""
GAP = 0.85
"""Space between two blocks, in distances."""


MOST_ROWS = 18
"""More rows in one block than these are never looked at: the picture would be a tower."""
COUNT = 0.95
"""Size of the count under a block's name, of the size of the name."""


@dataclass(frozen=True)
class Block:
    """One block: its place (left, top; pixels, downwards), tiles a row, rows, lines of its name and its count."""

    left: float
    top: float
    columns: int
    rows: int
    name: tuple[str, ...]
    count: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """Where all blocks go. `pitch`: distance of two tiles; `height`: of everything, in pixels."""

    pitch: float
    blocks: tuple[Block, ...]
    height: float


@dataclass(frozen=True)
class Wanted:
    """What is to be laid out: tiles a block, and what stands over each, in size `label`."""

    sizes: Sequence[int]
    names: Sequence[str]
    counts: Sequence[str]
    label: float


def plan(wanted: Wanted, width: float, room: float | None) -> Plan:
    """The best plan: blocks side by side, in two rows, or one under the other. `width`, `room`: pixels. With a given
    room the tiles are as large as possible; without (None) the picture is as low as tiles of a readable size allow."""
    total = len(wanted.sizes)
    arrangements = [[total], [1] * total] if total != 5 else [[5], [2, 3], [1] * 5]
    plans = [
        _plan(wanted, arrangement, rows, (width, room))
        for arrangement in arrangements
        for rows in range(1, min(max(1, *wanted.sizes), MOST_ROWS) + 1)
    ]
    made = [p for p in plans if p]
    if room is not None:
        return max(made, key=lambda p: (p.height <= room + 1, round(p.pitch, 1), -p.height))
    readable = [p for p in made if p.pitch >= SMALLEST]
    return min(readable or made, key=lambda p: p.height)


def _plan(wanted: Wanted, arrangement: Sequence[int], rows: int, space: tuple[float, float | None]) -> Plan | None:
    """Blocks of at most `rows` rows, so many side by side as the arrangement says; None where a word has no room."""
    sizes, (width, room) = wanted.sizes, space
    columns = [max(1, ceil(size / rows)) for size in sizes]
    if len(arrangement) == len(sizes):
        columns = [min(max(1, size), max(columns)) for size in sizes]
    groups, at = [], 0
    for number in arrangement:
        groups.append(range(at, at + number))
        at += number
    units = max(sum(columns[i] for i in group) + GAP * (len(group) - 1) for group in groups)
    pitch = min(width / (units - (1 - TILE)), 78)
    for _ in range(4):
        made = _lay(wanted, groups, columns, pitch, width)
        if made is None or room is None or made.height <= room:
            return made
        tiles = sum(max(ceil(sizes[i] / columns[i]) for i in group) for group in groups)
        pitch -= (made.height - room) / tiles + 0.01
        if pitch < 8:
            return made
    return made


def _lay(wanted: Wanted, groups: Sequence[range], columns: Sequence[int], pitch: float, width: float) -> Plan | None:
    names, counts, label = wanted.names, wanted.counts, wanted.label
    blocks, top = [], 0.0
    for group in groups:
        tiles = sum(columns[i] for i in group) * pitch
        between = max(1, len(group) - 1)
        gap = min(max(GAP * pitch, (width - tiles) / between), 2.2 * pitch)
        heads, lefts, left = [], [], 0.0
        for i in group:
            limit = (columns[i] * pitch + gap - label) if i != group[-1] else width - left
            name, count = wrap(names[i], label, limit, True), wrap(counts[i], label * COUNT, limit)
            if any(text_width(word, label, True) > limit for word in names[i].split()) or len(count) > 2:
                return None
            heads.append((tuple(name), tuple(count)))
            lefts.append(left)
            left += columns[i] * pitch + gap
        tall = max(height(list(n), label) + height(list(c), label * COUNT) for n, c in heads) + label * 0.35
        for i, (name, count), left in zip(group, heads, lefts, strict=True):
            blocks.append(Block(left, top + tall, columns[i], ceil(wanted.sizes[i] / columns[i]), name, count))
        top += tall + max(block.rows for block in blocks[-len(group) :]) * pitch + label * 0.7
    return Plan(pitch, tuple(blocks), top - label * 0.7)


def squares(corners: Sequence[tuple[float, float]], side: float) -> tuple[list, list]:
    """One path of many squares, as x and y with None between: upper left corners, y upwards."""
    xs: list = []
    ys: list = []
    for x, y in corners:
        right, low = round(x + side, 1), round(y - side, 1)
        x, y = round(x, 1), round(y, 1)
        xs += [x, right, right, x, x, None]
        ys += [y, y, low, low, y, None]
    return xs[:-1], ys[:-1]
