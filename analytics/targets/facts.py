"""The record as the reasons need it: looked up by State, made once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from analytics.english import MOST
from analytics.measures import Measures
from analytics.scope import may_sponsor
from analytics.states import founders
from analytics.targets import opposition
from analytics.targets.reason import Row, row
from analytics.targets.siblings import Sibling, of_latest
from analytics.targets.standing import Standing
from analytics.texts.drafts import Named, gone_from_drafts, named_on_drafts
from analytics.texts.texts import OTHER_BODY, Texts, texts_for
from data.tongues.speech import in_language
from data.words import NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, UNKNOWN

if TYPE_CHECKING:
    from data.store import Record

COUNCIL_SEATS = 47
Cast = tuple[tuple[opposition.Vote, ...], dict[str, str]]


class Signs(NamedTuple):
    """A State's row of Measures.signs, and its level by analytics.targets.opposition."""

    votes_for: int
    voted_for: bool
    votes_against: int
    texts_against: int
    abstained: bool
    both: int
    late: int
    level: str = ""


@dataclass(frozen=True, eq=False)
class Facts:
    """What is known, by ISO code or resolution. cells: by resolution and State, of the texts that reasons speak of;
    standings: by body and State; held: texts of each body that have a list; stages: of each body's series; alike: the
    States with a like record before the latest text, most alike first, with what they have in common; council: members
    of the Human Rights Council in council_year; signs: what its votes and lists come to; groups: members of the
    political groups on the day of the build, as the coming text is of no day yet; languages: from `languages`; leads:
    from `leads`; may_not: who may not sponsor it; deeds: from analytics.states.founders.deeds; named: from
    analytics.texts.drafts.named_on_drafts, the names on the draft of the coming text; gone: from
    analytics.texts.drafts.gone_from_drafts."""

    measures: Measures
    texts: Texts
    other: str
    cells: dict[tuple[str, str], str]
    standings: dict[tuple[str, str], Standing]
    names: dict[str, str]
    un_group: dict[str, str]
    held: dict[str, tuple[str, ...]]
    stages: dict[str, str]
    siblings: tuple[Sibling, ...]
    sibling_sponsors: dict[str, set[str]]
    groups: dict[str, tuple[str, set[str]]]
    neighbours: dict[str, set[str]]
    alike: dict[str, list[tuple[str, float]]]
    languages: dict[str, str]
    council_year: int
    council: set[str]
    signs: dict[str, Signs]
    leads: dict[str, tuple[str, str]]
    may_not: frozenset[str]
    deeds: dict[str, str]
    named: dict[str, Named]
    gone: dict[str, Named]

    def value(self, iso3: str, resolution: str) -> str:
        """The State's cell on the text; who was not named when it was tabled may have joined later, and is unknown."""
        value = self.cells[resolution, iso3]
        return UNKNOWN if value == NOT_WHEN_TABLED else value

    def standing(self, body: str, iso3: str) -> Standing:
        """Where the State stands in the body."""
        return self.standings.get((body, iso3)) or Standing(body, iso3)

    @cached_property
    def made(self) -> set[str]:
        """Who sponsored the latest telling text."""
        return {iso3 for iso3 in self.names if self.value(iso3, self.texts.latest) == SPONSOR}

    @cached_property
    def known(self) -> set[str]:
        """Of whom it is known whether they sponsored the latest telling text."""
        return {iso3 for iso3 in self.names if self.value(iso3, self.texts.latest) in (SPONSOR, NOT_SPONSOR)}

    @cached_property
    def past(self) -> tuple[str, ...]:
        """The telling texts before the latest."""
        return self.texts.telling[:-1]

    def stands(self, iso3: str, mine: tuple[opposition.Vote, ...]) -> opposition.Opposition:
        """What the State's votes amount to (analytics.targets.opposition.judge)."""
        if not any(vote.weighs for vote in mine):
            return opposition.judge(mine, {})  # no vote that a text could outweigh
        cells = self.measures.cells(states=[iso3])
        signed = cells[cells["value"] == SPONSOR]
        return opposition.judge(mine, dict(zip(signed["resolution"], signed["adopted_on"], strict=True)))

    @cached_property
    def opposed(self) -> dict[str, str]:
        """What is said of each State that is opposed: nothing came after its votes against."""
        states = [iso3 for iso3, signs in self.signs.items() if signs.level == opposition.OPPOSED]
        votes = opposition.by_state(self.measures.votes(states=states, against=MOST + 1))
        return {iso3: opposition.judge(mine, {}, self.signs[iso3].texts_against).said for iso3, mine in votes.items()}

    @cached_property
    def _silent(self) -> dict[str, Cast]:
        """The votes of all States that voted for a text and are named on none: what is said of them first."""
        signed = {state.iso3 for state in self.standings.values() if state.sponsored}
        return self._votes([iso3 for iso3, signs in self.signs.items() if signs.voted_for and iso3 not in signed])

    def _votes(self, states: list[str]) -> dict[str, Cast]:
        rows, values = self.measures.votes(states=states), dict[str, dict[str, str]]()
        for iso3, text, value in zip(*(rows[name].tolist() for name in ("iso3", "resolution", "value")), strict=True):
            values.setdefault(iso3, {})[text] = value
        return {iso3: (mine, values[iso3]) for iso3, mine in opposition.by_state(rows).items()}

    def votes(self, iso3: str) -> Cast:
        """The State's recorded votes, earliest first, and its cells on their texts by resolution."""
        return self._silent.get(iso3) or self._votes([iso3]).get(iso3, ((), {}))

    def told_of(self, body: str, iso3: str) -> tuple[Row, ...]:
        """The State's cells on the texts of a body that have a list and were adopted while it was a Member."""
        held = self.held.get(body, ())
        held = held[len(held) - self.standing(body, iso3).held :]
        return (row("grid", resolution=held, iso3=iso3),) if held else ()


