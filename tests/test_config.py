"""The settings that Streamlit is started with, and the pinned requirements."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import run
from bootstrap import programs
from charts.frame import font

ROOT = Path(__file__).resolve().parents[1]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_marks_are_readable_in_both_themes(theme: str) -> None:
    colours = CONFIG["theme"][theme]
    grounds = [colours["backgroundColor"], colours["secondaryBackgroundColor"]]
    for ground in grounds:
        for name in ("textColor", "linkColor", "primaryColor", "grayColor"):
            assert contrast(colours[name], ground) >= 4.5, (name, ground)
    assert len(colours["chartSequentialColors"]) == 10
    lightness = [luminance(colour) for colour in colours["chartSequentialColors"]]
    assert lightness == sorted(lightness, reverse=theme == "light")


def test_the_dashboard_stays_on_this_machine() -> None:
    assert CONFIG["server"]["address"] == "localhost"
    assert CONFIG["server"]["enableXsrfProtection"] is True
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert not re.search(r"https?:", str(CONFIG))


def test_the_app_serves_the_very_font_that_pictures_are_measured_and_drawn_with() -> None:
    faces = {(face["family"].strip("'"), int(face["weight"])): face["url"] for face in CONFIG["theme"]["fontFaces"]}
    assert set(faces) == {(font.FAMILY, weight) for weight in font.WEIGHTS}
    for (_, weight), url in faces.items():
        served = ROOT / url.removeprefix("app/")
        assert served.is_file()
        assert served.stem.endswith(font.WEIGHTS[weight])
    assert CONFIG["theme"]["font"].startswith(f"'{font.FAMILY}'")


def test_every_setting_is_one_that_streamlit_knows() -> None:
    from streamlit import config

    known = config.get_config_options()

    def names(table: dict, prefix: str = "") -> list[str]:
        return [
            name
            for key, value in table.items()
            for name in (names(value, f"{prefix}{key}.") if isinstance(value, dict) else [prefix + key])
        ]

    assert set(names(CONFIG)) <= set(known)


def pins(name: str) -> dict[str, str]:
    """Version by package name, as written in a requirements file."""
    lines = (ROOT / name).read_text().splitlines()
    found = (re.match(r"([\w.-]+)(?:\[\w+\])?==([\w.]+)", line) for line in lines)
    return {m[1].lower().replace("_", "-"): m[2] for m in found if m}


def test_requirements_and_constraints_agree_and_name_no_place() -> None:
    exact = pins("constraints.txt")
    for name in ("requirements.txt", "requirements-test.txt"):
        assert pins(name).items() <= exact.items()
        assert "://" not in (ROOT / name).read_text()
    text = (ROOT / "constraints.txt").read_text()
    assert "://" not in text
    assert " @ " not in text


def test_hosts_that_install_by_themselves_get_the_programs_that_a_start_asks_for():
    named = (ROOT / "packages.txt").read_text(encoding="utf-8").split()
    asked = [package for name in run.LACKING for package in programs.PROGRAMS[name].packages]
    assert sorted(named) == sorted(asked)
