"""One chart on one slide: editable where it can be, and with all its words."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Emu

from briefing.office import pptx_master as master
from briefing.office import slides
from tests.system import require


def opened(content: bytes):
    deck = Presentation(io.BytesIO(content))
    assert len(deck.slides) == 1
    return deck, deck.slides[0]


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame]


def test_columns_are_an_editable_chart_with_the_numbers_of_the_record(chart_of, record) -> None:
    chart = chart_of("columns")
    deck, slide = opened(slides.one_slide(chart))
    assert slide.shapes.title.text_frame.text == chart.title
    assert chart.source in texts(slide)
    drawn = next(shape for shape in slide.shapes if shape.has_chart)
    plot = drawn.chart.plots[0]
    categories = [str(name) for name in plot.categories]
    at = categories.index("2019\n84")
    values = {series.name: series.values[at] for series in plot.series}
    assert values["African"] == 12
    assert values["Asia-Pacific"] == 9
    assert values["Eastern European"] == 19
    assert values["Latin America & Caribbean"] == 17
    assert values["Western Europe & Others"] == 27
    assert categories[:3] == ["1998\n≥55", "1999\n59", "2000\n70"]
    reported = next(series for series in plot.series if series.name == "Reported, names not held")
    assert reported.values[categories.index("2021\n85")] == 85
    assert categories[-1] == "2023\n≥73"
    assert drawn._element.xpath(".//p:cNvPr")[0].get("descr") == chart.alt


def test_a_text_without_a_list_is_no_number_in_an_editable_chart(chart_of) -> None:
    _, slide = opened(slides.one_slide(chart_of("columns", body="HRC")))
    plot = next(shape for shape in slide.shapes if shape.has_chart).chart.plots[0]
    dark = [str(name) for name in plot.categories].index("2020\nno list")
    assert all(series.values[dark] is None for series in plot.series), "unknown is no number, not 0"


def test_a_number_without_room_in_its_column_is_left_out(chart_of) -> None:
    _, slide = opened(slides.one_slide(chart_of("columns", body="GA", stage="tabled")))
    plot = next(shape for shape in slide.shapes if shape.has_chart).chart.plots[0]
    forms = {series.data_labels.number_format for series in plot.series}
    assert forms == {'[<3]"";0'}, "a part of one or two sponsors is lower than a digit"


def test_the_withdrawals_of_2013_are_told_beside_the_editable_chart(chart_of) -> None:
    for name in ("columns", "counts", "regions"):
        _, slide = opened(slides.one_slide(chart_of(name)))
        assert any("withdraw their sponsorship" in text for text in texts(slide)), name


def test_notes_hold_alt_text_source_and_version(chart_of, record) -> None:
    chart = chart_of("columns")
    deck, slide = opened(slides.one_slide(chart))
    notes = slide.notes_slide.notes_text_frame.text
    for said in (chart.title, chart.alt, chart.source, f"data version {record.version}"):
        assert said in notes
    assert deck.core_properties.title == chart.title
    assert deck.core_properties.language == "en"


def test_lines_leave_out_what_is_not_known(chart_of) -> None:
    chart = chart_of("regions", bodies="GA")
    _, slide = opened(slides.one_slide(chart))
    plot = next(shape for shape in slide.shapes if shape.has_chart).chart.plots[0]
    years = [str(year).replace("’", "20") for year in plot.categories]
    african = next(series for series in plot.series if series.name == "African")
    assert african.values[years.index("2019")] == pytest.approx(12 / 54, abs=1e-4)
    assert african.values[years.index("2021")] is None
    assert [series.name for series in plot.series if series.name.endswith(", list with a gap")] == [
        f"{series.name}, list with a gap" for series in plot.series if "," not in series.name
    ], "five groups, and beside the line of each its lists with a gap"


def test_two_bodies_are_two_charts_never_one(chart_of) -> None:
    _, slide = opened(slides.one_slide(chart_of("counts")))
    titles = [s.chart.chart_title.text_frame.text for s in slide.shapes if s.has_chart]
    assert titles == ["General Assembly", "Human Rights Council"]


@pytest.mark.system
def test_tiles_are_a_picture_with_its_description_and_nothing_overlaps(chart_of) -> None:
    require("chromium")
    chart = chart_of("assembly-change", text="A/RES/74/146", since="A/RES/72/247")
    deck, slide = opened(slides.one_slide(chart))
    picture = next(shape for shape in slide.shapes if shape.name == "Chart")
    assert picture._element.xpath(".//p:cNvPr")[0].get("descr") == chart.alt
    assert picture.image.content_type == "image/png"
    width, height = picture.image.size
    assert width / height == pytest.approx(picture.width / picture.height, rel=0.01), "not stretched"
    boxes = sorted(
        (shape.top, shape.top + shape.height) for shape in slide.shapes if shape.width > Emu(deck.slide_width / 2)
    )
    for (_, below), (top, _) in zip(boxes, boxes[1:], strict=False):
        assert below <= top + 1000
    assert boxes[-1][1] <= deck.slide_height


@pytest.mark.system
def test_a_map_slide_carries_the_un_sentence(chart_of) -> None:
    require("chromium")
    _, slide = opened(slides.one_slide(chart_of("map-status")))
    assert any("designations employed" in text for text in texts(slide))
    assert any("UN Geodata" in text for text in texts(slide))


def test_the_layouts_are_our_own(chart_of) -> None:
    deck, slide = opened(slides.one_slide(chart_of("columns")))
    assert [layout.name for layout in deck.slide_layouts] == ["Title", "Text", "Chart", "Sources"]
    assert slide.slide_layout.name == "Chart"
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    assert slide.shapes.title.text_frame.auto_size in (None, MSO_AUTO_SIZE.NONE, MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE)
    numbers = [s for s in slide.placeholders if "SLIDE_NUMBER" in str(s.placeholder_format.type)]
    assert len(numbers) == 1
    order = [shape.placeholder_format.idx if shape.is_placeholder else shape.name for shape in slide.shapes]
    assert order == [0, master.SUBTITLE_IDX, "Chart", master.NOTE_IDX, master.SOURCE_IDX, 12], "as they are read out"
    ids = [shape.shape_id for shape in slide.shapes]
    assert len(ids) == len(set(ids))


@pytest.mark.system
def test_libreoffice_opens_editable_charts_and_pictures(chart_of, through_libreoffice) -> None:
    require("chromium")
    shown = {"columns": "columns", "regions": "regions", "map": "map-status"}
    charts = {f"{file}.pptx": chart_of(name) for file, name in shown.items()}
    charts["columns.pptx"] = chart_of("columns", body="HRC")
    files = {name: slides.one_slide(chart) for name, chart in charts.items()}
    pages = through_libreoffice(files)
    for name, chart in charts.items():
        assert len(pages[name]) == 1
        text = "".join(pages[name][0].split())
        assert "".join(chart.title.split()) in text
        assert "".join(chart.source.split()) in text
        _, slide = opened(files[name])
        assert f"data version {chart.data_version}" in slide.notes_slide.notes_text_frame.text
    assert "no list" in pages["columns.pptx"][0]
    assert "Human Rights Council" in pages["regions.pptx"][0]
