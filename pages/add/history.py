"""What the user has added: each import with its document, undo and redo, one file for all, a colleague's file."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from analytics.english import count
from data.added.entries import Entry, strangers
from data.review.exchange import export_all, from_colleague
from data.review.keep import behind, keep, rebuild, redo, undo
from files import paths
from pages.add.words import entry_title
from pages.shared.address import navigate as go
from pages.shared.campaign import workspace as desk
from pages.shared.download import download
from pages.shared.errors import progress
from pages.shared.frame import visitor
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from workspace import log

SHOWN = 8


def done() -> None:
    """What the last step has changed, with the way to the text and back."""
    entry = st.session_state.get("import-done")
    if said := st.session_state.pop("import-said", None):
        st.success(said, icon=":material/check_circle:")
    if not isinstance(entry, Entry):
        return
    with st.container(border=True):
        st.success(
            f"Accepted: {plain(entry_title(entry))}. The record has been rebuilt; every page now counts on it.",
            icon=":material/check_circle:",
        )
        with st.container(horizontal=True):
            resolution = entry.facts["resolution"]
            if st.button(f"Open {plain(resolution)}", icon=":material/gavel:", key="open-done"):
                go.to_resolution(resolution)
                st.rerun()
            if st.button("Undo", icon=":material/undo:", key="undo-done"):
                _change(lambda tell: undo(entry.id, tell), f"Undone: {entry_title(entry)}.")


def out_of_step(entries: Sequence[Entry], taken_back: Sequence[Entry]) -> None:
    """Say so where something lies in the folder that is no import, or where the record does not yet follow it."""
    if others := strangers(paths.DATA_DIR):
        st.warning(
            f"Among your imports lies what this dashboard did not put there, and it counts for nothing: "
            f"{plain(', '.join(others))}. If a synced folder left it as a “conflicted copy”, compare it with the "
            "import of the same name, then remove it.",
            icon=":material/rule_folder:",
        )
    if not behind(entries, taken_back, tables.record()):
        return
    st.warning(
        "Something stopped after an import was kept and before the record was rebuilt. Nothing is lost: build the "
        "record now.",
        icon=":material/sync_problem:",
    )
    if st.button("Build the record", icon=":material/build:", key="import-build"):
        _change(rebuild, "The record has been rebuilt.")


def history(entries: Sequence[Entry], taken_back: Sequence[Entry]) -> None:
    """Accepted imports, the latest first, and those taken back."""
    if not entries:
        st.write("Nothing has been added yet.")
    whole = len(entries) <= SHOWN or st.toggle(f"Show all {len(entries)}", key="import-all")
    for entry in entries if whole else entries[:SHOWN]:
        _row(entry, "Undo", ":material/undo:", undo, "Undone")
    if taken_back:
        with st.expander(f"Taken back: {len(taken_back)}", icon=":material/history:"):
            for entry in taken_back:
                _row(entry, "Bring back", ":material/redo:", redo, "Brought back")


def _row(entry: Entry, label: str, icon: str, act: Callable, said: str) -> None:
    with st.container(border=True, key=f"entry-{entry.id}"):
        words, buttons = st.columns([0.72, 0.28], vertical_alignment="center")
        with words:
            st.markdown(f"**{plain(entry_title(entry))}**")
            st.caption(plain(_detail(entry)))
        with buttons, st.container(horizontal=True, horizontal_alignment="right"):
            if st.button(label, icon=icon, key=f"{label}-{entry.id}"):
                _change(lambda tell: act(entry.id, tell), f"{said}: {entry_title(entry)}.")


def _detail(entry: Entry) -> str:
    facts = entry.facts
    when = entry.accepted_at.replace("T", " ").removesuffix("+00:00")
    parts = [f"accepted by {entry.accepted_by}, {when} UTC"]
    if facts.get("use") == "no":
        parts.append("kept beside the list used")
    parts += [facts.get("source_title", ""), facts.get("note", "")]
    if entry.document_sha256:
        parts.append(f"SHA-256 of the document {entry.document_sha256[:16]}…")
    return " · ".join(filter(None, parts))


def exchange(entries: Sequence[Entry]) -> None:
    """All that was added as one file, and a colleague's such file."""
    left, right = st.columns(2)
    with left:
        st.markdown("**Send to a colleague**")
        st.caption("Everything that you have added, with documents' checksums, as one file.")
        export = partial(export_all, paths.DATA_DIR)
        name = "cosponsorship-imports.json"
        download("Export all as one file", export, name, disabled=not entries, key="import-export")
    with right:
        st.markdown("**Take in a colleague's file**")
        number = st.session_state.get("colleague-round", 0)
        file = st.file_uploader(
            "File exported from this dashboard", type=["json"], key=f"colleague-{number}", max_upload_size=20
        )
        if file is not None and st.button("Add what is in it", icon=":material/group_add:", key="colleague-add"):
            _take_in(file.getvalue(), file.name)


def _take_in(content: bytes, name: str) -> None:
    counted: dict[str, int] = {}

    def add() -> Sequence[Entry]:
        added, held = from_colleague(paths.DATA_DIR, content, name, visitor.email())
        counted.update(added=len(added), held=len(held))
        return added

    def act(tell: Callable) -> None:
        keep(add, tell)
        st.session_state["colleague-round"] = st.session_state.get("colleague-round", 0) + 1
        st.session_state["import-said"] = (
            f"{count(counted['added'], 'import')} added, {counted['held']} were here already."
        )

    _change(act, "")


def _change(act: Callable[[Callable], object], said: str) -> None:
    """Run a step with its progress; on success the page starts anew, on failure the reason stays."""
    with progress("One moment …", "Not done"):
        act(st.write)
        st.session_state.pop("import-done", None)
        desk.tell(log.CHANGED, said or st.session_state.get("import-said", ""))
        if said:
            st.session_state["import-said"] = plain(said)
        st.rerun()
