"""The views that others rely on: what each cell of the grid may say, and that the totals add up."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from datetime import date
from itertools import product

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import build
from data.membership import not_yet
from data.words import CELLS
from files import paths
from tests import made

VALUES = set(CELLS)
GROUPS = ("African Group", "Asia-Pacific Group", "Eastern European Group")


def value(record, resolution: str, iso3: str) -> str:
    rows = record.rows("grid", resolution=resolution, iso3=iso3)
    assert len(rows) == 1
    return rows["value"].iloc[0]


class TestTheContract:
    def test_columns_and_types(self, built_database):
        with duckdb.connect(str(built_database), read_only=True) as con:
            grid = con.execute("DESCRIBE grid").fetchall()
            totals = con.execute("DESCRIBE resolution_totals").fetchall()
        assert [row[0] for row in grid] == [
            "resolution",
            "iso3",
            "value",
            "status",
            "list_id",
            "list_stage",
            "completeness",
            "withdrawn_list",
            "on_any_list",
        ]
        assert [row[0] for row in totals] == [
            "resolution",
            "un_group",
            "sponsors",
            "members",
            "not_when_tabled",
            "unknown",
        ]
        assert {row[0]: row[1] for row in grid}["value"] == f"ENUM({', '.join(map(repr, CELLS))})"

    def test_one_cell_for_every_text_and_state(self, record):
        assert len(record.rows("grid")) == 38 * 195
        assert not record.rows("grid").duplicated(["resolution", "iso3"]).any()
        assert set(record.rows("grid")["value"]) == VALUES
        assert set(record.rows("grid")["iso3"]) == set(record.states["iso3"])

    def test_every_group_has_a_total_for_every_text(self, record):
        assert len(record.rows("totals")) == 38 * 5
        members = record.rows("totals").groupby("resolution")["members"].sum()
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
            ("A/RES/76/174", "NOR", "sponsor"),  # named in a statement
            ("A/RES/76/174", "FRA", "unknown"),  # of those not named nothing is known
            ("A/HRC/RES/13/13", "NOR", "unknown"),  # nothing is held
            ("A/RES/53/144", "FRA", "unknown"),  # missing in the record of the catalogue, on the lists beside it
            ("A/RES/53/144", "CHN", "not_sponsor"),
            ("CHR 2004/68", "NOR", "unknown"),  # likewise
            ("CHR 2004/68", "CHN", "not_when_tabled"),
            ("CHR 2000/61", "ZAF", "sponsor"),
            ("CHR 2000/61", "GHA", "not_when_tabled"),  # who joined in the room is in no record
            ("A/HRC/RES/25/18", "GHA", "not_when_tabled"),
            ("A/RES/68/181", "ESP", "not_sponsor"),  # withdrew
            ("A/RES/68/181", "AFG", "not_sponsor"),  # the catalogue has it, the Official Records have Costa Rica
            ("A/RES/68/181", "CRI", "sponsor"),
            ("A/RES/64/163", "SSD", "not_member"),
            ("A/RES/66/164", "SSD", "unknown"),  # a Member since July 2011
            ("A/RES/56/163", "CHE", "not_member"),
            ("CHR 2002/70", "CHE", "not_when_tabled"),  # an observer then: it could sponsor in the Commission
            ("CHR 2000/61", "CHE", "sponsor"),
            ("CHR 2000/61", "TLS", "not_member"),  # and no State yet: it could not
            ("A/RES/57/209", "CHE", "sponsor"),  # a Member since September 2002
            ("A/HRC/RES/22/6", "PSE", "sponsor"),  # an observer can sponsor
            ("A/RES/53/144", "VAT", "not_sponsor"),  # and is never "not a Member"
            ("A/RES/74/146", "VAT", "not_sponsor"),
        ],
    )
    def test_cell(self, record, resolution, iso3, expected):
        assert value(record, resolution, iso3) == expected

    def test_south_sudan_before_july_2011_and_switzerland_before_september_2002(self, record):
        texts = record.resolutions.set_index("resolution")[["adopted_on", "body"]]
        for iso3, since in (("SSD", date(2011, 7, 14)), ("CHE", date(2002, 9, 10))):
            mine = record.rows("grid", iso3=iso3).set_index("resolution")
            for resolution, cell in mine.iterrows():
                early = texts.loc[resolution, "adopted_on"] < since
                observer = early and iso3 == "CHE" and texts.loc[resolution, "body"] == "CHR"
                assert (cell["value"] == "not_member") == (early and not observer), (iso3, resolution)
                assert (cell["status"] == "observer") == observer, (iso3, resolution)

    def test_who_tabled_the_mandate_in_2000(self, record):
        """E/CN.4/2000/L.37: 52 names, Switzerland among them as an observer; seven African States."""
        mine = record.rows("grid", resolution="CHR 2000/61").merge(record.states, on="iso3")
        named = mine[mine["value"] == "sponsor"]
        assert len(named) == 52
        assert set(named.loc[named["status_x"] == "observer", "iso3"]) == {"CHE"}
        african = set(named.loc[named["un_group"] == "African Group", "iso3"])
        assert african == {"BWA", "MDG", "MAR", "NGA", "SEN", "ZAF", "SWZ"}
        total = record.rows("totals", resolution="CHR 2000/61")
        assert total["sponsors"].sum() == 51
        # 188 Members then, less Yugoslavia, admitted in November; Switzerland is in no denominator.
        assert total["members"].sum() == 187

    def test_who_withdrew_in_2013(self, record):
        mine = record.rows("grid")[record.rows("grid")["withdrawn_list"] != ""]
        assert set(mine["resolution"]) == {"A/RES/68/181"}
        assert set(mine["value"]) == {"not_sponsor"}
        took_back = record.rows("sponsors", list_id="A/RES/68/181#withdrawn")
        assert set(mine["iso3"]) == set(took_back["iso3"])
        assert len(mine) == 36
        assert mine["on_any_list"].all()

    def test_the_regional_totals_of_2019(self, record):
        part = record.rows("totals", resolution="A/RES/74/146").set_index("un_group")
        assert {g: (int(r["sponsors"]), int(r["members"]), int(r["unknown"])) for g, r in part.iterrows()} == {
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


ORDER = ("tabled", "tabled revised", "additional", "oral", "as adopted", "final", "withdrawn", "statement")
ON_THE_WAY = ("tabled", "tabled revised", "oral", "as adopted")


def version(one: dict) -> int | None:
    """Which version of the draft a list was printed with; None where it stands by itself."""
    _, _, revision = one["document_symbol"].partition("/Rev.")
    number = int(revision.split("/")[0]) if revision else 0
    if one["stage"] == "additional":
        return number if "/L." in one["document_symbol"] and "/Add." in one["document_symbol"] else None
    return {"tabled": 0, "tabled revised": max(number, 1)}.get(one["stage"])


def by_hand(text: dict, states: list[dict], lists: list[dict], names: dict[str, set]) -> dict[str, tuple[str, str]]:
    """A text's cells: code -> (cell, list), in plain Python by the words of DESIGN.md and not by the view.

    `lists`: those of the text; `names`: list -> codes on it.
    """
    best = next((one for one in lists if one["used_for_analysis"] == "yes"), None)
    ranked = sorted(lists, key=lambda one: (one is not best, ORDER.index(one["stage"]), one["list_id"]))
    # While a text is open all its lists count together, but that a revision takes the place of what was printed before
    # it; of one that is adopted, the best list held.
    newest = max((version(one) or 0 for one in lists if one["stage"] == "tabled revised"), default=0)
    ranked = [one for one in ranked if one is best or version(one) is None or version(one) >= newest]
    read_in = ranked if text["adoption"] == "not yet adopted" else [best] if best else []
    cells = {}
    for state in states:
        code = state["iso3"]
        on = [one for one in read_in if code in names[one["list_id"]] and (one is best or one["stage"] != "withdrawn")]
        took_back = any(one["stage"] == "withdrawn" and code in names[one["list_id"]] for one in lists)
        late = state["member_since"] > text["adopted_on"]
        if on and not (took_back and not (best and best["stage"] == "final")):
            cell = "sponsor"
        elif took_back:
            cell = "not_sponsor"
        elif late and not (state["before_membership"] == "observer" and text["body"] == "CHR"):
            cell = "not_member"
        else:
            said = {"final": "not_sponsor", **dict.fromkeys(ON_THE_WAY, "not_when_tabled")}
            whole = best and best["completeness"] in ("complete", "suspected gap")
            doubt = {"*", code} & set(best["unknown_states"].split(";")) if best else set()
            cell = said.get(best["stage"], "unknown") if whole and not doubt else "unknown"
        cells[code] = (cell, on[0]["list_id"] if on else best["list_id"] if best else "")
    return cells


@pytest.fixture(scope="module")
def names() -> dict[str, set]:
    """List -> codes on it, from the source file."""
    found = defaultdict(set)
    for row in read("sponsors"):
        found[row["list_id"]].add(row["iso3"])
    return found


@pytest.fixture(scope="module")
def lists() -> dict[str, list[dict]]:
    """Text -> its lists, from the source file."""
    found = defaultdict(list)
    for row in read("sponsor_lists"):
        found[row["resolution"]].append(row)
    return found


def test_the_view_equals_an_independent_reading_of_the_files(record, lists, names):
    view = {(r.resolution, r.iso3): (r.value, r.list_id) for r in record.rows("grid").itertuples()}
    for text in read("resolutions"):
        for code, cell in by_hand(text, read("states"), lists[text["resolution"]], names).items():
            assert view.pop((text["resolution"], code)) == cell, (text["resolution"], code)
    assert view == {}


def test_on_any_list_is_on_a_list_of_whatever_stage(record, lists, names):
    grid = record.rows("grid")
    for text, rows in grid.groupby("resolution"):
        somewhere = set().union(*(names[one["list_id"]] for one in lists[text]))
        assert set(rows.loc[rows["on_any_list"], "iso3"]) == somewhere - {""}
    assert (grid["value"] == "sponsor").sum() < grid["on_any_list"].sum()


class TestStages:
    def test_each_body_has_the_stage_of_most_of_its_whole_lists_and_may_be_asked_for_others(self, record):
        bodies = {row["resolution"]: row["body"] for row in read("resolutions")}
        whole = Counter(
            (bodies[row["resolution"]], row["stage"])
            for row in read("sponsor_lists")
            if row["completeness"] in ("complete", "suspected gap")
            and (row["stage"] in ON_THE_WAY or (row["stage"], row["used_for_analysis"]) == ("final", "yes"))
        )
        view = {(r.body, r.stage): (r.texts, r.series) for r in record.stages.itertuples()}
        assert view == {
            ("GA", "final"): (15, True),
            ("GA", "tabled"): (11, False),
            ("GA", "tabled revised"): (5, False),
            ("CHR", "tabled"): (8, True),
            ("HRC", "final"): (3, True),
            ("HRC", "tabled"): (2, False),
        }
        assert {key: texts for key, (texts, _) in view.items()} == {key: n for key, n in whole.items() if n >= 2}
        assert record.series == {"GA": "final", "CHR": "tabled", "HRC": "final"}

    def test_a_body_without_a_whole_list_is_read_at_the_end(self):
        texts = [made.text("A", "2001-12-01", "partial"), made.text("C", "2002-04-01", "no list found", body="CHR")]
        part = [made.listed("A", ["AAA"], "partial", doubt="*")]
        record = made.record([made.state("AAA")], texts, part)
        assert record.stages.empty
        assert record.series == {"GA": "final", "CHR": "final", "HRC": "final"}

    def test_of_as_many_lists_of_two_stages_the_final_ones_are_the_series(self):
        texts = [made.text("A", "2001-12-01"), made.text("B", "2003-12-01", "tabled only")]
        lists = [made.listed("A", ["AAA"]), made.listed("B", ["AAA"], stage="tabled")]
        record = made.record([made.state("AAA")], texts, lists)
        assert record.series["GA"] == "final"
        assert list(record.stages["stage"]) == ["final"], "one text alone is no series to choose"

    def test_a_draft_that_is_not_adopted_makes_no_stage(self, with_draft, record):
        assert with_draft.record.with_drafts.stages.equals(record.stages)

    @pytest.mark.parametrize("stage", ["tabled", "tabled revised"])
    def test_at_another_stage_only_a_list_of_it_answers(self, record, lists, names, stage):
        offered = set(record.stages.loc[record.stages["stage"] == stage, "body"])
        part = record.rows("stage_grid", stage=stage)
        view = {(r.resolution, r.iso3): (r.value, r.list_id) for r in part.itertuples()}
        for text in read("resolutions"):
            if text["body"] in offered:
                # Who withdrew later had tabled all the same.
                of_it = [one for one in lists[text["resolution"]] if one["stage"] == stage]
                assert len(of_it) <= 1
                of_it = [one | {"used_for_analysis": "yes"} for one in of_it]
                for code, cell in by_hand(text, read("states"), of_it, names).items():
                    assert view.pop((text["resolution"], code)) == cell, (text["resolution"], code)
        assert view == {}
        assert "not_sponsor" not in set(part["value"])


def test_who_could_not_sponsor_yet_is_the_same_in_the_checks_and_in_the_view(built_database):
    with duckdb.connect(str(built_database), read_only=True) as con:
        rows = con.execute("SELECT resolution, iso3 FROM standing WHERE status = 'not yet'").fetchall()
    by_rule = {
        (text["resolution"], state["iso3"])
        for text, state in product(read("resolutions"), read("states"))
        if not_yet(state, text["body"], text["adopted_on"])
    }
    assert set(rows) == by_rule
    assert ("A/RES/56/163", "CHE") in by_rule
    assert ("CHR 2001/64", "CHE") not in by_rule


# Small made records, run through the real views. A handful of States suffices: each cell is decided alone.
CODES = ["AAA", "BBB", "CCC", "DDD", "OBS"]
SYMBOLS = [f"A/C.3/60/L.1{rev}{add}" for rev in ("", "/Rev.1", "/Rev.2") for add in ("", "/Add.1")] + ["A/60/509/Add.2"]
ADOPTED, EARLIER, LATER = "2005-12-01", "2002-09-10", "2011-07-14"


@st.composite
def people(draw):
    """Rows of states.csv: four that are or become Members, of some group, and an observer."""
    rows = []
    for code in CODES[:-1]:
        since = draw(st.sampled_from(["", EARLIER, ADOPTED, LATER]))
        before = draw(st.sampled_from(["observer", "independent", "not independent"])) if since else ""
        rows.append(made.state(code, draw(st.sampled_from(GROUPS)), since) | {"before_membership": before})
    return [*rows, made.state("OBS", "")]


@st.composite
def situations(draw):
    """Some States, one text, and lists of it (with their rows of names), as the checks allow them."""
    states = draw(people())
    body = draw(st.sampled_from(["GA", "CHR", "HRC"]))
    open_ = draw(st.booleans())
    able = [
        row["iso3"]
        for row in states
        if row["member_since"] <= ADOPTED or (row["before_membership"] == "observer" and body == "CHR")
    ]
    could = [stage for stage in ORDER if not (open_ and stage == "final")]
    stages = draw(st.lists(st.sampled_from(could), unique=True, max_size=3))
    used = draw(st.sampled_from([None, *(stage for stage in stages if stage != "withdrawn")]))
    lists = []
    for stage in stages:
        on = draw(st.sets(st.sampled_from(able))) if able else set()
        free = [code for code in CODES if code not in on]
        kinds = ["complete", "partial", *(["suspected gap"] if free else []), *(["unknown"] if stage != used else [])]
        if stage == used and (open_ or stage in ("additional", "statement")):
            kinds = ["partial"]
        kind = draw(st.sampled_from(kinds))
        doubt = {"partial": "*", "complete": ""}.get(kind)
        if doubt is None:
            doubt = ";".join(draw(st.lists(st.sampled_from(free), unique=True, min_size=1))) if free else ""
        is_used = "yes" if stage == used else "no"
        symbol = draw(st.sampled_from(SYMBOLS))
        given = made.listed("T", sorted(on), kind, stage=stage, doubt=doubt, used=is_used, document_symbol=symbol)
        lists.append(given)
    adoption = "not yet adopted" if open_ else "without a vote"
    return states, made.text("T", ADOPTED, "no list found", body=body, adoption=adoption), lists


TOTALS = "SELECT un_group, sponsors, members, not_when_tabled, unknown FROM resolution_totals"


def views(con: duckdb.DuckDBPyConnection, situation, *more: str) -> tuple:
    """The text's cells by State with the list that says so, from the view itself, and the rows of more questions."""
    states, text, lists = situation
    rows = made.rows(states, [text], lists)
    con.execute("BEGIN")
    try:
        for table in ("states", "resolutions", "sponsor_lists", "sponsors"):
            build.insert(con, table, rows[table])
        cells = con.execute("SELECT iso3, value, coalesce(list_id, ''), status FROM grid").fetchall()
        answers = [con.execute(question).fetchall() for question in more]
    finally:
        con.execute("ROLLBACK")
    assert len(cells) == len(CODES)
    return {code: (value, held, status) for code, value, held, status in cells}, *answers


