"""One State through all texts: what is known of it on each, as written there, and how it voted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.grid import in_words
from analytics.votes import remarks
from data.words import PLENARY

if TYPE_CHECKING:
    from data.store import Record


def history(cells: pd.DataFrame, record: Record, iso3: str) -> pd.DataFrame:
    """One row a text, in order of adoption, for one State.

    Columns: resolution, body, year, adopted_on, short_title, value, word (value in words, a withdrawal among them),
    known (whether it tells at the stage asked), as_written, role (sponsor, main sponsor, "" if not named), list_id,
    withdrawn_list, stage, asked (the stage of the series), vote (yes, no, abstain, "" if none recorded), vote_stage
    (on the text in plenary) and remark (what the State said of that vote later, "" if nothing). Raises ValueError for
    a State that is not in the record.
    """
    mine = cells[cells["iso3"] == iso3]
    if mine.empty:
        raise ValueError(f"no State {iso3!r}")
    named = record.sponsors[record.sponsors["iso3"] == iso3][["list_id", "state_as_written", "role"]]
    cast = record.votes[(record.votes["iso3"] == iso3) & record.votes["stage"].isin(PLENARY)]
    cast = cast[["resolution", "vote", "stage"]].rename(columns={"stage": "vote_stage"})
    titles = record.resolutions[["resolution", "short_title"]]
    table = (
        mine.merge(titles, on="resolution")
        .merge(named.rename(columns={"state_as_written": "as_written"}), on="list_id", how="left")
        .merge(cast, on="resolution", how="left")
    )
    text = ["as_written", "role", "vote", "vote_stage"]
    table[text] = table[text].fillna("")
    table["word"] = in_words(table)
    columns = [
        "resolution",
        "body",
        "year",
        "adopted_on",
        "short_title",
        "value",
        "word",
        "known",
        "as_written",
        "role",
    ]
    later = remarks(record.events, record.states)
    table["remark"] = [later.get((row.resolution, iso3, row.vote), "") for row in table.itertuples()]
    columns += ["list_id", "withdrawn_list", "stage", "asked", "vote", "vote_stage", "remark"]
    return table[columns].sort_values(["adopted_on", "resolution"]).reset_index(drop=True)


def peers(cells: pd.DataFrame, ladder: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """The other States of the State's regional group and where they stand: the rows of a ladder, most sponsored first.

    Empty for observers, which belong to no group.
    """
    group = ladder.loc[ladder["iso3"] == iso3, "un_group"]
    if group.empty or not group.iloc[0]:
        return ladder.iloc[0:0]
    table = ladder[(ladder["un_group"] == group.iloc[0]) & (ladder["iso3"] != iso3)]
    return table.sort_values(["sponsored", "short_name"], ascending=[False, True]).reset_index(drop=True)
