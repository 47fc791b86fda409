"""The stacks of the column charts: what is drawn of each text, upright or lying down."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.english import group_short
from charts.frame.chart import Event
from charts.frame.colors import UN_GROUPS, text_on
from charts.frame.figure import Drawing, bar, hatched
from charts.frame.legend import Swatch
from charts.frame.sheet import Sheet
from charts.frame.text import escape, width
from charts.words.findings import BOUND
from data.tongues.speech import headed, say
from data.words import NAMED

STACK = tuple(reversed(UN_GROUPS))
BAR = 0.78


@dataclass(frozen=True)
class Stacks:
    """`counts`: Measures.counts, with charts.words.findings.sureness as `sure`; `sponsors`: text by group;
    `events`: those that are told."""

    counts: pd.DataFrame
    sponsors: pd.DataFrame
    events: tuple[Event, ...]


def bound(row: Any) -> str:
    """ "≥" before a number that is at least that much (a row of counts)."""
    return "≥" if row.sure == BOUND else ""


def with_names(data: Stacks) -> pd.DataFrame:
    """Texts of which names are drawn."""
    return data.counts[data.counts["status"].isin(NAMED)]


def stack_bars(sheet: Sheet, data: Stacks, per_unit: float, thick: float, across: bool) -> Drawing:
    """The stacks: groups, observers, reported rest. `per_unit`: pixels a sponsor; `thick`: pixels of a bar."""
    drawing = Drawing()
    named = with_names(data)
    size = min(sheet.layout.small, thick * 0.72)
    partial = named["status"].eq("partial")
    along, up = ("y", "x") if across else ("x", "y")
    base = pd.Series(0, index=named["resolution"])
    parts = [(group_short(g), data.sponsors.loc[named["resolution"], g], sheet.colours.group_mark(g)) for g in STACK]
    if named["observers"].any():
        parts.append((say("Observers"), named.set_index("resolution")["observers"], sheet.colours.secondary))
    for name, values, fill in parts:
        # on hatching a number could not be read; the hover and the table have it
        texts = [
            str(v)
            if v and not hatched and v * per_unit > size * 1.15 and width(str(v), size) < max(thick, v * per_unit)
            else ""
            for v, hatched in zip(values, partial, strict=True)
        ]
        drawing.add(
            bar(
                **{along: list(named["year"]), up: list(values), "base": list(base)},
                orientation="h" if across else "v",
                width=BAR,
                name=name,
                text=texts,
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                constraintext="none",
                cliponaxis=False,
                textfont={"size": size, "color": text_on(fill)},
                customdata=list(named["resolution"]),
                hovertemplate=f"<b>%{{customdata}}</b><br>{headed(escape(name), '%{hovertext}')}<extra></extra>",
                hovertext=[str(v) for v in values],
                marker={
                    "color": fill,
                    "line": {"color": sheet.colours.ground, "width": 0.8},
                    "pattern": hatched(fill, sheet.colours.ground, 6, 0.35)
                    | {"shape": ["/" if p else "" for p in partial], "fillmode": "replace"},
                },
            )
        )
        base = base + values
    rest = data.counts[data.counts["shown"].notna()]
    have = base.reindex(rest["resolution"]).fillna(0).to_numpy()
    rest = rest.assign(base=have, rest=rest["shown"].to_numpy() - have)
    rest = rest[rest["rest"] > 0]
    if len(rest):
        reported = say("{n} reported, final list not held", n="%{hovertext}")
        drawing.add(
            bar(
                **{along: list(rest["year"]), up: list(map(int, rest["rest"])), "base": list(map(int, rest["base"]))},
                orientation="h" if across else "v",
                width=BAR * 0.97,
                name=say("number reported, final list not held"),
                customdata=list(rest["resolution"]),
                hovertext=list(rest["shown_text"]),
                hovertemplate=f"<b>%{{customdata}}</b><br>{reported}<extra></extra>",
                marker={
                    "color": sheet.colours.ground,
                    "line": {"color": sheet.colours.outline, "width": 1.5},
                    "pattern": hatched(sheet.colours.rule, sheet.colours.ground, 9, 0.25),
                },
            )
        )
    drawing.layout |= {"barmode": "overlay", "bargap": 0}
    return drawing


def group_swatch(sheet: Sheet, group: str) -> Swatch:
    """A regional group in a legend row."""
    mark = sheet.colours.group_mark(group)
    return Swatch(group_short(group), mark, mark, text=sheet.colours.group_text(group))


def observers_swatch(data: Stacks) -> list[Swatch]:
    """The entry of the observers' part, where there is one."""
    there = with_names(data)["observers"].any()
    return [Swatch(say("Observers, outside the Member States"), "secondary", "secondary")] if there else []