@pytest.fixture(scope="module")
def con():
    with duckdb.connect() as con:
        con.execute(paths.SCHEMA.read_text(encoding="utf-8"))
        yield con


@settings(max_examples=150, deadline=None)
@given(situation=situations())
def test_every_cell_is_what_the_rules_say_and_unknown_never_becomes_no(con, situation):
    states, text, lists = situation
    cells = views(con, situation)[0]
    on = {head["list_id"]: {row["iso3"] for row in rows} for head, rows in lists}
    heads = [head for head, _ in lists]
    assert {code: cell[:2] for code, cell in cells.items()} == by_hand(text, states, heads, on)
    assert cells["OBS"][0] != "not_member"
    whole = [h for h in heads if h["used_for_analysis"] == "yes" and h["stage"] == "final"]
    took_back = set().union(*(on[h["list_id"]] for h in heads if h["stage"] == "withdrawn"), set())
    said_no = {code for code, cell in cells.items() if cell[0] == "not_sponsor"}
    assert said_no <= took_back or (whole and whole[0]["completeness"] in ("complete", "suspected gap"))


@settings(max_examples=80, deadline=None)
@given(situation=situations())
def test_totals_add_up_and_leave_observers_out(con, situation):
    states, _, _ = situation
    cells, totals = views(con, situation, TOTALS)
    group = {row["iso3"]: row["un_group"] for row in states}
    members = {code for code, cell in cells.items() if cell[2] == "member"}
    assert "OBS" not in members
    for name, sponsors, size, not_when_tabled, unknown in totals:
        mine = Counter(cells[code][0] for code in members if group[code] == name)
        assert (sponsors, not_when_tabled, unknown) == (mine["sponsor"], mine["not_when_tabled"], mine["unknown"])
        assert sponsors + mine["not_sponsor"] + not_when_tabled + unknown == size
    assert {row[0] for row in totals} == {group[code] for code in members}
    assert sum(row[2] for row in totals) == sum(cells[code][0] != "not_member" for code in members)


@settings(max_examples=60, deadline=None)
@given(situation=situations(), data=st.data())
def test_a_name_added_to_the_list_used_turns_that_cell_and_no_other(con, situation, data):
    states, text, lists = situation
    used = [(head, rows) for head, rows in lists if head["used_for_analysis"] == "yes"]
    if not used:
        return
    (head, rows), taken = used[0], {row["iso3"] for h, rows in lists if h["stage"] == "withdrawn" for row in rows}
    late = {row["iso3"] for row in states if not_yet(row, text["body"], ADOPTED)}
    free = [code for code in CODES if code not in {row["iso3"] for row in rows} | late | taken]
    if not free:
        return
    code = data.draw(st.sampled_from(free))
    before = views(con, situation)[0]
    added = (
        rows[0] | {"iso3": code, "state_as_written": code}
        if rows
        else {
            "list_id": head["list_id"],
            "resolution": "T",
            "stage": head["stage"],
            "state_as_written": code,
            "iso3": code,
            "role": "sponsor",
        }
    )
    more = [(h, [*r, added] if h is head else r) for h, r in lists]
    after = views(con, (states, text, more))[0]
    assert after == before | {code: ("sponsor", head["list_id"], before[code][2])}
