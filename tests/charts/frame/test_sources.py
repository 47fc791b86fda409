from __future__ import annotations

import pandas as pd

from analytics.scope import Scope
from charts.frame.sources import reported, shorten, source_line

LISTS = pd.DataFrame(
    [
        ("A/RES/72/247", "yes", "A/72/49 (Vol. I)"),
        ("A/RES/74/146", "yes", "A/74/49 (Vol. I)"),
        ("A/RES/74/146", "no", "A/C.3/74/L.31"),
        ("A/HRC/RES/34/5", "yes", ""),
    ],
    columns=["resolution", "used_for_analysis", "document_symbol"],
)


def test_documents_version_and_date():
    used = LISTS[LISTS["used_for_analysis"] == "yes"]
    said = source_line(used, ["A/RES/74/146", "A/RES/72/247"], "abc123", "2026-11-23")
    assert said == "Source: A/72/49 (Vol. I), A/74/49 (Vol. I); data version abc123, 23 November 2026"


def test_the_lists_of_the_stage_that_is_shown_are_named(record):
    from charts.catalog import build

    assert build("assembly-status", record, text="A/RES/57/209").source.startswith("Source: A/57/49 (Vol. I); data")
    tabled = build("assembly-status", record, text="A/RES/57/209", stage="tabled")
    assert tabled.source.startswith("Source: A/C.3/57/L.51; data")


def test_a_list_without_a_document_is_named_and_no_list_is_said():
    assert "a published list for A/HRC/RES/34/5" in source_line(LISTS, ["A/HRC/RES/34/5"], "v")
    assert source_line(LISTS, ["CHR 2000/61"], "v") == "Source: no list of sponsors is held; data version v"


def test_many_volumes_become_a_span():
    volumes = [f"A/{n}/49 (Vol. I)" for n in (74, 56, 72, 70)]
    assert shorten([*volumes, "A/C.3/78/L.30/Rev.1"]) == [
        "A/56/49 (Vol. I) to A/74/49 (Vol. I) (4 volumes)",
        "A/C.3/78/L.30/Rev.1",
    ]
    assert shorten(volumes[:2]) == volumes[:2]


def test_only_numbers_that_are_drawn_are_sourced(gallery):
    inside, counts, _ = gallery.trend(Scope(("GA",)))
    rows = reported(gallery.record.rows("claims"), counts)
    assert set(rows["resolution"]) == {"A/RES/66/164", "A/RES/76/174"}
    assert set(rows["count"]) == {77, 85}
    said = source_line(gallery.record.rows("lists"), inside["resolution"].unique(), "v", claims=rows)
    assert "reported numbers: faktury.no" in said
