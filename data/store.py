"""Reads the database: the whole record as tables, once for each version of the file.

The record is small (some 20,000 rows), so it is read whole, the connection is closed at once, and a rebuilt
file can be swapped in at any time while others go on reading.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from data.drafts import NOT_ADOPTED
from data.words import BODIES, FINAL
from files import paths

TABLES = {
    "states": "states ORDER BY iso3",
    "resolutions": "resolutions ORDER BY adopted_on, resolution",
    "lists": "sponsor_lists ORDER BY list_id",
    "sponsors": "sponsors ORDER BY list_id, iso3",
    "grid": "grid ORDER BY resolution, iso3",
    "stage_grid": "stage_grid ORDER BY resolution, stage, iso3",
    "stages": "stages ORDER BY body, series DESC, texts DESC",
    "totals": "resolution_totals ORDER BY resolution, un_group",
    "votes": "votes ORDER BY resolution, stage, iso3",
    "body_members": 'body_members ORDER BY body, "at", key, iso3',
    "group_members": "group_members ORDER BY group_id, iso3",
    "events": "events ORDER BY date, resolution",
    "opportunities": "opportunities ORDER BY year, body",
    "claims": "count_claims ORDER BY resolution, kind, count",
    "other_resolutions": "other_resolutions ORDER BY year, other_id",
    "other_sponsors": "other_sponsors ORDER BY other_id, stage, iso3",
    "places": "places ORDER BY iso3",
    "neighbours": "neighbours ORDER BY iso3, neighbour",
    "mission_languages": "mission_languages ORDER BY iso3, language",
}


BY_TEXT = ("resolutions", "lists", "sponsors", "grid", "stage_grid", "totals", "votes", "events", "claims")
"""The tables whose rows belong to one text each."""


class NoDatabase(RuntimeError):
    """There is no database that can be read; the message says how to build it."""


@dataclass(frozen=True, eq=False)
class Record:
    """All tables as pandas frames. Nobody changes them: copy first.

    Dates are datetime.date or None, whole numbers Int64 (missing: <NA>), text "" where it is not known.
    `version` is the data version, `built_on` the day of the build. The frames hold adopted texts only, so that no
    measure counts on a draft; `drafts` has those that are not adopted yet (columns of resolutions), and
    `with_drafts` is the record that holds both.
    """

    states: pd.DataFrame
    resolutions: pd.DataFrame
    lists: pd.DataFrame
    sponsors: pd.DataFrame
    grid: pd.DataFrame
    stage_grid: pd.DataFrame
    stages: pd.DataFrame
    totals: pd.DataFrame
    votes: pd.DataFrame
    body_members: pd.DataFrame
    group_members: pd.DataFrame
    events: pd.DataFrame
    opportunities: pd.DataFrame
    claims: pd.DataFrame
    other_resolutions: pd.DataFrame
    other_sponsors: pd.DataFrame
    places: pd.DataFrame
    neighbours: pd.DataFrame
    mission_languages: pd.DataFrame
    version: str
    built_on: str
    drafts: pd.DataFrame = field(default_factory=pd.DataFrame)
    whole: Record | None = None

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
    def with_drafts(self) -> Record:
        """The record with the texts that are not adopted yet among its resolutions; itself where there is none."""
        return self.whole or self

    def about(self, resolution: str) -> Record:
        """The record to ask about a text: with the drafts for one of them, else this one."""
        return self.with_drafts if resolution in set(self.drafts.get("resolution", ())) else self


_lock = threading.Lock()
_cache: dict[Path, tuple[tuple[int, int, int], Record]] = {}


def record(path: Path | None = None) -> Record:
    """The record in the database at `path` (default: the project's). Raises NoDatabase where there is none, or one
    that is damaged or of another version of the project."""
    path = Path(path or paths.DATABASE)
    try:
        stat = path.stat()
    except FileNotFoundError:
        raise NoDatabase(f"No database at {path}. Build it with: python3 run.py build") from None
    signature = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
    with _lock:
        held = _cache.get(path)
        if held is None or held[0] != signature:
            held = _cache[path] = (signature, _read(path))
        return held[1]


def _read(path: Path) -> Record:
    try:
        with duckdb.connect(str(path), read_only=True) as con:
            frames: dict[str, Any] = {name: _frame(con, f"SELECT * FROM {source}") for name, source in TABLES.items()}
            meta = dict(con.execute("SELECT key, value FROM meta").fetchall())
    except duckdb.Error as error:
        raise NoDatabase(f"The database at {path} cannot be read. Build it again with: python3 run.py build") from error
    return _apart(Record(**frames, version=meta["data_version"], built_on=meta["built_on"]))


def _apart(whole: Record) -> Record:
    """The record without the texts that are not adopted yet, which it keeps in `drafts` and `whole`."""
    pending = whole.resolutions["adoption"] == NOT_ADOPTED
    drafts = whole.resolutions[pending].reset_index(drop=True)
    if drafts.empty:
        return replace(whole, drafts=drafts)
    named = set(drafts["resolution"])
    kept = {}
    for table in BY_TEXT:
        frame = getattr(whole, table)
        kept[table] = frame[~frame["resolution"].isin(named)].reset_index(drop=True)
    return replace(whole, **kept, drafts=drafts, whole=replace(whole, drafts=drafts))


def _frame(con: duckdb.DuckDBPyConnection, sql: str) -> pd.DataFrame:
    arrow = con.sql(sql).to_arrow_table()
    columns = {}
    for part in arrow.schema:
        column = arrow.column(part.name)
        if pa.types.is_dictionary(part.type):
            column = column.cast(pa.string())
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            columns[part.name] = pd.Series(column.to_pylist(), dtype=object).fillna("").astype(str)
        elif pa.types.is_date(part.type):
            columns[part.name] = pd.Series(column.to_pylist(), dtype=object)
        elif pa.types.is_integer(part.type):
            columns[part.name] = pd.array(column.to_pylist(), dtype="Int64")
        else:
            columns[part.name] = column.to_pandas()
    return pd.DataFrame(columns)
