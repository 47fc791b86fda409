"""The registry of formats, and what is left where no browser is on the machine."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from briefing import formats
from files.names import slug, stem


def test_every_format_of_the_issue_is_there() -> None:
    assert list(formats.FORMATS) == ["png", "clear", "svg", "pdf", "pptx", "xlsx", "csv", "noted", "html"]
    assert {key for key, one in formats.FORMATS.items() if one.needs_browser} == {"png", "clear", "svg", "pdf"}
    assert list(formats.SIZES) == ["slide", "half", "square"]


def test_sizes_are_300_dots_to_the_inch() -> None:
    assert {key: size.pixels for key, size in formats.SIZES.items()} == {
        "slide": (3200, 1800),
        "half": (2000, 1240),
        "square": (2160, 2160),
    }
    width, _ = formats.SIZES["half"].inches
    assert 16 < width * 2.54 < 17.1, "a half page is as wide as the text of an A4 page"


def test_file_names_say_chart_size_and_version(chart_of, record) -> None:
    chart = chart_of("columns")
    assert formats.file_name(chart, "png") == f"sponsors-by-region-ga_slide_{record.version}.png"
    assert formats.file_name(chart, "csv", "half") == f"sponsors-by-region-ga_{record.version}.csv"


def test_slugs_are_plain() -> None:
    assert slug("Côte d’Ivoire: 84 % / 2019") == "cote-d-ivoire-84-2019"
    assert stem("a b", "", "c/d") == "a-b_c-d"
    assert len(stem("x" * 300, "y" * 300)) <= 120


@pytest.mark.parametrize(("key", "size"), [("gif", "slide"), ("png", "poster")])
def test_wrong_names_are_refused(key: str, size: str, chart_of) -> None:
    with pytest.raises(ValueError):
        formats.make(chart_of("columns"), key, size)
    with pytest.raises(ValueError):
        formats.file_name(chart_of("columns"), key, size)


def test_without_a_browser_all_else_still_works(chart_of, without_browser) -> None:
    chart = chart_of("assembly-status")
    assert formats.browser_ready()
    for key in ("png", "svg", "pdf"):
        with pytest.raises(formats.NoBrowser, match="[Ii]nstall"):
            formats.make(chart, key)
    assert formats.make(chart, "csv")
    assert load_workbook(io.BytesIO(formats.make(chart, "xlsx"))).sheetnames == ["Read me", "Data"]
    assert b"window.Picture" in formats.make(chart, "html")
    slide = Presentation(io.BytesIO(formats.make(chart, "pptx"))).slides[0]
    table = next(shape for shape in slide.shapes if shape.has_table).table
    shown = [[cell.text for cell in row.cells] for row in table.rows]
    assert shown[0] == list(chart.table.columns)
    assert shown[1] == list(chart.table.iloc[0])
    assert f"and {193 + 2 - (len(shown) - 2)} more rows" in shown[-1][0]


def test_with_a_browser_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.formats.find_browser", lambda: "/somewhere/chromium")
    assert formats.browser_ready() is None
