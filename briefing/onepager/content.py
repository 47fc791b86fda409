"""What stands on the one-pager of a State: words and tables, the same for Word and for HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from analytics import votes as voting
from analytics.english import capital, count, listing, long_date
from analytics.grid import withdrew
from analytics.measures import Measures
from analytics.scope import BODY_NAMES, may_sponsor
from analytics.texts.drafts import named_on_drafts
from briefing.letter import state_names
from briefing.letter.campaigns import CAMPAIGNS, evidence, next_opportunity
from briefing.letter.language import ordinal
from charts.frame.sources import shorten
from data.words import BODIES, FINAL, NOT_MEMBER, NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, UNKNOWN, at_stage

if TYPE_CHECKING:
    from data.store import Record

MARKS = {SPONSOR: "●", NOT_SPONSOR: "○", NOT_WHEN_TABLED: "–", UNKNOWN: "?", NOT_MEMBER: "·"}
_TAKEN_BACK = "×"
_CAST = {"yes": "yes", "no": "no", "abstain": "abstained"}


@dataclass(frozen=True)
class Rows:
    """A table: its title, its heads and its rows, all text."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class OnePager:
    """The content, from top to bottom. `remarks`: what a reader must know of the history; `source`: last line."""

    iso3: str
    title: str
    subtitle: str
    answer: str
    standing: Rows
    history: Rows
    remarks: tuple[str, ...]
    votes: tuple[str, ...]
    peers: tuple[str, ...]
    reasons: tuple[str, ...]
    ask: tuple[str, ...]
    source: str


def content(record: Record, iso3: str, reasons: Sequence[str] = (), today: date | None = None) -> OnePager:
    """Everything on a State's page. `reasons`: sentences of the user's or of
    the target list, printed as given. Raises KeyError for a code that is not in the record."""
    if iso3 not in set(record.states["iso3"]):
        raise KeyError(f"No State or observer has the code {iso3!r}.")
    measures = Measures(record)
    history = measures.history(iso3)
    ladder = {body: measures.ladder(body).set_index("iso3") for body in BODIES}
    group = record.states.set_index("iso3").at[iso3, "un_group"]
    return OnePager(
        iso3=iso3,
        title=state_names.name(iso3, "en"),
        subtitle=f"{group or 'Observer State'} · support for human rights defenders at the United Nations",
        answer=" ".join(filter(None, (_answer(iso3, body, ladder[body].loc[iso3]) for body in BODIES))),
        standing=_standing(iso3, ladder),
        history=_history(history),
        remarks=tuple(_remarks(record, history)),
        votes=tuple(_votes(record, iso3)),
        peers=tuple(_peers(record, iso3, group)),
        reasons=tuple(reason.strip() for reason in reasons if reason.strip()),
        ask=tuple(_ask(record, iso3, today or date.today())),
        source=_source(record, history),
    )


def _answer(iso3: str, body: str, row: pd.Series) -> str:
    who, where = capital(state_names.the(iso3, "en")), BODY_NAMES[body]
    known, named = int(row["opportunities"]), int(row["sponsored"])
    if body == "CHR":  # it has ended: said where the State stood behind its texts, and told in the history all the same
        texts = f"{named} of the {count(known, f'{where} draft')}{at_stage(row['asked'])}"
        return f"{who} sponsored {texts}, to {int(row['last_year'])}." if named else ""
    if not known:
        return f"Its record on the texts of the {where} is not known."
    if not named:
        return f"{who} is a sponsor of none of the {known} {where} texts on which its record is known."
    last = row["sponsored_in"][-1]
    if known == 1:
        return f"{who} sponsored {last}, the only {where} text on which its record is known."
    return (
        f"{who} sponsored {named} of the {known} {where} texts on which its record is known, the last of these "
        f"{last} ({int(row['last_year'])})."
    )


def _standing(iso3: str, ladder: dict[str, pd.DataFrame]) -> Rows:
    rows = []
    for body in BODIES:
        row = ladder[body].loc[iso3]
        if body == "CHR":  # it has ended: the head says where the State stood
            continue
        _, _, rule = row["rule"].partition(": ")
        rows.append((BODY_NAMES[body], row["words"], capital(rule)))
    return Rows("Where it stands", ("Body", "Word", "Rule"), tuple(rows))


def _history(history: pd.DataFrame) -> Rows:
    """A line a year: the General Assembly beside the Commission and, from 2006, the Council."""
    years: dict[int, list[tuple[str, str]]] = {}
    for row in history.assign(back=withdrew(history)).itertuples():
        said = "main sponsor" if row.role == "main sponsor" and row.value == SPONSOR else row.word
        said = "not yet a Member" if row.value == NOT_MEMBER else said
        mark = _TAKEN_BACK if row.back else MARKS[row.value]
        line = years.setdefault(int(row.year), [("", ""), ("", "")])
        line[row.body != "GA"] = (row.resolution, f"{mark} {said}")
    heads = ("Year", BODY_NAMES["GA"], "Record", "Commission, then Council", "Record")
    rows = ((str(year), *line[0], *line[1]) for year, line in sorted(years.items()))
    return Rows("History", heads, tuple(rows))


