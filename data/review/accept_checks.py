"""What must be true of a list or roll call before it is kept; each refusal says what and how to mend it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from data.drafts import NOT_ADOPTED
from data.membership import not_yet
from data.names import Names
from data.reading.context import Context
from data.reading.model import SPONSOR_STAGES, ImporterError, NamedState
from data.words import (
    COMPLETE,
    COMPLETENESS,
    FINAL,
    NEVER_WHOLE,
    ORIGINS,
    PARTIAL,
    SUSPECTED_GAP,
    UN_DOCUMENT,
    UNKNOWN,
    WEB_PAGE,
    WITHDRAWN,
)

_URL = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Acceptance:
    """What a person says of a list and accepts, or is about to: `by` and `source_title` are "" until it is signed.
    `states`: after correction, each with the State it means. `use`: use for analysis. `unknown_states`: codes that are
    unknown if not named; ("*",) = everybody not named."""

    resolution: str
    stage: str
    states: Sequence[NamedState]
    by: str = ""
    source_title: str = ""
    completeness: str = UNKNOWN
    unknown_states: Sequence[str] = ()
    document_symbol: str = ""
    official_url: str = ""
    read_at: str = ""
    note: str = ""
    use: bool = True
    document_name: str = ""
    document_sha256: str = ""
    origin: str = UN_DOCUMENT


def known_resolution(given: Acceptance, context: Context) -> dict[str, str]:
    """The row of the resolution; raises ImporterError where it, the States, the person or the source is missing."""
    row = context.resolution(given.resolution)
    if row is None:
        refuse(given, f"the resolution “{given.resolution}” is not in the record", "Add the resolution first.")
    if not given.states:
        refuse(given, "it names no State", "Nothing is kept without names.")
    if not given.by.strip() or not given.source_title.strip():
        refuse(given, "who accepts it, or its source, is missing", "Write both.")
    return row


def not_before_its_end(given: Acceptance, row: dict[str, str]) -> None:
    """Raise ImporterError for a final list, a list that would tell who does not sponsor, or a vote in plenary, of a
    draft that is not adopted yet. "As adopted" means its adoption in Committee: others may join until the plenary."""
    if row["adoption"] != NOT_ADOPTED:
        return
    if given.stage not in SPONSOR_STAGES or given.stage == FINAL:
        refuse(
            given,
            f"{row['resolution']} is not adopted yet, so that it has no “{given.stage}” list or vote",
            "Choose an earlier stage; once it is adopted, add the resolution with this symbol of its draft.",
        )
    if given.use and given.completeness != PARTIAL:
        refuse(
            given,
            f"{row['resolution']} is not adopted in plenary yet, so that no list can tell who did not sponsor it",
            "Say “partial”, or do not use it for analysis.",
        )


def refuse(given: Acceptance, place: str, remedy: str) -> NoReturn:
    """Raise ImporterError about this list."""
    raise ImporterError(given.document_name or given.resolution or "The list", place, remedy)


_OTHER_SYMBOL = re.compile(r"\s*\([^)]*/[^)]*\)")  # E/2000/23 (E/CN.4/2000/167); but not A/60/509/Add.2 (Part II)


def unknown_states_of(given: Acceptance, context: Context) -> str:
    """The column unknown_states, checked against the completeness. Raises ImporterError."""
    codes = set(context.names.codes())
    doubt = list(dict.fromkeys(given.unknown_states))
    named = {s.iso3 for s in given.states}
    if given.completeness not in COMPLETENESS:
        refuse(given, f"“{given.completeness}” is no completeness", f"Choose one of {', '.join(COMPLETENESS)}.")
    if given.completeness == UNKNOWN and given.use:
        refuse(given, "its completeness is not stated", "Say complete, suspected gap or partial, to count on it.")
    if given.use and given.stage == WITHDRAWN:
        refuse(given, "names that were taken back are no list of sponsors", "Do not use it for analysis.")
    if given.use and given.stage in NEVER_WHOLE and given.completeness != PARTIAL:
        refuse(
            given,
            f"a list of the stage “{given.stage}” cannot tell who did not sponsor",
            "Say “partial”, or do not use it for analysis.",
        )
    if given.completeness == COMPLETE and doubt:
        refuse(given, "a complete list leaves nobody unknown", "Say “suspected gap”, or name nobody as unknown.")
    if given.completeness == SUSPECTED_GAP and (not doubt or doubt == ["*"]):
        refuse(given, "a suspected gap must say which States may be missing", "Name them, or say “partial”.")
    if given.completeness == PARTIAL:
        return "*"
    if strange := [d for d in doubt if d != "*" and d not in codes]:
        refuse(given, f"“{strange[0]}” is no code of a State", "Use the codes of states.csv.")
    return ";".join(d for d in doubt if d not in named)


def source_of(given: Acceptance) -> dict[str, str]:
    """The columns that tell where a list was read, as the person says. A UN document needs its symbol or a link, and
    a symbol gives one; a web page needs its link; what came otherwise has neither. Raises ImporterError."""
    if given.origin not in ORIGINS:
        refuse(given, f"“{given.origin}” is no origin", f"Choose one of {', '.join(ORIGINS)}.")
    symbol, link, official = given.document_symbol.strip(), given.read_at.strip(), given.official_url.strip()
    if given.origin != UN_DOCUMENT and (symbol or official):
        refuse(given, f"{ORIGINS[given.origin]} has no symbol of a UN document", "Leave the symbol out.")
    official = official or official_url(symbol)
    read_at = link or official
    for url in filter(None, (official, read_at)):
        if not _URL.fullmatch(url):
            refuse(given, f"“{url}” is no web address", "Write it like https://undocs.org/A/C.3/78/L.30.")
    if given.origin in (UN_DOCUMENT, WEB_PAGE) and not read_at:
        lacks = "the symbol of the document or a link to it" if given.origin == UN_DOCUMENT else "the link to the page"
        refuse(given, "its source is missing", f"Give {lacks}.")
    title = given.source_title.strip()
    return {
        "origin": given.origin,
        "document_symbol": symbol,
        "official_url": official,
        "read_at": read_at,
        "source_title": title
        if given.origin == UN_DOCUMENT
        else f"{ORIGINS[given.origin][0].upper()}{ORIGINS[given.origin][1:]}: {title}",
    }


def rows_of(given: Acceptance, context: Context, row: dict[str, str]) -> tuple[tuple[dict[str, str], ...], list[str]]:
    """The rows of States, each State once, and remarks for the note."""
    known = {state["iso3"]: state for state in context.states}
    kept: dict[str, dict[str, str]] = {}
    remarks: list[str] = []
    early: list[str] = []
    for state in given.states:
        if state.iso3 not in known:
            refuse(given, f"“{state.as_written}” is given the code “{state.iso3}”", "Choose the State it means.")
        official = known[state.iso3]["name"]
        # An observer of the Commission could sponsor there; it votes nowhere.
        body = row["body"] if given.stage in SPONSOR_STAGES else ""
        if not_yet(known[state.iso3], body, row["adopted_on"]):
            early.append(f"{official} (a Member since {known[state.iso3]['member_since']})")
            continue
        written, remark = _written_for(context.names, state.as_written, state.iso3, official)
        if remark:
            remarks.append(as_sentence(remark[0].upper() + remark[1:]))
        if (held := kept.get(state.iso3)) is None:
            kept[state.iso3] = {"state_as_written": written, "iso3": state.iso3, "role": state.role}
        elif {held["role"], state.role} <= {"sponsor", "main sponsor"}:
            held["role"] = "main sponsor" if "main sponsor" in (held["role"], state.role) else "sponsor"
        elif held["role"] != state.role:
            refuse(given, f"{official} votes both “{held['role']}” and “{state.role}”", "Say which it is.")
    if early:
        remarks.append(f"Also named, before membership of the United Nations: {'; '.join(early)}.")
    return tuple(kept.values()), remarks


def _written_for(names: Names, as_written: str, iso3: str, official: str) -> tuple[str, str]:
    """How a name is kept, and a remark: a typing error that a person resolved is kept under the official name. The
    record knows a State by a known spelling only; what the document has is told in the list's note."""
    if names.resolve(as_written) == iso3:
        return as_written, ""
    return official, f"written there as “{as_written}”: {official}"


def as_sentence(text: str) -> str:
    """The text, ended by a full stop."""
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


def official_url(symbol: str) -> str:
    """The address of a UN document by its symbol."""
    plain = _OTHER_SYMBOL.sub("", symbol.split(" and ")[0])
    if plain.startswith("CHR "):
        plain = f"E/CN.4/RES/{plain.removeprefix('CHR ')}"
    return "https://undocs.org/" + plain.replace(" ", "") if plain else ""
