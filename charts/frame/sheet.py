"""What stands around every picture: title, subtitle, legend row, notes and source, placed to the pixel.

A sheet is one figure in one layout and theme. It wraps the words, reserves the height that they need, tells the
drawing how much room is left and puts the words in. They are tied to the edges of the figure in pixels, so they
stay in place when a screen layout is stretched."""

from dataclasses import dataclass

from charts.frame.colors import palette
from charts.frame.figure import Drawing
from charts.frame.font import FONT
from charts.frame.layouts import layout_of
from charts.frame.legend import Swatch, flow, legend_height, shapes
from charts.frame.sources import UN_BOUNDARIES
from charts.frame.template import template
from charts.frame.text import balance, block, height, wrap
from data.tongues.speech import say


@dataclass(frozen=True)
class Words:
    """The sentences of a chart. `note` may hold several, one a line."""

    title: str
    subtitle: str
    note: str
    source: str


class Sheet:
    """Room for one picture. `legend` is the row of swatches under it (or over it, with `legend_above`)."""

    def __init__(self, words: Words, layout: str = "wide", theme: str = "light") -> None:
        self.layout = layout_of(layout)
        self.colours = palette(theme)
        self.words = words
        self.legend: list[Swatch] = []
        self.legend_above = False
        self._notes = [words.note] if words.note else []
        self._annotations: list[dict] = []
        self._shapes: list[dict] = []
        self._margin: dict[str, float] = {}

    # --- room ---------------------------------------------------------------------------------------------
    @property
    def width(self) -> float:
        """Nominal width in pixels between the outer edges."""
        return self.layout.width - 2 * self.layout.pad

    @property
    def room(self) -> float | None:
        """Pixels of height left for the picture, or None where the figure takes the height it needs."""
        if self.layout.height is None:
            return None
        return self.layout.height - self._top() - self._bottom()

    def add_note(self, text: str) -> None:
        """One more note, for something that had no room in the picture. Call before `place`."""
        self._notes.append(text)

    def place(self, drawing: Drawing, body: float, left: float = 0, right: float = 0, bottom: float = 0) -> Drawing:
        """Give the picture `body` pixels of height, keep room inside it for labels of axes (`left`, `right`, `bottom`)
        and write all words. Returns the drawing, finished."""
        pad = self.layout.pad
        spare = max(0.0, (self.room or body) - body)
        self._margin = {"l": pad + left, "r": pad + right, "t": self._top(), "b": self._bottom() + bottom + spare}
        self._write_words()
        total = self.layout.height or round(self._top() + self._bottom() + body)
        drawing.notes += self._annotations
        drawing.shapes += self._shapes
        drawing.layout |= {
            "template": template(self.colours.name),
            "margin": {**self._margin, "pad": 0, "autoexpand": False},
            "height": total,
            "autosize": not self.layout.fixed,
            "font": {"size": self.layout.label},
            "dragmode": False,
            "uirevision": "const",
            "hoverlabel": {"font": {"size": max(13, self.layout.small)}},
        }
        if self.layout.fixed:
            drawing.layout["width"] = self.layout.width
        return drawing

    # --- writing ------------------------------------------------------------------------------------------
    def label(self, text: str, size: float, colour: str, bold: bool = False, **where: float | str) -> dict:
        """An annotation without an arrow, as a dict; `text` is already escaped."""
        return {
            "text": f"<b>{text}</b>" if bold else text,
            "showarrow": False,
            "borderpad": 0,
            "align": "left",
            "font": {"size": size, "color": colour, "family": FONT},
            **where,
        }

    def _write_words(self) -> None:
        lay, ink, grey = self.layout, self.colours.ink, self.colours.secondary
        at = lay.pad
        at = self._from_top(self._lines("title"), self._title_size(), ink, at, bold=True)
        at = self._from_top(self._lines("subtitle"), lay.subtitle, grey, at + lay.subtitle * 0.35)
        if self.legend and self.legend_above:
            self._write_legend(at + lay.label * 0.7, from_top=True)
        base = lay.pad + height(self._source_lines(), lay.source)
        self._from_bottom(self._source_lines(), lay.source, grey, base)
        base += self._gap() if self._note_lines() else 0
        base += height(self._note_lines(), lay.note)
        self._from_bottom(self._note_lines(), lay.note, grey, base)
        if self.legend and not self.legend_above:
            self._write_legend(base + lay.label * 0.9 + self._legend_height(), from_top=False)

    def _from_top(self, lines: list[str], size: float, colour: str, at: float, bold: bool = False) -> float:
        if lines:
            place = {"yref": "paper", "y": 1, "yanchor": "top", "yshift": self._margin["t"] - at}
            self._annotations.append(self.label(block(lines), size, colour, bold, **self._left(0), **place))
        return at + height(lines, size)

    def _from_bottom(self, lines: list[str], size: float, colour: str, above: float) -> None:
        if lines:
            place = {"yref": "paper", "y": 0, "yanchor": "top", "yshift": above - self._margin["b"]}
            self._annotations.append(self.label(block(lines), size, colour, **self._left(0), **place))

    def _left(self, offset: float) -> dict:
        shift = self.layout.pad - self._margin["l"] + offset
        return {"xref": "paper", "x": 0, "xanchor": "left", "xshift": shift}

    def _write_legend(self, at: float, from_top: bool) -> None:
        """`at`: pixels from the top (or bottom) edge of the figure to the top of the row."""
        lay = self.layout
        y, shift = (1, self._margin["t"] - at) if from_top else (0, at - self._margin["b"])
        for swatch, left, down, lines in flow(self.legend, lay.small, self.width):
            top = shift - down
            size = lay.small * 1.05
            origin = (lay.pad - self._margin["l"] + left, top - lay.small * 0.1)
            self._shapes += shapes(swatch, self.colours, origin, size, y)
            self._annotations.append(
                self.label(
                    block(lines),
                    lay.small,
                    swatch.text_colour(self.colours),
                    **self._left(left + swatch.indent(lay.small)),
                    yref="paper",
                    y=y,
                    yanchor="top",
                    yshift=top,
                )
            )

    # --- measures -----------------------------------------------------------------------------------------
    def _lines(self, part: str) -> list[str]:
        if part == "title":
            return balance(self.words.title, self._title_size(), self.layout.text_width, bold=True)
        return wrap(getattr(self.words, part), getattr(self.layout, part), self.layout.text_width)

    def _title_size(self) -> float:
        """The layout's size, or down to 87 % of it where that saves a line."""
        full, limit = self.layout.title, self.layout.text_width
        lines = len(wrap(self.words.title, full, limit, bold=True))
        for part in (1.0, 0.96, 0.92, 0.87):
            if len(wrap(self.words.title, full * part, limit, bold=True)) < max(lines, 2):
                return full * part
        return full

    def _note_lines(self) -> list[str]:
        """All notes in one paragraph; the UN sentence on boundaries stands by itself."""
        said = [line for note in self._notes for line in note.split("\n")]
        boundaries = say(UN_BOUNDARIES)
        own = [line for line in said if line == boundaries]
        running = " ".join(line for line in said if line != boundaries)
        return wrap("\n".join([running, *own]), self.layout.note, self.layout.text_width)

    def _source_lines(self) -> list[str]:
        return wrap(self.words.source, self.layout.source, self.layout.text_width)

    def _gap(self) -> float:
        return self.layout.source * 0.45

    def _legend_height(self) -> float:
        return legend_height(self.legend, self.layout.small, self.width)

    def _top(self) -> float:
        lay = self.layout
        used = lay.pad + height(self._lines("title"), self._title_size())
        if self.words.subtitle:
            used += lay.subtitle * 0.35 + height(self._lines("subtitle"), lay.subtitle)
        if self.legend and self.legend_above:
            used += lay.label * 0.7 + self._legend_height()
        return used + lay.label

    def _bottom(self) -> float:
        lay = self.layout
        used = lay.pad + height(self._source_lines(), lay.source)
        if self._notes:
            used += self._gap() + height(self._note_lines(), lay.note)
        if self.legend and not self.legend_above:
            used += lay.label * 0.9 + self._legend_height()
        return used + lay.label * 0.9
