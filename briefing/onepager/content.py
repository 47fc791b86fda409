"""What stands on the one-pager of a State, in the language in force: words and tables, the same for Word and HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analytics.english import body_name, capital, of_body
from analytics.grid import withdrew
from analytics.measures import Measures
from briefing.onepager.passages import ask_of, peers_of, source_of, votes_of
from data.store import Record
from data.tongues import state_names
from data.tongues.speech import language, of, say, say_many, the, typeset
from data.words import BODIES, FINAL, NOT_MEMBER, NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, UNKNOWN, at_stage

MARKS = {SPONSOR: "●", NOT_SPONSOR: "○", NOT_WHEN_TABLED: "–", UNKNOWN: "?", NOT_MEMBER: "·"}
_TAKEN_BACK = "×"


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
    """Everything on a State's page. `reasons`: sentences of the user's or of the target list, printed as given. Raises
    KeyError for a code that is not in the record, NotTranslated where a word of it is in no catalogue."""
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
        votes=tuple(votes_of(record, iso3)),
        peers=tuple(peers_of(record, iso3, group)),
        reasons=tuple(reason.strip() for reason in reasons if reason.strip()),
        ask=tuple(ask_of(record, iso3, today or date.today())),
        source=source_of(record, history),
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
