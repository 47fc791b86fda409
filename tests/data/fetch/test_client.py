"""One document from a server that has it, and from servers with every fault: a kind, a sentence, nothing else asked."""

from __future__ import annotations

import socket
import time
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
import truststore
from hypothesis import given
from hypothesis import strategies as st

from data.fetch import client as module
from data.fetch.client import Client, Limits
from data.fetch.hosts import UNITED_NATIONS, Host, hosts, is_listed
from data.fetch.refusal import REMEDIES, Refusal
from data.reading.model import ImporterError
from tests.data.fetch import un as faults
from tests.data.reading import made

SYMBOL = "A/C.3/76/L.28"
QUICK = Limits(connect=2, silence=0.6, whole=3, slow_after=0.5, slowest=1000, size=300_000, pause=0, back_off=0.01)


def refused(server: faults.UN, symbol: str = SYMBOL, limits: Limits = QUICK) -> Refusal:
    (host,) = hosts()
    with pytest.raises(Refusal) as caught:
        Client(hosts(), limits).get(host, symbol, "en")
    assert caught.value.sentence
    assert caught.value.remedy
    return caught.value


def test_a_document_comes_as_it_is(un):
    un.has(SYMBOL, made.draft(["Albania", "Norway"], SYMBOL))
    told = []
    answer = Client(hosts(), QUICK).get(hosts()[0], SYMBOL, "en", told.append)
    assert answer.data == un.documents[SYMBOL, "en"]
    assert answer.address == un.template.format(symbol="A%2FC.3%2F76%2FL.28", language="en")
    assert told[-1] == len(answer.data)
    assert un.asked == [(SYMBOL, "en")]
    assert un.agents == {module.PRODUCT}
    assert "cosponsorship/1" in module.PRODUCT


@pytest.mark.parametrize(
    ("fault", "kind", "requests"),
    [
        (faults.answers(faults.PAGE), "not there", 1),
        (faults.answers(b""), "not there", 1),
        (faults.answers(b"no", 404), "not there", 1),
        (faults.challenge, "for browsers", 1),
        (faults.answers(faults.CHALLENGE), "for browsers", 1),
        (faults.answers(b"", 403), "for browsers", 1),
        (faults.truncated, "cut short", 3),
        (faults.cut_but_announced_so, "cut short", 3),
        (faults.hang_up, "cut short", 3),
        (faults.answers(b"", 503), "busy", 3),
        (faults.answers(b"", 429), "busy", 3),
        (faults.silence, "too slow", 3),
        (faults.drip, "too slow", 1),
        (faults.drip_of_headers, "too slow", 1),
        (faults.endless, "too large", 1),
        (lambda to: to.answer(b"", length=21_000_000), "too large", 1),
        (faults.moved("https://evil.example/A.pdf"), "elsewhere", 1),
        (faults.moved("https://127.0.0.1:1/A.pdf"), "elsewhere", 1),
        (faults.moved("file:///etc/passwd"), "elsewhere", 1),
        (faults.moved("//documents.un.org.evil.example/"), "elsewhere", 1),
        (faults.moved("http://[bad"), "elsewhere", 1),
        (faults.answers(b"PK\x03\x04 a Word file", kind="application/msword"), "no document", 1),
        (faults.answers(b"{}", 418), "no document", 1),
    ],
)
def test_every_fault_is_a_refusal_of_its_kind(un, fault, kind, requests):
    un.documents[SYMBOL, "en"] = fault
    began = time.monotonic()
    assert refused(un).kind == kind
    assert len(un.asked) == requests
    assert time.monotonic() - began < 10


def test_a_redirect_within_the_list_is_followed_and_one_without_end_is_not(un):
    un.has("other", made.draft(["Albania", "Norway"], SYMBOL))
    un.documents[SYMBOL, "en"] = faults.moved("/api/symbol/access?s=other&l=en")
    assert Client(hosts(), QUICK).get(hosts()[0], SYMBOL, "en").data == un.documents["other", "en"]
    un.documents[SYMBOL, "en"] = faults.moved(f"/api/symbol/access?s={SYMBOL}&l=en")
    assert refused(un).kind == "elsewhere"
    assert len(un.asked) == 2 + 1 + QUICK.redirects


def test_what_was_busy_at_first_is_asked_again_and_comes(un):
    whole = made.pdf([SYMBOL])
    answers = iter([faults.answers(b"", 503), faults.truncated, faults.answers(whole)])
    un.documents[SYMBOL, "en"] = lambda to: next(answers)(to)
    assert Client(hosts(), QUICK).get(hosts()[0], SYMBOL, "en").data == whole


def test_at_most_one_request_a_second_also_by_two_clients(un):
    un.documents[SYMBOL, "en"] = faults.moved(f"/api/symbol/access?s={SYMBOL}&l=fr")
    un.documents[SYMBOL, "fr"] = made.pdf([SYMBOL])
    limits = replace(QUICK, pause=Limits().pause)
    for _ in range(2):
        Client(hosts(), limits).get(hosts()[0], SYMBOL, "en")
    waits = [after - before for before, after in zip(un.times, un.times[1:], strict=False)]
    assert len(waits) == 3
    assert min(waits) >= 1


