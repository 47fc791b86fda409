"""What one sentence of a report tells of a draft: who introduced and submitted it, who joined it, who left it."""

import re
from dataclasses import dataclass, field
from datetime import date

from data.reading.model import Span, Unresolved
from data.reading.text import formulas as told
from data.reading.text.passages import Page, narrow, read_names, union
from data.reading.text.sentences import Sentence
from data.reading.text.split import LOOK, Split

_TITLE = re.compile(r"(?:entitled|intitulé|titulado)\s+[“\"«](?P<title>.+?)[”\"»]", re.DOTALL)
_AFTER = re.compile(
    r",?\s+(?:and\s+(?:orally\s+)?(?:announced|stated|informed|revised|corrected|made)|which\s+(?:read|replaced"
    r"|was|reads)|and\s+introduced|entitled|contained\s+in|as\s+contained|"
    r"(?:was|were|a\s+été|fue)\s+(?:\w+ly\s+)?(?:withdrawn|adopted|replaced|rejected|retiré|adopté|retirado|aprobado)|"
    r"\((?:see|voir|véase)?\s*(?:document\s+)?[AE]/(?=\w)|the\s+text\s+of\s+which|in\s+document|that\s+read|reading|"
    r"(?:et\s+)?intitulé|dont\s+le\s+texte|contenu\s+dans|publié\s+sous|et\s+(?:a|ont)\s+(?:annoncé|apporté"
    r"|révisé|informé|fait)|"
    r"(?:y\s+)?titulado|cuyo\s+texto|contenido\s+en|que\s+figura|y\s+(?:anunci|revis|inform|señal)(?:ó|aron))\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"[^:.]{0,90}:\s*(?=\S)")
_AND_ALSO = re.compile(r"[^,;]{0,60}?(?:[,;]\s*(?:and\s+)?|\band\s+)|")
_EITHER_WAY = "joined or withdrew? The sentence can be read both ways: see the document"
_NO_NAMES = re.compile(
    r"\b(?:the\s+)?(?:Chair(?:man|person)?|Vice-Chair|President|Bureau|Rapporteur)\b"
    r"|(?:l[ea]\s+)?(?:Vice-)?Présidente?\b|"
    r"(?:el|la)\s+(?:Vicep|P)residenta?\b|la\s+Mesa\b"
)
_ARTICLES = {"", "the", "le", "la", "les", "l’", "l'", "el", "los", "las"}
QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]")


@dataclass
class Draft:
    """Those who submitted each version of a draft (by its symbol), joined, withdrew or introduced it."""

    root: str
    day: date | None
    title: str = ""
    submitted: dict[str, Split] = field(default_factory=dict)
    joined: Split = field(default_factory=Split)
    withdrawn: Split = field(default_factory=Split)
    introduced_by: Split = field(default_factory=Split)
    main: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)
    """Sentences on sponsors that name States and of which nothing was understood."""


def take(page: Page, sentence: Sentence, draft: Draft, symbol: str) -> None:
    """Read what one sentence tells about the draft that is being spoken of."""
    if match := _TITLE.search(sentence.text):
        draft.title = draft.title or " ".join(match["title"].split())
    at = 0
    if match := told.INTRODUCED.search(sentence.text):
        _introduced(page, sentence, match, draft, symbol)
        at = match.end()
    elif (match := told.SUBMITTED.search(sentence.text)) and not told.JOINED.search(sentence.text, 0, match.start()):
        _submitted(page, sentence, match, draft, symbol)
        at = match.end()
    _came_or_went(page, sentence, at, draft)


def _came_or_went(page: Page, sentence: Sentence, at: int, draft: Draft) -> None:
    """Those who joined or withdrew: a sentence may tell of several, one after the other."""
    first = at == 0
    acts = [(m, draft.joined) for m in told.JOINED.finditer(sentence.text, at)]
    acts += [(m, draft.withdrawn) for m in told.WITHDREW.finditer(sentence.text, at)]
    acts.sort(key=lambda act: act[0].start())
    joined_by = told.ALSO_BY.search(sentence.text, at, acts[0][0].start()) if acts else None
    if joined_by:
        (act, to), begin, end = acts.pop(0), sentence.start + at, sentence.start
        spans = [narrow(page.masked, begin, end + joined_by.start()), (end + joined_by.end(), end + act.start())]
        for span in spans:
            if to is draft.joined:
                _add(to, page, narrow(page.masked, *span), draft.day)
            else:
                # "joined by A and B, and C withdrew": where the one ends and the other begins, a person must say.
                draft.joined.unresolved += _either_way(page, narrow(page.masked, *span), draft.day)
        at = act.end()
    for i, (match, to) in enumerate(acts):
        known = False
        for span in _acting(page, sentence, at, match):
            known |= _add(to, page, span, draft.day)
        at = match.end()
        next_act = acts[i + 1][0].start() if i + 1 < len(acts) else len(sentence.text)
        if following := _following(page, sentence, at, known, draft.day):
            start, end = sentence.start + following, sentence.start + next_act
            stop = _AFTER.search(page.masked, start, end)
            _add(to, page, narrow(page.masked, start, stop.start() if stop else end), draft.day)
    for match in told.ALSO_BY.finditer(sentence.text, at):
        if first or acts:
            _add(draft.joined, page, _list_after(page, sentence, match), draft.day)


