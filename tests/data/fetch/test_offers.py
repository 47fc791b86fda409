"""What was recognised, text by text: what may be accepted together, what is looked at one by one, and what counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.fetch.offers import ACCEPTED, AGREES, LOOK, SAME, acceptances, offers
from data.fetch.plan import Wanted
from data.fetch.round import RECOGNISED, Result
from data.fetch.store import held_as
from data.reading.context import Context
from data.reading.model import ImportedList, NamedState, Unresolved
from data.review.keep import history
from files import whole
from tests.data.review.kept import accept_all

TEXT = "A/HRC/RES/52/4"


def of_list(list_id: str) -> tuple[tuple[str, str], ...]:
    """The names of a list held: those who sponsor in earnest, as is expected."""
    rows = [row for row in Context.from_files().sponsors if row["list_id"] == list_id]
    return tuple((row["state_as_written"], row["iso3"]) for row in rows)


NAMES = of_list("A/HRC/RES/25/18#tabled")
ALL_NAMES = of_list("A/HRC/RES/40/11#final")


def a_list(stage="tabled", names=NAMES, resolution=TEXT, **more) -> ImportedList:
    states = tuple(NamedState(name, code) for name, code in names)
    return ImportedList("draft resolution", "text", "A/HRC/52/L.1", resolution, stage, states=states, **more)


def a_result(*lists: ImportedList, symbol: str = "A/HRC/52/L.1") -> Result:
    held = held_as(symbol.encode(), symbol, "en", "https://documents.un.org/x", "2026-11-24T09:00:00+00:00")
    return Result(Wanted(symbol, "draft", (TEXT,)), RECOGNISED, symbol, "en", held, lists)


def states(results, context, entries=()):
    return [(one.one.stage, one.state) for one in offers(results, context, entries)]


def test_a_list_as_expected_agrees_and_one_against_expectation_is_to_be_looked_at(context):
    without_norway = a_list("tabled", [name for name in NAMES if name[1] != "NOR"])
    unsure = a_list("tabled revised", unresolved=(Unresolved("Urugay"),))
    (first,) = offers([a_result(without_norway)], context, [])
    assert (first.state, [flag.kind for flag in first.flags]) == (LOOK, ["main sponsor"])
    assert states([a_result(a_list())], context) == [("tabled", AGREES)]
    assert states([a_result(unsure)], context) == [("tabled revised", LOOK)]


def test_the_stages_of_a_text_stand_in_their_order_whatever_document_came_first(context):
    results = [
        a_result(a_list("final"), symbol="A/HRC/52/2"),
        a_result(a_list()),
        a_result(a_list("additional"), symbol="x"),
    ]
    assert [stage for stage, _ in states(results, context)] == ["tabled", "additional", "final"]


def test_a_roll_call_and_a_list_whose_text_is_not_told_are_looked_at(context):
    vote = replace(a_list("HRC plenary"), kind="vote")
    assert states([a_result(vote)], context) == [("HRC plenary", LOOK)]
    assert states([a_result(a_list(resolution=""))], context) == [("tabled", LOOK)]


def test_lists_of_other_texts_in_a_report_are_left_out(context):
    others = a_list(resolution="A/HRC/RES/52/5"), a_list(resolution="")
    assert states([a_result(a_list(), *others)], context) == [("tabled", AGREES)]


def test_a_report_whose_lists_are_of_no_text_that_is_known_can_be_looked_at(context):
    untold = [a_list(resolution=""), a_list("final", resolution=""), a_list(resolution="A/HRC/RES/52/5")]
    (offer,) = offers([a_result(*untold)], context, [])
    assert (offer.resolution, offer.state, offer.together) == ("", LOOK, tuple(untold))
    assert offers([a_result(untold[2])], context, []) == []


def test_what_the_record_has_already_is_not_offered_again(context):
    held = [row for row in context.sponsors if row["list_id"] == "A/RES/78/216#tabled"]
    names = [(row["state_as_written"], row["iso3"]) for row in held]
    assert states([a_result(a_list("tabled", names, "A/RES/78/216"))], context) == [("tabled", SAME)]


def test_a_list_that_the_record_has_otherwise_is_looked_at(context):
    *others, last = of_list("A/RES/78/216#tabled")
    swapped = [*others, ("Fiji", "FJI")]
    (offer,) = offers([a_result(a_list("tabled", swapped, "A/RES/78/216"))], context, [])
    assert offer.state == LOOK
    (flag,) = (flag for flag in offer.flags if flag.kind == "held otherwise")
    assert set(flag.states) == {last[1], "FJI"}


def test_a_list_that_would_take_sponsors_away_is_looked_at(context):
    held = next(row for row in context.lists if row["list_id"] == "A/HRC/RES/34/5#final")
    named = [row for row in context.sponsors if row["list_id"] == held["list_id"]]
    more = [(row["state_as_written"], row["iso3"]) for row in named]
    less = a_list("final", [one for one in more if one[1] != named[0]["iso3"]], "A/HRC/RES/34/5")
    (offer,) = offers([a_result(less)], context, [])
    assert offer.state == LOOK


def test_two_documents_that_tell_the_same_stage_otherwise_are_looked_at(context):
    report = a_list("tabled", NAMES[:-1])
    pair = [a_result(a_list()), a_result(report, symbol="A/HRC/52/2")]
    assert states(pair, context) == [("tabled", LOOK)] * 2
    flags = [flag for offer in offers(pair, context, []) for flag in offer.flags]
    assert [(flag.kind, flag.states) for flag in flags] == [("other document", (NAMES[-1][1],))] * 2
    assert states([pair[0], a_result(a_list(), symbol="A/HRC/52/2")], context) == [("tabled", AGREES)] * 2


def test_accepted_together_each_name_has_its_document_and_the_latest_stage_counts(tmp_path, context):
    final = a_list("final", ALL_NAMES)
    taken = offers([a_result(a_list()), a_result(final, symbol="A/HRC/52/2")], context, [])
    assert {one.state for one in taken} == {AGREES}
    given = acceptances(taken, "Ana Ruiz", "complete", context)
    assert [(one.stage, one.use, one.completeness) for one in given] == [
        ("tabled", False, "unknown"),
        ("final", True, "complete"),
    ]
    entries = accept_all(tmp_path, given, context)
    assert [entry.facts["document_symbol"] for entry in entries] == ["A/HRC/52/L.1", "A/HRC/52/2"]
    assert all(entry.facts["read_at"] == "https://documents.un.org/x" for entry in entries)
    assert all(entry.document_sha256 for entry in entries)
    after = Context.from_files(data_dir=tmp_path)
    (used,) = (row for row in after.lists if row["resolution"] == TEXT and row["used_for_analysis"] == "yes")
    assert (used["stage"], used["completeness"]) == ("final", "complete")
    assert states([a_result(a_list())], after, history(tmp_path)) == [("tabled", ACCEPTED)]


def test_an_early_list_counts_only_where_the_text_has_none_of_a_later_stage(context):
    (given,) = acceptances(offers([a_result(a_list())], context, []), "Ana", "complete", context)
    assert (given.use, given.completeness) == (True, "complete")
    early = a_list("additional", of_list("A/RES/78/216#additional"), "A/RES/78/216")
    (given,) = acceptances(offers([a_result(early)], context, []), "Ana", "complete", context)
    assert (given.use, given.completeness) == (False, "unknown")


def test_a_whole_draft_makes_nobody_a_no(tmp_path, context):
    given = acceptances(offers([a_result(a_list())], context, []), "Ana", "complete", context)
    accept_all(tmp_path, given, context)
    after = Context.from_files(data_dir=tmp_path)
    assert after.resolution(TEXT)["sponsor_coverage"] == "tabled only"


def test_those_who_joined_later_alone_are_never_the_whole_list(context):
    (given,) = acceptances(offers([a_result(a_list("additional"))], context, []), "Ana", "complete", context)
    assert given.completeness == ("partial" if given.use else "unknown")


def report_of(*names: tuple[str, str], stage: str = "additional", kind: str = "report: joined later") -> Result:
    return a_result(replace(a_list(stage, names), kind=kind), symbol="A/HRC/52/2")


def test_all_documents_of_a_text_give_one_final_list_and_each_name_keeps_its_document(tmp_path, context):
    later = ALL_NAMES[3::20]
    first = a_result(a_list("tabled", [one for one in ALL_NAMES if one not in later]))
    taken = offers([first, report_of(*later)], context, [])
    assert [(one.one.stage, one.state) for one in taken] == [
        ("tabled", AGREES),
        ("additional", AGREES),
        ("final", AGREES),
    ]
    together = taken[-1]
    assert together.one.iso3 == {code for _, code in ALL_NAMES}
    assert together.together == (together.one, taken[0].one, taken[1].one)
    given = acceptances(taken, "Ana Ruiz", "complete", context)
    assert [(one.stage, one.use, one.completeness) for one in given] == [
        ("additional", False, "unknown"),
        ("tabled", False, "unknown"),
        ("final", True, "complete"),
    ]
    entries = accept_all(tmp_path, given, context)
    assert entries[-1].facts["document_symbol"] == "A/HRC/52/L.1 and A/HRC/52/2"
    for name, _ in later:
        assert name in entries[-1].facts["note"]
    after = Context.from_files(data_dir=tmp_path)
    (used,) = (row for row in after.lists if row["resolution"] == TEXT and row["used_for_analysis"] == "yes")
    assert after.members_of_list(used["list_id"]) == together.one.iso3
    again = offers([first, report_of(*later)], after, history(tmp_path))
    assert {one.state for one in again} == {ACCEPTED}


def test_a_list_of_all_documents_is_looked_at_where_one_of_them_is(context):
    unsure = replace(
        report_of(*ALL_NAMES), lists=(replace(report_of(*ALL_NAMES).lists[0], unresolved=(Unresolved("Urugay"),)),)
    )
    together = offers([a_result(a_list()), unsure], context, [])[-1]
    assert (together.one.stage, together.state) == ("final", LOOK)
    assert [item.as_written for item in together.one.unresolved] == ["Urugay"]


def test_without_a_report_and_of_a_draft_not_adopted_the_lists_stay_apart(context):
    added = a_result(a_list("additional", ALL_NAMES), symbol="A/HRC/52/L.1/Add.1")
    assert [one.one.stage for one in offers([a_result(a_list()), added], context, [])] == ["tabled", "additional"]
    open_still = [
        row | {"adoption": "not yet adopted"} if row["resolution"] == TEXT else row for row in context.resolutions
    ]
    pending = replace(context, resolutions=open_still)
    found = offers([a_result(a_list()), report_of(*ALL_NAMES)], pending, [])
    assert [one.one.stage for one in found] == ["tabled", "additional"]
    given = acceptances([one for one in found if one.state == AGREES], "Ana", "complete", pending)
    assert {one.completeness for one in given if one.use} <= {"partial"}


def test_a_list_read_by_ocr_is_looked_at_and_says_so_in_its_source(context):
    read = replace(a_list(), scanned=(1,))
    (offer,) = offers([a_result(read)], context, [])
    assert (offer.state, [flag.kind for flag in offer.flags]) == (LOOK, ["scan"])
    (given,) = acceptances([offer], "Ana", "partial", context)
    assert given.source_title.endswith(", read by OCR")


@pytest.mark.parametrize("failing", [1, 2])
def test_all_are_kept_or_none(tmp_path, context, monkeypatch, failing):
    given = acceptances(
        offers([a_result(a_list()), a_result(a_list("tabled revised"), symbol="A/HRC/52/L.1/Rev.1")], context, []),
        "Ana",
        "partial",
        context,
    )
    real, count = whole._write, 0

    def full(path, content):
        nonlocal count
        count += path.parent.parent == tmp_path
        if count == failing:
            raise OSError(28, "No space left on device")
        real(path, content)

    monkeypatch.setattr(whole, "_write", full)
    with pytest.raises(OSError, match="No space left"):
        accept_all(tmp_path, given, context)
    assert history(tmp_path) == []


def test_names_taken_back_stand_beside_the_list_that_counts_and_are_looked_at(context):
    """Norway is named as the main sponsor of A/HRC/RES/52/4, in a statement: it would be no sponsor any more."""
    back = a_list("withdrawn", [("Norway", "NOR")])
    (offer,) = offers([a_result(back)], context, [])
    assert offer.state == LOOK
    (given,) = acceptances([offer], "Ana", "complete", context)
    assert (given.use, given.completeness) == (False, "unknown")
    final = offers([a_result(a_list("final", ALL_NAMES), symbol="A/HRC/52/2")], context, [])
    both = acceptances([offer, *final], "Ana", "complete", context)
    assert [(one.stage, one.use) for one in both] == [("withdrawn", False), ("final", True)]
