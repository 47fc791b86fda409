"""Writes docs/data_dictionary.md from datapackage.json, so that the two cannot disagree.

`python -m data.dictionary` writes the file; a test fails while it is stale.
"""

from __future__ import annotations

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
VIEWS = """## Views of the database

Made by `data/schema.sql` when the database is built; a contract for everybody who reads the file.

### `grid`

One row for each resolution and each of the 193 Member States, the State of Palestine and the Holy See: the best list
held. These are the rows of `stage_grid` at stage `final`.

| column | type | meaning |
|---|---|---|
| `resolution` | string | Symbol of the resolution |
| `iso3` | string | ISO 3166-1 alpha-3 code of the State |
| `value` | `sponsor`, `not_sponsor`, `not_when_tabled`, `unknown`, `not_member` | What is known of this State |
| `status` | `member`, `observer` | What it was on the day of adoption; `member` also for who was not yet one |
| `list_id` | string | The list that names the State, else the one that answers; NULL where none does |
| `list_stage` | a stage | Stage of the list that answers (see `answers`); NULL where none does |
| `completeness` | `complete`, `suspected gap`, `partial`, `unknown` | Completeness of that list; NULL where none does |
| `withdrawn_list` | string | The list of names taken back on which the State stands; NULL where none |
| `on_any_list` | boolean | Whether a list of the text, of whatever stage, names the State |

### `stage_grid`

The same for each stage that the body of the text offers (see `stages`), and for `final`.

| column | type | meaning |
|---|---|---|
| `resolution` | string | Symbol of the resolution |
| `stage` | a stage | The stage that is asked for |
| `iso3` | string | ISO 3166-1 alpha-3 code of the State |
| `value` | `sponsor`, `not_sponsor`, `not_when_tabled`, `unknown`, `not_member` | What is known of this State |
| `status` | `member`, `observer` | As in `grid` |
| `list_id` | string | As in `grid` |
| `list_stage` | a stage | As in `grid`; at another stage than `final` it is the stage that is asked for |
| `completeness` | `complete`, `suspected gap`, `partial`, `unknown` | As in `grid` |
| `withdrawn_list` | string | As in `grid`; NULL at another stage than `final`: who withdrew had tabled all the same |
| `on_any_list` | boolean | As in `grid` |

### `answers`

One row for each resolution and stage of which a list answers. For `final` it is the list used for analysis, of
whatever stage; for another stage a list of that very stage, the one used before others, then the most complete, then
the longest.

| column | type | meaning |
|---|---|---|
| `resolution` | string | Symbol of the resolution |
| `stage` | a stage | The stage that is asked for |
| `list_id` | string | The list that answers |
| `list_stage` | a stage | Its own stage |
| `completeness` | `complete`, `suspected gap`, `partial`, `unknown` | Its completeness |
| `in_doubt` | list of strings | ISO codes that it leaves open if not named; `*` = everybody |

### `stages`

One row for each body and stage at which its texts can be read: that of its series, and others of which at least two
adopted texts have whole lists.

| column | type | meaning |
|---|---|---|
| `body` | `GA`, `CHR`, `HRC` | The body |
| `stage` | a stage | The stage |
| `texts` | integer | Adopted texts with a whole list (complete or with a suspected gap) of this stage |
| `series` | boolean | Whether it is the stage of the body's series: that of most of its whole lists |

### `standing`

What each State was on the day of each text.

| column | type | meaning |
|---|---|---|
| `resolution` | string | Symbol of the resolution |
| `iso3` | string | ISO 3166-1 alpha-3 code of the State |
| `status` | `member`, `observer`, `not yet` | In the Commission, a later Member that was an observer there is one |

### `asked`

One row for each text and stage at which it is read: `final`, and the stages that its body offers.

| column | type | meaning |
|---|---|---|
| `resolution` | string | Symbol of the resolution |
| `stage` | stage | The stage asked for |

### `versions`

One row for each list held: the version of the draft that it was printed with.

| column | type | meaning |
|---|---|---|
| `list_id` | string | The list |
| `resolution` | string | Symbol of the resolution |
| `stage` | stage | Stage of the list |
| `version` | integer | 0 as first tabled, 1 the first revision, and so on; NULL for a list that stands by itself |

### `named`

One row for each State that is named on the list that answers. Of a text that is not adopted yet, on any of its lists
but those of names taken back.

| column | type | meaning |
|---|---|---|
| `resolution` | string | Symbol of the resolution |
| `stage` | a stage | The stage that is asked for |
| `iso3` | string | ISO 3166-1 alpha-3 code of the State |
| `list_id` | string | The list that names it: the one that answers, else the first that does |

### `withdrew`

One row for each State that a list of names taken back has.

| column | type | meaning |
|---|---|---|
| `resolution` | string | Symbol of the resolution |
| `iso3` | string | ISO 3166-1 alpha-3 code of the State |
| `list_id` | string | The list that says so |

### `resolution_totals`

One row for each resolution and regional group, from `grid`: those that were Members on the day of adoption. Sponsors,
`not_when_tabled`, unknown and those that did not sponsor add up to the members.

| column | type | meaning |
|---|---|---|
| `resolution` | string | Symbol of the resolution |
| `un_group` | string | Regional group |
| `sponsors` | integer | Members of the group that are named |
| `members` | integer | Members of the group that were Member States on the day of adoption |
| `not_when_tabled` | integer | Members of the group not named on the whole draft as tabled, where only that is held |
| `unknown` | integer | Members of the group of which it is not known |

### `meta`

Two rows: `data_version` (ten hexadecimal digits, changes with any value in any file) and `built_on` (the day).
"""


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
