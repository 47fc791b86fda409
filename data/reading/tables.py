"""Tables of sponsors or votes: CSV and XLSX, in the layout of sponsors.csv or with columns the user maps.

Each row names one State. Columns are found by their headings or given by `mapping`; rows are grouped by
resolution, stage and document. A name and a code that disagree are left to a person."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from data.reading.cells import columns, heading, looks_like_table, mark_columns, role_of, says_no, tells
from data.reading.context import Context
from data.reading.model import SPONSOR_STAGES, ImportedList, ImporterError, NamedState, Unresolved
from data.reading.text import symbols
from data.reading.text.passages import Page, read_one, to_list
from data.reading.text.split import How, Split

_SAID = {
    "yes": "yes, y, in favour, in favor, for, oui, sí",
    "no": "no, n, against, non",
    "abstain": "abstain, a, abstaining, abstention, abstained",
}
_VOTES = {said: vote for vote, words in _SAID.items() for said in words.split(", ")}
_CODE = 3  # codes of two or three letters stand in many columns and are no names
_Row = tuple[list[str], list[int]]
"""The cells of a row, and where each starts in the text of its table."""
_Key = tuple[str, str, str, bool]
"""Which list a row belongs to: text, stage, document, and whether it is a vote."""
_NOT_VOTING = {"", "x", "absent", "non-voting", "not voting", "-"}


def read_table(
    rows: list[list[str]], name: str, context: Context, mapping: Mapping[str, int] | None = None, about: str = ""
) -> list[ImportedList]:
    """Lists from the rows of a table. `mapping`: what a column holds (a name of HEADINGS) -> its number from 0. Without
    a mapping the first row must be headings. Raises ImporterError where no column names States."""
    first = heading(rows) or 0
    above = " ".join(cell for row in rows[:first] for cell in row)
    rows = rows[first:]
    where = dict(mapping) if mapping else columns(rows[0]) if rows else {}
    if not {"state", "iso3"} & set(where):
        raise ImporterError(
            name, "no column is headed “state” or “iso3”", "Say which column holds the States, or name it so."
        )
    body = rows if mapping and not looks_like_table(rows) else rows[1:]
    text, starts = _as_text(body)
    page, read = Page(text, text, context, about), list(zip(body, starts, strict=True))
    title = symbols.tidy(m[0]) if (m := symbols.FIND.search(above)) else ""
    marks = []
    if not mapping and not {"role", "vote"} & set(where):
        marks = mark_columns(body, max(map(len, rows)), where.values())
    heads = {at: rows[0][at].strip() if at < len(rows[0]) else "" for at in marks}
    unclear = [at for at in marks if not tells(heads[at], body, at) and says_no(body, at)]
    marks = [at for at in marks if tells(heads[at], body, at)]
    if not marks:
        plain = _grouped(page, read, where, title)
        if unclear:
            return [_left_open(one, heads[unclear[0]] or str(unclear[0] + 1)) for one in plain]
        return plain if mapping else _with_unread(page, read, where, rows[0], plain)
    made = []
    for at in marks:
        head = heads[at]
        known = head if context.resolution(head) else ""
        named = known or (symbols.tidy(m[0]) if (m := symbols.FIND.search(head)) else title)
        note = f"Counted are the rows that the column “{head or at + 1}” marks."
        made += [
            replace(one, title=one.title or head, notes=(note, *one.notes))
            for one in _grouped(page, read, {**where, "mark": at}, named)
        ]
    return made


def _grouped(page: Page, read: list[_Row], where: Mapping[str, int], title: str) -> list[ImportedList]:
    """One list for each resolution, stage and document; `title`: the symbol where no column gives one."""
    groups: dict[_Key, Split] = defaultdict(Split)
    for row, starts in read:
        cell = {what: row[at].strip() if at < len(row) else "" for what, at in where.items()}
        if cell.get("state") or cell.get("iso3"):
            key = (
                cell.get("resolution", ""),
                cell.get("stage", ""),
                cell.get("document_symbol", "") or (title if not cell.get("resolution") else ""),
                "vote" in where,
            )
            _take(page, groups[key], cell, {w: starts[at] for w, at in where.items() if at < len(row)})
    return [
        _list(page, key, split_)
        for key, split_ in groups.items()
        if split_.states or split_.unresolved or split_.on_behalf_of
    ]


def _left_open(one: ImportedList, head: str) -> ImportedList:
    """The list with nobody on it: a column says yes or no of each State, and not of what."""
    reason = f"the column “{head}” says yes or no, and not whether that means sponsor: say what each column holds"
    asked = [Unresolved(s.as_written, s.span, ((s.iso3, 1.0),), reason) for s in one.states]
    return replace(one, states=(), unresolved=(*asked, *one.unresolved))


def _with_unread(
    page: Page, read: list[_Row], where: Mapping[str, int], head: list[str], made: list[ImportedList]
) -> list[ImportedList]:
    """The list of a table, with the States that only columns name which were not read as not resolved."""
    if len(made) != 1:
        return made
    held = made[0].iso3 | {iso3 for u in made[0].unresolved for iso3, _ in u.suggestions}
    rows = {row[at].strip().lower() for row, _ in read for at in where.values() if at < len(row)}
    more = {}
    for row, starts in read:
        for at, cell in enumerate(row):
            iso3 = page.context.names.resolve(cell) if at not in where.values() and len(cell) > _CODE else None
            if iso3 and iso3 not in held and iso3 not in more and cell.strip().lower() not in rows:
                title = head[at].strip() if at < len(head) else ""
                span = (starts[at], starts[at] + len(cell))
                reason = f"it stands in the column “{title or at + 1}”, which was not read"
                more[iso3] = Unresolved(cell.strip(), span, ((iso3, 1.0),), reason)
    return [replace(made[0], unresolved=made[0].unresolved + tuple(more.values()))]


def _as_text(body: list[list[str]]) -> tuple[str, list[list[int]]]:
    """The rows as lines with tabs, and where each cell starts: what the spans of a table point into."""
    text, starts = [], []
    at = 0
    for row in body:
        places = []
        for cell in row:
            places.append(at)
            clean = re.sub(r"[\t\r\n]", " ", cell)
            text.append(clean + "\t")
            at += len(clean) + 1
        text.append("\n")
        at += 1
        starts.append(places)
    return "".join(text), starts


def _take(page: Page, to: Split, cell: dict[str, str], starts: dict[str, int]) -> None:
    role = _role(cell)
    if role is None:
        return
    code = cell.get("iso3", "").upper()
    on = page.day(cell.get("resolution", ""), cell.get("document_symbol", ""))
    what = "state" if cell.get("state") else "iso3"
    start = starts[what] + len(page.text[starts[what] :]) - len(page.text[starts[what] :].lstrip(" "))
    span = (start, start + len(cell[what]))
    if what == "iso3":
        known = code in page.context.names.codes()
        if known:
            to.states.append(NamedState(code, code, role, span=span))
        else:
            to.unresolved.append(Unresolved(cell["iso3"], span, (), "not the code of a Member or observer State"))
        return
    found = read_one(page, span, on, How(role=role))
    if len(found.states) == 1 and code and found.states[0].iso3 != code:
        reason = f"the name means {found.states[0].iso3}, the code says {code}"
        pair = ((found.states[0].iso3, 1.0), (code, 1.0)) if code in page.context.names.codes() else ()
        to.unresolved.append(Unresolved(cell["state"], span, pair, reason))
        return
    if role not in ("sponsor", "main sponsor", "yes", "no", "abstain"):
        to.unresolved += [
            Unresolved(s.as_written, s.span, ((s.iso3, 1.0),), f"“{role}” is no vote or role") for s in found.states
        ]
        return
    to.states += found.states
    to.unresolved += found.unresolved
    to.on_behalf_of += found.on_behalf_of


def _role(cell: dict[str, str]) -> str | None:
    """The role of a row; None where a State did not vote; the cell itself where it says something else."""
    if "vote" in cell:
        vote = cell["vote"].lower()
        return None if vote in _NOT_VOTING else _VOTES.get(vote, cell["vote"])
    if "mark" in cell:
        return role_of(cell["mark"])
    return role_of(cell["role"]) if cell.get("role") else "sponsor"


def _list(page: Page, key: _Key, found: Split) -> ImportedList:
    resolution, stage, symbol, is_vote = key
    kind = "vote: table" if is_vote else "table"
    known = page.context.resolution_of(resolution, symbol) or (symbol if page.context.resolution(symbol) else "")
    plain = stage.lower()
    kept = stage if is_vote or plain not in SPONSOR_STAGES else plain
    about = {"document_symbol": symbol or resolution, "resolution": known or resolution}
    made = to_list(page, kind, found, stage=kept if is_vote or plain in SPONSOR_STAGES else "", **about)
    if stage and not made.stage:
        return replace(made, notes=(f"The table calls the stage “{stage}”, which is none of ours: choose it.",))
    return made
