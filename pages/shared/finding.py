"""A claim, the verdict on it, the reasons, and the figures behind them."""

from __future__ import annotations

import streamlit as st

from analytics.claims import CANNOT, FALSE, TRUE, Finding
from analytics.english import capital

_ICONS = {TRUE: ":material/check_circle:", FALSE: ":material/cancel:", CANNOT: ":material/help:"}


def show(finding: Finding) -> None:
    """Show a finding; its figures open on a click."""
    with st.container(border=True):
        st.markdown(f"{_ICONS[finding.verdict]} **{finding.claim}: {finding.verdict}.**")
        said = "; ".join(finding.reasons)
        st.markdown(f"{capital(said)}.")
        with st.expander("The figures"):
            shown = finding.figures[["year", "resolution", "shown_text", "status"]]
            st.dataframe(
                shown.set_axis(["Year", "Resolution", "Sponsors", "List"], axis=1),
                hide_index=True,
                alt=f"Figures behind: {finding.claim}",
            )
