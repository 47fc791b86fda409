"""What a cell rests on, told in words that cannot be read as more than is known."""

from __future__ import annotations

import pytest

from analytics.evidence import evidence
from data.words import CELLS
from tests.drafted import DRAFT, Drafted, add_draft, add_list


class TestTheCellsThatAreAskedAbout:
    def test_a_sponsor_is_told_as_written_with_its_document(self, record):
        found = evidence(record, "A/RES/74/146", "CIV")
        assert found.value == "sponsor"
        assert found.used.as_written == "Côte d’Ivoire"
        assert "as “Côte d’Ivoire”, on the final list" in found.sentence
        assert found.used.official_url.startswith("https://undocs.org/A/74/49")
        assert found.used.read_at.startswith("https://")
        assert "p. 843" in found.used.source_title

    def test_austria_in_2023_is_not_known(self, record):
        found = evidence(record, "A/RES/78/216", "AUT")
        assert found.value == "unknown"
        assert found.sentence.startswith("Not known: Austria is not named on the final list")
        assert "names are probably missing" in found.sentence
        assert "A/78/481/Add.2 would settle it" in found.used.note

    def test_the_united_kingdom_in_2016_is_not_known_and_its_vote_is_told(self, record):
        found = evidence(record, "A/HRC/RES/31/32", "GBR")
        assert found.value == "unknown"
        assert "It voted in favour of the text (HRC plenary)." in found.caveats

    def test_austria_in_2013_withdrew_and_is_never_told_to_be_no_sponsor_without_the_word(self, record):
        found = evidence(record, "A/RES/68/181", "AUT")
        assert (found.value, found.withdrew) == ("not_sponsor", True)
        assert found.sentence == (
            "Austria had sponsored A/RES/68/181 and withdrew: it is among the 36 States that took their names back "
            "(A/68/456/Add.2)."
        )
        told, *others = found.caveats
        assert not any("#withdrawn" in sentence or "(withdrawn" in sentence for sentence in others)
        assert told.startswith("27 November 2013: 36 European States (EU members and neighbours) withdraw")
        assert "Not a loss of support for defenders" in told

    def test_china_in_2013_did_not_sponsor_and_did_not_withdraw(self, record):
        found = evidence(record, "A/RES/68/181", "CHN")
        assert found.sentence == "China is not named on the complete final list of A/RES/68/181 (35 names)."
        assert not found.withdrew

    def test_who_is_not_named_on_a_draft_may_have_joined_later(self, record):
        found = evidence(record, "CHR 2000/61", "GHA")
        assert found.value == "not_when_tabled"
        assert found.sentence == (
            "Ghana is not named on CHR 2000/61 as tabled (E/CN.4/2000/L.37, 52 names). Whether it joined later is not "
            "known: no later list is held."
        )
        assert "not a sponsor" not in found.sentence
        named = evidence(record, "CHR 2000/61", "ZAF")
        assert named.sentence == (
            "South Africa is named as a sponsor of CHR 2000/61, as “South Africa”, on the tabled list."
        )
        assert "The list held is of the stage “tabled”, not the final one." in named.caveats

    def test_single_names_out_of_statements(self, record):
        named = evidence(record, "A/RES/76/174", "CAN")
        assert named.value == "sponsor"
        assert named.sentence.endswith("in a statement or note.")
        other = evidence(record, "A/RES/76/174", "FRA")
        assert other.sentence == (
            "Not known: no list of sponsors of A/RES/76/174 is held, only single names, and France is not among them."
        )

    def test_not_yet_a_member(self, record):
        found = evidence(record, "A/RES/64/163", "SSD")
        assert found.value == "not_member"
        assert (
            "became a Member State on 14 July 2011, after A/RES/64/163 was adopted on 18 December 2009"
            in found.sentence
        )
        assert evidence(record, "A/RES/56/163", "CHE").sentence.startswith(
            "Switzerland became a Member State on 10 September"
        )

    def test_nothing_is_held(self, record):
        found = evidence(record, "A/HRC/RES/13/13", "NOR")
        assert found.sentence == "Not known: no list of sponsors of A/HRC/RES/13/13 is held."
        assert found.used is None
        assert found.others == ()
        assert found.text_url == "https://undocs.org/A/HRC/RES/13/13"

    def test_a_damaged_list(self, record):
        found = evidence(record, "A/RES/66/164", "NOR")
        assert found.value == "unknown"
        assert "only part of the tabled revised list of A/RES/66/164 could be read (42 names)" in found.sentence
        named = evidence(record, "A/RES/66/164", "SWE")
        assert "The list held is of the stage “tabled revised”, not the final one." in named.caveats

    def test_a_main_sponsor(self, record):
        assert "is named as main sponsor of" in evidence(record, "A/HRC/RES/22/6", "NOR").sentence


