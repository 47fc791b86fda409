"""Makes text readable for the layouts: repairs letters, joins what a line break cut, finds page furniture.

The result is what spans point into. Page headers and numbers stay in the text, so that a person can compare it
with the document; `mask` blanks them out, letter for letter, for those who read lists."""

import re
from collections import Counter

import ftfy

from data.reading.text.regions import blank_regions
from data.reading.text.symbols import SYMBOL

_CUT_WORD = re.compile(r"(?<=[a-zà-öø-ÿ])-[ \t]*\n[ \t]*(?=[a-zà-öø-ÿ])")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_OTHER_SPACE = re.compile(r"[^\S \t\n\f]")
_WIDE = re.compile(r"(?:[^\S\n\f]|\u00c2[^\S\n\f]){40,}")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n\f]*\n){4,}")
# What may be encoded twice has two letters side by side that are not ASCII, or one and a space; the rest are ligatures,
# combining marks and letters of other widths.
_DAMAGED = re.compile(r"[^\x00-\x7f]{2}|[\xc2\xc3] |[\x80-\x9f\u0300-\u036f\ud800-\udfff\ufb00-\uffff]")
_LONG_LINE = 1000
_PART = re.compile(r".{1,800}(?:[ \t]|\Z)|.{1,800}")
_JOB = r"(?:GE\.)?\d{2}-\d{4,6}\s*(?:\(\w\))?(?:\s*\d{6})*"
_FURNITURE = re.compile(
    rf"^[ \t]*(?:{SYMBOL}(?:[ \t]+{SYMBOL}){{0,4}}|{_JOB}(?:[ \t]+\d+(?:/\d+)?)?|\d+(?:/\d+)?(?:[ \t]+{_JOB})?|"
    rf"\*?\d{{7}}\*?|[Pp]age[ \t]+\d+(?:[ \t]+of[ \t]+\d+)?|[-–—_=*]{{3,200}}|-[ \t]*\d+[ \t]*-|"
    rf"(?:ENGLISH|English|FRENCH|Français|SPANISH|Español)|/?(?:\.\.\.|…)|\(continued\)|/…[ \t]*\(continued\)|"
    rf"{SYMBOL}[ \t]+[Pp]age[ \t]+\d+|\d+/\d+[ \t]+{SYMBOL}|{SYMBOL}[ \t]+\d+/\d+|"
    rf"(?:[AES]|GA/SHC)(?:/[A-Z0-9][\w.()-]*)+\*{{0,2}}(?:[ \t]+\d+)?|"
    # What a browser prints above and below every page.
    rf"\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}},?[ \t]+\d{{1,2}}:\d{{2}}\b[^\n,]{{0,120}}|"
    rf"(?:https?|file)://\S+(?:[ \t]+\d+/\d+)?|"
    rf"(?:\d+[ \t]+)?[IVX]+\.[ \t]+Resolutions adopted on the reports? of the \w+ Committee(?:[ \t]+\d+)?|"
    rf"(?:\d+[ \t]+)?General Assembly[ \t]*[-–—]+[ \t]*[A-Z][a-z]+(?:-[a-z]+)? [Ss]ession(?:[ \t]+\d+)?)[ \t]*$",
    re.MULTILINE,
)

_MOST_REPEATED = 100


def normalise(text: str) -> tuple[str, list[str]]:
    """Text with its letters repaired and cut words joined, and notes on what was repaired."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    text = text.replace("\f", "\n\f\n").replace("&nbsp;", " ")
    text = _shorten(_CONTROL.sub("", text))
    lines = [_repaired(line) for line in text.split("\n")]
    notes = ["Letters that had been encoded twice were repaired."] if any(twice for _, twice in lines) else []
    repaired = _OTHER_SPACE.sub(" ", _INVISIBLE.sub("", "\n".join(line for line, _ in lines)))
    return _thin(_CUT_WORD.sub("", _shorten(repaired))), notes


def _shorten(text: str) -> str:
    """Long stretches of nothing say nothing, and cost those who search through them."""
    return _BLANK_LINES.sub("\n\n\n\n", _WIDE.sub(" " * 20, text))


def _repaired(line: str) -> tuple[str, bool]:
    """A line with its letters repaired, and whether some had been encoded twice. Long lines are repaired in parts, as
    the time for one grows with the square of its length."""
    if not _DAMAGED.search(line):
        return line, False
    if len(line) > _LONG_LINE:
        parts = [_repaired(m[0]) for m in _PART.finditer(line)]
        return "".join(part for part, _ in parts), any(twice for _, twice in parts)
    once = ftfy.fix_encoding(line)
    whole = ftfy.fix_text(once, uncurl_quotes=False, fix_latin_ligatures=True, unescape_html=False, normalization="NFC")
    return whole, once != line


def _thin(text: str) -> str:
    """Without what goes on and on: page numbers, headers or one line over and over, more than _MOST_REPEATED times.
    Blanked out, they would be long stretches of nothing (see above)."""
    kept: list[str] = []
    last, run = "", 0
    for line in text.split("\n"):
        plain = line.strip()
        furniture = not plain or bool(_FURNITURE.fullmatch(line))
        run = run + 1 if furniture or plain == last else 0
        last = last if furniture else plain
        if run <= _MOST_REPEATED:
            kept.append(line)
    return "\n".join(kept)


def mask(text: str) -> str:
    """The text with page headers, footers, page numbers and labels of regions blanked out; same length, same places."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    masked = _FURNITURE.sub(blank, text)
    for line in _running_heads(masked):
        masked = re.sub(rf"(?m)^[ \t]*{re.escape(line)}[ \t]*$", blank, masked)
    return blank_regions(masked.replace("\f", "\n"))


def _running_heads(text: str) -> list[str]:
    """Lines that stand first or last on at least three pages, and at least half of them."""
    pages = text.split("\f")
    if len(pages) < 3:
        return []
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        # A line that ends in a comma belongs to a list, however often it comes back.
        seen.update({line for line in lines[:2] + lines[-2:] if not line.endswith(",") and len(line) < 120})
    return [line for line, count in seen.items() if count >= max(3, len(pages) / 2)]
