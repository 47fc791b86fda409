"""A PDF from upload to a changed map, assembly and grid, and back by undo; nothing in it acts on the page. A draft, a
scan, and three missing texts from the button to a changed grid; no other address is asked on the way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, Page, expect

from data.reading.context import Context
from files.paths import ROOT
from tests import system
from tests.browser.actions import menu, move
from tests.browser.look import at_each_width, open_page, wait_until_complete, wider
from tests.browser.server import Server, serving
from tests.data.fetch.un import UN, challenge, playing
from tests.data.fetch.watch import asked_by_children, in_children
from tests.data.reading import made
from tests.data.reading.scanned import scan

TEXT = "A/HRC/RES/52/4"
SPONSORS = ["Albania", "Bolivia (Plurinational State of)", "Chile", "Côte d’Ivoire", "Fiji", "Tunisia"]
DRAFTS = {"A/HRC/RES/52/4": "A/HRC/52/L.1", "A/HRC/RES/49/18": "A/HRC/49/L.9", "A/HRC/RES/7/8": "A/HRC/7/L.23"}
LISTED = [row for row in Context.from_files().sponsors if row["list_id"] == "A/HRC/RES/25/18#tabled"]
EVIL = """<script>window.bad = 1</script> <img src=x onerror="window.bad = 2"> =HYPERLINK("http://evil.example","x")
![x](https://evil.example/x.png)"""


@pytest.fixture(scope="module")
def own_database(built_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of this module's own: it is changed."""
    return Path(shutil.copy(built_database, tmp_path_factory.mktemp("add") / "record.duckdb"))


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
def dashboard(own_database: Path, un: UN) -> Iterator[Server]:
    """A dashboard of its own, on that database and an empty folder; every address that it asks is written down."""
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
    assert asked_by_children(folder).outside == []


@pytest.fixture(scope="module")
def document(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with labelled lists as a PDF, with a typing error, and with what should never act."""
    path = tmp_path_factory.mktemp("document") / "sponsors.pdf"
    lines = [
        TEXT,
        "Mandate of the Special Rapporteur",
        "Main sponsors (1): Norway",
        f"Co-sponsors (7): {', '.join(SPONSORS)}, Urugay",
        EVIL,
    ]
    page = browser.new_page()
    page.set_content("".join("<p></p>" for _ in lines))
    page.evaluate("lines => document.querySelectorAll('p').forEach((p, i) => { p.innerText = lines[i] })", lines)
    page.pdf(path=path)
    page.close()
    return path


def cells(database: Path) -> dict[str, str]:
    """The grid's row of the text."""
    with duckdb.connect(str(database), read_only=True) as con:
        return dict(con.execute("SELECT iso3, value::text FROM grid WHERE resolution = ?", [TEXT]).fetchall())


def choose(page: Page, label: str, option: str) -> None:
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option).first.click()
    wait_until_complete(page)


SCANNED = ["Albania", "Chile", "Equatorial Guinea", "Guinea", "Norway", "Peru", "Tunisia"]
NAMED = {"ALB", "BOL", "CHL", "CIV", "FJI", "NOR", "TUN", "URY"}


def told_by_pictures(page: Page) -> dict[str, str]:
    """What the pictures of who sponsored say of themselves, and their titles."""
    told = {}
    for picture in ("Assembly", "Map"):
        page.get_by_role("radio", name=picture, exact=True).click()
        wait_until_complete(page)
        chart = page.locator('[data-testid="stPlotlyChart"]').first
        told[picture] = chart.get_attribute("aria-label") or chart.inner_text()
    page.locator("path.choroplethlocation").first.wait_for(state="attached")  # left before, Plotly reports an error
    return told


def upload(page: Page, path: Path) -> None:
    page.locator('input[type="file"]').first.set_input_files(path)
    expect(page.get_by_text("What was recognised")).to_be_visible(timeout=60_000)
    wait_until_complete(page)


def test_from_upload_to_a_changed_map_and_back(page: Page, document: Path, own_database: Path) -> None:
    before = cells(own_database)
    told = {iso3 for iso3, value in before.items() if value == "sponsor"}
    assert set(before.values()) == {"sponsor", "unknown"}, "single names out of statements are held"
    open_page(page, "where", show="status", text=TEXT)
    pictures = told_by_pictures(page)

    menu(page, "Add a list")
    upload(page, document)
    read = page.locator(".read").first
    assert read.locator("mark.known").count() == 7
    assert read.locator("mark.unsure").inner_text().startswith("Urugay")
    assert "<script>window.bad = 1</script>" in read.inner_text()
    assert page.evaluate("window.bad") is None
    assert page.locator(".read script, .read img, .read a").count() == 0

    choose(page, "What “Urugay” means", "Uruguay")
    choose(page, "How complete is it?", "complete: nobody")
    choose(page, "Where does it come from?", "A UN document")
    expect(page.get_by_role("combobox", name="Symbol of the document")).to_have_value(TEXT)
    new = len(NAMED - told)
    expect(page.get_by_text(f"{new} cells from “not known” to “sponsor”")).to_be_visible()
    page.get_by_role("textbox", name="Your name").first.fill("Ana <b>Ruiz</b>")
    if page.get_by_text("I have looked at").count():
        page.get_by_text("I have looked at").click()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("Accepted: ")).to_be_visible(timeout=60_000)
    wait_until_complete(page)
    expect(page.get_by_text("accepted by Ana <b>Ruiz</b>")).to_be_visible()

    after = cells(own_database)
    assert {iso3 for iso3, value in after.items() if value == "sponsor"} == NAMED
    assert {after[iso3] for iso3 in ("FRA", "DEU")} == {"not_sponsor"}
    move(page, "where", show="status", text=TEXT)
    assert all(said != pictures[picture] for picture, said in told_by_pictures(page).items())

    menu(page, "Add a list")
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("Undone: ")).to_be_visible(timeout=60_000)
    wait_until_complete(page)
    assert cells(own_database) == before
    move(page, "where", show="status", text=TEXT)
    assert told_by_pictures(page) == pictures


