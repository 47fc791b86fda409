"""What leaves the house from the pages Briefing, Letter and States: made on a click, and opened by another program."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page
from pptx import Presentation
from pypdf import PdfReader

from tests.browser.actions import answer, arrive, choose, menu, open_tab, take
from tests.browser.exports import readers as files
from tests.browser.look import PATIENCE, open_page, wait_until_complete
from tests.browser.server import Server
from tests.test_config import contrast

LONG = PATIENCE * 4


def made(page: Page, form: str, folder: Path, slow: bool = False) -> Path:
    """Make one form of the briefing on the page and take it away; what is `slow` shows its progress."""
    offered = page.locator(".st-key-made-download button")
    before = offered.inner_text() if offered.count() else ""
    page.locator(f".st-key-make-{form} button").click()
    if slow:
        page.get_by_test_id("stProgress").first.wait_for(timeout=PATIENCE)
    page.wait_for_function(
        """before => {
          const button = document.querySelector('.st-key-made-download button');
          return button && button.innerText !== before;
        }""",
        arg=before,
        timeout=LONG,
    )
    wait_until_complete(page)
    return take(page, offered, folder)


def test_a_template_leaves_in_every_form(page: Page, browser: Browser, dashboard: Server, tmp_path: Path) -> None:
    open_page(page, "briefing")
    page.get_by_role("radio", name="Side event").click()
    arrive(page, "ready to leave.")
    title = answer(page).rpartition(": ")[0]

    deck = Presentation(made(page, "deck", tmp_path))
    assert len(deck.slides) >= 6
    assert all(slide.shapes.title.text_frame.text.strip() for slide in deck.slides)
    assert files.plain(title) in files.plain(deck.slides[0].shapes.title.text_frame.text)

    paper = files.docx(made(page, "paper", tmp_path), title)
    assert len(paper.inline_shapes) >= 3
    assert [p for p in paper.paragraphs if p.style.name.startswith("Heading")]

    printed = PdfReader(made(page, "pdf", tmp_path, slow=True))
    assert files.plain(title) in files.plain(printed.pages[0].extract_text())
    files.html(made(page, "html", tmp_path), title, browser, drawn="svg")

    shown = made(page, "present", tmp_path)
    files.html(shown, title, browser, drawn="")
    address = page.get_by_role("link", name="Present now").get_attribute("href")
    other = page.context.new_page()
    other.goto(address if address.startswith("http") else f"{dashboard.url}{address}")
    other.locator("h1").first.wait_for()
    opening = other.locator("body").inner_text()
    other.keyboard.press("ArrowRight")
    other.wait_for_function("said => document.body.innerText !== said", arg=opening)
    second = other.locator("body").inner_text()
    other.reload()
    # The same slide again, with the keys told once more.
    other.wait_for_function("said => document.body.innerText.startsWith(said)", arg=second.strip().split("\n\n")[0])
    assert other.locator("#keys").is_visible()
    other.close()

    everything = files.archive(made(page, "zip", tmp_path))
    kinds = {Path(name).suffix for name in everything.namelist()}
    assert {".pptx", ".docx", ".html"} <= kinds


def test_cards_are_collected_put_in_order_and_made(page: Page, tmp_path: Path) -> None:
    open_page(page, "trends", body=["GA"])
    for key, own in (("columns-GA", "Numbers <b>first</b>"), ("regions", "Regions second")):
        shown = open_tab(page, key, "Add to briefing")
        shown.get_by_label("Title in the briefing").fill(own)
        shown.get_by_role("button", name="Add to briefing", exact=True).click()
        shown.get_by_text("Added. “Briefing” now has").wait_for(timeout=PATIENCE)
    open_page(page, "states", state="KEN")
    menu(page, "Briefing")
    arrive(page, "2 items")
    order = page.locator('[class*="st-key-item-"] [data-testid="stMarkdown"] strong')
    listing = page.get_by_test_id("stMain")
    assert listing.inner_text().index("Numbers <b>first</b>") < listing.inner_text().index("Regions second")
    assert order.first.inner_text() == "1."
    page.locator('[class*="st-key-item-up-"] button').nth(1).click()
    page.wait_for_function(
        """() => { const said = document.querySelector('[data-testid="stMain"]').innerText;
        return said.indexOf('Regions second') < said.indexOf('Numbers <b>first</b>'); }""",
        timeout=PATIENCE,
    )
    wait_until_complete(page)
    deck = Presentation(made(page, "deck", tmp_path))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles.index("Regions second") < titles.index("Numbers <b>first</b>")
    for _ in range(2):
        page.get_by_role("button", name="Remove item").first.click()
        wait_until_complete(page)
    arrive(page, "Nothing collected yet.")

    field = page.get_by_role("combobox", name="Briefing")
    field.click()
    field.fill("For Nairobi")
    page.keyboard.press("Enter")
    wait_until_complete(page)
    assert page.get_by_label("Title").first.input_value() == "For Nairobi", "another briefing, by its name"


def test_a_letter_and_a_zip_of_letters(page: Page, tmp_path: Path) -> None:
    open_page(page, "letter")
    choose(page, "To the Permanent Representative of", "Kenya")
    page.get_by_role("radio", name="French").click()
    page.locator('.letter[lang="fr"]').first.wait_for(timeout=PATIENCE)
    wait_until_complete(page)
    assert "Kenya" in answer(page)
    path = take(page, page.locator(".st-key-letter-docx button"), tmp_path)
    letter = files.docx(path, "Kenya")
    on_screen = files.plain(page.locator("article.letter").inner_text())
    salutation = next(p.text for p in letter.paragraphs if p.text.startswith("Excellence"))
    assert files.plain(salutation) in on_screen

    page.get_by_role("radio", name="States I choose").click()
    wait_until_complete(page)
    for state in ("Fiji", "Peru"):
        choose(page, "States", state, page.locator(".st-key-letters"))
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Download 2 letters in French (ZIP)").wait_for(timeout=LONG)
    held = files.archive(take(page, page.locator(".st-key-letters-zip button"), tmp_path))
    letters = [name for name in held.namelist() if name.endswith(".docx")]
    assert len(letters) == 2
    for name in letters:
        with held.open(name) as member:
            assert len(Document(member).paragraphs) > 5
    index = next(name for name in held.namelist() if name.endswith(".xlsx"))
    with held.open(index) as member:
        said = [str(cell) for sheet in load_workbook(member) for row in sheet.values for cell in row]
    assert any("Fiji" in cell for cell in said)
    assert any("Peru" in cell or "Pérou" in cell for cell in said)


def test_the_button_that_matters_most_can_be_read_in_both_themes(browser: Browser, dashboard: Server) -> None:
    colours = """element => [getComputedStyle(element).backgroundColor,
      getComputedStyle(element.querySelector('p')).color].map(said => '#' + said.match(/\\d+/g).slice(0, 3)
      .map(part => Number(part).toString(16).padStart(2, '0')).join(''))"""
    for theme in ("light", "dark"):
        context = browser.new_context(base_url=dashboard.url, color_scheme=theme)
        shown = open_page(context.new_page(), "letter")
        assert contrast(*shown.locator(".st-key-letter-docx button").evaluate(colours)) >= 4.5
        context.close()


def test_the_one_pager_of_a_state(page: Page, browser: Browser, tmp_path: Path) -> None:
    open_page(page, "states", state="KEN")
    files.docx(take(page, page.get_by_role("button", name="One-pager (Word)"), tmp_path), "Kenya")
    printed = PdfReader(take(page, page.get_by_role("button", name="One-pager (PDF)"), tmp_path))
    assert "Kenya" in printed.pages[0].extract_text()
    files.html(
        take(page, page.get_by_role("button", name="One-pager (web page)"), tmp_path), "Kenya", browser, drawn=""
    )


def test_a_briefing_leaves_in_french(page: Page, browser: Browser, tmp_path: Path) -> None:
    open_page(page, "briefing")
    page.get_by_role("radio", name="Campaign update").click()
    arrive(page, "ready to leave.")
    page.get_by_role("radio", name="French", exact=True).click()
    arrive(page, "Qui solliciter pour le texte de")
    file = made(page, "html", tmp_path)
    assert file.name.endswith("_fr.html")
    opened = browser.new_page()
    opened.goto(file.as_uri())
    said = opened.locator("body").inner_text()
    opened.close()
    assert "Pourquoi" in said
    assert "Afrique du Sud" in said
    assert "Cité comme auteur" in said
    assert [word for word in ("sponsor", "States", "Source:", "South Africa", "not known") if word in said] == []
