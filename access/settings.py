"""The configuration of a server for several people: where it listens, who signs people in, who may do what.

One TOML file (docs/host.md), named by COSPONSOR_SERVER_CONFIG while the server runs. Without one the dashboard is on
its user's own computer, listens to that computer only, and asks nobody who they are."""

import ipaddress
import os
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

VARIABLE = "COSPONSOR_SERVER_CONFIG"
SECRET = "COSPONSOR_CLIENT_SECRET"
ROLES = ("reader", "member", "editor", "admin")
"""Each may do what those before it may: read and export; campaigns and letters; accept and undo lists; the log."""
KNOWN = {
    "server": {"address", "port", "url", "hours"},
    "sign_in": {"name", "server_metadata_url", "client_id", "client_secret", "cookie_secret"},
    "proxy": {"header", "from"},
    "roles": set(ROLES),
}
LOCAL = ("localhost", "127.0.0.1", "::1")


class SettingsError(ValueError):
    """The configuration cannot be used; the message says what is wrong, where, and what to write instead."""


@dataclass(frozen=True)
class SignIn:
    """An OpenID Connect provider: what Streamlit's st.login needs to know of it."""

    name: str
    server_metadata_url: str
    client_id: str
    client_secret: str = field(repr=False)
    cookie_secret: str = field(repr=False)


@dataclass(frozen=True)
class Proxy:
    """Something in front that signs people in and says who they are in a header; asked only from these addresses."""

    header: str
    trusted: tuple[str, ...]


@dataclass(frozen=True)
class Settings:
    """What the file says. `url` is the address that people type; `hours` after which they sign in again."""

    address: str
    port: int
    url: str
    hours: float
    roles: dict[str, str]
    sign_in: SignIn | None = None
    proxy: Proxy | None = None

    @property
    def host(self) -> str:
        """The name under which the server answers, with a port where the address has one."""
        return urlsplit(self.url).netloc.lower()

    @property
    def name(self) -> str:
        """The name under which the server answers, without a port."""
        return urlsplit(self.url).hostname or ""

    @property
    def base(self) -> str:
        """The path under which it answers: "" or "/defenders"."""
        return urlsplit(self.url).path.rstrip("/")

    def role_of(self, email: str) -> str:
        """The role of an e-mail address: its own before that of its domain; "" for who is on no list."""
        email = email.strip().lower()
        return self.roles.get(email) or self.roles.get("@" + email.rpartition("@")[2], "")


def current() -> Settings | None:
    """The configuration that this process was started with; None on a computer of one's own. Raises SettingsError."""
    path = os.environ.get(VARIABLE, "").strip()
    return read(Path(path)) if path else None


@lru_cache(maxsize=1)
def read(path: Path) -> Settings:
    """Read and check a configuration. Raises SettingsError with every fault in the file's own words."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not a TOML file: {error}.") from error
    faults = _faults(given)
    if faults:
        raise SettingsError(f"{path} cannot be used:\n" + "\n".join(f"- {fault}" for fault in faults))
    server, sign_in, proxy = given["server"], given.get("sign_in"), given.get("proxy")
    roles = {who.strip().lower(): role for role in ROLES for who in given["roles"].get(role, [])}
    return Settings(
        address=server.get("address", "127.0.0.1"),
        port=server.get("port", 8501),
        url=server["url"].rstrip("/"),
        hours=server.get("hours", 12),
        roles=roles,
        sign_in=SignIn(**{"name": "your account", **sign_in, "client_secret": _secret(sign_in)}) if sign_in else None,
        proxy=Proxy(proxy["header"].lower(), tuple(proxy["from"])) if proxy else None,
    )


def _secret(sign_in: dict[str, Any]) -> str:
    return str(sign_in.get("client_secret") or os.environ.get(SECRET, ""))


def _faults(given: dict[str, Any]) -> list[str]:
    faults = [f"[{name}] is unknown; there are {', '.join(KNOWN)}" for name in given if name not in KNOWN]
    for name, keys in KNOWN.items():
        held = given.get(name, {})
        if not isinstance(held, dict):
            return [f"{name} must be a section: [{name}]"]
        faults += [f"[{name}] {key} is unknown; there are {', '.join(sorted(keys))}" for key in held if key not in keys]
    server, sign_in, proxy, roles = (given.get(name, {}) for name in KNOWN)
    faults += _server_faults(server)
    if bool(sign_in) == bool(proxy):
        faults.append("give either [sign_in], or [proxy] where something in front signs people in: one of the two")
    if sign_in:
        needed = ("server_metadata_url", "client_id", "cookie_secret")
        faults += [f"[sign_in] {key} is missing" for key in needed if not isinstance(sign_in.get(key), str)]
        if not _secret(sign_in):
            faults.append(f"[sign_in] client_secret is missing; it may also stand in {SECRET}")
        if len(str(sign_in.get("cookie_secret", ""))) < 32:
            faults.append(
                "[sign_in] cookie_secret needs at least 32 characters; python3 -c 'import secrets; "
                "print(secrets.token_hex(32))' makes one"
            )
    if proxy:
        faults += _proxy_faults(proxy)
    listed = [who for role in ROLES for who in _texts(roles.get(role, []))]
    faults += [
        f"[roles] {role} must be a list of e-mail addresses or @domains"
        for role in roles
        if not isinstance(roles[role], list) or len(_texts(roles[role])) != len(roles[role])
    ]
    faults += [f"[roles] {who!r} is neither an e-mail address nor @domain" for who in listed if who.count("@") != 1]
    faults += [f"[roles] {who} has two roles" for who in sorted({who for who in listed if listed.count(who) > 1})]
    if not listed:
        faults.append("[roles] names nobody, so that nobody could come in")
    return faults


def _server_faults(server: dict[str, Any]) -> list[str]:
    faults = []
    url = server.get("url", "")
    parts = urlsplit(url) if isinstance(url, str) else urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        faults.append("[server] url must be the address that people type, like https://defenders.example.org")
    elif parts.scheme == "http" and parts.hostname not in LOCAL:
        faults.append("[server] url must begin with https:// — who signs in over http:// can be overheard")
    port = server.get("port", 8501)
    if not isinstance(port, int) or isinstance(port, bool) or not 1 <= port <= 65535:
        faults.append("[server] port must be a number from 1 to 65535")
    hours = server.get("hours", 12)
    if not isinstance(hours, int | float) or isinstance(hours, bool) or not 0 < hours <= 720:
        faults.append("[server] hours must be a number above 0 and up to 720")
    try:
        ipaddress.ip_address(str(server.get("address", "127.0.0.1")).replace("localhost", "127.0.0.1"))
    except ValueError:
        faults.append("[server] address must be the IP address to listen on, like 127.0.0.1 or 0.0.0.0")
    return faults


def _proxy_faults(proxy: dict[str, Any]) -> list[str]:
    faults = []
    if not isinstance(proxy.get("header"), str) or not proxy["header"].strip():
        faults.append("[proxy] header is missing: the header in which the proxy says who somebody is")
    trusted = proxy.get("from")
    if not isinstance(trusted, list) or not trusted:
        return [*faults, '[proxy] from is missing: the addresses of the proxy itself, like ["127.0.0.1"]']
    for address in trusted:
        try:
            ipaddress.ip_address(address)
        except ValueError:
            faults.append(f"[proxy] from: {address!r} is no IP address")
    return faults


def _texts(values: Any) -> list[str]:
    return [value.strip().lower() for value in values if isinstance(value, str)] if isinstance(values, list) else []
