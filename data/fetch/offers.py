"""What was recognised, put before a person text by text: what agrees with expectations, and what to look at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.added.entries import Entry
from data.drafts import NOT_ADOPTED
from data.fetch.hosts import LANGUAGES, origin
from data.fetch.round import Result
from data.fetch.store import Held, file_name
from data.reading.context import Context
from data.reading.documents.document_text import READ_BY_OCR
from data.reading.model import SPONSOR_STAGES, ImportedList
from data.review.accept_checks import Acceptance
from data.review.difference import BEST_LAST, Difference, against_held, grid_changes, takes_the_place
from data.review.expectations import review
from data.review.flags import Flag, names_of
from data.review.united import UNITED, Part, unite
from data.words import AS_ADOPTED, CAN_BE_WHOLE, COMPLETE, FINAL, PARTIAL, SPONSOR, UNKNOWN

AGREES, LOOK, ACCEPTED, SAME = "agrees", "to look at", "accepted", "held already"
_AT_THE_END = (AS_ADOPTED, FINAL)


@dataclass(frozen=True)
class Offer:
    """A recognised list and what to do with it. `state`: AGREES (may be accepted with others), LOOK (one by one),
    ACCEPTED (from this document), SAME (the record has these names of this stage); `flags`: what is against
    expectation; `together`: all lists of its document, among which it has this `place`. Of several documents together
    it is the first of its own and of the lists that it was made of, and `held` is one of these documents."""

    resolution: str
    one: ImportedList
    held: Held
    together: tuple[ImportedList, ...]
    place: int
    state: str
    flags: tuple[Flag, ...] = ()


def offers(results: Iterable[Result], context: Context, entries: Sequence[Entry]) -> list[Offer]:
    """The lists in fetched documents that are about a text of the record, or about none that could be told; in the
    order of the texts as fetched, the stages of each in the order in which they come about. `entries`: what has been
    accepted. A list of another text that the documents tell of is left out."""
    made = []
    order: dict[str, int] = {}
    for result in results:
        if result.held is None:
            continue
        known = [place for place, one in enumerate(result.lists) if context.resolution(one.resolution)]
        untold = [place for place, one in enumerate(result.lists) if not one.resolution]
        # Of a document that tells of no text of the record one list stands for all, to be looked at by a person.
        for place in known or untold[:1]:
            one = result.lists[place]
            order.setdefault(one.resolution, len(order))
            made.append(_offer(result.held, result.lists, place, context, entries))
    made = [_against_others(offer, made) for offer in made]
    for text in order:
        made = _with_all_documents(text, made, context, entries)
    stages = {stage: number for number, stage in enumerate(SPONSOR_STAGES)}
    return sorted(made, key=lambda o: (order[o.resolution], stages.get(o.one.stage, len(stages))))


def _offer(
    held: Held, together: tuple[ImportedList, ...], place: int, context: Context, entries: Sequence[Entry]
) -> Offer:
    one, others = together[place], [*together[:place], *together[place + 1 :]]
    flags = [f for f in review(one, context, others) if f.severity == "check"] + _against_the_record(one, context)
    if any(
        e.document_sha256 == held.sha256
        and e.facts.get("resolution") == one.resolution
        and e.facts.get("stage") == one.stage
        and e.facts.get("document_symbol") == _symbol(one, held)
        for e in entries
    ):
        state = ACCEPTED
    elif _same(one, context):
        state = SAME
    else:
        state = AGREES if not flags and _may_be_taken(one, context) else LOOK
    return Offer(one.resolution, one, held, together, place, state, tuple(flags))


def _with_all_documents(resolution: str, made: list[Offer], context: Context, entries: Sequence[Entry]) -> list[Offer]:
    """The same offers, and the final list that the documents of an adopted text give together, where none of them gives
    it by itself. It agrees with expectations where nothing is against those that it was made of; then these, which are
    kept beside it and take no State away, agree too."""
    row = context.resolution(resolution)
    mine = {Part(offer.one, offer.held.symbol): offer for offer in made if offer.resolution == resolution}
    if row is None or row["adoption"] == NOT_ADOPTED or (found := unite(list(mine))) is None:
        return made
    one, parts = found
    taken = [mine[part] for part in parts]
    # A scan among them is the one to look at: its picture is compared with what was read.
    held = next((part.held for part in taken if part.one.scanned), taken[0].held)
    offer = _offer(held, (one, *(part.one for part in parts)), 0, context, entries)
    flags = dict.fromkeys(f for part in taken for f in part.flags if f.kind != "unresolved" and f not in offer.flags)
    offer = replace(offer, state=LOOK if flags and offer.state == AGREES else offer.state, flags=(*offer.flags, *flags))
    if offer.state == AGREES:
        made = [replace(o, state=AGREES) if o in taken and o.state == LOOK else o for o in made]
    return [*made, offer]


def _against_others(offer: Offer, made: Sequence[Offer]) -> Offer:
    """To be looked at where another document tells the same stage of the same draft otherwise."""
    one = offer.one
    for other in made:
        told = other.one
        alike = (told.resolution, told.stage, told.document_symbol) == (one.resolution, one.stage, one.document_symbol)
        if alike and other.held != offer.held and not one.is_vote and told.iso3 != one.iso3:
            words = f"{other.held.symbol} has it otherwise: {len(told.iso3)} States there, {len(one.iso3)} here"
            flag = Flag("other document", words, tuple(sorted(told.iso3 ^ one.iso3)))
            return replace(offer, state=LOOK if offer.state == AGREES else offer.state, flags=(*offer.flags, flag))
    return offer


def _same(one: ImportedList, context: Context) -> bool:
    found = _of_the_same_stage(one, context)
    return found is not None and not (found.only_here or found.only_held)


def _of_the_same_stage(one: ImportedList, context: Context) -> Difference | None:
    found = None if one.is_vote else against_held(one.iso3, one.resolution, one.stage, context)
    return found if found is not None and found.stage == one.stage else None


def _against_the_record(one: ImportedList, context: Context) -> list[Flag]:
    """Where the record's own list of this stage names somebody else, or is whole and does not name all of these."""
    found = _of_the_same_stage(one, context)
    if found is None:
        return []
    lost, more = found.only_held, found.only_here if found.completeness == COMPLETE else ()
    words = [
        f"{what} {names_of(context, list(codes))}"
        for what, codes in (("only there", lost), ("only here", more))
        if codes
    ]
    if not words:
        return []
    return [Flag("held otherwise", f"The record has this list otherwise: {', '.join(words)}", lost + more)]


