"""Forms over rows of the workspace: who saves over somebody else's change is told, and nothing is overwritten."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import streamlit as st

from pages.shared import meanwhile
from pages.shared.campaign import workspace as desk
from pages.shared.errors import errors_told
from pages.shared.markdown import plain
from workspace.campaigns import Campaign
from workspace.errors import ConflictError
from workspace.shortlist.shortlist import Entry

Row = TypeVar("Row", Campaign, Entry)


def read(kept: str, held: Row) -> Row:
    """The row as it was when the form was first shown, which it stays on; `held`: the row as it is now."""
    return st.session_state.setdefault(kept, held)


def settle(
    kept: str, held: Campaign | Entry, save: Callable[[], object] | None, names: Mapping[str, str] | None = None
) -> None:
    """After the form: `save` if it was sent, and draw the page anew; also where the row has changed meanwhile. A
    conflict is told; `names`: what its subject is called on the page."""
    if save is None and st.session_state[kept].version == held.version:
        return
    if save is None and held.updated_by != desk.who():
        st.toast(f"{plain(held.updated_by or 'Somebody else')} has saved here meanwhile: the form begins anew.")
    with errors_told():
        try:
            if save is not None:
                save()
        except ConflictError as error:
            st.session_state[kept] = held
            said = str(error).replace(error.subject, (names or {}).get(error.subject, error.subject), 1)
            meanwhile.tell(said)
            st.error(plain(f"{said} The form shows theirs the next time you open it."))
            return
        del st.session_state[kept]
        if save is not None:
            st.toast("Saved.", icon=":material/check:")
        st.rerun()


def taken_off(campaign: Campaign, entries: Sequence[Entry], names: Mapping[str, str]) -> None:
    """Tell of the States that somebody else has taken off since the list was last shown here."""
    key, now = f"seen-{campaign.id}", {entry.iso3 for entry in entries}
    mine = set(st.session_state.get(f"off-{campaign.id}", {}))
    gone = st.session_state.get(key, set()) - now - mine
    st.session_state[key] = now
    if not gone:
        return
    for change in desk.workspace().history.of_campaign(campaign.id, 200):
        if change.action == "removed" and change.subject in gone:
            gone.remove(change.subject)
            name = names.get(change.subject, change.subject)
            by = change.by or "Somebody else"
            meanwhile.tell(f"{by} has taken {name} off the shortlist of {campaign.name}. {change.before}".strip())
    st.rerun()
