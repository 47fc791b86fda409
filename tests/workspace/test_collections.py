"""Scenarios, briefings, signatories and settings."""

from __future__ import annotations

import pytest

from workspace.errors import AlreadyThere, ConflictError, NotFound, WorkspaceError


def test_a_scenario_comes_back_with_its_states_and_parameters(workspace, url):
    saved = workspace.scenarios.create(
        "Ninety-seven", "GA", 2026, ["MLI", "HTI", "MLI"], {"rule": "fewest calls", "n": 97}
    )
    again = type(workspace).open(url, who="")
    assert again.scenarios.get(saved.id) == saved
    again.close()
    assert saved.picked == ("HTI", "MLI")
    assert saved.parameters == {"rule": "fewest calls", "n": 97}
    workspace.scenarios.create("By hand", "GA", 2026, [])
    assert [scenario.name for scenario in workspace.scenarios.all()] == ["By hand", "Ninety-seven"]


def test_scenarios_refuse_a_taken_name_and_a_stale_edit(workspace):
    one = workspace.scenarios.create("One", "GA", 2026, ["MLI"])
    with pytest.raises(AlreadyThere):
        workspace.scenarios.create("one", "GA", 2026, [])
    with pytest.raises(WorkspaceError, match="no code"):
        workspace.scenarios.create("Two", "GA", 2026, ["Mali"])
    workspace.signed("Ben").scenarios.change(one.id, 1, picked=["HTI"])
    with pytest.raises(ConflictError, match="One was changed by Ben"):
        workspace.scenarios.change(one.id, 1, picked=["KEN"])
    with pytest.raises(ConflictError):
        workspace.scenarios.remove(one.id, 1)
    assert workspace.scenarios.get(one.id).picked == ("HTI",)
    workspace.scenarios.remove(one.id, 2)
    with pytest.raises(NotFound):
        workspace.scenarios.get(one.id)


def test_cards_keep_their_order_titles_and_specs(workspace):
    spec = {"chart": "assembly", "resolution": "A/RES/74/146", "bodies": ["GA"]}
    first = workspace.briefing.add("chart", spec)
    second = workspace.briefing.add("state", {"iso3": "KEN"}, title="Kenya")
    third = workspace.briefing.add("text", text="Our ask.\nTwo lines.")
    workspace.briefing.add("text", text="elsewhere", briefing="Side event")
    assert [item.id for item in workspace.briefing.items()] == [first.id, second.id, third.id]
    assert workspace.briefing.items()[0].spec == spec
    moved = workspace.briefing.move(third.id, 1)
    assert [(item.id, item.position) for item in moved] == [(third.id, 1), (first.id, 2), (second.id, 3)]
    assert [item.id for item in workspace.briefing.move(third.id, 99)] == [first.id, second.id, third.id]
    renamed = workspace.briefing.change(first.id, first.version, title="Where they stand")
    assert (renamed.title, renamed.version, renamed.position) == ("Where they stand", 2, 1)
    with pytest.raises(ConflictError):
        workspace.briefing.change(first.id, first.version, title="Something else")
    workspace.briefing.remove(second.id, second.version)
    assert workspace.briefing.count() == 2
    assert workspace.briefing.names() == ["Briefing", "Side event"]
    with pytest.raises(NotFound):
        workspace.briefing.move(second.id, 1)


def test_a_kind_of_card_that_cannot_be_is_refused(workspace):
    with pytest.raises(WorkspaceError, match="cannot be put into a briefing"):
        workspace.briefing.add("pie", {})
    assert workspace.briefing.items() == []


def test_signatories_keep_their_order(workspace):
    anna = workspace.signatories.add("Anna Ek", "Director", "Defenders First")
    ben = workspace.signatories.add("Ben Oduya", "", "Watch the Record")
    assert [one.name for one in workspace.signatories.move(ben.id, 1)] == ["Ben Oduya", "Anna Ek"]
    changed = workspace.signatories.change(anna.id, anna.version, title="Acting Director")
    assert changed.title == "Acting Director"
    with pytest.raises(ConflictError, match="Anna Ek"):
        workspace.signatories.remove(anna.id, anna.version)
    workspace.signatories.remove(anna.id, changed.version)
    assert [one.name for one in workspace.signatories.all()] == ["Ben Oduya"]
    with pytest.raises(WorkspaceError, match="organisation is empty"):
        workspace.signatories.add("Nobody", "", " ")


def test_settings_last(workspace, url):
    assert workspace.settings.get("language", "en") == "en"
    workspace.settings.set("language", "fr")
    workspace.settings.set("language", {"letters": "es"})
    again = type(workspace).open(url, who="")
    assert again.settings.get("language") == {"letters": "es"}
    again.close()


def test_words_for_a_card_that_somebody_took_out_meanwhile_are_told(workspace):
    item = workspace.briefing.add("text", {"notes": "slowly"}, "Opening", "Words")
    workspace.signed("Ben").briefing.remove(item.id, item.version)
    with pytest.raises(ConflictError) as conflict:
        workspace.briefing.change(item.id, item.version, text="An hour's work", spec={"notes": "Pause here"})
    assert str(conflict.value) == (
        "This card was removed by somebody else while you were editing it. Nothing was saved. "
        "Text: you wanted “An hour's work”. Notes: you wanted “Pause here”."
    )
    with pytest.raises(NotFound):
        workspace.briefing.remove(item.id, item.version)
