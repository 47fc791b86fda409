"""Every export of every card: each button is clicked, and what arrives is opened by another program."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.actions import card, open_tab, take
from tests.browser.exports import readers as files
from tests.browser.exports import said
from tests.browser.look import PATIENCE, open_page

PICTURES = [(form, show) for form in ("assembly", "map") for show in ("change", "status", "times", "ladder")]
TEXTS = {"text": "A/RES/74/146", "since": "A/RES/72/247"}
WHERE = [
    ("where", {"picture": form, "show": show, **(TEXTS if show in ("change", "status") else {})}, [f"{form}-{show}"])
    for form, show in PICTURES
]
CARDS = [
    ("", {}, ["overview-best", "overview-ga", "overview-hrc"]),
    *WHERE,
    ("where", {"show": "founders"}, ["founders"]),
    (
        "trends",
        {"by": "political"},
        ["breadth", "claim", "columns-GA", "columns-HRC", "counts", "political", "regions"],
    ),
    ("resolutions", {"text": "A/RES/74/146"}, ["text", "text-changes"]),
    ("states", {"state": "KEN"}, ["state"]),
    ("compare", {}, ["matrix"]),
    ("compare", {"view": "states"}, ["pair-states"]),
    ("compare", {"view": "groups", "by": "political"}, ["pair-political"]),
    ("together", {"state": "KEN"}, ["agreement", "assembly-agreement"]),
    ("together", {"view": "groups"}, ["agreement-matrix", "bridges"]),
    ("together", {"view": "cohesion"}, ["cohesion"]),
    ("votes", {}, ["assembly-votes", "votes"]),
    ("topics", {}, ["topics"]),
    ("targets", {}, ["targets"]),
    ("coalition", {"picked": ["ZAF", "MLI"]}, ["coalition"]),
]
CHECKS = {
    "png": files.png,
    "clear": files.png,
    "svg": files.svg,
    "pdf": files.pdf,
    "pptx": files.pptx,
    "xlsx": files.xlsx,
    "csv": files.csv_file,
    "noted": files.csv_with_notes,
}
TITLE = "element => element.querySelector('.js-plotly-plot').layout.meta[0].title"
HELD = """() => [...document.querySelectorAll('[class*="st-key-card-"]')]
  .map((element) => [...element.classList].find((name) => name.startsWith('st-key-card-')).slice(12)).sort()"""


@pytest.mark.parametrize(
    ("address", "query", "keys"), CARDS, ids=lambda given: given[0] if isinstance(given, list) else None
)
def test_every_export_of_every_card(
    page: Page, browser: Browser, tmp_path: Path, address: str, query: dict, keys: list[str]
) -> None:
    open_page(page, address, **query)
    assert page.evaluate(HELD) == keys, "a card that this test does not know"
    for key in keys:
        title, shown = card(page, key).evaluate(TITLE), said.on_card(card(page, key))
        assert title
        exports = open_tab(page, key, "Export")
        taken = {}
        for form, check in CHECKS.items():
            taken[form] = take(page, exports.locator(f".st-key-{form}-{key} button"), tmp_path)
            assert taken[form].suffix == {"clear": ".png", "noted": ".csv"}.get(form, f".{form}")
            check(taken[form], title)
        path = take(page, exports.locator(f".st-key-html-{key} button"), tmp_path)
        files.html(path, title, browser)
        says_the_same(key, shown, taken, path)


def says_the_same(key: str, shown: said.Said, taken: dict[str, Path], web: Path) -> None:
    """The numbers and the bounds of the card stand in every file, and the two tables are one."""
    for larger in (said.in_svg(taken["svg"]), said.in_html(web)):  # a larger picture may label more
        assert larger.bounds >= shown.bounds, key
        assert larger.labels >= {label for label in shown.labels if "≥" in label}, key
        assert larger.numbers >= shown.shown, key
    assert said.in_pdf(taken["pdf"]).numbers >= shown.shown, key
    native = said.in_pptx(taken["pptx"])
    assert native is None or native.bounds >= shown.bounds, f"{key}: a native chart without a bound of the card"
    assert native is None or native.numbers >= shown.shown, f"{key}: a native chart without a number of the card"
    assert said.rows_of_csv(taken["csv"]) == said.rows_of_xlsx(taken["xlsx"]), key


def test_the_three_sizes_of_a_picture(page: Page, tmp_path: Path) -> None:
    open_page(page, "states", state="KEN")
    exports = open_tab(page, "state", "Export")
    widths = set()
    for size, label in (("half", "Half page"), ("square", "Square")):
        exports.get_by_role("radio", name=label).click()
        exports.locator(f'[role="radio"][aria-checked="true"]:has-text("{label}")').wait_for(timeout=PATIENCE)
        page.wait_for_timeout(300)
        path = take(page, exports.locator(".st-key-png-state button"), tmp_path)
        assert size in path.name
        files.png(path, "", size)
        widths.add(path.stat().st_size)
        take(page, exports.locator(".st-key-svg-state button"), tmp_path)
    assert len(widths) == 2


def test_the_whole_record_in_three_formats(page: Page, tmp_path: Path) -> None:
    open_page(page, "sources")
    one_file = page.get_by_role("button", name="The whole record as one file")
    assert one_file.is_enabled(), "what it makes is opened in tests/briefing/snapshot"
    buttons = page.locator('[class*="st-key-all-"]:not(.st-key-all-snapshot) button')
    names = [take(page, button, tmp_path).name for button in buttons.all()]
    assert len(names) == 3
    for name in names:
        held = tmp_path / name
        if held.suffix == ".xlsx":
            files.load_workbook(held, read_only=True)
        else:
            assert len(files.archive(held).namelist()) > 10
