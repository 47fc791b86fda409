"""The shortlist as a table: who calls, how far it is and what comes next, edited in it, several rows at once."""

from collections.abc import Mapping, Sequence
from zlib import crc32

import pandas as pd
import streamlit as st

from pages.shared import meanwhile
from pages.shared.campaign import workspace as desk
from pages.shared.errors import errors_told
from pages.shared.markdown import plain
from workspace.campaigns import Campaign
from workspace.database.schema import STATUSES
from workspace.errors import ConflictError, WorkspaceError
from workspace.shortlist.shortlist import Entry

_HEADS = {"status": "Status", "owner": "Who calls", "next_step": "Next step", "date": "Date", "note": "Note"}
_FIELDS = {head: field for field, head in _HEADS.items()}
_LEAVE = "leave as it is"
Cell = str | bool | None
"""What stands in a cell of the editor; a date as text."""


def table(campaign: Campaign, entries: Sequence[Entry], known: pd.DataFrame) -> None:
    """The rows, saved together by one button; what somebody else has saved meanwhile is told, and not overwritten.
    `known`: by ISO code what the record says: State, Why, Language, and On the draft where there is one."""
    kept = f"rows-{campaign.id}"
    rows = st.session_state.setdefault(kept, list(entries))
    key = _key(campaign, rows)
    if not _edits(key):  # nobody is in the middle of something: what others saved comes in
        rows = st.session_state[kept] = list(entries)
        key = _key(campaign, rows)
    names = known["State"].to_dict()
    told(campaign, names)
    st.data_editor(
        _frame(rows, known),
        key=key,
        hide_index=True,
        height=min(560, 38 + 35 * max(len(rows), 1)),
        disabled=["State", "Why", "Language", "On the draft"],
        column_config={
            "Tick": st.column_config.CheckboxColumn(
                width=70, pinned=True, help="For a change of several rows at once."
            ),
            "State": st.column_config.Column(width=168, pinned=True),
            "Status": st.column_config.SelectboxColumn(options=STATUSES, required=True, width=110),
            "Who calls": st.column_config.TextColumn(width=110, max_chars=120),
            "Next step": st.column_config.TextColumn(width=190),
            "Date": st.column_config.DateColumn(width=100),
            "Why": st.column_config.Column(width=420),
            "Note": st.column_config.TextColumn(width=200),
        },
        placeholder="",
        alt=f"Shortlist of {campaign.name}. Type in a cell of Status, Who calls, Next step, Date or Note to change it; "
        "the box in the column Tick takes a row along for a change of several at once.",
    )
    edits = _edits(key)
    changed = {rows[n]: said for n, values in edits.items() if (said := _fields(values))}
    ticked = [rows[n] for n, values in edits.items() if values.get("Tick")]
    st.caption("Click a cell and type to change it, then save; tick rows to change several at once.")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        desk.ask_who(f"rows-{campaign.id}")
        label = f"Save {_rows(len(changed))}" if changed else "Save (nothing is changed yet)"
        if st.button(label, icon=":material/save:", disabled=not changed, key=f"save-{kept}"):
            _save(campaign, changed, names)
    if ticked:
        _several(campaign, ticked, names)


def _several(campaign: Campaign, ticked: Sequence[Entry], names: Mapping[str, str]) -> None:
    """One change for all rows that are ticked."""
    with st.form(f"several-{campaign.id}"):
        st.markdown(f"**For {', '.join(names[entry.iso3] for entry in ticked)}**")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            status = st.selectbox("Set the status", [_LEAVE, *STATUSES])
            owner = st.text_input("Set who calls", placeholder=_LEAVE)
            step = st.text_input("Set the next step", placeholder=_LEAVE)
        with st.container(horizontal=True):
            sent = st.form_submit_button(f"Set for {_rows(len(ticked))}", icon=":material/done_all:")
            off = st.form_submit_button(
                f"Take {_rows(len(ticked))} off the shortlist", icon=":material/playlist_remove:"
            )
    values = {"status": "" if status == _LEAVE else status, "owner": owner.strip(), "next_step": step.strip()}
    values = {field: value for field, value in values.items() if value}
    if sent and not values:
        st.error("Say what to set: a status, who calls, or a next step.")
    elif sent:
        _save(campaign, dict.fromkeys(ticked, values), names)
    elif off:
        take_off(campaign, ticked, names)


