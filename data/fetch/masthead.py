"""Which document a text says it is: the symbols at its head, and whether one of them was asked for."""

from __future__ import annotations

import re

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
    r"(?<=[./])[ \t]+(?=[\dA-Z])|[ \t]+(?=/)|(?<=\d)[ \t]*(?=\((?:Part|Vol))|(?<=Vol\.)\s+|(?<=Part)\s+",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[\s*()–—-]{0,40}")
_PART = re.compile(r"\([^)]*\)$")


def names(text: str) -> list[str]:
    """The symbols that a document carries: the first one on its first page, and those beside it ("E/2000/23
    E/CN.4/2000/167"). [] where there is none."""
    found: list[re.Match] = []
    page = _first_page(text)
    for match in _SYMBOL.finditer(page):
        if found and not _BESIDE.fullmatch(page, found[-1].end(), match.start()):
            break
        found.append(match)
    return [match[0] for match in found]


def is_other(text: str, symbol: str) -> str:
    """The symbol of another document that this one carries instead of `symbol`; "" where it is the one, or where
    nothing can be told (a scan, a symbol of an unusual form)."""
    found = names(text)
    asked = _plain(symbol)
    if not found or not _SYMBOL.fullmatch(asked):
        return ""
    page = _first_page(text)
    if page.index(found[0]) > _MASTHEAD:
        # Some files hold the head of the page behind its text: then any place on it will do.
        found = [match[0] for match in _SYMBOL.finditer(page)]
    # One volume or part is not told from another by every masthead.
    same = any(_plain(one) in (asked, _PART.sub("", asked)) for one in found)
    return "" if same else found[0]


def _first_page(text: str) -> str:
    return _GAP.sub("", text.lstrip("\f").split("\f", 1)[0][:_HEAD])


def _plain(symbol: str) -> str:
    return re.sub(r"\s", "", symbol).casefold()
