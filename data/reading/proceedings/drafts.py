"""Draft resolutions (A/C.3/…/L., E/CN.4/…/L., A/HRC/…/L.) and their revisions, addenda and oral revisions.

The sponsors stand between the agenda item and the title and are ended by ": draft resolution"; an addendum says
"Add the following States to the list of sponsors: …"."""

import re
from dataclasses import replace
from itertools import islice

from data.reading.model import ImportedList
from data.reading.proceedings.draft_names import ITEM, MARK, spoken_for_groups, sponsors_before
from data.reading.text import formulas as told
from data.reading.text import symbols
from data.reading.text.passages import Page, list_end, read_names, to_list
from data.reading.text.split import LOOK, Split, split
from data.words import ADDITIONAL, ORAL, TABLED, TABLED_REVISED

_END = re.compile(
    rf"(?<!\s)\s*:\s*(?P<mark>{MARK})?\s*(?P<kind>(?P<revised>revised\s+)?draft\s+(?:resolution|decision)\b|"
    r"projet\s+de\s+(?:résolution|décision)(?P<revised_fr>\s+révisée?)?|"
    r"proyecto\s+de\s+(?:resolución|decisión)(?P<revised_es>\s+revisad[oa])?)|"
    r"\n\s{0,80}(?P<revised_line>Revised\s+d|D)raft\s+resolution\s*\**\s*\n",
    re.IGNORECASE,
)
_ORAL = re.compile(r"as\s+(?:further\s+)?orally\s+(?:revised|amended|corrected)", re.IGNORECASE)
_ADDING = re.compile(
    r"(?:add|insert|ajouter|añádanse|agréguense)\s+(?:the\s+)?(?:names?\s+of\s+)?(?:the\s+)?(?:following\s+)?"
    r"(?:(?:Member\s+)?(?:States|countries|names|delegations|sponsors)|pays\s+suivants|(?:los\s+)?países\s+siguientes|"
    r"les\s+pays\s+suivants|los\s+siguientes\s+países)?[^:.]{0,90}?:\s*",
    re.IGNORECASE,
)
_ADDING_TO = re.compile(
    r"\badd\s+(?P<list>[^:.]+?)\s+to\s+the\s+(?:list\s+of\s+)?(?:co-?)?sponsors|"
    r"\bajouter\s+(?P<list_fr>[^:.]+?)\s+(?:à\s+la\s+liste\s+des|aux)\s+(?:co-?)?auteurs|"
    r"\b(?:añád[ae]n?(?:se)?|agréguen?(?:se)?|añadir"
    r"|agregar)\s+(?P<list_es>[^:.]+?)\s+a\s+(?:la\s+lista\s+de\s+)?(?:los\s+)?"
    r"(?:co)?patrocinadores",
    re.IGNORECASE,
)
_TO_THE_LIST = re.compile(
    r"\bto\s+the\s+(?:list\s+of\s+)?(?:co-?)?sponsors\b[^:.]{0,60}?,?\s+add\b\s*(?:the\s+following)?:?\s*|"
    r"\bà\s+la\s+liste\s+des\s+(?:co-?)?auteurs\b[^:.]{0,60}?,?\s+ajouter\b\s*(?:les\s+pays\s+suivants)?\s*:?\s*|"
    r"\ba\s+la\s+lista\s+de\s+(?:co)?patrocinadores\b[^:.]{0,60}?,?\s+(?:añád"
    r"|agrég)\w+\s*(?:los\s+siguientes\s+países)?\s*:?\s*|"
    rf"(?:{told.JOINED.pattern})\b[^:.]{{0,90}}:\s*|"
    r"\b(?:have|has)\s+(?:also\s+)?joined\s+(?:the\s+)?(?:list\s+of\s+)?(?:co-?)?sponsors\b[^:.]{0,90}:\s*|"
    r"(?:^|\n)[ \t]*(?:Additional\s+(?:co-?)?sponsors|Nouveaux\s+coauteurs|Nuevos\s+(?:co)?patrocinadores)"
    r"(?:\s+(?:are|were|to|of|du|del)\b[^:.]{0,90}?)?[ \t]*(?::|\n)\s*",
    re.IGNORECASE,
)
_LIST_OF = re.compile(
    r"list\s+of\s+(?:co-?)?sponsors|liste\s+des\s+(?:co-?)?auteurs|lista\s+de\s+(?:co)?patrocinadores", re.IGNORECASE
)
_TITLE = re.compile(
    r"[\s*]*(?:\d+/(?:\.\.\.|…|\d+|\[?\.*\]?)\s+)?(?P<title>[^\n].{5,400}?)\s*\n\s*"
    r"(?:The\s+(?:General\s+Assembly|Human\s+Rights\s+Council|Commission\s+on\s+Human\s+Rights)|L['’]Assemblée\s+"
    r"générale|Le\s+Conseil\s+des\s+droits|La\s+Asamblea\s+General|El\s+Consejo\s+de\s+Derechos)\b",
    re.DOTALL,
)
_REPORT = re.compile(
    r"\b(?:Report\s+of\s+the\s+(?:\w+\s+Committee|(?:Council|Commission|Human\s+Rights\s+Council)\s+on\s+its)|"
    r"Report\s+of\s+the\s+Commission\s+on\s+Human\s+Rights\s+on\s+its|"
    r"Rapport\s+de\s+la\s+\w+\s+Commission|Rapport\s+du\s+Conseil\s+des\s+droits\s+de\s+l['’]homme\s+sur|"
    r"Informe\s+de\s+la\s+\w+\s+Comisión|Informe\s+del\s+Consejo\s+de\s+Derechos\s+Humanos\s+sobre)",
    re.IGNORECASE,
)
_MOST_ENDS = 20
_NAME = 110
_NAME_WORDS = 8
_NO_NAME = re.compile(r"\b(?:resolutions?|following|text|adoption|draft|paragraph)\b", re.IGNORECASE)


