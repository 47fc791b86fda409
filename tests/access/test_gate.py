"""The gate, before a small application that says who it thinks is asking."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketTestSession
from starlette.websockets import WebSocket, WebSocketDisconnect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from access import ended, gate
from access.ended import Ended
from access.settings import ROLES, Proxy, Settings, SignIn

SECRET = "0123456789abcdef0123456789abcdef"
ROLE_OF = {"anna@example.org": "admin", "@example.org": "member"}
PAGE = {"accept": "text/html"}
SIGN_IN = SignIn("Example", "https://x/.well-known/openid-configuration", "id", "secret", SECRET)
SIGNED_IN = Settings("0.0.0.0", 8501, "https://d.example.org", 12, ROLE_OF, SIGN_IN)


async def who(request: Request) -> Response:
    return PlainTextResponse(request.headers.get(gate.WHO, "nobody"))


async def talk(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text(websocket.headers.get(gate.WHO, "nobody"))
    async for text in websocket.iter_text():
        await websocket.send_text(text)


def bens(email: str, path: str) -> bool:
    """One download and one visit are Ben's."""
    return email == "ben@example.org" and path in ("/media/a.png", "/_stcore/upload_file/visit/file")


def behind(settings: Settings | None, host: str, ended: Ended | None = None) -> TestClient:
    inner = Starlette(
        routes=[WebSocketRoute("/_stcore/stream", talk), Route("/{path:path}", who, methods=["GET", "PUT", "DELETE"])]
    )
    return TestClient(gate.Gate(inner, settings, ended, bens), base_url=f"http://{host}", follow_redirects=False)


def connected(client: TestClient, headers: dict[str, str] | None = None) -> WebSocketTestSession:
    """A websocket to the stream of pages, under the client's own name."""
    return client.websocket_connect(f"ws://{client.base_url.netloc.decode()}/_stcore/stream", headers=headers or {})


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr(gate, "get_cookie_secret", lambda: SECRET)
    monkeypatch.setattr(gate, "encode_provider_token", lambda provider: "token")
    return behind(SIGNED_IN, "d.example.org")


def cookie(email: str, hours_ago: float = 0, secret: str = SECRET, **more: object) -> dict[str, str]:
    user = {"email": email, "iat": time.time() - hours_ago * 3600, **more}
    return {"_streamlit_user": create_signed_value(secret, "_streamlit_user", json.dumps(user)).decode()}


@pytest.mark.parametrize(
    "path",
    ["/", "/targets", "/static/geo/x.json", "/present/abc", "/media/a.png", "/_stcore/host-config", "/app/static/x"],
)
def test_a_signed_out_browser_gets_nothing_but_the_way_in(server: TestClient, path: str) -> None:
    assert server.get(path).status_code == 401
    page = server.get(path, headers=PAGE)
    assert (page.status_code, page.headers["location"]) == (302, "/sign-in")
    assert server.put(path, content=b"x").status_code == 401
    with pytest.raises(WebSocketDisconnect), connected(server):
        pass
    shown = server.get("/sign-in")
    assert "Sign in with Example" in shown.text
    assert "/static" not in shown.text


def test_a_feed_is_asked_for_without_signing_in_and_by_nobody(server: TestClient) -> None:
    """Its secret is what counts, and that is not the gate's to know."""
    assert server.get("/feed/secret", headers={gate.WHO: "anna@example.org"}).text == "nobody"
    server.cookies.update(cookie("ben@example.org"))
    assert server.get("/feed/secret").text == "nobody"
    with pytest.raises(WebSocketDisconnect), server.websocket_connect("ws://d.example.org/feed/secret"):
        pass


def test_who_has_signed_in_is_told_to_the_pages_and_nobody_can_say_it_instead(server: TestClient) -> None:
    claimed = {gate.WHO: "anna@example.org"}
    assert server.get("/", headers=claimed).status_code == 401
    server.cookies.update(cookie("Ben@Example.org"))
    assert server.get("/", headers=claimed).text == "ben@example.org"
    with connected(server, headers=claimed) as socket:
        assert socket.receive_text() == "ben@example.org"
    assert server.get("/_stcore/health", headers=claimed).text == "nobody"


