"""A briefing is made in a process of its own: others work meanwhile, and where it is killed, that is said."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.look import open_page, wait_until_complete
from tests.browser.server import Server

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for a process as Linux lists them")


def maker(server: Server) -> int:
    """The process in which that server has documents made; waits until there is one."""
    port = f"--server.port={urlsplit(server.url).port}"
    until = time.monotonic() + 30
    while time.monotonic() < until:
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                command = (folder / "cmdline").read_text().split("\0")
                parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
                if command[-2:-1] == ["documents"] and port in Path(f"/proc/{parent}/cmdline").read_text():
                    return int(folder.name)
            except OSError:
                continue
        time.sleep(0.05)
    raise AssertionError("no process makes documents")


def test_killed_while_it_makes_a_deck_that_is_said_others_go_on_and_the_next_is_made(
    page: Page, dashboard: Server
) -> None:
    open_page(page, "briefing", start="donor-page")
    slides = page.get_by_role("button", name="Slides (PowerPoint)")
    slides.click()
    process = maker(dashboard)
    os.kill(process, signal.SIGSTOP)  # it is in the middle until it is killed
    expect(page.get_by_test_id("stProgress")).to_be_visible()
    other = page.context.new_page()
    open_page(other, "states", state="KEN")
    expect(other.get_by_role("heading", level=1)).to_contain_text("Kenya")
    other.close()
    os.kill(process, signal.SIGKILL)
    expect(page.get_by_text("ended before it was done")).to_be_visible()
    wait_until_complete(page)
    slides.click()
    expect(page.get_by_role("button", name="Download")).to_be_visible(timeout=60_000)
    assert maker(dashboard) != process
