"""Forms of a briefing, and the ZIP of all of them."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import load_workbook
from PIL import Image

from briefing.document.forms import outputs
from briefing.document.spec import Briefing, chart_item
from tests.system import require

ONE = Briefing("One chart", "", (chart_item("breadth", body="GA"),))


@pytest.mark.system
def test_the_zip_holds_everything_and_says_what_it_is(record) -> None:
    require("chromium")
    with zipfile.ZipFile(io.BytesIO(outputs.make(ONE, record, "zip"))) as archive:
        assert archive.testzip() is None
        names = {name.removeprefix("one-chart/"): name for name in archive.namelist()}
        base, chart = f"one-chart_{record.version}", f"01_cross-regional-breadth-ga_slide_{record.version}"
        data = f"01_cross-regional-breadth-ga_{record.version}"
        assert set(names) == {
            f"{base}.pptx",
            f"{base}.docx",
            f"{base}.pdf",
            f"{base}.html",
            f"{base}_present.html",
            f"pictures/{chart}.png",
            f"pictures/{chart}.svg",
            f"data/{data}.xlsx",
            f"data/{data}.csv",
            "README.txt",
        }
        told = archive.read(names["README.txt"]).decode()
        assert all(name in told for name in names if name != "README.txt")
        assert record.version in told
        picture = Image.open(io.BytesIO(archive.read(names[f"pictures/{chart}.png"])))
        assert picture.size == (3200, 1800)
        book = load_workbook(io.BytesIO(archive.read(names[f"data/{data}.xlsx"])))
        assert "Read me" in book.sheetnames


def test_without_a_browser_the_zip_says_what_is_left_out(record, without_browser) -> None:
    with zipfile.ZipFile(io.BytesIO(outputs.make(ONE, record, "zip"))) as archive:
        names = archive.namelist()
        told = archive.read("one-chart/README.txt").decode()
    assert not [name for name in names if name.endswith((".pdf", ".png", ".svg"))]
    assert [name for name in names if name.endswith(".pptx")]
    assert "Left out:" in told
    assert "nstall" in told


def test_names_and_refusals(record) -> None:
    assert outputs.file_name(ONE, record, "present") == f"one-chart_present_{record.version}.html"
    with pytest.raises(ValueError, match="no form"):
        outputs.make(ONE, record, "fax")
    with pytest.raises(ValueError, match="nothing in this briefing"):
        outputs.make(Briefing("Empty"), record, "deck")


LONG = "Whom we ask in the capitals before the Assembly meets again " * 4


@pytest.mark.parametrize("title", [LONG, "حقوق الإنسان", "?*"])
def test_no_path_is_too_long_for_windows_or_begins_at_its_root(record, without_browser, title: str) -> None:
    long = Briefing(title, "", (chart_item("assembly-change", body="HRC"),))
    unpacked = outputs.file_name(long, record, "zip").removesuffix(".zip")
    assert unpacked.startswith("whom-we-ask" if title.startswith("Whom") else "briefing")
    with zipfile.ZipFile(io.BytesIO(outputs.make(long, record, "zip"))) as archive:
        names = archive.namelist()
        said = archive.read(next(name for name in names if name.endswith("README.txt"))).decode()
    left_out = [line.split(":")[0] for line in said.split("Left out:")[1].splitlines() if line]
    for name in [*names, *(f"{names[0].split('/')[0]}/{name}" for name in left_out)]:
        assert not name.startswith("/")
        assert len(f"C:/Users/somebody-or-other/Downloads/{unpacked}/{name}") < 260
