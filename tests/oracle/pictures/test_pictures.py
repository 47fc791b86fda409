"""The heads over the regional blocks, the tiles, the legend and the table of each assembly, held to the record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from charts import catalog
from tests.oracle.cells import body_stage
from tests.oracle.pictures import pictures
from tests.oracle.pictures.drawn import hold, shown
from tests.oracle.record import read
from tests.oracle.said.sentences import AT_STAGE, Ask, same
from tests.oracle.sweep import pairs, periods, series, texts

SOURCES = Path(__file__).resolve().parents[3] / "data" / "sources"


@pytest.fixture(scope="module")
def second():
    return read(SOURCES)


def test_who_sponsored_each_text(record, second):
    for ask in texts(second):
        chart = catalog.build("assembly-status", record, text=ask.text.symbol, stage=ask.stage)
        hold(chart, pictures.status(ask), AT_STAGE[ask.stage].strip())


def test_what_changed_between_two_texts(record, second):
    for n, ask in enumerate(pairs(second)):
        if n % 4:
            continue
        chart = catalog.build("assembly-change", record, text=ask.text.symbol, since=ask.before.symbol, stage=ask.stage)
        hold(chart, pictures.changed(ask), draw=n % 12 == 0)


def test_how_often_each_state_sponsored(record, second):
    for n, ask in enumerate([*series(second), *periods(second, 9)]):
        chart = asked("assembly-times", record, ask)
        tiles, times = pictures.how_often(ask)
        hold(chart, tiles, "on the lists that tell", draw=n % 5 == 0)
        for code, label in shown(chart).items():
            if times[code]:
                low, high = {"once": (1, 1)}.get(label) or [int(n) for n in re.findall(r"\d+", label) * 2][:2]
                assert low <= times[code] <= high, (code, label)


def asked(name: str, record, ask: Ask):
    years = f"{ask.since}-{ask.until}" if ask.since else ""
    return catalog.build(name, record, body=ask.body, stage=ask.stage, years=years)


def test_where_each_state_stands(record, second):
    for ask in series(second):
        hold(asked("assembly-ladder", record, ask), *pictures.stands(ask))


@pytest.mark.parametrize("body", ["GA", "HRC"])
@pytest.mark.parametrize("symbol", list(pictures.DEEDS))
def test_the_founders(record, second, symbol, body):
    text = second.text(symbol)
    today = Ask(second, body, body_stage(second, body))
    tiles = pictures.founders(second, text, body_stage(second, text.body), today)
    chart = catalog.build("founders", record, text=symbol, body=body)
    hold(chart, tiles, "stand", "none")
    labels, last = pictures.by_label(tiles), pictures.latest_whole(today)
    did = pictures.DEEDS[symbol]
    number = {
        end: len(labels.get(f"{did}; {end}", ()))
        for end in (f"sponsor in {last.year}", f"not a sponsor in {last.year}", f"{last.year} not known")
    }
    on, off, dark = number.values()
    known = f"known to have {did}" if labels.get(f"not known whether it {did}") else f"that {did}"
    where = {"GA": "Assembly", "HRC": "Council"}[body]
    title = f"Of the {on + off + dark} States {known} in {text.year}, {on} sponsored the {where} text of {last.year} "
    same(chart.title, f"{title}and {off} did not{f'; of {dark} it is not known' if dark else ''}")
