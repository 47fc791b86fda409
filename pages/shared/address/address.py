"""Widgets whose value stays when the page changes and stands in the address, so that a link reopens the same view.

Streamlit's own binding writes the label of an option into the address ("South Africa (ZAF)"), and a link that says
state=ZAF would be dropped. These write the value itself, leave out defaults, and say what of a link they do not know.
A value in the address counts when it is new: typed, from a link, or from another page.

With `show` = False there is no widget: the value is only carried along, for a page on which it changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analytics.english import listing
from pages.shared.markdown import plain

VERSION = "data"
"""What the data version is called in a permanent address."""
_TOLD = "_address"
_GATHERED = "_address_to_be"
_UNKNOWN = "_address_unknown"
_PAGE = "_address_page"


def gather(page: str) -> None:
    """From here on the widgets of a page only note what the address shall say; `tell` writes it in one go: each change
    of the address is a step in the browser's history. What a link to another page said wrongly is no longer told."""
    st.session_state[_GATHERED] = {}
    if st.session_state.get(_PAGE) != page:
        st.session_state[_PAGE], st.session_state[_UNKNOWN] = page, {}


def tell() -> None:
    """Write what was noted since `gather` into the address. A run that is cut short writes nothing; the next does."""
    noted = st.session_state.pop(_GATHERED, {})
    said = {key: st.query_params.get_all(key) for key in st.query_params}
    to_say = {key: words for key, words in {**said, **noted}.items() if words}
    if to_say != said:
        st.query_params.from_dict(to_say)
    st.session_state.setdefault(_TOLD, {}).update(noted)


def permanent(version: str) -> str:
    """The address of what is shown, with the data version: it reopens the view, and tells whether that has changed."""
    said = {key: st.query_params.get_all(key) for key in st.query_params}
    return f"?{urlencode({**said, VERSION: version}, doseq=True)}"


def other_version(version: str) -> str:
    """What to tell where the address was made with another data version than this one; "" where it was not."""
    asked = st.query_params.get(VERSION, "")
    if asked in ("", version):
        return ""
    return (
        f"The link was made with data version {plain(asked[:40])}; the record is now {version}: figures may differ. "
        "What changed is told on Sources & methods."
    )


def selectbox(
    label: str, options: Sequence[str], key: str, default: str | None = None, strict: bool = False, **more: object
) -> str | None:
    """st.selectbox over text options; default: the first. `strict`: where a link asks for what is not there, nothing
    stands in its place: None until a choice is made."""
    default = default if default is not None else (options[0] if options else None)
    _arrive(key, lambda said: said[0] if said[0] in options else None, default, set(options), strict)
    value = st.selectbox(label, options, key=key, persist_state="session", **more)
    _leave(key, value, default, lambda v: [v])
    say_unknown(label, key, value)
    return value


def segments(
    label: str, options: Sequence[str], key: str, default: str | None = None, show: bool = True, **more: object
) -> str:
    """st.segmented_control with exactly one choice; default: the first."""
    default = default or options[0]
    _arrive(key, lambda said: said[0] if said[0] in options else None, default, set(options))
    # On a narrow screen an option that lies outside is not found: they go on to the next line.
    more = {"required": True, "persist_state": "session", "wrap": True, **more}
    value = _value(st.segmented_control, show, key, label, options, **more) or default
    _leave(key, value, default, lambda v: [v])
    if show:
        say_unknown(label, key, value)
    return value


def several(
    label: str,
    options: Sequence[str],
    key: str,
    default: Sequence[str] = (),
    pills: bool = False,
    show: bool = True,
    **more: object,
) -> list[str]:
    """st.multiselect, or a segmented control with several choices, where none means all; default: none."""
    _arrive(key, lambda said: [v for v in said if v in options] or None, list(default), None)
    st.session_state[key] = [v for v in st.session_state.get(key) or [] if v in options]
    if pills:
        more["selection_mode"] = "multi"
    widget = st.segmented_control if pills else st.multiselect
    value = list(_value(widget, show, key, label, options, persist_state="session", **more))
    _leave(key, value, list(default), lambda v: list(v) or (list(options) if pills else []))
    if show:
        say_unknown(label, key, value)
    return value


def toggle(label: str, key: str, default: bool = False, **more: object) -> bool:
    """st.toggle; in the address yes or no."""
    _arrive(key, lambda said: {"yes": True, "no": False}.get(said[0]), default, {True, False})
    value = st.toggle(label, key=key, persist_state="session", **more)
    _leave(key, value, default, lambda v: ["yes" if v else "no"])
    say_unknown(label, key, value)
    return value


def years(label: str, first: int, last: int, key: str, show: bool = True) -> tuple[int, int]:
    """A slider over years with two ends; in the address 2001-2019."""

    def parse(said: list[str]) -> tuple[int, int] | None:
        ends = said[0].split("-")
        if len(ends) != 2 or not all(end.isdecimal() and len(end) == 4 for end in ends):
            return None
        since, until = (min(max(int(end), first), last) for end in ends)
        return (since, until) if since <= until else None

    _arrive(key, parse, (first, last), None)
    value = _value(st.slider, show, key, label, first, last, persist_state="session")
    _leave(key, tuple(value), (first, last), lambda v: [f"{v[0]}-{v[1]}"])
    if show:
        say_unknown(label, key, tuple(value))
    return tuple(value)


def _value(widget: Callable, show: bool, key: str, *put: object, **more: object) -> object:
    """What the widget says, or, where it is not shown, what it said last."""
    return widget(*put, key=key, **more) if show else st.session_state[key]


def _arrive(
    key: str, parse: Callable[[list[str]], object], default: object, allowed: set | None, strict: bool = False
) -> None:
    """Before the widget: take over what the address says if it is new, else give the default where nothing is held."""
    state, said = st.session_state, st.query_params.get_all(key)
    new = bool(said) and said != state.setdefault(_TOLD, {}).get(key)
    value = parse(said) if new else None
    unknown = [word for word in said if parse([word]) is None] if new else []
    if value is not None:
        state[key] = value
    elif strict and (unknown or (not new and _lost(key, state.get(key)))):
        state[key] = None
    elif state.get(key) is None or (allowed is not None and state[key] not in allowed) or (not said and _went_back()):
        state[key] = default
    if new:
        state.setdefault(_UNKNOWN, {})[key] = (unknown, state[key])


def _went_back() -> bool:
    """Whether this run shows an earlier step of the browser's history: its address leaves out defaults."""
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation


def _lost(key: str, value: object) -> list[str]:
    """What the link asked for that is not there to be chosen, until another choice is made."""
    unknown, instead = st.session_state.get(_UNKNOWN, {}).get(key, ([], None))
    return unknown if value == instead else []


def say_unknown(label: str, key: str, value: object) -> None:
    """Under the widget, until another choice is made: what the link asked for that is not there to be chosen."""
    if unknown := _lost(key, value):
        asked = listing(f"“{plain(word)}”" for word in unknown)
        st.warning(f"{label}: the link asks for {asked}, which is not known here. Choose what was meant.")


def _leave(key: str, value: object, default: object, say: Callable[[object], list[str]]) -> None:
    """After the widget: the address says its value, unless it is the default."""
    words = _lost(key, None) if value is None else [] if value == default else say(value)
    if _GATHERED in st.session_state:
        st.session_state[_GATHERED][key] = words
        return
    if st.query_params.get_all(key) != words:
        if words:
            st.query_params[key] = words
        else:
            st.query_params.pop(key, None)
    st.session_state.setdefault(_TOLD, {})[key] = words
