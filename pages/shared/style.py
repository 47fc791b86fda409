"""The few rules of style that Streamlit's theme cannot say."""

from __future__ import annotations

import streamlit as st

from charts.frame import font
from pages.shared import viewport

_CSS = """
<style>
.block-container { padding: 2.6rem 1.6rem 3rem; max-width: 1200px; }
[data-testid="stSidebar"][aria-expanded="true"] { width: 264px !important; min-width: 264px !important; }
[data-testid="stSidebarHeader"]::before {
  content: "Who stands up for defenders"; font-weight: 600;
}
[class*="st-key-card-"] { padding: .4rem .7rem .5rem; }
.st-key-viewport { position: absolute; height: 0; overflow: hidden; }
.over { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; opacity: .72; margin: 0 0 .15rem; }
.foot { font-size: .8rem; opacity: .8; margin-top: 2rem; border-top: 1px solid #8884; padding-top: .6rem; }
.word { font-weight: 600; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { opacity: 1; color: inherit; }
[data-testid="stCaptionContainer"] { opacity: .76; }
h1 { text-wrap: balance; padding-top: 0 !important; }
/* Streamlit writes white on the primary colour, which is light in the dark theme. */
[data-testid^="stBaseButton-primary"], [data-testid^="stBaseButton-primary"] * { color: light-dark(#ffffff, #10161f); }
.letter h2 { font-size: 1.15rem !important; }
.letter { max-width: 46rem; margin: 0 auto; line-height: 1.5; }
.letter a { color: inherit; }
@media (max-width: 640px) {
  .block-container { padding-left: .8rem; padding-right: .8rem; }
  h1 { font-size: 1.35rem !important; }
  [data-testid="stMetricValue"] { font-size: 1.4rem; }
}
</style>
"""
# On a chosen option Streamlit writes white on the theme's light blue, which cannot be read.
_DARK = """
<style>
[data-testid="stMultiSelectTagsContainer"] [data-tag], [data-tag] * { color: #141a23 !important; }
</style>
"""


def apply() -> None:
    """Add the rules to the page."""
    st.html(f"{_CSS}<style>{font.STYLE}</style>")
    if viewport.theme() == "dark":
        st.html(_DARK)
