"""Which charts can be PowerPoint's own, and with which numbers: those that are bars, columns or lines.

The numbers come from the chart's table, so the editable chart and the picture can never differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import ceil

import pandas as pd

from analytics.english import listing
from analytics.scope import BODY_NAMES, GROUP_SHORT
from charts.frame.chart import Chart
from charts.frame.colors import LIGHT, UN_GROUPS
from data.words import COMPARABLE, FINAL, STAGES

STACKED, LINES, BARS = "stacked", "lines", "bars"
HATCHED, HOLLOW = "hatched", "hollow"
MOST_SERIES = 6
"""Five groups and the observers; with more, the chart stays a picture of small panels."""


@dataclass(frozen=True)
class Series:
    """`values`: one a category, None where nothing is known (never 0). `looks`: position -> hatched or hollow, for
    points that rest on less than a complete list. `beside`: the format of numbers that are no points of a line, such
    as lower bounds, which stand beside it; "" for all others."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    looks: Mapping[int, str] = field(default_factory=dict)
    beside: str = ""


@dataclass(frozen=True)
class Panel:
    """One editable chart. `kind`: stacked, lines or bars; `title`: "" where the slide's title is enough; `top`: where
    the axis ends, the same for panels that stand side by side (None: PowerPoint's own)."""

    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    title: str = ""
    number_format: str = "0"
    top: float | None = None


def notes(chart: Chart) -> list[str]:
    """What is missing, in the words of the editable chart: it draws gaps in another way than the picture. With the
    events that the picture explains in place."""
    table = chart.table
    if chart.name.startswith("support-by-group"):
        texts = table.drop_duplicates("Resolution")
        hollow, dark = texts[texts["List"] == "gap"], texts[~texts["List"].isin(COMPARABLE)]
        said = [
            ("Square: the list has a gap, so at least that share", hollow),
            ("No point: no share can be told", dark),
        ]
    elif chart.name.startswith("cross-regional-breadth"):
        hollow, dark = table[table["List"] == "gap"], table[~table["List"].isin(COMPARABLE)]
        said = [
            ("Square: the list has a gap, so of the names that are held", hollow),
            ("No point: no list that allows it", dark),
        ]
    elif chart.name.startswith("distance-from-best"):
        gapped = table[table["Not known"] > 0]
        return ["Not known: the latest list has a gap; so many more States may have sponsored."] if len(gapped) else []
    elif chart.name.startswith("sponsors-over-time"):
        on_line = table["Sponsors"].str.isdigit()
        said = [
            ("Square: number reported, final list not held", table[on_line & (table["List"] != "complete")]),
            ("Beside the line: not the whole number", table[~on_line & table["Number"].notna()]),
            ("No point: no number is held", table[table["Number"].isna()]),
        ]
    else:
        said = [
            ("Hatched outline: number reported, final list not held", table[table["List"] == "number reported only"]),
            ("Hatched colour: only part of the list could be read", table[table["List"] == "read in part"]),
            ("≥: the list has a gap, so at least that many", table[table["List"] == "has a gap"]),
            (f"No list{_qualified(table)} and no number is held", table[table["Number"].isna()]),
        ]
    made = [f"{words} ({_years(rows)})." for words, rows in said if len(rows)]
    return [*made, *getattr(chart, "told", ())]


def _qualified(table: pd.DataFrame) -> str:
    """ " as tabled": the stage of the lists of a table, where it is one and not the final one."""
    stages = set(table["Stage"])
    return f" {stages.pop()}" if len(stages) == 1 and STAGES[FINAL] not in stages else ""


def _years(rows: pd.DataFrame) -> str:
    """Years, with the body before them where there are several."""
    if "Body" not in rows or rows["Body"].nunique() < 2:
        return listing(str(year) for year in dict.fromkeys(rows["Year"]))
    return "; ".join(f"{BODY_NAMES.get(body, body)} {_years(part)}" for body, part in rows.groupby("Body", sort=False))


def subtitle(chart: Chart) -> str:
    """The chart's subtitle without the key to shapes that only the picture has."""
    return re.split(r"\. (?:Circles|Diamonds|Squares):|; squares:", chart.subtitle, maxsplit=1, flags=re.I)[0]


def panels(chart: Chart) -> list[Panel]:
    """The editable charts that show what the chart shows, side by side; [] where it must be a picture."""
    for stem, made_from in _MAKERS.items():
        if chart.name.startswith(stem):
            made = made_from(chart.table)
            usable = made and all(p.categories and 0 < len(p.series) <= MOST_SERIES for p in made)
            return made if usable else []
    return []


