"""Where a passage of names may be cut, and which way of cutting it is the cheapest (see `split`).

A passage is first parted where no known spelling could run on over the cut; between two such places all ways are
compared. So the time grows with the length of the passage and not with its square."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from data.names import Names
from data.spelling import words

CUT = re.compile(
    r"(?P<comma>[,;•·|\t،、]+)"
    r"|(?P<and>(?<![\w'’-])(?i:as\s+well\s+as|together\s+with|and\s+also|and|und|et|ainsi\s+que|y|e|así\s+como)"
    r"(?![\w'’-])|&|\+)"
    r"|(?P<number>[ ]\(?\d{1,3}[.)][ ]+(?=[A-ZÀ-Þ]))"
    r"|(?P<line>[ ]*\n[\s]*(?:(?:[-–—•▪*]|\(?\d{1,3}[.)])[ \t]+)?)"
)
LETTER = re.compile(r"[^\W\d_¹²³⁰-⁹]")
LONGEST = 110
"""Letters that a name has at most."""
MOST_CUTS = 9
OF_77_AND_CHINA = re.compile(
    r"(?:\b77|\bseventy-seven)\s*,?\s+(?:and|et|y|&)\s+(?:de\s+)?(?:la\s+)?(?:China|Chine)\b", re.IGNORECASE
)
_WITH_SPACES = re.compile(rf"{CUT.pattern}|(?P<space>[ ]+(?=[A-ZÀ-Þ“\"'(]|the\b))")
_ONE_OR_TWO = "could be one State (to June 2006) or two: say which resolution this belongs to"
_ONE = "read as one State (to June 2006), since the list goes on behind it: check which resolution this belongs to"
_WORD = re.compile(r"[^\W_]+")

Piece = tuple[int, int, str | None, str]
"""Start and end of a piece, the State it means or None, and a remark."""


@dataclass(frozen=True)
class Cut:
    """A place where a passage may be cut: where it starts, where it ends, and what stands there."""

    start: int
    end: int
    kind: str


def pieces_of(passage: str, span: tuple[int, int], names: Names, on: date | None, by_spaces: bool) -> list[Piece]:
    """A part of the passage cut so that the fewest words are left without a State, and then into the fewest pieces."""
    cuts = _cuts(passage, *span, by_spaces)
    made: list[Piece] = []
    first = 0
    for last in [*_sure(passage, cuts, names), len(cuts) - 1]:
        if last == first + 1:
            made.append(_single(passage, cuts[first], cuts[last], names, on))
        else:
            made += _cheapest(passage, cuts[first : last + 1], names, on)
        first = last
    return made


def _cuts(passage: str, start: int, end: int, by_spaces: bool) -> list[Cut]:
    groups = [m.span() for m in OF_77_AND_CHINA.finditer(passage, start, end)][::-1]
    cuts = [Cut(start, start, "edge")]
    for match in (_WITH_SPACES if by_spaces else CUT).finditer(passage, start, end):
        while groups and groups[-1][1] <= match.start():
            groups.pop()
        if not groups or match.start() < groups[-1][0]:
            cuts.append(Cut(match.start(), match.end(), match.lastgroup or ""))
    cuts.append(Cut(end, end, "edge"))
    return cuts


def _sure(passage: str, cuts: list[Cut], names: Names) -> list[int]:
    """The numbers of the cuts over which no spelling that is known can run on; the last cut is not among them."""
    sure = []
    before = -1  # where the last word before the cuts in between begins
    cut = 0
    for i in range(len(cuts) - 1):
        left, right = cuts[i].end, cuts[i + 1].start
        found = _WORD.findall(passage, left, right)
        if not found or not LETTER.search(passage, left, right):
            continue
        at = passage.index(found[0], left)
        joined = passage[before : at + len(found[0])]
        if before >= 0 and cuts[cut].kind != "space" and not names.may_run_on(joined):
            sure.append(cut)
        before = passage.rindex(found[-1], left, right)
        cut = i + 1
    return sure


def _single(passage: str, left: Cut, right: Cut, names: Names, on: date | None) -> Piece:
    piece = passage[left.end : right.start]
    if len(piece) <= LONGEST and LETTER.search(piece):
        answer = names.check(piece, on)
        if answer.iso3 and names.comma_fits(piece):
            return left.end, right.start, answer.iso3, answer.reason
    return left.end, right.start, None, ""


def _cheapest(passage: str, cuts: list[Cut], names: Names, on: date | None) -> list[Piece]:
    """The cheapest way through the cuts (dynamic programming)."""
    # cost: words without a State, then number of pieces, then cuts at mere spaces or lines
    best: list[tuple[tuple[int, int, int], int, str | None, str]] = [((0, 0, 0), -1, None, "")]
    # What stood between two lines (a page break, a footnote) was blanked out and makes no name longer.
    blank = [0, *accumulate(c.end - c.start - 1 if c.kind == "line" else 0 for c in cuts)]
    for j in range(1, len(cuts)):
        options: list[tuple[tuple[int, int, int], int, str | None, str]] = []
        for i in range(max(0, j - 1 - MOST_CUTS), j):
            left, right = cuts[i].end, cuts[j].start
            length = right - left - (blank[j] - blank[i + 1])
            if left > right or (length > LONGEST and i < j - 1):
                continue
            piece = passage[left:right]
            cost = best[i][0]
            if not LETTER.search(piece):
                if i == j - 1:
                    options.append((cost, i, None, ""))
                continue
            answer = names.check(piece, on) if length <= LONGEST else None
            weak = int(cuts[j].kind in ("space", "line"))
            if answer and answer.iso3 and names.comma_fits(piece):
                iso3: str | None = answer.iso3
                remark = answer.reason
                if on is None and _could_be_two(passage, cuts[i : j + 1], names):
                    one = _goes_on(passage, cuts[j], names)
                    iso3, remark = (iso3, _ONE) if one else (None, _ONE_OR_TWO)
                options.append(((cost[0], cost[1] + 1, cost[2] + weak), i, iso3, remark))
            elif i < j - 1 and answer and names.refuses_whole(piece):
                options.append(((cost[0] + 1, cost[1] + 1, cost[2] + weak), i, None, answer.reason))
            elif i == j - 1 or all(cut.kind == "space" for cut in cuts[i + 1 : j]):
                count = max(1, len(words(piece)))
                options.append(((cost[0] + count, cost[1] + 1, cost[2] + weak), i, None, ""))
        best.append(min(options, key=lambda option: option[0]))
    pieces: list[Piece] = []
    j = len(cuts) - 1
    while j > 0:
        _, i, state, why = best[j]
        pieces.append((cuts[i].end, cuts[j].start, state, why))
        j = i
    return pieces[::-1]


def _could_be_two(passage: str, cuts: list[Cut], names: Names) -> bool:
    """Whether a name can, without a date, just as well be two: "Serbia and Montenegro"."""
    return any(
        cut.kind == "and"
        and names.resolve(passage[cuts[0].end : cut.start])
        and names.resolve(passage[cut.end : cuts[-1].start])
        for cut in cuts[1:-1]
    )


def _goes_on(passage: str, cut: Cut, names: Names) -> bool:
    """Whether a comma and another name follow: "and" joins only the last two names of a list."""
    after = CUT.search(passage, cut.end, cut.end + LONGEST)
    comma = cut.kind == "comma" and passage[cut.start : cut.end] == ","
    return comma and bool(names.resolve(passage[cut.end : after.start() if after else cut.end + LONGEST]))
