"""The names of a change chart, by group and side, and the text size with which they fit."""

from dataclasses import dataclass

from analytics.english import group_short, listing
from charts.frame.sheet import Sheet
from charts.frame.text import height, width, wrap
from data.tongues.speech import say

SIDES = {"left": ("left",), "joined": ("returned", "between", "new")}


@dataclass(frozen=True)
class GroupNames:
    """One group: (name, code, outcome) on each side, and the names of which it cannot be told."""

    group: str
    left: list[tuple[str, str, str]]
    joined: list[tuple[str, str, str]]
    unknown: list[str]


@dataclass(frozen=True)
class Fit:
    """Sizes that fit the room: text, line, left edge of the two sides, columns of names on each."""

    size: float
    row: float
    title: float
    middle: float
    columns: tuple[int, int]
    column: float


def fit_names(sheet: Sheet, groups: list[GroupNames]) -> Fit:
    """The largest text with which all groups fit the room; on screen the layout's own, where the longest name fits."""
    lay = sheet.layout
    size = lay.label
    while True:
        row = size * 1.5
        title = 0.0 if lay.tight else max(width(group_short(g.group), lay.label, True) for g in groups) + lay.label
        named = [name for g in groups for name, _, _ in (*g.left, *g.joined)]
        longest = max([width(name, size) for name in named], default=0)
        column = longest + row * 1.55
        zone = sheet.width - title
        middle = title + zone * (0.5 if lay.tight else 0.42)
        columns = (max(1, int((middle - title) // column)), max(1, int((sheet.width - middle) // column)))
        fit = Fit(size, row, title, middle, columns, column)
        total = lay.label * 1.9 + sum(group_height(sheet, g, fit) for g in groups)
        fits = longest + row * 1.25 <= min(middle - title, sheet.width - middle)
        if (fits if sheet.room is None else total <= sheet.room) or size <= 8:
            return fit
        size *= 0.94


def rows_of(names: GroupNames, fit: Fit) -> int:
    """Rows that the names of a group take, the longer side counting."""
    sides = zip((names.left, names.joined), fit.columns, strict=True)
    return max(1, *(-(-len(side) // columns) for side, columns in sides))


def unknown_lines(sheet: Sheet, names: GroupNames, fit: Fit) -> list[str]:
    """Lines that name the States of a group of which it cannot be told; none where there are none."""
    if not names.unknown:
        return []
    return wrap(say("Cannot be told: {names}", names=listing(names.unknown)), fit.size * 0.9, sheet.width - fit.title)


def group_height(sheet: Sheet, names: GroupNames, fit: Fit) -> float:
    """Pixels that a group takes, with the room under it."""
    head = height(1, sheet.layout.label) if sheet.layout.tight else 0
    return (
        head + rows_of(names, fit) * fit.row + height(unknown_lines(sheet, names, fit), fit.size * 0.9) + fit.row * 0.6
    )
