"""Languages that a State's mission is known to use at the United Nations: declared in languages.csv, never guessed."""

from __future__ import annotations

import pandas as pd


def languages(declared: pd.DataFrame) -> dict[str, str]:
    """ISO code -> languages such as "English, French", in alphabetical order, of the States with a row in `declared`
    (the record's mission_languages). A State that is missing is one of which it is not known."""
    told = declared.sort_values("language").groupby("iso3")["language"].agg(", ".join)
    return dict(zip(told.index, told, strict=True))
