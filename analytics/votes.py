"""Recorded votes: on a text, and on hostile amendments to it."""

import pandas as pd

from analytics.english import listing
from data.tongues.speech import say, to_say

_WAS_RECORDED = to_say(
    {
        "yes": "Recorded in favour, it {said} ({source}).",
        "no": "Recorded against, it {said} ({source}).",
        "abstain": "Recorded as abstaining, it {said} ({source}).",
    }
)


def with_remarks(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with the columns vote, said and said_in of the table `stances`, in place of the last two with `remark`: what
    the State said later of the vote, in a sentence with its source, "" if nothing. Such a vote never stands alone."""
    told = zip(*(rows[column].to_numpy() for column in ("vote", "said", "said_in")), strict=True)
    remarks = [say(_WAS_RECORDED[vote], said=say(said), source=source) if said else "" for vote, said, source in told]
    return rows.drop(columns=["said", "said_in"]).assign(remark=remarks)


def tallies(votes: pd.DataFrame, text: pd.Series) -> pd.DataFrame:
    """The roll calls on one text of which names are held.

    `votes`: Measures.votes of it; `text`: its row of resolutions.
    Columns: stage, kind (text, amendment), yes, no, abstain (votes, Int64), names ("all held", or whose are not).
    The roll call in committee on A/RES/70/161 has names against and abstaining only: those in favour are the number
    that was announced (<NA> where none was), never 0."""
    keys = ["stage", "kind"]
    table = votes.pivot_table(index=keys, columns="vote", values="iso3", aggfunc="count", fill_value=0)
    table = table.reindex(columns=["yes", "no", "abstain"], fill_value=0).reset_index()
    table.columns.name = None
    kinds = {"yes": "in favour", "no": "against", "abstain": "abstaining"}
    table = table.astype(dict.fromkeys(kinds, "Int64"))
    lacking = dict.fromkeys(kinds, False)
    if (in_committee := table["stage"].eq("committee")).any():
        for kind in kinds:
            announced = text[f"committee_{kind}"]
            if pd.isna(announced) and table.loc[in_committee, kind].gt(0).all():
                continue  # no number to hold the names against: they are what is known
            lacking[kind] = not table.loc[in_committee, kind].eq(announced).fillna(False).all()
            if lacking[kind]:
                table.loc[in_committee, kind] = announced
    missing = [word for kind, word in kinds.items() if lacking[kind]]
    table["names"] = "all held"
    if missing:
        table.loc[in_committee, "names"] = f"those {listing(missing)} not held"
    return table.sort_values(["kind", "stage"], ascending=[False, True]).reset_index(drop=True)
