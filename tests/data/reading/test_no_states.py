"""Groups and places that carry a State's name within them: they are no signature, and their neighbours stay whole."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading.context import Context
from data.reading.text import cuts
from data.reading.text.split import Split, split
from data.spelling import words

NAMES = Context.from_files().names
GROUPS = [
    "Egypt [on behalf of the Group of 77 and China]",
    "Egypt [on behalf the Group of 77 and China]",
    "Egypt [on behalf or the Group of 77 and China]",
    "Egypt (in behalf of the Group of 77 and China)",
    "Egypt (onbehalf of the G-77 and China)",
    "Egypt [also on behalf the Group of 77, and China]",
    "Egypt (for the Group of 77 and China)",
    "Egypt (as Chair of the Group of African States)",
    "Egypt [on behalf of the Group of 77 and China and of Mexico]",
]
GROUPS_ALONE = [
    "the Group of 77 and China",
    "G-77 and China",
    "Group of 77, and China",
    "the Group of 77 & China",
    "Groupe des 77 et la Chine",
    "Grupo de los 77 y China",
    "States Members that are members of the Group of 77 and China",
]
PLACES = [
    "Hong Kong, China",
    "Macao, China",
    "Hong Kong SAR, China",
    "Hong Kong,\nChina",
    "Taiwan, Province of China",
    "Faroe Islands, Denmark",
    "Puerto Rico, United States of America",
    "American Samoa",
    "Northern Ireland",
]


def read(text: str) -> Split:
    return split(text, (0, len(text)), NAMES)


def around(item: str) -> list[str]:
    """The item first, in the middle and last of a list."""
    return [
        f"{item}, Norway and Sweden",
        f"Norway, {item} and Sweden",
        f"Norway, Sweden and {item}",
        f"Norway, {item}, Sweden",
    ]


@pytest.mark.parametrize("text", [text for group in GROUPS for text in around(group)])
def test_who_speaks_for_a_group_signs_for_nobody(text):
    found = read(text)
    assert sorted(s.iso3 for s in found.states) == ["NOR", "SWE"]
    assert [o.speaker for o in found.on_behalf_of] == ["EGY"]
    assert found.unresolved == []


@pytest.mark.parametrize("text", [text for item in GROUPS_ALONE + PLACES for text in around(item)])
def test_a_group_or_a_place_names_no_state(text):
    found = read(text)
    assert sorted(s.iso3 for s in found.states) == ["NOR", "SWE"]
    assert len(found.unresolved) == 1


@pytest.mark.parametrize("text", ["Hong Kong and China", "China, Hong Kong", "Macao\nChina", "Denmark, Greenland"])
def test_beside_a_place_a_state_may_stand_for_itself(text):
    assert {s.iso3 for s in read(text).states} in ({"CHN"}, {"DNK"})


JOINTS = [", ", " and ", ",\n", "\n", "; ", ", and ", " et "]
KNOWN = [name for code in NAMES.codes() for name in NAMES.known(code)]


@given(
    st.lists(
        st.tuples(st.sampled_from(KNOWN + ["Belaris", "the", "the Chair", "12"]), st.sampled_from(JOINTS)),
        min_size=1,
        max_size=14,
    ),
    st.booleans(),
)
@settings(deadline=None, max_examples=200)
def test_cut_by_cut_gives_what_the_whole_list_gives(parts, by_spaces):
    """Where no spelling can run on over a cut, the two sides are read apart: nothing changes but the time."""
    text = "".join(name + joint for name, joint in parts)
    together = cuts._cheapest(text, cuts._cuts(text, 0, len(text), by_spaces), NAMES, None)
    apart = cuts.pieces_of(text, (0, len(text)), NAMES, None, by_spaces)
    seen, wanted = (
        [(words(text[s:e]), iso3) for s, e, iso3, _ in pieces if words(text[s:e])] for pieces in (apart, together)
    )
    assert seen == wanted


def test_the_time_grows_with_the_length():
    """A list a hundred times as long takes no more than a few hundred times as long."""

    def seconds(text: str) -> float:
        start = time.process_time()
        read(text)
        return time.process_time() - start

    some = ",\n".join(KNOWN[:300]) + ","
    seconds(some)
    assert seconds(some * 100) < 400 * max(seconds(some), 0.002)
