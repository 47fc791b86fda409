"""The points, lines and numbers of one body in the count trend."""

from __future__ import annotations

import pandas as pd

from charts.frame.figure import Drawing
from charts.frame.labels import Place, Series, numbered
from charts.frame.panels import Panel, line_in, points_in
from charts.frame.sheet import Sheet
from charts.words.findings import AT_ADOPTION, BOUND, LIST, REPORTED
from data.tongues.speech import say


def add_series(sheet: Sheet, drawing: Drawing, panel: Panel, part: pd.DataFrame, place: Place) -> list[dict]:
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
    drawing.add(
        points_in(
            panel,
            list(known["year"]),
            [int(v) for v in known["shown"]],
            look,
            customdata=list(known["resolution"]),
            hovertext=list(known["shown_text"]),
            hovertemplate=f"<b>%{{customdata}}</b> (%{{x}})<br>{sponsors}<extra></extra>",
        )
    )
    dark = part[part["shown"].isna()]
    if len(dark):
        cross = {"symbol": "x-thin", "size": 6 * unit, "line": {"color": sheet.colours.secondary, "width": 1.2}}
        told = f"<b>%{{customdata}}</b> (%{{x}})<br>{say('number not known')}<extra></extra>"
        said = {"customdata": list(dark["resolution"]), "hovertemplate": told}
        drawing.add(points_in(panel, list(dark["year"]), [0] * len(dark), cross, **said))
    texts = [f"{'≥' if row.sure == BOUND else ''}{row.shown}" for row in known.itertuples()]
    points = list(zip(known["year"], known["shown"].astype(int), strict=True))
    line = [None if number is None else (year, number) for year, number in zip(part["year"], solid, strict=True)]
    return numbered(sheet, panel, Series(points, texts, line), place, panel.high)
