"""The forms in which a briefing leaves: made on a click, with progress, then there to be saved or shown."""

from __future__ import annotations

import streamlit as st

from briefing.document.forms import outputs
from briefing.document.spec import Briefing
from briefing.formats import ImageError, NoBrowser, browser_ready
from briefing.line import telling, waiting
from data.store import Record
from pages.briefing import present as showing
from pages.shared.errors import errors_told
from pages.shared.frame import visitor


def forms(made: Briefing, record: Record) -> None:
    """A button for each form; what was made last can be downloaded, and the presentation shown in the page."""
    missing = browser_ready()
    with st.container(horizontal=True):
        for output in outputs.OUTPUTS.values():
            if st.button(
                output.label,
                key=f"make-{output.key}",
                disabled=bool(missing) and output.needs_browser,
                icon=":material/build:",
            ):
                _make(made, record, output.key)
    if missing:
        st.caption(missing)
    done = st.session_state.get("made")
    if done and done[:2] == (made, record.version):  # what was made of other items is not offered as this
        _, version, key, name, mime, content = done
        st.download_button(
            f"Download {name}",
            content,
            name,
            mime,
            on_click="ignore",
            type="primary",
            icon=":material/download:",
            key="made-download",
        )
        st.caption(f"{len(content) / 1e6:.1f} MB, data version {version}.")
        if key == "present":
            st.link_button("Present now", showing.keep(content, visitor.email()), icon=":material/fullscreen:")
            st.caption(
                "Opens in a tab of its own. Arrows turn slides, f is full screen, Esc leaves it; it comes back "
                "to the same slide. The file shows the same without the dashboard."
            )


def _make(made: Briefing, record: Record, key: str) -> None:
    bar = st.progress(0.0, "Beginning …")
    with errors_told(NoBrowser, ImageError, ValueError), telling(lambda before: bar.progress(0.0, waiting(before))):
        content = outputs.make(made, record, key, lambda done, what: bar.progress(min(done, 1.0), what))
        name = outputs.file_name(made, record, key)
        st.session_state["made"] = (made, record.version, key, name, outputs.OUTPUTS[key].mime, content)
    bar.empty()
