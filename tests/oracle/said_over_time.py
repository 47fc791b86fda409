"""What is said of numbers over time: of each text, of groups, and of their best."""

from __future__ import annotations

from tests.oracle.reading import AT, NAMES, SPELLED, Ask, Reader, listing, same
from tests.oracle.reading import at as _at
from tests.oracle.record import State, Text
from tests.oracle.reported import told
from tests.oracle.said_of_texts import SHORT
from tests.oracle.totals import countable

BODY = rf"(?P<body>{'|'.join(NAMES.values())})"
OF_BODY = r"(?P<at>(?:, as tabled(?: in its revised form)?)?)"
columns, column_notes = Reader(), Reader()
shares, share_notes, breadth, best, best_notes = Reader(), Reader(), Reader(), Reader(), Reader()


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


@columns.form(
    rf"{BODY}{OF_BODY}, (?P<first>\d+)–(?P<last>\d+): (?P<span>.+?) sponsors where the number is known{BUT}"
)
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


def _years(texts: list[Text]) -> str:
    return listing(str(year) for year in dict.fromkeys(text.year for text in texts))


@column_notes.form(
    r"Hatched outline: number reported, final list not held \((?P<years>.+?)\)(?:; in (?P<early>.+) the number at "
    r"adoption, when others could still join)?\."
)
def reported_only(ask, years, early):
    only = [text for text in ask.texts if told(ask, text).how == "count only"]
    same(
        (years, early or ""),
        (_years(only), _years([t for t in only if told(ask, t).moment == "at adoption"])),
    )


@column_notes.form(r"Dashed top: the list has a gap, so at least that many \((?P<years>.+)\)\.")
def gaps(ask, years):
    same(years, _years([text for text in ask.texts if told(ask, text).how == "gap"]))


@column_notes.form(r"Hatched colour: only part of the list could be read \((?P<years>.+)\)\.")
def parts(ask, years):
    same(years, _years([text for text in ask.texts if told(ask, text).how == "partial"]))


@column_notes.form(rf"No list{AT} and no number is held for (?P<years>.+)\.")
def nothing_held(ask, at, years):
    _at(ask, at)
    same(years, _years([text for text in ask.texts if told(ask, text).least is None]))


PART = r"(?P<{0}>\d+%|under 1%|over 99%|all|none|no)(?: of)?(?: the)? (?P<of_{0}>.+?)(?: States| members?)?"
OF_TEXT = rf"the (?P<body>.+?)'s? (?P<year>\d+) text{AT}"


@shares.form(rf"From {PART.format('high')} to {PART.format('low')}: who sponsored {OF_TEXT}")
def spread(ask, high, of_high, low, of_low, body, year, at):
    _at(ask, at)
    same(body, NAMES[ask.body])
    whole = [text for text in ask.texts if countable(ask.record, text, ask.stage) == "complete"]
    same(int(year), whole[-1].year)
    rates = {
        group: _share(ask, whole[-1], states) for group, states in ask.more["groups"](ask, whole[-1]).items()
    }
    for said, of, true in ((high, of_high, max(rates.values())), (low, of_low, min(rates.values()))):
        same((said, rates[of]), (_percent(true, said), true))


def _share(ask: Ask, text: Text, states: list[State]) -> float:
    return len(ask.named(text, states)) / len(states)


def _percent(share: float, said: str) -> str:
    if share in (0, 1):
        return {"all": "all", "none": "none", "no": "no"}[said] if (said == "all") == bool(share) else "?"
    return "under 1%" if share < 0.005 else "over 99%" if share >= 0.995 else f"{100 * share:.0f}%"


@shares.form(rf"How far support reached in each group is not known{AT} for this period")
def no_share(ask, at):
    _at(ask, at)
    assert not any(countable(ask.record, text, ask.stage) for text in ask.texts)


@shares.form(rf"(?P<group>.+): at least (?P<n>\d+) of (?P<of>\d+) States? sponsored{AT} in (?P<year>\d+)")
def a_gapped_share(ask, group, n, of, at, year):
    _at(ask, at)
    gapped = [text for text in ask.texts if countable(ask.record, text, ask.stage)]
    assert not any(countable(ask.record, text, ask.stage) == "complete" for text in gapped)
    same(int(year), gapped[-1].year)
    groups = ask.more["groups"](ask, gapped[-1])
    same((int(n), int(of)), (len(ask.named(gapped[-1], groups[group])), len(groups[group])))
    same(_share(ask, gapped[-1], groups[group]), max(_share(ask, gapped[-1], s) for s in groups.values()))


