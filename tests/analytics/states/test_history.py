"""One State through all texts."""

from __future__ import annotations

import pytest

from analytics.measures import Measures
from analytics.states.history import peers
from data.words import CELLS, WITHDREW
from tests import made


def test_as_written_role_vote_and_value_of_each_text():
    states = [made.state("AAA", name="Aland"), made.state("BBB", name="Bland")]
    texts = [
        made.text("T1", "2001-12-01"),
        made.text("T2", "2003-12-01", "no list found"),
        made.text("T3", "2005-12-01"),
    ]
    one, two = made.listed("T1", {"AAA": "Kingdom of Aland"}), made.listed("T3", {"BBB": "Bland"})
    other = made.listed("T3", {"AAA": "Aland (draft)"}, stage="tabled", used="no")
    one[1][0]["role"] = "main sponsor"
    votes = [made.vote("T3", "AAA", "yes"), made.vote("T3", "AAA", "no", stage="amendment L.1")]
    record = made.record(states, texts, [one, two, other], votes=votes)
    table = Measures(record).history("AAA").set_index("resolution")
    assert list(table.index) == ["T1", "T2", "T3"]
    assert table["value"].tolist() == ["sponsor", "unknown", "not_sponsor"]
    assert table["word"].tolist() == [CELLS[v] for v in ("sponsor", "unknown", "not_sponsor")]
    # A name on a list that is not used does not slip in.
    assert table["as_written"].tolist() == ["Kingdom of Aland", "", ""]
    assert table["role"].tolist() == ["main sponsor", "", ""]
    # Only the vote on the text, and the amendment makes no second row.
    assert table["vote"].tolist() == ["", "", "yes"]


def test_a_withdrawal_and_a_draft_are_called_by_their_names(record):
    spain = Measures(record).history("ESP").set_index("resolution").loc["A/RES/68/181"]
    assert (spain["value"], spain["word"]) == ("not_sponsor", WITHDREW)
    assert spain["withdrawn_list"] == "A/RES/68/181#withdrawn"
    china = Measures(record).history("CHN").set_index("resolution")
    assert china.loc["A/RES/68/181", ["word", "withdrawn_list"]].tolist() == ["not a sponsor", ""]
    assert china.loc["CHR 2000/61", ["word", "known", "asked"]].tolist() == ["not named when tabled", True, "tabled"]
    council = china.loc["A/HRC/RES/25/18", ["word", "known", "asked"]]
    assert council.tolist() == ["not named when tabled", False, "final"]


def test_an_unknown_state_is_refused(record):
    with pytest.raises(ValueError, match="no State 'XXX'"):
        Measures(record).history("XXX")


def test_every_state_has_38_rows_each_with_its_cell(record):
    grid = Measures(record).cells()
    for iso3 in ("NOR", "AUT", "SSD", "PSE"):
        table = Measures(record).history(iso3)
        assert table["resolution"].is_unique
        assert len(table) == 38
        mine = grid[grid["iso3"] == iso3].set_index("resolution")["value"]
        assert table.set_index("resolution")["value"].to_dict() == mine.to_dict()


def test_a_state_is_named_exactly_where_its_cell_says_sponsor(record):
    table = Measures(record).history("CHE")
    assert (table["as_written"] != "").tolist() == (table["value"] == "sponsor").tolist()


def test_peers_are_the_rest_of_the_group_and_observers_have_none():
    picture = """
            2001 2003
        AAA S    S
        BBB n    S
        CCC S    S
        EEE S    S
        OBS S    S
    """
    record = made.drawn(picture, groups={"EEE": "Eastern European Group"}, observers=["OBS"])
    table = Measures(record).ladder("GA")
    assert peers(table, "AAA")["iso3"].tolist() == ["CCC", "BBB"]
    assert peers(table, "OBS").empty
    assert peers(table, "XXX").empty
