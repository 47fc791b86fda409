"""Reading takes time as a text is long, whatever it holds: no input keeps the reader busy, as the pages call it."""

from __future__ import annotations

import contextlib
import time

import pytest

from data.reading import reader
from data.reading.context import Context
from data.reading.model import ImporterError
from data.reading.recognise import recognise_text
from tests.data.reading import made

CONTEXT = Context.from_files()
LIMIT = 10.0
"""Seconds; each of these takes a few tenths of one on an idle machine, and took half a minute before."""
HOSTILE = {
    "no-break spaces": "\u00a0" * 30_000,
    "no-break spaces between names": "Norway" + "\u00a0" * 30_000 + "Chile",
    "wide spaces": "\u3000" * 30_000,
    "em spaces": "\u2003" * 30_000,
    "letters of a wrong encoding": "Â" * 30_000,
    "letters of a wrong encoding and spaces": "Â " * 15_000,
    "letters of a wrong encoding and no-break spaces": "Â\u00a0" * 15_000,
    "other letters of a wrong encoding": "Ã©" * 15_000,
    "a footnote without a full stop": (
        "The draft resolution recommended in the report was sponsored in the Committee by: " + "Norway, " * 20_000
    ),
    "a label without a full stop": "Co-sponsors: " + "a b " * 30_000,
    "regions": "Africa: Ghana. Asia: Japan. " * 5_000,
    "notes below": "\n_______________\n" * 10_000 + "In favour: Norway\nAgainst: Cuba\n",
    "headings": "RESOLUTION 72/247\nAdopted at the 1st meeting\n" * 5_000,
    "joined": "Norway joined by Peru and Chile " * 5_000,
    "french": "se sont joints aux auteurs du projet de résolution " * 5_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_comes_to_its_end(text):
    began = time.monotonic()
    with contextlib.suppress(ImporterError):
        reader.read(text.encode(), "the pasted text", CONTEXT)
    assert time.monotonic() - began < LIMIT


@pytest.mark.parametrize("part", ["<a ", "<", "<!--", "<div>", "&", '<a x="', "<table><tr><td>"])
def test_a_hostile_page_comes_to_its_end(part):
    began = time.monotonic()
    with pytest.raises(ImporterError):
        reader.read(("<html><body>" + part * 20_000).encode(), "x.html", CONTEXT)
    assert time.monotonic() - began < LIMIT


def test_twice_the_text_takes_twice_the_time_or_little_more():
    names = ["Albania", "Côte d’Ivoire", "Norway", "Bosnia and Herzegovina"] * 3
    once = made.committee_report(names, ["Chile"]) + made.official_record(names)
    once += "Prose on Norway, and more of it.\n" * 40

    def seconds(times: int) -> float:
        began = time.process_time()
        recognise_text(once * times, CONTEXT)
        return time.process_time() - began

    seconds(10)
    assert seconds(240) < 4 * max(seconds(80), 0.2) * 1.5
