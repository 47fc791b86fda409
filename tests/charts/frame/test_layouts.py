from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.frame.font import FONT
from charts.frame.layouts import LAYOUTS, SLIMMEST, STEP, WIDEST, layout_of, screen
from charts.frame.template import template


def test_sizes_of_exports():
    assert (LAYOUTS["slide"].width, LAYOUTS["slide"].height) == (1600, 900)
    assert LAYOUTS["square"].width == LAYOUTS["square"].height
    assert not LAYOUTS["wide"].fixed


def test_a_slide_can_be_read_from_the_back_of_a_room():
    slide = LAYOUTS["slide"]
    assert min(slide.title, slide.subtitle, slide.label, slide.small, slide.note) >= 14


def test_an_unknown_layout_is_refused():
    with pytest.raises(ValueError, match="no layout"):
        layout_of("poster")


def test_the_template_has_one_font_family():
    for theme in ("light", "dark"):
        assert template(theme).layout.font.family == FONT
        assert not template(theme).layout.showlegend


@given(st.floats(SLIMMEST, WIDEST))
def test_a_figure_on_the_screen_is_never_wider_than_its_place(width):
    layout = layout_of(screen(width))
    assert width - STEP < layout.width <= width
    assert not layout.fixed
    assert layout.tight == (layout.width < 500)


def test_type_grows_with_the_width():
    assert [layout_of(screen(width)).title for width in (360, 640, 900)] == [17, 19, 22]
    assert layout_of(screen(90)).width == SLIMMEST
    assert layout_of(screen(4000)).width == WIDEST
