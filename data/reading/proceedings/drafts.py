"""Draft resolutions (A/C.3/…/L., E/CN.4/…/L., A/HRC/…/L.) and their revisions, addenda and oral revisions.

The sponsors stand between the agenda item and the title and are ended by ": draft resolution"; an addendum says
"Add the following States to the list of sponsors: …".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import islice

from data.reading.model import ImportedList, Span
from data.reading.proceedings.footnotes import MARK, spoken_for_groups
from data.reading.text import formulas as told
from data.reading.text import symbols
from data.reading.text.passages import Page, left_out, list_end, read_names, to_list
from data.reading.text.split import Split, split, with_suggestions

_END = re.compile(
    rf"(?<!\s)\s*:\s*(?P<mark>{MARK})?\s*(?P<kind>(?P<revised>revised\s+)?draft\s+(?:resolution|decision)\b|"
    r"projet\s+de\s+(?:résolution|décision)(?P<revised_fr>\s+révisée?)?|"
    r"proyecto\s+de\s+(?:resolución|decisión)(?P<revised_es>\s+revisad[oa])?)|"
    r"\n\s{0,80}(?P<revised_line>Revised\s+d|D)raft\s+resolution\s*\**\s*\n",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:Agenda\s+item|Item|Point|Tema|Programa)\s+\d+(?:\s*\(?[a-z]\))*", re.IGNORECASE)
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
_BETWEEN = re.compile(r"[,;•·|/&\t]|\b(?:and|et|y|e)\b")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_GOES_ON = re.compile(r"(?:[,;-]|\b(?:and|of|the|et|des?|du|y|del?|la))\s*\Z", re.IGNORECASE)
_FEWEST = 3
_MOST_ENDS = 20
_FAR = 9000
_LOST_LETTERS = 160
_NAME = 110
_NAME_WORDS = 8
_NO_NAME = re.compile(r"\b(?:resolutions?|following|text|adoption|draft|paragraph)\b", re.IGNORECASE)


def read_drafts(page: Page) -> list[ImportedList]:
    """The lists of sponsors of a draft resolution, its revision or its addendum; [] for any other text."""
    head = page.text[:4000]
    symbol = symbols.tidy(symbols.first(page.text))
    if symbol and not symbols.DRAFT.fullmatch(symbol) and not _ITEM.search(head):
        return []
    addendum = None if _is_report(page, 4000) else _addendum(page, symbol)
    if addendum:
        return [addendum]
    end = _end(page)
    if not end or _is_report(page, end.start()):
        return []
    found, notes = _sponsors(page, end.start(), symbol)
    if len(found.states) < 2 and not (found.states and (symbol or _ITEM.search(head))):
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
    stage = "oral" if oral else "tabled revised" if revised else "tabled"
    if symbols.is_addendum(symbol):
        # Some repeat the first sponsors above the further ones, others print the further ones alone.
        stage, notes = (
            "",
            [*notes, "An addendum that does not say whether these are the first sponsors or further ones."],
        )
    return [replace(_list(page, "draft resolution", symbol, stage, found, notes), title=_title(page, end.end()))]


def _is_report(page: Page, before: int) -> bool:
    """Whether a report begins here: it tells of drafts and recommends them, its own sponsors it has none.

    A draft's own symbol stands above everything, also above an agenda item that speaks of a report.
    """
    report = _REPORT.search(page.text, 0, min(before, 4000))
    own = symbols.FIND.search(page.text[:4000])
    return bool(report) and not (own and own.start() < report.start() and symbols.DRAFT.fullmatch(own[0]))


def _end(page: Page) -> re.Match | None:
    """The first ": draft resolution" that stands behind a name; "the following draft resolutions:" ends no list."""
    for end in islice(_END.finditer(page.masked), _MOST_ENDS):
        begin = max(0, end.start() - _NAME)
        before = split(page.masked, begin, end.start(), page.context.names, suggest=False)
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


def _list(page: Page, kind: str, symbol: str, stage: str, found: Split, notes: list[str]) -> ImportedList:
    return to_list(
        page,
        kind,
        found,
        document_symbol=symbol,
        resolution=page.context.resolution_of(symbol),
        stage=stage,
        date=symbols.find_date(page.text[:1500]),
        notes=tuple(notes),
    )


def _addendum(page: Page, symbol: str) -> ImportedList | None:
    if not (symbols.is_addendum(symbol) or _LIST_OF.search(page.masked[:4000])):
        return None
    on = page.day(symbol)
    leads = list(islice(_ADDING.finditer(page.masked), _MOST_ENDS))
    leads = leads or list(islice(_TO_THE_LIST.finditer(page.masked), _MOST_ENDS))
    spans = [(m.end(), list_end(page.masked, m.end(), page.context.names)) for m in leads]
    spans = spans or [m.span(m.lastgroup) for m in islice(_ADDING_TO.finditer(page.masked), _MOST_ENDS)]
    if not spans:
        return None
    found = read_names(page, spans, on)
    return _list(page, "addendum to a draft resolution", symbol, "additional", found, []) if found.states else None


def _sponsors(page: Page, end: int, symbol: str) -> tuple[Split, list[str]]:
    """The names before `end`: walk back from there, line by line, as long as names go on."""
    items = list(_ITEM.finditer(page.masked, 0, end))
    begin = max(items[-1].end() if items else 0, end - _FAR)
    on = page.day(symbol, written=symbols.find_date(page.text[:1500]))
    found = split(page.masked, begin, end, page.context.names, on, suggest=False)
    if not found.states:
        return found, []
    start = _start(page, found, begin, end)
    kept = Split(
        [s for s in found.states if s.span[0] >= start],
        with_suggestions([u for u in found.unresolved if u.span[1] > start], page.masked, page.context.names, on),
        [o for o in found.on_behalf_of if o.span[0] >= start],
    )
    kept, notes = _mend_first(page, kept, on)
    return kept, notes + list(left_out("before", [s for s in found.states if s.span[0] < start]))


def _start(page: Page, found: Split, begin: int, end: int) -> int:
    """The start of the line on which the sponsors begin."""
    pieces: list[Span] = sorted([s.span for s in found.states] + [o.span for o in found.on_behalf_of])
    gaps = [page.masked[a[1] : b[0]] for a, b in zip(pieces, pieces[1:], strict=False)]
    # A list prints commas, or one name a line; then a mere line or blank line parts it from a title.
    by_lines = len(gaps) > 1 and sum(not _BETWEEN.search(gap) for gap in gaps) > len(gaps) / 2
    first = pieces[-1][0]
    for i in range(len(gaps) - 1, -1, -1):
        lost = len(re.sub(r"\s+", " ", gaps[i]))
        title = not by_lines and not _a_list(gaps[max(0, i - _FEWEST + 1) : i]) and _parts(gaps[i])
        if lost > _LOST_LETTERS or title:
            break
        first = pieces[i][0]
    line = page.masked.rfind("\n", begin, first) + 1
    return max(line, begin)


def _a_list(gaps: list[str]) -> bool:
    """Whether nothing but commas stood between the last names: a list then, of which one comma was lost."""
    return len(gaps) == _FEWEST - 1 and all(_BETWEEN.sub("", gap).strip(" *\n") == "" for gap in gaps)


def _parts(gap: str) -> bool:
    """Whether what stands between two names parts a title that ends in a State from the list: a line and no comma."""
    if not _BETWEEN.search(gap):
        return "\n" in gap.strip(" ")
    blank = list(_BLANK_LINE.finditer(gap))
    return bool(blank) and not _GOES_ON.search(gap[: blank[-1].start()]) and not _BETWEEN.search(gap[blank[-1].end() :])


def _mend_first(page: Page, kept: Split, on: date | None) -> tuple[Split, list[str]]:
    """Where line breaks were lost, the agenda item's title runs into the first name: part them again."""
    first = min([s.span[0] for s in kept.states] + [o.span[0] for o in kept.on_behalf_of])
    before = sorted((u for u in kept.unresolved if u.span[1] <= first), key=lambda u: u.span)
    if not before:
        return kept, []
    names, (s, e) = page.context.names, before[-1].span
    words = [s + m.start() for m in re.finditer(r"(?<!\S)\S", page.masked[s:e])]
    place = next((w for w in words[1:] if names.resolve(page.masked[w:e], on)), None)
    if place is not None:
        head = split(page.masked, place, e, names, on)
        kept.states[:0] = head.states
        doubtful = []
    else:
        doubtful = [u for u in before if u.suggestions and u.suggestions[0][1] >= 0.75] or (
            before if len(before) == 1 and len(before[0].as_written.split()) <= 6 else []
        )
    dropped = [u for u in before if u not in doubtful]
    kept.unresolved = doubtful + [u for u in kept.unresolved if u not in before]
    head_of_list = kept.states[0].as_written
    note = f"The list does not begin on a line of its own: check its first name, “{head_of_list}”."
    return kept, [note] if dropped else []
