"""Reads sentences back: each must have a form that is known here, and what the form says is held against the record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tests.oracle.cells import cell, open_, standing
from tests.oracle.record import Record, State, Text

NAMES = {"GA": "General Assembly", "CHR": "Commission on Human Rights", "HRC": "Human Rights Council"}
AT_STAGE = {"final": "", "tabled": " as tabled", "tabled revised": " as tabled in its revised form"}
AT_ANY = r"(?: as tabled(?: in its revised form)?)?"
AT = rf"(?P<at>{AT_ANY})"
SPELLED = ("no", "one", "two", "three", "four", "five")


@dataclass(frozen=True)
class Ask:
    """What a sentence answers. `since`, `until`: first and last year; `before`: the text compared with."""

    record: Record
    body: str
    stage: str = "final"
    text: Text | None = None
    before: Text | None = None
    state: State | None = None
    since: int = 0
    until: int = 9999
    more: dict = field(default_factory=dict)

    @property
    def texts(self) -> list[Text]:
        return [text for text in self.record.of(self.body) if self.since <= text.year <= self.until]

    def value(self, text: Text, state: State) -> str:
        return cell(self.record, text, state, self.stage)

    def members(self, text: Text) -> list[State]:
        """Members on the day of a text."""
        return [state for state in self.record.states.values() if standing(state, text) == "member"]

    def named(self, text: Text, among: Iterable[State]) -> list[State]:
        return [state for state in among if self.value(text, state) == "sponsor"]

    def dark(self, text: Text, among: Iterable[State]) -> list[State]:
        return [state for state in among if open_(self.value(text, state), self.stage)]


class Reader:
    """The forms of sentences. A form is a pattern and a check, which asserts what its parts say of an Ask."""

    def __init__(self) -> None:
        self.forms: list[tuple[re.Pattern[str], Callable]] = []

    def form(self, pattern: str) -> Callable:
        def keep(check: Callable) -> Callable:
            self.forms.append((re.compile(pattern), check))
            return check

        return keep

    def false(self, sentence: str, ask: Ask) -> str:
        """Why a sentence is not true of the record; "" where it is. A sentence of no known form is not true."""
        for pattern, check in self.forms:
            found = pattern.fullmatch(sentence)
            if found is None:
                continue
            try:
                check(ask, **found.groupdict())
            except AssertionError as error:
                return f"{sentence!r} ({_asked(ask)}): {str(error).splitlines()[0] if str(error) else check.__name__}"
            return ""
        return f"{sentence!r} ({_asked(ask)}): nothing here reads this form"


def _asked(ask: Ask) -> str:
    parts = [ask.body, ask.stage, *(text.symbol for text in (ask.text, ask.before) if text)]
    parts += [ask.state.iso3] if ask.state else []
    return ", ".join([*parts, *([f"{ask.since}-{ask.until}"] if ask.since else [])])


def number(text: str) -> int:
    return int(text.replace(",", ""))


def same(said: object, true: object) -> None:
    assert said == true, f"says {said!r}, is {true!r}"


def at(ask: Ask, words: str) -> None:
    """The stage is said where it is not the final one, and only there."""
    same(words, AT_STAGE[ask.stage])


def listed(text: str) -> list[str]:
    """The items of "A, B and C"; no item holds " and " but those of names, which the caller puts together."""
    head, _, last = text.rpartition(" and ")
    return [*head.split(", "), last] if head else [last]


def listing(items: Iterable[str]) -> str:
    items = list(items)
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


def nothing_false(why: Iterable[str]) -> None:
    """Fails with the sentences that are not true, and why."""
    found = [reason for reason in why if reason]
    assert not found, f"{len(found)} sentences are not true:\n" + "\n".join(found[:40])
