"""A machine on which DejaVu is the only font: what is drawn there with our family carries it along."""

from __future__ import annotations

import os
from pathlib import Path

from bootstrap import programs
from charts.frame import font

_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><dir>{folder}</dir><cachedir>{folder}/fonts</cachedir></fontconfig>
"""


def dejavu_only(folder: Path, installed: bool = False) -> dict[str, str]:
    """The environment of a program that is to find DejaVu alone, or with our family `installed` (Office files
    only name it); its settings are written to `folder`."""
    for weight in font.WEIGHTS if installed else ():
        (folder / f"{weight}.ttf").write_bytes(font.unpacked(weight))
    settings = folder / "fonts.conf"
    settings.write_text(_CONFIG.format(fonts=programs.find("dejavu"), folder=folder), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}
