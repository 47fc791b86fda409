"""How wide is a piece of text, and where does it break? A figure cannot ask the browser, so the font file is asked."""

from functools import lru_cache

from charts.frame.font import units

LINE = 1.3
"""Distance of two lines of a label in Plotly, in font sizes."""


def width(text: str, size: float, bold: bool = False) -> float:
    """Width in pixels of one line of `text` at `size` pixels."""
    return units(text, bold) * size / 1000


def wrap(text: str, size: float, limit: float, bold: bool = False) -> list[str]:
    """Lines of `text`, none wider than `limit` pixels; a single longer word is cut into pieces. A line break in `text`
    is kept, and a space that does not break. Empty text gives no line."""
    return list(_wrapped(text, size, limit, bold))


@lru_cache(maxsize=2_000)  # a sheet asks for the same lines whenever it measures its room
def _wrapped(text: str, size: float, limit: float, bold: bool) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in filter(None, paragraph.split(" ")):
            for piece in _pieces(word, size, limit, bold):
                joined = f"{line} {piece}" if line else piece
                if line and width(joined, size, bold) > limit:
                    lines.append(line)
                    line = piece
                else:
                    line = joined
        if line:
            lines.append(line)
    return tuple(lines)


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
