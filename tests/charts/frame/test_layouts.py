from __future__ import annotations

import pytest

from charts.frame.layouts import LAYOUTS, layout_of
from charts.frame.template import FONT, template


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
