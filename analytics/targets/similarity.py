"""Which States have the most similar record of sponsoring, and where these stand now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from data.words import KNOWN_AT_THE_END

NEAREST, MOST, LEAST, OVERLAP = 5, 12, 0.5, 3

# What a State sponsored, and on which texts its record is known (sponsor or not_sponsor).
Known = tuple[frozenset[str], frozenset[str]]


def known_record(values: Mapping[str, str], texts: Iterable[str]) -> Known:
    """A State's record on some texts, from its cells by resolution."""
    known = frozenset(text for text in texts if values.get(text) in KNOWN_AT_THE_END)
    return frozenset(text for text in known if values[text] == "sponsor"), known


def similarity(one: Known, other: Known) -> tuple[float, int]:
    """The Jaccard index (Jaccard 1901) of two records: texts that both sponsored, of those that either did.

    Only texts on which both are known count, so that a gap makes nobody alike. Returns the index (0 to 1; 0
    where neither sponsored any) and how many texts were compared.
    """
    shared = one[1] & other[1]
    either = (one[0] | other[0]) & shared
    return (len(one[0] & other[0] & shared) / len(either) if either else 0.0), len(shared)


def nearest(records: Mapping[str, Known], iso3: str) -> list[tuple[str, float, int]]:
    """The States most like `iso3`: (ISO code, index, texts compared), most similar first, then by code.

    The NEAREST with an index of at least LEAST over at least OVERLAP texts. Of equals none is chosen by
    its name: where the last place is shared, all that share it are in, or, if that would make more than
    MOST, none of them (unless nobody is more similar). [] for a State that sponsored nothing: it is like
    all others that did not. records: by State.
    """
    mine = records[iso3]
    if not mine[0]:
        return []
    found = []
    for other, theirs in records.items():
        index, compared = similarity(mine, theirs) if other != iso3 else (0.0, 0)
        if index >= LEAST and compared >= OVERLAP:
            found.append((other, index, compared))
    found.sort(key=lambda item: (-item[1], item[0]))
    if len(found) <= NEAREST:
        return found
    last = found[NEAREST - 1][1]
    together = [item for item in found if item[1] >= last]
    closer = [item for item in found if item[1] > last]
    return closer if closer and len(together) > MOST else together
