"""What a title says a document is: a draft, a revised one, an amendment to one, or something else."""

import re

from data.words import ORAL, TABLED, TABLED_REVISED

_QUALIFIED = (
    r"\W*(?:(?:\[?(?:\d+(?:st|nd|rd|th)\s+)?(?:further\s+)?revised\]?|proposed|draft|oral|further|additional|second|new|"
    r"projet\s+d['’]|proyecto\s+de)\s*)*"
)
_AMENDMENT = re.compile(
    rf"{_QUALIFIED}(?:(?:sub-?)?amendments?|amendements?|sous-amendements?|(?:sub)?enmiendas?)\b", re.IGNORECASE
)
_DRAFT = re.compile(
    rf"{_QUALIFIED}(?:(?:resolution|decision|declaration|text|proposal|statement)\b|projet\s+de\s+(?:résolution|décision)|"
    r"proyecto\s+de\s+(?:resolución|decisión))",
    re.IGNORECASE,
)
_IS_DRAFT = re.compile(r"\b(?:draft|projet|proyecto)\b", re.IGNORECASE)
_REVISED = re.compile(r"\brevised\b|\brévisée?\b|\brevisad[oa]\b", re.IGNORECASE)
_ORAL = re.compile(r"\bas\s+(?:further\s+)?orally\s+(?:revised|amended|corrected)", re.IGNORECASE)
_PART = re.compile(r"\s*:\s+|\s+:\s*|\s*/\s*$")
_OTHER = re.compile(
    r"\b(?:statement|note|letters?|reports?|implications|agenda|programme\s+of\s+work|working\s+paper)\b", re.IGNORECASE
)


def kind_of(title: str) -> str:
    """ "amendment", "draft", "other" or "" (not told), by the last part of a catalogue's title that tells. "Rights of
    the child : revised draft resolution : addendum /" is a draft, "… : amendment to draft resolution A/C.3/78/L.51 /"
    an amendment, "Amendments to the Statute : draft resolution /" a draft."""
    parts = [part for part in _PART.split(title) if part.strip(" /")]
    for part in reversed(parts):
        if _AMENDMENT.match(part) and (part is not parts[0] or " to " in part):
            return "amendment"
        if _DRAFT.match(part) and _IS_DRAFT.search(part):
            return "draft"
    return "other" if parts and _OTHER.search(parts[-1]) else ""


def stage_of_title(title: str) -> str:
    """ "oral" or "tabled revised" where the title says so, else "tabled"."""
    told = " : ".join(part for part in _PART.split(title) if _IS_DRAFT.search(part))
    return ORAL if _ORAL.search(told) else TABLED_REVISED if _REVISED.search(told) else TABLED
