"""`run.py export` and `run.py briefing`, and that no half-written file is ever left."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from pptx import Presentation

from briefing import export, formats
from briefing.document import make
from charts import catalog
from files import out as files
from files import paths
from tests.briefing.briefings import each_kind


@pytest.fixture(autouse=True)
def _database(built_database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "DATABASE", built_database)
    monkeypatch.chdir(tmp_path)


def test_a_chart_is_written_where_it_is_asked(tmp_path: Path, capsys, record) -> None:
    out = tmp_path / "chart.xlsx"
    assert export.main(["columns", "--body", "GA", "--format", "xlsx", "--out", str(out)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["file"] == str(out)
    assert said["data_version"] == record.version
    assert out.stat().st_size == said["bytes"]
    assert [path.name for path in tmp_path.iterdir()] == ["chart.xlsx"]


def test_states_may_be_named(tmp_path: Path, capsys) -> None:
    asked = ["matrix", "--states", "Kenya,TUR", "--out", str(tmp_path / "pair.csv")]
    assert export.main(asked) == 0
    assert json.loads(capsys.readouterr().out)["title"].startswith("Kenya and Türkiye both sponsored ")
    assert export.main(["timeline", "--state", "Turkey", "--out", str(tmp_path / "one.csv")]) == 0
    assert json.loads(capsys.readouterr().out)["title"].startswith("Türkiye sponsored ")


def test_the_name_of_the_file_says_the_format_and_a_folder_gets_a_name(tmp_path: Path, capsys, record) -> None:
    assert export.main(["changes", "--out", str(tmp_path / "a.csv")]) == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert export.main(["columns", "--format", "csv", "--out", str(tmp_path)]) == 0
    assert (tmp_path / f"sponsors-by-region-ga_{record.version}.csv").is_file()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nonsense"], 2, "no chart 'nonsense'"),
        (["columns", "--format", "gif"], 2, "no format 'gif'"),
        (["columns", "--out", "a.docx"], 2, "no format 'docx'"),
        (["columns", "--format", "png", "--out", "a.svg"], 2, "end it in .png"),
        (["columns", "--format", "csv", "--size", "poster"], 2, "no size 'poster'"),
        (["columns", "--format", "csv", "--state", "KEN"], 2, "takes no state"),
        (["columns", "--format", "csv", "--out", "no/such/folder/a.csv"], 2, "there is no folder"),
        (["timeline", "--format", "csv", "--state", "XXX"], 2, "no State 'XXX'"),
        (["timeline", "--format", "csv", "--state", "Kennya"], 2, "Did you mean Kenya (KEN)"),
        (["columns", "--format", "csv", "--years", "2006-2006"], 2, "was adopted in 2006"),
        ([], 2, "--list"),
    ],
)
def test_export_says_what_is_wrong(arguments: list[str], code: int, said: str, capsys, tmp_path: Path) -> None:
    assert export.main(arguments) == code
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_a_browser_export_says_what_to_install(capsys, tmp_path: Path, without_browser) -> None:
    assert export.main(["columns", "--format", "png"]) == 1
    assert "nstall" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_a_database_it_says_how_to_build_it(capsys, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "DATABASE", tmp_path / "none.duckdb")
    assert export.main(["columns", "--format", "csv"]) == 1
    assert "run.py build" in capsys.readouterr().err


def test_the_lists_name_everything(capsys) -> None:
    assert export.main(["--list"]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in (*catalog.names(), *formats.FORMATS, *formats.SIZES))
    assert make.main(["--list"]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in ("side-event", "capital-visit", "deck", "zip"))


def test_a_briefing_is_written(tmp_path: Path, capsys, without_browser) -> None:
    out = tmp_path / "visit.pptx"
    assert make.main(["capital-visit", "--state", "ken", "--out", str(out), "--title", "Nairobi"]) == 0
    said = json.loads(capsys.readouterr().out)
    deck = Presentation(io.BytesIO(out.read_bytes()))
    assert deck.slides[0].shapes.title.text_frame.text == said["title"] == "Nairobi"


def test_a_briefing_from_a_file(tmp_path: Path, capsys, without_browser) -> None:
    (tmp_path / "mine.json").write_text(json.dumps(each_kind().to_dict()))
    assert make.main(["mine.json", "--as", "present", "--out", "mine.html"]) == 0
    assert b"Our own words." in (tmp_path / "mine.html").read_bytes()
    (tmp_path / "bad.json").write_text("{")
    assert make.main(["bad.json"]) == 2
    assert make.main(["none.json"]) == 1
    assert "none.json" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["party"], 2, "no template"),
        (["capital-visit"], 2, "needs a State"),
        (["side-event", "--out", "a.odp"], 2, "no form of a briefing is a .odp file"),
        (["side-event", "--as", "fax"], 2, "no form 'fax'"),
        (["side-event", "--as", "deck", "--out", "a.docx"], 2, "end it in .pptx"),
        (["side-event", "--out", "no/such/a.pptx"], 2, "there is no folder"),
        ([], 2, "--list"),
    ],
)
def test_briefing_says_what_is_wrong(arguments: list[str], code: int, said: str, capsys, tmp_path: Path) -> None:
    assert make.main(arguments) == code
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_the_file_asked_for_is_named(tmp_path: Path, monkeypatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / ".a.txt-x7"))

    monkeypatch.setattr("files.out.tempfile.mkstemp", refused)
    with pytest.raises(OSError, match=r"a\.txt cannot be written: Permission denied"):
        files.write_whole(tmp_path / "a.txt", b"")


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.txt"
    files.write_whole(target, b"first")
    assert target.read_bytes() == b"first"

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("files.out.os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        files.write_whole(target, b"second")
    assert target.read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
