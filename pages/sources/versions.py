"""What changed in the record since another version: one that was kept, or one that was taken away."""

import streamlit as st

from analytics.english import count
from data.versions.changes import Change, changes
from data.versions.version import NoVersion, Version, beside, known, of_record, read, unpacked
from files import paths
from pages.shared.markdown import plain
from pages.shared.record import record as tables


def panel() -> None:
    """The choice of another version, and what is not the same in it."""
    record = tables.record()
    kept = {name: file for name, file in known(beside(paths.DATABASE)).items() if name != record.version}
    st.write(
        f"This is data version {record.version}. Choose another one that was built here, or bring one that was taken "
        "away as “All tables” (a ZIP)."
    )
    chosen = st.selectbox(
        "Version", list(kept), index=None, key="other-version", placeholder="Versions built here", disabled=not kept
    )
    brought = st.file_uploader("Or a ZIP of all tables", type="zip", key="brought-version")
    try:
        if brought:
            _show(unpacked(brought.getvalue(), brought.name))
        elif chosen:
            _show(read(kept[chosen]))
    except NoVersion as problem:
        st.error(f"{plain(str(problem))}.", icon=":material/error:")


def _show(old: Version) -> None:
    new = of_record(tables.record())
    found = changes(old, new)
    if not found:
        st.success(f"Nothing changed from data version {plain(old.name)} to {new.name}.", icon=":material/check:")
        return
    st.markdown(
        f"**From data version {plain(old.name)} to {new.name}: {count(len(found), 'text or list', 'texts and lists')}**"
    )
    st.dataframe(_table(found), hide_index=True, alt="What changed, text by text and list by list")


def _table(found: list[Change]) -> dict[str, list[str]]:
    return {
        "Of what": [change.subject for change in found],
        "Which": [change.key for change in found],
        "What": [change.what for change in found],
        "Changes": ["; ".join(change.said) for change in found],
    }
