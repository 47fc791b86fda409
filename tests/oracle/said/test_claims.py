"""The claim of 2008, the founders and the bodies side by side: every number and every word against the second
reading."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from charts import catalog
from tests.oracle.cells import body_stage, cell
from tests.oracle.ladder import rung
from tests.oracle.record import read
from tests.oracle.reported import claims, told
from tests.oracle.said.sentences import AT_STAGE, NAMES, Ask, listing, same
from tests.oracle.said.states import latest_whole
from tests.oracle.sweep import BODIES

SOURCES = Path(__file__).resolve().parents[3] / "data" / "sources"


@pytest.fixture(scope="module")
def second():
    return read(SOURCES)


def ask_of(second, body, since=0, until=9999) -> Ask:
    stage = body_stage(second, body)
    return Ask(second, body, stage, since=since, until=until, more={"claims": claims(SOURCES)})


@pytest.mark.parametrize(("body", "name", "until"), [("GA", "Assembly", 2007), ("CHR", "Commission as tabled", 2005)])
def test_the_claim_and_what_it_does_not_say(record, second, body, name, until):
    chart = catalog.build("claim", record)
    ask = ask_of(second, body, 2000, until)
    numbers = [(text.year, told(ask, text)) for text in ask.texts]
    first, last = numbers[0], numbers[-1]
    assert f"{name} {first[1].text} ({first[0]}) to {last[1].text} ({last[0]})" in chart.title
    assert "is true" in chart.title
    assert last[1].least > first[1].least
    fell = [(y, n) for (_, before), (y, n) in pairwise(numbers) if n.exact and n.least < before.least]
    assert f"{name}: not every text had more than the one before: fewer in " in chart.note
    said = re.search(rf"{name}: .+? fewer in (.+?); (\d+) had (.+?) already\.", chart.note)
    same(said[1], listing(f"{year} ({number.text})" for year, number in fell))
    year, peak = max(numbers, key=lambda one: one[1].least)
    same((int(said[2]), said[3]), (year, peak.text))


def test_the_longer_line(record, second):
    ask = ask_of(second, "GA")
    numbers = {text: told(ask, text) for text in ask.texts}
    whole = {text: number.least for text, number in numbers.items() if number.how == "complete"}
    peak = max(whole, key=whole.get)
    first = ask.texts[0]
    open_ = listing(str(text.year) for text, number in numbers.items() if number.how != "complete")
    assert catalog.build("claim", record).note.split("\n")[2] == (
        f"The longer line, General Assembly: {numbers[first].text} in {first.year}, {whole[peak]} in {peak.year}, the "
        f"most on the {len(whole)} whole lists held; not whole: {open_}."
    )
    assert list(whole.values()).count(whole[peak]) == 1


@pytest.mark.parametrize(
    ("symbol", "did"),
    [
        ("CHR 2000/61", "tabled the resolution that created the mandate in 2000"),
        ("A/RES/53/144", "sponsored the Declaration in 1998"),
    ],
)
def test_the_founders_and_where_they_stand(record, second, symbol, did):
    text = second.text(symbol)
    stage = body_stage(second, text.body)
    founders = [state for state in second.states.values() if cell(second, text, state, stage) == "sponsor"]
    today = latest_whole(ask_of(second, "GA"))
    made = {s.iso3: dict(rung(second, "GA", s).made).get(today) for s in founders}
    on, off, open_ = (sum(value is kind for value in made.values()) for kind in (True, False, None))
    # Where the list leaves a State open there may have been more.
    dark = any(cell(second, text, state, stage) == "unknown" for state in second.states.values())
    who = f"known to have {did}" if dark else f"that {did}"
    assert catalog.build("founders", record, text=symbol).title == (
        f"Of the {len(founders)} States {who}, {on} sponsored the Assembly text of {today.year} and {off} did not"
        f"; of {open_} it is not known"
    )


@pytest.mark.parametrize("bodies", [("GA",), ("CHR",), ("HRC",), ("GA", "CHR"), ("GA", "HRC"), BODIES])
@pytest.mark.parametrize(("since", "until"), [(1998, 2026), (1998, 2005), (2008, 2014), (2010, 2012), (2021, 2026)])
def test_the_latest_known_of_each_body(record, second, bodies, since, until):
    asks = [ask for ask in (ask_of(second, body, since, until) for body in bodies) if ask.texts]
    if not asks:
        return
    parts = []
    for ask in asks:
        known = [(text, told(ask, text)) for text in ask.texts if told(ask, text).text]
        if known:
            text, number = known[-1]
            moment = " at adoption" if number.moment == "at adoption" else AT_STAGE[ask.stage]
            words = number.text.removesuffix(" at adoption")
            noun = "sponsor" if number.least == 1 else "sponsors"
            parts.append(f"{words} {noun}{moment} in the {NAMES[ask.body]} in {text.year}")
    chart = catalog.build("counts", record, bodies=",".join(ask.body for ask in asks), years=f"{since}-{until}")
    none = "The number of sponsors is not known for any text in this period"
    assert chart.title == (f"Latest known: {'; '.join(parts)}" if parts else none)
