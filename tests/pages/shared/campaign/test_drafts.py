"""A draft on every page that asks about the next text, and its own page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from files import paths
from tests.drafted import DRAFT, Drafted
from tests.pages.visit import answer, box, frame_with, opened, sound, titles, words
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
    at = opened("resolutions", text=DRAFT, evidence="ZAF")
    assert answer(at).startswith(f"{DRAFT}, not adopted yet: {NAMED}")
    assert titles(at)[0].startswith(NAMED)
    heads = [head.value for head in at.header]
    assert {"Sponsored last time, not named so far: 37", "Named again: 36"} <= set(heads)
    assert "Named, not a sponsor last time: 3" in heads, "Kenya, Liberia and an observer"
    assert "Named; last time not known: 1" in heads
    said = words(at)
    assert "**Western Europe & Others** (1): Austria" in said
    assert "**Observers** (1): State of Palestine" in said
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
    assert answer(at) == answer(opened("overview"))
    said = words(at)
    assert "Of 38 texts on defenders" in said
    assert f"**Being sponsored now.** {DRAFT}, not adopted yet: {NAMED}" in said


def test_who_is_on_the_draft_is_on_nobody_s_call_list() -> None:
    at = opened("targets")
    assert answer(at) == (
        "11 States sponsored in 2019 and not in 2023, 8 of them African; of 7 more it cannot be told. 39 States and 1 "
        f"observer are named so far on {DRAFT}; of those who had sponsored: Liberia."
    )
    table = frame_with(at, "On the draft")
    listed = dict(zip(table["State"], table["Category"], strict=True))
    assert not {"Kenya", "Liberia", "Austria", "State of Palestine", "Norway"} & set(listed)
    assert set(table["On the draft"]) == {"not named so far"}
    assert (listed["France"], listed["Mali"]) == ("Awaited", "Sponsored the text before")
    assert f"may sponsor and are not named on {DRAFT} so far" in words(at)
    signed = frame_with(opened("targets", category="signed"), "On the draft")
    assert {"Kenya", "Liberia", "Austria", "State of Palestine"} <= set(signed["State"])
    assert set(signed["On the draft"]) == {"named"}
    assert "it may still join" in words(opened("targets", why="FRA"))
    assert "thank it, and ask it to bring others" in words(opened("targets", why="KEN"))


def test_another_text_has_no_draft() -> None:
    at = opened("targets", **{"for": "HRC-2028"})
    assert "Being sponsored now" not in words(at)
    assert "signed" not in next(m for m in at.multiselect if m.label == "Category").options


@pytest.mark.parametrize(("iso3", "said"), [("KEN", "Kenya is named."), ("FRA", "France is not named so far (others")])
def test_the_page_of_a_state_tells(iso3: str, said: str) -> None:
    at = opened("states", state=iso3)
    assert said in "\n".join(info.value.replace("\\", "") for info in at.info)


def test_where_shows_it_as_it_is_and_holds_it_against_nothing_by_force() -> None:
    for show in ("status", "change"):
        assert titles(opened("where", text=DRAFT, show=show))[0].startswith(NAMED)
    assert titles(opened("where", text=DRAFT, show="status", picture="map"))[0].startswith(NAMED)


def test_a_coalition_counts_the_named_and_asks_none_of_them() -> None:
    at = opened("coalition", picked=["KEN", "MLI"])
    asked = next(m for m in at.multiselect if m.label == "States asked")
    assert asked.value == ["MLI"], "Kenya has signed"
    assert not {"Kenya", "Liberia", "Norway"} & set(asked.options)
    assert answer(at).startswith(
        "83 sponsors if the State asked agrees and those of the draft or of the latest text known stay: "
    )
    said = words(at)
    assert "Named on the draft already, so counted and not asked: Kenya." in said
    assert "1 that leads the text + 38 more named on the draft" in said
    assert "Beside them: State of Palestine, outside the Member States." in said
    assert not [b for b in at.button if b.label.startswith("Count those named")]
    at.number_input[0].set_value(193)
    suggested = [c.value for c in sound(at.run()).caption if "Mali" in c.value]
    assert suggested
    assert not any(name in said for said in suggested for name in ("Kenya", "Liberia"))


def test_a_shortlist_says_who_has_signed(desk_with_draft: Workspace) -> None:
    campaign = desk_with_draft.campaigns.create("Assembly 2026", "GA", 2026)
    for iso3 in ("KEN", "MLI"):
        desk_with_draft.shortlist.add(campaign.id, iso3)
    at = opened("shortlist", view="board")
    assert f"Named already on {DRAFT}: Kenya. Thank them, and ask them to bring others." in words(at)
    assert f"Named on {DRAFT}, the draft that is being sponsored" in words(at)
    deck = opened("briefing", start="campaign-update", campaign=str(campaign.id))
    assert "1 State to ask, and what the list would then come to" in words(deck), "Mali, not Kenya"


def test_the_sources_page_lists_it_apart() -> None:
    said = words(opened("sources"))
    assert "they count in no total, share, ladder or forecast" in said
    assert f"{DRAFT}, not adopted yet" in said


def written(at: AppTest) -> str:
    return next(h.proto.body for h in at.get("html") if 'class="letter"' in h.proto.body)


def test_the_letter_thanks_who_is_on_it_and_minds_nothing() -> None:
    at = opened("letter", state="LBR", ask="assembly")
    assert answer(at) == "Liberia: thanks for putting its name to the draft."
    page = written(at)
    assert "for having put its name to the draft resolution on human rights defenders" in page
    assert DRAFT in page
    assert "once more" not in page
    assert not any(DRAFT in warning.value for warning in at.warning)
    assert f"{DRAFT}: the letter rests on its name there" in words(at)
    for state, ask in (("FRA", "assembly"), ("LBR", "mandate")):
        assert DRAFT not in written(opened("letter", state=state, ask=ask))