def _columns(table: pd.DataFrame) -> list[Panel]:
    """Stacks by regional group; what was only reported hatched on top, the total in the label of the text."""
    groups = [GROUP_SHORT[group] for group in reversed(UN_GROUPS)]
    named = table[[*groups, "Observers"]].astype("Float64").fillna(0).sum(axis=1)
    partial = {n: HATCHED for n, held in enumerate(table["List"]) if held == "read in part"}
    series = [
        Series(group, _values(table[group]), LIGHT.group_mark(full), partial)
        for group, full in zip(groups, reversed(UN_GROUPS), strict=True)
    ]
    if table["Observers"].fillna(0).sum() > 0:
        series.append(Series("Observers", _values(table["Observers"]), LIGHT.secondary, partial))
    rest = [
        float(number - held) if pd.notna(number) and number > held else None
        for number, held in zip(table["Number"], named, strict=True)
    ]
    if any(rest):
        looks = {n: HATCHED for n, value in enumerate(rest) if value}
        series.append(Series("Reported, names not held", tuple(rest), LIGHT.outline, looks))
    labels = []
    for year, said in zip(table["Year"], table["Sponsors"], strict=True):
        labels.append(f"{year}\n{said.replace('at least ', '≥') if said != 'not known' else 'no list'}")
    if len(series) > MOST_SERIES:  # observers and reported numbers together: the observers are told in the table
        series = [one for one in series if one.name != "Observers"]
    return [Panel(STACKED, tuple(labels), tuple(series))]


def _lines(table: pd.DataFrame) -> list[Panel]:
    """Numbers over time, one chart a body, on one scale; hollow points are reported numbers. A lower bound and a
    number of another moment stand beside the line: the true number may lie above."""
    made = []
    top = ceil(float(table["Number"].max()) / 20) * 20.0 if table["Number"].notna().any() else None
    for body, part in table.groupby("Body", sort=False):
        looks = {n: HOLLOW for n, held in enumerate(part["List"]) if held != "complete"}
        on_line = part["Sponsors"].str.isdigit()
        series = [Series("Sponsors", _values(part["Number"].where(on_line)), LIGHT.sponsor, looks)]
        for name, beside, form in (
            ("At least that many", part["Sponsors"].str.startswith("at least"), '"≥"0'),
            ("At adoption, final list not held", part["Sponsors"].str.endswith("at adoption"), "0"),
        ):
            if beside.any():
                series.append(Series(name, _values(part["Number"].where(beside)), LIGHT.sponsor, looks, form))
        made.append(replace(_panel(LINES, part["Year"], tuple(series), body, table, "0"), top=top))
    return made


def _shares(table: pd.DataFrame) -> list[Panel]:
    """Shares of groups, one chart a body; hollow points are lists with a gap; no share is a break in the line."""
    made = []
    groups = list(dict.fromkeys(table["Group"]))
    full = {short: name for name, short in GROUP_SHORT.items()}
    for body, part in table.groupby("Body", sort=False):
        texts = part.drop_duplicates("Resolution")
        looks = {n: HOLLOW for n, held in enumerate(texts["List"]) if held == "gap"}
        series = []
        for n, group in enumerate(groups):
            shares = part[part["Group"] == group].set_index("Resolution")["Share"].reindex(texts["Resolution"])
            colour = LIGHT.group_mark(full[group]) if group in full else LIGHT.extra[n % len(LIGHT.extra)]
            series.append(Series(group, _values(shares), colour, looks))
        made.append(_panel(LINES, texts["Year"], tuple(series), body, table, "0 %"))
    return [panel for panel in made if any(v is not None for one in panel.series for v in one.values)]


def _breadth(table: pd.DataFrame) -> list[Panel]:
    """Share from outside the largest group, one chart a body."""
    made = []
    for body, part in table.groupby("Body", sort=False):
        looks = {n: HOLLOW for n, held in enumerate(part["List"]) if held == "gap"}
        shares = _values(part["Share from outside the largest"])
        series = Series("Share from outside the largest group", shares, LIGHT.sponsor, looks)
        made.append(_panel(LINES, part["Year"], (series,), body, table, "0 %"))
    return [panel for panel in made if any(v is not None for v in panel.series[0].values)]


def _best(table: pd.DataFrame) -> list[Panel]:
    """Best against latest share of each group, one chart a body."""
    made = []
    for body, part in table.groupby("Body", sort=False):
        names = [
            group + (f" ({unknown} not known)" if unknown else "")
            for group, unknown in zip(part["Group"], part["Not known"], strict=True)
        ]
        latest = Series("Latest text", _values(part["Latest share"]), LIGHT.sponsor)
        best = Series("Its best text", _values(part["Best share"]), LIGHT.outline)
        made.append(_panel(BARS, names, (best, latest), body, table, "0 %"))
    return made


def _panel(kind: str, categories, series: tuple[Series, ...], body: str, table: pd.DataFrame, form: str) -> Panel:
    """A panel whose title names the body, and the stage of its lists, only where the chart shows several."""
    title = BODY_NAMES.get(body, body) if table["Body"].nunique() > 1 else ""
    if title and (stage := _qualified(table[table["Body"] == body])):
        title += f",{stage}"
    return Panel(kind, tuple(map(str, categories)), series, title, form)


def _values(column: pd.Series) -> tuple[float | None, ...]:
    return tuple(None if pd.isna(value) else float(value) for value in column)


_MAKERS: dict[str, Callable[[pd.DataFrame], list[Panel]]] = {
    "sponsors-by-region": _columns,
    "sponsors-over-time": _lines,
    "support-by-group": _shares,
    "cross-regional-breadth": _breadth,
    "distance-from-best": _best,
}
