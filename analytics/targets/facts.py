"""The record as the reasons need it: looked up by State, made once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.measures import Measures
from analytics.scope import may_sponsor, members_of
from analytics.states import founders
from analytics.targets import opposition
from analytics.targets.matrix import CODE, Likeness, Matrix
from analytics.targets.reason import Row, row
from analytics.targets.siblings import Sibling, of_latest
from analytics.texts.drafts import Named, gone_from_drafts, named_on_drafts
from analytics.texts.texts import OTHER_BODY, Texts, texts_for
from data.tongues.speech import in_language
from data.words import NOT_MEMBER, SPONSOR

if TYPE_CHECKING:
    from data.store import Record

COUNCIL_SEATS = 47


class Signs(NamedTuple):
    """A State's row of Measures.signs, and its level by analytics.targets.opposition."""

    votes_for: int
    voted_for: bool
    votes_against: int
    abstained: bool
    both: int
    late: int
    level: str = ""


@dataclass(frozen=True, eq=False)
class Facts:
    """What is known, by ISO code or resolution. matrix: the cells; held: texts of each body that have a list; stages:
    of each body's series; adopted: day of each text; council: members of the Human Rights Council in council_year;
    signs: what its votes and lists come to; withdrawn: texts with a withdrawal among the events; groups: members
    of the political groups on the day of the build, as the coming text is of no day yet; languages: from `languages`;
    leads: from `leads`; may_not: who may not sponsor it; deeds: from analytics.states.founders.deeds; named: from
    analytics.texts.drafts.named_on_drafts, the names on the draft of the coming text; gone: from
    analytics.texts.drafts.gone_from_drafts."""

    measures: Measures
    texts: Texts
    other: str
    matrix: Matrix
    names: dict[str, str]
    un_group: dict[str, str]
    held: dict[str, tuple[str, ...]]
    stages: dict[str, str]
    adopted: dict[str, date]
    siblings: tuple[Sibling, ...]
    sibling_sponsors: dict[str, set[str]]
    groups: dict[str, tuple[str, set[str]]]
    neighbours: dict[str, set[str]]
    languages: dict[str, str]
    council_year: int
    council: set[str]
    signs: dict[str, Signs]
    withdrawn: frozenset[str]
    leads: dict[str, tuple[str, str]]
    may_not: frozenset[str]
    deeds: dict[str, str]
    named: dict[str, Named]
    gone: dict[str, Named]

    def value(self, iso3: str, resolution: str) -> str:
        """The State's cell on the text; who was not named when it was tabled may have joined later, and is unknown."""
        return self.matrix.value(iso3, resolution)

    def known(self, iso3: str, resolution: str) -> bool:
        """Whether the State's cell on the text is sponsor or not_sponsor."""
        return self.value(iso3, resolution) in ("sponsor", "not_sponsor")

    @cached_property
    def on_latest(self) -> dict[str, str]:
        """The cell of every State on the latest telling text."""
        return {iso3: self.value(iso3, self.texts.latest) for iso3 in self.matrix.states}

    @cached_property
    def likeness(self) -> Likeness:
        """How like the States' records are on the telling texts before the latest."""
        return self.matrix.likeness(self.texts.telling[:-1])

    def stands(self, iso3: str, mine: tuple[opposition.Vote, ...]) -> opposition.Opposition:
        """What the State's votes amount to (analytics.targets.opposition.judge)."""
        signed = self.matrix.codes[:, self.matrix.column[iso3]] == CODE[SPONSOR]
        texts, days = (self.matrix.heads[column].to_numpy()[signed] for column in ("resolution", "adopted_on"))
        return opposition.judge(mine, dict(zip(texts, days, strict=True)))

    @cached_property
    def opposed(self) -> dict[str, str]:
        """What is said of each State that is opposed: nothing came after its votes against."""
        states = [iso3 for iso3, signs in self.signs.items() if signs.level == opposition.OPPOSED]
        votes = opposition.by_state(self.measures.votes(states=states, against=True))
        return {iso3: opposition.judge(mine, {}).said for iso3, mine in votes.items()}

    @cached_property
    def _rows(self) -> dict[str, NDArray[np.intp]]:
        return {body: np.array([self.matrix.row[text] for text in texts]) for body, texts in self.held.items()}

    def votes(self, iso3: str) -> tuple[tuple[opposition.Vote, ...], dict[str, str]]:
        """The State's recorded votes, earliest first, and its cells on their texts by resolution."""
        rows = self.measures.votes(states=[iso3])
        values = dict(zip(rows["resolution"].tolist(), rows["value"].tolist(), strict=True))
        return opposition.by_state(rows).get(iso3, ()), values

    def codes(self, body: str, iso3: str) -> NDArray[np.int8]:
        """The State's cells on the texts of a body that have a list (held), as numbers."""
        rows = self._rows.get(body, np.array([], dtype=np.intp))
        codes: NDArray[np.int8] = self.matrix.codes[rows, self.matrix.column[iso3]]
        return codes

    def cells(self, body: str, iso3: str) -> tuple[Row, ...]:
        """The State's cells on the texts of a body that have a list and were adopted while it was a Member."""
        outside = self.codes(body, iso3) == CODE[NOT_MEMBER]
        held = self.held.get(body, ())
        if outside.any():
            held = tuple(compress(held, ~outside))
        return (row("grid", resolution=held, iso3=iso3),) if held else ()


