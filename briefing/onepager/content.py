"""What stands on the one-pager of a State, in the language in force: words and tables, the same for Word and HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from analytics.english import body_name, capital, listing, long_date, of_body
from analytics.grid import withdrew
from analytics.measures import Measures
from analytics.scope import may_sponsor
from analytics.texts.drafts import named_on_drafts
from briefing.letter.requests import REQUESTS, evidence, next_opportunity
from charts.frame.sources import shorten
from data.tongues import state_names
from data.tongues.speech import (
    clauses,
    headed,
    language,
    named,
    of,
    ordinal,
    quoted,
    say,
    say_many,
    the,
    to_say,
    typeset,
)
from data.words import BODIES, FINAL, NOT_MEMBER, NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, UNKNOWN, at_stage

if TYPE_CHECKING:
    from data.store import Record

MARKS = {SPONSOR: "●", NOT_SPONSOR: "○", NOT_WHEN_TABLED: "–", UNKNOWN: "?", NOT_MEMBER: "·"}
_TAKEN_BACK = "×"
_CAST = to_say({"yes": "a vote|yes", "no": "a vote|no", "abstain": "a vote|abstained"})
_PEERS = to_say(
    {
        "others": "{text} ({year}), the latest General Assembly text with a complete list: {n} of the {members} "
        "Members of the group were sponsors: {names}.",
        "among": "{text} ({year}), the latest General Assembly text with a complete list: {n} of the {members} "
        "Members of the group were sponsors, it among them; the others: {names}.",
        "alone": "{text} ({year}), the latest General Assembly text with a complete list: {n} of the {members} "
        "Members of the group were sponsors, it alone.",
    }
)


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
    """Everything on a State's page. `reasons`: sentences of the user's or of the target list, printed as given.

    Raises KeyError for a code that is not in the record, NotTranslated where a word of it is in no catalogue."""
    if iso3 not in set(record.states["iso3"]):
        raise KeyError(f"No State or observer has the code {iso3!r}.")
    measures = Measures(record)
    history = measures.history(iso3)
    ladder = {body: measures.ladder(body).set_index("iso3") for body in BODIES}
    group = record.states.set_index("iso3").at[iso3, "un_group"]
    about = say("support for human rights defenders at the United Nations")
    return OnePager(
        iso3=iso3,
        title=typeset(state_names.name(iso3, language()), language()),
        subtitle=f"{say(group or 'Observer State')} · {about}",
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
    known, made = int(row["opportunities"]), int(row["sponsored"])
    filled = {"who": capital(the(iso3)), "of": of(iso3), "body": body_name(body), "of_body": of_body(body)}
    if body == "CHR":  # it has ended: said where the State stood behind its texts, and told in the history all the same
        return made and say_many(
            "{who} sponsored {made} of the {n} {body} draft{when}, to {year}.",
            "{who} sponsored {made} of the {n} {body} drafts{when}, to {year}.",
            known,
            made=made,
            when=at_stage(row["asked"]),
            year=int(row["last_year"]),
            **filled,
        )
    if not known:
        return say("Its record on the texts {of_body} is not known.", **filled)
    if not made:
        return say(
            "{who} is a sponsor of none of the {n} {body} texts on which its record is known.", n=known, **filled
        )
    last = row["sponsored_in"][-1]
    if known == 1:
        return say("{who} sponsored {last}, the only {body} text on which its record is known.", last=last, **filled)
    return say(
        "{who} sponsored {made} of the {n} {body} texts on which its record is known, the last of these {last} "
        "({year}).",
        made=made,
        n=known,
        last=last,
        year=int(row["last_year"]),
        **filled,
    )


def _standing(iso3: str, ladder: dict[str, pd.DataFrame]) -> Rows:
    rows = []
    for body in BODIES:
        row = ladder[body].loc[iso3]
        if body == "CHR":  # it has ended: the head says where the State stood
            continue
        rows.append((body_name(body), row["words"], capital(row["why"])))
    return Rows(say("Where it stands"), (say("Body"), say("Word"), say("Rule")), tuple(rows))


def _history(history: pd.DataFrame) -> Rows:
    """A line a year: the General Assembly beside the Commission and, from 2006, the Council."""
    years: dict[int, list[tuple[str, str]]] = {}
    for row in history.assign(back=withdrew(history)).itertuples():
        said = say("main sponsor") if row.role == "main sponsor" and row.value == SPONSOR else row.word
        said = say("not yet a Member") if row.value == NOT_MEMBER else said
        mark = _TAKEN_BACK if row.back else MARKS[row.value]
        line = years.setdefault(int(row.year), [("", ""), ("", "")])
        line[row.body != "GA"] = (row.resolution, f"{mark} {said}")
    heads = (say("Year"), body_name("GA"), say("Record"), say("Commission, then Council"), say("Record"))
    rows = ((str(year), *line[0], *line[1]) for year, line in sorted(years.items()))
    return Rows(say("History"), heads, tuple(rows))


def _remarks(record: Record, history: pd.DataFrame) -> list[str]:
    """What is needed to read the record: where it withdrew and why, and the stage of lists that are not final."""
    back, found = set(history.loc[withdrew(history), "resolution"]), []
    for event in record.events[record.events["kind"] == "withdrawal"].itertuples():
        if event.resolution in back:
            found.append(
                say(
                    "It had sponsored {text} and withdrew. {year}: {event}.",
                    text=event.resolution,
                    year=event.date.year,
                    event=say(event.text),
                )
            )
    drafts = history[history["asked"] != FINAL].drop_duplicates("body")
    found += [
        say(
            "{body}: the drafts{when}; who joined later is not known.",
            body=body_name(row.body),
            when=at_stage(row.asked),
        )
        for row in drafts.itertuples()
    ]
    return found


def _votes(record: Record, iso3: str) -> list[str]:
    mine = Measures(record).votes(states=[iso3]).sort_values(["adopted_on", "stage"], ascending=[False, True])
    texts = mine[mine["kind"].eq("text") & mine["stage"].ne("committee")]
    amendments = mine[mine["kind"] == "amendment"]
    found = []
    if len(texts):
        cast = [headed(f"{row.resolution} ({row.year})", say(_CAST[row.vote])) for row in texts.itertuples()]
        found.append(" ".join([say("On the text: {votes}.", votes=clauses(cast)), *filter(None, texts["remark"])]))
    if len(amendments):
        said = []
        for resolution, part in amendments.groupby("resolution", sort=False):
            counted = part["vote"].value_counts()
            cast = [_counted(vote, int(counted[vote])) for vote in _CAST if vote in counted]
            said.append(headed(resolution, ", ".join(cast)))
        found.append(say("On hostile amendments (a no supports the text): {votes}.", votes=clauses(said)))
    return found or [say("No vote is recorded.")]


def _counted(vote: str, number: int) -> str:
    if vote == "abstain":
        return say_many("{n} abstained", "{n} abstained", number)
    return say("{n} yes" if vote == "yes" else "{n} no", n=number)


def _peers(record: Record, iso3: str, group: str) -> list[str]:
    found = evidence(record, REQUESTS["assembly"])
    if found is None or not group:
        return []
    cells = Measures(record).cells(texts=[found.resolution, *(found.later or ())[:1]])
    rows = cells[cells["resolution"].eq(found.resolution) & cells["un_group"].eq(group)]
    rows = rows[rows["value"] != NOT_MEMBER]
    sponsors = rows[rows["value"] == SPONSOR]
    others = named(sponsors[sponsors["iso3"] != iso3])
    form = "others" if len(others) == len(sponsors) else "among" if others else "alone"
    sentences = [
        say(
            _PEERS[form],
            n=len(sponsors),
            text=found.resolution,
            year=rows.iloc[0]["year"],
            members=len(rows),
            names=", ".join(others),
        )
    ]
    if found.later:
        newer = cells[cells["resolution"].eq(found.later[0]) & cells["un_group"].eq(group)]
        sentences.append(
            say(
                "{text} ({year}), of whose list names are probably missing: at least {n}.",
                text=found.later[0],
                year=newer.iloc[0]["year"],
                n=int(newer["value"].eq(SPONSOR).sum()),
            )
        )
    beside = set(record.neighbours[record.neighbours["iso3"] == iso3]["neighbour"])
    near = cells[cells["resolution"].eq(found.resolution) & cells["iso3"].isin(beside) & cells["value"].eq(SPONSOR)]
    if len(near):
        sentences.append(
            say(
                "Sponsors of {text} among its neighbours by land: {names}.",
                text=found.resolution,
                names=", ".join(named(near)),
            )
        )
    return sentences


def _ask(record: Record, iso3: str, today: date) -> list[str]:
    found = []
    occasions = [next_opportunity(record.coming, request, today) for request in REQUESTS.values()]
    status = record.states.set_index("iso3").at[iso3, "status"]
    for coming in sorted((each for each in occasions if each), key=lambda each: (each.year, each.body)):
        signed = named_on_drafts(record, coming.body, coming.year).get(iso3)
        asked = say("Support it, strengthen it.")
        if signed:
            asked = say("It is named on the draft, {draft}. Stand by it, and bring others.", draft=signed.draft)
        elif may_sponsor(iso3, status, coming.body, today):
            asked = say("Support it, strengthen it, co-sponsor it.")
        where = body_name(coming.body)
        if coming.session:
            where = say("{body}, {session} session", body=where, session=ordinal(coming.session))
        sure = say("expected" if coming.certainty == "expected" else "inferred from the rhythm so far")
        head = f"{where}, {coming.year} ({sure})"
        found.append(f"{headed(head, say(coming.what))}. {asked}")
    return found


def _source(record: Record, history: pd.DataFrame) -> str:
    used = set(history.loc[history["known"], "list_id"])
    lists = record.rows("lists", list_id=sorted(used))
    by_source: dict[str, list[str]] = {}
    for row in lists.itertuples():
        published = re.search(r"\(([^()]+)\)$", row.source_title)
        printed = row.document_symbol and row.document_symbol != row.resolution
        source = f" ({quoted(published[1])})" if published and not printed else ""
        unpublished = not row.document_symbol and not row.read_at
        source = f" ({say('from a list that is not published')})" if unpublished else source
        by_source.setdefault(source, []).append(row.document_symbol or row.resolution)
    symbols = [
        f"{listing(names) if source else clauses(shorten(names))}{source}" for source, names in by_source.items()
    ]
    said = [say("Lists of sponsors: {symbols}.", symbols=clauses(symbols))] if symbols else []
    built = long_date(date.fromisoformat(record.built_on))
    small = say(
        "“Not known” is never counted as “no”. Data version {version}, {day}.", version=record.version, day=built
    )
    return " ".join([*said, small])
