"""One person at the dashboard: a websocket as a browser opens it, that clicks and waits until all of it has come."""

from __future__ import annotations

import asyncio
import time
import uuid
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.util import calc_hash
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 120
"""Seconds after which a click counts as an error."""


class Failed(RuntimeError):
    """A click ended in an error on the page, in none of its ends, or without an answer."""


@dataclass
class Person:
    """A session. widgets: ids by key, of the page that is open; parts: the fragment of each; files: ids of downloads by
    key of their buttons; said: captions and messages, in the order in which they came; cookie: of who has signed in."""

    url: str
    widgets: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    page: str = ""
    said: list[str] = field(default_factory=list)
    cookie: str = ""
    _states: dict[str, WidgetState] = field(default_factory=dict)
    _session: str = ""

    async def __aenter__(self) -> Self:
        place = urlsplit(self.url)
        address = f"ws://{place.netloc}{place.path}/_stcore/stream"
        self._socket: ClientConnection = await connect(
            address,
            subprotocols=["streamlit"],
            origin=f"http://{place.netloc}",
            additional_headers={"Cookie": self.cookie} if self.cookie else None,
            max_size=None,
            compression=None,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        await self._socket.close(1001)  # as a browser that closes the page

    async def open(self, page: str) -> float:
        """Open a page from the menu; seconds until all of it has come. Raises Failed."""
        self.page = page
        self.widgets, self.parts, self.files, self._states, self.said = {}, {}, {}, {}, []
        return await self._run()

    async def set(self, key: str, **value: object) -> float:
        """Change a widget, as WidgetState has its value; what it is part of is run again. Raises Failed."""
        state = WidgetState(id=self.widgets[key])
        for name, given in value.items():
            if isinstance(given, (list, tuple)):
                getattr(state, name).data.extend(given)
            else:
                setattr(state, name, given)
        self._states[key] = state
        return await self._run(self.parts.get(key, ""))

    async def download(self, key: str) -> float:
        """Press a download button and fetch what is made; seconds until all of it has come. Raises Failed."""
        started = time.perf_counter()
        await self.fetch(await self.made(key))
        return time.perf_counter() - started

    async def made(self, key: str) -> str:
        """Press a download button; the address at which the file is. Raises Failed."""
        asked = BackMsg()
        request = asked.backend_operation_request
        request.request_id, request.session_id = str(uuid.uuid4()), self._session
        request.deferred_file.file_id = self.files[key]
        await self._socket.send(asked.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await self._message()
                self._note(message)
                if message.WhichOneof("type") == "backend_operation_response":
                    answer = message.backend_operation_response
                    if answer.error_msg:
                        raise Failed(f"{key}: {answer.error_msg}")
                    return answer.deferred_file.url

    async def fetch(self, address: str) -> bytes:
        """What is at an address of the server. Raises Failed."""
        place = urlsplit(self.url)
        asked = Request(f"http://{place.netloc}{place.path}{address}", headers={"Cookie": self.cookie})

        def fetched() -> bytes:
            with urlopen(asked, timeout=PATIENCE) as given:
                return given.read()

        try:
            return await asyncio.to_thread(fetched)
        except OSError as error:
            raise Failed(f"{address}: {error}") from None

    async def _run(self, fragment: str = "") -> float:
        started = time.perf_counter()
        asked = BackMsg()
        asked.rerun_script.page_script_hash = calc_hash(self.page)
        asked.rerun_script.fragment_id = fragment
        asked.rerun_script.context_info.url = f"{self.url}/{self.page}"
        asked.rerun_script.widget_states.widgets.extend(self._states.values())
        await self._socket.send(asked.SerializeToString())
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    message = await self._message()
                    self._note(message)
                    if message.WhichOneof("type") == "script_finished":
                        if message.script_finished in (
                            ForwardMsg.FINISHED_SUCCESSFULLY,
                            ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
                        ):
                            return time.perf_counter() - started
                        if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                            raise Failed(f"{self.page} did not compile")
        except TimeoutError:
            raise Failed(f"{self.page}: no answer within {PATIENCE} seconds") from None

    async def _message(self) -> ForwardMsg:
        content = await self._socket.recv(decode=False)
        return ForwardMsg.FromString(content)

    def _note(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "new_session":
            self._session = message.new_session.initialize.session_id or self._session
        if message.WhichOneof("type") != "delta":
            return
        delta = message.delta
        if delta.WhichOneof("type") == "add_block":
            kind = delta.add_block.WhichOneof("type")
            told = getattr(delta.add_block, kind) if kind else None
        else:
            kind = delta.new_element.WhichOneof("type")
            told = getattr(delta.new_element, kind) if kind else None
        if kind in ("markdown", "alert"):
            self.said.append(told.body)
        if kind == "exception":
            raise Failed(f"{self.page}: {told.message}")
        name = getattr(told, "id", "")
        if isinstance(name, str) and name.startswith("$$ID-"):
            key = name.split("-", 2)[2]
            self.widgets[key], self.parts[key] = name, delta.fragment_id
            if kind == "download_button" and told.deferred_file_id:
                self.files[key] = told.deferred_file_id
