"""Where a State stands: one word for its record in one body, with the rule and the texts behind the word."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analytics.grid import KNOWN

WORDS = ("Core", "Regular", "Recent", "Returned", "New", "Lapsed", "Once", "Never", "Too little known")
CORE, REGULAR = 0.8, 0.5
ENOUGH = 3
RULES = {
    "Core": "sponsored the latest text and at least 80 % of those where its record is known",
    "Regular": "sponsored the latest text and at least half of those where its record is known",
    "Recent": "sponsored the latest text and the one before, but less than half of those where its record is known",
    "Returned": "sponsored the latest text after missing the one before, and had sponsored earlier",
    "New": "sponsored the latest text for the first time",
    "Lapsed": "sponsored at least two texts, but not the latest where its record is known",
    "Once": "sponsored exactly one text, and not the latest where its record is known",
    "Never": "sponsored none of at least three texts where its record is known",
    "Too little known": "fewer than three texts where its record is known",
}


class _Text(NamedTuple):
    resolution: str
    year: int
    value: str


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
    """Where each State stands in one body.

    An opportunity counts for a State where its cell is sponsor or not_sponsor; `latest` is its latest such one.
    Columns: iso3, short_name, un_group, status, word, words (with what is not known since), sponsored,
    opportunities (texts), share (0 to 1, NaN without opportunities), latest_resolution, latest_year,
    latest_value, missed_since (opportunities missed in a row up to the latest), sponsored_in, missed,
    unknown_in (tuples of resolutions), first_year, last_year (years sponsored, <NA> if none), rule (sentence).
    """
    part = cells[cells["body"] == body].sort_values(["adopted_on", "resolution"], kind="stable")
    texts: dict[str, list[_Text]] = {}
    for row in part[["iso3", "resolution", "year", "value"]].itertuples(index=False):
        texts.setdefault(row.iso3, []).append(_Text(row.resolution, int(row.year), row.value))
    who = part[["iso3", "short_name", "un_group", "status"]].drop_duplicates("iso3").sort_values("iso3")
    rows = [{**state, **_standing(texts[state["iso3"]])} for state in who.to_dict("records")]
    columns = [
        "iso3",
        "short_name",
        "un_group",
        "status",
        "word",
        "words",
        "sponsored",
        "opportunities",
        "share",
    ]
    columns += ["latest_resolution", "latest_year", "latest_value", "missed_since", "sponsored_in", "missed"]
    columns += ["unknown_in", "first_year", "last_year", "rule"]
    table = pd.DataFrame(rows, columns=columns)
    return table.astype({"first_year": "Int64", "last_year": "Int64", "latest_year": "Int64"})


def _standing(texts: list[_Text]) -> dict[str, object]:
    known = [text for text in texts if text.value in KNOWN]
    sponsored = [text for text in known if text.value == "sponsor"]
    made = [text.value == "sponsor" for text in known]
    unknown = [text for text in texts if text.value == "unknown"]
    latest = known[-1] if known else None
    word = word_for(made)
    return {
        "word": word,
        "words": _words(word, latest, texts),
        "sponsored": len(sponsored),
        "opportunities": len(known),
        "share": len(sponsored) / len(known) if known else float("nan"),
        "latest_resolution": latest.resolution if latest else "",
        "latest_year": latest.year if latest else pd.NA,
        "latest_value": latest.value if latest else "",
        "missed_since": next((i for i, value in enumerate(reversed(made)) if value), len(made)),
        "sponsored_in": tuple(text.resolution for text in sponsored),
        "missed": tuple(text.resolution for text in known if text.value == "not_sponsor"),
        "unknown_in": tuple(text.resolution for text in unknown),
        "first_year": sponsored[0].year if sponsored else pd.NA,
        "last_year": sponsored[-1].year if sponsored else pd.NA,
        "rule": _rule(word, len(known), len(sponsored), [text.year for text in unknown]),
    }


def _words(word: str, latest: _Text | None, texts: list[_Text]) -> str:
    """The word, to which year it holds, and the newest text if it is not known."""
    if latest is None or word == "Too little known":
        return word
    later = [text for text in texts[texts.index(latest) + 1 :] if text.value == "unknown"]
    return f"{word} to {latest.year}; {later[-1].year} not known" if later else word


def _rule(word: str, opportunities: int, sponsored: int, unknown: list[int]) -> str:
    sentence = (
        f"{word}: {RULES[word]} ({sponsored} of {opportunities} {'text' if opportunities == 1 else 'texts'}"
    )
    if unknown:
        sentence += f"; not known: {', '.join(map(str, unknown))}"
    return sentence + ")."
