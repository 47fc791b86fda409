"""What is said of States over several texts: how often, where they stand, all of them or one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tests.oracle.cells import took_back
from tests.oracle.ladder import Rung, rung
from tests.oracle.record import State, Text
from tests.oracle.said.sentences import AT, AT_STAGE, NAMES, Ask, Reader, listing, number, same
from tests.oracle.said.sentences import at as _at
from tests.oracle.said.texts import FULL
from tests.oracle.totals import countable

times, ladder, matrix, notes = Reader(), Reader(), Reader(), Reader()


def members(ask: Ask) -> list[State]:
    """Members on the day of the latest text asked about."""
    return ask.members(ask.texts[-1])


def rungs(ask: Ask, whole: bool = False) -> dict[str, Rung]:
    span = (0, 9999) if whole else (ask.since, ask.until)
    return {s.iso3: rung(ask.record, ask.body, s, ask.stage, *span) for s in ask.record.states.values()}


def _members(ask: Ask, whole: bool = False) -> list[Rung]:
    every = rungs(ask, whole)
    return [every[state.iso3] for state in members(ask)]


@times.form(
    rf"(?P<least>At least )?(?P<n>\d+) States? ha(?:s|ve) sponsored at least once{AT}(?:, (?P<always>\d+) every time "
    r"that is known)?(?:; (?P<none>\d+) (?:is|are) on none of the lists that tell)?"
)
def how_often(ask, least, n, at, always, none):
    _at(ask, at)
    mine = _members(ask)
    once = [one for one in mine if one.sponsored]
    same((int(n), bool(least)), (len(once), any(one.dark for one in mine if not one.sponsored)))
    every = [one for one in once if not one.missed and len(one.made) >= 3]
    same(int(always or 0), len(every))
    same(int(none or 0), sum(bool(one.made) and not one.sponsored for one in mine))


@times.form(rf"Who sponsored the texts of the (?P<body>.+?){AT} is not known State by State")
def nobody(ask, body, at):
    _at(ask, at)
    same(body, NAMES[ask.body])
    assert not any(one.made for one in _members(ask))


@notes.form(r"Of each State (?:(?P<low>\d+) to )?(?P<high>\d+) texts? can be told; texts without a list, .+ left out\.")
def can_be_told(ask, low, high):
    known = [len(one.made) for one in _members(ask, ask.more.get("whole", False))]
    same((int(low or high), int(high)), (min(known), max(known)))


@notes.form(rf"No list of sponsors{AT} is held of these texts\.")
def no_list(ask, at):
    _at(ask, at)
    assert not any(one.made for one in _members(ask))


@notes.form(r"Observers, outside the Member States: (?P<names>.+) ha(?:s|ve) sponsored too\.")
def observers(ask, names):
    every, there = rungs(ask), {state.iso3 for state in members(ask)}
    made = [s for s in ask.record.states.values() if s.iso3 not in there and every[s.iso3].sponsored]
    same(names, listing(FULL.get(state.name, state.name) for state in sorted(made, key=lambda s: s.name)))


def latest_whole(ask: Ask) -> Text | None:
    whole = [text for text in ask.record.of(ask.body) if countable(ask.record, text, ask.stage)]
    return whole[-1] if whole else None


def words(ask: Ask) -> tuple[Counter, int, int]:
    """How many Members each word holds of today; of how many it holds only to an earlier text than the latest that
    tells; of how many too little is known."""
    latest, held, stale, little = latest_whole(ask), Counter(), 0, 0
    for one in _members(ask, whole=True):
        if one.word == "Too little known":
            little += 1
        elif latest and not any((t.day, t.symbol) >= (latest.day, latest.symbol) for t, _ in one.made):
            stale += 1
        else:
            held[one.word] += 1
    return held, stale, little


@ladder.form(
    r"(?:As of the latest list that tells \((?P<year>\d+)\): )?"
    r"(?:(?P<core>\d+) States? (?:is a core sponsor|are core sponsors))?(?:, | and )?"
    r"(?:(?P<lapsed>\d+)(?: States?)? ha(?:s|ve) lapsed)?(?:, | and )?"
    r"(?:(?P<never>\d+)(?: States?)? sponsored none that is known)?"
)
def who_stands_where(ask, year, core, lapsed, never):
    held, _, _ = words(ask)
    same(int(year), latest_whole(ask).year)
    same([int(n or 0) for n in (core, lapsed, never)], [held[word] for word in ("Core", "Lapsed", "Never")])


@ladder.form(r"Where States stand in the (?P<body>.+)")
def nothing_to_say(ask, body):
    same(body, NAMES[ask.body])
    held, _, _ = words(ask)
    assert not any(held[word] for word in ("Core", "Lapsed", "Never"))


@notes.form(r"Too little is known of (?P<n>\d+) States?\.")
def too_little(ask, n):
    same(int(n), words(ask)[2])


@notes.form(r"Of (?P<n>\d+) States? it is not known whether they sponsored in (?P<year>\d+): hatched\.")
def open_since(ask, n, year):
    same((int(n), int(year)), (words(ask)[1], latest_whole(ask).year))


@matrix.form(
    rf"Of (?P<of>\d+) States?, (?P<always>\d+) sponsored every text known for (?:it|them){AT}(?:, (?P<none>\d+) none)?"
    r"(?:; nothing is known of (?P<dark>\d+))?"
)
def of_all(ask, of, always, at, none, dark):
    _at(ask, at)
    mine = _members(ask)
    same((int(of), int(always)), (len(mine), sum(bool(one.made) and not one.missed for one in mine)))
    if none:
        same(int(none), sum(bool(one.made) and not one.sponsored for one in mine))
    same(int(dark or 0), sum(not one.made and bool(one.dark) for one in mine))


@matrix.form(rf"Who sponsored th(?:is|ese) texts?{AT} is not known State by State")
def none_in_matrix(ask, at):
    _at(ask, at)
    assert not any(one.made for one in _members(ask))


@matrix.form(r"Not known: (?P<n>[\d,]+) of (?P<of>[\d,]+) cells(?:, among them all of (?P<texts>\d+) texts?)?\.")
def cells_not_known(ask, n, of, texts):
    every = list(ask.record.states.values())
    dark = {text: len(ask.dark(text, every)) for text in ask.texts}
    asked = {text: sum(ask.value(text, state) != "not_member" for state in every) for text in ask.texts}
    same((number(n), number(of)), (sum(dark.values()), sum(asked.values())))
    same(int(texts or 0), sum(dark[text] == asked[text] for text in ask.texts))


def timeline(sentence: str, asks: list[Ask], name: str) -> None:
    """The title of a State's timeline: in each body what it sponsored of the texts that are known, and when last."""
    parts, last = [], []
    for ask in asks:
        mine = rung(ask.record, ask.body, ask.state, ask.stage, ask.since, ask.until)
        if mine.made:
            stage = " as tabled" if ask.stage == "tabled" else ""
            noun = "" if parts else " known text" if len(mine.made) == 1 else " known texts"
            parts.append(f"{len(mine.sponsored)} of {len(mine.made)}{noun} in the {NAMES[ask.body]}{stage}")
        last += [(text.day, text, ask) for text in ask.texts if ask.value(text, ask.state) == "sponsor"]
    if not parts:
        same(sentence, f"{name}: its record is not known for this period")
        return
    expected = f"{name} sponsored {listing(parts)}"
    if last:
        day, text, where = max(last, key=lambda found: found[0])
        later = any(t.day > day and ask.dark(t, [ask.state]) for ask in asks for t in ask.texts)
        body = f"in the {NAMES[where.body]} " if len(parts) > 1 else ""
        expected += f"; last{' known' if later else ''} {body}in {text.year}"
    same(sentence, expected)


