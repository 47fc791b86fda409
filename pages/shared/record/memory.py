"""What is made once for each version of the data, not at every run: labels, options, figures, and parts of a page.

Asked for by keys (a body, a year, a text), never by frames; what is held is shared by all visitors, so nobody changes
it."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st
from streamlit import runtime

from data import store

P = ParamSpec("P")
R = TypeVar("R")


def once(entries: int = 64, spinner: str | bool = False) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A function of the record and its arguments, remembered: the last `entries` answers. What it draws is sent again
    as it was, without being made again; so it may draw all but widgets."""

    def remembered(make: Callable[P, R]) -> Callable[P, R]:
        def held(version: str, /, *asked: P.args, **more: P.kwargs) -> R:
            return make(*asked, **more)

        # Streamlit tells caches apart by these names.
        held.__module__, held.__qualname__ = make.__module__, f"{make.__code__.co_filename}:{make.__qualname__}"
        cached = st.cache_resource(held, max_entries=entries, show_spinner=spinner)

        @wraps(make)
        def ask(*asked: P.args, **more: P.kwargs) -> R:
            # Without a server nothing that is drawn could be kept.
            return cached(store.record().version, *asked, **more) if runtime.exists() else make(*asked, **more)

        return ask

    return remembered
