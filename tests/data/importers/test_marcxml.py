"""Records of the UN Digital Library in which the fields do not agree, or which no parser would take."""

from __future__ import annotations

import pytest

from data.importers.context import Context
from data.importers.recognise import recognise
from tests.data.importers import made

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
