"""The folded form of a spelling, by which names are compared, and the orders in which a name is written.

Folding drops what printing changes: case, diacritics, apostrophes, spaces, line breaks, hyphens, brackets and
commas inside a name, footnote marks, asterisks and a leading or trailing article."""

import re
import unicodedata
from functools import lru_cache

_ARTICLES = {"the", "la", "le", "les", "l", "el", "los", "las"}
_OF = {"de", "des", "du", "d", "del"}
LINKS = frozenset(_ARTICLES | _OF)
"""Folded words that `keys` may leave out at the ends of a spelling."""
_MARKS = re.compile(r"[*†‡§¶#^⁰¹²³⁴-⁹₀-₉]|\[\d+\]|\(\d+\)|\b\d+/")
_INVERTED = re.compile(
    r"^(?P<kind>.*\b(?:Republic|Kingdom|State|States|Commonwealth|Principality|Federation|Union|Sultanate|"
    r"Confederation|Duchy))\s+of\s+(?P<the>the\s+)?(?P<name>.+)$"
)
_BRACKETED = re.compile(r"^(?P<name>[^(]+?)\s*\((?P<kind>[^)]+?)\)$")

# "of" is lost or misprinted now and then ("on behalf the Group of 77 and China").
ON_BEHALF = re.compile(
    r"\b[oi]n\s*be\s?half\b(?:\s+o\s?[fnrt]\b)?|au\s+nom\s+d|en\s+nombre\s+d|en\s+representaci[oó]n\s+d", re.IGNORECASE
)


def words(text: str) -> list[str]:
    """The words of a spelling in folded form: lower case, without diacritics, marks and outer numbers."""
    return list(_words(text))


@lru_cache(maxsize=50_000)  # a volume names the same States thousands of times
def _words(text: str) -> tuple[str, ...]:
    text = _MARKS.sub(" ", text).replace("&", " and ").replace("\u00ad", "")
    folded = text
    if not text.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    folded = folded.casefold()
    found = re.findall(r"[^\W_]+", folded)
    while found and found[0].isdigit():
        found.pop(0)
    while found and found[-1].isdigit():
        found.pop()
    if found:
        found[-1] = found[-1].rstrip("0123456789")
    return tuple(found)


def key(text: str) -> str:
    """The folded form by which spellings are compared: letters and digits only, "cotedivoire"."""
    return "".join(words(text))


def keys(text: str) -> list[str]:
    """The forms to look up, in order: as written, then without a leading, a trailing or both articles. Last without a
    leading "de", which a list in French or Spanish repeats: "de l'Albanie, de la Norvège et du Niger"."""
    return list(_keys(text))


@lru_cache(maxsize=50_000)
def _keys(text: str) -> tuple[str, ...]:
    found = words(text)
    forms = _without_articles(found)
    if len(found) > 1 and found[0] in _OF:
        forms += _without_articles(found[1:])
    return tuple(dict.fromkeys("".join(form) for form in forms if form))


def _without_articles(found: list[str]) -> list[list[str]]:
    forms = [found]
    if len(found) > 1 and found[0] in _ARTICLES:
        forms.append(found[1:])
    if len(found) > 1 and found[-1] in _ARTICLES:
        forms.append(found[:-1])
        if len(found) > 2 and found[0] in _ARTICLES:
            forms.append(found[1:-1])
    return forms


def other_orders(name: str) -> list[str]:
    """The same name in the orders that catalogues and tables use. "Republic of Korea" also gives "Korea, Republic of"
    and "Korea (Republic of)"; "Iran (Islamic Republic of)" also gives "Iran, Islamic Republic of" and "Islamic Republic
    of Iran"."""
    if match := _BRACKETED.match(name):
        base, kind = match["name"], match["kind"]
        straight = [f"{kind} {base}"] if kind.endswith((" of", " of the")) else []
        return [f"{base}, {kind}", *straight]
    match = _INVERTED.match(name)
    if not match or match["kind"].endswith(("United Kingdom", "United States")):
        return []
    kind, base = match["kind"], match["name"]
    tails = [f"{kind} of the", f"{kind} of"] if match["the"] else [f"{kind} of"]
    return [form for tail in tails for form in (f"{base}, {tail}", f"{base} ({tail})")]


def comma_places(text: str) -> tuple[str, ...]:
    """What stands before each comma of a name, folded."""
    parts = text.split(",")
    return tuple(key(",".join(parts[:i])) for i in range(1, len(parts)))
