"""Reasons for a talk with a State, and whether its one-pager stays one page with them."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from briefing.document import reasons
from briefing.document.forms.pdf import printed
from briefing.onepager.onepager import onepager_docx, onepager_html
from data.tongues.speech import speaking
from tests.system import require

LONGEST = ("BRA", "AUT", "BEL", "ALB", "GEO")


def test_the_reasons_are_those_for_the_text_that_comes_first(record) -> None:
    said = reasons.nearest(record, "ZAF")
    assert said == reasons.reasons(record, "GA", "ZAF")[: len(said)]
    assert "is not on the list of A/RES/78/216" in said[0]


def test_a_sure_sponsor_needs_no_reason_and_the_first_is_never_left_out(record) -> None:
    assert reasons.nearest(record, "NOR") == []
    assert len(reasons.nearest(record, "BRA", room=0)) == 1
    for iso3 in LONGEST:
        said = reasons.nearest(record, iso3)
        assert len(said) == 1 or sum(map(len, said)) <= 350


@pytest.mark.system
def test_the_one_pager_gives_them_and_stays_one_page(record, through_libreoffice) -> None:
    require("chromium")
    word, printable = {}, {}
    for language in ("en", "fr", "es"):
        with speaking(language):
            given = {iso3: reasons.nearest(record, iso3) for iso3 in LONGEST}
            word |= {f"{iso3}-{language}.docx": onepager_docx(record, iso3, said) for iso3, said in given.items()}
            states = ("BRA", "GEO") if language == "en" else ("AUT",)
            printable |= {f"{iso3}-{language}": onepager_html(record, iso3, given[iso3]) for iso3 in states}
    for name, pages in through_libreoffice(word).items():
        assert len(pages) == 1, name
        assert any(head in pages[0] for head in ("Reasons", "Raisons", "Razones"))
    for name, page in printable.items():
        assert len(PdfReader(BytesIO(printed(page.encode(), name))).pages) == 1, name
