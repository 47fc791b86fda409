"""Self-contained web pages: figures and the scripts that draw them in one file that opens without internet."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from numbers import Real
from string import Template
from typing import Any

import pandas as pd

from analytics.english import decimal
from briefing.picture.compact import compact, look
from briefing.words import PRODUCER, note_lines, producer
from charts.frame.chart import Chart
from charts.frame.colors import LIGHT
from charts.frame.font import FONT, faces
from charts.frame.layouts import layout_of, screen
from data.tongues.speech import language, say
from files.paths import GEO
from files.xml import escape

PACKED: Any = {"ensure_ascii": False, "separators": (",", ":")}
"""How data are written into a page."""
SCREEN = (screen(320), screen(420), screen(600), "wide")
"""Layouts of a figure in a page, from narrow to wide: the widest that its place has room for is drawn."""


def page(chart: Chart) -> bytes:
    """A page with the chart, what is said of it, and its table. Opens from a file, with the network off."""
    body = (
        f"<main><h1 class='unseen'>{escape(chart.title)}</h1>{figure(chart, 'chart')}"
        f"<details><summary>{say('The table behind this picture')}</summary>{table(chart.told, chart.title)}</details>"
        f"{sources(chart)}</main>"
    )
    return document(Page(chart.title, body, {"chart": chart}, description=chart.alt))


def figure(chart: Chart, key: str, later: bool = False, still: bool = False) -> str:
    """The place of a chart in a page; `key` as in `document`. `later`: drawn by the page's own script; `still`: without
    hovering."""
    flags = (" data-later" if later else "") + (" data-still" if still else "")
    return (
        f'<figure><div role="img" aria-label="{escape(chart.alt)}" data-figures="{key}-figures"{flags}></div>'
        f"<noscript><p>{escape(chart.alt)}</p></noscript></figure>"
    )


def sources(chart: Chart) -> str:
    """What is missing and the source as text for readers and for search, which the picture shows; the data version."""
    notes = "".join(f"<p>{escape(line)}</p>" for line in note_lines(chart))
    return (
        f"<div class='unseen'>{notes}<p>{escape(chart.source)}</p></div><p class='small'>{escape(producer(chart))}.</p>"
    )


def table(frame: pd.DataFrame, caption: str, shares: Sequence[float] = ()) -> str:
    """A table of a frame with a caption and column headings; `shares`: widths of the columns in per cent, if fixed."""
    columns = "".join(f"<col style='width:{share:.1f}%'>" for share in shares)
    head = "".join(f"<th scope='col'>{escape(str(name))}</th>" for name in frame.columns)
    rows = "".join(
        "<tr>" + "".join(_cell(value) for value in row) + "</tr>" for row in frame.itertuples(index=False, name=None)
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    title += f"<colgroup>{columns}</colgroup>" if columns else ""
    return f"<div class='table'><table>{title}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"


@dataclass(frozen=True)
class Page:
    """A page to be made whole. `body`: its HTML; `charts`: key -> chart, each drawn where `figure(chart, key)` stands,
    in the layouts given (see SCREEN); `script`: of its own."""

    title: str
    body: str
    charts: Mapping[str, Chart] = field(default_factory=dict)
    style: str = ""
    script: str = ""
    layouts: Sequence[str] = SCREEN
    description: str = ""


@dataclass(frozen=True)
class Later:
    """What the first view of a page does without, after all else: scripts and markup; `signs`: what its font must hold
    for it."""

    scripts: Sequence[str] = ()
    body: str = ""
    signs: str = ""


def document(page: Page) -> bytes:
    """The page as a file. Scripts are allowed by their hash and nothing may be fetched from anywhere."""
    scripts = []
    if page.charts:
        if any(chart.is_map for chart in page.charts.values()):
            scripts.append(outlines_script())
        scripts += drawing_scripts()
    if page.script:
        scripts.append(page.script)
    data = "".join(_data(key, chart, page.layouts) for key, chart in page.charts.items())
    return assembled(replace(page, body=page.body + data), scripts)


def assembled(page: Page, scripts: Sequence[str], later: Later = Later()) -> bytes:
    """A whole page of a body and scripts, each allowed by its hash."""
    allowed = " ".join(f"'sha256-{_hash(text)}'" for text in (*scripts, *later.scripts)) or "'none'"
    policy = (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return "".join(
        [
            f"<!doctype html><html lang='{language()}'><head><meta charset='utf-8'>",
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            "<meta name='viewport' content='width=device-width, initial-scale=1'>",
            f"<title>{escape(page.title)}</title><meta name='description' content=\"{escape(page.description)}\">",
            f"<meta name='generator' content=\"{escape(say(PRODUCER))}\">",
            f"<style>{faces(page.title + page.body + later.signs)}{style('page.css')}{page.style}</style></head><body>",
            page.body,
            *[f"<script>{text}</script>" for text in (*scripts, *later.scripts)],
            later.body,
            "</body></html>",
        ]
    ).encode()


def _data(key: str, chart: Chart, layouts: Sequence[str]) -> str:
    sizes = [(layout_of(layout).width, compact(chart.drawn(layout))) for layout in layouts]
    text = json.dumps([{"width": width, "figure": figure} for width, figure in sizes], **PACKED)
    # "<" as an escape, so that no text of the figure can end the script element
    return f'<script type="application/json" id="{key}-figures">{text.replace("<", chr(92) + "u003c")}</script>'


@cache
def script_file(name: str) -> str:
    """The text of one of our own scripts or style sheets, which lie beside this module."""
    return (files("briefing.picture") / name).read_text(encoding="utf-8")


def style(name: str, **filled: str) -> str:
    """One of our own style sheets: $secondary is that colour in the light theme, $family what a page asks for."""
    return Template(script_file(name)).substitute(vars(LIGHT), family=FONT, **filled)


@cache
def drawing_scripts() -> list[str]:
    """What draws the figures of a page: our own, as the drawing library is twenty times as large as a page may be."""
    own = [script_file(name) for name in ("figure.js", "marks.js", "draw.js")]
    return [f"window.LOOK={json.dumps(look(), **PACKED)};", *own]


@cache
def outlines_script() -> str:
    """The outlines of all areas of the map, by their codes (data.geo.outlines)."""
    return f"window.OUTLINES={(GEO / 'outlines.json').read_text(encoding='utf-8').strip()};"


@cache
def _hash_of(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()


def _hash(text: str) -> str:
    # A browser reads line ends as \n before it takes the hash.
    return _hash_of(re.sub(r"\r\n?", "\n", text))


def _cell(value: object) -> str:
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return "<td></td>"
    if isinstance(value, Real) and not isinstance(value, bool):
        return f"<td class='number'>{decimal(float(value))}</td>"
    if isinstance(value, (tuple, list)):
        value = "; ".join(map(str, value))
    return f"<td>{escape(str(value))}</td>"
