"""Pages that label their lists: RightDocs, mission pages, press releases, notes ("Co-sponsors (76): …").

Also a bare list of names, if nearly all of it is names.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import islice

from data.importers import symbols
from data.importers.model import ImportedList, Span, Unresolved
from data.importers.passages import (
    ABBREVIATED,
    LEFT_OUT,
    Page,
    left_out,
    narrow,
    read_names,
    to_list,
    union,
    with_main_sponsors,
)
from data.importers.splitting import Split, with_suggestions

_COUNT = r"[ \t]*[\[(]?[ \t]*(?P<{0}>\d{{1,3}})?[ \t]*[\])]?[ \t]*(?::|\n|(?<=\d|\)|\])[ \t]+|(?=[A-Z][a-z]))"
_MAIN = re.compile(
    r"\b(?:(?:Main|Lead|Core)\s+(?:co-?)?sponsors?|Core\s+group)" + _COUNT.format("count"), re.IGNORECASE
)
_FIRST = re.compile(r"(?<![^\n])[ \t]*Sponsors?" + _COUNT.format("count"), re.IGNORECASE)
_CO = re.compile(
    r"(?<!main )(?<!main-)(?<!lead )(?<!core )\bCo-?sponsors(?:\s+listed)?" + _COUNT.format("count"), re.IGNORECASE
)
_ANY = re.compile(
    r"(?:^|\n)[^\n:]{0,60}?\b(?:list\s+of\s+)?(?:co-?)?sponsors?(?:hip)?\b[^\n:]{0,110}:|\b(?:co-?)?sponsored\s+by\b[^\n:,]{0,60}:|"
    r"\b(?:co-?)?sponsored\s+by\s+(?=[A-Z])|"
    r"(?<![^\n])[ \t]*(?:list\s+of\s+)?(?:co-?)?sponsors[ \t]*(?:[\[(]?\d{1,3}[\])]?)?[ \t]*\n|"
    r"(?:^|\n)[^\n:]{0,40}\b(?:auteurs|coauteurs|patrocinadores|copatrocinadores)\b[^\n:]{0,60}:",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?<![^\n])\W{0,4}(?:Additional|Further|New)\s+(?:co-?)?sponsors" + _COUNT.format("count"), re.IGNORECASE
)
_CLAIM = re.compile(r"\b(\d{1,3})\s+(?:States\s+)?(?:co-?)?sponsors\b", re.IGNORECASE)
_RES = re.compile(r"\b(?:A/HRC/)?RES/(\d{1,3}/\d{1,3})\b")
_GA_RES = re.compile(r"\bA/RES/(\d{1,3}/\d{1,3})\b")
_LONGEST = 9000
_LONGEST_PASTED = 30_000
_LABEL_REST = re.compile(rf"{symbols.SYMBOL}|\b(?:as\s+of|draft\s+resolution|\d{{4}})\b", re.IGNORECASE)
_TEXT_BEGINS = re.compile(
    r"\n\s*(?:The\s+(?:General\s+Assembly|Human\s+Rights\s+Council|Commission\s+on\s+Human\s+Rights)|"
    r"L['’]Assemblée\s+générale|Le\s+Conseil\s+des\s+droits|La\s+Asamblea\s+General|El\s+Consejo\s+de\s+Derechos)\b"
)
_SENTENCE = re.compile(r"\.[ \t]+(?=[A-ZÀ-Þ“\"])")
_NAME = 110
_NEAR = 600
_TAIL = 3
_MOST_LABELS = 30


def read_labelled(page: Page) -> list[ImportedList]:
    """A list under a label, with main sponsors apart where the page does so; [] where there is no such label.

    Names under "Additional co-sponsors" further down are a list of their own.
    """
    made = _first_list(page)
    if not made or made[0].stage == "additional":
        return made
    one = made[0]
    on = page.day(one.resolution, one.document_symbol)
    label = _LATER.search(page.masked, min(s.span[0] for s in one.states))
    if label is None or not _names_follow(page, label.end(), on):
        return made
    found, notes = _cut_tail(_read(page, label.end(), on), page, label.end())
    later = to_list(
        page, "names under a label", found, document_symbol=one.document_symbol, resolution=one.resolution,
        stage="additional", claimed_count=int(label["count"]) if label["count"] else None, notes=notes,
    )  # fmt: skip
    first = replace(
        one,
        stage=one.stage if one.stage == "oral" else "",
        states=tuple(s for s in one.states if s.span[1] <= label.start()),
        unresolved=tuple(u for u in one.unresolved if u.span[1] <= label.start()),
        on_behalf_of=tuple(o for o in one.on_behalf_of if o.span[1] <= label.start()),
        notes=tuple(n for n in one.notes if not n.startswith(LEFT_OUT)),
    )
    return [first, later] if found.states else made


def _first_list(page: Page) -> list[ImportedList]:
    symbol, resolution = _symbols(page)
    on = page.day(resolution, symbol)
    co = next(
        (m for m in islice(_CO.finditer(page.masked), _MOST_LABELS) if _names_follow(page, m.end(), on)), None
    )
    main = _MAIN.search(page.masked)
    if main is None and co is not None:
        # Where both are headings, "Sponsors" are those who tabled it and "Co-sponsors" the others.
        main = _FIRST.search(page.masked, 0, co.start())
        main = main if main and _names_follow(page, main.end(), on) else None
    if co is None and main is None:
        return _under_any_label(page, symbol, resolution)
    first = read_names(page, [_until(page, main.end(), co)], on) if main else Split()
    first, _ = _cut_tail(first, page, main.end() if main else 0)
    rest, notes = _cut_tail(_read(page, co.end(), on), page, co.end()) if co else (Split(), ())
    found = Split(
        list(with_main_sponsors(union(first.states), {s.iso3 for s in first.states})) + rest.states,
        first.unresolved + rest.unresolved,
        first.on_behalf_of + rest.on_behalf_of,
    )
    numbers = [int(m["count"]) for m in (main, co) if m and m["count"]]
    # A page that counts main sponsors apart claims both numbers together.
    claimed = sum(numbers) if numbers and (co is None or co["count"]) else None
    stage = "final" if main and co else ""
    made = to_list(
        page, "page with labels", found, document_symbol=symbol, resolution=resolution, stage=stage,
        claimed_count=claimed, notes=notes,
    )  # fmt: skip
    return [made] if found.states else []


def read_plain(page: Page) -> list[ImportedList]:
    """A text that is a list of names and little else; [] where too little of it is names."""
    symbol, resolution = _symbols(page)
    on = page.day(resolution, symbol)
    last = _text_begins(page, 0, len(page.masked))
    end = min(last, _LONGEST_PASTED)
    cut = () if end == last else (f"Only the first {end:,} letters were read.",)
    found = read_names(page, [narrow(page.masked, 0, end)], on, suggest=False)
    if _share(found) < 0.6:
        spaced = read_names(page, [(0, min(end, _LONGEST))], on, by_spaces=True, suggest=False)
        if _share(spaced) < 0.8 or len(spaced.states) < 3:
            return []
        spaced.unresolved = with_suggestions(spaced.unresolved, page.masked, page.context.names, on)
        made = to_list(page, "pasted names", spaced, document_symbol=symbol, resolution=resolution)
        return [replace(made, notes=("The names were parted at spaces only: check those of several words.",))]
    found.unresolved = with_suggestions(found.unresolved, page.masked, page.context.names, on)
    made = to_list(page, "pasted names", found, document_symbol=symbol, resolution=resolution,
                   stage=_stage(page, symbol), notes=cut)  # fmt: skip
    return [made] if found.states or found.on_behalf_of else []


def _share(found: Split) -> float:
    named = len(found.states) + len(found.on_behalf_of)
    lost = sum(max(1, len(u.as_written.split()) // 2) for u in found.unresolved)
    return named / (named + lost) if named else 0.0


def _under_any_label(page: Page, symbol: str, resolution: str) -> list[ImportedList]:
    on = page.day(resolution, symbol)
    for match in islice(_ANY.finditer(page.masked), _MOST_LABELS):
        near = min(len(page.masked), match.end() + _NEAR)
        if not read_names(page, [(match.end(), near)], on, by_spaces=True, suggest=False).states:
            continue
        found, notes = _cut_tail(_read(page, match.end(), on), page, match.end())
        if len(found.states) >= 2 or (found.states and not found.unresolved):
            label = match[0].lower()
            claim = _CLAIM.search(page.masked[max(0, match.start() - 200) : match.end()])
            claimed = int(claim[1]) if claim else _number_in(match[0])
            stage = _stage(page, symbol, label)
            return [
                to_list(
                    page,
                    "names under a label",
                    found,
                    document_symbol=symbol,
                    resolution=resolution,
                    stage=stage,
                    claimed_count=claimed,
                    notes=notes,
                )
            ]
    return []


def _stage(page: Page, symbol: str, label: str = "") -> str:
    if "additional" in label or symbols.is_addendum(symbol) and symbols.DRAFT.fullmatch(symbol):
        return "additional"
    return "oral" if label and _orally(page) else ""


def _orally(page: Page) -> bool:
    return bool(re.search(r"as\s+orally\s+(?:revised|amended)", page.text[:4000], re.IGNORECASE))


def _number_in(label: str) -> int | None:
    found = re.search(r"\b(\d{1,3})\b", label)
    return int(found[1]) if found else None


def _symbols(page: Page) -> tuple[str, str]:
    text = page.text[:6000]
    symbol = symbols.tidy(symbols.first(page.text))
    own = symbols.FIND.search(text)
    if own and "/RES/" in own[0]:
        symbol = symbols.tidy(own[0])  # the page of a resolution may name its drafts further down
    resolution = page.context.resolution_of(symbol)
    if not resolution and (match := _RES.search(text)) and "RES/" in match[0] and not _GA_RES.search(text):
        resolution = f"A/HRC/RES/{match[1]}"
    if not resolution and (match := _GA_RES.search(text)):
        resolution = f"A/RES/{match[1]}"
    return symbol or resolution, resolution


def _until(page: Page, start: int, co: re.Match | None) -> Span:
    end = co.start() if co and co.start() > start else min(len(page.masked), start + 600)
    return start, end


def _names_follow(page: Page, start: int, on: date | None) -> bool:
    near = page.masked[start : start + 300].strip()
    end = min(len(page.masked), start + 300)
    found = read_names(page, [(start, end)], None, by_spaces=True, suggest=False)
    return bool(near) and len(found.states) >= 1 and found.states[0].span[0] - start < 60


def _read(page: Page, start: int, on: date | None) -> Split:
    start = _after_label(page, start, on)
    end = _text_begins(page, start, min(len(page.masked), start + _LONGEST))
    end = _sentence_end(page, start, end, on)
    found = read_names(page, [narrow(page.masked, start, end)], on)
    if not found.states or found.states[0].span[0] - start > 200:
        return read_names(page, [(start, end)], on, by_spaces=True)
    return found


def _sentence_end(page: Page, start: int, end: int, on: date | None) -> int:
    """Where prose goes on in the line behind the last name ("… and Zimbabwe. It was adopted"); else `end`."""
    for stop in islice(_SENTENCE.finditer(page.masked, start, end), _MOST_LABELS):
        near = max(start, stop.start() - _NAME)
        states = read_names(page, [(near, stop.start())], on, suggest=False).states
        if states and not page.masked[states[-1].span[1] : stop.start()].strip():
            return stop.start() + 1
    return end


def _text_begins(page: Page, start: int, end: int) -> int:
    """Where the text of the resolution itself begins, which names States that did not sponsor it; else `end`."""
    found = _TEXT_BEGINS.search(page.masked, start, end)
    return found.start() if found else end


def _after_label(page: Page, start: int, on: date | None) -> int:
    """Where the names begin: a label may go on ("of A/C.3/76/L.50, as of 12 November (85):")."""
    stop = page.masked.find("\n", start)
    stop = len(page.masked) if stop < 0 else stop
    colon = page.masked.rfind(":", start, min(stop, start + 120))
    if colon >= 0 and not read_names(page, [(start, colon)], on, suggest=False).states:
        return colon + 1
    rest = page.masked[start:stop]
    if rest.strip() and _LABEL_REST.search(rest) and not read_names(page, [(start, stop)], on, suggest=False).states:
        return stop
    return start


def _cut_tail(found: Split, page: Page, start: int) -> tuple[Split, tuple[str, ...]]:
    """Leave out what follows the list: it ends where three passages in a row are no names, or at a full stop.

    Names of States that come after it are not lost without a word: a note tells how many and the first.
    """
    if not found.states:
        return Split(), ()
    pieces = sorted([(s.span, True) for s in found.states] + [(o.span, True) for o in found.on_behalf_of]
                    + [(u.span, False) for u in found.unresolved])  # fmt: skip
    misprints = {u.span for u in found.unresolved if u.suggestions and u.suggestions[0][1] >= 0.75}
    last, before, strange = start, start, 0
    for span, known in pieces:
        # The number of the next name is no full stop.
        between = re.sub(r"\s\(?\d{1,3}[.)]\s*$", "\n", page.masked[before : span[0]])
        stop = re.search(r"\.\s*(?:\n|\Z)|\.\s+[A-Z]", between)
        if last > start and stop and not ABBREVIATED.search(page.masked[before - 5 : before]):
            break
        before = span[1]
        # A misprinted name is part of the list.
        strange = 0 if known or span in misprints else strange + 1
        if strange >= _TAIL or (not known and len(page.masked[slice(*span)].split()) > 9):
            break
        if known:
            last = span[1]
    kept = Split(
        [s for s in found.states if s.span[1] <= last],
        [u for u in found.unresolved if u.span[1] <= last or _looks_like_name(u, last)],
        [o for o in found.on_behalf_of if o.span[1] <= last],
    )
    return kept, left_out("after", [s for s in found.states if s.span[1] > last])


def _looks_like_name(item: Unresolved, last: int) -> bool:
    near = 0 <= item.span[0] - last < 12
    return near and bool(item.suggestions) and item.suggestions[0][1] >= 0.75
