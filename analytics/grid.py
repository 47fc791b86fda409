"""The grid: what the cells say of every State on every text (Measures.cells)."""

import pandas as pd

from data.tongues.speech import say
from data.words import CELLS, NOT_MEMBER, NOT_SPONSOR, WITHDREW


def not_known(cells: pd.DataFrame) -> pd.Series:
    """Whether each cell is open for the question of its series: unknown, or not named on a list from before the end."""
    return ~cells["known"] & cells["value"].ne(NOT_MEMBER)


def withdrew(cells: pd.DataFrame) -> pd.Series:
    """Whether each cell is of a State that took its name back: never to be shown as a mere "not a sponsor"."""
    return cells["withdrawn_list"].ne("") & cells["value"].eq(NOT_SPONSOR)


def in_words(cells: pd.DataFrame) -> pd.Series:
    """What each cell is called, a withdrawal among them (data.words)."""
    words = {value: say(word) for value, word in CELLS.items()}
    return cells["value"].map(words).mask(withdrew(cells), say(WITHDREW))
