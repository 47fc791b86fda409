"""The Official Records of the General Assembly: a footnote to each resolution names its sponsors.

"The draft resolution recommended in the report was sponsored in the Committee by: …". The footnote's number leads
to the resolution; where it cannot be found, the last heading "RESOLUTION 68/181" before it does.
"""

from __future__ import annotations

import re

from data.importers.model import ImportedList
from data.importers.passages import Page, goes_on_with_a_name, list_end, narrow, read_names, to_list

_FOOTNOTE = re.compile(
    r"(?:^|\n)[ \t]{0,9}\[?(?P<number>\d{1,4})?\]?[ \t\n]{0,9}"
    r"(?:The\s+draft\s+(?:resolution|decision)s?\s+recommended\s+in\s+(?:section\s+\S+\s+of\s+)?the\s+report"
    r"(?:\s+of\s+the\s+Committee)?\s+(?:was|were|had\s+been)\s+(?:sponsored|submitted)\s+in\s+the\s+(?:\w+\s+)?"
    r"Committee\s+by\s*:?"
    r"|Le\s+projet\s+de\s+résolution\s+recommandé\s+dans\s+le\s+rapport[^:]{0,160}?:"
    r"|(?:El\s+proyecto|Los\s+patrocinadores\s+del\s+proyecto)\s+de\s+resolución\s+recomendado\s+en\s+el\s+informe"
    r"[^:]{0,160}?:)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\bby\s+a\s+recorded\s+vote\b|\n\s*\[?\d{1,4}\]?\s*\n", re.IGNORECASE)
_HEADING = re.compile(
    r"\bR[EÉ]SOLUC?TION\s+(?P<number>\d{1,3}/\d{1,3})\b|\bRESOLUCIÓN\s+(?P<es>\d{1,3}/\d{1,3})\b|"
    r"(?:^|\n)A/RES/(?P<symbol>\d{1,3}/\d{1,3})\b"
)
_FAR = 60_000


def read_official_records(page: Page) -> list[ImportedList]:
    """One final list for each such footnote in the text; [] where there is none."""
    made = []
    for match in _FOOTNOTE.finditer(page.masked):
        resolution, title = _resolution(page, match)
        on = page.day(resolution)
        end = list_end(page.masked, match.end(), page.context.names)
        stop = _NEXT.search(page.text, match.end(), end)
        if stop and not _inside(page, match.end(), stop):
            end = stop.start()
        found = read_names(page, [narrow(page.masked, match.end(), end)], on)
        if found.states or found.unresolved or found.on_behalf_of:
            notes = () if resolution else ("The resolution of this footnote could not be told: choose it.",)
            made.append(
                to_list(
                    page,
                    "Official Records, footnote",
                    found,
                    document_symbol=_volume(page),
                    resolution=resolution,
                    stage="final",
                    title=title,
                    notes=notes,
                )  # fmt: skip
            )
    return made


def _inside(page: Page, start: int, stop: re.Match) -> bool:
    """Whether a number alone on its line is that of a page on which the list goes on, and not of the next note."""
    if page.text[start : stop.start()].rstrip().endswith(","):
        return True
    return goes_on_with_a_name(page.masked, start, stop.start(), stop.end(), page.context.names)


def _resolution(page: Page, footnote: re.Match) -> tuple[str, str]:
    """The resolution a footnote belongs to, and its title."""
    begin = max(0, footnote.start() - _FAR)
    headings = list(_HEADING.finditer(page.text, begin, footnote.start()))
    number = footnote["number"]
    if not number:
        # The masked text has lost a number that stood alone on its line.
        lone = re.search(
            r"\n[ \t]*\[?(\d{1,4})\]?[ \t]*\n\s*$", page.text[begin : footnote.start() + 1] + "\n"
        )
        number = lone[1] if lone else _number_before(page, footnote)
    if number:
        # The mark stands after the report's symbol in the line on adoption: "(A/68/456/Add.2, para. 146)580".
        mark = re.compile(rf"\)[.,]?\s?\[?{number}\]?(?!\d)")
        places = [m.start() for m in mark.finditer(page.text, begin, footnote.start())]
        if places:
            above = [h for h in headings if h.start() < places[-1]]
            headings = above or headings
    if not headings:
        return "", ""
    last = headings[-1]
    symbol = f"A/RES/{last['number'] or last['es'] or last['symbol']}"
    title = re.search(
        rf"(?<!\S){re.escape(symbol.removeprefix('A/RES/'))}\.\s+(?P<title>.+?)\n(?=The\s+General|\s*\n)",
        page.text[last.end() : footnote.start()], re.DOTALL,
    )  # fmt: skip
    return symbol, " ".join(title["title"].split())[:300] if title else ""


def _number_before(page: Page, footnote: re.Match) -> str:
    words = re.search(r"(?:The|Le|El|Los)\s", page.text[footnote.start() : footnote.end()])
    if not words:
        return ""
    before = page.text[max(0, footnote.start() - 12) : footnote.start() + words.start()]
    number = re.search(r"(\d{1,4})\]?\s*$", before)
    return number[1] if number else ""


def _volume(page: Page) -> str:
    found = re.search(r"A/\d{2}/49(?:\s*\(Vol\.\s*I+\))?", page.text[:20000])
    return found[0] if found else ""