def _remarks(record: Record, history: pd.DataFrame) -> list[str]:
    """What is needed to read the record: where it withdrew and why, and the stage of lists that are not final."""
    back, found = set(history.loc[withdrew(history), "resolution"]), []
    for event in record.events[record.events["kind"] == "withdrawal"].itertuples():
        if event.resolution in back:
            found.append(f"It had sponsored {event.resolution} and withdrew. {event.date.year}: {event.text}.")
    drafts = history[history["asked"] != FINAL].drop_duplicates("body")
    found += [
        f"{BODY_NAMES[row.body]}: the drafts{at_stage(row.asked)}; who joined later is not known."
        for row in drafts.itertuples()
    ]
    return found


def _votes(record: Record, iso3: str) -> list[str]:
    mine = voting.of_state(record.rows("votes", iso3=iso3), record.resolutions, iso3)
    texts = mine[mine["kind"].eq("text") & mine["stage"].ne("committee")]
    amendments = mine[mine["kind"] == "amendment"]
    found = []
    if len(texts):
        cast = [f"{row.resolution} ({row.year}): {_CAST[row.vote]}" for row in texts.itertuples()]
        later = voting.remarks(record.events, record.states)
        told = [later.get((row.resolution, iso3, row.vote), "") for row in texts.itertuples()]
        found.append(" ".join([f"On the text: {'; '.join(cast)}.", *filter(None, told)]))
    if len(amendments):
        said = []
        for resolution, part in amendments.groupby("resolution", sort=False):
            counted = part["vote"].value_counts()
            cast = [f"{counted[vote]} {_CAST[vote]}" for vote in _CAST if vote in counted]
            said.append(f"{resolution}: {', '.join(cast)}")
        found.append(f"On hostile amendments (a no supports the text): {'; '.join(said)}.")
    return found or ["No vote is recorded."]


def _peers(record: Record, iso3: str, group: str) -> list[str]:
    found = evidence(record, CAMPAIGNS["assembly"])
    if found is None or not group:
        return []
    cells = Measures(record).cells(texts=[found.resolution, *(found.later or ())[:1]])
    rows = cells[cells["resolution"].eq(found.resolution) & cells["un_group"].eq(group)]
    rows = rows[rows["value"] != NOT_MEMBER]
    named = sorted(rows[rows["value"].eq(SPONSOR) & rows["iso3"].ne(iso3)]["short_name"])
    total = int(rows["value"].eq(SPONSOR).sum())
    year, members = rows.iloc[0]["year"], len(rows)
    said = f"{found.resolution} ({year}), the latest General Assembly text with a complete list: "
    said += f"{total} of the {members} Members of the group were sponsors"
    sentences = [f"{said}: {', '.join(named)}." if total == len(named) else _with_self(said, named)]
    if found.later:
        newer = cells[cells["resolution"].eq(found.later[0]) & cells["un_group"].eq(group)]
        count = int(newer["value"].eq(SPONSOR).sum())
        sentences.append(
            f"{found.later[0]} ({newer.iloc[0]['year']}), of whose list names are probably missing: at least {count}."
        )
    beside = set(record.neighbours[record.neighbours["iso3"] == iso3]["neighbour"])
    near = cells[cells["resolution"].eq(found.resolution) & cells["iso3"].isin(beside)]
    near = sorted(near[near["value"] == SPONSOR]["short_name"])
    if near:
        sentences.append(f"Sponsors of {found.resolution} among its neighbours by land: {', '.join(near)}.")
    return sentences


def _with_self(said: str, named: list[str]) -> str:
    return f"{said}, it among them; the others: {', '.join(named)}." if named else f"{said}, it alone."


def _ask(record: Record, iso3: str, today: date) -> list[str]:
    found = []
    occasions = [next_opportunity(record.coming, campaign, today) for campaign in CAMPAIGNS.values()]
    status = record.states.set_index("iso3").at[iso3, "status"]
    for coming in sorted((each for each in occasions if each), key=lambda each: (each.year, each.body)):
        where = BODY_NAMES[coming.body]
        may = may_sponsor(iso3, status, coming.body, today)
        signed = named_on_drafts(record, coming.body, coming.year).get(iso3)
        asked = f"Support it, strengthen it{', co-sponsor it' * may}."
        if signed:
            asked = f"It is named on the draft, {signed.draft}. Stand by it, and bring others."
        session = f", {ordinal(coming.session, 'en')} session" if coming.session else ""
        sure = "expected" if coming.certainty == "expected" else "inferred from the rhythm so far"
        found.append(f"{where}{session}, {coming.year} ({sure}): {coming.what}. {asked}")
    return found


def _source(record: Record, history: pd.DataFrame) -> str:
    used = set(history.loc[history["known"], "list_id"])
    lists = record.rows("lists", list_id=sorted(used))
    by_source: dict[str, list[str]] = {}
    for row in lists.itertuples():
        published = re.search(r"\(([^()]+)\)$", row.source_title)
        printed = row.document_symbol and row.document_symbol != row.resolution
        source = f" ({published[1]})" if published and not printed else ""
        source = " (from a list that is not published)" if not row.document_symbol and not row.read_at else source
        by_source.setdefault(source, []).append(row.document_symbol or row.resolution)
    symbols = [
        f"{listing(names) if source else '; '.join(shorten(names))}{source}" for source, names in by_source.items()
    ]
    said = f"Lists of sponsors: {'; '.join(symbols)}. " if symbols else ""
    built = long_date(date.fromisoformat(record.built_on))
    return f"{said}“Not known” is never counted as “no”. Data version {record.version}, {built}."
