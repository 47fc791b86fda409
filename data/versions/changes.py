"""What changed from one version of the record to another: text by text, list by list, name by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.versions.version import Rows, Version

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
TEXT, LIST = "text", "list"
_SAID = {
    "used_for_analysis": "used",
    "completeness": "is",
    "unknown_states": "left open",
    "n_states": "number of names",
    "document_symbol": "document",
    "official_url": "UN document",
    "read_at": "where it was read",
    "source_title": "read in",
    "adopted_on": "day of adoption",
    "sponsor_coverage": "list of sponsors",
    "n_sponsors_read": "names read",
}
"""How columns are called, where their name does not say it."""


_ByKey = Mapping[str, Mapping[str, str]]
_Names = Mapping[str, Rows]


@dataclass(frozen=True)
class Change:
    """`subject`: text or list; `key`: its symbol or number; `what`: added, removed or changed; `said`: each change of
    it as a clause, such as "names added (2): Ghana, Kenya"."""

    subject: str
    key: str
    what: str
    said: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """ "list A/RES/74/146#final changed: names added (1): Kenya; is: partial, now complete." """
        told = f": {'; '.join(self.said)}" if self.said else ""
        return f"{self.subject} {self.key} {self.what}{told}."


def changes(old: Version, new: Version) -> list[Change]:
    """Every text and list that is not the same in both, texts first, by symbol. [] where nothing changed."""
    texts = _changed(TEXT, _by(old.resolutions, "resolution"), _by(new.resolutions, "resolution"), {}, {})
    lists = _by(old.lists, "list_id"), _by(new.lists, "list_id")
    return [*texts, *_changed(LIST, *lists, _names(old.sponsors), _names(new.sponsors))]


def _changed(subject: str, old: _ByKey, new: _ByKey, before: _Names, after: _Names) -> Iterator[Change]:
    """`old`, `new`: rows by their key; `before`, `after`: the names on each list, by the same key."""
    for key in sorted({*old, *new}):
        moved = _moved(before.get(key, []), after.get(key, []))
        if key not in old or key not in new:
            yield Change(subject, key, REMOVED if key in old else ADDED, tuple(moved))
        elif said := [*moved, *_fields(old[key], new[key])]:
            yield Change(subject, key, CHANGED, tuple(said))


def _moved(old: Rows, new: Rows) -> Iterator[str]:
    """The names that came and went, those written otherwise, and those with another part in it."""
    # by State; a row that stands for no State by how it is written
    before, after = ({row["iso3"] or row["state_as_written"]: row for row in rows} for rows in (old, new))
    for said, found in ((ADDED, set(after) - set(before)), (REMOVED, set(before) - set(after))):
        if found:
            rows = after if said == ADDED else before
            yield f"names {said} ({len(found)}): {', '.join(sorted(rows[key]['state_as_written'] for key in found))}"
    for key in sorted(set(before) & set(after)):
        one, other = before[key], after[key]
        if one["state_as_written"] != other["state_as_written"]:
            yield f"{key} written “{one['state_as_written']}”, now “{other['state_as_written']}”"
        if one["role"] != other["role"]:
            yield f"{other['state_as_written']}: {one['role']}, now {other['role']}"


def _fields(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for column in dict.fromkeys([*old, *new]):
        one, other = old.get(column, ""), new.get(column, "")
        if one != other:
            said = _SAID.get(column, column.replace("_", " "))
            yield f"{said}: {one or 'nothing'}, now {other or 'nothing'}"


def _by(rows: Rows, column: str) -> dict[str, dict[str, str]]:
    return {row[column]: row for row in rows}


def _names(sponsors: Rows) -> dict[str, Rows]:
    by_list: dict[str, Rows] = {}
    for row in sponsors:
        by_list.setdefault(row["list_id"], []).append(row)
    return by_list
