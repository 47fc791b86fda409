"""What about a list is against expectation, so that a person looks twice before it counts.

Nothing here changes a list. Each flag says what was seen and what would be expected, in numbers."""

from collections import Counter
from collections.abc import Sequence

from data.reading.context import Context
from data.reading.documents.document_text import read_by_ocr
from data.reading.model import ImportedList
from data.review.flags import Flag, core_sponsors, duplicates, large_change, main_sponsor, membership, names_of, stars
from data.review.gaps import Gap, find_gaps
from data.words import ADDITIONAL, AS_ADOPTED, FINAL, ORAL, TABLED, VOTES

CLAIMS_OF_STAGE = {
    FINAL: ("final",),
    AS_ADOPTED: ("at adoption",),
    TABLED: ("at introduction",),
    ORAL: ("at adoption",),
}


def review(one: ImportedList, context: Context, together: list[ImportedList] | None = None) -> list[Flag]:
    """All flags for a list or roll call. `together`: the other lists recognised in the same document."""
    if one.is_vote:
        return [
            *_votes(one, context),
            *duplicates(one, context),
            *_unresolved(one),
            *membership(one, context),
            *_scanned(one),
        ]
    flags = [
        *_scanned(one),
        *_unresolved(one),
        *_groups(one),
        *_counts(one, context),
        *_gaps(one, context, together or []),
        *main_sponsor(one, context),
        *core_sponsors(one, context),
        *membership(one, context),
        *duplicates(one, context),
        *_same(one, context, together or []),
        *large_change(one, context),
        *stars(one, context),
    ]
    return sorted(flags, key=lambda flag: flag.severity != "check")


def states_in_doubt(one: ImportedList, context: Context, together: list[ImportedList] | None = None) -> list[str]:
    """The codes that suspected gaps leave unknown: all not named between the neighbours of each gap. A list made up
    from others of the same document has their gaps too."""
    found = [find_gaps(part, context) for part in [one, *_parts(one, together or [])]]
    return sorted({code for gaps in found for gap in gaps for code in gap.states} - one.iso3)


def _parts(one: ImportedList, together: list[ImportedList]) -> list[ImportedList]:
    if one.stage != FINAL:
        return []
    return [
        other
        for other in together
        if other is not one and other.resolution == one.resolution and other.stage == ADDITIONAL
    ]


def _unresolved(one: ImportedList) -> list[Flag]:
    return [
        Flag("unresolved", f"“{u.as_written}”: {u.reason}", tuple(s for s, _ in u.suggestions), (u.span,))
        for u in one.unresolved
    ]


def _scanned(one: ImportedList) -> list[Flag]:
    if not one.scanned:
        return []
    return [Flag("scan", f"{read_by_ocr(one.scanned)}: compare the names with the picture")]


def _groups(one: ImportedList) -> list[Flag]:
    return [
        Flag(
            "group",
            f"“{g.as_written}” spoke for a group: it is not counted as a sponsor",
            (g.speaker,) if g.speaker else (),
            (g.span,),
            "note",
        )
        for g in one.on_behalf_of
    ]


def _counts(one: ImportedList, context: Context) -> list[Flag]:
    count = len(one.iso3)
    flags = []
    if one.claimed_count is not None and one.claimed_count != count:
        flags.append(Flag("count", f"The document itself says {one.claimed_count} sponsors; {count} were recognised"))
    for claim in context.claims:
        if claim["resolution"] != one.resolution or claim["kind"] not in CLAIMS_OF_STAGE.get(one.stage, ()):
            continue
        said = int(claim["count"])
        exact = claim["bound"] == "exact"
        # Some count the main sponsor and some do not: one more is no contradiction.
        if (exact and count not in (said, said + 1)) or (not exact and count < said):
            bound = "" if exact else "at least "
            flags.append(Flag("count", f"{bound}{said} were reported ({claim['what']}); {count} were recognised"))
    return flags


def _gaps(one: ImportedList, context: Context, together: list[ImportedList]) -> list[Flag]:
    flags = [Flag("gap", _gap_message(g, context), tuple(g.states)) for g in find_gaps(one, context)]
    for part in _parts(one, together):
        for gap in find_gaps(part, context):
            left = tuple(code for code in gap.states if code not in one.iso3)
            if left:
                message = f"Among the “{part.stage}” sponsors: {_gap_message(gap, context)}"
                flags.append(Flag("gap", message, left))
    return flags


def _gap_message(gap: Gap, context: Context) -> str:
    usual = [code for code in gap.usual if code in gap.states]
    where = {
        "start": f"before “{gap.after}”, where the list begins",
        "end": f"after “{gap.before}”, where the list ends",
    }.get(gap.place, f"between “{gap.before}” and “{gap.after}”")
    message = f"Gap in the alphabet: no name {where} ({len(gap.states)} States)"
    return message + (f"; among them usually sponsor {names_of(context, usual)}" if usual else "")


def _same(one: ImportedList, context: Context, together: list[ImportedList]) -> list[Flag]:
    flags = []
    for row in context.lists:
        if (
            row["resolution"] == one.resolution
            and row["stage"] != one.stage
            and one.iso3
            and context.members_of_list(row["list_id"]) == one.iso3
        ):
            flags.append(Flag("same as other stage", f"The same States as on the list held as “{row['stage']}”"))
    for other in together:
        if (
            other is not one
            and other.resolution == one.resolution
            and other.stage != one.stage
            and other.iso3 == one.iso3
        ):
            flags.append(
                Flag(
                    "same as other stage",
                    f"The same States as on the list “{other.stage}” of this document",
                    severity="note",
                )
            )
    return flags


def _votes(one: ImportedList, context: Context) -> list[Flag]:
    cast = Counter(s.role for s in one.states)
    flags = []
    row = context.resolution(one.resolution)
    official = tuple(row[vote] if row else "" for vote in VOTES)
    told: dict[str, Sequence[int | str]] = {
        "the document": one.claimed_votes or (),
        "the record": official if "plenary" in one.stage else (),
    }
    for who, said in told.items():
        for vote, number in zip(VOTES, said, strict=False):
            if number != "" and int(number) != cast[vote]:
                flags.append(Flag("votes", f"“{vote}”: {who} says {number}, {cast[vote]} names were recognised"))
    return flags
