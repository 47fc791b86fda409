"""The cells of all States on all texts as one table of numbers, and which States have the most similar record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.measures import Measures
from data.words import CELLS, NOT_MEMBER, NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, UNKNOWN

if TYPE_CHECKING:
    from data.store import Record

Codes = NDArray[np.int8]
VALUES = tuple(CELLS)
CODE = {value: np.int8(number) for number, value in enumerate(VALUES)}
NEAREST, MOST, LEAST, OVERLAP = 5, 12, 0.5, 3


@dataclass(frozen=True, eq=False)
class Matrix:
    """codes: one row a text in order of adoption, one column a State, CODE inside; heads: the texts, as from
    Measures.texts; states: ISO codes.

    Who sponsored in the end is asked: who was not named when the draft was tabled may have joined later, so is unknown.
    """

    codes: Codes
    heads: pd.DataFrame
    states: tuple[str, ...]

    @classmethod
    def of(cls, record: Record) -> Matrix:
        """That of the record, each body at its own stage."""
        heads, states = Measures(record).texts(), tuple(record.states["iso3"])
        found = Measures(record).codes()["code"].to_numpy(dtype=np.int8)
        codes = np.where(found == CODE[NOT_WHEN_TABLED], CODE[UNKNOWN], found)
        return cls(codes.reshape(len(heads), len(states)), heads, states)

    @cached_property
    def row(self) -> dict[str, int]:
        """The number of each text."""
        return {resolution: number for number, resolution in enumerate(self.heads["resolution"].to_numpy())}

    @cached_property
    def column(self) -> dict[str, int]:
        """The number of each State."""
        return {iso3: number for number, iso3 in enumerate(self.states)}

    def value(self, iso3: str, resolution: str) -> str:
        """A State's cell on a text; unknown where there is no such text."""
        row = self.row.get(resolution)
        return UNKNOWN if row is None else VALUES[self.codes[row, self.column[iso3]]]

    def likeness(self, texts: Sequence[str]) -> Likeness:
        """How like the records of all States on these texts are."""
        codes = self.codes[[self.row[text] for text in texts]].T
        return Likeness(self.states, codes == CODE[SPONSOR], np.isin(codes, (CODE[SPONSOR], CODE[NOT_SPONSOR])))

    def outside(self, iso3: str, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
        """On which of these texts the State was not a Member."""
        return np.asarray(self.codes[rows, self.column[iso3]] == CODE[NOT_MEMBER])


class Likeness:
    """The Jaccard index (Jaccard 1901) of each two records: texts that both sponsored, of those that either did.

    Only texts on which both are known count, so that a gap makes nobody alike. index: 0 to 1, 0 where neither sponsored
    any; compared: texts on which both are known. Both State by State.
    """

    def __init__(self, states: Sequence[str], made: NDArray[np.bool_], known: NDArray[np.bool_]) -> None:
        signed, told = _packed(made), _packed(known)
        both, one, self.compared = _together(signed, signed), _together(signed, told), _together(told, told)
        either = one + one.T - both
        self.states, self.signed = tuple(states), np.asarray(made.any(axis=1))
        self.index = np.where(either > 0, both / np.maximum(either, 1), 0.0)

    def nearest(self, iso3: str) -> list[tuple[str, float]]:
        """The States most like `iso3`, with the index, most similar first, then by code.

        The NEAREST with an index of at least LEAST over at least OVERLAP texts. Of equals none is chosen by its name:
        where the last place is shared, all that share it are in, or, if that would make more than MOST, none of them
        (unless nobody is more similar). [] for a State that sponsored nothing: it is like all others that did not.
        """
        own = self.states.index(iso3)
        if not self.signed[own]:
            return []
        near = (self.index[own] >= LEAST) & (self.compared[own] >= OVERLAP)
        found = [(self.states[i], float(self.index[own, i])) for i in np.flatnonzero(near) if i != own]
        found.sort(key=lambda item: (-item[1], item[0]))
        if len(found) <= NEAREST:
            return found
        last = found[NEAREST - 1][1]
        together = [item for item in found if item[1] >= last]
        closer = [item for item in found if item[1] > last]
        return closer if closer and len(together) > MOST else together


def _packed(table: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Each row as bits."""
    bits = np.packbits(table, axis=1)
    words = np.zeros((len(bits), -(-bits.shape[1] // 8) * 8), dtype=np.uint8)
    words[:, : bits.shape[1]] = bits
    return words.view(np.uint64)


def _together(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> NDArray[np.int64]:
    """How many bits each row of the one has in common with each of the other."""
    return np.stack([np.bitwise_count(other & one[row]).sum(axis=1, dtype=np.int64) for row in range(len(one))])
