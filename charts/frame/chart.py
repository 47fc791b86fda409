"""What a chart is, wherever it is shown: its kind, its words, its picture in any layout, and the table behind it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd
import plotly.graph_objects as go

from analytics.english import percent_told
from charts.frame.figure import Drawing
from charts.frame.native import Native
from charts.frame.sheet import Sheet, Words
from data.tongues.speech import headed, language, say, speaking, to_say

PLOTLY_MAP_CONFIG = {"topojsonURL": "app/static/geo/"}
"""For the page that shows a map: boundaries come from our own server, never from the internet."""


class Kind(StrEnum):
    """The kinds of picture."""

    ASSEMBLY = "assembly"
    MAP = "map"
    COLUMNS = "columns"
    COUNTS = "counts"
    SHARES = "shares"
    BREADTH = "breadth"
    BEST = "best"
    MOVES = "moves"
    TIMELINE = "timeline"
    MATRIX = "matrix"
    RANKING = "ranking"
    AGREEMENT = "agreement"
    COHESION = "cohesion"
    BRIDGES = "bridges"
    TOPICS = "topics"
    ROLLS = "rolls"


LEADS: dict[str, str] = to_say(
    {
        Kind.ASSEMBLY: "Tiles, one for each Member State, in five regional blocks.",
        Kind.MAP: "World map, Equal Earth, with circles for small States.",
        Kind.COLUMNS: "Stacked columns by year and regional group.",
        Kind.COUNTS: "Line charts, one for each body.",
        Kind.SHARES: "Small line charts, one for each group.",
        Kind.BREADTH: "Line charts with rows of squares, one for each body.",
        Kind.BEST: "Pairs of points, latest and best, one pair for each group.",
        Kind.MOVES: "Names of States by regional group: on the left who sponsored the earlier text only, on the right "
        "who joined.",
        Kind.TIMELINE: "Timeline of one State.",
        Kind.MATRIX: "Matrix of States (rows) and resolutions (columns).",
        Kind.RANKING: "Two lists of States with bars, the nearest and the furthest.",
        Kind.AGREEMENT: "Matrix of agreement, one square for each two.",
        Kind.COHESION: "Panels of lines, one for each group.",
        Kind.BRIDGES: "Bars, some States of each regional group.",
        Kind.TOPICS: "Bars, one for each subject.",
        Kind.ROLLS: "Rows of bars, one a roll call.",
    }
)
"""What each kind of picture is, for somebody who cannot see it."""


def sentences(*parts: str) -> str:
    """Parts as sentences one after the other, each with its full stop; those that say nothing are left out."""
    return " ".join(f"{part.strip().rstrip('.')}." for part in " \n".join(parts).split("\n") if part.strip())


@dataclass(frozen=True)
class Event:
    """What happened to a text and makes its number mislead unless it is told, such as a withdrawal."""

    resolution: str
    year: int
    text: str

    @property
    def sentence(self) -> str:
        """ "2013: 36 States withdrew; the numbers …."."""
        return f"{headed(str(self.year), self.text)}."

    @property
    def short(self) -> str:
        """The first clause, without its full stop."""
        return self.text.split(";")[0].split(",")[0].strip().rstrip(".")

    @property
    def dated(self) -> str:
        """The first clause after its year, as it stands beside a number."""
        return headed(str(self.year), self.short)


@dataclass(frozen=True)
class Context:
    """What a chart needs besides its table. `scope`: what is counted, body, stage, period (end of the subtitle);
    `source`: the source line; `data_version`: version of the record; `texts`: the resolutions that it shows or rests
    on; `lists`: their lists that it rests on, by list_id; `events`: what must be told of these texts."""

    scope: str = ""
    source: str = ""
    data_version: str = ""
    texts: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()

    def within(self, words: str) -> str:
        """The words, and the scope after a comma."""
        return ", ".join(part for part in (words, self.scope) if part)

    def noted(self, *notes: str) -> str:
        """Notes that say something, one a line, and the events after them."""
        return "\n".join(note for note in (*notes, *(event.sentence for event in self.events)) if note)


@dataclass(frozen=True, eq=False)
class Chart:
    """A finished chart.

    `kind`: what picture it is · `name`: stem for file names · `title`, `subtitle`, `note`, and the source line of
    `context`: its sentences, which the figure carries too (`note` one sentence a line) · `figures`: what is drawn, in
    numbers or names, "" where they would be too many · `table`: what is drawn, with plain headings · `draw`: draws the
    picture on a sheet · `context`: what it rests on · `native`: the same as columns and lines that an office program
    draws itself, where it can · `shares`: heads of the columns of the table that are parts of a whole, 0 to 1 ·
    `language`: that of its words, whichever is in force when it is drawn."""

    kind: Kind
    name: str
    title: str
    subtitle: str
    note: str
    figures: str
    table: pd.DataFrame
    draw: Callable[[Sheet], Drawing]
    context: Context
    native: Native | None = None
    shares: tuple[str, ...] = ()
    language: str = field(default_factory=language)

    @property
    def alt(self) -> str:
        """The same for somebody who cannot see it: what picture it is, its finding, its figures, what is missing."""
        with speaking(self.language):
            return sentences(say(LEADS[self.kind]), self.title, self.figures, self.note)

    @property
    def source(self) -> str:
        """The source line."""
        return self.context.source

    @property
    def data_version(self) -> str:
        """Version of the record."""
        return self.context.data_version

    @property
    def is_map(self) -> bool:
        """Whether it carries the UN sentence on boundaries."""
        return self.kind == Kind.MAP

    @property
    def told(self) -> pd.DataFrame:
        """The table as it is read: shares in per cent."""
        with speaking(self.language):
            said = {head: self.table[head].map(percent_told, na_action="ignore") for head in self.shares}
        return self.table.assign(**said)

    def build(self, layout: str = "wide", theme: str = "light") -> go.Figure:
        """The figure for a layout and theme. Raises ValueError for a name that does not exist."""
        figure = self.drawn(layout, theme).figure()
        # for whoever opens the figure elsewhere: the words also as data
        said = {"name": self.name, "title": self.title, "alt": self.alt, "data_version": self.data_version}
        figure.layout.meta = {**(figure.layout.meta or {}), **said}
        return figure

    def drawn(self, layout: str = "wide", theme: str = "light") -> Drawing:
        """As `build`, for whoever draws it without Plotly."""
        with speaking(self.language):
            return self.draw(Sheet(Words(self.title, self.subtitle, self.note, self.source), layout, theme))
