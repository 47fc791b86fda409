"""A recognised list after a person's corrections: what they chose, changed, left out and added. Nothing is guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from data.reading.documents.document_text import read_by_ocr
from data.reading.model import ImportedList, NamedState, Unresolved
from files.harmless import neutral

LEAVE_OUT = "leave out"
COLUMNS = ("On the list", "As written", "Means", "Role", "Remark")


@dataclass(frozen=True)
class Corrected:
    """The list as corrected, and a note on what a person changed. `undecided`: what still means nothing for sure."""

    one: ImportedList
    undecided: tuple[Unresolved, ...]
    note: str


@dataclass(frozen=True)
class Said:
    """What a person said of a list. `edited`: the frame as edited; `decided`: place of an uncertain passage -> (code or
    LEAVE_OUT, role); `added`: role -> codes of States that the reading missed."""

    edited: pd.DataFrame
    decided: Mapping[int, tuple[str, str]]
    added: Mapping[str, Sequence[str]]


def frame(one: ImportedList, names: Mapping[str, str], roles: Mapping[str, str]) -> pd.DataFrame:
    """One row a recognised name, in the order of the document. Columns: COLUMNS."""
    rows = [
        (
            True,
            neutral(s.as_written, True),
            names.get(s.iso3, s.iso3),
            roles.get(s.role, s.role),
            neutral("; ".join(part for part in (s.remark, "starred" if s.starred else "") if part), True),
        )
        for s in one.states
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def corrected(
    one: ImportedList, said: Said, names: Mapping[str, str], official: Mapping[str, str], roles: Mapping[str, str]
) -> Corrected:
    """A recognised list after what was said of it. `names`, `official`: code -> name, short and official."""
    codes = {name: code for code, name in names.items()}
    keys = {word: role for role, word in roles.items()}
    states, left_out = [], []
    for state, row in zip(one.states, said.edited.to_dict("records"), strict=True):
        if not row["On the list"]:
            left_out.append(state.as_written)
            continue
        # An emptied cell says nothing: the name stays as it was recognised.
        code = codes.get(row["Means"], state.iso3)
        states.append(replace(state, iso3=code, role=keys.get(row["Role"], state.role)))
    for place, (code, role) in said.decided.items():
        if code != LEAVE_OUT:
            item = one.unresolved[place]
            states.append(NamedState(item.as_written, code, role, span=item.span))
    by_hand = [NamedState(official[code], code, role) for role, chosen in said.added.items() for code in chosen]
    undecided = tuple(u for place, u in enumerate(one.unresolved) if place not in said.decided)
    remarks = [
        f"{read_by_ocr(one.scanned)}, and compared with the picture." if one.scanned else "",
        f"Added by hand: {', '.join(s.as_written for s in by_hand)}." if by_hand else "",
        f"Recognised there and left out by hand: {', '.join(left_out)}." if left_out else "",
    ]
    made = replace(one, states=tuple(states) + tuple(by_hand), unresolved=undecided)
    return Corrected(made, undecided, " ".join(filter(None, remarks)))
