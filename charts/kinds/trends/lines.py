"""How the number of sponsors moved, one panel a body: side by side, on one scale, never added up.

Filled: a complete list. Hollow circle: a number that was reported, final list not held. Hollow square: a number at
adoption, when others could still join. Hollow diamond: at least that many. Texts of which no number is held break the
line and are marked on the axis."""

from dataclasses import replace
from functools import partial
from math import ceil
from typing import NamedTuple

import pandas as pd

from analytics.english import body_at, body_name, count, sponsors_at
from analytics.scope import BODIES
from charts.frame.chart import Chart, Context, Event, Kind
from charts.frame.colors import LIGHT
from charts.frame.figure import Drawing, empty
from charts.frame.labels import Place, covered, numbered, place_of, traced
from charts.frame.labels import Series as Numbers
from charts.frame.legend import Swatch
from charts.frame.native import Form, Look, Native, Plot, Series, native, plain
from charts.frame.panels import (
    Panel,
    Remark,
    callout,
    line_in,
    of_bodies,
    on_hover,
    points_in,
    set_axes,
    value_axis,
    year_axis,
    year_ticks,
)
from charts.frame.sheet import Sheet
from charts.frame.text import width
from charts.words.findings import AT_ADOPTION, BOUND, LIST, REPORTED, by_body, counted_side_by_side, sureness
from data.tongues.speech import clauses, headed, say, say_many, to_say
from data.words import STATUS, stage_words


class _Drawn(NamedTuple):
    """The panel of one body, what turns its units into pixels, and its numbers."""

    panel: Panel
    place: Place
    numbers: list[dict]


def lines(counts: pd.DataFrame, context: Context) -> Chart:
    """`counts`: Measures.counts of one or several bodies."""
    present = [body for body in BODIES if body in set(counts["body"])]
    rank = counts["body"].map(BODIES.index)
    counts = counts.assign(rank=rank, sure=sureness(counts)).sort_values(["rank", "adopted_on"]).reset_index(drop=True)
    title = counted_side_by_side(counts)
    subtitle = context.within(say("{sponsors} of each text on human rights defenders", sponsors=sponsors_at(counts)))
    dark = int(counts["shown"].isna().sum())
    one, many = (
        "{n} text without any number: marked on the axis, and no line is drawn across.",
        "{n} texts without any number: marked on the axis, and no line is drawn across.",
    )
    note = say_many(one, many, dark) if dark else ""
    numbers = clauses(
        headed(body_name(b), ", ".join(f"{r.year} {r.shown_text}" for r in part.itertuples()))
        for b, part in counts.groupby("body", sort=False)
    )
    name = f"sponsors-over-time-{'-'.join(present).lower() or 'none'}"
    draw = partial(_draw, counts=counts, present=present, events=context.events)
    drawn = _native(counts, present, subtitle, context)
    return Chart(Kind.COUNTS, name, title, subtitle, note, numbers, _table(counts), draw, context, drawn)


def _draw(
    sheet: Sheet, counts: pd.DataFrame, present: list[str], events: tuple[Event, ...], noted: bool = False
) -> Drawing:
    lay = sheet.layout
    known = counts[counts["shown"].notna()]
    if known.empty:
        return sheet.place(empty(), 50)
    sheet.legend = _legend(counts)
    left = width("100", lay.small) + 8
    drawing = Drawing()
    heads = [(body_at(counts, body), _under(counts[counts["body"] == body])) for body in present]
    panels = of_bodies(sheet, drawing, heads, left, 150 if lay.tight else 250)
    span = (int(counts["year"].min()) - 1.0, int(counts["year"].max()) + 1.0)
    reach = (0.0, float(known["shown"].max()) * 1.18)
    drawn: dict[str, _Drawn] = {}
    for body, panel in zip(present, panels, strict=True):
        part = counts[counts["body"] == body]
        place = place_of(panel, span, reach)
        drawn[body] = _Drawn(panel, place, _add_series(sheet, drawing, panel, part, place))
        drawing.notes += drawn[body].numbers
        ticks = year_ticks(part["year"], *span, panel.wide, lay.small)
        steps = range(0, int(reach[1]) + 1, 20 if panel.high > 120 else 40)
        counted = value_axis(sheet, panel, reach, steps, percents=False)
        set_axes(drawing, panel, year_axis(sheet, span, ticks), counted)
    if not noted:
        placed = [_remark(sheet, counts, event, drawn) for event in events]
        if any(remark is None for remark in placed):
            for event in events:
                sheet.add_note(f"{event.dated}.")
            return _draw(sheet, counts, present, events, noted=True)
        drawing.notes += [remark for remark in placed if remark]
    return sheet.place(drawing, panels[0].area[1], left=left)


def _under(part: pd.DataFrame) -> str:
    known = int(part["shown"].notna().sum())
    return say("{texts}, number known for {n}", texts=count(len(part), "text"), n=known)


def _legend(counts: pd.DataFrame) -> list[Swatch]:
    looks = {
        LIST: Swatch(say("complete list"), "sponsor", "sponsor", shape="circle"),
        AT_ADOPTION: Swatch(
            say("number at adoption, final list not held"), "ground", "sponsor", shape="square", heavy=True
        ),
        REPORTED: Swatch(say("number reported, final list not held"), "ground", "sponsor", shape="circle", heavy=True),
        BOUND: Swatch(say("≥ at least that many"), "ground", "sponsor", shape="diamond", heavy=True),
        "": Swatch(say("× no number held"), shape=""),
    }
    return [swatch for sure, swatch in looks.items() if sure in set(counts["sure"])]


