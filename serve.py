"""The server: app.py behind the gate, so that a page can be opened by its own address (…/states?state=KEN) from the
first visit on.

Two things stand in the way otherwise. The browser would look for the server beside that page first, and the two answers
"not found" would stand in its console as errors: so it is told beforehand where the server is. And until app.py has run
once, Streamlit takes the folder pages/ for pages that run on their own. run.py starts this with `streamlit run`.
Who listens beyond this computer needs a configuration that says who may come in (access/settings.py).
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import asdict

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from access import gate, owners
from access.ended import Ended
from access.settings import LOCAL, Settings, SettingsError, current
from bootstrap.dashboard import send_at_once
from data.store import NoDatabase
from pages.briefing import present as showing
from pages.news import feed
from pages.shared import sessions
from pages.shared.campaign import workspace as desk
from pages.shared.frame import head
from workspace.errors import WorkspaceError
from workspace.store import Workspace

# What st.navigation does at its first call, done before the first visitor comes.
PagesManager.uses_pages_directory = False

# Who waits for the interpreter gets it after a millisecond, not after five: a click waits for it with each message that
# it sends, while a file is made or a page runs for somebody else.
sys.setswitchinterval(0.001)
send_at_once()

PATIENCE = 20
_BASE = "/" + (st.get_option("server.baseUrlPath") or "").strip("/")
_ROOT = _BASE.rstrip("/")
_TELL = head.told(_ROOT).encode()


class TellAddress:
    """Adds the script to the page that every address of the dashboard answers with; all else passes untouched."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http" or not _is_page(scope["path"]):
            await self.app(scope, receive, send)
            return
        # The page must come uncompressed, or nothing could be added to it.
        headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        start: dict = {}
        parts: list[bytes] = []

        async def add(message):
            if message["type"] == "http.response.start":
                start.update(message)
                return
            parts.append(message.get("body", b""))
            if message.get("more_body"):
                return
            body = b"".join(parts).replace(b"<head>", b"<head>" + _TELL, 1)
            kept = [(name, value) for name, value in start["headers"] if name != b"content-length"]
            length = (b"content-length", str(len(body)).encode())
            empty = scope["method"] == "HEAD" or start["status"] == 304
            await send({**start, "headers": kept if empty else [*kept, length]})
            await send({"type": "http.response.body", "body": b"" if empty else body})

        await self.app({**scope, "headers": headers}, receive, add)


def _is_page(path: str) -> bool:
    """Whether the address is one of a page: no file, and none of Streamlit's own."""
    own = ("/_stcore", "/static", "/app/", "/media", "/present/", gate.FEED, "/auth/", "/oauth2callback", gate.SIGN_IN)
    return "." not in path.rsplit("/", 1)[-1] and not path.removeprefix(_ROOT).startswith(own)


async def present(request: Request) -> Response:
    """A presentation that was made on the page Briefing, full screen in a tab of its own."""
    content = showing.find(request.path_params["name"], request.headers.get(gate.WHO, ""))
    if content is None:
        return PlainTextResponse("This presentation is gone. Make it again on the page Briefing.", 404)
    return HTMLResponse(content)


def what_is_new(request: Request) -> Response:
    """The feed of whoever made the secret in the address; on a computer of one's own that of its user."""
    try:
        content = feed.of_secret(request.path_params["secret"]) if settings else feed.on_this_computer()
    except (WorkspaceError, NoDatabase):
        return PlainTextResponse("The feed cannot be made at the moment.", 503)
    if content is None:
        return PlainTextResponse("There is no such feed.", 404)
    return Response(content, media_type=feed.MIME, headers={"cache-control": "private, no-cache"})


class KeptSignOuts:
    """Ended sign-ins in the workspace, as access.ended.Kept has them."""

    def all(self) -> dict[str, float]:
        """As Kept.all."""
        with _workspace() as held:
            return held.signed_out.all()

    def keep(self, ended: Mapping[str, float], moment: float) -> None:
        """As Kept.keep."""
        with _workspace() as held:
            held.signed_out.keep(ended, moment)


@contextmanager
def _workspace() -> Iterator[Workspace]:
    try:
        yield desk.outside()
    except WorkspaceError as error:
        raise OSError(str(error)) from error


@asynccontextmanager
async def served(_: st.App) -> AsyncIterator[None]:
    """The server answers when it is warm, or after PATIENCE seconds (a workspace elsewhere may be out of reach)."""
    owners.remember()
    warming = asyncio.create_task(sessions.warm_up())
    await asyncio.wait({warming}, timeout=PATIENCE)
    tidying = asyncio.create_task(sessions.tidy())
    yield
    warming.cancel()
    tidying.cancel()


def _settings() -> Settings | None:
    """The configuration, if any. Ends the process where it cannot be used, or is missing and others could come in."""
    try:
        settings = current()
    except SettingsError as error:
        raise SystemExit(str(error)) from None
    address = st.get_option("server.address") or "every address"
    if settings is None and address not in LOCAL:
        raise SystemExit(
            f"The dashboard was told to listen on {address}, where others can reach it, and nobody would have to sign "
            "in. Start it with: python3 run.py serve --config FILE (docs/host.md)."
        )
    return settings


def _secrets(settings: Settings | None) -> dict[str, dict[str, str]]:
    """What st.login needs, as Streamlit expects it."""
    if settings is None or settings.sign_in is None:
        return {}
    given = asdict(settings.sign_in)
    del given["name"]
    return {"auth": {**given, "redirect_uri": f"{settings.url}/oauth2callback"}}


settings = _settings()
app = st.App(
    "app.py",
    middleware=[
        Middleware(gate.Gate, settings, Ended(KeptSignOuts()), owners.owns),
        Middleware(TellAddress),
        Middleware(sessions.LetGo),
    ],
    routes=[
        Route(f"{_ROOT}/present/{{name}}", present, methods=["GET"]),
        Route(f"{_ROOT}{gate.FEED}{{secret}}", what_is_new, methods=["GET"]),
    ],
    secrets=_secrets(settings),
    lifespan=served,
)
