"""Fetching on "Add a list" and on "Sources": the plan, the button, stop and go on, the batch, and back by undo."""

from __future__ import annotations

import shutil
import time
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from data.fetch import client
from data.fetch.follow import Change
from data.fetch.plan import missing, of_texts
from data.reading.context import Context
from data.review.keep import history
from files import paths
from pages.shared.fetch import since_last
from tests.data.fetch import un as faults
from tests.data.fetch.watch import Addresses
from tests.data.reading import made
from tests.drafted import DRAFT, drafted
from tests.pages.visit import opened, sound

TEXT = "A/HRC/RES/52/4"


def tabled() -> list[str]:
    """Names as they would be expected on a draft of the Council."""
    rows = Context.from_files().sponsors
    return [row["state_as_written"] for row in rows if row["list_id"] == "A/HRC/RES/25/18#tabled"]


@pytest.fixture
def un(desk_of_own, monkeypatch, tmp_path, built_database):
    """The server, an empty user's folder, a database of its own; no other address may be asked."""
    monkeypatch.setattr(paths, "DATABASE", Path(shutil.copy(built_database, tmp_path / "record.duckdb")))
    monkeypatch.setattr(client._TURNS, "turn", lambda _: nullcontext())
    with faults.playing() as server, Addresses() as watched:
        monkeypatch.setenv("COSPONSOR_UN_URL", server.template)
        yield server
    assert watched.outside == []


def button(at: AppTest, label: str):
    return next(b for b in at.button if b.label.startswith(label))


def said(at: AppTest) -> str:
    parts = [*at.markdown, *at.caption, *at.success, *at.info, *at.error]
    return "\n".join(part.value for part in parts).replace("\\", "")


def to_the_end(at: AppTest) -> AppTest:
    """Look at the page until nothing is under way."""
    for _ in range(200):
        if not any(b.label == "Stop" for b in at.button):
            return at
        time.sleep(0.1)
        sound(at.run())
    raise AssertionError("it did not end")


def signed(at: AppTest, whole: str) -> AppTest:
    """What agrees with expectations accepted by Ana Ruiz."""
    next(b for b in at.selectbox if b.label == "How complete are these lists?").select(whole)
    next(f for f in at.text_input if f.label == "Your name").input("Ana Ruiz")
    return sound(button(at, "Accept these").click().run())


def value(iso3: str) -> str:
    grid = store.record().rows("grid")
    return grid[(grid["resolution"] == TEXT) & (grid["iso3"] == iso3)]["value"].item()


@pytest.mark.parametrize("page", ["add", "sources"])
def test_the_plan_comes_first_and_asks_nothing(un, page):
    at = opened(page, how="fetch")
    plan = next(e.label for e in at.expander if e.label.startswith("The plan"))
    assert ", 0 of them in your folder already; " in plan
    assert "only when you press the button: to 127.0.0.1" in said(at)
    number = len(of_texts(missing(Context.from_files()), Context.from_files()))
    assert plan.startswith(f"The plan: {number} documents")
    assert f"Fetch {number} documents" in [b.label for b in at.button]
    assert un.asked == []
    assert not paths.DATA_DIR.exists()


def test_from_the_button_to_a_changed_grid_and_back(un):
    un.has("A/HRC/52/L.1", made.council_draft(tabled(), set(), "A/HRC/52/L.1"))
    at = opened("add", how="fetch", wanted=TEXT)
    at = to_the_end(sound(button(at, "Fetch 4 documents").click().run()))
    assert "3 more documents that might have existed: not there" in said(at)
    assert "agrees with expectations" in said(at)
    assert value("CHL") == "unknown"
    sound(button(at, "Accept these").click().run())
    assert "Still to be said: your name" in said(at)
    assert history(paths.DATA_DIR) == []
    signed(at, "partial")
    assert f"Accepted: 1 list for {TEXT}" in said(at)
    assert (value("CHL"), value("FJI")) == ("sponsor", "unknown")
    (entry,) = history(paths.DATA_DIR)
    assert entry.accepted_by == "Ana Ruiz"
    assert entry.facts["document_symbol"] == "A/HRC/52/L.1"
    assert ":material/task_alt: accepted" in said(at)
    sound(button(at, "Undo all of these").click().run())
    assert value("CHL") == "unknown"
    assert history(paths.DATA_DIR) == []
    # Fetched once: what is in the folder is read from there.
    asked = len(un.asked)
    to_the_end(sound(button(at, "Fetch 4 documents").click().run()))
    assert ("A/HRC/52/L.1", "en") not in un.asked[asked:]


