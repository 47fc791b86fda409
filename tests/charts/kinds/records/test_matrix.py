from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import pytest

from analytics.scope import Scope
from charts.frame.chart import Context
from charts.frame.figure import heads
from charts.kinds.records.matrix import matrix
from charts.kinds.records.matrix_fold import ROW
from tests import made
from tests.charts.gallery import Gallery


@pytest.fixture(scope="module")
def whole(gallery: Gallery):
    return matrix(gallery.measures.cells(Scope(("GA",))), Context())


def test_every_state_has_a_readable_row(whole):
    figure = whole.build("wide")
    names = next(trace for trace in figure.data if trace.name == "names")
    assert len(names.text) == 195
    assert figure.layout.height > 195 * ROW
    assert ROW >= 16
    assert min(abs(a - b) for a, b in zip(names.y, names.y[1:], strict=False)) >= ROW - 0.1


def test_each_cell_is_drawn_once_by_its_value(whole, gallery):
    figure = whole.build()
    drawn = {}
    for trace in figure.data:
        if trace.mode == "markers":
            value = trace.hovertemplate.split(": ")[1].split("<")[0]
            for code in trace.customdata:
                assert (code, trace.name) not in drawn
                drawn[code, trace.name] = value
    words = {"sponsor": "sponsor", "not_sponsor": "not a sponsor", "unknown": "not known"}
    cells = gallery.measures.cells(Scope(("GA",)))
    wanted = {(row.iso3, row.resolution): words[row.value] for row in cells.itertuples() if row.value != "not_member"}
    sponsors = gallery.record.rows("sponsors")
    back = sponsors.loc[sponsors["list_id"] == "A/RES/68/181#withdrawn", "iso3"]
    assert len(back) == 36
    wanted |= {(iso3, "A/RES/68/181"): "not a sponsor, withdrew" for iso3 in back}
    assert drawn == wanted


def test_a_draft_has_a_mark_of_its_own_for_who_is_not_named():
    lists = {2002: ("complete", "tabled"), 2003: ("complete", "final")}
    table = made.cells("2002 2003 2004\nAAA S n ?\nBBB t S -", lists=lists)
    figure = matrix(table, Context()).build()
    marks = {
        (code, trace.name): (trace.marker.symbol, trace.hovertemplate.split(": ")[1].split("<")[0])
        for trace in figure.data
        if trace.mode == "markers"
        for code in trace.customdata
    }
    assert marks["BBB", "GA 2002"] == ("line-ew", "not named when tabled")
    assert len(set(marks.values())) == len(marks) - 1, "two sponsors; each other value looks like itself alone"
    assert ("BBB", "GA 2004") not in marks, "not yet a Member: blank"
    # asked for the end, who is not named when tabled is not known
    assert matrix(table, Context()).note == "Not known: 2 of 5 cells, among them all of 1 text."
    assert "BBB" not in {code for t in figure.data if t.fillpattern.shape for code in t.customdata or ()}


def test_what_is_not_known_is_hatched(whole):
    hatched = [trace for trace in whole.build().data if trace.fillpattern.shape]
    assert [trace.name for trace in hatched] == ["not known"]


def test_the_order_of_the_rows_is_the_callers():
    table = made.cells("2001\nAAA S\nBBB n\nCCC S")
    figure = matrix(table, Context(), order=["CCC", "AAA", "BBB"]).build()
    names = next(trace for trace in figure.data if trace.name == "names")
    assert list(names.customdata) == ["CCC", "AAA", "BBB"]


def test_of_two_states_alone_the_title_says_what_they_have_in_common():
    table = made.cells("2001 2003 2005 2007\nAAA S S S n\nBBB S n ? n")
    assert matrix(table, Context()).title == "Aaa and Bbb both sponsored 1 of 3 texts on which both are known"
    tabled = made.cells("2002\nAAA S\nBBB t", body="CHR", lists={2002: ("complete", "tabled")}, asked="tabled")
    assert matrix(pd.concat([table, tabled]), Context()).title == (
        "Aaa and Bbb both sponsored 1 of 3 texts in the General Assembly and 0 of 1 text as tabled in the Commission "
        "on Human Rights on which both are known"
    ), "bodies and stages are never pooled"
    dark = made.cells("2001\nAAA ?\nBBB ?", lists={2001: ("", "")})
    assert matrix(dark, Context()).title == "There is no text on which both Aaa and Bbb are known"


def test_only_members_are_counted_in_the_title():
    table = made.cells("2001 2003\nAAA S S\nBBB n n\nCCC S ?\nVAT n n", observers=("VAT",))
    title = matrix(table, Context()).title
    assert title == "Of 3 States, 2 sponsored every text known for them, 1 none"
    dark = made.cells("2001\nAAA ?\nBBB ?\nCCC ?", lists={2001: ("", "")})
    assert matrix(dark, Context()).title == "Who sponsored this text is not known State by State"


def test_states_of_which_nothing_is_known_are_told_in_the_title():
    part = made.cells("2001\nAAA S\nBBB ?\nCCC ?\nDDD -", lists={2001: ("partial", "final")})
    assert matrix(part, Context()).title == ("Of 3 States, 1 sponsored every text known for it; nothing is known of 2")


