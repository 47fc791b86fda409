"""The record where nobody has built it: a host that starts app.py by itself has it built at the first visit."""

import threading

import streamlit as st

from data.review.keep import rebuild
from files import paths
from pages.shared.errors import progress

_ONE = threading.Lock()


def build_if_missing() -> None:
    """Build the database if there is none, and say so meanwhile; who comes while it is built waits for that one. What
    stands in the way is said; then there still is none."""
    if paths.DATABASE.is_file():
        return
    place = st.empty()
    with place.container(), progress("Building the record, once: this takes a moment …", "It was not built"), _ONE:
        if not paths.DATABASE.is_file():
            rebuild(st.write)
    if paths.DATABASE.is_file():
        place.empty()
