"""The evidence behind a reason, as a person reads it."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.targets import reason as proof
from analytics.targets.targets import prospects
from tests import made
from tests.tongues import asked_once


@pytest.fixture(scope="module")
def table(record) -> pd.DataFrame:
    return made.with_reasons(prospects(record, "GA", 2026)).set_index("iso3")


def opened(record, table, iso3: str, kind: str) -> dict[str, pd.DataFrame]:
    reason = next(reason for reason in table.loc[iso3, "reasons"] if reason.kind == kind)
    return proof.tables(record, reason)


def test_a_cell_carries_its_document_and_the_name_as_written(record, table):
    rows = opened(record, table, "TUR", "lapsed")["On the lists"].set_index("Text")
    # one a General Assembly text of which names are held
    held = record.rows("lists")[
        (record.rows("lists")["used_for_analysis"] == "yes") & record.rows("lists")["list_id"].str.startswith("A/RES/")
    ]
    assert set(rows.index) <= set(held["resolution"])
    assert {"A/RES/56/163", "A/RES/78/216"} <= set(rows.index)
    assert rows.loc["A/RES/56/163", ["State", "On the list", "As written"]].tolist() == ["Türkiye", "sponsor", "Turkey"]
    assert rows.loc["A/RES/78/216", "On the list"] == "not a sponsor"
    assert rows.loc["A/RES/78/216", "UN document"].startswith("https://undocs.org/")
    assert rows.loc["A/RES/78/216", "As written"] == ""


def test_what_is_not_known_is_said_so(record, table):
    (rows,) = opened(record, table, "AGO", "not told").values()
    assert rows["On the list"].tolist() == ["not known"]


def test_votes_texts_and_groups_have_tables_of_their_own(record, table):
    votes = opened(record, table, "CHN", "opposed")["Recorded votes"]
    assert set(votes["State"]) == {"China"}
    assert "no" in set(votes["Vote"])
    siblings = opened(record, table, "HTI", "sibling")
    assert set(siblings["On the related texts"]["Text"]) <= set(siblings["Related texts"]["Text"])
    assert len(siblings["Related texts"]) == 5
    groups = opened(record, table, "HTI", "political group")
    assert set(groups["Members of the group"]["Group"]) == {"Organization of American States"}


def test_every_reason_can_be_opened_and_shows_no_code(record, table):
    with asked_once():
        for reason in set(table["reasons"].explode()):
            for heading, rows in proof.tables(record, reason).items():
                assert len(rows), (reason.sentence, heading)
                if "State" in rows:
                    assert (rows["State"].str.len() > 3).all(), reason.sentence
                assert not rows.isna().any(axis=None)
