"""Takes the pictures of this folder: every page at 1280 and 400 pixels, from a dashboard that it starts itself, in
a browser that finds no font but DejaVu.

`.venv/bin/python docs/screenshots/make.py` (needs the packages of requirements-test.txt and a Chromium); with names
such as `trends paper`, these alone.
"""

import io
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import pypdfium2  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402

from analytics.texts.texts import headline  # noqa: E402
from bootstrap.browser import find_browser  # noqa: E402
from briefing.document import templates  # noqa: E402
from data import store  # noqa: E402
from tests.browser.look import wait_until_complete  # noqa: E402
from tests.browser.server import serving  # noqa: E402
from tests.one_font import dejavu_only  # noqa: E402
from workspace.store import Workspace  # noqa: E402

PAGES = {
    "overview": "",
    "tour": "?tour=yes",
    "finder": "",
    "where": "where?text=A/RES/74/146&since=A/RES/72/247",
    "map": "where?picture=map&text=A/RES/74/146&since=A/RES/72/247",
    "commission": "where?text=CHR+2000/61&show=status",
    "founders": "where?show=founders",
    "trends": "trends",
    "resolutions": "resolutions?text=A/RES/74/146",
    "states": "states?state=ZAF",
    "compare": "compare",
    "chosen": "compare?view=choice&rows=KEN&rows=NOR&rows=GHA&rows=BRA&columns=A/RES/68/181&columns=A/RES/72/247"
    "&columns=A/RES/74/146&columns=A/RES/78/216",
    "together": "together?state=KEN",
    "between": "together?view=groups&within=political",
    "cohesion": "together?view=cohesion",
    "votes": "votes?body=GA&body=CHR&body=HRC&of=HRC",
    "topics": "topics",
    "add": "add",
    "export": "states?state=KEN",
    "sources": "sources",
    "cite": "sources",
    "targets": "targets",
    "coalition": "coalition?picked=ZAF&picked=MLI&picked=HTI",
    "shortlist": "shortlist",
    "briefing": "briefing",
    "letter": "letter?state=ZAF",
}
TYPED = {"finder": "letter ken"}
"""What is typed after Ctrl K."""
OPENED = {"export": "Export", "cite": "What changed since another version"}
"""What is opened by its name, and looked at."""
AS_SEEN = ("tour", "finder", *OPENED)
"""What stands in the window, wherever the page is."""
PAPER, PRINTED = "paper", "where?text=A/RES/74/146&since=A/RES/72/247"
"""The name of the picture of a printed page, and that page."""
WIDTHS = {1280: 900, 400: 860}
TALLEST = 2400


def take(page: Page, address: str, width: int, target: Path) -> None:
    """Open one page, let it finish, and keep its picture with a small palette."""
    stem = target.stem.rpartition("-")[0]
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    _open(page, address)
    if stem in TYPED:
        page.keyboard.press("Control+k")
        page.wait_for_timeout(600)
        page.keyboard.type(TYPED[stem])
        page.wait_for_timeout(1500)
    if stem in OPENED:
        opened = page.get_by_text(OPENED[stem], exact=True).first
        opened.click()
        wait_until_complete(page)
        opened.evaluate("element => element.scrollIntoView({ block: 'start' })")
    tall = (
        WIDTHS[width] - 20
        if stem in AS_SEEN
        else page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    )
    page.set_viewport_size({"width": width, "height": min(int(tall) + 20, TALLEST)})
    wait_until_complete(page)
    page.wait_for_timeout(1000)
    _keep(Image.open(io.BytesIO(page.screenshot())), target)


def print_page(page: Page, address: str, target: Path) -> None:
    """Keep the first sheet of a page as Ctrl P prints it."""
    _open(page, address)
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True)) as sheets:
        _keep(sheets[0].render(scale=1.5).to_pil(), target)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("h1", timeout=90_000)
    wait_until_complete(page)
    page.wait_for_timeout(1500)


def _keep(picture: Image.Image, target: Path) -> None:
    picture.convert("RGB").quantize(128).save(target, optimize=True)


def fill(url: str) -> None:
    """A shortlist and a briefing to look at: the States that left, none of them contacted, and a template."""
    record = store.record()
    workspace = Workspace.open(url, who="Example")
    campaign = workspace.campaigns.create("Third Committee", "GA", 2026, "every region at its own best")
    for iso3 in headline(record, "GA").left:
        workspace.shortlist.add(campaign.id, iso3)
    for item in templates.make("side-event", record).items:
        workspace.briefing.add(item.kind, dict(item.spec), item.title, item.text)
    workspace.close()


def main(names: list[str]) -> None:
    """Take all pictures, or those of these names."""
    here = Path(__file__).resolve().parent
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        settings = {
            "COSPONSOR_DATA_DIR": str(folder / "user"),
            "COSPONSOR_WORKSPACE_URL": f"sqlite:///{folder}/workspace.sqlite",
        }
        fill(settings["COSPONSOR_WORKSPACE_URL"])
        with serving(ROOT, folder / "log", settings) as server:
            browser = playwright.chromium.launch(
                executable_path=find_browser(), args=arguments, env=dejavu_only(folder)
            )

            def fresh() -> Page:
                page = browser.new_page()  # of nobody who has been here: the side bar stays as it was left
                page.add_init_script("localStorage.setItem('cosponsor-tour', 'seen')")
                return page

            for width in WIDTHS:
                for stem, address in PAGES.items():
                    if not names or stem in names:
                        page = fresh()
                        take(page, f"{server.url}/{address}", width, here / f"{stem}-{width}.png")
                        page.close()
            if not names or PAPER in names:
                print_page(fresh(), f"{server.url}/{PRINTED}", here / f"{PAPER}.png")
            browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
