"""Resolutions: one text, its sponsors as written, its changes, votes and documents."""

from __future__ import annotations

import pytest

from tests.pages.visit import answer, box, frame_with, opened, sound, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def test_the_text_of_2019(record):
    at = opened("resolutions", text="A/RES/74/146", versus="A/RES/72/247")
    assert answer(at) == "A/RES/74/146, adopted without a vote: 84 sponsors."
    said = words(at)
    for group, number in {
        "African": 12,
        "Asia-Pacific": 9,
        "Eastern European": 19,
        "Latin American and Caribbean": 17,
    }.items():
        assert f"**{group} Group** ({number})" in said
    assert "**Western European and Others Group** (27)" in said
    assert titles(at)[-1] == "13 States joined since 2017; 4 sponsors of 2017 did not sponsor in 2019"
    assert "Not known" not in said, "the list is complete"
    assert "The text was adopted without a vote." in said
    assert len(frame_with(at, "Where it was read")) == (record.rows("lists")["resolution"] == "A/RES/74/146").sum()


def test_the_withdrawals_of_2013_are_told():
    at = opened("resolutions", text="A/RES/68/181", evidence="AUT")
    said = words(at)
    assert "Austria on A/RES/68/181: not a sponsor, withdrew" in said
    assert "Austria had sponsored A/RES/68/181 and withdrew: it is among the 36 States" in said
    assert answer(at) == "A/RES/68/181, adopted without a vote: 35 sponsors; 36 States withdrew."
    back = said[said.index("They had sponsored the text and took their names back: A/68/456/Add.2.") :]
    assert "Withdrew, by region, as written" in said
    for group, number in (("Asia-Pacific", 1), ("Eastern European", 16), ("Western European and Others", 19)):
        assert f"**{group} Group** ({number})" in said
    assert "A/68/456/Add.2" in back
    assert "Spain" in said


def test_the_draft_as_tabled_is_shown_with_who_is_not_on_it():
    at = opened("resolutions", text="CHR 2000/61", evidence="KEN")
    assert answer(at).endswith(": 52 sponsors as tabled, one of them an observer.")
    said = words(at)
    assert "Kenya on CHR 2000/61: not named when tabled" in said
    assert "Kenya is not named on CHR 2000/61 as tabled (E/CN.4/2000/L.37, 52 names)." in said
    assert "**Not named when tabled** (136 Member States): everybody not named" in said
    assert "**African Group** (7)" in said
    assert "**Observers** (1): Switzerland" in said
    assert "**Not known**" not in said


def test_another_stage_shows_its_own_list_and_its_own_evidence(record):
    tabled = set(record.rows("sponsors").loc[record.rows("sponsors")["list_id"] == "A/RES/57/209#tabled", "iso3"])
    final = set(record.rows("sponsors").loc[record.rows("sponsors")["list_id"] == "A/RES/57/209#final", "iso3"])
    later = sorted(final - tabled)[0]
    at = opened("resolutions", text="A/RES/57/209", stage="tabled", evidence=later)
    assert answer(at).endswith(": 59 sponsors as tabled.")
    said = words(at)
    name = record.states.set_index("iso3").at[later, "short_name"]
    assert f"{name} on A/RES/57/209: not named when tabled" in said
    assert "Whether it joined later is told by the later lists of the text." in said
    assert "It is named on another list of this text (final" in said
    dark = opened("resolutions", text="A/RES/74/146", stage="tabled")
    assert answer(dark).endswith("its sponsors as tabled are not known: no list as tabled is held.")
    assert "No list as tabled is held; the lists held are named under “Documents”." in words(dark)


def test_austria_on_the_text_of_2023_is_not_known():
    at = opened("resolutions", text="A/RES/78/216", evidence="AUT")
    said = words(at)
    assert "Austria on A/RES/78/216: not known" in said
    assert "Austria" in next(line for line in said.splitlines() if line.startswith("**Not known**"))
    assert "at least 73 sponsors" in answer(at)


def test_a_text_without_a_list_names_the_document_that_would_settle_it(record):
    at = opened("resolutions", text="A/HRC/RES/43/16")
    assert answer(at).endswith("its sponsors are not known: no list is held.")
    assert "nobody is known to have sponsored, or not" in words(at)
    assert "Report A/HRC/43/2 and draft A/HRC/43/L.5 would settle it" in words(at)
    assert "or not. Report " in words(at)
    assert "No list of the sponsors of this text is held" in words(at)


def test_where_no_text_is_of_the_years_the_latest_with_a_list_is_open():
    at = opened("resolutions", years="2024-2024")
    assert at.session_state["text"] == "A/RES/78/216"
    assert "text" not in at.query_params


def test_a_vote_shows_who_voted_and_another_text_can_be_chosen():
    at = opened("resolutions", text="A/HRC/RES/34/5")
    assert len(frame_with(at, "In favour")) >= 5
    assert "supports a hostile amendment" in words(at)
    box(at, "Text").select("A/RES/70/161")
    assert "A/RES/70/161" in answer(sound(at.run()))
    assert at.query_params["text"] == "A/RES/70/161"
