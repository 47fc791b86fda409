"""Target States for a coming text: a category and reasons for every State that is not a sure sponsor.

No index and no weights: a category by published rules, and a declared order of evidence that the user can
change.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from analytics.targets import own, peers, ties, votes
from analytics.targets.facts import Facts, facts
from analytics.targets.opposition import NOTHING, OPPOSED
from analytics.targets.reason import Reason
from analytics.targets.standing import Standing
from data.tongues.speech import clauses, headed, say
from data.words import CATEGORIES, NOT_MEMBER, SPONSOR

if TYPE_CHECKING:
    from data.store import Record

NOT_TARGETS = ("confirm", "keep", "dropped", "signed", "opposed", "lead", "may not")
_TELLING = ("confirm", "dropped", "signed")
"""Categories that say themselves what is open, or rest on no text that is."""
PEERS = {"region", "political group", "neighbours"}
# (column, ascending, why). Compared one after the other; nothing is added up.
ORDER = (
    ("rank", True, "the category, in the order in which they stand above"),
    ("missed_since", True, "fewer texts missed in a row"),
    ("sponsored", False, "more texts sponsored"),
    ("other_body", False, "more texts sponsored in the other body"),
    ("votes_for", False, "more votes for the text, or against hostile amendments"),
    ("siblings", False, "more related texts sponsored"),
    ("peers", False, "more kinds of peers of which at least half sponsor: region, political groups, neighbours"),
    ("short_name", True, "by name"),
)


class Target(NamedTuple):
    """A State to ask, or not, for the next text of a body.

    category: a key of CATEGORIES, with category_words; target: False for NOT_TARGETS; warning: it once voted against a
    text or for a hostile amendment; untold: on the latest text that tells of others it cannot be told whether it
    sponsored; on_latest: it sponsored that text; words: the ladder's; sponsored and opportunities: texts of the body;
    missed_since: texts in a row; last_year: <NA> if it never sponsored here; other_body: texts sponsored there;
    votes_for and votes_against: roll calls, not a vote that it said later to have meant otherwise; siblings: texts;
    peers: 0 to 3 (regional group, political groups, neighbours); language: that its mission is known to use, "" if
    none; groups: ids of its political groups today; kinds: of its reasons; why: the sentence of the first; reasons: at
    least one, the category's first, read when it is called; rank: number of the category.
    """

    iso3: str
    short_name: str
    un_group: str
    status: str
    category: str
    category_words: str
    target: bool
    warning: bool
    untold: bool
    on_latest: bool
    words: str
    sponsored: int
    opportunities: int
    missed_since: int
    last_year: int | None
    other_body: int
    votes_for: int
    votes_against: int
    siblings: int
    peers: int
    late: bool
    council: bool
    language: str
    groups: tuple[str, ...]
    kinds: tuple[str, ...]
    why: str
    reasons: Callable[[], tuple[Reason, ...]]
    rank: int


def prospects(record: Record, body: str, year: int) -> pd.DataFrame:
    """One row (Target) a Member State or observer that is not a sure sponsor of the next text of `body`, in ORDER; made
    once for each version of the record.

    A sure sponsor is Core in the ladder of the body and on the latest list that tells; who leads the text has a row
    nevertheless. While names on a draft of that text are on file nobody is sure: every State has a row, "signed" if it
    is named there, "awaited" if it is not and is on the latest list that tells. Raises ValueError if no list of the
    body tells.
    """
    return record.remembered.get(("targets", body, year), lambda: _ranked(record, body, year))


def _ranked(record: Record, body: str, year: int) -> pd.DataFrame:
    found = facts(record, body, year)
    states = [state for (of, _), state in found.standings.items() if of == body]
    table = pd.DataFrame([_target(state, found) for state in states if not _sure(state, found)], columns=Target._fields)
    columns, ascending = [name for name, _, _ in ORDER], [up for _, up, _ in ORDER]
    return table.sort_values(columns, ascending=ascending, kind="stable").reset_index(drop=True)


def _sure(state: Standing, found: Facts) -> bool:
    on_latest = found.value(state.iso3, found.texts.latest) == SPONSOR
    return not (found.named or found.gone) and on_latest and state.word == "Core" and state.iso3 not in found.leads


def _target(state: Standing, found: Facts) -> Target:
    iso3, latest = state.iso3, found.value(state.iso3, found.texts.latest)
    signs = found.signs[iso3]
    where = own.position(state, found)
    first = own.reasons(state, where, found)
    last = [*ties.reasons(iso3, where, found), *peers.reasons(iso3, found)]
    late, cast = own.joins_late(iso3, found), votes.kinds(signs)
    kinds = (*(one.kind for one in first), *(["late"] if late else []), *cast, *(one.kind for one in last))
    category = _category(where, set(kinds))
    name, meaning = CATEGORIES[category]

    def reasons() -> tuple[Reason, ...]:
        mine, values = found.votes(iso3) if cast else ((), {})
        stands = found.stands(iso3, mine)
        between = [*([own.late(iso3, found)] if late else []), *votes.reasons(mine, stands, values)]
        return _ordered([*first, *between, *last], category)

    def why() -> str:
        if category == OPPOSED:
            return found.opposed[iso3]
        mine, values = found.votes(iso3) if category in cast else ((), {})
        return _ordered([*first, *votes.reasons(mine, NOTHING, values), *last], category)[0].sentence

    untold = iso3 not in found.known and latest != NOT_MEMBER
    # A category that rests on earlier texts says that the latest that tells of others is open.
    year = found.texts.year[found.texts.latest]
    dark = [say("{now} not known", now=year)] if untold and category not in _TELLING else []
    return Target(
        iso3=iso3,
        short_name=state.short_name,
        un_group=state.un_group,
        status=state.status,
        category=category,
        category_words=clauses([headed(say(name), say(meaning)), *dark]),
        target=category not in NOT_TARGETS,
        warning=bool(signs.level),
        untold=untold,
        on_latest=latest == SPONSOR,
        words=state.words,
        sponsored=state.sponsored,
        opportunities=state.opportunities,
        missed_since=state.missed_since,
        last_year=state.last_year,
        other_body=found.standing(found.other, iso3).sponsored,
        votes_for=signs.votes_for,
        votes_against=signs.votes_against,
        siblings=sum(iso3 in found.sibling_sponsors.get(text.other_id, ()) for text in found.siblings),
        peers=len(PEERS.intersection(kinds)),
        late=late,
        council="council" in kinds,
        language=found.languages.get(iso3, ""),
        groups=tuple(group for group, (_, members) in sorted(found.groups.items()) if iso3 in members),
        kinds=kinds,
        why=why(),
        reasons=reasons,
        rank=list(CATEGORIES).index(category) + 1,
    )


def _ordered(reasons: list[Reason], category: str) -> tuple[Reason, ...]:
    """The one that made the category stands in front."""
    return tuple(sorted(reasons, key=lambda reason: reason.kind != category))


def _category(where: str, kinds: set[str]) -> str:
    """The first that holds: who is asked at all, what an open draft says, what is known of the latest text, opposition,
    then the evidence from near to far."""
    for kind in ("lead", "signed", "may not", "dropped", "awaited"):
        if kind in kinds:
            return kind
    if where in ("keep", "confirm"):
        return where
    if OPPOSED in kinds:
        return OPPOSED
    if where in ("left", "lapsed", "on and off", "once"):
        return "on and off" if where == "once" else where
    for kind in ("other body", "voted for", "sibling"):
        if kind in kinds:
            return kind
    return "peers" if kinds & PEERS else "no sign"
