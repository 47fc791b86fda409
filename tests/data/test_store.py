"""The record as the rest of the house receives it."""

from __future__ import annotations

import dataclasses
import gc
import os
import shutil
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pandas as pd
import pytest

from data import build, store
from data.remembered import MOST, Remembered
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

    for name, table in descriptor.tables().items():
        if name != "name_variants_seen":
            assert tuple(record.rows(name).columns) == table.columns
            assert name not in store.SMALL or tuple(getattr(record, name).columns) == table.columns


@pytest.mark.parametrize("copied", [False, True])
def test_who_holds_a_record_goes_on_with_it_while_another_is_swapped_in(copied, tmp_path, monkeypatch):
    """On Windows a file that is open cannot be replaced: there a copy is opened, and the file itself let alone."""
    monkeypatch.setattr(store, "COPIED", copied)
    target, tables = tmp_path / "made.duckdb", made.tables()
    build.build(made.write(tables, tmp_path / "s"), target, tmp_path / "none")
    first = store.record(target)
    names = len(first.rows("sponsors"))
    del tables["sponsors"][0]
    tables["sponsor_lists"][0]["n_states"] = tables["resolutions"][0]["n_sponsors_read"] = "2"
    build.build(made.write(tables, tmp_path / "s"), target, tmp_path / "none")
    second = store.record(target)
    assert second.version != first.version
    assert (len(first.rows("sponsors")), len(second.rows("sponsors"))) == (names, names - 1)
    # Windows allows this only for a file that nobody has open.
    held = (
        {os.path.realpath(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd")} if os.name == "posix" else set()
    )
    assert (str(target) in held) != copied


def test_many_threads_ask_one_record_at_once(record):
    with ThreadPoolExecutor(8) as pool:
        asked = list(pool.map(lambda iso3: len(record.rows("grid", iso3=iso3)), list(record.states["iso3"])[:40]))
    assert set(asked) == {len(record.resolutions)}


def test_rows_are_those_with_the_values_asked_for(record):
    one = record.rows("sponsors", list_id="A/RES/74/146#final", iso3=["AUT", "CHN"])
    assert one[["list_id", "iso3"]].to_numpy().tolist() == [["A/RES/74/146#final", "AUT"]]
    assert record.rows("sponsors", list_id=[]).empty
    assert record.rows("votes", stage="no such stage").empty


def test_what_was_made_is_remembered_until_there_is_too_much():
    held, made_of = Remembered(), []

    def make(name: str) -> pd.DataFrame:
        made_of.append(name)
        return pd.DataFrame({"n": range(MOST // 2)})

    for name in ("a", "a", "b", "a", "c", "b"):
        given = held.get((name,), lambda name=name: make(name))
        given["n"] = 0  # a caller's change is its own
    assert made_of == ["a", "b", "c", "b"]
    assert held.get(("b",), lambda: make("b"))["n"].iloc[-1] == MOST // 2 - 1


def test_a_version_that_was_replaced_is_let_go_though_what_was_made_of_it_holds_it(tmp_path, built_database):
    path, other = tmp_path / "record.duckdb", tmp_path / "other.duckdb"
    for target in (path, other):
        shutil.copy(built_database, target)
    first = store.record(path)
    made_of_it = pd.DataFrame({"holds": [first]})
    first.remembered.get(("reasons",), made_of_it.copy)
    seen = weakref.ref(first)
    other.replace(path)
    assert store.record(path) is not first
    del first, made_of_it
    gc.collect()
    assert seen() is None


def test_types_are_as_promised(record):
    assert all(isinstance(day, date) for day in record.resolutions["adopted_on"])
    since = record.states.set_index("iso3")["member_since"]
    assert since["SSD"] == date(2011, 7, 14)
    assert since["NOR"] is None
    assert str(record.resolutions["n_sponsors_read"].dtype) == "Int64"
    assert pd.isna(record.resolutions.set_index("resolution").loc["A/HRC/RES/13/13", "n_sponsors_read"])
    assert record.places["on_map"].dtype == bool
    for frame in (
        record.states,
        record.rows("lists"),
        record.rows("sponsors"),
        record.resolutions,
        record.rows("votes"),
    ):
        for column in frame.columns:
            kinds = {type(value) for value in frame[column]}
            if str in kinds:
                assert kinds == {str}, f"{column} mixes text with {kinds}"


def test_empty_text_is_an_empty_string_and_not_missing(record):
    assert record.states.set_index("iso3").loc["PSE", "un_group"] == ""
    assert "" in set(record.rows("lists")["unknown_states"])
    assert not record.rows("grid")["list_id"].isna().any()


def test_every_state_has_a_place(record):
    assert set(record.places["iso3"]) == set(record.states["iso3"])


def test_what_looked_at_a_table_and_is_gone_is_not_kept_in_memory(built_database):
    record = store.record(built_database)

    def noted(looks: int) -> int:
        """References to what looks at two tables, that are looked at so often more, by name, as pages do."""
        for _ in range(looks):
            record.states["name"].sum()
            record.remembered.get(("made",), lambda: pd.DataFrame({"n": range(9)}))["n"].sum()
        store.tidy()
        return sum(type(one) is weakref.ref and one() is None for one in gc.get_objects())

    before = noted(0)
    assert noted(400) < before + 100


def test_giving_memory_back_lets_others_finish_what_they_are_making():
    """A tuple can be made to its end only while nobody else holds it."""
    failed, over = [], threading.Event()

    def make() -> None:
        while not over.is_set():
            try:
                tuple(n for n in range(200))
            except SystemError as error:
                failed.append(error)

    switch = sys.getswitchinterval()
    sys.setswitchinterval(0.0001)
    others = [threading.Thread(target=make) for _ in range(2)]
    try:
        for other in others:
            other.start()
        for _ in range(20):
            store.tidy()
    finally:
        over.set()
        for other in others:
            other.join()
        sys.setswitchinterval(switch)
    assert failed == []
