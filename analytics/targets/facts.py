"""The record as the reasons need it: looked up by State, made once for all 195."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from analytics import founders
from analytics.drafts import Named, gone_from_drafts, named_on_drafts
from analytics.measures import Measures
from analytics.scope import may_sponsor, members_of
from analytics.targets import opposition
from analytics.targets.siblings import Sibling, of_latest, siblings
from analytics.targets.similarity import Known, known_record, nearest
from analytics.texts import OTHER_BODY, Texts, texts_for
from data.words import NOT_WHEN_TABLED, UNKNOWN

if TYPE_CHECKING:
    from data.store import Record

COUNCIL_SEATS = 47
_TABLED = ("tabled", "tabled revised")


@dataclass(frozen=True, eq=False)
class Facts:
    """What is known, by ISO code or resolution. values: a State's cell on each text (unknown for "not when tabled");
    lists: the list used of each text that has one; held: texts of each body that have a list; stages: of each body's
    series; adopted: day of each text; council: members of the Human Rights Council in council_year; late: by text, the
    earliest tabled list and the States named on the final list and not on it; withdrawn: texts with a withdrawal among
    the events; groups: members of the political groups on the day of the build, as the coming text is of no day yet;
    leads: from `leads`; may_not: who may not sponsor it; deeds: from analytics.founders.deeds; named: from
    analytics.drafts.named_on_drafts, the names on the draft of the coming text; gone: from
    analytics.drafts.gone_from_drafts."""

    texts: Texts
    other: str
    values: dict[str, dict[str, str]]
    names: dict[str, str]
    un_group: dict[str, str]
    held: dict[str, tuple[str, ...]]
    stages: dict[str, str]
    lists: dict[str, str]
    adopted: dict[str, date]
    votes: dict[str, tuple[opposition.Vote, ...]]
    stands: dict[str, opposition.Opposition]
    siblings: tuple[Sibling, ...]
    sibling_sponsors: dict[str, set[str]]
    groups: dict[str, tuple[str, set[str]]]
    neighbours: dict[str, list[str]]
    council_year: int
    council: set[str]
    late: dict[str, tuple[str, str, set[str]]]
    withdrawn: frozenset[str]
    records: dict[str, Known]
    leads: dict[str, tuple[str, str]]
    may_not: frozenset[str]
    deeds: dict[str, str]
    named: dict[str, Named]
    gone: dict[str, Named]

    def known(self, iso3: str, resolution: str) -> bool:
        """Whether the State's cell on the text is sponsor or not_sponsor."""
        return self.values[iso3].get(resolution) in ("sponsor", "not_sponsor")

    def nearest(self, iso3: str) -> list[tuple[str, float, int]]:
        """The States most like this one on the telling texts before the latest
        (analytics.targets.similarity.nearest)."""
        return nearest(self.records, iso3)

    def held_for(self, body: str, iso3: str) -> tuple[str, ...]:
        """The texts of a body that have a list and were adopted while the State was a Member."""
        return tuple(text for text in self.held.get(body, ()) if self.values[iso3][text] != "not_member")


