"""The pieces of the shortlist board: its sentence, a State's card, adding, bringing in a file."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from analytics.english import long_date
from analytics.targets.facts import languages
from analytics.targets.targets import Target
from analytics.texts.drafts import drafts_of, named_on_drafts
from briefing.document import call_sheet
from briefing.formats import browser_ready
from data.names import Names
from files.names import stem
from files.paths import SOURCES
from pages.shared.address import navigate as go
from pages.shared.campaign import workspace as desk
from pages.shared.card.waiting import line_of_downloads
from pages.shared.download import download
from pages.shared.errors import errors_told
from pages.shared.frame import visitor
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from pages.shortlist import editor as taking
from pages.shortlist import edits as editing
from workspace.campaigns import Campaign
from workspace.database.schema import STATUSES
from workspace.errors import FileError, WorkspaceError
from workspace.shortlist import table as files
from workspace.shortlist.exchange import Imported
from workspace.shortlist.shortlist import Entry


def sentence(campaign: Campaign, entries: Sequence[Entry]) -> str:
    """How far the campaign is, in one sentence."""
    if not entries:
        return f"{campaign.name}: no State on the shortlist yet."
    done = Counter(entry.status for entry in entries)
    parts = [f"{done[status]} {status}" for status in reversed(STATUSES) if done[status]]
    return f"{campaign.name}: {len(entries)} {'State' if len(entries) == 1 else 'States'}, {', '.join(parts)}."


def known(campaign: Campaign, names: Mapping[str, str]) -> pd.DataFrame:
    """What the record says of each State for the campaign's text, by ISO code: State, Why (its first reason on Targets,
    else where it stands), Language of its mission, and On the draft where names on one are on file."""
    asked = prospects(campaign)
    why = dict(zip(asked["iso3"], asked["why"], strict=True))
    standing = tables.measures().ladder(campaign.body).set_index("iso3")["words"]
    spoken = languages(tables.record())
    rows = {
        iso3: {
            "State": name,
            "Why": why.get(iso3, f"Stands as: {standing.get(iso3, 'not known')}."),
            "Language": spoken.get(iso3, "not known"),
        }
        for iso3, name in names.items()
    }
    table = pd.DataFrame.from_dict(rows, orient="index")
    named = named_on_drafts(tables.record(), campaign.body, campaign.year)
    return (
        table.assign(**{"On the draft": table.index.map(lambda c: "named" if c in named else "not so far")})
        if named
        else table
    )


def prospects(campaign: Campaign) -> pd.DataFrame:
    """analytics.targets.targets.prospects of the campaign's text; without rows where no list of its body tells."""
    try:
        return tables.prospects(campaign.body, campaign.year)
    except ValueError:
        return pd.DataFrame(columns=list(Target._fields))


def signed(campaign: Campaign, entries: Sequence[Entry], names: Mapping[str, str]) -> None:
    """Who of the shortlist is named already on the draft of the campaign's text: to be thanked, not asked."""
    named = named_on_drafts(tables.record(), campaign.body, campaign.year)
    mine = {entry.iso3: named[entry.iso3] for entry in entries if entry.iso3 in named}
    if mine:
        who = ", ".join(sorted(names[iso3] for iso3 in mine))
        st.info(
            f"Named already on {plain(drafts_of(mine))}: {who}. Thank them, and ask them to bring others.",
            icon=":material/edit_document:",
        )


def asked(entries: Sequence[Entry]) -> list[str]:
    """ISO codes of those who are still asked, or have committed: all but who declined."""
    return [entry.iso3 for entry in entries if entry.status != "declined"]


def sheets(campaign: Campaign, entries: Sequence[Entry]) -> None:
    """The call sheet to be printed: each file is made on its click."""
    made = partial(call_sheet.call_sheet, tables.record(), campaign, entries, prospects(campaign))
    missing = browser_ready()
    buttons = st.container(horizontal=True)
    in_line = line_of_downloads()
    with buttons:
        for form, ending, make in (
            ("Word", "docx", call_sheet.docx),
            ("PDF", "pdf", call_sheet.pdf),
            ("Excel", "xlsx", call_sheet.xlsx),
        ):
            download(
                f"Call sheet ({form})",
                in_line(lambda make=make: make(made())),
                f"{stem('call-sheet', campaign.name, tables.record().version)}.{ending}",
                "print",
                disabled=bool(missing) and form == "PDF",
                key=f"sheet-{ending}",
            )


