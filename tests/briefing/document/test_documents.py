"""Which UN documents stand behind a chart."""

from __future__ import annotations

from dataclasses import replace

from briefing.document import documents


def test_a_change_rests_on_its_two_texts_and_their_lists(chart_of, record) -> None:
    chart = chart_of("assembly-change", text="A/RES/74/146", since="A/RES/72/247")
    symbols = [document.symbol for document in documents.behind(chart, record)]
    assert symbols == ["A/RES/72/247", "A/72/49 (Vol. I)", "A/RES/74/146", "A/74/49 (Vol. I)"]


def test_a_symbol_is_not_found_inside_a_longer_one(chart_of, record) -> None:
    chart = replace(chart_of("columns"), title="On A/HRC/RES/7/80", subtitle="", note="", table=record.events.head(0))
    assert documents.named_in(chart, record) == []
    chart = replace(chart, title="On A/HRC/RES/7/8, adopted in 2008")
    assert documents.named_in(chart, record) == ["A/HRC/RES/7/8"]


def test_a_resolution_that_prints_its_own_sponsors_is_named_once(record) -> None:
    found = documents.of_resolutions(["A/HRC/RES/40/11"], record)
    assert [document.symbol for document in found] == ["A/HRC/RES/40/11"]
    assert "with its sponsors" in found[0].line


def test_a_list_published_elsewhere_is_named_as_such(record) -> None:
    text, published = documents.of_resolutions(["A/HRC/RES/34/5"], record)
    assert text.symbol == "A/HRC/RES/34/5"
    assert published.symbol == ""
    assert published.line.startswith("list of sponsors of A/HRC/RES/34/5")
    assert published.url.startswith("https://")
