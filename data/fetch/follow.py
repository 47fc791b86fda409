"""Follows a draft that is being sponsored: who is named on its documents now, and who was when last looked."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data.fetch.round import Result
from data.fetch.store import FOLDER, file_name
from files import whole

_SUFFIX = ".followed.jsonl"


@dataclass(frozen=True)
class Look:
    """Who was named on the documents of a draft on a day: ISO code -> symbols of the documents."""

    day: str
    names: dict[str, list[str]]


@dataclass(frozen=True)
class Change:
    """A draft compared with the last look. `since`: its day ("" at the first look); codes, sorted: now named, more
    than then, and named then but no longer."""

    draft: str
    since: str
    now: tuple[str, ...]
    more: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def named(draft: str, results: Iterable[Result]) -> dict[str, list[str]]:
    """Who is named on the lists of a draft that were fetched, without those who withdrew."""
    found: dict[str, list[str]] = {}
    away: set[str] = set()
    for result in results:
        for one in result.lists:
            if one.resolution == draft and not one.is_vote:
                away |= {state.iso3 for state in one.withdrawn}
                for code in one.iso3:
                    found.setdefault(code, [])
                    if result.symbol not in found[code]:
                        found[code].append(result.symbol)
    return {code: found[code] for code in sorted(found.keys() - away)}


def compare(draft: str, results: Iterable[Result], data_dir: Path) -> Change | None:
    """What has changed since the last look, which this look then takes the place of. None where one of the draft's
    known documents was refused or no list was found: then nothing can be compared. Raises OSError where the disk
    refuses."""
    mine = [one for one in results if draft in one.wanted.resolutions]
    names = named(draft, mine)
    if not names or any(one.status == "refused" for one in mine):
        return None
    before = looks(draft, data_dir)
    now = Look(datetime.now(UTC).isoformat(timespec="seconds"), names)
    lines = "".join(json.dumps({"day": one.day, "names": one.names}) + "\n" for one in [*before, now])
    whole.write(_path(draft, data_dir), lines.encode("ascii"))
    if not before:
        return Change(draft, "", tuple(names))
    last = before[-1]
    more, gone = sorted(names.keys() - last.names.keys()), sorted(last.names.keys() - names.keys())
    return Change(draft, last.day, tuple(names), tuple(more), tuple(gone))


def looks(draft: str, data_dir: Path) -> list[Look]:
    """All looks at a draft, oldest first; a damaged line is passed over."""
    try:
        lines = _path(draft, data_dir).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [look for line in lines if (look := _from_line(line))]


def _from_line(line: str) -> Look | None:
    try:
        look = Look(**json.loads(line))
        datetime.fromisoformat(look.day)
        return look if all(isinstance(code, str) for code in look.names) and isinstance(look.names, dict) else None
    except (ValueError, TypeError, RecursionError):
        return None


def _path(draft: str, data_dir: Path) -> Path:
    return Path(data_dir) / FOLDER / (file_name(draft, "all") + _SUFFIX)