def _remark(sheet: Sheet, counts: pd.DataFrame, event: Event, drawn: dict[str, _Drawn]) -> dict | None:
    """What happened, with a line to its point that keeps off the numbers; None where there is no room."""
    lay = sheet.layout
    mine = counts[counts["resolution"] == event.resolution].iloc[0]
    if pd.isna(mine["shown"]):
        return None
    panel, place, numbers = drawn[mine["body"]]
    part = counts[(counts["body"] == mine["body"]) & counts["shown"].notna()]
    at = (int(mine["year"]), int(mine["shown"]))
    taken = traced([(year, float(number)) for year, number in zip(part["year"], part["shown"], strict=True)], place)
    taken += covered(numbers, place)
    limits = [panel.wide * share for share in (0.5, 0.4, 0.3)]
    remark = Remark(event.dated, at, place(*at), limits)
    made = callout(sheet, panel, remark, taken, lay.small * 0.8)
    if made is None:
        return None
    # the line to the point ends before the number that stands between
    between = any((n["x"], n["y"]) == at and (n["yshift"] < 0) == (made["ay"] > 0) for n in numbers)
    return made | {"standoff": made["standoff"] + lay.small * 1.1} if between else made


def _table(counts: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("Body"): counts["body"].map(body_name),
            say("Resolution"): counts["resolution"],
            say("Year"): counts["year"],
            say("Sponsors"): counts["shown_text"],
            say("Number"): counts["shown"],
            say("List"): counts["status"].map({status: say(word) for status, word in STATUS.items()}),
            say("Stage"): counts["asked"].map(stage_words()),
        }
    )


def _native(counts: pd.DataFrame, present: list[str], subtitle: str, context: Context) -> Native | None:
    """One chart a body, on one scale. A lower bound and a number of another moment are no points of the line."""
    top = ceil(float(counts["shown"].max()) / 20) * 20.0 if counts["shown"].notna().any() else None
    plots = []
    for body in present:
        part = counts[counts["body"] == body].reset_index(drop=True)
        at = {sure: set(part.index[part["sure"] == sure]) for sure in (BOUND, AT_ADOPTION, REPORTED)}
        whole = Series(say("Sponsors"), plain(part["shown"]), LIGHT.sponsor, dict.fromkeys(at[REPORTED], Look.HOLLOW))
        series = [whole.without(at[BOUND] | at[AT_ADOPTION])]
        if at[BOUND]:
            series.append(replace(whole.only(at[BOUND], say("At least that many")), bounds=frozenset(at[BOUND])))
        if at[AT_ADOPTION]:
            series.append(whole.only(at[AT_ADOPTION], say("At adoption, final list not held")))
        title = body_at(counts, body) if len(present) > 1 else ""
        plots.append(Plot(Form.LINES, tuple(map(str, part["year"])), tuple(series), title, top=top))
    said = (
        (to_say("Square: number reported, final list not held ({texts})."), counts[counts["sure"] == REPORTED]),
        (to_say("Beside the line: not the whole number ({texts})."), counts[counts["sure"].isin((BOUND, AT_ADOPTION))]),
        (to_say("No point: no number is held ({texts})."), counts[counts["sure"] == ""]),
    )
    notes = [say(words, texts=by_body(rows)) for words, rows in said if len(rows)]
    return native(plots, subtitle, context.noted(*notes))


def _add_series(sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame, place: Place) -> list[dict]:
    """The points of one body (Measures.counts, with charts.words.findings.sureness as `sure`), the line between
    whole numbers, and their labels; `place`: see charts.frame.labels.place_of."""
    tint, unit = sheet.colours.sponsor, sheet.layout.unit
    known = part[part["shown"].notna()]
    sponsors = say("beside a point|{n} sponsors", n="%{hovertext}")
    # a lower bound, and a number of another moment, is no point of a line: the true number may lie above
    whole = part["sure"].isin((LIST, REPORTED))
    solid = [int(shown) if on else None for shown, on in zip(part["shown"], whole, strict=True)]
    drawing.add(line_in(panel, list(part["year"]), solid, {"color": tint, "width": 2 * unit}))
    look = {
        "symbol": [{BOUND: "diamond", AT_ADOPTION: "square"}.get(sure, "circle") for sure in known["sure"]],
        "size": 9 * unit,
        "color": [tint if sure == LIST else sheet.colours.ground for sure in known["sure"]],
        "line": {"color": tint, "width": 1.8 * unit},
    }
    said = on_hover(known["resolution"], known["shown_text"], sponsors)
    drawing.add(points_in(panel, list(known["year"]), [int(v) for v in known["shown"]], look, **said))
    dark = part[part["shown"].isna()]
    if len(dark):
        cross = {"symbol": "x-thin", "size": 6 * unit, "line": {"color": sheet.colours.secondary, "width": 1.2}}
        told = f"<b>%{{customdata}}</b> (%{{x}})<br>{say('number not known')}<extra></extra>"
        said = {"customdata": list(dark["resolution"]), "hovertemplate": told}
        drawing.add(points_in(panel, list(dark["year"]), [0] * len(dark), cross, **said))
    texts = [f"{'≥' if row.sure == BOUND else ''}{row.shown}" for row in known.itertuples()]
    points = list(zip(known["year"], known["shown"].astype(int), strict=True))
    line = [None if number is None else (year, number) for year, number in zip(part["year"], solid, strict=True)]
    return numbered(sheet, panel, Numbers(points, texts, line), place, panel.high)
