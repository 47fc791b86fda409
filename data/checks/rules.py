"""Checks that only this subject knows: lists against their own counts, States against their membership, names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from data.checks.fields import to_date
from data.checks.lists import check_lists
from data.checks.problems import Problem
from data.drafts import NOT_ADOPTED
from data.names import Names
from data.read import Rows
from data.words import COUNT_ONLY, NO_LIST, PLENARY, VOTES, coverage_of

MEMBER_STATES = 193
WRITTEN = ("sponsors", "votes", "body_members", "other_sponsors")


def check_rules(rows: Rows, names: Names) -> list[Problem]:
    """Every contradiction between files. Called only where types and references are already sound."""
    return [
        *_members(rows),
        *_resolutions(rows),
        *check_lists(rows),
        *_votes(rows),
        *_body_members(rows),
        *_group_dates(rows),
        *_neighbours(rows),
        *_names(rows, names),
    ]


def _members(rows: Rows) -> Iterator[Problem]:
    count = sum(row["status"] == "member" for row in rows["states"])
    if count != MEMBER_STATES:
        yield Problem("states.csv", 0, "status", f"{count} Member States where there are {MEMBER_STATES}")
    for row in rows["states"]:
        if (row["status"] == "member") != bool(row["un_group"]):
            yield row.problem("un_group", "a Member State needs a regional group, an observer none")
        if bool(row["member_since"]) != bool(row["before_membership"]):
            yield row.problem("before_membership", "needed with member_since, and only there")


def _resolutions(rows: Rows) -> Iterator[Problem]:
    best = {r["resolution"]: r for r in rows["sponsor_lists"] if r["used_for_analysis"] == "yes"}
    for row in rows["resolutions"]:
        if row["adopted_on"] > date.today().isoformat() and row["adoption"] != NOT_ADOPTED:
            yield row.problem("adopted_on", f"{row['adopted_on']} is in the future")
        if row["adopted_on"][:4] != row["year"]:
            yield row.problem("year", f"{row['year']} but adopted on {row['adopted_on']}")
        held = best.get(row["resolution"])
        coverage = row["sponsor_coverage"]
        if held is None and coverage not in (COUNT_ONLY, NO_LIST):
            yield row.problem("sponsor_coverage", f"{coverage}, but no list is used for analysis")
        if held is not None and coverage != (says := coverage_of(held["stage"], held["completeness"])):
            yield row.problem("sponsor_coverage", f"{coverage}, but its list {held['list_id']} says {says}")
        if row["n_sponsors_read"] != (held["n_states"] if held else ""):
            yield row.problem(
                "n_sponsors_read",
                f"{row['n_sponsors_read'] or 'empty'}, but the list used has "
                f"{held['n_states'] if held else 'no names'}",
            )


def _votes(rows: Rows) -> Iterator[Problem]:
    cast = Counter((row["resolution"], row["stage"], row["vote"]) for row in rows["votes"])
    voted = {(row["resolution"], row["stage"]) for row in rows["votes"]}
    for row in rows["resolutions"]:
        for stage in PLENARY:
            if (row["resolution"], stage) not in voted:
                continue
            for vote in VOTES:
                found = cast[row["resolution"], stage, vote]
                if row[vote] and int(row[vote]) != found:
                    yield row.problem(vote, f"{row[vote]} announced, {found} such votes in votes.csv ({stage})")


def _body_members(rows: Rows) -> Iterator[Problem]:
    resolutions = {row["resolution"]: row["body"] for row in rows["resolutions"]}
    for row in rows["body_members"]:
        if row["at"] == "resolution" and resolutions.get(row["key"]) != row["body"]:
            yield row.problem("key", f"{row['key']} is no resolution of {row['body']}")
        if row["at"] == "year" and not (re.fullmatch("[0-9]{4}", row["key"]) and 1946 <= int(row["key"]) <= 2100):
            yield row.problem("key", f"{row['key']} is not a year")


def _group_dates(rows: Rows) -> Iterator[Problem]:
    periods = defaultdict(list)
    for row in rows["group_members"]:
        start, end = to_date(row["member_from"]), to_date(row["member_to"])
        if start and end and end < start:
            yield row.problem("member_to", f"{end} is before {start}")
        periods[row["group_id"], row["iso3"]].append((start or date.min, end or date.max, row))
    for (group, iso3), found in periods.items():
        for (_, end, first), (start, _, row) in pairwise(sorted(found, key=lambda period: period[:2])):
            if start <= end:
                reason = f"{iso3} is in {group} on that day already, by row {first.number}"
                yield row.problem("member_from", reason)


def _neighbours(rows: Rows) -> Iterator[Problem]:
    pairs = {(row["iso3"], row["neighbour"]) for row in rows["neighbours"]}
    for row in rows["neighbours"]:
        if row["iso3"] == row["neighbour"] or (row["neighbour"], row["iso3"]) not in pairs:
            yield row.problem("neighbour", "a border needs both directions and two States")


def _names(rows: Rows, names: Names) -> Iterator[Problem]:
    # On the day of adoption where it is known: "Yugoslavia" cannot be on a list of 2010.
    adopted = {row["resolution"]: to_date(row["adopted_on"]) for row in rows["resolutions"]}
    for table in WRITTEN:
        for row in rows[table]:
            if not row["iso3"]:
                if "on behalf of" not in row["state_as_written"]:
                    yield row.problem(
                        "iso3", f"{row['state_as_written']!r} is mapped to no State and speaks for no group"
                    )
                continue
            day = adopted.get(row.get("resolution", ""))
            meant = names.check(row["state_as_written"], day)
            if meant.iso3 != row["iso3"]:
                yield row.problem(
                    "state_as_written",
                    f"{row['state_as_written']!r} is mapped to {row['iso3']}, but the names say "
                    f"{meant.iso3 or f'{meant.reason}; a new spelling belongs in name_variants_seen.csv'}",
                )
