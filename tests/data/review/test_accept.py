"""Accepting, undoing and exchanging imports: whole or not at all, and the record goes with it."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from data import store
from data.added.entries import FOLDER, from_bytes, path_of, read_all
from data.added.rows import merge, user_rows
from data.build import build
from data.checks.problems import SourceError
from data.reading.context import Context
from data.reading.model import ImporterError, NamedState
from data.review.accept import Acceptance, official_url
from data.review.exchange import export_all
from data.review.keep import bring_back as redo
from data.review.keep import history
from data.review.keep import set_aside as undo
from files import whole
from tests.data.review.kept import accept_list, accept_resolution, accept_votes, import_all

ROOT = Path(__file__).resolve().parents[3]
CONTEXT = Context.from_files()
COVID = "A/RES/76/174"
SPONSORS = tuple(
    NamedState(r["state_as_written"], r["iso3"], r["role"])
    for r in CONTEXT.sponsors
    if r["list_id"] == "A/RES/74/146#final"
)
LIST = Acceptance(
    COVID,
    "final",
    SPONSORS,
    "Ada",
    "Report A/76/462/Add.2",
    "complete",
    document_symbol="A/76/462/Add.2",
    document_name="report.pdf",
    document_sha256="0" * 64,
)


def value(record: store.Record, resolution: str, iso3: str) -> str:
    grid = record.rows("grid")
    return grid.loc[(grid.resolution == resolution) & (grid.iso3 == iso3), "value"].item()


def test_an_accepted_list_changes_the_grid_and_undo_restores_it(tmp_path):
    database, folder = tmp_path / "d.duckdb", tmp_path / "user"
    build(target=database, data_dir=folder)
    before = store.record(database)
    assert (value(before, COVID, "NOR"), value(before, COVID, "FRA")) == ("sponsor", "unknown")
    entry = accept_list(folder, LIST, CONTEXT)
    build(target=database, data_dir=folder)
    after = store.record(database)
    assert (value(after, COVID, "NOR"), value(after, COVID, "FRA")) == ("sponsor", "sponsor")
    assert value(after, COVID, "CHN") == "not_sponsor"
    used = after.rows("lists")[
        (after.rows("lists").resolution == COVID) & (after.rows("lists").used_for_analysis == "yes")
    ]
    (held,) = used.itertuples()
    assert (held.used_for_analysis, held.completeness, held.n_states) == ("yes", "complete", len(SPONSORS))
    assert held.official_url == "https://undocs.org/A/76/462/Add.2"
    undo(folder, entry.id)
    build(target=database, data_dir=folder)
    assert store.record(database).version == before.version
    redo(folder, entry.id)
    build(target=database, data_dir=folder)
    assert store.record(database).version == after.version


def test_an_accepted_list_replaces_the_one_used_and_keeps_it(tmp_path):
    better = replace(LIST, resolution="A/RES/78/216", document_symbol="A/78/481/Add.2")
    entry = accept_list(tmp_path, better, CONTEXT)
    context = Context.from_files(data_dir=tmp_path)
    lists = {r["list_id"]: r["used_for_analysis"] for r in context.lists if r["resolution"] == "A/RES/78/216"}
    assert lists["A/RES/78/216#final"] == "no"
    assert [i for i, used in lists.items() if used == "yes"] == [f"A/RES/78/216#final-{entry.id[-8:]}"]
    row = context.resolution("A/RES/78/216")
    assert (row["sponsor_coverage"], row["n_sponsors_read"]) == ("complete", str(len(SPONSORS)))
    # kept, but not for analysis: the former list stays in use
    undo(tmp_path, entry.id)
    accept_list(tmp_path, replace(better, use=False), CONTEXT)
    context = Context.from_files(data_dir=tmp_path)
    used = [
        r["list_id"] for r in context.lists if r["resolution"] == "A/RES/78/216" and r["used_for_analysis"] == "yes"
    ]
    assert used == ["A/RES/78/216#final"]


def test_the_last_accepted_list_is_the_one_used(tmp_path):
    first = accept_list(tmp_path, LIST, CONTEXT)
    second = accept_list(tmp_path, replace(LIST, states=SPONSORS[:70]), CONTEXT)
    used = {r["list_id"][-8:]: r["used_for_analysis"] for r in user_rows(tmp_path)["sponsor_lists"]}
    assert used == {first.id[-8:]: "no", second.id[-8:]: "yes"}
    assert [e.id for e in history(tmp_path)] == [second.id, first.id]
    undo(tmp_path, second.id)
    assert [r["used_for_analysis"] for r in user_rows(tmp_path)["sponsor_lists"]] == ["yes"]


def test_rows_have_exactly_the_columns_of_the_sources(tmp_path):
    accept_list(tmp_path, LIST, CONTEXT)
    rows = user_rows(tmp_path)
    for table, name in (("sponsor_lists", "sponsor_lists"), ("sponsors", "sponsors")):
        header = (ROOT / "data" / "sources" / f"{name}.csv").read_text(encoding="utf-8").split("\n", 1)[0].strip()
        assert ",".join(rows[table][0]) == header
    assert len(rows["sponsors"]) == len(SPONSORS)


def test_what_a_person_corrected_is_kept_under_the_official_name_and_told(tmp_path):
    states = (
        NamedState("Norvay", "NOR"),
        NamedState("Sweden", "SWE"),
        NamedState("Kingdom of Sweden", "SWE", "main sponsor"),
    )
    entry = accept_list(tmp_path, replace(LIST, states=states, completeness="partial"), CONTEXT)
    assert [(s["state_as_written"], s["iso3"], s["role"]) for s in entry.states] == [
        ("Norway", "NOR", "sponsor"),
        ("Sweden", "SWE", "main sponsor"),
    ]
    assert "“Norvay”" in entry.facts["note"]
    assert entry.facts["unknown_states"] == "*"


def test_a_state_before_its_membership_is_told_and_not_counted(tmp_path):
    given = replace(
        LIST,
        resolution="A/RES/56/163",
        completeness="partial",
        document_symbol="A/C.3/56/L.62",
        states=(NamedState("Switzerland", "CHE"), NamedState("Norway", "NOR")),
    )
    entry = accept_list(tmp_path, given, CONTEXT)
    assert [s["iso3"] for s in entry.states] == ["NOR"]
    assert "Switzerland (a Member since 2002-09-10)" in entry.facts["note"]


def test_an_observer_of_the_commission_is_counted_there(tmp_path):
    given = replace(
        LIST,
        resolution="CHR 2001/64",
        stage="tabled",
        completeness="partial",
        document_symbol="E/CN.4/2001/L.83",
        states=(NamedState("Switzerland", "CHE"), NamedState("Norway", "NOR")),
    )
    entry = accept_list(tmp_path, given, CONTEXT)
    assert [s["iso3"] for s in entry.states] == ["CHE", "NOR"]
    assert "membership" not in entry.facts["note"]


@pytest.mark.parametrize(
    ("resolution", "stage", "completeness", "coverage"),
    [
        (COVID, "final", "complete", "complete"),
        (COVID, "tabled", "complete", "tabled only"),
        (COVID, "tabled revised", "suspected gap", "tabled only"),
        (COVID, "tabled", "partial", "partial"),
        (COVID, "as adopted", "complete", "tabled only"),
        (COVID, "statement", "partial", "names only"),
    ],
)
def test_the_coverage_of_a_text_follows_from_the_stage_of_its_list(tmp_path, resolution, stage, completeness, coverage):
    doubt = ("CHN",) if completeness == "suspected gap" else ()
    given = replace(LIST, resolution=resolution, stage=stage, completeness=completeness, unknown_states=doubt)
    accept_list(tmp_path, given, CONTEXT)  # the check of the whole record is run
    assert Context.from_files(data_dir=tmp_path).resolution(resolution)["sponsor_coverage"] == coverage


def test_a_whole_draft_as_tabled_makes_nobody_a_no(tmp_path):
    database = tmp_path / "d.duckdb"
    accept_list(tmp_path / "user", replace(LIST, stage="tabled"), CONTEXT)
    build(target=database, data_dir=tmp_path / "user")
    assert value(store.record(database), COVID, "CHN") == "not_when_tabled"


def test_a_new_resolution_with_its_list(tmp_path):
    facts = {
        "resolution": "A/RES/81/100",
        "adopted_on": "2026-11-02",
        "title": "Defenders",
        "draft_symbol": "A/C.3/81/L.20",
    }
    resolution = accept_resolution(tmp_path, facts, "Ada", CONTEXT)
    context = Context.from_files(data_dir=tmp_path)
    assert context.resolution_of("A/C.3/81/L.20/Rev.1") == "A/RES/81/100"
    accept_list(tmp_path, replace(LIST, resolution="A/RES/81/100"), context)
    with pytest.raises(ImporterError, match="Undo those first"):
        undo(tmp_path, resolution.id)
    database = tmp_path / "d.duckdb"
    build(target=database, data_dir=tmp_path)
    record = store.record(database)
    assert value(record, "A/RES/81/100", "NOR") == "sponsor"
    assert record.resolutions.set_index("resolution").loc["A/RES/81/100", "body"] == "GA"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"resolution": "81/100"}, "not of a form"),
        ({"resolution": "A/RES/74/146", "adopted_on": "2019-12-18", "title": "x"}, "in the record already"),
        ({"resolution": "A/RES/81/100", "title": "x"}, "date of adoption is missing"),
        ({"resolution": "A/RES/199/100", "adopted_on": "2099-12-18", "title": "x"}, "still to come"),
        ({"resolution": "A/RES/81/100", "adopted_on": "2026-11-02"}, "no title"),
    ],
)
def test_a_resolution_without_its_facts_is_refused(tmp_path, facts, said):
    with pytest.raises(ImporterError, match=said):
        accept_resolution(tmp_path, facts, "Ada", CONTEXT)
    assert read_all(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"resolution": "A/RES/99/99"}, "not in the record"),
        ({"stage": "last"}, "none of"),
        ({"states": ()}, "no State"),
        ({"by": " "}, "who accepts"),
        ({"completeness": "unknown"}, "not stated"),
        ({"completeness": "rather good"}, "no completeness"),
        ({"unknown_states": ("FRA",)}, "leaves nobody unknown"),
        ({"completeness": "suspected gap"}, "which States may be missing"),
        ({"completeness": "suspected gap", "unknown_states": ("XXX",)}, "no code of a State"),
        ({"document_symbol": ""}, "source is missing"),
        ({"document_symbol": "", "origin": "web page"}, "link to the page"),
        ({"origin": "e-mail"}, "no symbol of a UN document"),
        ({"origin": "hearsay"}, "no origin"),
        ({"read_at": "my desk"}, "no web address"),
        ({"states": (NamedState("Narnia", "XNA"),)}, "XNA"),
        ({"stage": "withdrawn"}, "names that were taken back are no list of sponsors"),
        ({"stage": "statement"}, "cannot tell who did not sponsor"),
    ],
)
def test_what_is_not_sound_is_refused_and_nothing_is_kept(tmp_path, change, said):
    with pytest.raises(ImporterError, match=said):
        accept_list(tmp_path, replace(LIST, **change), CONTEXT)
    assert read_all(tmp_path) == []


def test_who_took_the_name_back_is_kept_beside_the_list_used(tmp_path):
    entry = accept_list(tmp_path, replace(LIST, stage="withdrawn", use=False), CONTEXT)
    assert (entry.facts["stage"], entry.facts["use"]) == ("withdrawn", "no")


def test_a_roll_call_that_adds_up_is_taken_and_another_is_not(tmp_path):
    with (ROOT / "data" / "sources" / "votes.csv").open(encoding="utf-8", newline="") as file:
        votes = list(csv.DictReader(file))
    votes = [r for r in votes if r["resolution"] == "A/RES/70/161" and r["stage"] == "plenary"]
    states = tuple(NamedState(r["state_as_written"], r["iso3"], r["vote"]) for r in votes)
    given = replace(LIST, resolution="A/RES/70/161", stage="plenary", states=states)
    entry = accept_votes(tmp_path, given, CONTEXT)
    assert len(entry.states) == len(votes) == 182
    with pytest.raises(ImporterError, match="kept with its record"):
        accept_votes(tmp_path, replace(given, document_symbol="", origin="colleague"), CONTEXT)
    with pytest.raises(ImporterError, match="official total"):
        accept_votes(tmp_path, replace(given, states=states[:-1]), CONTEXT)
    with pytest.raises(ImporterError, match="no stage of a vote"):
        accept_votes(tmp_path, replace(given, stage="final"), CONTEXT)


def test_a_damaged_file_of_the_user_stops_the_build_and_keeps_the_database(tmp_path):
    database = tmp_path / "d.duckdb"
    entry = accept_list(tmp_path, LIST, CONTEXT)
    build(target=database, data_dir=tmp_path)
    content = database.read_bytes()
    path = path_of(tmp_path, entry.id)
    path.write_bytes(path.read_bytes().replace(b'"NOR"', b'"NZL"'))
    with pytest.raises(SourceError, match="checksum"):
        build(target=database, data_dir=tmp_path)
    assert database.read_bytes() == content
    with pytest.raises(SourceError, match=entry.id):
        merge({"resolutions": []}, tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"\xff\xfe", b'{"format": 1}', b'{"format": 9, "checksum": "x"}', b"null"]
)
def test_any_other_file_is_refused_with_its_name(content):
    with pytest.raises(ImporterError, match=r"x\.json"):
        from_bytes(content, "x.json")


@pytest.mark.parametrize("entry_id", ["../../etc/passwd", "", "x", "20260101T000000-12345678/../x"])
def test_an_id_is_never_a_path(tmp_path, entry_id):
    for act in (undo, redo):
        with pytest.raises(ImporterError):
            act(tmp_path, entry_id)


def test_a_full_disk_leaves_everything_as_it_was(tmp_path, monkeypatch):
    accept_list(tmp_path, LIST, CONTEXT)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}

    def full(*_):
        raise OSError(28, "No space left on device")

    for step in ("write", "fsync", "replace"):
        monkeypatch.setattr(whole.os, step, full)
        with pytest.raises(OSError, match="No space left on device"):
            whole.write(tmp_path / FOLDER / "new.json", b"x")
        monkeypatch.undo()
        assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_all_imports_as_one_file_for_a_colleague(tmp_path):
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    accept_list(mine, LIST, CONTEXT)
    accept_list(mine, replace(LIST, resolution="A/RES/78/216"), CONTEXT)
    content = export_all(mine)
    added, there = import_all(theirs, content, "imports.json")
    assert (len(added), len(there)) == (2, 0)
    assert read_all(theirs) == read_all(mine)
    assert import_all(theirs, content, "imports.json")[0] == []
    assert export_all(theirs) == content


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body["entries"][0]["states"][0].update(iso3="NZL"),
        lambda body: body.update(kind="something else"),
        lambda body: body["entries"].append(body["entries"][0]),
        lambda body: body.update(entries="x"),
        lambda body: body["entries"][0].update(id="../../x"),
    ],
)
def test_a_colleagues_file_that_is_damaged_is_refused_whole(tmp_path, change):
    accept_list(tmp_path / "a", LIST, CONTEXT)
    body = json.loads(export_all(tmp_path / "a"))
    change(body)
    with pytest.raises(ImporterError):
        import_all(tmp_path / "b", json.dumps(body).encode(), "f.json")
    assert read_all(tmp_path / "b") == []


@pytest.mark.parametrize("stage", ["additional", "statement"])
def test_a_list_of_some_sponsors_cannot_tell_who_did_not_sponsor(tmp_path, stage):
    early = replace(LIST, stage=stage)
    with pytest.raises(ImporterError, match="cannot tell who did not sponsor"):
        accept_list(tmp_path, early, CONTEXT)
    assert read_all(tmp_path) == []
    kept = accept_list(tmp_path, replace(early, completeness="partial"), CONTEXT)
    assert kept.facts["unknown_states"] == "*"


def test_names_that_were_taken_back_are_kept_beside_the_list_that_is_used(tmp_path):
    back = replace(LIST, stage="withdrawn", states=(NamedState("Norway", "NOR"),), completeness="partial")
    with pytest.raises(ImporterError, match="no list of sponsors"):
        accept_list(tmp_path / "user", back, CONTEXT)
    accept_list(tmp_path / "user", replace(back, use=False), CONTEXT)
    build(target=tmp_path / "d.duckdb", data_dir=tmp_path / "user")
    record = store.record(tmp_path / "d.duckdb")
    # It stood in a statement, which is no final list: it took its name back since.
    assert value(record, COVID, "NOR") == "not_sponsor"
    assert value(record, COVID, "CAN") == "sponsor"


def test_the_address_of_a_document_leaves_out_its_other_symbol():
    assert official_url("E/2000/23 (E/CN.4/2000/167)") == "https://undocs.org/E/2000/23"
    assert official_url("A/60/509/Add.2 (Part II)") == "https://undocs.org/A/60/509/Add.2(PartII)"


def test_what_a_colleague_told_is_built_and_names_no_address(tmp_path):
    told = replace(LIST, document_symbol="", origin="colleague", source_title="Ada, 12 November 2021")
    accept_list(tmp_path, told, CONTEXT)
    build(target=tmp_path / "d.duckdb", data_dir=tmp_path)
    lists = store.record(tmp_path / "d.duckdb").rows("lists")
    (held,) = lists[lists["source_title"].str.startswith("A colleague: ")].itertuples()
    assert (held.document_symbol, held.official_url, held.read_at) == ("", "", "")
    assert (held.used_for_analysis, held.source_title) == ("yes", "A colleague: Ada, 12 November 2021")
