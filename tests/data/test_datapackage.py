"""datapackage.json is a valid Frictionless package, and describes every file that the build reads."""

from __future__ import annotations

import json

import duckdb
import frictionless
import pytest

from data import descriptor
from files import paths
from tests import made

TABLES = descriptor.tables()


@pytest.fixture(scope="module")
def package() -> frictionless.Package:
    return frictionless.Package(str(paths.DESCRIPTOR), basepath=str(paths.ROOT))


def test_the_descriptor_is_valid():
    package = json.loads(paths.DESCRIPTOR.read_text(encoding="utf-8"))
    report = frictionless.Package.validate_descriptor(package, basepath=str(paths.ROOT))
    assert report.valid, report.to_summary()
    assert package["licenses"]
    assert all(resource["licenses"] for resource in package["resources"])


@pytest.mark.parametrize("name", list(TABLES))
def test_every_file_is_valid_by_its_description(package, name):
    report = package.get_resource(name).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])[:5]


def test_the_references_between_files_hold(package):
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])[:5]


def test_every_csv_file_of_the_sources_is_described():
    described = {table.path for table in TABLES.values()}
    found = {str(path.relative_to(paths.ROOT)) for path in paths.SOURCES.glob("*.csv")}
    assert found <= described
    assert {path for path in described if path.startswith("data/sources")} == found
    # data/geo holds two more tables, which only the map and the command that makes places.csv read.
    assert {path for path in described if path.startswith("data/geo")} == {
        "data/geo/places.csv",
        "data/geo/neighbours.csv",
    }


@pytest.mark.parametrize("name", list(TABLES))
def test_the_database_has_the_same_columns_in_the_same_order(name, built_database):
    with duckdb.connect(str(built_database), read_only=True) as con:
        columns = [row[0] for row in con.execute(f"DESCRIBE {name}").fetchall()]
    assert tuple(columns) == TABLES[name].columns


def test_a_table_comes_after_those_it_refers_to():
    order = list(TABLES)
    for name, table in TABLES.items():
        for _, other, column in table.references:
            assert order.index(other) < order.index(name)
            assert column in TABLES[other].columns


def test_the_values_that_the_description_allows_are_those_of_the_schema(built_database):
    with duckdb.connect(str(built_database), read_only=True) as con:
        for name, table in TABLES.items():
            kinds = {row[0]: row[1] for row in con.execute(f"DESCRIBE {name}").fetchall()}
            for field in table.fields:
                allowed = field.constraints.get("enum")
                if allowed and kinds[field.name].startswith("ENUM"):
                    # body_members allows fewer bodies than there are.
                    values = set(kinds[field.name].removeprefix("ENUM(").rstrip(")").replace("'", "").split(", "))
                    assert set(allowed) <= values, (name, field.name)


def test_what_the_files_hold_is_no_less_than_described():
    """The descriptor's own numbers in words: 17, 8 and 13 texts."""
    bodies = [row["body"] for row in made.read(paths.SOURCES / "resolutions.csv")]
    words = TABLES["resolutions"].description
    for body, name in (
        ("GA", "General Assembly"),
        ("CHR", "Commission on Human Rights"),
        ("HRC", "Human Rights Council"),
    ):
        assert f"{name} {bodies.count(body)}" in words
