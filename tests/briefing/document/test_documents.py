"""Which UN documents stand behind a chart."""

from __future__ import annotations

from dataclasses import replace

from briefing.document import documents


def test_a_change_rests_on_its_two_texts_and_their_lists(chart_of, record) -> None:
    chart = chart_of("assembly-change", text="A/RES/74/146", since="A/RES/72/247")
    symbols = [document.symbol for document in documents.behind(chart, record)]
    assert symbols == ["A/RES/72/247", "A/72/49 (Vol. I)", "A/RES/74/146", "A/74/49 (Vol. I)"]


def test_every_text_of_a_chart_is_named_and_of_each_the_list_that_it_shows_alone(chart_of, record) -> None:
    found = documents.behind(chart_of("columns", body="GA", stage="tabled"), record)
    texts = record.resolutions[record.resolutions["body"] == "GA"]["resolution"]
    assert [d.symbol for d in found if d.symbol.startswith("A/RES/")] == list(texts)
    assert all("(as tabled)" in d.line for d in found if d.what.startswith("list of sponsors"))
    assert {d.symbol for d in found if d.symbol.startswith("A/C.3/")} != set()


def test_words_put_into_a_chart_name_no_document(chart_of, record) -> None:
    chart = chart_of("assembly-status", text="A/RES/74/146")
    other = replace(chart, title="On A/HRC/RES/7/8, adopted in 2008", note="A/RES/53/144")
    assert documents.behind(other, record) == documents.behind(chart, record)


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
