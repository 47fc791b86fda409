"""The door of the server: nothing behind it is answered before it is clear who asks, and from where.

An ASGI application around Streamlit's. On a computer of one's own it lets in what that computer asks under its own
name; on a server for others only who has signed in, has a role in the configuration, and did so not too long ago.
Every answer carries the headers that keep other web pages from framing it or reading more than they should.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import Awaitable, Callable, MutableMapping
from html import escape
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from streamlit.auth_util import encode_provider_token, get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from access.ended import Ended
from access.settings import LOCAL, ROLES, Settings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

WHO = "x-cosponsor-visitor"
"""The header in which pages read who asks. Whatever a browser sends under this name is taken out."""
ITSELF = "the server itself"
"""Who opens the pages beforehand: no e-mail address, so that nobody can sign in as it."""
PROVIDER = "default"
SIGN_IN = "/sign-in"
OPEN = ("/_stcore/health", "/auth/login", "/oauth2callback", SIGN_IN)
SIGN_OUT = "/auth/logout"
FEED = "/feed/"
"""Below it are feeds, for readers that cannot sign in: who asks there knows a secret that a member made."""
MEDIA, UPLOADS = "/media/", "/_stcore/upload_file/"
"""Below these are downloads, pictures and uploads: each is for the people that it was made for, or who bring it."""
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob: ws: wss:; "
    "worker-src 'self' blob:; media-src 'self' data: blob:; frame-src 'self' blob: data:; frame-ancestors 'self'; "
    "object-src 'none'; base-uri 'self'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"SAMEORIGIN",
    b"referrer-policy": b"no-referrer",
}


class Gate:
    """Lets requests and websockets through, or refuses them. `settings`: None on a computer of one's own; `ended`:
    where ended sign-ins are kept, so that a restart forgets none; `owns`: whether to that e-mail address belongs what
    is at an address below MEDIA or UPLOADS."""

    def __init__(
        self,
        app: App,
        settings: Settings | None,
        ended: Ended | None = None,
        owns: Callable[[str, str], bool] = lambda email, path: False,
    ) -> None:
        self.app, self.settings, self.ended, self.owns = app, settings, ended or Ended(), owns
        self._leaving: dict[str, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        send = _with_headers(send) if scope["type"] == "http" else send
        if not self._from_here(asked):
            await _refuse(
                scope, receive, send, PlainTextResponse("The dashboard does not answer under this name.", 421)
            )
        elif self.settings is None:
            await self.app(_telling(scope, ""), receive, send)
        else:
            await self._guarded(asked, receive, send, self.settings)

    async def _guarded(self, asked: HTTPConnection, receive: Receive, send: Send, settings: Settings) -> None:
        path = asked.scope["path"].removeprefix(settings.base)
        email, until, token = await self._visitor(asked, settings)
        if path == SIGN_OUT and token:
            await self.ended.add(token, until)
            if token in self._leaving:
                self._leaving[token].set()
        if path == SIGN_IN:
            await _sign_in_page(settings, email)(asked.scope, receive, send)
        elif path in (*OPEN, SIGN_OUT) or (path.startswith(FEED) and asked.scope["type"] == "http"):
            await self.app(_telling(asked.scope, ""), receive, send)
        elif not email or not settings.role_of(email):
            page = asked.scope["type"] == "http" and "text/html" in asked.headers.get("accept", "")
            answer: Response = PlainTextResponse("Sign in first.", 401)
            await _refuse(
                asked.scope, receive, send, RedirectResponse(settings.base + SIGN_IN, 302) if page else answer
            )
        elif path.startswith((MEDIA, UPLOADS)) and not self.owns(email, path):
            await _refuse(asked.scope, receive, send, PlainTextResponse("There is no such file.", 404))
        elif asked.scope["type"] == "websocket":
            await self._watched(asked, receive, send, (email, until, token))
        else:
            await self.app(_telling(asked.scope, email), receive, send)

    def _from_here(self, asked: HTTPConnection) -> bool:
        """Whether the request names this server, and no other web page's script makes it."""
        host = asked.headers.get("host", "").lower()
        name = urlsplit(f"//{host}").hostname or ""
        local = name in LOCAL
        if self.settings is not None and not (host == self.settings.host or (local and self._is_health(asked))):
            return False
        if self.settings is None and not local:
            return False
        origin = asked.headers.get("origin")
        return asked.scope["type"] != "websocket" or origin is None or urlsplit(origin).netloc.lower() == host

    def _is_health(self, asked: HTTPConnection) -> bool:
        base = self.settings.base if self.settings else ""
        return bool(asked.scope["path"].removeprefix(base) == "/_stcore/health")

    async def _visitor(self, asked: HTTPConnection, settings: Settings) -> tuple[str, float, str]:
        """E-mail of who asks, until when (seconds since 1970), and what stands for this sign-in; "" for nobody."""
        if settings.proxy is not None:
            peer = (asked.scope.get("client") or ("", 0))[0]
            email = asked.headers.get(settings.proxy.header, "") if peer in settings.proxy.trusted else ""
            return email.strip().lower(), float("inf"), ""
        value = get_cookie_with_chunks(lambda name: _signed(asked, name), USER_COOKIE_NAME)
        if not value:
            return "", 0, ""
        user = json.loads(value)
        token = hashlib.sha256(value).hexdigest()
        since = float(user.get("iat") or 0)
        until = since + settings.hours * 3600
        verified = user.get("email_verified", True) not in (False, "false")
        if until <= time.time() or not verified or await self.ended.holds(token, since):
            return "", until, token
        return str(user.get("email", "")).strip().lower(), until, token

    async def _watched(
        self, asked: HTTPConnection, receive: Receive, send: Send, visitor: tuple[str, float, str]
    ) -> None:
        """A websocket that ends when its visitor signs out or has been in for long enough."""
        email, until, token = visitor
        left = self._leaving.setdefault(token, asyncio.Event()) if token else asyncio.Event()
        leaving = asyncio.ensure_future(left.wait())

        async def received() -> Message:
            message = asyncio.ensure_future(receive())
            patience = None if until == float("inf") else max(0.0, until - time.time())
            await asyncio.wait({message, leaving}, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
            if message.done() and not leaving.done():
                return message.result()
            message.cancel()
            await send({"type": "websocket.close", "code": 1008, "reason": "Sign in again."})
            return {"type": "websocket.disconnect", "code": 1008}

        try:
            await self.app(_telling(asked.scope, email), received, send)
        finally:
            leaving.cancel()


def _signed(asked: HTTPConnection, name: str) -> bytes | None:
    value = asked.cookies.get(name)
    return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1", "replace")) if value else None


def _telling(scope: Scope, email: str) -> Scope:
    kept = [(name, value) for name, value in scope["headers"] if name.lower() != WHO.encode()]
    return {**scope, "headers": [*kept, (WHO.encode(), email.encode())] if email else kept}


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [(name, value) for name, value in message.get("headers", []) if name.lower() not in HEADERS]
            message = {**message, "headers": [*kept, *HEADERS.items()]}
        await send(message)

    return sending


async def _refuse(scope: Scope, receive: Receive, send: Send, answer: Response) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
    else:
        await answer(scope, receive, send)


def _sign_in_page(settings: Settings, email: str) -> Response:
    """The only page that a signed-out browser gets. It needs nothing else from the server."""
    known = bool(email and settings.role_of(email))
    if known:
        return RedirectResponse(settings.base + "/", 302)
    if settings.sign_in is None:
        told, link = "Sign in at the address that your coalition gave you.", ""
    else:
        name = escape(settings.sign_in.name)
        told = "For members of the coalition."
        link = (
            f'<a href="{settings.base}/auth/login?provider={encode_provider_token(PROVIDER)}">Sign in with {name}</a>'
        )
    if email:
        told = f"{escape(email)} is signed in, but has no role here. Ask whoever runs this server."
        link += f' <a href="{settings.base}{SIGN_OUT}">Sign out</a>' if settings.sign_in else ""
    return HTMLResponse(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        "<title>Sign in · Who stands up for defenders</title><style>body{font:1.1rem/1.5 sans-serif;color:#1b2330;"
        "max-width:32rem;margin:20vh auto;padding:0 1rem}a{display:inline-block;background:#12436D;color:#fff;"
        "padding:.6rem 1.2rem;border-radius:6px;text-decoration:none;margin-right:.5rem}</style>"
        f"<h1>Who stands up for defenders</h1><p>{told}</p><p>{link}</p>",
        headers={"cache-control": "no-store"},
    )


def may(role: str, needed: str) -> bool:
    """Whether a role is enough: "editor" for "member", not the other way round; "" for nothing."""
    return role in ROLES and ROLES.index(role) >= ROLES.index(needed)
