"""What is uploaded is told by its content, and what could do harm is refused with a place and a remedy."""

from __future__ import annotations

import io
import zipfile

import pytest

from data.reading.documents import upload
from data.reading.documents.pdf import pages, read_pdf
from data.reading.documents.upload import display_name, open_upload
from data.reading.model import ImporterError
from files import office
from tests.data.reading import made


def archive(entries: dict[str, bytes], compress: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compress) as made_zip:
        for name, content in entries.items():
            made_zip.writestr(name, content)
    return file.getvalue()


def refused(data: bytes, name: str = "x") -> ImporterError:
    with pytest.raises(ImporterError) as error:
        open_upload(data, name)
    assert error.value.file
    assert error.value.place
    assert error.value.remedy
    return error.value


def test_the_kind_is_told_by_content_and_not_by_name():
    docx, xlsx = made.docx_file("Norway"), made.xlsx_file([["Norway"]])
    assert open_upload(made.pdf(["Norway"]), "list.docx").kind == "pdf"
    assert open_upload(docx, "list.pdf").kind == "docx"
    assert open_upload(xlsx, "list.xml").kind == "xlsx"
    assert open_upload(made.collection().encode(), "list.csv").kind == "xml"
    assert open_upload(b"<html><body>Norway</body></html>", "list.pdf").kind == "html"
    assert open_upload(b"Norway and Sweden", "list.exe").kind == "text"


def test_the_checksum_is_of_the_document():
    assert open_upload(b"Norway").sha256 != open_upload(b"Sweden").sha256
    assert len(open_upload(b"Norway").sha256) == 64


def test_an_archive_bomb_is_refused_before_it_unpacks():
    assert "archive bomb" in refused(archive({"word/document.xml": b"\0" * 60_000_000})).remedy


def test_too_many_parts_are_refused():
    assert "parts" in refused(archive({f"word/{i}.xml": b"" for i in range(office.MAX_ENTRIES + 1)})).place


def test_an_archive_that_lies_about_its_sizes_is_refused(monkeypatch):
    monkeypatch.setattr(office, "MAX_UNPACKED", 5000)
    honest = archive({"word/document.xml": b"<w>" + bytes(range(65, 91)) * 100 + b"</w>"}, zipfile.ZIP_STORED)
    assert open_upload(honest).kind == "docx"
    monkeypatch.setattr(office, "MAX_UNPACKED", 1000)
    assert refused(honest)


def test_macros_are_refused():
    assert "macros" in refused(archive({"word/document.xml": b"<w/>", "word/vbaProject.bin": b"x"})).place


def test_entities_inside_a_document_are_refused():
    bad = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><w>&a;</w>'
    assert "entities" in refused(archive({"word/document.xml": bad})).place


@pytest.mark.parametrize(
    "bad",
    [
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "x">]><collection><record/></collection>',
        '<?xml version="1.0"?><!DOCTYPE r SYSTEM "http://example.org/x.dtd"><collection/>',
        '<collection xmlns="http://www.loc.gov/MARC21/slim"><!ENTITY a SYSTEM "file:///etc/passwd"></collection>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_with_entities_or_a_document_type_is_refused(bad, encoding):
    assert "entities" in refused(bad.encode(encoding)).place


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "old Word or Excel"),
        (b"\x00\x01\x02\x03" * 50, "no text"),
        (bytes(range(256)) * 20, "no text"),
        (b"{\\rtf1 Norway}", "not read"),
        (b"PK\x03\x04" + b"broken" * 20, "damaged"),
        (archive({"a.txt": b"Norway"}), "no DOCX or XLSX"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(content, said):
    assert said in refused(content, "file.bin").place


def test_what_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(upload, "MAX_BYTES", 10)
    assert "larger" in refused(b"Norway and Sweden").place


def test_a_file_name_is_only_shown():
    assert display_name("../../etc/passwd") == "passwd"
    assert display_name("C:\\secret\\list\x00.pdf") == "list.pdf"
    assert display_name("") == "the file"
    assert refused(b"", "../../x.pdf").file == "x.pdf"


def test_letters_of_windows_and_of_utf16_are_read():
    assert open_upload("Côte d’Ivoire".encode("cp1252")).text == "Côte d’Ivoire"
    assert open_upload("Côte d’Ivoire".encode("utf-16")).text == "Côte d’Ivoire"
    assert open_upload("\ufeffNorvège".encode()).text == "Norvège"


def test_a_pdf_that_is_empty_or_broken_says_so():
    with pytest.raises(ImporterError, match="its pages are empty"):
        read_pdf(made.pdf([""]), "empty.pdf")
    with pytest.raises(ImporterError, match="could not be read as a PDF"):
        read_pdf(b"%PDF-1.4 broken", "broken.pdf")


def test_a_pdf_with_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr("data.reading.documents.pdf.MAX_PAGES", 2)
    assert "3 pages" in pages(made.pdf(["Norway"] * 3))["place"]
    assert pages(made.pdf(["Norway"] * 2))["pages"] == ["Norway", "Norway"]


def test_a_pdf_that_takes_too_long_is_stopped():
    with pytest.raises(ImporterError, match="took longer"):
        read_pdf(made.pdf(["Norway"]), "slow.pdf", seconds=0.001)