def test_two_further_tries_and_twenty_megabytes_are_what_is_used():
    assert (Limits().tries, Limits().size, Limits().pause >= 1) == (3, 20_000_000, True)


def test_no_network_is_said_so(monkeypatch, un):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("COSPONSOR_UN_URL", f"http://127.0.0.1:{port}/{{symbol}}")
    assert refused(un).kind == "out of reach"


def test_a_name_that_is_not_found_is_no_network(monkeypatch):
    def not_found(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", not_found)
    host = UNITED_NATIONS[0]
    with pytest.raises(Refusal) as caught:
        Client((host,), QUICK).get(host, SYMBOL, "en")
    assert caught.value.kind == "out of reach"


def test_a_proxy_of_the_system_is_used(un, monkeypatch, addresses):
    """The proxy is asked for the mirror; the mirror's own name is not looked up here."""
    monkeypatch.setenv("HTTP_PROXY", un.address)
    un.documents[SYMBOL, "en"] = made.pdf([SYMBOL])
    mirror = Host("http://mirror.example/access?s={symbol}&l={language}", mirror=True)
    answer = Client((mirror,), QUICK).get(mirror, SYMBOL, "en")
    assert answer.data == un.documents[SYMBOL, "en"]
    assert "mirror.example" not in addresses.all


def test_what_stays_on_this_computer_does_not_go_to_a_proxy(un, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    un.documents[SYMBOL, "en"] = made.pdf([SYMBOL])
    assert Client(hosts(), QUICK).get(hosts()[0], SYMBOL, "en").data == un.documents[SYMBOL, "en"]


def test_the_certificates_of_the_system_are_trusted():
    assert isinstance(Client(UNITED_NATIONS)._trust, truststore.SSLContext)


def test_what_is_told_can_end_it(un):
    un.documents[SYMBOL, "en"] = faults.drip

    class Stopped(BaseException):
        pass

    def stop(size):
        raise Stopped

    with pytest.raises(Stopped):
        Client(hosts(), QUICK).get(hosts()[0], SYMBOL, "en", stop)


def test_the_watch_sees_another_address(addresses):
    """The watch itself would see a look-up and a connection, so that a test that passes says something.

    Neither sends anything: the look-up is of a number, the connection one of datagrams."""
    socket.getaddrinfo("203.0.113.1", 9, flags=socket.AI_NUMERICHOST)
    with socket.socket(type=socket.SOCK_DGRAM) as datagrams:
        datagrams.connect(("203.0.113.2", 9))
    assert addresses.outside == ["203.0.113.1", "203.0.113.2"]
    addresses.all.clear()


def test_the_hosts_are_those_of_the_united_nations(monkeypatch):
    monkeypatch.delenv("COSPONSOR_UN_URL", raising=False)
    assert [host.origin for host in hosts()] == [
        ("https", "documents.un.org"),
        ("https", "docs.un.org"),
        ("https", "undocs.org"),
    ]
    assert hosts()[0].address("A/60/509/Add.2(PartII)", "fr") == (
        "https://documents.un.org/api/symbol/access?s=A%2F60%2F509%2FAdd.2%28PartII%29&l=fr&t=pdf"
    )
    assert hosts()[1].address("A/HRC/7/78", "es") == "https://docs.un.org/es/A/HRC/7/78?direct=true"


def test_a_mirror_comes_first_and_one_on_this_computer_alone():
    mirrored = hosts({"COSPONSOR_UN_URL": "https://mirror.example/{language}/{symbol}.pdf"})
    assert [host.name for host in mirrored] == ["mirror.example", "documents.un.org", "docs.un.org", "undocs.org"]
    assert mirrored[0].address("A/C.3/76/L.28", "fr") == "https://mirror.example/fr/A/C.3/76/L.28.pdf"
    for local in ("127.0.0.1:9", "localhost:9", "[::1]:9"):
        assert len(hosts({"COSPONSOR_UN_URL": f"http://{local}/{{symbol}}"})) == 1


@pytest.mark.parametrize(
    "wrong", ["mirror.example/{symbol}", "https://mirror.example/", "ftp://x/{symbol}", "http://["]
)
def test_a_template_that_is_none_is_refused(wrong):
    with pytest.raises(ImporterError, match="COSPONSOR_UN_URL"):
        hosts({"COSPONSOR_UN_URL": wrong})


@given(st.text(max_size=60))
def test_only_the_servers_of_the_list_are_listed(address):
    """Whatever an address looks like: it is listed only where the request would go to one of the servers."""
    for text in (address, f"https://{address}", f"https://documents.un.org{address}", f"https://{address}@undocs.org"):
        if is_listed(text, UNITED_NATIONS):
            try:
                parts = urlsplit(text)
            except ValueError:
                continue
            assert (parts.scheme, parts.hostname) in {host.origin for host in UNITED_NATIONS}


def test_every_kind_of_refusal_says_what_to_do():
    assert all(remedy.endswith(".") for remedy in REMEDIES.values())
