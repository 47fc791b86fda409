"""Accepting what was reviewed, and undoing it: one small file each, whole or not at all.

Nothing is written that the record could not be built with: before a file is put in its place, all rows are
checked together with the sources and the earlier imports.
"""

from __future__ import annotations

import re
import tempfile
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from data.added.entries import FOLDER, UNDONE, Entry, path_of, read_all
from data.added.rows import RESOLUTION_COLUMNS
from data.drafts import NOT_ADOPTED
from data.reading.context import Context
from data.reading.errors import ImporterError
from data.reading.model import SPONSOR_STAGES
from data.reading.symbols import root
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
from files import whole

VOTE_STAGE = re.compile(r"plenary|committee|CHR plenary|HRC plenary|amendment .+")
_RESOLUTION = re.compile(r"A/RES/\d{1,3}/\d{1,3}|A/HRC/RES/\d{1,3}/\d{1,3}|CHR \d{4}/\d{1,3}")
_DRAFT = re.compile(r"A/C\.3/\d{1,3}/L\.\d{1,3}|A/HRC/\d{1,3}/L\.\d{1,3}")
LATEST = timedelta(days=400)
"""How far ahead the adoption of a draft may be expected: the text of the coming session, no later one."""

Check = Callable[[Path], object]


def accept_list(data_dir: Path, given: Acceptance, context: Context, check: Check | None = None) -> Entry:
    """Keep a reviewed list of sponsors. Returns the entry. Raises ImporterError, or OSError where the disk refuses;
    then nothing is kept."""
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
    return _keep(data_dir, "list", given, facts, states, check)


def accept_votes(data_dir: Path, given: Acceptance, context: Context, check: Check | None = None) -> Entry:
    """Keep a reviewed roll call; the role of each State is yes, no or abstain. Raises ImporterError."""
    row = known_resolution(given, context)
    if not VOTE_STAGE.fullmatch(given.stage):
        refuse(given, f"“{given.stage}” is no stage of a vote", "Choose plenary, committee or an amendment.")
    strange = sorted({s.role for s in given.states} - {"yes", "no", "abstain"})
    if strange:
        refuse(given, f"“{strange[0]}” is no vote", "Each State votes yes, no or abstain.")
    if given.stage in ("plenary", "CHR plenary", "HRC plenary"):
        not_before_its_end(given, row)
        for vote in ("yes", "no", "abstain"):
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
    return _keep(data_dir, "votes", given, facts, states, check)


def accept_resolution(
    data_dir: Path, facts: dict[str, str], by: str, context: Context, check: Check | None = None
) -> Entry:
    """Add a new text with its facts (columns of resolutions.csv). Raises ImporterError.

    A resolution, or with adoption = "not yet adopted" a draft resolution, for which adopted_on is the day expected.
    session, year, official_url and sponsor_coverage may be left out: they follow from the symbol and the date.
    """
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
    number = int(re.search(r"\d+", symbol.removeprefix("A/C.3"))[0])  # type: ignore[index]
    title = facts.get("title", "").strip() or facts.get("short_title", "").strip()
    if not title:
        raise ImporterError(symbol, "it has no title", "Write the title that the document has.")
    whole = {column: facts.get(column, "").strip() for column in RESOLUTION_COLUMNS} | {
        "resolution": symbol,
        "body": body,
        "session": str(number - 1944 if body == "CHR" else number),
        "year": str(day.year),
        "title": title,
        "short_title": facts.get("short_title", "").strip() or title[:60],
        "adoption": facts.get("adoption", "").strip() or "without a vote",
        "draft_symbol": facts.get("draft_symbol", "").strip() or (symbol if pending else ""),
        "sponsor_coverage": "no list found",
        "n_sponsors_read": "",
        "official_url": facts.get("official_url", "").strip() or official_url(symbol),
    }
    given = Acceptance(symbol, "", (), by, "entered by hand")
    return _keep(data_dir, "resolution", given, whole, (), check)


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


def undo(data_dir: Path, entry_id: str) -> None:
    """Take an accepted import back; it is set aside, and `redo` brings it back. Raises ImporterError."""
    path = path_of(data_dir, entry_id)
    entries = read_all(data_dir)
    entry = next((e for e in entries if e.id == entry_id), None)
    if entry is None:
        raise ImporterError(entry_id, "there is no such import", "It may have been undone already.")
    if entry.kind == "resolution":
        symbol = entry.facts["resolution"]
        if any(e.kind != "resolution" and e.facts.get("resolution") == symbol for e in entries):
            raise ImporterError(symbol, "there are lists or votes for it", "Undo those first.")
    whole.move(path, path_of(data_dir, entry_id, UNDONE))


def redo(data_dir: Path, entry_id: str) -> None:
    """Bring back an import that was undone. Raises ImporterError where there is none."""
    path = path_of(data_dir, entry_id, UNDONE)
    if not path.is_file():
        raise ImporterError(entry_id, "there is no such undone import", "Choose it from the list.")
    whole.move(path, path_of(data_dir, entry_id))


def history(data_dir: Path) -> list[Entry]:
    """What has been accepted, the latest first. Raises ImporterError for a damaged file."""
    return read_all(data_dir)[::-1]


def default_check(data_dir: Path) -> object:
    """Whether the record can be built with a folder of imports. Raises SourceError where it cannot."""
    from data.build import load
    from files import paths

    return load(paths.SOURCES, data_dir)


def _keep(
    data_dir: Path,
    kind: str,
    given: Acceptance,
    facts: dict[str, str],
    states: tuple[dict[str, str], ...],
    check: Check | None,
) -> Entry:
    data_dir = Path(data_dir)
    earlier = read_all(data_dir)
    entry = Entry(
        id=_next_id([*earlier, *read_all(data_dir, UNDONE)]),
        kind=kind,
        accepted_at=datetime.now(UTC).isoformat(timespec="seconds"),
        accepted_by=given.by.strip(),
        document_name=given.document_name,
        document_sha256=given.document_sha256,
        facts=facts,
        states=states,
    )
    check_together([*earlier, entry], given.document_name or given.resolution, check)
    folder = data_dir / FOLDER
    whole.write(path_of(data_dir, entry.id), entry.to_bytes())
    whole.clear_leftovers(folder)
    return entry


def check_together(entries: Sequence[Entry], what: str, check: Check | None = None) -> None:
    """Raise ImporterError where the record could not be built with exactly these imports."""
    with tempfile.TemporaryDirectory(prefix="cosponsorship-check-") as name:
        for entry in entries:
            whole.write(path_of(Path(name), entry.id), entry.to_bytes())
        try:
            (check or default_check)(Path(name))
        except ImporterError:
            raise
        except ValueError as error:
            raise ImporterError(
                what, f"the record cannot be built with it ({error})", "Correct it; nothing has been kept."
            ) from None


def _next_id(earlier: Sequence[Entry]) -> str:
    """An id later than all before it, also where two come in one second or the clock was set back."""
    now = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    if earlier:
        last = datetime.strptime(max(e.id for e in earlier)[:15], "%Y%m%dT%H%M%S")
        now = max(now, last + timedelta(seconds=1))
    return f"{now:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}"
