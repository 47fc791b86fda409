"""The lists that are held, each with its document and where it was read."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.texts.coverage import LIST_HEADS


def table(held: pd.DataFrame, alt: str, height: int | str = "auto") -> None:
    """A table of lists (record.rows("lists")); `height`: pixels, "auto" for all rows."""
    links = {LIST_HEADS[column]: st.column_config.LinkColumn() for column in ("official_url", "read_at")}
    shown = held[list(LIST_HEADS)].rename(columns=LIST_HEADS)
    st.dataframe(shown, hide_index=True, alt=alt, height=height, column_config=links)
