"""The documents that were fetched, each kept once in the user's folder with where and when it came from.

documents/CHECKSUM.pdf is the document. Beside it A_C.3_76_L.28.en.jsonl has a line for each version of that symbol
in that language, the latest last. A file is written whole or not at all, the document before the line that tells
of it; a line or document that was damaged since counts as not held, and is fetched again."""

import contextlib
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from files import whole

FOLDER = "documents"
# Not .json: a document that was fetched is no import, and the database need not be built again for it.
_SUFFIX = ".jsonl"


@dataclass(frozen=True)
class Held:
    """A document in the folder. `day`: when it was fetched, as 2026-11-26T10:15:00+00:00."""

    symbol: str
    language: str
    sha256: str
    address: str
    day: str
    size: int


class Store:
    """The folder of documents inside the user's folder."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = Path(data_dir)
        self.folder = self.data_dir / FOLDER

    def find(self, symbol: str, languages: Iterable[str]) -> Held | None:
        """The latest version of a document in the first of these languages in which it is held whole, or None."""
        for language in languages:
            for held in reversed(self.versions(symbol, language)):
                if self.read(held) is not None:
                    return held
        return None

    def seems_held(self, symbol: str, languages: Iterable[str]) -> Held | None:
        """The same by the size of the file alone, for a plan of many documents."""
        for language in languages:
            for held in reversed(self.versions(symbol, language)):
                with contextlib.suppress(OSError):
                    if self.path(held).stat().st_size == held.size:
                        return held
        return None

    def versions(self, symbol: str, language: str) -> list[Held]:
        """What was fetched under this symbol in this language, oldest first; a damaged line is passed over."""
        try:
            lines = self._index(symbol, language).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return []
        return [held for line in lines if (held := _from_line(line))]

    def read(self, held: Held) -> bytes | None:
        """The document; None where it is gone or is not what was fetched."""
        try:
            data = self.path(held).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == held.sha256 else None

    def path(self, held: Held) -> Path:
        """Where a document lies."""
        return self.folder / f"{held.sha256}.pdf"

    def keep(self, data: bytes, held: Held) -> Held:
        """Keep a document; the same one again is not kept twice. Raises OSError where the disk refuses."""
        before = self.versions(held.symbol, held.language)
        if self.read(held) is None:
            whole.write(self.path(held), data)
        if before and before[-1].sha256 == held.sha256:
            return before[-1]
        lines = "".join(json.dumps(asdict(one)) + "\n" for one in [*before, held])
        whole.write(self._index(held.symbol, held.language), lines.encode("ascii"))
        whole.clear_leftovers(self.folder)
        return held

    def _index(self, symbol: str, language: str) -> Path:
        return self.folder / (file_name(symbol, language) + _SUFFIX)


def held_as(data: bytes, symbol: str, language: str, address: str, day: str) -> Held:
    """What the folder will say of a document."""
    return Held(symbol, language, hashlib.sha256(data).hexdigest(), address, day, len(data))


def file_name(symbol: str, language: str) -> str:
    """A symbol and language as the name of a file, without its ending: "A_C.3_76_L.28.en"."""
    return (re.sub(r"[^A-Za-z0-9.()-]", "_", symbol).lstrip(".")[:120] or "_") + f".{language}"


def _from_line(line: str) -> Held | None:
    try:
        held = Held(**json.loads(line))
    except (ValueError, TypeError, RecursionError):
        return None
    texts = (held.symbol, held.language, held.sha256, held.address, held.day)
    sound = all(isinstance(text, str) for text in texts) and isinstance(held.size, int)
    # The checksum becomes the name of a file.
    return held if sound and re.fullmatch(r"[0-9a-f]{64}", held.sha256) else None
