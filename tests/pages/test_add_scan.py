"""The page "Add a list" with a scan: its picture beside the text, its doubt to be decided, its mark on what is kept."""

from __future__ import annotations

import hashlib

from data.reading.context import Context
from data.reading.documents.document_text import DocumentText
from data.reading.recognise import recognise_document
from data.review.keep import history
from pages.add.document import Document
from tests.data.reading import made
from tests.data.reading.scanned import scan
from tests.pages.add.test_page import PAGE, AppTest, box, button, field, folder, sound, words  # noqa: F401

READ = "A/HRC/52/L.1\n\nAlbania, Equatonal\nGuinea, Kenya, Norway and Peru: draft resolution\n\nTitle\n"


def scanned(data: bytes) -> Document:
    """A scan as it is in hand once Tesseract has read one word of it wrongly."""
    lists = recognise_document(DocumentText(READ, (), (1,)), Context.from_files(), "A/HRC/RES/52/4")
    return Document("scan.pdf", hashlib.sha256(data).hexdigest(), data, False, lists=lists)


def reviewed(data: bytes) -> AppTest:
    at = AppTest.from_string(PAGE, default_timeout=120)
    at.session_state["import-document"] = scanned(data)
    at.query_params["wanted"] = "A/HRC/RES/52/4"
    return sound(at.run())


def test_the_picture_stands_beside_the_text_and_what_counts_is_marked(folder):  # noqa: F811
    at = reviewed(scan(made.pdf([READ])))
    assert "read by OCR" in words(at)
    (picture,) = at.get("image")
    assert picture.proto.imgs[0].caption == "Page 1, as scanned"
    asked = [b.label for b in at.selectbox if b.label.startswith("What “")]
    assert asked == ["What “Equatonal” means", "What “Guinea” means"]
    box(at, "What “Equatonal” means").select("GNQ")
    box(at, "What “Guinea” means").select("leave out")
    box(at, "Text").select("A/HRC/RES/52/4")
    sound(at.run())
    box(at, "How complete").select("partial")
    sound(at.run())
    sound(box(at, "Where does it come from").select("document").run())
    sound(box(at, "Symbol of the document").select("A/HRC/52/L.1").run())
    field(at, "Your name").input("Ana Ruiz")
    button(at, "Accept").click().run()
    assert "looked at what is against expectation" in "\n".join(error.value for error in at.error)
    assert history(folder) == []
    next(c for c in at.checkbox if c.label.startswith("I have looked")).check()
    sound(button(at, "Accept").click().run())
    (entry,) = history(folder)
    assert {s["iso3"] for s in entry.states} == {"ALB", "GNQ", "KEN", "NOR", "PER"}
    assert entry.facts["source_title"].endswith("read by OCR")
    assert "Read by OCR from page 1" in entry.facts["note"]
    assert "written there as “Equatonal”".casefold() in entry.facts["note"].casefold()


def test_a_page_that_cannot_be_drawn_is_said_and_the_text_stays(folder):  # noqa: F811
    at = reviewed(b"%PDF-1.4 nothing")
    assert "could not be read" in at.warning[0].value
    assert not at.get("image")
