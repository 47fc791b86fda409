"""A Word document is read as it is meant to be read: insertions in, deletions and struck text out and told."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from data.importers.docx_text import read_docx
from tests.data.importers import made


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
            run("Norway"),
            run(", Poland", strike="true"),
            run(", Malta", vanish="1"),
            run(", Peru", strike="0"),
        ),
        "x",
    )
    assert word.text.strip() == "Sponsors: Norway, Peru"
    assert "Poland" in word.notes[0]
    assert "Malta" in word.notes[0]


def test_numbers_of_footnotes_are_set_apart_and_stars_stay():
    word = read_docx(
        document_with(
            run("Norway"),
            run("12", vertAlign="superscript"),
            run(", Peru"),
            run("*", vertAlign="superscript"),
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
