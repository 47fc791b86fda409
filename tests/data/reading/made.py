"""Writers of made documents: the layouts that the importers read, filled with names that the test knows."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

AGENDA_GA = """Seventy-second session
Third Committee
Agenda item 72 (b)
Promotion and protection of human rights: human rights questions,
including alternative approaches for improving the effective
enjoyment of human rights and fundamental freedoms
"""
BODY = """
Twentieth anniversary and promotion of the Declaration on the Right and
Responsibility of Individuals, Groups and Organs of Society

The General Assembly,
Guided by the purposes and principles of the Charter of the United Nations,
1. Calls upon all States to implement the Declaration in full;
"""
RECOMMENDED = """
III. Recommendations of the Third Committee
20. The Third Committee recommends to the General Assembly the adoption of the
following draft resolutions:

Draft resolution I
Twentieth anniversary of the Declaration

The General Assembly,
Recalling the visits to Colombia and Kenya, and the statement of Norway,
"""


def series(names: Sequence[str], last: str = " and ", between: str = ", ") -> str:
    """ "A, B and C" """
    return between.join(names[:-1]) + last + names[-1] if len(names) > 1 else "".join(names)


def wrap(text: str, width: int = 78) -> str:
    """Lines broken at spaces and hyphens, as a printer breaks them."""
    return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=True))


def draft(
    names: Sequence[str], symbol: str = "A/C.3/72/L.50", width: int = 78, revised: bool = False, extra: str = ""
) -> str:
    """A draft resolution of the Third Committee."""
    kind = "revised draft resolution" if revised else "draft resolution"
    return (
        f"United Nations {symbol}\n\nGeneral Assembly Distr.: Limited\n31 October 2017\n\nOriginal: English\n{extra}\n"
        f"{AGENDA_GA}\n{wrap(series(names) + ': ' + kind, width)}\n{BODY}"
    )


def council_draft(names: Sequence[str], starred: set[str], symbol: str = "A/HRC/22/L.13", width: int = 78) -> str:
    """A draft resolution of the Human Rights Council: a star after the comma of each non-member."""
    parts = [
        name + ("*" if i == len(names) - 1 else ",*") if name in starred else name + "," * (i < len(names) - 1)
        for i, name in enumerate(names)
    ]
    if len(parts) > 1:
        before_last = parts[-2]
        parts[-2] = before_last.replace(",*", "*") if before_last.endswith(",*") else before_last.rstrip(",")
        parts.insert(-1, "and")
    return (
        f"United Nations {symbol}\nHuman Rights Council\nTwenty-second session\nAgenda item 3\n"
        "Promotion and protection of all human rights, civil,\npolitical, economic, social and cultural rights,\n"
        "including the right to development\n\n"
        f"{wrap(' '.join(parts) + ': draft resolution', width)}\n\n22/… Protecting human rights defenders\n"
        "The Human Rights Council,\nGuided by the purposes and principles of the Charter,\n\n"
        "* State not a member of the Human Rights Council.\n"
    )


def commission_draft(names: Sequence[str], symbol: str = "E/CN.4/2001/L.83", width: int = 78) -> str:
    """A draft resolution of the Commission on Human Rights."""
    return (
        f"UNITED\nNATIONS E\nEconomic and Social Council Distr.\nLIMITED\n{symbol}\n18 April 2001\n"
        "COMMISSION ON HUMAN RIGHTS\nFifty-seventh session\nAgenda item 17\n\n"
        "PROMOTION AND PROTECTION OF HUMAN RIGHTS\n\n"
        f"{wrap(series(names) + ': draft resolution', width)}\n\n2001/... Human rights defenders\n\n"
        "The Commission on Human Rights,\nRecalling its resolution 2000/61,\n"
    )


def addendum(names: Sequence[str], width: int = 78) -> str:
    """An addendum with further sponsors of a draft of the Commission."""
    return (
        "E/CN.4/2001/L.83/Add.1\n23 April 2001\nCOMMISSION ON HUMAN RIGHTS\nFifty-seventh session\nAgenda item 17\n\n"
        f"{wrap('Add the following States to the list of sponsors: ' + series(names), width)}.\n"
    )


def committee_report(
    names: Sequence[str], joined: Sequence[str] = (), left: Sequence[str] = (), width: int = 78
) -> str:
    """A report of the Third Committee on one draft, with another draft after it."""
    text = (
        "12. At the 45th meeting, on 8 November, the representative of Norway introduced a draft resolution entitled "
        "“Twentieth anniversary of the Declaration” (A/C.3/72/L.50), submitted by " + series(names) + "."
    )
    if joined:
        text += " Subsequently, " + series(joined) + " joined in sponsoring the draft resolution."
    parts = [
        wrap(text, width),
        wrap(
            "13. At its 50th meeting, on 20 November, the Committee was informed that the draft resolution had no "
            "programme budget implications.",
            width,
        ),
    ]
    if left:
        parts.append(
            wrap(f"14. At the same meeting, {series(left)} withdrew as sponsors of the draft resolution.", width)
        )
    parts += [
        wrap("15. At the same meeting, the Committee adopted draft resolution A/C.3/72/L.50 (see para. 20).", width),
        "C. Draft resolution A/C.3/72/L.51",
        wrap(
            "16. At the 46th meeting, the representative of Mexico introduced a draft resolution entitled “Rights of "
            "migrants” (A/C.3/72/L.51), submitted by Mexico and Peru.",
            width,
        ),
    ]
    head = "A/72/439/Add.2\nReport of the Third Committee\nB. Draft resolution A/C.3/72/L.50\n"
    return head + "\n".join(parts) + "\n" + RECOMMENDED


def official_record(names: Sequence[str], width: int = 110) -> str:
    """A page of the Official Records: the footnote under resolution 72/247, before another resolution's."""
    listed = wrap(
        "The draft resolution recommended in the report was sponsored in the Committee by: " + series(names), width
    )
    return (
        "RESOLUTION 72/246\nAdopted at the 76th plenary meeting, on 24 December 2017, without a vote, on the\n"
        "recommendation of the Committee (A/72/439/Add.2, para. 120)864\n\n72/246. Another text\n"
        "The General Assembly,\nReaffirming the Charter,\n946\n"
        "RESOLUTION 72/247\nAdopted at the 76th plenary meeting, on 24 December 2017, without a vote, on the\n"
        "recommendation of the Committee (A/72/439/Add.2, para. 121)865\n\n72/247. Twentieth anniversary\n"
        "The General Assembly,\nGuided by the purposes and principles of the Charter,866\n_______________\n865\n\n"
        f"{listed}.\n866\nResolution 217 A (III).\n\n947\n"
    )


