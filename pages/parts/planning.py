"""The pieces of the coalition page: suggestions, saving a scenario, comparing two."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd
import streamlit as st

from analytics import coalition
from analytics import coalition_suggest as suggestions
from analytics.drafts import NAMED
from analytics.scope import GROUP_SHORT
from pages.parts import desk, drafting, tables
from workspace.errors import WorkspaceError

_WAYS = {
    "goal": "Fewest calls to reach a number",
    "best": "Every region's own best so far",
    "least": "At least so many from each region",
}


def suggest(body: str, year: int, standing: pd.DataFrame, reached: coalition.Best, keep: bool) -> None:
    """A suggestion by a declared rule; taking it fills the list of States asked."""
    with st.expander("Suggest a list", icon=":material/lightbulb:"):
        way = st.segmented_control(
            "Rule", list(_WAYS), default="goal", required=True, format_func=_WAYS.get, key="way"
        )
        able = suggestions.candidates(tables.prospects(body, year), standing, keep)
        if way == "goal":
            goal = st.number_input(
                "Sponsors to reach", 1, reached.members, min(reached.record + 1, reached.members)
            )
            base = coalition.project(standing, (), reached, keep).total
            found = suggestions.fewest_calls(able, base, int(goal))
        elif way == "best":
            found = suggestions.regional_best(able, standing, reached, keep)
        else:
            least = st.number_input("From each region at least", 0, 60, 12)
            found = suggestions.at_least(able, standing, int(least), keep)
        st.write(found.rule)
        names = tables.names()
        st.caption(", ".join(names[iso3] for iso3 in found.picked) or "Nobody needs to be asked.")
        st.button(
            "Take this list",
            disabled=not found.picked,
            icon=":material/check:",
            on_click=_take,
            args=(found.picked,),
        )


def from_drafts(body: str, year: int, members: Collection[str], picked: Sequence[str]) -> None:
    """A button for each draft of the text: take those who are named on it already."""
    for one in drafting.notices(body, year, "coalition"):
        named = [iso3 for iso3 in one.of(*NAMED) if iso3 in members]
        new = sorted(set(named) - set(picked))
        st.button(
            f"Count those named on {one.draft} ({len(named)})", key=f"named-{one.draft}", icon=":material/check:",
            disabled=not new, on_click=_take, args=([*picked, *new],),
            help="They stand among the States asked, as if they had agreed; core sponsors are counted once.",
        )  # fmt: skip


def _take(codes: Sequence[str]) -> None:
    """As a callback: before the next run, while the list of States may still be set."""
    st.session_state["picked"] = list(codes)


def save(body: str, year: int, picked: Sequence[str], keep: bool) -> None:
    """The form that saves the list as a scenario."""
    with st.form("save-scenario", border=False):
        left, right = st.columns([3, 1], vertical_alignment="bottom")
        name = left.text_input(
            "Save this list as a scenario", placeholder="such as: 90 sponsors, five groups"
        )
        if right.form_submit_button("Save", icon=":material/save:"):
            try:
                desk.workspace().scenarios.create(name, body, year, picked, {"keep": keep})
                st.success(f"Saved: {name}.")
            except WorkspaceError as error:
                st.error(str(error))


def compare(body: str, standing: pd.DataFrame, reached: coalition.Best) -> None:
    """Two saved scenarios of a body side by side; or open one again."""
    held = [s for s in desk.workspace().scenarios.all() if s.body == body]
    if not held:
        st.caption("No scenario of this body is saved yet.")
        return
    by_id = {s.id: s for s in held}
    left, right = st.columns(2)
    one = left.selectbox(
        "First scenario", list(by_id), format_func=lambda i: by_id[i].name, key="scenario-one"
    )
    other = right.selectbox(
        "Second scenario",
        list(by_id),
        format_func=lambda i: by_id[i].name,
        key="scenario-other",
        index=len(held) - 1,
    )
    with st.container(horizontal=True):
        st.button("Open the first", icon=":material/folder_open:", on_click=_take, args=(by_id[one].picked,))
        if st.button("Delete the first", icon=":material/delete:"):
            desk.workspace().scenarios.remove(one, by_id[one].version)
            st.rerun()
    if one == other:
        return
    lists = [
        coalition.project(standing, by_id[i].picked, reached, bool(by_id[i].parameters.get("keep", True)))
        for i in (one, other)
    ]
    table, told = coalition.compare(*lists)
    st.write(told["sentence"])
    table["un_group"] = table["un_group"].replace(GROUP_SHORT)
    heads = ["Region", by_id[one].name, by_id[other].name, "Difference"]
    st.dataframe(table.set_axis(heads, axis=1), hide_index=True, alt="Two scenarios by regional group")
    names = tables.names()
    for scenario, codes in ((by_id[one], told["only_one"]), (by_id[other], told["only_other"])):
        if codes:
            st.markdown(f"Only on **{scenario.name}**: {', '.join(names[c] for c in codes)}")