def test_of_texts_that_were_chosen_the_title_says_so():
    table = made.cells("2001 2003\nAAA S S\nBBB n n\nCCC S ?")
    title = matrix(table, Context(), chosen=True).title
    assert title == "Of 3 States, 2 sponsored every chosen text known for them, 1 none"
    alone = matrix(table[table["iso3"] == "CCC"], Context(), chosen=True).title
    assert alone == "Ccc sponsored 1 of 1 known chosen text"
    pair = matrix(table[table["iso3"] != "CCC"], Context(), chosen=True).title
    assert pair == "Of 2 States, 1 sponsored every chosen text known for it, 1 none"


def test_who_was_no_member_yet_is_not_counted_among_the_cells():
    lists = {2001: ("", ""), 2003: ("complete", "final")}
    note = matrix(made.cells("2001 2003\nAAA ? S\nBBB ? n\nCCC - n", lists=lists), Context()).note
    assert note == "Not known: 2 of 5 cells, among them all of 1 text."


def test_the_table_has_a_word_for_every_cell(whole):
    assert len(whole.table) == 195
    assert set(whole.table.iloc[:, 3:-2].to_numpy().ravel()) == {
        "sponsor",
        "not a sponsor",
        "not a sponsor, withdrew",
        "not known",
        "not yet a Member",
    }


def totals(figure) -> tuple[list[str], list[str]]:
    """What stands at the ends of the rows, and over the columns."""
    (ends,) = [trace for trace in figure.data if trace.name == "totals"]
    over = [n for n in figure.layout.annotations if n.name == "head" and " " not in n.text and "<b>" not in n.text]
    return list(ends.text), [note.text for note in sorted(over, key=lambda note: note.x)]


def test_totals_say_what_is_not_known_and_leave_observers_out_of_the_members():
    lists = {2001: ("complete", "final"), 2003: ("complete", "tabled"), 2005: ("", "")}
    table = made.cells("2001 2003 2005\nAAA S S ?\nBBB n t ?\nCCC - - -\nVAT S n ?", lists=lists, observers=("VAT",))
    ends, over = totals(matrix(table, Context(), order=["AAA", "BBB", "CCC", "VAT"]).build())
    assert ends == ["≥2", "≥0", "", "≥1"]
    assert over == ["1", "≥1", "?"], "of the Members; on a draft who is not named is not known"
    shown = matrix(table, Context()).table.set_index("Code")
    assert list(shown["General Assembly: sponsored"]) == [2, 0, 0, 1]
    assert list(shown["General Assembly: not known"]) == [1, 2, 0, 1]


def test_totals_of_two_bodies_stand_apart():
    table = pd.concat([made.cells("2001 2003\nAAA S S"), made.cells("2002\nAAA S", body="HRC")])
    assert totals(matrix(table, Context()).build())[0] == ["2", "1"]


@pytest.mark.parametrize("name", ["A/RES/74/146", "A/RES/78/216", "A/RES/68/181"])
def test_the_total_of_a_text_is_the_number_of_its_sponsors(whole, gallery, name):
    counts = gallery.measures.counts(Scope(("GA",))).set_index("resolution").loc[name]
    texts = list(dict.fromkeys(gallery.measures.cells(Scope(("GA",)))["resolution"]))
    order = sorted(texts, key=lambda text: gallery.record.resolutions.set_index("resolution").at[text, "adopted_on"])
    assert totals(whole.build())[1][order.index(name)] == counts["shown_text"].replace("at least ", "≥")


@pytest.mark.parametrize("layout", ["narrow", "wide"])
def test_the_heads_by_themselves_lie_over_themselves(whole, layout):
    figure = whole.build(layout)
    strip = heads(figure)
    labels = [note for note in figure.layout.annotations if note.name == "head"]
    assert len(strip.layout.annotations) == len(labels) > 10
    assert not strip.data
    assert (strip.layout.margin.l, strip.layout.margin.r) == (figure.layout.margin.l, figure.layout.margin.r)
    assert strip.layout.xaxis.range == figure.layout.xaxis.range
    first = max(next(trace for trace in figure.data if trace.name == "headings").y)
    assert -strip.layout.height > first, "no row lies under them"
    assert min(note.y for note in labels) > -strip.layout.height
    assert heads(go.Figure(layout={"meta": {"name": "columns"}})) is None


def test_all_texts_stay_light_enough(gallery):
    assert len(matrix(gallery.cells, Context()).build().to_json()) < 450_000


@pytest.mark.parametrize("layout", ["narrow", "medium", "wide", "slide"])
def test_no_text_lies_outside_the_picture_when_bodies_stand_side_by_side(gallery, layout):
    part = gallery.cells[gallery.cells["body"].isin(("GA", "HRC"))]
    figure = matrix(part, Context()).build(layout)
    right = figure.layout.xaxis.range[1]
    by_text = {t.name: max(t.x) for t in figure.data if t.name in set(part["resolution"])}
    assert {"A/RES/78/216", "A/HRC/RES/40/11"} <= set(by_text)
    assert max(by_text.values()) < right