@pytest.mark.parametrize("base", ["", "/defenders"])
def test_downloads_and_uploads_are_answered_to_whom_they_belong(server: TestClient, base: str) -> None:
    asked = behind(replace(SIGNED_IN, url=SIGNED_IN.url + base), "d.example.org")
    ways = [
        ("GET", "/media/a.png"),
        ("PUT", "/_stcore/upload_file/visit/file"),
        ("DELETE", "/_stcore/upload_file/visit/file"),
    ]
    for email, status in (("ben@example.org", 200), ("anna@example.org", 404)):
        asked.cookies.update(cookie(email))
        assert [asked.request(way, base + path).status_code for way, path in ways] == [status] * len(ways)
        assert asked.get(f"{base}/media/b.png").status_code == 404
        assert asked.get(f"{base}/app/static/x").status_code == 200
    alone = behind(None, "localhost:8501")
    assert [alone.request(way, path).status_code for way, path in ways] == [200] * len(ways)


@pytest.mark.parametrize(
    "held",
    [
        cookie("ben@example.org", hours_ago=13),
        cookie("ben@elsewhere.org"),
        cookie("ben@example.org", secret="f" * 32),
        cookie("ben@example.org", email_verified=False),
        {"_streamlit_user": "2|1:0|nonsense"},
    ],
    ids=["too long ago", "no role", "signed by another", "not verified", "nonsense"],
)
def test_what_is_no_sign_in_opens_nothing(server: TestClient, held: dict[str, str]) -> None:
    server.cookies.update(held)
    assert server.get("/").status_code == 401
    with pytest.raises(WebSocketDisconnect), connected(server):
        pass


def test_who_has_no_role_is_told_so_and_can_sign_out(server: TestClient) -> None:
    server.cookies.update(cookie("<b>@elsewhere.org"))
    page = server.get("/sign-in").text
    assert "&lt;b&gt;@elsewhere.org is signed in, but has no role" in page
    assert "/auth/logout" in page


def test_signing_out_ends_every_copy_of_the_cookie_and_open_pages(server: TestClient) -> None:
    server.cookies.update(cookie("ben@example.org"))
    with connected(server) as socket:
        assert socket.receive_text() == "ben@example.org"
        socket.send_text("still here")
        assert socket.receive_text() == "still here"
        server.get("/auth/logout")
        with pytest.raises(WebSocketDisconnect):
            socket.receive_text()
    assert server.get("/").status_code == 401  # the very same cookie


class Shelf:
    """Where ended sign-ins are kept while the server is started again; it can be out of reach."""

    def __init__(self) -> None:
        self.held: dict[str, float] = {}
        self.reachable = True

    def all(self) -> dict[str, float]:
        if not self.reachable:
            raise OSError("out of reach")
        return self.held

    def keep(self, ended: Mapping[str, float], moment: float) -> None:
        self.held = {**self.all(), **ended}


@pytest.mark.usefixtures("server")
def test_a_sign_out_outlives_a_restart_of_the_server() -> None:
    shelf, ben, eve = Shelf(), cookie("ben@example.org", 0.1), cookie("eve@example.org", 0.1)
    before = behind(SIGNED_IN, "d.example.org", Ended(shelf))
    before.cookies.update(ben)
    assert before.get("/").status_code == 200
    before.get("/auth/logout")
    after = behind(SIGNED_IN, "d.example.org", Ended(shelf))
    after.cookies.update(ben)
    assert after.get("/").status_code == 401
    after.cookies.update(eve)
    assert after.get("/").text == "eve@example.org"


