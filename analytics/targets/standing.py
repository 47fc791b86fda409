"""Where a State stands in a body by all that is held of it: as the ladder has it, without its texts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pandas as pd

from analytics.states.ladder import in_words, word_for


class Standing(NamedTuple):
    """A row of the table `tallies` of the measures; by default that of a State of which nothing is held."""

    body: str
    iso3: str
    short_name: str = ""
    un_group: str = ""
    status: str = ""
    held: int = 0
    sponsored: int = 0
    untold: int = 0
    last: str = ""
    last_on: date | None = None
    last_year: int | None = None
    dark_on: date | None = None
    dark_since: int | None = None
    pulled: str = ""
    opportunities: int = 0
    missed_since: int = 0
    two_in_a_row: bool = False
    on_latest: bool = False
    on_before: bool = False
    latest_value: str = ""
    latest_resolution: str = ""
    latest_year: int | None = None

    @property
    def word(self) -> str:
        """The ladder's word for it."""
        return word_for(self.sponsored, self.opportunities, self.on_latest, self.on_before)

    @property
    def words(self) -> str:
        """The word, with what is not known since."""
        years = (None if pd.isna(year) else year for year in (self.latest_year, self.dark_since))
        return in_words(self.word, *years)
