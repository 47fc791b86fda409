"""What a page must not do while a test looks at it: ask another machine for anything, or report an error."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page

LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
LOCAL_SCHEMES = ("data", "blob", "about")


def is_local(url: str) -> bool:
    """Whether a request for `url` stays on this machine."""
    parts = urlsplit(url)
    return parts.scheme in LOCAL_SCHEMES or parts.hostname in LOCAL_HOSTS


# What the page tells the browser to fetch: icons, styles, scripts, images, frames. Links to click are no such thing.
REFERENCES = """() => [...document.querySelectorAll('link[href], [src]')]
  .map((element) => element.tagName === 'LINK' ? element.href : element.src)
  .filter((address) => typeof address === 'string')"""


class Watch:
    """Notes what goes wrong in every page of a browser context; `problems` holds one sentence for each."""

    def __init__(self, context: BrowserContext) -> None:
        self.problems: list[str] = []
        self._context = context
        # Noted alone: what would stop requests (a route) has each of them ask here, and forbids the browser its cache.
        context.on("request", lambda request: is_local(request.url) or self._note_outside(request.url))
        context.on("console", self._console)
        context.on("weberror", lambda error: self.problems.append(f"error in the page: {error.error}"))
        context.on("page", self._page)

    def look(self) -> None:
        """Note addresses on other machines that stand in the pages now open.

        The browser fetches the icon of a page when it likes, and not again where that failed before: only the
        page itself shows reliably that it asks for one.
        """
        for page in self._context.pages:
            for address in page.evaluate(REFERENCES):
                if address and not is_local(address):
                    self._note_outside(address)

    def _page(self, page: Page) -> None:
        page.on("websocket", lambda socket: is_local(socket.url) or self._note_outside(socket.url))
        page.on("crash", lambda _: self.problems.append("the page crashed"))

    def _note_outside(self, url: str) -> None:
        self.problems.append(f"request to another machine: {url[:200]}")

    def _console(self, message: ConsoleMessage) -> None:
        url = message.location.get("url", "")
        # A failed request to another machine is noted where it is made, with its address.
        if message.type == "error" and is_local(url or "about:blank"):
            self.problems.append(f"console error: {message.text[:500]} ({url})")
