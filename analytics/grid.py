"""The grid: what is known of every State on every text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from data.words import CELLS, FINAL, NOT_MEMBER, NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, WITHDREW

if TYPE_CHECKING:
    from data.store import Record

_TEXT = ["resolution", "body", "session", "year", "adopted_on", "sponsor_coverage"]


def cells(record: Record, stage: str = "") -> pd.DataFrame:
    """One row a resolution and State (Members and observers), at one stage a body.

    `stage`: the stage asked for; "" or one that a body does not offer (record.stages) is the body's own.
    Columns: resolution, body, session, year, adopted_on, iso3, short_name, name, un_group ("" for who was an observer
    on the day), status (member, observer: on the day), value (a key of data.words.CELLS), list_id, asked (the stage of
    the body's series), stage and completeness of the list that answers ("" where none does), coverage of the
    resolution, known (whether the cell tells who sponsored at the stage asked: at another than the final one a "not
    named when tabled" does), withdrawn_list ("" but where the State took its name back), on_any_list (whether a list of
    the text, of whatever stage, names it). Sorted by day of adoption, resolution, State. The rule for `value` is the
    view `stage_grid` in data/schema.sql (docs/methodology.md).
    """
    texts = record.resolutions[_TEXT].rename(columns={"sponsor_coverage": "coverage"})
    texts = texts.assign(asked=texts["body"].map(stages_asked(record, stage)))
    grid = record.stage_grid.rename(columns={"stage": "asked", "list_stage": "stage"})
    states = record.states[["iso3", "short_name", "name", "un_group"]]
    table = grid.merge(texts, on=["resolution", "asked"]).merge(states, on="iso3")
    table["un_group"] = table["un_group"].where(table["status"] == "member", "")
    table["known"] = table["value"].isin((SPONSOR, NOT_SPONSOR)) | (
        table["value"].eq(NOT_WHEN_TABLED) & table["asked"].ne(FINAL)
    )
    return table.sort_values(["adopted_on", "resolution", "iso3"], kind="stable").reset_index(drop=True)


def stages_asked(record: Record, stage: str = "") -> dict[str, str]:
    """The stage at which each body is read when `stage` is asked for: its own series' where it does not offer it."""
    offered = set(zip(record.stages["body"], record.stages["stage"], strict=True))
    return {body: stage if (body, stage) in offered else own for body, own in record.series.items()}


def not_known(cells: pd.DataFrame) -> pd.Series:
    """Whether each cell is open for the question of its series: unknown, or not named on a list from before the end."""
    return ~cells["known"] & cells["value"].ne(NOT_MEMBER)


def withdrew(cells: pd.DataFrame) -> pd.Series:
    """Whether each cell is of a State that took its name back: never to be shown as a mere "not a sponsor"."""
    return cells["withdrawn_list"].ne("") & cells["value"].eq(NOT_SPONSOR)


def in_words(cells: pd.DataFrame) -> pd.Series:
    """What each cell is called, a withdrawal among them (data.words)."""
    return cells["value"].map(CELLS).mask(withdrew(cells), WITHDREW)


def wide(cells: pd.DataFrame) -> pd.DataFrame:
    """State by resolution: index iso3, one column a resolution in order of adoption, the cell's value inside."""
    order = cells.drop_duplicates("resolution")["resolution"]
    return cells.pivot(index="iso3", columns="resolution", values="value")[list(order)]


def states_of(cells: pd.DataFrame) -> pd.DataFrame:
    """The States of the cells, as they were on the day of the latest text: iso3, short_name, un_group, status."""
    latest = cells.drop_duplicates("iso3", keep="last")
    return latest[["iso3", "short_name", "un_group", "status"]].sort_values("iso3").reset_index(drop=True)
