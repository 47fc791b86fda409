"""Writes docs/data_dictionary.md from datapackage.json, so that the two cannot disagree.

`python -m data.dictionary` writes the file; a test fails while it is stale."""

import re

from data import descriptor
from data.descriptor import Field, Table
from files import paths

TARGET = paths.ROOT / "docs" / "data_dictionary.md"
INTRODUCTION = """# Data dictionary

Written from `datapackage.json` by `python -m data.dictionary`: change the description there, not here.
Every table of the database has the name and the columns of its file. An empty cell means *not known*
(in the database: NULL). What the cells of the grid mean is in [methodology.md](methodology.md).
"""
VIEWS = (paths.ROOT / "data" / "views.md").read_text(encoding="utf-8")
"""What the views of the database hold: a contract for everybody who reads the file."""


def dictionary() -> str:
    """The whole document as Markdown: a section a file with its key, references and columns, then the views
    and what the measures make."""
    parts = [INTRODUCTION, *(_section(table) for table in descriptor.tables().values()), VIEWS, _made()]
    return "\n".join(parts)


def _made() -> str:
    """The tables that the steps of the measures make, each as its step describes it."""
    steps = [step.read_text(encoding="utf-8") for step in sorted(paths.MEASURES.glob("*.sql"))]
    told = [head for step in steps for head in re.findall(r"^-- \w+: .*\n(?:--.*\n)*", step, re.MULTILINE)]
    parts = ["## Tables of the measures\n", "Made by `analytics/measures/*.sql` when the database is built.\n"]
    for head in told:
        name, said = re.sub(r"^-- ?", "", head, flags=re.MULTILINE).split(": ", 1)
        parts.append(f"### `{name}`\n\n```\n{said.rstrip()}\n```\n")
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
