"""How the user's accepted imports join the record: extra rows in the columns of the source files.

The latest accepted list for a resolution that is to be used for analysis replaces the one now used, which stays in
the record as "not used". Nothing in the sources is changed on disk.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from data.added.entries import Entry, read_all
from data.drafts import became
from data.names import Names
from data.reading.model import ImporterError
from data.words import coverage_of

LIST_COLUMNS = (
    "list_id",
    "resolution",
    "stage",
    "used_for_analysis",
    "completeness",
    "unknown_states",
    "n_states",
    "document_symbol",
    "official_url",
    "read_at",
    "source_title",
    "note",
)
SPONSOR_COLUMNS = ("list_id", "resolution", "stage", "state_as_written", "iso3", "role")
VOTE_COLUMNS = ("resolution", "stage", "state_as_written", "iso3", "vote", "source_url")
RESOLUTION_COLUMNS = (
    "resolution",
    "body",
    "session",
    "year",
    "adopted_on",
    "short_title",
    "title",
    "mandate_action",
    "draft_symbol",
    "report_symbol",
    "adoption",
    "yes",
    "no",
    "abstain",
    "committee_yes",
    "committee_no",
    "committee_abstain",
    "sponsor_coverage",
    "n_sponsors_read",
    "official_url",
)


def user_rows(data_dir: Path) -> dict[str, list[dict[str, str]]]:
    """Rows that the user has added, by table, each with exactly the columns of that table's source file.

    Tables: resolutions, sponsor_lists, sponsors, votes. Of several lists of one resolution to be used for
    analysis the last accepted one has used_for_analysis = yes; any other list of that resolution, also in the
    sources, must then have "no" (`merge_into` sees to it). Raises ImporterError for a damaged file.
    """
    entries = read_all(Path(data_dir))
    rows: dict[str, list[dict[str, str]]] = {"resolutions": [], "sponsor_lists": [], "sponsors": [], "votes": []}
    used = {e.facts["resolution"]: e.id for e in entries if e.kind == "list" and e.facts.get("use") == "yes"}
    seen: set[str] = set()
    votes: dict[tuple[str, str], list[dict[str, str]]] = {}
    for entry in entries:
        if entry.kind == "resolution":
            rows["resolutions"] = [r for r in rows["resolutions"] if r["resolution"] != entry.facts["resolution"]]
            rows["resolutions"].append({c: entry.facts.get(c, "") for c in RESOLUTION_COLUMNS})
        elif entry.kind == "list":
            one, names = _list_rows(entry, used.get(entry.facts["resolution"]) == entry.id)
            if one["list_id"] not in seen:
                seen.add(one["list_id"])
                rows["sponsor_lists"].append(one)
                rows["sponsors"] += names
        else:
            # A later roll call of the same vote replaces the earlier one.
            votes[entry.facts["resolution"], entry.facts["stage"]] = _vote_rows(entry)
    rows["votes"] = [row for group in votes.values() for row in group]
    return rows


def list_id(entry: Entry) -> str:
    """The id of an accepted list: resolution, stage, and the id of the import."""
    return f"{entry.facts['resolution']}#{entry.facts['stage'].replace(' ', '-')}-{entry.id[-8:]}"


def _list_rows(entry: Entry, used: bool) -> tuple[dict[str, str], list[dict[str, str]]]:
    facts = entry.facts
    values = {
        **{column: facts.get(column, "") for column in LIST_COLUMNS},
        "list_id": list_id(entry),
        "used_for_analysis": "yes" if used else "no",
        "n_states": str(len(entry.states)),
    }
    names = [
        {
            "list_id": values["list_id"],
            "resolution": facts["resolution"],
            "stage": facts["stage"],
            "state_as_written": s["state_as_written"],
            "iso3": s["iso3"],
            "role": s["role"],
        }
        for s in entry.states
    ]
    return values, names


def _vote_rows(entry: Entry) -> list[dict[str, str]]:
    return [
        {
            "resolution": entry.facts["resolution"],
            "stage": entry.facts["stage"],
            "state_as_written": s["state_as_written"],
            "iso3": s["iso3"],
            "vote": s["role"],
            "source_url": entry.facts["read_at"],
        }
        for s in entry.states
    ]


def merge_into(tables: dict[str, list[dict[str, str]]], data_dir: Path) -> None:
    """Add the user's rows to tables of plain rows, in place: lists superseded, coverage of resolutions brought up.

    A table that is not among `tables` is left out. Raises ImporterError for a damaged file.
    """
    extra = user_rows(data_dir)
    _merge(tables, extra, lambda row: row, lambda row, values: row.update(values), lambda table, row: row)


def merge_user_rows(rows: dict[str, list[Any]], data_dir: Path) -> None:
    """The same for the rows of `data.build` (objects with `file`, `number`, `values`), in place.

    Raises SourceError where a file of the user's is damaged, so that the build stops and the old database stays.
    """
    from data.checks.problems import Problem, SourceError
    from data.read import Row

    try:
        extra = user_rows(data_dir)
    except ImporterError as error:
        raise SourceError([Problem(f"{error.file} in {data_dir}", 0, "", f"{error.place}. {error.remedy}")]) from None

    def make(table: str, values: dict[str, str]) -> Row:
        return Row(f"your imports ({table})", 0, values)

    _merge(rows, extra, lambda row: row.values, lambda row, values: row.values.update(values), make)


def _merge(tables: dict, extra: dict, values_of: Any, update: Any, make: Any) -> None:
    """`values_of` a row gives its columns, `update` changes some, `make` builds a row of a table.

    A draft that has been adopted since gives way to its resolution, which takes over its lists and votes.
    """
    known = {values_of(row)["resolution"] for row in tables.get("resolutions", [])}
    for values in extra["resolutions"]:
        # A resolution that an update of the project has brought meanwhile is the project's.
        if values["resolution"] not in known:
            tables["resolutions"].append(make("resolutions", values))
            known.add(values["resolution"])
    moved = became(values_of(row) for row in tables.get("resolutions", []))
    if moved:
        tables["resolutions"][:] = [r for r in tables["resolutions"] if values_of(r)["resolution"] not in moved]
        _hand_over(extra, moved, [values_of(row) for row in tables.get("sponsor_lists", [])])
    lists = [values for values in extra["sponsor_lists"] if values["resolution"] in known]
    kept = {values["list_id"] for values in lists}
    best = {values["resolution"]: values for values in lists if values["used_for_analysis"] == "yes"}
    for row in tables.get("sponsor_lists", []):
        if values_of(row)["resolution"] in best and values_of(row)["used_for_analysis"] == "yes":
            update(row, {"used_for_analysis": "no"})
    for row in tables.get("resolutions", []):
        if used := best.get(values_of(row)["resolution"]):
            coverage = coverage_of(used["stage"], used["completeness"])
            update(row, {"sponsor_coverage": coverage, "n_sponsors_read": used["n_states"]})
    if "sponsor_lists" in tables:
        tables["sponsor_lists"] += [make("sponsor_lists", values) for values in lists]
    if "sponsors" in tables:
        tables["sponsors"] += [make("sponsors", v) for v in extra["sponsors"] if v["list_id"] in kept]
    if "votes" in tables:
        votes = [v for v in extra["votes"] if v["resolution"] in known]
        replaced = {(v["resolution"], v["stage"]) for v in votes}
        tables["votes"][:] = [
            row for row in tables["votes"] if (values_of(row)["resolution"], values_of(row)["stage"]) not in replaced
        ]
        tables["votes"] += [make("votes", values) for values in votes]


def _hand_over(extra: dict, moved: dict[str, str], held: list[dict[str, str]]) -> None:
    """Give the lists, names and votes of adopted drafts to their resolutions, in place. An early list is used for
    analysis only where the resolution has no list of its own that is."""
    own = {row["resolution"] for row in [*held, *extra["sponsor_lists"]] if row["used_for_analysis"] == "yes"}
    for row in extra["sponsor_lists"]:
        if row["resolution"] in moved and moved[row["resolution"]] in own:
            row["used_for_analysis"] = "no"
    for table in ("sponsor_lists", "sponsors", "votes"):
        for row in extra[table]:
            row["resolution"] = moved.get(row["resolution"], row["resolution"])


def written_for(names: Names, as_written: str, iso3: str, official: str) -> tuple[str, str]:
    """How a name is kept, and a remark: a typing error that a person resolved is kept under the official name.

    The record knows a State by a known spelling only; what the document has is told in the list's note.
    """
    if names.resolve(as_written) == iso3:
        return as_written, ""
    return official, f"written there as “{as_written}”: {official}"
