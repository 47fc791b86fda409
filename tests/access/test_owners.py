"""Whose the files are that Streamlit keeps in memory, asked of Streamlit's own keeper of files."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes
from websockets.asyncio.client import connect

from access import gate, owners
from bootstrap.dashboard import Place
from files.paths import ROOT
from tests.browser.server import free_port, serving

ANNA, BEN, STRANGER = "anna@example.org", "ben@example.org", "eve@example.org"
VISITS = {"a": ANNA, "b": BEN, "nobody": ""}
PROXIED = """
[server]
url = "http://localhost:{port}"
port = {port}
[proxy]
header = "x-email"
from = ["127.0.0.1"]
[roles]
member = ["@example.org"]
"""
LETTER = (b"Excellency", "text/plain", "1.2")
CHANGED = "Streamlit keeps or gives files in another way than access/owners.py knows: read what is new, then teach it"

Drawing = Callable[[str], MediaFileManager]


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Drawing]:
    """Streamlit's runtime with three visits; gives what keeps files while the page of one of them is drawn."""
    monkeypatch.setattr(Runtime, "_instance", None)
    runtime = st.App(ROOT / "app.py")._create_runtime()
    clients = {
        visit: SimpleNamespace(client_context=SimpleNamespace(headers=[("host", "x"), (gate.WHO, email)]))
        for visit, email in VISITS.items()
    }
    monkeypatch.setattr(runtime, "get_client", clients.get)
    before = config.get_option("server.trustedUserHeaders")

    def drawn(visit: str) -> MediaFileManager:
        def context() -> SimpleNamespace | None:
            return SimpleNamespace(session_id=visit) if visit else None

        monkeypatch.setattr(owners, "get_script_run_ctx", context)
        monkeypatch.setattr("streamlit.runtime.scriptrunner_utils.script_run_context.get_script_run_ctx", context)
        return runtime.media_file_mgr

    owners.remember()
    yield drawn
    config.set_option("server.trustedUserHeaders", before)


def owning(address: str) -> set[str]:
    return {email for email in (ANNA, BEN, STRANGER, "") if owners.owns(email, address)}


def test_streamlit_keeps_and_gives_files_as_we_know_it(drawing: Drawing) -> None:
    ways = {"add", "add_deferred", "execute_deferred", "remove_deferred", "remove_orphaned_files", "clear_session_refs"}
    assert {name for name in dir(MediaFileManager) if name[0] != "_"} == ways | {"can_read_files", "read_file"}, CHANGED
    files = drawing("a")
    parts = ("_lock", "_storage", "_file_metadata", "_deferred_callables", "_get_inactive_file_ids")
    parts += ("_files_by_session_and_coord", "_remove_orphaned_deferred_callables", "_drop_deferred_id")
    assert [name for name in parts if not hasattr(files, name)] == [], CHANGED
    paths = {getattr(route, "path", "") for route in create_streamlit_routes(Runtime.instance())}
    own = {path.removeprefix("/_stcore/") for path in paths if path.startswith("/_stcore/")}
    known = {"health", "host-config", "metrics", "stream", "bidi-components/{path:path}"}
    assert own == known | {f"agent/{name}" for name in ("interact", "mcp", "openapi.json")} | {
        "upload_file/{session_id}/{file_id}"
    }, CHANGED
    sign_in, shown = {"/auth/login", "/auth/logout", "/oauth2callback"}, {"/app/static/{path:path}", ""}
    assert {path for path in paths if not path.startswith("/_stcore/")} == sign_in | shown | {
        "/media/{file_id:path}",
        "/component/{path:path}",
    }, CHANGED


def test_a_file_is_of_those_for_whom_it_was_made_and_of_nobody_else(drawing: Drawing) -> None:
    address = drawing("a").add(*LETTER)
    assert address.startswith(gate.MEDIA)
    assert owning(address) == {ANNA}
    assert drawing("b").add(*LETTER) == address
    assert owning(address) == {ANNA, BEN}
    assert owning("/media/0.txt") == set()


@pytest.mark.parametrize("visit", ["nobody", "gone", ""])
def test_a_file_that_was_made_for_nobody_is_nobodys(drawing: Drawing, visit: str) -> None:
    assert owning(drawing(visit).add(*LETTER)) == set()


def test_a_download_made_on_a_click_is_of_whom_it_was_offered_to(drawing: Drawing) -> None:
    asked = drawing("a").add_deferred(lambda: b"Excellency", "text/plain", "1.2", file_name="letter.txt")
    assert owning(asked) == {ANNA}
    address = drawing("").execute_deferred(asked)  # whoever asks: Streamlit makes it outside any page
    assert owning(address) == {ANNA}


