"""The second implementation itself, on cases whose truth can be seen: it is no measure if it is wrong."""

from __future__ import annotations

import pytest

from tests.oracle.cells import SERIES, body_stage, cell, list_at, offered, stages, standing
from tests.oracle.changes import change, comparable
from tests.oracle.ladder import rung
from tests.oracle.rules.small_records import named, record, series, state, text
from tests.oracle.totals import highest, total

A = state("AAA")


@pytest.mark.parametrize(
    ("stage", "completeness", "not_named"),
    [
        ("final", "complete", "not_sponsor"),
        ("final", "suspected gap", "not_sponsor"),
        ("final", "partial", "unknown"),
        ("final", "unknown", "unknown"),
        ("tabled", "complete", "not_when_tabled"),
        ("tabled revised", "suspected gap", "not_when_tabled"),
        ("oral", "complete", "not_when_tabled"),
        ("as adopted", "complete", "not_when_tabled"),
        ("tabled", "partial", "unknown"),
        ("additional", "complete", "unknown"),
        ("withdrawn", "complete", "unknown"),
        ("statement", "complete", "unknown"),
    ],
)
def test_who_is_not_named_is_as_the_list_allows(stage, completeness, not_named):
    on = text(2010)
    whole = record([A, state("BBB"), state("CCC")], [on], [named(on, "BBB", stage, completeness, "CCC")])
    if stage != "withdrawn":
        assert cell(whole, on, whole.states["BBB"]) == "sponsor"
    assert cell(whole, on, A) == not_named
    assert cell(whole, on, whole.states["CCC"]) == "unknown"


def test_everybody_in_doubt_and_no_list():
    on, bare = text(2010), text(2011)
    whole = record([A], [on, bare], [named(on, "", "final", "complete", "*")])
    assert cell(whole, on, A) == cell(whole, bare, A) == "unknown"


def test_who_took_its_name_back_is_no_sponsor_of_what_came_before():
    on = text(2013)
    back = named(on, "AAA", "withdrawn", used=False)
    tabled = record([A], [on], [named(on, "AAA", "tabled"), back])
    assert cell(tabled, on, A) == "not_sponsor"
    assert cell(tabled, on, A, "tabled") == "sponsor"
    partial = record([A], [on], [named(on, "", "final", "partial", "*"), back])
    assert cell(partial, on, A) == "not_sponsor"
    final = record([A], [on], [named(on, "AAA"), back])
    assert cell(final, on, A) == "sponsor"


@pytest.mark.parametrize(
    ("who", "body", "is_then", "not_named"),
    [
        (state("OBS", observer=True), "GA", "observer", "not_sponsor"),
        (state("CHE", "2002-09-10", "observer"), "CHR", "observer", "not_sponsor"),
        (state("CHE", "2002-09-10", "observer"), "GA", "neither", "not_member"),
        (state("CHE", "2002-09-10", "observer"), "HRC", "neither", "not_member"),
        (state("KIR", "2002-09-10", "independent"), "CHR", "neither", "not_member"),
        (state("TLS", "2002-09-10", "not independent"), "CHR", "neither", "not_member"),
        (state("DAY", "2001-12-01"), "GA", "member", "not_sponsor"),
    ],
)
def test_before_it_was_a_member(who, body, is_then, not_named):
    on, later = text(2001, body), text(2002, body)
    whole = record([who, A], [on, later], [named(on, "AAA"), named(later, who.iso3)])
    assert standing(who, on) == is_then
    assert cell(whole, on, who) == not_named
    assert cell(whole, later, who) == "sponsor"
    silent = record([who], [on])
    assert cell(silent, on, who) == ("not_member" if is_then == "neither" else "unknown")


def test_a_name_counts_also_of_who_was_no_member_yet_but_outside_the_members():
    on, who = text(2001), state("NEW", "2005-01-01", "independent")
    whole = record([who, A], [on], [named(on, "NEW")])
    assert cell(whole, on, who) == "sponsor"
    numbers = total(whole, on)
    assert (numbers.sponsors, numbers.members, numbers.observers) == (0, 1, 1)


def test_at_a_stage_only_lists_of_that_stage_count():
    on = text(2010)
    lists = [named(on, "BBB"), named(on, "AAA", "tabled", used=False)]
    whole = record([A, state("BBB")], [on], lists)
    assert [cell(whole, on, A, s) for s in ("final", "tabled", "tabled revised")] == [
        "not_sponsor",
        "sponsor",
        "unknown",
    ]
    assert cell(whole, on, whole.states["BBB"], "tabled") == "not_when_tabled"


def test_the_stage_of_a_series():
    texts = [text(2001 + i) for i in range(3)]
    final = [named(texts[0], "AAA")]
    drafts = [named(one, "AAA", "tabled", used=False) for one in texts]
    assert body_stage(record([A], texts, final + drafts[:1]), "GA") == "final"
    assert body_stage(record([A], texts, final + drafts), "GA") == "tabled"
    assert stages(record([A], texts, final + drafts), "GA") == {**dict.fromkeys(SERIES, 0), "final": 1, "tabled": 3}
    assert offered(record([A], texts, final + drafts), "GA") == ["tabled"]
    assert body_stage(record([A], texts), "HRC") == "final"


