"""Reports of the Third Committee, the Commission and the Council: who submitted a draft, joined, or withdrew.

"…a draft resolution entitled “…” (A/C.3/72/L.50), submitted by: …", "the representative of Norway, on behalf of …,
introduced …", "sponsored by … and co-sponsored by …", "Subsequently, … joined in sponsoring", "… joined the
sponsors", "… withdrew". One report holds many drafts; the person picks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date

from data.importers import sentences as told
from data.importers import symbols
from data.importers.model import ImportedList, NamedState, Span
from data.importers.passages import Page, narrow, read_names, to_list, union, with_main_sponsors
from data.importers.sentences import Sentence, sentences
from data.importers.splitting import Split

_AMENDMENT = re.compile(r"\b(?:sub-)?amend(?:ments?|ing)\b", re.IGNORECASE)
_TITLE = re.compile(r"entitled\s+[“\"«](?P<title>.+?)[”\"»]", re.DOTALL)
_AFTER = re.compile(
    r",?\s+(?:which\s+(?:read|replaced|was|reads)|and\s+introduced|entitled|contained\s+in|as\s+contained|"
    r"the\s+text\s+of\s+which|in\s+document|that\s+read|reading)\b",
    re.IGNORECASE,
)
_NO_NAMES = re.compile(r"\b(?:the\s+)?(?:Chair(?:man|person)?|Vice-Chair|President|Bureau|Rapporteur)\b")


@dataclass
class _Draft:
    root: str
    day: date | None
    title: str = ""
    submitted: dict[str, Split] = field(default_factory=dict)
    joined: Split = field(default_factory=Split)
    withdrawn: Split = field(default_factory=Split)
    introduced_by: Split = field(default_factory=Split)
    main: set[str] = field(default_factory=set)


def read_reports(page: Page) -> list[ImportedList]:
    """For every draft in a report: the lists tabled, revised, additional, and the final one they make up.

    [] where the text tells of no draft's sponsors.
    """
    drafts: dict[str, _Draft] = {}
    now = ""
    for sentence in sentences(page.masked):
        named = _symbols(page, sentence)
        if _about_an_amendment(sentence):
            continue  # who amends a draft does not sponsor it
        # The first symbol is the one told about; later ones are what it replaced or who submitted that.
        now = named[0] if named else now
        if now:
            draft = drafts.setdefault(symbols.root(now), _Draft(symbols.root(now), page.day(now)))
            _take(page, sentence, draft, now)
    return [one for draft in drafts.values() for one in _lists(page, draft)]


def _symbols(page: Page, sentence: Sentence) -> list[str]:
    # Headings stand alone on a line and look like page furniture: read symbols in the unmasked text.
    return [symbols.tidy(m[0]) for m in symbols.DRAFT.finditer(page.text, sentence.start, sentence.end)]


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


def _take(page: Page, sentence: Sentence, draft: _Draft, symbol: str) -> None:
    """Read what one sentence tells about the draft that is being spoken of."""
    if match := _TITLE.search(sentence.text):
        draft.title = draft.title or " ".join(match["title"].split())
    if match := told.WITHDREW.search(sentence.text):
        _add(draft.withdrawn, page, narrow(page.masked, sentence.start, sentence.span(match)[0]), draft.day)
    elif match := told.JOINED.search(sentence.text):
        _add(draft.joined, page, narrow(page.masked, sentence.start, sentence.span(match)[0]), draft.day)
    elif match := told.INTRODUCED.search(sentence.text):
        _introduced(page, sentence, match, draft, symbol)
    elif match := told.SUBMITTED.search(sentence.text):
        _submitted(page, sentence, match, draft, symbol)
    elif match := told.ALSO_BY.search(sentence.text):
        _add(draft.joined, page, _list_after(page, sentence, match), draft.day)


def _introduced(page: Page, sentence: Sentence, match: re.Match, draft: _Draft, symbol: str) -> None:
    who = read_names(page, [sentence.span(match, "who")], draft.day)
    if not draft.introduced_by.states:
        draft.introduced_by = who
    draft.main |= {s.iso3 for s in who.states} if len(who.states) == 1 else set()
    if match["list"]:
        # "on behalf of" a list of States are the sponsors; on behalf of a group is not.
        listed = read_names(page, [narrow(page.masked, *sentence.span(match, "list"))], draft.day)
        if len(listed.states) > len(listed.unresolved):
            merged = Split(
                list(union(who.states, listed.states)),
                who.unresolved + listed.unresolved,
                listed.on_behalf_of,
            )
            draft.submitted.setdefault(symbol, merged)
        else:
            spoken = read_names(
                page, [(sentence.span(match, "who")[0], sentence.span(match, "list")[1])], draft.day
            )
            draft.joined.on_behalf_of += spoken.on_behalf_of
    if later := told.SUBMITTED.search(sentence.text, match.end()):
        _submitted(page, sentence, later, draft, symbol)


def _submitted(page: Page, sentence: Sentence, match: re.Match, draft: _Draft, symbol: str) -> None:
    span = _list_after(page, sentence, match)
    body = page.masked[slice(*span)]
    if (
        _NO_NAMES.match(body.strip())
        or match[0].lower().startswith("sponsored")
        and "draft" not in page.text[max(0, sentence.start - 300) : span[0]].lower()
    ):
        return
    earlier = told.SPONSORS_OF.search(body)
    cosponsored = told.COSPONSORED.search(page.masked, *span)
    found = Split()
    if earlier:
        # "submitted by the sponsors of draft resolution …, and by …": the earlier list and those who follow.
        rest = re.compile(r"(?:,?\s*joined\s+by|,?\s+and(?:\s+by)?|,)\s+").search(body, earlier.end())
        held = list(draft.submitted.values())
        if held:
            found.states += held[-1].states
            found.on_behalf_of += held[-1].on_behalf_of
        if rest:
            _add(found, page, narrow(page.masked, span[0] + rest.end(), span[1]), draft.day)
    elif cosponsored:
        main = read_names(page, [narrow(page.masked, span[0], cosponsored.start())], draft.day)
        draft.main = {s.iso3 for s in main.states}
        found = main
        _add(found, page, narrow(page.masked, cosponsored.end(), span[1]), draft.day)
    else:
        _add(found, page, narrow(page.masked, *span), draft.day)
    if found.states or found.on_behalf_of:
        draft.submitted[symbol] = found


def _list_after(page: Page, sentence: Sentence, match: re.Match) -> Span:
    """The passage after a verb, up to the end of the sentence or where another clause begins."""
    start, end = sentence.span(match)[1], sentence.end
    stop = _AFTER.search(page.masked, start, end)
    return start, stop.start() if stop else end


def _add(to: Split, page: Page, span: Span, on: date | None) -> None:
    part = read_names(page, [span], on)
    if not part.states and not part.on_behalf_of and not any(u.suggestions for u in part.unresolved):
        return  # "they joined", "the sponsors withdrew": nobody is named
    to.states += part.states
    to.unresolved += part.unresolved
    to.on_behalf_of += part.on_behalf_of


def _lists(page: Page, draft: _Draft) -> list[ImportedList]:
    if not any(
        s.states or s.on_behalf_of for s in (*draft.submitted.values(), draft.joined, draft.withdrawn)
    ):
        return []
    resolution = page.context.resolution_of(draft.root)
    common = {"resolution": resolution, "title": draft.title}
    made = []
    for symbol, found in draft.submitted.items():
        stage = "tabled revised" if symbols.is_revision(symbol) else "tabled"
        made.append(
            to_list(page, "report: as submitted", found, document_symbol=symbol, stage=stage, **common)
        )
    if draft.joined.states:
        last = list(draft.submitted)[-1] if draft.submitted else draft.root
        made.append(
            to_list(
                page, "report: joined later", draft.joined, document_symbol=last, stage="additional", **common
            )
        )
    final = _final(page, draft, common)
    if final:
        made.append(final)
    main = draft.main
    return [replace(one, states=with_main_sponsors(one.states, main)) for one in made]


def _final(page: Page, draft: _Draft, common: dict[str, str]) -> ImportedList | None:
    """Those who submitted the latest version and those who joined, without those who withdrew."""
    if not draft.submitted:
        return None
    symbol, latest = list(draft.submitted.items())[-1]
    withdrawn = _last_word(draft)
    states = [
        s for s in union(latest.states, draft.joined.states) if s.iso3 not in {w.iso3 for w in withdrawn}
    ]
    notes = ["Made up from the draft as last submitted and from those who joined or withdrew afterwards."]
    if withdrawn:
        notes.append("Withdrew: " + ", ".join(w.as_written for w in withdrawn))
    everything = Split(
        states,
        latest.unresolved + draft.joined.unresolved + draft.withdrawn.unresolved,
        latest.on_behalf_of + draft.joined.on_behalf_of,
    )
    return to_list(
        page, "report: all sponsors", everything, document_symbol=symbol, stage="final", notes=tuple(notes),
        withdrawn=tuple(withdrawn), **common,
    )  # fmt: skip


def _last_word(draft: _Draft) -> list[NamedState]:
    """Those whose withdrawal came after they had joined (a State may come back)."""
    came: dict[str, int] = defaultdict(int)
    for state in draft.joined.states:
        came[state.iso3] = max(came[state.iso3], state.span[0])
    return [w for w in draft.withdrawn.states if w.span[0] > came[w.iso3]]
