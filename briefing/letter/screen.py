"""The letter on screen: as plain text to copy into a message, and as a self-contained HTML page or part of one."""

from briefing.letter.parts import Letter, Span
from briefing.office.docx_style import LOCALES
from charts.frame.font import FONT, faces
from files.xml import escape

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CSS = (
    f"body {{ font: 16px/1.5 {FONT}; }}"
    + """
body { color: #1b2330; background: #fff; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.2rem; line-height: 1.3; }
p { margin: 0 0 .8rem; }
.address, .signatory { margin: 0; }
.date, .close { margin: 0 0 1.6rem; }
.salutation { margin: 1.4rem 0 .8rem; }
ol { font-size: .8rem; border-top: 1px solid #d8dce3; padding: .8rem 0 0 1.2rem; }
a { color: inherit; }
sup { font-size: .7em; line-height: 0; }
"""
)


def letter_text(letter: Letter) -> str:
    """The letter as plain text: paragraphs apart by an empty line, footnotes at the end."""
    blocks: list[str] = []
    before = ""
    for paragraph in letter.paragraphs:
        line = "".join(str(span.note).translate(_SUPERSCRIPT) if span.note else span.text for span in paragraph.spans)
        if paragraph.kind == before and before in ("address", "signatory"):
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
        before = paragraph.kind
    notes = [f"{number}. {''.join(span.text for span in note)}" for number, note in enumerate(letter.footnotes, 1)]
    return "\n\n".join([*blocks, "\n".join(notes)]) + "\n"


def letter_html(letter: Letter) -> str:
    """The letter as a part of a page: <article lang>, its subject as heading, footnotes linked both ways; every word is
    escaped."""
    parts = [f'<article class="letter" lang="{letter.language}">']
    for paragraph in letter.paragraphs:
        inside = "".join(_reference(span) if span.note else _words(span) for span in paragraph.spans)
        tag = "h1" if paragraph.kind == "subject" else "p"
        parts.append(f'<{tag} class="{paragraph.kind}">{inside}</{tag}>')
    parts.append("<ol>")
    for number, note in enumerate(letter.footnotes, 1):
        inside = "".join(_words(span) for span in note)
        back = f'<a href="#note-{number}-place" aria-label="{number} ↑">↑</a>'
        parts.append(f'<li id="note-{number}">{inside} {back}</li>')
    return "\n".join([*parts, "</ol>", "</article>"])


def letter_page(letter: Letter) -> str:
    """The letter as a whole HTML page that needs nothing from outside."""
    inside = letter_html(letter)
    style = faces(letter.title + inside) + _CSS
    return (
        f'<!DOCTYPE html>\n<html lang="{LOCALES[letter.language]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(letter.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{inside}\n</body>\n</html>\n"
    )


def _words(span: Span) -> str:
    text = escape(span.text)
    if span.italic:
        text = f"<em>{text}</em>"
    return f'<a href="{escape(span.url)}" rel="noopener">{text}</a>' if span.url else text


def _reference(span: Span) -> str:
    return f'<sup id="note-{span.note}-place"><a href="#note-{span.note}">{span.note}</a></sup>'
