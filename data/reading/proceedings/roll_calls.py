"""Roll calls as text: "In favour: … Against: … Abstaining: …", also in French and Spanish."""

import re
from dataclasses import replace
from datetime import date
from itertools import islice

from data.reading.model import ImportedList, Unresolved
from data.reading.proceedings.official_records import footnote_spans
from data.reading.text import symbols
from data.reading.text.passages import Page, list_end, read_names, to_list
from data.reading.text.sentences import sentences
from data.reading.text.split import LOOK, How, Split
from data.words import VOTES

_COUNT = r"\s*[\[(]?\s*(?P<{0}>\d{{1,3}})?\s*(?:States|votes)?\s*[\])]?\s*[:.–-]\s*"
_LABELS = {
    "yes": r"(?:(?<![^\n])(?:Yes|For|Pour)(?=[^\n:]{0,9}:)|"
    r"(?:(?<!United\s)States[ \t]+)?(?:In\s+favou?r|Voting\s+in\s+favou?r|Ont\s+vot[ée]\s+pour|Vot(?:es|ent"
    r"|ants?)\s+pour|"
    r"Votos?\s+a\s+favor|A\s+favor))",
    "no": r"(?:(?<![^\n])(?:No|Contre)(?=[^\n:]{0,9}:)|"
    r"(?:(?<!United\s)States[ \t]+)?(?:Against|Voting\s+against|Ont\s+vot[ée]\s+contre|Vot(?:es|ent|ants?)\s+contre|"
    r"Votos?\s+en\s+contra|En\s+contra))",
    "abstain": r"(?:(?<!United\s)States[ \t]+)?(?:Abstain(?:ing)?|"
    r"(?<!\d\s)Abstentions?|Abstained|Se\s+sont\s+abstenus|S['’]abstiennent|S['’]abstenant|Se\s+abstienen"
    r"|Abstenciones|Abstenci[oó]n)",
    "absent": r"(?:Absent|Non-voting|Not\s+voting|Did\s+not\s+vote|Absents|Ausentes)",
}
_LABEL = re.compile(
    "|".join(
        rf"(?:(?<=\n)|(?<=^)|(?<=[\s.;\]]))(?<!\bwith\s)(?<!\bno\s)(?P<{vote}>{words}){_COUNT.format(f'n_{vote}')}"
        for vote, words in _LABELS.items()
    ),
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"(?:(?<=\n)|(?<=\.)|(?<=[.\]]\s))[ \t]*(?P<words>[A-ZÀ-Þ][^\n:,.;()]{2,60}?)[ \t]*(?:\(\d{1,3}\)[ \t]*)?:(?=\s)"
)
_HOW = "how it voted is not known: it stands under “{}”"
_TOTALS = re.compile(
    r"(?P<yes>\d{1,3})\s+(?:votes?\s+)?(?:to|in\s+favou?r(?:\s+to)?,?|for,?|voix\s+contre|votos\s+contra)\s+"
    r"(?P<no>\d{1,3}|none|one)\s*(?:against|opposed|contre|en\s+contra)?,?\s+"
    r"(?:with|and|avec|et|y|con)?\s*(?P<abstain>\d{1,3}|no|one)\s+abst",
    re.IGNORECASE,
)
_NONE = re.compile(r"^\W*(?:none|nil|aucun|néant|ningun[oa]|no\s+one|-)\W*$", re.IGNORECASE)
_WORDS = {"none": 0, "no": 0, "one": 1}
_HEADING = re.compile(r"\bRESOLUTION\s+(\d{1,3}/\d{1,3})\b")
_OUTCOME = re.compile(
    r"[ \t\n]+(?:(?:The\s+)?(?:oral\s+)?(?:draft\s+(?:resolution|decision|amendments?)|amendments?|motion|paragraph|"
    r"(?:operative|preambular)\s+paragraph)\b[^\n]{0,160}?\b(?:was|were)\s+(?:adopted|rejected|retained|carried"
    r"|approved)|"
    r"\[?Subsequently,?\s+the\s+(?:delegations?|representatives?)|Le\s+projet\s+de\s+|Queda\s+aprobad|"
    r"Par\s+\d+\s+voix|Por\s+\d+\s+votos)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?P<what>amendments?|draft\s+(?:resolution|decision))\b[^.;]{0,90}?\b(?:was|were)\s+(?:adopted|rejected)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?P<amendment>\bamendments?\b)|(?P<draft>\b(?:draft\s+(?:resolution|decision)|resolution)\b)", re.IGNORECASE
)
_ON_DRAFT = re.compile(
    r"\b(?:vote(?:d|\s+was\s+taken)?\s+on|adopted)\s+(?:the\s+)?(?:revised\s+)?draft\s+(?:resolution|decision)\b|"
    r"^\W*(?:\d+\.\s+)?(?:The\s+)?draft\s+(?:resolution|decision)(?:(?!amendment).)*?\bwas\s+(?:adopted|put\s+to)",
    re.IGNORECASE | re.DOTALL,
)
_TELLS = re.compile(r"\b(?:vote|adopted|rejected|retained|deci(?:ded|sion)|action|request)", re.IGNORECASE)
_AMENDING = re.compile(rf"\bamendments?\b[^.]{{0,150}}?(?P<symbol>{symbols.DRAFT.pattern})", re.IGNORECASE)
_NOTES_BELOW = re.compile(r"\n[ \t]*_{5,}[ \t]*(?=\n)")
_NOTES_END = re.compile(r"\.[\s\d]*\n[ \t]*\n|\f")
_LONGEST_NOTES = 4000
_DIRECTLY = 100
_FAR = 4000
_MOST_CALLS = 300
_MOST_LABELS = 5 * _MOST_CALLS
_OUTCOME_LONGEST = 250


