"""A coalition's server as its members meet it: a real provider signs them in, in a real browser.

Last, two people in the same row, accepting lists at once, and the server started again between: nothing that was saved
is lost, and whoever came second is told."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import duckdb
import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import update
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from benchmarks.load.person import Person
from tests.browser.actions import arrive, move, open_tab
from tests.browser.host.coalition import COOKIE_SECRET, NOWHERE, PEOPLE, Coalition, leave, provided, sign_in
from tests.browser.lists.test_add import choose
from tests.browser.look import open_page, wait_until_complete
from tests.data.reading import made
from tests.data.reading.scanned import scan
from tests.system import require
from workspace.database.noted import visits
from workspace.database.schema import now
from workspace.store import Workspace

LISTS = {"A/HRC/RES/52/4": ("Albania", "Chile"), "A/HRC/RES/49/18": ("Fiji", "Tunisia")}
PASSAGE = "{text}\nMain sponsors (1): Norway\nCo-sponsors (2): {names}\n"


@pytest.fixture(scope="module")
def own_database(built_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of this module's own: it is changed."""
    return Path(shutil.copy(built_database, tmp_path_factory.mktemp("coalition") / "record.duckdb"))


@pytest.fixture(scope="module")
def restarted(own_database: Path) -> Iterator[tuple[Coalition, Callable[[], None]]]:
    """The server, and what ends it and starts it again."""
    with provided(own_database, own_database.parent / "one") as (held, running), contextlib.ExitStack() as runs:

        def restart() -> None:
            runs.close()
            runs.enter_context(running())

        restart()
        yield held, restart


@pytest.fixture(scope="module")
def server(restarted: tuple[Coalition, Callable[[], None]]) -> Coalition:
    return restarted[0]


def menu(page: Page) -> list[str]:
    wait_until_complete(page)
    return page.get_by_test_id("stSidebarNavLink").all_inner_texts()


@pytest.mark.parametrize(
    ("role", "shown", "refused"),
    [
        (
            "reader",
            set(),
            {"targets": "member", "shortlist": "member", "letter": "member", "add": "editor", "log": "admin"},
        ),
        ("member", {"Targets", "Letter"}, {"add": "editor", "log": "admin"}),
        ("editor", {"Targets", "Letter", "Add a list"}, {"log": "admin"}),
        ("admin", {"Targets", "Letter", "Add a list", "Log"}, {}),
    ],
)
def test_each_role_sees_what_it_may_and_is_refused_the_rest(
    browser: Browser, server: Coalition, role: str, shown: set[str], refused: dict[str, str]
) -> None:
    context, page = sign_in(browser, server, PEOPLE[role])
    text = " ".join(menu(page))
    for name in ("Overview", "Trends", "Sources & methods"):
        assert name in text
    for name in ("Targets", "Letter", "Add a list", "Log"):
        assert (re.search(rf"\b{name}\b", text) is not None) == (name in shown), (name, text)
    # an invisible sign keeps the browser from making a link of an address
    expect(page.get_by_text(re.compile(f"^{role}.?@example.org · {role}$"))).to_be_visible()
    assert (page.get_by_role("tab", name="Add to briefing").count() > 0) == (role != "reader")
    for path, needed in refused.items():
        page.goto(f"/{path}")
        told = f"This needs the role “{needed}” here; yours is “{role}”."
        expect(page.get_by_text(told)).to_be_visible(timeout=30_000)
        assert page.get_by_role("heading", level=1).count() == 0
    cookie = "; ".join(f"{one['name']}={one['value']}" for one in context.cookies())
    with ThreadPoolExecutor(1) as beside:  # the browser has a loop of its own in this thread
        answers = beside.submit(asyncio.run, asked_by_websocket(server.url, cookie, list(refused))).result()
    for (path, needed), said in zip(refused.items(), answers, strict=True):
        assert said == [f"This needs the role “{needed}” here; yours is “{role}”. Ask whoever runs this server."], path
    leave(context)


async def asked_by_websocket(url: str, cookie: str, pages: list[str]) -> list[list[str]]:
    """What each page says to who asks for it without a browser."""
    answers = []
    async with Person(url, cookie=cookie) as person:
        for page in pages:
            await person.open(page)
            answers.append([words for words in person.said if "needs the role" in words])
    return answers


def test_who_has_no_role_gets_no_page(browser: Browser, server: Coalition) -> None:
    context, page = sign_in(browser, server, "stranger@elsewhere.org")
    expect(page.get_by_text("stranger@elsewhere.org is signed in, but has no role here.")).to_be_visible()
    assert context.request.get("/_stcore/host-config").status == 401
    leave(context)


