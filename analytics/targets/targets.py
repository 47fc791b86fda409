"""Target States for a coming text: a category and reasons for every State that is not a sure sponsor.

No index and no weights: a category by published rules, and a declared order of evidence that the user can
change.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from analytics.drafts import drafts_of
from analytics.measures import Measures
from analytics.reason import Reason, cell, row
from analytics.scope import BODY_NAMES
from analytics.targets import opposition, siblings
from analytics.targets import own as prospects_own
from analytics.targets import peers as prospects_peers
from analytics.targets import votes as prospects_votes
from analytics.targets.facts import Facts, facts
from analytics.targets.own import Standing, position
from data.words import ADDITIONAL, CATEGORIES, NOT_MEMBER, SPONSOR, STAGES, WITHDRAWN

if TYPE_CHECKING:
    from data.store import Record

NOT_TARGETS = ("confirm", "keep", "dropped", "signed", "opposed", "lead", "may not")
_TELLING = ("confirm", "dropped", "signed")
"""Categories that say themselves what is open, or rest on no text that is."""
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
COLUMNS = [
    "iso3",
    "short_name",
    "un_group",
    "status",
    "category",
    "category_words",
    "target",
    "warning",
    "untold",
    "on_latest",
    "words",
    "sponsored",
    "opportunities",
    "missed_since",
    "last_year",
    "other_body",
    "votes_for",
    "votes_against",
    "siblings",
    "peers",
    "late",
    "council",
    "language",
    "groups",
    "kinds",
    "reasons",
    "rank",
]


def prospects(record: Record, body: str, year: int, languages: Mapping[str, str] | None = None) -> pd.DataFrame:
    """One row a Member State or observer that is not a sure sponsor of the next text of `body`, in ORDER.

    A sure sponsor is Core in the ladder of the body and on the latest list that tells; who leads the text has a row
    nevertheless. While names on a draft of that text are on file nobody is sure: every State has a row, "signed" if it
    is named there, "awaited" if it is not and is on the latest list that tells. Columns: iso3, short_name, un_group,
    status, category (a key of CATEGORIES), category_words, target (False for NOT_TARGETS), warning (it once voted
    against a text or for a hostile amendment), untold (on the latest text that tells of others it cannot be told
    whether it sponsored), on_latest (it sponsored that text), words (the ladder's), sponsored and opportunities (texts
    of the body), missed_since (texts in a row), last_year (<NA> if it never sponsored here), other_body (texts
    sponsored there), votes_for and votes_against (roll calls; not a vote that it said later to have meant otherwise),
    siblings (texts), peers (0 to 3: regional group, political groups, neighbours), late and council (bool), language
    (from `languages`, by ISO code; "" if not given), groups (ids of its political groups today), kinds (of its
    reasons), reasons (tuple of Reason; at least one, the category's first), rank (number of the category). Raises
    ValueError if no list of the body tells.
    """
    found = facts(record, body, year)
    standings = Measures(record).ladder(body).itertuples()
    rows = [_row(state, found, languages or {}) for state in standings if not _sure(state, found)]
    table = pd.DataFrame(rows, columns=COLUMNS)
    columns, ascending = [name for name, _, _ in ORDER], [up for _, up, _ in ORDER]
    return table.sort_values(columns, ascending=ascending, kind="stable").reset_index(drop=True)


def _sure(state: object, found: Facts) -> bool:
    on_latest = found.values[state.iso3][found.texts.latest] == "sponsor"
    return not (found.named or found.gone) and on_latest and state.word == "Core" and state.iso3 not in found.leads


def _row(state: object, found: Facts, languages: Mapping[str, str]) -> dict[str, object]:
    iso3 = state.iso3
    standing = Standing(**{field: getattr(state, field) for field in Standing._fields})
    votes = found.votes.get(iso3, ())
    mine = prospects_own.reasons(standing, found)
    stands = found.stands.get(iso3, opposition.NOTHING)
    cast = prospects_votes.reasons(votes, stands, found.values[iso3])
    where = position(standing, found)
    elsewhere = [_sibling(iso3, found), _council(iso3, found), _lead(iso3, found), _may_not(iso3, found)]
    elsewhere = [reason for reason in (_draft(iso3, where, found), *elsewhere) if reason is not None]
    around = prospects_peers.reasons(iso3, found)
    reasons = [*mine, *cast, *elsewhere, *around]
    kinds = {reason.kind for reason in reasons}
    category = _category(where, kinds)
    name, meaning = CATEGORIES[category]
    latest = found.texts.latest
    untold = not found.known(iso3, latest) and found.values[iso3][latest] != NOT_MEMBER
    return {
        "iso3": iso3,
        "short_name": state.short_name,
        "un_group": state.un_group,
        "status": state.status,
        "category": category,
        "category_words": f"{name}: {meaning}" + (_dark(found) if untold and category not in _TELLING else ""),
        "target": category not in NOT_TARGETS,
        "warning": bool(stands.level),
        "untold": untold,
        "on_latest": found.values[iso3][latest] == SPONSOR,
        "words": state.words,
        "sponsored": state.sponsored,
        "opportunities": state.opportunities,
        "missed_since": state.missed_since,
        "last_year": state.last_year,
        "other_body": sum(
            value == "sponsor" and text in found.held.get(found.other, ()) for text, value in found.values[iso3].items()
        ),
        "votes_for": prospects_votes.votes_for(votes),
        "votes_against": len(stands.against),
        "siblings": sum(iso3 in found.sibling_sponsors.get(text.other_id, ()) for text in found.siblings),
        "peers": len(kinds & {"region", "political group", "neighbours"}),
        "late": "late" in kinds,
        "council": "council" in kinds,
        "language": languages.get(iso3, ""),
        "groups": tuple(group for group, (_, members) in sorted(found.groups.items()) if iso3 in members),
        "kinds": tuple(dict.fromkeys(reason.kind for reason in reasons)),
        "reasons": tuple(_first(reasons, category)),
        "rank": list(CATEGORIES).index(category) + 1,
    }


def _dark(found: Facts) -> str:
    """What is added to a category that rests on earlier texts: the latest that tells of others is open."""
    return f"; {found.texts.year[found.texts.latest]} not known"


def _category(where: str, kinds: set[str]) -> str:
    """The first that holds: who is asked at all, what an open draft says, what is known of the latest text, opposition,
    then the evidence from near to far."""
    for kind in ("lead", "signed", "may not", "dropped", "awaited"):
        if kind in kinds:
            return kind
    if where in ("keep", "confirm"):
        return where
    if "opposed" in kinds:
        return "opposed"
    if where in ("left", "lapsed", "on and off", "once"):
        return "on and off" if where == "once" else where
    for kind in ("other body", "voted for", "sibling"):
        if kind in kinds:
            return kind
    return "peers" if kinds & {"region", "political group", "neighbours"} else "no sign"


def _first(reasons: list[Reason], category: str) -> list[Reason]:
    """The reasons with the one that made the category in front."""
    return sorted(reasons, key=lambda reason: reason.kind != category)


def _draft(iso3: str, where: str, found: Facts) -> Reason | None:
    """That the draft which is being sponsored names it, or does no more; or not so far, of those on the latest list."""
    if mine := found.named.get(iso3):
        since = ", ".join(part for part in (STAGES.get(mine.stage, ""), mine.document) if part)
        told = f"Named on {mine.draft}, the draft that is being sponsored{f' ({since})' * bool(since)}."
        return Reason("signed", told, (cell(mine.draft, iso3), row("sponsors", resolution=mine.draft, iso3=iso3)))
    if mine := found.gone.get(iso3):
        told = f"Took its name back from {mine.draft}, which is being sponsored."
        if mine.stage != WITHDRAWN:
            how = "after it was tabled" if mine.stage == ADDITIONAL else STAGES[mine.stage]
            told = f"Named on {mine.draft} {how}, and not on its revision, which is being sponsored."
        return Reason("dropped", told, (cell(mine.draft, iso3), row("sponsors", resolution=mine.draft, iso3=iso3)))
    if not found.named or where != "keep":
        return None
    told = f"Not named so far on {drafts_of(found.named)}, which is being sponsored; it may still join."
    drafts = sorted({one.draft for one in found.named.values()})
    return Reason("awaited", told, tuple(cell(draft, iso3) for draft in drafts))


def _sibling(iso3: str, found: Facts) -> Reason | None:
    if not found.siblings:
        return None
    value = found.values[iso3][found.siblings[0].defenders]
    return siblings.reason(found.siblings, found.sibling_sponsors, iso3, value, found.texts)


def _council(iso3: str, found: Facts) -> Reason | None:
    if iso3 not in found.council:
        return None
    key = row("body_members", body="HRC", at="year", key=found.council_year, iso3=iso3)
    return Reason("council", f"Member of the Human Rights Council in {found.council_year}.", (key,))


def _lead(iso3: str, found: Facts) -> Reason | None:
    if iso3 not in found.leads:
        return None
    resolution, list_id = found.leads[iso3]
    text = found.texts.named(resolution)
    key = row("sponsors", list_id=list_id, iso3=iso3, role="main sponsor")
    return Reason("lead", f"Main sponsor of {text}, the latest text here of which one is known: it leads.", (key,))


def _may_not(iso3: str, found: Facts) -> Reason | None:
    if iso3 not in found.may_not:
        return None
    where = BODY_NAMES[found.texts.body]
    sentence = f"An observer, which may not sponsor this text in the {where}; it can still speak for it."
    return Reason("may not", sentence, (row("states", iso3=iso3, status="observer"),))
