"""Records of the UN Digital Library as MARCXML: drafts with their sponsors, and recorded votes.

Draft: 191 symbol, 245 $c sponsors as printed, 710 one sponsor a field, 515 notes on additional, original and removed
sponsors, 269 date, 991 agenda item, 993 resolution and report. Vote: 967 one State a field ($e name, $d Y, N or A),
791 resolution, 996 totals. Versions of one draft are joined to one resolution.
"""

from __future__ import annotations

import io
import re
import xml.sax
from dataclasses import replace
from datetime import date

import pymarc

from data.importers import symbols
from data.importers.context import Context
from data.importers.errors import ImporterError
from data.importers.model import ImportedList, NamedState, Span, Unresolved
from data.importers.normalise import normalise
from data.importers.passages import Page, list_end, narrow, read_names, read_one, to_list, union
from data.importers.safe_open import refuse_dtd
from data.importers.splitting import Split

MAX_RECORDS = 5000
_READ = ("001", "191", "245", "269", "515", "500", "710", "791", "967", "991", "993", "996")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|"
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));",
    re.IGNORECASE,
)
_ADDITIONAL = re.compile(
    r"\b(?:additional|added)\s+(?:co-?)?sponsors?\s*(?:\([^)]*\))?\s*:\s*", re.IGNORECASE
)
_ORIGINAL = re.compile(r"\boriginal\s+(?:co-?)?sponsors?\s*:?\s*", re.IGNORECASE)
_REMOVED = re.compile(
    r"(?P<list>[^.:]+?)\s*[,(:–-]?\s*(?:(?:was|were|has|have|had|subsequently|later)\s+(?:been\s+)?)?"
    r"(?:(?:removed|withdrawn|withdrew)\s+from\s+(?:the\s+)?(?:list|(?:co-?)?sponsors)(?![^.:]{0,40}:)|"
    r"withdr(?:ew|awn)\s+(?:(?:its|their)\s+(?:co-?)?sponsorship|as\s+(?:an?\s+)?(?:co-?)?sponsors?))|(?:removed\s+from\s+(?:the\s+)?list[^:]*|withdrawn\s+(?:co-?)?sponsors?)\s*:\s*"
    r"(?P<after>[^.]+)",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\b(?:removed|withdr[ae]wn?|withdrawal)\b", re.IGNORECASE)
_IN_DOCUMENT = re.compile(rf"\(\s*(?P<symbol>{symbols.SYMBOL})[^)]*\)")
_MORE = re.compile(r"\[?\s*(?:\.\.\.|…)?\s*(?:et\s+al\.?|and\s+(?:\d+\s+)?others?)\s*\]?", re.IGNORECASE)
_ONLY_710 = "in field 710 only, not among the sponsors printed in field 245: see the document"
_SUBMITTED = re.compile(r"^\s*/?\s*(?:submitted\s+by|sponsors?)\s*:?\s*", re.IGNORECASE)


def read_marcxml(source: str, name: str, context: Context) -> list[ImportedList]:
    """The lists and roll calls of one or many records. Raises ImporterError where they cannot be read."""
    refuse_dtd(source, name)
    # The declaration may name an encoding that no longer holds: the text has been decoded already.
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", source.lstrip("\ufeff"))
    # Records in the wild carry control characters, which XML forbids; another export would have them too.
    body = _CONTROL.sub(" ", body)
    try:
        records = pymarc.parse_xml_to_array(io.BytesIO(body.encode("utf-8")), strict=False)
    except (xml.sax.SAXException, pymarc.exceptions.PymarcException, ValueError, KeyError, AttributeError,
            TypeError, IndexError) as error:  # fmt: skip
        line = getattr(error, "getLineNumber", lambda: None)()
        place = f"line {line} is no proper XML" if line else "it is no proper MARCXML"
        raise ImporterError(name, place, "Export the record again from the UN Digital Library.") from None
    records = [record for record in records if record is not None]
    if not records:
        raise ImporterError(
            name, "it holds no MARC record", "Export it as MARCXML from the UN Digital Library."
        )
    if len(records) > MAX_RECORDS:
        raise ImporterError(name, f"it holds {len(records)} records", "Export only the records you need.")
    made: list[ImportedList] = []
    for record in records:
        page, places = _page(record, context)
        made += [_vote(page, places)] if places.get("967e") else _draft(page, places)
    return _join(made)


def _page(record: pymarc.Record, context: Context) -> tuple[Page, dict[str, list[Span]]]:
    """The fields that matter as text, one a line, and where each subfield stands in it."""
    text, places = "", {}
    for field in record.fields:
        if field.tag not in _READ:
            continue
        line = f"{field.tag}"
        parts = (
            [("", field.data or "")]
            if field.is_control_field()
            else [(s.code, s.value) for s in field.subfields]
        )
        for code, value in parts:
            value = " ".join(normalise(value or "")[0].split())
            line += f" ${code} " if code else " "
            start = len(text) + len(line)
            line += value
            places.setdefault(f"{field.tag}{code}", []).append((start, start + len(value)))
        text += line + "\n"
    return Page(text, text, context), places


def _values(page: Page, places: dict[str, list[Span]], key: str) -> list[str]:
    return [page.text[slice(*span)].strip() for span in places.get(key, [])]


def _facts(page: Page, places: dict[str, list[Span]]) -> dict[str, str]:
    own = [symbols.tidy(s) for s in _values(page, places, "191a") + _values(page, places, "791a")]
    related = [symbols.tidy(s) for s in _values(page, places, "993a")]
    resolutions = [s for s in own + related if "/RES/" in s]
    symbol = next((s for s in own if symbols.DRAFT.fullmatch(s)), own[0] if own else "")
    known = page.context.resolution_of(*own, *resolutions)
    title = " ".join(_values(page, places, "245a") + _values(page, places, "245b")).strip(" /:")
    day = next((d for d in _values(page, places, "269a") if re.fullmatch(r"\d{4}-\d\d-\d\d", d)), "")
    return {
        "document_symbol": symbol, "resolution": known or (resolutions[0] if resolutions else ""),
        "title": title[:300], "date": day,
    }  # fmt: skip


def _draft(page: Page, places: dict[str, list[Span]]) -> list[ImportedList]:
    facts = _facts(page, places)
    symbol = facts["document_symbol"]
    on = page.day(facts["resolution"], symbol, written=facts["date"])
    fields = [read_one(page, span, on) for span in places.get("710a", [])]
    one_a_field = Split(
        [s for f in fields for s in f.states], [u for f in fields for u in f.unresolved if u.suggestions],
        [o for f in fields for o in f.on_behalf_of],
    )  # fmt: skip
    printed, notes = _printed(page, places, on)
    partial = bool(notes)
    tabled = printed if printed.states or printed.on_behalf_of else one_a_field
    made: list[ImportedList] = []
    notes += _numbers(page, places)
    added, removed, more = _notes_on_sponsors(page, places, on)
    named = {s.iso3 for s in (*tabled.states, *removed)} | {a.iso3 for one, _ in added for a in one.states}
    named |= {o.speaker for o in tabled.on_behalf_of}
    only = [s for s in one_a_field.states if s.iso3 not in named]
    if only and partial:
        tabled.states += only
        notes.append("The sponsors after “others” are those of field 710, which may not name all.")
    elif only:
        tabled.unresolved += [Unresolved(s.as_written, s.span, ((s.iso3, 1.0),), _ONLY_710) for s in only]
    if tabled.states or tabled.on_behalf_of:
        stage = "additional" if symbols.is_addendum(symbol) else "tabled revised" if symbols.is_revision(symbol) \
            else "tabled"  # fmt: skip
        made.append(
            to_list(page, "library record: draft", tabled, stage=stage, notes=tuple(notes + more), **facts)
        )
    for one, document in added:
        made.append(
            to_list(
                page,
                "library record: additional sponsors",
                one,
                stage="additional",
                **{**facts, "document_symbol": document or symbol},
            )  # fmt: skip
        )
    if made and (added or removed):
        made.append(_all(page, facts, made, added, removed))
    return made


def _printed(page: Page, places: dict[str, list[Span]], on: date | None) -> tuple[Split, list[str]]:
    whole, notes = Split(), []
    for start, end in places.get("245c", []):
        if match := _SUBMITTED.match(page.text[start:end]):
            start += match.end()
        if match := _MORE.search(page.text, start, end):
            notes.append("The record says that there are others whom it does not name: the list is partial.")
            end = match.start()
        part = read_names(page, [narrow(page.text, start, end)], on)
        whole.states += part.states
        whole.unresolved += part.unresolved
        whole.on_behalf_of += part.on_behalf_of
    return whole, notes


def _numbers(page: Page, places: dict[str, list[Span]]) -> list[str]:
    record = _values(page, places, "001")
    return [f"UN Digital Library record {record[0]}: https://digitallibrary.un.org/record/{record[0]}"] if record \
        and record[0].isdigit() else []  # fmt: skip


def _notes_on_sponsors(
    page: Page, places: dict[str, list[Span]], on: date | None
) -> tuple[list[tuple[Split, str]], list[NamedState], list[str]]:
    """From the notes (515, 500): additional sponsors with their document, removed ones, other remarks."""
    added: list[tuple[Split, str]] = []
    removed: list[NamedState] = []
    remarks: list[str] = []
    for start, end in places.get("515a", []) + places.get("500a", []):
        note = page.text[start:end]
        if match := _ADDITIONAL.search(note):
            begin = start + match.end()
            document = _IN_DOCUMENT.search(page.text, begin, end)
            stop = document.start() if document else min(end, list_end(page.text, begin, page.context.names))
            found = read_names(page, [narrow(page.text, begin, stop)], on)
            added.append((found, symbols.tidy(document["symbol"]) if document else ""))
            # Notes may be run together in one field: what follows is read for removals.
            note, start = (
                page.text[(document.end() if document else stop) : end],
                document.end() if document else stop,
            )
        before = len(removed)
        for match in _REMOVED.finditer(note):
            group = "list" if match["list"] else "after"
            s, e = (start + i for i in match.span(group))
            removed += read_names(page, [narrow(page.text, s, e)], on).states
        unread = len(removed) == before and _LEFT.search(note)
        if unread or _ORIGINAL.search(note) or "original sponsor" in note.lower():
            remarks.append(f"Note in the record: {note.strip()}")
    return added, removed, remarks


def _all(
    page: Page, facts: dict[str, str], made: list[ImportedList], added: list[tuple[Split, str]],
    removed: list[NamedState],
) -> ImportedList:  # fmt: skip
    out = {state.iso3 for state in removed}
    states = [s for s in union(*(one.states for one in made)) if s.iso3 not in out]
    documents = [facts["document_symbol"], *(d for _, d in added if d)]
    notes = ["Made up from the sponsors printed on the draft and from the record's notes."]
    if removed:
        notes.append("Removed from the list: " + ", ".join(s.as_written for s in removed))
    everything = Split(
        states, [u for one in made for u in one.unresolved], [o for one in made for o in one.on_behalf_of]
    )
    return to_list(
        page, "library record: all sponsors", everything, stage="final", notes=tuple(notes),
        withdrawn=tuple(removed), **{**facts, "document_symbol": " and ".join(dict.fromkeys(documents))},
    )  # fmt: skip


def _vote(page: Page, places: dict[str, list[Span]]) -> ImportedList:
    facts = _facts(page, places)
    on = page.day(facts["resolution"], facts["document_symbol"], written=facts["date"])
    found = Split()
    votes = {"Y": "yes", "N": "no", "A": "abstain"}
    for line in re.finditer(r"^967 .*$", page.text, re.MULTILINE):
        cast = re.search(r"\$d ([YNA])\b", line[0])
        if not cast:
            continue  # present, absent or not a member: no vote
        name = re.search(r"\$e ([^$\n]+)", line[0])
        code = re.search(r"\$c ([A-Z]{3})\b", line[0])
        span = (line.start() + name.start(1), line.start() + name.end(1)) if name else line.span()
        one = read_one(page, span, on, role=votes[cast[1]])
        found.states += one.states
        known = (code[1], 1.0) if code and code[1] in page.context.names.codes() else None
        for item in one.unresolved:
            found.unresolved.append(
                replace(item, suggestions=((known,) if known else ()) + item.suggestions[:2])
            )
    totals = [_values(page, places, f"996{c}") for c in "bcd"]
    claimed = tuple(int(t[0]) for t in totals if t and t[0].isdigit())
    place = facts["resolution"] or facts["document_symbol"]
    stage = (
        "HRC plenary"
        if "HRC" in place
        else "CHR plenary"
        if place.startswith(("CHR", "E/CN.4"))
        else "plenary"
    )
    return to_list(
        page, "vote: library record", found, stage=stage,
        claimed_votes=claimed if len(claimed) == 3 else None, **facts,
    )  # fmt: skip


def _join(made: list[ImportedList]) -> list[ImportedList]:
    """Versions of one draft belong to one resolution: what one record tells holds for the others."""
    known: dict[str, str] = {}
    for one in made:
        if one.resolution and one.document_symbol:
            known.setdefault(symbols.root(one.document_symbol.split(" and ")[0]), one.resolution)
    return [
        one if one.resolution
        else replace(one, resolution=known.get(symbols.root(one.document_symbol.split(" and ")[0]), ""))
        for one in made
    ]  # fmt: skip
