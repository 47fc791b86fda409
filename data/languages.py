"""Languages of work: which of the UN's languages are official in a State, as the Unicode CLDR has it."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd
from babel.core import get_global
from babel.languages import get_official_languages

UN_LANGUAGES = {
    "ar": "Arabic",
    "zh": "Chinese",
    "en": "English",
    "fr": "French",
    "pt": "Portuguese",
    "ru": "Russian",
    "es": "Spanish",
}
"""The six official languages of the United Nations, and Portuguese, in which many missions work."""

_NOT_COUNTED = {("UA", "ru")}
"""CLDR still calls Russian de facto official in Ukraine; since the law on the State language of 2019 it is not."""


def languages(states: pd.DataFrame) -> dict[str, str]:
    """ISO code -> languages such as "English, French"; "" where none of them is official in the State.

    A starting point for a call, from CLDR's official languages: a mission may well work in another.
    """
    alpha2 = _alpha2()
    return {iso3: _of(alpha2.get(iso3, "")) for iso3 in states["iso3"]}


def _of(territory: str) -> str:
    codes = {code.split("_")[0] for code in get_official_languages(territory, regional=False, de_facto=True)}
    counted = [code for code in UN_LANGUAGES if code in codes and (territory, code) not in _NOT_COUNTED]
    return ", ".join(UN_LANGUAGES[code] for code in counted)


@lru_cache(maxsize=1)
def _alpha2() -> dict[str, str]:
    """ISO alpha-3 -> alpha-2 code, from Babel's table of territory aliases."""
    aliases = get_global("territory_aliases")
    return {code: found[0] for code, found in aliases.items() if len(code) == 3 and code.isalpha() and found}
