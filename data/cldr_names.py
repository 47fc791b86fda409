"""Names of States in the Unicode CLDR (through Babel)."""

from babel import Locale
from babel.core import get_global

# CLDR names that are no name of the State itself.
_LEFT_OUT = {"PS"}


def cldr_names(codes: set[str]) -> list[tuple[str, str]]:
    """Names from the Unicode CLDR in English, French and Spanish, for these alpha-3 codes."""
    aliases = get_global("territory_aliases")
    pairs = []
    for iso3 in sorted(codes):
        alpha2 = aliases[iso3][0]
        if alpha2 not in _LEFT_OUT:
            pairs += [(Locale(language).territories[alpha2], iso3) for language in ("en", "fr", "es")]
    return pairs
