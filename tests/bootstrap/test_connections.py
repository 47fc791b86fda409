"""Connections that the server takes."""

from __future__ import annotations

import asyncio
import socket

import pytest

from bootstrap.dashboard import send_at_once


def test_what_is_written_to_a_browser_is_sent_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a socket that is bound as Streamlit binds it."""
    monkeypatch.setattr(asyncio.base_events, "_set_nodelay", asyncio.base_events._set_nodelay)

    async def told() -> bool:
        """Whether it is so of a connection that the server has taken."""
        bound, taken = socket.socket(socket.AF_INET), asyncio.get_running_loop().create_future()
        bound.bind(("127.0.0.1", 0))
        server = await asyncio.start_server(lambda _, writer: taken.set_result(writer), sock=bound)
        _, ours = await asyncio.open_connection(*bound.getsockname())
        theirs = await taken
        option = theirs.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        for writer in (ours, theirs):
            writer.close()
        server.close()
        return bool(option)

    assert not asyncio.run(told()), "asyncio does it by itself now: take it out"
    send_at_once()
    assert asyncio.run(told())
