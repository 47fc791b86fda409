"""The picture of a scanned page, for a person to compare with what text recognition has read."""

from __future__ import annotations

import streamlit as st

from data.reading.documents.scans import picture
from data.reading.model import ImportedList, ImporterError
from pages.add import document as importing
from pages.shared.markdown import plain


def show(one: ImportedList, key: str, document: importing.Document) -> None:
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
