"""A coalition's server as its members meet it: a real provider signs them in, in a real browser."""

from __future__ import annotations

import asyncio
import contextlib
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import update
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from benchmarks.load.person import Person
from bootstrap.dashboard import Place
from files.paths import ROOT
from tests.browser.actions import open_tab
from tests.browser.look import open_page, wait_until_complete
from tests.browser.server import free_port, serving
from tests.data.reading import made
from tests.data.reading.scanned import scan
from tests.system import require
from workspace.database.noted import visits
from workspace.database.schema import now
from workspace.store import Workspace

PEOPLE = {role: f"{role}@example.org" for role in ("reader", "member", "editor", "admin")}
CONFIG = """
[server]
url = "{url}"
port = {port}
hours = {hours}
[sign_in]
name = "Example"
server_metadata_url = "{provider}/.well-known/openid-configuration"
client_id = "defenders"
client_secret = "secret"
cookie_secret = "0123456789abcdef0123456789abcdef"
[roles]
reader = ["@example.org"]
member = ["member@example.org"]
editor = ["editor@example.org"]
admin = ["admin@example.org"]
"""


@dataclass(frozen=True)
class Coalition:
    url: str
    user_folder: Path


@contextlib.contextmanager
def coalition(database: Path, folder: Path, hours: float, port: int = 0, url: str = "") -> Iterator[Coalition]:
    """A server for several people, with a provider that signs in whoever says who they are; `url`: that of a proxy."""
    with provided(database, folder, hours, port, url) as (held, running), running():
        yield held


Running = Callable[[], contextlib.AbstractContextManager[object]]


@contextlib.contextmanager
def provided(
    database: Path, folder: Path, hours: float, port: int = 0, url: str = ""
) -> Iterator[tuple[Coalition, Running]]:
    """All that a coalition's server needs, and what runs it for a block, as often as one likes."""
    people = [User(sub=email, claims={"email": email}) for email in (*PEOPLE.values(), "stranger@elsewhere.org")]
    folder.mkdir()
    port = port or free_port()
    url = url or f"http://localhost:{port}"
    with run_server_in_thread(user_claims=people) as provider:
        address = f"http://localhost:{provider.server_port}"
        config = folder / "server.toml"
        config.write_text(CONFIG.format(url=url, port=port, provider=address, hours=hours))
        settings = {
            "COSPONSOR_DATABASE": str(database),
            "COSPONSOR_DATA_DIR": str(folder / "user"),
            "COSPONSOR_SERVER_CONFIG": str(config),
            "STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full",
        }
        place = Place(port, host="localhost", base=urlsplit(url).path)
        yield Coalition(url, folder / "user"), lambda: serving(ROOT, folder / "server.log", settings, place)


@pytest.fixture(scope="module")
def server(built_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coalition]:
    with coalition(built_database, tmp_path_factory.mktemp("coalition") / "one", 12) as held:
        yield held


def sign_in(browser: Browser, server: Coalition, email: str) -> tuple[BrowserContext, Page]:
    context = browser.new_context(
        base_url=server.url, viewport={"width": 1280, "height": 900}, accept_downloads=True, ignore_https_errors=True
    )
    page = context.new_page()
    page.goto(f"{server.url}/")
    page.get_by_role("link", name="Sign in with Example").click()
    page.get_by_role("textbox").fill(email)
    page.get_by_role("button", name=re.compile("Authorize|Sign in", re.I)).first.click()
    return context, page


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
    context.close()


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
    context.close()


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
    other.goto("/trends")
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
    context.close()


def taken_by(page: Page, button: str) -> str:
    """Take a file away; the address at which the browser fetched it."""
    with page.expect_download() as taken:
        page.locator(f".st-key-{button} button").click()
    assert taken.value.path().read_bytes()
    assert "/media/" in taken.value.url
    return taken.value.url


def letter(page: Page) -> str:
    page.goto("/letter?state=KEN")
    wait_until_complete(page)
    return taken_by(page, "letter-docx")


def table(page: Page) -> str:
    """The table of Kenya's timeline: the same for whoever asks."""
    open_page(page, "states", state="KEN")
    open_tab(page, "state", "Export")
    return taken_by(page, "csv-state")


def test_a_download_is_for_whom_it_was_made(browser: Browser, server: Coalition) -> None:
    (one, page), (two, other) = (sign_in(browser, server, PEOPLE[role]) for role in ("member", "editor"))
    written = letter(page)
    assert [context.request.get(written).status for context in (one, two)] == [200, 404]
    found = other.goto(written)
    assert found is not None
    assert (found.status, other.inner_text("body")) == (404, "There is no such file.")
    shared = table(page)
    assert [context.request.get(shared).status for context in (one, two)] == [200, 404]
    assert table(other) == taken_by(page, "csv-state") == shared
    assert [context.request.get(shared).status for context in (one, two)] == [200, 200]
    page.goto("/")
    wait_until_complete(page)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()  # of the provider
    expect(page.get_by_role("link", name="Sign in with Example")).to_be_visible(timeout=30_000)
    assert one.request.get(shared).status == 401
    for address in (written, shared):
        page.goto(address)
        expect(page.get_by_role("link", name="Sign in with Example")).to_be_visible()
    one.close()
    two.close()


@pytest.mark.system
def test_an_upload_and_what_is_shown_of_it_are_for_who_brought_it(
    browser: Browser, server: Coalition, tmp_path: Path
) -> None:
    require("tesseract")
    path = tmp_path / "scan.pdf"
    path.write_bytes(
        scan(made.pdf([made.council_draft(["Chile", "Norway", "Peru"], set(), "A/HRC/52/L.1")]), 0.8, 0.005)
    )
    (one, page), (two, _) = (sign_in(browser, server, PEOPLE[role]) for role in ("editor", "admin"))
    page.goto("/add")
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
    one.close()
    two.close()


def test_a_session_ends_after_its_time(browser: Browser, built_database: Path, tmp_path: Path) -> None:
    seconds = 25
    with coalition(built_database, tmp_path / "short", seconds / 3600) as server:
        context, page = sign_in(browser, server, PEOPLE["reader"])
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=seconds * 1000)
        page.wait_for_function(
            "() => document.querySelector('[data-testid=\"stApp\"]').dataset.testConnectionState !== 'CONNECTED'",
            timeout=2 * seconds * 1000,
        )
        page.goto("/")
        expect(page.get_by_role("link", name="Sign in with Example")).to_be_visible()
        context.close()


def test_the_log_tells_who_wrote_and_the_admin_can_take_it(browser: Browser, server: Coalition) -> None:
    context, page = sign_in(browser, server, PEOPLE["member"])
    page.goto("/letter?state=KEN")
    wait_until_complete(page)
    with page.expect_download():
        page.locator(".st-key-letter-docx button").click()
    context.close()
    context, page = sign_in(browser, server, PEOPLE["admin"])
    page.goto("/log")
    wait_until_complete(page)
    with page.expect_download() as taken:
        page.get_by_test_id("stDownloadButton").get_by_role("button").click()
    lines = taken.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "When (UTC),Who,What,Of what"
    assert any("member@example.org,made letters,to Kenya" in line for line in lines)
    context.close()


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
    context.close()


def test_who_comes_back_is_told_what_others_did_and_gets_there_in_a_click(browser: Browser, server: Coalition) -> None:
    context, page = sign_in(browser, server, PEOPLE["member"])
    wait_until_complete(page)
    context.close()
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
    context.close()
