"""The sentence that opens each page, for each text, State, body and stage and a sweep of periods."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analytics.measures import Measures
from analytics.scope import Scope
from charts.words import answers
from charts.words.aloud import aloud
from tests.oracle import votes
from tests.oracle.cells import body_stage, offered
from tests.oracle.record import read, rows
from tests.oracle.reported import claims
from tests.oracle.said import over_time, states
from tests.oracle.said import pages as said
from tests.oracle.said.sentences import Ask, nothing_false
from tests.oracle.sweep import BODIES, periods, texts

SOURCES = Path(__file__).resolve().parents[3] / "data" / "sources"


@pytest.fixture(scope="module")
def second():
    return read(SOURCES)


@pytest.fixture(scope="module")
def more():
    events = [row["resolution"] for row in rows(SOURCES, "events") if row["kind"] == "withdrawal"]
    held = {row["resolution"]: row for row in rows(SOURCES, "resolutions")}
    return {"claims": claims(SOURCES), "withdrawals": events, "resolutions": held}


@pytest.fixture(scope="module")
def tables(record, second):
    """The counts at each stage that a body offers."""
    found = {}
    for stage in {stage for body in BODIES for stage in offered(second, body)}:
        found[stage] = Measures(record).counts(Scope.whole(stage=stage))
    return found


def test_resolutions(record, second, more, tables):
    by_symbol = record.resolutions.set_index("resolution", drop=False)
    wrong = []
    for ask in texts(second):
        sentence = answers.resolution(tables[ask.stage], by_symbol.loc[ask.text.symbol])
        wrong.append(said.resolution.false(sentence, replace(ask, more=more)))
    nothing_false(wrong)


def test_trends_and_compare(record, second, more, tables):
    wrong = []
    for ask in periods(second, 1):
        ask = replace(ask, more=more)
        counts = tables[ask.stage]
        seen = counts[counts["body"].eq(ask.body) & counts["year"].between(ask.since, ask.until)]
        wrong.append(over_time.columns.false(answers.trends(seen, _withdrawn(ask)).removesuffix("."), ask))
        scope = Scope((ask.body,), ask.since, ask.until, ask.stage)
        wrong.append(said.compare.false(answers.compare(Measures(record).reach(scope)), ask))
    nothing_false(wrong)


@pytest.mark.parametrize("bodies", [("GA", "HRC"), BODIES])
def test_the_numbers_of_several_bodies(record, second, more, bodies):
    asks = [Ask(second, body, body_stage(second, body), more=more) for body in bodies]
    counts = Measures(record).counts()
    said.numbers(answers.trends(counts[counts["body"].isin(bodies)], _withdrawn(asks[0])), asks)


def _withdrawn(ask: Ask) -> set[str]:
    return set(ask.more["withdrawals"])


@pytest.mark.parametrize("stage", ["", "tabled", "tabled revised"])
def test_each_state(record, second, stage):
    own = {body: stage if stage in offered(second, body) else body_stage(second, body) for body in BODIES}
    measures = Measures(record)
    ladders = {body: measures.ladder(body, own[body]).set_index("iso3") for body in BODIES}
    cast = {"votes": votes.cast(SOURCES, second)}
    for state in second.states.values():
        asks = [Ask(second, body, own[body], state=state, more=cast) for body in BODIES]
        said.state(
            answers.state(state.name, {body: ladders[body].loc[state.iso3] for body in BODIES}), asks, state.name
        )
        states.aloud(aloud(state.name, measures.history(state.iso3, Scope.whole(stage=stage))), asks, state.name)


def test_overview_and_sources(record, second, more):
    counts = Measures(record).counts()
    said.overview(answers.overview(counts), [Ask(second, body, more=more) for body in ("GA", "HRC")])
    nothing_false([said.sources.false(answers.sources(Measures(record).coverage()), Ask(second, "GA"))])
