"""Cross-regional breadth: the share of sponsors from outside the largest group, and which groups took part."""

from functools import partial

import pandas as pd

from analytics.english import body_at, body_name, count, group_short, listing, percent_told
from analytics.scope import BODIES
from charts.frame.chart import Chart, Context, Kind
from charts.frame.colors import LIGHT, UN_GROUPS
from charts.frame.figure import Drawing, empty, scatter
from charts.frame.labels import Series, numbered, place_of
from charts.frame.legend import Swatch
from charts.frame.native import Form, Native, Plot, native, plain
from charts.frame.native import Series as Drawn
from charts.frame.panels import (
    Panel,
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
from charts.words.findings import by_body
from charts.words.groups import spread_out
from data.tongues.speech import clauses, say, say_many, to_say
from data.words import STATUS, stage_words

_ROW = 0.09
"""Height of a row of squares under the lines, of the height of all shares."""


def breadth_chart(breadth: pd.DataFrame, context: Context) -> Chart:
    """Per text: share of sponsors from outside the largest group, and under it which groups took part. `breadth`:
    Measures.breadth, one or several bodies (a panel each)."""
    present = [body for body in BODIES if body in set(breadth["body"])]
    usable = breadth[breadth["outside_largest"].notna()]
    dark = len(breadth) - len(usable)
    gapped = usable["status"].eq("gap").any()
    title = spread_out(breadth)
    one, many = (
        "{n} text without a list that allows it: left out.",
        "{n} texts without a list that allows it: left out.",
    )
    note = context.noted(
        say("Hollow: list with a gap; a group that does not show there may have taken part.") if gapped else "",
        say_many(one, many, dark) if dark else "",
    )
    what = say("Share of the sponsors from outside the largest group")
    subtitle = context.within(clauses([what, say("squares: regional groups that took part")]))
    numbers = ", ".join(f"{r.year} {percent_told(r.outside_largest)}" for r in usable.itertuples())
    name = f"cross-regional-breadth-{'-'.join(present).lower() or 'none'}"
    draw = partial(_draw, breadth=breadth, present=present)
    drawn = _native(breadth, present, context.within(what), context)
    shares = (say("Share from outside the largest"),)
    return Chart(Kind.BREADTH, name, title, subtitle, note, numbers, _table(breadth), draw, context, drawn, shares)


def _draw(sheet: Sheet, breadth: pd.DataFrame, present: list[str]) -> Drawing:
    lay, colours = sheet.layout, sheet.colours
    usable = breadth[breadth["outside_largest"].notna()]
    if usable.empty:
        return sheet.place(empty(), 50)
    present = [body for body in present if body in set(usable["body"])]
    sheet.legend = [
        Swatch(group_short(g), colours.group_mark(g), colours.group_mark(g), text=colours.group_text(g))
        for g in UN_GROUPS
    ]
    left = width("100%", lay.small) + 8
    drawing = Drawing()
    heads = [(body_at(breadth, b), count(int((usable["body"] == b).sum()), "list")) for b in present]
    panels = of_bodies(sheet, drawing, heads, left, 230)
    span = (int(usable["year"].min()) - 1.2, int(usable["year"].max()) + 1.2)
    reach = (-_ROW * (len(UN_GROUPS) + 0.8), 1.0)
    for code, panel in zip(present, panels, strict=True):
        known = usable[usable["body"] == code].sort_values("adopted_on")
        _line(sheet, drawing, panel, breadth[breadth["body"] == code].sort_values("adopted_on"))
        _squares(sheet, drawing, panel, known, min(10.5 * lay.unit, panel.wide / (span[1] - span[0]) * 0.72))
        place = place_of(panel, span, reach)
        points = list(zip(known["year"], known["outside_largest"].astype(float).round(4), strict=True))
        line = [at if status == "complete" else None for at, status in zip(points, known["status"], strict=True)]
        numbers = Series(points, [percent_told(share) for _, share in points], line)
        drawing.notes += numbered(sheet, panel, numbers, place, place(0, 0)[1])
        ticks = year_ticks(known["year"], *span, panel.wide, lay.small)
        steps = [0, 0.2, 0.4, 0.6, 0.8] if panel.high > 150 else [0, 0.4, 0.8]
        shares = value_axis(sheet, panel, reach, steps)
        set_axes(drawing, panel, year_axis(sheet, span, ticks), shares)
    return sheet.place(drawing, panels[0].area[1], left=left)


def _line(sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame) -> None:
    """The shares of one body: a line between those of whole lists, and the points."""
    outside = say("{part} from outside the largest group", part="%{hovertext}")
    unit, colours = sheet.layout.unit, sheet.colours
    known, whole = part[part["outside_largest"].notna()], part["outside_largest"].where(part["status"] == "complete")
    shares = [None if pd.isna(share) else round(float(share), 4) for share in whole]
    drawing.add(line_in(panel, list(part["year"]), shares, {"color": colours.ink, "width": 2 * unit}))
    look = {
        "size": 9 * unit,
        "color": [colours.ground if gap else colours.ink for gap in known["status"].eq("gap")],
        "line": {"color": colours.ink, "width": 1.8 * unit},
    }
    heights = [round(float(share), 4) for share in known["outside_largest"]]
    said = on_hover(known["resolution"], map(percent_told, known["outside_largest"]), outside)
    drawing.add(points_in(panel, list(known["year"]), heights, look, **said))


def _squares(sheet: Sheet, drawing: Drawing, panel: Panel, known: pd.DataFrame, side: float) -> None:
    """Rows of squares under the lines, in the same axes: which groups took part in each text."""
    for n, group in enumerate(UN_GROUPS):
        took = known[[group in groups for groups in known["groups"]]]
        drawing.add(
            scatter(
                x=list(took["year"]),
                y=[round(-_ROW * (n + 1), 3)] * len(took),
                mode="markers",
                hoverinfo="skip",
                xaxis=panel.x,
                yaxis=panel.y,
                marker={"symbol": "square", "size": side, "color": sheet.colours.group_mark(group)},
                name=group_short(group),
            )
        )


def _table(breadth: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("Body"): breadth["body"].map(body_name),
            say("Resolution"): breadth["resolution"],
            say("Year"): breadth["year"],
            say("Sponsors by group"): breadth["sponsors"].where(breadth["outside_largest"].notna()).astype("Int64"),
            say("Groups that took part"): [listing(group_short(g) for g in groups) for groups in breadth["groups"]],
            say("Share from outside the largest"): breadth["outside_largest"].round(4),
            say("List"): breadth["status"].map({status: say(word) for status, word in STATUS.items()}),
            say("Stage"): breadth["asked"].map(stage_words()),
        }
    )


def _native(breadth: pd.DataFrame, present: list[str], subtitle: str, context: Context) -> Native | None:
    """The shares, one plot a body; a hollow point is of the names that are held."""
    plots = []
    for body in present:
        part = breadth[breadth["body"] == body].sort_values("adopted_on").reset_index(drop=True)
        gapped = part.index[part["status"] == "gap"]
        whole = Drawn(
            say("Share from outside the largest group"), plain(part["outside_largest"].round(4)), LIGHT.sponsor
        )
        series = (whole.without(gapped), *([whole.gapped(gapped)] if len(gapped) else []))
        title = body_at(breadth, body) if len(present) > 1 else ""
        plots.append(Plot(Form.LINES, tuple(map(str, part["year"])), series, title, percent=True))
    said = (
        (to_say("Square: the list has a gap, so of the names that are held ({texts})."), breadth["status"].eq("gap")),
        (to_say("No point: no list that allows it ({texts})."), breadth["outside_largest"].isna()),
    )
    notes = [say(words, texts=by_body(breadth[rows])) for words, rows in said if rows.any()]
    return native(plots, subtitle, context.noted(*notes))
