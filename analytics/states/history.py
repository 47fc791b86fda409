"""One State through all texts: what is known of it on each, as written there, and how it voted."""

import pandas as pd

from analytics.grid import in_words
from analytics.votes import with_remarks


def with_words(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a text, in order of adoption, for one State.

    Columns: resolution, body, year, adopted_on, short_title, value, word (value in words, a withdrawal among them),
    known (whether it tells at the stage asked), as_written, role (sponsor, main sponsor, "" if not named), list_id,
    withdrawn_list, stage, asked (the stage of the series), vote (yes, no, abstain, "" if none recorded), vote_stage
    (on the text in plenary) and remark (what the State said of that vote later, "" if nothing). `rows`: the answer to
    the question `history`."""
    return with_remarks(rows.assign(word=in_words(rows)))


def peers(ladder: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """The other States of the State's regional group and where they stand: the rows of a ladder, most sponsored first.
    Empty for observers, which belong to no group."""
    group = ladder.loc[ladder["iso3"] == iso3, "un_group"]
    if group.empty or not group.iloc[0]:
        return ladder.iloc[0:0]
    table = ladder[ladder["un_group"].eq(group.iloc[0]) & ladder["iso3"].ne(iso3)]
    return table.sort_values(["sponsored", "short_name"], ascending=[False, True]).reset_index(drop=True)
