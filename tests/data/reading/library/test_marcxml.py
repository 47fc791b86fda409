"""Records of the UN Digital Library in which the fields do not agree, or which no parser would take."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from data.reading.context import Context
from data.reading.library.marc_records import records
from data.reading.model import ImporterError
from data.reading.recognise import recognise
from tests.data.reading import made

TITLE = ("a", "Implementing the Declaration :"), ("b", "revised draft resolution /")


@pytest.fixture(scope="module")
def context() -> Context:
    return Context.from_files()


def record(printed: str, *one_a_field: str, note: str = "") -> str:
    fields = [made.field("245", *TITLE, ("c", printed))]
    fields += [made.field("710", ("a", name)) for name in one_a_field]
    fields += [made.field("515", ("a", note))] if note else []
    return made.collection(made.record("4026908", "A/C.3/78/L.30/Rev.1", *fields))


def test_a_sponsor_in_field_710_only_is_left_to_a_person(context):
    (one,) = recognise(record("Albania and Norway", "Albania", "France", "Norway").encode(), "record.xml", context)
    assert one.iso3 == {"ALB", "NOR"}
    assert [(u.as_written, u.suggestions) for u in one.unresolved] == [("France", (("FRA", 1.0),))]


def test_where_others_are_not_printed_field_710_names_them_without_those_removed(context):
    made_of = record(
        "Norway [and 3 others]", "Albania", "Australia", "Niger", "Norway", note="Australia was removed from list."
    )
    tabled = recognise(made_of.encode(), "record.xml", context)[0]
    assert tabled.iso3 == {"NOR", "ALB", "NER"}
    assert tabled.unresolved == ()


@pytest.mark.parametrize("stray", ["\x1f", "&#x1F;", "&#30;"])
def test_control_characters_are_no_reason_to_refuse_a_record(context, stray):
    source = record("Albania, Niger and Norway").replace("Niger", f"{stray}Niger")
    (one,) = recognise(source.encode(), "record.xml", context)
    assert (one.iso3, one.unresolved) == ({"ALB", "NER", "NOR"}, ())


def vote(mark: str, code: str = "b", resolution: str = "A/HRC/RES/31/32") -> str:
    """A record of two States' votes, the second with this mark."""
    return made.collection(
        "<record>"
        + made.field("791", ("a", resolution))
        + made.field("500", ("a", "Main sponsors: Norway, Sweden"))
        + made.field("967", (code, "ALB"), ("d", "Y"), ("e", "ALBANIA"))
        + made.field("967", (code, "CIV"), ("d", mark), ("e", "COTE D'IVOIRE"))
        + "</record>"
    )


@pytest.mark.parametrize("code", ["b", "c"])
@pytest.mark.parametrize(
    ("mark", "role"),
    [
        ("Y", "yes"),
        ("y", "yes"),
        ("Yes", "yes"),
        ("n", "no"),
        ("N", "no"),
        ("NO", "no"),
        ("a", "abstain"),
        ("A ", "abstain"),
        ("Abstain", "abstain"),
        ("x", None),
        ("", None),
        ("absent", None),
    ],
)
def test_a_vote_counts_however_it_is_written(context, mark, role, code):
    (one,) = recognise(vote(mark, code).encode(), "vote.xml", context)
    assert {s.iso3: s.role for s in one.states} == {"ALB": "yes"} | ({"CIV": role} if role else {})
    assert (one.stage, one.unresolved) == ("HRC plenary", ())
    assert "Note in the record: Main sponsors: Norway, Sweden." in one.notes


def test_a_mark_that_is_no_vote_is_left_to_a_person(context):
    (one,) = recognise(vote("?").encode(), "vote.xml", context)
    assert one.iso3 == {"ALB"}
    assert [(u.as_written, u.reason) for u in one.unresolved] == [("COTE D'IVOIRE", "“?” is no vote")]


def draft(number: int, names: str, *related: str, note: str = "", symbol: str = "") -> str:
    fields = [made.field("245", *TITLE, ("c", names)), *(made.field("993", ("a", other)) for other in related)]
    fields += [made.field("515", ("a", note))] if note else []
    return made.record(str(number), symbol or f"A/C.3/80/L.{number}", *fields)