def test_of_two_lists_of_one_stage_the_used_one_answers_then_the_more_complete_then_the_longer():
    on = text(2010)
    short = named(on, "AAA", "tabled", used=False, key="-1")
    long = named(on, "BBB CCC", "tabled", used=False, key="-2")
    damaged = named(on, "AAA BBB CCC", "tabled", "partial", "*", used=False, key="-3")
    used = named(on, "AAA", "tabled", "partial", "*", key="-4")
    assert list_at(record([A], [on], [short, damaged, long]), on, "tabled") is long
    assert list_at(record([A], [on], [short, damaged, long, used]), on, "tabled") is used


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("SSS", "Core"),
        ("nSSSS", "Core"),
        ("nSSS", "Regular"),
        ("nnnSS", "Recent"),
        ("SnnnS", "Returned"),
        ("nnS", "New"),
        ("SSn", "Lapsed"),
        ("Snn", "Once"),
        ("nnn", "Never"),
        ("nn", "Too little known"),
        ("SS?", "Too little known"),
        ("SSSS.", "Core to 2004; 2005 not known"),
        ("SSn?.", "Lapsed to 2003; 2005 not known"),
        ("?SSS", "Core"),
    ],
)
@pytest.mark.parametrize(("body", "stage"), [("GA", "final"), ("CHR", "tabled")])
def test_the_word(letters, words, body, stage):
    letters = {"AAA": letters, "BBB": letters.replace("?", "S")}
    drawn = series(letters, body, stage)
    assert rung(drawn, body, drawn.states["AAA"], stage).words == words


def test_drafts_tell_nothing_of_the_end():
    drawn = series({"AAA": "nnn", "BBB": "SSS"}, stage="tabled")
    assert rung(drawn, "GA", drawn.states["AAA"]).words == "Too little known"
    assert [t.year for t in rung(drawn, "GA", drawn.states["AAA"]).dark] == [2001, 2002, 2003]


@pytest.mark.parametrize(
    ("letters", "outcome", "gaps", "missed"),
    [
        # between the second and the last text
        ("nnnS", "new", 0, 1),
        ("SnnS", "returned", 0, 1),
        ("nnSS", "between", 0, 0),
        ("SnSS", "returned", 0, 0),
        ("?nnS", "new", 1, 1),
        ("nn?S", "new", 1, 0),
        ("nSnS", "stayed", 0, 1),
        ("nS?S", "stayed", 1, 0),
        ("nSSn", "left", 0, 0),
        ("nnSn", "neither", 0, 0),
        ("n?SS", "unknown", 1, 0),
        ("nSS?", "unknown", 0, 0),
    ],
)
@pytest.mark.parametrize(("body", "stage"), [("GA", "final"), ("CHR", "tabled")])
def test_a_change(letters, outcome, gaps, missed, body, stage):
    drawn = series({"AAA": letters, "BBB": "SSSS"}, body, stage)
    seen = change(drawn, drawn.texts[1], drawn.texts[3], drawn.states["AAA"], stage)
    assert (seen.outcome, len(seen.gaps), len(seen.missed)) == (outcome, gaps, missed)


def test_a_draft_before_is_a_list_before():
    """Named on an earlier draft and taken back: it did not join for the first time."""
    one, two = text(2001), text(2003)
    lists = [named(one, "BBB"), named(one, "AAA", "tabled", used=False), named(two, "AAA BBB")]
    whole = record([A, state("BBB")], [one, two], lists)
    assert change(whole, one, two, A).outcome == "returned"


def test_only_texts_whose_lists_are_of_the_stage_can_be_compared():
    one, two, three, other = text(2001), text(2003), text(2005), text(2004, "HRC")
    lists = [named(one, "AAA"), named(two, "AAA", "tabled"), named(three, "AAA"), named(other, "AAA")]
    whole = record([A], [one, two, three, other], [*lists, named(one, "AAA", "tabled", used=False)])
    assert comparable(whole, one, three, "final")
    assert comparable(whole, one, two, "tabled")
    for before, after, stage in (
        (one, two, "final"),
        (three, one, "final"),
        (one, three, "tabled"),
        (one, other, "final"),
    ):
        assert not comparable(whole, before, after, stage)


def test_the_highest_is_of_whole_lists_and_of_all_that_reach_it():
    drawn = series({"AAA": "SSnS?", "BBB": "SnSS.".replace(".", "S")})
    assert highest(drawn, "GA") == (2, [drawn.texts[0], drawn.texts[3]])
    assert highest(drawn, "GA", since=2002, until=2003)[0] == 1
    assert highest(drawn, "GA", "tabled") == (0, [])
