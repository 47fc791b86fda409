"""Who is named so far on a draft: never a no, and no measure counts on it."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics import drafts, ladder
from analytics.grid import cells
from analytics.prospects import prospects
from tests.drafted import DRAFT, JOINED, TABLED, Drafted, add_draft, add_list


@pytest.fixture(scope="module")
def so_far(with_draft: Drafted) -> drafts.Progress:
    return drafts.progress(with_draft.record, DRAFT)


def test_states_are_held_against_the_latest_text_that_tells(so_far: drafts.Progress, record) -> None:
    outcome = so_far.states.set_index("iso3")["outcome"]
    last = record.grid[record.grid["resolution"] == "A/RES/78/216"].set_index("iso3")["value"]
    assert (so_far.latest, so_far.latest_year) == ("A/RES/78/216", 2023)
    assert {iso3: (last[iso3], outcome[iso3]) for iso3 in ("NOR", "KEN", "AUT", "FRA", "CHN", "BEL")} == {
        "NOR": ("sponsor", "again"),
        "KEN": ("not_sponsor", "new"),
        "AUT": ("unknown", "unclear"),
        "FRA": ("sponsor", "not_yet"),
        "CHN": ("not_sponsor", "open"),
        "BEL": ("unknown", "open"),
    }  # fmt: skip


def test_every_state_has_one_outcome_and_the_named_are_those_of_the_list(so_far: drafts.Progress, record) -> None:
    assert len(so_far.states) == 195
    assert set(so_far.states["outcome"]) <= set(drafts.OUTCOMES)
    tabled = set(record.sponsors.loc[record.sponsors["list_id"] == TABLED, "iso3"])
    named = so_far.states[so_far.states["outcome"].isin(drafts.NAMED)]
    assert set(named["iso3"]) == tabled | set(JOINED)
    assert so_far.of(*drafts.NAMED) == sorted((tabled | set(JOINED)) - {"PSE"}), "observers stand apart"
    assert so_far.of("again", "not_yet") == sorted(
        record.grid.loc[record.grid["resolution"].eq("A/RES/78/216") & record.grid["value"].eq("sponsor"), "iso3"]
    )


def test_a_draft_without_a_list_says_nothing_of_anybody(with_draft: Drafted, tmp_path) -> None:
    made = Drafted(tmp_path / "d.duckdb", tmp_path / "user")
    add_draft(made.folder, "A/HRC/64/L.5")
    found = drafts.progress(made.build(), "A/HRC/64/L.5")
    assert (found.body, found.stage, found.list_id, found.n_lists) == ("HRC", "", "", 0)
    assert found.of(*drafts.NAMED) == []
    assert set(found.states["outcome"]) <= {"open", "not_yet"}


def test_only_a_draft_has_progress(with_draft: Drafted, record) -> None:
    with pytest.raises(ValueError, match="no draft 'A/RES/74/146'"):
        drafts.progress(with_draft.record, "A/RES/74/146")
    with pytest.raises(ValueError, match="no draft"):
        drafts.progress(record, DRAFT)


def test_a_draft_belongs_to_the_text_of_its_body_and_year(with_draft: Drafted, record) -> None:
    assert drafts.of_opportunity(with_draft.record, "GA", 2026) == [DRAFT]
    assert drafts.of_opportunity(with_draft.record, "HRC", 2026) == []
    assert drafts.of_opportunity(with_draft.record, "GA", 2029) == []
    assert drafts.of_opportunity(record, "GA", 2026) == []


def test_no_word_and_no_target_moves_before_the_adoption(with_draft: Drafted, record) -> None:
    mine, theirs = cells(with_draft.record), cells(record)
    pd.testing.assert_frame_equal(ladder.ladder(mine, "GA"), ladder.ladder(theirs, "GA"))
    pd.testing.assert_frame_equal(
        prospects(with_draft.record, mine, "GA", 2026), prospects(record, theirs, "GA", 2026)
    )


class TestSeveralLists:
    """Of the draft as tabled (those of 2023 and JOINED), an addendum, and who took its name back."""

    @pytest.fixture(scope="class")
    def several(self, tmp_path_factory) -> drafts.Progress:
        folder = tmp_path_factory.mktemp("several")
        made = Drafted(folder / "d.duckdb", folder / "user")
        add_draft(made.folder)
        add_list(made.folder)
        add_list(made.folder, {"ZAF": "South Africa", "KEN": "Kenya"}, "additional", document_symbol=f"{DRAFT}/Add.1")
        add_list(made.folder, {"LBR": "Liberia"}, "withdrawn", completeness="complete", use=False)
        return drafts.progress(made.build(), DRAFT)

    def test_a_state_on_the_addendum_alone_is_named(self, several: drafts.Progress) -> None:
        rows = several.states.set_index("iso3")
        assert tuple(rows.loc["ZAF", ["outcome", "first_stage", "document"]]) == ("new", "additional", f"{DRAFT}/Add.1")
        assert "ZAF" not in several.of("not_yet", "open")

    def test_the_addendum_takes_no_name_away(self, several: drafts.Progress) -> None:
        rows = several.states.set_index("iso3")
        assert tuple(rows.loc["NOR", ["outcome", "first_stage", "document"]]) == ("again", "tabled", DRAFT)
        assert tuple(rows.loc["KEN", ["first_stage", "document"]]) == ("tabled", DRAFT), "since the first list"

    def test_who_withdrew_is_named_no_more(self, several: drafts.Progress) -> None:
        assert "LBR" not in several.of(*drafts.NAMED)
        assert several.states.set_index("iso3").loc["LBR", "first_stage"] == ""

    def test_a_revision_prints_all_names_anew(self, tmp_path) -> None:
        made = Drafted(tmp_path / "d.duckdb", tmp_path / "user")
        add_draft(made.folder)
        add_list(made.folder, {"KEN": "Kenya", "GHA": "Ghana"})
        add_list(made.folder, {"GHA": "Ghana", "PER": "Peru"}, "tabled revised", document_symbol=f"{DRAFT}/Rev.1")
        assert drafts.progress(made.build(), DRAFT).of(*drafts.NAMED) == ["GHA", "PER"]
