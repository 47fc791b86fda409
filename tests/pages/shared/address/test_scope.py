"""The scope: every control at the side changes something on its page, and elsewhere the scope is carried along."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.address import scope
from tests.pages.visit import gone_to, opened, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")

OTHER = {"body": "CHR", "years": "2000-2004", "by": "political", "stage": "tabled"}
LABELS = {"body": "Body", "years": "Years", "by": "Grouping", "stage": "Stage of the lists"}
PAGES = (
    "overview",
    "where",
    "trends",
    "resolutions",
    "states",
    "compare",
    "together",
    "votes",
    "topics",
    "add",
    "sources",
    "targets",
    "coalition",
    "shortlist",
    "briefing",
    "letter",
)


def everything(at: AppTest) -> str:
    """All that the page says and offers outside the sidebar."""
    tables = [f.value.to_csv() for f in at.main.dataframe]
    offers = [[box.label, box.options] for box in at.main.selectbox]
    return words(at) + json.dumps([titles(at), tables, offers])


@pytest.mark.parametrize("page", PAGES)
def test_what_the_page_goes_by_stands_at_its_side_and_nothing_else_does(page: str):
    at = opened(page)
    stands = {group.label for group in at.sidebar.get("button_group")} | {s.label for s in at.sidebar.slider}
    used = scope.USED.get(page, ())
    assert stands == {LABELS[key] for key in used}
    plain = everything(at)
    for key, value in OTHER.items():
        changed = opened(page, **{key: value})
        assert (everything(changed) != plain) == (key in used), key
        assert changed.query_params[key] == value, "a link keeps it"


def test_the_scope_is_the_same_after_a_page_without_it():
    at = opened("trends", **OTHER)
    before = everything(at)
    away = gone_to(at, "sources")
    assert dict(away.query_params) == OTHER
    back = gone_to(away, "trends")
    assert dict(back.query_params) == OTHER
    assert everything(back) == before
