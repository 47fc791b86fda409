"""Names in Arabic, Chinese or Cyrillic letters among others: wherever they stand, a person is asked what they mean."""

from __future__ import annotations

import pytest

from data.reading.context import Context
from data.reading.model import ImporterError
from data.reading.recognise import recognise
from tests.data.reading import made

CONTEXT = Context.from_files()
LATIN = ["Norway", "Chile", "Fiji"]
FOREIGN = ["中国", "Российская Федерация", "الصين"]
LAYOUTS = {
    "a draft": made.draft,
    "a label": lambda names: f"Co-sponsors ({len(names)}): {', '.join(names)}",
    "a label above lines": lambda names: "Co-sponsors:\n" + "\n".join(names) + "\n",
    "a sentence": lambda names: f"The draft resolution was co-sponsored by {made.series(names)}.",
    "main sponsors": lambda names: f"Main sponsors: Peru\nCo-sponsors: {'; '.join(names)}\n",
    "names alone": lambda names: ", ".join(names),
    "a name a line": "\n".join,
    "a report": lambda names: made.committee_report(names, ["Ghana"]),
    "a table": lambda names: "State\n" + "\n".join(names) + "\n",
    "a page": lambda names: f"<html><body><p>Co-sponsors: {', '.join(names)}</p><p>More news</p></body></html>",
    "a roll call": lambda names: made.roll_call(names, ["Peru"], ["Niger"]),
    "Official Records": made.official_record,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("place", range(4), ids=["first", "second", "third", "last"])
@pytest.mark.parametrize("foreign", FOREIGN, ids=["Chinese", "Russian", "Arabic"])
def test_none_is_dropped(layout, place, foreign):
    names = [*LATIN[:place], foreign, *LATIN[place:]]
    found = recognise(LAYOUTS[layout](names).encode(), "list.txt", CONTEXT)
    asked = " ".join(" ".join(u.as_written.split()) for one in found for u in one.unresolved)
    assert foreign in asked
    assert {"NOR", "CHL", "FJI"} <= {iso3 for one in found for iso3 in one.iso3}


def test_a_list_in_other_letters_alone_is_said_to_be_none():
    with pytest.raises(ImporterError, match="no list of sponsors"):
        recognise(", ".join(FOREIGN).encode(), "list.txt", CONTEXT)


def test_what_follows_in_another_paragraph_is_no_part_of_the_list():
    (one,) = recognise("Co-sponsors: Norway, Chile\n\nРусский 中文 العربية\n".encode(), "page.txt", CONTEXT)
    assert one.unresolved == ()
