"""Scans made by the tests, read by OCR: no State that is not there, doubt where letters were lost, and no Tesseract."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path

import pytest

from data.reading.context import Context
from data.reading.documents import scans
from data.reading.documents.document_text import pages_in_words
from data.reading.documents.pdf import read_pdf
from data.reading.model import ImporterError
from data.reading.recognise import recognise, to_json
from data.review.expectations import review
from files import limited
from tests import system
from tests.data.reading import made
from tests.data.reading.scanned import scan

CONTEXT = Context.from_files()
MEMBERS = [state for state in CONTEXT.states if state["status"] == "member"]
TYPED = [state for state in MEMBERS if state["iso3"] in {"ALB", "GIN", "GNB", "GNQ", "IRL", "NER", "NGA", "PNG", "SSD"}]


def some(number: int, seed: int) -> tuple[list[str], set[str]]:
    """Names of States in the order of the alphabet, and their codes."""
    chosen = random.Random(seed).sample(MEMBERS, number)
    chosen = sorted({s["iso3"]: s for s in (*chosen, *TYPED)}.values(), key=lambda s: s["name"])
    return [s["name"] for s in chosen], {s["iso3"] for s in chosen}


@pytest.fixture
def tesseract() -> str:
    """The program; the test is skipped, or in CI fails, where it is missing."""
    return system.require("tesseract")


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without Tesseract, and nothing read before."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PROGRAMFILES", "")
    monkeypatch.setattr(scans, "_kept", {})


@pytest.mark.system
@pytest.mark.parametrize(
    ("tilt", "specks", "blur", "dots", "least"),
    [
        (0, 0, 0, 300, 1.0),
        (1, 0.01, 0, 200, 0.9),
        (-1.5, 0.02, 0.7, 200, 0.9),
        (0.5, 0.06, 1.2, 200, 0.4),
        (-2, 0.03, 1, 150, 0.0),
        (0, 0, 0.8, 100, 0.5),
    ],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_no_state_is_invented_however_bad_the_scan(tesseract, tilt, specks, blur, dots, least, seed):
    names, codes = some(70, seed)
    document = scan(made.pdf([made.draft(names, "A/C.3/72/L.50")]), tilt, specks, blur, dots, seed)
    try:
        found = recognise(document, "scan.pdf", CONTEXT)
    except ImporterError:
        found = []
    assert {code for one in found for code in one.iso3} <= codes
    assert all(one.scanned == (1,) and one.notes[0].startswith("Read by OCR from page 1") for one in found)
    assert max((len(one.iso3) for one in found), default=0) >= least * len(codes)


@pytest.mark.system
@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Albanie, Belgique, Côte d'Ivoire, Guinée équatoriale, Norvège et Tunisie : projet de résolution",
            {"ALB", "BEL", "CIV", "GNQ", "NOR", "TUN"},
        ),
        (
            "Albania, Bélgica, España, Noruega, Perú y Túnez: proyecto de resolución",
            {"ALB", "BEL", "ESP", "NOR", "PER", "TUN"},
        ),
    ],
)
def test_a_scan_in_french_or_spanish(tesseract, text, codes):
    (one,) = recognise(scan(made.pdf([f"A/C.3/53/L.50\n\n{text}\n\nTitre\n"]), 0.5, 0.005), "scan.pdf", CONTEXT)
    assert (one.iso3, one.stage) == (codes, "tabled")


@pytest.mark.system
def test_a_list_read_by_ocr_is_marked_and_looked_at(tesseract):
    (one,) = recognise(scan(made.pdf([made.draft(["Albania", "Chile", "Norway"])])), "scan.pdf", CONTEXT)
    assert [flag.message for flag in review(one, CONTEXT) if flag.kind == "scan"] == [
        "Read by OCR from page 1: compare the names with the picture"
    ]
    assert "Read by OCR" in to_json([one])


@pytest.mark.system
def test_only_the_pages_without_text_are_read_by_ocr(tesseract):
    import io

    import pypdfium2 as pdfium

    whole = pdfium.PdfDocument(made.pdf(["A cover page, with a text of its own that can be read as it is."]))
    whole.import_pages(pdfium.PdfDocument(scan(made.pdf([made.draft(["Albania", "Chile", "Norway"])]))))
    whole.save(file := io.BytesIO())
    document = read_pdf(file.getvalue(), "mixed.pdf")
    assert document.scanned == (2,)
    assert document.text.startswith("A cover page, with a text of its own that can be read as it is.\f")
    (one,) = recognise(file.getvalue(), "mixed.pdf", CONTEXT)
    assert (one.scanned, one.iso3) == ((2,), {"ALB", "CHL", "NOR"})


@pytest.mark.system
def test_the_same_scan_is_read_once_and_a_slow_one_is_stopped(tesseract, monkeypatch):
    document = scan(made.pdf(["Norway"] * 3), dots=150)
    monkeypatch.setattr(scans, "_kept", {})
    with pytest.raises(ImporterError, match=r"took longer than 1 seconds.*Save only"):
        scans.read(document, "slow.pdf", [1, 2, 3] * 15, seconds=1)
    read = read_pdf(document, "s.pdf")
    monkeypatch.setattr(limited, "run", pytest.fail)
    assert scans.read(document, "s.pdf", [1, 2, 3])[3] in read.text


def test_a_page_can_be_shown_without_tesseract(nothing_installed):
    shown = scans.picture(scan(made.pdf(["Norway", "Chile"])), "scan.pdf", 2)
    assert shown.startswith(b"\x89PNG")
    with pytest.raises(ImporterError, match="could not be read"):
        scans.picture(b"%PDF-1.4 nothing", "broken.pdf", 1)


def test_without_tesseract_it_is_said_what_to_install(nothing_installed):
    with pytest.raises(ImporterError) as error:
        recognise(scan(made.pdf(["Norway"])), "scan.pdf", CONTEXT)
    assert "it is a scan" in error.value.place
    assert "tesseract-ocr tesseract-ocr-eng tesseract-ocr-fra tesseract-ocr-spa" in error.value.remedy


def test_without_tesseract_the_pages_with_text_are_read_and_the_others_named(nothing_installed):
    import io

    import pypdfium2 as pdfium

    whole = pdfium.PdfDocument(made.pdf([made.draft(["Albania", "Chile", "Norway"])]))
    whole.import_pages(pdfium.PdfDocument(scan(made.pdf(["Sweden"]))))
    whole.save(file := io.BytesIO())
    (one,) = recognise(file.getvalue(), "mixed.pdf", CONTEXT)
    assert (one.iso3, one.scanned) == ({"ALB", "CHL", "NOR"}, ())
    assert one.notes[0].startswith("Not read, as there is no text on it: page 2.")
    assert "tesseract-ocr" in one.notes[0]


def test_a_tesseract_without_languages_says_what_to_install(monkeypatch, tmp_path):
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho osd\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(scans, "_kept", {})
    with pytest.raises(ImporterError, match=r"knows no language.*tesseract-ocr-eng"):
        recognise(scan(made.pdf(["Norway"])), "scan.pdf", CONTEXT)


def test_a_tesseract_that_fails_on_a_page_is_said_and_no_page_passed_over(monkeypatch, tmp_path):
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nif [ $1 = --list-langs ]; then echo eng; else echo Norway; exit 1; fi\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(scans, "_kept", {})
    with pytest.raises(ImporterError, match="its scanned pages could not be read"):
        recognise(scan(made.pdf(["Norway"]), dots=50), "scan.pdf", CONTEXT)


def test_too_many_scanned_pages_are_refused_before_any_is_read(monkeypatch):
    monkeypatch.setattr(limited, "run", pytest.fail)
    with pytest.raises(ImporterError, match=f"{scans.MAX_SCANNED + 1} of its pages are scans"):
        scans.read(b"", "long.pdf", range(1, scans.MAX_SCANNED + 2))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux for the state of a process")
def test_what_a_limited_process_has_started_ends_with_it(tmp_path):
    """A process that starts another and waits for it: after the limit neither goes on."""
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\nexec sleep 60\n")
    program.chmod(0o755)
    document = scan(made.pdf(["Norway"]), dots=50)
    started = tmp_path / "pid"
    for seconds in (1, 4, 16):  # however slow the machine, the limit comes after the start
        with pytest.raises(subprocess.TimeoutExpired):
            limited.run("data.reading.documents.scans", ["read", str(program), "eng", "60", "1"], document, seconds)
        if started.exists() and started.read_text().strip():
            break
    state = Path("/proc") / started.read_text().strip() / "stat"
    for _ in range(50):  # a moment passes between the signal and the end
        if not state.exists() or state.read_text().split(") ")[1].startswith("Z"):
            return
        time.sleep(0.1)
    pytest.fail("it goes on")


@pytest.mark.parametrize(
    ("pages", "said"), [([1], "page 1"), ([1, 2, 3, 5], "pages 1–3, 5"), ([2, 4], "pages 2, 4"), ([7, 8], "pages 7–8")]
)
def test_pages_in_words(pages, said):
    assert pages_in_words(pages) == said