def aloud(sentences: Sequence[str], asks: list[Ask], name: str) -> None:
    """The two sentences on a State: each clause is read, and what it says of years and numbers held against the cells
    and the recorded votes; and nothing that these tell is left out."""
    york, geneva = sentences
    commission, _, council = geneva.removesuffix(".").partition("; in the Human Rights Council")
    said = {"GA": york.removesuffix("."), "CHR": commission, "HRC": f"In the Human Rights Council{council}"}
    for ask in asks:
        who = name if ask.body == "GA" else "it"
        _aloud(said[ask.body], ask, who)


def _aloud(sentence: str, ask: Ask, who: str) -> None:
    mine = rung(ask.record, ask.body, ask.state, ask.stage)
    before, *clauses = sentence.split("; ")
    at = AT_STAGE[ask.stage].strip()
    where = f"In the {NAMES[ask.body]}"
    there = [text for text in ask.texts if ask.value(text, ask.state) != "not_member"]
    if not there or not mine.made:
        none = f"{who} was not yet a Member State at any text" if not there else f"nothing is known of {who}"
        same(sentence, f"{where} {none}")
        return
    stage = f", {at}," if at else ""
    said = before.removeprefix(f"{where}{stage} {who} co-sponsored ")
    assert said != before, f"{before!r} begins otherwise"
    number = len(mine.sponsored)
    if found := re.fullmatch(r"none of the (?P<of>\d+) texts known|not the one text known", said):
        same((number, int(found["of"] or 1)), (0, len(mine.made)))
    elif found := re.fullmatch(r"(?P<n>once|twice|\d+ times), in (?P<years>.+)", said):
        same(_often(found["n"]), number)
        same(found["years"], _in_years(mine.sponsored))
    else:
        found = re.fullmatch(
            r"(?P<n>\d+) times on (?P<of>\d+) texts known, last(?P<known> known)? in (?P<year>\d+)", said
        )
        assert found, f"no form of {said!r} is known"
        last = mine.sponsored[-1]
        same((int(found["n"]), int(found["of"]), int(found["year"])), (number, len(mine.made), last.year))
        same(bool(found["known"]), any(text.day > last.day for text in mine.dark))
    gone = [text for text in there if ask.value(text, ask.state) == "not_sponsor"]
    told = {"withdrew": [text for text in gone if took_back(ask.record, text, ask.state.iso3)]}
    final = [v for v in ask.more["votes"].get(ask.state.iso3, []) if v.final and v.text in there and v.meant]
    told["voted against"] = [v.text for v in final if v.yes_to_it is False]
    told["abstained"] = [v.text for v in final if v.yes_to_it is None]
    told["voted in favour without sponsoring"] = [v.text for v in final if v.yes_to_it and v.text in mine.missed]
    expected = [f"it {words} in {_in_years(texts)}" for words, texts in told.items() if texts]
    if dark := mine.dark:
        years = [text.year for text in dark]
        which = _in_years(dark) if len(dark) < 4 and len(set(years)) == len(years) else f"{len(dark)} texts"
        expected.append(f"{which} {'is' if len(dark) == 1 else 'are'} not known")
    same(clauses, expected)


def _often(words: str) -> int:
    return {"once": 1, "twice": 2}.get(words) or int(words.removesuffix(" times"))


def _in_years(texts: Iterable[Text]) -> str:
    return listing(map(str, sorted({text.year for text in texts})))
