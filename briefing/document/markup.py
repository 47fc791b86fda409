"""The user's own words: the marks of simple Markdown are understood, and never shown as signs in what leaves.

Headings (#), points (-, *, +), bold (**), italic (*, _) and code (`) are read; a link or a picture leaves its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADING, POINT, PARAGRAPH = "heading", "point", "paragraph"
_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
_POINT = re.compile(r"[-*+•]\s+(.*)")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_INLINE = re.compile(
    r"\\([\\`*_#\[\]()+.!~>-])"  # an escaped sign is that sign
    r"|`([^`]+)`"
    r"|\*\*\*(?=\S)(.+?)(?<=\S)\*\*\*"
    r"|\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)"
    r"|\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\*)|(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)"
)


@dataclass(frozen=True)
class Run:
    """A piece of a line in one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Line:
    """A line as it is set: `kind` is HEADING, POINT or PARAGRAPH."""

    kind: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words without any mark."""
        return "".join(run.text for run in self.runs)

    @property
    def typed(self) -> str:
        """Its words where only plain text can stand: a point with a typed bullet."""
        return f"• {self.text}" if self.kind == POINT else self.text


def own(text: str) -> tuple[Line, ...]:
    """The lines of the user's own text that say something."""
    made = (_line(line.strip()) for line in text.split("\n") if line.strip() and not _RULE.fullmatch(line))
    return tuple(line for line in made if line.text.strip())


def computed(text: str) -> Line:
    """A sentence of ours: "- " makes it a point, nothing else in it is a mark."""
    return Line(POINT if text.startswith("- ") else PARAGRAPH, (Run(text.removeprefix("- ")),))


def _line(line: str) -> Line:
    for pattern, kind in ((_HEADING, HEADING), (_POINT, POINT)):
        if found := pattern.fullmatch(line):
            return Line(kind, tuple(_runs(_LINK.sub(r"\1", found[1]), kind == HEADING, False)))
    return Line(PARAGRAPH, tuple(_runs(_LINK.sub(r"\1", line.removeprefix("> ")), False, False)))


def _runs(text: str, bold: bool, italic: bool) -> Iterator[Run]:
    at = 0
    for found in _INLINE.finditer(text):
        if found.start() > at:
            yield Run(text[at : found.start()], bold, italic)
        sign, code, both, strong, strong_too, slanted, slanted_too = found.groups()
        if sign or code:
            yield Run(sign or code, bold, italic)
        else:
            thick, thin = strong or strong_too or both, slanted or slanted_too or both
            yield from _runs(thick or thin, bold or bool(thick), italic or bool(thin))
        at = found.end()
    if at < len(text):
        yield Run(text[at:], bold, italic)
