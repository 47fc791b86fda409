"""What a chart is, wherever it is shown: its words, its picture in any layout, and the table behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import plotly.graph_objects as go

from charts.frame.sheet import Sheet, Words

PLOTLY_MAP_CONFIG = {"topojsonURL": "app/static/geo/"}
"""For the page that shows a map: boundaries come from our own server, never from the internet."""


@dataclass(frozen=True, eq=False)
class Chart:
    """A finished chart.

    `name`: stem for file names · `title`, `subtitle`, `note`, `source`: its sentences, which the figure carries
    too (`note` one sentence a line) · `alt`: the same for somebody who cannot see it · `table`: what is drawn,
    with plain headings · `data_version`: version of the record · `is_map`: carries the UN sentence on
    boundaries · `draw`: draws the picture on a sheet · `layout`, `theme`: what `figure` is made for.
    """

    name: str
    title: str
    subtitle: str
    note: str
    source: str
    alt: str
    table: pd.DataFrame
    draw: Callable[[Sheet], go.Figure]
    data_version: str = ""
    is_map: bool = False
    layout: str = "wide"
    theme: str = "light"

    def build(self, layout: str = "", theme: str = "") -> go.Figure:
        """The figure for a layout and theme (empty = the chart's own). Raises ValueError for a name that does not
        exist."""
        words = Words(self.title, self.subtitle, self.note, self.source)
        figure = self.draw(Sheet(words, layout or self.layout, theme or self.theme))
        # for whoever opens the figure elsewhere: the words also as data
        figure.layout.meta = {"name": self.name, "title": self.title, "alt": self.alt}
        return figure

    @cached_property
    def figure(self) -> go.Figure:
        """The figure for the layout and theme that were asked for when the chart was made."""
        return self.build()
