"""The one way in which a page tells what went wrong: in its place and in the error's own words; the page goes on."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from data.review.keep import NotKept
from pages.shared import meanwhile
from pages.shared.markdown import plain
from workspace.errors import ConflictError, WorkspaceError


@contextmanager
def errors_told(*kinds: type[Exception]) -> Iterator[None]:
    """Around what can fail for a reason that a person can read; default: the workspace is out of reach or refuses."""
    readable = kinds or (WorkspaceError,)
    try:
        yield
    except readable as error:
        if isinstance(error, ConflictError):
            meanwhile.tell(str(error))
        st.error(plain(str(error)), icon=":material/error:")


@contextmanager
def progress(doing: str, failed: str) -> Iterator[None]:
    """Around a step that changes the record: a box in which it tells what it does, or that it was not kept, and why."""
    with st.status(doing, expanded=True) as status, errors_told(NotKept):
        try:
            yield
        except NotKept:
            status.update(label=failed, state="error")
            raise
