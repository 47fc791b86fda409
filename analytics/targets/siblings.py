"""Sibling texts: which other Third Committee texts draw the same sponsors as the text on defenders.

The rule is published with the result: association within the session, measured, not chosen by hand.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from analytics.english import listing, share
from analytics.measures import Measures
from analytics.targets.reason import Reason, cell, row
from analytics.texts.texts import Texts
from data.tongues.speech import NotTranslated, say, to_count

if TYPE_CHECKING:
    from data.store import Record

LEAST, MOST = 0.5, 5
RELATED = to_count("related text", "related texts")
# A list as catalogued after tabling is the tabled draft with its additional sponsors: what a final list is
# made of.
COMPARABLE = ("final", "tabled and additional")


def association(mine: set[str], theirs: set[str], among: set[str]) -> float:
    """The phi coefficient (Yule 1912; Pearson's r of two yes-or-no columns) of two sets of States, -1 to 1.

    Over the States `among`; NaN where all or none of them are in one of the sets.
    """
    mine, theirs = mine & among, theirs & among
    both = len(mine & theirs)
    neither = len(among) - len(mine | theirs)
    only_mine, only_theirs = len(mine) - both, len(theirs) - both
    scale = len(mine) * len(theirs) * (len(among) - len(mine)) * (len(among) - len(theirs))
    return (both * neither - only_mine * only_theirs) / math.sqrt(scale) if scale else float("nan")


def siblings(record: Record, symbol: str) -> pd.DataFrame:
    """Every comparable text of the session of a text on defenders whose sponsors are known.

    Columns: session, year, other_id, resolution, title, sponsors (Members), both (sponsors of both among the States
    compared), compared (States), phi (-1 to 1), sibling (bool, by RULE). Sorted by falling phi.
    """
    members = set(record.states.loc[record.states["status"] == "member", "iso3"])
    part = Measures(record).cells(texts=[symbol])
    part = part[part["iso3"].isin(members)]
    among, mine = set(part.loc[part["known"], "iso3"]), set(part.loc[part["value"] == "sponsor", "iso3"])
    others = record.rows("other_resolutions", stage=list(COMPARABLE), group_sponsor="no")
    others = others[others["session"].eq(part["session"].iloc[0]) & others["resolution"].ne("")]
    sponsors = record.rows("other_sponsors", other_id=list(others["other_id"]))
    named = sponsors.groupby("other_id")["iso3"].agg(set).to_dict()
    rows = []
    for text in others[["session", "year", "other_id", "resolution", "title"]].itertuples(index=False):
        theirs = named.get(text.other_id, set()) & members
        rows.append((*text, len(theirs), len(mine & theirs), len(among), association(mine, theirs, among)))
    columns = ["session", "year", "other_id", "resolution", "title", "sponsors", "both", "compared", "phi"]
    table = pd.DataFrame(rows, columns=columns).sort_values(["phi", "other_id"], ascending=[False, True])
    return table.assign(sibling=(np.arange(len(table)) < MOST) & (table["phi"] >= LEAST)).reset_index(drop=True)


class Sibling(NamedTuple):
    """A sibling text, as reasons need it. defenders: the text on defenders of the same session."""

    defenders: str
    other_id: str
    resolution: str
    title: str


def of_latest(record: Record, texts: Texts) -> tuple[Sibling, ...]:
    """The sibling texts of the latest text on defenders that has any, most strongly associated first; () if none.

    Only for an opportunity in the General Assembly are there any.
    """
    if texts.body != "GA":
        return ()
    held = set(record.rows("other_resolutions", group_sponsor="no")["session"])
    sessions = dict(zip(*(record.resolutions[name].tolist() for name in ("resolution", "session")), strict=True))
    for symbol in reversed(texts.telling):
        if sessions[symbol] not in held:
            continue
        table = siblings(record, symbol)
        if table["sibling"].any():
            part = table.loc[table["sibling"], ["other_id", "resolution", "title"]]
            return tuple(Sibling(symbol, *values) for values in part.itertuples(index=False))
    return ()


def reason(
    kept: Sequence[Sibling], named: Mapping[str, set[str]], iso3: str, value: str, texts: Texts
) -> Reason | None:
    """That a State sponsored sibling texts but not the text on defenders of that session; None if it did not.

    kept: from `of_latest`; named: sponsors of the other texts by other_id; value: the State's cell on the
    text on defenders. Where that is unknown the sentence says so.
    """
    mine = [text for text in kept if iso3 in named.get(text.other_id, ())]
    if not mine or value not in ("not_sponsor", "unknown"):
        return None
    symbol = kept[0].defenders
    told = "Sponsored {number}: {texts}, but not {here}."
    if value == "unknown":
        told = "Sponsored {number}: {texts}; on {here} it cannot be told."
    number, here = share(len(mine), len(kept), *RELATED), texts.named(symbol)
    sentence = say(told, number=number, texts=listing(map(_named, mine)), here=here)
    signed = row("other_sponsors", other_id=[text.other_id for text in mine], iso3=iso3)
    compared = row("other_resolutions", other_id=[text.other_id for text in kept])
    return Reason("sibling", sentence, (signed, compared, cell(symbol, iso3)))


def _named(text: Sibling) -> str:
    """The symbol with its title; without it in a language that has no title of it."""
    try:
        return f"{text.resolution} ({say(_short(text.title))})"
    except NotTranslated:
        return text.resolution


def _short(title: str) -> str:
    head = title.split(" : ")[0].strip()
    return head if len(head) <= 70 else head[:67].rsplit(" ", 1)[0] + " …"
