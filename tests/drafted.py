"""A record with a draft that is not adopted yet: the real one, and what a user has added to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from data import store
from data.build import build
from data.drafts import NOT_ADOPTED
from data.reading.context import Context
from data.reading.model import NamedState
from data.review.accept import Acceptance
from tests.data.review.kept import accept_list, accept_resolution

DRAFT = "A/C.3/81/L.30"
EXPECTED = date(2026, 12, 17)
TABLED = "A/RES/78/216#tabled-revised"
# Liberia left in 2023, Kenya has sponsored in 2001 alone, of Austria in 2023 it is not known; one is an observer.
JOINED = {"KEN": "Kenya", "LBR": "Liberia", "AUT": "Austria", "PSE": "State of Palestine"}


@dataclass(frozen=True)
class Drafted:
    """Where it lies: the database and the user's folder."""

    database: Path
    folder: Path

    @classmethod
    def at(cls, folder: Path) -> Drafted:
        """What `drafted` has made in that folder."""
        return cls(folder / "record.duckdb", folder / "user")

    @property
    def record(self) -> store.Record:
        """The record in the database."""
        return store.record(self.database)

    def build(self) -> store.Record:
        """The record after a change in the user's folder."""
        build(target=self.database, data_dir=self.folder)
        return self.record


def soon() -> str:
    """A day that is still to come, in the year to which the text belongs where that is possible."""
    return max(EXPECTED, date.today() + timedelta(days=20)).isoformat()


def add_draft(folder: Path, symbol: str = DRAFT, day: str = "") -> None:
    """The draft without any list."""
    facts = {
        "resolution": symbol,
        "adoption": NOT_ADOPTED,
        "adopted_on": day or EXPECTED.isoformat(),
        "title": "Implementing the Declaration on human rights defenders",
        "short_title": "Defenders",
    }
    accept_resolution(folder, facts, "Ana", Context.from_files(data_dir=folder))


def add_list(folder: Path, states: dict[str, str] | None = None, stage: str = "tabled", **more: object) -> str:
    """A list of names for the draft, by default those tabled in 2023 and JOINED; returns its entry's id."""
    context = Context.from_files(data_dir=folder)
    tabled = {r["iso3"]: r["state_as_written"] for r in context.sponsors if r["list_id"] == TABLED}
    named = tabled | JOINED if states is None else states
    rows = tuple(NamedState(written, iso3, "sponsor") for iso3, written in named.items())
    given = {"resolution": DRAFT, "completeness": "partial", "document_symbol": DRAFT} | more
    given = Acceptance(stage=stage, states=rows, by="Ana", source_title=f"Draft {DRAFT}", **given)
    return accept_list(folder, given, context).id


def drafted(folder: Path) -> Drafted:
    """The real record with the draft and its tabled list."""
    made = Drafted.at(folder)
    add_draft(made.folder)
    add_list(made.folder)
    made.build()
    return made
