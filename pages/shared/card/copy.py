"""The button that puts a text into the clipboard."""

from __future__ import annotations

import streamlit as st

_HTML = """
<button type="button"></button>
<p role="status"></p>
<textarea readonly hidden aria-label="The text"></textarea>
"""
_CSS = """
button {
  font: inherit; color: inherit; background: var(--st-background-color);
  border: 1px solid var(--st-border-color, #8888); border-radius: .5rem;
  padding: .45rem .8rem; min-height: 2.5rem; cursor: pointer;
}
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
p { margin: .3rem 0 0; font-size: .85rem; }
p:empty { display: none; }
textarea { width: 100%; min-height: 9rem; margin-top: .4rem; font: inherit; box-sizing: border-box; }
"""
# A link is of use where others reach the server; where the clipboard is closed, the text is shown to be copied.
_JS = """
export default function (component) {
  const { parentElement: root, data } = component
  const button = root.querySelector("button"), said = root.querySelector("p"), shown = root.querySelector("textarea")
  button.textContent = data.label
  const alone = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname)
  button.onclick = async () => {
    const text = alone ? data.text : `${data.text}\\n${location.href}`
    try {
      await navigator.clipboard.writeText(text)
      said.textContent = "Copied."
    } catch {
      shown.value = text
      shown.hidden = false
      shown.select()
      said.textContent = "The browser keeps its clipboard closed: copy the text below."
    }
  }
}
"""
_component = st.components.v2.component("copy", html=_HTML, css=_CSS, js=_JS)


def button(label: str, text: str, key: str) -> None:
    """A button that copies the text, and after it the address of the page on a server that others can reach."""
    _component(key=key, data={"label": label, "text": text})
