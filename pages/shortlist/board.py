"""The pieces of the shortlist board: its sentence, a State's card, adding, bringing in a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from analytics.drafts import drafts_of, named_on_drafts
from data.names import Names
from files.paths import SOURCES
from pages.shared import navigate as go
from pages.shared import record as tables
from pages.shared.markdown import plain
from pages.shortlist import editing
from workspace import table as files
from workspace.errors import FileError, WorkspaceError
from workspace.schema import STATUSES


def sentence(campaign: object, entries: Sequence) -> str:
    """How far the campaign is, in one sentence."""
    if not entries:
        return f"{campaign.name}: no State on the shortlist yet."
    done = Counter(entry.status for entry in entries)
    parts = [f"{done[status]} {status}" for status in reversed(STATUSES) if done[status]]
    return f"{campaign.name}: {len(entries)} {'State' if len(entries) == 1 else 'States'}, {', '.join(parts)}."


def why(campaign: object) -> dict[str, str]:
    """What the record says of each State for the campaign's text, by ISO code: its category on Targets in words, or
    where a sure sponsor stands. {} where no list of the body tells."""
    try:
        asked = tables.prospects(campaign.body, campaign.year)
    except ValueError:
        return {}
    standing = tables.measures().ladder(campaign.body)
    said = {iso3: f"Stands as: {words}" for iso3, words in zip(standing["iso3"], standing["words"], strict=True)}
    return said | dict(zip(asked["iso3"], asked["category_words"], strict=True))


def signed(campaign: object, entries: Sequence, names: dict[str, str]) -> None:
    """Who of the shortlist is named already on the draft of the campaign's text: to be thanked, not asked."""
    named = named_on_drafts(tables.record(), campaign.body, campaign.year)
    mine = {entry.iso3: named[entry.iso3] for entry in entries if entry.iso3 in named}
    if mine:
        who = ", ".join(sorted(names[iso3] for iso3 in mine))
        st.info(
            f"Named already on {plain(drafts_of(mine))}: {who}. Thank them, and ask them to bring others.",
            icon=":material/edit_document:",
        )


def onward(campaign: object, letters: Sequence[str]) -> None:
    """What comes after the board: more States, and the letters. `letters`: the kinds that fit its text."""
    st.page_link(
        "pages/targets/page.py",
        label="Find more States on Targets",
        icon=":material/target:",
        query_params={"for": f"{campaign.body}-{campaign.year}"},
    )
    if letters:
        st.page_link(
            "pages/letter/page.py",
            label="Write letters to these States",
            icon=":material/mail:",
            query_params={"ask": letters[0], "campaign": str(campaign.id)},
        )


def card(workspace: object, entry: object, names: dict[str, str], reason: str = "") -> None:
    """One State on the board: why it is asked, what is noted, and the form to change it. A conflict is told, nothing
    overwritten."""
    with st.container(border=True, key=f"entry-{entry.id}", gap="xsmall"):
        name = names.get(entry.iso3, entry.iso3)
        if st.button(f"**{name}**", key=f"open-{entry.id}", type="tertiary", help=f"Open the record of {name}"):
            go.to_state(entry.iso3)
            st.rerun()
        if reason:
            st.caption(f"{reason}.")
        lines = [entry.owner and f"Owner: {plain(entry.owner)}", entry.date and f"{entry.date:%d %b %Y}"]
        st.caption(" · ".join(line for line in lines if line) or "No owner yet")
        if entry.next_step:
            st.caption(f"Next: {plain(entry.next_step)}")
        if entry.note:
            st.caption(plain(entry.note))
        with st.popover("Change", icon=":material/edit:", key=f"edit-{entry.id}"):
            _edit(workspace, entry, names)


def _edit(workspace: object, entry: object, names: dict[str, str]) -> None:
    kept, shortlist = f"read-{entry.id}", workspace.shortlist
    read = editing.read(kept, entry)
    stamp = f"{read.id}-{read.version}"
    with st.form(f"form-{stamp}", border=False):
        status = st.selectbox("Status", STATUSES, STATUSES.index(read.status), key=f"status-{stamp}")
        owner = st.text_input("Owner", read.owner, key=f"owner-{stamp}")
        day = st.date_input("Date", read.date, key=f"date-{stamp}")
        step = st.text_input("Next step", read.next_step, key=f"step-{stamp}")
        note = st.text_area("Note", read.note, key=f"note-{stamp}")
        saved = st.form_submit_button("Save")
    gone = st.button("Take off the shortlist", key=f"remove-{stamp}")
    save = None
    if saved:
        given = {"status": status, "owner": owner, "date": day, "next_step": step, "note": note}
        save = partial(shortlist.change, read.id, read.version, **given)
    elif gone:
        save = partial(shortlist.remove, read.id, read.version)
    editing.settle(kept, entry, save, names)


def add_state(workspace: object, campaign: object, entries: Sequence, names: dict[str, str]) -> None:
    """Choose a State that is not on the list and add it."""
    held = {entry.iso3 for entry in entries}
    free = [iso3 for iso3 in names if iso3 not in held]
    with st.form(f"add-{campaign.id}", border=False):
        iso3 = st.selectbox("State", free, format_func=names.get, index=None, placeholder="Choose a State")
        owner = st.text_input("Owner")
        if st.form_submit_button("Add") and iso3:
            try:
                workspace.shortlist.add(campaign.id, iso3, owner=owner)
                st.rerun()
            except WorkspaceError as error:
                st.error(str(error))


def resolver() -> Callable[[str], str | None]:
    """From what stands in a file's columns State and Code (a name in any spelling, or an ISO code) to the ISO code."""
    return Names.from_files(SOURCES).meant


def bring_in(workspace: object, campaign: object) -> None:
    """Take in a shortlist from a file: all its rows or none. What came of it is told after the board is drawn anew."""
    told = st.session_state.pop(f"brought-{campaign.id}", None)
    if told:
        st.success(told)
    upload = st.file_uploader("A shortlist as Excel or CSV", type=["xlsx", "csv"], key=f"bring-{campaign.id}")
    ways = {
        "refuse": "Refuse the file if somebody has changed a row since",
        "keep": "Leave States that are listed as they are",
        "replace": "Take the file's values",
    }
    way = st.selectbox("For States on the list already", list(ways), format_func=ways.get, key=f"way-{campaign.id}")
    if not (upload and st.button("Bring it in", key=f"bring-go-{campaign.id}")):
        return
    try:
        rows, ignored = files.read(upload.getvalue())
        done = workspace.import_shortlist(campaign.id, rows, resolver(), way)
    except FileError as error:
        st.error("Nothing was imported.")
        st.markdown("\n".join(f"- {plain(str(problem))}" for problem in error.problems))
    except WorkspaceError as error:
        st.error(str(error))
    else:
        st.session_state[f"brought-{campaign.id}"] = _brought(done, ignored)
        st.rerun()


def _brought(done: object, ignored: Sequence[str]) -> str:
    said = (
        f"Added {len(done.added)}, changed {len(done.changed)}, the same {len(done.unchanged)}, "
        f"left alone {len(done.kept)}."
    )
    return said + (f" Columns not understood and left out: {plain(', '.join(ignored))}." if ignored else "")
