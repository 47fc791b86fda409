"""Moving about: the scope that stays and stands in the address, links, the search, and all of it by keyboard."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from tests.browser.actions import answer, arrive, card, choose, find, menu, open_tab
from tests.browser.look import PATIENCE, open_page, wait_until_complete


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_scope_stays_when_the_page_changes_and_a_link_reopens_the_view(page: Page) -> None:
    open_page(page, "trends")
    page.get_by_test_id("stSidebar").get_by_role("button", name="HRC", exact=True).click()
    wait_until_complete(page)
    assert query(page) == {"body": ["GA"]}
    assert answer(page).startswith("General Assembly,")
    assert "Human Rights Council" not in answer(page)

    menu(page, "Compare")
    arrive(page, "of the record known)")
    assert query(page)["body"] == ["GA"]
    page.get_by_role("radio", name="Name", exact=True).click()
    wait_until_complete(page)
    assert query(page) == {"body": ["GA"], "order": ["name"]}

    page.evaluate("() => localStorage.clear()")  # as in a browser that was never here
    other = page.context.new_page()
    other.goto(page.url)
    wait_until_complete(other)
    assert answer(other) == answer(page)
    chosen = other.locator('button[aria-checked="true"], button[aria-pressed="true"]').all_inner_texts()
    assert {"GA", "Name"} <= set(chosen), chosen
    assert "HRC" not in chosen


def test_search_for_a_state_and_for_a_symbol(page: Page) -> None:
    open_page(page, "sources", body=["GA"])
    find(page, "Kiribati")
    arrive(page, "Kiribati sponsored ")
    assert urlsplit(page.url).path == "/states"
    assert query(page) == {"state": ["KIR"], "body": ["GA"]}, "the scope comes along"

    find(page, "A/HRC/RES/13/13")
    arrive(page, "A/HRC/RES/13/13")
    assert urlsplit(page.url).path == "/resolutions"
    assert query(page)["text"] == ["A/HRC/RES/13/13"]

    page.go_back()
    arrive(page, "Kiribati sponsored ")
    assert urlsplit(page.url).path == "/states"
    assert query(page)["state"] == ["KIR"]
    assert query(page)["body"] == ["GA"]


def test_back_goes_back_in_one_press_also_from_a_page_with_a_full_scope(page: Page) -> None:
    open_page(page, "trends", body=["HRC"], years=["2008-2019"], by=["political"])
    before = page.evaluate("() => history.length")
    assert page.title() == "Trends · Who stands up for defenders"
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Sources").click()
    arrive(page, "Of 38 texts")
    wait_until_complete(page)
    assert query(page) == {"body": ["HRC"], "years": ["2008-2019"], "by": ["political"]}
    assert page.evaluate("() => history.length") == before + 1
    assert page.title() == "Sources & methods · Who stands up for defenders"
    menu(page, "Compare")
    page.get_by_role("radio", name="Name", exact=True).click()
    wait_until_complete(page)
    assert query(page)["order"] == ["name"]

    page.go_back()  # a choice on a page is a step of its own
    wait_until_complete(page)
    assert "order" not in query(page)
    page.go_back()
    arrive(page, "Of 38 texts")
    page.go_back()
    page.wait_for_url("**/trends?**", timeout=PATIENCE)
    wait_until_complete(page)
    assert query(page) == {"body": ["HRC"], "years": ["2008-2019"], "by": ["political"]}
    assert answer(page).startswith("Human Rights Council")


def test_a_link_to_a_state_that_does_not_exist_says_so(page: Page) -> None:
    open_page(page, "states", state="XYZ")
    told = page.get_by_text("State: the link asks for “XYZ”, which is not known here.")
    told.wait_for(timeout=PATIENCE)
    assert answer(page).startswith("Nothing is shown"), "no other State stands in its place"
    choose(page, "State", "Kiribati", page.get_by_test_id("stMain"))
    arrive(page, "Kiribati sponsored ")
    assert told.count() == 0


def test_everything_by_keyboard(page: Page) -> None:
    """Tab reaches the search; typing and Enter open a State; Tab reaches the tabs of the card, arrows change them."""
    open_page(page)
    _tab_to(page, "e => e.closest('.st-key-finder')")
    page.keyboard.type("Tuvalu")
    page.get_by_role("option").first.wait_for(timeout=PATIENCE)
    page.keyboard.press("Enter")
    arrive(page, "Tuvalu sponsored ")
    _tab_to(page, "e => e.getAttribute('role') === 'tab' && e.closest('.st-key-card-state')")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    wait_until_complete(page)
    shown = card(page, "state")
    assert shown.get_by_role("tab", selected=True).inner_text() == "Table"
    assert shown.get_by_test_id("stDataFrame").is_visible()


def test_the_open_tab_of_a_card_survives_a_change_of_the_scope(page: Page) -> None:
    open_page(page, "trends", body=["GA"])
    open_tab(page, "columns-GA", "Table")
    page.get_by_test_id("stSidebar").get_by_role("button", name="CHR", exact=True).click()
    wait_until_complete(page)
    assert card(page, "columns-GA").get_by_role("tab", selected=True).inner_text() == "Table"
    assert card(page, "columns-CHR").get_by_role("tab", selected=True).inner_text() == "Chart"


def _tab_to(page: Page, wanted: str, most: int = 120) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"() => !!document.activeElement && !!(({wanted})(document.activeElement))"):
            return
    raise AssertionError(f"{most} times Tab and not there: {wanted}")
