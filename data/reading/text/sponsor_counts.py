"""How many sponsors a document says it has: never a number out of a symbol, a date, a paragraph or a meeting."""

import re
from collections.abc import Iterator

from data.reading.text.symbols import FIND, MONTHS

_MONTH = (
    rf"(?:{'|'.join((*MONTHS, 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sept?', 'oct', 'nov', 'dec'))})\b\.?"
)
_NAMED = (
    r"(?:paras?|paragraph(?:e|s|es)?|párrafos?|párr|§|op|pp|meetings?|séances?|sesión|sesiones|sessions?|items?|points?|"
    r"temas?|articles?|artículos?|resolutions?|résolutions?|resolución|drafts?|pages?|p|no|nº|n°|chapters?|vol|annex|"
    r"version|rev|add|corr|l|hrc|ga|res|chr|dr|table|figure|footnotes?|notes?|rooms?|days?|council|assembly|"
    r"commission|unga|un)"
)
_OTHER_NUMBERS = re.compile(
    # 12 November 2021; November 12, 2021; 12.11.2021; 10:30
    rf"\d+[ \t]?(?:er|re|e|ª|º|°)?[ \t]*(?:de[ \t]+)?{_MONTH}(?:[ \t]*(?:de[ \t]+)?,?[ \t]*\d{{2,4}})?\b"
    rf"|\b{_MONTH}[ \t]*\d{{1,2}}\b(?:[ \t]*,?[ \t]*\d{{4}})?"
    r"|\b\d{1,2}([./-])\d{1,2}\1\d{2,4}\b|\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[.:]\d{2}\b"
    r"|\b\d{1,2}[ \t]*[ap]\.?m\b"
    r"|\S*/\S*"  # whatever has a slash is a symbol, or a part of one: 76/174
    # paragraph 14, item 72 (b), L.50; 53rd
    rf"|(?<!\w){_NAMED}[ \t]*[.-]?[ \t]*(?:no\.?[ \t]*)?\d+(?:[ \t]*\([a-z]+\))*"
    r"|\b\d+[ \t]?(?:st|nd|rd|th|e|er|re|ème|ª|º|°)(?!\w)"
    r"|\b\d+[ \t]+(?:meetings?|séances?|sesiones|sessions?|paragraphs?|paragraphes|párrafos|votes?|voix|votos|pages?|"
    r"days?|members|abstentions?|amendments?|texts?|resolutions?|drafts?)\b"
    r"|\b\d{4,}\b|\d+[.,]\d+|\d+[ \t]?%",
    re.IGNORECASE,
)
_NEAR, _BEFORE = 40, 200
_STATES = r"(?:(?:Member[ \t]+)?(?:States|countries)|delegations|États|pays|délégations|Estados|países|delegaciones)"
_SPONSORS = r"(?:(?:co-?)?sponsors|(?:co-?)?auteurs|(?:co-?)?patrocinadores)"
_SO_MANY = rf"(?<![\w.,–-])(\d{{1,3}})[ \t]+(?:{_STATES}[ \t]+)?(?:additional[ \t]+|main[ \t]+)?{_SPONSORS}\b"
_SO_MANY_SPONSORS = re.compile(_SO_MANY, re.IGNORECASE)
_COUNT = re.compile(
    rf"{_SO_MANY}"  # 76 co-sponsors
    rf"|{_SPONSORS}\b[ \t]*:?[ \t]*[\[(]?[ \t]*(\d{{1,3}})(?![\w.–-])[ \t]*[\])]?"  # co-sponsors (76), sponsors: 76
    rf"|[\[(][ \t]*(\d{{1,3}})(?:[ \t]+{_STATES})?[ \t]*[\])]"  # (76), [76], (76 States)
    rf"|(?<![\w.,–-])(\d{{1,3}})[ \t]+{_STATES}\b",  # 76 States
    re.IGNORECASE,
)


def is_count(text: str, start: int, end: int) -> bool:
    """Whether the number that stands there in a text is none of a symbol, a date, a paragraph, a meeting, …"""
    near = max(0, start - _NEAR)
    window = text[near : end + _NEAR]
    others = (m.span() for pattern in (FIND, _OTHER_NUMBERS) for m in pattern.finditer(window))
    return not any(first + near < end and start < last + near for first, last in others)


def number_of_sponsors(text: str, start: int, end: int) -> int | None:
    """The number that a label which stands there ("Co-sponsors of A/C.3/76/L.50 (85):") says, else the nearest one in
    the words before it; None where they say none, or the label two. A number counts only where it stands as a count:
    before or behind the word for sponsors or States, or alone in brackets; in the words before, only as so many
    sponsors."""
    said = {int(text[slice(*span)]) for span in _counts(_COUNT, text, start, end)}
    if said:
        return said.pop() if len(said) == 1 else None
    earlier = list(_counts(_SO_MANY_SPONSORS, text, max(0, start - _BEFORE), end))
    return int(text[slice(*earlier[-1])]) if earlier else None


def _counts(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(text, start, end):
        if is_count(text, *found.span(found.lastindex or 0)):
            yield found.span(found.lastindex or 0)
