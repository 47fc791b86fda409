"""Ready-made briefings from the real record."""

from __future__ import annotations

import html
import io

import pytest
from pptx import Presentation

from analytics.measures import Measures
from analytics.texts import changes
from briefing.document import sections, templates
from briefing.document.forms import deck, present
from briefing.document.spec import Briefing, Item
from tests.drafted import drafted


@pytest.mark.parametrize("name", list(templates.TEMPLATES))
@pytest.mark.parametrize("body", ["GA", "HRC"])
def test_every_item_of_every_template_can_be_made(name: str, body: str, record) -> None:
    briefing = templates.make(name, record, templates.Asked(body, "KEN"))
    made = sections.sections(briefing, record)
    assert len(made) >= 3
    assert [part.failed for part in made if part.failed] == []


def test_the_side_event_has_trend_regions_map_changes_and_the_ask(record) -> None:
    items = templates.make("side-event", record).items
    assert [item.spec.get("chart") for item in items] == ["columns", "regions", "map-status", "changes", None]
    assert "2026" in items[-1].text
    assert "session 81" in items[-1].text


@pytest.mark.parametrize("state", ["KEN", "NOR", "AUT", "CHN", "PSE", "SSD"])
def test_a_visit_says_only_what_the_record_says(state: str, record) -> None:
    briefing = templates.make("capital-visit", record, templates.Asked(state=state))
    frame = sections.section(briefing.items[0], record).tables[0].frame.set_index("Resolution")["Record"]
    cells = record.rows("grid", iso3=state).set_index("resolution")["value"]
    assert (frame == "sponsor").sum() == (cells == "sponsor").sum()
    assert (frame == "not known").sum() == (cells == "unknown").sum()


def test_the_campaign_asks_first_who_left(record) -> None:
    briefing = templates.make("campaign-update", record)
    targets = next(item for item in briefing.items if item.kind == "targets")
    asked = [each["iso3"] for each in targets.spec["targets"]]
    left = changes.summary(Measures(record).changes("A/RES/74/146", "A/RES/78/216"))["left"]
    assert set(left) <= set(asked)
    assert "NOR" not in asked
    assert "AUT" not in asked, "not known is not lapsed"
    assert targets.spec["reasons"]
    assert not any("why" in each for each in targets.spec["targets"])


def test_the_users_own_choice_and_title(record) -> None:
    briefing = templates.make("campaign-update", record, templates.Asked(picked=("KEN", "GHA")), "Mine")
    assert briefing.title == "Mine"
    targets = next(item for item in briefing.items if item.kind == "targets")
    assert [each["iso3"] for each in targets.spec["targets"]] == ["KEN", "GHA"]


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("party", {}, "no template 'party'"),
        ("capital-visit", {}, "needs a State"),
        ("capital-visit", {"state": "XXX"}, "no State 'XXX'"),
        ("side-event", {"body": "CHR"}, "GA or the HRC"),
        ("campaign-update", {"picked": ("XXX",)}, "no State XXX"),
    ],
)
def test_what_is_wrongly_asked_is_said(name: str, asked: dict, said: str, record) -> None:
    with pytest.raises(ValueError, match=said):
        templates.make(name, record, templates.Asked(**asked))


def test_who_is_named_on_the_draft_is_thanked_and_not_asked(tmp_path) -> None:
    asked = templates.Asked(picked=("KEN", "MLI", "ZAF"), year=2026, callers={"MLI": "Bo"})
    first, whom, *_ = templates.make("campaign-update", drafted(tmp_path).record, asked).items
    assert whom.title == "2 States to ask, and what the list would then come to"
    whom = whom.spec["targets"]
    assert [(each["iso3"], each["who"]) for each in whom] == [("MLI", "Bo"), ("ZAF", "")]
    assert "Of our list named on the draft already: Kenya. We thank them." in first.text


def test_the_deck_of_a_scenario_projects_the_scenario(record) -> None:
    asked = templates.Asked(picked=("MLI", "GHA"), year=2026, scenario=("MLI", "ZAF", "HTI"), keep=False)
    items = templates.make("campaign-update", record, asked).items
    targets = next(item for item in items if item.kind == "targets")
    assert (targets.title, targets.spec["projection"]) == ("2 States to ask", False)
    chart = next(item.spec["params"] for item in items if item.spec.get("chart") == "assembly-coalition")
    assert (chart["picked"], chart["keep"], chart["year"]) == ("MLI,ZAF,HTI", "no", 2026)
    assert [part.failed for part in sections.sections(templates.make("campaign-update", record, asked), record)] == [
        ""
    ] * len(items)


def test_no_row_of_a_list_is_dropped_from_slides_paper_or_presentation(record) -> None:
    every = list(record.states.loc[record.states["status"] == "member", "iso3"])
    item = Item("targets", spec={"targets": every, "body": "GA"})
    names = set(record.states.loc[record.states["status"] == "member", "short_name"])
    briefing = Briefing("All", "", (item,))
    slides = Presentation(io.BytesIO(deck.deck(briefing, record))).slides
    rows = [
        row.cells[0].text for slide in slides for shape in slide.shapes if shape.has_table for row in shape.table.rows
    ]
    assert names <= set(rows)
    page = html.unescape(present.presentation(briefing, record).decode())
    assert [name for name in names if f">{name}</t" not in page] == []
