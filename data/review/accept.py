"""Accepting what was reviewed: a list, a roll call or a new text as an entry of the user's folder, if it is sound.

Nothing is written here: `keep` writes entries and builds the record with them."""

import re
from datetime import date, timedelta

from data import descriptor
from data.added.entries import Entry
from data.drafts import NOT_ADOPTED
from data.reading.context import Context
from data.reading.model import SPONSOR_STAGES, ImporterError
from data.reading.text.symbols import root
from data.review.accept_checks import (
    Acceptance,
    as_sentence,
    known_resolution,
    not_before_its_end,
    official_url,
    refuse,
    rows_of,
    source_of,
    unknown_states_of,
)
from data.words import NO_LIST, PLENARY, VOTES

VOTE_STAGE = re.compile(r"plenary|committee|CHR plenary|HRC plenary|amendment .+")
_RESOLUTION = re.compile(r"A/RES/\d{1,3}/\d{1,3}|A/HRC/RES/\d{1,3}/\d{1,3}|CHR \d{4}/\d{1,3}")
_DRAFT = re.compile(r"A/C\.3/\d{1,3}/L\.\d{1,3}|A/HRC/\d{1,3}/L\.\d{1,3}")
LATEST = timedelta(days=400)
"""How far ahead the adoption of a draft may be expected: the text of the coming session, no later one."""


def accept_list(given: Acceptance, context: Context) -> Entry:
    """A reviewed list of sponsors. Raises ImporterError where it is not sound."""
    row = known_resolution(given, context)
    if given.stage not in SPONSOR_STAGES:
        refuse(given, f"the stage “{given.stage}” is none of {', '.join(SPONSOR_STAGES)}", "Choose the stage.")
    not_before_its_end(given, row)
    unknown = unknown_states_of(given, context)
    states, remarks = rows_of(given, context, row)
    facts = {
        **source_of(given),
        "resolution": given.resolution,
        "stage": given.stage,
        "completeness": given.completeness,
        "unknown_states": unknown,
        "use": "yes" if given.use else "no",
        "note": " ".join([as_sentence(given.note), *remarks]).strip(),
    }
    return _entry("list", given, facts, states)


def accept_votes(given: Acceptance, context: Context) -> Entry:
    """A reviewed roll call; the role of each State is yes, no or abstain. Raises ImporterError."""
    row = known_resolution(given, context)
    if not VOTE_STAGE.fullmatch(given.stage):
        refuse(given, f"“{given.stage}” is no stage of a vote", "Choose plenary, committee or an amendment.")
    strange = sorted({s.role for s in given.states} - set(VOTES))
    if strange:
        refuse(given, f"“{strange[0]}” is no vote", "Each State votes yes, no or abstain.")
    if given.stage in PLENARY:
        not_before_its_end(given, row)
        for vote in VOTES:
            cast = sum(s.role == vote for s in given.states)
            if row[vote] and int(row[vote]) != cast:
                refuse(
                    given,
                    f"{cast} States vote “{vote}”, the official total is {row[vote]}",
                    "Compare the names with the document: a roll call that does not add up is not taken.",
                )
    states, remarks = rows_of(given, context, row)
    source = source_of(given)
    if not source["read_at"]:
        refuse(given, "a roll call is kept with its record", "Give the symbol of the document, or a link to it.")
    facts = {
        **source,
        "resolution": given.resolution,
        "stage": given.stage,
        "note": " ".join([as_sentence(given.note), *remarks]).strip(),
    }
    return _entry("votes", given, facts, states)


def accept_resolution(facts: dict[str, str], by: str, context: Context) -> Entry:
    """A new text with its facts (columns of resolutions.csv). Raises ImporterError. A resolution, or with adoption =
    "not yet adopted" a draft resolution, for which adopted_on is the day expected. session, year, official_url and
    sponsor_coverage may be left out: they follow from the symbol and the date."""
    pending = facts.get("adoption", "").strip() == NOT_ADOPTED
    symbol = facts.get("resolution", "").strip()
    symbol = root(symbol) if pending else symbol
    if not (_DRAFT if pending else _RESOLUTION).fullmatch(symbol):
        forms = "A/C.3/81/L.30 or A/HRC/62/L.5" if pending else "A/RES/81/100, A/HRC/RES/62/3 or CHR 2004/68"
        raise ImporterError(
            symbol or "The text", "its symbol is not of a form that is known", f"Write it like {forms}."
        )
    if context.resolution(symbol):
        raise ImporterError(symbol, "it is in the record already", "Add its list instead.")
    if pending and (found := context.resolution_of(symbol)):
        raise ImporterError(symbol, f"it has been adopted, as {found}", "Add its list to that resolution instead.")
    day = _day(symbol, facts.get("adopted_on", ""), pending)
    body = "GA" if symbol.startswith(("A/RES", "A/C.3")) else "CHR" if symbol.startswith("CHR") else "HRC"
    number = int(re.findall(r"\d+", symbol.removeprefix("A/C.3"))[0])
    title = facts.get("title", "").strip() or facts.get("short_title", "").strip()
    if not title:
        raise ImporterError(symbol, "it has no title", "Write the title that the document has.")
    whole = {column: facts.get(column, "").strip() for column in descriptor.tables()["resolutions"].columns} | {
        "resolution": symbol,
        "body": body,
        "session": str(number - 1944 if body == "CHR" else number),
        "year": str(day.year),
        "title": title,
        "short_title": facts.get("short_title", "").strip() or title[:60],
        "adoption": facts.get("adoption", "").strip() or "without a vote",
        "draft_symbol": facts.get("draft_symbol", "").strip() or (symbol if pending else ""),
        "sponsor_coverage": NO_LIST,
        "n_sponsors_read": "",
        "official_url": facts.get("official_url", "").strip() or official_url(symbol),
    }
    given = Acceptance(symbol, "", (), by, "entered by hand")
    return _entry("resolution", given, whole, ())


def _day(symbol: str, written: str, pending: bool) -> date:
    """The day of adoption, or the day on which that of a draft is expected. Raises ImporterError."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        lacks = "the day on which its adoption is expected" if pending else "the date of adoption"
        raise ImporterError(symbol, f"{lacks} is missing", "Write it like 2026-12-17.") from None
    if pending and day > date.today() + LATEST:
        raise ImporterError(symbol, f"its adoption is expected on {day}, in more than a year", "Check the date.")
    if day > date.today() and not pending:
        raise ImporterError(
            symbol, f"its adoption on {day} is still to come", "Add it as a draft that is not adopted yet."
        )
    return day


def _entry(kind: str, given: Acceptance, facts: dict[str, str], states: tuple[dict[str, str], ...]) -> Entry:
    return Entry("", kind, "", given.by.strip(), given.document_name, given.document_sha256, facts, states)
