"""A server on this computer that plays the United Nations: made documents by symbol and language, and every fault."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from tests.data.reading import made

PAGE = b"<!DOCTYPE html><html><body><h1>Sorry</h1>There is no document matching your request.</body></html>"
CHALLENGE = b"<html><script>window.gokuProps = {}; window.awsWafCookieDomainList = []</script></html>"

Fault = Callable[["Handler"], None]


@dataclass
class UN:
    """What the server has, and what it was asked. `documents`: (symbol, language) -> a PDF or a fault."""

    address: str
    documents: dict[tuple[str, str], bytes | Fault] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def template(self) -> str:
        """What COSPONSOR_UN_URL is set to."""
        return f"{self.address}/api/symbol/access?s={{symbol}}&l={{language}}&t=pdf"

    def has(self, symbol: str, text: str, language: str = "en") -> None:
        """Give it a document with this text."""
        self.documents[symbol, language] = made.pdf([text[i : i + 4000] for i in range(0, len(text), 4000)])


class Handler(BaseHTTPRequestHandler):
    """Answers as documents.un.org does: the PDF of a symbol, or a page with status 200 where there is none."""

    protocol_version = "HTTP/1.1"
    un: UN

    def do_GET(self) -> None:  # noqa: N802 - the name that the library calls
        given = parse_qs(urlsplit(self.path).query)
        wanted = given.get("s", [self.path])[0], given.get("l", [""])[0]
        self.un.asked.append(wanted)
        self.un.times.append(time.monotonic())
        self.un.agents.add(self.headers["User-Agent"])
        found = self.un.documents.get(wanted, PAGE)
        if callable(found):
            found(self)
        else:
            self.answer(found, "text/html" if found is PAGE else "application/pdf")

    def answer(self, body: bytes, kind: str = "application/pdf", status: int = 200, length: int | None = None) -> None:
        """An answer, with a length that may be a lie."""
        self.begin(status, {"Content-Type": kind, "Content-Length": str(len(body) if length is None else length)})
        self.wfile.write(body)
        if length is not None and length != len(body):
            self.close_connection = True

    def begin(self, status: int, headers: dict[str, str]) -> None:
        """Status and headers."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


def challenge(to: Handler) -> None:
    """A challenge that only a browser can pass."""
    to.answer(CHALLENGE, "text/html", 202)


def truncated(to: Handler) -> None:
    """Half of what was announced."""
    to.answer(made.pdf(["A/C.3/76/L.28"])[:300], length=900)


def cut_but_announced_so(to: Handler) -> None:
    """Half of a document, with the length of that half."""
    to.answer(made.pdf(["A/C.3/76/L.28"])[:300])


def drip(to: Handler) -> None:
    """A byte now and then, without end."""
    to.begin(200, {"Content-Type": "application/pdf", "Connection": "close"})
    to.close_connection = True
    on_and_on(to, b"%", 0.05)


def drip_of_headers(to: Handler) -> None:
    """Headers now and then, without end."""
    to.wfile.write(b"HTTP/1.1 200 OK\r\n")
    to.close_connection = True
    on_and_on(to, b"X-A: b\r\n", 0.05)


def endless(to: Handler) -> None:
    """A body without end, as fast as it goes."""
    to.begin(200, {"Content-Type": "application/pdf", "Connection": "close"})
    to.close_connection = True
    on_and_on(to, b"%PDF-1.4" + b" " * 100_000, 0)


def on_and_on(to: Handler, piece: bytes, pause: float) -> None:
    """Send a piece again and again until the other side has had enough."""
    try:
        while not to.un.over.wait(pause):
            to.wfile.write(piece)
            to.wfile.flush()
    except OSError:
        pass


def silence(to: Handler) -> None:
    """No answer at all."""
    to.un.over.wait(30)


def hang_up(to: Handler) -> None:
    """The connection is closed without a word."""
    to.close_connection = True


def moved(address: str) -> Fault:
    """A redirect."""

    def fault(to: Handler) -> None:
        to.begin(302, {"Location": address, "Content-Length": "0"})

    return fault


def answers(body: bytes, status: int = 200, kind: str = "text/html") -> Fault:
    """Any body with any status."""
    return lambda to: to.answer(body, kind, status)


@contextmanager
def playing(behind: ssl.SSLContext | None = None) -> Iterator[UN]:
    """The server, on a free port of this computer, for as long as it is needed; `behind`: with a certificate."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {}))
    server.daemon_threads = True
    if behind:
        server.socket = behind.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # who does not trust it hangs up
    un = server.RequestHandlerClass.un = UN(f"http{'s' * bool(behind)}://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield un
    finally:
        un.over.set()
        server.shutdown()
        server.server_close()