def test_the_sources_page_leads_to_pasting_for_a_text(page: Page, un: UN) -> None:
    open_page(page, "sources")
    assert un.asked == []
    page.get_by_text("Commission on Human Rights: 8 texts").click()
    row = page.locator(".st-key-wanted-CHR-2003-64")
    expect(row.get_by_role("link", name="E/2003/23 (E/CN.4/2003/135)")).to_have_attribute(
        "href", "https://undocs.org/E/2003/23"
    )
    row.get_by_role("link", name="Paste it here").click()
    wait_until_complete(page)
    expect(page.get_by_role("textbox", name="Paste the passage with the names for CHR 2003/64")).to_be_visible()


DRAFT = """United Nations A/C.3/81/L.30
General Assembly
2 November 2026
Eighty-first session
Third Committee

Albania, Kenya, Norway and Tunisia: draft resolution

Implementing the Declaration on human rights defenders

The General Assembly,
"""


def test_a_draft_that_is_being_sponsored_from_its_paper_to_the_call_list_and_back(page: Page) -> None:
    open_page(page, "add", how="paste")
    page.get_by_role("textbox", name="Paste the passage").fill(DRAFT)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("What was recognised")).to_be_visible(timeout=60_000)
    wait_until_complete(page)
    page.get_by_text("Add a new text: a draft").click()
    expect(page.get_by_role("textbox", name="Symbol of the draft resolution")).to_have_value("A/C.3/81/L.30")
    expect(page.get_by_role("textbox", name="Title, as in the document")).to_have_value(
        "Implementing the Declaration on human rights defenders"
    )
    page.get_by_test_id("stDateInputField").get_by_role("spinbutton").first.click()
    page.keyboard.type(f"{date.today() + timedelta(days=20):%Y%m%d}")
    page.get_by_role("textbox", name="Your name").last.fill("Ana Ruiz")
    page.get_by_role("button", name="Add this text").click()
    expect(page.get_by_text("Accepted: A/C.3/81/L.30: draft")).to_be_visible(timeout=60_000)
    wait_until_complete(page)

    choose(page, "Where does it come from?", "A UN document")
    expect(page.get_by_role("combobox", name="Symbol of the document")).to_have_value("")
    choose(page, "Symbol of the document", "A/C.3/81/L.30")
    page.get_by_role("textbox", name="Your name").first.fill("Ana Ruiz")
    if page.get_by_text("I have looked at").count():
        page.get_by_text("I have looked at").click()
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(page.get_by_text("Accepted: A/C.3/81/L.30: tabled list, 4 States")).to_be_visible(timeout=60_000)
    wait_until_complete(page)

    page.get_by_role("button", name="Open A/C.3/81/L.30").click()
    expect(page.locator("h1")).to_contain_text("A/C.3/81/L.30, not adopted yet: 4 States", timeout=60_000)
    wait_until_complete(page)
    chart = page.locator('[data-testid="stPlotlyChart"]').first
    assert "4 States" in (chart.get_attribute("aria-label") or chart.inner_text())
    menu(page, "Targets")
    expect(page.get_by_text("Being sponsored now.")).to_be_visible()

    menu(page, "Add a list")
    for _ in range(2):
        page.get_by_role("button", name="Undo").first.click()
        expect(page.get_by_text("Undone: ")).to_be_visible(timeout=60_000)
        wait_until_complete(page)
    menu(page, "Targets")
    expect(page.get_by_text("Being sponsored now.")).to_have_count(0)


