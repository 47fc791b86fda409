"""A PDF from upload to a changed map, assembly and grid, and back by undo; nothing in it acts on the page. A draft, and
a scan."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, Page, expect

from tests import system
from tests.browser.actions import menu
from tests.browser.look import at_each_width, open_page, wait_until_complete, wider
from tests.browser.server import Server, of_its_own
from tests.data.reading import made
from tests.data.reading.scanned import scan

TEXT = "A/HRC/RES/52/4"
SPONSORS = ["Albania", "Bolivia (Plurinational State of)", "Chile", "Côte d’Ivoire", "Fiji", "Tunisia"]
EVIL = """<script>window.bad = 1</script> <img src=x onerror="window.bad = 2"> =HYPERLINK("http://evil.example","x")
![x](https://evil.example/x.png)"""


@pytest.fixture(scope="module")
def own_database(built_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of this module's own: it is changed."""
    return Path(shutil.copy(built_database, tmp_path_factory.mktemp("add") / "record.duckdb"))


@pytest.fixture(scope="module")
def dashboard(own_database: Path) -> Iterator[Server]:
    """A dashboard of its own, on that database and an empty user's folder."""
    with of_its_own(own_database, own_database.parent) as server:
        yield server


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
    open_page(page, "where", show="status", text=TEXT)
    told = {}
    for picture in ("Assembly", "Map"):
        page.get_by_role("radio", name=picture, exact=True).click()
        wait_until_complete(page)
        chart = page.locator('[data-testid="stPlotlyChart"]').first
        told[picture] = chart.get_attribute("aria-label") or chart.inner_text()
    return told


def upload(page: Page, path: Path) -> None:
    open_page(page, "add")
    page.locator('input[type="file"]').first.set_input_files(path)
    expect(page.get_by_text("What was recognised")).to_be_visible(timeout=60_000)
    wait_until_complete(page)


def test_from_upload_to_a_changed_map_and_back(page: Page, document: Path, own_database: Path) -> None:
    before = cells(own_database)
    told = {iso3 for iso3, value in before.items() if value == "sponsor"}
    assert set(before.values()) == {"sponsor", "unknown"}, "single names out of statements are held"
    pictures = told_by_pictures(page)

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
    assert all(said != pictures[picture] for picture, said in told_by_pictures(page).items())

    menu(page, "Add a list")
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("Undone: ")).to_be_visible(timeout=60_000)
    wait_until_complete(page)
    assert cells(own_database) == before
    assert told_by_pictures(page) == pictures


def test_the_sources_page_leads_to_pasting_for_a_text(page: Page) -> None:
    open_page(page, "sources")
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
