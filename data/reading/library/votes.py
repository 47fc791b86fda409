"""Recorded votes in library records: one State a field 967, totals in 996."""

import re
from dataclasses import replace
from datetime import date

from data.reading.library.draft_kinds import kind_of
from data.reading.model import ImportedList, Unresolved
from data.reading.text.passages import Page, read_one, to_list
from data.reading.text.split import How, Split

_SAID = {"yes": "y yes", "no": "n no", "abstain": "a abstain abstained abstention abstaining"}
_CAST = {said: vote for vote, words in _SAID.items() for said in words.split()}
_NONE_CAST = {"", "x", "nv", "absent", "non-voting", "not voting", "present", "-", "np"}
_LINE = re.compile(r"^967 .*$", re.MULTILINE)
_PART = re.compile(r"\$(\w) ([^$\n]*)")


def vote_of(
    page: Page, totals: list[list[str]], on: date | None, notes: list[str], facts: dict[str, str]
) -> ImportedList:
    """The roll call of one record. `totals`: what fields 996 $b $c $d say of yes, no and abstentions."""
    found = Split()
    for line in _LINE.finditer(page.text):
        _take(page, line, on, found)
    claimed = tuple(int(t[0]) for t in totals if t and t[0].isdigit())
    place = facts["resolution"] or facts["document_symbol"]
    stage = "HRC plenary" if "HRC" in place else "CHR plenary" if place.startswith(("CHR", "E/CN.4")) else "plenary"
    if kind_of(facts["title"]) == "amendment":
        stage = f"amendment {facts['document_symbol']}".strip()
    about = {"stage": stage, "notes": tuple(notes), "claimed_votes": claimed if len(claimed) == 3 else None, **facts}
    return to_list(page, "vote: library record", found, **about)


def _take(page: Page, line: re.Match[str], on: date | None, found: Split) -> None:
    parts = {m[1]: m for m in _PART.finditer(line[0])}
    mark = parts["d"][2].strip() if "d" in parts else ""
    if mark.lower().strip(".") in _NONE_CAST:
        return  # absent, or not a member: no vote
    code = next((parts[c][2].strip() for c in "cb" if c in parts and re.fullmatch(r"[A-Z]{3}\s*", parts[c][2])), "")
    name = parts.get("e") or parts.get("c") or parts.get("b")
    span = (line.start() + name.start(2), line.start() + name.end(2)) if name else line.span()
    role = _CAST.get(mark.lower().strip("."))
    one = read_one(page, (span[0], span[0] + len(page.text[slice(*span)].rstrip())), on, How(role=role or "sponsor"))
    if role is None:
        found.unresolved += [
            Unresolved(s.as_written, s.span, ((s.iso3, 1.0),), f"“{mark}” is no vote") for s in one.states
        ]
    else:
        found.states += one.states
    known = ((code, 1.0),) if code in page.context.names.codes() else ()
    found.unresolved += [replace(item, suggestions=known + item.suggestions[:2]) for item in one.unresolved]
