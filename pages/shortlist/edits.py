"""Forms over rows of the workspace: who saves over somebody else's change is told, and nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from pages.shared.errors import errors_told
from pages.shared.markdown import plain
from workspace.errors import ConflictError


def read(kept: str, held: object) -> object:
    """The row as it was when the form was first shown, which it stays on; `held`: the row as it is now."""
    return st.session_state.setdefault(kept, held)


def settle(kept: str, held: object, save: Callable[[], object] | None, names: Mapping[str, str] | None = None) -> None:
    """After the form: `save` if it was sent, and draw the page anew; also where the row has changed meanwhile.

    A conflict is told; `names`: what its subject is called on the page.
    """
    if save is None and st.session_state[kept].version == held.version:
        return
    with errors_told():
        try:
            if save is not None:
                save()
        except ConflictError as error:
            st.session_state[kept] = held
            said = str(error).replace(error.subject, (names or {}).get(error.subject, error.subject), 1)
            st.error(plain(f"{said} The form shows theirs the next time you open it."))
            return
        del st.session_state[kept]
        if save is not None:
            st.toast("Saved.", icon=":material/check:")
        st.rerun()
