"""Where a State stands: one word for its record in one body, with the rule and the texts behind the word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol, cast

import numpy as np
import pandas as pd

from data.tongues.speech import clauses, headed, say, say_many
from data.words import FINAL, STAGES, STANDINGS, UNKNOWN

CORE, REGULAR = 0.8, 0.5
ENOUGH = 3
MOST = 30
"""How many years are told of what is not known."""


COLUMNS = (
    *("iso3", "short_name", "un_group", "status", "word", "words", "sponsored", "opportunities", "share"),
    *("latest_resolution", "latest_year", "latest_value", "reference_year", "reference_value", "open", "missed_since"),
    "two_in_a_row",
    *("sponsored_in", "missed", "unknown_in", "named_elsewhere", "first_year", "last_year", "rule", "why", "asked"),
)


class _Texts(NamedTuple):
    first: int
    at: np.ndarray
    names: np.ndarray
    years: np.ndarray


class _State(Protocol):
    """A row of the answer to the question `ladder`: places are ascending, None for no place."""

    iso3: str
    short_name: str
    un_group: str
    status: str
    sponsored_in: np.ndarray | None
    missed: np.ndarray | None
    unknown_in: np.ndarray | None
    named_elsewhere: np.ndarray | None
    latest_value: str
    reference: int
    reference_value: str


def word_for(sponsored: int, opportunities: int, latest: bool, before: bool) -> str:
    """The word for so many texts sponsored of so many opportunities, by whether it sponsored the latest of these and
    the one before that. Rules: DESIGN.md, docs/methodology.md."""
    if opportunities < ENOUGH:
        return "Too little known"
    if not latest:
        return {0: "Never", 1: "Once"}.get(sponsored, "Lapsed")
    if sponsored >= CORE * opportunities:
        return "Core"
    if sponsored >= REGULAR * opportunities:
        return "Regular"
    if sponsored == 1:
        return "New"
    return "Recent" if before else "Returned"


def in_words(word: str, latest: int | None, later: int | None) -> str:
    """The word; where later texts do not tell, with the year of the latest that does, and that of the last of them."""
    if latest is None or later is None or word == "Too little known":
        return say(word)
    return say("{word} to {year}; {later} not known", word=say(word), year=latest, later=later)


def standings(rows: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """Where each State stands in one body, at the stage of the body's series: the words for what the record answers.

    An opportunity counts for a State where its cell tells (Measures.cells, `known`); `latest` is its latest such one.
    Columns: iso3, short_name, un_group, status, word, words (with what is not known since), sponsored,
    opportunities (texts), share (0 to 1, NaN without opportunities), latest_resolution, latest_year, latest_value,
    reference_year (of the latest text of the body of which a whole list of the stage is held, <NA> if none),
    reference_value (the cell on that text; `unknown` also where it does not tell, or there is none), open
    (whether nothing is known of the State from that text on: its word holds to an earlier one), missed_since
    (opportunities missed in a row up to the latest), two_in_a_row (bool: whether it ever sponsored an opportunity and
    the next), sponsored_in, missed, unknown_in (tuples of resolutions),
    named_elsewhere (texts that count as missed or not known, but of which another list names the State), first_year,
    last_year (years sponsored, <NA> if none), rule (sentence), why (the same without its word), asked (the stage).
    `rows`: the answer to the question `ladder`, with the places of texts; `texts`: those of Measures.texts.
    """
    names, years = (texts[column].to_numpy(dtype=object) for column in ("resolution", "year"))
    places = texts["place"].to_numpy(dtype=int)
    first = int(places.min()) if len(places) else 0
    at = np.zeros(int(places.max()) - first + 1 if len(places) else 0, dtype=int)
    at[places - first] = np.arange(len(places))
    held = _Texts(first, at, names, years)
    asked = texts["asked"].iloc[0] if len(texts) else FINAL
    states = cast("Iterable[_State]", rows.itertuples())
    table = pd.DataFrame([_standing(state, held, asked) for state in states], columns=COLUMNS)
    whole = ("first_year", "last_year", "latest_year", "reference_year")
    return table.astype({**dict.fromkeys(whole, "Int64"), "open": bool})


def could_sponsor(ladder: pd.DataFrame) -> pd.Series:
    """Whether each State could sponsor one of the texts at all: it was a Member, or an observer, on the day of one."""
    return ladder["opportunities"].gt(0) | ladder["unknown_in"].map(len).gt(0)


def _standing(row: _State, texts: _Texts, asked: str) -> dict[str, object]:
    made, missed, dark, other = (
        texts.at[[] if places is None else places - texts.first]
        for places in (row.sponsored_in, row.missed, row.unknown_in, row.named_elsewhere)
    )
    names, years = texts.names, texts.years
    known = np.sort(np.concatenate([made[-2:], missed[-2:]]))[-2:]
    latest = int(known[-1]) if len(known) else None
    reference = None if pd.isna(row.reference) else int(texts.at[row.reference - texts.first])
    word = word_for(len(made), len(made) + len(missed), latest in made[-1:], len(known) > 1 and known[0] in made[-2:])
    later = dark[dark > latest] if latest is not None else dark
    why = _why(word, asked, len(made) + len(missed), len(made), years[dark].tolist())
    return {
        "iso3": row.iso3,
        "short_name": row.short_name,
        "un_group": row.un_group if row.status == "member" else "",
        "status": row.status,
        "word": word,
        "words": in_words(word, None if latest is None else years[latest], years[later[-1]] if len(later) else None),
        "sponsored": len(made),
        "opportunities": len(made) + len(missed),
        "share": len(made) / (len(made) + len(missed)) if latest is not None else float("nan"),
        "latest_resolution": "" if latest is None else names[latest],
        "latest_year": pd.NA if latest is None else years[latest],
        "latest_value": row.latest_value,
        "reference_year": pd.NA if reference is None else years[reference],
        "reference_value": row.reference_value or UNKNOWN,
        "open": reference is not None and (latest is None or latest < reference),
        "missed_since": int((missed > made[-1]).sum()) if len(made) else len(missed),
        "two_in_a_row": _two_in_a_row(made, missed, len(names)),
        "sponsored_in": tuple(names[made].tolist()),
        "missed": tuple(names[missed].tolist()),
        "unknown_in": tuple(names[dark].tolist()),
        "named_elsewhere": tuple(names[other].tolist()),
        "first_year": years[made[0]] if len(made) else pd.NA,
        "last_year": years[made[-1]] if len(made) else pd.NA,
        "rule": headed(say(word), why),
        "why": why,
        "asked": asked,
    }


def _two_in_a_row(made: np.ndarray, missed: np.ndarray, texts: int) -> bool:
    """Whether two were sponsored between which none was missed."""
    told = np.zeros(texts, dtype=np.int8)
    told[made], told[missed] = 1, 2
    told = told[told > 0]
    return bool(((told[1:] == 1) & (told[:-1] == 1)).any())


def _why(word: str, asked: str, opportunities: int, sponsored: int, unknown: list[int]) -> str:
    facts = say_many(
        "sponsored {sponsored} of {n} text", "sponsored {sponsored} of {n} texts", opportunities, sponsored=sponsored
    )
    if asked != FINAL:
        facts += f", {say(STAGES[asked])}"
    parts = [facts]
    if unknown:
        years = [*map(str, unknown[:MOST])]
        more = len(unknown) - MOST
        years += [say_many("{n} more", "{n} more", more, n=more)] if more > 0 else []
        parts.append(headed(say("not known"), ", ".join(years)))
    return f"{say(STANDINGS[word])} ({clauses(parts)})."
