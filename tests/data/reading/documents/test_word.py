"""A Word document is read as it is meant to be read: insertions in, deletions and struck text out and told."""

# ruff: noqa: E501

from __future__ import annotations

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from data.reading.context import Context
from data.reading.documents.word import read_docx
from data.reading.recognise import recognise
from tests.data.reading import made

CONTEXT = Context.from_files()


def run(text: str, **properties: str):
    element = OxmlElement("w:r")
    if properties:
        wanted = OxmlElement("w:rPr")
        for name, value in properties.items():
            one = OxmlElement(f"w:{name}")
            one.set(qn("w:val"), value)
            wanted.append(one)
        element.append(wanted)
    words = OxmlElement("w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.append(words)
    return element


def document_with(*elements) -> bytes:
    def change(document):
        paragraph = document.paragraphs[0]._p
        for element in elements:
            paragraph.append(element)

    return made.docx_file("Sponsors: ", change=change)


def test_tracked_insertions_are_in_and_deletions_out():
    inserted, deleted = OxmlElement("w:ins"), OxmlElement("w:del")
    inserted.append(run("Norway, "))
    gone = OxmlElement("w:r")
    words = OxmlElement("w:delText")
    words.text = "Poland, "
    gone.append(words)
    deleted.append(gone)
    word = read_docx(document_with(inserted, deleted, run("Sweden")), "x")
    assert word.text.strip() == "Sponsors: Norway, Sweden"
    assert "Poland" in word.notes[0]


def test_struck_and_hidden_text_is_out_and_told():
    word = read_docx(
        document_with(
            run("Norway"), run(", Poland", strike="true"), run(", Malta", vanish="1"), run(", Peru", strike="0")
        ),
        "x",
    )
    assert word.text.strip() == "Sponsors: Norway, Peru"
    assert "Poland" in word.notes[0]
    assert "Malta" in word.notes[0]


def test_numbers_of_footnotes_are_set_apart_and_stars_stay():
    word = read_docx(
        document_with(
            run("Norway"), run("12", vertAlign="superscript"), run(", Peru"), run("*", vertAlign="superscript")
        ),
        "x",
    )
    assert word.text.strip() == "Sponsors: Norway[12], Peru*"


def test_header_tables_and_line_breaks_are_read():
    def change(document):
        table = document.add_table(rows=2, cols=1)
        table.cell(0, 0).text = "Bosnia and\nHerzegovina"
        table.cell(1, 0).text = "Chile"

    word = read_docx(made.docx_file("Norway", header="A/C.3/72/L.50", change=change), "x")
    assert [line for line in word.text.split("\n") if line] == [
        "A/C.3/72/L.50",
        "Norway",
        "Bosnia and",
        "Herzegovina",
        "Chile",
    ]
    assert word.notes == []


def table_of(rows: list[list[str]]):
    def change(document):
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                table.cell(i, j).text = cell

    return change


@pytest.mark.parametrize(
    ("title", "rows", "expected"),
    [
        (
            "Sponsorship",
            [["State", "Position"], ["Norway", "co-sponsor"], ["China", "no"], ["Chile", "co-sponsor"]],
            "NOR CHL",
        ),
        ("Co-sponsors", [["Albania", "Bosnia and Herzegovina"], ["Korea, Republic of", "Chile"]], "ALB BIH KOR CHL"),
        ("Sponsors of the text", [["Africa", "Ghana, Kenya and South Africa"], ["Asia", "Japan"]], "GHA KEN ZAF JPN"),
        (
            "Sponsors of the text",
            [["Region", "States"], ["Africa", "Ghana and Kenya"], ["Asia", "Japan"]],
            "GHA KEN JPN",
        ),
        ("Sponsors of the text", [["Africa", "Asia"], ["Ghana\nSouth Africa", "Japan\nNepal"]], "GHA ZAF JPN NPL"),
    ],
)
def test_a_table_is_read_as_a_table(title, rows, expected):
    content = made.docx_file(f"A/C.3/72/L.50\n{title}", change=table_of(rows))
    (one,) = recognise(content, "t.docx", CONTEXT)
    assert (one.iso3, one.resolution) == (set(expected.split()), "A/RES/72/247")
    assert one.unresolved == ()


def test_a_table_of_something_else_adds_nobody_to_a_draft():
    text = made.draft(["Albania", "Norway"])
    (one,) = recognise(
        made.docx_file(text, change=table_of([["Country", "Contact"], ["Peru", "x"]])), "d.docx", CONTEXT
    )
    assert (one.iso3, one.stage) == ({"ALB", "NOR"}, "tabled")


def test_a_text_box_is_read_once():
    """Word writes a box twice: for itself, and for older programs."""
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    box = "<w:txbxContent><w:p><w:r><w:t>Norway and Sweden</w:t></w:r></w:p></w:txbxContent>"
    run_with_box = etree.fromstring(
        f'<w:r xmlns:w="{word}" xmlns:mc="{space}"><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    word_text = read_docx(document_with(run_with_box), "x").text
    assert word_text.count("Norway and Sweden") == 1


def test_a_deleted_row_is_out_and_told():
    def change(document):
        table_of([["State"], ["Norway"], ["Peru"]])(document)
        row = document.tables[0].rows[2]._tr
        row.get_or_add_trPr().append(OxmlElement("w:del"))

    word = read_docx(made.docx_file("Sponsors", change=change), "x")
    assert word.tables == [[["State"], ["Norway"]]]
    assert "Peru" not in word.text
    assert "Peru" in word.notes[0]
