"""Sessions of pages that no browser looks at: the first of all, and those that were closed."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Mapping

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.session_manager import ActiveSessionInfo

from access import gate
from data import store
from data.reading import reader

TIDY = 15
_KEY = "sec-websocket-key"
GOING_AWAY = 1001
"""What a browser says to a websocket whose page it closes or leaves."""


class FirstVisitor:
    """A visit without a browser: what is sent to it is dropped; it waits for the ends of script runs."""

    cookies: Mapping[str, str] = {}
    remote_ip = None

    def __init__(self) -> None:
        self.over = asyncio.Event()
        self.headers = [(gate.WHO, gate.ITSELF)]
        self.client_context = self

    def write_forward_msg(self, message: ForwardMsg) -> None:
        """Called by Streamlit with each message to the visitor."""
        if message.WhichOneof("type") == "script_finished":
            self.over.set()


async def warm_up() -> None:
    """Open every page once, as the first visitor, so that no other waits for imports, measures and figures. What is
    held then stays; the collection of garbage after each run need not go through it."""
    visitor, runtime = FirstVisitor(), Runtime.instance()
    visit = runtime.connect_session(visitor, {})
    session = runtime.get_app_session(visit)

    async def opened(page: str) -> None:
        asked = BackMsg()
        asked.rerun_script.page_script_hash = page
        visitor.over.clear()
        runtime.handle_backmsg(visit, asked)
        await visitor.over.wait()

    try:
        await asyncio.to_thread(reader.prepare)
        await opened("")
        for page in session._pages_manager.get_pages():
            await opened(page)
    finally:
        runtime.close_session(visit)
    store.tidy()
    gc.freeze()


async def tidy() -> None:
    """Give memory back now and then, and files that no page shows. Streamlit would collect garbage after each click,
    which is a third of all work, and throw files away at the next."""
    while True:
        await asyncio.sleep(TIDY)
        Runtime.instance().media_file_mgr.remove_orphaned_files()
        store.tidy()


class LetGo:
    """A session whose page was closed is let go of at once: the page alone could have come back to it. One that was cut
    off, as by a laptop that sleeps, stays for its return (disconnectedSessionTTL)."""

    def __init__(self, app: gate.App) -> None:
        self.app = app

    async def __call__(self, scope: gate.Scope, receive: gate.Receive, send: gate.Send) -> None:
        mine: ActiveSessionInfo | None = None

        async def received() -> gate.Message:
            nonlocal mine
            mine = mine or _session(scope)
            message = await receive()
            if mine and message["type"] == "websocket.disconnect" and message.get("code") == GOING_AWAY:
                Runtime.instance().close_session(mine.session.id)
            return message

        await self.app(scope, received if scope["type"] == "websocket" else receive, send)


def _session(scope: gate.Scope) -> ActiveSessionInfo | None:
    """The session of a websocket, once there is one: both were asked for with the same key."""
    asked = dict(scope["headers"]).get(_KEY.encode(), b"").decode()
    held = Runtime.instance()._session_mgr.list_active_sessions()
    return next((one for one in held if dict(one.client.client_context.headers).get(_KEY) == asked), None)
