"""Where documents of the United Nations may be fetched from: these hosts and no others."""

import ipaddress
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

import httpx

from data.reading.model import ImporterError

LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish"}
"""The languages that are asked for, in this order."""
VARIABLE = "COSPONSOR_UN_URL"


@dataclass(frozen=True)
class Host:
    """A server. `template`: the address of a document, with {symbol} and {language}; `shows_pages`: it may answer
    with a page that shows the document, so that a page does not mean that there is none; `mirror`: it need not have
    all documents, so that the next one is asked for what it does not have."""

    template: str
    shows_pages: bool = False
    mirror: bool = False

    @property
    def origin(self) -> tuple[str, str]:
        """Scheme and server, with its port if it is not the usual one."""
        return origin(self.address("", ""))

    @property
    def name(self) -> str:
        """The server as people know it."""
        return self.origin[1]

    @property
    def is_this_computer(self) -> bool:
        """Whether a request to it stays on this computer."""
        name = httpx.URL(self.address("", "")).host
        try:
            return ipaddress.ip_address(name).is_loopback
        except ValueError:
            return name == "localhost"

    def address(self, symbol: str, language: str) -> str:
        """The address of a document."""
        before, parameters, after = self.template.partition("?")
        path = before.replace("{symbol}", quote(symbol, safe="/"))
        query = after.replace("{symbol}", quote(symbol, safe=""))
        return (path + parameters + query).replace("{language}", language)


UNITED_NATIONS = (
    Host("https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf"),
    Host("https://docs.un.org/{language}/{symbol}?direct=true", shows_pages=True),
    Host("https://undocs.org/{language}/{symbol}", shows_pages=True),
)


def hosts(environ: Mapping[str, str] = os.environ) -> tuple[Host, ...]:
    """The servers in the order in which they are asked. COSPONSOR_UN_URL puts another one first; one on this computer
    is asked alone, so that nothing leaves it. Raises ImporterError where its value is no such template."""
    template = environ.get(VARIABLE, "").strip()
    if not template:
        return UNITED_NATIONS
    own = Host(template, mirror=True)
    try:
        scheme, server = own.origin
    except ValueError:
        scheme, server = "", ""
    if "{symbol}" not in template or scheme not in ("http", "https") or not server:
        raise ImporterError(
            VARIABLE,
            f"“{template}” is no address with {{symbol}} and {{language}} in it",
            "Write it like https://mirror.example/{language}/{symbol}.pdf, or unset it.",
        )
    return (own,) if own.is_this_computer else (own, *UNITED_NATIONS)


def origin(address: str) -> tuple[str, str]:
    """Scheme and server of an address, read as those read it who ask there. Raises ValueError for none."""
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise ValueError(str(error)) from None
    return url.scheme, url.host + (f":{url.port}" if url.port else "")


def is_listed(address: str, listed: Iterable[Host]) -> bool:
    """Whether an address is one of these servers', over the same kind of connection."""
    try:
        return origin(address) in {host.origin for host in listed}
    except ValueError:
        return False
