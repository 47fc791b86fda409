"""The founders: who tabled the text that created the mandate or sponsored the Declaration, and where they stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.measures import Measures
from data.tongues.speech import say, to_say
from data.words import SPONSOR, STAGES, TABLED, TABLED_REVISED, UNKNOWN

if TYPE_CHECKING:
    from data.store import Record

DECLARATION = "A/RES/53/144"
"""The Declaration on Human Rights Defenders, adopted by the General Assembly on 9 December 1998."""
WHAT = to_say({"mandate": "tabled the resolution that created the mandate", "declaration": "sponsored the Declaration"})
"""What those did who are named on a founding text at the stage of its body: in the Commission, as tabled."""


def founding_texts(record: Record) -> dict[str, str]:
    """The founding texts in the record by what they founded: `declaration`, and `mandate` for the text that created it
    (resolutions.mandate_action)."""
    created = record.resolutions.loc[record.resolutions["mandate_action"] == "created", "resolution"]
    found = {"mandate": created.iloc[0] if len(created) else ""}
    found["declaration"] = DECLARATION if record.resolutions["resolution"].eq(DECLARATION).any() else ""
    return {what: text for what, text in found.items() if text}


def deeds(record: Record) -> dict[str, str]:
    """By founding text, what those did who are named on it, with its symbol: "tabled the resolution that created the
    mandate (CHR 2000/61, as tabled, E/CN.4/2000/L.37)". "Tabled" only where the list that is used is of the draft."""
    texts = founding_texts(record)
    used = record.rows("sponsor_lists", resolution=list(texts.values()), used_for_analysis="yes").set_index(
        "resolution"
    )
    found = {}
    for what, text in texts.items():
        if text not in used.index:
            continue
        held, did, symbol = used.loc[text], say(WHAT[what]), text
        if what == "mandate" and held["stage"] in (TABLED, TABLED_REVISED):
            symbol = f"{text}, {say(STAGES[TABLED])}, {held['document_symbol']}"
        elif what == "mandate":
            did = say("sponsored the resolution that created the mandate")
        found[text] = f"{did} ({symbol})"
    return found


def founders(record: Record, text: str, today: str = "GA") -> pd.DataFrame:
    """Where those that sponsored a founding text stand today in one body.

    Each body is read at its own stage, so that the sponsors of a Commission text are those that tabled it; `today`: the
    body asked about. Columns: those of Measures.ladder of that body (status and un_group as on its latest text), value
    (the cell on the founding text), status_then, founder (bool), now (on, off, open: whether it sponsored the latest
    text of which a whole list is held; open where that is not known).
    Raises ValueError for a text that is not in the record.
    """
    measures = Measures(record)
    then = measures.cells(texts=[text]).set_index("iso3")
    if then.empty:
        raise ValueError(f"no resolution {text!r} in the record")
    table = measures.ladder(today)
    table["value"] = table["iso3"].map(then["value"])
    table["status_then"] = table["iso3"].map(then["status"])
    table["founder"] = table["value"].eq(SPONSOR)
    on, open_ = table["reference_value"].eq(SPONSOR), table["reference_value"].eq(UNKNOWN)
    return table.assign(now=pd.Series("off", index=table.index).mask(on, "on").mask(open_, "open"))
