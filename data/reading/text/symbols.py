"""UN document symbols: finding them, reducing a draft's revisions to one root, guessing the day of a session."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

SYMBOL = (
    r"(?:A/C\.\d/\d+/L\.\d+|A/HRC/(?:S-)?\d+/L\.\d+|E/CN\.4/(?:S-\d+/|\d{4}/)L\.\d+|A/HRC/RES/(?:S-)?\d+/\d+|"
    r"A/RES/\d+/\d+|A/HRC/\d+/\d+|A/\d+/L\.\d+|A/\d+/\d+|E/\d{4}/L\.\d+|E/\d{4}/\d+|E/CN\.4/RES/\d{4}/\d+|E/CN\.4/\d{4}/\d+)"
    r"(?:/(?:Rev|Add|Corr)\.\d+)*"
)
FIND = re.compile(SYMBOL)
DRAFT = re.compile(
    r"(?:A/C\.\d/\d+/L\.\d+|A/HRC/(?:S-)?\d+/L\.\d+|E/CN\.4/(?:S-\d+/|\d{4}/)L\.\d+|A/\d+/L\.\d+|"
    r"E/\d{4}/L\.\d+)(?:/(?:Rev|Add|Corr)\.\d+)*"
)
_TAIL = re.compile(r"(?:/(?:Rev|Add|Corr)\.\d+)+$")
_ADDENDUM = re.compile(r"/Add\.\d+")
_MONTHS = tuple(
    {month: number for number, month in enumerate(names.split(), start=1)}
    for names in (
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
)
MONTHS = tuple(month for names in _MONTHS for month in names)
"""The names of the months in English, French and Spanish, in small letters."""
_DATE = re.compile(r"\b(\d{1,2})(?:er|º)?\s+(?:de\s+)?([A-Za-zéûü]{3,10})\s+(?:de\s+)?(\d{4})\b")


def tidy(symbol: str) -> str:
    """A symbol without spaces and in its usual capitals: "A/C.3/78/L. 30 /Rev.1" -> "A/C.3/78/L.30/Rev.1"."""
    return re.sub(r"\s+", "", symbol).rstrip(".,;:)")


@lru_cache(maxsize=20_000)
def root(symbol: str) -> str:
    """The draft that a revision, an addendum or a corrigendum belongs to."""
    return _TAIL.sub("", tidy(symbol))


def is_revision(symbol: str) -> bool:
    """Whether the symbol is of a revised text."""
    return "/Rev." in symbol


def is_addendum(symbol: str) -> bool:
    """Whether the symbol is of an addendum (which for drafts names further sponsors)."""
    return bool(_ADDENDUM.search(symbol))


def first(text: str) -> str:
    """The symbol that a document carries: the first draft symbol near its head, else the first of any kind."""
    head = text[:3000]
    found = DRAFT.search(head) or FIND.search(head)
    return found[0] if found else ""


def resolution_of(symbol: str, resolutions: Iterable[Mapping[str, str]]) -> str:
    """The resolution of the record that a symbol belongs to, or "" where none or more than one does."""
    wanted = root(symbol)
    if not wanted:
        return ""
    hits = {
        row["resolution"]
        for row in resolutions
        if wanted in (row["resolution"], root(row["draft_symbol"]))
        or wanted == f"E/CN.4/RES/{row['resolution'].removeprefix('CHR ')}"
    }
    return hits.pop() if len(hits) == 1 else ""


def day_of(symbol: str) -> date | None:
    """A day in the session that a symbol belongs to, for telling old names of States from new ones. General Assembly:
    15 November of the year the session opened (session 1 opened in 1946). Commission: 15 April of the year in the
    symbol. Council: from session 7 (2008) on, three regular sessions a year."""
    if match := re.match(r"A/(?:C\.\d/|RES/)?(\d+)/", symbol):
        return date(1945 + int(match[1]), 11, 15) if 1 <= int(match[1]) <= 150 else None
    if match := re.match(r"E/CN\.4/(?:RES/)?(\d{4})/", symbol) or re.match(r"CHR (\d{4})/", symbol):
        return date(int(match[1]), 4, 15) if 1946 <= int(match[1]) <= 2006 else None
    if match := re.match(r"A/HRC/(?:RES/)?(\d+)/", symbol):
        session = int(match[1])
        if 1 <= session <= 300:
            return date(2008 + (session - 7) // 3, 3 + 3 * ((session - 7) % 3), 15)
    return None


def find_date(text: str) -> str:
    """The first date in English, French or Spanish as 2023-10-30, or ""."""
    for match in _DATE.finditer(text):
        for months in _MONTHS:
            if match[2].lower() in months:
                try:
                    return date(int(match[3]), months[match[2].lower()], int(match[1])).isoformat()
                except ValueError:
                    break
    return ""
