"""The words in which the library's notes tell who sponsored a draft later, and who took the name back."""

import re
from dataclasses import dataclass

_CAPITAL = r"(?-i:[A-ZÀ-Þ])"
_SPONSORS = r"(?:co-?\s?)?spons[eo]rs?"
_SPONSORSHIP = r"(?:co-?\s?)?sponsorships?"
_LIST = rf"(?:the\s+)?(?:list(?:\s+of\s+(?:the\s+)?{_SPONSORS})?|{_SPONSORS}(?:\s+list)?|{_SPONSORSHIP})"
_AUX = (
    r"(?:(?:has|have|had|was|were|is|are|be|been|being|also|later|then|subsequently|since|should|thereafter)\s+){0,4}"
)
_WHAT = (
    r"(?:\s+of\s+(?:the\s+|this\s+)?(?:revised\s+)?(?:draft\s+)?(?:resolution|decision|text|proposal|draft))?"
    r"(?:,?\s+as\s+(?:further\s+)?orally\s+(?:revised|amended|corrected))?"
)
_UP_TO_NAMES = rf"(?:\s*,?[^:;.,]{{0,60}}:|(?-i:[^:;A-ZÀ-Þ]){{0,60}}?(?:(?={_CAPITAL}|;|\s*$)))"
_UP_TO_COLON = r"[^:;]{0,60}?:"
DOCUMENT = re.compile(
    r"\b[AES]/[A-Z0-9][\w.-]*(?:/\s?[A-Z0-9][\w.-]*)+(?<![.-])(?:\s?\((?:Part|Vol\.?)\s?[IVX\d]{1,4}\))?"
)
_BRACKET = re.compile(rf"\([^()]{{0,80}}?{DOCUMENT.pattern}(?:[^()]|\([^()]{{0,40}}\)){{0,200}}\)")
OF_SPONSORS = re.compile(
    r"spons[eo]r|\bwithdr[ae]w|\bjoined\s+by\b|\bremoved\s+from|\bdeleted\s+from|\bno\s+action\b|\brejected\b|\bnot\s+adopted\b",
    re.IGNORECASE,
)
END = re.compile(
    r"(?P<stop>\.)(?=\s+[A-ZÀ-Þ(]|\s*[-–—]|\s*$)|(?P<semicolon>;)|"
    r"(?P<dash>(?<=[.;)])[-–—]{1,3}|(?<=\s)[-–—]{1,3}(?=\s)|[-–]{2,3}|—)"
)
BEFORE_NAMES = re.compile(
    r"\W*(?:(?:in\s+|by\s+)?documents?\b\W*|(?:the\s+)?(?:delegations?|representatives?|names?)\s+of\s+|(?:and|but)\s+|"
    rf"(?:also|later|then)\b\s*|of\s+(?={_CAPITAL})|(?:the\s+)?(?:following|States|Member\s+States|countries)\s*:\s*|"
    r"see\b\s*|:\s*)",
    re.IGNORECASE,
)
_ACTS = re.compile(
    # who came: the names follow
    rf"(?P<added_after>\b(?:additional|further|new|other|more|added|later|subsequent)\s+{_SPONSORS}\b{_UP_TO_NAMES}|"
    rf"\badds\s+(?:the\s+)?(?:following\s+)?(?:(?:names|States|countries|delegations)\s+(?:as|to)\s+)?"
    rf"(?:additional\s+)?(?:{_SPONSORS}|to\s+{_LIST})\b{_UP_TO_NAMES}|"
    rf"\badd(?:ed)?\s+(?:as\s+|to\s+)?{_LIST}\b{_UP_TO_COLON}|\b{_SPONSORS}\s+added\b{_UP_TO_NAMES}|"
    rf"\b(?:also|later)\s+(?:co-?\s?)?sponsored\s+by\b\s*:?|\bjoined\s+by\b\s*:?)|"
    # who went: the names follow
    rf"(?P<left_after>\b(?:{_AUX}(?:removed|deleted|withdrawn|dropped)\s+(?:from\s+)?{_LIST}|withdrawn\s+{_SPONSORS}|"
    rf"withdrawals?(?:\s+(?:of|from)\s+{_LIST})?|{_SPONSORS}\s+(?:withdrawn|removed|deleted)|"
    rf"withdr[ae]wn?\s+(?:(?:its|their)\s+)?{_SPONSORSHIP}|no\s+longer\s+{_SPONSORS}){_WHAT}(?:\s+(?:are|is|by))?\s*:|"
    rf"\b{_SPONSORSHIP}\s+(?:was\s+|were\s+)?withdrawn\s+by\b\s*:?)|"
    # "adds … to the list of sponsors", "deletes … from the list of sponsors"
    r"(?P<adds>\badds\b)|(?P<deletes>\b(?:deletes|removes)\b)|"
    # the draft itself
    rf"(?P<draft>\b(?:resolution|decision|text|proposal|draft)\s+{_AUX}withdrawn\b|"
    rf"\b{_AUX}withdr(?:ew|awn)\s+(?:the|their|its|this)\s+(?:revised\s+)?(?:draft|proposal|text|resolution|amendment)|"
    rf"\bwithdrawn\s+by\s+(?:its|the|their)\s+(?:main\s+)?{_SPONSORS})|"
    rf"(?P<original>\boriginal\s+{_SPONSORS}\b)|"
    # who came back or came: the names stand before
    rf"(?P<again>\b{_AUX}re-?joined\b(?:\s+(?:as|in|the|list|of|an?)){{0,5}}\s+(?:{_SPONSORS}|(?:co-?\s?)?sponsoring){_WHAT})|"
    rf"(?P<added>\b{_AUX}(?:joined|became|become|added|co-?\s?sponsored|sponsored)\b"
    rf"(?:\s+(?:as|in|to|the|an?|list|of|other|additional|new|revised|draft|on)){{0,6}}\s*\b"
    rf"(?:{_SPONSORS}|{_SPONSORSHIP}|(?:co-?\s?)?sponsoring|resolution)\b{_WHAT})|"
    # who went: the names stand before
    rf"(?P<left>\b{_AUX}(?:(?:removed|withdrawn|withdrew|deleted|dropped)\s+(?:(?:its|their|the)\s+names?\s+)?"
    rf"(?:(?:from|as)\s+(?:an?\s+|the\s+)?(?:{_LIST}|{_SPONSORS})|(?:(?:its|their|the)\s+)?{_SPONSORSHIP})|"
    rf"(?:ceased\s+to\s+be|no\s+longer|not)\s+(?:an?\s+|the\s+)?{_SPONSORS}|"
    rf"(?:withdrew|withdrawn|removed)(?:\s+(?:its|their)\s+names?)?(?=\W*$)){_WHAT})",
    re.IGNORECASE,
)
_AS_SPONSORS = re.compile(
    rf"\b(?:as\s+(?:an?\s+)?(?:additional\s+)?{_SPONSORS}|(?:to|from)\s+{_LIST})\b", re.IGNORECASE
)
_COLON = re.compile(r"[^:]{0,60}:\s*")
_KINDS = {"adds": "added_after", "deletes": "left_after"}


