"""The sentence that opens a page."""

from __future__ import annotations

import re
from collections import Counter

from tests.oracle.cells import best, list_at, standing, took_back
from tests.oracle.ladder import rung
from tests.oracle.reported import told
from tests.oracle.said.over_time import numbers as exact
from tests.oracle.said.sentences import AT, AT_STAGE, NAMES, Ask, Reader, listing, same
from tests.oracle.said.sentences import at as _at
from tests.oracle.said.states import latest_whole

resolution, compare, sources = Reader(), Reader(), Reader()
OBSERVER = r"(?:, (?P<observers>one|\d+) of them an observer)?"
BODY = rf"(?P<body>{'|'.join(NAMES.values())})"


def _observers(ask: Ask, text, observers: str | None) -> None:
    held = best(ask.record, text) if ask.stage == "final" else list_at(ask.record, text, ask.stage)
    there = [s for s in ask.record.states.values() if standing(s, text) == "observer"]
    named = len(ask.named(text, there)) if held and held.stage == ask.stage else 0
    same({None: 0, "one": 1}.get(observers) if observers in (None, "one") else int(observers), named)


@resolution.form(
    r"(?P<symbol>.+), adopted (?P<how>without a vote|by \d+ votes to .+ abstaining): (?P<who>.+?)"
    r"(?:; (?P<back>\d+) States? withdrew)?\."
)
def one_text(ask, symbol, how, who, back):
    same(symbol, ask.text.symbol)
    row = ask.more["resolutions"][symbol]
    voted = "by {yes} votes to {no}, {abstain} abstaining".format(**row)
    same(how, "without a vote" if row["adoption"] == "without a vote" else voted)
    withdrew = sum(took_back(ask.record, ask.text, state.iso3) for state in ask.record.states.values())
    same(int(back or 0), withdrew if ask.stage == "final" else 0)
    number = told(ask, ask.text)
    if none := re.fullmatch(rf"its sponsors{AT} are not known: (?P<why>.+)", who):
        _at(ask, none["at"])
        same((number.text, none["why"]), ("", _held(ask)))
    elif reported := re.fullmatch(r"(?P<n>.+) sponsors were reported, their names are not held at that stage", who):
        same((reported["n"], number.how), (number.text, "count only"))
    else:
        said = re.fullmatch(rf"(?P<n>.+?) sponsors?{AT}{OBSERVER}", who)
        _at(ask, said["at"])
        same(said["n"], number.text)
        _observers(ask, ask.text, said["observers"])


def _held(ask: Ask) -> str:
    held = best(ask.record, ask.text) if ask.stage == "final" else list_at(ask.record, ask.text, ask.stage)
    if held is None:
        return f"no list{AT_STAGE[ask.stage]} is held"
    if held.stage == "statement":
        return "only single names out of statements are held, no list"
    return f"only a list of another stage is held ({AT_STAGE[held.stage].strip()})"


def numbers(sentence: str, asks: list[Ask]) -> None:
    """The known numbers of several bodies."""
    parts = []
    for ask in asks:
        usual, apart = ([n for _, n in exact(ask, back)] for back in (False, True))
        years = [text.year for text, _ in exact(ask, False)]
        fewer = listing(f"{number} in {text.year}" for text, number in exact(ask, True))
        span = f"{min(usual)} to {max(usual)}" if len(set(usual)) > 1 else str(*set(usual))
        span += f" in {years[0]}" if len(usual) == 1 else ""
        said = [span, f"but {fewer} after withdrawals"] if usual and apart else [span or f"{fewer} after withdrawals"]
        at = AT_STAGE[ask.stage].replace(" ", ", ", 1)
        parts.append(f"{NAMES[ask.body]}{at} {', '.join(said) if usual or apart else 'no whole number'}")
    same(sentence, f"Known numbers of sponsors: {'; '.join(parts)}.")