def read_drafts(page: Page) -> list[ImportedList]:
    """The lists of sponsors of a draft resolution, its revision or its addendum; [] for any other text."""
    head = page.text[:4000]
    symbol = symbols.tidy(symbols.first(page.text))
    if symbol and not symbols.DRAFT.fullmatch(symbol) and not ITEM.search(head):
        return []
    addendum = None if _is_report(page, 4000) else _addendum(page, symbol)
    if addendum:
        return [addendum]
    end = _end(page)
    if not end or _is_report(page, end.start()):
        return []
    found, notes = sponsors_before(page, end.start(), symbol)
    if len(found.states) < 2 and not (found.states and (symbol or ITEM.search(head))):
        return []
    if found.states and (end["mark"] or "").startswith("*"):
        # The mark of the last name stands behind the colon: "… and Tunisia:* draft resolution".
        found.states[-1] = replace(found.states[-1], starred=True)
    found = spoken_for_groups(page, found, end.end(), end["mark"] or "")
    revised = any(end.groupdict().get(g) for g in ("revised", "revised_fr", "revised_es")) or (
        (end["revised_line"] or "").lower().startswith("revised")
    )
    oral = bool(_ORAL.search(page.text[: end.end() + 400]))
    revised = revised or symbols.is_revision(symbol)
    stage = ORAL if oral else TABLED_REVISED if revised else TABLED
    if symbols.is_addendum(symbol):
        # Some repeat the first sponsors above the further ones, others print the further ones alone.
        stage = ""
        notes = [*notes, "An addendum that does not say whether these are the first sponsors or further ones."]
    made = _list(page, "draft resolution", symbol, stage, found)
    return [replace(made, title=_title(page, end.end()), notes=tuple(notes))]


def _is_report(page: Page, before: int) -> bool:
    """Whether a report begins here: it tells of drafts and recommends them, its own sponsors it has none. A draft's own
    symbol stands above everything, also above an agenda item that speaks of a report."""
    report = _REPORT.search(page.text, 0, min(before, 4000))
    own = symbols.FIND.search(page.text[:4000])
    return report is not None and not (own and own.start() < report.start() and symbols.DRAFT.fullmatch(own[0]))


def _end(page: Page) -> re.Match[str] | None:
    """The first ": draft resolution" that stands behind a name; "the following draft resolutions:" ends no list."""
    for end in islice(_END.finditer(page.masked), _MOST_ENDS):
        begin = max(0, end.start() - _NAME)
        before = split(page.masked, (begin, end.start()), page.context.names, how=LOOK)
        known = [s.span[1] for s in before.states] + [o.span[1] for o in before.on_behalf_of]
        strange = max(before.unresolved, key=lambda u: u.span[1], default=None)
        if known and (strange is None or max(known) > strange.span[1]):
            return end
        if strange and len(strange.as_written.split()) <= _NAME_WORDS and not _NO_NAME.search(strange.as_written):
            return end
    return None


def _title(page: Page, start: int) -> str:
    """The title, which stands between the sponsors and the opening of the text; "" where that is not found."""
    found = _TITLE.match(page.masked, start, start + 700)
    return " ".join(found["title"].split()) if found else ""


def _list(page: Page, kind: str, symbol: str, stage: str, found: Split) -> ImportedList:
    resolution, day = page.context.resolution_of(symbol), symbols.find_date(page.text[:1500])
    about = {"document_symbol": symbol, "resolution": resolution, "stage": stage, "date": day}
    return to_list(page, kind, found, **about)


def _addendum(page: Page, symbol: str) -> ImportedList | None:
    if not (symbols.is_addendum(symbol) or _LIST_OF.search(page.masked[:4000])):
        return None
    on = page.day(symbol)
    leads = list(islice(_ADDING.finditer(page.masked), _MOST_ENDS))
    leads = leads or list(islice(_TO_THE_LIST.finditer(page.masked), _MOST_ENDS))
    spans = [(m.end(), list_end(page.masked, m.end(), page.context.names)) for m in leads]
    spans = spans or [m.span(m.lastgroup or 0) for m in islice(_ADDING_TO.finditer(page.masked), _MOST_ENDS)]
    if not spans:
        return None
    found = read_names(page, spans, on)
    return _list(page, "addendum to a draft resolution", symbol, ADDITIONAL, found) if found.states else None
