"""A download says beside its button how many are before it while it waits its turn, and why where it was not made.

What a download button makes is made outside the run of a page, where nothing can be written by st: so what is said is
sent to the visitor's session itself, to the place that was kept for it when the button was drawn."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import streamlit as st
from streamlit import runtime
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Markdown_pb2 import Markdown
from streamlit.runtime.scriptrunner import get_script_run_ctx

from briefing.apart import NotMade
from briefing.line import telling, waiting
from briefing.picture.worker import ImageError, NoBrowser
from data.store import NoDatabase
from pages.shared.markdown import plain

Content = TypeVar("Content", str, bytes)


Maker = Callable[[], Content]


def line_of_downloads() -> Callable[[Maker[Content]], Maker[Content]]:
    """Keeps a place here; what it is given, which makes a download, then tells in that place how many are before it, or
    why it was not made."""
    place, context = st.empty(), get_script_run_ctx()
    if context is None or not runtime.exists():
        return lambda make: make
    message = ForwardMsg()
    message.metadata.delta_path[:] = place._cursor.delta_path
    message.metadata.active_script_hash = context.pages_manager.current_page_script_hash
    message.delta.fragment_id = place._creating_fragment_id or ""
    message.delta.new_element.markdown.element_type = Markdown.Type.CAPTION
    tell = partial(_tell, context.session_id, message)

    def telling_it(make: Maker[Content]) -> Maker[Content]:
        def made() -> Content:
            tell("")
            try:
                with telling(lambda before: tell(waiting(before))):
                    return make()
            except (NotMade, NoBrowser, ImageError, NoDatabase) as error:
                tell(plain(str(error)))
                raise

        return made

    return telling_it


def _tell(session_id: str, message: ForwardMsg, words: str) -> None:
    session = runtime.get_instance().get_app_session(session_id)
    if session is None:  # gone meanwhile
        return
    told = ForwardMsg()
    told.CopyFrom(message)
    if words:
        told.delta.new_element.markdown.body = words
    else:
        told.delta.new_element.empty.SetInParent()
    session._call_soon_on_event_loop(partial(session._enqueue_forward_msg, told))
