"""The record as the rest of the house receives it."""

from __future__ import annotations

import dataclasses
from datetime import date

import pandas as pd
import pytest

from data import build, store
from tests import made


def test_no_database_says_how_to_build_one(tmp_path):
    with pytest.raises(store.NoDatabase, match=r"python3 run\.py build"):
        store.record(tmp_path / "none.duckdb")


@pytest.mark.parametrize("content", [b"", b"no database at all", None])
def test_a_damaged_database_says_how_to_build_it_again(content, tmp_path, built_database):
    broken = tmp_path / "broken.duckdb"
    broken.write_bytes(built_database.read_bytes()[:5000] if content is None else content)
    with pytest.raises(store.NoDatabase, match=r"cannot be read.*python3 run\.py build"):
        store.record(broken)


def test_the_record_is_read_once_for_each_version(tmp_path):
    target = tmp_path / "made.duckdb"
    sources = made.write(made.tables(), tmp_path / "s")
    build.build(sources, target, tmp_path / "none")
    first = store.record(target)
    assert store.record(target) is first
    build.build(sources, target, tmp_path / "none")
    assert store.record(target) is not first


def test_a_record_cannot_be_reassigned(record):
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.version = "x"


def test_columns_are_those_of_the_sources(record):
    from data import descriptor

    tables = descriptor.tables()
    names = {"sponsor_lists": "lists", "count_claims": "claims"}
    for name, table in tables.items():
        if name != "name_variants_seen":
            assert tuple(getattr(record, names.get(name, name)).columns) == table.columns


def test_types_are_as_promised(record):
    assert all(isinstance(day, date) for day in record.resolutions["adopted_on"])
    since = record.states.set_index("iso3")["member_since"]
    assert since["SSD"] == date(2011, 7, 14)
    assert since["NOR"] is None
    assert str(record.resolutions["n_sponsors_read"].dtype) == "Int64"
    assert pd.isna(record.resolutions.set_index("resolution").loc["A/HRC/RES/13/13", "n_sponsors_read"])
    assert record.places["on_map"].dtype == bool
    for frame in (record.states, record.lists, record.sponsors, record.resolutions, record.votes):
        for column in frame.columns:
            kinds = {type(value) for value in frame[column]}
            if str in kinds:
                assert kinds == {str}, f"{column} mixes text with {kinds}"


def test_empty_text_is_an_empty_string_and_not_missing(record):
    assert record.states.set_index("iso3").loc["PSE", "un_group"] == ""
    assert "" in set(record.lists["unknown_states"])
    assert not record.grid["list_id"].isna().any()


def test_every_state_has_a_place(record):
    assert set(record.places["iso3"]) == set(record.states["iso3"])