@pytest.mark.usefixtures("server")
def test_while_sign_outs_cannot_be_read_only_new_sign_ins_count(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    shelf.reachable = False
    asked = behind(SIGNED_IN, "d.example.org", Ended(shelf))
    asked.cookies.update(cookie("ben@example.org", 0.1))
    assert asked.get("/").status_code == 401
    asked.cookies.update(cookie("ben@example.org", -0.1))
    assert asked.get("/").status_code == 200
    assert asked.get("/auth/logout").status_code == 200  # it counts for this run of the server
    assert asked.get("/").status_code == 401
    shelf.reachable = True
    monkeypatch.setattr(ended, "AGAIN_AFTER", 0)
    asked.cookies.update(cookie("eve@example.org", 0.1))
    assert asked.get("/").status_code == 200


def test_a_session_ends_after_its_time(server: TestClient) -> None:
    server.cookies.update(cookie("ben@example.org", hours_ago=12 - 1 / 3600))  # one second left
    with connected(server) as socket:
        assert socket.receive_text() == "ben@example.org"
        with pytest.raises(WebSocketDisconnect):
            socket.receive_text()
    assert server.get("/").status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"host": "127.0.0.1:8501"}, 421),
        ({"host": "d.example.org:80"}, 421),
        ({}, 200),
    ],
)
def test_a_server_answers_under_its_own_name_only(server: TestClient, headers: dict[str, str], status: int) -> None:
    server.cookies.update(cookie("ben@example.org"))
    assert server.get("/", headers=headers).status_code == status


def test_the_health_of_a_server_can_be_asked_from_its_own_machine(server: TestClient) -> None:
    assert server.get("/_stcore/health", headers={"host": "127.0.0.1:8501"}).status_code == 200


@pytest.fixture
def alone() -> TestClient:
    return behind(None, "localhost:8501")


def test_on_a_computer_of_ones_own_nobody_signs_in(alone: TestClient) -> None:
    assert alone.get("/targets").text == "nobody"
    assert alone.get("/targets", headers={gate.WHO: "anna@example.org"}).text == "nobody"
    with connected(alone, headers={"origin": "http://localhost:8501"}) as socket:
        assert socket.receive_text() == "nobody"


@pytest.mark.parametrize("headers", [{"host": "evil.example"}, {"host": "localhost.evil.example:8501"}])
def test_a_name_that_points_here_is_not_answered(alone: TestClient, headers: dict[str, str]) -> None:
    assert alone.get("/", headers=headers).status_code == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:9999", "null"])
def test_the_script_of_another_web_page_gets_no_websocket(alone: TestClient, server: TestClient, origin: str) -> None:
    server.cookies.update(cookie("ben@example.org"))
    for asked in (alone, server):
        with pytest.raises(WebSocketDisconnect), connected(asked, headers={"origin": origin}):
            pass


@pytest.mark.parametrize("which", ["alone", "server"])
@pytest.mark.parametrize("path", ["/", "/sign-in", "/_stcore/health"])
def test_every_answer_forbids_framing_and_sniffing(which: str, path: str, request: pytest.FixtureRequest) -> None:
    headers = request.getfixturevalue(which).get(path).headers
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert {"default-src 'self'", "img-src 'self' data: blob:"} <= set(headers["content-security-policy"].split("; "))


@pytest.fixture
def proxied() -> Callable[[str], TestClient]:
    settings = Settings("0.0.0.0", 8501, "https://d.example.org", 12, ROLE_OF, proxy=Proxy("x-email", ("10.0.0.9",)))

    def asked_from(address: str) -> TestClient:
        client = behind(settings, "d.example.org")
        return TestClient(client.app, base_url="http://d.example.org", client=(address, 5000), follow_redirects=False)

    return asked_from


def test_a_trusted_proxy_says_who_it_is_and_nobody_else_can(proxied: Callable[[str], TestClient]) -> None:
    told = {"x-email": "Ben@example.org"}
    assert proxied("10.0.0.9").get("/", headers=told).text == "ben@example.org"
    assert proxied("10.0.0.10").get("/", headers=told).status_code == 401
    assert proxied("10.0.0.9").get("/").status_code == 401


def test_roles_hold_what_those_below_may() -> None:
    allowed = {role: [needed for needed in ROLES if gate.may(role, needed)] for role in (*ROLES, "")}
    assert allowed == {
        "reader": ["reader"],
        "member": ["reader", "member"],
        "editor": ["reader", "member", "editor"],
        "admin": list(ROLES),
        "": [],
    }
