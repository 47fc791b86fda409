"""What is new between two versions of the record, on drawn changes whose truth stands in the test."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from analytics import news
from analytics.news import Held, Listed, News
from tests import drafted, made

NAMES = {"KEN": "Kenya", "GHA": "Ghana", "NOR": "Norway"}
FINAL = Listed("final", 2, "A/1/1")
TEXT = Held(2023, False, "2023-12-19", "A/C.3/78/L.30/Rev.1", ("GHA", "KEN"), (), {"A#final": FINAL})
DRAFT = Held(2026, True, "2026-12-17", "", ("KEN",), (), {"L#tabled": Listed("tabled", 1, "A/C.3/81/L.30")})


def told(before: dict[str, Held], after: dict[str, Held]) -> list[str]:
    return [news.sentence(one, NAMES) for one in news.between(before, after)]


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (TEXT, []),
        (replace(TEXT, named=("GHA", "KEN", "NOR")), ["Norway is named on A (2023) now, and was not before."]),
        (replace(TEXT, named=("GHA",)), ["Kenya is no longer named on A (2023) by the lists held."]),
        (replace(TEXT, named=("GHA",), withdrew=("KEN",)), ["Kenya took its name back from A (2023)."]),
        (replace(TEXT, named=(), withdrew=("GHA", "KEN")), ["Ghana and Kenya took their names back from A (2023)."]),
        (replace(TEXT, lists={}), ["A list of A (2023) is no longer in the record: final, 2 names, A/1/1."]),
        (
            replace(TEXT, lists={**TEXT.lists, "A#x": Listed("statement", 1, "")}),
            ["A new list of A (2023): single names from statements, 1 name."],
        ),
    ],
)
def test_a_change_of_a_text_is_told(after: Held, said: list[str]) -> None:
    assert told({"A": TEXT}, {"A": after}) == said


def test_new_and_gone_texts_are_told() -> None:
    listed = "A new list of A (2023): final, 2 names, A/1/1."
    assert told({}, {"A": TEXT}) == ["A (2023) is new in the record: adopted on 19 December 2023.", listed]
    assert told({"A": TEXT}, {}) == ["A (2023) is no longer in the record."]
    assert told({}, {"L": DRAFT}) == [
        "The draft L is new in the record: its adoption is expected on 17 December 2026.",
        "A new list of the draft L: as tabled, 1 name, A/C.3/81/L.30.",
    ]
    assert told({"L": DRAFT}, {}) == ["The draft L is no longer in the record."]


def test_the_first_names_on_a_text_are_told_by_their_list_alone() -> None:
    bare = replace(TEXT, named=(), lists={})
    assert told({"A": bare}, {"A": TEXT}) == ["A new list of A (2023): final, 2 names, A/1/1."]
    # Names without a new list are told by themselves.
    assert told({"A": replace(bare, lists=TEXT.lists)}, {"A": TEXT}) == [
        "Ghana and Kenya are named on A (2023) now, and were not before."
    ]


@pytest.mark.parametrize("symbol", ["L", "L/Rev.1"])
def test_a_draft_that_was_adopted_is_told_as_such(symbol: str) -> None:
    final = Held(2026, False, "2026-12-18", symbol, ("KEN", "NOR"), (), {**DRAFT.lists, "B#final": FINAL})
    assert told({"L": DRAFT}, {"B": final}) == [
        "The draft L was adopted as B on 18 December 2026.",
        "A new list of B (2026): final, 2 names, A/1/1.",
        "Norway is named on B (2026) now, and was not before.",
    ]


def test_many_states_are_counted() -> None:
    many = tuple(f"X{n:02}" for n in range(15))
    said = told({"A": replace(TEXT, named=("GHA",))}, {"A": replace(TEXT, named=("GHA", *many))})
    assert said == [f"{', '.join(many[:12])} and 3 more are named on A (2023) now, and were not before."]


def test_what_is_kept_reads_back_the_same() -> None:
    for one in (TEXT, DRAFT):
        assert news.from_json(json.loads(json.dumps(one.as_json()))) == one
    for one in (News("list", "A", 2023, "2023-12-19", False, listed=FINAL), *news.between({}, {"L": DRAFT})):
        assert news.news_from_json(json.loads(json.dumps(one.as_json()))) == one


def test_the_record_is_held_as_it_is_drawn() -> None:
    record = made.drawn("2001 2003\nKEN S S\nGHA n S\nNOR ? n", withdrew=[("NOR", 2003)])
    held = news.held(record)
    assert {name: one.named for name, one in held.items()} == {"GA 2001": ("KEN",), "GA 2003": ("GHA", "KEN")}
    assert {name: one.withdrew for name, one in held.items()} == {"GA 2001": (), "GA 2003": ("NOR",)}
    assert [one.stage for one in held["GA 2003"].lists.values()] == ["final", "withdrawn"]
    assert (held["GA 2001"].day, held["GA 2001"].draft) == ("2001-12-01", False)


def test_what_an_import_brings_is_told(tmp_path: Path) -> None:
    """The real record, a draft put into it, then two more names on a list added to it."""
    draft = drafted.drafted(tmp_path)
    first = news.held(draft.record)
    drafted.add_list(draft.folder, {"CMR": "Cameroon", "GHA": "Ghana"}, stage="additional")
    second = news.held(draft.build())
    names = dict(zip(draft.record.states["iso3"], draft.record.states["short_name"], strict=True))
    assert [news.sentence(one, names) for one in news.between(first, second)] == [
        f"A new list of the draft {drafted.DRAFT}: named after tabling, 2 names, {drafted.DRAFT}.",
        f"Cameroon and Ghana are named on the draft {drafted.DRAFT} now, and were not before.",
    ]
    without = {name: one for name, one in first.items() if name != drafted.DRAFT}
    assert [one.kind for one in news.between(without, first)] == ["draft", "list"]
