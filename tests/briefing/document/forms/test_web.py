"""The briefing as one web page and as a presentation, in Chromium with the network off."""

from __future__ import annotations

import pytest

from briefing.document.forms import present, web
from briefing.document.forms.web import runs
from briefing.document.spec import Briefing, Item, chart_item, text_item
from tests.briefing.briefings import ASK, each_kind

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def short() -> Briefing:
    items = (chart_item("columns", "", "Our own words."), text_item("The ask", ASK))
    return Briefing("Two slides", "and no more", items)


def test_the_page_reads_from_top_to_bottom(record, opened) -> None:
    page, troubles = opened(web.page(each_kind(), record))
    page.wait_for_function("document.querySelectorAll('[data-ready=yes]').length === 3", timeout=60_000)
    assert page.title() == "Defenders at the General Assembly"
    assert page.locator("h1").count() == 1
    headings = page.locator("main > section > h2").all_inner_texts()
    assert headings[-1] == "UN documents"
    assert page.locator("nav a").count() == 7
    for link in page.locator("nav a, sup a").all():
        target = link.get_attribute("href").removeprefix("#")
        assert page.locator(f"[id='{target}']").count() == 1
    assert page.locator("section ul li").all_inner_texts() == ["co-sponsor the text", "say so early"]
    assert f"data version {record.version}" in page.locator("header").inner_text()
    assert page.locator("html").get_attribute("lang") == "en"
    assert troubles == []


def test_the_presentation_turns_by_keyboard_and_remembers_its_slide(record, opened, short) -> None:
    page, troubles = opened(present.presentation(short, record))
    place = page.locator("#place")
    assert place.inner_text() == "1 / 4"
    assert page.locator("#stage > section:visible h1").inner_text() == "Two slides"
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("section:visible [data-ready=yes]", timeout=30_000)
    assert place.inner_text() == "2 / 4"
    assert "Our own words." in "".join(page.locator("section:visible svg").all_text_contents())
    page.keyboard.press(" ")
    assert page.locator("section:visible h2").inner_text() == "The ask"
    page.reload()
    assert place.inner_text() == "3 / 4", "the slide is remembered"
    page.keyboard.press("End")
    assert page.locator("section:visible h2").inner_text() == "Sources"
    page.keyboard.press("ArrowRight")
    assert place.inner_text() == "4 / 4", "there is nothing after the last"
    page.keyboard.press("Home")
    assert place.inner_text() == "1 / 4"
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("Escape")
    page.wait_for_function("document.fullscreenElement === null")
    assert troubles == []


INSIDE = """() => {
  const box = document.getElementById('stage').getBoundingClientRect();
  return box.left >= -1 && box.top >= -1 && box.width <= innerWidth + 1 && box.height <= innerHeight + 1;
}"""


def test_a_slide_fills_the_screen_in_any_shape_and_nothing_sticks_out(record, opened, short) -> None:
    page, _ = opened(present.presentation(short, record))
    for width, height in ((1920, 1080), (1024, 768), (600, 900)):
        page.set_viewport_size({"width": width, "height": height})
        # The slide follows the window a moment later.
        page.wait_for_function(INSIDE, timeout=10_000)
        box = page.locator("#stage").bounding_box()
        assert max(box["width"] / width, box["height"] / height) > 0.99


CUT = """() => {
  const slide = document.querySelector('#stage > section:not([hidden])');
  const lowest = Array.from(slide.querySelectorAll('h1, h2, p, li, td'), each => each.getBoundingClientRect().bottom);
  return Math.max(...lowest) - slide.getBoundingClientRect().bottom;
}"""


def test_its_keys_are_shown_at_first_and_its_slides_are_listed_by_what_they_say(record, opened, short) -> None:
    page, troubles = opened(present.presentation(short, record))
    assert "full screen" in page.locator("#keys").inner_text()
    page.keyboard.press("o")
    titles = page.locator("#list button").all_inner_texts()
    assert len(titles) == page.locator("#stage > section").count() == page.locator("#list .thumb").count()
    page.wait_for_function("document.querySelectorAll('#list .thumb [data-ready]').length === 1")
    assert page.locator("#list li:has(.thumb .chart) button").aria_snapshot().count("sponsors") == 1, (
        "its finding alone"
    )
    page.locator("#list button").nth(2).press("Enter")
    assert page.locator("#place").inner_text().startswith("3 /")
    assert not page.locator("#list").is_visible()
    assert not page.locator("#keys").is_visible()
    assert troubles == []


def test_long_words_and_tables_go_on_over_slides_and_nothing_is_cut_off(record, opened) -> None:
    why = "Sponsored A/RES/74/146 (2019) and is not on the list of A/RES/78/216 (2023). Named on 7 of the 13 lists. "
    targets = [{"iso3": code, "why": why * 2} for code in list(record.states["iso3"][:9])]
    items = (
        text_item("Words", "\n".join(f"{n}: {why}" for n in range(9))),
        Item("targets", "Our list", "", {"targets": targets}),
        text_item("One paragraph", why * 30),
    )
    page, troubles = opened(present.presentation(Briefing("Long", "", items), record))
    slides, said = page.locator("#stage > section").count(), ""
    for _ in range(slides):
        assert page.evaluate(CUT) <= 1
        said += page.locator("#stage > section:visible").inner_text()
        page.keyboard.press("PageDown")
    assert slides > 6
    assert all(f"{n}: Sponsored" in said for n in range(9))
    names = record.states.set_index("iso3")["short_name"]
    assert all(names[target["iso3"]] in said for target in targets)
    assert troubles == []


def test_it_works_in_a_frame_that_may_keep_nothing(record, browser, short, tmp_path) -> None:
    (tmp_path / "show.html").write_bytes(present.presentation(short, record))
    frame = "<iframe src='show.html' style='width:800px;height:450px' sandbox='allow-scripts'></iframe>"
    (tmp_path / "around.html").write_text(frame)
    page = browser.new_page()
    page.goto((tmp_path / "around.html").as_uri())
    inside = page.frame_locator("iframe")
    inside.locator("#place", has_text="1 / 4").wait_for(timeout=30_000)
    inside.get_by_role("button", name="Next slide").click()
    inside.locator("#place", has_text="2 / 4").wait_for(timeout=10_000)
    page.close()


def test_numbers_of_notes_are_drawn_together() -> None:
    assert runs([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]
    assert runs([]) == []
