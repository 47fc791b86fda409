"""What importers and the review know beforehand: names, resolutions, and the lists now held."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from data.names import Names
from data.reading.text.symbols import day_of, resolution_of
from files import paths

Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Context:
    """Names and the tables that the review compares with; each table a list of rows with the columns of its file."""

    names: Names
    states: Rows = field(default_factory=list)
    resolutions: Rows = field(default_factory=list)
    lists: Rows = field(default_factory=list)
    sponsors: Rows = field(default_factory=list)
    claims: Rows = field(default_factory=list)
    body_members: Rows = field(default_factory=list)

    @classmethod
    def from_files(cls, sources: Path = paths.SOURCES, data_dir: Path | None = None) -> Context:
        """Read the sources and, with `data_dir`, what the user has accepted so far.

        Raises FileNotFoundError for a missing source, SourceError for a damaged file of the user's.
        """
        tables = {
            name: _rows(Path(sources) / f"{name}.csv")
            for name in ("states", "resolutions", "sponsor_lists", "sponsors", "count_claims", "body_members")
        }
        if data_dir:
            from data.added.rows import merge_into

            merge_into(tables, Path(data_dir))
        return cls(
            Names.from_files(sources),
            tables["states"],
            tables["resolutions"],
            tables["sponsor_lists"],
            tables["sponsors"],
            tables["count_claims"],
            tables["body_members"],
        )

    def resolution(self, symbol: str) -> dict[str, str] | None:
        """The row of one resolution, or None."""
        return next((row for row in self.resolutions if row["resolution"] == symbol), None)

    def resolution_of(self, *symbols: str) -> str:
        """The resolution of the record that one of these symbols (drafts, resolutions) belongs to, or ""."""
        return next((hit for s in symbols if (hit := resolution_of(s, self.resolutions))), "")

    def day(self, *symbols: str, written: str = "") -> date | None:
        """The day for which names are read: adoption if known, else a day in the session, else the date written."""
        row = self.resolution(self.resolution_of(*symbols))
        if row:
            return date.fromisoformat(row["adopted_on"])
        session = next((day for s in symbols if (day := day_of(s))), None)
        return session or (date.fromisoformat(written) if written else None)

    def members_of_list(self, list_id: str) -> set[str]:
        """The codes of the States on a list that is held."""
        return {row["iso3"] for row in self.sponsors if row["list_id"] == list_id and row["iso3"]}


def _rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
