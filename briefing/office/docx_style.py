"""The look of every Word document that leaves the house: A4, one family of type, real headings, the language set."""

from collections.abc import Iterable, Sequence
from typing import IO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsmap, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from briefing.office import package
from charts.frame.font import FAMILY, PANOSE
from files.xml import in_property, safe_xml

# Where the family is not installed Word takes Calibri, which is as wide.
_STAND_IN = (
    f'<w:font xmlns:w="{{space}}" w:name="{FAMILY}"><w:altName w:val="Calibri"/><w:panose1 w:val="{PANOSE}"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
)
INK, SECONDARY, RULE = RGBColor(0x1B, 0x23, 0x30), RGBColor(0x6B, 0x72, 0x80), "D8DCE3"
LOCALES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}
_BIDI = "ar-SA"


def new_document(language: str, title: str, subject: str = "", margin: float = 2.5, size: float = 10.5) -> WordDocument:
    """An empty A4 document with our styles. `language` en, fr or es; `margin` in cm; `size` of the text in points.
    Title, subject and language are set in its properties and styles. Raises ValueError for another language."""
    if language not in LOCALES:
        raise ValueError(f"No document language {language!r}; there are {', '.join(LOCALES)}.")
    document = Document()
    _drop_table_styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(margin)
    section.top_margin = section.bottom_margin = Cm(margin)
    section.header_distance = section.footer_distance = Cm(1.1)
    properties = document.core_properties
    properties.title, properties.subject = in_property(title), in_property(subject)
    properties.language = LOCALES[language]
    properties.keywords = ""
    package.ours(document.part.package, document.part, properties)
    _language(document, LOCALES[language])
    _name_stand_in(document)
    _plain_bullets(document)
    _styles(document, size)
    return document


def _drop_table_styles(document: WordDocument) -> None:
    """Without the template's hundred table styles, which nobody here uses and every look-up would pass through."""
    for style in list(document.styles.element.findall(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            document.styles.element.remove(style)


def _language(document: WordDocument, locale: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    lang = run.find(qn("w:lang"))
    if lang is None:
        lang = OxmlElement("w:lang")
        run.append(lang)
    for key, value in (("val", locale), ("eastAsia", locale), ("bidi", _BIDI)):
        lang.set(qn(f"w:{key}"), value)
    theme = document.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), locale)


def _name_stand_in(document: WordDocument) -> None:
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = parse_xml(table.blob)
    fonts.append(parse_xml(_STAND_IN.format(space=nsmap["w"])))
    table._blob = serialize_part_xml(fonts)


def _plain_bullets(document: WordDocument) -> None:
    """A bullet of our own family: the template's is a sign of Symbol, which not every machine has."""
    for level in document.part.numbering_part.element.iter(qn("w:lvl")):
        if level.find(qn("w:lvlText")).get(qn("w:val")) == "\uf0b7":
            level.find(qn("w:lvlText")).set(qn("w:val"), "•")
            for fonts in level.iter(qn("w:rFonts")):
                for kind in ("ascii", "hAnsi"):
                    fonts.set(qn(f"w:{kind}"), FAMILY)


def _styles(document: WordDocument, size: float) -> None:
    styles = document.styles
    normal = styles["Normal"]
    _font(normal, size)
    normal.paragraph_format.space_after = Pt(size * 0.75)
    normal.paragraph_format.line_spacing = 1.12
    normal.paragraph_format.widow_control = True
    for name, points, before, after in (
        ("Title", 20, 0, 2),
        ("Heading 1", 13, 12, 4),
        ("Heading 2", 11, 8, 3),
        ("Heading 3", 10.5, 6, 2),
    ):
        style = styles[name]
        _font(style, points, bold=True)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
        _no_border(style)
    _font(styles["Caption"], size - 1.5, colour=SECONDARY)
    for name, points, colour in (("Small", size - 2, SECONDARY), ("Cell", size - 2, INK)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _font(style, points, colour=colour)
        style.paragraph_format.space_after = Pt(0 if name == "Cell" else 3)
        style.paragraph_format.line_spacing = 1.0


def _font(style: CharacterStyle, points: float, bold: bool = False, colour: RGBColor = INK) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic, font.color.rgb = FAMILY, Pt(points), bold, False, colour
    fonts = style.element.rPr.rFonts
    # The template's headings point to theme fonts, which would win over a font by name.
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FAMILY)
    spacing = style.element.rPr.find(qn("w:spacing"))
    if spacing is not None:
        style.element.rPr.remove(spacing)


def _no_border(style: CharacterStyle) -> None:
    border = style.element.pPr.find(qn("w:pBdr"))
    if border is not None:
        style.element.pPr.remove(border)


def page_number_footer(document: WordDocument, text: str = "") -> None:
    """A footer with `text` on the left and the page number on the right."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Small"]
    section = document.sections[0]
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(section.page_width - section.left_margin - section.right_margin, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{safe_xml(text)}\t")
    run = paragraph.add_run()
    for kind, instruction in (("begin", ""), ("", "PAGE"), ("end", "")):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = instruction
        run._r.append(mark)


def table(
    document: WordDocument | _Cell,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float],
    aligned_right: Sequence[int] = (),
) -> Table:
    """A table with thin rules whose header row repeats on each page and whose rows do not break. `widths` in cm, one a
    column; `aligned_right`: columns of figures."""
    rows = [list(row) for row in rows]
    made = document.add_table(rows=0, cols=len(heads))
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _rules(made)
    for index, values in enumerate([list(heads), *rows]):
        row = made.add_row()
        _row_property(row, "cantSplit")
        if index == 0:
            _row_property(row, "tblHeader")
        for column, (cell, value) in enumerate(zip(row.cells, values, strict=True)):
            cell.width = Cm(widths[column])
            paragraph = cell.paragraphs[0]
            paragraph.style = "Cell"
            paragraph.add_run(safe_xml(str(value))).bold = index == 0
            if column in aligned_right:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    return made


def _row_property(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def _rules(made: Table) -> None:
    properties = made._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", "20"), ("left", "40"), ("bottom", "20"), ("right", "40")):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), width)
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    # The order of these children is fixed by the schema: borders, layout, margins, look.
    layout = properties.find(qn("w:tblLayout"))
    look = properties.find(qn("w:tblLook"))
    (layout if layout is not None else look).addprevious(borders)
    look.addprevious(margins)


def picture(document: WordDocument | _Cell, image: str | IO[bytes], width: float, alt: str) -> Paragraph:
    """A picture (path or stream) `width` cm wide, with its description for those who cannot see it. Raises ValueError
    where the description is empty."""
    if not alt.strip():
        raise ValueError("A picture needs a description.")
    paragraph = document.add_paragraph()
    shape = paragraph.add_run().add_picture(image, width=Cm(width))
    shape._inline.docPr.set("descr", safe_xml(alt))
    return paragraph
