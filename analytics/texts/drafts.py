"""A draft resolution that is being sponsored now: who is named so far, held against the latest text that tells.

A draft is no opportunity yet: it enters no share, ladder, record or forecast. Who is not named may still join. Who is
named needs no call: targets, coalitions and letters go by `named_on_drafts`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from analytics.english import listing
from analytics.measures import Measures
from analytics.texts.texts import texts_for
from data.words import (
    ADDITIONAL,
    AS_ADOPTED,
    NOT_MEMBER,
    ON_THE_WAY,
    ORAL,
    SPONSOR,
    STATEMENT,
    TABLED,
    TABLED_REVISED,
    UNKNOWN,
    WHOLE,
    WITHDRAWN,
)

if TYPE_CHECKING:
    from data.store import Record

OUTCOMES = {
    "again": "named again",
    "new": "named, not a sponsor last time",
    "unclear": "named; last time not known",
    "not_yet": "sponsored last time, not named so far",
    "dropped": "on the draft before it was revised, not on its revision: to confirm",
    "withdrew": "took its name back",
    "open": "not named so far",
    "not_member": "not a Member",
}
NAMED = ("again", "new", "unclear")


STAGES_ORDER = (TABLED, TABLED_REVISED, ADDITIONAL, ORAL, AS_ADOPTED, STATEMENT)
"""The stages of a draft's lists, as they follow each other."""


@dataclass(frozen=True)
class Moment:
    """Numbers of names at one stage: on the draft, and on the latest adopted text with a whole list of that stage.
    Member States and observers."""

    stage: str
    names: int
    text: str
    year: int
    names_then: int


@dataclass(frozen=True, eq=False)
class Progress:
    """A draft so far.

    draft: its symbol; body; year and expected_on: when its adoption is expected; stage, list_id and n_lists: the list
    used ("" where none is) and how many are held; all lists count together (the view `named` in data/schema.sql);
    latest: the latest adopted text of the body whose final list tells ("" if there is none), and latest_year (0);
    moment: the draft against the latest text of which a whole list of the same stage is held (None if there is none);
    states: one row a State: iso3, short_name, un_group, status, last (its cell on `latest`), outcome (a key of
    OUTCOMES), first_stage and document (of the first list that names it, in the order of STAGES_ORDER, "" if none
    does)."""

    draft: str
    body: str
    year: int
    expected_on: date
    stage: str
    list_id: str
    n_lists: int
    latest: str
    latest_year: int
    moment: Moment | None
    states: pd.DataFrame

    def of(self, *outcomes: str) -> list[str]:
        """ISO codes of the Member States with these outcomes, sorted."""
        mine = self.states["outcome"].isin(outcomes) & self.states["status"].eq("member")
        return sorted(self.states.loc[mine, "iso3"])


class Named(NamedTuple):
    """Where a State is named: the draft, and the first of its lists with the name, by stage and document ("" where it
    is in no United Nations document)."""

    draft: str
    stage: str
    document: str


def named_on_drafts(record: Record, body: str, year: int) -> dict[str, Named]:
    """Who is named so far on the draft of the text of a body and year, by ISO code, Members and observers; {} where no
    name is on file. All lists of a draft count together; who took its name back is not named. Of several drafts the one
    that is expected latest is told."""
    found: dict[str, Named] = {}
    whole = record.with_drafts
    for draft in of_opportunity(record, body, year):
        cells = Measures(whole).best([draft])
        cells = cells[cells["value"] == SPONSOR]
        first = _first(whole, draft)
        for iso3 in cells["iso3"]:
            found[iso3] = Named(draft, *first.get(iso3, ("", "")))
    return found


def gone_from_drafts(record: Record, body: str, year: int) -> dict[str, Named]:
    """Who was named on the draft of the text of a body and year and is no more, by ISO code: it took its name back
    (stage withdrawn), or stands on a version of the draft before its revision and not on that (the stage of the list
    that names it). To confirm: counted nowhere as named, and not called as if it had never signed."""
    found: dict[str, Named] = {}
    whole = record.with_drafts
    for draft in of_opportunity(record, body, year):
        cells = Measures(whole).best([draft])
        cells = cells[cells["value"] != SPONSOR]
        first = _first(whole, draft)
        gone = cells[cells["withdrawn_list"].ne("") | cells["on_any_list"]]
        for iso3, withdrawn in zip(gone["iso3"], gone["withdrawn_list"], strict=True):
            stage, document = first.get(iso3, ("", ""))
            found[iso3] = Named(draft, WITHDRAWN if withdrawn else stage, document)
    return found


def drafts_of(named: Mapping[str, Named]) -> str:
    """The drafts on which these names stand, in words: "A/C.3/81/L.30"."""
    return listing(sorted({one.draft for one in named.values()}))


def documents_of(named: Mapping[str, Named]) -> str:
    """The documents that name them, in words: "A/C.3/81/L.30 and A/C.3/81/L.30/Add.1"."""
    return listing(sorted({one.document or one.draft for one in named.values()}))


