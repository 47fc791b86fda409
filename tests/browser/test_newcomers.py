"""What helps who is new: a finding to paste into an e-mail, and an example of a campaign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.actions import answer, arrive, card, open_tab
from tests.browser.look import PATIENCE, open_page, wait_until_complete
from tests.browser.server import Server, of_its_own


@pytest.fixture(scope="module")
def dashboard(built_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard that nobody has used: no campaign yet."""
    folder = tmp_path_factory.mktemp("new")
    with of_its_own(built_database, folder) as server:
        yield server


def test_a_finding_is_copied_with_its_figures_and_source(page: Page) -> None:
    open_page(page, "states", state="KEN")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    title = card(page, "state").evaluate("element => element.querySelector('.js-plotly-plot').layout.meta[0].title")
    exports = open_tab(page, "state", "Export")
    exports.get_by_role("button", name="Copy the finding").click()
    exports.get_by_text("Copied.").wait_for(timeout=PATIENCE)
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith(f"{title}.")
    for part in ("2011 not known", "Source: ", "data version"):
        assert part in copied
    assert "127.0.0.1" not in copied, "an address that opens on this computer alone"


def test_an_example_of_a_campaign_comes_and_goes(page: Page) -> None:
    open_page(page, "shortlist")
    assert answer(page).startswith("No campaign yet")
    page.get_by_role("button", name="Show me an example").click()
    arrive(page, "Example: 5 States")
    page.get_by_role("button", name="Take the example away").click()
    arrive(page, "No campaign yet")
    wait_until_complete(page)
