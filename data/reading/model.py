"""What a reader returns: a list as a document prints it, each name with the place where it stands; or its one error."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any, TypeVar

from data.words import ADDITIONAL, AS_ADOPTED, FINAL, ORAL, STATEMENT, TABLED, TABLED_REVISED, WITHDRAWN

Span = tuple[int, int]
"""Start and end of a passage in `ImportedList.text`, counted in characters."""

SPONSOR_STAGES = (TABLED, TABLED_REVISED, ADDITIONAL, ORAL, AS_ADOPTED, FINAL, WITHDRAWN, STATEMENT)
"""The stages of a list, in the order in which they come about."""

SINGLE_NAMES = (WITHDRAWN, STATEMENT)
"""Stages whose lists name single States: who else should be on them cannot be expected."""


class ImporterError(ValueError):
    """A file cannot be taken in. `file`, `place` and `remedy` are plain sentences for the person at the screen."""

    def __init__(self, file: str, place: str, remedy: str):
        self.file, self.place, self.remedy = file, place, remedy
        super().__init__(f"{file}: {place}. {remedy}")


@dataclass(frozen=True, slots=True)
class NamedState:
    """A name that means a State. `role`: sponsor or main sponsor; in a vote yes, no or abstain."""

    as_written: str
    iso3: str
    role: str = "sponsor"
    starred: bool = False
    span: Span = (0, 0)
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A passage that should be a name and means no State for sure; `suggestions`: (iso3, likeness), best first."""

    as_written: str
    span: Span = (0, 0)
    suggestions: tuple[tuple[str, float], ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OnBehalf:
    """A State that spoke for a group: no signature of the group's members, and none of its own."""

    as_written: str
    span: Span = (0, 0)
    speaker: str = ""


_Item = TypeVar("_Item", NamedState, Unresolved, OnBehalf)


def moved(item: _Item, by: int) -> _Item:
    """The same name in a text before which `by` more characters stand."""
    return replace(item, span=(item.span[0] + by, item.span[1] + by))


@dataclass(frozen=True)
class ImportedList:
    """One list (or roll call) as recognised, before anybody has accepted it.

    `kind` names the layout; `resolution` is "" where the document does not tell; `stage` is one of
    SPONSOR_STAGES, for a roll call the stage of the vote, or "" where a person must say. `document_symbol` is the
    draft; `named_in` the documents that print these names, where a record tells and they are others ("A/68/456/Add.2").
    `claimed_count` is a number that the document itself gives; `claimed_votes` the same for a vote (yes, no, abstain).
    `withdrawn`: who took the name back and is therefore not on this list. `scanned`: the pages of the document, counted
    from 1, on which it stands and that were read by OCR. `text` is the normalised text into which all
    spans point."""

    kind: str
    text: str
    document_symbol: str = ""
    resolution: str = ""
    stage: str = ""
    date: str = ""
    title: str = ""
    states: tuple[NamedState, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    on_behalf_of: tuple[OnBehalf, ...] = ()
    claimed_count: int | None = None
    claimed_votes: tuple[int, int, int] | None = None
    notes: tuple[str, ...] = ()
    withdrawn: tuple[NamedState, ...] = field(default=())
    named_in: str = ""
    scanned: tuple[int, ...] = ()

    @property
    def iso3(self) -> set[str]:
        """The codes of the States on the list."""
        return {state.iso3 for state in self.states}

    @property
    def spans(self) -> list[Span]:
        """The passages that were read as a name, understood or not."""
        items: tuple[NamedState | Unresolved | OnBehalf, ...] = (*self.states, *self.unresolved, *self.on_behalf_of)
        return [item.span for item in items]

    @property
    def is_vote(self) -> bool:
        """Whether this is a roll call and not a list of sponsors."""
        return self.kind.startswith("vote")

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON, without the text, which may be a whole volume."""
        values = asdict(self)
        del values["text"]
        return values


def from_dict(values: dict[str, Any]) -> ImportedList:
    """A list again, out of `as_dict` with its `text`, also by way of JSON. Raises TypeError, KeyError or ValueError."""
    votes = values["claimed_votes"]
    return ImportedList(
        **{
            **values,
            "states": _items(NamedState, values["states"]),
            "withdrawn": _items(NamedState, values["withdrawn"]),
            "unresolved": tuple(
                replace(one, suggestions=tuple((code, likeness) for code, likeness in one.suggestions))
                for one in _items(Unresolved, values["unresolved"])
            ),
            "on_behalf_of": _items(OnBehalf, values["on_behalf_of"]),
            "claimed_votes": tuple(votes) if votes else None,
            "notes": tuple(values["notes"]),
            "scanned": tuple(values["scanned"]),
        }
    )


def _items(kind: type[_Item], values: list[dict[str, Any]]) -> tuple[_Item, ...]:
    return tuple(kind(**{**item, "span": tuple(item["span"])}) for item in values)
