"""Topics: each other text has a subject and a reason; who signs which, and what is known of them on defenders."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from analytics.agreement.topics import HERE, by_subject, defenders, signers, texts
from analytics.scope import Scope
from files.paths import ROOT, SOURCES

WHOLE = Scope.whole(("GA",))


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def others():
    return rows(SOURCES / "other_resolutions.csv")


def test_each_other_text_has_one_subject_and_its_words_stand_in_its_title(others):
    subjects = {row["other_id"]: row for row in rows(ROOT / "data" / "topics.csv")}
    assert set(subjects) == {row["other_id"] for row in others}
    for row in others:
        words = subjects[row["other_id"]]["reason"].removeprefix("in its title: ")
        assert words in row["title"], row["other_id"]


def test_one_title_has_one_subject(record):
    table = texts(record, WHOLE)
    assert (table.groupby(table["title"].str.split(" : ").str[0])["subject"].nunique() == 1).all()


def test_drafts_that_were_replaced_and_amendments_are_left_out(record, others):
    held = {row["other_id"] for row in others if row["resolution"] or row["stage"] == "tabled"}
    assert set(texts(record, WHOLE)["other_id"]) == held
    assert "A/C.3/78/L.49" not in held, "its revision was adopted"


def test_who_signs_is_who_is_named(record, others):
    subjects = {row["other_id"]: row["subject"] for row in rows(ROOT / "data" / "topics.csv")}
    kept = {row["other_id"] for row in others if row["resolution"] or row["stage"] == "tabled"}
    members = set(record.states.loc[record.states["status"] == "member", "iso3"])
    named = {
        (row["other_id"], row["iso3"])
        for row in rows(SOURCES / "other_sponsors.csv")
        if row["other_id"] in kept and row["iso3"] in members
    }
    true = Counter((subjects[text], iso3) for text, iso3 in named)
    said = {(row.subject, row.iso3): row.signed for row in signers(record, WHOLE).itertuples()}
    assert said == dict(true)


def test_what_is_known_on_defenders(record):
    """By the lists of the years of the other texts: a name is one, an absence only on the latest whole list."""
    here = defenders(record, WHOLE).set_index("iso3")["here"]
    cells = record.rows("grid")
    cells = cells.merge(record.resolutions[["resolution", "body", "year"]], on="resolution")
    cells = cells[cells["body"].eq("GA") & cells["year"].between(2013, 2025)]
    for iso3, mine in cells[cells["status"] == "member"].groupby("iso3"):
        value = mine.set_index("resolution")["value"]
        if "sponsor" in set(value):
            assert here[iso3] == "sponsor"
        elif value["A/RES/78/216"] == "unknown":
            assert here[iso3] == "unknown", iso3
        else:
            assert here[iso3] == ("unknown" if mine["on_any_list"].any() else "not_sponsor"), iso3
    assert set(here) == set(HERE)


def test_each_state_stands_once_in_each_subject(record):
    table = signers(record, WHOLE)
    counts = by_subject(table)
    assert (counts[["sponsor", "not_sponsor", "unknown"]].sum(axis=1) == counts["states"]).all()
    assert counts.set_index("subject")["states"].to_dict() == table.groupby("subject")["iso3"].nunique().to_dict()
    assert counts["not_sponsor"].is_monotonic_decreasing


def test_years_without_other_texts(record):
    early = Scope(("GA",), 1998, 2000)
    assert signers(record, early).empty
    assert defenders(record, early).empty