def facts(record: Record, body: str, year: int) -> Facts:
    """Everything that the reasons look up for an opportunity. Raises ValueError as `texts_for`."""
    measures, texts = Measures(record), texts_for(record, body)
    heads = measures.texts()
    with_list = heads[heads["list_id"] != ""]
    siblings, deeds = of_latest(record, texts), founders.deeds(record)
    spoken_of = {texts.latest, texts.before, *texts.later, *deeds, *(one.defenders for one in siblings)}
    cells = measures.cells(texts=spoken_of)
    seats = record.rows("body_members", body="HRC", at="year")
    council_year = _council_year(seats, year)
    today = date.fromisoformat(record.built_on)
    return Facts(
        measures=measures,
        texts=texts,
        other=OTHER_BODY[body],
        cells=dict(zip(zip(cells["resolution"], cells["iso3"], strict=True), cells["value"], strict=True)),
        standings={row[:2]: Standing(*row) for row in record.ask("tallies").itertuples(index=False)},
        names=dict(in_language(record.states)[["iso3", "short_name"]].itertuples(index=False, name=None)),
        un_group=dict(zip(record.states["iso3"], record.states["un_group"], strict=True)),
        held={str(one): tuple(rows.to_numpy()) for one, rows in with_list.groupby("body")["resolution"]},
        stages=dict(heads.drop_duplicates("body")[["body", "asked"]].itertuples(index=False)),
        siblings=siblings,
        sibling_sponsors=_sets(
            record.rows("other_sponsors", other_id=[one.other_id for one in siblings]), "other_id", "iso3"
        ),
        groups=_groups(record.group_members, today),
        neighbours=_sets(record.neighbours, "iso3", "neighbour"),
        alike=_alike(record.ask("alike", body=body)),
        languages=languages(record),
        council_year=council_year,
        council=set(seats.loc[seats["key"] == str(council_year), "iso3"]),
        signs=_signs(measures.signs()),
        leads=leads(record, body),
        may_not=frozenset(
            iso3
            for iso3, status in record.states[["iso3", "status"]].itertuples(index=False)
            if not may_sponsor(iso3, status, body, today)
        ),
        deeds=deeds,
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
    found: dict[str, tuple[str, set[str]]] = {}
    columns = ["group_id", "group_name", "iso3", "member_from", "member_to"]
    for group_id, name, iso3, begun, ended in members[columns].itertuples(index=False):
        group = found.setdefault(group_id, (name, set()))[1]
        if (begun is None or begun <= on) and (ended is None or ended >= on):
            group.add(iso3)
    return found


def languages(record: Record) -> dict[str, str]:
    """Languages that a State's mission is known to use at the United Nations, as "English, French", by ISO code:
    declared, never guessed. A State that is missing is one of which it is not known."""
    spoken = _sets(record.mission_languages, "iso3", "language")
    return {iso3: ", ".join(sorted(words)) for iso3, words in spoken.items()}


def _sets(table: pd.DataFrame, key: str, value: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in zip(table[key].tolist(), table[value].tolist(), strict=True):
        found.setdefault(one, set()).add(other)
    return found


def _council_year(seats: pd.DataFrame, year: int) -> int:
    """The opportunity's year, or the latest before it for which all seats of the Council are known; 0 if
    none."""
    members = _sets(seats, "key", "iso3")
    full = [int(key) for key, known in members.items() if len(known) >= COUNCIL_SEATS and int(key) <= year]
    return max(full, default=0)


def _alike(rows: pd.DataFrame) -> dict[str, list[tuple[str, float]]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for iso3, other, share in zip(*(rows[column].tolist() for column in rows), strict=True):
        found.setdefault(iso3, []).append((other, share))
    return found


def _signs(rows: pd.DataFrame) -> dict[str, Signs]:
    found = {}
    columns = ["iso3", "weighing", "came_round", *Signs._fields[:-1]]
    for iso3, weighing, came_round, *told in rows[columns].itertuples(index=False):
        signs = Signs(*told)
        found[iso3] = signs._replace(level=opposition.level(signs.votes_against, weighing, came_round))
    return found