def test_a_file_of_any_name_is_taken_and_one_of_a_kind_that_is_not_read_says_what_to_do(
    page: Page, document: Path, tmp_path: Path
) -> None:
    nameless = Path(shutil.copy(document, tmp_path / "N1930012"))
    open_page(page, "add")
    upload(page, nameless)
    for _ in at_each_width(page):
        assert wider(page) == []
    old = tmp_path / "report.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99)
    open_page(page, "add")
    page.locator('input[type="file"]').first.set_input_files(old)
    expect(page.get_by_text("Save it as .docx or .xlsx, or as PDF.")).to_be_visible(timeout=30_000)


def test_the_picture_of_a_scan_stands_beside_what_was_read(page: Page, tmp_path: Path) -> None:
    """At every width, and described."""
    system.require("tesseract")
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan(made.pdf([made.council_draft(SCANNED, set(), "A/HRC/52/L.1")]), 0.8, 0.005))
    open_page(page, "add")
    page.locator('input[type="file"]').first.set_input_files(path)
    expect(page.get_by_text("Read by OCR from page 1: letters may be wrong")).to_be_visible(timeout=60_000)
    wait_until_complete(page)
    expect(page.get_by_text("· read by OCR")).to_be_visible()
    picture = page.get_by_alt_text("Page 1 of the document, as scanned")
    for _ in at_each_width(page):
        expect(picture).to_be_visible()
        box = picture.bounding_box()
        assert box["width"] > 250
        assert box["x"] >= 0
        assert wider(page) == []


def sponsors(database: Path) -> dict[str, set[str]]:
    """Who sponsors each of the three texts in the grid."""
    with duckdb.connect(str(database), read_only=True) as con:
        rows = con.execute("SELECT resolution, iso3 FROM grid WHERE value::text = 'sponsor'").fetchall()
    return {text: {iso3 for resolution, iso3 in rows if resolution == text} for text in DRAFTS}


def test_three_missing_texts_from_the_button_to_the_grid_and_back(page: Page, un: UN, own_database: Path) -> None:
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
    move(page, "add", how="fetch")
    for _ in at_each_width(page):
        assert wider(page) == []
    assert "127.0.0.1" in asked_by_children(own_database.parent).all, "nothing was watched"
    assert min(after - first for first, after in zip(un.times, un.times[1:], strict=False)) >= 1