@share_notes.form(
    r"Hollow, with a thin line up to the most that is possible: list with a gap \((?P<years>.+)\)\."
)
def hollow(ask, years):
    gapped = [text for text in ask.texts if countable(ask.record, text, ask.stage) == "suspected gap"]
    same(years, _years(gapped))


@share_notes.form(r"No share can be told, and no line is drawn across, for (?P<years>.+)\.")
def dark(ask, years):
    same(years, _years([text for text in ask.texts if not countable(ask.record, text, ask.stage)]))


def _by_group(ask: Ask, text: Text) -> dict[str, int]:
    groups = ask.more["groups"](ask, text)
    return {group: len(ask.named(text, states)) for group, states in groups.items()}


@breadth.form(
    r"(?P<share>\S+(?: \d+%)?) of the (?P<who>sponsors of|names held for) "
    + OF_TEXT
    + r" are from outside the "
    r"largest group; (?P<n>\w+) groups? took part"
)
def outside(ask, share, who, body, year, at, n):
    _at(ask, at)
    same(body, NAMES[ask.body])
    usable = [text for text in ask.texts if countable(ask.record, text, ask.stage)]
    same(int(year), usable[-1].year)
    numbers = _by_group(ask, usable[-1])
    same(
        who, "sponsors of" if countable(ask.record, usable[-1], ask.stage) == "complete" else "names held for"
    )
    total = sum(numbers.values())
    same(share, _percent((total - max(numbers.values())) / total, share))
    same(n, SPELLED[sum(number > 0 for number in numbers.values())])


@breadth.form(rf"It is not known for this period how cross-regional support was{AT}")
def no_breadth(ask, at):
    _at(ask, at)
    assert not any(countable(ask.record, text, ask.stage) for text in ask.texts)


@breadth.form(r"(?P<n>\d+) texts? without a list that allows it: left out\.")
def left_out(ask, n):
    same(int(n), sum(not countable(ask.record, text, ask.stage) for text in ask.texts))


@breadth.form(r"Hollow: list with a gap; a group that does not show there may have taken part\.")
def hollow_breadth(ask):
    assert "suspected gap" in {countable(ask.record, text, ask.stage) for text in ask.texts}


def _series(ask: Ask) -> list[Text]:
    return [text for text in ask.texts if countable(ask.record, text, ask.stage)]


@best.form(
    r"The (?P<group>.+) is (?P<most>up to )?(?P<n>\d+) sponsors? short of its best on the lists held of (?P<first>\d+) "
    rf"to (?P<last>\d+){AT}, {BODY}: (?P<top>\d+) in (?P<year>\d+)"
)
def short_of_best(ask, group, most, n, first, last, at, body, top, year):
    _at(ask, at)
    same(body, NAMES[ask.body])
    usable = _series(ask)
    same((int(first), int(last)), (usable[0].year, usable[-1].year))
    numbers = {text: _by_group(ask, text) for text in usable}
    highs = {name: max(one[name] for one in numbers.values()) for name in SHORT.values()}
    same((int(top), int(n)), (highs[SHORT[group]], highs[SHORT[group]] - numbers[usable[-1]][SHORT[group]]))
    same(int(n), max(highs[name] - numbers[usable[-1]][name] for name in SHORT.values()))
    assert int(top) in [one[SHORT[group]] for text, one in numbers.items() if text.year == int(year)]
    states = ask.more["groups"](ask, usable[-1])[SHORT[group]]
    same(bool(most), bool(ask.dark(usable[-1], states)))


@best.form(rf"Every group is at its own best on the latest text whose list{AT} allows it")
def all_at_best(ask, at):
    _at(ask, at)
    numbers = [_by_group(ask, text) for text in _series(ask)]
    assert len(numbers) > 1
    assert all(numbers[-1][group] == max(one[group] for one in numbers) for group in SHORT.values())


@best.form(
    rf"How far each group is from its own best cannot be told{AT}: in this period only the (?P<body>.+?)'s? "
    r"(?P<year>\d+) text has a list that allows it"
)
def one_text(ask, at, body, year):
    _at(ask, at)
    same((body, [int(year)]), (NAMES[ask.body], [text.year for text in _series(ask)]))


@best_notes.form(r"Hollow: the latest list has a gap; a thin line reaches to the most that is possible\.")
def hollow_best(ask):
    same(countable(ask.record, _series(ask)[-1], ask.stage), "suspected gap")


@best_notes.form(
    rf"{BODY}: no list{AT} that allows it is held for (?P<years>.+); a group's best may have been there\."
)
def best_may_hide(ask, body, at, years):
    _at(ask, at)
    same(body, NAMES[ask.body])
    same(years, _years([text for text in ask.texts if not countable(ask.record, text, ask.stage)]))
