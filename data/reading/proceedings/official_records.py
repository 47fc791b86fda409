"""The Official Records of the General Assembly, which name the sponsors of each resolution.

Of one that a committee recommended, in a footnote: "The draft resolution recommended in the report was sponsored in
the Committee by: …"; of one that was adopted "on the basis of draft resolution …, sponsored by: …", in the line on
its adoption. Where `adoptions` cannot tell the resolution of a footnote, a person must."""

import re

from data.reading.model import ImportedList, Span
from data.reading.proceedings.adoptions import Adoption, adoptions, resolution_of
from data.reading.text.passages import Page, goes_on_with_a_name, list_end, narrow, read_names, to_list
from data.words import FINAL

FOOTNOTE = re.compile(
    r"(?<!\w)(?:The\s+draft\s+(?:resolution|decision)s?(?:\s+[IVX]+(?:\s+[A-Z])?)?\s+recommended\s+in\s+"
    r"(?:section\s+\S+\s+of\s+)?the\s+report(?:\s+of\s+the\s+Committee)?\s+(?:was|were|had\s+been)\s+"
    r"(?:co-?)?(?:sponsored|submitted)\s+in\s+the\s+(?:\w+\s+)?Committee\s+by\s*:?"
    r"|Les?\s+projets?\s+de\s+(?:résolution|décision)s?\s+recommandés?\s+dans\s+le\s+rapport[^:.]{0,160}?:"
    r"|(?:(?:El|Los)\s+proyectos?|Los\s+(?:patrocinadores|autores)\s+del\s+proyecto)\s+de\s+(?:resolución|decisión)\s+"
    r"recomendados?\s+en\s+el\s+informe[^:.]{0,160}?:)",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"(?:on\s+the\s+basis\s+of\s+(?:revised\s+)?draft\s+resolution|sur\s+la\s+base\s+du\s+projet\s+de\s+résolution|"
    r"sobre\s+la\s+base\s+del\s+proyecto\s+de\s+resolución)\s+(?P<symbol>A/[^\s,;]+)[^:\n]{0,40}[^:]{0,160}?"
    r"\b(?:(?:co-?)?sponsored|submitted|parrainé|présenté|déposé|patrocinado|presentado)\s+(?:by|par|por)\b\s*:?|"
    r"(?:sur\s+la\s+base\s+du\s+projet\s+de\s+résolution)\s+(?P<symbol_fr>A/[^\s,;]+)[^:]{0,200}?"
    r"\b(?:ayant|avait)\s+pour\s+auteurs\b\s*:?",
    re.IGNORECASE,
)
_BASIS_ENDS = re.compile(r"\n[ \t]*\d{1,3}/\d{1,3}\.\s|,\s+as\s+follows|\*?\s*\bIn\s+favou?r\s*:|\n\s*RESOLUTION\s")
_NEXT = re.compile(r"\bby\s+a\s+recorded\s+vote\b|\n\s*\[?\d{1,4}\]?\s*\n", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\A|[\n\s\[])(\d{1,4})\]?\s*\Z")
_UNKNOWN = "The resolution of this footnote could not be told: choose it."


def read_official_records(page: Page) -> list[ImportedList]:
    """One final list for each footnote and each line on an adoption that names sponsors; [] where there is none."""
    known = adoptions(page.text)
    made = [one for match in _BASIS.finditer(page.masked) if (one := _adopted(page, match, known))]
    taken: set[str] = set()
    for match in FOOTNOTE.finditer(page.masked):
        one = _footnote(page, match, known, taken)
        if one:
            made.append(one)
            taken.add(one.resolution)
    return made


def footnote_spans(page: Page) -> list[Span]:
    """Where the footnotes with sponsors stand, for those who read what they interrupt."""
    return [(m.start(), _end(page, m.end()) + 1) for m in FOOTNOTE.finditer(page.masked)]


def _footnote(page: Page, match: re.Match[str], known: list[Adoption], taken: set[str]) -> ImportedList | None:
    number = _NUMBER.search(page.text, max(0, match.start() - 20), match.start())
    resolution, title = resolution_of(page.text, known, match.start(), number[1] if number else "")
    if resolution in taken:
        resolution, title = "", ""
    found = read_names(page, [narrow(page.masked, match.end(), _end(page, match.end()))], page.day(resolution))
    if not (found.states or found.unresolved or found.on_behalf_of):
        return None
    about = {"document_symbol": _volume(page), "resolution": resolution, "stage": FINAL, "title": title}
    return to_list(page, "Official Records, footnote", found, notes=() if resolution else (_UNKNOWN,), **about)


def _adopted(page: Page, match: re.Match[str], known: list[Adoption]) -> ImportedList | None:
    draft = (match["symbol"] or match["symbol_fr"]).rstrip(".")
    line = next((a for a in known if a.start <= match.start() < a.end), None)
    resolution = line.resolution if line else page.context.resolution_of(draft)
    end = list_end(page.masked, match.end(), page.context.names)
    stop = _BASIS_ENDS.search(page.masked, match.end(), min(len(page.masked), end + 20))
    span = narrow(page.masked, match.end(), min(end, stop.start()) if stop else end)
    found = read_names(page, [span], page.day(resolution, draft))
    if not (found.states or found.on_behalf_of):
        return None
    about = {"document_symbol": _volume(page) or draft, "resolution": resolution, "stage": FINAL}
    return to_list(page, "Official Records, line on adoption", found, **about)


def _end(page: Page, start: int) -> int:
    """Where the list of a footnote ends that begins at `start`."""
    end = list_end(page.masked, start, page.context.names)
    stop = _NEXT.search(page.text, start, end)
    return stop.start() if stop and not _inside(page, start, stop) else end


def _inside(page: Page, start: int, stop: re.Match[str]) -> bool:
    """Whether a number alone on its line is that of a page on which the list goes on, and not of the next note."""
    if page.text[start : stop.start()].rstrip().endswith(","):
        return True
    return goes_on_with_a_name(page.masked, start, stop.start(), stop.end(), page.context.names)


def _volume(page: Page) -> str:
    found = re.search(r"A/\d{2}/49(?:\s*\(Vol\.\s*I+\))?", page.text[:20000])
    return found[0] if found else ""
