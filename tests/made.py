"""Small made records, so that a test's truth stands in the test.

`cells` draws a grid as a picture; `record` builds a real database, with the real views, from a few rows;
`tables` and `write` give a small whole set of source files, for tests that break one thing in it.
"""

from __future__ import annotations

import csv
import weakref
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path

import duckdb
import pandas as pd

from data import build, descriptor, store
from data.read import Row
from data.versions.database import Database
from files import paths

Line = dict[str, str]
Tables = dict[str, list[Line]]

LETTERS = {"S": "sponsor", "n": "not_sponsor", "t": "not_when_tabled", "?": "unknown", "-": "not_member"}
COVERAGE = {"complete": "complete", "suspected gap": "suspected gap", "partial": "partial", "": "no list found"}
URL = "https://example.org/document"
_NUMBERS = count(1)


def cells(
    picture: str,
    *,
    body: str = "GA",
    lists: Mapping[int, tuple[str, str]] | None = None,
    coverage: Mapping[int, str] | None = None,
    groups: Mapping[str, str] | None = None,
    observers: Iterable[str] = (),
    asked: str = "final",
    elsewhere: Iterable[tuple[str, int]] = (),
    withdrew: Iterable[tuple[str, int]] = (),
) -> pd.DataFrame:
    """The table of Measures.cells, drawn.

    First line: the years of the texts; then a line a State: its code and a letter a text (S sponsor, n not a
    sponsor, t not named when tabled, ? unknown, - not a Member). A text is called "GA 2001" and is adopted on
    1 December. `lists`: year to (completeness, stage), by default a complete final list; `coverage`: year to coverage
    of the resolution; `groups`: code to regional group, by default the African Group; `asked`: the stage of the
    series; `elsewhere`: State and year where another list of the text names the State; `withdrew`: State and year where
    a list names it among those that took their names back.
    """
    head, *lines = [line.split() for line in picture.strip().splitlines()]
    rows = []
    for i, year in enumerate(map(int, head)):
        completeness, stage = (lists or {}).get(year, ("complete", "final"))
        name = f"{body} {year}"
        for iso3, *letters in lines:
            observer = iso3 in observers
            rows.append(
                {
                    "resolution": name,
                    "body": body,
                    "session": year - 1945,
                    "year": year,
                    "adopted_on": date(year, 12, 1),
                    "iso3": iso3,
                    "short_name": iso3.title(),
                    "name": f"Republic of {iso3.title()}",
                    "un_group": "" if observer else (groups or {}).get(iso3, "African Group"),
                    "status": "observer" if observer else "member",
                    "value": LETTERS[letters[i]],
                    "list_id": f"{name}#{stage}" if stage else "",
                    "stage": stage,
                    "completeness": completeness,
                    "asked": asked,
                    "known": letters[i] in ("Sn" if asked == "final" else "Snt"),
                    "withdrawn_list": f"{name}#withdrawn" if (iso3, year) in set(withdrew) else "",
                    "on_any_list": letters[i] == "S" or (iso3, year) in {*elsewhere, *withdrew},
                    "coverage": (coverage or {}).get(year, COVERAGE.get(completeness, completeness)),
                }
            )
    table = pd.DataFrame(rows)
    return table.sort_values(["adopted_on", "resolution", "iso3"], kind="stable").reset_index(drop=True)


