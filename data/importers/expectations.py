"""What about a list is against expectation, so that a person looks twice before it counts.

Nothing here changes a list. Each flag says what was seen and what would be expected, in numbers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from data.importers.context import Context
from data.importers.gaps import Gap, find_gaps
from data.importers.model import ImportedList, Span

CLAIMS_OF_STAGE = {"final": ("final",), "as adopted": ("at adoption",), "tabled": ("at introduction",),
                   "oral": ("at adoption",)}  # fmt: skip
CORE_LISTS = 4


@dataclass(frozen=True)
class Flag:
    """One thing to look at. `severity`: "check" (may well be wrong) or "note" (good to know).

    `kind`: count, gap, main sponsor, core sponsor, membership, duplicate, same as other stage, large change, star,
    unresolved, group, order, votes. `states`: codes concerned; `spans`: places in the text.
    """

    kind: str
    severity: str
    message: str
    states: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


def review(one: ImportedList, context: Context, together: list[ImportedList] | None = None) -> list[Flag]:
    """All flags for a list or roll call. `together`: the other lists recognised in the same document."""
    if one.is_vote:
        return [
            *_votes(one, context),
            *_duplicates(one, context),
            *_unresolved(one),
            *_membership(one, context),
        ]
    flags = [
        *_unresolved(one),
        *_groups(one),
        *_counts(one, context),
        *_gaps(one, context, together or []),
        *_main(one, context),
        *_core(one, context),
        *_membership(one, context),
        *_duplicates(one, context),
        *_same(one, context, together or []),
        *_change(one, context),
        *_stars(one, context),
    ]
    return sorted(flags, key=lambda flag: flag.severity != "check")


def states_in_doubt(
    one: ImportedList, context: Context, together: list[ImportedList] | None = None
) -> list[str]:
    """The codes that suspected gaps leave unknown: all not named between the neighbours of each gap.

    A list made up from others of the same document has their gaps too.
    """
    found = [find_gaps(part, context) for part in [one, *_parts(one, together or [])]]
    return sorted({code for gaps in found for gap in gaps for code in gap.states} - one.iso3)


def _parts(one: ImportedList, together: list[ImportedList]) -> list[ImportedList]:
    if one.stage != "final":
        return []
    return [other for other in together if other is not one and other.resolution == one.resolution
            and other.stage == "additional"]  # fmt: skip


def _name(context: Context, iso3: str) -> str:
    return next((s["short_name"] for s in context.states if s["iso3"] == iso3), iso3)


def _names(context: Context, codes: list[str], most: int = 12) -> str:
    shown = [_name(context, code) for code in codes[:most]]
    return ", ".join(shown) + (f" and {len(codes) - most} more" if len(codes) > most else "")


def _unresolved(one: ImportedList) -> list[Flag]:
    return [
        Flag(
            "unresolved",
            "check",
            f"“{u.as_written}”: {u.reason}",
            tuple(s for s, _ in u.suggestions),
            (u.span,),
        )
        for u in one.unresolved
    ]


def _groups(one: ImportedList) -> list[Flag]:
    return [
        Flag("group", "note", f"“{g.as_written}” spoke for a group: it is not counted as a sponsor",
             (g.speaker,) if g.speaker else (), (g.span,))
        for g in one.on_behalf_of
    ]  # fmt: skip


def _counts(one: ImportedList, context: Context) -> list[Flag]:
    count = len(one.iso3)
    flags = []
    if one.claimed_count is not None and one.claimed_count != count:
        flags.append(
            Flag(
                "count",
                "check",
                f"The document itself says {one.claimed_count} sponsors; {count} were recognised",
            )
        )
    for claim in context.claims:
        if claim["resolution"] != one.resolution or claim["kind"] not in CLAIMS_OF_STAGE.get(one.stage, ()):
            continue
        said = int(claim["count"])
        exact = claim["bound"] == "exact"
        # Some count the main sponsor and some do not: one more is no contradiction.
        if (exact and count not in (said, said + 1)) or (not exact and count < said):
            bound = "" if exact else "at least "
            flags.append(
                Flag(
                    "count",
                    "check",
                    f"{bound}{said} were reported ({claim['what']}); {count} were recognised",
                )
            )
    return flags


def _gaps(one: ImportedList, context: Context, together: list[ImportedList]) -> list[Flag]:
    flags = [Flag("gap", "check", _gap_message(g, context), tuple(g.states)) for g in find_gaps(one, context)]
    for part in _parts(one, together):
        for gap in find_gaps(part, context):
            left = tuple(code for code in gap.states if code not in one.iso3)
            if left:
                message = f"Among the “{part.stage}” sponsors: {_gap_message(gap, context)}"
                flags.append(Flag("gap", "check", message, left))
    return flags


def _gap_message(gap: Gap, context: Context) -> str:
    usual = [code for code in gap.usual if code in gap.states]
    where = {
        "start": f"before “{gap.after}”, where the list begins",
        "end": f"after “{gap.before}”, where the list ends",
    }.get(gap.place, f"between “{gap.before}” and “{gap.after}”")
    message = f"Gap in the alphabet: no name {where} ({len(gap.states)} States)"
    return message + (f"; among them usually sponsor {_names(context, usual)}" if usual else "")


def _main(one: ImportedList, context: Context) -> list[Flag]:
    body = _body(one, context)
    if not body or one.stage == "additional":
        return []
    of_body = {row["resolution"] for row in context.resolutions if row["body"] == body}
    main = Counter(
        row["iso3"]
        for row in context.sponsors
        if row["role"] == "main sponsor" and row["resolution"] in of_body
    )
    missing = [code for code, _ in main.most_common(1) if code not in one.iso3]
    return [
        Flag("main sponsor", "check", f"{_name(context, c)}, the main sponsor, is not named", (c,))
        for c in missing
    ]


def _core(one: ImportedList, context: Context) -> list[Flag]:
    earlier = _complete_lists(one, context)[-CORE_LISTS:]
    if len(earlier) < CORE_LISTS or one.stage not in ("final", "as adopted"):
        return []
    core = set.intersection(*(context.members_of_list(row["list_id"]) for row in earlier))
    missing = sorted(core - one.iso3)
    if not missing:
        return []
    texts = ", ".join(row["resolution"] for row in earlier)
    return [Flag("core sponsor", "check", f"{_names(context, missing)} sponsored all of {texts} and are not named",
                 tuple(missing))]  # fmt: skip


def _complete_lists(one: ImportedList, context: Context) -> list[dict[str, str]]:
    """Lists of the same body and stage that are complete, oldest first, without the text itself."""
    body = _body(one, context)
    day = {r["resolution"]: r["adopted_on"] for r in context.resolutions if r["body"] == body}
    own = day.get(one.resolution, "9999")
    lists = [row for row in context.lists if row["resolution"] in day and row["stage"] == one.stage
             and row["completeness"] == "complete" and day[row["resolution"]] < own]  # fmt: skip
    return sorted(lists, key=lambda row: day[row["resolution"]])


def _body(one: ImportedList, context: Context) -> str:
    row = context.resolution(one.resolution)
    if row:
        return row["body"]
    symbol = one.document_symbol or one.resolution
    return ("HRC" if symbol.startswith("A/HRC") else "CHR" if symbol.startswith(("E/CN.4", "CHR"))
            else "GA" if symbol.startswith("A/") else "")  # fmt: skip


def _membership(one: ImportedList, context: Context) -> list[Flag]:
    row = context.resolution(one.resolution)
    day = row["adopted_on"] if row else one.date
    since = {s["iso3"]: s["member_since"] for s in context.states if s["member_since"]}
    return [
        Flag(
            "membership",
            "check",
            f"{_name(context, s.iso3)} became a Member on {since[s.iso3]}, after this text of {day}",
            (s.iso3,),
            (s.span,),
        )
        for s in one.states
        if day and since.get(s.iso3, "") > day
    ]


def _duplicates(one: ImportedList, context: Context) -> list[Flag]:
    places: dict[str, list] = defaultdict(list)
    for state in one.states:
        places[state.iso3].append(state)
    return [
        Flag("duplicate", "check", f"{_name(context, code)} is named {len(found)} times: "
             + ", ".join(f"“{s.as_written}”" for s in found), (code,), tuple(s.span for s in found))
        for code, found in places.items() if len(found) > 1
    ]  # fmt: skip


def _same(one: ImportedList, context: Context, together: list[ImportedList]) -> list[Flag]:
    flags = []
    for row in context.lists:
        if row["resolution"] == one.resolution and row["stage"] != one.stage and one.iso3 \
                and context.members_of_list(row["list_id"]) == one.iso3:  # fmt: skip
            flags.append(
                Flag(
                    "same as other stage", "check", f"The same States as on the list held as “{row['stage']}”"
                )
            )
    for other in together:
        if other is not one and other.resolution == one.resolution and other.stage != one.stage \
                and other.iso3 == one.iso3:  # fmt: skip
            flags.append(
                Flag(
                    "same as other stage",
                    "note",
                    f"The same States as on the list “{other.stage}” of this document",
                )
            )
    return flags


def _change(one: ImportedList, context: Context) -> list[Flag]:
    earlier = _complete_lists(one, context)
    if not earlier:
        return []
    before = context.members_of_list(earlier[-1]["list_id"])
    new, left = one.iso3 - before, before - one.iso3
    if len(new) + len(left) <= len(before) / 2:
        return []
    return [Flag("large change", "check",
                 f"{len(new)} States are new and {len(left)} are gone since {earlier[-1]['resolution']} "
                 f"({len(before)} sponsors): more than half", tuple(sorted(new | left)))]  # fmt: skip


def _stars(one: ImportedList, context: Context) -> list[Flag]:
    """Council drafts star those who are no members of the Council: compare with the members held."""
    if not any(s.starred for s in one.states):
        return []
    members = {
        r["iso3"] for r in context.body_members if r["at"] == "resolution" and r["key"] == one.resolution
    }
    if len(members) < 40:
        return []
    return [
        Flag("star", "note", f"“{s.as_written}” is {'' if s.starred else 'not '}starred, but was "
             f"{'' if s.iso3 in members else 'not '}a member of the Council", (s.iso3,), (s.span,))
        for s in one.states if s.starred == (s.iso3 in members)
    ]  # fmt: skip


def _votes(one: ImportedList, context: Context) -> list[Flag]:
    cast = Counter(s.role for s in one.states)
    flags = []
    row = context.resolution(one.resolution) or {}
    official = tuple(row.get(vote, "") for vote in ("yes", "no", "abstain"))
    for said, who in (
        (one.claimed_votes, "the document"),
        (official if "plenary" in one.stage else None, "the record"),
    ):
        for vote, number in zip(("yes", "no", "abstain"), said or (), strict=False):
            if number != "" and int(number) != cast[vote]:
                flags.append(
                    Flag(
                        "votes", "check", f"“{vote}”: {who} says {number}, {cast[vote]} names were recognised"
                    )
                )
    return flags
