"""Text of PDFs: hyphens at the end of a line, columns, and what cannot be read."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from data.reading.context import Context
from data.reading.documents.pdf import pages, read_pdf
from data.reading.model import ImporterError
from data.reading.recognise import recognise
from tests.data.reading import made

CONTEXT = Context.from_files()


def columns(left: str, right: str) -> bytes:
    """A page with two columns side by side, written one after the other as a printer does."""
    page = made.pdf(["LEFT"]).decode("cp1252")

    def shown(text: str, x: int) -> str:
        lines = "\n".join(f"({line}) Tj T*" for line in text.splitlines())
        return f"BT /F1 9 Tf 11 TL {x} 800 Td\n{lines}\nET"

    old = page[page.index("BT") : page.index("ET") + 2]
    stream = shown(left, 40) + "\n" + shown(right, 310)
    return page.replace(old, stream).replace(f"/Length {len(old)}", f"/Length {len(stream)}").encode("cp1252")


def test_a_hyphen_at_the_end_of_a_line_stays_in_a_name_and_goes_out_of_a_word():
    text = made.pdf(
        [
            "A/C.3/72/L.50\nAgenda item 3\n\nAlbania, Guinea-\nBissau, Timor-\nLeste, Saint Vincent and the Grena-\ndines "
            "and Norway: draft reso-\nlution\n"
        ]
    )
    (one,) = recognise(text, "d.pdf", CONTEXT)
    assert (one.iso3, one.unresolved) == ({"ALB", "GNB", "TLS", "VCT", "NOR"}, ())


def test_a_name_cut_at_a_hyphen_goes_on_behind_the_foot_and_the_head_of_a_page():
    content = made.pdf(
        [
            "A/C.3/72/L.50\nAgenda item 3\n\nAlbania, Guyana (Co-\n\n17-19284 1/3",
            "A/C.3/72/L.50\noperative Republic of), Chile, Guinea-\n\n17-19284 2/3",
            "A/C.3/72/L.50\nBissau and Norway: draft resolution\n",
        ]
    )
    assert pages(content)["pages"][0].endswith("Guyana (Co-\n17-19284 1/3")
    (one,) = recognise(content, "d.pdf", CONTEXT)
    assert (one.iso3, one.unresolved) == ({"ALB", "GUY", "CHL", "GNB", "NOR"}, ())


def test_columns_are_read_one_after_the_other():
    by = "The draft resolution recommended in the\nreport was sponsored in the Committee by: "
    left = f"RESOLUTION 72/246\nAdopted at the 73rd plenary meeting\n(A/72/439, para. 1)864\n864\n{by}\nCuba, Mexico and Peru.\n"
    right = f"RESOLUTION 72/247\nAdopted at the 73rd plenary meeting\n(A/72/439, para. 2)865\n865\n{by}\nNorway and Sweden.\n"
    found = recognise(columns(left, right), "d.pdf", CONTEXT)
    assert {one.resolution: one.iso3 for one in found} == {
        "A/RES/72/246": {"CUB", "MEX", "PER"},
        "A/RES/72/247": {"NOR", "SWE"},
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (made.pdf([""]), "its pages are empty"),
        (b"%PDF-1.4 nothing of the kind", "could not be read"),
        (made.pdf(["Norway"])[:200], "could not be read"),
    ],
)
def test_what_cannot_be_read_is_told(content, said):
    with pytest.raises(ImporterError, match=said):
        read_pdf(content, "d.pdf")


def test_every_page_is_closed_and_comes_in_its_order():
    assert pages(made.pdf([f"Page {i}" for i in range(60)]))["pages"] == [f"Page {i}" for i in range(60)]