def _following(page: Page, sentence: Sentence, at: int, known: bool, on: date | None) -> int | None:
    """Where names go on behind "joined", if they do: after a colon, "as did", or where none stands before the verb."""
    if found := _FOLLOWING.match(sentence.text, at) or told.AS_DID.match(sentence.text, at):
        return found.end()
    object_ = told.OBJECT.match(sentence.text, at)
    begin = object_.end() if object_ else at
    if known or not sentence.text[begin:].strip():
        return None
    span = (sentence.start + begin, sentence.end)
    first = min((s.span[0] for s in read_names(page, [span], on, LOOK).states), default=sentence.end)
    return begin if page.masked[span[0] : first].strip(" \n,").lower() in _ARTICLES else None


def _either_way(page: Page, span: Span, on: date | None) -> list[Unresolved]:
    part = read_names(page, [span], on)
    named = [Unresolved(s.as_written, s.span, ((s.iso3, 1.0),), _EITHER_WAY) for s in part.states]
    return sorted(named + part.unresolved, key=lambda item: item.span)


def _acting(page: Page, sentence: Sentence, at: int, match: re.Match[str]) -> list[Span]:
    """Where those stand who did something: before the verb, behind "announced that", or as "her delegation"."""
    also = _AND_ALSO.match(sentence.text[at:]) if at else None
    begin = min(at + (also.end() if also else 0), match.start())
    said = list(told.SAID_THAT.finditer(sentence.text, at, match.start()))
    if not said:
        return [narrow(page.masked, sentence.start + begin, sentence.start + match.start())]
    if not told.OWN.match(sentence.text, said[-1].end()):
        return [narrow(page.masked, sentence.start + said[-1].end(), sentence.start + match.start())]
    speaker = told.SPEAKER.search(sentence.text[: said[-1].start()], at)
    return [narrow(page.masked, *sentence.span(speaker, "who"))] if speaker else []


def _introduced(page: Page, sentence: Sentence, match: re.Match[str], draft: Draft, symbol: str) -> None:
    group = next(g for g in ("who", "who_fr", "who_es") if match[g])
    who = read_names(page, [sentence.span(match, group)], draft.day)
    if not draft.introduced_by.states:
        draft.introduced_by = who
    draft.main |= {s.iso3 for s in who.states} if len(who.states) == 1 else set()
    for_whom = _for_whom(sentence, match, group)
    if for_whom:
        # "on behalf of" a list of States are the sponsors; on behalf of a group is not.
        listed = read_names(page, [narrow(page.masked, *for_whom)], draft.day)
        if len(listed.states) > len(listed.unresolved):
            merged = Split(
                list(union(who.states, listed.states)), who.unresolved + listed.unresolved, listed.on_behalf_of
            )
            draft.submitted.setdefault(symbol, merged)
        else:
            spoken = read_names(page, [(sentence.span(match, group)[0], for_whom[1])], draft.day)
            draft.joined.on_behalf_of += spoken.on_behalf_of
    if later := told.SUBMITTED.search(sentence.text, match.end()):
        _submitted(page, sentence, later, draft, symbol)


def _for_whom(sentence: Sentence, match: re.Match[str], group: str) -> Span | None:
    """The list behind "on behalf of", which stands before or after "introduced"; None where there is none."""
    before = group.replace("who", "list")
    if match[before]:
        return sentence.span(match, before)
    # A title may hold any words: what stands in quotation marks is passed over.
    plain = QUOTED.sub(lambda m: "x" * len(m[0]), sentence.text)
    after = told.FOR_WHOM.search(plain, match.end())
    return sentence.span(after, "list") if after else None


def _submitted(page: Page, sentence: Sentence, match: re.Match[str], draft: Draft, symbol: str) -> None:
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


def _list_after(page: Page, sentence: Sentence, match: re.Match[str]) -> Span:
    """The passage after a verb, up to the end of the sentence or where another clause begins."""
    start, end = sentence.span(match)[1], sentence.end
    stop = _AFTER.search(page.masked, start, end)
    return start, stop.start() if stop else end


def _add(to: Split, page: Page, span: Span, on: date | None) -> bool:
    """Add the names in a passage; whether there are any."""
    if told.THE_FOLLOWING.fullmatch(page.masked, *span):
        return False
    part = read_names(page, [span], on)
    if not part.states and not part.on_behalf_of and not any(u.suggestions for u in part.unresolved):
        return False  # "they joined", "the sponsors withdrew": nobody is named
    to.states += part.states
    to.unresolved += part.unresolved
    to.on_behalf_of += part.on_behalf_of
    return True
