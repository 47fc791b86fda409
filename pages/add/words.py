"""What the page for adding lists says, as plain text: its answer, what kinds and stages mean."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from analytics.english import capital, count, listing
from data.added.entries import Entry
from data.drafts import NOT_ADOPTED
from data.reading.documents.document_text import READ_BY_OCR
from data.reading.model import ImportedList
from data.words import (
    ADDITIONAL,
    AS_ADOPTED,
    CELLS,
    COMPLETE,
    FINAL,
    ORAL,
    PARTIAL,
    STATEMENT,
    SUSPECTED_GAP,
    TABLED,
    TABLED_REVISED,
    UNKNOWN,
    WITHDRAWN,
)

STAGES = {
    FINAL: "final: everybody who sponsored in the end",
    AS_ADOPTED: "as adopted: those named at the moment of adoption",
    TABLED: "tabled: those on the first draft",
    TABLED_REVISED: "tabled revised: those on a revised draft",
    ADDITIONAL: "additional: those who joined after it was tabled",
    ORAL: "oral: those on a copy “as orally revised”",
    WITHDRAWN: "withdrawn: those who took their names back",
    STATEMENT: "statement: single names out of statements or notes, no list",
}
VOTE_STAGES = ("plenary", "committee", "HRC plenary", "CHR plenary")
COMPLETENESS = {
    COMPLETE: "complete: nobody is missing on it",
    SUSPECTED_GAP: "suspected gap: names may be missing in places that I name",
    PARTIAL: "partial: who is not on it is not known",
    UNKNOWN: "unknown: kept beside the record, not counted on",
}
VOTES = {"yes": "in favour", "no": "against", "abstain": "abstaining"}
ROLES = {"sponsor": "sponsor", "main sponsor": "main sponsor"}


def answer(coverage: pd.DataFrame, entries: Sequence[Entry] | None) -> str:
    """How many texts lack a complete list (Measures.coverage), and what the user has added. `entries`: what was
    accepted; None where the user's folder cannot be read."""
    lacking = int((coverage["coverage"] != "complete").sum())
    first = f"{lacking} of {count(len(coverage), 'text')} lack a complete list of sponsors"
    if entries is None:
        return f"{first}; what you have added cannot be read."
    if not entries:
        return f"{first}; you have added none yet."
    kinds = Counter(entry.kind for entry in entries)
    nouns = (("list", "list"), ("votes", "roll call"), ("resolution", "new text"))
    added = [count(kinds[kind], noun) for kind, noun in nouns if kinds[kind]]
    return f"{first}; you have added {listing(added)}."


def title(one: ImportedList) -> str:
    """A recognised list in one line, for choosing among several: what tells them apart comes first."""
    about = one.resolution or one.document_symbol or one.title[:60] or "text not named"
    also = f" · {one.document_symbol}" if one.document_symbol not in ("", about) else ""
    also += f" · {READ_BY_OCR}" if one.scanned else ""
    stage = one.stage or "stage not told"
    if one.is_vote:
        tally = Counter(state.role for state in one.states)
        cast = ", ".join(f"{tally[vote]} {word}" for vote, word in VOTES.items())
        return f"Roll call, {stage}: {cast} · {about}{also}"
    return f"{capital(stage)}: {count(len(one.iso3), 'State')} · {about}{also}"


def entry_title(entry: Entry) -> str:
    """An accepted import in one line."""
    facts = entry.facts
    if entry.kind == "resolution":
        if facts["adoption"] == NOT_ADOPTED:
            return f"{facts['resolution']}: draft, adoption expected {facts['adopted_on']}"
        return f"{facts['resolution']}: new text, adopted {facts['adopted_on']}"
    if entry.kind == "votes":
        return f"{facts['resolution']}: roll call ({facts['stage']}), {count(len(entry.states), 'State')}"
    return f"{facts['resolution']}: {facts['stage']} list, {count(len(entry.states), 'State')}, {facts['completeness']}"


def change(before: str, after: str, number: int) -> str:
    """ "12 cells from not known to sponsor"."""
    return f"{count(number, 'cell')} from “{CELLS[before]}” to “{CELLS[after]}”"
