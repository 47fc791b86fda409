"""A chart as one slide: title, subtitle, editable chart or picture, what is missing, source; notes for the speaker."""

import io

from lxml import etree
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import _Paragraph
from pptx.util import Inches, Pt

from briefing.office import pptx_charts, rows
from briefing.office import pptx_master as master
from briefing.office.heights import tall
from briefing.office.pptx_master import FOOT, INNER, MARGIN, NOTE_PT, SOURCE_PT, SUBTITLE_PT, TITLE_PT
from briefing.picture import picture_only as bare
from briefing.picture.worker import NoBrowser
from briefing.words import PRODUCER, note_lines, producer
from charts.frame.chart import Chart
from data.tongues.speech import language, say
from files.whole import in_memory
from files.xml import in_property, safe_xml

_LANGUAGES = {"en": MSO_LANGUAGE_ID.ENGLISH_UK, "fr": MSO_LANGUAGE_ID.FRENCH, "es": MSO_LANGUAGE_ID.SPANISH}
_TOP, _LONG_TITLE_PT = 0.35, 22
_PIXELS = 120
"""Pixels of the layout to one inch on the slide: 1600 pixels are 13.33 inches."""


def one_slide(chart: Chart) -> bytes:
    """A presentation with this chart as its only slide. Without a browser a picture is replaced by a table."""
    deck = master.new_deck()
    describe(deck, chart.title, chart.subtitle, chart.source)
    add_chart(deck, chart)
    return saved(deck)


def describe(deck: Deck, title: str, subject: str = "", keywords: str = "") -> None:
    """Title, subject and language of the document."""
    about = deck.core_properties
    about.title, about.subject, about.keywords = in_property(title), in_property(subject), in_property(keywords)
    about.author, about.language = say(PRODUCER), language()


def saved(deck: Deck) -> bytes:
    """The presentation as the bytes of a .pptx file."""
    return in_memory(deck.save)


def add_chart(deck: Deck, chart: Chart, text: str = "") -> Slide:
    """A slide with the chart. `text`, the user's own, goes under the subtitle."""
    slide = deck.slides.add_slide(master.layout_named(deck, master.CHART))
    native = chart.native
    notes = " ".join(native.note.split("\n") if native else note_lines(chart))
    top = head(slide, chart.title) + 0.08
    told = native.subtitle if native else chart.subtitle
    subtitle = "\n".join(part for part in (told, text) if part)
    top = put(slide.placeholders[master.SUBTITLE_IDX], subtitle, top, SUBTITLE_PT) + 0.12
    bottom = FOOT - 0.02
    bottom = _put_above(slide.placeholders[master.SOURCE_IDX], chart.source, bottom, SOURCE_PT) - 0.06
    bottom = _put_above(slide.placeholders[master.NOTE_IDX], notes, bottom, NOTE_PT if len(notes) < 400 else 9.5) - 0.1
    _picture(slide, chart, (MARGIN, top, INNER, bottom - top))
    for index in (master.NOTE_IDX, master.SOURCE_IDX):  # read out after the picture, as they stand below it
        slide.shapes._spTree.append(slide.placeholders[index]._element)
    if not notes:
        drop(slide.placeholders[master.NOTE_IDX])
    said = [chart.title, chart.alt, notes, chart.source, f"{producer(chart)}."]
    slide.notes_slide.notes_text_frame.text = safe_xml("\n\n".join(part for part in said if part))
    number(slide)
    return slide


def speak(slide: Slide, words: str) -> None:
    """Put the user's own notes for the speaker first, before what is said of the slide."""
    frame = slide.notes_slide.notes_text_frame
    frame.text = safe_xml("\n\n".join(filter(None, (words.strip(), frame.text))))


def head(slide: Slide, title: str) -> float:
    """Write the title of a slide, smaller where it would take more than two lines; returns its lower edge in inches."""
    return put(slide.shapes.title, title, _TOP, title_size(title), bold=True)


def title_size(title: str) -> float:
    """Points of the title of a slide."""
    return TITLE_PT if tall(title, TITLE_PT, INNER, bold=True) <= tall("A\nB", TITLE_PT, INNER) else _LONG_TITLE_PT


def put(shape: Shape, text: str, top: float, size: float, bold: bool = False) -> float:
    """Write into a placeholder and give it exactly the height of its lines; returns its lower edge in inches."""
    lower = top + write(shape, text, size, bold)
    _box(shape, top, lower - top)
    return lower


def write(shape: Shape, text: str, size: float, bold: bool = False, width: float = INNER) -> float:
    """Text (one paragraph a line) into a placeholder at `size` points; returns its height in inches."""
    frame = shape.text_frame
    frame.text = safe_xml(text)
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)
            run.font.language_id = _LANGUAGES[language()]
    return tall(text, size, width, bold)


def number(slide: Slide) -> None:
    """Show the slide's number: the layout's placeholder is not inherited by itself."""
    kind = PP_PLACEHOLDER.SLIDE_NUMBER
    inherited = next(s for s in slide.slide_layout.placeholders if s.placeholder_format.type == kind)
    own = parse_xml(etree.tostring(inherited._element))
    own.find(f".//{qn('p:cNvPr')}").set("id", str(max(s.shape_id for s in slide.shapes) + 1))
    slide.shapes._spTree.append(own)


def place(shape: BaseShape, left: float, top: float, width: float, high: float) -> None:
    """Position and size of a shape, in inches."""
    shape.left, shape.top, shape.width, shape.height = Inches(left), Inches(top), Inches(width), Inches(high)


def bullet(paragraph: _Paragraph) -> None:
    """Make the paragraph a point of a list: a bullet that is one, not a typed sign."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "285750")
    properties.set("indent", "-285750")
    for xml in ('<a:buFont xmlns:a="{0}" typeface="Arial"/>', '<a:buChar xmlns:a="{0}" char="•"/>'):
        properties.append(parse_xml(xml.format("http://schemas.openxmlformats.org/drawingml/2006/main")))


def drop(shape: BaseShape) -> None:
    """Take an empty placeholder off the slide."""
    shape._element.getparent().remove(shape._element)


def describe_shape(shape: BaseShape, alt: str) -> None:
    """Alternative text of a picture, chart or table."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", safe_xml(alt))


def _picture(slide: Slide, chart: Chart, box: tuple[float, float, float, float]) -> None:
    left, top, width, high = box
    if chart.native:
        drawn = pptx_charts.add_plots(slide, chart.native.plots, box)
    else:
        try:
            image = io.BytesIO(bare.png(chart, "slide", (round(width * _PIXELS), round(high * _PIXELS))))
            drawn = [slide.shapes.add_picture(image, Inches(left), Inches(top), Inches(width), Inches(high))]
        except NoBrowser:
            drawn = [rows.stand_in(slide, chart.told, box)]
    for shape in drawn:
        shape.name = say("Chart")
        describe_shape(shape, chart.alt)


def _put_above(shape: Shape, text: str, bottom: float, size: float) -> float:
    width = INNER - (1.1 if size == SOURCE_PT else 0)
    upper = bottom - write(shape, text, size, width=width)
    _box(shape, upper, bottom - upper, width)
    return upper


def _box(shape: Shape, top: float, high: float, width: float = INNER) -> None:
    place(shape, MARGIN, top, width, max(high, 0.05))
