"""The texts an answer rests on, and the answer in one sentence."""

from __future__ import annotations

import pytest

from analytics.texts.texts import headline, texts_for
from tests import made

GROUPS = {"AAA": "African Group", "BBB": "African Group", "CCC": "Eastern European Group"}


def test_the_sentence_of_2026(record):
    found = headline(record, "GA")
    assert found.sentence == (
        "11 States sponsored in 2019 and not in 2023, 8 of them African; of 7 more it cannot be told."
    )
    texts = texts_for(record, "GA")
    assert (texts.before, texts.latest) == ("A/RES/74/146", "A/RES/78/216")
    assert len(found.left) == 11


def test_the_sentence_of_the_council_does_not_take_2019_for_the_latest(record):
    assert headline(record, "HRC").sentence.endswith(" Of the 5 texts since, to 2026, no whole list is held.")


def test_the_texts_of_the_council_and_those_after_it(record):
    texts = texts_for(record, "HRC")
    assert (texts.before, texts.latest) == ("A/HRC/RES/31/32", "A/HRC/RES/40/11")
    assert texts.later[0] == "A/HRC/RES/43/16"
    assert "A/HRC/RES/34/5" not in texts.telling  # partial: absence says nothing


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        ("2001 2003\nAAA S n\nBBB S n\nCCC S n", "3 States sponsored in 2001 and not in 2003, 2 of them African."),
        ("2001 2003\nAAA S n\nBBB S n", "2 States sponsored in 2001 and not in 2003, all of them African."),
        ("2001 2003\nAAA S n\nCCC S S", "1 State sponsored in 2001 and not in 2003."),
        ("2001 2003\nAAA S n\nCCC S n", "2 States sponsored in 2001 and not in 2003."),
        ("2001 2003\nAAA S S\nBBB n n", "No State that sponsored in 2001 is known not to have sponsored in 2003."),
        (
            "2001 2003\nAAA S ?\nBBB S ?",
            "No State that sponsored in 2001 is known not to have sponsored in 2003; of 2 more it cannot be told.",
        ),
        (
            "2001 2003 2005\nAAA S S ?\nBBB n n ?",
            "No State that sponsored in 2001 is known not to have sponsored in 2003. Of the text of 2005 no whole list "
            "is held.",
        ),
        (
            "2003\nAAA S",
            "Only one final list of the General Assembly is held: it cannot be told who did not sponsor again.",
        ),
    ],
)
def test_the_sentence_is_computed(picture, sentence):
    lists = {2005: ("", "")}
    assert headline(made.drawn(picture, groups=GROUPS, lists=lists), "GA").sentence == sentence


def test_only_final_lists_that_tell_count():
    lists = {2003: ("partial", "final"), 2005: ("complete", "tabled revised"), 2009: ("", "")}
    record = made.drawn("2001 2003 2005 2007 2009\nAAA S S S n ?\nBBB S ? t S ?", lists=lists)
    texts = texts_for(record, "GA")
    assert texts.telling == ("GA 2001", "GA 2007")
    assert texts.later == ("GA 2009",)
    assert headline(record, "GA").left == ("AAA",)


def test_without_any_list_nothing_is_said():
    with pytest.raises(ValueError, match="no final list"):
        headline(made.drawn("2001\nAAA ?", lists={2001: ("", "")}), "GA")
