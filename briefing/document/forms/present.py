"""The briefing to be shown in a room: one file, full screen, keyboard, large type, no internet, nothing around it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from briefing.document.forms.paper import cell_text
from briefing.document.forms.web import paragraphs
from briefing.document.markup import POINT, Line
from briefing.document.sections import Progress, Section, built_on, documents, sections
from briefing.document.spec import Briefing
from briefing.picture import html
from briefing.words import made_by
from charts.frame.chart import Chart
from charts.frame.colors import LIGHT
from charts.frame.text import wrap
from data.store import Record
from data.tongues.speech import headed, say, to_say
from files.xml import escape

_KEYS = to_say("← → or space: turn slides · o: list them · f: full screen · Esc: leave it")


# sizes in pixels of the stage, which is 1600 x 900, as in present.css
STAGE, MARGIN = 900, 48
TITLE, WORDS, CELL = 44, 34, 24
_WIDE, _TITLE_WIDE, _WORDS_WIDE = 1504, 1480, 1400
_PADDING = 24
_BELOW = 48
"""Kept free for the remark under a table and the number of the slide."""


@dataclass(frozen=True)
class _Slide:
    title: str
    body: str
    chart: Chart | None = None


def presentation(briefing: Briefing, record: Record, progress: Progress | None = None) -> bytes:
    """The briefing as one self-contained HTML file to show full screen.

    Keys: arrows, space and Page Up/Down turn slides, Home and End, o lists them, f for full screen, Esc to leave it;
    they are shown until the first slide is turned. The slide is
    kept in the address and in the browser, so that a reload comes back to it. Needs no browser to make."""
    made = sections(briefing, record)
    slides = [_first(briefing, record)]
    for part in made:
        slides += _slides(part)
    slides.append(_last(made, record))
    charts = {f"chart{n}": slide.chart for n, slide in enumerate(slides) if slide.chart}
    body = "".join(_section(n, slide, len(slides)) for n, slide in enumerate(slides))
    known = hashlib.sha256(json.dumps(briefing.to_dict(), sort_keys=True).encode()).hexdigest()[:12]
    listed = "".join(f"<li><button>{escape(slide.title)}</button></li>" for slide in slides)
    body = (
        f"<main id='stage' class='stage'>{body}</main>"
        f"<button class='edge' id='back' aria-label='{say('Slide before')}'></button>"
        f"<button class='edge' id='on' aria-label='{say('Next slide')}'></button><p id='place' aria-live='polite'></p>"
        f"<p id='keys'>{say(_KEYS)}</p><nav id='list' aria-label='{say('Slides')}' hidden>"
        f"<ol>{listed}</ol></nav>"
    )
    if progress:
        progress(1.0, "done")
    style, script, layouts = html.style("present.css"), html.script_file("present.js"), ("slide",)
    page = html.document(html.Page(briefing.title, body, charts, style, script, layouts, briefing.subtitle))
    return page.replace(b"<body>", f"<body data-briefing='{known}'>".encode(), 1)


def _section(number: int, slide: _Slide, of: int) -> str:
    label = escape(headed(say("{n} of {of}", n=number + 1, of=of), slide.title))
    kind = "chart" if slide.chart else "words"
    words = f"<div class='fit'>{slide.body}</div>"
    inside = html.figure(slide.chart, f"chart{number}", later=True, still=True) if slide.chart else words
    unseen = f"<h2 class='unseen'>{escape(slide.title)}</h2>" if slide.chart else ""
    what = f'class="{kind}" aria-roledescription="{say("slide")}" aria-label="{label}"'
    return f"<section {what} hidden>{unseen}{inside}</section>"


def _first(briefing: Briefing, record: Record) -> _Slide:
    marks = "".join(f'<i style="background:{colour}"></i>' for colour in LIGHT.group_marks)
    body = f"<div class='marks' aria-hidden='true'>{marks}</div><h1>{escape(briefing.title)}</h1>"
    body += f"<p>{escape(briefing.subtitle)}</p>" if briefing.subtitle else ""
    body += f"<p class='small'>{built_on(record)}. {escape(made_by(record.version))}.</p>"
    return _Slide(briefing.title, body)


def _slides(part: Section) -> list[_Slide]:
    if part.failed:
        return [_Slide(part.title, _words(part.title, part.words))]
    made = []
    for chart in part.charts:
        own = "\n".join(line.typed for line in part.own) if part.kind == "chart" else ""
        shown = replace(chart, subtitle="\n".join(filter(None, (chart.subtitle, own))))
        made.append(_Slide(shown.title, "", shown))
    if part.kind != "chart":
        for page in pages_of_words(part.title, part.words):
            made.append(_Slide(part.title, _words(part.title, page)))
        for table in part.tables:
            made += _tables(table.caption, table.frame)
    return made


def _last(made: Sequence[Section], record: Record) -> _Slide:
    symbols = list(dict.fromkeys(document.symbol for document in documents(made) if document.symbol))
    said = ", ".join(symbols) or say("No list of sponsors is held.")
    body = f"<h2>{say('Sources')}</h2><p class='small'>{escape(said)}</p>"
    return _Slide(say("Sources"), f"{body}<p class='small'>{escape(made_by(record.version))}.</p>")


def _words(title: str, said: Sequence[Line]) -> str:
    return f"<h2>{escape(title)}</h2>{paragraphs(said)}"


def _tables(title: str, frame: pd.DataFrame) -> list[_Slide]:
    """A table on as many slides as it needs; from the second on each says which it is."""
    pages, shares = pages_of_table(title, frame), _widths(_lines(frame), 100)
    made = []
    for number, page in enumerate(pages, start=1):
        head = say("{title} ({n} of {of})", title=title, n=number, of=len(pages)) if len(pages) > 1 else title
        made.append(_Slide(head, f"<h2>{escape(head)}</h2>{html.table(page.map(cell_text), '', shares)}"))
    return made


def pages_of_words(title: str, said: Sequence[Line]) -> list[list[Line]]:
    """The paragraphs in pages that fit below the title; one that is longer than a page stands alone."""
    return _pages(list(said), [_paragraph_tall(line) for line in said], _room(title))


def pages_of_table(title: str, frame: pd.DataFrame) -> list[pd.DataFrame]:
    """All rows, in pages that fit below the title and the headings."""
    heads, *lines = _lines(frame)
    wide = _widths([heads, *lines], _WIDE)
    room = _room(title) - _row_tall(heads, wide) - _BELOW
    found = _pages(list(range(len(lines))), [_row_tall(line, wide) for line in lines], room)
    return [frame.iloc[page[0] : page[-1] + 1] for page in found] or [frame]


def _widths(lines: list[list[str]], whole: float) -> list[float]:
    """Widths by the longest cell of each column, up to 90 signs; headings may break."""
    longest = []
    for head, *cells in zip(*lines, strict=True):
        word = max(map(len, head.split()), default=0)
        longest.append(max(8, word + 2, min(len(head), 16), *(min(90, len(cell) + 2) for cell in cells)))
    return [whole * part / sum(longest) for part in longest]


def _lines(frame: pd.DataFrame) -> list[list[str]]:
    """Headings and rows as text."""
    heads = [str(name) for name in frame.columns]
    return [heads, *([cell_text(value) for value in row] for row in frame.itertuples(index=False, name=None))]


def _pages(what: list, tall: Sequence[float], room: float) -> list[list]:
    pages: list[list] = []
    used = room + 1
    for one, height in zip(what, tall, strict=True):
        if used + height > room:
            pages.append([])
            used = 0
        pages[-1].append(one)
        used += height
    return pages


def _room(title: str) -> float:
    return STAGE - 2 * MARGIN - len(wrap(title, TITLE, _TITLE_WIDE, True)) * TITLE * 1.2 - 32


def _paragraph_tall(line: Line) -> float:
    wide = _WORDS_WIDE - (40 if line.kind == POINT else 0)
    bold = any(run.bold for run in line.runs)
    return len(wrap(line.text, WORDS, wide, bold)) * WORDS * 1.4 + 18


def _row_tall(line: Sequence[str], wide: Sequence[float]) -> float:
    lines = max(
        len(wrap(text, CELL, max(60, width - _PADDING) * 0.98)) or 1 for text, width in zip(line, wide, strict=True)
    )
    return lines * CELL * 1.5 + 17
