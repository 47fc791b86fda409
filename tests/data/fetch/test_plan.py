"""Which documents would settle which texts: the record's own symbols, what may exist besides, and nothing twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.drafts import NOT_ADOPTED
from data.fetch import plan
from data.fetch.masthead import is_other, names
from data.fetch.plan import Wanted
from data.reading.context import Context
from data.reading.model import ImporterError
from tests.data.reading import made


def symbols(wanted, known=None):
    return [one.symbol for one in wanted if known is None or one.known == known]


def test_a_revised_draft_has_its_draft_before_it_and_may_have_more_after_it(context):
    wanted = plan.of_texts(["A/HRC/RES/58/23"], context)
    assert symbols(wanted, known=True) == ["A/HRC/58/L.27", "A/HRC/58/L.27/Rev.1"]
    assert symbols(wanted, known=False) == [
        "A/HRC/58/L.27/Rev.2",
        "A/HRC/58/L.27/Add.1",
        "A/HRC/58/L.27/Rev.1/Add.1",
        "A/HRC/58/2",
    ]
    assert {one.resolutions for one in wanted} == {("A/HRC/RES/58/23",)}


def test_the_report_is_asked_for_by_its_symbol_alone_and_by_the_other_that_it_carries(context):
    report = next(one for one in plan.of_texts(["CHR 2000/61"], context) if one.kind == "report")
    assert (report.symbol, report.also) == ("E/2000/23", "E/CN.4/2000/167")
    report = next(one for one in plan.of_texts(["A/RES/60/161"], context) if one.kind == "report")
    assert (report.symbol, report.also) == ("A/60/509/Add.2(PartII)", "")


def test_what_a_held_list_was_read_in_is_among_them(context):
    wanted = plan.of_texts(["A/RES/72/247", "A/RES/78/216"], context)
    assert "A/72/49(Vol.I)" in symbols(wanted)
    assert {"A/C.3/78/L.30", "A/C.3/78/L.30/Rev.1", "A/78/481/Add.2"} <= set(symbols(wanted, known=True))


def test_every_text_without_a_complete_list_has_a_document_and_none_is_asked_for_twice(context):
    lacking = plan.missing(context)
    assert {"A/RES/76/174", "A/HRC/RES/52/4", "CHR 2005/67", "A/RES/78/216"} <= set(lacking)
    assert "A/RES/74/146" not in lacking
    wanted = plan.of_texts(lacking, context)
    assert len(set(symbols(wanted))) == len(wanted)
    assert {text for one in wanted for text in one.resolutions} == set(lacking)
    fewest, most = plan.fewest_and_most_requests(wanted)
    assert len(wanted) == fewest < most <= 6 * len(wanted)


def test_a_document_of_two_texts_is_asked_for_once(context):
    row = context.resolution("A/HRC/RES/52/4")
    other = {**row, "resolution": "A/HRC/RES/52/5", "draft_symbol": "A/HRC/52/L.2"}
    both = replace(context, resolutions=[*context.resolutions, other])
    (report,) = (one for one in plan.of_texts(["A/HRC/RES/52/4", "A/HRC/RES/52/5"], both) if "report" in one.kind)
    assert report.resolutions == ("A/HRC/RES/52/4", "A/HRC/RES/52/5")


def test_a_draft_that_is_being_sponsored_has_no_report_yet():
    row = {
        "resolution": "A/HRC/63/L.5",
        "body": "HRC",
        "session": "63",
        "draft_symbol": "A/HRC/63/L.5",
        "report_symbol": "",
        "adoption": NOT_ADOPTED,
    }
    wanted = plan.of_texts(["A/HRC/63/L.5"], Context(None, resolutions=[row]))
    assert symbols(wanted) == ["A/HRC/63/L.5", "A/HRC/63/L.5/Rev.1", "A/HRC/63/L.5/Add.1"]


def test_the_next_is_asked_for_only_once_the_one_before_is_there():
    first = Wanted("A/HRC/52/L.1/Rev.1", "revised draft", ("T",), known=False)
    assert symbols(plan.after(first)) == ["A/HRC/52/L.1/Rev.2", "A/HRC/52/L.1/Rev.1/Add.1"]
    assert symbols(plan.after(replace(first, symbol="A/HRC/52/L.1/Add.1"))) == ["A/HRC/52/L.1/Add.2"]
    assert plan.after(replace(first, known=True)) == ()
    assert plan.after(replace(first, symbol="A/HRC/52/L.1/Rev.9")) == ()


@given(st.integers(1, 9), st.sampled_from(["Rev", "Add"]))
def test_what_comes_after_never_goes_on_for_ever(number, kind):
    todo, steps = [Wanted(f"A/HRC/52/L.1/{kind}.{number}", "x", known=False)], 0
    while todo:
        todo += plan.after(todo.pop())
        steps += 1
    assert steps <= 9 * 10


def test_symbols_are_asked_for_as_given(context):
    (one,) = plan.of_symbols(["A/C.3/78/L.30 "], context)
    assert one == Wanted("A/C.3/78/L.30", "draft", ("A/RES/78/216",))
    assert one.languages(("en", "fr", "es")) == ("en", "fr", "es")


@pytest.mark.parametrize("wrong", ["", "L.30", "https://evil.example/A/1", "../../etc/passwd", "A/../B", "A/1?x=1"])
def test_what_is_no_symbol_is_refused(context, wrong):
    with pytest.raises(ImporterError, match="no symbol"):
        plan.of_symbols([wrong], context)


def test_a_text_that_is_not_in_the_record_is_refused(context):
    with pytest.raises(ImporterError, match="not in the record"):
        plan.of_texts(["A/RES/1/1"], context)


@pytest.mark.parametrize(
    ("text", "symbol", "other"),
    [
        ("United Nations A/C.3/76/L.28\nGeneral Assembly", "A/C.3/76/L.28", ""),
        ("United Nations A/C.3/76/L. 28 /Rev.1\nGeneral Assembly", "A/C.3/76/L.28/Rev.1", ""),
        ("United Nations A/C.3/76/L.28/Rev.1\n", "A/C.3/76/L.28", "A/C.3/76/L.28/Rev.1"),
        ("United Nations A/C.3/76/L.28\n", "A/C.3/76/L.2", "A/C.3/76/L.28"),
        ("A/C.3/76/L.54\nAmendments to draft resolution A/C.3/76/L.28", "A/C.3/76/L.28", "A/C.3/76/L.54"),
        ("A/76/462/Add.2\n* issued in parts, A/76/462, A/76/462/Add.1", "A/76/462", "A/76/462/Add.2"),
        ("E/2000/23\nE/CN.4/2000/167\nReport", "E/CN.4/2000/167", ""),
        ("Nations Unies A/60/509/Add.2 (Part II)", "A/60/509/Add.2(PartII)", ""),
        ("A/60/509/Add.2 (Part II)", "A/60/509/Add.2", "A/60/509/Add.2(PartII)"),
        ("body " * 200 + "1 See A/CONF.157/24. United Nations A/C.3/76/L.28", "A/C.3/76/L.28", ""),
        ("body " * 200 + "See A/66/203. United Nations A/C.3/76/L.99", "A/C.3/76/L.28", "A/66/203"),
        ("A/C.3/76/L.54\fA/C.3/76/L.28", "A/C.3/76/L.28", "A/C.3/76/L.54"),
        ("no symbol anywhere", "A/HRC/7/78", ""),
        ("21-17234 (E) 241121\nNaciones Unidas A/HRC/7/78", "a/hrc/7/78", ""),
    ],
)
def test_which_document_a_text_says_it_is(text, symbol, other):
    assert is_other(text, symbol) == other


def test_only_what_stands_together_at_the_head_is_its_symbol():
    assert names("E/2000/23\n(E/CN.4/2000/167)\nA report on A/55/1") == ["E/2000/23", "E/CN.4/2000/167"]


@st.composite
def symbols_of_drafts(draw) -> str:
    """A draft, a revision or an addendum of one of the three bodies."""
    session, number, part = draw(st.integers(1, 99)), draw(st.integers(1, 130)), draw(st.integers(1, 9))
    body = draw(st.sampled_from([f"A/C.3/{session}", f"A/HRC/{session}", f"E/CN.4/{1950 + session}"]))
    return f"{body}/L.{number}{draw(st.sampled_from(['', f'/Rev.{part}', f'/Add.{part}', f'/Rev.1/Add.{part}']))}"


@given(symbols_of_drafts(), symbols_of_drafts())
def test_a_draft_is_itself_and_no_other(one, other):
    text = made.draft(["Albania", "Norway"], one)
    assert is_other(text, one) == ""
    assert is_other(text, other) == ("" if one == other else one)
