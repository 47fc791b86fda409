"""What is said of groups over time: their share, how far support reached beyond the largest, and their best."""

from __future__ import annotations

from tests.oracle.record import State, Text
from tests.oracle.said.over_time import BODY, years_of
from tests.oracle.said.sentences import AT, NAMES, SPELLED, Ask, Reader, same
from tests.oracle.said.sentences import at as _at
from tests.oracle.said.texts import SHORT
from tests.oracle.totals import countable

shares, share_notes, breadth, best, best_notes = Reader(), Reader(), Reader(), Reader(), Reader()

PART = r"(?P<{0}>\d+ %|under 1 %|over 99 %|all|none|no)(?: of)?(?: the)? (?P<of_{0}>.+?)(?: States| members?)?"
OF_TEXT = rf"the (?P<body>.+?)'s? (?P<year>\d+) text{AT}"


@shares.form(rf"From {PART.format('high')} to {PART.format('low')}: who sponsored {OF_TEXT}")
def spread(ask, high, of_high, low, of_low, body, year, at):
    _at(ask, at)
    same(body, NAMES[ask.body])
    whole = [text for text in ask.texts if countable(ask.record, text, ask.stage) == "complete"]
    same(int(year), whole[-1].year)
    rates = {group: _share(ask, whole[-1], states) for group, states in ask.more["groups"](ask, whole[-1]).items()}
    for said, of, true in ((high, of_high, max(rates.values())), (low, of_low, min(rates.values()))):
        same((said, rates[of]), (_percent(true, said), true))


def _share(ask: Ask, text: Text, states: list[State]) -> float:
    return len(ask.named(text, states)) / len(states)


def _percent(share: float, said: str) -> str:
    if share in (0, 1):
        return {"all": "all", "none": "none", "no": "no"}[said] if (said == "all") == bool(share) else "?"
    return "under 1 %" if share < 0.005 else "over 99 %" if share >= 0.995 else f"{100 * share:.0f} %"


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


@share_notes.form(r"Hollow, with a thin line up to the most that is possible: list with a gap \((?P<years>.+)\)\.")
def hollow(ask, years):
    gapped = [text for text in ask.texts if countable(ask.record, text, ask.stage) == "suspected gap"]
    same(years, years_of(gapped))


@share_notes.form(r"No share can be told, and no line is drawn across, for (?P<years>.+)\.")
def dark(ask, years):
    same(years, years_of([text for text in ask.texts if not countable(ask.record, text, ask.stage)]))


def _by_group(ask: Ask, text: Text) -> dict[str, int]:
    groups = ask.more["groups"](ask, text)
    return {group: len(ask.named(text, states)) for group, states in groups.items()}


@breadth.form(
    r"(?P<share>(?:under |over )?\d+\s%) of the (?P<who>sponsors of|names held for) "
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
    same(who, "sponsors of" if countable(ask.record, usable[-1], ask.stage) == "complete" else "names held for")
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


def texts_that_tell(ask: Ask) -> list[Text]:
    return [text for text in ask.texts if countable(ask.record, text, ask.stage)]


@best.form(
    r"The (?P<group>.+) is (?P<most>up to )?(?P<n>\d+) sponsors? short of its best on the lists held of (?P<first>\d+) "
    rf"to (?P<last>\d+){AT}, {BODY}: (?P<top>\d+) in (?P<year>\d+)"
)
def short_of_best(ask, group, most, n, first, last, at, body, top, year):
    _at(ask, at)
    same(body, NAMES[ask.body])
    usable = texts_that_tell(ask)
    same((int(first), int(last)), (usable[0].year, usable[-1].year))
    numbers = {text: _by_group(ask, text) for text in usable}
    highs = {name: max(one[name] for one in numbers.values()) for name in SHORT.values()}
    same((int(top), int(n)), (highs[SHORT[group]], highs[SHORT[group]] - numbers[usable[-1]][SHORT[group]]))
    same(int(n), max(highs[name] - numbers[usable[-1]][name] for name in SHORT.values()))
    assert int(top) in [one[SHORT[group]] for text, one in numbers.items() if text.year == int(year)]
    states = ask.more["groups"](ask, usable[-1])[SHORT[group]]
    same(bool(most), bool(ask.dark(usable[-1], states)))


@best.form(rf"Every group is at its own best on the latest text of the (?P<body>.+?) whose list{AT} allows it")
def all_at_best(ask, body, at):
    _at(ask, at)
    same(body, NAMES[ask.body])
    numbers = [_by_group(ask, text) for text in texts_that_tell(ask)]
    assert len(numbers) > 1
    assert all(numbers[-1][group] == max(one[group] for one in numbers) for group in SHORT.values())


@best.form(
    rf"How far each group is from its own best cannot be told{AT}: in this period only the (?P<body>.+?)'s? "
    r"(?P<year>\d+) text has a list that allows it"
)
def one_text(ask, at, body, year):
    _at(ask, at)
    same((body, [int(year)]), (NAMES[ask.body], [text.year for text in texts_that_tell(ask)]))


@best_notes.form(r"Hollow: the latest list has a gap; a thin line reaches to the most that is possible\.")
def hollow_best(ask):
    same(countable(ask.record, texts_that_tell(ask)[-1], ask.stage), "suspected gap")


@best_notes.form(rf"{BODY}: no list{AT} that allows it is held for (?P<years>.+); a group's best may have been there\.")
def best_may_hide(ask, body, at, years):
    _at(ask, at)
    same(body, NAMES[ask.body])
    same(years, years_of([text for text in ask.texts if not countable(ask.record, text, ask.stage)]))
