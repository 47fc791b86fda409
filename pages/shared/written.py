"""Names as they are written on a list, by regional group of the day."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.scope import UN_GROUPS
from pages.shared.markdown import plain

OBSERVERS = "Observers"


def by_region(names: pd.DataFrame, cells: pd.DataFrame) -> None:
    """Show the names of a list (rows of record.sponsors) by regional group, observers of the day apart.

    `cells`: analytics.grid.cells of the text."""
    groups = cells.set_index("iso3")["un_group"]
    shown = names[names["iso3"].isin(groups.index)]
    group = shown["iso3"].map(groups).replace("", OBSERVERS)
    for name in [*UN_GROUPS, OBSERVERS]:
        rows = shown[group == name].sort_values("state_as_written")
        if len(rows):
            said = [
                plain(row.state_as_written) + (" (main sponsor)" if row.role == "main sponsor" else "")
                for row in rows.itertuples()
            ]
            st.markdown(f"**{name}** ({len(rows)}): {', '.join(said)}")
