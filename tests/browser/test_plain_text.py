"""Names that would be pictures from elsewhere, in a real browser: they stand as text, and nobody is asked for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.look import open_page
from tests.browser.server import Server
from workspace.store import Workspace

EVIL = "![x](https://evil.example/x.png) [y](https://evil.example/y)"


@pytest.fixture
def campaign(dashboard: Server) -> Iterator[str]:
    """An evil campaign, signatory, scenario and card in the workspace of the running dashboard."""
    held = Workspace.open(f"sqlite:///{dashboard.log.parent / 'user' / 'workspace.sqlite'}", who=EVIL[:60])
    made = held.campaigns.create(EVIL, "GA", 2027, EVIL)
    held.shortlist.add(made.id, "KEN", owner=EVIL, note=EVIL, next_step=EVIL)
    person = held.signatories.add(EVIL, EVIL, EVIL)
    scenario = held.scenarios.create(EVIL, "GA", 2027, ["KEN"], {"keep": True, "total": 1})
    card = held.briefing.add("text", {}, EVIL, EVIL)
    yield str(made.id)
    held.briefing.remove(card.id, card.version)
    held.scenarios.remove(scenario.id, scenario.version)
    held.signatories.remove(person.id, person.version)
    held.campaigns.change(made.id, made.version, archived=True)
    held.close()


def test_they_are_text_on_every_page_of_the_campaign(page: Page, campaign: str) -> None:
    # Each stays open: in the end the fixture looks at all of them for addresses on other machines.
    for path, query in (
        ("shortlist", {"view": "board", "campaign": campaign}),
        ("coalition", {"body": "GA", "picked": ["KEN"]}),
        ("briefing", {}),
        ("letter", {}),
    ):
        shown = open_page(page.context.new_page(), path, **query)
        acting = shown.locator("[src*='evil.example'], a[href*='evil.example']")
        assert [one.evaluate("e => e.outerHTML") for one in acting.all()] == [], path
        if path in ("shortlist", "briefing"):
            expect(shown.get_by_text("![x](").first).to_be_attached()
