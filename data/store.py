"""One version of the database, to ask questions of.

The file is opened once for each version; what is large is never read whole. A rebuilt file can be swapped in at any
time: who holds a record goes on with the version that it began with."""

import atexit
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.drafts import NOT_ADOPTED
from data.frames import Value, give_back
from data.remembered import Remembered
from data.tongues.speech import in_language
from data.versions.database import Database
from data.words import BODIES, FINAL
from files import paths

NAMES = {"lists": "sponsor_lists", "claims": "count_claims", "totals": "resolution_totals"}
NAMES |= {"grid": "kept_grid", "stage_grid": "kept_stage_grid"}
"""Tables that are called by a shorter name; the cells are read as they are kept, not made anew by the view."""
ORDER = {
    "states": "iso3",
    "resolutions": "adopted_on, resolution",
    "sponsor_lists": "list_id",
    "sponsors": "list_id, iso3",
    "kept_grid": "resolution, iso3",
    "kept_stage_grid": "resolution, stage, iso3",
    "stages": "body, series DESC, texts DESC",
    "resolution_totals": "resolution, un_group",
    "votes": "resolution, stage, iso3",
    "body_members": 'body, "at", key, iso3',
    "group_members": "group_id, iso3",
    "events": "date, resolution",
    "opportunities": "year, body",
    "count_claims": "resolution, kind, count",
    "other_resolutions": "year, other_id",
    "other_sponsors": "other_id, stage, iso3",
    "topics": "subject, other_id",
    "places": "iso3",
    "neighbours": "iso3, neighbour",
    "mission_languages": "iso3, language",
}
"""The tables that can be asked for, and the order of their rows."""
SMALL = (
    *("states", "resolutions", "stages", "group_members", "events", "opportunities", "places", "neighbours"),
    "mission_languages",
)
"""Those that a record has as frames."""
BY_TEXT = (
    *("resolutions", "sponsor_lists", "sponsors", "kept_grid", "kept_stage_grid", "resolution_totals", "votes"),
    *("events", "count_claims"),
)
"""Those whose rows belong to one text each."""

KEPT = 3
"""How many files are kept open for the next who asks."""


class NoDatabase(RuntimeError):
    """There is no database that can be read; the message says how to build it."""


@dataclass(frozen=True, eq=False)
class Record:
    """One version of the database: its small tables as frames that nobody changes, and questions to all others.

    Dates are datetime.date or None, whole numbers Int64 (missing: <NA>), text "" where it is not known.
    `version` is the data version, `built_on` the day of the build. The record holds adopted texts only, so that no
    measure counts on a draft; `drafts` has those that are not adopted yet (columns of resolutions), and
    `with_drafts` is the record that holds both. In another process a record is its file, opened there."""

    states: pd.DataFrame
    resolutions: pd.DataFrame
    stages: pd.DataFrame
    group_members: pd.DataFrame
    events: pd.DataFrame
    opportunities: pd.DataFrame
    places: pd.DataFrame
    neighbours: pd.DataFrame
    mission_languages: pd.DataFrame
    version: str
    built_on: str
    database: Database
    drafts: pd.DataFrame = field(default_factory=pd.DataFrame)
    whole: "Record | None" = None
    remembered: Remembered = field(default_factory=Remembered)

    def __reduce__(self) -> "tuple[Callable[..., Record], tuple[Path, str, bool]]":
        return _opened, (self.database.path, self.version, self.whole is None)

    def rows(self, table: str, **of: str | list[str]) -> pd.DataFrame:
        """The rows of a table (ORDER) with these values in these columns: one, or any of a list."""
        return self.database.ask(*_question(table, self.whole is None, **of))

    def ask(self, question: str, **values: Value) -> pd.DataFrame:
        """The answer to a question of analytics/measures/asked, by name, with those of the values that it names;
        `drafts` is told by the record itself."""
        sql, named = _asked(question)
        given = values | {"drafts": self.whole is None}
        return in_language(self.database.ask(sql, {name: value for name, value in given.items() if name in named}))

    @cached_property
    def series(self) -> dict[str, str]:
        """The stage at which each body's series is drawn; `final` for a body without a whole list."""
        mine = self.stages[self.stages["series"]]
        return {**dict.fromkeys(BODIES, FINAL), **dict(zip(mine["body"], mine["stage"], strict=True))}

    @cached_property
    def coming(self) -> pd.DataFrame:
        """The rows of opportunities that are still to come: no text of that body and year has been adopted."""
        adopted = self.resolutions[self.resolutions["adoption"] != NOT_ADOPTED]
        done = set(zip(adopted["body"], adopted["year"], strict=True))
        rows = self.opportunities
        open_ = [(row.body, row.year) not in done for row in rows.itertuples()]
        return rows[open_].reset_index(drop=True)

    @property
    def with_drafts(self) -> "Record":
        """The record with the texts that are not adopted yet among its resolutions; itself where there is none."""
        return self.whole or self

    def forget(self) -> None:
        """Let go of what was made of it: the reasons of targets hold the record that holds them, which nobody sees."""
        for one in (self, self.with_drafts):
            one.remembered.forget()

    def held(self) -> Iterator[pd.DataFrame]:
        """The frames that it holds, and those that were made of it."""
        for one in {self, self.with_drafts}:
            yield from (getattr(one, name) for name in SMALL)
            yield from one.remembered.held()

    def about(self, resolution: str) -> "Record":
        """The record to ask about a text: with the drafts for one of them, else this one."""
        return self.with_drafts if resolution in set(self.drafts.get("resolution", ())) else self


