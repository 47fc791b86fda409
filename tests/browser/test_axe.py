"""What axe-core finds, but for what is declared of Streamlit's own widgets (of each page: test_pages.py)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.look import open_page, wait_until_complete
from tests.browser.server import Server
from workspace.store import Workspace

UPLOAD = ("presentation-role-conflict", '[data-testid="stFileUploaderDropzone"]')
"""Streamlit says of the place where a file is dropped that it is nothing of its own, and names it all the same."""
DECLARED = {"add": [UPLOAD]}
"""By page: the rule, and the elements of Streamlit (a selector) that break it there."""
PARTS = """([target, selectors]) => {
  const element = target.length === 1 && typeof target[0] === "string" && document.querySelector(target[0])
  return selectors.map((selector) => !!element && element.matches(selector))
}"""


def found(page: Page) -> Iterator[tuple[str, list[str], str]]:
    """What axe-core finds, element by element: the rule, where the element is, its markup."""
    for broken in Axe().run(page).response["violations"]:
        for node in broken["nodes"]:
            yield broken["id"], node["target"], node["html"][:200]


def ours(page: Page, declared: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What is found and not declared (rule and markup), and what is declared and not found any more."""
    left, gone = [], set(declared)
    for rule, target, markup in found(page):
        selectors = [selector for known, selector in declared if known == rule]
        matched = page.evaluate(PARTS, [target, selectors]) if selectors else []
        theirs = {(rule, selector) for selector, is_one in zip(selectors, matched, strict=True) if is_one}
        gone -= theirs
        left += [] if theirs else [(rule, markup)]
    return left, sorted(gone)


@pytest.fixture
def campaign(dashboard: Server) -> Iterator[str]:
    """A campaign with a State in the workspace of the running dashboard."""
    with_it = Workspace.open(f"sqlite:///{dashboard.log.parent / 'user' / 'workspace.sqlite'}", who="Ana Ruiz")
    made = with_it.campaigns.create("For those who cannot see it", "GA", 2028)
    with_it.shortlist.add(made.id, "MLI", owner="Ana", next_step="Ring the mission")
    yield str(made.id)
    with_it.campaigns.change(made.id, made.version, archived=True)
    with_it.close()


@pytest.mark.parametrize("colour_scheme", ["dark"], indirect=True)
def test_nothing_is_found_in_what_opens_over_a_page_on_the_dark_theme(
    page: Page, campaign: str, colour_scheme: str
) -> None:
    open_page(page, "shortlist", view="board", campaign=campaign)
    page.get_by_role("button", name="Change Mali").click()
    page.get_by_role("button", name="Save Mali").wait_for()
    wait_until_complete(page)
    assert ours(page, []) == ([], [])


def test_faults_of_our_own_are_found_beside_declared_ones(page: Page) -> None:
    open_page(page, "add")
    page.get_by_test_id("stMainBlockContainer").evaluate(
        """main => main.insertAdjacentHTML("afterbegin", `<img src="data:," class="planted"><button></button>
        <p style="color: #ccc; background: #fff">faint</p>
        <section role="presentation" aria-label="ours" tabindex="-1">as theirs</section>`)"""
    )
    left, gone = ours(page, [UPLOAD, ("image-alt", "img.elsewhere")])
    rules = {rule for rule, _ in left}
    assert {"image-alt", "button-name", "color-contrast", "presentation-role-conflict"} <= rules
    assert [markup for rule, markup in left if rule == "presentation-role-conflict" and "ours" not in markup] == []
    assert gone == [("image-alt", "img.elsewhere")]
