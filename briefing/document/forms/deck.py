"""The deck: title slide, agenda, one chart a slide, sources; on our own master, with notes for the speaker."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Pt

from briefing.document.documents import Document
from briefing.document.markup import POINT, Line, computed
from briefing.document.sections import Progress, Section, built_on, documents, sections
from briefing.document.spec import Briefing
from briefing.office import pptx_master as master
from briefing.office import rows, slides
from briefing.office.pptx_master import FOOT, INNER, MARGIN
from briefing.words import made_by
from data.store import Record
from data.tongues.speech import say, to_say
from files.xml import safe_xml

_LINES_A_SLIDE = 13
_SOURCES_A_SLIDE = 28
_ROWS_LEFT = 4
"""Rows that the last slide of a table has at least."""
_MORE = to_say(" (continued)")


def deck(briefing: Briefing, record: Record, progress: Progress | None = None) -> bytes:
    """The briefing as a PPTX file. Raises nothing for an item that cannot be made: its slide says why."""
    tell = progress or (lambda done, what: None)
    made = sections(briefing, record)
    out = master.new_deck()
    slides.describe(out, briefing.title, briefing.subtitle, say("data version {version}", version=record.version))
    _title(out, briefing, record)
    if made:
        agenda = [part.title for part in made]
        for number, page in enumerate(_pages(agenda, 10)):
            _words(
                out,
                say("In this briefing") + (say(_MORE) if number else ""),
                [computed(f"- {title}") for title in page],
            )
    for number, part in enumerate(made):
        tell(number / max(1, len(made)), part.title)
        _section(out, part)
    _sources(out, documents(made), record)
    tell(1.0, "done")
    return slides.saved(out)


def _title(deck: Deck, briefing: Briefing, record: Record) -> None:
    slide = deck.slides.add_slide(master.layout_named(deck, master.TITLE))
    title, subtitle, day = slide.placeholders
    _title_words(title, briefing.title)
    if briefing.subtitle:
        subtitle.text_frame.text = safe_xml(briefing.subtitle)
    else:
        slides.drop(subtitle)
    day.text_frame.text = f"{built_on(record)}. {made_by(record.version)}."


def _title_words(shape: Shape, text: str) -> None:
    """The title as large as its box allows: no program shrinks it before somebody edits it."""
    room = shape.height / 914400
    for size in (40, 34, 28, 24, 20):
        if slides.write(shape, text, size, bold=True, width=shape.width / 914400) <= room:
            return


def _section(deck: Deck, part: Section) -> None:
    before = len(deck.slides)
    _slides(deck, part)
    if part.spoken and len(deck.slides) > before:  # what is said of an item is said from its first slide on
        slides.speak(deck.slides[before], part.spoken)


def _slides(deck: Deck, part: Section) -> None:
    if part.failed:
        _words(deck, part.title, part.words)
        return
    for chart in part.charts:
        # a chart's own words stand on its slide; those of other items have slides of their own
        slides.add_chart(deck, chart, "\n".join(line.typed for line in part.own) if part.kind == "chart" else "")
    if part.kind != "chart":
        said = part.words
        tables = list(part.tables)
        if tables and 0 < len(said) <= 4 and sum(len(line.text) for line in said) < 500:
            first = tables.pop(0)
            _table(deck, part.title, first.frame, said, first.caption)
        elif said:
            for number, page in enumerate(_pages(said, _LINES_A_SLIDE)):
                _words(deck, part.title + (say(_MORE) if number else ""), page)
        for table in tables:
            _table(deck, table.caption, table.frame)


def _words(deck: Deck, title: str, said: Sequence[Line]) -> Slide:
    slide = deck.slides.add_slide(master.layout_named(deck, master.TEXT))
    below = slides.put(slide.shapes.title, title, 0.35, master.TITLE_PT, bold=True) + 0.25
    body = slide.placeholders[master.BODY_IDX]
    size = 20 if sum(len(line.text) for line in said) < 600 else 16
    _points(body, said, size)
    slides.place(body, MARGIN, below, INNER, FOOT - below - 0.1)
    slides.number(slide)
    return slide


def _points(body: Shape, said: Sequence[Line], size: float) -> None:
    frame = body.text_frame
    for number, line in enumerate(said):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for piece in line.runs:
            run = paragraph.add_run()
            run.text, run.font.size = safe_xml(piece.text), Pt(size)
            run.font.bold, run.font.italic = piece.bold or None, piece.italic or None
        if line.kind == POINT:
            slides.bullet(paragraph)


def _table(
    deck: Deck, title: str, frame: pd.DataFrame, said: Sequence[Line] = (), caption: str = "", size: float = 0
) -> None:
    """A table on as many slides as it needs."""
    slide = deck.slides.add_slide(master.layout_named(deck, master.TEXT))
    below = slides.put(slide.shapes.title, title, 0.35, master.TITLE_PT, bold=True) + 0.2
    body = slide.placeholders[master.BODY_IDX]
    if said:
        tall = slides.write(body, "\n".join(line.typed for line in said), 16) + 0.1 * len(said)
        slides.place(body, MARGIN, below, INNER, tall)
        below += tall + 0.15
    else:
        slides.drop(body)
    box = (MARGIN, below, INNER, FOOT - below - 0.1)
    size = size or rows.size_for(frame)
    fit = rows.fitting(frame, box, size)
    if fit < len(frame):
        fit = max(1, min(fit, len(frame) - _ROWS_LEFT))
    shape = rows.add_table(slide, frame.head(fit), box, size)
    shape.name = say("Table")
    slides.describe_shape(shape, say("Table: {caption}, {n} rows.", caption=caption or title, n=len(frame)))
    slides.number(slide)
    if fit < len(frame):
        title = title.removesuffix(say(_MORE)) + say(_MORE)
        _table(deck, title, frame.iloc[fit:], (), caption or title, size)


def _sources(deck: Deck, found: Sequence[Document], record: Record) -> None:
    lines = [(document.line, document.url) for document in found]
    lines.append((f"{made_by(record.version)}, {built_on(record)}.", ""))
    for number, page in enumerate(_pages(lines, _SOURCES_A_SLIDE)):
        slide = deck.slides.add_slide(master.layout_named(deck, master.SOURCES))
        below = slides.put(
            slide.shapes.title, say("Sources") + (say(_MORE) if number else ""), 0.35, master.TITLE_PT, bold=True
        )
        body = slide.placeholders[master.BODY_IDX]
        for row, (text, url) in enumerate(page):
            paragraph = body.text_frame.paragraphs[0] if row == 0 else body.text_frame.add_paragraph()
            paragraph.space_before = Pt(1)
            run = paragraph.add_run()
            run.text, run.font.size = safe_xml(text), Pt(11)
            if url.startswith(("http://", "https://")):
                run.hyperlink.address = url
        slides.place(body, MARGIN, below + 0.2, INNER, FOOT - below - 0.3)
        slides.number(slide)


def _pages(lines: Sequence, most: int) -> list[Sequence]:
    """At most so many lines a slide, spread evenly."""
    each = -(-len(lines) // max(1, -(-len(lines) // most)))
    return [lines[at : at + each] for at in range(0, len(lines), each)] if lines else []
