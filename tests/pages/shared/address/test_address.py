"""Widgets whose value stands in the address: in from a link, out after a choice, nonsense passed over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from streamlit.testing.v1 import AppTest


def script() -> None:
    import streamlit as st

    from pages.shared.address import address as link

    if st.session_state.get("away"):  # another page, without these widgets
        st.stop()
    st.session_state["got"] = {
        "one": link.selectbox("One", ["a", "b", "c"], "one", format_func=str.upper),
        "way": link.segments("Way", ["x", "y"], "way", default="y"),
        "some": link.several("Some", ["p", "q", "r"], "some", default=("p",)),
        "on": link.toggle("On", "on"),
        "years": link.years("Years", 1998, 2026, "years"),
    }


DEFAULTS = {"one": "a", "way": "y", "some": ["p"], "on": False, "years": (1998, 2026)}


def opened(**query: str | list[str]) -> AppTest:
    at = AppTest.from_function(script, default_timeout=60)
    for key, value in query.items():
        at.query_params[key] = value
    return ran(at)


def ran(at: AppTest) -> AppTest:
    at.run()
    assert not at.exception, at.exception
    return at


def said(at: AppTest) -> list[str]:
    return [warning.value.replace("\\", "") for warning in at.warning]


def test_what_a_link_asks_for_and_is_not_there_is_said_until_another_choice_is_made():
    at = opened(one="z", some=["p", "nothing"], years="1999-1998", way="x")
    assert said(at) == [
        "One: the link asks for “z”, which is not known here. Choose what was meant.",
        "Some: the link asks for “nothing”, which is not known here. Choose what was meant.",
        "Years: the link asks for “1999-1998”, which is not known here. Choose what was meant.",
    ]
    assert len(said(ran(at))) == 3, "the address has changed, what was asked for was not"
    at.selectbox[0].set_value("b")
    assert not [words for words in said(ran(at)) if words.startswith("One")]


def strictly() -> None:
    import streamlit as st

    from pages.shared.address import address as link

    st.session_state["got"] = link.selectbox("One", ["a", "b", "c"], "one", strict=True)


def test_nothing_stands_in_the_place_of_what_a_strict_link_asks_for_in_vain():
    at = AppTest.from_function(strictly, default_timeout=60)
    at.query_params["one"] = "z"
    for _ in range(2):
        assert ran(at).session_state["got"] is None
        assert at.query_params == {"one": "z"}
        assert said(at) == ["One: the link asks for “z”, which is not known here. Choose what was meant."]
    at.selectbox[0].set_value("a")
    assert ran(at).session_state["got"] == "a"
    assert at.query_params == {}
    assert not said(at)
    at.query_params["one"] = "y"
    assert ran(at).session_state["got"] is None
    at.query_params["one"] = "c"
    assert ran(at).session_state["got"] == "c"


def gathering() -> None:
    import streamlit as st

    from pages.shared.address import address as link

    link.gather("somewhere")
    st.session_state["got"] = [link.toggle("On", "on"), link.segments("Way", ["x", "y"], "way")]
    if st.session_state.pop("cut short", False):
        st.rerun()
    st.session_state["before"] = dict(st.query_params)
    link.tell()


def test_what_is_gathered_is_told_at_the_end_in_one_go():
    at = ran(AppTest.from_function(gathering, default_timeout=60))
    at.toggle[0].set_value(True)
    at.session_state["way"] = "y"
    ran(at)
    assert at.session_state["got"] == [True, "y"]
    assert at.session_state["before"] == {}
    assert at.query_params == {"on": "yes", "way": "y"}


def test_a_run_that_is_cut_short_loses_no_choice():
    at = AppTest.from_function(gathering, default_timeout=60)
    at.query_params["way"] = "y"
    ran(at)
    at.session_state["way"] = "x"
    at.session_state["cut short"] = True
    ran(at)
    assert at.session_state["got"] == [False, "x"]
    assert at.query_params == {}


def test_defaults_leave_the_address_empty():
    at = opened()
    assert at.session_state["got"] == DEFAULTS
    assert at.query_params == {}


def test_a_link_says_every_value_and_the_address_keeps_it():
    query = {"one": "c", "way": "x", "some": ["q", "r"], "on": "yes", "years": "2001-2019"}
    at = opened(**query)
    assert at.session_state["got"] == {"one": "c", "way": "x", "some": ["q", "r"], "on": True, "years": (2001, 2019)}
    assert at.query_params == query


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("one", "C"),
        ("one", ""),
        ("way", "z"),
        ("some", "nothing"),
        ("on", "true"),
        ("years", "9999-1"),
        ("years", "2019-2001"),
        ("years", "2001"),
        ("years", "٢٠٠١-٢٠١٩٠"),
        ("years", "-2001-2019"),
        ("years", "2001-2019-"),
    ],
)
def test_nonsense_is_passed_over_and_leaves_the_address(key: str, said: str):
    at = opened(**{key: said})
    assert at.session_state["got"] == DEFAULTS
    assert at.query_params == {}


def test_of_several_values_the_right_ones_count():
    at = opened(some=["q", "nothing"])
    assert at.session_state["got"]["some"] == ["q"]
    assert at.query_params == {"some": "q"}


def test_years_beyond_the_record_are_taken_as_its_ends():
    at = opened(years="1900-2019")
    assert at.session_state["got"]["years"] == (1998, 2019)
    assert at.query_params == {"years": "1998-2019"}


def test_a_choice_goes_into_the_address_and_back_to_the_default_out_of_it():
    at = opened()
    at.selectbox(key="one").select("b")
    at.toggle(key="on").set_value(True)
    ran(at)
    assert at.query_params == {"one": "b", "on": "yes"}
    at.selectbox(key="one").select("a")
    ran(at)
    assert at.query_params == {"on": "yes"}


def test_a_choice_is_stronger_than_the_address_it_came_from():
    at = opened(one="c")
    at.selectbox(key="one").select("b")
    ran(at)
    assert at.session_state["got"]["one"] == "b"
    assert at.query_params == {"one": "b"}


def test_a_new_address_is_stronger_than_the_choice():
    at = opened(one="c")
    at.query_params["one"] = "b"
    ran(at)
    assert at.session_state["got"]["one"] == "b"


def test_the_choice_survives_another_page_and_the_address_says_it_again():
    at = opened(one="c", years="2001-2019")
    at.session_state["away"] = True
    at.query_params.clear()
    ran(at)
    at.session_state["away"] = False
    ran(at)
    assert at.session_state["got"]["one"] == "c"
    assert at.query_params == {"one": "c", "years": "2001-2019"}


@settings(max_examples=25, deadline=None)
@given(some.dictionaries(some.sampled_from(list(DEFAULTS)), some.text(max_size=12), max_size=5))
def test_no_address_breaks_the_page_and_what_stays_in_it_is_true(query: dict[str, str]):
    at = opened(**query)
    got = at.session_state["got"]
    assert got["one"] in ("a", "b", "c")
    assert got["way"] in ("x", "y")
    assert set(got["some"]) <= {"p", "q", "r"}
    assert 1998 <= got["years"][0] <= got["years"][1] <= 2026
    assert opened(**at.query_params).session_state["got"] == got