def drawn(
    picture: str | Mapping[str, str],
    *,
    lists: Mapping[int, tuple[str, str]] | None = None,
    coverage: Mapping[int, str] | None = None,
    groups: Mapping[str, str] | None = None,
    observers: Iterable[str] = (),
    elsewhere: Iterable[tuple[str, int]] = (),
    withdrew: Iterable[tuple[str, int]] = (),
    body: str = "GA",
    claims: Iterable[tuple[str, int, str, str]] = (),
    **more: list[Line],
) -> store.Record:
    """The record that is drawn, built by the project's own schema from States, texts and lists.

    `picture`: the years of the texts, then a line a State: its code and a letter a text (LETTERS); or one picture a
    body. A text is called "GA 2001" and is adopted on 1 December. `lists`: year to (completeness, stage), by default a
    complete final list, ("", "") for none; `coverage`: year to coverage of the resolution; `groups`: code to regional
    group, by default the African Group; `elsewhere`: State and year where a statement names the State; `withdrew`:
    State and year where a list names it among those that took their names back; `claims`: reported numbers; `more`:
    rows of other tables. Raises ValueError where no lists make these cells.
    """
    pictures = {body: picture} if isinstance(picture, str) else dict(picture)
    people: dict[str, Line] = {}
    texts, held, truth = [], [], {}
    for of, drawing in pictures.items():
        head, *lines = [line.split() for line in drawing.strip().splitlines()]
        years = [int(year) for year in head]
        for code, *letters in lines:
            before = [year for year, letter in zip(years, letters, strict=True) if letter == "-"]
            group = "" if code in observers else (groups or {}).get(code, "African Group")
            since = f"{max(before)}-12-02" if before else people.get(code, {}).get("member_since", "")
            people[code] = state(code, group, since)
        for at, year in enumerate(years):
            name = f"{of} {year}"
            letters = {code: line[at] for code, *line in lines}
            truth |= {(name, code): LETTERS[letter] for code, letter in letters.items()}
            completeness, stage = (lists or {}).get(year, ("complete", "final"))
            kind = (coverage or {}).get(year, COVERAGE.get(completeness, completeness))
            texts.append(text(name, f"{year}-12-01", kind, body=of, session=str(year - 1945)))
            if stage:
                named = [code for code, letter in letters.items() if letter == "S"]
                open_ = ";".join(code for code, letter in letters.items() if letter == "?")
                doubt = "*" if completeness == "partial" else open_
                held.append(listed(name, named, completeness, stage=stage, doubt=doubt))
            for kind, who in (("statement", elsewhere), ("withdrawn", withdrew)):
                if some := [code for code, when in who if when == year]:
                    held.append(listed(name, some, "partial", stage=kind, doubt="*", used="no"))
    reported = [claim(*one) for one in claims]
    made = record(people.values(), texts, held, count_claims=reported, **more)
    cells = made.rows("grid")
    said = dict(zip(zip(cells["resolution"], cells["iso3"], strict=True), cells["value"], strict=True))
    wrong = {key: (value, said[key]) for key, value in truth.items() if said[key] != value}
    if wrong:
        raise ValueError(f"no lists make these cells, drawn and made: {wrong}")
    return made


def claim(resolution: str, count: int, bound: str = "exact", kind: str = "final") -> Line:
    """A row of count_claims.csv."""
    row = {"resolution": resolution, "count": str(count), "bound": bound, "kind": kind}
    return {**row, "what": "co-sponsors", "source_url": URL, "quote": "-"}


def claims(*rows: tuple[str, int, str, str]) -> pd.DataFrame:
    """Reported numbers: (resolution, count, bound, kind)."""
    lines = [{"resolution": r, "count": c, "bound": b, "kind": k, "what": "co-sponsors"} for r, c, b, k in rows]
    return pd.DataFrame(lines, columns=["resolution", "count", "bound", "kind", "what"])


def state(iso3: str, group: str = "African Group", since: str = "", name: str = "") -> Line:
    """A row of states.csv; `group` "" makes an observer."""
    return {
        "iso3": iso3,
        "name": name or f"Republic of {iso3.title()}",
        "short_name": name or iso3.title(),
        "status": "member" if group else "observer",
        "un_group": group,
        "m49_region": "World",
        "m49_subregion": "World",
        "member_since": since,
        "before_membership": "independent" if since else "",
    }


def text(
    resolution: str,
    adopted_on: str,
    coverage: str = "complete",
    *,
    body: str = "GA",
    names: int | None = None,
    **more: str,
) -> Line:
    """A row of resolutions.csv; `names` is the number of names on the list used."""
    return {
        **dict.fromkeys(descriptor.tables()["resolutions"].columns, ""),
        "resolution": resolution,
        "body": body,
        "session": "60",
        "year": adopted_on[:4],
        "adopted_on": adopted_on,
        "short_title": "Defenders",
        "title": "Defenders of human rights",
        "adoption": "without a vote",
        "sponsor_coverage": coverage,
        "n_sponsors_read": "" if names is None else str(names),
        "official_url": URL,
        **more,
    }


