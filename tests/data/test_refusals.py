"""What a build must refuse: one thing is broken in a whole set of files; file, row and reason are told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data import build, descriptor
from data.checks.fields import check_fields
from data.checks.problems import Problem, SourceError
from data.checks.rules import check_rules
from data.names import Names
from data.read import Row
from files import paths
from tests import made
from tests.made import Tables

# Rows count as in a spreadsheet: the header is row 1, the first State on the first list row 2.
NORWAY, GHANA, PERU, NORWAY_58, CHILE = 0, 1, 2, 3, 4


@pytest.fixture(scope="module")
def target(tmp_path_factory) -> Path:
    """A database that was built before, from sound files."""
    folder = tmp_path_factory.mktemp("old")
    target = folder / "made.duckdb"
    build.build(made.write(made.tables(), folder / "s"), target, folder / "none")
    return target


def refused(sources: Path, target: Path) -> list[Problem]:
    """The problems for which a build from these files is refused, the old file being as it was."""
    before = target.read_bytes()
    with pytest.raises(SourceError) as caught:
        build.build(sources, target, sources / "none")
    assert target.read_bytes() == before
    assert [p.name for p in target.parent.glob("*.new")] == []
    return caught.value.problems


def change(table: str, index: int, **values: str) -> Callable[[Tables], None]:
    """A change of some cells of one row."""

    def apply(tables: Tables) -> None:
        tables[table][index].update(values)

    return apply


def both(*changes: Callable[[Tables], None]) -> Callable[[Tables], None]:
    """Several changes, so that only the fault that is meant remains."""

    def apply(tables: Tables) -> None:
        for one in changes:
            one(tables)

    return apply


def again(table: str, index: int, **values: str) -> Callable[[Tables], None]:
    """A row added at the end, copied from another and changed."""

    def apply(tables: Tables) -> None:
        tables[table].append(tables[table][index] | values)

    return apply


def without(table: str, index: int) -> Callable[[Tables], None]:
    def apply(tables: Tables) -> None:
        del tables[table][index]

    return apply


def state(iso3: str, **values: str) -> Callable[[Tables], None]:
    """A change of some cells of one State."""

    def apply(tables: Tables) -> None:
        next(row for row in tables["states"] if row["iso3"] == iso3).update(values)

    return apply


def commission(tables: Tables) -> None:
    """The first text becomes one of the Commission, of April 2001; its list stays as it is."""
    here = {"resolution": "CHR 2001/1"}
    tables["resolutions"][0].update(here | {"body": "CHR", "adopted_on": "2001-04-25", "year": "2001"})
    for table in ("sponsor_lists", "sponsors"):
        for row in tables[table]:
            if row["resolution"] == "A/RES/56/1":
                row.update(here)


CASES: dict[str, tuple[Callable[[Tables], None], str, int, str, str]] = {
    # what: (change, file, row, column, words of the reason)
    "unknown ISO code of a sponsor": (
        change("sponsors", GHANA, iso3="XXX"),
        "sponsors.csv",
        3,
        "iso3",
        "XXX: unknown ISO code",
    ),
    "unknown ISO code of a vote": (change("votes", 0, iso3="XXX"), "votes.csv", 2, "iso3", "XXX: unknown ISO code"),
    "unknown ISO code of a group's member": (
        change("group_members", 0, iso3="XXX"),
        "group_members.csv",
        2,
        "iso3",
        "XXX: unknown ISO code",
    ),
    "unknown ISO code in a spelling": (
        change("name_variants_seen", 0, iso3="XXX"),
        "name_variants_seen.csv",
        2,
        "iso3",
        "XXX: unknown ISO code",
    ),
    "a code that is none, in the table of States": (
        change("states", 1, iso3="QQQ"),
        "places.csv",
        3,
        "iso3",
        "AGO: unknown ISO code",
    ),
    "a code of two letters": (
        change("sponsors", GHANA, iso3="GH"),
        "sponsors.csv",
        3,
        "iso3",
        "does not have the form",
    ),
    "unknown ISO code among the doubtful": (
        change("sponsor_lists", 1, unknown_states="AUT;XXX"),
        "sponsor_lists.csv",
        3,
        "unknown_states",
        "unknown ISO code XXX",
    ),
    "the same sponsor twice, written alike": (
        both(
            again("sponsors", GHANA),
            change("sponsor_lists", 0, n_states="4"),
            change("resolutions", 0, n_sponsors_read="4"),
        ),
        "sponsors.csv",
        9,
        "list_id + state_as_written",
        "Ghana is already in row 3",
    ),
    "the same sponsor twice, written in two ways": (
        both(
            again("sponsors", GHANA, state_as_written="Republic of Ghana"),
            change("sponsor_lists", 0, n_states="4"),
            change("resolutions", 0, n_sponsors_read="4"),
        ),
        "sponsors.csv",
        9,
        "iso3",
        "GHA is on the list already, as 'Ghana' in row 3",
    ),
    "the same sponsor twice on another text": (
        again("other_sponsors", 0, state_as_written="Republic of Ghana"),
        "other_sponsors.csv",
        4,
        "iso3",
        "GHA is on the list already",
    ),
    "a sponsor before it was a Member": (
        change("sponsors", GHANA, iso3="SSD", state_as_written="South Sudan"),
        "sponsors.csv",
        3,
        "iso3",
        "is named on A/RES/56/1 of 2001-12-19, before it was a Member (2011-07-14)",
    ),
    "a sponsor of another text before it was a Member": (
        both(
            change("other_resolutions", 0, year="2010"),
            change("other_sponsors", 0, iso3="SSD", state_as_written="South Sudan"),
        ),
        "other_sponsors.csv",
        2,
        "iso3",
        "of 2010, before it was a Member (2011-07-14)",
    ),
    "a vote before it was a Member": (
        change("votes", 1, iso3="SSD", state_as_written="South Sudan"),
        "votes.csv",
        3,
        "iso3",
        "South Sudan is recorded as voting on A/RES/62/1",
    ),
    "a count that contradicts its rows": (
        both(change("sponsor_lists", 0, n_states="4"), change("resolutions", 0, n_sponsors_read="4")),
        "sponsor_lists.csv",
        2,
        "n_states",
        "4 names announced, 3 rows in sponsors.csv",
    ),
    "a count that contradicts its rows, on a list not used": (
        change("sponsor_lists", 2, n_states="2"),
        "sponsor_lists.csv",
        4,
        "n_states",
        "2 names announced, 1 rows",
    ),
    "a resolution's count that contradicts its list": (
        change("resolutions", 0, n_sponsors_read="4"),
        "resolutions.csv",
        2,
        "n_sponsors_read",
        "4, but the list used has 3",
    ),
    "a resolution's count without a list": (
        change("resolutions", 2, n_sponsors_read="4"),
        "resolutions.csv",
        4,
        "n_sponsors_read",
        "the list used has no names",
    ),
    "a sponsor lost from a list": (
        without("sponsors", GHANA),
        "sponsor_lists.csv",
        2,
        "n_states",
        "3 names announced, 2 rows",
    ),
    "a name that means another State": (
        change("sponsors", GHANA, iso3="GIN"),
        "sponsors.csv",
        3,
        "state_as_written",
        "'Ghana' is mapped to GIN, but the names say GHA",
    ),
    "a name that means nothing": (
        change("sponsors", GHANA, state_as_written="Ghama"),
        "sponsors.csv",
        3,
        "state_as_written",
        "not a known name of a Member State",
    ),
    "a name of another time": (
        change("sponsors", PERU, state_as_written="Serbia and Montenegro", iso3="SRB"),
        "sponsors.csv",
        4,
        "state_as_written",
        "could not mean a State on 2001-12-19",
    ),
    "a name mapped to no State": (
        change("sponsors", GHANA, iso3=""),
        "sponsors.csv",
        3,
        "iso3",
        "'Ghana' is mapped to no State and speaks for no group",
    ),
    "a member's name that means another State": (
        change("body_members", 0, state_as_written="Guinea"),
        "body_members.csv",
        2,
        "state_as_written",
        "mapped to GHA, but the names say GIN",
    ),
    "a vote's name that means another State": (
        change("votes", 2, state_as_written="Chile"),
        "votes.csv",
        4,
        "state_as_written",
        "mapped to CHN, but the names say CHL",
    ),
    "a spelling that would mean two States": (
        again("name_variants_seen", 0, state_as_written="Norway", iso3="SWE"),
        "name_variants_seen.csv",
        39,
        "state_as_written",
        "'Norway' would mean both NOR and SWE",
    ),
    "a date that is none": (
        change("resolutions", 0, adopted_on="2001-02-30"),
        "resolutions.csv",
        2,
        "adopted_on",
        "is not a date",
    ),
    "a date written otherwise": (
        change("events", 0, date="18.12.2007"),
        "events.csv",
        2,
        "date",
        "is not a date like 2019-12-18",
    ),
    "a date before the United Nations": (
        change("resolutions", 0, adopted_on="1901-12-19", year="1901"),
        "resolutions.csv",
        2,
        "adopted_on",
        "out of range",
    ),
    "an adoption in the future": (
        change("resolutions", 0, adopted_on="2099-12-19", year="2099"),
        "resolutions.csv",
        2,
        "adopted_on",
        "is in the future",
    ),
    "a final list of a text that is not adopted": (
        change("resolutions", 0, adoption="not yet adopted"),
        "sponsor_lists.csv",
        2,
        "stage",
        "final, but A/RES/56/1 is not yet adopted",
    ),
    "a list that would tell who does not sponsor a text that is not adopted": (
        both(change("resolutions", 0, adoption="not yet adopted"), change("sponsor_lists", 0, stage="tabled")),
        "sponsor_lists.csv",
        2,
        "completeness",
        "complete, but others may still join",
    ),
    "totals in plenary of a text that is not adopted": (
        change("resolutions", 3, adoption="not yet adopted"),
        "resolutions.csv",
        5,
        "yes",
        "votes in plenary, but not yet adopted",
    ),
    "a roll call in plenary of a text that is not adopted": (
        change("resolutions", 3, adoption="not yet adopted", yes="", no="", abstain=""),
        "votes.csv",
        2,
        "stage",
        "plenary, but A/RES/62/1 is not yet adopted",
    ),
    "a year that contradicts the day": (
        change("resolutions", 0, year="2002"),
        "resolutions.csv",
        2,
        "year",
        "2002 but adopted on 2001-12-19",
    ),
    "an admission out of range": (
        change("states", 0, member_since="1990-01-01"),
        "states.csv",
        2,
        "member_since",
        "out of range",
    ),
    "a membership that ends before it begins": (
        change("group_members", 1, member_from="2021-01-01"),
        "group_members.csv",
        3,
        "member_to",
        "2020-01-31 is before 2021-01-01",
    ),
    "a list of a text that is not held": (
        change("sponsor_lists", 2, resolution="A/RES/99/1"),
        "sponsor_lists.csv",
        4,
        "resolution",
        "A/RES/99/1: not in resolutions.csv",
    ),
    "a sponsor on a list that is not held": (
        change("sponsors", GHANA, list_id="A/RES/99/1#final"),
        "sponsors.csv",
        3,
        "list_id",
        "not in sponsor_lists.csv",
    ),
    "a number reported for a text that is not held": (
        change("count_claims", 0, resolution="A/RES/99/1"),
        "count_claims.csv",
        2,
        "resolution",
        "not in resolutions.csv",
    ),
    "an event of a text that is not held": (
        change("events", 0, resolution="A/RES/99/1"),
        "events.csv",
        2,
        "resolution",
        "not in resolutions.csv",
    ),
    "a sponsor of another text that is not held": (
        change("other_sponsors", 0, other_id="A/RES/99/1"),
        "other_sponsors.csv",
        2,
        "other_id",
        "not in other_resolutions.csv",
    ),
    "a member of a body at another body's text": (
        change("body_members", 0, key="A/RES/56/1"),
        "body_members.csv",
        2,
        "key",
        "A/RES/56/1 is no resolution of HRC",
    ),
    "a member of a body in no year": (
        change("body_members", 1, key="spring"),
        "body_members.csv",
        3,
        "key",
        "spring is not a year",
    ),
    "a sponsor's text that is not its list's": (
        change("sponsors", GHANA, resolution="A/RES/58/1"),
        "sponsors.csv",
        3,
        "resolution",
        "A/RES/58/1, but the list says A/RES/56/1",
    ),
    "a sponsor's stage that is not its list's": (
        change("sponsors", GHANA, stage="tabled"),
        "sponsors.csv",
        3,
        "stage",
        "tabled, but the list says final",
    ),
    "votes that do not add up": (
        change("votes", 1, vote="abstain"),
        "resolutions.csv",
        5,
        "yes",
        "2 announced, 1 such votes in votes.csv (plenary)",
    ),
    "a vote lost": (without("votes", 2), "resolutions.csv", 5, "no", "1 announced, 0 such votes"),
    "the same State voting twice": (
        again("votes", 0),
        "votes.csv",
        5,
        "resolution + stage + iso3",
        "is already in row 2",
    ),
    "two lists of one text used": (
        change("sponsor_lists", 2, used_for_analysis="yes"),
        "sponsor_lists.csv",
        4,
        "used_for_analysis",
        "A/RES/58/1 already uses the list in row 3",
    ),
    "a complete list with doubt": (
        change("sponsor_lists", 0, unknown_states="AUT"),
        "sponsor_lists.csv",
        2,
        "unknown_states",
        "a complete list leaves no State unknown",
    ),
    "a gap without doubt": (
        change("sponsor_lists", 1, unknown_states=""),
        "sponsor_lists.csv",
        3,
        "unknown_states",
        "must say which States",
    ),
    "a gap that leaves everybody in doubt": (
        change("sponsor_lists", 1, unknown_states="*"),
        "sponsor_lists.csv",
        3,
        "unknown_states",
        "a list that leaves all is partial",
    ),
    "a partial list without doubt": (
        change("sponsor_lists", 3, unknown_states=""),
        "sponsor_lists.csv",
        5,
        "unknown_states",
        "write *",
    ),
    "a partial list with doubt about some": (
        change("sponsor_lists", 3, unknown_states="AUT"),
        "sponsor_lists.csv",
        5,
        "unknown_states",
        "write *",
    ),
    "a State named and in doubt": (
        change("sponsor_lists", 1, unknown_states="AUT;CHL"),
        "sponsor_lists.csv",
        3,
        "unknown_states",
        "CHL is named on the list and cannot be unknown",
    ),
    "doubt not written as a list of codes": (
        change("sponsor_lists", 1, unknown_states="AUT, BEL"),
        "sponsor_lists.csv",
        3,
        "unknown_states",
        "does not have the form",
    ),
    "coverage without a list": (
        change("resolutions", 2, sponsor_coverage="complete"),
        "resolutions.csv",
        4,
        "sponsor_coverage",
        "complete, but no list is used",
    ),
    "coverage that its list denies": (
        change("resolutions", 1, sponsor_coverage="complete"),
        "resolutions.csv",
        3,
        "sponsor_coverage",
        "its list A/RES/58/1#final says suspected gap",
    ),
    "coverage of a draft as tabled that is called complete": (
        change("sponsor_lists", 0, stage="tabled"),
        "resolutions.csv",
        2,
        "sponsor_coverage",
        "complete, but its list A/RES/56/1#final says tabled only",
    ),
    "coverage of single names that is called partial": (
        change("sponsor_lists", 3, stage="statement"),
        "resolutions.csv",
        5,
        "sponsor_coverage",
        "partial, but its list A/RES/62/1#final says names only",
    ),
    "additional names used as a list of all": (
        change("sponsor_lists", 0, stage="additional"),
        "sponsor_lists.csv",
        2,
        "used_for_analysis",
        "a list of the stage additional is no list of all sponsors",
    ),
    "single names out of statements used as a list of all": (
        change("sponsor_lists", 0, stage="statement"),
        "sponsor_lists.csv",
        2,
        "used_for_analysis",
        "a list of the stage statement is no list of all sponsors",
    ),
    "names taken back used as a list": (
        change("sponsor_lists", 3, stage="withdrawn"),
        "sponsor_lists.csv",
        5,
        "used_for_analysis",
        "a list of the stage withdrawn is no list of all sponsors",
    ),
    "a later Member of which it is not said what it was before": (
        state("SSD", before_membership=""),
        "states.csv",
        161,
        "before_membership",
        "needed with member_since, and only there",
    ),
    "something before membership of a State that was always a Member": (
        change("states", 0, before_membership="independent"),
        "states.csv",
        2,
        "before_membership",
        "needed with member_since, and only there",
    ),
    "an observer of the Commission named in the Assembly": (
        change("sponsors", GHANA, iso3="CHE", state_as_written="Switzerland"),
        "sponsors.csv",
        3,
        "iso3",
        "is named on A/RES/56/1 of 2001-12-19, before it was a Member (2002-09-10)",
    ),
    "a State that was no observer named in the Commission": (
        both(commission, change("sponsors", GHANA, iso3="TLS", state_as_written="Timor-Leste")),
        "sponsors.csv",
        3,
        "iso3",
        "Timor-Leste is named on CHR 2001/1 of 2001-04-25, before it was a Member",
    ),
    "a vote of an observer in the Commission": (
        both(
            commission,
            again("votes", 0, resolution="CHR 2001/1", stage="CHR plenary", iso3="CHE", state_as_written="Switzerland"),
        ),
        "votes.csv",
        5,
        "iso3",
        "Switzerland is recorded as voting on CHR 2001/1 of 2001-04-25, before it was a Member",
    ),
    "a member of a group twice on one day": (
        again("group_members", 1, member_from="2020-01-31", member_to=""),
        "group_members.csv",
        4,
        "member_from",
        "GBR is in EU on that day already, by row 3",
    ),
    "a member of a group twice without dates": (
        again("group_members", 0, member_to="2005-01-01"),
        "group_members.csv",
        4,
        "group_id + iso3 + member_from",
        "is already in row 2",
    ),
    "a value that is not one of those allowed": (
        change("sponsor_lists", 0, stage="last"),
        "sponsor_lists.csv",
        2,
        "stage",
        "'last' is not one of tabled",
    ),
    "a number that is none": (
        change("resolutions", 3, yes="two"),
        "resolutions.csv",
        5,
        "yes",
        "'two' is not a whole number",
    ),
    "digits of another script": (
        change("resolutions", 3, yes="٢"),
        "resolutions.csv",
        5,
        "yes",
        "is not a whole number",
    ),
    "a number out of range": (
        change("resolutions", 0, session="999"),
        "resolutions.csv",
        2,
        "session",
        "999 is out of range (1 to 200)",
    ),
    "an empty cell that must not be": (
        change("resolutions", 0, title=""),
        "resolutions.csv",
        2,
        "title",
        "is empty and must not be",
    ),
    "spaces around a value": (
        change("sponsors", GHANA, state_as_written="Ghana "),
        "sponsors.csv",
        3,
        "state_as_written",
        "spaces around",
    ),
    "an address that is none": (
        change("sponsor_lists", 0, read_at="the library"),
        "sponsor_lists.csv",
        2,
        "read_at",
        "does not have the form",
    ),
    "the same text twice": (
        again("resolutions", 2),
        "resolutions.csv",
        7,
        "resolution",
        "A/RES/60/1 is already in row 4",
    ),
    "a Member without a regional group": (
        change("states", 0, un_group=""),
        "states.csv",
        2,
        "un_group",
        "a Member State needs a regional group",
    ),
    "a Member too many": (
        again("states", 0, iso3="GRL", name="Another", short_name="Another"),
        "states.csv",
        0,
        "status",
        "194 Member States where there are 193",
    ),
}


@pytest.mark.parametrize("what", CASES)
def test_refused_with_file_row_and_reason_and_the_old_database_stays(what, target, tmp_path):
    broken, file, row, column, words = CASES[what]
    tables = made.tables()
    broken(tables)
    problems = refused(made.write(tables, tmp_path / "bad"), target)
    fitting = [p for p in problems if (p.file, p.row, p.column) == (file, row, column)]
    assert fitting, f"told instead: {[str(p) for p in problems]}"
    assert any(words in p.reason for p in fitting), [p.reason for p in fitting]


@pytest.mark.parametrize("name", [n for n, t in descriptor.tables().items() if not t.ours])
def test_a_missing_file_is_refused(name, target, tmp_path):
    sources = made.write(made.tables(), tmp_path / "bad")
    (sources / descriptor.tables()[name].file).unlink()
    (problem,) = refused(sources, target)
    assert (problem.file, problem.row) == (f"{name}.csv", 0)
    assert "the file is missing" in problem.reason


@pytest.mark.parametrize("name", [n for n, t in descriptor.tables().items() if not t.ours])
def test_another_header_is_refused(name, target, tmp_path):
    sources = made.write(made.tables(), tmp_path / "bad")
    path = sources / descriptor.tables()[name].file
    path.write_text("new column," + path.read_text(encoding="utf-8"), encoding="utf-8")
    problems = refused(sources, target)
    assert (problems[0].file, problems[0].row) == (f"{name}.csv", 1)
    assert "unexpected 'new column'" in problems[0].reason


@pytest.mark.parametrize(
    ("content", "row", "words"),
    [
        (b"state_as_written,iso3\nC\xf4te d'Ivoire,CIV\n", 0, "not UTF-8"),
        (b'state_as_written,iso3\nTurkey,TUR\n"Vietnam,VNM\n', 3, "broken CSV"),
        (b"state_as_written,iso3\nKorea, Republic of,KOR\n", 2, "3 columns"),
    ],
)
def test_a_file_that_is_no_sound_csv_is_refused(content, row, words, target, tmp_path):
    sources = made.write(made.tables(), tmp_path / "bad")
    (sources / "name_variants_seen.csv").write_bytes(content)
    (problem,) = refused(sources, target)
    assert (problem.file, problem.row) == ("name_variants_seen.csv", row)
    assert words in problem.reason


def test_all_faults_are_told_at_once(target, tmp_path):
    tables = made.tables()
    for i in range(3):
        tables["sponsors"][i]["iso3"] = "XXX"
    problems = refused(made.write(tables, tmp_path / "bad"), target)
    assert [p.row for p in problems if p.reason == "XXX: unknown ISO code"] == [2, 3, 4]


def test_the_message_is_short_and_readable():
    problems = [Problem("sponsors.csv", i, "iso3", "XXX: unknown ISO code") for i in range(2, 32)]
    message = str(SourceError(problems))
    assert message.startswith("30 problems in the source files; the database was not changed")
    assert "  sponsors.csv, row 2, column iso3: XXX: unknown ISO code\n" in message
    assert message.endswith("… and 10 more")
    assert str(SourceError(problems[:1])).startswith("1 problem in")
    assert str(Problem("votes.csv", 0, "", "the file is missing")) == "votes.csv: the file is missing"


class TestOnACopyOfTheRealFiles:
    """The same on the files as they are: the mistakes that would hurt most."""

    @pytest.fixture
    def sources(self, tmp_path) -> Path:
        return Path(shutil.copytree(paths.SOURCES, tmp_path / "sources"))

    def replace(self, path: Path, old: str, new: str) -> int:
        """Replace a whole line; returns its row."""
        lines = path.read_text(encoding="utf-8").split("\n")
        row = lines.index(old)
        lines[row] = new
        path.write_text("\n".join(lines), encoding="utf-8")
        return row + 1

    def test_a_wrong_co_sponsor(self, sources, target):
        line = "A/RES/74/146#final,A/RES/74/146,final,Austria,AUT,sponsor"
        row = self.replace(sources / "sponsors.csv", line, line.replace("AUT", "AUS"))
        problems = refused(sources, target)
        assert {(p.file, p.row) for p in problems} >= {("sponsors.csv", row)}

    def test_a_name_that_slipped_out(self, sources, target):
        path = sources / "sponsors.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        lines.remove("A/RES/74/146#final,A/RES/74/146,final,Austria,AUT,sponsor\n")
        path.write_text("".join(lines), encoding="utf-8")
        (problem,) = refused(sources, target)
        assert problem.file == "sponsor_lists.csv"
        assert problem.reason == "84 names announced, 83 rows in sponsors.csv"

    def test_a_file_saved_in_another_encoding(self, sources, target):
        path = sources / "states.csv"
        path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))
        (problem,) = refused(sources, target)
        assert problem.file == "states.csv"
        assert "UTF-8" in problem.reason


def _loaded(tables: Tables) -> dict[str, list[Row]]:
    own = [tables[n] for n in ("states", "resolutions")]
    more = {n: t for n, t in tables.items() if n not in ("states", "resolutions", "sponsor_lists", "sponsors")}
    rows = made.rows(*own, **more)
    for name in ("sponsor_lists", "sponsors"):
        rows[name] = [Row(f"{name}.csv", i, line) for i, line in enumerate(tables[name], start=2)]
    return rows


def test_a_border_needs_both_directions():
    tables = made.tables()
    tables["neighbours"] = [{"iso3": "NOR", "neighbour": "SWE"}]
    problems = check_rules(_loaded(tables), Names.from_files(paths.SOURCES))
    assert [(p.file, p.row) for p in problems] == [("neighbours.csv", 2)]
    tables["neighbours"].append({"iso3": "SWE", "neighbour": "NOR"})
    assert check_rules(_loaded(tables), Names.from_files(paths.SOURCES)) == []


@pytest.mark.parametrize(
    "allowed",
    [
        both(commission, change("sponsors", GHANA, iso3="CHE", state_as_written="Switzerland")),
        again("group_members", 1, member_from="2020-02-01", member_to=""),
        both(
            change("sponsor_lists", 0, stage="tabled"),
            change("resolutions", 0, sponsor_coverage="tabled only"),
            *(change("sponsors", i, stage="tabled") for i in (NORWAY, GHANA, PERU)),
        ),
        both(
            change("sponsor_lists", 3, stage="statement"),
            change("resolutions", 3, sponsor_coverage="names only"),
            change("sponsors", 6, stage="statement"),
        ),
    ],
    ids=["an observer of the Commission", "back in a group the day after", "a whole draft used", "single names used"],
)
def test_taken(allowed):
    tables = made.tables()
    allowed(tables)
    rows = _loaded(tables)
    assert check_fields(descriptor.tables(), rows) == []
    assert check_rules(rows, Names.from_files(paths.SOURCES)) == []


def test_a_spokesman_for_a_group_needs_no_code():
    tables = made.tables()
    tables["sponsors"].append(
        tables["sponsors"][GHANA] | {"iso3": "", "state_as_written": "Gabon (on behalf of the Group of African States)"}
    )
    tables["sponsor_lists"][0]["n_states"] = tables["resolutions"][0]["n_sponsors_read"] = "4"
    rows = _loaded(tables)
    assert check_fields(descriptor.tables(), rows) == []
    assert check_rules(rows, Names.from_files(paths.SOURCES)) == []
