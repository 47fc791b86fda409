"""Makes text readable for the layouts: repairs letters, joins what a line break cut, finds page furniture.

The result is what spans point into. Page headers and numbers stay in the text, so that a person can compare it
with the document; `mask` blanks them out, letter for letter, for those who read lists.
"""

from __future__ import annotations

import re
from collections import Counter

import ftfy

from data.importers.symbols import SYMBOL

_CUT_WORD = re.compile(r"(?<=[a-zà-öø-ÿ])-[ \t]*\n[ \t]*(?=[a-zà-öø-ÿ])")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
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
    notes = []
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    text = text.replace("\f", "\n\f\n")
    text = text.replace("&nbsp;", " ")
    # Long stretches of nothing say nothing, and cost those who search through them.
    text = re.sub(r"[ \t]{40,}", " " * 20, text)
    text = re.sub(r"\n(?:[ \t]*\n){4,}", "\n\n\n\n", text)
    repaired = ftfy.fix_encoding(text)
    if repaired != text:
        notes.append("Letters that had been encoded twice were repaired.")
    repaired = ftfy.fix_text(
        repaired, uncurl_quotes=False, fix_latin_ligatures=True, unescape_html=False, normalization="NFC"
    )
    repaired = _INVISIBLE.sub("", repaired).replace("\u00a0", " ").replace("\u202f", " ")
    return _thin(_CUT_WORD.sub("", repaired)), notes


def _thin(text: str) -> str:
    """Without what goes on and on: page numbers, headers or one line over and over, more than _MOST_REPEATED times.

    Blanked out, they would be long stretches of nothing (see above).
    """
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
    """The text with page headers, footers and page numbers blanked out; same length, same places."""

    def blank(match: re.Match) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    masked = _FURNITURE.sub(blank, text)
    for line in _running_heads(masked):
        masked = re.sub(rf"(?m)^[ \t]*{re.escape(line)}[ \t]*$", blank, masked)
    return masked.replace("\f", "\n")


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