def _save(campaign: Campaign, changed: Mapping[Entry, Mapping[str, Cell]], names: Mapping[str, str]) -> None:
    """Each row for itself: who was faster in one row does not stop the others."""
    with errors_told():
        shortlist = desk.to_change(f"rows-{campaign.id}").shortlist
        saved, problems = [], []
        for entry, values in changed.items():
            try:
                shortlist.change(entry.id, entry.version, **values)
                saved.append(names[entry.iso3])
            except ConflictError as error:
                meanwhile.tell(str(error).replace(error.subject, names.get(error.subject, error.subject), 1))
            except WorkspaceError as error:
                problems.append(f"{names[entry.iso3]}: {error}")
        _tell(campaign, f"Saved: {', '.join(saved)}." if saved else "", problems)


def take_off(campaign: Campaign, gone: Sequence[Entry], names: Mapping[str, str]) -> None:
    """Take States off, with the way back beside the table."""
    try:
        shortlist = desk.to_change(f"rows-{campaign.id}").shortlist
        for entry in gone:
            shortlist.remove(entry.id, entry.version)
            st.session_state.setdefault(f"off-{campaign.id}", {})[entry.iso3] = entry
    except WorkspaceError as error:
        _tell(campaign, "", [str(error)])
        return
    _tell(campaign, f"Taken off: {', '.join(names[entry.iso3] for entry in gone)}.")


def _bring_back(campaign: Campaign) -> None:
    with errors_told():
        for iso3, entry in list(st.session_state[f"off-{campaign.id}"].items()):
            values = {field: getattr(entry, field) for field in _HEADS}
            desk.to_change(f"rows-{campaign.id}").shortlist.add(campaign.id, iso3, **values)
            del st.session_state[f"off-{campaign.id}"][iso3]


def _tell(campaign: Campaign, done: str, problems: Sequence[str] = ()) -> None:
    """Draw the table anew, of the rows as they are now, and say above it what came of the change."""
    st.session_state[f"told-{campaign.id}"] = (done, list(problems))
    st.session_state.pop(f"rows-{campaign.id}", None)
    st.session_state[f"round-{campaign.id}"] = st.session_state.get(f"round-{campaign.id}", 0) + 1
    st.rerun()


def told(campaign: Campaign, names: Mapping[str, str]) -> None:
    """What came of the last change, and the way back for those who were taken off."""
    done, problems = st.session_state.pop(f"told-{campaign.id}", ("", []))
    if done:
        st.success(plain(done))
    for problem in problems:
        st.error(plain(problem))
    if off := st.session_state.get(f"off-{campaign.id}"):
        label = f"Bring {' and '.join(plain(names[iso3]) for iso3 in off)} back"
        st.button(label, icon=":material/undo:", key=f"back-{campaign.id}", on_click=_bring_back, args=(campaign,))


def _key(campaign: Campaign, rows: Sequence[Entry]) -> str:
    """A name of the editor for these very rows: others are another table, which no edit of the last one belongs to."""
    rounds = st.session_state.get(f"round-{campaign.id}", 0)
    return f"editor-{campaign.id}-{crc32(repr([(row.id, row.version) for row in rows]).encode())}-{rounds}"


def _edits(key: str) -> Mapping[int, Mapping[str, Cell]]:
    return (st.session_state.get(key) or {}).get("edited_rows", {})


def _fields(values: Mapping[str, Cell]) -> dict[str, Cell]:
    return {_FIELDS[head]: "" if value is None else value for head, value in values.items() if head in _FIELDS}


def _frame(rows: Sequence[Entry], known: pd.DataFrame) -> pd.DataFrame:
    told = known.loc[[row.iso3 for row in rows]].reset_index(drop=True)
    made = {head: [getattr(row, field) for row in rows] for field, head in _HEADS.items()}
    made = pd.DataFrame({"Tick": False, "State": told["State"], **made}, index=told.index)
    made["Date"] = pd.to_datetime(made["Date"])
    order = ["Tick", "State", "Status", "Who calls", "Next step", "Date", "Why"]
    return made.join(told.drop(columns="State"))[
        [*order, *[c for c in told.columns if c not in ("State", "Why")], "Note"]
    ]


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number} rows"
