"""From the upload to the accepted list a document is read once, and parsed once, whatever is done on the page."""

from __future__ import annotations

from collections import Counter

import pytest

from data.reading import cells, reader
from data.reading.context import Context
from data.reading.documents import parsed, upload
from data.review.keep import history
from files import limited
from tests.data.reading import made
from tests.pages.add.test_page import TEXT, box, button, field, folder, opened, sound  # noqa: F401

NAMES = ["Norway", "Albania", "Chile", "Fiji", "Tunisia"]


def csv() -> bytes:
    return "\n".join(["Country", *NAMES]).encode()


DOCUMENTS = {
    "xlsx": (lambda: made.xlsx_file([[name] for name in ("Country", *NAMES)]), {"open": 1, "workbook": 1}),
    "csv": (csv, {"open": 1, "csv": 1}),
    "pdf": (lambda: made.pdf([made.draft(NAMES, symbol="A/HRC/52/L.1")]), {"open": 1, "pdf": 1}),
    "docx": (lambda: made.docx_file(made.draft(NAMES, symbol="A/HRC/52/L.1")), {"open": 1, "docx": 1}),
}


def counting(monkeypatch: pytest.MonkeyPatch, *functions: tuple[object, str, str]) -> Counter[str]:
    """How often each of these functions (module, name, word for it) has been called."""
    seen: Counter[str] = Counter()

    def count(module: object, name: str, what: str) -> None:
        real = getattr(module, name)

        def counted(*args: object, **more: object) -> object:
            seen[what] += 1
            return real(*args, **more)

        monkeypatch.setattr(module, name, counted)

    for function in functions:
        count(*function)
    return seen


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_document_is_opened_and_parsed_once(monkeypatch, kind):
    content, expected = DOCUMENTS[kind]
    seen = counting(
        monkeypatch,
        (upload, "_sniff", "open"),  # whoever opens an upload looks what it is
        (cells.office, "workbook", "workbook"),
        (parsed, "read_csv", "csv"),
        (parsed, "read_pdf", "pdf"),
        (parsed, "read_docx", "docx"),
    )
    # What the process with limits runs, here in this one, where it can be counted.
    monkeypatch.setattr(limited, "call", lambda job, *_: job())
    found = reader.read(content(), f"list.{kind}", Context.from_files())
    assert len(found.lists[0].states) == len(NAMES)
    assert seen == expected


def test_the_page_reads_a_document_once(folder, monkeypatch):  # noqa: F811
    seen = counting(monkeypatch, (limited, "call", "read"))
    at = opened(wanted=TEXT)
    at.file_uploader[0].upload("list.csv", csv())
    sound(at.run())
    box(at, "Text").select(TEXT)
    # The columns of a table are asked for above, under the same word.
    [b for b in at.selectbox if b.label == "Stage"][-1].select("tabled")
    sound(at.run())
    box(at, "How complete").select("partial")
    sound(at.run())
    sound(box(at, "Where does it come from").select("e-mail").run())
    field(at, "From whom, of which day").input("Ben Okoro, 12 November 2021")
    field(at, "Your name").input("Ana Ruiz")
    for seen_box in at.checkbox:
        if seen_box.label.startswith("I have looked"):
            seen_box.check()
    sound(button(at, "Accept").click().run())
    (entry,) = history(folder)
    assert sorted(s["state_as_written"] for s in entry.states) == sorted(NAMES)
    assert seen == {"read": 1}
