"""The views that others rely on: what each cell of the grid may say, and that the totals add up."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from datetime import date

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import build, paths
from tests import made

VALUES = {"sponsor", "not_sponsor", "unknown", "not_member"}
GROUPS = ("African Group", "Asia-Pacific Group", "Eastern European Group")


def value(record, resolution: str, iso3: str) -> str:
    rows = record.grid[(record.grid["resolution"] == resolution) & (record.grid["iso3"] == iso3)]
    assert len(rows) == 1
    return rows["value"].iloc[0]


class TestTheContract:
    def test_columns_and_types(self, built_database):
        with duckdb.connect(str(built_database), read_only=True) as con:
            grid = con.execute("DESCRIBE grid").fetchall()
            totals = con.execute("DESCRIBE resolution_totals").fetchall()
        assert [row[0] for row in grid] == ["resolution", "iso3", "value", "list_id"]
        assert [row[0] for row in totals] == ["resolution", "un_group", "sponsors", "members", "unknown"]

    def test_one_cell_for_every_text_and_state(self, record):
        assert len(record.grid) == 38 * 195
        assert not record.grid.duplicated(["resolution", "iso3"]).any()
        assert set(record.grid["value"]) == VALUES
        assert set(record.grid["iso3"]) == set(record.states["iso3"])

    def test_every_group_has_a_total_for_every_text(self, record):
        assert len(record.totals) == 38 * 5
        members = record.totals.groupby("resolution")["members"].sum()
        assert members["A/RES/53/144"] == 184
        assert members["A/RES/57/209"] == 191
        assert members["A/RES/78/216"] == 193


class TestCellsThatMustBeRight:
    @pytest.mark.parametrize(
        ("resolution", "iso3", "expected"),
        [
            ("A/RES/74/146", "AUT", "sponsor"),
            ("A/RES/78/216", "AUT", "unknown"),  # the list begins at Cabo Verde
            ("A/RES/78/216", "CHN", "not_sponsor"),  # outside the gap
            ("A/RES/78/216", "ALB", "sponsor"),  # A to B, but named on the draft
            ("A/HRC/RES/31/32", "GBR", "unknown"),  # not printed, though it voted in favour
            ("A/HRC/RES/31/32", "CHN", "not_sponsor"),
            ("A/RES/68/181", "AUT", "not_sponsor"),  # withdrew
            ("A/RES/66/164", "NOR", "unknown"),  # its main sponsor, lost from a damaged copy
            ("A/RES/76/174", "NOR", "unknown"),  # only a number is held
            ("A/RES/53/144", "NOR", "unknown"),  # nothing is held
            ("A/RES/64/163", "SSD", "not_member"),
            ("A/RES/66/164", "SSD", "unknown"),  # a Member since July 2011
            ("A/RES/56/163", "CHE", "not_member"),
            ("CHR 2002/70", "CHE", "not_member"),
            ("A/RES/57/209", "CHE", "sponsor"),  # a Member since September 2002
            ("A/HRC/RES/22/6", "PSE", "sponsor"),  # an observer can sponsor
            ("A/RES/53/144", "VAT", "unknown"),  # and is never "not a Member"
            ("A/RES/74/146", "VAT", "not_sponsor"),
        ],
    )
    def test_cell(self, record, resolution, iso3, expected):
        assert value(record, resolution, iso3) == expected

    def test_south_sudan_before_july_2011_and_switzerland_before_september_2002(self, record):
        days = record.resolutions.set_index("resolution")["adopted_on"]
        for iso3, since in (("SSD", date(2011, 7, 14)), ("CHE", date(2002, 9, 10))):
            mine = record.grid[record.grid["iso3"] == iso3].set_index("resolution")["value"]
            for resolution, cell in mine.items():
                assert (cell == "not_member") == (days[resolution] < since), (iso3, resolution)

    def test_the_regional_totals_of_2019(self, record):
        part = record.totals[record.totals["resolution"] == "A/RES/74/146"].set_index("un_group")
        assert {
            g: (int(r["sponsors"]), int(r["members"]), int(r["unknown"])) for g, r in part.iterrows()
        } == {
            "African Group": (12, 54, 0),
            "Asia-Pacific Group": (9, 54, 0),
            "Eastern European Group": (19, 23, 0),
            "Latin American and Caribbean Group": (17, 33, 0),
            "Western European and Others Group": (27, 29, 0),
        }
        assert part["sponsors"].sum() == 84


def read(name: str) -> list[dict[str, str]]:
    with (paths.SOURCES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def grid_by_hand() -> dict[tuple[str, str], tuple[str, str]]:
    """The grid read straight from the CSV files in plain Python, by the words of the rules and not by the view."""
    named = defaultdict(set)
    for row in read("sponsors"):
        named[row["list_id"]].add(row["iso3"])
    used = {row["resolution"]: row for row in read("sponsor_lists") if row["used_for_analysis"] == "yes"}
    cells = {}
    for text in read("resolutions"):
        for state in read("states"):
            best = used.get(text["resolution"])
            if best and state["iso3"] in named[best["list_id"]]:
                cell = "sponsor"
            elif state["member_since"] and text["adopted_on"] < state["member_since"]:
                cell = "not_member"
            elif (
                best is None
                or best["unknown_states"] == "*"
                or best["completeness"] in ("partial", "unknown")
            ) or state["iso3"] in best["unknown_states"].split(";"):
                cell = "unknown"
            else:
                cell = "not_sponsor"
            cells[text["resolution"], state["iso3"]] = (cell, best["list_id"] if best else "")
    return cells


def test_the_view_equals_an_independent_reading_of_the_files(record):
    view = {(r.resolution, r.iso3): (r.value, r.list_id) for r in record.grid.itertuples()}
    assert view == grid_by_hand()


# Small made records, run through the real views. A handful of States suffices: each cell is decided alone.
CODES = ["AAA", "BBB", "CCC", "DDD", "OBS"]
ADOPTED, EARLIER, LATER = "2005-12-01", "2002-09-10", "2011-07-14"

states = st.fixed_dictionaries(
    {
        code: st.tuples(st.sampled_from(GROUPS), st.sampled_from(["", EARLIER, ADOPTED, LATER]))
        for code in CODES[:-1]
    }
)
completeness = st.sampled_from(["complete", "suspected gap", "partial", "unknown", None])


@st.composite
def situations(draw):
    """Some States, one text and perhaps a list of it, as the checks allow it."""
    people = draw(states)
    kind = draw(completeness)
    members = [c for c in CODES if c == "OBS" or people[c][1] <= ADOPTED]
    names = draw(st.sets(st.sampled_from(members))) if kind else set()
    free = [c for c in CODES if c not in names]
    doubt = {"partial": "*", "complete": ""}.get(kind)
    if doubt is None:
        doubt = ";".join(draw(st.lists(st.sampled_from(free), unique=True))) if free else ""
    return people, kind, sorted(names), doubt


def views(con: duckdb.DuckDBPyConnection, situation) -> tuple[dict[str, str], list[tuple]]:
    """The text's cells by State and the rows of its totals, from the views themselves."""
    people, kind, names, doubt = situation
    rows = made.rows(
        [*(made.state(c, group, since) for c, (group, since) in people.items()), made.state("OBS", "")],
        [made.text("T", ADOPTED, kind if kind not in (None, "unknown") else "no list found")],
        [made.listed("T", names, kind, doubt=doubt)] if kind else [],
    )
    con.execute("BEGIN")
    try:
        for table in ("states", "resolutions", "sponsor_lists", "sponsors"):
            build.insert(con, table, rows[table])
        cells = con.execute("SELECT iso3, value FROM grid").fetchall()
        totals = con.execute("SELECT un_group, sponsors, members, unknown FROM resolution_totals").fetchall()
    finally:
        con.execute("ROLLBACK")
    assert len(cells) == len(CODES)
    return dict(cells), totals