def read_votes(page: Page) -> list[ImportedList]:
    """One list for each roll call; every State has the role yes, no or abstain. [] where there is none."""
    if not _LABEL.search(page.masked):
        return []
    page = _without_notes(page)
    labels = list(islice(_LABEL.finditer(page.masked), _MOST_LABELS))
    calls: list[list[re.Match[str]]] = []
    for label in labels:
        if _vote(label) == "yes" or not calls or _vote(label) in {_vote(m) for m in calls[-1]}:
            calls.append([])
        calls[-1].append(label)
    return [made for call in calls[:_MOST_CALLS] if len(call) >= 2 and (made := _roll_call(page, call, labels))]


def _without_notes(page: Page) -> Page:
    """The page with its footnotes blanked out, which may stand in the middle of a roll call."""
    spans = footnote_spans(page)
    for line in _NOTES_BELOW.finditer(page.text):
        end = _NOTES_END.search(page.masked, line.end(), line.end() + _LONGEST_NOTES)
        if end and not _LABEL.search(page.masked, line.end(), end.start()):
            spans.append((line.start(), end.start() + 1))
    parts, at = [], 0
    for begin, last in sorted(spans):
        start, stop = max(begin, at), max(last, at)
        parts += [page.masked[at:start], re.sub(r"[^\n]", " ", page.masked[start:stop])]
        at = stop
    return replace(page, masked="".join([*parts, page.masked[at:]])) if spans else page


def _vote(label: re.Match[str]) -> str:
    return next(vote for vote in _LABELS if label[vote])


def _roll_call(page: Page, call: list[re.Match[str]], labels: list[re.Match[str]]) -> ImportedList | None:
    begin = call[0].start()
    previous = max((m.end() for m in labels if m.end() <= begin and m not in call), default=0)
    before = page.text[max(previous, begin - _FAR) : begin]
    symbol, resolution, stage = _what(page, before, begin, _told_after(page, call[-1].end(), labels))
    on = page.day(resolution, symbol)
    found = Split()
    numbers: dict[str, int] = {}
    for i, label in enumerate(call):
        vote = _vote(label)
        limit = call[i + 1].start() if i + 1 < len(call) else _stop(page, label.end(), labels)
        if label[f"n_{vote}"]:
            numbers[vote] = int(label[f"n_{vote}"])
        limit, strange = _under_another_label(page, label.end(), limit, on)
        found.unresolved += strange
        passage = page.masked[label.end() : limit]
        if vote == "absent" or _NONE.match(passage.strip(" []\n") or "-"):
            continue
        part = read_names(page, [(label.end(), limit)], on, How(role=vote))
        found.states += part.states
        found.unresolved += part.unresolved
        found.on_behalf_of += part.on_behalf_of
    if not found.states:
        return None
    about = {"document_symbol": symbol, "resolution": resolution, "stage": stage}
    return to_list(page, "vote: roll call", found, claimed_votes=_totals(before, numbers), **about)


