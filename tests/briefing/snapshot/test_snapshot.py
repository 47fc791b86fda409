"""The whole record in one file, opened in Chromium with the network off: the figures and sentences of the dashboard."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from analytics.english import capital
from analytics.measures import Measures
from analytics.scope import BODIES, Scope
from briefing.snapshot import snapshot as one_file
from charts import catalog
from charts.words import answers
from data.words import CELLS, MEANING, STANDINGS
from files.xml import escape

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def content(record) -> bytes:
    return one_file.snapshot(record)


@pytest.fixture(scope="module")
def file(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("snapshot") / "defenders.html"
    path.write_bytes(content)
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, file: str) -> Iterator[Page]:
    """The file, opened offline; fails where anything was asked for but itself, or an error was reported."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page, troubles = context.new_page(), []
    page.on("console", lambda said: troubles.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: troubles.append(request.url) if not request.url.startswith(file) else None)
    page.goto(file)
    yield page
    context.close()
    assert troubles == []


def turn(page: Page, view: str, more: str = "") -> str:
    """Go to a view by its address; its heading once all is drawn."""
    page.evaluate("address => { location.hash = address }", view + more)
    page.wait_for_function("view => document.getElementById('page').dataset.shown === view", arg=view)
    return page.locator("h1").inner_text()


def written(page: Page) -> str:
    """All words of the pictures that are shown, without spaces: a line may break anywhere."""
    return plain(" ".join(page.locator("figure svg:visible").all_text_contents()))


def plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_it_is_small_enough_for_an_email_and_says_what_it_is(content, record) -> None:
    assert len(content) <= one_file.MOST
    text = content.decode()
    for said in (f"data version {record.version}, built {record.built_on}", "CC BY 4.0", "The designations employed"):
        assert said in text
    assert "shortlist" not in text.lower(), "nothing of anybody's work"
    assert "connect-src" not in text
    assert "default-src 'none'" in text


def test_what_the_first_view_needs_stands_before_all_else(content) -> None:
    text = content.decode()
    places = [text.index(mark) for mark in ("<main ", 'id="pack-overview"', "window.LOOK=", "window.OUTLINES=")]
    packs = [text.index(f'id="pack-{name}"') for name in ("status", "states", "search")]
    assert places == sorted(places)
    assert min(packs) > max(places)


def test_ten_views_say_what_the_dashboard_says(page, record) -> None:
    measures, draw = Measures(record), random.Random(20261126)
    for iso3 in draw.sample(sorted(record.states["iso3"]), 4):
        name = record.states.set_index("iso3").loc[iso3, "short_name"]
        standings = {body: measures.ladder(body).set_index("iso3").loc[iso3] for body in BODIES}
        assert turn(page, f"state={iso3}") == answers.state(name, standings)
        assert plain(catalog.build("timeline", record, state=iso3).title) in written(page)
        past = measures.history(iso3).iloc[::-1]
        rows = page.locator("table").filter(has_text="As written").locator("tbody tr").all()
        told = [[cell.inner_text() for cell in row.locator("td").all()] for row in rows]
        assert [(row[1], row[2], row[3]) for row in told] == [
            (row.resolution, row.word, row.as_written) for row in past.itertuples()
        ]
    counts = measures.counts()
    for symbol in draw.sample(list(record.resolutions["resolution"]), 4):
        text = record.resolutions.set_index("resolution", drop=False).loc[symbol]
        assert turn(page, f"text={symbol}") == answers.resolution(counts, text)
        assert plain(catalog.build("assembly-status", record, text=symbol).title) in written(page)
        cells = measures.cells(Scope.whole(), [symbol]).set_index("iso3")
        painted = page.evaluate(
            "[...document.querySelectorAll('#page [data-key] path[data-of]')].map(one => [one.dataset.of, one.said])"
        )
        shown = dict(painted[: len(cells)])
        assert len(shown) == len(cells)
        named = {iso3 for iso3, said in shown.items() if f"sponsor of {symbol}" in said and "not a" not in said}
        assert named == set(cells.index[cells["value"] == "sponsor"])
    for body in draw.sample(BODIES, 2):
        mine = counts[counts["body"] == body]
        withdrawn = set(record.events.loc[record.events["kind"] == "withdrawal", "resolution"])
        assert turn(page, f"trends={body}") == answers.trends(mine, withdrawn)
        assert plain(catalog.build("columns", record, body=body).title) in written(page)
        rows = page.locator("table tbody tr").all()
        assert [row.locator("td").nth(2).inner_text() for row in rows] == list(mine["shown_text"])


def test_every_cell_value_stage_rule_and_list_is_in_it(page, record) -> None:
    turn(page, "sources")
    said = page.locator("main").inner_text()
    for value, called in CELLS.items():
        assert f"{capital(called)}: {MEANING[value]}." in said
    assert all(f"{word}: {rule}." in said for word, rule in STANDINGS.items())
    assert "Commission on Human Rights: as tabled; Human Rights Council: final" in said
    assert page.locator("table").filter(has_text="Read in").locator("tbody tr").count() == len(record.rows("lists"))
    assert f"Data version {record.version}" in said
    assert "@misc" in said


def test_it_is_searched_and_turned_by_keyboard(page) -> None:
    page.wait_for_selector("#page[data-shown=overview]")
    page.get_by_role("combobox").fill("Turkey")
    page.locator("#found li").first.wait_for()
    assert page.locator("#found li").all_inner_texts() == ["Türkiye (TUR)"]
    page.keyboard.press("Enter")
    page.wait_for_selector("#page[data-shown='state=TUR']")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.get_by_role("combobox").fill("74/146")
    page.keyboard.press("Enter")
    page.wait_for_selector("#page[data-shown='text=A/RES/74/146']")
    page.go_back()
    page.wait_for_selector("#page[data-shown='state=TUR']")
    assert page.title().startswith("Türkiye sponsored")


def test_a_link_keeps_its_picture_and_tells_of_another_version(page, record) -> None:
    turn(page, "text=A/RES/74/146", f"&picture=map&data={record.version}")
    assert page.locator("path.choroplethlocation:visible").count() > 180
    assert page.locator("#told").inner_text() == ""
    page.locator("path[data-of=KEN]:visible").first.click()
    page.wait_for_selector("#page[data-shown='state=KEN']")
    turn(page, "state=KEN", "&data=0123456789")
    said = page.locator("#told").inner_text()
    assert "data version 0123456789" in said
    assert record.version in said
    page.evaluate("location.hash = 'state=XXX'")
    page.wait_for_function("document.getElementById('told').textContent.includes('not in this file')")


def test_it_fits_a_telephone_and_has_one_heading_and_a_language(page) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    for view in ("overview", "where=HRC", "text=A/RES/68/181", "compare=CHR", "sources"):
        turn(page, view)
        assert page.evaluate("document.documentElement.scrollWidth") <= 400, view
        assert page.locator("h1").count() == 1
        assert page.locator("figure:visible > [role=img]:not([aria-label])").count() == 0
    assert page.locator("html").get_attribute("lang") == "en"


def test_words_from_data_cannot_become_markup() -> None:
    from briefing.snapshot.markup import out, tag, to

    bad = "</script><img src=x onerror=\"alert('a')\">"
    for made in (
        tag("p", bad),
        to("state", bad, bad),
        out("https://example.org/" + bad, bad),
        out("javascript:" + bad, bad),
    ):
        assert "<img" not in made
        assert "javascript:" not in made.split(">")[0]
    assert escape(bad) in tag("p", bad)
