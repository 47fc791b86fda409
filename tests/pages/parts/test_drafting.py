"""A draft on every page that asks about the next text, and its own page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data import paths
from tests.drafted import DRAFT, Drafted
from tests.pages.opening import answer, box, frame_with, opened, sound, titles, words
from workspace.store import Workspace

NAMED = "39 States from all five groups are named so far: 36 of the 73 final sponsors of 2023 again"


@pytest.fixture(autouse=True)
def desk_with_draft(
    desk_of_own: Workspace, with_draft: Drafted, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Workspace]:
    """The pages on the record with the draft, and a workspace of their own."""
    monkeypatch.setattr(paths, "DATABASE", with_draft.database)
    monkeypatch.setattr(paths, "DATA_DIR", with_draft.folder)
    return desk_of_own


def test_its_page_says_who_is_named_who_is_not_and_that_it_is_not_adopted() -> None:
    at = opened("resolutions", text=DRAFT)
    assert answer(at).startswith(f"{DRAFT}, not adopted yet: {NAMED}")
    assert titles(at)[0].startswith(NAMED)
    heads = [head.value for head in at.header]
    assert {"Sponsored last time, not named so far: 37", "Named again: 36"} <= set(heads)
    assert "Named, not a sponsor last time: 3" in heads, "Kenya, Liberia and an observer"
    assert "Named; last time not known: 1" in heads
    said = words(at)
    assert "**Western Europe & Others** (1): Austria" in said
    assert "**Observers** (1): Palestine" in said
    assert "which is not adopted yet: it may still join" in said, "the evidence for a State that is not named"
    assert "not a sponsor of" not in said
    assert "adopted on" not in said


def test_it_is_offered_among_the_texts_and_says_what_it_is() -> None:
    at = opened("resolutions", text="A/RES/74/146")
    assert f"{DRAFT} (not yet adopted) Defenders" in box(at, "Text").options
    assert sound(box(at, "Text").select(DRAFT).run())
    assert answer(at).startswith(f"{DRAFT}, not adopted yet")


def test_what_has_been_adopted_is_counted_as_before() -> None:
    at = opened("overview")
    assert answer(at) == opened("overview").title[0].value
    said = words(at)
    assert "Of 38 texts on defenders" in said
    assert f"**Being sponsored now.** {DRAFT}, not adopted yet: {NAMED}" in said


def test_the_call_list_tells_who_is_on_the_draft_already() -> None:
    at = opened("targets")
    assert answer(at).startswith("11 States sponsored in 2019 and not in 2023")
    table = frame_with(at, "On the draft")
    assert dict(zip(table["State"], table["On the draft"], strict=True))["Liberia"] == "named"
    assert set(table["On the draft"]) == {"named", "not so far"}
    sound(next(t for t in at.toggle if t.label == "Not on the draft so far").set_value(True).run())
    assert set(frame_with(at, "On the draft")["On the draft"]) == {"not so far"}


def test_another_text_has_no_draft() -> None:
    at = opened("targets", **{"for": "HRC-2028"})
    assert "Being sponsored now" not in words(at)
    assert not any(t.label == "Not on the draft so far" for t in at.toggle)


@pytest.mark.parametrize(("iso3", "said"), [("KEN", "Kenya is named."), ("FRA", "France is not named so far (others")])
def test_the_page_of_a_state_tells(iso3: str, said: str) -> None:
    at = opened("states", state=iso3)
    assert said in "\n".join(info.value.replace("\\", "") for info in at.info)


def test_where_shows_it_as_it_is_and_holds_it_against_nothing_by_force() -> None:
    for show in ("status", "change"):
        assert titles(opened("where", text=DRAFT, show=show))[0].startswith(NAMED)
    assert titles(opened("where", text=DRAFT, show="status", picture="map"))[0].startswith(NAMED)


def test_the_named_can_be_counted_on_in_a_coalition() -> None:
    at = opened("coalition")
    before = answer(at)
    sound(next(b for b in at.button if b.label.startswith(f"Count those named on {DRAFT} (39)")).click().run())
    assert {"KEN", "LBR"} <= set(next(m for m in at.multiselect if m.label == "States asked").value)
    assert answer(at) != before


def test_the_sources_page_lists_it_apart() -> None:
    said = words(opened("sources"))
    assert "they count in no total, share, ladder or forecast" in said
    assert f"{DRAFT}, not adopted yet" in said


def test_the_letter_minds_who_is_on_it() -> None:
    def minded(iso3: str) -> str:
        return "\n".join(w.value for w in opened("letter", state=iso3, ask="assembly").warning)

    assert f"named already on {DRAFT}" in minded("KEN")
    assert DRAFT not in minded("FRA")