def listed(
    resolution: str,
    names: Mapping[str, str] | Iterable[str],
    completeness: str = "complete",
    *,
    stage: str = "final",
    doubt: str = "",
    used: str = "yes",
    **more: str,
) -> tuple[Line, list[Line]]:
    """A row of sponsor_lists.csv and its rows of sponsors.csv. `names`: codes, or code to name as written."""
    written = names if isinstance(names, Mapping) else {iso3: iso3.title() for iso3 in names}
    list_id = f"{resolution}#{stage.replace(' ', '-')}"
    head = {
        "list_id": list_id,
        "resolution": resolution,
        "stage": stage,
        "used_for_analysis": used,
        "completeness": completeness,
        "unknown_states": doubt,
        "n_states": str(len(written)),
        "document_symbol": "A/1",
        "official_url": URL,
        "read_at": URL,
        "source_title": f"{stage} list of {resolution}",
        "note": "",
        **more,
    }
    sponsors = [
        {
            "list_id": list_id,
            "resolution": resolution,
            "stage": stage,
            "state_as_written": name,
            "iso3": iso3,
            "role": "sponsor",
        }
        for iso3, name in written.items()
    ]
    return head, sponsors


def with_reasons(prospects: pd.DataFrame) -> pd.DataFrame:
    """The table of analytics.targets.targets.prospects with the reasons of every State read."""
    return prospects.assign(reasons=[reasons() for reasons in prospects["reasons"]])


def vote(resolution: str, iso3: str, cast: str, stage: str = "plenary", name: str = "") -> Line:
    """A row of votes.csv."""
    return {
        "resolution": resolution,
        "stage": stage,
        "state_as_written": name or iso3.title(),
        "iso3": iso3,
        "vote": cast,
        "source_url": URL,
    }


def rows(
    states: Iterable[Line], texts: Iterable[Line], lists: Iterable[tuple[Line, list[Line]]] = (), **more: list[Line]
) -> dict[str, list[Row]]:
    """The rows of all tables as data.build reads them; `more`: rows of other tables by name."""
    lists = list(lists)
    given: Tables = {
        "states": list(states),
        "resolutions": list(texts),
        "sponsor_lists": [head for head, _ in lists],
        "sponsors": [line for _, names in lists for line in names],
        **more,
    }
    return {
        name: [Row(table.file, i, line) for i, line in enumerate(given.get(name, []), start=2)]
        for name, table in descriptor.tables().items()
    }


class InMemory(Database):
    """A database beside others in the memory of one DuckDB: it is there a third sooner than a file of its own."""

    @staticmethod
    @cache
    def _memory() -> duckdb.DuckDBPyConnection:
        return duckdb.connect()

    @classmethod
    def of(cls, rows: dict[str, list[Row]]) -> store.Record:
        """The record that holds only these rows."""
        path = Path(f"made_{next(_NUMBERS)}")
        with cls._memory().cursor() as cursor:
            cursor.execute(f"ATTACH ':memory:' AS {path}")
            cursor.execute(f"USE {path}")
            build.fill(cursor, rows, "made")
        return store._read(path, cls)

    def __init__(self, path: Path) -> None:
        self.path, self.name, self._idle = path, str(path), []
        self._connection = self._memory().cursor()
        weakref.finalize(self, self._memory().cursor().execute, f"DETACH {path}").atexit = False


def record(*args: Iterable, **more: list[Line]) -> store.Record:
    """The record of a database that holds only these rows. Arguments as for `rows`. The checks are not run."""
    return InMemory.of(rows(*args, **more))


def until(year: int) -> store.Record:
    """The record of the real sources as if nothing had been adopted after a year."""
    rows = build.load(paths.SOURCES)
    texts = {row["resolution"] for row in rows["resolutions"] if int(row["year"]) <= year}
    of_text = [name for name, table in descriptor.tables().items() if "resolution" in table.columns]
    for name in [name for name in of_text if name != "other_resolutions"]:
        rows[name] = [row for row in rows[name] if row["resolution"] in {*texts, ""}]
    return InMemory.of(rows)