_lock = threading.Lock()
_cache: dict[Path, tuple[tuple[int, ...], Record]] = {}


def record(path: Path | None = None) -> Record:
    """The record in the database at `path` (default: the project's). Raises NoDatabase where there is none, or one
    that is damaged or of another version of the project."""
    path = Path(path or paths.DATABASE)
    try:
        stat = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise NoDatabase(f"No database at {path}. Build it with: python3 run.py build") from None
    signature = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
    with _lock:
        held = _cache.get(path)
        if held is None or held[0] != signature:
            if held:
                held[1].forget()
            held = (signature, _read(path))
        _cache.pop(path, None)
        _cache[path] = held
        if len(_cache) > KEPT:
            _cache.pop(next(iter(_cache)))[1].forget()
        return held[1]


def tidy() -> None:
    """Give back the memory that nobody uses."""
    with _lock:
        records = [held for _, held in _cache.values()]
    for one in records:
        one.database.rest()
    give_back(frame for one in records for frame in one.held())


@atexit.register
def _leave() -> None:
    for _, held in _cache.values():
        held.forget()


def _opened(path: Path, version: str, whole: bool) -> Record:
    """The record of that version; `whole`: with its drafts. Raises NoDatabase where another one is in its place."""
    found = record(path)
    if found.version != version:
        raise NoDatabase("The record was built again meanwhile. Open the page again, then press once more.")
    return found.with_drafts if whole else found


def _read(path: Path, kind: type[Database] = Database) -> Record:
    try:
        database = kind(path)
        whole: dict[str, Any] = {name: database.ask(*_question(name, drafts=True)) for name in SMALL}
        meta: dict[str, str] = dict(database.ask("FROM meta", {}).itertuples(index=False))
        pending = whole["resolutions"]["adoption"] == NOT_ADOPTED
        some = ("resolutions", "events") if pending.any() else ()
        mine: dict[str, Any] = {name: database.ask(*_question(name, drafts=False)) for name in some}
    except duckdb.Error as error:
        raise NoDatabase(f"The database at {path} cannot be read. Build it again with: python3 run.py build") from error
    drafts = whole["resolutions"][pending].reset_index(drop=True)
    both = Record(**whole, version=meta["data_version"], built_on=meta["built_on"], database=database, drafts=drafts)
    if drafts.empty:
        return both
    return replace(both, **mine, whole=both, remembered=Remembered())


def _question(table: str, drafts: bool, **of: str | list[str]) -> tuple[str, dict[str, Value]]:
    table = NAMES.get(table, table)
    wanted = [f'"{n}" IN (SELECT unnest(${n}))' if isinstance(v, list) else f'"{n}" = ${n}' for n, v in of.items()]
    if table in BY_TEXT and not drafts:
        pending = f"(SELECT resolution FROM resolutions WHERE adoption = '{NOT_ADOPTED}')"
        wanted.append(f"(resolution IS NULL OR resolution NOT IN {pending})")
    where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
    return f"FROM {table} {where} ORDER BY {ORDER[table]}", dict(of)


@cache
def _asked(question: str) -> tuple[str, frozenset[str]]:
    sql = (paths.MEASURES / "asked" / f"{question}.sql").read_text(encoding="utf-8")
    told = re.sub(r"--.*", "", sql)
    return told, frozenset(re.findall(r"\$(\w+)", told))
