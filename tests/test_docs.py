"""The documents say what the code does: every public measure has an entry, and no entry outlives its measure."""

from __future__ import annotations

import ast
import re

import pytest

from analytics.measures import Measures
from data.words import STANDINGS
from files.paths import ROOT

DOCS = ROOT / "docs"
METHODS = ("methodology.md", "methodology_targets.md")


def measures() -> set[str]:
    """Public functions of analytics, and what Measures can be asked, as "module.function"."""
    found = set()
    for path in (ROOT / "analytics").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        asked = [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "Measures"]
        bodies = [tree.body, *(n.body for n in asked)]
        functions = [n.name for body in bodies for n in body if isinstance(n, ast.FunctionDef)]
        module = path.parent.name if path.stem == "__init__" else path.stem
        found |= {f"{module}.{name}" for name in functions if not name.startswith("_")}
    return found


def entries() -> dict[str, str]:
    """Measure to the line that is its entry: a heading, or a row of a table whose first cell names it.

    `module.*` is an entry for a module that holds parts of a measure: own is part of targets.
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
    part = f"{module}.*" in described
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
    assert [word for word in STANDINGS if f"| {word} |" not in text] == []


def test_bolivia_is_still_the_example_for_recent(record):

    assert "Bolivia" in (DOCS / "methodology.md").read_text(encoding="utf-8")
    assert Measures(record).ladder("GA").set_index("iso3").loc["BOL", "word"] == "Recent"


def test_the_numbers_of_the_readme_are_those_of_the_record(record):
    """Each sentence about texts and lists is made again from the record; no other number of them stands in it."""
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    texts = record.resolutions
    of_body, of_kind = texts["body"].value_counts(), texts["sponsor_coverage"].value_counts().to_dict()
    tabled = texts[texts["sponsor_coverage"] == "tabled only"]
    assert (tabled["body"] == "CHR").sum() == of_body["CHR"], "all of the Commission are held as tabled"
    told = [
        f"The record holds {len(record.rows('lists'))} lists with {len(record.rows('sponsors')):,} names, "
        f"of {len(texts)} texts: "
        f"{of_body['GA']} of the General Assembly, {of_body['CHR']} of the Commission, "
        f"{of_body['HRC']} of the Council.",
        f"Of {of_kind.pop('complete')} texts it has a complete list of sponsors, of {of_kind.pop('suspected gap')} one "
        f"that probably lacks some names, of {of_kind.pop('partial')} only part of one.",
        f"Of {of_kind.pop('tabled only')} texts, all {of_body['CHR']} of the Commission among them, it has the draft "
        "as tabled: who joined later is not known.",
        f"Of {of_kind.pop('names only')} texts it has single names out of statements, "
        f"of {of_kind.pop('no list found')} nothing.",
        f"all {(record.states['status'] == 'member').sum()} Member States",
        "one State, two States or groups",  # what Compare does
    ]
    assert of_kind == {}, "a kind of coverage is not told"
    for sentence in told:
        assert sentence in readme
        readme = readme.replace(sentence, "")
    amount = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)"
    noun = r"(?:texts?|lists?|names|resolutions|sponsors|States|Member States)\b"
    assert re.findall(rf"\b{amount} (?:\w+ )?{noun}", readme) == []


def test_what_the_methodology_says_of_stages_and_claims_is_still_so(record):

    text = " ".join((DOCS / "methodology.md").read_text(encoding="utf-8").split())
    stages = record.stages.set_index(["body", "stage"])["texts"]
    assert stages["GA", "tabled"] == 11
    assert "the Assembly as tabled (eleven texts, to be read beside the Commission)" in text
    assert set(stages.index) - {("GA", "final"), ("HRC", "final"), ("CHR", "tabled")} == {
        ("GA", "tabled"),
        ("GA", "tabled revised"),
        ("HRC", "tabled"),
    }
    shown = Measures(record).counts().set_index(["body", "year"])["shown"]
    ends = [shown[at] for at in (("GA", 2000), ("GA", 2007), ("CHR", 2000), ("CHR", 2005), ("GA", 2001), ("CHR", 2001))]
    first, last, tabled, later, most, most_tabled = ends
    assert f"in the Assembly ({first} in 2000, {last} in 2007)" in text
    assert f"in the Commission as tabled ({tabled} in 2000, {later} in 2005)" in text
    assert f"as 2001 had {most} and {most_tabled}" in text
    withdrew = record.rows("grid")["withdrawn_list"].ne("").sum()
    assert f"{withdrew} States had withdrawn on the day" in text
    unknown = record.rows("totals").set_index("resolution").loc["A/RES/78/216", "unknown"].sum()
    assert f"probably lost; {unknown} States are unknown" in text


@pytest.mark.parametrize("path", sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")]), ids=lambda p: p.name)
def test_links_between_documents_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_the_members_of_a_year_that_stand_twice_are_still_32(record):
    assert int(record.rows("body_members").duplicated(["body", "at", "key", "iso3"]).sum()) == 32
    assert int(record.rows("body_members").duplicated().sum()) == 30


def test_every_threat_says_who_what_how_and_which_tests_prove_it():
    """Each row of the table is filled in, and its tests are there."""
    (table,) = re.findall(
        r"^\| Who \|.*?\n\n", (ROOT / "SECURITY.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:] if line]
    assert len(rows) > 15
    for row in rows:
        who, what, how, tests = row
        assert all((who, what, how)), row
        named = re.findall(r"`([^`]+)`", tests)
        assert named, row
        for path in named:
            files = [ROOT / path] if path.endswith(".py") else [*(ROOT / path).glob("**/test_*.py")]
            assert files, path
            assert all(re.search(r"^ *def test_", file.read_text(encoding="utf-8"), re.MULTILINE) for file in files), (
                path
            )
