"""Labelled lists: where the names begin and end."""

from __future__ import annotations

import pytest

from data.reading.context import Context
from data.reading.recognise import recognise, recognise_text


@pytest.fixture(scope="module")
def context() -> Context:
    return Context.from_files()


@pytest.mark.parametrize(
    "label", ["Co-sponsors of A/C.3/76/L.50 (85):", "Final list of co-sponsors as of 17 December 2021 – A/C.3/76/L.50"]
)
def test_a_numbered_list_under_a_label_is_read_to_its_end(context, label):
    names = ["Albania", "Dominican Rep.", "Korea, Rep. of", "St. Lucia", "UK"]
    text = label + "\n\n" + "\n".join(f"{i}. {name}" for i, name in enumerate(names, 1)) + "\n\nTotal: 5"
    (one,) = recognise_text(text, context)
    assert one.iso3 == {"ALB", "DOM", "KOR", "LCA", "GBR"}
    assert (one.unresolved, one.document_symbol) == ((), "A/C.3/76/L.50")


def test_the_text_of_the_resolution_below_names_no_sponsors(context):
    (one,) = recognise_text(
        "A/C.3/72/L.50/Rev.1\n76 cosponsors listed\n\nAlbania, Kenya, Norway\n\nThe General Assembly, recalling "
        "Cuba and China,",
        context,
    )
    assert (one.iso3, one.unresolved) == ({"ALB", "KEN", "NOR"}, ())


def test_the_page_of_a_resolution_is_not_its_draft(context):
    page = (
        "<html><body><h1>A/HRC/RES/40/11</h1><dl><dt>Main sponsors (1)</dt><dd>Norway</dd><dt>Co-sponsors (2)</dt>"
        "<dd><ul><li>Albania</li><li>Chile</li></ul></dd><dt>Draft</dt><dd>A/HRC/40/L.22</dd></dl></body></html>"
    )
    (one,) = recognise(page.encode(), "page.html", context)
    assert (one.document_symbol, one.iso3, one.claimed_count) == ("A/HRC/RES/40/11", {"ALB", "CHL", "NOR"}, 3)
