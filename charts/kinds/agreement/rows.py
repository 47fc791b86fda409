"""Rows of bars in parts, a name before each and its figures behind: in sections, as many rows as the room allows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from charts.frame.figure import Drawing, Trace, empty, hatched, placed, scatter
from charts.frame.legend import Swatch, colour, said
from charts.frame.sheet import Sheet
from charts.frame.text import escape, height, width, wrap

LEAST = 1.35
"""Height of the lowest row, in sizes of the label."""


@dataclass(frozen=True)
class Bar:
    """One row: `label`, the parts of its bar in the order of the looks, `figures` behind it, `said` on a hover, `code`
    for a click."""

    label: str
    parts: tuple[float, ...]
    figures: str
    said: str
    code: str = ""


@dataclass(frozen=True)
class Section:
    """Rows under a heading ("" for none), the most important first; `colour`: the regional group that it names."""

    heading: str
    bars: Sequence[Bar]
    colour: str = ""


@dataclass(frozen=True)
class _Measures:
    """Pixels: of a row, of the text, where bars begin and how long one of `most` is; whether words stand over it."""

    row: float
    size: float
    left: float
    long: float
    over: bool
    most: float


def draw_rows(sheet: Sheet, sections: Sequence[Section], looks: Mapping[str, Swatch], most: float) -> Drawing:
    """The sections on a sheet. `looks`: of the parts of each bar, by name, their labels messages; `most`: what fills a
    whole bar. In a picture of a fixed size each section is cut to as many rows as fit; the trace of names carries the
    codes."""
    sections = [section for section in sections if section.bars]
    if not sections:
        return sheet.place(empty(), 50)
    looks = said(looks)
    sheet.legend = [swatch for swatch in looks.values() if swatch.label]
    lay = sheet.layout
    sections = _cut(sheet, sections)
    fit = _fit(sheet, sections, most)
    drawing, top = Drawing(), 0.0
    drawn: list[tuple[Bar, float]] = []
    for section in sections:
        if section.heading:
            lines = wrap(section.heading, lay.label, sheet.width, bold=True)
            at = placed(0, -top - lay.label * 0.3, "left top")
            ink = sheet.colours.group_text(section.colour) if section.colour else sheet.colours.ink
            drawing.notes.append(sheet.label("<br>".join(map(escape, lines)), lay.label, ink, bold=True, **at))
            top += height(lines, lay.label) + lay.label * 0.5
        for bar in section.bars:
            drawn.append((bar, top))
            top += fit.row
        top += lay.label * 0.6
    high = top - lay.label * 0.6
    _add_bars(sheet, drawing, drawn, list(looks.values()), fit)
    _add_words(sheet, drawing, drawn, fit)
    drawing.hide_axes(sheet.width, max(high, sheet.room or high))
    return sheet.place(drawing, max(high, sheet.room or high))


def _heads(sheet: Sheet, sections: Sequence[Section]) -> float:
    lay = sheet.layout
    named = [wrap(s.heading, lay.label, sheet.width, bold=True) for s in sections if s.heading]
    return sum(height(lines, lay.label) + lay.label * 0.5 for lines in named) + lay.label * 0.6 * (len(sections) - 1)


def _cut(sheet: Sheet, sections: Sequence[Section]) -> list[Section]:
    """In a picture of a fixed size the first rows of each section, as many as fit over all."""
    if sheet.room is None:
        return list(sections)
    room = int((sheet.room - _heads(sheet, sections)) // (sheet.layout.label * LEAST))
    turns = [bar for turn in zip_longest(*(section.bars for section in sections)) for bar in turn if bar is not None]
    kept = {id(bar) for bar in turns[: max(room, len(sections))]}
    return [Section(s.heading, [bar for bar in s.bars if id(bar) in kept], s.colour) for s in sections]


def _fit(sheet: Sheet, sections: Sequence[Section], most: float) -> _Measures:
    lay = sheet.layout
    bars = [bar for section in sections for bar in section.bars]
    row = lay.label * 1.75
    if sheet.room is not None:
        row = min(row * 1.2, (sheet.room - _heads(sheet, sections)) / len(bars))
    size = min(lay.label, row * 0.72)
    names = max(width(bar.label, size) for bar in bars) + size
    figures = max(width(bar.figures, size) for bar in bars) + size * 0.8
    if (sheet.room is None and names + figures > sheet.width * 0.62) or lay.tight:
        # name and figures share a line, with room between
        longest = max(width(bar.label, 1) + width(bar.figures, 1) for bar in bars) + 1.5
        size = min(size, sheet.width / longest)
        return _Measures(size * 2.75, size, 0, sheet.width, True, most)
    return _Measures(row, size, names, sheet.width - names - figures, False, most)


def _add_bars(
    sheet: Sheet, drawing: Drawing, drawn: Sequence[tuple[Bar, float]], looks: list[Swatch], fit: _Measures
) -> None:
    """The parts of all bars, those of one look as one path."""
    thick = fit.size * 0.55 if fit.over else fit.row * 0.62
    down = fit.size * 1.55 if fit.over else (fit.row - thick) / 2
    for n, swatch in enumerate(looks):
        xs: list[float | None] = []
        ys: list[float | None] = []
        for bar, top in drawn:
            if bar.parts[n]:
                x0 = fit.left + sum(bar.parts[:n]) / fit.most * fit.long
                x1 = x0 + bar.parts[n] / fit.most * fit.long
                y0, y1 = -top - down, -top - down - thick
                xs += [round(x, 1) for x in (x0, x1, x1, x0, x0)] + [None]
                ys += [round(y, 1) for y in (y0, y0, y1, y1, y0)] + [None]
        if xs:
            drawing.add(path(sheet, swatch, xs[:-1], ys[:-1]))


def path(sheet: Sheet, swatch: Swatch, xs: list, ys: list) -> Trace:
    """Filled areas of one look: corners with None between two."""
    line = colour(sheet.colours, swatch.line or swatch.fill)
    look = {"color": line, "width": 1}
    made = scatter(x=xs, y=ys, mode="lines", fill="toself", hoverinfo="skip", name=swatch.label, line=look)
    if not swatch.hatch:
        return made | {"fillcolor": colour(sheet.colours, swatch.fill)}
    ground = colour(sheet.colours, swatch.fill)
    return made | {"fillpattern": hatched(line, ground, 6)}


def _add_words(sheet: Sheet, drawing: Drawing, drawn: Sequence[tuple[Bar, float]], fit: _Measures) -> None:
    """Names before the bars and figures behind them; or both over each, at its two ends."""
    down = fit.size * 0.85 if fit.over else fit.row / 2
    add_ends(
        sheet,
        drawing,
        [(bar.label, bar.figures, -top - down) for bar, top in drawn],
        fit.size,
        customdata=[bar.code for bar, _ in drawn],
        hovertext=[f"<b>{escape(bar.label)}</b><br>{escape(bar.said)}" for bar, _ in drawn],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"textfont": {"color": sheet.colours.ink}},
        unselected={"textfont": {"color": sheet.colours.secondary}},
    )


def add_ends(sheet: Sheet, drawing: Drawing, rows: Sequence[tuple[str, str, float]], size: float, **more: Any) -> None:
    """What stands at the two ends of each row (name, figures, height): a trace of names and one of figures."""
    names, figures, heights = zip(*rows, strict=True)
    for key, words, x, anchor, ink in (
        ("names", names, 0, "middle right", sheet.colours.ink),
        ("figures", figures, sheet.width, "middle left", sheet.colours.secondary),
    ):
        drawing.add(
            scatter(
                x=[x] * len(rows),
                y=[round(height, 1) for height in heights],
                mode="text",
                text=[escape(one) for one in words],
                textposition=anchor,
                textfont={"size": size, "color": ink},
                cliponaxis=False,
                name=key,
                **more,
            )
        )
