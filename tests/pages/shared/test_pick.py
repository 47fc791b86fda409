"""Pickers: what they offer within the scope, and what a link asks for beyond it."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data.names import Names
from files.paths import SOURCES
from pages.shared.pick import TICK
from pages.shared.record import record as tables
from tests.pages.visit import opened, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def script() -> None:
    import streamlit as st

    from pages.shared import pick
    from pages.shared.address import scope

    scope.picker("where")
    text = pick.text(listed_only=st.session_state.get("listed_only", False))
    st.session_state["got"] = text, pick.against(text), pick.state(), pick.body()


def picked(listed_only: bool = False, **query: str | list[str]) -> AppTest:
    at = AppTest.from_function(script, default_timeout=60)
    at.session_state["listed_only"] = listed_only
    for key, value in query.items():
        at.query_params[key] = value
    at.run()
    assert not at.exception, at.exception
    return at


def test_the_latest_text_with_a_list_against_the_one_before(record):
    at = picked()
    assert at.session_state["got"] == ("A/RES/78/216", "A/RES/74/146", "ZAF", "GA")
    assert sum(": " not in label for label in at.selectbox(key="state").options) == 195
    inside = record.resolutions["body"].isin(("GA", "HRC"))
    assert len(at.selectbox(key="text").options) == inside.sum()


def test_only_texts_of_the_scope_are_offered(record):
    at = picked(body="HRC", years="2013-2019")
    texts = record.resolutions
    inside = texts[(texts["body"] == "HRC") & texts["year"].between(2013, 2019)]
    offered = at.selectbox(key="text").options
    assert {label.split(" (")[0] for label in offered} == set(inside["resolution"])
    assert at.session_state["got"][0] == "A/HRC/RES/40/11"
    assert at.session_state["got"][3] == "HRC"


def test_a_text_of_a_link_is_shown_though_the_scope_leaves_it_out():
    at = picked(body="HRC", text="A/RES/68/181")
    assert at.session_state["got"][0] == "A/RES/68/181"


def test_texts_without_a_list_can_be_left_out(record):
    at = picked(listed_only=True, body=["GA", "CHR", "HRC"])
    none = record.resolutions["sponsor_coverage"].isin(("names only", "count only", "no list found"))
    assert len(at.selectbox(key="text").options) == (~none).sum()


def test_a_text_is_held_against_earlier_ones_of_its_body_and_stage_alone(record):
    at = picked(text="A/HRC/RES/40/11", since="A/RES/72/247")
    body = record.resolutions.set_index("resolution")["body"]
    offered = [label.split(" (")[0] for label in at.selectbox(key="since").options]
    assert {body[text] for text in offered} == {"HRC"}
    assert at.session_state["got"][1] is None  # what the link asks for is of another body: nothing stands in its place
    assert at.warning[0].value.startswith("Since: the link asks for “A/RES/72/247”")


def test_where_there_is_no_earlier_list_nothing_is_chosen():
    at = picked(text="A/RES/53/144")
    assert at.session_state["got"][1] is None
    assert at.caption[0].value.startswith("No earlier list of the same body and stage is held")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"text": "A/HRC/RES/43/16"}, "No list of sponsors of A/HRC/RES/43/16 is held, so it cannot be compared."),
        ({"text": "A/HRC/RES/61/22"}, "is of another stage (single names from statements)"),
        ({"text": "A/RES/74/146", "stage": "tabled"}, "No list of A/RES/74/146 as tabled is held"),
    ],
)
def test_why_a_text_cannot_be_compared_is_said(query, said):
    at = picked(**query)
    assert at.session_state["got"][1] is None
    assert said in at.caption[0].value


@pytest.mark.parametrize("query", [{"years": "2024-2024"}, {"of": "CHR"}])
def test_there_is_always_something_to_show(query: dict[str, str]):
    text, _, state, body = picked(**query).session_state["got"]
    assert (text, state, body) == ("A/RES/78/216", "ZAF", "GA")


@pytest.mark.parametrize(
    ("name", "iso3"),
    [("Turkey", "TUR"), ("Burma", "MMR"), ("Ivory Coast", "CIV"), ("Cote d'Ivoire", "CIV"), ("Corea del Norte", "PRK")],
)
def test_another_name_of_a_state_finds_it(name, iso3):
    at = picked()
    label = next(said for said in at.selectbox(key="state").options if said.lower().startswith(f"{name.lower()}: "))
    assert label.endswith(f"({iso3})")
    at.selectbox(key="state").select(f"{iso3}:{label.partition(': ')[0]}")
    at.run()
    assert at.session_state["got"][2] == iso3
    assert at.query_params["state"] == iso3, "the address says the State, not the name"


def test_every_name_that_the_importer_knows_is_offered_and_means_the_same_state(record):
    names, offered = Names.from_files(SOURCES), tables.spellings()
    labels = {iso3: label.lower() for iso3, label in offered.items() if ":" not in iso3}
    assert len(labels) == 195
    found = {label.partition(": ")[0].lower(): tables.meant(value) for value, label in offered.items() if ":" in value}
    for iso3 in labels:
        for name in names.known(iso3):
            assert found.get(name.lower()) == iso3 or name.lower() in labels[iso3]


@pytest.mark.parametrize(("page", "tables"), [("states", 2), ("topics", 1), ("targets", 1)])
def test_how_a_row_is_ticked_is_said_where_one_can_be(page: str, tables: int):
    at = opened(page)
    chosen_in = [table.proto for table in at.dataframe if table.proto.selection_mode]
    assert len(chosen_in) == tables
    assert all(TICK in table.alt for table in chosen_in)
    assert words(at).count(TICK) == tables
