"""The reasons for a State: each a sentence, with the rows of the record it rests on; and which States are shown."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analytics.scope import GROUP_SHORT
from analytics.targets.reason import KINDS, Reason
from analytics.targets.reason import tables as rows_behind
from analytics.targets.targets import ORDER
from charts.frame.chart import Chart
from pages.shared.address import navigate as go
from pages.shared.record import record as tables

NOT_KNOWN = "not known"


@dataclass(frozen=True)
class Filters:
    """What a State must have to be shown; empty: whatever. Without a category (`kinds`) all targets are meant, not
    those of analytics.targets.targets.NOT_TARGETS."""

    kinds: Collection[str] = ()
    groups: Collection[str] = ()
    politics: Collection[str] = ()
    spoken: Collection[str] = ()
    council: bool = False
    calm: bool = False


def chosen(table: pd.DataFrame, wanted: Filters, first: str) -> pd.DataFrame:
    """The rows that the filters leave, in the declared order with one kind of evidence taken first."""
    keep = table["category"].isin(wanted.kinds) if wanted.kinds else table["target"]
    if wanted.groups:
        keep &= table["un_group"].isin(wanted.groups)
    if wanted.politics:
        keep &= table["groups"].map(lambda mine: bool(set(mine) & set(wanted.politics)))
    if wanted.spoken:
        known = table["language"].replace("", NOT_KNOWN)
        keep &= known.map(lambda words: bool(set(words.split(", ")) & set(wanted.spoken)))
    if wanted.council:
        keep &= table["council"]
    if wanted.calm:
        keep &= ~table["warning"]
    ascending = {name: up for name, up, _ in ORDER}
    columns = [first, *[name for name in ascending if name != first]]
    ordered = table[keep].sort_values(columns, ascending=[ascending[c] for c in columns], kind="stable")
    return ordered.reset_index(drop=True)


_ASKED = "_reasons"


def tile_clicked(event: dict, chart: Chart) -> None:
    """Callback of the assembly: remember the State whose reasons are to be shown."""
    iso3 = go.clicked(event)
    if iso3:
        st.session_state[_ASKED] = iso3


def answer_click(table: pd.DataFrame) -> None:
    """Show the reasons of the State whose tile was clicked in this run; a sure sponsor has a record instead."""
    iso3 = st.session_state.pop(_ASKED, None)
    if not iso3:
        return
    rows = table[table["iso3"] == iso3]
    if len(rows):
        dialogue(rows.iloc[0])
    else:
        go.to_state(iso3)
        st.rerun()


@st.dialog("Reasons", width="large")
def dialogue(row: pd.Series) -> None:
    """The panel over the page."""
    panel(row, "over")


def panel(row: pd.Series, place: str = "side") -> None:
    """All that the record says of a State for this text, and where each sentence comes from. `place` tells apart two
    panels of one page."""
    with st.container(border=True):
        st.subheader(row["short_name"], anchor=False)
        st.caption(GROUP_SHORT.get(row["un_group"], "Observer, outside the 193"))
        st.markdown(f"**{row['category_words']}.** Stands as: {row['words']}.")
        if row["warning"]:
            since = ", and is not known to have voted for or sponsored a text since" * (row["category"] == "opposed")
            st.warning(
                f"It has voted against a text or for a hostile amendment{since}: see below.", icon=":material/warning:"
            )
        for number, reason in enumerate(row["reasons"]()):
            st.markdown(f"**{KINDS[reason.kind].capitalize()}.** {reason.sentence}")
            with st.expander(
                f"Evidence: {KINDS[reason.kind]}", key=f"why-{place}-{row['iso3']}-{number}", on_change="rerun"
            ) as opened:
                if opened.open:
                    _rows(reason)
        if st.button(
            f"Open the record of {row['short_name']}",
            key=f"open-{place}-{row['iso3']}",
            icon=":material/arrow_forward:",
        ):
            go.to_state(row["iso3"])
            st.rerun()


def _rows(reason: Reason) -> None:
    links = {head: st.column_config.LinkColumn(display_text="open") for head in ("UN document", "Read at")}
    for heading, rows in rows_behind(tables.record(), reason).items():
        st.caption(heading)
        st.dataframe(rows, hide_index=True, column_config=links, alt=f"{heading}, behind: {reason.sentence}")
