"""How does the United Nations call this State in English, French and Spanish, inside a sentence?

The names are those of UN terminology (UNTERM, read in the table `unterm_names.csv` of the public data package
"country-codes", then brought up to date for Türkiye and the Kingdom of the Netherlands), not those of everyday
dictionaries: "Belarús", "République de Moldova", "Papua Nueva Guinea". Articles and contractions are written
out in state_names.csv, so that anybody can correct one by hand; a test checks each against the rules of grammar.

Columns of state_names.csv: iso3; en, fr, es = the name in lists; *_article, *_gender (m, f), *_number (s, p) =
empty where the name takes no article; *_the = inside a sentence; *_of = after "de"; *_full = the form for an
address, with its article, where it is longer than *_the (empty = the same)."""

import csv
from functools import cache
from pathlib import Path

LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish"}
TABLE = Path(__file__).resolve().parent / "state_names.csv"
# Before these a French "de" or "le" loses its vowel. Of the UN's names that stand without an article and begin
# with an h there is one, Haïti, whose h is mute; Hongrie and Honduras keep their article (aspirated h).
_ELIDES = "aàâeéèêiîïoôuûhAÀÂEÉÈÊIÎÏOÔUÛH"


@cache
def _table() -> dict[str, dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {row["iso3"]: row for row in csv.DictReader(lines)}


def _row(iso3: str, language: str) -> dict[str, str]:
    if language not in LANGUAGES:
        raise ValueError(f"No language {language!r}; there are {', '.join(LANGUAGES)}.")
    row = _table().get(iso3)
    if row is None:
        raise KeyError(f"No State or observer has the code {iso3!r}.")
    return row


def codes() -> list[str]:
    """The ISO alpha-3 codes that have names: 193 Members, PSE and VAT."""
    return list(_table())


def name(iso3: str, language: str) -> str:
    """The name as in a list: "Netherlands (Kingdom of the)". Raises KeyError (State), ValueError (language)."""
    return _row(iso3, language)[language]


def the(iso3: str, language: str) -> str:
    """The name as subject of a sentence, with its article if it has one: "the Gambia", "la France", "Cuba"."""
    return _row(iso3, language)[f"{language}_the"]


def of(iso3: str, language: str) -> str:
    """The name after "of": "of Kenya", "du Kenya", "d'Haïti", "del Ecuador", "de El Salvador"."""
    row = _row(iso3, language)
    return f"of {row['en_the']}" if language == "en" else row[f"{language}_of"]


def full_of(iso3: str, language: str) -> str:
    """The form for an address after "of": "of the United Kingdom of Great Britain and Northern Ireland"."""
    row = _row(iso3, language)
    long = row[f"{language}_full"]
    return with_of(long, language) if long else of(iso3, language)


def with_of(text: str, language: str) -> str:
    """A name that bears its article, put after "of", "de" or "de" with the contractions of the language. French: le ->
    du, les -> des, no article before a vowel or a mute h -> d'. Spanish: el -> del, but not the El of El Salvador,
    which belongs to the name and is written with a capital."""
    if language == "en":
        return f"of {text}"
    if language == "es":
        return f"del {text[3:]}" if text.startswith("el ") else f"de {text}"
    if text.startswith("le "):
        return f"du {text[3:]}"
    if text.startswith("les "):
        return f"des {text[4:]}"
    if text.startswith(("la ", "l'")):
        return f"de {text}"
    return f"d'{text}" if text[0] in _ELIDES else f"de {text}"


def with_to(text: str, language: str) -> str:
    """A name or noun with its article, put after "to", "à" or "a": "au Saint-Siège", "al Estado de Palestina"."""
    if language == "en":
        return f"to {text}"
    if language == "es":
        return f"al {text[3:]}" if text.startswith("el ") else f"a {text}"
    if text.startswith("le "):
        return f"au {text[3:]}"
    return f"aux {text[4:]}" if text.startswith("les ") else f"à {text}"
