"""Correcting what was recognised: uncertain passages to decide, rows to change or leave out, States to add."""

import pandas as pd
import streamlit as st

from analytics.english import percent
from data.reading.model import ImportedList, Unresolved
from pages.add.corrections import LEAVE_OUT, frame
from pages.add.words import ROLES, VOTES
from pages.shared import pick
from pages.shared.markdown import plain
from pages.shared.record import record as tables

AT_ONCE = 40


def roles_of(one: ImportedList) -> dict[str, str]:
    """The roles that a State can have on this list, with the words for them."""
    return VOTES if one.is_vote else ROLES


def uncertain(one: ImportedList, key: str) -> dict[int, tuple[str, str]]:
    """Let the user say what each uncertain passage means. Nothing is chosen beforehand. Returns place -> (code or
    LEAVE_OUT, role) for those that were decided."""
    decided: dict[int, tuple[str, str]] = {}
    if not one.unresolved:
        return decided
    st.subheader(f"Uncertain: {len(one.unresolved)}", anchor=False)
    st.caption("Say for each what it means. Nothing is taken without your choice.")
    rest_out = False
    if len(one.unresolved) > 5:
        rest_out = st.checkbox("Leave out all that I do not choose below", key=f"rest-{key}")
    for place, item in enumerate(one.unresolved[:AT_ONCE]):
        with st.container(border=True):
            found = _decide(one, place, item, key)
        if found:
            decided[place] = found
    if len(one.unresolved) > AT_ONCE:
        st.warning(
            f"There are {len(one.unresolved) - AT_ONCE} more such passages. The document may be read better if only "
            "the passage with the names is pasted.",
            icon=":material/warning:",
        )
    if rest_out:
        decided = {p: decided.get(p, (LEAVE_OUT, "")) for p in range(len(one.unresolved))}
    return decided


def _decide(one: ImportedList, place: int, item: Unresolved, key: str) -> tuple[str, str] | None:
    names = tables.names()
    near = dict(item.suggestions)
    suggested = [code for code, _ in item.suggestions if code in names]
    others = pick.spelled([code for code in names if code not in near])
    options = [*suggested, LEAVE_OUT, *others]

    def label(option: str) -> str:
        if option == LEAVE_OUT:
            return "Leave it out: it names no State"
        return f"{names[option]} (suggested, {percent(near[option])} alike)" if option in near else others[option]

    st.markdown(f":material/help: **“{plain(item.as_written[:160])}”**: {plain(item.reason)}")
    left, right = st.columns(2) if one.is_vote else (st.container(), None)
    code = left.selectbox(
        f"What “{plain(item.as_written[:60])}” means",
        options,
        index=None,
        key=f"means-{key}-{place}",
        format_func=label,
        placeholder="choose",
        label_visibility="collapsed",
        filter_mode="contains",
        persist_state="session",
    )
    code = tables.meant(code) if code in others else code
    if right is None or code in (None, LEAVE_OUT):
        return (code, "sponsor") if code else None
    role = right.selectbox(
        "Vote",
        list(VOTES),
        index=None,
        key=f"vote-{key}-{place}",
        format_func=VOTES.get,
        placeholder="how it voted",
        label_visibility="collapsed",
        persist_state="session",
    )
    return (code, role) if role else None


def rows(one: ImportedList, key: str) -> pd.DataFrame:
    """The recognised names as a table to correct; see importing_rows.frame for its columns."""
    roles, names = roles_of(one), tables.names()
    editor, base, last = f"rows-{key}", f"rows-base-{key}", f"rows-last-{key}"
    if editor not in st.session_state:
        # The editor forgets when the page is left: it starts again from what was last seen.
        st.session_state[base] = st.session_state.get(last, frame(one, names, roles))
    st.caption("Take the tick away where a name is no sponsor; choose another State or role where it is wrong.")
    edited = st.data_editor(
        st.session_state[base],
        key=editor,
        hide_index=True,
        num_rows="fixed",
        height=320,
        disabled=["As written", "Remark"],
        alt="Names recognised, to correct",
        column_config={
            "On the list": st.column_config.CheckboxColumn(width="small"),
            "Means": st.column_config.SelectboxColumn(options=list(names.values()), required=True),
            "Role": st.column_config.SelectboxColumn(options=list(roles.values()), required=True, width="small"),
        },
    )
    st.session_state[last] = edited
    return edited


def missed(one: ImportedList, key: str) -> dict[str, list[str]]:
    """States that the document names and the reading missed: role -> codes."""
    open_to = [code for code in tables.names() if code not in one.iso3]
    words = roles_of(one) if one.is_vote else {"sponsor": "sponsor"}
    return {
        role: pick.kept_states(
            f"Add States that were missed ({word})" if one.is_vote else "Add States that were missed",
            f"missed-{role}-{key}",
            open_to,
        )
        for role, word in words.items()
    }
