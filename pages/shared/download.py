"""A button that gives a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from files.mime import mime


def download(
    label: str, content: bytes | Callable[[], str | bytes], name: str, icon: str = "download", **more: Any
) -> None:
    """The button of a file of this name, whose content may be made on the click; nothing else of the page is drawn
    anew. `more`: what st.download_button takes."""
    st.download_button(label, content, name, mime(name), on_click="ignore", icon=f":material/{icon}:", **more)