def test_signed_out_nothing_is_answered(server: Coalition) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for path in (
        "/",
        "/targets",
        "/static/js/index.js",
        "/app/static/geo/countries.json",
        "/present/0",
        "/media/0.png",
    ):
        with pytest.raises(urllib.error.HTTPError) as refused:
            opener.open(server.url + path, timeout=20)
        assert refused.value.code == 401, path
    upload = urllib.request.Request(f"{server.url}/_stcore/upload_file/x/y", data=b"x", method="PUT")
    with pytest.raises(urllib.error.HTTPError) as refused:
        opener.open(upload, timeout=20)
    assert refused.value.code == 401
    with pytest.raises(InvalidStatus, match="403"):
        connect(f"ws://{urlsplit(server.url).netloc}/_stcore/stream", subprotocols=["streamlit"], origin=server.url)


def test_signing_out_closes_what_is_open(browser: Browser, server: Coalition) -> None:
    context, page = sign_in(browser, server, PEOPLE["member"])
    wait_until_complete(page)
    other = context.new_page()
    other.goto("/letter")
    wait_until_complete(other)
    stolen = context.cookies()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()  # of the provider
    expect(page.get_by_role("link", name="Sign in with Example")).to_be_visible(timeout=30_000)
    other.wait_for_function(
        "() => document.querySelector('[data-testid=\"stApp\"]').dataset.testConnectionState !== 'CONNECTED'"
    )
    thief = browser.new_context(base_url=server.url)
    thief.add_cookies(stolen)
    assert thief.request.get("/_stcore/host-config").status == 401
    thief.close()
    leave(context)


def taken_by(page: Page, button: str) -> str:
    """Take a file away; the address at which the browser fetched it."""
    with page.expect_download() as taken:
        page.locator(f".st-key-{button} button").click()
    assert taken.value.path().read_bytes()
    assert "/media/" in taken.value.url
    return taken.value.url


def letter(page: Page) -> str:
    wait_until_complete(page)
    return taken_by(page, "letter-docx")


def table(page: Page) -> str:
    """The table of Kenya's timeline: the same for whoever asks."""
    open_page(page, "states", state="KEN")
    open_tab(page, "state", "Export")
    return taken_by(page, "csv-state")


def test_a_download_is_for_whom_it_was_made(browser: Browser, server: Coalition) -> None:
    one, page = sign_in(browser, server, PEOPLE["member"], "/letter?state=KEN")
    two, other = sign_in(browser, server, PEOPLE["editor"], NOWHERE)
    written = letter(page)
    assert [context.request.get(written).status for context in (one, two)] == [200, 404]
    found = other.goto(written)
    assert found is not None
    assert (found.status, other.inner_text("body")) == (404, "There is no such file.")
    shared = table(page)
    assert [context.request.get(shared).status for context in (one, two)] == [200, 404]
    assert table(other) == taken_by(page, "csv-state") == shared
    assert [context.request.get(shared).status for context in (one, two)] == [200, 200]
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()  # of the provider
    expect(page.get_by_role("link", name="Sign in with Example")).to_be_visible(timeout=30_000)
    assert one.request.get(shared).status == 401
    for address in (written, shared):
        page.goto(address)
        expect(page.get_by_role("link", name="Sign in with Example")).to_be_visible()
    leave(one)
    leave(two)