def card(campaign: Campaign, entry: Entry, names: Mapping[str, str], reason: str) -> None:
    """One State on the board: why it is asked, what is noted, and the form to change it. A conflict is told, nothing
    overwritten."""
    with st.container(border=True, key=f"entry-{entry.id}", gap="xsmall"):
        name = names.get(entry.iso3, entry.iso3)
        if st.button(f"**{name}**", key=f"open-{entry.id}", type="tertiary", help=f"Open the record of {name}"):
            go.to_state(entry.iso3)
            st.rerun()
        st.caption(reason)
        lines = [entry.owner and f"{plain(entry.owner)} calls", entry.date and long_date(entry.date)]
        st.caption(" · ".join(line for line in lines if line) or "Nobody calls yet")
        if entry.next_step:
            st.caption(f"Next: {plain(entry.next_step)}")
        if entry.note:
            st.caption(plain(entry.note))
        # Saved, the row has another version: the popover closes.
        with st.popover(f"Change {name}", icon=":material/edit:", key=f"edit-{entry.id}-{entry.version}"):
            save = _edit(campaign, entry, names)
        # Outside it: a popover of another version is closed, and nobody would see what is said in it.
        editing.settle(f"read-{entry.id}", entry, save, names)


def _edit(campaign: Campaign, entry: Entry, names: Mapping[str, str]) -> Callable[[], object] | None:
    """The form with its button on top, where it is in view however small the window is; what is to be saved of it."""
    kept, name = f"read-{entry.id}", names.get(entry.iso3, entry.iso3)
    read = editing.read(kept, entry)
    stamp = f"{read.id}-{read.version}"
    with st.form(f"form-{stamp}", border=False):
        saved = st.form_submit_button(f"Save {name}", type="primary")
        desk.ask_who(stamp)
        status = st.selectbox("Status", STATUSES, STATUSES.index(read.status), key=f"status-{stamp}")
        owner = st.text_input("Who calls", read.owner, key=f"owner-{stamp}")
        day = st.date_input("Date", read.date, key=f"date-{stamp}")
        step = st.text_input("Next step", read.next_step, key=f"step-{stamp}")
        note = st.text_area("Note", read.note, key=f"note-{stamp}", height=80)
    gone = st.button(f"Take {name} off the shortlist", key=f"remove-{stamp}")
    given = {"status": status, "owner": owner, "date": day, "next_step": step, "note": note}
    if gone:
        taking.take_off(campaign, [entry], names)
    return (lambda: desk.to_change(stamp).shortlist.change(read.id, read.version, **given)) if saved else None


def add_state(campaign: Campaign, entries: Sequence[Entry], names: Mapping[str, str]) -> None:
    """Choose a State that is not on the list and add it."""
    held = {entry.iso3 for entry in entries}
    with st.form(f"add-{campaign.id}-{len(held)}", border=False):
        free = {value: label for value, label in tables.spellings().items() if tables.meant(value) not in held}
        chosen = st.selectbox("State", list(free), format_func=free.get, index=None, placeholder="Choose a State")
        owner = st.text_input("Who calls")
        desk.ask_who("add")
        if st.form_submit_button("Add"):
            with errors_told():
                if not chosen:
                    raise WorkspaceError("Choose a State first.")
                iso3 = tables.meant(chosen)
                desk.to_change("add").shortlist.add(campaign.id, iso3, owner=owner)
                st.toast(f"Saved: {plain(names[iso3])} is on the shortlist.")
                st.rerun()


def resolver() -> Callable[[str], str | None]:
    """From what stands in a file's columns State and Code (a name in any spelling, or an ISO code) to the ISO code."""
    return Names.from_files(SOURCES).meant


def bring_in(campaign: Campaign) -> None:
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
    desk.ask_who("bring")
    if not (upload and st.button("Bring it in", key=f"bring-go-{campaign.id}")):
        return
    with errors_told():
        try:
            rows, ignored = files.read(upload.getvalue(), visitor.email())
            done = desk.to_change("bring").import_shortlist(campaign.id, rows, resolver(), way)
        except FileError as error:
            st.error("Nothing was imported.")
            st.markdown("\n".join(f"- {plain(str(problem))}" for problem in error.problems))
            return
        st.session_state[f"brought-{campaign.id}"] = _brought(done, ignored)
        st.rerun()


def _brought(done: Imported, ignored: Sequence[str]) -> str:
    said = (
        f"Added {len(done.added)}, changed {len(done.changed)}, the same {len(done.unchanged)}, "
        f"left alone {len(done.kept)}."
    )
    return said + (f" Columns not understood and left out: {plain(', '.join(ignored))}." if ignored else "")
