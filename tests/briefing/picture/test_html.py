"""The self-contained page, opened in Chromium with the network off."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest

from briefing.picture import html

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def columns_page(chart_of, opened):
    page, troubles = opened(html.page(chart_of("columns")))
    page.wait_for_selector("[data-ready=yes]", timeout=30_000)
    return page, troubles


def test_a_map_opens_without_the_internet(chart_of, opened, record) -> None:
    chart = chart_of("map-status")
    page, troubles = opened(html.page(chart))
    page.wait_for_selector("[data-ready=yes]", timeout=30_000)
    assert page.title() == chart.title
    assert page.locator("path.choroplethlocation").count() > 180
    drawn = "".join(page.locator("figure svg").all_text_contents()).replace(" ", "").replace("\n", "")
    for said in (chart.title, chart.source, "designationsemployed"):
        assert said.replace(" ", "") in drawn
    assert f"data version {record.version}" in page.locator("main > p.small").last.inner_text()
    assert page.get_by_role("img").first.get_attribute("aria-label") == chart.alt
    assert troubles == []


def test_nothing_may_be_fetched_even_if_a_script_tries(columns_page) -> None:
    page, troubles = columns_page
    assert troubles == []
    refused = page.evaluate("fetch('https://example.org/').then(() => 'fetched', () => 'refused')")
    assert refused == "refused"
    assert any("Content Security Policy" in said for said in troubles)


def test_the_table_behind_the_picture_is_there_in_numbers(columns_page) -> None:
    page, _ = columns_page
    page.get_by_text("The table behind this picture").click()
    row = page.locator("tr", has_text="A/RES/74/146")
    assert "84" in row.locator("td.number").all_inner_texts()


def test_a_share_is_read_in_per_cent_in_the_table(chart_of, record) -> None:
    said = html.page(chart_of("regions")).decode()
    assert re.search(r"<td>\d+\u00a0%</td>", said)
    assert not re.search(r"<td[^>]*>0\.\d+</td>", said)


def test_what_is_pointed_at_is_told(chart_of, opened) -> None:
    page, troubles = opened(html.page(chart_of("map-status", text="A/RES/74/146")))
    page.wait_for_selector("[data-ready=yes]", timeout=30_000)
    page.locator("path[data-of=FRA]").first.dispatch_event("pointermove", {"bubbles": True})
    said = page.locator("#said")
    assert said.is_visible()
    assert said.inner_text() == "France\nsponsor of A/RES/74/146 (2019)"
    page.locator("body").dispatch_event("pointermove", {"bubbles": True})
    assert not said.is_visible()
    assert troubles == []


def test_on_a_telephone_the_narrow_layout_is_drawn(columns_page) -> None:
    page, _ = columns_page
    assert page.locator("[data-figures]").get_attribute("data-drawn") == "900"
    page.set_viewport_size({"width": 400, "height": 800})
    page.wait_for_selector("[data-drawn='320']", timeout=10_000)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_words_from_data_cannot_become_markup(chart_of, opened) -> None:
    bad = "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
    chart = replace(chart_of("columns"), title=bad, figures=f'" onmouseover="{bad}', table=pd.DataFrame({bad: [bad]}))
    page, troubles = opened(html.page(chart))
    page.wait_for_selector("[data-ready=yes]", timeout=30_000)
    assert page.title() == bad
    assert page.locator("img[src=x]").count() == 0
    assert troubles == []
