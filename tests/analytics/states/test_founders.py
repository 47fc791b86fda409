"""The founding texts, and what is said of those who are named on them."""

from __future__ import annotations

import pytest

from analytics.states.founders import deeds, founders, founding_texts
from tests import made


def test_the_founding_texts_and_what_was_done(record):
    assert founding_texts(record) == {"mandate": "CHR 2000/61", "declaration": "A/RES/53/144"}
    assert deeds(record) == {
        "CHR 2000/61": "tabled the resolution that created the mandate (CHR 2000/61, as tabled, E/CN.4/2000/L.37)",
        "A/RES/53/144": "sponsored the Declaration (A/RES/53/144)",
    }


def test_only_a_list_of_the_draft_says_that_it_was_tabled():
    text = made.text("CHR 2000/61", "2000-04-26", body="CHR") | {"mandate_action": "created"}
    listed = made.listed("CHR 2000/61", {"GHA": "Ghana"})
    record = made.record([made.state("GHA")], [text], [listed])
    assert deeds(record) == {"CHR 2000/61": "sponsored the resolution that created the mandate (CHR 2000/61)"}


def test_where_the_founders_stand_today(record):
    table = founders(record, "CHR 2000/61").set_index("iso3")
    assert int(table["founder"].sum()) == 52
    assert (table.loc["CHE", "status_then"], bool(table.loc["CHE", "founder"])) == ("observer", True)
    assert (table.loc["ZAF", "now"], table.loc["AUT", "now"]) == ("off", "open")
    declared = founders(record, "A/RES/53/144").set_index("iso3")
    assert (declared.loc["FRA", "value"], bool(declared.loc["FRA", "founder"])) == ("unknown", False)
    with pytest.raises(ValueError, match="no resolution"):
        founders(record, "A/RES/0/0")
