"""The drawing of one State's timeline: lanes, marks and labels."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import pandas as pd

from analytics.english import body_name
from analytics.grid import withdrew
from charts.frame.figure import Drawing, empty, placed, scatter
from charts.frame.legend import Swatch
from charts.frame.sheet import Sheet
from charts.frame.text import escape, width, wrap
from data.tongues.speech import quoted, say, to_say
from data.words import CELLS, NOT_MEMBER, NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, UNKNOWN, WITHDREW

_VOTES = to_say({"yes": "voted\nyes", "no": "voted\nno", "abstain": "abst."})
_CAST = to_say({"yes": "voted yes", "no": "voted no", "abstain": "a vote|abstained"})


WORDS = {**CELLS, NOT_MEMBER: "not yet a Member", WITHDREW: WITHDREW}
_LEGEND = {
    SPONSOR: Swatch(WORDS[SPONSOR], "sponsor", "sponsor", shape="circle"),
    NOT_SPONSOR: Swatch(WORDS[NOT_SPONSOR], "ground", "outline", shape="circle", heavy=True),
    WITHDREW: Swatch(WITHDREW, "ground", "left", shape="circle", heavy=True, text="left"),
    NOT_WHEN_TABLED: Swatch(WORDS[NOT_WHEN_TABLED], "pale", "outline", shape="diamond"),
    UNKNOWN: Swatch(to_say("? not known"), "ground", "unknown", hatch=True),
    NOT_MEMBER: Swatch(WORDS[NOT_MEMBER], "outline", "outline", shape="dot"),
}
"""The entries of the legend, each of the look of its marks."""
_DRAWN = ["body", "year", "value", "resolution", "short_title", "word", "vote", "remark"]
"""What is drawn of a State on a text; a sponsor that withdrew is set apart among the values."""


@dataclass(frozen=True)
class _Lanes:
    """Where the lanes of the bodies lie, in pixels: `down`: time runs downwards; `place`: the middle of a year in a
    lane, by its number; `wide`: of a lane; `size`: of a mark."""

    down: bool
    place: Callable[[int, int], tuple[float, float]]
    wide: float
    per_year: float
    size: float


def draw_timeline(sheet: Sheet, history: pd.DataFrame, present: list[str]) -> Drawing:
    """The lanes of a State on a sheet: along the width, or downwards on a narrow screen."""
    drawing = Drawing()
    if history.empty:
        return sheet.place(empty(), 50)
    history = history.assign(value=history["value"].mask(withdrew(history), WITHDREW))[_DRAWN]
    lay = sheet.layout
    there = set(history["value"])
    sheet.legend = [replace(swatch, label=say(swatch.label)) for value, swatch in _LEGEND.items() if value in there]
    first, last = int(history["year"].min()), int(history["year"].max())
    side = max(width(body_name(b), lay.label, True) for b in present) + lay.label * 1.2
    across = (sheet.width - side) / (last - first + 1)
    # Where the figure takes the height that it needs, time also runs down if years would run into one another.
    down = lay.tight or (sheet.room is None and _close(history) and across < width("’00", lay.small, bold=True) + 2)
    if down:
        head, per_year = lay.label * 3.2, 23.0
        body = head + per_year * (last - first + 1)
        lane = sheet.width / len(present)
    else:
        head = lay.small * 1.2
        body = sheet.room or head + len(present) * 78.0
        lane = (body - head) / len(present)
        per_year = across
    size = min(per_year * 0.62, 15 * lay.unit, 28) if not down else 14.0

    def place(year: int, body_at: int) -> tuple[float, float]:
        along = (year - first + 0.5) * per_year
        return (body_at * lane + 12, head + along) if down else (side + along, head + (body_at + 0.5) * lane)

    lanes = _Lanes(down, place, lane, per_year, size)
    for at, code in enumerate(present):
        part = history[history["body"] == code]
        spots = [place(int(year), at) for year in part["year"]]
        _lane(sheet, drawing, lanes, at, part)
        _marks(sheet, drawing, part, spots, size)
        drawing.notes += _labels(sheet, lanes, part, spots)
    drawing.hide_axes(sheet.width, body)
    return sheet.place(drawing, body)


def _close(part: pd.DataFrame) -> bool:
    """Whether a body has texts in two years that follow one another."""
    texts = list(zip(part["body"], part["year"], strict=True))
    return any(before[0] == after[0] and after[1] - before[1] == 1 for before, after in pairwise(sorted(texts)))


def _lane(sheet: Sheet, drawing: Drawing, lanes: _Lanes, at: int, part: pd.DataFrame) -> None:
    """The name of a body and the line its texts stand on."""
    lay, colours = sheet.layout, sheet.colours
    (x0, y0), (x1, y1) = (lanes.place(int(year), at) for year in (part["year"].min(), part["year"].max()))
    drawing.add_line((x0, -y0), (x1, -y1), {"color": colours.rule, "width": 1.5}, layer="below")
    name = body_name(part["body"].iat[0])
    text, where = escape(name), placed(0, -y0, "left middle")
    if lanes.down:
        text = "<br>".join(wrap(name, lay.label, lanes.wide - 6, bold=True))
        where = placed(at * lanes.wide, 0, "left top")
    drawing.notes.append(sheet.label(text, lay.label, colours.ink, bold=True, **where))


def _marks(sheet: Sheet, drawing: Drawing, part: pd.DataFrame, spots: list[tuple[float, float]], size: float) -> None:
    """The marks of one body: circles (in another colour where the State withdrew), with unknown as hatched
    squares, not named when tabled as pale diamonds and future Members as small dots."""
    colours = sheet.colours
    for value in WORDS:
        chosen = [n for n, v in enumerate(part["value"]) if v == value]
        if not chosen:
            continue
        xs, ys = [round(spots[n][0], 1) for n in chosen], [round(-spots[n][1], 1) for n in chosen]
        rows = part.iloc[chosen]
        votes = [
            "".join(f"<br>{escape(line)}" for line in (say(_CAST.get(vote, "")), remark) if line)
            for vote, remark in zip(rows["vote"], rows["remark"], strict=True)
        ]
        said = [
            f"<b>{escape(r)}</b> ({y}), {escape(quoted(t))}<br>{w}{v}"
            for r, y, t, w, v in zip(
                rows["resolution"], rows["year"], rows["short_title"], rows["word"], votes, strict=True
            )
        ]
        look = {
            SPONSOR: _look("circle", colours.sponsor, colours.sponsor, 1),
            NOT_SPONSOR: _look("circle", colours.ground, colours.outline, 2),
            WITHDREW: _look("circle", colours.ground, colours.left, 2),
            NOT_WHEN_TABLED: _look("diamond", colours.pale, colours.outline, 1.5),
            UNKNOWN: _look("square", colours.ground, colours.unknown, 1),
            NOT_MEMBER: _look("circle", colours.outline, colours.outline, 0),
        }[value]
        drawing.add(
            scatter(
                x=xs,
                y=ys,
                mode="markers+text" if value == UNKNOWN else "markers",
                cliponaxis=False,
                name=say(WORDS[value]),
                marker={**look, "size": size * (0.5 if value == NOT_MEMBER else 1)},
                text=["?"] * len(xs),
                textfont={"size": size * 0.75, "color": colours.secondary},
                textposition="middle center",
                customdata=list(rows["resolution"]),
                hovertext=said,
                hovertemplate="%{hovertext}<extra></extra>",
                selected={"textfont": {"color": colours.secondary}},
                unselected={"marker": {"opacity": 1}},
            )
        )
        if value == UNKNOWN:
            _hatch(sheet, drawing, list(zip(xs, ys, strict=True)), size)


def _look(symbol: str, fill: str, line: str, width: float) -> dict:
    return {"symbol": symbol, "color": fill, "line": {"color": line, "width": width}}


def _hatch(sheet: Sheet, drawing: Drawing, spots: list[tuple[float, float]], size: float) -> None:
    """Two short strokes across the corners of each unknown square: hatched, with room for the question mark."""
    half = size / 2
    for x, y in spots:
        for dx, dy in ((-1, 1), (1, -1)):
            drawing.add_shape(
                type="path",
                xsizemode="pixel",
                ysizemode="pixel",
                xanchor=x,
                yanchor=y,
                path=f"M{dx * half:.1f},{dy * half * 0.2:.1f}L{dx * half * 0.2:.1f},{dy * half:.1f}",
                line={"color": sheet.colours.unknown, "width": 1},
            )


def _labels(sheet: Sheet, lanes: _Lanes, part: pd.DataFrame, spots: list[tuple[float, float]]) -> list[dict]:
    """Year (and vote) at each mark."""
    lay, colours, half = sheet.layout, sheet.colours, lanes.size * 0.5
    short = not lanes.down and _close(part) and lanes.per_year < width("2000", lay.small, bold=True) + 5
    notes = []
    for when, value, vote, (x, y) in zip(part["year"], part["value"], part["vote"], spots, strict=True):
        year, at = f"’{when % 100:02d}" if short else str(when), (round(x, 1), round(-y, 1))
        strong = value == SPONSOR
        tint = colours.ink if strong else colours.secondary
        if lanes.down:
            text = year + (f" <i>{say(_CAST[vote])}</i>" if vote else "")
            notes.append(sheet.label(text, lay.small, tint, **placed(*at, "left middle", right=half + 4)))
            continue
        notes.append(sheet.label(year, lay.small, tint, strong, **placed(*at, "center bottom", up=half + 3)))
        if vote:
            text, where = say(_VOTES[vote]).replace("\n", "<br>"), placed(*at, "center top", up=-half - 3)
            notes.append(sheet.label(text, lay.small * 0.95, colours.secondary, align="center", **where))
    return notes