@pytest.fixture(scope="module")
def con():
    with duckdb.connect() as con:
        con.execute(paths.SCHEMA.read_text(encoding="utf-8"))
        yield con


@settings(max_examples=60, deadline=None)
@given(situation=situations())
def test_unknown_never_becomes_no(con, situation):
    people, kind, names, doubt = situation
    cells, _ = views(con, situation)
    assert set(cells.values()) <= VALUES
    for code in CODES:
        if code in names:
            assert cells[code] == "sponsor"
        elif code != "OBS" and people[code][1] > ADOPTED:
            assert cells[code] == "not_member"
        elif kind in (None, "partial", "unknown") or code in doubt:
            assert cells[code] == "unknown"
        else:
            assert cells[code] == "not_sponsor"
    assert cells["OBS"] != "not_member"


@settings(max_examples=60, deadline=None)
@given(situation=situations())
def test_totals_add_up_and_leave_observers_out(con, situation):
    people, _, _, _ = situation
    cells, totals = views(con, situation)
    for group, sponsors, members, unknown in totals:
        mine = Counter(cells[c] for c, (g, _) in people.items() if g == group)
        assert (sponsors, unknown) == (mine["sponsor"], mine["unknown"])
        assert sponsors + mine["not_sponsor"] + unknown == members
    assert {row[0] for row in totals} == {group for group, _ in people.values()}
    assert sum(row[2] for row in totals) == sum(c != "not_member" for k, c in cells.items() if k != "OBS")


@settings(max_examples=40, deadline=None)
@given(situation=situations(), data=st.data())
def test_a_name_added_to_a_list_turns_that_cell_and_no_other(con, situation, data):
    people, kind, names, doubt = situation
    free = [c for c in CODES if c not in names and (c == "OBS" or people[c][1] <= ADOPTED)]
    if kind is None or not free:
        return
    code = data.draw(st.sampled_from(free))
    without = [c for c in doubt.split(";") if c != code]
    before, _ = views(con, situation)
    after, _ = views(con, (people, kind, [*names, code], ";".join(without)))
    assert after == before | {code: "sponsor"}