class TestOfADraft:
    def test_one_list(self, with_draft):
        found = evidence(with_draft.record.with_drafts, DRAFT, "CHN")
        assert found.sentence == (
            f"Not known: China is not named so far on the list held of {DRAFT}, which is not adopted yet: it may still "
            "join."
        )

    @pytest.mark.parametrize("use", [True, False], ids=["one of them used", "none of them used"])
    def test_several_lists(self, tmp_path, use):
        made = Drafted(tmp_path / "d.duckdb", tmp_path / "user")
        add_draft(made.folder)
        add_list(made.folder, {"NOR": "Norway", "KEN": "Kenya"}, use=use)
        add_list(made.folder, {"PER": "Peru"}, "additional", use=False, document_symbol=f"{DRAFT}/Add.1")
        add_list(made.folder, {"KEN": "Kenya"}, "withdrawn", use=False)
        record = made.build().with_drafts
        told = {iso3: evidence(record, DRAFT, iso3) for iso3 in ("NOR", "PER", "KEN", "CHN")}
        assert told["NOR"].sentence == f"Norway is named as a sponsor of {DRAFT}, as “Norway”, on the tabled list."
        assert told["PER"].sentence == f"Peru is named as a sponsor of {DRAFT}, as “Peru”, on the additional list."
        assert told["PER"].used.document_symbol == f"{DRAFT}/Add.1"
        assert told["KEN"].sentence.startswith(f"Kenya had sponsored {DRAFT} and withdrew")
        assert told["CHN"].sentence.startswith("Not known: China is not named so far on any of the 2 lists held of")


class TestOtherListsOfTheText:
    def test_ghana_is_only_on_the_list_of_the_mission(self, record):
        found = evidence(record, "A/RES/72/247", "GHA")
        assert found.value == "not_sponsor"
        (other,) = found.others
        assert (other.stage, other.as_written) == ("as adopted", "Ghana")
        assert any("named on another list of this text" in sentence for sentence in found.caveats)

    def test_the_used_list_is_not_among_the_others(self, record):
        found = evidence(record, "A/RES/78/216", "NOR")
        assert found.used.list_id == "A/RES/78/216#final"
        assert {o.stage for o in found.others} == {"tabled", "tabled revised", "additional"}

    def test_absence_from_an_earlier_stage_is_no_caveat(self, record):
        found = evidence(record, "A/HRC/RES/22/6", "PSE")
        assert found.value == "sponsor"
        assert not any("another complete list" in sentence for sentence in found.caveats)


def test_every_cell_has_a_sentence_that_fits_its_value(record):
    grid = record.rows("grid")[
        record.rows("grid")["iso3"].isin(["NOR", "AUT", "SSD", "PSE", "GBR", "CHE", "GHA", "ESP"])
    ]
    assert set(grid.value) == set(CELLS)
    for row in grid.itertuples():
        found = evidence(record, row.resolution, row.iso3)
        assert found.value == row.value
        assert row.resolution in found.sentence
        assert found.sentence.startswith("Not known") == (row.value == "unknown")
        assert ("is named as" in found.sentence) == (row.value == "sponsor")
        assert ("became a Member State" in found.sentence) == (row.value == "not_member")
        assert ("joined later is not known" in found.sentence) == (row.value == "not_when_tabled")
        assert ("withdrew" in found.sentence) == found.withdrew == bool(row.withdrawn_list)
        assert bool(found.used and found.used.as_written) == (row.value == "sponsor")
        assert bool(found.used) == bool(row.list_id)


@pytest.mark.parametrize(("resolution", "iso3"), [("A/RES/99/1", "NOR"), ("A/RES/74/146", "XXX")])
def test_what_is_not_in_the_record_is_refused(record, resolution, iso3):
    with pytest.raises(ValueError, match="no cell for"):
        evidence(record, resolution, iso3)
