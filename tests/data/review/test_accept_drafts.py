"""A draft that is being sponsored: kept apart from what is adopted, and handed over to the resolution it becomes."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from data import store
from data.drafts import NOT_ADOPTED
from data.reading.context import Context
from data.reading.model import ImporterError, NamedState
from data.reading.recognise import recognise
from data.review.accept import Acceptance
from data.review.exchange import export_all
from data.review.keep import history
from data.review.keep import set_aside as undo
from tests.data.review.kept import accept_list, accept_resolution, accept_votes, import_all
from tests.drafted import DRAFT, JOINED, Drafted, add_draft, add_list

ADOPTED = "A/RES/81/190"
NORWAY = (NamedState("Norway", "NOR", "sponsor"),)


def facts(**changed: str) -> dict[str, str]:
    soon = (date.today() + timedelta(days=20)).isoformat()
    return {"resolution": DRAFT, "adoption": NOT_ADOPTED, "adopted_on": soon, "title": "Defenders"} | changed


def adopt(folder: Path, **changed: str) -> str:
    given = {
        "resolution": ADOPTED,
        "adopted_on": date.today().isoformat(),
        "title": "Defenders",
        "draft_symbol": f"{DRAFT}/Rev.1",
    } | changed
    return accept_resolution(folder, given, "Ana", Context.from_files(data_dir=folder)).id


def test_who_is_named_is_a_sponsor_and_nobody_is_a_no(with_draft: Drafted) -> None:
    whole = with_draft.record.with_drafts
    value = whole.rows("grid", resolution=DRAFT).set_index("iso3")["value"]
    assert value.value_counts().to_dict() == {"sponsor": 36 + len(JOINED), "unknown": 195 - 36 - len(JOINED)}
    assert {value[iso3] for iso3 in (*JOINED, "NOR")} == {"sponsor"}


def test_what_is_adopted_stays_as_it_was(with_draft: Drafted, record: store.Record) -> None:
    mine = with_draft.record
    assert list(mine.drafts["resolution"]) == [DRAFT]
    for table in store.BY_TEXT:
        pd.testing.assert_frame_equal(mine.rows(table), record.rows(table))
    assert record.drafts.empty
    assert record.with_drafts is record
    assert mine.about(DRAFT) is mine.with_drafts
    assert mine.about("A/RES/74/146") is mine


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"resolution": "A/RES/81/190"}, "not of a form that is known"),
        ({"resolution": "A/C.3/81/L.30 and more"}, "not of a form that is known"),
        ({"adopted_on": ""}, "day on which its adoption is expected is missing"),
        ({"adopted_on": (date.today() + timedelta(days=500)).isoformat()}, "in more than a year"),
        ({"resolution": "A/C.3/78/L.30/Rev.1"}, "it has been adopted, as A/RES/78/216"),
        ({"title": ""}, "it has no title"),
    ],
)
def test_a_draft_that_cannot_be_is_refused(tmp_path: Path, changed: dict[str, str], words: str) -> None:
    with pytest.raises(ImporterError, match=words):
        accept_resolution(tmp_path, facts(**changed), "Ana", Context.from_files())
    assert history(tmp_path) == []


def test_an_adoption_that_is_still_to_come_is_sent_to_the_drafts(tmp_path: Path) -> None:
    given = facts(resolution=ADOPTED, adoption="without a vote")
    with pytest.raises(ImporterError, match=r"still to come.*Add it as a draft"):
        accept_resolution(tmp_path, given, "Ana", Context.from_files())


def test_a_draft_has_no_final_list(tmp_path: Path) -> None:
    add_draft(tmp_path)
    with pytest.raises(ImporterError, match=r"not adopted yet.*once it is adopted"):
        add_list(tmp_path, stage="final")


def test_after_the_committee_others_may_still_join(tmp_path: Path) -> None:
    add_draft(tmp_path)
    with pytest.raises(ImporterError, match="no list can tell who did not sponsor it"):
        add_list(tmp_path, stage="as adopted", completeness="complete")
    assert add_list(tmp_path, stage="as adopted")


def test_a_draft_has_votes_in_the_committee_but_none_in_plenary(tmp_path: Path) -> None:
    add_draft(tmp_path)
    context = Context.from_files(data_dir=tmp_path)
    cast = (NamedState("Norway", "NOR", "yes"),)
    given = Acceptance(DRAFT, "plenary", cast, "Ana", "Press release", read_at="https://example.org/x")
    with pytest.raises(ImporterError, match="not adopted yet"):
        accept_votes(tmp_path, given, context)
    committee = Acceptance(DRAFT, "committee", cast, "Ana", "Press release", read_at="https://example.org/x")
    assert accept_votes(tmp_path, committee, context).kind == "votes"


def test_a_whole_list_of_a_draft_still_leaves_the_others_open(tmp_path: Path) -> None:
    add_draft(tmp_path)
    with pytest.raises(ImporterError, match="no list can tell who did not sponsor it"):
        add_list(tmp_path, completeness="complete")


def test_the_lists_of_a_draft_are_united_and_who_withdrew_is_no_sponsor(tmp_path: Path) -> None:
    """Tabled by Norway, Kenya and Chile; Peru and Ghana by an addendum that is not the list used; Kenya withdrew."""
    made = Drafted(tmp_path / "d.duckdb", tmp_path / "user")
    add_draft(made.folder)
    first = add_list(made.folder, {"NOR": "Norway", "KEN": "Kenya", "CHL": "Chile"})
    added = add_list(made.folder, {"PER": "Peru", "GHA": "Ghana"}, "additional", use=False)
    add_list(made.folder, {"KEN": "Kenya"}, "withdrawn", use=False)
    whole = made.build().with_drafts
    grid = whole.rows("grid", resolution=DRAFT).set_index("iso3")
    assert set(grid.index[grid["value"] == "sponsor"]) == {"NOR", "CHL", "PER", "GHA"}
    assert grid.loc["KEN", "value"] == "not_sponsor"
    assert grid.loc["KEN", "withdrawn_list"].startswith(f"{DRAFT}#withdrawn-")
    assert (grid["value"] == "unknown").sum() == 195 - 5
    # Each name leads to the list that has it.
    assert grid.loc["NOR", "list_id"] == f"{DRAFT}#tabled-{first[-8:]}"
    assert grid.loc["PER", "list_id"] == f"{DRAFT}#additional-{added[-8:]}"


def test_a_newer_list_of_a_draft_takes_no_name_from_it_but_a_revision_prints_all_anew(tmp_path: Path) -> None:
    made = Drafted(tmp_path / "d.duckdb", tmp_path / "user")
    add_draft(made.folder)
    add_list(made.folder, {"NOR": "Norway", "KEN": "Kenya"})
    add_list(made.folder, {"PER": "Peru"}, "additional")

    def named() -> set[str]:
        whole = made.build().with_drafts
        grid = whole.rows("grid", resolution=DRAFT).set_index("iso3")
        assert set(grid["value"]) == {"sponsor", "unknown"}
        return set(grid.index[grid["value"] == "sponsor"])

    assert named() == {"NOR", "KEN", "PER"}
    add_list(made.folder, {"NOR": "Norway", "GHA": "Ghana"}, "tabled revised")
    assert named() == {"NOR", "GHA", "PER"}


def test_a_revision_takes_the_place_of_all_that_was_printed_before_it(tmp_path: Path) -> None:
    """Of an addendum to the first draft and of the first revision too; who joined the revision stays."""
    made = Drafted(tmp_path / "d.duckdb", tmp_path / "user")
    add_draft(made.folder)
    add_list(made.folder, {"NOR": "Norway", "KEN": "Kenya"})
    add_list(made.folder, {"PER": "Peru"}, "additional", use=False, document_symbol=f"{DRAFT}/Add.1")
    first, second = f"{DRAFT}/Rev.1", f"{DRAFT}/Rev.2"
    add_list(made.folder, {"NOR": "Norway", "GHA": "Ghana"}, "tabled revised", document_symbol=first)
    add_list(made.folder, {"CHL": "Chile"}, "additional", use=False, document_symbol=f"{first}/Add.1")

    def named() -> set[str]:
        whole = made.build().with_drafts
        grid = whole.rows("grid", resolution=DRAFT).set_index("iso3")
        return set(grid.index[grid["value"] == "sponsor"])

    assert named() == {"NOR", "GHA", "CHL"}
    add_list(made.folder, {"NOR": "Norway"}, "tabled revised", document_symbol=second)
    add_list(made.folder, {"FJI": "Fiji"}, "additional", use=False, document_symbol="A/81/480/Add.2")
    assert named() == {"NOR", "FJI"}, "a report is no addendum to the draft"


def test_its_list_moves_to_the_resolution_that_it_becomes_and_back(tmp_path: Path) -> None:
    made = Drafted(tmp_path / "d.duckdb", tmp_path / "user")
    add_draft(made.folder)
    add_list(made.folder)
    before = made.build().with_drafts
    adoption = adopt(made.folder)
    after = made.build()
    assert after.drafts.empty
    years = {(row.body, row.year) for row in before.coming.itertuples()}
    assert ("GA", 2026) in years, "a draft is not the end of it"
    assert {(row.body, row.year) for row in after.coming.itertuples()} == years - {("GA", date.today().year)}
    assert ADOPTED in set(after.resolutions["resolution"])
    moved = after.rows("lists", resolution=ADOPTED).iloc[0]
    assert moved["list_id"] == before.rows("lists", resolution=DRAFT)["list_id"].item()
    assert (moved["stage"], moved["used_for_analysis"], moved["completeness"]) == ("tabled", "yes", "partial")
    assert set(after.rows("sponsors", resolution=ADOPTED)["list_id"]) == {moved["list_id"]}

    context = Context.from_files(data_dir=made.folder)
    final = Acceptance(ADOPTED, "final", NORWAY, "Ana", "Report", "complete", document_symbol="A/81/500")
    accept_list(made.folder, final, context)
    settled = made.build()
    used = settled.rows("lists", resolution=ADOPTED).set_index("stage")["used_for_analysis"]
    assert used.to_dict() == {"final": "yes", "tabled": "no"}
    grid = settled.rows("grid", resolution=ADOPTED).set_index("iso3")["value"]
    assert (grid["NOR"], grid["KEN"]) == ("sponsor", "not_sponsor")

    undo(made.folder, history(made.folder)[0].id)
    undo(made.folder, adoption)
    assert made.build().version == before.version


def test_a_draft_and_its_list_go_to_a_colleague_whole(tmp_path: Path) -> None:
    here, there = Drafted(tmp_path / "a.duckdb", tmp_path / "a"), Drafted(tmp_path / "b.duckdb", tmp_path / "b")
    add_draft(here.folder)
    add_list(here.folder)
    import_all(there.folder, export_all(here.folder))
    assert there.build().version == here.build().version


def test_a_draft_cannot_be_undone_under_its_list(tmp_path: Path) -> None:
    add_draft(tmp_path)
    add_list(tmp_path)
    draft = history(tmp_path)[-1]
    with pytest.raises(ImporterError, match="Undo those first"):
        undo(tmp_path, draft.id)


def test_a_document_of_the_draft_or_of_its_revision_is_known_for_it(with_draft: Drafted) -> None:
    context = Context.from_files(data_dir=with_draft.folder)
    paper = (
        "United Nations A/C.3/81/L.30/Rev.1\nGeneral Assembly\n9 November 2026\nEighty-first session\n"
        "Third Committee\n\nAlbania, Kenya and Norway: revised draft resolution\n\nDefenders\n\nThe General Assembly,"
    )
    (one,) = recognise(paper.encode(), "pasted.txt", context)
    assert (one.resolution, one.stage) == (DRAFT, "tabled revised")
    assert one.iso3 == {"ALB", "KEN", "NOR"}
