"""What the user's folder holds: one JSON file an accepted list, roll call or new resolution, with its checksum."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path

from data.reading.model import ImporterError
from files.whole import TEMPORARY

FORMAT = 1
KINDS = ("list", "votes", "resolution")
FOLDER, UNDONE = "imports", "undone"
NEEDED = {
    "list": ("resolution", "stage", "completeness"),
    "votes": ("resolution", "stage", "read_at"),
    "resolution": ("resolution", "adoption", "adopted_on"),
}
"""The facts without which an entry of each kind says nothing; OF_A_STATE, without which a State's row does not."""
OF_A_STATE = ("state_as_written", "iso3", "role")
_ID = re.compile(r"[0-9]{8}T[0-9]{6}-[0-9a-f]{8}")


@dataclass(frozen=True)
class Entry:
    """One thing that the user has added. `id` sorts by time, and is "" until the entry is kept; `facts` are the columns
    of the list, of the votes or of the resolution; `states` rows of state_as_written, iso3 and role (or vote);
    `document_sha256` is the checksum of the document it came from."""

    id: str
    kind: str
    accepted_at: str
    accepted_by: str
    document_name: str
    document_sha256: str
    facts: dict[str, str] = field(default_factory=dict)
    states: tuple[dict[str, str], ...] = ()

    def to_bytes(self) -> bytes:
        """The file: readable JSON with a checksum over its own content."""
        body = {"format": FORMAT, **asdict(self), "states": [dict(s) for s in self.states]}
        return (json.dumps({**body, "checksum": _checksum(body)}, ensure_ascii=False, indent=1) + "\n").encode()


def _checksum(body: dict[str, object]) -> str:
    plain = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def from_bytes(content: bytes, name: str) -> Entry:
    """Read one file of the user's folder. Raises ImporterError where it is damaged or of a newer kind."""
    remedy = "Remove this file from the folder, or restore it from a copy."
    try:
        body = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        raise ImporterError(name, "it is no JSON in UTF-8", remedy) from None
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise ImporterError(name, "it is of another kind or of a newer version", "Update this dashboard.")
    checksum = body.pop("checksum", None)
    if checksum != _checksum(body):
        raise ImporterError(name, "its checksum does not fit: somebody or something has changed it", remedy)
    body.pop("format")
    try:
        entry = Entry(**{**body, "states": tuple(body.get("states", ()))})
    except TypeError:
        raise ImporterError(name, "a field is missing or unknown", remedy) from None
    if not _sound(entry):
        raise ImporterError(name, "a field holds something else than it should", remedy)
    return entry


def _sound(entry: Entry) -> bool:
    texts = (entry.id, entry.kind, entry.accepted_at, entry.accepted_by, entry.document_name, entry.document_sha256)
    rows = [entry.facts, *entry.states]
    return (
        all(isinstance(text, str) for text in texts)
        and entry.kind in KINDS
        and bool(_ID.fullmatch(entry.id))
        and all(isinstance(row, dict) for row in rows)
        and all(isinstance(k, str) and isinstance(v, str) for row in rows for k, v in row.items())
        and all(fact in entry.facts for fact in NEEDED[entry.kind])
        and all(fact in state for fact in OF_A_STATE for state in entry.states)
    )


def read_all(data_dir: Path, folder: str = FOLDER) -> list[Entry]:
    """All entries in the order in which they were accepted. Raises ImporterError for a damaged file. What was not put
    there by this dashboard (a synced folder's "conflicted copy") counts for nothing: `strangers`."""
    place = Path(data_dir) / folder
    if not place.is_dir():
        return []
    files = sorted(p for p in place.iterdir() if _is_ours(p))
    return sorted((from_bytes(p.read_bytes(), p.name) for p in files), key=lambda entry: entry.id)


def strangers(data_dir: Path) -> list[str]:
    """Names of what lies among the imports and is none of them, for a person to look at."""
    place = Path(data_dir) / FOLDER
    found = place.iterdir() if place.is_dir() else ()
    return sorted(p.name for p in found if not _is_ours(p) and TEMPORARY not in p.name)


def _is_ours(path: Path) -> bool:
    return path.suffix == ".json" and bool(_ID.fullmatch(path.stem))


def path_of(data_dir: Path, entry_id: str, folder: str = FOLDER) -> Path:
    """Where an entry lies. Raises ImporterError for an id that is none, so that no other path can be meant."""
    if not _ID.fullmatch(entry_id):
        raise ImporterError(entry_id[:60], "it is no id of an import", "Choose it from the list.")
    return Path(data_dir) / folder / f"{entry_id}.json"