def test_records_of_one_report_are_not_joined_and_versions_of_one_draft_are(context):
    report = "A/80/456/Add.2"
    records = [
        draft(1, "Chad and Mali", "A/RES/80/181", report, note=f"Additional sponsors: Fiji ({report})."),
        draft(2, "Cuba and Togo", report, note=f"Additional sponsors: Peru ({report})."),
        draft(3, "Chad", report, symbol="A/C.3/80/L.1/Rev.1", note=f"Additional sponsors: Iraq ({report})."),
    ]
    for order in (records, records[::-1]):
        found = recognise(made.collection(*order).encode(), "records.xml", context)
        of = {"A/C.3/80/L.1": "A/RES/80/181", "A/C.3/80/L.1/Rev.1": "A/RES/80/181", "A/C.3/80/L.2": ""}
        assert {one.document_symbol: one.resolution for one in found} == of
        assert {one.named_in for one in found if one.stage == "additional"} == {report}


def test_two_records_that_disagree_tell_nothing_for_a_third(context):
    records = [draft(1, "Chad", "A/RES/80/181"), draft(1, "Chad", "A/RES/80/182"), draft(1, "Chad and Mali")]
    found = recognise(made.collection(*records).encode(), "records.xml", context)
    assert [one.resolution for one in found] == ["A/RES/80/181", "A/RES/80/182", ""]


@pytest.mark.parametrize("related", [("A/RES/80/...",), ("A/RES/80/1", "A/RES/80/2"), ("A/80/456",)])
def test_what_is_no_one_resolution_is_none(context, related):
    (one,) = recognise(made.collection(draft(1, "Chad", *related)).encode(), "record.xml", context)
    assert one.resolution == ""


@pytest.mark.parametrize("title", ["letter dated 3 March", "note by the Secretariat", "report of Norway", "statement"])
def test_other_documents_give_no_list(context, title):
    fields = [made.field("245", ("a", "Rights :"), ("b", f"{title} /"), ("c", "Norway"))]
    fields += [made.field("710", ("a", "Norway"))]
    with pytest.raises(ImporterError, match="no list"):
        recognise(made.collection(made.record("1", "A/C.3/80/5", *fields)).encode(), "record.xml", context)


def many(count: int) -> str:
    names = "Albania, Bosnia and Herzegovina, Bolivia (Plurinational State of), Cuba, Fiji, Mali, Norway and Peru"
    note = "Additional sponsors: Chad, Togo and Iraq (A/80/4)."
    return made.collection(*(draft(number, names, f"A/RES/80/{number}", note=note) for number in range(count)))


def test_a_large_file_is_read_record_by_record():
    source = many(4000)
    tracemalloc.start()
    count = sum(len(fields) > 3 for fields in records(source, "records.xml"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 4000
    assert peak < len(source)


def test_the_time_grows_with_the_number_of_records(context):
    def seconds(source: bytes) -> float:
        start = time.process_time()
        recognise(source, "records.xml", context)
        return time.process_time() - start

    few, more = many(150).encode(), many(1500).encode()
    seconds(few)
    assert seconds(more) < 30 * max(seconds(few), 0.01)


@pytest.mark.parametrize(
    "source",
    [
        "<collection>" + "<record>" * 100_000,
        "<collection>" + "<a>" * 100_000 + "</a>" * 100_000 + "</collection>",
        "<collection><record></collection>",
        "<collection/>",
        "<record>\x00</rec",
    ],
)
def test_what_is_no_marcxml_is_told(context, source):
    with pytest.raises(ImporterError, match="MARC|XML"):
        recognise(source.encode(), "record.xml", context)


@pytest.mark.parametrize(
    "note",
    [
        "adds " * 3900,
        "sponsors was " + "was been " * 2200,
        "sponsors " + "(A/C.3/1 " * 2200,
        "Additional sponsors: " + "Serbia and " * 1800,
        "Additional sponsors: " + "Serbia - " * 2200,
        "Additional sponsors: " + "Serbia. " * 2400,
        "Additional sponsors: " + "Serbia, " * 90_000,
    ],
    ids=lambda note: note[:34],
)
def test_a_note_without_end_ends(context, note):
    start = time.process_time()
    found = recognise(made.collection(draft(1, "Norway and Peru", note=note)).encode(), "record.xml", context)
    assert time.process_time() - start < 5
    assert found[0].iso3 == {"NOR", "PER"}
    assert not any(one.iso3 - {"NOR", "PER", "SRB"} for one in found)
