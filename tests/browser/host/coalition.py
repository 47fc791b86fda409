"""A coalition's server, with a real provider that signs in whoever says who they are, and the people who come to it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page

from bootstrap.dashboard import Place
from files.paths import ROOT
from tests.browser.server import free_port, serving

COOKIE_SECRET = "0123456789abcdef0123456789abcdef"
PEOPLE = {role: f"{role}@example.org" for role in ("reader", "member", "editor", "admin")}
CONFIG = """
[server]
url = "{url}"
port = {port}
hours = 12
[sign_in]
name = "Example"
server_metadata_url = "{provider}/.well-known/openid-configuration"
client_id = "defenders"
client_secret = "secret"
cookie_secret = "{secret}"
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
def coalition(database: Path, folder: Path, port: int = 0, url: str = "") -> Iterator[Coalition]:
    """A server for several people, with a provider that signs in whoever says who they are; `url`: that of a proxy."""
    with provided(database, folder, port, url) as (held, running), running():
        yield held


Running = Callable[[], contextlib.AbstractContextManager[object]]


@contextlib.contextmanager
def provided(database: Path, folder: Path, port: int = 0, url: str = "") -> Iterator[tuple[Coalition, Running]]:
    """All that a coalition's server needs, and what runs it for a block, as often as one likes."""
    people = [User(sub=email, claims={"email": email}) for email in (*PEOPLE.values(), "stranger@elsewhere.org")]
    folder.mkdir()
    port = port or free_port()
    url = url or f"http://localhost:{port}"
    with run_server_in_thread(user_claims=people) as provider:
        address = f"http://localhost:{provider.server_port}"
        config = folder / "server.toml"
        config.write_text(CONFIG.format(url=url, port=port, provider=address, secret=COOKIE_SECRET))
        settings = {
            "COSPONSOR_DATABASE": str(database),
            "COSPONSOR_DATA_DIR": str(folder / "user"),
            "COSPONSOR_SERVER_CONFIG": str(config),
            "STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full",
        }
        place = Place(port, host="localhost", base=urlsplit(url).path)
        yield Coalition(url, folder / "user"), lambda: serving(ROOT, folder / "server.log", settings, place)


NOWHERE = "/_stcore/health"
"""An address of the server at which nothing is drawn."""


def sign_in(browser: Browser, server: Coalition, email: str, then: str = "") -> tuple[BrowserContext, Page]:
    """A profile in which that person is signed in, and the page that opens then, or at once that at the address `then`;
    `leave` it at the end."""
    context = _profile(browser, server.url)
    page = context.new_page()
    page.goto(f"{server.url}/")
    page.get_by_role("link", name="Sign in with Example").click()
    page.get_by_role("textbox").fill(email)
    page.get_by_role("button", name=re.compile("Authorize|Sign in", re.I)).first.click()
    if then:
        page.wait_for_url(f"{server.url}/", wait_until="commit")
        page.goto(f"{server.url}{then}")
    return context, page


def _profile(browser: Browser, url: str) -> BrowserContext:
    """One that was left, or a new one. A page of it stays open, and with it the scripts that the browser compiled."""
    kept = f"{url}{NOWHERE}"
    for context in browser.contexts:
        if [page.url for page in context.pages] == [kept]:
            return context
    context = browser.new_context(
        base_url=url,
        viewport={"width": 1280, "height": 900},
        accept_downloads=True,
        ignore_https_errors=True,
        reduced_motion="reduce",
    )
    context.new_page().goto(kept)
    return context


def leave(context: BrowserContext) -> None:
    """Nobody is signed in there any more, and nothing of a person is left."""
    kept, *pages = context.pages
    for page in pages:
        page.close()
    kept.evaluate("() => localStorage.clear()")
    context.clear_cookies()
