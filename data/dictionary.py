"""Writes docs/data_dictionary.md from datapackage.json, so that the two cannot disagree.

`python -m data.dictionary` writes the file; a test fails while it is stale.
"""

from __future__ import annotations

from data import descriptor, paths
from data.descriptor import Field, Table

TARGET = paths.ROOT / "docs" / "data_dictionary.md"
INTRODUCTION = """# Data dictionary

Written from `datapackage.json` by `python -m data.dictionary`: change the description there, not here.
Every table of the database has the name and the columns of its file. An empty cell means *not known*
(in the database: NULL). What the cells of the grid mean is in [methodology.md](methodology.md).
"""
VIEWS = """## Views of the database

Made by `data/schema.sql` when the database is built; a contract for everybody who reads the file.

### `grid`

One row for each resolution and each of the 193 Member States, the State of Palestine and the Holy See.

| column | type | meaning |
|---|---|---|
| `resolution` | string | Symbol of the resolution |
| `iso3` | string | ISO 3166-1 alpha-3 code of the State |
| `value` | `sponsor`, `not_sponsor`, `unknown`, `not_member` | What is known of this State, from the best list held |
| `list_id` | string | The list that says so; NULL where no list of the text is held |

### `resolution_totals`

One row for each resolution and regional group, Member States only.

| column | type | meaning |
|---|---|---|
| `resolution` | string | Symbol of the resolution |
| `un_group` | string | Regional group |
| `sponsors` | integer | Members of the group that are named |
| `members` | integer | Members of the group that were Member States on the day of adoption |
| `unknown` | integer | Members of the group of which it is not known |

### `meta`

Two rows: `data_version` (ten hexadecimal digits, changes with any value in any file) and `built_on` (the day).
"""


def dictionary() -> str:
    """The whole document as Markdown: a section a file with its key, references and columns, then the views."""
    parts = [INTRODUCTION, *(_section(table) for table in descriptor.tables().values()), VIEWS]
    return "\n".join(parts)


def _section(table: Table) -> str:
    key = " + ".join(f"`{column}`" for column in table.key) or "none"
    lines = [f"## {table.title}", "", f"Table `{table.name}`, file `{table.path}`. {table.description}", ""]
    lines.append(f"Key: {key}." + "".join(f" `{c}` refers to `{o}.{oc}`." for c, o, oc in table.references))
    lines += ["", "| column | type | needed | meaning | allowed |", "|---|---|---|---|---|"]
    for field in table.fields:
        needed = "yes" if field.required else ""
        cells = [f"`{field.name}`", field.type, needed, field.description, _allowed(field)]
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([*lines, ""])


def _allowed(field: Field) -> str:
    found = []
    if values := field.constraints.get("enum"):
        found.append(", ".join(f"`{value}`" for value in values))
    low, high = field.constraints.get("minimum"), field.constraints.get("maximum")
    if low is not None or high is not None:
        found.append(f"{'' if low is None else low} to {'' if high is None else high}".strip())
    if pattern := field.constraints.get("pattern"):
        found.append(f"form `{pattern}`")
    if field.constraints.get("unique"):
        found.append("unique")
    return "; ".join(found)


def main() -> None:
    """Command line: write the document."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(dictionary(), encoding="utf-8")


if __name__ == "__main__":
    main()
