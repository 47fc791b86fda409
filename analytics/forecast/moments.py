"""What was known before each text, and what was forecast of it: all texts of a body at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.forecast.forecast import ENOUGH, Table, priors


AT_ONCE = 512


class Moments(NamedTuple):
    """Texts forecast from the ones before them: one row a State, one column a text of which a cell can be forecast.

    names: the texts; tested: which cells are forecast; chance; base: the average of earlier texts; last: what the State
    did last; happened: 1 sponsor, 0 not.
    """

    names: NDArray[np.object_]
    tested: NDArray[np.bool_]
    chance: Table
    base: Table
    last: Table
    happened: Table

    def brier(self, said: Table) -> Table:
        """The Brier score of what is said of each text."""
        wrong: Table = ((said - self.happened) ** 2).sum(axis=0, where=self.tested) / self.tested.sum(axis=0)
        return wrong


def tested_moments(past: pd.DataFrame) -> Iterator[Moments]:
    """The moments of what analytics.forecast.forecast.opportunities gives, so many texts at a time that a processor has
    them at hand."""
    cells, names = past.to_numpy(), past.columns.to_numpy(dtype=object)
    # What was known of each State before: on how many texts, how often it sponsored, and what it did last.
    known, sponsored, last = np.zeros((3, len(cells), 1))
    for first in range(0, max(len(names), 1), AT_ONCE):
        part = cells[:, first : first + AT_ONCE]
        told = ~np.isnan(part)
        happened = np.where(told, part, 0.0)
        known = np.hstack([known[:, -1:], told]).cumsum(axis=1)
        sponsored = np.hstack([sponsored[:, -1:], happened]).cumsum(axis=1)
        at = np.maximum.accumulate(np.hstack([known[:, :1] < 0, told]) * np.arange(told.shape[1] + 1), axis=1)
        last = np.take_along_axis(np.hstack([last[:, -1:], happened]), at, axis=1)
        tested = (known[:, :-1] >= ENOUGH) & told
        some = tested.any(axis=0)
        number, made = known[:, :-1][:, some], sponsored[:, :-1][:, some]
        a, b = priors(made, number)
        chance, base = (a + made) / (a + b + number), made.sum(axis=0) / number.sum(axis=0)
        now = names[first : first + AT_ONCE][some]
        yield Moments(now, tested[:, some], chance, base, last[:, :-1][:, some], happened[:, some])


def top_shares(chance: Table, happened: Table, top: int) -> Table:
    """Of the first `top` States by forecast, the share that sponsored, 0 to 1; of all, if there are fewer; NaN if none.

    chance, happened: one row a State, one column a text; chance is NaN where a State is not among those picked from.
    States with the same forecast share their places: each counts for the part of a place that falls to it, so that no
    order among equals, such as that of the alphabet, plays a role.
    """
    low = np.where(np.isnan(chance), -1.0, chance)
    size = np.minimum((low >= 0).sum(axis=0), top)
    ranked = -np.partition(-low, min(top, len(low)) - 1, axis=0)[:top]
    # The forecast that takes the last place: those above it are in whole, those equal to it share what is left.
    least = np.where(ranked >= 0, ranked, np.inf).min(axis=0, initial=np.inf)
    above, same = low > least, (low == least) & (low >= 0)
    left = size - above.sum(axis=0)
    shared = happened.sum(axis=0, where=same) / np.maximum(same.sum(axis=0), 1)
    hits = happened.sum(axis=0, where=above) + left * shared
    return np.where(size > 0, hits / np.maximum(size, 1), np.nan)
