"""How wide is a piece of text, and where does it break?

A figure cannot ask the browser, so widths come from a table of advance widths of the Helvetica metrics
(per 1,000 em), which Liberation Sans and Arial share by design. An accented letter counts as its base
letter; a sign that is not in the table counts as a wide letter, so an error makes a line short, not clipped.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_REGULAR = {
    191: "'",
    222: "ijl’‘",
    260: "|",
    278: " !,./:;I[\\]ft·",
    333: "()-`r“”",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyz↑↓",
    549: "≥≤",
    556: "#$0123456789?L_abdeghnopqu–",
    584: "+<=>~×",
    604: "○●◆◇■□",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…←→",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl’‘·",
    280: "|",
    333: "!()-:;[]`ft",
    350: "•",
    389: "*r{}",
    400: "°",
    474: '"',
    500: "z“”↑↓",
    549: "≥≤",
    556: "#$0123456789J_aceksvxy–",
    584: "+<=>^~×",
    604: "○●◆◇■□",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
    1000: "—…←→",
}
_WIDTHS = {
    bold: {sign: units for units, signs in table.items() for sign in signs}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}
_UNKNOWN_SIGN = 800
LINE = 1.3
"""Distance of two lines of a label in Plotly, in font sizes."""


def width(text: str, size: float, bold: bool = False) -> float:
    """Width in pixels of one line of `text` at `size` pixels."""
    return _units(text, bold) * size / 1000


@lru_cache(maxsize=20_000)
def _units(text: str, bold: bool) -> int:
    table = _WIDTHS[bold]
    signs = unicodedata.normalize("NFD", text)
    return sum(table.get(sign, _UNKNOWN_SIGN) for sign in signs if not unicodedata.combining(sign))


def wrap(text: str, size: float, limit: float, bold: bool = False) -> list[str]:
    """Lines of `text`, none wider than `limit` pixels; a single longer word is cut into pieces.

    A line break in `text` is kept. Empty text gives no line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            for piece in _pieces(word, size, limit, bold):
                joined = f"{line} {piece}" if line else piece
                if line and width(joined, size, bold) > limit:
                    lines.append(line)
                    line = piece
                else:
                    line = joined
        if line:
            lines.append(line)
    return lines


def balance(text: str, size: float, limit: float, bold: bool = False) -> list[str]:
    """As `wrap`, with lines of about one length: no single word is left alone on the last line."""
    lines = wrap(text, size, limit, bold)
    best = lines
    narrower = limit * 0.98
    while len(lines) > 1 and narrower > limit * 0.4:
        tried = wrap(text, size, narrower, bold)
        if len(tried) > len(lines):
            break
        best, narrower = tried, narrower - limit * 0.02
    return best


def _pieces(word: str, size: float, limit: float, bold: bool) -> list[str]:
    """The word itself, or, where it is wider than the limit, parts that fit (symbols break after a slash)."""
    if width(word, size, bold) <= limit:
        return [word]
    parts, part = [], ""
    for sign in word:
        if part and width(part + sign, size, bold) > limit:
            cut = part.rfind("/") + 1 or part.rfind("-") + 1 or len(part)
            parts.append(part[:cut])
            part = part[cut:]
        part += sign
    return [*parts, part]


def block(lines: list[str]) -> str:
    """Lines as one Plotly label. The text is escaped: a name can never become markup."""
    return "<br>".join(escape(line) for line in lines)


def escape(text: str) -> str:
    """`text` with the three signs that Plotly would read as markup written as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def height(lines: list[str] | int, size: float) -> float:
    """Height in pixels of that many lines at `size`."""
    count = lines if isinstance(lines, int) else len(lines)
    return count * size * LINE
