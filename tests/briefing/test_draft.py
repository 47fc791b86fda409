"""A draft that is not adopted yet, in what leaves the house."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document
from openpyxl import load_workbook

from analytics.texts.drafts import named_on_drafts
from briefing import formats
from briefing.document.documents import behind
from briefing.document.forms import paper
from briefing.document.reasons import reasons
from briefing.document.sections import section
from briefing.document.spec import Briefing, Item
from briefing.document.targets import targets
from briefing.document.templates import make
from briefing.onepager.content import content
from charts import catalog
from charts.frame.chart import Chart
from tests.drafted import DRAFT, Drafted

NAMED = "39 States from all five groups are named so far"


@pytest.fixture(scope="module")
def drawn(with_draft: Drafted) -> Chart:
    return catalog.build("assembly-status", with_draft.record, text=DRAFT)


def test_the_chart_says_that_it_is_a_draft_and_which_document_it_rests_on(drawn: Chart, with_draft: Drafted) -> None:
    assert drawn.title.startswith(NAMED)
    assert "adoption expected 17 December 2026" in drawn.subtitle
    assert f"Source: {DRAFT}" in drawn.source
    (document,) = [d for d in behind(drawn, with_draft.record) if d.symbol == DRAFT]
    assert document.what == "Defenders, not yet adopted, with its sponsors"


def test_its_table_never_says_no(drawn: Chart) -> None:
    book = load_workbook(io.BytesIO(formats.make(drawn, "xlsx", "slide")))
    said = {str(cell) for row in book["Data"].iter_rows(values_only=True) for cell in row if cell}
    assert any("not named so far" in cell for cell in said)
    assert not any(cell.startswith("not a sponsor") for cell in said)


def test_a_paper_with_it_names_the_draft_among_its_documents(with_draft: Drafted, without_browser) -> None:
    spec = {"chart": "assembly-status", "params": {"text": DRAFT}}
    made = paper.paper(Briefing(title="Now", items=(Item(kind="chart", spec=spec),)), with_draft.record)
    words = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs)
    assert NAMED in words
    assert DRAFT in words


def test_no_paper_asks_who_has_signed_to_co_sponsor(with_draft: Drafted) -> None:
    record = with_draft.record
    day = date(2026, 11, 1)
    kenya, france = (content(record, iso3, today=day).ask[0] for iso3 in ("KEN", "FRA"))
    assert kenya.endswith(f"It is named on the draft, {DRAFT}. Stand by it, and bring others.")
    assert france.endswith("Support it, strengthen it, co-sponsor it.")
    assert reasons(record, "GA", "KEN")[0].startswith(f"Named on {DRAFT}")
    assert reasons(record, "GA", "FRA")[0].startswith(f"Not named so far on {DRAFT}")


def test_a_campaign_calls_nobody_who_has_signed(with_draft: Drafted) -> None:
    made = make("campaign-update", with_draft.record)
    named = named_on_drafts(with_draft.record, "GA", 2026)
    plan = next(item for item in made.items if item.kind == "targets")
    assert plan.spec["targets"]
    assert not {each["iso3"] for each in plan.spec["targets"]} & set(named)
    first = section(made.items[0], with_draft.record)
    assert f"39 States and 1 observer named so far on {DRAFT}" in first.charts[0].subtitle
    assert "Named on the draft, of those who had sponsored: Liberia." in made.items[0].text
    told = " ".join(targets(plan, with_draft.record).paragraphs)
    assert "1 that leads the text + 38 more named on the draft" in told
