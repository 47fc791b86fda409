"""A machine on which DejaVu is the only font: what is drawn there with our family carries it along."""

from __future__ import annotations

import os
from pathlib import Path

from bootstrap import programs

_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{folder}/fonts</cachedir></fontconfig>
"""


def dejavu_only(folder: Path) -> dict[str, str]:
    """The environment of a program that is to find DejaVu alone; its settings are written to `folder`."""
    settings = folder / "fonts.conf"
    settings.write_text(_CONFIG.format(fonts=programs.find("dejavu"), folder=folder), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}