@pytest.mark.system
def test_an_upload_and_what_is_shown_of_it_are_for_who_brought_it(
    browser: Browser, server: Coalition, tmp_path: Path
) -> None:
    require("tesseract")
    path = tmp_path / "scan.pdf"
    path.write_bytes(
        scan(made.pdf([made.council_draft(["Chile", "Norway", "Peru"], set(), "A/HRC/52/L.1")]), 0.8, 0.005)
    )
    one, page = sign_in(browser, server, PEOPLE["editor"], "/add")
    two, _ = sign_in(browser, server, PEOPLE["admin"], NOWHERE)
    wait_until_complete(page)
    with page.expect_request(lambda asked: asked.method == "PUT") as sent:
        page.locator('input[type="file"]').first.set_input_files(path)
    picture = page.get_by_alt_text("Page 1 of the document, as scanned")
    expect(picture).to_be_visible(timeout=60_000)
    shown = urljoin(page.url, picture.get_attribute("src"))
    assert "/media/" in shown
    for context, status, taken in ((two, 404, 404), (one, 200, 204)):
        own = {"X-Xsrftoken": next(held["value"] for held in context.cookies() if held["name"] == "_streamlit_xsrf")}
        brought = {"file": {"name": "other.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}}
        assert context.request.get(shown).status == status
        assert context.request.put(sent.value.url, headers=own, multipart=brought).status == taken
        assert context.request.delete(sent.value.url, headers=own).status == taken
    leave(one)
    leave(two)


def test_a_session_ends_after_its_time(browser: Browser, server: Coalition) -> None:
    began = time.monotonic()
    context, page = sign_in(browser, server, PEOPLE["reader"])
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    seconds = 2 + 2 * (time.monotonic() - began)
    # as if that sign-in had been nearly 12 hours ago
    (held,) = (cookie for cookie in context.cookies() if cookie["name"] == USER_COOKIE_NAME)
    user = json.loads(decode_signed_value(COOKIE_SECRET, USER_COOKIE_NAME, held["value"]) or b"")
    assert abs(user["iat"] - time.time()) < 120
    user["iat"] = time.time() - 12 * 3600 + seconds
    signed = create_signed_value(COOKIE_SECRET, USER_COOKIE_NAME, json.dumps(user)).decode()
    context.add_cookies([{**held, "value": signed}])
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=seconds * 1000)
    page.wait_for_function(
        "() => document.querySelector('[data-testid=\"stApp\"]').dataset.testConnectionState !== 'CONNECTED'",
        timeout=2 * seconds * 1000,
    )
    page.goto("/")
    expect(page.get_by_role("link", name="Sign in with Example")).to_be_visible()
    leave(context)


def test_the_log_tells_who_wrote_and_the_admin_can_take_it(browser: Browser, server: Coalition) -> None:
    context, page = sign_in(browser, server, PEOPLE["member"], "/letter?state=KEN")
    wait_until_complete(page)
    with page.expect_download():
        page.locator(".st-key-letter-docx button").click()
    leave(context)
    context, page = sign_in(browser, server, PEOPLE["admin"], "/log")
    wait_until_complete(page)
    with page.expect_download() as taken:
        page.get_by_test_id("stDownloadButton").get_by_role("button").click()
    lines = taken.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "When (UTC),Who,What,Of what"
    assert any("member@example.org,made letters,to Kenya" in line for line in lines)
    leave(context)


def test_a_member_has_a_feed_at_a_secret_address_until_it_is_taken_back(browser: Browser, server: Coalition) -> None:
    def fed(address: str) -> tuple[int, str]:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(address, timeout=20) as reply:
                return reply.status, reply.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    context, page = sign_in(browser, server, PEOPLE["member"])
    wait_until_complete(page)
    page.get_by_text("Follow what is new in a feed reader").click()
    page.get_by_role("button", name="Make an address").click()
    address = page.get_by_test_id("stCode").inner_text().strip()
    assert address.startswith(f"{server.url}/feed/")
    status, feed = fed(address)
    assert status == 200
    assert feed.startswith("<?xml")
    assert "Who stands up for defenders: what is new" in feed
    assert fed(f"{server.url}/feed/guess") == (404, "There is no such feed.")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("button", name="Take it back")).to_have_count(0)
    assert fed(address)[0] == 404
    leave(context)


def test_who_comes_back_is_told_what_others_did_and_gets_there_in_a_click(browser: Browser, server: Coalition) -> None:
    context, page = sign_in(browser, server, PEOPLE["member"])
    wait_until_complete(page)
    leave(context)
    workspace = Workspace.open(f"sqlite:///{server.user_folder / 'workspace.sqlite'}", who=PEOPLE["editor"])
    with workspace._database.write() as connection:
        connection.execute(update(visits).values(at=now() - timedelta(days=2)))
    workspace.campaigns.create("Council 2026", "HRC", 2026)
    workspace.close()
    context, page = sign_in(browser, server, PEOPLE["member"])
    expect(page.get_by_text("New since your last visit")).to_be_visible(timeout=30_000)
    line = page.locator(".st-key-news").get_by_test_id("stPageLink").filter(has_text="began the campaign")
    # Within the address stands a sign of no width, so that it becomes no link of its own.
    said = re.compile("^.*editor.?@example.org began the campaign “Council 2026”.$")
    expect(line).to_contain_text(said, timeout=30_000)
    line.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Council 2026", timeout=30_000)
    leave(context)


def campaign(url: str) -> int:
    """A campaign with Kenya on its shortlist, of an earlier day."""
    workspace = Workspace.open(url, who="Ana")
    made = workspace.campaigns.create("Council of 2026", "HRC", 2026)
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
    move(page, "add", how="paste")
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


def test_nothing_is_lost_and_the_second_is_told(
    browser: Browser, restarted: tuple[Coalition, Callable[[], None]], own_database: Path
) -> None:
    """Two people in the same row, accepting lists at once, and the server started again between."""
    server, restart = restarted
    number = campaign(f"sqlite:///{server.user_folder / 'workspace.sqlite'}")
    (_, one), (_, two) = (sign_in(browser, server, PEOPLE[role], NOWHERE) for role in ("editor", "admin"))

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

    restart()
    open_page(two, "shortlist", campaign=str(number))
    arrive(two, "Council of 2026: 1 State, 1 committed.")
    thief = browser.new_context(base_url=server.url)
    thief.add_cookies(copied)
    assert thief.request.get("/_stcore/host-config").status == 401, "a sign-out outlives the restart"
    for context in (one.context, two.context, thief):
        context.close()
    assert len(list((server.user_folder / "imports").glob("*.json"))) == len(LISTS)
    assert sponsors(own_database, "A/HRC/RES/52/4") == {"NOR", "ALB", "CHL"}
    assert sponsors(own_database, "A/HRC/RES/49/18") == {"NOR", "FJI", "TUN"}