@dataclass(frozen=True)
class Act:
    """What a sentence tells: `kind` added, again (came back), left, draft (was withdrawn itself) or original. `after`:
    whether its names stand behind the verb, up to `stop`; else they stand before it, or behind a `colon`."""

    kind: str
    after: bool
    start: int
    end: int
    stop: int
    colon: int = 0


def acts(text: str, start: int, end: int) -> list[Act]:
    """Who came and went in the sentence text[start:end], in order."""
    sentence = text[start:end]
    whole = None
    found: list[Act] = []
    for match in _ACTS.finditer(sentence):
        kind, stop = match.lastgroup or "", end
        if kind in _KINDS:
            whole = _AS_SPONSORS.search(sentence, match.end()) if whole is None else whole
            if whole is None or whole.start() < match.end():
                continue
            kind, stop = _KINDS[kind], start + whole.start()
        kind, _, after = kind.partition("_")
        colon = _COLON.match(sentence, match.end())
        found.append(
            Act(
                kind, bool(after), start + match.start(), start + match.end(), stop, start + colon.end() if colon else 0
            )
        )
    stops = [act.start for act in found[1:]] + [end]
    return [
        act if act.stop < stop else Act(act.kind, act.after, act.start, act.end, stop, act.colon)
        for act, stop in zip(found, stops, strict=False)
    ]


def documents(text: str) -> list[str]:
    """The symbols of the documents that a sentence cites."""
    return list(dict.fromkeys(" ".join(match[0].split()) for match in DOCUMENT.finditer(text)))


def without_documents(text: str) -> str:
    """The same text, letter for letter, with its documents blanked out: a list may go on behind one in brackets."""
    text = _BRACKET.sub(lambda m: "," + " " * (len(m[0]) - 1), text)
    return DOCUMENT.sub(lambda m: " " * len(m[0]), text)