def facts(record: Record, body: str, year: int) -> Facts:
    """Everything that the reasons look up for an opportunity. Raises ValueError as `texts_for`."""
    texts = texts_for(record, body)
    matrix = Matrix.of(record)
    heads = matrix.heads
    with_list = heads[heads["list_id"] != ""]
    seats = record.rows("body_members", body="HRC", at="year")
    council_year = _council_year(seats, year)
    today = date.fromisoformat(record.built_on)
    return Facts(
        measures=Measures(record),
        texts=texts,
        other=OTHER_BODY[body],
        matrix=matrix,
        names=dict(in_language(record.states)[["iso3", "short_name"]].itertuples(index=False, name=None)),
        un_group=dict(zip(record.states["iso3"], record.states["un_group"], strict=True)),
        held={str(one): tuple(rows.to_numpy()) for one, rows in with_list.groupby("body")["resolution"]},
        stages=dict(heads.drop_duplicates("body")[["body", "asked"]].itertuples(index=False)),
        adopted=dict(zip(heads["resolution"].to_numpy(), heads["adopted_on"].to_numpy(), strict=True)),
        siblings=of_latest(record, texts),
        sibling_sponsors=_sets(record.rows("other_sponsors"), "other_id", "iso3"),
        groups=_groups(record.group_members, today),
        neighbours=_sets(record.neighbours, "iso3", "neighbour"),
        languages=languages(record),
        council_year=council_year,
        council=set(seats.loc[seats["key"] == str(council_year), "iso3"]),
        signs=_signs(Measures(record).signs(), matrix),
        withdrawn=frozenset(record.events.loc[record.events["kind"] == "withdrawal", "resolution"]),
        leads=leads(record, body),
        may_not=frozenset(
            iso3
            for iso3, status in zip(record.states["iso3"], record.states["status"], strict=True)
            if not may_sponsor(iso3, status, body, today)
        ),
        deeds=founders.deeds(record),
        named=named_on_drafts(record, body, year),
        gone=gone_from_drafts(record, body, year),
    )


def leads(record: Record, body: str) -> dict[str, tuple[str, str]]:
    """Who leads the texts of a body: main sponsors of its latest text of which one is named, by ISO code, with that
    text and the list that says so."""
    named = record.rows("sponsors", role="main sponsor")
    texts = record.resolutions[record.resolutions["body"] == body]
    led = texts.loc[texts["resolution"].isin(named["resolution"]), "resolution"]
    rows = named[named["resolution"].isin(led[-1:])]
    said = zip(rows["resolution"], rows["list_id"], strict=True)
    return dict(zip(rows["iso3"], said, strict=True))


def _groups(members: pd.DataFrame, on: date) -> dict[str, tuple[str, set[str]]]:
    heads = members.drop_duplicates("group_id")
    named = zip(heads["group_id"], heads["group_name"], strict=True)
    return {group_id: (name, members_of(members, group_id, on)) for group_id, name in named}


def languages(record: Record) -> dict[str, str]:
    """Languages that a State's mission is known to use at the United Nations, as "English, French", by ISO code:
    declared, never guessed. A State that is missing is one of which it is not known."""
    spoken = _sets(record.mission_languages, "iso3", "language")
    return {iso3: ", ".join(sorted(words)) for iso3, words in spoken.items()}


def _sets(table: pd.DataFrame, key: str, value: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in zip(table[key], table[value], strict=True):
        found.setdefault(one, set()).add(other)
    return found


def _council_year(seats: pd.DataFrame, year: int) -> int:
    """The opportunity's year, or the latest before it for which all seats of the Council are known; 0 if
    none."""
    members = _sets(seats, "key", "iso3")
    full = [int(key) for key, known in members.items() if len(known) >= COUNCIL_SEATS and int(key) <= year]
    return max(full, default=0)


def _signs(rows: pd.DataFrame, matrix: Matrix) -> dict[str, Signs]:
    days = matrix.heads["adopted_on"].to_numpy()
    signed = matrix.codes == CODE[SPONSOR]
    last = len(days) - 1 - signed[::-1].argmax(axis=0)
    latest = {state: days[last[at]] for at, state in enumerate(matrix.states) if signed[:, at].any()}
    found = {}
    for state, weighing, supporting, *told in rows[["iso3", "weighing", "supporting", *Signs._fields[:-1]]].to_numpy():
        came_round = max((day for day in (supporting, latest.get(state)) if day), default=None)
        signs = Signs(*told)
        found[state] = signs._replace(level=opposition.level(signs.votes_against, weighing, came_round))
    return found
