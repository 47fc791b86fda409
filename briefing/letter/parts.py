"""What a letter is made of: paragraphs of spans, footnotes, and the people who sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefing.letter.claims import LetterFacts


@dataclass(frozen=True)
class Signatory:
    """Who signs: an organisation, with a person and title where given."""

    organisation: str
    name: str = ""
    title: str = ""


@dataclass(frozen=True)
class Dispatch:
    """How a letter goes out: who signs it, to whom by name ("" where not known), on which day (None: today)."""

    signatories: Sequence[Signatory] = ()
    addressee: str = ""
    on: date | None = None


UNSIGNED = Dispatch()
"""A letter of today that nobody signs yet, to nobody by name."""


@dataclass(frozen=True)
class Span:
    """A run of text; `note` > 0: here stands the footnote of that number (then `text` is empty)."""

    text: str
    italic: bool = False
    url: str = ""
    note: int = 0


@dataclass(frozen=True)
class Paragraph:
    """`kind`: date, address, salutation, subject, body, close, signatory."""

    kind: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words alone, without the footnote numbers."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Letter:
    """A letter to one State. `footnotes[i]` is number i + 1; `warnings` are for the sender, not for print."""

    iso3: str
    language: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[tuple[Span, ...], ...]
    facts: LetterFacts
    data_version: str
    warnings: tuple[str, ...]
