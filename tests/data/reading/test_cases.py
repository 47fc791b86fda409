"""What real documents of the United Nations showed: each case names a document, what it says and how it was misread.

`cases/importers.jsonl` holds passages of about 90 public documents (drafts, records of the UN Digital Library, Official
Records, verbatim records, press releases), shortened; names of persons are left out. A field that is empty is not
checked, except `expected` and `stage`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.reading.context import Context
from data.reading.model import ImportedList, ImporterError
from data.reading.recognise import recognise

CONTEXT = Context.from_files()
CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "importers.jsonl").read_text(encoding="utf-8").splitlines()
]


def read(case: dict) -> list[ImportedList]:
    try:
        return recognise(case["text"].encode(), "the document", CONTEXT)
    except ImporterError:
        return []


def the_one(case: dict, found: list[ImportedList]) -> ImportedList:
    """The only list of this stage, symbol and resolution."""
    stages = {case["stage"]}
    if case["stage"] == "tabled revised" and not case["symbol"] and "revised" not in case["text"]:
        stages.add("tabled")  # a title alone does not tell that the document was a revision
    hits = [
        one
        for one in found
        if one.stage in stages
        and one.is_vote == ("vote" in case)
        and case["symbol"] in ("", one.document_symbol)
        and case.get("resolution", "") in ("", one.resolution)
    ]
    told = [(one.kind, one.stage, one.document_symbol, one.resolution) for one in found]
    assert len(hits) == 1, f"{len(hits)} such lists among {told}"
    return hits[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_real_documents_are_read_rightly(case):
    found = read(case)
    if case.get("none"):
        assert [one for one in found if one.states or one.on_behalf_of] == []
        return
    if "lists" in case:
        seen = {one.resolution: sorted(one.iso3) for one in found if one.stage == case["stage"] and not one.is_vote}
        assert {resolution: seen.get(resolution) for resolution in case["lists"]} == case["lists"]
        return
    one = the_one(case, found)
    if "of" in case:
        assert sorted(one.iso3) == case["of"]
        assert one.resolution != case["forbidden_resolution"]
        return
    for role, codes in case.get("vote", {}).items():
        assert sorted(state.iso3 for state in one.states if state.role == role) == codes
    if "vote" not in case:
        assert sorted(one.iso3) == case["expected"]
        assert len(one.states) == len(one.iso3)
    if "on_behalf" in case:
        assert sorted(spoken.speaker for spoken in one.on_behalf_of) == case["on_behalf"]
    if "withdrawn" in case:
        assert sorted(state.iso3 for state in one.withdrawn) == case["withdrawn"]
        (left,) = [other for other in found if other.stage == "withdrawn"]
        assert sorted(left.iso3) == case["withdrawn"]


def test_there_are_ninety_cases_each_with_a_name_of_its_own():
    assert len(CASES) == len({case["name"] for case in CASES}) >= 90
