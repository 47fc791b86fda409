"""What importers and the review know beforehand: names, resolutions, and the lists now held."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from data.added.rows import merge
from data.checks.problems import SourceError
from data.names import Names
from data.read import Row, read_tables
from data.reading.text.symbols import day_of, resolution_of
from files import paths


@dataclass(frozen=True)
class Context:
    """Names and the tables that the review compares with; each table the rows of its file."""

    names: Names
    states: list[Row] = field(default_factory=list)
    resolutions: list[Row] = field(default_factory=list)
    lists: list[Row] = field(default_factory=list)
    sponsors: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    body_members: list[Row] = field(default_factory=list)

    @classmethod
    def from_files(cls, sources: Path = paths.SOURCES, data_dir: Path | None = None) -> "Context":
        """Read the sources and, with `data_dir`, what the user has accepted so far. Raises SourceError for a source
        that is missing or cannot be read, and for a damaged file of the user's."""
        names = ("states", "resolutions", "sponsor_lists", "sponsors", "count_claims", "body_members")
        tables, problems = read_tables(names, Path(sources))
        if problems:
            raise SourceError(problems)
        if data_dir:
            merge(tables, Path(data_dir))
        return cls(Names.from_files(sources), *(tables[name] for name in names))

    def resolution(self, symbol: str) -> Row | None:
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
