"""Resolutions: one text, its sponsors as written, its changes, votes and documents."""

from __future__ import annotations

import pytest

from tests.pages.opening import answer, box, frame_with, opened, sound, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def test_the_text_of_2019(record):
    at = opened("resolutions", text="A/RES/74/146", versus="A/RES/72/247")
    assert answer(at) == "A/RES/74/146, adopted without a vote: 84 sponsors."
    said = words(at)
    for group, number in {
        "African": 12, "Asia-Pacific": 9, "Eastern European": 19, "Latin American and Caribbean": 17,
    }.items():  # fmt: skip
        assert f"**{group} Group** ({number})" in said
    assert "**Western European and Others Group** (27)" in said
    assert titles(at)[-1] == "13 States joined and 4 left between 2017 and 2019"
    assert "Not known" not in said, "the list is complete"
    assert "The text was adopted without a vote." in said
    assert len(frame_with(at, "Where it was read")) == (record.lists["resolution"] == "A/RES/74/146").sum()


def test_the_withdrawals_of_2013_are_told():
    at = opened("resolutions", text="A/RES/68/181", evidence="AUT")
    said = words(at)
    assert "Austria on A/RES/68/181: not a sponsor" in said
    assert said.lower().count("withdr") >= 2, "on the page of the text, and in the evidence for Austria"
    assert "35 sponsors" in answer(at)


def test_austria_on_the_text_of_2023_is_not_known():
    at = opened("resolutions", text="A/RES/78/216", evidence="AUT")
    said = words(at)
    assert "Austria on A/RES/78/216: not known" in said
    assert "Austria" in next(line for line in said.splitlines() if line.startswith("**Not known**"))
    assert "at least 73 sponsors" in answer(at)


def test_a_text_without_a_list_names_the_document_that_would_settle_it(record):
    at = opened("resolutions", text="A/RES/60/161")
    assert answer(at).endswith("its sponsors are not known: no list is held.")
    assert "nobody is known to have sponsored, or not" in words(at)
    assert "A/60/509/Add.2 (Part II) would settle it" in words(at)
    assert "or not. Report " in words(at)
    assert "No list of the sponsors of this text is held" in words(at)


def test_a_text_that_does_not_exist_opens_the_latest_with_a_list_and_leaves_the_address():
    at = opened("resolutions", text="A/RES/1/1", years="2024-2024")
    assert at.session_state["text"] == "A/RES/78/216"
    assert "text" not in at.query_params


def test_a_vote_shows_who_voted_and_another_text_can_be_chosen():
    at = opened("resolutions", text="A/HRC/RES/34/5")
    assert len(frame_with(at, "In favour")) >= 5
    assert "supports a hostile amendment" in words(at)
    box(at, "Text").select("A/RES/70/161")
    assert "A/RES/70/161" in answer(sound(at.run()))
    assert at.query_params["text"] == "A/RES/70/161"
