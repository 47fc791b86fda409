"""The machine-readable description of the source files: datapackage.json, read once and indexed."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from files.paths import DESCRIPTOR


@dataclass(frozen=True, eq=False)
class Field:
    """One column: its name, Frictionless type, description and constraints."""

    name: str
    type: str
    description: str
    constraints: dict[str, Any]

    @property
    def required(self) -> bool:
        return bool(self.constraints.get("required"))


@dataclass(frozen=True)
class Table:
    """One file: its name, its path under the project, its columns, key and references."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    references: tuple[tuple[str, str, str], ...]  # (column, other table, other column)

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    @property
    def ours(self) -> bool:
        """Whether we made it (places, languages of missions), apart from what was read in UN documents."""
        return not self.path.startswith("data/sources/")

    @property
    def file(self) -> str:
        return Path(self.path).name


@lru_cache(maxsize=4)
def tables(descriptor: Path = DESCRIPTOR) -> dict[str, Table]:
    """All tables by name, in the order in which they must be loaded (a table after those it refers to)."""
    package = json.loads(descriptor.read_text(encoding="utf-8"))
    return {resource["name"]: _table(resource) for resource in package["resources"]}


def _table(resource: dict[str, Any]) -> Table:
    schema = resource["schema"]
    return Table(
        name=resource["name"],
        path=resource["path"],
        title=resource["title"],
        description=resource["description"],
        fields=tuple(Field(f["name"], f["type"], f["description"], f.get("constraints", {})) for f in schema["fields"]),
        key=tuple(schema.get("primaryKey", ())),
        references=tuple(
            (k["fields"], k["reference"]["resource"], k["reference"]["fields"]) for k in schema.get("foreignKeys", ())
        ),
    )
