"""Who is named so far on a draft: never a no, and no measure counts on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pandas as pd
import pytest

from analytics.coalition.coalition import standing
from analytics.coalition.suggestions import candidates
from analytics.forecast.forecast import forecast
from analytics.measures import Measures
from analytics.targets.reason import follow
from analytics.targets.targets import NOT_TARGETS, prospects
from analytics.texts import drafts
from data.store import Record
from tests.drafted import DRAFT, JOINED, TABLED, Drafted, add_draft, add_list
from tests.made import with_reasons


@pytest.fixture(scope="module")
def so_far(with_draft: Drafted) -> drafts.Progress:
    return drafts.progress(with_draft.record, DRAFT)


def test_states_are_held_against_the_latest_text_that_tells(so_far: drafts.Progress, record) -> None:
    outcome = so_far.states.set_index("iso3")["outcome"]
    last = record.rows("grid", resolution="A/RES/78/216").set_index("iso3")["value"]
    assert (so_far.latest, so_far.latest_year) == ("A/RES/78/216", 2023)
    assert {iso3: (last[iso3], outcome[iso3]) for iso3 in ("NOR", "KEN", "AUT", "FRA", "CHN", "BEL")} == {
        "NOR": ("sponsor", "again"),
        "KEN": ("not_sponsor", "new"),
        "AUT": ("unknown", "unclear"),
        "FRA": ("sponsor", "not_yet"),
        "CHN": ("not_sponsor", "open"),
        "BEL": ("unknown", "open"),
    }


def test_every_state_has_one_outcome_and_the_named_are_those_of_the_list(so_far: drafts.Progress, record) -> None:
    assert len(so_far.states) == 195
    assert set(so_far.states["outcome"]) <= set(drafts.OUTCOMES)
    tabled = set(record.rows("sponsors").loc[record.rows("sponsors")["list_id"] == TABLED, "iso3"])
    named = so_far.states[so_far.states["outcome"].isin(drafts.NAMED)]
    assert set(named["iso3"]) == tabled | set(JOINED)
    assert so_far.of(*drafts.NAMED) == sorted((tabled | set(JOINED)) - {"PSE"}), "observers stand apart"
    assert so_far.of("again", "not_yet") == sorted(
        record.rows("grid").loc[
            record.rows("grid")["resolution"].eq("A/RES/78/216") & record.rows("grid")["value"].eq("sponsor"), "iso3"
        ]
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


@pytest.fixture(scope="module")
def told() -> Callable[[Record, str, int], pd.DataFrame]:
    """The prospects of a record, a body and a year with the reasons of every State, each made once."""
    return cache(lambda record, body, year: with_reasons(prospects(record, body, year)))


def test_a_draft_belongs_to_the_text_of_its_body_and_year(with_draft: Drafted, record) -> None:
    assert drafts.of_opportunity(with_draft.record, "GA", 2026) == [DRAFT]
    assert drafts.of_opportunity(with_draft.record, "HRC", 2026) == []
    assert drafts.of_opportunity(with_draft.record, "GA", 2029) == []
    assert drafts.of_opportunity(record, "GA", 2026) == []


def test_no_word_moves_before_the_adoption(with_draft: Drafted, record, told) -> None:
    mine = with_draft.record
    pd.testing.assert_frame_equal(Measures(mine).ladder("GA"), Measures(record).ladder("GA"))
    pd.testing.assert_frame_equal(forecast(mine, "GA"), forecast(record, "GA"))
    pd.testing.assert_frame_equal(told(mine, "HRC", 2029), told(record, "HRC", 2029))


OF_DRAFT = ("signed", "awaited")


def test_the_category_of_the_named_moves_and_no_evidence_does(with_draft: Drafted, record, told) -> None:
    """Who is named is signed, whatever it was before, but for the lead. Of the others only those on the latest list
    move, as not named so far. All else that is said stays what it was."""
    after = told(with_draft.record, "GA", 2026).set_index("iso3")
    before = told(record, "GA", 2026).set_index("iso3")
    named = drafts.named_on_drafts(with_draft.record, "GA", 2026)
    last = record.rows("grid", resolution="A/RES/78/216").set_index("iso3")["value"]
    assert len(after) == 195
    for iso3, row in after.iterrows():
        was = before["category"].get(iso3, "sure")
        moved = "signed" if iso3 in named else "awaited" if last[iso3] == "sponsor" else was
        assert row["category"] == ("lead" if iso3 == "NOR" else moved), iso3
        assert row["target"] == (row["category"] not in NOT_TARGETS)
        said = [reason for reason in row["reasons"] if reason.kind not in OF_DRAFT]
        assert iso3 not in before.index or set(said) == set(before.loc[iso3, "reasons"]), iso3
    assert not after.loc[after["category"] == "signed", "target"].any()
    same = [
        column
        for column in before.columns
        if column not in ("category", "category_words", "target", "kinds", "why", "reasons", "rank")
    ]
    pd.testing.assert_frame_equal(after.loc[before.index, same], before[same])


def test_what_a_draft_says_is_followed_to_its_list(with_draft: Drafted, told) -> None:
    record = with_draft.record
    rows = told(record, "GA", 2026).set_index("iso3")["reasons"]
    said = {kind: [r for reasons in rows for r in reasons if r.kind == kind] for kind in OF_DRAFT}
    assert {len(said["signed"]), len(said["awaited"])} == {len(drafts.named_on_drafts(record, "GA", 2026)), 37}
    for reason in (*said["signed"], *said["awaited"]):
        cell, *lists = follow(record, reason)
        assert cell["value"].iloc[0] == ("sponsor" if reason.kind == "signed" else "unknown")
        assert [set(part["resolution"]) for part in lists] == [{DRAFT}] * (reason.kind == "signed")
    kenya = next(reason.sentence for reason in rows["KEN"] if reason.kind == "signed")
    assert kenya == f"Named on {DRAFT}, the draft that is being sponsored (as tabled, {DRAFT})."
    france = next(reason.sentence for reason in rows["FRA"] if reason.kind == "awaited")
    assert france == f"Not named so far on {DRAFT}, which is being sponsored; it may still join."


def test_who_is_named_on_the_draft_of_a_text(with_draft: Drafted, record) -> None:
    named = drafts.named_on_drafts(with_draft.record, "GA", 2026)
    tabled = set(record.rows("sponsors").loc[record.rows("sponsors")["list_id"] == TABLED, "iso3"])
    assert set(named) == tabled | set(JOINED)
    assert named["PSE"] == drafts.Named(DRAFT, "tabled", DRAFT), "observers too"
    assert (drafts.drafts_of(named), drafts.documents_of(named), drafts.drafts_of({})) == (DRAFT, DRAFT, "")
    for body, year in (("GA", 2029), ("HRC", 2026)):
        assert drafts.named_on_drafts(with_draft.record, body, year) == {}
    assert drafts.named_on_drafts(record, "GA", 2026) == {}


class TestSeveralLists:
    """Of the draft as tabled (those of 2023 and JOINED), an addendum, and who took its name back."""

    @pytest.fixture(scope="class")
    def record(self, tmp_path_factory) -> Record:
        folder = tmp_path_factory.mktemp("several")
        made = Drafted(folder / "d.duckdb", folder / "user")
        add_draft(made.folder)
        add_list(made.folder)
        add_list(made.folder, {"ZAF": "South Africa", "KEN": "Kenya"}, "additional", document_symbol=f"{DRAFT}/Add.1")
        add_list(made.folder, {"LBR": "Liberia"}, "withdrawn", completeness="complete", use=False)
        return made.build()

    @pytest.fixture(scope="class")
    def several(self, record: Record) -> drafts.Progress:
        return drafts.progress(record, DRAFT)

    def test_targets_and_coalition_go_by_all_of_them(self, record: Record, several: drafts.Progress) -> None:
        """South Africa stands on the addendum alone; Liberia took its name back and is to be confirmed."""
        named = drafts.named_on_drafts(record, "GA", 2026)
        assert set(named) == set(several.states.loc[several.states["outcome"].isin(drafts.NAMED), "iso3"])
        assert named["ZAF"] == drafts.Named(DRAFT, "additional", f"{DRAFT}/Add.1")
        table = prospects(record, "GA", 2026).set_index("iso3")
        assert (table.loc["ZAF", "category"], table.loc["LBR", "category"]) == ("signed", "dropped")
        liberia = next(reason for reason in table.loc["LBR", "reasons"]() if reason.kind == "dropped")
        assert liberia.sentence == f"Took its name back from {DRAFT}, which is being sponsored."
        assert set(follow(record, liberia)[1]["stage"]) == {"tabled", "withdrawn"}
        gone = drafts.gone_from_drafts(record, "GA", 2026)
        assert gone == {"LBR": drafts.Named(DRAFT, "withdrawn", DRAFT)}
        start = standing(record, "GA", named=named, gone=gone)
        where = start.set_index("iso3")["standing"]
        assert (where["ZAF"], where["KEN"], where["LBR"]) == ("named", "named", "open")
        askable = set(candidates(table.reset_index(), start)["iso3"])
        assert "MLI" in askable
        assert not askable & {*named, "LBR"}

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
        assert several.of("withdrew") == ["LBR"]

    def test_a_revision_prints_all_names_anew(self, tmp_path) -> None:
        made = Drafted(tmp_path / "d.duckdb", tmp_path / "user")
        add_draft(made.folder)
        add_list(made.folder, {"KEN": "Kenya", "GHA": "Ghana"})
        add_list(made.folder, {"GHA": "Ghana", "PER": "Peru"}, "tabled revised", document_symbol=f"{DRAFT}/Rev.1")
        record = made.build()
        found = drafts.progress(record, DRAFT)
        assert drafts.gone_from_drafts(record, "GA", 2026) == {"KEN": drafts.Named(DRAFT, "tabled", DRAFT)}
        kenya = prospects(record, "GA", 2026).set_index("iso3").loc["KEN"]
        assert (kenya["category"], kenya["target"]) == ("dropped", False)
        assert kenya["why"] == (f"Named on {DRAFT} as tabled, and not on its revision, which is being sponsored.")
        assert found.of(*drafts.NAMED) == ["GHA", "PER"]
        assert found.of("dropped") == ["KEN"], "to confirm, and never among those to call"
