"""How the record is cited: what CITATION.cff says, with the version, wherever the data go."""

from __future__ import annotations

import io
import json
import zipfile

import frictionless
import yaml

from briefing import formats
from briefing.citation import CITATION, bibtex, citation, work
from briefing.office import downloads


def test_the_citation_is_what_the_file_says() -> None:
    told = yaml.safe_load(CITATION.read_text(encoding="utf-8"))
    assert work().title == told["title"]
    assert list(work().authors) == [author["name"] for author in told["authors"]]
    assert work().license == told["license"].replace("CC-BY-4.0", "CC BY 4.0")
    assert citation("0123456789", "2026-11-26") == (
        "The contributors of the co-sponsorship dashboard: Who stands up for defenders: co-sponsorship of United "
        "Nations resolutions on human rights defenders. Data version 0123456789, record of 26 November 2026. CC BY 4.0."
    )
    entry = bibtex("0123456789", "2026-11-26")
    assert entry.startswith("@misc{cosponsorship-0123456789,\n")
    assert "  year = {2026},\n  version = {0123456789},\n" in entry
    assert entry.count("{") == entry.count("}")


def test_every_table_that_is_taken_away_says_how_to_cite_it(record, chart_of) -> None:
    chart = chart_of("columns")
    said = citation(record.version)
    assert f"# How to cite: {said}" in formats.make(chart, "noted").decode("utf-8-sig")
    assert said in formats.make(chart, "csv").decode("utf-8-sig").replace('"', "")
    for make in (downloads.csv_zip, downloads.parquet_zip):
        with zipfile.ZipFile(io.BytesIO(make(record))) as archive:
            assert f"To cite: {citation(record.version, record.built_on)}\n" in archive.read("README.txt").decode()


def test_the_archive_is_a_data_package_of_its_version(record, tmp_path) -> None:
    with zipfile.ZipFile(io.BytesIO(downloads.csv_zip(record))) as archive:
        archive.extractall(tmp_path)
    told = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert (told["version"], told["created"][:10]) == (record.version, record.built_on)
    assert {"sources", "contributors", "keywords", "licenses"} <= set(told)
    held = frictionless.Package(str(tmp_path / "datapackage.json"))
    for name in ("sponsor_lists", "sponsors", "resolutions", "states"):
        report = held.get_resource(name).validate()
        assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])[:5]


def test_notes_before_a_table_are_no_formula_and_no_row(chart_of) -> None:
    text = formats.make(chart_of("assembly-status"), "noted").decode("utf-8-sig")
    notes = [line for line in text.splitlines() if line.startswith("#")]
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    assert notes
    assert text.startswith("# Title: ")
    assert rows[0].split(",")[0] in chart_of("assembly-status").table.columns
    assert not [part for line in notes for part in line.split(",") if part.strip()[:1] in "=+-@" and part.strip()]
