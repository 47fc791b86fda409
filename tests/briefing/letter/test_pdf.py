"""The letter and the one-pager through LibreOffice: they open, fill the pages they should, and say what they say."""

from __future__ import annotations

import re
import subprocess
from datetime import date

import pytest
from pypdf import PdfReader

from briefing.letter.letter import letter
from briefing.letter.parts import Dispatch, Signatory
from briefing.letter.word import letter_docx
from briefing.onepager.onepager import onepager_docx
from tests.system import require

pytestmark = pytest.mark.system
TODAY = date(2026, 11, 23)
SIGNED = [Signatory(f"Organization number {n}") for n in range(1, 7)]
LETTERS = (("KEN", "en", "mandate"), ("NLD", "fr", "mandate"), ("ZAF", "es", "assembly"))
PAGES = ("DEU", "BRA", "PSE")


@pytest.fixture(scope="module")
def converted(record, tmp_path_factory):
    """The PDF of each file, made in one go: starting the program is what takes long."""
    program = require("libreoffice")
    folder = tmp_path_factory.mktemp("pdf")
    for iso3, language, about in LETTERS:
        made = letter(record, iso3, about, language, Dispatch(SIGNED, on=TODAY))
        (folder / f"{iso3}-{language}.docx").write_bytes(letter_docx(made))
    for iso3 in PAGES:
        reasons = ["A reason in one sentence.", "Another reason in one sentence.", "And a third."]
        made = onepager_docx(record, iso3, reasons, today=TODAY)
        (folder / f"one-{iso3}.docx").write_bytes(made)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    names = sorted(str(path) for path in folder.glob("*.docx"))
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *names],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {path.stem: PdfReader(path) for path in folder.glob("*.pdf")}


def words(reader):
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


@pytest.mark.parametrize(("iso3", "language", "about"), LETTERS)
def test_a_letter_has_two_pages_and_all_its_words(record, converted, iso3, language, about):
    made = letter(record, iso3, about, language, Dispatch(SIGNED, on=TODAY))
    reader = converted[f"{iso3}-{language}"]
    assert len(reader.pages) == 2
    # A page may break inside a sentence, and hyphens and numbers fall between: its beginning is looked for.
    said = re.sub(r"\W|\d", "", words(reader))
    for paragraph in made.paragraphs:
        for sentence in paragraph.text.split(". "):
            assert re.sub(r"\W|\d", "", sentence[:20]) in said
    assert reader.metadata.title == made.title


@pytest.mark.parametrize(("iso3", "language", "about"), LETTERS)
def test_footnotes_are_printed_and_numbered(record, converted, iso3, language, about):
    made = letter(record, iso3, about, language, Dispatch(SIGNED, on=TODAY))
    said = words(converted[f"{iso3}-{language}"])
    for number, note in enumerate(made.footnotes, 1):
        text = "".join(span.text for span in note)
        begins = re.escape(" ".join(text.split()[:3])).replace("\u00a0", r"\s").replace("\\ ", r"\s+")
        assert re.search(rf"\b{number}\s+{begins}", said), text


@pytest.mark.parametrize("iso3", PAGES)
def test_a_one_pager_is_one_page(converted, iso3):
    reader = converted[f"one-{iso3}"]
    assert len(reader.pages) == 1
    said = words(reader)
    for expected in ("Where it stands", "A/RES/74/146", "The ask", "81st session, 2026 (expected)", "Data version"):
        assert expected in said
