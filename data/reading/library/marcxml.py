"""Records of the UN Digital Library as MARCXML: drafts with their sponsors, and recorded votes.

Draft: 191 symbol, 245 title ($c sponsors as printed), 710 one sponsor a field, notes (515, 500, 591) on additional,
original and removed sponsors, 269 date, 993 resolution and report. Vote: 967 one State a field ($e name, $d Y, N or A),
791 resolution, 996 totals. An amendment's sponsors are no sponsors of the draft: its record gives no list."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from data.reading.context import Context
from data.reading.library.draft_kinds import kind_of, stage_of_title
from data.reading.library.lists import PARTIAL, Title, lists_of, printed_names, with_resolutions
from data.reading.library.marc_records import Fields, records
from data.reading.library.notes import read_notes
from data.reading.library.votes import vote_of
from data.reading.model import ImportedList, NamedState, Span, Unresolved
from data.reading.proceedings.amendments import refusal
from data.reading.text import symbols
from data.reading.text.normalise import normalise
from data.reading.text.passages import Page, read_one
from data.reading.text.split import How, Split

_READ = frozenset(("001", "191", "245", "269", "500", "515", "591", "710", "791", "967", "993", "996"))
_NOTES = ("515", "500", "591")
_RESOLUTION = re.compile(r"\b(?:A|A/HRC|E/CN\.4)/RES/(?:S-)?\d+/\d+(?![\d.])")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_MOST_SUGGESTIONS = 300
_LIKELY = 0.75
_ONLY_710 = "in field 710 only, not among the sponsors printed in field 245: see the document"


def read_marcxml(source: str, name: str, context: Context) -> list[ImportedList]:
    """The lists and roll calls of one or many records; [] where all are of other documents than drafts. Raises
    ImporterError where they cannot be read, or all are of amendments."""
    made: list[ImportedList] = []
    amendments: list[str] = []
    strange: set[str] = set()
    for fields in records(source, name):
        record = _Record.of(fields, context, len(strange) < _MOST_SUGGESTIONS)
        if record.is_amendment():
            amendments.append(record.facts["document_symbol"] or record.facts["title"][:60])
            continue
        found = record.lists()
        strange |= record.asked
        made += found
    if amendments and not made:
        raise refusal(name)
    made = with_resolutions(made)
    if amendments:
        left_out = f"Left out, being amendments, whose sponsors do not sponsor the draft: {', '.join(amendments[:20])}."
        made[0] = replace(made[0], notes=(*made[0].notes, left_out))
    return made


@dataclass
class _Record:
    """One record: the fields that matter as text, one a line, and where each subfield stands in it."""

    page: Page
    places: dict[str, list[Span]]
    suggest: bool
    facts: dict[str, str] = field(default_factory=dict)
    on: date | None = None
    asked: set[str] = field(default_factory=set)  # what is no known name

    @classmethod
    def of(cls, fields: Fields, context: Context, suggest: bool) -> "_Record":
        """A record of these fields. `suggest`: whether likely names are looked up for what is not known."""
        parts: list[str] = []
        places: dict[str, list[Span]] = {}
        at = 0
        for tag, subfields in fields:
            if tag not in _READ:
                continue
            line = tag
            for code, value in subfields:
                if code.isdigit():
                    continue  # what links the library's own files
                line += f" ${code} " if code else " "
                start = at + len(line)
                line += _clean(value)
                places.setdefault(f"{tag}{code}", []).append((start, at + len(line)))
            parts.append(line)
            at += len(line) + 1
        text = "\n".join([*parts, ""])
        record = cls(Page(text, text, context), places, suggest)
        record.facts = record._facts()
        record.on = record.page.day(
            record.facts["resolution"], record.facts["document_symbol"], written=record.facts["date"]
        )
        return record

    def _values(self, *keys: str) -> list[str]:
        return [self.page.text[slice(*span)].strip() for key in keys for span in self.places.get(key, [])]

    def _facts(self) -> dict[str, str]:
        own = [symbols.tidy(s) for s in self._values("191a", "791a")]
        symbol = next((s for s in own if symbols.DRAFT.fullmatch(s)), own[0] if own else "")
        told = dict.fromkeys(m[0] for value in (*own, *self._values("993a")) for m in _RESOLUTION.finditer(value))
        resolution = self.page.context.resolution_of(*own, *told) or (next(iter(told)) if len(told) == 1 else "")
        day = next((m for value in self._values("269a") if (m := _DAY.fullmatch(value))), None)
        title = " ".join(self._values("245a", "245b")).strip(" /:")
        return {"document_symbol": symbol, "resolution": resolution, "title": title[:300], "date": _iso(day)}

    def is_amendment(self) -> bool:
        """Whether it is a record of an amendment to a draft, and of no vote."""
        return "967e" not in self.places and kind_of(" ".join(self._values("245a", "245b"))) == "amendment"

    def lists(self) -> list[ImportedList]:
        """The roll call, or the lists of sponsors; [] for a document that is no draft."""
        notes = [span for tag in _NOTES for span in self.places.get(f"{tag}a", [])]
        told = read_notes(self.page, notes, self.on, self.suggest)
        if "967e" in self.places:
            totals = [self._values(f"996{code}") for code in "bcd"]
            return [vote_of(self.page, totals, self.on, told.remarks, self.facts)]
        title = " ".join(self._values("245a", "245b"))
        kind = kind_of(title)
        if kind == "other" or not kind and "/L." not in self.facts["document_symbol"]:
            return []
        printed, partial = Split(), False
        for span in self.places.get("245c", []):
            part, more = printed_names(self.page, span, self.on, self.suggest)
            printed = Split(
                printed.states + part.states,
                printed.unresolved + part.unresolved,
                printed.on_behalf_of + part.on_behalf_of,
            )
            partial |= more
        remarks = [PARTIAL] if partial else []
        self.asked |= {u.as_written for part in (printed, told.added, told.withdrawn) for u in part.unresolved}
        if not (printed.states or printed.on_behalf_of):
            printed = self._instead_of(printed)
        elif only := self._only_in_710(printed, {s.iso3 for s in (*told.added.states, *told.withdrawn.states)}):
            if partial:
                printed.states += only
                remarks.append("The sponsors after “others” are those of field 710, which may not name all.")
            else:
                printed.unresolved += [Unresolved(s.as_written, s.span, ((s.iso3, 1.0),), _ONLY_710) for s in only]
        number = next((n for n in self._values("001") if n.isdigit()), "")
        if number:
            remarks.append(f"UN Digital Library record {number}: https://digitallibrary.un.org/record/{number}")
        return lists_of(self.page, Title(printed, remarks, stage_of_title(title)), told, self.facts)

    def _instead_of(self, printed: Split) -> Split:
        """The sponsors of field 710, one a field, where the title prints none; else misprints there."""
        whole = Split()
        for span in self.places.get("710a", []):
            one = read_one(self.page, span, self.on, How(suggest=self.suggest))
            whole.states += one.states
            # A body or a group is no misprint of a State.
            whole.unresolved += [u for u in one.unresolved if u.suggestions]
            whole.on_behalf_of += one.on_behalf_of
        if whole.states or whole.on_behalf_of:
            return whole
        misprints = any(u.suggestions and u.suggestions[0][1] >= _LIKELY for u in printed.unresolved)
        return printed if misprints else whole

    def _only_in_710(self, printed: Split, told: set[str]) -> list[NamedState]:
        named = told | {s.iso3 for s in printed.states} | {spoken.speaker for spoken in printed.on_behalf_of}
        only = {}
        for span in self.places.get("710a", []):
            iso3 = self.page.context.names.resolve(self.page.text[slice(*span)], self.on)
            if iso3 and iso3 not in named and iso3 not in only:
                only[iso3] = read_one(self.page, span, self.on).states
        return [state for states in only.values() for state in states]


def _clean(value: str) -> str:
    """One line of text; what is plain ASCII needs no repair."""
    if value.isascii() and "&" not in value:
        return " ".join(value.split())
    return " ".join(normalise(value)[0].split())


def _iso(day: re.Match[str] | None) -> str:
    try:
        return date(int(day[1]), int(day[2]), int(day[3])).isoformat() if day else ""
    except ValueError:
        return ""
