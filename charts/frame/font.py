"""The one family of the product: how wide its signs are, and its files inside a document.

The files lie in static/fonts (see the note there). Widths are the sums of the advances in them: a browser moves some
pairs closer together and none apart, so a text is never wider than was measured."""

import base64
import io
import logging
import re
from functools import lru_cache
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from files.paths import STATIC_FONTS
from files.whole import in_memory

FAMILY = "Source Sans 3"
FONT = f"'{FAMILY}', 'Source Sans Pro', Calibri, Arial, sans-serif"
"""What a figure or a page asks for. The others stand in where a file is taken apart: the nearest in width first."""
PANOSE = "020B0503030403020204"
"""By which Office finds a like family where ours is not installed."""
ELSEWHERE = {False: 1.28, True: 1.35}
"""How much wider DejaVu is, plain and bold: the widest that stands in where an Office file names a family in vain."""
WEIGHTS = {400: "Regular", 600: "Semibold", 700: "Bold"}
STYLE = "svg text{text-rendering:geometricPrecision;font-variant-ligatures:none}"
"""Without it a browser moves the letters of small text to whole pixels, and a PDF loses the letters of a ligature."""
_ASCII = frozenset(map(chr, range(32, 127)))
_UNKNOWN_SIGN = 1000
"""A sign that the family lacks counts as a wide one (per 1,000 em), so that an error makes a line short, not cut."""

logging.getLogger("fontTools.subset").setLevel(logging.WARNING)


@lru_cache
def advances(bold: bool) -> dict[int, int]:
    """Code point -> advance width in thousandths of the size."""
    font = TTFont(_path(700 if bold else 400), lazy=True)
    widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
    return {code: round(widths[name][0] * 1000 / em) for code, name in font.getBestCmap().items()}


@lru_cache(maxsize=20_000)
def units(text: str, bold: bool) -> int:
    """Width of one line of `text` in thousandths of its size."""
    known = advances(bold)
    return sum(known.get(ord(sign), _UNKNOWN_SIGN) for sign in text)


def faces(text: str = "") -> str:
    """CSS that brings the family with it, so that nothing is fetched: with the signs of `text` (which may be JSON) and
    of ASCII, or, without a text, whole."""
    escaped = {chr(int(code, 16)) for code in re.findall(r"\\u([0-9a-f]{4})", text)}
    signs = frozenset(text) | escaped | _ASCII if text else frozenset()
    return STYLE + "".join(
        f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{_part(weight, signs)})}}"
        for weight in WEIGHTS
    )


def _path(weight: int) -> Path:
    return STATIC_FONTS / f"SourceSans3-{WEIGHTS[weight]}.woff2"


def _saved(font: TTFont, flavor: str | None) -> bytes:
    font.flavor = flavor
    return in_memory(font.save)


@lru_cache
def unpacked(weight: int) -> bytes:
    """The TrueType file of one weight out of its woff2, which takes half a second."""
    return _saved(TTFont(_path(weight)), None)


@lru_cache(maxsize=60)
def _part(weight: int, signs: frozenset[str]) -> str:
    """The file of one weight in base64, with so many signs or, where none are given, as it is."""
    if not signs:
        return base64.b64encode(_path(weight).read_bytes()).decode()
    font = TTFont(io.BytesIO(unpacked(weight)), lazy=True)
    part = Subsetter(Options(layout_features=["kern"]))
    part.populate(unicodes=[ord(sign) for sign in signs])
    part.subset(font)
    return base64.b64encode(_saved(font, "woff2")).decode()
