"""Whole rounds against the server that plays the United Nations: what is kept, what is said, and that it goes on."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.fetch import plan
from data.fetch.client import Client, Limits
from data.fetch.errand import Errand
from data.fetch.hosts import LANGUAGES, Host, hosts
from data.fetch.plan import Wanted
from data.fetch.round import NO_LIST, NOT_THERE, RECOGNISED, REFUSED, Round
from data.fetch.store import Store
from files import apart
from files import whole as writer
from tests import system
from tests.data.fetch import un as faults
from tests.data.fetch.watch import asked_by_children, in_children
from tests.data.reading import made
from tests.data.reading.scanned import scan

ROOT = Path(__file__).resolve().parents[3]
QUICK = Limits(connect=1, silence=0.5, whole=3, slow_after=0.4, size=300_000, pause=0, back_off=0.01)
NAMES = ["Albania", "Chile", "Norway", "Tunisia"]
CODES = {"ALB", "CHL", "NOR", "TUN"}
FRENCH = made.draft(NAMES, "A/C.3/76/L.3").replace(
    "Norway and Tunisia: draft resolution", "Norvège et Tunisie : projet de résolution"
)
FRENCH = FRENCH.replace("Albania, Chile", "Albanie, Chili")
SPANISH = made.draft(NAMES, "A/C.3/76/L.4").replace(
    "Norway and Tunisia: draft resolution", "Noruega y Túnez: proyecto de resolución"
)


def go(wanted, folder, context, client=None, again=False, languages=tuple(LANGUAGES)):
    """Everything to its end; the results by symbol."""
    whole = Round(list(wanted), languages, again)
    client = client or Client(hosts(), QUICK)
    while whole.todo:
        whole.step(client, Store(folder), context)
    return {one.wanted.symbol: one for one in whole.results}


def files(folder: Path) -> list[str]:
    place = folder / "documents"
    return sorted(p.name for p in place.iterdir()) if place.is_dir() else []


def test_every_fault_is_said_nothing_of_it_is_kept_and_the_rest_goes_on(un, tmp_path, context):
    listed = {
        "A/C.3/76/L.10": (faults.challenge, REFUSED),
        "A/C.3/76/L.11": (faults.truncated, REFUSED),
        "A/C.3/76/L.12": (faults.drip, REFUSED),
        "A/C.3/76/L.13": (faults.endless, REFUSED),
        "A/C.3/76/L.14": (faults.moved("https://evil.example/"), REFUSED),
        "A/C.3/76/L.15": (made.pdf([made.draft(NAMES, "A/C.3/76/L.99")]), REFUSED),
        "A/C.3/76/L.16": (made.pdf([made.draft(NAMES, "A/C.3/76/L.16/Rev.1")]), REFUSED),
        "A/C.3/76/L.17": (b"%PDF-1.4 nothing more %%EOF", REFUSED),
        "A/C.3/76/L.18": (faults.hang_up, REFUSED),
        "A/C.3/76/L.19": (faults.PAGE, NOT_THERE),
        "A/C.3/76/L.20": (made.pdf(["A/C.3/76/L.20\nA letter of thanks to the Secretariat"]), NO_LIST),
        "A/C.3/76/L.28": (made.pdf([made.draft(NAMES, "A/C.3/76/L.28")]), RECOGNISED),
    }
    un.documents |= {(symbol, "en"): given for symbol, (given, _) in listed.items()}
    found = go(plan.of_symbols(listed, context), tmp_path, context)
    assert {symbol: one.status for symbol, one in found.items()} == {s: status for s, (_, status) in listed.items()}
    assert all(one.reason and one.remedy for one in found.values() if one.status != RECOGNISED)
    (one,) = found["A/C.3/76/L.28"].lists
    assert one.iso3 == CODES
    assert "A/C.3/76/L.99" in found["A/C.3/76/L.15"].reason
    assert [name for name in files(tmp_path) if name.endswith(".jsonl")] == [
        "A_C.3_76_L.20.en.jsonl",
        "A_C.3_76_L.28.en.jsonl",
    ]
    assert len(files(tmp_path)) == 4


@pytest.mark.system
def test_a_scan_is_read_and_kept_and_one_of_another_document_is_not(un, tmp_path, context):
    system.require("tesseract")
    un.documents |= {
        ("A/C.3/53/L.10", "en"): scan(made.pdf([made.draft(NAMES, "A/C.3/53/L.10")]), 0.5, dots=150),
        ("A/C.3/53/L.11", "en"): scan(made.pdf([made.draft(NAMES, "A/C.3/53/L.64")]), dots=150),
    }
    found = go(plan.of_symbols(["A/C.3/53/L.10", "A/C.3/53/L.11"], context), tmp_path, context)
    (one,) = found["A/C.3/53/L.10"].lists
    assert (one.iso3, one.scanned) == (CODES, (1,))
    assert found["A/C.3/53/L.11"].status == REFUSED
    assert "A/C.3/53/L.64" in found["A/C.3/53/L.11"].reason
    assert [name for name in files(tmp_path) if name.endswith(".jsonl")] == ["A_C.3_53_L.10.en.jsonl"]


def test_a_scan_that_nothing_here_can_read_says_what_to_install(un, tmp_path, context, monkeypatch):
    un.documents["A/C.3/53/L.10", "en"] = scan(made.pdf([made.draft(NAMES, "A/C.3/53/L.10")]), dots=150)
    monkeypatch.setenv("PATH", "")
    apart.close()  # the process that reads begins with this PATH
    found = go(plan.of_symbols(["A/C.3/53/L.10"], context), tmp_path, context, languages=("en",))
    apart.close()
    one = found["A/C.3/53/L.10"]
    assert one.status == REFUSED
    assert "it is a scan" in one.reason
    assert "tesseract-ocr" in one.remedy
    assert files(tmp_path) == []


def test_english_then_french_then_spanish(un, tmp_path, context):
    un.has("A/C.3/76/L.2", made.draft(NAMES, "A/C.3/76/L.2"))
    un.has("A/C.3/76/L.3", FRENCH, "fr")
    un.has("A/C.3/76/L.4", SPANISH, "es")
    symbols = ["A/C.3/76/L.2", "A/C.3/76/L.3", "A/C.3/76/L.4", "A/C.3/76/L.5"]
    found = go(plan.of_symbols(symbols, context), tmp_path, context)
    assert [found[s].language for s in symbols] == ["en", "fr", "es", ""]
    assert [found[s].status for s in symbols] == [RECOGNISED] * 3 + [NOT_THERE]
    assert all(one.iso3 == CODES for s in symbols[:3] for one in found[s].lists)
    assert un.asked[1:] == [
        (s, language) for s, n in zip(symbols[1:], (2, 3, 3), strict=True) for language in list(LANGUAGES)[:n]
    ]


def test_a_wrong_document_in_english_may_be_right_in_french(un, tmp_path, context):
    un.has("A/C.3/76/L.3", made.draft(NAMES, "A/C.3/76/L.33"))
    un.has("A/C.3/76/L.3", FRENCH, "fr")
    assert go(plan.of_symbols(["A/C.3/76/L.3"], context), tmp_path, context)["A/C.3/76/L.3"].language == "fr"


def test_what_is_held_is_not_asked_for_again_unless_told_so(un, tmp_path, context):
    un.has("A/C.3/76/L.28", made.draft(NAMES, "A/C.3/76/L.28"))
    wanted = plan.of_symbols(["A/C.3/76/L.28"], context)
    assert go(wanted, tmp_path, context)["A/C.3/76/L.28"].fresh
    held = go(wanted, tmp_path, context)["A/C.3/76/L.28"]
    assert (held.fresh, held.status, len(un.asked)) == (False, RECOGNISED, 1)
    un.has("A/C.3/76/L.28", made.draft([*NAMES, "Uruguay"], "A/C.3/76/L.28"))
    now = go(wanted, tmp_path, context, again=True)["A/C.3/76/L.28"]
    assert now.lists[0].iso3 == {*CODES, "URY"}
    assert len(Store(tmp_path).versions("A/C.3/76/L.28", "en")) == 2


def test_a_revision_that_is_there_leads_to_the_next_and_to_its_addendum(un, tmp_path, context):
    for symbol in ("A/HRC/52/L.1", "A/HRC/52/L.1/Rev.1"):
        un.has(symbol, made.council_draft(NAMES, set(), symbol))
    found = go(plan.of_texts(["A/HRC/RES/52/4"], context), tmp_path, context)
    asked = [symbol for symbol, _ in un.asked]
    assert asked.count("A/HRC/52/L.1/Rev.2") == asked.count("A/HRC/52/L.1/Rev.1/Add.1") == 1
    assert "A/HRC/52/L.1/Rev.3" not in asked
    assert {one.resolution for result in found.values() for one in result.lists} == {"A/HRC/RES/52/4"}
    # What need not exist is asked for in English only, and its lack is no fault.
    assert ("A/HRC/52/L.1/Rev.2", "fr") not in un.asked
    assert found["A/HRC/52/L.1/Rev.2"].remedy == "Nothing: it need not exist."


def test_a_report_leads_to_the_draft_that_the_record_does_not_name(un, tmp_path, context):
    title = context.resolution("A/RES/76/174")["title"]
    report = made.committee_report(NAMES, ["Uruguay"]).replace("A/72/439/Add.2", "A/76/462/Add.2")
    report = report.replace("A/C.3/72/L.50", "A/C.3/76/L.28").replace(
        "“Twentieth anniversary of the\nDeclaration”", f"“{made.wrap(title)}”"
    )
    assert made.wrap(title) in report
    un.has("A/76/462/Add.2", report)
    un.has("A/C.3/76/L.28", made.draft(NAMES, "A/C.3/76/L.28"))
    found = go(plan.of_texts(["A/RES/76/174"], context), tmp_path, context)
    lists = {
        (one.stage, frozenset(one.iso3))
        for result in found.values()
        for one in result.lists
        if one.resolution == "A/RES/76/174"
    }
    assert ("tabled", frozenset(CODES)) in lists
    assert ("final", frozenset({*CODES, "URY"})) in lists
    assert found["A/C.3/76/L.28"].status == RECOGNISED


def test_a_report_that_is_there_only_by_its_other_symbol(un, tmp_path, context):
    wanted = Wanted("E/2000/23", "report", ("CHR 2000/61",), also="E/CN.4/2000/167")
    un.has("E/CN.4/2000/167", "E/2000/23\nE/CN.4/2000/167\nReport of the Commission")
    result = go([wanted], tmp_path, context)["E/2000/23"]
    assert (result.status, result.symbol) == (NO_LIST, "E/CN.4/2000/167")
    assert not go([wanted], tmp_path, context)["E/2000/23"].fresh


def test_a_host_out_of_reach_is_asked_once_and_the_next_one_answers(un, tmp_path, context):
    gone = Host("http://127.0.0.1:9/{symbol}", mirror=True)
    client = Client([gone, Host(un.template)], QUICK)
    tries = []
    real = client.get
    client.get = lambda host, *rest: (tries.append(host), real(host, *rest))[1]
    for number in (2, 5):
        un.has(f"A/C.3/76/L.{number}", made.draft(NAMES, f"A/C.3/76/L.{number}"))
    found = go(plan.of_symbols(["A/C.3/76/L.2", "A/C.3/76/L.5"], context), tmp_path, context, client)
    assert [one.status for one in found.values()] == [RECOGNISED] * 2
    assert tries.count(gone) == 1


def test_without_a_network_every_document_says_so_at_once(tmp_path, context):
    client = Client([Host("http://127.0.0.1:9/{symbol}")], QUICK)
    found = go(plan.of_symbols(["A/C.3/76/L.2", "A/C.3/76/L.5"], context), tmp_path, context, client)
    assert [(one.status, one.remedy) for one in found.values()] == [
        (REFUSED, "Check the internet connection, then go on.")
    ] * 2
    assert files(tmp_path) == []


def test_what_a_mirror_lacks_and_the_next_one_refuses_is_refused_and_not_missing(un, tmp_path, context):
    mirror = Host(f"{un.address}/api/symbol/access?s={{symbol}}&l=mirror", mirror=True)
    un.documents["A/C.3/76/L.2", "en"] = faults.challenge
    client = Client([mirror, Host(un.template)], QUICK)
    found = go(plan.of_symbols(["A/C.3/76/L.2"], context), tmp_path, context, client)
    assert (found["A/C.3/76/L.2"].status, un.asked) == (REFUSED, [("A/C.3/76/L.2", "mirror"), ("A/C.3/76/L.2", "en")])


def test_once_the_network_is_back_what_was_refused_is_asked_for_again(un, tmp_path, context, monkeypatch):
    un.has("A/C.3/76/L.2", made.draft(NAMES, "A/C.3/76/L.2"))
    client = Client(hosts(), QUICK)
    errand = Errand(
        Round(list(plan.of_symbols(["A/C.3/76/L.2", "A/C.3/76/L.5"], context))), client, Store(tmp_path), context
    )
    with monkeypatch.context() as away:
        away.setattr(client, "hosts", (Host("http://127.0.0.1:9/{symbol}"),))
        errand.start()
        errand.wait()
    assert [one.status for one in errand.round.results] == [REFUSED] * 2
    errand.start()
    errand.wait()
    assert [one.status for one in errand.round.results] == [RECOGNISED, NOT_THERE]
    assert (errand.done, errand.total, errand.problem) == (2, 2, "")


def test_in_the_background_it_stops_when_told_and_goes_on(un, tmp_path, context):
    un.documents["A/C.3/76/L.2", "en"] = faults.drip
    errand = Errand(
        Round(list(plan.of_symbols(["A/C.3/76/L.2"], context))), Client(hosts(), QUICK), Store(tmp_path), context
    )
    errand.start()
    errand.stop()
    errand.wait(5)
    assert not errand.running
    assert (errand.done, errand.total) == (0, 1)
    un.has("A/C.3/76/L.2", made.draft(NAMES, "A/C.3/76/L.2"))
    errand.start()
    errand.wait()
    assert errand.round.results[0].status == RECOGNISED


def test_what_goes_wrong_in_the_background_is_told(un, tmp_path, context, monkeypatch):
    un.has("A/C.3/76/L.2", made.draft(NAMES, "A/C.3/76/L.2"))
    for error, words in ((OSError(28, "No space left on device"), "No space left"), (KeyError("x"), "not foreseen")):
        monkeypatch.setattr(writer, "_write", lambda *_, error=error: (_ for _ in ()).throw(error))
        errand = Errand(
            Round(list(plan.of_symbols(["A/C.3/76/L.2"], context))), Client(hosts(), QUICK), Store(tmp_path), context
        )
        errand.start()
        errand.wait()
        assert words in errand.problem
        assert (errand.done, errand.total) == (0, 1)


def test_stopped_in_the_middle_of_a_document_it_is_the_next_one_still(un, tmp_path, context):
    class Stopped(BaseException):
        pass

    def stop(words):
        if "MB" in words:
            raise Stopped

    un.has("A/C.3/76/L.2", made.draft(NAMES, "A/C.3/76/L.2"))
    whole = Round(list(plan.of_symbols(["A/C.3/76/L.2"], context)))
    with pytest.raises(Stopped):
        whole.step(Client(hosts(), QUICK), Store(tmp_path), context, stop)
    assert [one.symbol for one in whole.todo] == ["A/C.3/76/L.2"]
    assert files(tmp_path) == []
    assert whole.step(Client(hosts(), QUICK), Store(tmp_path), context).status == RECOGNISED


def test_a_full_disk_stops_it_and_what_was_there_stays(un, tmp_path, context, monkeypatch):
    for number in (2, 5):
        un.has(f"A/C.3/76/L.{number}", made.draft(NAMES, f"A/C.3/76/L.{number}"))
    whole = Round(list(plan.of_symbols(["A/C.3/76/L.2", "A/C.3/76/L.5"], context)))
    whole.step(Client(hosts(), QUICK), Store(tmp_path), context)
    before = files(tmp_path)
    with monkeypatch.context() as full:
        full.setattr(writer.os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        with pytest.raises(OSError, match="No space left"):
            whole.step(Client(hosts(), QUICK), Store(tmp_path), context)
    assert files(tmp_path) == before
    assert whole.step(Client(hosts(), QUICK), Store(tmp_path), context).status == RECOGNISED
    assert whole.todo == []


KILLED = """
import shutil, sys
from pathlib import Path
from data.fetch import plan
from data.fetch.client import Client, Limits
from data.fetch.hosts import hosts
from data.fetch.round import Round
from data.fetch.store import Store
from data.reading.context import Context
from tests.data.killed import before_each

