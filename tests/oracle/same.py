"""Holds what the product says of a record against the second reading, by value."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING

import pytest

from analytics import grid
from analytics.measures import Measures
from analytics.scope import Scope
from tests.oracle.cells import SERIES, body_stage, cell, offered, open_, standing, verdict
from tests.oracle.changes import change, comparable
from tests.oracle.ladder import rung
from tests.oracle.record import Record
from tests.oracle.totals import groups, total

if TYPE_CHECKING:
    from data import store

BODIES = ("GA", "CHR", "HRC")


def compare_stages(record: store.Record, second: Record) -> None:
    """The stage of each body's series, and those that can be chosen."""
    for body in BODIES:
        mine = record.stages[record.stages["body"] == body]
        assert set(mine["stage"]) == set(offered(second, body)), body
        assert record.series[body] == body_stage(second, body), body


def compare_grid(record: store.Record, second: Record) -> None:
    """Every cell at every stage, and what the State was on the day."""
    said = {
        (row.resolution, row.stage, row.iso3): (row.value, row.status) for row in record.rows("stage_grid").itertuples()
    }
    can = {body: offered(second, body) for body in BODIES}
    expected = {}
    for text in second.texts:
        for stage in {"final", *can[text.body]}:
            for state in second.states.values():
                was = "observer" if standing(state, text) == "observer" else "member"
                expected[text.symbol, stage, state.iso3] = (cell(second, text, state, stage), was)
    wrong = {key: (said.get(key), expected.get(key)) for key in said.keys() | expected.keys()}
    assert {key: pair for key, pair in wrong.items() if pair[0] != pair[1]} == {}
    final = record.rows("stage_grid", stage="final")
    columns = ["resolution", "iso3", "value", "status"]
    assert record.rows("grid")[columns].to_dict("list") == final[columns].to_dict("list")


def compare_cells(record: store.Record, second: Record) -> None:
    """Measures.cells: at the series of each body, and at each stage where that body offers it."""
    can = {body: (offered(second, body), body_stage(second, body)) for body in BODIES}
    for stage in ("", *SERIES):
        table = Measures(record).cells(Scope.whole(stage=stage))
        assert len(table) == len(second.texts) * len(second.states)
        dark = grid.not_known(table)
        for row, unknown in zip(table.itertuples(), dark, strict=True):
            text, state = second.text(row.resolution), second.states[row.iso3]
            choices, own = can[text.body]
            asked = stage if stage in choices else own
            value = cell(second, text, state, asked)
            told = verdict(value, asked) is not None
            key = (row.resolution, row.iso3, stage)
            assert (row.asked, row.value, row.known, unknown) == (asked, value, told, open_(value, asked)), key


def compare_totals(record: store.Record, second: Record) -> None:
    """The numbers of each text by regional group, from the best lists."""
    numbers = {(row.resolution, row.un_group): row for row in record.rows("totals").itertuples()}
    for text in second.texts:
        for group in groups(second):
            expected, row = total(second, text, "final", group), numbers.pop((text.symbol, group), None)
            if row is None:  # nobody of the group was a Member yet
                assert not expected.members
                continue
            said = (row.sponsors, row.members, row.unknown, row.not_when_tabled)
            assert said == (expected.sponsors, expected.members, expected.unknown, expected.not_when_tabled)
    assert not numbers


def compare_ladders(record: store.Record, second: Record) -> None:
    """The word of each State in each body at each stage, and the texts behind it."""
    for body in BODIES:
        if not second.of(body):
            continue
        for stage in offered(second, body) or ["final"]:
            for row in Measures(record).ladder(body, stage).itertuples():
                mine = rung(second, body, second.states[row.iso3], stage)
                key = (body, stage, row.iso3)
                assert (row.word, row.words) == (mine.word, mine.words), key
                assert row.sponsored_in == tuple(t.symbol for t in mine.sponsored), key
                assert row.missed == tuple(t.symbol for t in mine.missed), key
                assert row.unknown_in == tuple(t.symbol for t in mine.dark), key
                assert (row.sponsored, row.opportunities) == (len(mine.sponsored), len(mine.made)), key
                share = len(mine.sponsored) / len(mine.made) if mine.made else math.nan
                assert row.share == share or math.isnan(row.share) == math.isnan(share), key


def compare_changes(record: store.Record, second: Record) -> None:
    """What changed between every two texts of a body, at each stage that it offers, State by State."""
    series = [(body, stage) for body in BODIES for stage in offered(second, body) or ["final"]]
    for body, stage in series:
        measures = Measures(record)
        for before, after in product(second.of(body), repeat=2):
            pair = (before.symbol, after.symbol)
            if not comparable(second, before, after, stage):
                with pytest.raises(ValueError):
                    measures.changes(*pair, stage)
                continue
            for row in measures.changes(*pair, stage).itertuples():
                mine = change(second, before, after, second.states[row.iso3], stage)
                said = (mine.outcome, *(tuple(t.symbol for t in texts) for texts in (mine.gaps, mine.missed)))
                assert (row.outcome, row.gaps, row.missed) == said, (*pair, stage, row.iso3)


COMPARISONS = (compare_stages, compare_grid, compare_cells, compare_totals, compare_ladders, compare_changes)
