"""Briefing: what was collected, in the order and words of the user, and every form in which it leaves the house."""

from functools import partial

import streamlit as st

from briefing import apart
from briefing.document import templates
from briefing.document.forms import outputs
from briefing.document.sections import english_only
from briefing.document.spec import Briefing
from briefing.formats import ImageError, NoBrowser, browser_ready
from briefing.line import telling, waiting
from data.store import NoDatabase, Record
from data.tongues.speech import ENGLISH
from data.tongues.state_names import LANGUAGES
from pages.briefing import assemble as assembling
from pages.briefing import present as showing
from pages.briefing import templates as readymade
from pages.shared.address import address as link
from pages.shared.download import download
from pages.shared.errors import errors_told
from pages.shared.frame import frame, visitor
from pages.shared.record import record as tables


def _forms(made: Briefing, record: Record) -> None:
    """A button for each form; what was made last can be downloaded, and the presentation shown in the page."""
    missing, left = browser_ready(), _english_only(made, record)
    foreign = made.language != ENGLISH
    with st.container(horizontal=True):
        for output in outputs.OUTPUTS.values():
            if st.button(
                output.label,
                key=f"make-{output.key}",
                disabled=bool(left) or (bool(missing) and output.needs_browser) or (foreign and not output.translated),
                help="In English only" if foreign and not output.translated else None,
                icon=":material/build:",
            ):
                _make(made, record, output.key)
    if missing:
        st.caption(missing)
    done = st.session_state.get("made")
    if done and done[:2] == (made, record.version):  # what was made of other items is not offered as this
        _, version, key, name, content = done
        download(f"Download {name}", content, name, type="primary", key="made-download")
        st.caption(f"{len(content) / 1e6:.1f} MB, data version {version}.")
        if key == "present":
            st.link_button("Present now", showing.keep(content, visitor.email()), icon=":material/fullscreen:")
            st.caption(
                "Opens in a tab of its own. Arrows turn slides, f is full screen, Esc leaves it; it comes back "
                "to the same slide. The file shows the same without the dashboard."
            )


def _english_only(made: Briefing, record: Record) -> tuple[str, ...]:
    """What of the briefing cannot be made in its language, said before anything is made; found once for its items."""
    if made.language == ENGLISH:
        return ()
    held = st.session_state.get("english-only")
    if not held or held[:2] != (made, record.version):
        held = (made, record.version, tuple(english_only(made, record).values()))
        st.session_state["english-only"] = held
    if held[2]:
        told = "\n".join(f"- {sentence}." for sentence in held[2])
        st.warning(f"Not everything can be said in {LANGUAGES[made.language]}:\n\n{told}", icon=":material/translate:")
        st.caption("Take these items out, or make the briefing in English.")
    return held[2]


def _make(made: Briefing, record: Record, key: str) -> None:
    bar = st.progress(0.0, "Beginning …")
    readable = (apart.NotMade, NoBrowser, ImageError, NoDatabase)
    with errors_told(*readable), telling(lambda before: bar.progress(0.0, waiting(before))):
        content = apart.made(
            partial(outputs.make, made, record, key, apart.tell), lambda done, what: bar.progress(min(done, 1.0), what)
        )
        name = outputs.file_name(made, record, key)
        st.session_state["made"] = (made, record.version, key, name, content)
    bar.empty()


record = tables.record()
top = st.container()
ways = {"own": "My briefing", **{key: t.title_for_menu for key, t in templates.TEMPLATES.items()}}
way = link.segments("Start from", list(ways), "start", format_func=ways.get)
made, said = assembling.own() if way == "own" else readymade.template(way)
with top:
    frame.answer("The briefing", said)
if made is not None:
    st.header("Take it away", anchor=False)
    if made.items:
        _forms(made, record)
    else:
        st.info("Nothing is in the briefing yet: use “Add to briefing” on any card, or start from a template.")
