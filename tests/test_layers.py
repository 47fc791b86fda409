"""The house's arrows point one way: pages -> briefing -> charts -> analytics -> data; pages, briefing -> workspace;
everybody -> files.

Read from the source code itself (imports anywhere in a file, also inside functions), never from running it.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from files.paths import ROOT

MAY_IMPORT = {
    "pages": {"briefing", "charts", "analytics", "data", "workspace", "access", "files"},
    "briefing": {"charts", "analytics", "data", "workspace", "files"},
    "charts": {"analytics", "data", "files"},
    "analytics": {"data", "files"},
    "data": {"files"},
    "workspace": {"files"},
    "access": {"files"},
    "files": set(),
    # run.py's own modules: standard library only, so that they run before anything is installed.
    "bootstrap": set(),
}
LAYERS = set(MAY_IMPORT)
# Modules without any knowledge of the subject: where things are, which browser and programs there are.
PLAIN = {"briefing": {"bootstrap.browser"}, "data": {"bootstrap.programs"}}
# A statement of SQL in a string: words that no sentence begins with.
SQL = re.compile(
    r"^\s*(SELECT\b.+\bFROM\b|INSERT\s+INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|CREATE\s+(TABLE|VIEW|TYPE|INDEX)\b"
    r"|ALTER\s+TABLE\b|DROP\s+(TABLE|VIEW)\b|WITH\s+\w+\s+AS\s*\()",
    re.DOTALL,
)


def modules(layer: str) -> list[Path]:
    return sorted(p for p in (ROOT / layer).rglob("*.py") if "__pycache__" not in p.parts)


def everything() -> list[Path]:
    found = [path for layer in sorted(LAYERS) for path in modules(layer)]
    return [*found, *(ROOT / name for name in ("app.py", "run.py"))]


def imports(path: Path, at_run_time: bool = False) -> set[str]:
    """Dotted names that a file imports; with `at_run_time` without those that only type checkers see."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped: set[ast.AST] = set()
    if at_run_time:
        for node in ast.walk(tree):
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
                skipped |= {child for body in node.body for child in ast.walk(body)}
    names: set[str] = set()
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = path.parent.relative_to(ROOT).parts
                base = ".".join([*package[: len(package) - node.level + 1], *([base] if base else [])])
            names |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    return names


def roots(path: Path, at_run_time: bool = False) -> set[str]:
    return {name.split(".")[0] for name in imports(path, at_run_time)}


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("layer", sorted(LAYERS))
def test_arrows_point_one_way(layer):
    assert modules(layer), f"{layer}/ has no modules"
    allowed = MAY_IMPORT[layer] | {layer}
    plain = PLAIN.get(layer, set())
    wrong = {}
    for path in modules(layer):
        names = {n for n in imports(path) if not any(n == p or n.startswith(f"{p}.") for p in plain)}
        # "from data import paths" names the package too.
        names -= {n for n in names if any(p.startswith(f"{n}.") for p in plain)}
        if up := {n for n in names if n.split(".")[0] in LAYERS - allowed}:
            wrong[shown(path)] = sorted(up)
    assert wrong == {}


def test_nothing_imports_the_application_or_the_tests():
    wrong = {shown(path): found for path in everything() if (found := roots(path) & {"app", "tests", "benchmarks"})}
    assert wrong == {}


