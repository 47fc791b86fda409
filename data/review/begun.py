"""Reviews that a person has begun and neither accepted nor discarded: kept in the user's folder, so that none is lost.

Of each there are three files: the document, what was recognised in it, and what the person has chosen since."""

import contextlib
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

from data.reading.cells import Cells
from data.reading.model import ImportedList, from_dict
from files import whole

FOLDER = "reviews"
_BYTES, _LISTS, _CHOICES = (
    ".document",
    ".lists",
    ".choices",
)  # no .json: a review is nothing that a record is built from


@dataclass
class Document:
    """What was uploaded or pasted, and what was recognised in it (data.reading.reader.Found). `mapping`: the columns of
    a table, if stated; `address`: where it was fetched from the United Nations, "" where the user brought it."""

    name: str
    sha256: str
    data: bytes
    pasted: bool
    lists: Sequence[ImportedList]
    mapping: Mapping[str, int] = field(default_factory=dict)
    head: Cells = field(default_factory=list)
    width: int = 0
    problem: str = ""
    address: str = ""

    @property
    def key(self) -> str:
        """A short name of this reading of the document, the same every day: for its files and the keys of widgets."""
        return f"{self.sha256[:10]}-{crc32(repr(sorted(self.mapping.items())).encode()) & 0xFFFF:x}"


@dataclass(frozen=True)
class Begun:
    """A review that was begun: of which document, when (ISO, UTC), and what has been chosen in it, by key."""

    key: str
    name: str
    begun: str
    choices: dict[str, object]


def folder_of(data_dir: Path, who: str) -> Path:
    """Where one person's reviews are; `who`: the address with which they signed in, "" on a computer of one's own."""
    return data_dir / FOLDER / (hashlib.sha256(who.encode()).hexdigest()[:16] if who else "mine")


def keep(folder: Path, document: Document) -> Begun:
    """Keep a review that begins now. Raises OSError where the disk refuses."""
    facts = {**vars(document), "lists": None, "data": None}
    texts = list(dict.fromkeys(one.text for one in document.lists))
    lists = [{**one.as_dict(), "text": texts.index(one.text)} for one in document.lists]
    whole.write(folder / f"{document.key}{_BYTES}", document.data)
    whole.write(
        folder / f"{document.key}{_LISTS}", json.dumps({"facts": facts, "texts": texts, "lists": lists}).encode()
    )
    begun = Begun(document.key, document.name, datetime.now(UTC).isoformat(timespec="seconds"), {})
    _write(folder, begun)
    return begun


def choose(folder: Path, begun: Begun, choices: Mapping[str, object]) -> Begun:
    """Keep what has been chosen by now, as far as the review is still there: somebody may have ended it elsewhere.
    Raises OSError where the disk refuses."""
    chosen = Begun(begun.key, begun.name, begun.begun, dict(choices))
    if (folder / f"{begun.key}{_CHOICES}").is_file():
        _write(folder, chosen)
    return chosen


def reviews(folder: Path) -> list[Begun]:
    """All that were begun and not ended, the latest first; what cannot be read is none."""
    found = []
    for path in folder.glob(f"*{_CHOICES}"):
        with contextlib.suppress(OSError, ValueError, TypeError):
            found.append(Begun(**json.loads(path.read_bytes())))
    return sorted(found, key=lambda one: one.begun, reverse=True)


def document_of(folder: Path, key: str) -> Document | None:
    """The document of a review with its lists, as it was read then; None where its files are gone or damaged."""
    try:
        data = (folder / f"{key}{_BYTES}").read_bytes()
        held = json.loads((folder / f"{key}{_LISTS}").read_bytes())
        lists = [from_dict({**one, "text": held["texts"][one["text"]]}) for one in held["lists"]]
        document = Document(**{**held["facts"], "data": data, "lists": lists})
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None
    return document if hashlib.sha256(data).hexdigest() == document.sha256 else None


def end(folder: Path, key: str) -> None:
    """Forget a review: it was accepted or discarded."""
    for ending in (_CHOICES, _LISTS, _BYTES):
        with contextlib.suppress(OSError):
            (folder / f"{key}{ending}").unlink()


def _write(folder: Path, begun: Begun) -> None:
    whole.write(folder / f"{begun.key}{_CHOICES}", json.dumps(asdict(begun)).encode())
