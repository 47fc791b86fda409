"""Every page opens by its own address, as the very first visit, at both widths and in both themes, and
axe-core finds nothing on it but what is declared.

The fixture `page` fails each test at its end where anything was asked of another machine, or where the console or the
page reported an error.
"""

from __future__ import annotations

import tomllib

import pytest
from playwright.sync_api import Page

from charts.frame.colors import contrast
from files.paths import ROOT
from tests.browser.actions import PAGES
from tests.browser.look import at_each_width, open_page, wider
from tests.browser.test_axe import DECLARED, ours


@pytest.mark.parametrize("address", [*PAGES, "add"])
def test_the_page_opens_by_its_own_address(page: Page, address: str) -> None:
    open_page(page, address)
    if address in ("where", "states"):
        _follows(page, "light")
    left, gone = ours(page, DECLARED.get(address, []))
    assert left == []
    assert gone == [], "declared, and found no more: take it off the list"
    for _ in at_each_width(page):
        _is_whole(page)


def _is_whole(page: Page) -> None:
    assert page.locator("h1").count() == 1, "one answer a page"
    assert page.locator("h1").inner_text().strip()
    assert "Data version" in page.locator(".foot").inner_text()
    assert wider(page) == []
    for chart in page.locator('[data-testid="stPlotlyChart"]').all():
        assert chart.locator(".main-svg").count(), "a chart that is not drawn"


def _follows(page: Page, scheme: str) -> None:
    ground = page.evaluate("() => getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).backgroundColor")
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    wanted = config["theme"][scheme]["backgroundColor"].removeprefix("#")
    assert ground == f"rgb({', '.join(str(part) for part in bytes.fromhex(wanted))})"
    title = page.locator(".js-plotly-plot .gtitle, .js-plotly-plot .annotation-text").first
    ink = title.evaluate("element => getComputedStyle(element).fill")
    red = int(ink.removeprefix("rgb(").split(",")[0])
    assert red < 110 if scheme == "light" else red > 140, f"words of the chart in {ink}"


@pytest.mark.parametrize("colour_scheme", ["dark"], indirect=True)
@pytest.mark.parametrize("address", ["where", "states"])
def test_light_and_dark_follow_the_machine(page: Page, address: str, colour_scheme: str) -> None:
    open_page(page, address)
    _follows(page, colour_scheme)


@pytest.mark.parametrize("colour_scheme", ["light", "dark"], indirect=True)
def test_a_chosen_option_can_be_read(page: Page, colour_scheme: str) -> None:
    open_page(page, "coalition", picked=["ZAF"])
    chosen = page.locator('[data-tag] [title="South Africa"]')
    ink, ground = chosen.evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(e.closest('[data-tag]')).backgroundColor]"
    )
    assert contrast(_hex(ink), _hex(ground)) >= 4.5, f"{ink} on {ground}"


def _hex(colour: str) -> str:
    """ "rgb(20, 26, 35)" as "#141a23"."""
    return "#" + "".join(f"{int(part):02x}" for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
