"""A button that gives a file."""

from collections.abc import Callable
from typing import Any

import streamlit as st

_OFFICE = "application/vnd.openxmlformats-officedocument"
_KINDS = {
    "csv": "text/csv",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "html": "text/html",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "svg": "image/svg+xml",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "zip": "application/zip",
}


def mime(extension: str) -> str:
    """The kind of a file with this ending, such as "pdf" or "csv.zip". Raises KeyError for one that we do not make."""
    return _KINDS[extension.rpartition(".")[2]]


def download(
    label: str, content: bytes | Callable[[], str | bytes], name: str, icon: str = "download", **more: Any
) -> None:
    """The button of a file of this name, whose content may be made on the click; nothing else of the page is drawn
    anew. `more`: what st.download_button takes."""
    st.download_button(label, content, name, mime(name), on_click="ignore", icon=f":material/{icon}:", **more)
