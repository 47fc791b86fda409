"""Reports of the Third Committee, the Commission and the Council: who submitted a draft, joined, or withdrew.

"…a draft resolution entitled “…” (A/C.3/72/L.50), submitted by: …", "the representative of Norway, on behalf of …,
introduced …", "sponsored by … and co-sponsored by …", "Subsequently, … joined in sponsoring", "… joined the
sponsors", "… withdrew". One report holds many drafts; the person picks."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import islice

from data.reading.model import ImportedList, NamedState
from data.reading.proceedings.report_acts import QUOTED, Draft, take
from data.reading.text import formulas as told
from data.reading.text import symbols
from data.reading.text.passages import Page, to_list, union, with_main_sponsors
from data.reading.text.sentences import Sentence, sentences
from data.reading.text.split import Split
from data.words import ADDITIONAL, FINAL, TABLED, TABLED_REVISED, WITHDRAWN

_AMENDMENT = re.compile(
    r"\b(?:(?:sub-)?amend(?:ments?|ing)|(?:sous-)?amendements?|(?:sub)?enmiendas?)\b(?!\s+(?:oral"
    r"|verba))",
    re.IGNORECASE,
)
_THE_DRAFT = re.compile(
    r"\b(?:draft\s+(?:resolution|decision|text)|projet\s+de\s+(?:résolution|décision)"
    r"|proyecto\s+de\s+(?:resolución|decisión))\b",
    re.IGNORECASE,
)
_IN_THEIR_NAME = re.compile(
    r"\b(?:(?:on|in)\s+(?:the\s+)?(?:behalf|name)\s+of|au\s+nom\s+d[eu]s?|en\s+nombre\s+de)\s+(?:the|its|their"
    r"|all|les|los|sus)?\s*"
    r"(?:other\s+|main\s+)?(?:co-?)?(?:sponsors|auteurs|patrocinadores)",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 3000
_LONGEST_SHOWN = 300
_CAPITALS = re.compile(
    r"(?<!\w)[A-ZÀ-Þ][\w’'-]*(?:\s+(?:(?:of|and|the|de|du|des|la|y"
    r"|et)\s+)*\(?[A-ZÀ-Þ][\w’'()-]*){0,6}"
)
_MOST_RUNS = 60
NOT_UNDERSTOOD = "A sentence on sponsors names States and was not understood; see the document"
_MOST_UNREAD = 5


def read_reports(page: Page) -> list[ImportedList]:
    """For every draft in a report: the lists tabled, revised, additional, and the final one they make up. [] where the
    text tells of no draft's sponsors."""
    drafts: dict[str, Draft] = {}
    now, amending = "", False
    for sentence in sentences(page.masked):
        named = _symbols(page, sentence)
        if _about_an_amendment(sentence):
            amending = True
            continue  # who amends a draft does not sponsor it
        if amending and not named and not _THE_DRAFT.search(sentence.text):
            continue  # "Subsequently, … joined the sponsors": those of the amendment
        amending = False
        now = _told_about(sentence, named) if named else now
        if now:
            draft = drafts.setdefault(symbols.root(now), Draft(symbols.root(now), page.day(now)))
            before = _size(draft)
            take(page, sentence, draft, now)
            if _size(draft) == before and _tells_of_sponsors(page, sentence, draft.day):
                draft.unread.append(" ".join(sentence.text.split())[:_LONGEST_SHOWN])
    return [one for draft in drafts.values() for one in _lists(page, draft)]


def _size(draft: Draft) -> int:
    """How much is known of a draft, to tell whether a sentence has added to it."""
    found = [*draft.submitted.values(), draft.joined, draft.withdrawn, draft.introduced_by]
    return sum(len(f.states) + len(f.on_behalf_of) + len(f.unresolved) for f in found) + len(draft.submitted)


def _tells_of_sponsors(page: Page, sentence: Sentence, on: date | None) -> bool:
    """Whether a sentence says of States, and not only in the name of the sponsors, that they sponsor a draft."""
    plain = _IN_THEIR_NAME.sub(" ", QUOTED.sub(" ", sentence.text))
    if not told.OF_SPONSORS.search(plain) or len(sentence.text) > _LONGEST_SENTENCE:
        return False
    names = page.context.names
    for run in islice(_CAPITALS.finditer(plain), _MOST_RUNS):
        ends = [m.end() for m in re.finditer(r"\S+", run[0])]
        if any(names.resolve(run[0][:end], on) for end in ends):
            return True
    return False