def facts(record: Record, body: str, year: int) -> Facts:
    """Everything that the reasons look up for an opportunity. Raises ValueError as `texts_for`."""
    texts = texts_for(record, body)
    measures = Measures(record)
    heads, cells = measures.texts(), measures.cells()
    with_list = heads[heads["list_id"] != ""]
    values: dict[str, dict[str, str]] = {}
    for iso3, resolution, value in cells[["iso3", "resolution", "value"]].itertuples(index=False):
        # Who sponsored in the end is asked: who was not named when the draft was tabled may have joined later.
        values.setdefault(iso3, {})[resolution] = UNKNOWN if value == NOT_WHEN_TABLED else value
    adopted = dict(zip(heads["resolution"], heads["adopted_on"], strict=True))
    council_year = _council_year(record.body_members, year)
    today = date.fromisoformat(record.built_on)
    return Facts(
        texts=texts,
        other=OTHER_BODY[body],
        values=values,
        names=dict(zip(record.states["iso3"], record.states["short_name"], strict=True)),
        un_group=dict(zip(record.states["iso3"], record.states["un_group"], strict=True)),
        held={str(one): tuple(part["resolution"]) for one, part in with_list.groupby("body", sort=False)},
        stages=dict(zip(heads["body"], heads["asked"], strict=True)),
        lists=dict(zip(with_list["resolution"], with_list["list_id"], strict=True)),
        adopted=adopted,
        votes=opposition.cast(record.votes, record.resolutions, record.events, record.states),
        stands=opposition.of_states(record),
        siblings=of_latest(siblings(record), texts),
        sibling_sponsors=record.other_sponsors.groupby("other_id")["iso3"].agg(set).to_dict(),
        groups=_groups(record.group_members, today),
        neighbours=record.neighbours.groupby("iso3")["neighbour"].agg(list).to_dict(),
        council_year=council_year,
        council=_council(record.body_members, council_year),
        late=_late(record, with_list),
        withdrawn=frozenset(record.events.loc[record.events["kind"] == "withdrawal", "resolution"]),
        records={state: known_record(mine, texts.telling[:-1]) for state, mine in values.items()},
        leads=leads(record, body),
        may_not=frozenset(
            state.iso3 for state in record.states.itertuples() if not may_sponsor(state.iso3, state.status, body, today)
        ),
        deeds=founders.deeds(record),
        named=named_on_drafts(record, body, year),
        gone=gone_from_drafts(record, body, year),
    )


def leads(record: Record, body: str) -> dict[str, tuple[str, str]]:
    """Who leads the texts of a body: main sponsors of its latest text of which one is named, by ISO code, with that
    text and the list that says so."""
    named = record.sponsors[record.sponsors["role"] == "main sponsor"]
    texts = record.resolutions[record.resolutions["body"] == body].sort_values(["adopted_on", "resolution"])
    for resolution in reversed(list(texts["resolution"])):
        rows = named[named["resolution"] == resolution]
        if len(rows):
            return {row.iso3: (resolution, row.list_id) for row in rows.itertuples()}
    return {}


def _groups(members: pd.DataFrame, on: date) -> dict[str, tuple[str, set[str]]]:
    heads = members.drop_duplicates("group_id")
    return {row.group_id: (row.group_name, members_of(members, row.group_id, on)) for row in heads.itertuples()}


def _council_year(members: pd.DataFrame, year: int) -> int:
    """The opportunity's year, or the latest before it for which all seats of the Council are known; 0 if
    none."""
    seats = members[(members["body"] == "HRC") & (members["at"] == "year")].groupby("key")["iso3"].nunique()
    full = [int(key) for key, number in seats.items() if number >= COUNCIL_SEATS and int(key) <= year]
    return max(full, default=0)


def _council(members: pd.DataFrame, year: int) -> set[str]:
    same = (members["body"] == "HRC") & (members["at"] == "year") & (members["key"] == str(year))
    return set(members.loc[same, "iso3"])


def _late(record: Record, with_list: pd.DataFrame) -> dict[str, tuple[str, str, set[str]]]:
    """By text: the final list used, the earliest complete tabled list, and who is on the first only."""
    named = record.sponsors.groupby("list_id")["iso3"].agg(set).to_dict()
    lists = record.lists
    found = {}
    for text in with_list[with_list["stage"] == "final"].itertuples():
        mine = lists[(lists["resolution"] == text.resolution) & (lists["completeness"] == "complete")]
        early = [row.list_id for stage in _TABLED for row in mine.itertuples() if row.stage == stage]
        if early:
            late = named.get(text.list_id, set()) - named.get(early[0], set()) - {""}
            found[text.resolution] = (text.list_id, early[0], late)
    return found
