"""The command line prints what was recognised as JSON, and says plainly what it cannot read."""

from __future__ import annotations

import json

import pytest

from data.reading.__main__ import main
from tests.data.reading import made


def test_dry_run_prints_a_list_of_objects(tmp_path, capsys):
    file = tmp_path / "draft.txt"
    file.write_text(made.draft(["Albania", "Norvay", "Korea, Republic of"]), encoding="utf-8")
    assert main([str(file), "--dry-run"]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert one["document_symbol"] == "A/C.3/72/L.50"
    assert one["resolution"] == "A/RES/72/247"
    assert one["stage"] == "tabled"
    assert [(s["as_written"], s["iso3"]) for s in one["states"]] == [("Albania", "ALB"), ("Korea, Republic of", "KOR")]
    assert [u["as_written"] for u in one["unresolved"]] == ["Norvay"]
    assert one["unresolved"][0]["suggestions"][0][0] == "NOR"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"nothing of the kind", "no list of sponsors"),
        (b"A/C.3/70/L.67\nBelarus and China: amendments to draft resolution A/C.3/70/L.46", "amendments to a draft"),
    ],
)
def test_what_holds_no_list_is_told_with_a_remedy(tmp_path, capsys, content, said):
    file = tmp_path / "x.txt"
    file.write_bytes(content)
    assert main([str(file), "--dry-run"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "x.txt" in shown.err
    assert said in shown.err


def test_a_missing_file_and_a_missing_flag(tmp_path, capsys):
    assert main([str(tmp_path / "none.pdf"), "--dry-run"]) == 1
    assert "could not be opened" in capsys.readouterr().err
    assert main([str(tmp_path / "none.pdf")]) == 2