def _may_be_taken(one: ImportedList, context: Context) -> bool:
    """Whether a list says all that is needed, and takes no State away that counts as a sponsor now."""
    row = context.resolution(one.resolution)
    if row is None or one.is_vote or one.stage not in SPONSOR_STAGES or not one.states or one.unresolved:
        return False
    if row["adoption"] == NOT_ADOPTED and one.stage in _AT_THE_END:
        return False
    use = takes_the_place(one.stage, one.resolution, context)
    proposed = Acceptance(one.resolution, one.stage, one.states, completeness=PARTIAL, unknown_states=["*"], use=use)
    return all(cell.before != SPONSOR for cell in grid_changes(proposed, context))


def acceptances(taken: Iterable[Offer], by: str, completeness: str, context: Context) -> list[Acceptance]:
    """What a person accepts with one press: of each text the list of its latest stage counts, and comes last.

    `completeness` is what the person says of these lists (complete or partial): it holds for a list that can be whole
    of an adopted text; on any other, who is not named is not known. An earlier list counts only where it is of a later
    stage than the one that does, or of a draft. A list of all documents together comes after those it was made of."""
    texts: dict[str, list[Offer]] = {}
    for offer in taken:
        texts.setdefault(offer.resolution, []).append(offer)
    made = []
    for mine in texts.values():
        mine.sort(key=lambda offer: (BEST_LAST.index(offer.one.stage), offer.one.kind == UNITED))
        for offer in mine:
            use = offer is mine[-1] and takes_the_place(offer.one.stage, offer.resolution, context)
            whole = completeness if can_be_whole(offer, context) else PARTIAL
            made.append(_acceptance(offer, by, whole if use else UNKNOWN, use))
    return made


def can_be_whole(offer: Offer, context: Context) -> bool:
    """Whether who is not on the list may be said not to have been named then."""
    row = context.resolution(offer.resolution)
    return offer.one.stage in CAN_BE_WHOLE and row is not None and row["adoption"] != NOT_ADOPTED


def _symbol(one: ImportedList, held: Held) -> str:
    return one.named_in if one.kind == UNITED else held.symbol


def _acceptance(offer: Offer, by: str, completeness: str, use: bool) -> Acceptance:
    one, held = offer.one, offer.held
    language = LANGUAGES.get(held.language, held.language)
    title = (
        f"{one.kind[:1].upper()}{one.kind[1:]}, {_symbol(one, held)} in {language}, fetched from "
        f"{origin(held.address)[1]} on {held.day[:10]}{f', {READ_BY_OCR}' if one.scanned else ''}"
    )
    return Acceptance(
        offer.resolution,
        one.stage,
        one.states,
        by,
        title,
        completeness,
        document_symbol=_symbol(one, held),
        read_at=held.address,
        note=" ".join(one.notes),
        use=use,
        document_name=f"{file_name(held.symbol, held.language)}.pdf",
        document_sha256=held.sha256,
    )
