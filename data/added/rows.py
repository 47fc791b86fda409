"""How the user's accepted imports join the record: extra rows in the columns of the source files.

The latest accepted list for a resolution that is to be used for analysis replaces the one now used, which stays in
the record as "not used". Nothing in the sources is changed on disk."""

from collections.abc import Mapping
from pathlib import Path

from data import descriptor
from data.added.entries import Entry, read_all
from data.checks.problems import Problem, SourceError
from data.drafts import became
from data.read import Row, Rows
from data.reading.model import ImporterError
from data.words import coverage_of


def user_rows(data_dir: Path) -> Rows:
    """Rows that the user has added, by table, each with exactly the columns of that table's source file.

    Tables: resolutions, sponsor_lists, sponsors, votes. Of several lists of one resolution to be used for
    analysis the last accepted one has used_for_analysis = yes; any other list of that resolution, also in the
    sources, must then have "no" (`merge` sees to it). Raises ImporterError for a damaged file."""
    entries = read_all(Path(data_dir))
    used = {e.facts["resolution"]: e.id for e in entries if e.kind == "list" and e.facts.get("use") == "yes"}
    texts: dict[str, Row] = {}
    lists: dict[str, tuple[Row, list[Row]]] = {}
    votes: dict[tuple[str, str], list[Row]] = {}
    for entry in entries:
        facts = entry.facts
        if entry.kind == "resolution":
            texts.pop(facts["resolution"], None)
            texts[facts["resolution"]] = _row("resolutions", facts)
        elif entry.kind == "list":
            lists.setdefault(list_id(entry), _list_rows(entry, used.get(facts["resolution"]) == entry.id))
        else:
            # A later roll call of the same vote replaces the earlier one.
            votes[facts["resolution"], facts["stage"]] = [
                _row("votes", facts | state | {"vote": state["role"], "source_url": facts["read_at"]})
                for state in entry.states
            ]
    return {
        "resolutions": list(texts.values()),
        "sponsor_lists": [one for one, _ in lists.values()],
        "sponsors": [row for _, names in lists.values() for row in names],
        "votes": [row for rows in votes.values() for row in rows],
    }


def list_id(entry: Entry) -> str:
    """The id of an accepted list: resolution, stage, and the id of the import."""
    return f"{entry.facts['resolution']}#{entry.facts['stage'].replace(' ', '-')}-{entry.id[-8:]}"


def _row(table: str, values: Mapping[str, str]) -> Row:
    columns = descriptor.tables()[table].columns
    return Row(f"your imports ({table})", 0, {column: values.get(column, "") for column in columns})


def _list_rows(entry: Entry, used: bool) -> tuple[Row, list[Row]]:
    facts = entry.facts | {
        "list_id": list_id(entry),
        "used_for_analysis": "yes" if used else "no",
        "n_states": str(len(entry.states)),
    }
    return _row("sponsor_lists", facts), [_row("sponsors", facts | state) for state in entry.states]


def merge(rows: Rows, data_dir: Path) -> None:
    """Add the user's rows to those of the sources, in place: lists superseded, coverage of resolutions brought up.

    A draft that has been adopted since gives way to its resolution, which takes over its lists and votes. Tables that
    are not among `rows` are left out. Raises SourceError where a file of the user's is damaged, so that a build stops
    and the old database stays."""
    try:
        extra = user_rows(data_dir)
    except ImporterError as error:
        raise SourceError([Problem(f"{error.file} in {data_dir}", 0, "", f"{error.place}. {error.remedy}")]) from None
    texts = rows["resolutions"]
    known = {row["resolution"] for row in texts}
    # A resolution that an update of the project has brought meanwhile is the project's.
    texts += [row for row in extra["resolutions"] if row["resolution"] not in known]
    known = {row["resolution"] for row in texts}
    if moved := became(texts):
        texts[:] = [row for row in texts if row["resolution"] not in moved]
        _hand_over(extra, moved, rows["sponsor_lists"])
    lists = [row for row in extra["sponsor_lists"] if row["resolution"] in known]
    kept = {row["list_id"] for row in lists}
    best = {row["resolution"]: row for row in lists if row["used_for_analysis"] == "yes"}
    for row in rows["sponsor_lists"]:
        if row["resolution"] in best:
            row["used_for_analysis"] = "no"
    for row in texts:
        if used := best.get(row["resolution"]):
            row["sponsor_coverage"] = coverage_of(used["stage"], used["completeness"])
            row["n_sponsors_read"] = used["n_states"]
    rows["sponsor_lists"] += lists
    rows["sponsors"] += [row for row in extra["sponsors"] if row["list_id"] in kept]
    if "votes" in rows:
        votes = [row for row in extra["votes"] if row["resolution"] in known]
        replaced = {(row["resolution"], row["stage"]) for row in votes}
        rows["votes"][:] = [r for r in rows["votes"] if (r["resolution"], r["stage"]) not in replaced] + votes


def _hand_over(extra: Rows, moved: Mapping[str, str], held: list[Row]) -> None:
    """Give the lists, names and votes of adopted drafts to their resolutions, in place. An early list is used for
    analysis only where the resolution has no list of its own that is."""
    own = {row["resolution"] for row in [*held, *extra["sponsor_lists"]] if row["used_for_analysis"] == "yes"}
    for row in extra["sponsor_lists"]:
        if row["resolution"] in moved and moved[row["resolution"]] in own:
            row["used_for_analysis"] = "no"
    for table in ("sponsor_lists", "sponsors", "votes"):
        for row in extra[table]:
            row["resolution"] = moved.get(row["resolution"], row["resolution"])