def test_no_module_of_the_house_imports_itself_in_a_circle():
    names = {".".join(p.relative_to(ROOT).with_suffix("").parts): p for layer in LAYERS for p in modules(layer)}
    graph = {}
    for name, path in names.items():
        # An import inside a function is left out: it is there to break a circle, or to be paid only when used.
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {id(c) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for c in ast.walk(f)}
        graph[name] = set()
        for node in ast.walk(tree):
            if id(node) in inside:
                continue
            if isinstance(node, ast.Import):
                graph[name] |= {a.name for a in node.names if a.name in names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                both = {node.module or "", *(f"{node.module}.{a.name}" for a in node.names)}
                graph[name] |= {n for n in both if n in names}
        if "TYPE_CHECKING" in path.read_text(encoding="utf-8"):
            graph[name] &= imports(path, at_run_time=True)
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail[trail.index(name) :], name])
        if name not in done:
            for other in sorted(graph[name]):
                walk(other, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        walk(name, ())


def test_only_pages_know_streamlit():
    """And the gate in front of it, which reads the cookie that it signs and asks whose its files are."""
    known = {ROOT / "app.py", ROOT / "access" / "gate.py", ROOT / "access" / "owners.py"}
    wrong = [shown(p) for p in everything() if "streamlit" in roots(p) and p not in known and "pages" not in p.parts]
    assert wrong == []


def test_analytics_is_pure():
    """No Streamlit, no Plotly, no database, no files; the record only as a type, of data the vocabulary and what it is
    called in other languages alone."""
    foreign = {"streamlit", "plotly", "duckdb", "sqlalchemy", "pathlib", "os", "io", "kaleido", "openpyxl", "requests"}
    for path in modules("analytics"):
        assert not roots(path) & foreign, shown(path)
        used = {name for name in imports(path, at_run_time=True) if name.split(".")[0] == "data"}
        assert all(f"{name}.".startswith(("data.words.", "data.tongues.")) for name in used), (
            f"{shown(path)} reads {used} at run time"
        )
        calls = [n.func for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
        assert not [c for c in calls if isinstance(c, ast.Name) and c.id == "open"], shown(path)


def test_charts_draw_with_plotly_and_read_no_database():
    for path in modules("charts"):
        assert not roots(path) & {"streamlit", "duckdb", "sqlalchemy", "kaleido"}, shown(path)


def test_plotly_is_known_only_to_those_who_draw_or_show():
    allowed = {"charts", "briefing", "pages"}
    wrong = [shown(p) for p in everything() if "plotly" in roots(p) and p.relative_to(ROOT).parts[0] not in allowed]
    assert wrong == []


def test_the_record_is_opened_in_data_alone():
    wrong = [shown(p) for p in everything() if "duckdb" in roots(p) and p.relative_to(ROOT).parts[0] != "data"]
    assert wrong == []


def test_sql_is_written_in_data_and_in_the_files_of_the_measures():
    """Measures are .sql files beside analytics/measures/__init__.py; no module of analytics writes a statement. The
    workspace speaks through SQLAlchemy's expressions; only its migrations may hold statements.

    Settings of a connection (PRAGMA, BEGIN) ask nothing of a table and are no matter of this rule.
    """
    wrong = []
    for path in everything():
        if path.relative_to(ROOT).parts[0] == "data" or path.name == "migrations.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value):
                wrong.append(f"{shown(path)}:{node.lineno}")
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "is_sql"),
    [
        ("SELECT * FROM grid", True),
        ("  insert into x".upper(), True),
        ("WITH best AS (SELECT 1)", True),
        ("Select a State from the list", False),
        ("SELECTED", False),
    ],
)
def test_what_counts_as_sql(text, is_sql):
    assert bool(SQL.match(text)) is is_sql


def test_set_up_needs_the_standard_library_only():
    import sys

    allowed = set(sys.stdlib_module_names) | {"bootstrap", ""}
    for path in modules("bootstrap"):
        assert roots(path) <= allowed, f"{shown(path)}: {roots(path) - allowed}"
    # run.py asks the project itself only once everything is installed, so inside a function.
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))
    first = {a.name.split(".")[0] for n in tree.body if isinstance(n, ast.Import) for a in n.names}
    first |= {(n.module or "").split(".")[0] for n in tree.body if isinstance(n, ast.ImportFrom)}
    assert first <= allowed


def test_every_module_is_short_enough_to_read_in_one_sitting():
    lengths = {shown(p): len(p.read_text(encoding="utf-8").splitlines()) for p in everything()}
    assert {name: n for name, n in lengths.items() if n > 250} == {}
    long = {name: n for name, n in lengths.items() if n > 200}
    assert len(long) <= len(lengths) / 5, long


def test_no_folder_has_more_modules_than_one_finds_at_once():
    folders = Counter(shown(path.parent) for path in everything() if path.name != "__init__.py")
    assert {folder: n for folder, n in folders.items() if n > 15} == {}


def test_no_function_takes_more_than_five_things():
    wrong = []
    for path in everything():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                taken = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
                if len([name for name in taken if name not in ("self", "cls")]) > 5:
                    wrong.append(f"{shown(path)}:{node.lineno} {node.name}")
    assert wrong == []


def test_every_public_function_of_the_house_says_what_it_does():
    wrong = []
    for layer in sorted(LAYERS - {"pages"}):
        for path in modules(layer):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in tree.body:
                named = isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")
                if named and not ast.get_docstring(node):
                    wrong.append(f"{shown(path)}:{node.lineno} {node.name}")
    assert wrong == []
