"""Where a State stands: one word for its record in one body, with the rule and the texts behind the word."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analytics.grid import states_of
from data.words import FINAL, NOT_MEMBER, SPONSOR, STAGES, STANDINGS, UNKNOWN, WHOLE

CORE, REGULAR = 0.8, 0.5
ENOUGH = 3


class _Text(NamedTuple):
    resolution: str
    year: int
    value: str
    known: bool
    on_any_list: bool


def word_for(record: list[bool]) -> str:
    """The word for a run of opportunities (True = sponsor), earliest first. Rules: DESIGN.md, docs/methodology.md."""
    if len(record) < ENOUGH:
        return "Too little known"
    total = sum(record)
    if not record[-1]:
        return {0: "Never", 1: "Once"}.get(total, "Lapsed")
    if total >= CORE * len(record):
        return "Core"
    if total >= REGULAR * len(record):
        return "Regular"
    if total == 1:
        return "New"
    return "Recent" if record[-2] else "Returned"


def ladder(cells: pd.DataFrame, body: str) -> pd.DataFrame:
    """Where each State stands in one body, at the stage of the body's series.

    An opportunity counts for a State where its cell tells (analytics.grid.cells, `known`); `latest` is its latest such
    one. Columns: iso3, short_name, un_group, status, word, words (with what is not known since), sponsored,
    opportunities (texts), share (0 to 1, NaN without opportunities), latest_resolution, latest_year, latest_value,
    reference_year (of the latest text of the body of which a whole list of the stage is held, <NA> if none),
    reference_value (the cell on that text; `unknown` also where it does not tell, or there is none), open
    (whether nothing is known of the State from that text on: its word holds to an earlier one), missed_since
    (opportunities missed in a row up to the latest), sponsored_in, missed, unknown_in (tuples of resolutions),
    named_elsewhere (texts that count as missed or not known, but of which another list names the State), first_year,
    last_year (years sponsored, <NA> if none), rule (sentence), asked (the stage).
    """
    part = cells[cells["body"] == body].sort_values(["adopted_on", "resolution"], kind="stable")
    asked = part["asked"].iloc[0] if len(part) else FINAL
    whole = part[part["completeness"].isin(WHOLE) & part["stage"].eq(asked)]
    reference = whole["resolution"].iloc[-1] if len(whole) else ""
    texts: dict[str, list[_Text]] = {}
    for row in part[["iso3", *_Text._fields]].itertuples(index=False):
        texts.setdefault(row.iso3, []).append(_Text(*row[1:]))
    states = states_of(part).to_dict("records")
    rows = [{**state, **_standing(texts[state["iso3"]], asked, reference)} for state in states]
    columns = ["iso3", "short_name", "un_group", "status", "word", "words", "sponsored", "opportunities", "share"]
    columns += ["latest_resolution", "latest_year", "latest_value", "reference_year"]
    columns += ["reference_value", "open", "missed_since", "sponsored_in", "missed", "unknown_in", "named_elsewhere"]
    columns += ["first_year", "last_year", "rule", "asked"]
    table = pd.DataFrame(rows, columns=columns)
    years = ("first_year", "last_year", "latest_year", "reference_year")
    return table.astype({**dict.fromkeys(years, "Int64"), "open": bool})


def could_sponsor(ladder: pd.DataFrame) -> pd.Series:
    """Whether each State could sponsor one of the texts at all: it was a Member, or an observer, on the day of one."""
    return ladder["opportunities"].gt(0) | ladder["unknown_in"].map(len).gt(0)


def _place(texts: list[_Text], resolution: str) -> int:
    return [text.resolution for text in texts].index(resolution)


def _standing(texts: list[_Text], asked: str, reference: str) -> dict[str, object]:
    known = [text for text in texts if text.known]
    sponsored = [text for text in known if text.value == SPONSOR]
    made = [text.value == SPONSOR for text in known]
    unknown = [text for text in texts if not text.known and text.value != NOT_MEMBER]
    latest = known[-1] if known else None
    word = word_for(made)
    on = next((text for text in texts if text.resolution == reference), None)
    return {
        "word": word,
        "words": _words(word, latest, texts),
        "sponsored": len(sponsored),
        "opportunities": len(known),
        "share": len(sponsored) / len(known) if known else float("nan"),
        "latest_resolution": latest.resolution if latest else "",
        "latest_year": latest.year if latest else pd.NA,
        "latest_value": latest.value if latest else "",
        "open": bool(reference) and not any(text.known for text in texts[_place(texts, reference) :]),
        "reference_year": on.year if on else pd.NA,
        "reference_value": on.value if on and (on.known or on.value == NOT_MEMBER) else UNKNOWN,
        "missed_since": next((i for i, value in enumerate(reversed(made)) if value), len(made)),
        "sponsored_in": tuple(text.resolution for text in sponsored),
        "missed": tuple(text.resolution for text in known if text.value != SPONSOR),
        "unknown_in": tuple(text.resolution for text in unknown),
        "named_elsewhere": tuple(text.resolution for text in texts if text.on_any_list and text.value != SPONSOR),
        "first_year": sponsored[0].year if sponsored else pd.NA,
        "last_year": sponsored[-1].year if sponsored else pd.NA,
        "rule": _rule(word, asked, len(known), len(sponsored), [text.year for text in unknown]),
        "asked": asked,
    }


def _words(word: str, latest: _Text | None, texts: list[_Text]) -> str:
    """The word, to which year it holds, and the newest text if it is not known."""
    if latest is None or word == "Too little known":
        return word
    later = [text for text in texts[texts.index(latest) + 1 :] if not text.known and text.value != NOT_MEMBER]
    return f"{word} to {latest.year}; {later[-1].year} not known" if later else word


def _rule(word: str, asked: str, opportunities: int, sponsored: int, unknown: list[int]) -> str:
    texts = "text" if opportunities == 1 else "texts"
    sentence = f"{word}: {STANDINGS[word]} (sponsored {sponsored} of {opportunities} {texts}"
    if asked != FINAL:
        sentence += f", {STAGES[asked]}"
    if unknown:
        sentence += f"; not known: {', '.join(map(str, unknown))}"
    return sentence + ")."
