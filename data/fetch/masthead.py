"""Which document a text says it is: the symbols at its head, and whether one of them was asked for."""

import re

from rapidfuzz import fuzz

_HEAD = 8000
_MASTHEAD = 600
"""Letters within which a document that begins with its head has its symbol."""
# A/C.3/76/L.28/Rev.1, A/HRC/7/78, E/CN.4/2005/L.85, A/60/509/Add.2 (Part II), A/56/49 (Vol. I)
_SYMBOL = re.compile(
    r"(?<![\w/.])(?:A|E|S|T|ST|CCPR|CERD|CEDAW|CRC|CAT|CMW|CRPD|DP|TD|HRI)(?:/[A-Z][A-Za-z]*(?:\.\d+)?(?:-\d+)?|/\d+)*"
    r"/(?:[A-Z][A-Za-z]*\.)?\d+(?:/(?:Rev|Add|Corr|Amend)\.\d+)*(?:\((?:Part|Vol)[^)/]{1,12}\))?",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"(?<=[./])[ \t]+(?=[\dA-Z])|[ \t]+(?=/)|(?<=\d)[ \t]*(?=\((?:Part|Vol))|(?<=Vol\.)\s+|(?<=Part)\s+", re.IGNORECASE
)
_BESIDE = re.compile(r"[\s*()–—-]{0,40}")
_PART = re.compile(r"\([^)]*\)$")
_NUMBERS = re.compile(r"\d+")
_LIKE = 60
"""Per cent of letters in common from which on "Acld" may be "Add", and "Rev" may not."""
_MARKS = re.compile(r"[\W_]")
_ALIKE = ("0odq", "1ilj7t", "2z", "38b", "5s", "6gb", "8b", "9gq", "4a", "ce")
"""Letters and figures that text recognition takes for one another."""


def names(text: str) -> list[str]:
    """The symbols that a document carries: the first one on its first page, and those beside it ("E/2000/23
    E/CN.4/2000/167"). [] where there is none."""
    found: list[re.Match[str]] = []
    page = _first_page(text)
    for match in _SYMBOL.finditer(page):
        if found and not _BESIDE.fullmatch(page, found[-1].end(), match.start()):
            break
        found.append(match)
    return [match[0] for match in found]


def is_other(text: str, symbol: str, read_by_ocr: bool = False) -> str:
    """The symbol of another document that this one carries instead of `symbol`; "" where it is the one, or where
    nothing can be told (a symbol of an unusual form; with `read_by_ocr` also one that may have been misread)."""
    found = names(text)
    asked = _plain(symbol)
    if not found or not _SYMBOL.fullmatch(asked):
        return ""
    page = _first_page(text)
    if read_by_ocr:
        return _clearly_other(page[:_MASTHEAD], asked)
    if page.index(found[0]) > _MASTHEAD:
        # Some files hold the head of the page behind its text: then any place on it will do.
        found = [match[0] for match in _SYMBOL.finditer(page)]
    # One volume or part is not told from another by every masthead.
    same = any(_plain(one) in (asked, _PART.sub("", asked)) for one in found)
    return "" if same else found[0]


def _clearly_other(head: str, asked: str) -> str:
    """The first symbol in a masthead that text recognition has read, unless it, or what else stands there, may be the
    symbol asked for with letters misread."""
    found = list(_SYMBOL.finditer(head))
    wanted = {asked, _PART.sub("", asked)}
    if not found or any(_misread(match, one) for match in found for one in wanted):
        return ""
    return "" if _bare(asked) in _bare(_SYMBOL.sub(" ", head)) else found[0][0]


def _misread(match: re.Match[str], asked: str) -> bool:
    """Whether a symbol is the one asked for but for letters that look alike, or but for an end that was not read."""
    numbers = _NUMBERS.findall(asked)
    read, asked = _MARKS.sub("", _plain(match[0])), _MARKS.sub("", asked)
    if asked.startswith(read) and read != asked:
        return bool(match.string[match.end() : match.end() + 1].strip())
    if _NUMBERS.findall(match[0]) == numbers and fuzz.ratio(_NUMBERS.sub("", read), _NUMBERS.sub("", asked)) > _LIKE:
        return True
    return len(read) == len(asked) and all(
        a == b or any(a in alike and b in alike for alike in _ALIKE) for a, b in zip(read, asked, strict=True)
    )


def _bare(text: str) -> str:
    """What is left of a text without what a slash, a full stop or a thin letter may have become."""
    return re.sub(r"[\W_il1tj]", "", text.casefold())


def _first_page(text: str) -> str:
    return _GAP.sub("", text.lstrip("\f").split("\f", 1)[0][:_HEAD])


def _plain(symbol: str) -> str:
    return re.sub(r"\s", "", symbol).casefold()
