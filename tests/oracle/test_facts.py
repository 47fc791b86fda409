"""The second implementation on the record itself: numbers that were counted by hand in the documents."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.oracle.cells import body_stage, cell, offered, standing, took_back
from tests.oracle.record import read
from tests.oracle.totals import groups, highest, total

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "data" / "sources"
GIVEN = next((up / "shared" / "data" for up in ROOT.parents if (up / "shared" / "data").is_dir()), None)


@pytest.fixture(scope="module")
def whole():
    return read(SOURCES)


@pytest.mark.skipif(GIVEN is None, reason="the data as given are not beside the project")
def test_every_row_of_the_sources_is_as_given():
    def lines(path: Path) -> list[list[str]]:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    # The name by which the United Nations calls it, also where a name is to be short (data/sources/README.md).
    palestine = ["PSE", "State of Palestine", "Palestine"]
    given = sorted(GIVEN.glob("*.csv"))
    assert given
    for path in given:
        rows = [[*row[:2], row[1], *row[3:]] if row[:3] == palestine else row for row in lines(path)]
        assert lines(SOURCES / path.name) == rows, path.name


@pytest.mark.parametrize(
    ("symbol", "stage", "sponsors", "observers", "by_group"),
    [
        ("A/RES/74/146", "final", 84, 0, (12, 9, 19, 17, 27)),
        ("A/RES/60/161", "final", 82, 0, (11, 9, 19, 14, 29)),
        ("A/RES/55/98", "final", 70, 0, (8, 7, 17, 11, 27)),
        ("A/RES/56/163", "final", 83, 0, None),
        ("A/RES/53/144", "final", 55, 0, None),
        ("CHR 2000/61", "tabled", 51, 1, None),
        ("CHR 2005/67", "tabled", 62, 0, None),
    ],
)
def test_numbers(whole, symbol, stage, sponsors, observers, by_group):
    on = whole.text(symbol)
    numbers = total(whole, on, stage)
    assert (numbers.sponsors, numbers.observers) == (sponsors, observers)
    if by_group:
        assert tuple(total(whole, on, stage, group).sponsors for group in groups(whole)) == by_group
    assert sum(total(whole, on, stage, group).sponsors for group in groups(whole)) == sponsors


def test_the_african_states_that_tabled_the_mandate(whole):
    on = whole.text("CHR 2000/61")
    african = [s for s in whole.states.values() if s.group == "African Group"]
    named = {s.iso3 for s in african if cell(whole, on, s, "tabled") == "sponsor"}
    assert named == {"BWA", "MDG", "MAR", "NGA", "SEN", "ZAF", "SWZ"}


def test_names_missing_in_the_record_are_unknown(whole):
    assert cell(whole, whole.text("A/RES/53/144"), whole.states["FRA"]) == "unknown"
    for stage in ("final", "tabled"):
        assert cell(whole, whole.text("CHR 2004/68"), whole.states["NOR"], stage) == "unknown"


def test_switzerland_before_it_was_a_member(whole):
    on, switzerland = whole.text("CHR 2000/61"), whole.states["CHE"]
    assert (standing(switzerland, on), cell(whole, on, switzerland)) == ("observer", "sponsor")
    assert cell(whole, whole.text("A/RES/55/98"), switzerland) == "not_member"


def test_who_withdrew_in_2013(whole):
    on = whole.text("A/RES/68/181")
    withdrew = [s for s in whole.states.values() if took_back(whole, on, s.iso3)]
    assert len(withdrew) == 36
    assert "ESP" in {s.iso3 for s in withdrew}
    assert {cell(whole, on, s) for s in withdrew} == {"not_sponsor"}
    # Each but Monaco stands on the revised draft or among those that joined it.
    before = [
        s for s in withdrew for stage in ("tabled revised", "additional") if cell(whole, on, s, stage) == "sponsor"
    ]
    assert {s.iso3 for s in withdrew} - {s.iso3 for s in before} == {"MCO"}


def test_the_stages(whole):
    assert [body_stage(whole, body) for body in ("GA", "CHR", "HRC")] == ["final", "tabled", "final"]
    assert offered(whole, "GA") == ["final", "tabled", "tabled revised"]
    assert offered(whole, "CHR") == ["tabled"]
    assert offered(whole, "HRC") == ["final", "tabled"]


def test_the_highest_numbers(whole):
    top, reached = highest(whole, "GA")
    assert (top, [text.year for text in reached]) == (84, [2019])
    assert highest(whole, "GA", until=2009)[0] == 83
    top, reached = highest(whole, "CHR", "tabled")
    assert (top, [text.year for text in reached]) == (72, [2004])
