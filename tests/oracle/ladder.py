"""The word for where a State stands in a body, and what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.oracle.cells import cell, open_, verdict
from tests.oracle.record import Record, State, Text


@dataclass(frozen=True)
class Rung:
    """`made`: texts of which it is known, earliest first, with whether it sponsored; `dark`: texts not known."""

    made: tuple[tuple[Text, bool], ...]
    dark: tuple[Text, ...]

    @property
    def sponsored(self) -> list[Text]:
        return [text for text, yes in self.made if yes]

    @property
    def missed(self) -> list[Text]:
        return [text for text, yes in self.made if not yes]

    @property
    def latest_known(self) -> Text | None:
        return self.made[-1][0] if self.made else None

    @property
    def word(self) -> str:
        yes = [made for _, made in self.made]
        known, named = len(yes), sum(yes)
        if known < 3:
            return "Too little known"
        if named == 0:
            return "Never"
        if yes[-1] and named * 10 >= known * 8:
            return "Core"
        if yes[-1] and named * 2 >= known:
            return "Regular"
        if yes[-1] and named == 1:
            return "New"
        if yes[-1]:
            return "Recent" if yes[-2] else "Returned"
        return "Once" if named == 1 else "Lapsed"

    @property
    def words(self) -> str:
        """The word, with the year to which it holds where a later text is not known."""
        later = [text for text in self.dark if self.made and (text.day, text.symbol) > _place(self.made[-1][0])]
        if self.word == "Too little known" or not later:
            return self.word
        return f"{self.word} to {self.made[-1][0].year}; {later[-1].year} not known"


def _place(text: Text) -> tuple[str, str]:
    return text.day, text.symbol


def rung(record: Record, body: str, state: State, stage: str = "final", since: int = 0, until: int = 9999) -> Rung:
    """Where a State stands in a body at a stage, on the texts of a period."""
    said = [(t, cell(record, t, state, stage)) for t in record.of(body) if since <= t.year <= until]
    known = [(text, verdict(value, stage)) for text, value in said]
    return Rung(
        tuple((text, yes) for text, yes in known if yes is not None),
        tuple(text for text, value in said if open_(value, stage)),
    )


def named_anywhere(record: Record, body: str, state: State, before: Text | None = None) -> list[Text]:
    """The texts of a body, before one of them or all, of which a list of whatever stage names the State."""
    return [
        text
        for text in record.of(body)
        if (before is None or _place(text) < _place(before))
        and any(state.iso3 in one.names for one in record.lists.get(text.symbol, ()))
    ]
