"""The button that puts a text into the clipboard."""

from pathlib import Path

import streamlit as st

_HTML = """
<button type="button"></button>
<p role="status"></p>
<textarea readonly hidden aria-label="The text"></textarea>
"""
_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "copy", html=_HTML, css=(_HERE / "copy.css").read_text("utf-8"), js=(_HERE / "copy.js").read_text("utf-8")
)


def button(label: str, text: str, key: str) -> None:
    """A button that copies the text, and after it the address of the page on a server that others can reach."""
    _component(key=key, data={"label": label, "text": text})
