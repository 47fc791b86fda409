"""What a click on a mark opens: a tile, a country, a cell of the matrix, a row of a table."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import arrive, choose_row, click_state
from tests.browser.look import PATIENCE, open_page, wait_until_complete

DRAWN = """() => {
  const countries = [...document.querySelectorAll('.js-plotly-plot path.choroplethlocation')];
  const wide = countries.filter((country) => (country.getAttribute('d') || '').length > 10);
  return [wide.length, new Set(wide.map((country) => country.getAttribute('d'))).size];
}"""
NO_COUNTRIES_YET = "() => document.querySelectorAll('.js-plotly-plot path.choroplethlocation[d]').length < 100"


def test_a_tile_of_the_assembly_opens_its_state(page: Page) -> None:
    open_page(page, "where", show="status", text="A/RES/74/146")
    click_state(page, "TUV")
    arrive(page, "Tuvalu sponsored ")
    assert page.url.endswith("/states?state=TUV")


def test_a_tile_of_who_signs_with_whom_opens_its_state(page: Page) -> None:
    open_page(page, "together", state="KEN")
    click_state(page, "LSO")
    arrive(page, "Lesotho sponsored ")


def test_a_cell_of_chosen_states_and_texts_opens_its_evidence(page: Page) -> None:
    open_page(page, "compare", view="choice", rows=["KEN", "NOR", "GHA"], columns=["A/RES/74/146", "CHR 2000/61"])
    click_state(page, "NOR")
    evidence = page.get_by_role("dialog")
    expect(evidence).to_contain_text("Norway on ", timeout=PATIENCE)


def test_the_map_draws_its_countries_and_a_click_opens_one(page: Page) -> None:
    open_page(page, "where", picture="map", show="status", text="A/RES/74/146")
    page.wait_for_function(f"() => !({NO_COUNTRIES_YET})()", timeout=PATIENCE)
    countries, shapes = page.evaluate(DRAWN)
    assert countries >= 190, f"only {countries} countries are drawn"
    assert shapes >= 190, "different countries have different shapes"
    click_state(page, "DZA")
    arrive(page, "Algeria sponsored ")
    assert page.url.endswith("/states?state=DZA")


def test_the_circle_of_a_small_state_on_the_map_opens_it(page: Page) -> None:
    open_page(page, "where", picture="map", show="ladder")
    page.wait_for_function(f"() => !({NO_COUNTRIES_YET})()", timeout=PATIENCE)
    marker = "() => [...document.querySelectorAll('.js-plotly-plot g.trace.scattergeo')].length"
    assert page.evaluate(marker) >= 1
    click_state(page, "MUS")
    arrive(page, "Mauritius sponsored ")


def test_a_tile_of_the_targets_opens_the_reasons_for_that_state(page: Page) -> None:
    open_page(page, "targets")
    click_state(page, "MLI")
    reasons = page.get_by_role("dialog")
    reasons.wait_for(timeout=PATIENCE)
    wait_until_complete(page)
    assert (
        "Sponsored the text before: on the whole list before the latest, not on the latest held."
        in reasons.inner_text()
    )
    reasons.get_by_text("Evidence: ").first.click()
    wait_until_complete(page)
    assert reasons.get_by_test_id("stDataFrame").first.is_visible()
    page.keyboard.press("Escape")
    reasons.wait_for(state="detached", timeout=PATIENCE)
    page.get_by_text("Never voted against").click()
    wait_until_complete(page)
    assert page.get_by_role("dialog").count() == 0, "the reasons do not come back by themselves"
    click_state(page, "DNK")  # a sure sponsor needs no call: its record opens
    arrive(page, "Denmark sponsored ")


HEADS = """() => {
  const [whole, strip] = document.querySelectorAll('.st-key-card-matrix .js-plotly-plot');
  const heads = (plot) => [...plot.querySelectorAll('.annotation text')]
    .filter((text) => /^\\d{4} /.test(text.textContent));
  const at = (text) => { const box = text.getBoundingClientRect(); return [box.left, box.top]; };
  return [heads(strip).map(at), heads(whole).map(at), document.querySelector('[data-testid=stHeader]').clientHeight];
}"""


def test_the_heads_of_the_matrix_stay_in_view_over_their_columns_and_a_cell_opens_its_evidence(page: Page) -> None:
    open_page(page, "compare")
    kept, drawn, _ = page.evaluate(HEADS)
    assert len(kept) > 10
    assert [left for left, _ in kept] == pytest.approx([left for left, _ in drawn], abs=1), "they lie over themselves"
    assert [top for _, top in kept] == pytest.approx([top for _, top in drawn], abs=1)
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 2500)")
    page.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop > 2000")
    kept, drawn, header = page.evaluate(HEADS)
    assert max(top for _, top in drawn) < 0, "the picture's own are far above"
    assert all(header - 2 <= top < header + 200 for _, top in kept)
    assert [left for left, _ in kept] == pytest.approx([left for left, _ in drawn], abs=1)

    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    click_state(page, "MAR", "A/RES/74/146")
    evidence = page.get_by_role("dialog")
    evidence.wait_for(timeout=PATIENCE)
    wait_until_complete(page)
    said = evidence.inner_text()
    assert "Morocco on A/RES/74/146: sponsor" in said
    assert "A/74/49 (Vol. I)" in said
    assert evidence.get_by_role("link", name="UN document").get_attribute("href").startswith("https://")
    page.keyboard.press("Escape")
    evidence.wait_for(state="detached", timeout=PATIENCE)
    page.get_by_role("radio", name="Name", exact=True).click()
    wait_until_complete(page)
    assert page.get_by_role("dialog").count() == 0, "the evidence does not come back by itself"


def test_a_row_of_a_state_opens_its_evidence(page: Page) -> None:
    open_page(page, "states", state="AUT")
    choose_row(page, "Text by text", 2)  # the third latest text of all: A/RES/78/216
    said = page.get_by_test_id("stMain").inner_text()
    assert "Austria on A/RES/78/216: not known" in said
    assert "UN document" in said


def test_a_row_of_the_peers_leads_to_that_state(page: Page) -> None:
    open_page(page, "states", state="ZAF")
    choose_row(page, "Peers in its regional group", 0)
    page.get_by_role("button", name="Open Morocco").click()
    arrive(page, "Morocco sponsored ")
