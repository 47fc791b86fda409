"""Contrast by the definition of WCAG 2.2: text 4.5:1, marks 3:1."""

from __future__ import annotations

import pytest

from analytics.scope import UN_GROUPS
from charts.frame.colors import DARK, LIGHT, contrast, palette, text_on

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda p: p.name)


def test_contrast_is_that_of_the_definition():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
def test_text_stands_out(theme):
    for colour in (theme.ink, theme.secondary, theme.left, *theme.group_texts):
        assert contrast(colour, theme.ground) >= 4.5, colour
    assert contrast(theme.secondary, theme.pale) >= 4.5


@THEMES
def test_marks_stand_out(theme):
    marks = (theme.sponsor, theme.joined, theme.left, theme.outline, theme.unknown, *theme.group_marks)
    for colour in (*marks, theme.extra[1], theme.extra[2]):
        assert contrast(colour, theme.ground) >= 3, colour


@THEMES
def test_text_on_fills_can_be_read(theme):
    for fill in (theme.sponsor, theme.joined, *theme.group_marks, *theme.steps, *theme.extra):
        assert contrast(text_on(fill), fill) >= 4.5, fill


@THEMES
def test_not_known_on_a_map_is_told_from_not_a_sponsor(theme):
    assert contrast(theme.unknown, theme.pale_area) >= 1.8
    assert contrast(theme.sponsor, theme.unknown) >= 1.4


def test_regional_groups_have_the_colours_of_the_design():
    wanted = ("#f46a25", "#28a197", "#801650", "#7e5fb8", "#12436d")
    assert tuple(LIGHT.group_mark(group) for group in UN_GROUPS) == wanted
    assert LIGHT.group_mark("EU") == LIGHT.sponsor


def test_steps_run_from_weak_to_strong():
    for theme in (LIGHT, DARK):
        strength = [contrast(step, theme.ground) for step in theme.steps]
        assert strength == sorted(strength)


def test_an_unknown_theme_is_refused():
    with pytest.raises(ValueError):
        palette("sepia")
