"""A server whose certificate this computer does not trust is told nothing; one that it trusts is asked."""

from __future__ import annotations

import shutil
import ssl
import subprocess

import pytest

from data.fetch.client import Client, Limits
from data.fetch.hosts import hosts
from data.fetch.refusal import Refusal
from tests.data.fetch import un as faults
from tests.data.reading import made

SYMBOL = "A/C.3/76/L.28"


@pytest.fixture
def behind_a_certificate(tmp_path, monkeypatch):
    """The server behind a certificate of its own making, and the file of that certificate."""
    if not shutil.which("openssl"):
        pytest.skip("openssl, which makes the certificate, is not installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=127.0.0.1",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
            "-keyout",
            key,
            "-out",
            certificate,
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with faults.playing(context) as server:
        monkeypatch.setenv("COSPONSOR_UN_URL", server.template)
        server.documents[SYMBOL, "en"] = made.pdf([SYMBOL])
        yield server, certificate


def test_a_certificate_that_is_not_trusted_is_refused_and_nothing_is_asked(behind_a_certificate):
    server, _ = behind_a_certificate
    assert server.template.startswith("https://")
    with pytest.raises(Refusal) as caught:
        Client(hosts(), Limits(pause=0)).get(hosts()[0], SYMBOL, "en")
    assert caught.value.kind == "not trusted"
    assert server.asked == []


def test_a_certificate_that_the_system_trusts_is_accepted(behind_a_certificate, monkeypatch):
    server, certificate = behind_a_certificate
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    answer = Client(hosts(), Limits(pause=0)).get(hosts()[0], SYMBOL, "en")
    assert answer.data == server.documents[SYMBOL, "en"]
