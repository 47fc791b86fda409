"""A State on one page: its history across bodies, where it stands, its votes, its peers, reasons and the ask.

In the language in force. Where a word of it is in no catalogue NotTranslated is raised."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from docx.document import Document as WordDocument
from docx.shared import Cm, Pt

from briefing.document.forms import pdf as printing
from briefing.office import docx_style
from briefing.onepager.content import OnePager, Rows, content
from briefing.picture import html
from charts.frame.font import faces
from data.store import Record
from data.tongues.speech import ENGLISH, headed, language, name, say
from files.xml import escape, safe_xml

_MARGIN, _EDGE = 1.2, 1.0
_PITCH = {"Normal": 10, "Small": 7.9, "Cell": 7.9, "Title": 22, "Heading 1": 11.8, "Heading 2": 10}
"""Points from line to line, by style. A font's own pitch is up to 1.4 times its size, and which one is put in where
ours is not installed is not known: with the page's own, one page stays one."""
_CLOSER = 0.95
"""So much closer lines stand in the languages that need more words."""


def onepager_docx(record: Record, iso3: str, reasons: Sequence[str] = (), today: date | None = None) -> bytes:
    """The bytes of a .docx. `reasons`: sentences printed as given. Raises KeyError for an unknown code."""
    page = content(record, iso3, reasons, today)
    document = docx_style.new_document(language(), _document_title(page), page.subtitle, _MARGIN, size=9)
    document.sections[0].top_margin = document.sections[0].bottom_margin = Cm(_EDGE)
    document.styles["Normal"].paragraph_format.space_after = Pt(2)
    closer = 1 if language() == ENGLISH else _CLOSER
    for style, points in _PITCH.items():
        document.styles[style].paragraph_format.line_spacing = Pt(points * closer)
    for style, before in (("Heading 1", 6), ("Heading 2", 4)):
        document.styles[style].paragraph_format.space_before = Pt(before)
        document.styles[style].paragraph_format.space_after = Pt(2)
        document.styles[style].font.size = Pt(10.5 if style == "Heading 1" else 9)
    document.core_properties.comments = say("Data version {version}", version=record.version)
    document.add_paragraph(safe_xml(page.title), style="Title")
    document.add_paragraph(safe_xml(page.subtitle), style="Small").paragraph_format.space_after = Pt(2)
    answer = document.add_paragraph(safe_xml(page.answer))
    answer.runs[0].font.size, answer.paragraph_format.line_spacing = Pt(10), Pt(11.3)
    _heading(document, page.standing.title)
    docx_style.table(document, page.standing.heads, page.standing.rows, (3.9, 3.9, 10.6))
    _heading(document, page.history.title)
    docx_style.table(document, page.history.heads, page.history.rows, (1.2, 3.0, 4.6, 4.8, 4.8))
    if page.remarks:
        document.add_paragraph(safe_xml(" ".join(page.remarks)), style="Small").paragraph_format.space_before = Pt(3)
    for title, lines in _sections(page):
        _heading(document, title)
        for line in lines:
            document.add_paragraph(safe_xml(line), style="List Bullet" if len(lines) > 1 else None)
    document.add_paragraph(safe_xml(page.source), style="Small").paragraph_format.space_before = Pt(2)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def onepager_html(record: Record, iso3: str, reasons: Sequence[str] = (), today: date | None = None) -> str:
    """The same content as a self-contained HTML page set for A4. Raises KeyError for an unknown code."""
    page = content(record, iso3, reasons, today)
    parts = [f"<h1>{escape(page.title)}</h1>", f'<p class="subtitle">{escape(page.subtitle)}</p>']
    parts += [f'<p class="answer">{escape(page.answer)}</p>', f"<h2>{escape(page.standing.title)}</h2>"]
    parts += [_html_table(page.standing), f"<h2>{escape(page.history.title)}</h2>", _html_table(page.history)]
    parts += [f'<p class="subtitle">{escape(" ".join(page.remarks))}</p>'] if page.remarks else []
    for title, lines in _sections(page):
        parts += [f"<h2>{escape(title)}</h2><ul>", *(f"<li>{escape(line)}</li>" for line in lines), "</ul>"]
    parts.append(f'<p class="source">{escape(page.source)}</p>')
    inside = "\n".join(parts)
    style = faces(page.title + inside) + html.style("onepager.css")
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(_document_title(page))}</title>\n<style>{style}</style>\n</head>\n<body>\n{inside}\n</body>\n</html>\n"
    )


def onepager_pdf(record: Record, iso3: str, reasons: Sequence[str] = (), today: date | None = None) -> bytes:
    """The page printed. Raises what onepager_html does, NoBrowser, ImageError."""
    page = onepager_html(record, iso3, reasons, today=today).encode("utf-8")
    short = record.states.set_index("iso3").at[iso3, "short_name"]
    title = say("{state} and the resolutions on human rights defenders", state=name(iso3, short))
    return printing.printed(page, title, "", record.version)


def _document_title(page: OnePager) -> str:
    return headed(page.title, say("support for human rights defenders at the United Nations"))


def _sections(page: OnePager) -> list[tuple[str, tuple[str, ...]]]:
    sections = [
        (say("Votes"), page.votes),
        (say("Peers in its regional group"), page.peers),
        (say("Reasons"), page.reasons),
        (say("The ask"), page.ask),
    ]
    return [(title, lines) for title, lines in sections if lines]


def _heading(document: WordDocument, title: str) -> None:
    document.add_paragraph(safe_xml(title), style="Heading 1")


def _html_table(rows: Rows) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in rows.heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
