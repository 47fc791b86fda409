"""The whole record to take away: as CSV, as one Excel workbook, and as Parquet, with what describes it."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from briefing.citation import citation
from briefing.office.tables import csv_bytes, workbook
from data.store import NAMES, Record
from data.words import MEANING
from files.paths import DESCRIPTOR
from files.whole import in_memory

TABLES = (
    "grid",
    "stage_grid",
    "stages",
    "resolutions",
    "lists",
    "sponsors",
    "totals",
    "votes",
    "states",
    "group_members",
    "body_members",
    "events",
    "opportunities",
    "claims",
    "other_resolutions",
    "other_sponsors",
    "places",
    "neighbours",
)


@dataclass(frozen=True)
class Download:
    """One way to take the record away: `make` gives the bytes of the file."""

    key: str
    label: str
    extension: str
    make: Callable[[Record], bytes]


def _about(record: Record) -> str:
    return (
        "Co-sponsorship of UN resolutions on human rights defenders\n"
        f"Data version {record.version}, built {record.built_on}\n"
        f"To cite: {citation(record.version, record.built_on)}\n"
        "Compilation CC BY 4.0; facts from UN documents, named in the table of lists.\n"
        "Empty = not known. In the grid, from the best list held, a value is one of:\n"
        + "".join(f"  {value}: {meaning}.\n" for value, meaning in MEANING.items())
        + "A State that withdrew has the list that says so in withdrawn_list. In stage_grid the same is told at each "
        "stage\nof which lists are held; stages says which one a body's series is drawn at. Stages are not compared.\n"
        "datapackage.json describes the tables and their columns, with version, sources and contributors.\n"
    )


def _zip(record: Record, extension: str, make: Callable[[pd.DataFrame], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", _about(record))
        archive.writestr("datapackage.json", json.dumps(package(record, extension), ensure_ascii=False, indent=1))
        for name in TABLES:
            archive.writestr(f"{name}.{extension}", make(record.rows(name)))
    return out.getvalue()


def package(record: Record, extension: str) -> dict[str, object]:
    """The description of what is taken away: that of the sources, with version and day, of the files in the archive."""
    told: dict[str, Any] = json.loads(DESCRIPTOR.read_text(encoding="utf-8"))
    called = {NAMES.get(name, name): name for name in TABLES}
    resources = [one for one in told.pop("resources") if one["name"] in called]
    for one in resources:
        one |= {"path": f"{called[one['name']]}.{extension}", "format": extension}
    day = f"{record.built_on}T00:00:00Z"
    return {**told, "version": record.version, "created": day, "resources": resources}


def csv_zip(record: Record) -> bytes:
    """All tables as CSV files (UTF-8 with BOM, formulas neutralised) in a ZIP."""
    return _zip(record, "csv", csv_bytes)


def parquet_zip(record: Record) -> bytes:
    """All tables as Parquet files in a ZIP; the data version is in each file's metadata."""

    def parquet(table: pd.DataFrame) -> bytes:
        arrow = pa.Table.from_pandas(table, preserve_index=False)
        arrow = arrow.replace_schema_metadata(
            {**(arrow.schema.metadata or {}), b"data_version": record.version.encode()}
        )
        return in_memory(partial(pq.write_table, arrow))

    return _zip(record, "parquet", parquet)


def xlsx(record: Record) -> bytes:
    """All tables as sheets of one workbook, with a "Read me" sheet."""
    words = [("About", _about(record)), ("Data version", record.version), ("Built", record.built_on)]
    words.append(("How to cite", citation(record.version, record.built_on)))
    return workbook([(name, record.rows(name)) for name in TABLES], words, "Co-sponsorship record")


FORMATS = {
    form.key: form
    for form in (
        Download("csv", "All tables, CSV (ZIP)", "csv.zip", csv_zip),
        Download("xlsx", "All tables, Excel", "xlsx", xlsx),
        Download("parquet", "All tables, Parquet (ZIP)", "parquet.zip", parquet_zip),
    )
}


def file_name(record: Record, form: Download) -> str:
    """Name of the file: what is in it and the data version."""
    return f"cosponsorship-record_{record.version}.{form.extension}"