context, place = Context.from_files(), Path(sys.argv[1])
whole = Round(list(plan.of_symbols(["A/C.3/76/L.2", "A/C.3/76/L.5"], context)))
(place / "whole").mkdir()

def act():
    while whole.todo:
        whole.step(Client(hosts(), Limits(pause=0)), Store(place / "whole"), context)

def left(step):
    shutil.copytree(place / "whole", place / f"step-{step:03}")

before_each(("open", "write", "fsync", "replace"), left, act)
"""


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """A round of two documents killed before each step that touches the disk: the folders that it left each time, the
    one of it let alone as the last; and the addresses that were asked."""
    with faults.playing() as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("COSPONSOR_UN_URL", server.template)
        for number in (2, 5):
            server.has(f"A/C.3/76/L.{number}", made.draft(NAMES, f"A/C.3/76/L.{number}"))
        place, log = tmp_path_factory.mktemp("killed"), tmp_path_factory.mktemp("asked")
        patch.setenv("PYTHONPATH", str(ROOT))
        for name, value in in_children(log).items():
            patch.setenv(name, value)
        command = [sys.executable, "-c", KILLED, str(place)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=ROOT)
        assert done.returncode == 0, done.stderr
        yield sorted(place.iterdir()), asked_by_children(log)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system with fork")
def test_killed_at_any_step_what_was_fetched_is_whole_and_the_rest_comes_next_time(killed, un, context):
    folders, asked = killed
    assert asked.outside == []
    assert "127.0.0.1" in asked.all
    for number in (2, 5):
        un.has(f"A/C.3/76/L.{number}", made.draft(NAMES, f"A/C.3/76/L.{number}"))
    tried = {tuple(sorted((p.suffix, p.read_bytes()) for p in f.rglob("*.*"))): f for f in folders}
    assert len(tried) > 5
    for folder in tried.values():
        for path in (folder / "documents").glob("[0-9a-f]*.pdf"):
            assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem
        found = go(plan.of_symbols(["A/C.3/76/L.2", "A/C.3/76/L.5"], context), folder, context)
        assert [one.status for one in found.values()] == [RECOGNISED] * 2
