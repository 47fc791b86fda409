from __future__ import annotations

import pandas as pd

from analytics.scope import Scope
from charts.frame.sources import reported, shorten, source_line

LISTS = pd.DataFrame(
    [
        ("A/RES/72/247", "yes", "A/72/49 (Vol. I)", "https://undocs.org/A"),
        ("A/RES/74/146", "yes", "A/74/49 (Vol. I)", "https://undocs.org/A"),
        ("A/RES/74/146", "no", "A/C.3/74/L.31", "https://undocs.org/A"),
        ("A/HRC/RES/34/5", "yes", "", "https://norway.no"),
        ("A/HRC/RES/52/4", "yes", "", ""),
    ],
    columns=["resolution", "used_for_analysis", "document_symbol", "read_at"],
)


def test_documents_version_and_date():
    used = LISTS[LISTS["used_for_analysis"] == "yes"]
    said = source_line(used, ["A/RES/74/146", "A/RES/72/247"], "2026-11-23")
    assert said == "Source: A/72/49 (Vol. I), A/74/49 (Vol. I); record of 23 November 2026"


def test_the_lists_of_the_stage_that_is_shown_are_named(record):
    from charts.catalog import build

    assert build("assembly-status", record, text="A/RES/57/209").source.startswith(
        "Source: A/57/49 (Vol. I); record of "
    )
    tabled = build("assembly-status", record, text="A/RES/57/209", stage="tabled")
    assert tabled.source.startswith("Source: A/C.3/57/L.51; record of ")


def test_a_list_without_a_document_is_named_and_no_list_is_said():
    assert "a published list for A/HRC/RES/34/5" in source_line(LISTS, ["A/HRC/RES/34/5"])
    both = source_line(LISTS, ["A/HRC/RES/34/5", "A/HRC/RES/52/4"])
    assert both == "Source: a published list for A/HRC/RES/34/5, an unpublished list for A/HRC/RES/52/4"
    assert source_line(LISTS, ["CHR 2000/61"]) == "Source: no list of sponsors is held"


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
    said = source_line(gallery.record.rows("lists"), inside["resolution"].unique(), claims=rows)
    assert "reported numbers: faktury.no" in said
