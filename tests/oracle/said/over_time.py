"""What is said of numbers over time: of each text, of groups, and of their best."""

from __future__ import annotations

from tests.oracle.record import Text
from tests.oracle.reported import told
from tests.oracle.said.sentences import AT, NAMES, Ask, Reader, listing, same
from tests.oracle.said.sentences import at as _at

BODY = rf"(?P<body>{'|'.join(NAMES.values())})"
OF_BODY = r"(?P<at>(?:, as tabled(?: in its revised form)?)?)"
columns, column_notes = Reader(), Reader()


def _head(ask: Ask, body: str, at: str) -> None:
    same(body, NAMES[ask.body])
    _at(ask, at.replace(", ", " "))


def numbers(ask: Ask, apart: bool) -> list[tuple[Text, int]]:
    """Texts of which the number is known exactly: those from which sponsors had withdrawn by then, or the others."""
    back = ask.more["withdrawals"] if ask.stage == "final" else ()
    known = [(text, told(ask, text)) for text in ask.texts]
    return [(t, n.least) for t, n in known if n.exact and (t.symbol in back) == apart]


def _but(ask: Ask, but: str | None) -> None:
    fewer = listing(f"{number} in {text.year}" for text, number in numbers(ask, True))
    same(but or "", fewer)


BUT = r"(?:, but (?P<but>.+) after withdrawals)?"


@columns.form(rf"{BODY}{OF_BODY}, (?P<first>\d+)–(?P<last>\d+): (?P<span>.+?) sponsors where the number is known{BUT}")
def range_of_numbers(ask, body, at, first, last, span, but):
    _head(ask, body, at)
    usual = numbers(ask, False)
    same((int(first), int(last)), (usual[0][0].year, usual[-1][0].year))
    low, high = min(n for _, n in usual), max(n for _, n in usual)
    same(span, f"{low} to {high}" if low < high else str(high))
    _but(ask, but)


@columns.form(
    rf"{BODY}{OF_BODY}: (?P<n>\d+) sponsors? of the (?P<year>\d+) text(?P<only>, the only one whose number is known "
    rf"exactly)?{BUT}"
)
def one_number(ask, body, at, n, year, only, but):
    _head(ask, body, at)
    same([(text.year, number) for text, number in numbers(ask, False)], [(int(year), int(n))])
    _but(ask, but)
    if only:
        same(len(numbers(ask, False)) + len(numbers(ask, True)), 1)


@columns.form(rf"{BODY}{OF_BODY}: (?P<said>.+), after withdrawals")
def only_after_withdrawals(ask, body, at, said):
    _head(ask, body, at)
    same(numbers(ask, False), [])
    same(said, listing(f"{number} sponsors in {text.year}" for text, number in numbers(ask, True)))


@columns.form(rf"{BODY}{OF_BODY}: at least (?P<n>\d+) sponsors? in (?P<year>\d+)")
def only_bounds(ask, body, at, n, year):
    _head(ask, body, at)
    known = {text.year: told(ask, text).least for text in ask.texts if told(ask, text).least is not None}
    assert not numbers(ask, False) + numbers(ask, True)
    same((int(n), known[int(year)]), (max(known.values()), int(n)))


@columns.form(
    rf"{BODY}{OF_BODY}: the number of sponsors is not known for (?P<which>the \d+ text|either of the two texts|"
    r"any of the \d+ texts)"
)
def no_number(ask, body, at, which):
    _head(ask, body, at)
    assert all(told(ask, text).least is None for text in ask.texts)
    n = len(ask.texts)
    words = {1: f"the {ask.texts[0].year} text", 2: "either of the two texts"}
    same(which, words.get(n, f"any of the {n} texts"))


def years_of(texts: list[Text]) -> str:
    return listing(str(year) for year in dict.fromkeys(text.year for text in texts))


@column_notes.form(
    r"Hatched outline: number reported, final list not held \((?P<years>.+?)\)(?:; in (?P<early>.+) the number at "
    r"adoption, when others could still join)?\."
)
def reported_only(ask, years, early):
    only = [text for text in ask.texts if told(ask, text).how == "count only"]
    same((years, early or ""), (years_of(only), years_of([t for t in only if told(ask, t).moment == "at adoption"])))


@column_notes.form(r"Dashed top: the list has a gap, so at least that many \((?P<years>.+)\)\.")
def gaps(ask, years):
    same(years, years_of([text for text in ask.texts if told(ask, text).how == "gap"]))


@column_notes.form(r"Hatched colour: only part of the list could be read \((?P<years>.+)\)\.")
def parts(ask, years):
    same(years, years_of([text for text in ask.texts if told(ask, text).how == "partial"]))


@column_notes.form(rf"No list{AT} and no number is held for (?P<years>.+)\.")
def nothing_held(ask, at, years):
    _at(ask, at)
    same(years, years_of([text for text in ask.texts if told(ask, text).least is None]))
