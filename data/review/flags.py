"""What the review flags: one thing for a person to look at; and the flags on States, expected on a list or not."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from data.membership import not_yet
from data.reading.context import Context
from data.reading.model import ImportedList, NamedState, Span
from data.words import AS_ADOPTED, CAN_BE_WHOLE, COMPLETE, FINAL

CORE_LISTS = 4


@dataclass(frozen=True)
class Flag:
    """One thing to look at. `severity`: "check" (may well be wrong) or "note" (good to know). `kind`: count, gap, main
    sponsor, core sponsor, membership, duplicate, same as other stage, large change, star, unresolved, group, order,
    votes, other document, held otherwise, scan. `states`: codes concerned; `spans`: places in the text."""

    kind: str
    message: str
    states: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    severity: str = "check"


def name_of(context: Context, iso3: str) -> str:
    """The short name of a State; the code itself where it is not known."""
    return next((s["short_name"] for s in context.states if s["iso3"] == iso3), iso3)


def names_of(context: Context, codes: list[str], most: int = 12) -> str:
    """Short names in a sentence, the first ones and how many more."""
    shown = [name_of(context, code) for code in codes[:most]]
    return ", ".join(shown) + (f" and {len(codes) - most} more" if len(codes) > most else "")


def main_sponsor(one: ImportedList, context: Context) -> list[Flag]:
    """Whether the one who has been main sponsor in this body most often is missing."""
    body = _body(one, context)
    if not body or one.stage not in CAN_BE_WHOLE:
        return []
    of_body = {row["resolution"] for row in context.resolutions if row["body"] == body}
    main = Counter(
        row["iso3"] for row in context.sponsors if row["role"] == "main sponsor" and row["resolution"] in of_body
    )
    missing = [code for code, _ in main.most_common(1) if code not in one.iso3]
    return [Flag("main sponsor", f"{name_of(context, c)}, the main sponsor, is not named", (c,)) for c in missing]


def core_sponsors(one: ImportedList, context: Context) -> list[Flag]:
    """Who sponsored all of the last complete lists and is missing."""
    earlier = _complete_lists(one, context)[-CORE_LISTS:]
    if len(earlier) < CORE_LISTS or one.stage not in (FINAL, AS_ADOPTED):
        return []
    core = set.intersection(*(context.members_of_list(row["list_id"]) for row in earlier))
    missing = sorted(core - one.iso3)
    if not missing:
        return []
    texts = ", ".join(row["resolution"] for row in earlier)
    return [
        Flag("core sponsor", f"{names_of(context, missing)} sponsored all of {texts} and are not named", tuple(missing))
    ]


def large_change(one: ImportedList, context: Context) -> list[Flag]:
    """Whether more than half of the States changed since the last complete list of the same stage."""
    earlier = _complete_lists(one, context)
    if not earlier or one.stage not in CAN_BE_WHOLE:
        return []
    before = context.members_of_list(earlier[-1]["list_id"])
    new, left = one.iso3 - before, before - one.iso3
    if len(new) + len(left) <= len(before) / 2:
        return []
    return [
        Flag(
            "large change",
            f"{len(new)} States are new and {len(left)} are gone since {earlier[-1]['resolution']} "
            f"({len(before)} sponsors): more than half",
            tuple(sorted(new | left)),
        )
    ]


def membership(one: ImportedList, context: Context) -> list[Flag]:
    """States named before they were Members."""
    row = context.resolution(one.resolution)
    day = row["adopted_on"] if row else one.date
    body = "" if one.is_vote else _body(one, context)
    early = {s["iso3"]: s["member_since"] for s in context.states if day and not_yet(s, body, day)}
    return [
        Flag(
            "membership",
            f"{name_of(context, s.iso3)} became a Member on {early[s.iso3]}, after this text of {day}",
            (s.iso3,),
            (s.span,),
        )
        for s in one.states
        if s.iso3 in early
    ]


def duplicates(one: ImportedList, context: Context) -> list[Flag]:
    """States that are named more than once."""
    places: dict[str, list[NamedState]] = defaultdict(list)
    for state in one.states:
        places[state.iso3].append(state)
    return [
        Flag(
            "duplicate",
            f"{name_of(context, code)} is named {len(found)} times: " + ", ".join(f"“{s.as_written}”" for s in found),
            (code,),
            tuple(s.span for s in found),
        )
        for code, found in places.items()
        if len(found) > 1
    ]


def stars(one: ImportedList, context: Context) -> list[Flag]:
    """Council drafts star those who are no members of the Council: compare with the members held."""
    if not any(s.starred for s in one.states):
        return []
    members = {r["iso3"] for r in context.body_members if r["at"] == "resolution" and r["key"] == one.resolution}
    if len(members) < 40:
        return []
    return [
        Flag(
            "star",
            f"“{s.as_written}” is {'' if s.starred else 'not '}starred, but was "
            f"{'' if s.iso3 in members else 'not '}a member of the Council",
            (s.iso3,),
            (s.span,),
            "note",
        )
        for s in one.states
        if s.starred == (s.iso3 in members)
    ]


def _complete_lists(one: ImportedList, context: Context) -> list[dict[str, str]]:
    """Lists of the same body and stage that are complete, oldest first, without the text itself."""
    body = _body(one, context)
    day = {r["resolution"]: r["adopted_on"] for r in context.resolutions if r["body"] == body}
    own = day.get(one.resolution, "9999")
    lists = [
        row
        for row in context.lists
        if row["resolution"] in day
        and row["stage"] == one.stage
        and row["completeness"] == COMPLETE
        and day[row["resolution"]] < own
    ]
    return sorted(lists, key=lambda row: day[row["resolution"]])


def _body(one: ImportedList, context: Context) -> str:
    row = context.resolution(one.resolution)
    if row:
        return row["body"]
    symbol = one.document_symbol or one.resolution
    begins = {"A/HRC": "HRC", "E/CN.4": "CHR", "CHR": "CHR", "A/": "GA"}
    return next((body for start, body in begins.items() if symbol.startswith(start)), "")
