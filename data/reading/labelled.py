"""Pages that label their lists: RightDocs, mission pages, press releases, notes ("Co-sponsors (76): …"); and texts that
are a list of names and little else, as pasted from anywhere."""

import re
from dataclasses import replace
from itertools import islice

from data.reading.label_passages import (
    LONGEST,
    MOST_LABELS,
    cut_tail,
    in_other_letters,
    names_follow,
    read_passage,
    text_begins,
)
from data.reading.model import ImportedList, Span
from data.reading.text import symbols
from data.reading.text.passages import LEFT_OUT, Page, narrow, read_names, to_list, union, with_main_sponsors
from data.reading.text.split import LOOK, How, Split, with_suggestions
from data.reading.text.sponsor_counts import is_count, number_of_sponsors
from data.words import ADDITIONAL, FINAL, ORAL

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
    r"\b(?:co-?)?sponsored\s+by\s+(?=[A-Z\u0370-\uffff])|"
    r"(?<![^\n])[ \t]*(?:list\s+of\s+)?(?:co-?)?sponsors[ \t]*(?:[\[(]?\d{1,3}[\])]?)?[ \t]*\n|"
    r"(?<![^\n])[ \t]*(?:list\s+of\s+)?(?:co-?)?sponsors\s+(?:of|to|for)\s[^\n:]{3,120}\n|"
    r"(?:^|\n)[^\n:]{0,40}\b(?:auteurs|coauteurs|patrocinadores|copatrocinadores)\b[^\n:]{0,60}:",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?<![^\n])\W{0,4}(?:Additional|Further|New)\s+(?:co-?)?sponsors" + _COUNT.format("count"), re.IGNORECASE
)
_RES = re.compile(r"\b(?:A/HRC/)?RES/(\d{1,3}/\d{1,3})\b")
_GA_RES = re.compile(r"\bA/RES/(\d{1,3}/\d{1,3})\b")
_NEAR = 600
_LONGEST_PASTED = 30_000


def read_labelled(page: Page) -> list[ImportedList]:
    """A list under a label, with main sponsors apart where the page does so; [] where there is no such label. Names
    under "Additional co-sponsors" further down are a list of their own."""
    made = _first_list(page)
    if not made or made[0].stage == ADDITIONAL:
        return made
    one = made[0]
    on = page.day(one.resolution, one.document_symbol)
    label = _LATER.search(page.masked, min(s.span[0] for s in one.states))
    if label is None or not names_follow(page, label.end()):
        return made
    found, notes = cut_tail(read_passage(page, label.end(), on), page, label.end())
    about = {"document_symbol": one.document_symbol, "resolution": one.resolution, "stage": ADDITIONAL, "notes": notes}
    claimed = _number(page, label)
    later = to_list(page, "names under a label", found, claimed_count=claimed, **about)
    first = replace(
        one,
        stage=one.stage if one.stage == ORAL else "",
        states=tuple(s for s in one.states if s.span[1] <= label.start()),
        unresolved=tuple(u for u in one.unresolved if u.span[1] <= label.start()),
        on_behalf_of=tuple(o for o in one.on_behalf_of if o.span[1] <= label.start()),
        notes=tuple(n for n in one.notes if not n.startswith(LEFT_OUT)),
    )
    return [first, later] if found.states else made


def _first_list(page: Page) -> list[ImportedList]:
    symbol, resolution = symbols_of(page)
    on = page.day(resolution, symbol)
    co = next((m for m in islice(_CO.finditer(page.masked), MOST_LABELS) if names_follow(page, m.end())), None)
    main = _MAIN.search(page.masked)
    if main is None and co is not None:
        # Where both are headings, "Sponsors" are those who tabled it and "Co-sponsors" the others.
        main = _FIRST.search(page.masked, 0, co.start())
        main = main if main and names_follow(page, main.end()) else None
    if co is None and main is None:
        return _under_any_label(page, symbol, resolution)
    first = read_names(page, [_until(page, main.end(), co)], on) if main else Split()
    first, _ = cut_tail(first, page, main.end() if main else 0)
    rest, notes = cut_tail(read_passage(page, co.end(), on), page, co.end()) if co else (Split(), ())
    found = Split(
        list(with_main_sponsors(union(first.states), {s.iso3 for s in first.states})) + rest.states,
        first.unresolved + rest.unresolved,
        first.on_behalf_of + rest.on_behalf_of,
    )
    numbers = [number for m in (main, co) if (number := _number(page, m)) is not None]
    # A page that counts main sponsors apart claims both numbers together.
    claimed = sum(numbers) if numbers and (co is None or _number(page, co) is not None) else None
    stage = FINAL if main and co else ""
    about = {"document_symbol": symbol, "resolution": resolution, "stage": stage, "notes": notes}
    return [to_list(page, "page with labels", found, claimed_count=claimed, **about)] if found.states else []


