"""Recorded votes: each text and each hostile amendment to it, how the regional groups voted, side by side.

A row a roll call, a bar a group: for the text, abstained, no vote recorded, against. In a picture of a fixed size
amendments to one text are added up where there is no room for a row each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from analytics.english import body_name, group_short
from analytics.scope import UN_GROUPS
from charts.frame.chart import Chart, Context, Kind, sentences
from charts.frame.figure import Drawing, empty, placed, scatter, unseen
from charts.frame.legend import Swatch, said
from charts.frame.sheet import Sheet
from charts.frame.text import block, escape, height, width, wrap
from charts.kinds.agreement.calls import ALL, Call, added_up, notes, read_rolls, voted
from charts.kinds.agreement.rows import add_ends, path
from data.tongues.speech import headed, say, to_say
from data.words import BODIES

LOOKS = {
    "with": Swatch(to_say("for the text"), "sponsor", "sponsor"),
    "abstain": Swatch(to_say("abstained"), "pale", "outline"),
    "silent": Swatch(to_say("no vote recorded"), "ground", "unknown", hatch=True),
    "contra": Swatch(to_say("against the text"), "left", "left"),
}
_COLUMNS = (ALL, *UN_GROUPS)


@dataclass(frozen=True)
class _Fit:
    """Pixels: of a row, the text, the names before the bars (0: over them), the figures behind, a column, the gap."""

    row: float
    size: float
    names: float
    figures: float
    column: float
    gap: float


def rolls_chart(rolls: pd.DataFrame, context: Context) -> Chart:
    """`rolls`: analytics.agreement.cohesion.rolls by regional group, of one or several bodies."""
    calls = read_rolls(rolls)
    title, note = voted(calls), context.noted(notes(calls))
    what = say("Recorded votes on texts on defenders and on hostile amendments to them, by regional group")
    told = sentences(*(headed(call.name, call.figures) for call in calls))
    stem = f"votes-{'-'.join(body.lower() for body in BODIES if body in set(rolls['body'])) or 'none'}"
    table = _table(calls)
    draw = partial(_draw, calls=calls)
    return Chart(Kind.ROLLS, stem, title, context.within(what), note, told, table, draw, context)


def _draw(sheet: Sheet, calls: Sequence[Call]) -> Drawing:
    if not calls:
        return sheet.place(empty(), 50)
    lay = sheet.layout
    sheet.legend = list(said(LOOKS).values())
    if sheet.room is not None and _high(sheet, calls, lay.label * 1.3) > sheet.room:
        calls = added_up(calls)
    fit = _fit(sheet, calls)
    drawing, top = Drawing(), 0.0
    lefts = {group: fit.names + n * (fit.column + fit.gap) for n, group in enumerate(_COLUMNS)}
    heads = {g: wrap(group_short(g), lay.small, fit.column + fit.gap * 0.6, bold=True) for g in _COLUMNS}
    over = height(max(map(len, heads.values())), lay.small)
    for group, lines in heads.items():
        ink = sheet.colours.group_text(group) if group != ALL else sheet.colours.ink
        at = placed(round(lefts[group], 1), -over, "left bottom")
        drawing.notes.append(sheet.label(block(lines), lay.small, ink, bold=True, **at))
    top = over + lay.small * 0.4
    drawn: list[tuple[Call, float]] = []
    for n, call in enumerate(calls):
        if n == 0 or call.heading != calls[n - 1].heading:
            top += fit.size * (0.5 if n else 0)
            at = placed(0, round(-top, 1), "left top")
            drawing.notes.append(sheet.label(escape(call.heading), fit.size, sheet.colours.ink, bold=True, **at))
            top += fit.size * 1.55
        drawn.append((call, top))
        top += fit.row
    _add_bars(sheet, drawing, drawn, lefts, fit)
    down = fit.row / 2 if fit.names else fit.size * 0.8
    ends = [(call.name, call.figures, -top - down) for call, top in drawn]
    add_ends(sheet, drawing, ends, fit.size, hoverinfo="skip")
    high = max(top, sheet.room or top)
    drawing.hide_axes(sheet.width, high)
    return sheet.place(drawing, high)


def _high(sheet: Sheet, calls: Sequence[Call], row: float) -> float:
    """Pixels that all rows need with their headings and the heads of the columns."""
    headings = len({call.heading for call in calls})
    return len(calls) * row + headings * row * 1.6 + sheet.layout.small * 4.5


def _fit(sheet: Sheet, calls: Sequence[Call]) -> _Fit:
    lay = sheet.layout
    size, row = lay.label, lay.label * 1.75
    if sheet.room is not None:
        row = min(row, (sheet.room - lay.small * 4.5) / (len(calls) + 1.2 * len({call.heading for call in calls})))
        size = min(size, row * 0.75)
    names = max(width(call.name, size) for call in calls) + size
    figures = max(width(call.figures, size) for call in calls) + size * 0.6
    gap = lay.small * 0.8
    column = (sheet.width - names - figures) / len(_COLUMNS) - gap
    if column < 44:
        longest = max(width(call.name, 1) + width(call.figures, 1) for call in calls) + 1.5
        size = min(size, sheet.width / longest)
        gap = lay.small * 0.6
        column = (sheet.width + gap) / len(_COLUMNS) - gap
        return _Fit(size * 2.8, size, 0, 0, column, gap)
    return _Fit(row, size, names, figures, column, gap)


def _add_bars(
    sheet: Sheet, drawing: Drawing, drawn: Sequence[tuple[Call, float]], lefts: dict[str, float], fit: _Fit
) -> None:
    """The bars of all roll calls, those of one look as one path; a bar is the group's seats."""
    thick = fit.size * 0.7
    down = fit.size * 1.6 if not fit.names else (fit.row - thick) / 2
    spots, told = [], []
    for n, swatch in enumerate(said(LOOKS).values()):
        xs: list[float | None] = []
        ys: list[float | None] = []
        for call, top in drawn:
            for group, votes in call.votes.items():
                x0 = lefts[group] + sum(votes[:n]) / sum(votes) * fit.column
                x1 = x0 + votes[n] / sum(votes) * fit.column
                if votes[n]:
                    y0, y1 = -top - down, -top - down - thick
                    xs += [*(round(x, 1) for x in (x0, x1, x1, x0, x0)), None]
                    ys += [*(round(y, 1) for y in (y0, y0, y1, y1, y0)), None]
        if xs:
            drawing.add(path(sheet, swatch, xs[:-1], ys[:-1]))
    for call, top in drawn:
        for group, (with_it, abstain, silent, contra) in call.votes.items():
            spots.append((lefts[group] + fit.column / 2, -top - down - thick / 2))
            words = say(
                "{yes} for the text, {no} against, {abstained} abstained", yes=with_it, no=contra, abstained=abstain
            )
            words += say(", {n} without a recorded vote", n=silent) if silent else ""
            told.append(f"<b>{escape(group_short(group))}</b>, {escape(call.name)} ({call.year})<br>{words}")
    drawing.add(
        scatter(
            x=[round(x, 1) for x, _ in spots],
            y=[round(y, 1) for _, y in spots],
            mode="markers",
            marker=unseen(max(8, fit.column * 0.5)),
            hovertext=told,
            hovertemplate="%{hovertext}<extra></extra>",
            name="votes",
        )
    )


def _table(calls: Sequence[Call]) -> pd.DataFrame:
    rows = []
    for call in calls:
        for group in filter(call.votes.get, _COLUMNS):
            votes = call.votes[group]
            rows.append((body_name(call.body), call.text, call.year, call.name, group_short(group), *votes, sum(votes)))
    heads = [say("Body"), say("Resolution"), say("Year"), say("Vote on"), say("Group"), say("For the text")]
    heads += [say("Abstained"), say("No vote recorded"), say("Against the text"), say("Seats")]
    return pd.DataFrame(rows, columns=heads)
