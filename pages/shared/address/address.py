"""Widgets whose value stays when the page changes and stands in the address, so that a link reopens the same view.

Streamlit's own binding writes the label of an option into the address ("South Africa (ZAF)"), and a link that says
state=ZAF would be dropped. These write the value itself, leave out defaults, and say what of a link they do not know.
A value in the address counts when it is new: typed, from a link, or from another page.

With `show` = False there is no widget: the value is only carried along, for a page on which it changes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
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


@dataclass(frozen=True)
class _Kept:
    """A value that stays. `read`: it from what the address says (None: not known); `write`: what the address says of
    it; `options`: of which it must be one, or some where the default is a list (None: whatever); `show`: whether it has
    a widget here; `strict`: where a link asks for what is not there, nothing stands in its place: None until a choice
    is made."""

    label: str
    key: str
    default: Any
    read: Callable[[list[str]], Any]
    write: Callable[[Any], list[str]]
    options: Sequence[Any] | None = None
    show: bool = True
    strict: bool = False

    def ask(self, widget: Callable[..., Any], *put: Any, **more: Any) -> Any:
        """What the widget says, or, where it is not shown, what it said last."""
        self._arrive()
        value = st.session_state[self.key]
        if self.show:
            value = widget(self.label, *put, key=self.key, persist_state="session", **more)
        if value is None and not self.strict:
            value = self.default
        self._leave(value)
        if self.show:
            self.say_unknown(value)
        return value

    def _arrive(self) -> None:
        """Before the widget: take over what the address says if it is new, else give the default where nothing is
        held."""
        state, key, said = st.session_state, self.key, st.query_params.get_all(self.key)
        new = bool(said) and said != state.setdefault(_TOLD, {}).get(key)
        value = self.read(said) if new else None
        unknown = [word for word in said if self.read([word]) is None] if new else []
        if value is not None:
            state[key] = value
        elif self.strict and (unknown or (not new and self._lost(state.get(key)))):
            state[key] = None
        elif state.get(key) is None or (not said and _went_back()):
            state[key] = self.default
        if isinstance(self.default, list):
            state[key] = [one for one in state[key] if one in self.options]
        elif state[key] is not None and self.options is not None and state[key] not in self.options:
            state[key] = self.default
        if new:
            state.setdefault(_UNKNOWN, {})[key] = (unknown, state[key])

    def _leave(self, value: Any) -> None:
        """After the widget: the address says its value, unless it is the default."""
        words = self._lost(None) if value is None else [] if value == self.default else self.write(value)
        if _GATHERED in st.session_state:
            st.session_state[_GATHERED][self.key] = words
            return
        if st.query_params.get_all(self.key) != words:
            if words:
                st.query_params[self.key] = words
            else:
                st.query_params.pop(self.key, None)
        st.session_state.setdefault(_TOLD, {})[self.key] = words

    def _lost(self, value: Any) -> list[str]:
        """What the link asked for that is not there to be chosen, until another choice is made."""
        unknown, instead = st.session_state.get(_UNKNOWN, {}).get(self.key, ([], None))
        return unknown if value == instead else []

    def say_unknown(self, value: Any) -> None:
        """Say what the link asked for that is not there to be chosen, until another choice is made."""
        if unknown := self._lost(value):
            asked = listing(f"“{plain(word)}”" for word in unknown)
            st.warning(f"{self.label}: the link asks for {asked}, which is not known here. Choose what was meant.")


def _one(label: str, options: Sequence[str], key: str, default: str | None, show: bool = True) -> _Kept:
    default = default or (options[0] if options else None)
    return _Kept(label, key, default, lambda said: said[0] if said[0] in options else None, _word, options, show)


def _some(label: str, options: Sequence[str], key: str, default: Sequence[str] = (), show: bool = True) -> _Kept:
    return _Kept(label, key, list(default), lambda said: [v for v in said if v in options] or None, list, options, show)


def _word(value: str) -> list[str]:
    return [value]


def selectbox(
    label: str, options: Sequence[str], key: str, default: str | None = None, strict: bool = False, **more: Any
) -> str | None:
    """st.selectbox over text options; default: the first. `strict`: where a link asks for what is not there, nothing
    stands in its place: None until a choice is made."""
    return replace(_one(label, options, key, default), strict=strict).ask(st.selectbox, options, **more)


def segments(
    label: str, options: Sequence[str], key: str, default: str | None = None, show: bool = True, **more: Any
) -> str:
    """st.segmented_control with exactly one choice; default: the first."""
    # On a narrow screen an option that lies outside is not found: they go on to the next line.
    more = {"required": True, "wrap": True, **more}
    return _one(label, options, key, default, show).ask(st.segmented_control, options, **more)


def several(label: str, options: Sequence[str], key: str, default: Sequence[str] = (), **more: Any) -> list[str]:
    """st.multiselect; default: none."""
    return _some(label, options, key, default).ask(st.multiselect, options, **more)


def pills(
    label: str, options: Sequence[str], key: str, default: Sequence[str] = (), show: bool = True, **more: Any
) -> list[str]:
    """A segmented control with several choices, where none means all; default: none."""
    kept = replace(_some(label, options, key, default, show), write=lambda value: value or list(options))
    return kept.ask(st.segmented_control, options, selection_mode="multi", **more)


def carried(label: str, options: Sequence[str], key: str) -> list[str]:
    """Some of the options without a widget: what the address says, and what was put under `key` in the session; what
    the link asks for beside them is said."""
    kept = _some(label, options, key, show=False)
    value: list[str] = kept.ask(st.multiselect)
    kept.say_unknown(value)
    return value


def toggle(label: str, key: str, default: bool = False, **more: Any) -> bool:
    """st.toggle; in the address yes or no."""
    words = {"yes": True, "no": False}
    kept = _Kept(label, key, default, lambda said: words.get(said[0]), lambda v: ["yes" if v else "no"], (True, False))
    return kept.ask(st.toggle, **more)


def years(label: str, first: int, last: int, key: str, show: bool = True) -> tuple[int, int]:
    """A slider over years with two ends; in the address 2001-2019."""

    def parse(said: list[str]) -> tuple[int, int] | None:
        ends = said[0].split("-")
        if len(ends) != 2 or not all(end.isdecimal() and len(end) == 4 for end in ends):
            return None
        since, until = (min(max(int(end), first), last) for end in ends)
        return (since, until) if since <= until else None

    kept = _Kept(label, key, (first, last), parse, lambda v: [f"{v[0]}-{v[1]}"], show=show)
    return tuple(kept.ask(st.slider, first, last))


def _went_back() -> bool:
    """Whether this run shows an earlier step of the browser's history: its address leaves out defaults."""
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation
