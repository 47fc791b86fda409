"""The deck: title slide, agenda, one chart a slide, sources; on our own master, with notes for the speaker."""

from collections.abc import Sequence

import pandas as pd
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.util import Pt

from briefing.document.documents import Document
from briefing.document.markup import POINT, Line, computed
from briefing.document.sections import Progress, Section, built_on, documents, sections
from briefing.document.spec import Briefing
from briefing.office import pptx_master as master
from briefing.office import rows, slides
from briefing.office.heights import pages, tall
from briefing.office.pptx_master import FOOT, INNER, MARGIN
from briefing.words import made_by
from data.store import Record
from data.tongues.speech import say, to_say
from files.xml import safe_xml

_BETWEEN, _INDENT = 0.09, 0.32
"""Inches from one point of a list to the next, and from the margin to its text."""
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
        _words(out, say("In this briefing"), [computed(f"- {title}") for title in agenda])
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
            _words(deck, part.title, said)
        for table in tables:
            _table(deck, table.caption, table.frame)


def _words(deck: Deck, title: str, said: Sequence[Line]) -> None:
    """Words on as many slides as they need, larger where they then fit on one."""
    room = _room(title + say(_MORE))
    at_20, at_16 = (
        pages(said, lambda line, size=size: tall(line.text, size, INNER - _INDENT) + _BETWEEN, room)
        for size in (20, 16)
    )
    size, parts = (20, at_20) if len(at_20) == 1 else (16, at_16)
    for number, part in enumerate(parts):
        _points(_page(deck, title + (say(_MORE) if number else ""), master.TEXT), part, size)


def _room(title: str) -> float:
    """Inches for the body of a slide with this title."""
    return FOOT - 0.7 - tall(title, slides.title_size(title), INNER, bold=True)


def _page(deck: Deck, title: str, layout: str) -> Shape:
    """A slide with this title; returns its body, which takes the rest of it."""
    slide = deck.slides.add_slide(master.layout_named(deck, layout))
    below = slides.head(slide, title) + 0.25
    body = slide.placeholders[master.BODY_IDX]
    slides.place(body, MARGIN, below, INNER, FOOT - below - 0.1)
    slides.number(slide)
    return body


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


def _table(deck: Deck, title: str, frame: pd.DataFrame, said: Sequence[Line] = (), caption: str = "") -> None:
    """A table on as many slides as every row of it needs, with the same columns on each."""
    size, wide, called = rows.size_for(frame), rows.columns(frame, INNER), caption or title
    head, left = title, frame
    while True:
        slide = deck.slides.add_slide(master.layout_named(deck, master.TEXT))
        below = slides.head(slide, head) + 0.2
        body = slide.placeholders[master.BODY_IDX]
        if said:
            high = slides.write(body, "\n".join(line.typed for line in said), 16) + 0.1 * len(said)
            slides.place(body, MARGIN, below, INNER, high)
            below += high + 0.15
        else:
            slides.drop(body)
        box = (MARGIN, below, INNER, FOOT - below - 0.1)
        fit = rows.fitting(left, box, size, wide)
        if fit < len(left):
            fit = max(1, min(fit, len(left) - _ROWS_LEFT))
        shape = rows.add_table(slide, left.head(fit), box, size, wide)
        shape.name = say("Table")
        slides.describe_shape(shape, say("Table: {caption}, {n} rows.", caption=called, n=len(left)))
        slides.number(slide)
        if fit >= len(left):
            return
        head, left, said = title + say(_MORE), left.iloc[fit:], ()


def _sources(deck: Deck, found: Sequence[Document], record: Record) -> None:
    lines = [(document.line, document.url) for document in found]
    lines.append((f"{made_by(record.version)}, {built_on(record)}.", ""))
    for number, page in enumerate(pages(lines, lambda line: tall(line[0], 10, INNER) + 0.014, _room(say("Sources")))):
        body = _page(deck, say("Sources") + (say(_MORE) if number else ""), master.SOURCES)
        for row, (text, url) in enumerate(page):
            paragraph = body.text_frame.paragraphs[0] if row == 0 else body.text_frame.add_paragraph()
            paragraph.space_before = Pt(1)
            run = paragraph.add_run()
            run.text, run.font.size = safe_xml(text), Pt(10)
            if url.startswith(("http://", "https://")):
                run.hyperlink.address = url
