"""The founders: who tabled the mandate or sponsored the Declaration, and where each stands today."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.states.founders import founders
from charts.catalog import build
from charts.frame.chart import Context
from charts.kinds.states.assembly import assembly
from charts.kinds.states.founders import founders_painting
from tests import made

TEXT = pd.Series({"resolution": "CHR 2000", "year": 2000, "asked": "tabled"})


def painted(then: str, today: str, **more):
    record = made.drawn({"CHR": f"2000\n{then}", "GA": today}, lists={2000: ("complete", "tabled")}, **more)
    table = founders(record, "CHR 2000", "GA")
    return founders_painting(table, TEXT, "mandate", "GA")


def test_each_founder_stands_on_off_or_open_and_the_rest_apart():
    painting = painted(
        "AAA S\nBBB S\nCCC S\nDDD t\nEEE ?\nFFF -", "2019 2023\nAAA S S\nBBB S n\nCCC S ?\nDDD S S\nEEE n n\nFFF S S"
    )
    looks = dict(zip(painting.states["iso3"], painting.states["look"], strict=True))
    assert looks == {"AAA": "on", "BBB": "off", "CCC": "open", "DDD": "other", "EEE": "unsure", "FFF": "not_member"}
    assert painting.title == (
        "Of the 3 States known to have tabled the resolution that created the mandate in 2000, 1 sponsored the "
        "Assembly text of 2023 and 1 did not; of 1 it is not known"
    )
    assert painting.head("African Group") == "1 of 3 stand, 1 not known"
    for said in (
        "The list is the draft as tabled: who joined later is not known.",
        "Not known whether they tabled the resolution that created the mandate for 1 State: Eee.",
        "Not known whether they sponsored in 2023 for 1 State: Ccc.",
    ):
        assert said in painting.note
    assert "No State is left open" not in assembly(painting, Context()).alt


def test_the_real_founders_of_the_mandate(record):
    """E/CN.4/2000/L.37: 52 names, Switzerland among them as an observer; seven of the African Group."""
    chart = build("founders", record)
    named = set(record.rows("sponsors").loc[record.rows("sponsors")["list_id"] == "CHR 2000/61#tabled", "iso3"])
    latest = set(record.rows("sponsors").loc[record.rows("sponsors")["list_id"] == "A/RES/78/216#final", "iso3"])
    doubt = record.rows("lists").set_index("list_id").at["A/RES/78/216#final", "unknown_states"].split(";")
    on, dark = len(named & latest), len(named & set(doubt) - latest)
    assert (len(named), on, dark) == (52, 41, 5)
    assert chart.title == (
        f"Of the 52 States that tabled the resolution that created the mandate in 2000, {on} sponsored the Assembly "
        f"text of 2023 and {52 - on - dark} did not; of {dark} it is not known"
    )
    table = chart.table.set_index("State")
    founded = table[table["Shown as"].str.startswith("tabled the resolution")]
    assert set(founded["Code"]) == named
    african = founded[founded["Regional group"] == "African Group"].index
    assert set(african) == {"Botswana", "Eswatini", "Madagascar", "Morocco", "Nigeria", "Senegal", "South Africa"}
    assert "An observer in 2000: Switzerland." in chart.note
    assert "E/CN.4/2000/L.37" in chart.source


def test_the_real_founders_of_the_declaration(record):
    chart = build("founders", record, text="A/RES/53/144")
    assert chart.title.startswith("Of the 55 States known to have sponsored the Declaration in 1998, ")
    assert "Not known whether they sponsored the Declaration for 1 State: France." in chart.note
    assert "draft" not in chart.note, "the list of 1998 is the final one"
    table = chart.table.set_index("Code")
    assert table.loc["FRA", "Record"].startswith("not known whether it sponsored the Declaration")


def test_founders_are_asked_about_in_the_council_too(record):
    chart = build("founders", record, text="CHR 2000/61", body="HRC")
    assert "sponsored the Council text of 2019" in chart.title


def test_only_a_founding_text_has_founders(record):
    with pytest.raises(ValueError, match="no founding text"):
        build("founders", record, text="A/RES/74/146")
