"""Cuts the prose of UN reports into sentences and says of each what it tells about sponsors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.importers.model import Span

_ABBREVIATIONS = (
    "L", "Rev", "Add", "Corr", "para", "paras", "No", "Nos", "Vol", "vol", "chap", "sect", "Mr", "Ms", "Mrs", "Dr",
    "St", "Sts", "Fed", "Dem", "Rep", "H.E", "p", "pp", "art", "Art", "cf", "U.S", "D.R", "D.P.R", "P.D.R",
)  # fmt: skip
_PARAGRAPH = (
    r"(?=[ \t]*\n[ \t]*\d{1,3}\.[ \t]+(?:Also|At|On|In|The|By|Before|After|Following|Subsequently|Statements?|"
    r"À|Le|La|Les|Par|Avant|Après|En|El|Los|Las|Antes|Después|Posteriormente)\b)"
)
_STOP = re.compile(
    rf"{_PARAGRAPH}|"
    r"\.(?:[\"”’»)\]]|\[\d+\]|\d{1,3}(?=\s))*(?=\s+[\"“‘«(]?(?:[A-ZÀ-Þ]|\d{1,3}\.)|\s*\Z|[ \t]*\n[ \t]*\n)"
)

JOINED = re.compile(
    r"\b(?:(?:have|had|also|subsequently|then|later)\s+)*(?:"
    r"(?:re-?)?joined\s+(?:as|in\s+(?:co-?)?sponsoring|(?:in\s+)?the\s+(?:list\s+of\s+)?(?:co-?)?sponsors|"
    r"as\s+(?:co-?)?sponsors)"
    r"|(?:became|wish(?:ed|es)?\s+to\s+(?:become|be\s+added\s+as))\s+(?:additional\s+)?(?:co-?)?sponsors?|"
    r"wish(?:ed|es)?\s+to\s+(?:join\s+(?:in\s+sponsoring|(?:in\s+)?the\s+(?:list\s+of\s+)?(?:co-?)?sponsors)|"
    r"(?:co-?)?sponsor\s+the\s+draft)|"
    r"co-?sponsored\s+the\s+draft|"
    r"(?:were|was)\s+(?:also\s+)?added\s+(?:to\s+the\s+list\s+of|as)\s+(?:co-?)?sponsors?|"
    r"se\s+(?:sont|est)\s+joints?\s+aux\s+auteurs|se\s+(?:sumaron|sumó)\s+a\s+los\s+(?:patrocinadores|autores))",
    re.IGNORECASE,
)
ALSO_BY = re.compile(
    r"\b(?:was|is)\s+(?:also|subsequently|further)\s+(?:also\s+)?(?:co-?)?sponsored\s+by\b:?|"
    r"\b(?:additional|new)\s+(?:co-?)?sponsors\s*(?:were|are)?\s*:|\bjoined\s+by\b:?",
    re.IGNORECASE,
)
WITHDREW = re.compile(
    r"\b(?:(?:had|have|has|subsequently|also)\s+)*(?:withdrew|withdrawn|(?:were|was)\s+(?:removed|withdrawn)\s+from"
    r"|s(?:e\s+sont|’est|'est|est)\s+retirés?|(?:se\s+)?retiraron|(?:was|were)\s+no\s+longer\s+(?:co-?)?sponsors?)\b",
    re.IGNORECASE,
)
SUBMITTED = re.compile(
    r"\b(?:submitted|sponsored|présentée?|presentad[oa]|patrocinad[oa])\s+(?:in\s+the\s+\w+\s+)?"
    r"(?:jointly\s+)?(?:by|par|por)\b\s*:?",
    re.IGNORECASE,
)
COSPONSORED = re.compile(r",?\s*(?:and\s+)?(?:was\s+)?co-?sponsored\s+by\b\s*:?", re.IGNORECASE)
INTRODUCED = re.compile(
    r"\bthe\s+(?:representative|observer|delegation)s?\s+(?:of|for)\s+(?P<who>.{3,200}?)"
    r"(?:,?\s+(?:also\s+)?on\s+behalf\s+of\s+(?P<list>.+?))?,?\s+(?:orally\s+)?introduced\b|"
    r"\b(?:le|la)\s+(?:représentante?|délégation)\s+(?P<who_fr>(?:de|du|d['’]).{3,200}?)"
    r"(?:,?\s+(?:également\s+)?au\s+nom\s+(?P<list_fr>d.+?))?,?\s+a\s+présenté\b|"
    r"\b(?:el|la)\s+(?:representante|delegación)\s+(?P<who_es>del?\s.{3,200}?)"
    r"(?:,?\s+(?:también\s+)?en\s+(?:nombre|representación)\s+(?P<list_es>de.+?))?,?\s+presentó\b",
    re.IGNORECASE | re.DOTALL,
)
FOR_WHOM = re.compile(
    r",?\s+(?:also\s+)?(?:on\s+behalf\s+of|au\s+nom(?=\s+d)|en\s+(?:nombre|representación)(?=\s+de))\s+(?P<list>.+?)"
    r"(?=,?\s+(?:(?:a|the|this|un|le|el)\s+)?(?:revised\s+)?(?:draft|text|projet|proyecto)\b|,?\s+entitled\b|\Z)",
    re.IGNORECASE | re.DOTALL,
)
SAID_THAT = re.compile(
    r"\b(?:announced|stated|said|informed\s+the\s+\w+|indicated|reported|noted|declared)\s+that\s+", re.IGNORECASE
)
OWN = re.compile(
    r"\s*(?:his|her|its|their|the)\s+(?:own\s+)?(?:delegations?|countr(?:y|ies)|Governments?|States?)\b", re.IGNORECASE
)
SPEAKER = re.compile(
    r"\bthe\s+(?:representative|observer|delegation)s?\s+(?:of|for)\s+(?P<who>.+?)\s*$", re.IGNORECASE | re.DOTALL
)
SPONSORS_OF = re.compile(
    r"\b(?:the\s+)?sponsors\s+of\s+(?:the\s+)?draft\s+(?:resolution|decision)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Sentence:
    """A sentence, in the text at start:end."""

    text: str
    start: int
    end: int

    def span(self, match: re.Match, group: str | int = 0) -> Span:
        """Where a part that was matched in the sentence stands in the text."""
        s, e = match.span(group)
        return self.start + s, self.start + e


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Sentence]:
    """The sentences of text[start:end] with their places. Abbreviations and symbols do not end one."""
    end = len(text) if end is None else end
    begin = start
    for match in _STOP.finditer(text, start, end):
        before = re.search(r"([A-Za-z.]+)$", text[max(begin, match.start() - 12) : match.start()])
        if match[0] and before and before[1] in _ABBREVIATIONS:
            continue
        if text[begin : match.start()].strip():
            yield Sentence(text[begin : match.start()], begin, match.start())
        begin = match.end()
    if text[begin:end].strip():
        yield Sentence(text[begin:end], begin, end)
