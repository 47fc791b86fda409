"""Items made from the record: the numbers are those of the grid, and what cannot be made stops nothing."""

from __future__ import annotations

import pytest

from briefing.document import sections
from briefing.document.spec import Item, chart_item
from data.words import CELLS
from tests.briefing.briefings import each_kind


@pytest.fixture(scope="module")
def made(record) -> list[sections.Section]:
    return sections.sections(each_kind(), record)


def test_every_item_is_there_in_order(made) -> None:
    kinds = ["chart", "chart", "state", "resolution", "targets", "chart", "text"]
    assert [part.kind for part in made] == kinds
    assert made[1].title == made[1].charts[0].title == "Our own title"
    assert made[5].failed.startswith("This could not be made: no chart 'no-such-chart'")
    assert [line.typed for line in made[6].own] == ["Please:", "• co-sponsor the text", "• say so early"]


def test_a_state_is_shown_as_the_grid_has_it(made, record) -> None:
    frame = made[2].tables[0].frame.set_index("Resolution")
    cells = record.rows("grid", iso3="AUT").set_index("resolution")["value"]
    wanted = {text: CELLS[value] for text, value in cells.items()} | {"A/RES/68/181": "not a sponsor, withdrew"}
    assert wanted == frame["Record"].to_dict()
    assert frame.loc["A/RES/78/216", "Record"] == "not known"
    assert frame.loc["A/HRC/RES/25/18", "Record"] == "sponsor"
    assert list(frame["Year"]) == sorted(frame["Year"], reverse=True)


def test_a_text_without_a_list_has_no_picture_of_sponsors(made) -> None:
    part = made[3]
    assert part.charts == ()
    facts = dict(part.tables[0].frame.itertuples(index=False))
    assert facts["Sponsors"] == "85"
    assert "85 sponsors were reported" in part.paragraphs[0]


def test_a_stored_item_keeps_its_stage(record) -> None:
    spec = {"resolution": "A/RES/57/209"}
    end = sections.section(Item("resolution", spec=spec), record)
    tabled = sections.section(Item("resolution", spec={**spec, "stage": "tabled"}), record)
    facts = [dict(part.tables[0].frame.itertuples(index=False))["Sponsors"] for part in (end, tabled)]
    assert facts == ["68", "59 as tabled"]
    assert "sponsored the 2002 text as tabled" in tabled.charts[0].title
    assert [d.symbol for d in tabled.documents][:2] == ["A/RES/57/209", "A/C.3/57/L.51"]
    state = sections.section(Item("state", spec={"state": "ZAF", "stage": "tabled"}), record)
    assert "in the General Assembly as tabled" in state.charts[0].title
    assert "as tabled" in state.paragraphs[0]
    wrong = sections.section(Item("state", spec={"state": "ZAF", "stage": "soon"}), record)
    assert "no lists of the stage 'soon' are held" in wrong.failed


def test_withdrawals_are_told_by_region_and_by_name(record) -> None:
    part = sections.section(Item("resolution", spec={"resolution": "A/RES/68/181"}), record)
    assert "35 sponsors; 36 States withdrew." in part.paragraphs[0]
    named = [paragraph for paragraph in part.paragraphs if paragraph.startswith("Withdrew, ")]
    assert [line.split(":")[0] for line in named] == [
        "Withdrew, Asia-Pacific (1)",
        "Withdrew, Eastern European (16)",
        "Withdrew, Western Europe & Others (19)",
    ]
    assert "Spain" in named[2]
    assert "A/68/456/Add.2" in {document.symbol for document in part.documents}


def test_targets_come_with_reasons_and_the_list_that_they_would_make(made) -> None:
    part = made[4]
    frame, projection = part.tables[0].frame, part.tables[1].frame
    assert list(frame["State"]) == ["South Africa", "Mali"]
    assert list(frame["Why"]) == ["sponsored in 2019", ""]
    last = projection.iloc[-1]
    assert last["Asked"] == 2
    assert last["Members"] == 193
    assert last["Total"] == projection.iloc[:-1]["Total"].sum()
    assert f"= {last['Total']} sponsors" in part.paragraphs[1]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (Item("state", spec={"state": "XXX"}), "no State 'XXX'"),
        (Item("resolution", spec={"resolution": "A/RES/1/1"}), "no resolution"),
        (Item("targets", spec={"targets": ["KEN", "XXX"]}), "no State XXX"),
        (Item("targets", spec={"targets": ["KEN"], "body": "XX"}), "no body"),
        (chart_item("timeline"), "a State is needed"),
        (Item("chart", spec={"chart": "columns", "params": ["GA"]}), "cannot be read"),
    ],
)
def test_what_the_record_cannot_answer_says_so(item: Item, said: str, record) -> None:
    part = sections.section(item, record)
    assert said in part.failed
    assert part.charts == ()


def test_documents_are_named_once_with_where_they_are(made, record) -> None:
    found = sections.documents(made)
    keys = [(document.symbol, document.what) for document in found]
    assert len(keys) == len(set(keys))
    symbols = {document.symbol for document in found}
    assert {"A/RES/74/146", "A/74/49 (Vol. I)", "A/RES/76/174"} <= symbols
    assert all(document.url.startswith("https://") for document in found)
