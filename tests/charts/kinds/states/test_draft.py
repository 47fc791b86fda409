"""The picture and the sentences of a draft: computed, and never a no for who may still join."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analytics.texts.drafts import Progress, progress
from charts.kinds.states import draft as drafting
from charts.kinds.states.worldmap import map_looks
from tests.drafted import DRAFT, Drafted, add_draft

ONE = "1 State from one of five groups is named so far"


@pytest.fixture(scope="module")
def so_far(with_draft: Drafted) -> Progress:
    return progress(with_draft.record, DRAFT)


def renamed(so_far: Progress, **outcomes: str) -> Progress:
    """The draft with only these outcomes: code = outcome; all others open."""
    states = so_far.states.assign(outcome=so_far.states["iso3"].map(outcomes).fillna("open"))
    return replace(so_far, states=states)


def test_the_finding_is_counted_from_the_states(so_far: Progress) -> None:
    title, subtitle, note = drafting.drafted(so_far)
    assert title == (
        "39 States from all five groups are named so far: 36 of the 73 final sponsors of 2023 again, 37 to call, "
        "and 2 that did not sponsor then"
    )
    assert DRAFT in subtitle
    assert f"{DRAFT} (as tabled)" in subtitle
    assert "adoption expected 17 December 2026" in subtitle
    assert "others may still join" in note
    assert "37 sponsors of A/RES/78/216 (2023) are not named so far." in note
    assert "the State of Palestine" in note


@pytest.mark.parametrize(
    ("outcomes", "title"),
    [
        ({"NOR": "again", "FRA": "not_yet"}, f"{ONE}: 1 of the 2 final sponsors of 2023 again, 1 to call"),
        ({"KEN": "new"}, ONE),
        ({"FRA": "not_yet"}, "0 States are named so far: 0 of the 1 final sponsor of 2023 again, 1 to call"),
    ],
)
def test_small_drafts(so_far: Progress, outcomes: dict[str, str], title: str) -> None:
    assert drafting.drafted(renamed(so_far, **outcomes))[0] == title


def test_what_was_adopted_was_adopted_in_committee(so_far: Progress) -> None:
    subtitle = drafting.drafted(replace(so_far, stage="as adopted"))[1]
    assert f"{DRAFT} (as adopted in Committee)" in subtitle


def test_a_comparison_at_this_moment_is_at_one_stage_and_names_it(so_far: Progress) -> None:
    """36 States tabled the text of 2023 in its revised form, 22 in its first; of 2019 no list as tabled is held."""
    note = drafting.drafted(so_far)[2]
    assert "As tabled it has 40 names; at that stage A/RES/78/216 (2023) had 22." in note
    assert "2019" not in note


def test_few_missing_sponsors_are_named(so_far: Progress) -> None:
    note = drafting.drafted(renamed(so_far, NOR="again", FRA="not_yet", CPV="not_yet"))[2]
    assert "Not named so far, of the sponsors of A/RES/78/216 (2023): Cabo Verde and France." in note


def test_who_is_not_named_looks_unknown_and_never_like_a_no(so_far: Progress) -> None:
    painted = drafting.draft_painting(so_far)
    looks = painted.used()
    assert set(looks) == {"again", "new", "unclear", "not_yet", "open"}
    assert {key for key, look in looks.items() if look.hatch} == {"not_yet", "open"}
    assert painted.head("African Group") == "5 of 54 named"
    flat = map_looks(looks)
    assert len({(look.fill, look.hatch and look.line) for look in flat.values()}) == len(flat), (
        "told apart on the map too"
    )


def test_a_draft_without_a_list(so_far: Progress, tmp_path) -> None:
    made = Drafted(tmp_path / "d.duckdb", tmp_path / "user")
    add_draft(made.folder)
    bare = progress(made.build(), DRAFT)
    assert drafting.drafted(bare)[0] == f"No list of sponsors of draft resolution {DRAFT} is held yet"
    assert drafting.sentence(bare) == f"{DRAFT}, not adopted yet: no list of its sponsors is held."
    assert drafting.sentence(so_far).startswith(f"{DRAFT}, not adopted yet: 39 States")