def _under_any_label(page: Page, symbol: str, resolution: str) -> list[ImportedList]:
    on = page.day(resolution, symbol)
    for match in islice(_ANY.finditer(page.masked), MOST_LABELS):
        near = min(len(page.masked), match.end() + _NEAR)
        if not read_names(page, [(match.end(), near)], on, How(by_spaces=True, suggest=False)).states:
            continue
        found, notes = cut_tail(read_passage(page, match.end(), on), page, match.end())
        if len(found.states) >= 2 or (found.states and all(in_other_letters(u.as_written) for u in found.unresolved)):
            label = match[0].lower()
            claimed = number_of_sponsors(page.masked, *match.span())
            stage = stage_of(page, symbol, label)
            about = {"document_symbol": symbol, "resolution": resolution, "stage": stage, "notes": notes}
            return [to_list(page, "names under a label", found, claimed_count=claimed, **about)]
    return []


def stage_of(page: Page, symbol: str, label: str = "") -> str:
    """The stage that a label or a symbol tells; "" where a person has to say."""
    if "additional" in label or symbols.is_addendum(symbol) and symbols.DRAFT.fullmatch(symbol):
        return ADDITIONAL
    orally = re.search(r"as\s+orally\s+(?:revised|amended)", page.text[:4000], re.IGNORECASE)
    return ORAL if label and orally else ""


def _number(page: Page, label: re.Match[str] | None) -> int | None:
    """The number of sponsors in a label; a day ("Co-sponsors 12 November 2021:") is none."""
    counts = label is not None and label["count"] and is_count(page.masked, *label.span("count"))
    return int(label["count"]) if label and counts else None


def symbols_of(page: Page) -> tuple[str, str]:
    """The document and the resolution that a page is about, each "" where it does not say."""
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


def _until(page: Page, start: int, co: re.Match[str] | None) -> Span:
    end = co.start() if co and co.start() > start else min(len(page.masked), start + 600)
    return start, end


def read_plain(page: Page) -> list[ImportedList]:
    """A text that is a list of names and little else; [] where too little of it is names."""
    symbol, resolution = symbols_of(page)
    on = page.day(resolution, symbol)
    last = text_begins(page, 0, len(page.masked))
    end = min(last, _LONGEST_PASTED)
    cut = () if end == last else (f"Only the first {end:,} letters were read.",)
    found = read_names(page, [narrow(page.masked, 0, end)], on, LOOK)
    if _share(found) < 0.6:
        spaced = read_names(page, [(0, min(end, LONGEST))], on, How(by_spaces=True, suggest=False))
        if _share(spaced) < 0.8 or len(spaced.states) < 3:
            return []
        spaced.unresolved = with_suggestions(spaced.unresolved, page.masked, page.context.names, on)
        made = to_list(page, "pasted names", spaced, document_symbol=symbol, resolution=resolution)
        return [replace(made, notes=("The names were parted at spaces only: check those of several words.",))]
    found.unresolved = with_suggestions(found.unresolved, page.masked, page.context.names, on)
    about = {"document_symbol": symbol, "resolution": resolution, "stage": stage_of(page, symbol), "notes": cut}
    return [to_list(page, "pasted names", found, **about)] if found.states or found.on_behalf_of else []


def _share(found: Split) -> float:
    named = len(found.states) + len(found.on_behalf_of)
    strange = [u.as_written for u in found.unresolved if not in_other_letters(u.as_written)]
    lost = sum(max(1, len(written.split()) // 2) for written in strange)
    return named / (named + lost) if named else 0.0
