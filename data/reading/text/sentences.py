"""Cuts the prose of UN reports, in English, French and Spanish, into sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.reading.model import Span

_SHORT = (
    "L Rev Add Corr para paras No Nos Vol vol chap sect Mr Ms Mrs Dr St Sts Fed Dem Rep H.E p pp art Art cf U.S "
    "D.R D.P.R P.D.R par Mme MM M párr párrs cap secc Sr Sra núm núms Excmo Excma"
)
_ABBREVIATIONS = frozenset(_SHORT.split())
_PARAGRAPH = (
    r"(?=[ \t]*\n[ \t]*\d{1,3}\.[ \t]+(?:Also|At|On|In|The|By|Before|After|Following|Subsequently|Statements?|"
    r"À|Au|Le|La|Les|Par|Avant|Après|Également|Toujours|Ultérieurement|En|El|Los|Las|Antes|Después|También|Tras|"
    r"Posteriormente|Ulteriormente|L['’])(?!\w))"
)
_STOP = re.compile(
    rf"{_PARAGRAPH}|"
    r"\.(?:[\"”’»)\]]|\[\d+\]|\d{1,3}(?=\s))*(?=\s+[\"“‘«(]?(?:[A-ZÀ-Þ]|\d{1,3}\.)|\s*\Z|[ \t]*\n[ \t]*\n)"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence, in the text at start:end."""

    text: str
    start: int
    end: int

    def span(self, match: re.Match[str], group: str | int = 0) -> Span:
        """Where a part that was matched in the sentence stands in the text."""
        s, e = match.span(group)
        return self.start + s, self.start + e


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Sentence]:
    """The sentences of text[start:end] with their places. Abbreviations and symbols do not end one."""
    end = len(text) if end is None else end
    begin = start
    for match in _STOP.finditer(text, start, end):
        before = re.search(r"([A-Za-zÀ-ÿ.]+)$", text[max(begin, match.start() - 12) : match.start()])
        if match[0] and before and before[1] in _ABBREVIATIONS:
            continue
        if text[begin : match.start()].strip():
            yield Sentence(text[begin : match.start()], begin, match.start())
        begin = match.end()
    if text[begin:end].strip():
        yield Sentence(text[begin:end], begin, end)
