"""A session whose page was closed is let go of; one that was cut off waits for its return."""

from __future__ import annotations

import time
from contextlib import suppress
from socket import SHUT_RDWR

from playwright.sync_api import Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.browser.look import open_page
from tests.browser.server import Server


def asked(server: Server, before: str = "", patience: float = 60) -> str:
    """Open a websocket as the script of a page does, to the session in which it was before; be cut off from it without
    a word, as a laptop that falls asleep. The session that answered. Raises TimeoutError."""
    names = ["token", before] if before else []
    address = server.url.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit", *names], origin=server.url, max_size=None) as socket:
        message = BackMsg()
        message.rerun_script.context_info.url = server.url
        socket.send(message.SerializeToString())
        while not (name := session_in(socket.recv(patience))):
            pass
        socket.socket.shutdown(SHUT_RDWR)
    return name


def session_in(message: str | bytes) -> str:
    """The session's name, in the message that tells it."""
    return ForwardMsg.FromString(message).new_session.initialize.session_id if isinstance(message, bytes) else ""


def test_who_was_cut_off_goes_on_in_the_same_session(dashboard: Server) -> None:
    session = asked(dashboard)
    assert asked(dashboard, session) == session


def test_who_closes_the_page_is_let_go_of(page: Page, dashboard: Server) -> None:
    names: list[str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda message: names.append(session_in(message)))

    page.on("websocket", listen)
    open_page(page)
    session = next(filter(None, names))
    page.close()
    patience, found = time.monotonic() + 60, session
    while found == session and time.monotonic() < patience:
        with suppress(TimeoutError):  # the session went while it was asked for
            found = asked(dashboard, session, 3)
    assert found != session