def tables() -> Tables:
    """A small whole set of source tables that passes every check.

    Real States and spellings; five made texts: A/RES/56/1 (complete: Norway, Ghana, Peru), A/RES/58/1 (gap:
    Norway, Chile; Austria and Belgium in doubt; and a tabled list), A/RES/60/1 (nothing held), A/RES/62/1
    (partial: Norway; a vote 2-1-0) and A/HRC/RES/7/1 (a count only).
    """
    made: Tables = {name: [] for name in descriptor.tables()}
    for name in ("states", "name_variants_seen"):
        made[name] = read(paths.SOURCES / f"{name}.csv")
    voted = {"adoption": "recorded vote", "yes": "2", "no": "1", "abstain": "0"}
    made["resolutions"] = [
        text("A/RES/56/1", "2001-12-19", names=3),
        text("A/RES/58/1", "2003-12-22", "suspected gap", names=2),
        text("A/RES/60/1", "2005-12-16", "no list found"),
        text("A/RES/62/1", "2007-12-18", "partial", names=1, **voted),
        text("A/HRC/RES/7/1", "2008-03-27", "count only", body="HRC"),
    ]
    nor, gha, per, chl = {"NOR": "Norway"}, {"GHA": "Ghana"}, {"PER": "Peru"}, {"CHL": "Chile"}
    for head, names in (
        listed("A/RES/56/1", nor | gha | per),
        listed("A/RES/58/1", nor | chl, "suspected gap", doubt="AUT;BEL"),
        listed("A/RES/58/1", nor, stage="tabled", used="no"),
        listed("A/RES/62/1", nor, "partial", doubt="*"),
    ):
        made["sponsor_lists"].append(head)
        made["sponsors"] += names
    made["votes"] = [
        vote("A/RES/62/1", "NOR", "yes", name="Norway"),
        vote("A/RES/62/1", "PER", "yes", name="Peru"),
        vote("A/RES/62/1", "CHN", "no", name="China"),
    ]
    made["count_claims"] = [
        {
            "resolution": "A/HRC/RES/7/1",
            "count": "50",
            "bound": "at least",
            "kind": "final",
            "what": "co-sponsors",
            "source_url": URL,
            "quote": "more than 50",
        }
    ]
    made["body_members"] = [
        {
            "body": "HRC",
            "at": "resolution",
            "key": "A/HRC/RES/7/1",
            "state_as_written": "Ghana",
            "iso3": "GHA",
            "source": "x",
        },
        {"body": "CHR", "at": "year", "key": "2001", "state_as_written": "Peru", "iso3": "PER", "source": "x"},
    ]
    made["group_members"] = [
        {"group_id": "EU", "group_name": "European Union", "iso3": "AUT", "member_from": "", "member_to": ""},
        {"group_id": "EU", "group_name": "European Union", "iso3": "GBR", "member_from": "", "member_to": "2020-01-31"},
    ]
    made["other_resolutions"] = [
        {
            "other_id": "A/RES/56/2",
            "resolution": "A/RES/56/2",
            "draft_symbol": "",
            "session": "56",
            "year": "2001",
            "title": "Another text",
            "stage": "final",
            "read_at": URL,
            "group_sponsor": "yes",
        }
    ]
    made["other_sponsors"] = [
        {"other_id": "A/RES/56/2", "stage": "final", "state_as_written": "Ghana", "iso3": "GHA"},
        {"other_id": "A/RES/56/2", "stage": "final", "state_as_written": "Peru (on behalf of a group)", "iso3": ""},
    ]
    made["events"] = [
        {"date": "2007-12-18", "kind": "vote", "resolution": "A/RES/62/1", "text": "A vote", "source": "x"}
    ]
    made["opportunities"] = [
        {
            "body": "GA",
            "year": "2026",
            "session": "81",
            "what": "Text on defenders",
            "certainty": "expected",
            "basis": "x",
        }
    ]
    return made


def read(path: Path) -> list[Line]:
    """The rows of a CSV file as text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(made: Tables, folder: Path) -> Path:
    """Write the tables that come from data/sources as CSV files and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in descriptor.tables().items():
        if table.ours:
            continue
        with (folder / table.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(made[name])
    return folder
