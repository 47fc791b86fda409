"""Two people on a coalition's server: in the same row, accepting lists at once, and the server started again between.

Nothing that was saved is lost, and whoever came second is told.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import duckdb
from playwright.sync_api import Browser, Page, expect

from tests.browser.actions import arrive
from tests.browser.host.test_coalition_server import PEOPLE, provided, sign_in
from tests.browser.lists.test_add import choose
from tests.browser.look import open_page, wait_until_complete
from workspace.store import Workspace

LISTS = {"A/HRC/RES/52/4": ("Albania", "Chile"), "A/HRC/RES/49/18": ("Fiji", "Tunisia")}
PASSAGE = "{text}\nMain sponsors (1): Norway\nCo-sponsors (2): {names}\n"


def campaign(url: str) -> int:
    """A campaign with Kenya on its shortlist, of an earlier day."""
    workspace = Workspace.open(url, who="Ana")
    made = workspace.campaigns.create("Council 2026", "HRC", 2026)
    workspace.shortlist.add(made.id, "KEN")
    workspace.close()
    return made.id


def edit(page: Page, number: int) -> None:
    """The form of Kenya on the board."""
    open_page(page, "shortlist", view="board", campaign=str(number))
    page.get_by_role("button", name="Change Kenya").click()
    expect(page.get_by_role("button", name="Save Kenya")).to_be_visible()


def review(page: Page, text: str) -> None:
    """A list of that text, pasted and ready to be accepted."""
    open_page(page, "add", how="paste")
    page.get_by_role("textbox", name="Paste the passage").fill(PASSAGE.format(text=text, names=", ".join(LISTS[text])))
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("What was recognised")).to_be_visible(timeout=60_000)
    wait_until_complete(page)
    choose(page, "How complete is it?", "complete: nobody")
    choose(page, "Where does it come from?", "A UN document")
    page.get_by_role("textbox", name="Link to where it was read").fill(f"https://undocs.org/{text}")
    if page.get_by_text("I have looked at").count():
        page.get_by_text("I have looked at").click()
    expect(page.get_by_role("button", name="Accept")).to_be_enabled()


def sponsors(database: Path, text: str) -> set[str]:
    with duckdb.connect(str(database), read_only=True) as con:
        named = "SELECT iso3 FROM grid WHERE resolution = ? AND value = 'sponsor' AND list_stage = 'final'"
        return {iso3 for (iso3,) in con.execute(named, [text]).fetchall()}


def test_nothing_is_lost_and_the_second_is_told(browser: Browser, built_database: Path, tmp_path: Path) -> None:
    database = Path(shutil.copy(built_database, tmp_path / "record.duckdb"))
    with provided(database, tmp_path / "together") as (server, running):
        number = campaign(f"sqlite:///{server.user_folder / 'workspace.sqlite'}")
        with running():
            (_, one), (_, two) = (sign_in(browser, server, PEOPLE[role]) for role in ("editor", "admin"))

            edit(one, number)
            edit(two, number)
            one.get_by_role("combobox", name="Status").click()
            one.get_by_role("option", name="committed").click()
            one.get_by_role("button", name="Save Kenya").click()
            arrive(one, "1 committed")
            two.get_by_label("Note").locator("visible=true").fill("They ask for the text first")
            two.get_by_role("button", name="Save Kenya").click()
            told = two.get_by_test_id("stAlert").filter(has_text=re.compile("changed by editor.?@example.org"))
            expect(told).to_contain_text("Nothing of yours was saved")

            for page, text in zip((one, two), LISTS, strict=True):
                review(page, text)
            for page in (one, two):
                page.get_by_role("button", name="Accept").click()
            for page in (one, two):
                expect(page.get_by_text("Accepted: ")).to_be_visible(timeout=60_000)

            wait_until_complete(one)
            copied = one.context.cookies()
            one.get_by_role("button", name="Sign out").click()
            one.get_by_role("button", name="End session").click()
            expect(one.get_by_role("link", name="Sign in with Example")).to_be_visible(timeout=30_000)
        with running():
            open_page(two, "shortlist", campaign=str(number))
            arrive(two, "Council 2026: 1 State, 1 committed.")
            thief = browser.new_context(base_url=server.url)
            thief.add_cookies(copied)
            assert thief.request.get("/_stcore/host-config").status == 401, "a sign-out outlives the restart"
            for context in (one.context, two.context, thief):
                context.close()
    assert len(list((server.user_folder / "imports").glob("*.json"))) == len(LISTS)
    assert sponsors(database, "A/HRC/RES/52/4") == {"NOR", "ALB", "CHL"}
    assert sponsors(database, "A/HRC/RES/49/18") == {"NOR", "FJI", "TUN"}
