"""A matrix of agreement: States of one group, or groups, against one another, shaded by share."""

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import pandas as pd

from analytics.agreement.pairs import WHY_ENOUGH
from analytics.english import body_name, count, group_short, percent_told
from charts.frame.chart import Chart, Context, Kind
from charts.frame.colors import UN_GROUPS
from charts.kinds.agreement.squares import Grid, draw_squares
from charts.words.together import across, joined_notes, paired, two_groups
from data.tongues.speech import clauses, headed, listing, say, say_many
from data.tongues.speech import name as called
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
    names = {iso3: called(iso3, short) for iso3, short in people[["iso3", "short_name"]].itertuples(index=False)}
    turned = pairs.rename(columns={"one": "other", "other": "one", "only_one": "only_other", "only_other": "only_one"})
    cells = pd.concat([pairs, turned], ignore_index=True)
    place = {iso3: n for n, iso3 in enumerate(names)}
    cells = cells.assign(row=cells["one"].map(place), column=cells["other"].map(place))
    cells["said"] = [
        headed(listing([names[row.one], names[row.other]]), _told(row.share, row.known, row.both))
        for row in cells.itertuples()
    ]
    grid = Grid(list(names.values()), list(names), list(names), cells, False)
    table = pd.DataFrame(
        {
            say("State"): pairs["one"].map(names),
            say("Other State"): pairs["other"].map(names),
            say("Agreement"): pairs["share"].round(4),
            say("Texts known of both"): pairs["known"],
            say("Both sponsored"): pairs["both"],
            say("Neither sponsored"): pairs["neither"],
            say("Stage"): say(STAGES[among.stage]),
        }
    )
    what = say("Both sponsored or both did not, of the texts on which both are known.")
    return _chart(grid, _Said(paired(pairs, among.group), what, f"within-{among.group}"), table, among, context)


def _told(share: float, known: int, both: int) -> str:
    """The agreement of two States, or that too few texts are known of both."""
    if pd.isna(share):
        return say("only {texts} known of both", texts=count(known, "text"))
    part, texts = percent_told(share), count(known, "text")
    return say("{part} of {texts}, both sponsored {both}", part=part, texts=texts, both=both)


def of_groups(between: pd.DataFrame, among: Among, context: Context) -> Chart:
    """`between`: analytics.agreement.pairs.between, of regional or of political groups."""
    groups = [group for group in UN_GROUPS if group in set(between["one"])]
    political = sorted(set(between["one"]) - set(groups))
    groups += political
    place = {group: n for n, group in enumerate(groups)}
    cells = between.assign(row=between["one"].map(place), column=between["other"].map(place))
    one, many = "{part} of the texts of {n} pair of States", "{part} of the texts of {n} pairs of States"
    cells["said"] = [
        headed(two_groups(row), say_many(one, many, row["states"], part=percent_told(row["share"])))
        for _, row in cells.iterrows()
    ]
    shorts = [group_short(group) for group in groups]
    once = between[between["one"] <= between["other"]]
    table = pd.DataFrame(
        {
            say("Group"): once["one"].map(group_short),
            say("Other group"): once["other"].map(group_short),
            say("Agreement"): once["share"].round(4),
            say("Pairs of States"): once["states"],
            say("Texts known of both, added up"): once["known"],
            say("Both sponsored, added up"): once["both"],
            say("Stage"): say(STAGES[among.stage]),
        }
    )
    told = (
        "All pairs of States from the two groups (a State of several counts in each): both sponsored or both did not, "
        "of the texts known of both."
        if political
        else "All pairs of States from the two groups: both sponsored or both did not, of the texts known of both."
    )
    grid = Grid(shorts, shorts, [""] * len(groups), cells, True)
    stem = f"between-{'political-' if political else ''}groups"
    return _chart(grid, _Said(across(between, bool(political)), say(told), stem), table, among, context)


def _chart(grid: Grid, said: _Said, table: pd.DataFrame, among: Among, context: Context) -> Chart:
    subtitle = context.within(f"{said.what} {body_name(among.body)}{at_stage(among.stage)}")
    stem = f"agreement-{said.stem}-{among.body.lower()}"
    dark = int(table[say("Agreement")].isna().sum())
    fewer = say_many("Hatched: {n} pair with fewer.", "Hatched: {n} pairs with fewer.", dark) if dark else ""
    note = context.noted(joined_notes(say(WHY_ENOUGH), fewer))
    told, draw = clauses(grid.cells["said"]) if grid.written else "", partial(draw_squares, grid=grid)
    shares = (say("Agreement"),)
    return Chart(Kind.AGREEMENT, stem, said.title, subtitle, note, told, table, draw, context, shares=shares)
