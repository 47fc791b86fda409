"""Three missing texts from the button to a changed grid, and back by undo; no other address is asked on the way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, expect

from data.reading.context import Context
from files.paths import ROOT
from tests.browser.look import at_each_width, open_page, wait_until_complete, wider
from tests.browser.server import Server, serving
from tests.data.fetch.un import UN, challenge, playing
from tests.data.fetch.watch import asked_by_children, in_children
from tests.data.reading import made

DRAFTS = {"A/HRC/RES/52/4": "A/HRC/52/L.1", "A/HRC/RES/49/18": "A/HRC/49/L.9", "A/HRC/RES/7/8": "A/HRC/7/L.23"}
LISTED = [row for row in Context.from_files().sponsors if row["list_id"] == "A/HRC/RES/25/18#tabled"]


@pytest.fixture(scope="module")
def un() -> Iterator[UN]:
    """The server that plays the United Nations: the drafts of three texts, one of them only in French."""
    with playing() as server:
        for symbol in DRAFTS.values():
            text = made.council_draft([row["state_as_written"] for row in LISTED], set(), symbol)
            server.has(symbol, text, "fr" if symbol == "A/HRC/49/L.9" else "en")
        server.documents["A/HRC/7/78", "en"] = challenge
        yield server


@pytest.fixture(scope="module")
def own_database(built_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of this module's own: it is changed."""
    return Path(shutil.copy(built_database, tmp_path_factory.mktemp("fetch") / "record.duckdb"))


@pytest.fixture(scope="module")
def dashboard(own_database: Path, un: UN) -> Iterator[Server]:
    """A dashboard of its own, of which every address that it asks is written down."""
    folder = own_database.parent
    settings = {
        "COSPONSOR_DATABASE": str(own_database),
        "COSPONSOR_DATA_DIR": str(folder / "user"),
        "COSPONSOR_UN_URL": un.template,
        "STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full",
        **in_children(folder),
    }
    with serving(ROOT, folder / "server.log", settings) as server:
        yield server
    asked = asked_by_children(folder)
    assert asked.outside == []
    assert "127.0.0.1" in asked.all, "nothing was watched"


def sponsors(database: Path) -> dict[str, set[str]]:
    """Who sponsors each of the three texts in the grid."""
    with duckdb.connect(str(database), read_only=True) as con:
        rows = con.execute("SELECT resolution, iso3 FROM grid WHERE value::text = 'sponsor'").fetchall()
    return {text: {iso3 for resolution, iso3 in rows if resolution == text} for text in DRAFTS}


def test_three_missing_texts_from_the_button_to_the_grid_and_back(page: Page, un: UN, own_database: Path) -> None:
    open_page(page, "sources")
    assert un.asked == []
    before = sponsors(own_database)
    assert all(named <= {"NOR"} for named in before.values()), "a main sponsor at most is known"

    open_page(page, "add", how="fetch")
    box = page.get_by_role("combobox", name="Documents for which texts")
    for text in DRAFTS:
        box.click()
        box.fill(text)
        page.get_by_role("option", name=text).first.click()
    page.keyboard.press("Escape")
    wait_until_complete(page)
    page.get_by_text("The plan: 13 documents, 0 of them in your folder already").click()
    page.get_by_role("button", name="Fetch 13 documents").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    expect(page.get_by_text("of 13 documents.").first).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Stopped: ")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Go on with").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    expect(page.get_by_role("button", name="Stop")).to_have_count(0, timeout=90_000)
    expect(page.get_by_text("What was recognised, by text")).to_be_visible()
    wait_until_complete(page)
    assert sponsors(own_database) == before

    box = page.get_by_role("combobox", name="How complete are these lists?")
    box.click()
    box.fill("partial")
    page.get_by_role("option", name="partial: ").first.click()
    page.get_by_role("textbox", name="Your name").first.fill("Ana Ruiz")
    page.get_by_role("button", name="Accept these").click()
    expect(page.get_by_text("Accepted: 3 lists for")).to_be_visible(timeout=60_000)
    wait_until_complete(page)
    assert sponsors(own_database) == {text: {row["iso3"] for row in LISTED} for text in DRAFTS}

    page.get_by_role("button", name="Undo all of these").click()
    expect(page.get_by_text("Undone: 3 lists.")).to_be_visible(timeout=60_000)
    wait_until_complete(page)
    assert sponsors(own_database) == before
    open_page(page, "add", how="fetch")
    for _ in at_each_width(page):
        assert wider(page) == []
    assert min(after - first for first, after in zip(un.times, un.times[1:], strict=False)) >= 1
