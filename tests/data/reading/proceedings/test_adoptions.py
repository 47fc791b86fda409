"""The Official Records: whose footnote is it, where does it end, and what does it interrupt?"""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from data.reading.context import Context
from data.reading.recognise import recognise_text

CONTEXT = Context.from_files()
BY = "The draft resolution recommended in the report was sponsored in the Committee by: "
TWO = (
    "RESOLUTION 72/246\n\nRESOLUTION 72/247\n\nAdopted at the 73rd plenary meeting, on 24 December 2017, without a vote, on the\n"
    "recommendation of the Committee (A/72/439/Add.2, para. 1){}\n\nAdopted at the 73rd plenary meeting, on 24 December 2017,\n"
    "without a vote, on the recommendation of the Committee (A/72/439/Add.2, para. 2){}\n\n"
)


def lists(text: str) -> dict[str, set[str]]:
    found = recognise_text(text, CONTEXT)
    assert all(one.stage == "final" for one in found)
    return {one.resolution: one.iso3 for one in found}


def test_two_headings_side_by_side_and_then_both_lines():
    text = f"{TWO.format(864, 865)}_______________\n864\n\n{BY}Cuba and Peru.\n865\n\n{BY}Norway and Sweden.\n"
    assert lists(text) == {"A/RES/72/246": {"CUB", "PER"}, "A/RES/72/247": {"NOR", "SWE"}}


def test_without_a_mark_a_footnote_under_two_headings_is_left_to_a_person():
    (one,) = recognise_text(f"{TWO.format('', '')}_______________\n\n{BY}Cuba and Peru.\n", CONTEXT)
    assert (one.resolution, one.iso3) == ("", {"CUB", "PER"})
    assert "could not be told" in one.notes[0]


def test_no_resolution_gets_two_footnotes():
    text = f"RESOLUTION 72/247\n\nTitle\n\n{BY}Cuba and Peru.\n\n{BY}Norway and Sweden.\n"
    assert lists(text) == {"A/RES/72/247": {"CUB", "PER"}, "": {"NOR", "SWE"}}


def test_one_line_on_adoption_for_two_headings_pairs_nobody():
    text = (
        "RESOLUTION 72/246\n\nRESOLUTION 72/247\n\nAdopted at the 73rd plenary meeting, on 24 December 2017, without a vote, on the\n"
        f"recommendation of the Committee (A/72/439/Add.2, para. 1)864\n\n864 {BY}Cuba and Peru.\n"
    )
    assert lists(text) == {"": {"CUB", "PER"}}


@pytest.mark.parametrize("mark", ["“", "“*", "4° ", "*°", "'° ", "3* ", "[864] ", "864\n\n"])
def test_marks_as_text_recognition_reads_them(mark):
    text = (
        "RESOLUTION 72/247\n\nAdopted at the 73rd plenary meeting, on 24 December 2017, without a vote, on the\nrecommendation of "
        f"the Committee (A/72/439/Add.2, para. 1)4°\n\n72/247. Title\n\nThe General Assembly,\n\n{mark}{BY}Cuba and Peru.\n"
    )
    assert lists(text) == {"A/RES/72/247": {"CUB", "PER"}}


@pytest.mark.parametrize(
    "notes",
    [
        f"\n_______________\n864\n\n{BY}Cuba, Mexico and Norway.\n\n12\n\n",
        f"\n_______________\n863\nSee Official Records, Supplement No. 53, chap. I, sect. A.\n864\n{BY}Cuba, Mexico and Norway.\n\n",
        "\n_______________\n863\nSee Official Records, of Peru and Chile, chap. I, sect. A.\n\n",
        "\n\n12\n\n",
    ],
)
@pytest.mark.parametrize("cut", ["Tuvalu, United Arab{}Emirates, Zambia", "Tuvalu,{}United Arab Emirates, Zambia"])
def test_a_roll_call_goes_on_behind_footnotes(notes, cut):
    text = (
        "RESOLUTION 72/247\nAdopted at the 73rd plenary meeting, on 24 December 2017, on the recommendation of the Committee\n"
        "(A/72/439/Add.2, para. 1),864 by a recorded vote of 4 to 1, with 1 abstention, as follows:\n"
        f"In favour: Albania, {cut.format(notes)}\nAgainst: Israel\nAbstaining: Kenya\n\n72/247. Title\nThe General Assembly,\n"
    )
    (vote,) = [one for one in recognise_text(text, CONTEXT) if one.is_vote]
    assert {s.iso3: s.role for s in vote.states} == {
        "ALB": "yes",
        "TUV": "yes",
        "ARE": "yes",
        "ZMB": "yes",
        "ISR": "no",
        "KEN": "abstain",
    }
    assert vote.unresolved == ()


@pytest.mark.parametrize(
    ("result", "stage"),
    [
        ("The draft amendment was rejected by 1 vote to 2, with 1 abstention.", "amendment A/72/L.56"),
        ("Draft resolution I, as amended, was adopted by 1 vote to 2, with 1 abstention.", "plenary"),
    ],
)
def test_the_sentence_right_behind_a_roll_call_says_what_was_voted_on(result, stage):
    text = (
        "Draft resolution II was adopted (resolution 72/141).\nWe turn first to draft resolution I. In connection with it, the\n"
        "Assembly has before it a draft amendment circulated in document A/72/L.56. A recorded vote has been requested.\n"
        f"In favour:\nBahrain\nAgainst:\nChile, Norway\nAbstaining:\nKenya\n{result}\n"
    )
    (vote,) = recognise_text(text, CONTEXT)
    assert vote.stage == stage
    assert {s.iso3 for s in vote.states} == {"BHR", "CHL", "NOR", "KEN"}
    assert vote.unresolved == ()
