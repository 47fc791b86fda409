"""Which resolution a place in the Official Records belongs to: headings, lines on adoption, and marks of footnotes.

"RESOLUTION 68/181 / Adopted at the 70th plenary meeting, …, on the recommendation of the Committee (A/68/456/Add.2,
para. 146)580". In a volume of two columns two headings may come one after the other, and then both lines."""

import re
from dataclasses import dataclass

_HEADING = re.compile(
    r"\bR[EÉ]SOLUC?TION\s+(?P<number>\d{1,3}/\d{1,3})\b|\bRESOLUCIÓN\s+(?P<es>\d{1,3}/\d{1,3})\b|"
    r"(?:^|\n)A/RES/(?P<symbol>\d{1,3}/\d{1,3})\b"
)
_ADOPTED = re.compile(r"\n[ \t]*(?:Adopted\s+(?:at|on)|Adoptée?\s+(?:à|le)|Aprobad[ao]\s+(?:en|el))\s")
_FAR = 60_000
_LINE = 1500


@dataclass(frozen=True)
class Adoption:
    """The line on the adoption of a resolution, at start:end. `resolution` is "" where headings and lines do not pair;
    `alone`: no other heading stands beside its own."""

    start: int
    end: int
    resolution: str
    alone: bool


def adoptions(text: str) -> list[Adoption]:
    """The adoptions that a text tells of, in its order; a heading without such a line stands for itself."""
    marks = [(m.start(), f"A/RES/{m['number'] or m['es'] or m['symbol']}") for m in _HEADING.finditer(text)]
    marks += [(m.start(), "") for m in _ADOPTED.finditer(text)]
    marks.sort()
    made: list[Adoption] = []
    headings: list[tuple[int, str]] = []
    lines: list[int] = []
    for place, symbol in [*marks, (len(text), "end")]:
        if symbol and lines:
            made += _paired(headings, lines, place)
            headings, lines = [], []
        elif symbol and headings and headings[-1][1] != symbol and place - headings[-1][0] > _LINE:
            made += _paired(headings, lines, place)
            headings = []
        if symbol:
            headings.append((place, symbol))
        else:
            lines.append(place)
    return made + _paired(headings[:-1], lines, len(text))


def _paired(headings: list[tuple[int, str]], lines: list[int], end: int) -> list[Adoption]:
    names = list(dict.fromkeys(symbol for _, symbol in headings))
    if not names:
        return []
    if not lines:
        return [Adoption(place, place + 1, symbol, len(names) == 1) for place, symbol in headings]
    ends = [min(place + _LINE, following) for place, following in zip(lines, [*lines[1:], end], strict=True)]
    if len(names) == 1:
        return [Adoption(s, e, names[0], True) for s, e in zip(lines, ends, strict=True)]
    each = names if len(names) == len(lines) else [""] * len(lines)
    return [Adoption(s, e, symbol, False) for s, e, symbol in zip(lines, ends, each, strict=True)]


def resolution_of(text: str, known: list[Adoption], footnote: int, number: str) -> tuple[str, str]:
    """The resolution of a footnote at a place and with a number ("" where it has none), and its title; or "", "". Its
    mark stands behind the report's symbol in the line on adoption: "(A/68/456/Add.2, para. 146)580". Without one, the
    last resolution before the footnote is taken, if no other stands beside it."""
    before = [a for a in known if footnote - _FAR <= a.start < footnote]
    if number:
        mark = re.compile(rf"[)}}\]][.,]?\s?\[?{number}\]?(?!\d)")
        marked = [a for a in before if mark.search(text, a.start, min(a.end, footnote))]
        if marked:
            return _with_title(text, marked[-1], footnote)
    if before and before[-1].alone:
        return _with_title(text, before[-1], footnote)
    return "", ""


def _with_title(text: str, adoption: Adoption, until: int) -> tuple[str, str]:
    if not adoption.resolution:
        return "", ""
    title = re.search(
        rf"(?<!\S){re.escape(adoption.resolution.removeprefix('A/RES/'))}\.\s+(?P<title>.{{3,400}}?)\n(?=The\s+General|\s*\n)",
        text[adoption.start : until],
        re.DOTALL,
    )
    return adoption.resolution, " ".join(title["title"].split())[:300] if title else ""
