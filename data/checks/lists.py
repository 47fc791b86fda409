"""Checks of the lists of sponsors: against their own rows and counts, membership, and texts not adopted yet."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from data.checks.problems import Problem
from data.drafts import NOT_ADOPTED
from data.membership import not_yet
from data.read import Row, Rows
from data.words import COMPLETE, FINAL, NEVER_WHOLE, PARTIAL, PLENARY, SUSPECTED_GAP, WHOLE, WITHDRAWN


def check_lists(rows: Rows) -> Iterator[Problem]:
    """Every contradiction within the lists, and between them and their texts."""
    yield from _pending(rows)
    yield from _lists(rows)
    yield from _sponsors(rows)
    yield from _membership(rows)


def _pending(rows: Rows) -> Iterator[Problem]:
    """A draft that is not adopted has no votes in plenary, and nobody can tell yet who will not sponsor it."""
    pending = {row["resolution"] for row in rows["resolutions"] if row["adoption"] == NOT_ADOPTED}
    for row in rows["resolutions"]:
        if row["resolution"] in pending and (row["yes"] or row["no"] or row["abstain"]):
            yield row.problem("yes", "votes in plenary, but not yet adopted")
    for row in rows["sponsor_lists"]:
        if row["resolution"] in pending and row["stage"] == FINAL:
            yield row.problem("stage", f"{row['stage']}, but {row['resolution']} is not yet adopted")
        if row["resolution"] in pending and row["used_for_analysis"] == "yes" and row["completeness"] != PARTIAL:
            yield row.problem("completeness", f"{row['completeness']}, but others may still join: partial")
    for row in rows["votes"]:
        if row["resolution"] in pending and row["stage"] in PLENARY:
            yield row.problem("stage", f"{row['stage']}, but {row['resolution']} is not yet adopted")


def _lists(rows: Rows) -> Iterator[Problem]:
    named = Counter(row["list_id"] for row in rows["sponsors"])
    codes = {row["iso3"] for row in rows["states"]}
    on_list = defaultdict(set)
    for row in rows["sponsors"]:
        on_list[row["list_id"]].add(row["iso3"])
    used: dict[str, Row] = {}
    for row in rows["sponsor_lists"]:
        if named[row["list_id"]] != int(row["n_states"]):
            yield row.problem(
                "n_states", f"{row['n_states']} names announced, {named[row['list_id']]} rows in sponsors.csv"
            )
        if row["document_symbol"] and not row["read_at"]:
            yield Problem(row.file, row.number, "read_at", f"empty, but the list is of {row['document_symbol']}")
        if row["used_for_analysis"] == "yes":
            first = used.setdefault(row["resolution"], row)
            if first is not row:
                yield row.problem(
                    "used_for_analysis", f"{row['resolution']} already uses the list in row {first.number}"
                )
            if row["stage"] == WITHDRAWN or (row["stage"] in NEVER_WHOLE and row["completeness"] in WHOLE):
                yield row.problem("used_for_analysis", f"a list of the stage {row['stage']} is no list of all sponsors")
        yield from _doubt(row, codes, on_list[row["list_id"]])


def _doubt(row: Row, codes: set[str], on_list: set[str]) -> Iterator[Problem]:
    doubt = [code for code in row["unknown_states"].split(";") if code]
    reason = ""
    if row["completeness"] == COMPLETE and doubt:
        reason = "a complete list leaves no State unknown"
    elif row["completeness"] == SUSPECTED_GAP and (not doubt or "*" in doubt):
        reason = "a suspected gap must say which States it leaves unknown; a list that leaves all is partial"
    elif row["completeness"] == PARTIAL and doubt != ["*"]:
        reason = "a partial list leaves everybody unknown who is not named: write *"
    elif strange := [c for c in doubt if c != "*" and c not in codes]:
        reason = f"unknown ISO code {', '.join(strange)}"
    elif both := [c for c in doubt if c in on_list]:
        reason = f"{', '.join(both)} is named on the list and cannot be unknown"
    if reason:
        yield row.problem("unknown_states", reason)


def _sponsors(rows: Rows) -> Iterator[Problem]:
    lists = {row["list_id"]: row for row in rows["sponsor_lists"]}
    for table, key in (("sponsors", ("list_id",)), ("other_sponsors", ("other_id", "stage"))):
        seen: dict[tuple[str, ...], Row] = {}
        for row in rows[table]:
            who = (*[row[c] for c in key], row["iso3"])
            if row["iso3"] and (first := seen.setdefault(who, row)) is not row:
                yield row.problem(
                    "iso3",
                    f"{row['iso3']} is on the list already, as {first['state_as_written']!r} in row {first.number}",
                )
    for row in rows["sponsors"]:
        held = lists[row["list_id"]]
        for column in ("resolution", "stage"):
            if row[column] != held[column]:
                yield row.problem(column, f"{row[column]}, but the list says {held[column]}")


def _membership(rows: Rows) -> Iterator[Problem]:
    late = {row["iso3"]: row for row in rows["states"] if row["member_since"]}
    texts = {row["resolution"]: row for row in rows["resolutions"]}
    for table, verb in (("sponsors", "named"), ("votes", "recorded as voting")):
        for row in rows[table]:
            state, text = late.get(row["iso3"]), texts[row["resolution"]]
            # An observer votes nowhere.
            body = text["body"] if table == "sponsors" else ""
            if state is not None and not_yet(state, body, text["adopted_on"]):
                yield row.problem(
                    "iso3",
                    f"{row['state_as_written']} is {verb} on {row['resolution']} of {text['adopted_on']}, before it "
                    f"was a Member ({state['member_since']})",
                )
    # Of other texts only the year is held.
    years = {row["other_id"]: int(row["year"]) for row in rows["other_resolutions"]}
    for row in rows["other_sponsors"]:
        year = years[row["other_id"]]
        state = late.get(row["iso3"])
        if state is not None and int(state["member_since"][:4]) > year:
            yield row.problem(
                "iso3",
                f"{row['state_as_written']} is named on {row['other_id']} of {year}, before it was a "
                f"Member ({state['member_since']})",
            )