def council_report(main: str, names: Sequence[str], joined: Sequence[str] = (), width: int = 78) -> str:
    """A session report of the Council: main sponsor, co-sponsors, and those who joined."""
    text = (
        f"120. At the 47th meeting, on 21 March 2013, the representative of {main} introduced draft resolution "
        f"A/HRC/22/L.13, sponsored by {main} and co-sponsored by {series(names)}."
    )
    if joined:
        text += f" Subsequently, {series(joined)} joined the sponsors."
    return (
        "A/HRC/22/2\nReport of the Human Rights Council on its twenty-second session\n"
        f"Protecting human rights defenders\n{wrap(text, width)}\n"
        "121. The draft resolution, as orally revised, was adopted without a vote (resolution 22/6).\n"
    )


def rightdocs(main: Sequence[str], names: Sequence[str]) -> str:
    """A page in the manner of RightDocs."""

    def items(some: Sequence[str]) -> str:
        return "".join(f"<li><a href='#'>{escape(name)}</a></li>" for name in some)

    return (
        "<!DOCTYPE html><html><head><title>RES/22/6</title><style>li{color:red}</style></head><body>"
        "<nav><a>Home</a><a>Search</a></nav><h1>A/HRC/RES/22/6 Protecting human rights defenders</h1>"
        f"<h3>Main sponsors<span>{len(main)}</span></h3><ul>{items(main)}</ul>"
        f"<h3>Co-sponsors<span>{len(names)}</span></h3><ul>{items(names)}</ul>"
        "<footer><p>Contact us. All rights reserved by the publisher of this page.</p></footer>"
        "<script>var x = 'France, Germany and Italy: draft resolution';</script></body></html>"
    )


def mission_page(names: Sequence[str], width: int = 78) -> str:
    """A mission's page that labels its list."""
    return (
        "Human Rights Defenders: consensus resolution\nFinal text as adopted in the Third Committee (A/C.3/72/L.50)\n\n"
        f"Co-sponsors ({len(names)}):\n{wrap(series(names), width)}.\n\nRead more about our work in New York.\n"
    )


def roll_call(yes: Sequence[str], no: Sequence[str], abstain: Sequence[str], width: int = 100) -> str:
    """A recorded vote as the Official Records print it."""

    def group(label: str, names: Sequence[str]) -> str:
        return wrap(f"{label}: {', '.join(names) if names else 'None'}", width)

    return (
        "RESOLUTION 70/161\nAdopted at the 80th plenary meeting, on 17 December 2015, on the recommendation of the "
        f"Committee\n(A/70/489/Add.2, para. 181),441 by a recorded vote of {len(yes)} to {len(no)}, with "
        f"{len(abstain)} abstentions, as follows:\n{group('In favour', yes)}\n{group('Against', no)}\n"
        f"{group('Abstaining', abstain)}\n\n70/161. Human rights defenders\nThe General Assembly,\n"
    )


def field(tag: str, *subfields: tuple[str, str]) -> str:
    """A MARC data field."""
    inside = "".join(f'<subfield code="{code}">{escape(value)}</subfield>' for code, value in subfields)
    return f'<datafield tag="{tag}" ind1=" " ind2=" ">{inside}</datafield>'


def record(number: str, symbol: str, *fields: str) -> str:
    """A MARC record of a draft."""
    inside = field("191", ("a", symbol)) + "".join(fields)
    return f'<record><controlfield tag="001">{number}</controlfield>{inside}</record>'


def collection(*records: str) -> str:
    """A MARCXML file."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">'
        f"{''.join(records)}</collection>"
    )


def pdf(pages: Sequence[str]) -> bytes:
    """A small PDF: one Helvetica text line for each line, letters of Windows-1252."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for i, page in enumerate(pages):
        lines = [line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in page.splitlines()]
        shown = "\n".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 9 Tf 11 TL 40 800 Td\n{shown}\nET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + content.encode("cp1252") + b"\nendobj\n"
    start = len(out)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def docx_file(text: str, header: str = "", change: Callable | None = None) -> bytes:
    """A Word document with a paragraph a line; `change` may alter the document before it is saved."""
    import docx

    document = docx.Document()
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for line in text.split("\n"):
        document.add_paragraph(line)
    if change:
        change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def xlsx_file(rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook with one sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
