"""A chart as columns, bars and lines that an office program draws itself, with the numbers of the picture."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import pandas as pd

from data.tongues.speech import say

MOST_LINES = 5
"""With more lines in one plot the chart stays a picture of small panels."""


class Look(StrEnum):
    """How a point is drawn that rests on less than a whole list: a hatched part of a column, a part with a dashed edge,
    a hollow mark, a mark with no line to it."""

    HATCHED = "hatched"
    DASHED = "dashed"
    HOLLOW = "hollow"


class Form(StrEnum):
    """What a plot draws."""

    STACKED = "stacked"
    LINES = "lines"
    BARS = "bars"


@dataclass(frozen=True)
class Series:
    """`values`: one a category, None where nothing is known (never 0). `looks`: position -> look, for points that rest
    on less than a whole list. `bounds`: positions whose number is at least that much. `most`: position -> the most
    that is possible there. `joined`: whether a line runs through the points; never through numbers that are not whole.
    `listed`: whether it has an entry in the legend of its own."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    looks: Mapping[int, Look] = field(default_factory=dict)
    bounds: frozenset[int] = frozenset()
    most: Mapping[int, float] = field(default_factory=dict)
    joined: bool = True
    listed: bool = True

    def only(self, positions: Iterable[int], name: str) -> "Series":
        """The points at these positions alone, under another name and not joined."""
        kept = set(positions)
        return replace(self, name=name, values=_kept(self.values, kept), joined=False)

    def gapped(
        self, positions: Iterable[int], most: Mapping[int, float] | None = None, bounds: bool = False
    ) -> "Series":
        """The points at these positions alone, hollow, for lists with a gap: they go with this series."""
        kept = frozenset(positions)
        made = self.only(kept, say("{name}, list with a gap", name=self.name))
        looks = dict.fromkeys(kept, Look.HOLLOW)
        return replace(made, looks=looks, bounds=kept if bounds else frozenset(), most=most or {}, listed=False)

    def without(self, positions: Iterable[int]) -> "Series":
        """The points at all other positions."""
        left = set(positions)
        return replace(self, values=_kept(self.values, set(range(len(self.values))) - left))


@dataclass(frozen=True)
class Plot:
    """One chart. `title`: "" where the slide's title is enough; `top`: where the axis ends, the same for plots that
    stand side by side (None: the program's own); `percent`: whether its numbers are shares."""

    form: Form
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    title: str = ""
    percent: bool = False
    top: float | None = None


@dataclass(frozen=True)
class Native:
    """The plots, side by side, with a subtitle without the key to shapes that only the picture has, and what is missing
    in the words of these plots, with the events that the picture explains in place."""

    plots: tuple[Plot, ...]
    subtitle: str
    note: str


def native(plots: Iterable[Plot], subtitle: str, note: str) -> Native | None:
    """The plots in which something is known; None where there are none, or one has more lines than can be told
    apart."""
    kept = tuple(p for p in plots if any(value is not None for one in p.series for value in one.values))
    crowded = any(plot.form == Form.LINES and sum(one.joined for one in plot.series) > MOST_LINES for plot in kept)
    return None if crowded or not kept else Native(kept, subtitle, note)


def plain(column: pd.Series) -> tuple[float | None, ...]:
    """The numbers of a column, None for those that are not known."""
    return tuple(None if pd.isna(value) else float(value) for value in column)


def _kept(values: tuple[float | None, ...], kept: set[int]) -> tuple[float | None, ...]:
    return tuple(value if n in kept else None for n, value in enumerate(values))