def test_the_documents_of_a_text_give_one_final_list(un):
    rows = [row for row in Context.from_files().sponsors if row["list_id"] == "A/HRC/RES/40/11#final"]
    final = [row["state_as_written"] for row in rows]
    one_of_first, one_of_later = rows[0]["iso3"], rows[3]["iso3"]
    later = final[3::20]
    first = [name for name in final if name not in later]
    un.has("A/HRC/52/L.1", made.council_draft(first, set(), "A/HRC/52/L.1"))
    told = "120. At the 54th meeting, the representative of Norway introduced draft resolution A/HRC/52/L.1."
    told = made.wrap(f"{told} Subsequently, {made.series(later)} joined the sponsors.")
    un.has("A/HRC/52/2", f"A/HRC/52/2\nReport of the Human Rights Council on its fifty-second session\n{told}\n")
    at = opened("add", how="fetch", wanted=TEXT)
    at = to_the_end(sound(button(at, "Fetch 4 documents").click().run()))
    assert f"Final: {len(final)} States · {TEXT}" in said(at)
    # One by one, the united list keeps in its note which names come from which document.
    sound(next(b for b in at.button if b.key and b.key.startswith("look-") and b.key.endswith("-2")).click().run())
    assert f"From A/HRC/52/2 (named after tabling): {', '.join(later)}." in said(at)
    signed(at, "complete")
    assert f"Accepted: 3 lists for {TEXT}" in said(at)
    assert [value(code) for code in (one_of_first, one_of_later, "CHN")] == ["sponsor", "sponsor", "not_sponsor"]
    assert {entry.facts["stage"]: entry.facts["use"] for entry in history(paths.DATA_DIR)} == {
        "tabled": "no",
        "additional": "no",
        "final": "yes",
    }
    assert "A/HRC/52/L.1 and A/HRC/52/2" in said(at)
    sound(button(at, "Undo all of these").click().run())
    assert (value(one_of_later), history(paths.DATA_DIR)) == ("unknown", [])


def test_one_against_expectation_goes_to_the_review_of_an_upload(un):
    names = [name for name in tabled() if name != "Norway"]
    un.has("A/HRC/52/L.1", made.council_draft(names, set(), "A/HRC/52/L.1"))
    at = opened("add", how="fetch", wanted=TEXT)
    at = to_the_end(sound(button(at, "Fetch 4").click().run()))
    assert "Look twice: Norway, the main sponsor, is not named" in said(at)
    assert not any(b.label == "Accept these" for b in at.button)
    sound(button(at, "Look at it").click().run())
    assert next(b for b in at.selectbox if b.label == "Text").value == TEXT
    assert "A/HRC/52/L.1" in said(at)
    assert any(b.label == "Accept" for b in at.button)


def test_stopped_and_gone_on(un):
    un.documents["A/HRC/52/L.1", "en"] = faults.drip
    at = opened("add", how="fetch", wanted=TEXT)
    sound(button(at, "Fetch 4").click().run())
    sound(button(at, "Stop").click().run())
    to_the_end(at)
    assert "Stopped: 0 of 4 documents are through" in said(at)
    un.has("A/HRC/52/L.1", made.council_draft(tabled(), set(), "A/HRC/52/L.1"))
    at = to_the_end(sound(button(at, "Go on with 4 documents").click().run()))
    assert "agrees with expectations" in said(at)


def test_what_is_refused_says_what_to_do(un):
    un.documents["A/HRC/52/L.1", "en"] = faults.challenge
    at = opened("add", how="fetch", wanted=TEXT)
    at = to_the_end(sound(button(at, "Fetch 4").click().run()))
    table = at.dataframe[-1].value
    assert table["Result"].tolist() == ["refused"]
    assert "save it, and upload it" in table["What to do"].iloc[0]
    assert "A/HRC/52/L.1: 127.0.0.1" in said(at)
    assert "lets only browsers in at the moment." in said(at)
    un.has("A/HRC/52/L.1", made.council_draft(tabled(), set(), "A/HRC/52/L.1"))
    at = to_the_end(sound(button(at, "Try the 1 refused document again").click().run()))
    assert "agrees with expectations" in said(at)


def test_a_template_that_is_none_is_said(un, monkeypatch):
    monkeypatch.setenv("COSPONSOR_UN_URL", "nonsense")
    assert "COSPONSOR_UN_URL" in said(opened("add", how="fetch"))
    assert "COSPONSOR_UN_URL" in said(opened("sources"))


def test_a_draft_that_is_followed(un, monkeypatch, tmp_path):
    held = drafted(tmp_path / "drafted")
    monkeypatch.setattr(paths, "DATABASE", held.database)
    monkeypatch.setattr(paths, "DATA_DIR", held.folder)
    named = ["Albania", "Norway"]
    un.has(DRAFT, made.draft(named, DRAFT))
    at = opened("sources")
    for words in ("2 States named. From now on", "two more since earlier today: Kenya and Peru."):
        at = to_the_end(sound(button(at, f"See who has joined {DRAFT}").click().run()))
        assert f"{DRAFT}: {words}" in said(at)
        un.has(DRAFT, made.draft([*named, "Kenya", "Peru"], DRAFT))
    assert un.asked.count((DRAFT, "en")) == 2
    assert any(link.proto.label == "Review what was recognised" for link in at.get("page_link"))


NAMES = {"KEN": "Kenya", "PER": "Peru", "CHL": "Chile"}


TUESDAY, TODAY = "2026-11-24T12:00:00+00:00", "2026-11-26T12:00:00+00:00"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change("D", TUESDAY, ("KEN", "PER"), ("KEN", "PER")), "two more since Tuesday: Kenya and Peru."),
        (Change("D", TUESDAY, ("KEN",), (), ("CHL",)), "none more since Tuesday. No longer named: Chile."),
        (Change("D", TODAY, ("KEN",), ("KEN",)), "one more since earlier today: Kenya."),
        (Change("D", "2026-11-19T12:00:00+00:00", ("KEN",)), "none more since 19 November 2026."),
        (Change("D", "", ("KEN",)), "1 State named. From now on it is compared with this."),
        (None, "not all of its documents could be read, so it was not compared with the last time."),
    ],
)
def test_what_is_new_on_a_draft_that_is_followed(change, words):
    assert since_last("D", change, NAMES, date(2026, 11, 26)) == f"D: {words}"
