"""Names on pages read by OCR: which count by themselves, and which a person decides on."""

from __future__ import annotations

import pytest

from data.reading.context import Context
from data.reading.documents.document_text import DocumentText
from data.reading.recognise import recognise_document

CONTEXT = Context.from_files()
HEAD = "A/C.3/53/L.50\nAgenda item 110\n\n"


def read(text: str, scanned: tuple[int, ...] = (1,)):
    (one,) = recognise_document(DocumentText(f"{HEAD}{text}: draft resolution\n\nTitle\n", (), scanned), CONTEXT)
    return one


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Albania, Chile, Equatonal\nGuinea, Kenya and Norway", "GIN"),
        ("Albania, Chile, Norway, Papua New Gulnea,\nGuinea and Peru", "GIN"),
        ("Albania, Chile, Great Brilain and Northem\nIreland and Norway", "IRL"),
        ("Albania, Chile, Norway and Soulh\nSudan", "SDN"),
        ("Albania, Chile, Democralic Republic of the\nCongo and Norway", "COG"),
        ("Albania, Chile, Niger, ia and Norway", "NER"),
        ("Albania, Chile, Hong Kang, China and Norway", "CHN"),
        ("Equatonal\nGuinea, Kenya, Norway and Peru", "GIN"),
        ("Albania, Armenia, Chile, Cuba, Denmark, Guinea, Eritrea, Kenya, Norway, Oman, Peru and Zambia", "GIN"),
    ],
)
def test_what_may_be_left_of_a_longer_name_is_decided_by_a_person(text, doubtful):
    one = read(text)
    assert doubtful not in one.iso3
    assert "NOR" in one.iso3
    assert [u.suggestions[0] for u in one.unresolved if "longer name" in u.reason] == [(doubtful, 1.0)]
    # Of the same text, not read by OCR, no letter is in doubt.
    assert doubtful in read(text, ()).iso3


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Albania, Guinea, Ireland, Niger and Norway", {"ALB", "GIN", "IRL", "NER", "NOR"}),
        ("Guinea, Ireland, Mali, Niger\nand Oman", {"GIN", "IRL", "MLI", "NER", "OMN"}),
        ("Albania\nGuinea\nIreland\nNorway\nOman\nPeru", {"ALB", "GIN", "IRL", "NOR", "OMN", "PER"}),
        ("Albanla, Chile, Kenya and Norway", {"CHL", "KEN", "NOR"}),
        ("Equatorial\nGuinea, Guinea-\nBissau and Norway", {"GNQ", "GNB", "NOR"}),
    ],
)
def test_names_that_stand_alone_count(text, codes):
    assert read(text).iso3 == codes


def test_lists_on_other_pages_of_the_document_are_not_marked():
    document = f"{HEAD}Albania, Chile and Norway: draft resolution\n\nTitle\n\f"
    found = recognise_document(DocumentText(document, (), (2,)), CONTEXT)
    assert [one.scanned for one in found] == [()]