def _under_another_label(page: Page, start: int, end: int, on: date | None) -> tuple[int, list[Unresolved]]:
    """Where the names of a vote end at a label that means no vote, and the names under that label."""
    other = _OTHER_LABEL.search(page.masked, start, end)
    if not other or not page.masked[start : other.start()].strip():
        return end, []
    part = read_names(page, [(other.end(), end)], on, LOOK)
    if not part.states:
        return end, []
    why = _HOW.format(other["words"])
    return other.start(), [Unresolved(s.as_written, s.span, ((s.iso3, 1.0),), why) for s in part.states]


def _stop(page: Page, start: int, labels: list[re.Match[str]]) -> int:
    following = min((m.start() for m in labels if m.start() >= start), default=len(page.masked))
    end = min(list_end(page.masked, start, page.context.names), following)
    told = _OUTCOME.search(page.masked, start, end + _OUTCOME_LONGEST)
    return min(end, told.start()) if told else end


def _totals(before: str, numbers: dict[str, int]) -> tuple[int, int, int] | None:
    if len([v for v in VOTES if v in numbers]) == 3:
        return numbers["yes"], numbers["no"], numbers["abstain"]
    found = list(_TOTALS.finditer(before))
    if not found:
        return None
    told = (found[-1][v].lower() for v in VOTES)
    yes, no, abstain = (_WORDS[number] if number in _WORDS else int(number) for number in told)
    return yes, no, abstain


def _told_after(page: Page, start: int, labels: list[re.Match[str]]) -> str:
    """What is said to have been adopted or rejected right after a roll call: "amendment", "draft" or ""."""
    stop = _stop(page, start, labels)
    match = _RESULT.search(page.masked, stop, min(len(page.masked), stop + 250))
    if not match:
        return ""
    what = "amendment" if "amendment" in match["what"].lower() else "draft"
    between = page.masked[stop : match.start("what")]
    return f"{what} directly" if len(between) < _DIRECTLY and not re.search(r"\d\.\s|\.\s", between) else what


def _on_an_amendment(before: str, after: str) -> bool:
    """Whether the vote was on an amendment: the last sentence before it that tells of a vote and on what says so.
    `after`: what the sentence after the roll call says. Directly behind it, it tells the result of this vote, as in a
    verbatim record; otherwise it is for a report that does not tell before."""
    if after.endswith("directly"):
        return after.startswith("amendment")
    for sentence in reversed(list(sentences(before))):
        spoken = [m.lastgroup for m in _ABOUT.finditer(sentence.text)]
        if spoken and _TELLS.search(sentence.text):
            return "amendment" in spoken and not _ON_DRAFT.search(sentence.text)
    return after != "draft" and bool(re.search(r"\bamendments?\b", before, re.IGNORECASE))


def _what(page: Page, before: str, begin: int, told_after: str = "") -> tuple[str, str, str]:
    """The symbol voted on, the resolution, and the stage of the vote as votes.csv words it."""
    named = [symbols.tidy(m[0]) for m in symbols.FIND.finditer(before)]
    if not named and (symbol := symbols.first(page.text[:begin])):
        named = [symbols.tidy(symbol)]
    resolution = next((hit for s in reversed(named) if (hit := page.context.resolution_of(s))), "")
    if heading := list(_HEADING.finditer(before)):
        resolution = f"A/RES/{heading[-1][1]}"
    own = symbols.root(row["draft_symbol"] if (row := page.context.resolution(resolution)) else "")
    symbol = next((s for s in reversed(named) if own and symbols.root(s) == own), named[-1] if named else resolution)
    drafts = [s for s in named if symbols.DRAFT.fullmatch(s)]
    if drafts and _on_an_amendment(before[-1500:], told_after):
        told = [symbols.tidy(m["symbol"]) for m in _AMENDING.finditer(before)]
        amending = [s for s in (drafts, told)[bool(told) and not own] if symbols.root(s) != own]
        if amending:
            return amending[-1], resolution, f"amendment {amending[-1]}"
    place = resolution or symbol
    if place.startswith("A/HRC/"):
        return symbol, resolution, "HRC plenary"
    if place.startswith(("CHR", "E/CN.4")):
        return symbol, resolution, "CHR plenary"
    if symbol.startswith("A/C.3") or re.search(r"Third\s+Committee\s+(?:adopted|approved)", before):
        return symbol, resolution, "committee"
    return symbol, resolution, "plenary" if place else ""
