"""The number of sponsors that a document says: never read out of another number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reading.context import Context
from data.reading.recognise import recognise_text
from data.reading.text.sponsor_counts import number_of_sponsors


def said(label: str, before: str = "") -> int | None:
    """The number that a label says which stands in a text, between other words."""
    return number_of_sponsors(f"{before}{label}\n Albania", len(before), len(before) + len(label))


CONTEXT = Context.from_files()
small = st.integers(1, 193)


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("Co-sponsors (76):", 76),
        ("Co-sponsors: 76", 76),
        ("Final list of 85 co-sponsors of A/C.3/76/L.50, as of 12 November 2021:", 85),
        ("Co-sponsors of A/C.3/76/L.50, as of 12 November (85):", 85),
        ("76 cosponsors listed\n", 76),
        ("List of sponsors [77]:", 77),
        ("Sponsored by 72 States:", 72),
        ("72 Member States co-sponsored by:", 72),
        ("Liste des coauteurs (41) :", 41),
        ("Lista de patrocinadores (41):", 41),
        ("Sponsors of A/RES/76/174:", None),
        ("A/RES/76/174 sponsors:", None),
        ("Co-sponsors 12 November 2021:", None),
        ("Sponsors, 53rd meeting, paragraph 14:", None),
        ("Sponsors (12) and co-sponsors (64):", None),
    ],
)
def test_a_number_counts_where_it_stands_as_a_count(label, number):
    assert said(label) == number


def test_the_words_before_a_label_count_only_with_the_word_for_sponsors():
    assert said("Sponsored by:", "Adopted with 76 co-sponsors (72 votes).\n") == 76
    assert said("Sponsored by:", "Adopted at its 53rd meeting (item 72), A/RES/76/174\n") is None


other_numbers = st.one_of(
    st.builds("A/RES/{}/{}".format, small, small),
    st.builds("A/C.3/{}/L.{}".format, small, small),
    st.builds("A/HRC/RES/{}/{}".format, small, small),
    st.builds("resolution {}/{}".format, small, small),
    st.builds("E/CN.4/{}/L.{}".format, st.integers(1998, 2005), small),
    st.builds("{} November {}".format, st.integers(1, 31), st.integers(1998, 2026)),
    st.builds("November {}, {}".format, st.integers(1, 31), st.integers(1998, 2026)),
    st.builds("{} de noviembre de {}".format, st.integers(1, 31), st.integers(1998, 2026)),
    st.builds("{}.{}.{}".format, st.integers(1, 31), st.integers(1, 12), st.integers(1998, 2026)),
    st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)),
    st.builds("paragraph {}".format, small),
    st.builds("para. {}".format, small),
    st.builds("{}th meeting".format, small),
    st.builds("session {}".format, small),
    st.builds("agenda item {} (b)".format, small),
    st.builds("{} e séance".format, small),
    st.builds("page {}".format, small),
)
around = st.sampled_from(["{}", "({})", "of {}", "as of {}", "[{}]", "{},"])


@given(
    other_numbers,
    around,
    st.sampled_from(["Co-sponsors {}:", "{} co-sponsors:", "Sponsors {} list:", "Sponsored by {}:"]),
)
def test_a_symbol_a_date_a_paragraph_or_a_meeting_is_no_count(other, around, label):
    assert said(label.format(around.format(other))) is None


@given(other_numbers, small)
def test_beside_any_of_these_the_count_is_read(other, number):
    assert said(f"Co-sponsors ({number}) of {other}:") == number
    assert said(f"Co-sponsors of {other} ({number}):") == number
    assert said(f"{other}: {number} co-sponsors:") == number


@given(other_numbers, st.sampled_from(["Co-sponsors", "Sponsors of", "List of sponsors", "Additional sponsors"]))
def test_a_pasted_e_mail_claims_no_number_that_it_does_not_say(other, label):
    text = f"Dear all,\nplease find below the names.\n\n{label} {other}:\nAlbania, Chile, Fiji, Kenya and Uruguay\n"
    for one in recognise_text(text, CONTEXT):
        assert one.claimed_count is None


def test_the_e_mail_with_a_resolutions_symbol():
    (one,) = recognise_text("Sponsors of A/RES/76/174: Albania, Chile, Fiji, Kenya and Uruguay", CONTEXT)
    assert (one.resolution, len(one.iso3), one.claimed_count) == ("A/RES/76/174", 5, None)
