"""What a cell rests on, told in words that cannot be read as more than is known."""

from __future__ import annotations

import pytest

from analytics.evidence import evidence


class TestTheCellsThatAreAskedAbout:
    def test_a_sponsor_is_told_as_written_with_its_document(self, record):
        found = evidence(record, "A/RES/74/146", "CIV")
        assert found["value"] == "sponsor"
        assert found["as_written"] == "Côte d’Ivoire"
        assert "as “Côte d’Ivoire”, on the final list" in found["sentence"]
        assert found["official_url"].startswith("https://undocs.org/A/74/49")
        assert found["read_at"].startswith("https://")
        assert "p. 843" in found["source_title"]

    def test_austria_in_2023_is_not_known(self, record):
        found = evidence(record, "A/RES/78/216", "AUT")
        assert found["value"] == "unknown"
        assert found["sentence"].startswith("Not known: Austria is not named on the final list")
        assert "names are probably missing" in found["sentence"]
        assert "A/78/481/Add.2 would settle it" in found["note"]

    def test_the_united_kingdom_in_2016_is_not_known_and_its_vote_is_told(self, record):
        found = evidence(record, "A/HRC/RES/31/32", "GBR")
        assert found["value"] == "unknown"
        assert "It voted in favour of the text (HRC plenary)." in found["caveats"]

    def test_austria_in_2013_did_not_sponsor_and_the_withdrawal_is_told(self, record):
        found = evidence(record, "A/RES/68/181", "AUT")
        assert found["value"] == "not_sponsor"
        assert (
            found["sentence"] == "Austria is not named on the complete final list of A/RES/68/181 (35 names)."
        )
        (told,) = found["caveats"]
        assert told.startswith("27 November 2013: More than 30 European States withdraw their sponsorship")
        assert "Not a loss of support for defenders" in told

    def test_not_yet_a_member(self, record):
        found = evidence(record, "A/RES/64/163", "SSD")
        assert found["value"] == "not_member"
        assert (
            "became a Member State on 14 July 2011, after A/RES/64/163 was adopted on 18 December 2009"
            in found["sentence"]
        )
        assert evidence(record, "A/RES/56/163", "CHE")["sentence"].startswith(
            "Switzerland became a Member State on 10 September"
        )

    def test_nothing_is_held(self, record):
        found = evidence(record, "A/RES/53/144", "NOR")
        assert found["sentence"] == "Not known: no list of sponsors of A/RES/53/144 is held."
        assert found["list_id"] == found["document_symbol"] == found["read_at"] == ""
        assert found["others"] == []
        assert found["resolution_url"] == "https://undocs.org/A/RES/53/144"

    def test_a_damaged_list(self, record):
        found = evidence(record, "A/RES/66/164", "NOR")
        assert found["value"] == "unknown"
        assert (
            "only part of the tabled revised list of A/RES/66/164 could be read (42 names)"
            in found["sentence"]
        )
        assert "The list held is of the stage “tabled revised”, not the final one." in found["caveats"]

    def test_a_main_sponsor(self, record):
        assert "is named as main sponsor of" in evidence(record, "A/HRC/RES/22/6", "NOR")["sentence"]


class TestOtherListsOfTheText:
    def test_ghana_is_only_on_the_list_of_the_mission(self, record):
        found = evidence(record, "A/RES/72/247", "GHA")
        assert found["value"] == "not_sponsor"
        (other,) = found["others"]
        assert (other["stage"], other["named"], other["as_written"]) == ("as adopted", True, "Ghana")
        assert any("named on another list of this text" in sentence for sentence in found["caveats"])

    def test_the_used_list_is_not_among_the_others(self, record):
        found = evidence(record, "A/RES/78/216", "NOR")
        assert found["list_id"] == "A/RES/78/216#final"
        assert {o["stage"] for o in found["others"]} == {"tabled", "tabled revised", "additional"}

    def test_absence_from_an_earlier_stage_is_no_caveat(self, record):
        found = evidence(record, "A/HRC/RES/22/6", "PSE")
        assert found["value"] == "sponsor"
        assert not any("another complete list" in sentence for sentence in found["caveats"])


def test_every_cell_has_a_sentence_that_fits_its_value(record):
    grid = record.grid[record.grid["iso3"].isin(["NOR", "AUT", "SSD", "PSE", "GBR"])]
    for row in grid.itertuples():
        found = evidence(record, row.resolution, row.iso3)
        assert found["value"] == row.value
        assert row.resolution in found["sentence"]
        assert found["sentence"].startswith("Not known") == (row.value == "unknown")
        assert ("is named as" in found["sentence"]) == (row.value == "sponsor")
        assert ("became a Member State" in found["sentence"]) == (row.value == "not_member")
        assert bool(found["as_written"]) == (row.value == "sponsor")
        assert bool(found["list_id"]) == bool(row.list_id)


@pytest.mark.parametrize(("resolution", "iso3"), [("A/RES/99/1", "NOR"), ("A/RES/74/146", "XXX")])
def test_what_is_not_in_the_record_is_refused(record, resolution, iso3):
    with pytest.raises(ValueError, match="no cell for"):
        evidence(record, resolution, iso3)
