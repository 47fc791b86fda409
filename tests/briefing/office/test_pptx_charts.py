"""From a chart's table to an editable chart: small made cases."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

from briefing.office import pptx_charts as native

SHARES = pd.DataFrame(
    {
        "Body": ["GA"] * 4,
        "Resolution": ["A/1", "A/1", "A/2", "A/2"],
        "Year": [2001, 2001, 2003, 2003],
        "Group": ["African", "Asia-Pacific"] * 2,
        "Share": [0.5, 0.0, None, None],
        "List": ["gap", "gap", "none", "none"],
    }
)


def chart(name: str, table: pd.DataFrame, **more: object) -> SimpleNamespace:
    return SimpleNamespace(name=name, table=table, note="", subtitle="", **more)


def test_a_zero_is_a_zero_and_unknown_is_nothing() -> None:
    (panel,) = native.panels(chart("support-by-group-ga", SHARES))
    assert panel.categories == ("2001", "2003")
    assert [series.values for series in panel.series] == [(0.5, None), (0.0, None)]
    assert panel.series[0].looks == {0: native.HOLLOW}


def test_notes_say_which_texts_rest_on_less_than_a_whole_list() -> None:
    said = native.notes(chart("support-by-group-ga", SHARES, told=("2003: something happened.",)))
    assert said == [
        "Square: the list has a gap, so at least that share (2001).",
        "No point: no share can be told (2003).",
        "2003: something happened.",
    ]


def test_more_groups_than_can_be_told_apart_stay_a_picture() -> None:
    many = pd.concat([SHARES.iloc[::2].assign(Group=f"Group {n}") for n in range(7)])
    assert native.panels(chart("support-by-group-ga", many)) == []


def test_tiles_and_maps_are_pictures(chart_of) -> None:
    for name in ("assembly-status", "map-status", "changes", "matrix"):
        assert native.panels(chart_of(name)) == []


def test_the_editable_subtitle_has_no_key_to_shapes_it_does_not_show(chart_of) -> None:
    assert native.subtitle(chart_of("regions")).endswith("1998 to 2026")


def test_every_editable_chart_of_the_record_has_one_value_a_category(chart_of) -> None:
    for name in ("columns", "counts", "regions", "breadth", "from-best"):
        panels = native.panels(chart_of(name))
        assert panels, name
        for panel in panels:
            assert all(len(series.values) == len(panel.categories) for series in panel.series)


def test_what_is_no_final_number_is_no_point_of_a_line_in_the_editable_chart(chart_of) -> None:
    (panel,) = native.panels(chart_of("counts", bodies="GA"))
    at = {year: n for n, year in enumerate(panel.categories)}
    line, least, adopted = panel.series
    assert (line.values[at["2019"]], line.values[at["2021"]]) == (84, 85)
    assert line.looks[at["2021"]] == native.HOLLOW
    assert [line.values[at[year]] for year in ("1998", "2011", "2023")] == [None] * 3
    assert {year: least.values[n] for year, n in at.items() if least.values[n]} == {"1998": 55, "2023": 73}
    assert least.beside == '"≥"0'
    assert {year: adopted.values[n] for year, n in at.items() if adopted.values[n]} == {"2011": 77}


def test_editable_charts_of_two_bodies_say_their_stage_and_have_one_scale(chart_of) -> None:
    panels = native.panels(chart_of("counts", bodies="GA,CHR"))
    assert [panel.title for panel in panels] == ["General Assembly", "Commission on Human Rights, as tabled"]
    assert {panel.top for panel in panels} == {100}
    for name in ("regions", "breadth", "from-best"):
        titles = [panel.title for panel in native.panels(chart_of(name, bodies="GA,CHR"))]
        assert "Commission on Human Rights, as tabled" in titles or not titles, name


def test_no_list_of_a_draft_is_not_said_to_be_no_list(chart_of) -> None:
    said = native.notes(chart_of("columns", body="GA", stage="tabled"))
    assert said == ["No list as tabled and no number is held (2011, 2013, 2015, 2017, 2019 and 2021)."]


def test_a_bound_is_told_apart_in_words_too(chart_of) -> None:
    said = native.notes(chart_of("counts", bodies="CHR"))
    assert said == ["Beside the line: not the whole number (2004)."]
