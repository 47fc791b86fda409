"""Ready-made briefings from the real record."""

from __future__ import annotations

import pytest

from analytics import changes
from analytics.measures import Measures
from briefing.document import sections, templates


@pytest.mark.parametrize("name", list(templates.TEMPLATES))
@pytest.mark.parametrize("body", ["GA", "HRC"])
def test_every_item_of_every_template_can_be_made(name: str, body: str, record) -> None:
    briefing = templates.make(name, record, state="KEN", body=body)
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
    briefing = templates.make("capital-visit", record, state=state)
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
    assert all(each["why"] for each in targets.spec["targets"])


def test_the_users_own_choice_and_title(record) -> None:
    briefing = templates.make("campaign-update", record, picked=("KEN", "GHA"), title="Mine")
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
        templates.make(name, record, **asked)
