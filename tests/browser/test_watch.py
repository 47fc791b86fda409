"""The watch on a page, and the waiting for one: shown to fail where they must."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.server import Server
from tests.browser.watch import Watch, is_local
from tests.data.fetch.watch import asked_by_children


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:8501/trends", True),
        ("ws://127.0.0.1:8501/_stcore/stream", True),
        ("data:image/png;base64,AAAA", True),
        ("blob:http://localhost:8501/1", True),
        ("https://localhost.example.org/", False),
        ("https://example.org/?host=localhost", False),
        ("https://127.0.0.1@example.org/", False),
        ("//example.org/x.png", False),
    ],
)
def test_what_stays_on_this_machine(url: str, local: bool) -> None:
    assert is_local(url) is local


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<p>nothing wrong</p><img src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='>", None),
        ("<img src='https://example.org/x.png'>", "another machine: https://example.org/x.png"),
        ("<link rel='shortcut icon' href='https://example.org/icon.svg'>", "machine: https://example.org/icon.svg"),
        ("<a href='https://example.org/'>the document</a>", None),
        ("<style>@import 'https://example.org/font.css';</style>", "another machine"),
        ("<script>fetch('https://example.org/x').catch(() => 0)</script>", "another machine"),
        ("<script>new WebSocket('wss://example.org/x')</script>", "another machine: wss://example.org/x"),
        ("<script>window.open('https://example.org/')</script>", "another machine: https://example.org/"),
        ("<script>console.error('went wrong')</script>", "console error: went wrong"),
        ("<script>console.warn('only a warning')</script>", None),
        ("<script>setTimeout(() => { throw new Error('bang') })</script>", "error in the page: bang"),
    ],
)
def test_a_page_that_reaches_out_or_fails_is_noted(browser: Browser, html: str, problem: str | None) -> None:
    context = browser.new_context()
    try:
        watch = Watch(context)
        page = context.new_page()
        page.set_content(html)
        page.wait_for_timeout(300)
        watch.look()
        context.close()
        if problem is None:
            assert watch.problems == []
        else:
            assert problem in "\n".join(watch.problems)
    finally:
        context.close()


def test_the_script_of_a_foreign_page_gets_no_websocket_and_the_server_asks_nobody_of_it(dashboard: Server) -> None:
    stream = dashboard.url.replace("http:", "ws:") + "/_stcore/stream"
    with pytest.raises(InvalidStatus, match="403"):
        connect(stream, subprotocols=["streamlit"], origin="http://evil.example")
    folder = dashboard.log.parent
    assert (folder / "asked").exists(), "it is not watched"
    assert asked_by_children(folder).outside == []