@compare.form(
    rf"(?P<least>At least )?(?P<n>\d+) of (?P<of>\d+) Member States sponsored a text or more{AT} "
    r"\((?P<share>.+) of the record known\)\."
)
def how_many(ask, least, n, of, at, share):
    _at(ask, at)
    members = ask.members(ask.texts[-1])
    made = [s for s in members if any(ask.value(text, s) == "sponsor" for text in ask.texts)]
    dark = sum(len(ask.dark(text, ask.members(text))) for text in ask.texts)
    asked = sum(len(ask.members(text)) for text in ask.texts)
    same((int(n), int(of), bool(least)), (len(made), len(members), bool(dark)))
    known = 1 - dark / asked
    same(share, "under 1 %" if 0 < known < 0.005 else "over 99 %" if 0.995 <= known < 1 else f"{100 * known:.0f} %")


@compare.form(rf"Who sponsored{AT} is not known for any text in view\.")
def nobody_known(ask, at):
    _at(ask, at)
    assert not any(ask.named(text, ask.members(text)) for text in ask.texts)


@sources.form(
    r"Of (?P<all>\d+) texts on defenders, (?P<whole>\d+) have a complete final list of sponsors, (?P<tabled>\d+) the "
    r"draft as tabled alone, (?P<part>\d+) a list with gaps, (?P<names>\d+) single names, and "
    r"(?P<none>\d+) no names: .+"
)
def what_is_held(ask, all, whole, tabled, part, names, none):
    kinds = Counter(map(_kind, (best(ask.record, text) for text in ask.record.texts)))
    said = {"whole": whole, "tabled": tabled, "part": part, "names": names, "none": none}
    same({kind: int(number) for kind, number in said.items()}, {kind: kinds[kind] for kind in said})
    same(int(all), len(ask.record.texts))


def _kind(held) -> str:
    if held is None:
        return "none"
    if held.stage == "statement":
        return "names"
    if held.stage != "final" and held.whole:
        return "tabled"
    return "whole" if held.completeness == "complete" else "part"


def state(sentence: str, asks: list[Ask], name: str) -> None:
    """How many of the known texts a State sponsored in each body."""
    short = {"GA": "General Assembly", "CHR": "Commission", "HRC": "Council"}
    rungs = [(ask, rung(ask.record, ask.body, ask.state, ask.stage)) for ask in asks]
    parts, dark, before = [], [], []
    stages = {AT_STAGE[ask.stage] for ask, mine in rungs if mine.made}
    for ask, mine in rungs:
        if mine.made:
            at = AT_STAGE[ask.stage] if not parts or len(stages) > 1 else ""
            known = f" known text{'s' if len(mine.made) > 1 else ''}" if not parts else ""
            where = f" in the {short[ask.body]}"
            behind = f"{known}{at}{where}" if len(stages) == 1 else f"{known}{where}{at}"
            parts.append(f"{len(mine.sponsored)} of {len(mine.made)}{behind}")
        else:
            (dark if mine.dark else before).append(short[ask.body])
    said = [f"sponsored {listing(parts)}"] if parts else []
    said += [f"nothing is known in the {listing(dark)}"] if dark else []
    said += [f"not yet a Member State at any text of the {listing(before)}"] if before else []
    same(sentence, f"{name}{' ' if parts else ': '}{'; '.join(said)}.")


def overview(sentence: str, asks: list[Ask]) -> None:
    """The latest texts of the General Assembly and the Council."""
    parts = []
    for ask, name in zip(asks, ("General Assembly text", "Council text"), strict=True):
        last = ask.texts[-1]
        number = told(ask, last)
        if number.text:
            words = number.text.removesuffix(" at adoption")
            at = " at adoption" if number.moment == "at adoption" else ""
            parts.append(f"{words[:1].upper()}{words[1:]} sponsors{at} of the latest {name} ({last.year})")
            continue
        whole = latest_whole(ask)
        kind = "last whole list held" if told(ask, whole).how == "complete" else "last list held, which has a gap"
        there = [s for s in ask.record.states.values() if standing(s, whole) == "observer"]
        beside = len(ask.named(whole, there))
        observer = f", {'one' if beside == 1 else beside} of them an observer" if beside else ""
        parts.append(
            f"{name.removesuffix(' text')}: not known for {last.year}, {told(ask, whole).text} sponsors{observer} "
            f"on the {kind} ({whole.year})"
        )
    same(sentence, f"{'; '.join(parts)}.")
