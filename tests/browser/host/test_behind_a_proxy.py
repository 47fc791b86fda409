"""A coalition's server as docs/host.md puts it: nginx with TLS in front, under a path of its own."""

from __future__ import annotations

import contextlib
import datetime
import ipaddress
import socket
import ssl
import string
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from playwright.sync_api import Browser, expect

from files.paths import ROOT
from tests.browser.host.coalition import NOWHERE, PEOPLE, coalition, sign_in
from tests.browser.look import wait_until_complete
from tests.browser.server import free_port
from tests.system import require

AROUND = """
pid {folder}/nginx.pid;
error_log {folder}/error.log;
daemon off;
events {{}}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {server}
}}
"""


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that is good for a day, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    kept = folder / "certificate.pem", folder / "key.pem"
    kept[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    kept[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, *private))
    return kept


@contextlib.contextmanager
def nginx(folder: Path, listen: int, app: int) -> Iterator[None]:
    """The project's own configuration of nginx, with its blanks filled in, on this machine only."""
    shipped = string.Template((ROOT / "host" / "nginx.conf.template").read_text())
    public, private = certificate(folder)
    server = shipped.safe_substitute(
        LISTEN=f"127.0.0.1:{listen}",
        NAME="localhost",
        APP=f"127.0.0.1:{app}",
        RESOLVER="127.0.0.1",
        CERTIFICATE=public,
        KEY=private,
    )
    config = folder / "nginx.conf"
    config.write_text(AROUND.format(folder=folder, server=server))
    process = subprocess.Popen([require("nginx"), "-c", str(config), "-p", str(folder)])
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", listen), 1):
                break
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(20)


@pytest.mark.system
def test_a_server_with_tls_and_a_path_of_its_own_works_as_at_home(
    browser: Browser, built_database: Path, tmp_path: Path
) -> None:
    listen, app = free_port(), free_port()
    url = f"https://localhost:{listen}/defenders"
    with coalition(built_database, tmp_path / "one", app, url) as server, nginx(tmp_path, listen, app):
        untrusting = ssl.create_default_context(cafile=str(tmp_path / "certificate.pem"))
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=untrusting)
        )
        with pytest.raises(urllib.error.HTTPError) as refused:
            opener.open(f"{url}/trends", timeout=20)
        assert refused.value.code == 401
        assert refused.value.headers["strict-transport-security"]
        with pytest.raises(urllib.error.HTTPError) as unknown:
            opener.open(f"{url}/feed/a-secret", timeout=20)
        assert unknown.value.code == 404
        noted = (tmp_path / "access.log").read_text()
        assert "/defenders/trends" in noted
        assert "a-secret" not in noted

        context, page = sign_in(browser, server, PEOPLE["member"])
        wait_until_complete(page)
        failed: list[str] = []
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        page.on("console", lambda said: failed.append(said.text) if said.type == "error" else None)
        page.goto(f"{url}/where?view=map")
        wait_until_complete(page)
        assert page.url.startswith(f"{url}/where")
        expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible()
        page.get_by_test_id("stSidebarNavLink").filter(has_text="Letter").click()
        page.wait_for_url(f"{url}/letter**")
        wait_until_complete(page)
        with page.expect_download() as taken:
            page.locator(".st-key-letter-docx button").click()
        assert taken.value.path().read_bytes()[:2] == b"PK"
        assert taken.value.url.startswith(f"{url}/media/")
        assert failed == []
        other, _ = sign_in(browser, server, PEOPLE["editor"], NOWHERE)
        assert [one.request.get(taken.value.url).status for one in (context, other)] == [200, 404]
        other.close()
        context.close()