def _told_about(sentence: Sentence, named: list[tuple[str, int]]) -> str:
    """The draft that a sentence tells of: the first; later ones are what it replaced or who submitted that. "In the
    light of the adoption of …, draft resolution A/C.3/72/L.50, submitted by …" tells of the last one before it."""
    act = told.SUBMITTED.search(sentence.text)
    before = [symbol for symbol, place in named if act and place < act.start()] or [named[0][0]]
    return before[0] if symbols.root(before[-1]) == symbols.root(before[0]) else before[-1]


def _symbols(page: Page, sentence: Sentence) -> list[tuple[str, int]]:
    """The symbols of drafts in a sentence, each with its place in it."""
    # Headings stand alone on a line and look like page furniture: read symbols in the unmasked text.
    found = symbols.DRAFT.finditer(page.text, sentence.start, sentence.end)
    return [(symbols.tidy(m[0]), m.start() - sentence.start) for m in found]


def _about_an_amendment(sentence: Sentence) -> bool:
    """Whether the States of a sentence submitted, joined or left an amendment and not the draft itself."""
    word = _AMENDMENT.search(sentence.text)
    if not word:
        return False
    act = told.JOINED.search(sentence.text) or told.WITHDREW.search(sentence.text)
    if act:
        return bool(_AMENDMENT.search(sentence.text, act.end(), act.end() + 60))
    act = told.INTRODUCED.search(sentence.text) or told.SUBMITTED.search(sentence.text)
    return act is None or word.start() < act.end() + 80


def _lists(page: Page, draft: Draft) -> list[ImportedList]:
    """The lists of one draft; [] where the report names nobody."""
    if not any(s.states or s.on_behalf_of for s in (*draft.submitted.values(), draft.joined, draft.withdrawn)):
        return []
    resolution = page.context.resolution_of(draft.root)
    common = {"resolution": resolution, "title": draft.title}
    made = []
    for symbol, found in draft.submitted.items():
        stage = TABLED_REVISED if symbols.is_revision(symbol) else TABLED
        made.append(to_list(page, "report: as submitted", found, document_symbol=symbol, stage=stage, **common))
    if draft.joined.states:
        last = list(draft.submitted)[-1] if draft.submitted else draft.root
        made.append(
            to_list(page, "report: joined later", draft.joined, document_symbol=last, stage=ADDITIONAL, **common)
        )
    if left := _last_word(draft):
        symbol = list(draft.submitted)[-1] if draft.submitted else draft.root
        gone = Split(list(union(left)), draft.withdrawn.unresolved, draft.withdrawn.on_behalf_of)
        made.append(to_list(page, "report: withdrew", gone, document_symbol=symbol, stage=WITHDRAWN, **common))
    final = _final(page, draft, common)
    if final:
        made.append(final)
    notes = tuple(f"{NOT_UNDERSTOOD}: “{sentence}”" for sentence in draft.unread[:_MOST_UNREAD])
    return [
        replace(one, states=with_main_sponsors(one.states, draft.main), notes=one.notes + notes)
        if one.stage != WITHDRAWN
        else one
        for one in made
    ]


def _final(page: Page, draft: Draft, common: dict[str, str]) -> ImportedList | None:
    """Those who submitted the latest version and those who joined, without those who withdrew."""
    if not draft.submitted:
        return None
    symbol, latest = list(draft.submitted.items())[-1]
    withdrawn = _last_word(draft)
    states = [s for s in union(latest.states, draft.joined.states) if s.iso3 not in {w.iso3 for w in withdrawn}]
    notes = ["Made up from the draft as last submitted and from those who joined or withdrew afterwards."]
    if withdrawn:
        notes.append("Withdrew: " + ", ".join(w.as_written for w in withdrawn))
    everything = Split(
        states,
        latest.unresolved + draft.joined.unresolved + draft.withdrawn.unresolved,
        latest.on_behalf_of + draft.joined.on_behalf_of,
    )
    about = {"document_symbol": symbol, "notes": tuple(notes), "withdrawn": tuple(withdrawn), **common}
    return to_list(page, "report: all sponsors", everything, stage=FINAL, **about)


def _last_word(draft: Draft) -> list[NamedState]:
    """Those whose withdrawal came after they had joined (a State may come back)."""
    came: dict[str, int] = defaultdict(int)
    for state in draft.joined.states:
        came[state.iso3] = max(came[state.iso3], state.span[0])
    return [w for w in draft.withdrawn.states if w.span[0] > came[w.iso3]]
