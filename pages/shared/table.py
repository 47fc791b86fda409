"""A table of a page: some columns of a frame, each under its head."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

_ADDRESSES = ("official_url", "read_at", "source_url")


def show_table(rows: pd.DataFrame, heads: Mapping[str, str], alt: str, **more: Any) -> Any:
    """Show the columns that `heads` names, under its words; an address opens on a click. Answers what st.dataframe
    does, which takes `more`."""
    links = {head: st.column_config.LinkColumn() for column, head in heads.items() if column in _ADDRESSES}
    shown = rows[list(heads)].set_axis(list(heads.values()), axis=1)
    return st.dataframe(shown, hide_index=True, alt=alt, column_config=links, **more)
