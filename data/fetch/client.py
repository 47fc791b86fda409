"""Asks a server for one document: patiently, slowly, and within limits of time, size and address."""

import asyncio
import re
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import truststore
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential

from data.fetch.hosts import Host, is_listed
from data.fetch.refusal import Refusal

PRODUCT = "human-rights-defenders-cosponsorship/1.0"
"""Name and version, told to every server."""
_CHALLENGE = re.compile(rb"awswaf|gokuProps|captcha|cf-chl|challenge-platform|enable JavaScript", re.IGNORECASE)
_HEAD = 1024
_CHALLENGE_WITHIN = 20_000

Tell = Callable[[int], object]
"""Told how many bytes have come so far; what it raises ends the request."""


@dataclass(frozen=True)
class Limits:
    """Seconds to connect, of silence, and in all; bytes a second that must have come after `slow_after` seconds;
    bytes of a document; seconds between two requests; tries, and seconds before the second one; redirects."""

    connect: float = 10
    silence: float = 20
    whole: float = 300
    slow_after: float = 20
    slowest: int = 1000
    size: int = 20_000_000
    pause: float = 1
    tries: int = 3
    back_off: float = 1
    redirects: int = 5


@dataclass(frozen=True)
class Answer:
    """A PDF, and the address that it came from in the end."""

    data: bytes
    address: str


class _Turns:
    """Lets one request begin at a time, for the whole process, and the next one `pause` seconds after its answer
    began: what a server sees is then never closer than that."""

    def __init__(self) -> None:
        self._lock, self._next = threading.Lock(), 0.0

    @contextmanager
    def turn(self, pause: float) -> Iterator[None]:
        """Wait for the turn, and hand it on when the answer has begun."""
        with self._lock:
            time.sleep(max(0.0, self._next - time.monotonic()))
            try:
                yield
            finally:
                self._next = time.monotonic() + pause


_TURNS = _Turns()


class Client:
    """Fetches documents from `hosts`, and from nowhere else."""

    def __init__(self, hosts: Sequence[Host], limits: Limits = Limits()) -> None:  # noqa: B008 - it is frozen
        self.hosts, self.limits = tuple(hosts), limits
        self._trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    def get(self, host: Host, symbol: str, language: str, tell: Tell = lambda size: None) -> Answer:
        """One document from one host. Raises Refusal."""
        tries = Retrying(
            stop=stop_after_attempt(self.limits.tries),
            wait=wait_exponential(self.limits.back_off),
            retry=retry_if_exception(lambda error: isinstance(error, Refusal) and error.again),
            reraise=True,
        )
        return tries(lambda: asyncio.run(self._get(host, host.address(symbol, language), tell)))

    async def _get(self, host: Host, address: str, tell: Tell) -> Answer:
        limits = self.limits
        wait = httpx.Timeout(limits.silence, connect=limits.connect)
        headers = {"User-Agent": PRODUCT, "Accept": "application/pdf", "Accept-Encoding": "identity"}
        with _in_words(host.name, limits):
            # A proxy of the system is respected, but what stays on this computer does not go out to it.
            proxies = not host.is_this_computer
            async with httpx.AsyncClient(
                verify=self._trust, timeout=wait, headers=headers, trust_env=proxies
            ) as client:
                for _ in range(limits.redirects + 1):
                    if not is_listed(address, self.hosts):
                        server = httpx.URL(address).host or address[:60]
                        raise Refusal("elsewhere", f"{host.name} sends on to {server}, which was not asked")
                    with _TURNS.turn(limits.pause):
                        async with asyncio.timeout(limits.connect + limits.silence):
                            response = await client.send(client.build_request("GET", address), stream=True)
                    try:
                        if response.next_request is None:
                            async with asyncio.timeout(limits.whole):
                                return Answer(await self._body(host, response, tell), address)
                        address = str(response.next_request.url)
                    finally:
                        await response.aclose()
        raise Refusal("elsewhere", f"{host.name} sends on and on, more than {limits.redirects} times")

    async def _body(self, host: Host, response: httpx.Response, tell: Tell) -> bytes:
        _check_status(host, response)
        limits, begun, data = self.limits, time.monotonic(), bytearray()
        too_large = Refusal("too large", f"it is larger than {limits.size // 1_000_000} MB")
        if int(response.headers.get("content-length", "0")) > limits.size:
            raise too_large
        async for part in response.aiter_bytes():
            data += part
            if len(data) > limits.size:
                raise too_large
            spent = time.monotonic() - begun
            if spent > limits.slow_after and len(data) < limits.slowest * spent:
                raise Refusal("too slow", f"{host.name} sent {len(data):,} bytes in {spent:.0f} seconds")
            tell(len(data))
        _check_body(host, bytes(data))
        return bytes(data)


def _check_status(host: Host, response: httpx.Response) -> None:
    status = response.status_code
    if status in (404, 410):
        raise _not_there(host)
    if status == 202 or "x-amzn-waf-action" in response.headers or status in (401, 403):
        raise _for_browsers(host)
    if status in (408, 425, 429) or status >= 500:
        raise Refusal("busy", f"{host.name} cannot answer at the moment ({status})", again=True)
    if status != 200:
        raise Refusal("no document", f"{host.name} gave an answer that is no document ({status})")


def _check_body(host: Host, data: bytes) -> None:
    if b"%PDF-" in data[:_HEAD]:
        if b"%%EOF" not in data[-2 * _HEAD :]:
            raise Refusal("cut short", f"{host.name} sent only a part of it", again=True)
        return
    if not data.strip():
        raise _not_there(host)
    if _CHALLENGE.search(data[:_CHALLENGE_WITHIN]):
        raise _for_browsers(host)
    if data.lstrip()[:1] == b"<":
        if host.shows_pages:
            raise Refusal("no document", f"{host.name} shows it on a page and does not hand it out")
        raise _not_there(host)
    raise Refusal("no document", f"{host.name} gave something that is no PDF")


def _not_there(host: Host) -> Refusal:
    return Refusal("not there", f"{host.name} has no document of this symbol")


def _for_browsers(host: Host) -> Refusal:
    return Refusal("for browsers", f"{host.name} lets only browsers in at the moment")


@contextmanager
def _in_words(name: str, limits: Limits) -> Iterator[None]:
    """Turn what goes wrong on the way into a Refusal."""
    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
        if "CERTIFICATE" in str(error).upper():
            raise Refusal("not trusted", f"the certificate of {name} is not trusted on this computer") from error
        raise Refusal("out of reach", f"{name} could not be reached", again=True) from error
    except httpx.TimeoutException as error:
        raise Refusal("too slow", f"{name} said nothing for {limits.silence:.0f} seconds", again=True) from error
    except TimeoutError as error:
        raise Refusal("too slow", f"{name} took too long") from error
    except (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError) as error:
        raise Refusal("cut short", f"{name} broke off in the middle", again=True) from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise Refusal("no document", f"{name} gave an answer that cannot be read ({type(error).__name__})") from error
