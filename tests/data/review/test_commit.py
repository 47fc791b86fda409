"""Several processes accept at once, or one accepts while another builds: the record ends with all of it."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

from data import store
from data.added.entries import FOLDER, read_all
from data.review.commit import build_settled

ROOT = Path(__file__).resolve().parents[3]
ACCEPTS = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    folder, database = Path(sys.argv[2]), Path(sys.argv[3])
    from data.build import build
    from data.review.accept import Acceptance, accept_list
    from data.review.commit import accept_and_build
    from data.reading.context import Context
    from data.reading.model import NamedState

    context = Context.from_files()
    given = Acceptance(sys.argv[4], "final", [NamedState("Norway", "NOR")], "Ada", "Report", "partial",
                       document_symbol="A/78/481/Add.2")
    sys.stdin.readline()  # all begin together
    accept_and_build(folder, lambda: accept_list(folder, given, context),
                     lambda: build(target=database, data_dir=folder))
    """
)


def test_lists_accepted_at_once_are_all_in_the_record(tmp_path):
    texts = ["A/RES/76/174", "A/RES/60/161", "A/RES/54/170"]
    command = [sys.executable, "-c", ACCEPTS, str(ROOT), str(tmp_path / "user"), str(tmp_path / "d.duckdb")]
    running = [subprocess.Popen([*command, text], stdin=subprocess.PIPE) for text in texts]
    for process in running:
        process.stdin.write(b"\n")
        process.stdin.flush()
    assert [process.wait(timeout=120) for process in running] == [0, 0, 0]
    assert sorted(e.facts["resolution"] for e in read_all(tmp_path / "user")) == sorted(texts)
    held = store.record(tmp_path / "d.duckdb").lists
    assert set(texts) <= set(held[held.used_for_analysis == "yes"]["resolution"])


def test_an_import_that_comes_while_the_record_is_built_makes_it_be_built_again(tmp_path):
    seen = []

    def build():
        seen.append(sorted(p.name for p in (tmp_path / FOLDER).glob("*.json")))
        if len(seen) == 1:
            (tmp_path / FOLDER).mkdir()
            (tmp_path / FOLDER / "another.json").touch()

    build_settled(tmp_path, build)
    assert seen == [[], ["another.json"]]
