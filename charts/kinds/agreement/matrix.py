"""A matrix of agreement: States of one group, or groups, against one another, shaded by share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import pandas as pd

from analytics.agreement.pairs import WHY_ENOUGH
from analytics.english import body_name, count, group_short, percent_told
from charts.frame.chart import Chart, Context, Kind
from charts.frame.colors import UN_GROUPS
from charts.kinds.agreement.squares import Grid, draw_squares
from charts.words.together import across, joined_notes, paired
from data.words import STAGES, at_stage


@dataclass(frozen=True)
class Among:
    """Whose agreement, where: the name of a group ("" for groups with one another), a body, the stage of its lists."""

    group: str
    body: str
    stage: str


class _Said(NamedTuple):
    title: str
    what: str
    stem: str


def of_states(pairs: pd.DataFrame, people: pd.DataFrame, among: Among, context: Context) -> Chart:
    """`pairs`: analytics.agreement.pairs.pairs; `people`: iso3 and short_name of the group, in the order of the rows.
    The ISO code of the row is in `customdata` of each square."""
    names = dict(zip(people["iso3"], people["short_name"], strict=True))
    turned = pairs.rename(columns={"one": "other", "other": "one", "only_one": "only_other", "only_other": "only_one"})
    cells = pd.concat([pairs, turned], ignore_index=True)
    place = {iso3: n for n, iso3 in enumerate(names)}
    cells = cells.assign(row=cells["one"].map(place), column=cells["other"].map(place))
    cells["said"] = [
        f"{names[row.one]} and {names[row.other]}: "
        + (
            f"{percent_told(row.share)} of {count(row.known, 'text')}, both sponsored {row.both}"
            if row.share == row.share
            else f"only {count(row.known, 'text')} known of both"
        )
        for row in cells.itertuples()
    ]
    grid = Grid(list(names.values()), list(names), list(names), cells, False)
    table = pd.DataFrame(
        {
            "State": pairs["one"].map(names),
            "Other State": pairs["other"].map(names),
            "Agreement": pairs["share"].round(4),
            "Texts known of both": pairs["known"],
            "Both sponsored": pairs["both"],
            "Neither sponsored": pairs["neither"],
            "Stage": STAGES[among.stage],
        }
    )
    what = "Both sponsored or both did not, of the texts on which both are known"
    return _chart(grid, _Said(paired(pairs, among.group), what, f"within-{among.group}"), table, among, context)


def of_groups(between: pd.DataFrame, among: Among, context: Context) -> Chart:
    """`between`: analytics.agreement.pairs.between, of regional or of political groups."""
    groups = [group for group in UN_GROUPS if group in set(between["one"])]
    political = sorted(set(between["one"]) - set(groups))
    groups += political
    place = {group: n for n, group in enumerate(groups)}
    cells = between.assign(row=between["one"].map(place), column=between["other"].map(place))
    cells["said"] = [
        f"{group_short(row.one)} and {group_short(row.other)}: {percent_told(row.share)} of the texts of "
        f"{count(row.states, 'pair')} of States"
        for row in cells.itertuples()
    ]
    shorts = [group_short(group) for group in groups]
    once = between[between["one"] <= between["other"]]
    table = pd.DataFrame(
        {
            "Group": once["one"].map(group_short),
            "Other group": once["other"].map(group_short),
            "Agreement": once["share"].round(4),
            "Pairs of States": once["states"],
            "Texts known of both, added up": once["known"],
            "Both sponsored, added up": once["both"],
            "Stage": STAGES[among.stage],
        }
    )
    grid = Grid(shorts, shorts, [""] * len(groups), cells, True)
    pairs = "All pairs of States from the two groups" + (" (a State of several counts in each)" if political else "")
    said = _Said(
        across(between, "these groups" if political else "different groups"),
        f"{pairs}: both sponsored or both did not, of the texts known of both",
        f"between-{'political-' if political else ''}groups",
    )
    return _chart(grid, said, table, among, context)


def _chart(grid: Grid, said: _Said, table: pd.DataFrame, among: Among, context: Context) -> Chart:
    subtitle = context.within(f"{said.what}. {body_name(among.body)}{at_stage(among.stage)}")
    stem = f"agreement-{said.stem}-{among.body.lower()}"
    dark = int(table["Agreement"].isna().sum())
    note = context.noted(joined_notes(WHY_ENOUGH, f"Hatched: {count(dark, 'pair')} with fewer." if dark else ""))
    told = "; ".join(grid.cells["said"]) + ". " if grid.written else ""
    alt = f"Matrix of agreement, one square for each two. {said.title}. {told}{note}".replace("\n", " ")
    draw, shares = partial(draw_squares, grid=grid), ("Agreement",)
    return Chart(Kind.AGREEMENT, stem, said.title, subtitle, note, alt, table, draw, context, shares=shares)