def progress(record: Record, draft: str) -> Progress:
    """Who is named so far on a draft. `record` with its drafts. Raises ValueError for no such draft."""
    rows = record.drafts[record.drafts["resolution"] == draft] if len(record.drafts) else record.drafts
    if rows.empty:
        raise ValueError(f"no draft {draft!r} that is still to be adopted")
    head = rows.iloc[0]
    mine = Measures(record.with_drafts).cells(texts=[draft])
    latest, year, last = _latest(record, head["body"])
    states = mine[["iso3", "short_name", "un_group", "status"]].reset_index(drop=True)
    states = states.assign(last=states["iso3"].map(last).fillna("unknown"))
    told = (mine[column] for column in ("value", "withdrawn_list", "on_any_list"))
    states["outcome"] = [_outcome(*row) for row in zip(states["last"], *told, strict=True)]
    first = _first_named(record.with_drafts, draft)
    for column in ("first_stage", "document"):
        found, each = first[column].to_dict(), zip(states["iso3"], states["outcome"], strict=True)
        states[column] = [found.get(iso3, "") if outcome in NAMED else "" for iso3, outcome in each]
    return Progress(
        draft=draft,
        body=str(head["body"]),
        year=int(head["year"]),
        expected_on=head["adopted_on"],
        stage=mine["stage"].iloc[0],
        list_id=_used(record.with_drafts, draft),
        n_lists=len(record.with_drafts.rows("sponsor_lists", resolution=draft)),
        latest=latest,
        latest_year=year,
        moment=_moment(record.with_drafts, draft, str(head["body"])),
        states=states,
    )


def _used(record: Record, draft: str) -> str:
    held = record.rows("sponsor_lists", resolution=draft, used_for_analysis="yes")
    return str(held["list_id"].iloc[0]) if len(held) else ""


def _first(record: Record, draft: str) -> dict[str, tuple[str, str]]:
    """By State, stage and document symbol of the first list of a draft that names it."""
    rows = _first_named(record, draft)
    return dict(zip(rows.index, zip(rows["first_stage"], rows["document_symbol"], strict=True), strict=True))


def _first_named(record: Record, draft: str) -> pd.DataFrame:
    """By State, the first list of a draft that names it: first_stage, document_symbol and document (its symbol, else
    its title)."""
    lists = record.rows("sponsor_lists", resolution=draft, stage=list(STAGES_ORDER))
    named = lists["document_symbol"]
    lists = lists.assign(document=named.where(named.ne(""), lists["source_title"]))
    rows = record.rows("sponsors", resolution=draft).merge(
        lists[["list_id", "document", "document_symbol"]], on="list_id"
    )
    rows = rows.assign(rank=rows["stage"].map(STAGES_ORDER.index)).sort_values(["rank", "list_id"], kind="stable")
    return rows.drop_duplicates("iso3").set_index("iso3").rename(columns={"stage": "first_stage"})


def _moment(record: Record, draft: str, body: str) -> Moment | None:
    """The draft's latest list that can be whole, against the latest adopted text with a whole list of that stage."""
    lists = record.rows("sponsor_lists", stage=list(ON_THE_WAY)).merge(
        record.resolutions[["resolution", "body", "year", "adopted_on"]], on="resolution"
    )
    mine = lists[lists["resolution"] == draft]
    for stage in reversed(ON_THE_WAY):
        now = mine[mine["stage"] == stage]
        then = lists[lists["body"].eq(body) & lists["stage"].eq(stage) & lists["completeness"].isin(WHOLE)]
        then = then[then["resolution"].ne(draft)].sort_values("adopted_on")
        if len(now) and len(then):
            last = then.iloc[-1]
            names = int(now["n_states"].max())
            return Moment(stage, names, last["resolution"], int(last["year"]), int(last["n_states"]))
    return None


def of_opportunity(record: Record, body: str, year: int) -> list[str]:
    """The drafts of a body whose adoption is expected in that year, the latest expected last."""
    drafts = record.drafts
    if drafts.empty:
        return []
    mine = drafts[drafts["body"].eq(body) & drafts["year"].eq(year)]
    return list(mine["resolution"])


def _latest(record: Record, body: str) -> tuple[str, int, dict[str, str]]:
    try:
        texts = texts_for(record, body)
    except ValueError:
        return "", 0, {}
    rows = Measures(record).cells(texts=[texts.latest])
    return texts.latest, texts.year[texts.latest], dict(zip(rows["iso3"], rows["value"], strict=True))


def _outcome(last: str, now: str, withdrawn_list: str, on_any_list: bool) -> str:
    """What a draft says of one State: its cells on the last text and on the draft, and which lists of it name it."""
    if now == NOT_MEMBER:
        return "not_member"
    if now == SPONSOR:
        return {SPONSOR: "again", UNKNOWN: "unclear"}.get(last, "new")
    if withdrawn_list or on_any_list:
        return "withdrew" if withdrawn_list else "dropped"
    return "not_yet" if last == SPONSOR else "open"
