"""The documents say what the code does: every public measure has an entry, and no entry outlives its measure."""

from __future__ import annotations

import ast
import re

import pytest

from analytics.ladder import WORDS, ladder
from data.paths import ROOT

DOCS = ROOT / "docs"
METHODS = ("methodology.md", "methodology_targets.md")


def measures() -> set[str]:
    """Public functions of analytics as "module.function"."""
    found = set()
    for path in (ROOT / "analytics").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [n.name for n in tree.body if isinstance(n, ast.FunctionDef)]
        found |= {f"{path.stem}.{name}" for name in functions if not name.startswith("_")}
    return found


def entries() -> dict[str, str]:
    """Measure to the line that is its entry: a heading, or a row of a table whose first cell names it.

    `module.*` is an entry for a module that holds parts of a measure: prospects_own is part of prospects.
    """
    found = {}
    for name in METHODS:
        path = DOCS / name
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            if line.startswith(("#", "| `")):
                cell = line.split("|")[1] if line.startswith("|") else line
                found |= dict.fromkeys(re.findall(r"`(?:analytics\.)?(\w+\.(?:\w+|\*))`", cell), line)
    return found


@pytest.mark.parametrize("measure", sorted(measures()))
def test_every_public_measure_has_an_entry(measure):
    module = measure.split(".")[0]
    described = entries()
    part = "_" in module and f"{module}.*" in described
    found = part or measure in described
    assert found, f"describe {measure} in docs/methodology.md or docs/methodology_targets.md"


def test_no_entry_outlives_its_measure():
    modules = {f"{measure.split('.')[0]}.*" for measure in measures()}
    assert set(entries()) - measures() - modules == set()


def test_an_entry_in_a_table_states_a_rule():
    for measure, line in entries().items():
        if line.startswith("|"):
            assert len(line.split("|")[2].strip()) > 15, f"{measure} has no rule"


def test_every_word_of_the_ladder_is_explained():
    text = (DOCS / "methodology.md").read_text(encoding="utf-8")
    assert [word for word in WORDS if f"| {word} |" not in text] == []


def test_bolivia_is_still_the_example_for_recent(record):
    from analytics.grid import cells

    assert "Bolivia" in (DOCS / "methodology.md").read_text(encoding="utf-8")
    assert ladder(cells(record), "GA").set_index("iso3").loc["BOL", "word"] == "Recent"


@pytest.mark.parametrize("path", sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")]), ids=lambda p: p.name)
def test_links_between_documents_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_the_members_of_a_year_that_stand_twice_are_still_32(record):
    assert int(record.body_members.duplicated(["body", "at", "key", "iso3"]).sum()) == 32
    assert int(record.body_members.duplicated().sum()) == 30