def test_a_file_stays_its_owners_while_the_page_is_drawn_anew(drawing: Drawing) -> None:
    files = drawing("a")
    address = files.add(*LETTER, is_for_static_download=True)
    files.clear_session_refs()
    drawing("b").remove_orphaned_files()
    assert files.read_file(address.rpartition("/")[2]) is not None
    assert owning(address) == {ANNA}


def test_what_was_made_on_a_click_is_there_until_the_browser_has_it(
    drawing: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = drawing("a")

    def make() -> bytes:
        files.clear_session_refs("a")  # and the page that offered it is drawn anew
        files.remove_orphaned_files()
        return b"Excellency"

    noted = files._noted

    def late(made: str, people: set[str]) -> str:
        files.remove_orphaned_files()
        files.remove_orphaned_files()
        return noted(made, people)

    asked = files.add_deferred(make, "text/plain", "1.2")
    monkeypatch.setattr(files, "_noted", late)
    address = files.execute_deferred(asked)
    for _ in range(3):  # pages of others that are drawn meanwhile
        drawing("b").remove_orphaned_files()
    assert owning(address) == {ANNA}
    assert files.read_file(address.rpartition("/")[2]) is not None
    monkeypatch.setattr(owners, "FETCHED", 0)
    for _ in range(3):
        files.remove_orphaned_files()
    assert files.read_file(address.rpartition("/")[2]) is None


def test_a_button_works_until_the_one_that_is_drawn_anew_has_come(
    drawing: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = drawing("a")
    asked = files.add_deferred(lambda: b"Excellency", "text/plain", "1.2")
    files.clear_session_refs("a")
    for _ in range(3):  # pages of others that are drawn meanwhile
        drawing("b").remove_orphaned_files()
    assert owning(files.execute_deferred(asked)) == {ANNA}
    monkeypatch.setattr(owners, "FETCHED", 0)
    files.remove_orphaned_files()
    with pytest.raises(MediaFileStorageError, match="not found"):
        files.execute_deferred(asked)


def test_nothing_is_remembered_of_what_was_thrown_away(drawing: Drawing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owners, "FETCHED", 0)
    files = drawing("a")
    address = files.execute_deferred(files.add_deferred(lambda: b"Excellency", "text/plain", "1.2"))
    files.add(b"picture", "image/png", "1.3")
    files.clear_session_refs()
    for _ in range(3):
        files.remove_orphaned_files()
    assert owning(address) == set()
    assert not files._people
    assert not files._idle
    assert not files._deferred_callables


def test_an_upload_is_for_a_visit_of_ones_own_that_is_open(drawing: Drawing) -> None:
    drawing("")
    assert [owning(f"{gate.UPLOADS}{visit}/file") for visit in (*VISITS, "gone")] == [{ANNA}, {BEN}, set(), set()]


async def visit(url: str, email: str, before: str = "") -> str:
    """The name of the visit that a websocket of that person gets; `before`: of the one that it asks to go on with."""
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    protocols, headers = ["streamlit", *(["x", before] if before else [])], {"x-email": email}
    stream = f"{url.replace('http', 'ws')}/_stcore/stream"
    async with connect(stream, subprotocols=protocols, additional_headers=headers, max_size=None, proxy=None) as socket:
        await socket.send(asked.SerializeToString())
        while True:
            told = ForwardMsg.FromString(await socket.recv(decode=False))
            if told.WhichOneof("type") == "new_session":
                return told.new_session.initialize.session_id


def test_a_visit_is_taken_up_again_by_whoever_began_it(built_database: Path, tmp_path: Path) -> None:
    """On a real server, where something in front signs people in: there Streamlit itself knows nobody."""
    place = Place(free_port(), host="localhost")
    config = tmp_path / "server.toml"
    config.write_text(PROXIED.format(port=place.port))
    settings = {
        "COSPONSOR_DATABASE": str(built_database),
        "COSPONSOR_DATA_DIR": str(tmp_path / "user"),
        "COSPONSOR_SERVER_CONFIG": str(config),
    }

    async def visits() -> list[str]:
        url = f"http://localhost:{place.port}"
        first = await visit(url, ANNA)
        return [first, await visit(url, BEN, first), await visit(url, ANNA, first)]

    with serving(ROOT, tmp_path / "server.log", settings, place):
        begun, others, again = asyncio.run(visits())
    assert others != begun
    assert again == begun
