"""Add a list: from a UN document to the grid, reviewed by a person before it counts, and undone at will."""

from dataclasses import replace

import streamlit as st

from data.added.entries import Entry
from data.reading.context import Context
from data.reading.documents.scans import picture
from data.reading.model import ImportedList, ImporterError
from data.review.expectations import review
from data.review.keep import history, undone
from files import paths
from pages.add import accept, correct, upload
from pages.add import document as importing
from pages.add import history as importing_history
from pages.add import new_text as importing_new_text
from pages.add import review as shown
from pages.add import text as reading
from pages.add.corrections import Said, corrected
from pages.add.words import answer, title
from pages.shared.frame import frame
from pages.shared.markdown import plain
from pages.shared.record import record as tables


def _picture(one: ImportedList, key: str, document: importing.Document) -> None:
    """The pages on which the list stands and that were read by OCR, one at a time."""
    page = one.scanned[0]
    if len(one.scanned) > 1:
        page = st.segmented_control("Page", one.scanned, default=page, required=True, key=f"picture-{key}")
    try:
        drawn = _drawn(document.sha256, page, document.data, document.name)
    except ImporterError as error:
        st.warning(plain(str(error)), icon=":material/image_not_supported:")
        return
    st.image(drawn, f"Page {page}, as scanned", "stretch", alt=f"Page {page} of the document, as scanned")


@st.cache_data(max_entries=20, show_spinner="Drawing the page …")
def _drawn(sha256: str, page: int, _data: bytes, _name: str) -> bytes:
    return picture(_data, _name, page)


def unfinished() -> None:
    """Above the review: that it is one of an earlier visit; and the others that wait."""
    if begun := importing.restored():
        st.info(
            f"Restored: your review of {plain(begun.name)}, begun on {importing.day(begun)}, with what you had "
            "chosen. What was typed in a form and not sent is not in it.",
            icon=":material/restore:",
        )
    for begun in importing.others():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"Begun on {importing.day(begun)} and not ended: the review of **{plain(begun.name)}**")
            st.button("Go on", key=f"go-on-{begun.key}", on_click=importing.go_on, args=(begun,))
            st.button("Discard", key=f"forget-{begun.key}", on_click=importing.discard, args=(begun,))


def review_document(document: importing.Document, context: Context) -> ImportedList:
    """From what was recognised to accepting it. Returns the list under review."""
    place, one = upload.pick(document)
    key = f"{document.key}-{place}"
    st.header("What was recognised", anchor=False)
    st.markdown(f"**{plain(title(one))}**")
    st.caption(f"{plain(document.name)} · {shown.tally(one)} · read as: {plain(one.kind)}")
    for note in one.notes:
        st.info(plain(note), icon=":material/info:")
    if one.scanned:
        text, beside = st.columns(2)
        with text:
            reading.show(one, key)
        with beside:
            _picture(one, key, document)
    else:
        reading.show(one, key)
    decided = correct.uncertain(one, key)
    with st.expander(f"Correct the names ({len(one.states)})", icon=":material/edit:"):
        edited = correct.rows(one, key)
        added = correct.missed(one, key)
    states = tables.record().states
    official = dict(zip(states["iso3"], states["name"], strict=True))
    said = Said(edited, decided, added)
    given = corrected(one, said, tables.names(), official, correct.roles_of(one))

    st.header("What it is", anchor=False)
    resolution, stage = accept.about(one, key, context)
    others = [other for i, other in enumerate(document.lists) if i != place]
    whole = replace(given.one, resolution=resolution or one.resolution, stage=stage or one.stage)
    proposed = accept.counting(whole, key, others, context) if resolution and stage else None

    st.header("Before it counts", anchor=False)
    if proposed is None:
        st.info("Say which text it is for and its stage to see what would change.", icon=":material/info:")
        if st.button("Discard", icon=":material/delete:", key=f"discard-{key}"):
            importing.drop()
            st.rerun()
        return one
    check = shown.flags(review(whole, context, others))
    if one.is_vote:
        shown.votes(whole)
    else:
        shown.difference(whole, context)
        shown.grid(proposed, context)
    st.header("Accept or discard", anchor=False)
    accept.sign(accept.UnderReview(document, key, one, given, proposed, check), context)
    return one


def page(entries: list[Entry], taken_back: list[Entry], context: Context) -> None:
    """Everything below the answer."""
    importing_history.done()
    importing_history.out_of_step(entries, taken_back)
    importing.current()  # what was begun earlier is looked for before its place is drawn
    upload.source()
    document = importing.current()
    reviewed = None
    unfinished()
    if document:
        if document.head:
            upload.table_columns(document)
        if document.lists:
            reviewed = review_document(document, context)
    st.header("What you have added", anchor=False)
    importing_history.history(entries, taken_back)
    importing_history.exchange(entries)
    st.header("A text that is not in the record", anchor=False)
    with st.expander("Add a new text: a draft that is being sponsored, or a resolution", icon=":material/add_circle:"):
        importing_new_text.form(context, reviewed)
    importing.remember()


try:
    held = history(paths.DATA_DIR), undone(paths.DATA_DIR), importing.context()
except (ValueError, OSError) as error:  # a damaged file in the user's folder, or one that cannot be read
    frame.answer("Add a list", answer(tables.coverage(), None))
    st.error(plain(str(error)), icon=":material/error:")
    st.caption(plain(f"Your imports lie in {paths.DATA_DIR}. The record itself is intact."))
else:
    frame.answer("Add a list", answer(tables.coverage(), held[0]))
    page(*held)
