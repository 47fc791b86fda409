"""A briefing as plain values, there and back."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document.spec import KINDS, Briefing, Item, from_dict, of_items
from tests.briefing.briefings import each_kind

_SPECS = {
    "chart": {"chart": "columns"},
    "state": {"state": "KEN"},
    "resolution": {"resolution": "A"},
    "targets": {"targets": ["KEN"]},
    "text": {},
}
kinds, words = st.sampled_from(KINDS), st.text()
items = st.builds(lambda kind, title, text: Item(kind, title, text, _SPECS[kind]), kinds, words, words)


@settings(max_examples=50, deadline=None)
@given(st.builds(Briefing, st.text(), st.text(), st.lists(items, max_size=4).map(tuple)))
def test_a_briefing_survives_json(briefing: Briefing) -> None:
    assert from_dict(json.loads(json.dumps(briefing.to_dict()))) == briefing


def test_cards_of_the_workspace_become_items_in_their_order() -> None:
    cards = [SimpleNamespace(kind=i.kind, title=i.title, text=i.text, spec=i.spec, id=9) for i in each_kind().items]
    assert of_items("Title", cards) == (Briefing("Title", items=each_kind().items), {})


def test_a_card_of_which_no_item_can_be_made_is_left_out_and_told():
    cards = [SimpleNamespace(kind=kind, title="", text="", spec={}) for kind in ("text", "targets", "poem")]
    made, refused = of_items("Title", cards)
    assert [item.kind for item in made.items] == ["text"]
    assert refused == {
        2: "an item of kind targets needs 'targets' in its spec",
        3: "no kind 'poem' of item; there are chart, state, resolution, targets, text",
    }


@pytest.mark.parametrize(
    ("kind", "spec"), [("chart", {}), ("state", {"state": ""}), ("targets", {"targets": []}), ("picture", {})]
)
def test_an_item_without_what_it_needs_is_refused(kind: str, spec: dict) -> None:
    with pytest.raises(ValueError):
        Item(kind, spec=spec)


@pytest.mark.parametrize(
    "values",
    [{}, {"title": "x"}, {"title": "x", "items": [{"title": "no kind"}]}, {"title": "x", "items": ["text"]}, []],
)
def test_what_is_no_briefing_is_refused(values: object) -> None:
    with pytest.raises(ValueError, match="no briefing"):
        from_dict(values)
