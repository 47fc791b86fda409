"""Pickers that several pages share: a text, the text it is held against, a State, a body."""

from collections.abc import Collection
from datetime import date
from typing import NoReturn

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.english import capital
from analytics.scope import BODY_NAMES, Scope
from analytics.states.founders import founding_texts
from analytics.texts.changes import comparable
from analytics.texts.occasions import when
from charts.question import NAMES_HELD, held_against
from data.drafts import NOT_ADOPTED
from pages.shared.address import address as link
from pages.shared.address import scope
from pages.shared.frame import frame
from pages.shared.record import record as tables

TICK = "Tick a row with the box at its left end, or on the keyboard: arrows to the row, then Shift and Space."
"""How a row of a table is chosen, said below each such table and to those who cannot see it."""
_FIRST_STATE = "ZAF"  # a State with a record that shows what the page can show


def text(label: str = "Text", key: str = "text", listed_only: bool = False, drafts: bool = False) -> str:
    """Choose a resolution of the bodies and years in scope, latest first; the one in the address is always offered.
    `listed_only`: only texts of which a list is held; `drafts`: those that are not adopted yet too."""
    chosen = scope.current()
    texts = tables.texts(chosen.bodies, drafts)
    inside = texts["year"].between(chosen.since, chosen.until) | texts["adoption"].eq(NOT_ADOPTED)
    if listed_only:
        inside &= texts["sponsor_coverage"].isin(NAMES_HELD)
    options = list(texts.loc[inside, "resolution"])
    asked = st.session_state.get(key) or st.query_params.get(key)
    everything = tables.texts(drafts=drafts)
    if asked in set(everything["resolution"]) and asked not in options:
        options.insert(0, asked)
    if not options:
        st.caption("No text of the bodies and years at the side: all texts are offered.")
        options = list(everything["resolution"])
    labels = dict(zip(everything["resolution"], everything["label"], strict=True))
    default = latest_listed()
    chosen = link.selectbox(label, options, key, default if default in options else None, True, format_func=labels.get)
    return chosen if chosen is not None else _nothing(label)


def _nothing(label: str) -> NoReturn:
    """End a page whose link asks for a State or text that is not known: what it asked for is told under the box."""
    frame.answer(label, "Nothing is shown: what the link asks for is not known here.")
    frame.stop()


def latest_listed() -> str:
    """The latest text in scope of which a list is held; the latest of the record where the scope has none."""
    texts = tables.texts()
    listed = texts[texts["sponsor_coverage"].isin(NAMES_HELD)]
    chosen = scope.current()
    inside = listed[listed["body"].isin(chosen.bodies) & listed["year"].between(chosen.since, chosen.until)]
    return (inside if len(inside) else listed).iloc[0]["resolution"]


def founding() -> str:
    """Choose one of the founding texts: the one that created the mandate, or the Declaration."""
    texts = {text: what for what, text in founding_texts(tables.record()).items()}
    words = {"mandate": "Who tabled the mandate", "declaration": "Who sponsored the Declaration"}
    return link.segments("Founders", list(texts), "founding", format_func=lambda text: f"{words[texts[text]]} ({text})")


def is_draft(resolution: str) -> bool:
    """Whether a text is a draft that is not adopted yet."""
    return resolution in set(tables.record().drafts.get("resolution", ()))


def against(resolution: str, key: str = "since") -> str | None:
    """Choose an earlier text of the same body with a list of the same stage; None where there is none."""
    if is_draft(resolution):
        st.caption(f"{resolution} is not adopted yet: it is held against the latest text whose sponsors are known.")
        return None
    options = comparable(tables.measures().texts(Scope.whole(stage=scope.current().stage)), resolution)
    if not options:
        try:
            held_against(tables.record(), resolution, scope.current().stage)
        except ValueError as problem:
            st.caption(f"{capital(str(problem))}.")
        return None
    labels = tables.texts().set_index("resolution")["label"]
    return link.selectbox("Since", options, key, strict=True, format_func=labels.get)


def _settle(key: str) -> None:
    """After a choice: a State chosen by another name is that State."""
    chosen = st.session_state[key]
    one = isinstance(chosen, str)
    st.session_state[key] = tables.meant(chosen) if one else list(dict.fromkeys(map(tables.meant, chosen or ())))


def state(label: str = "State", key: str = "state", default: str = _FIRST_STATE, among: Collection[str] = ()) -> str:
    """Choose a State or observer (of the codes in `among`, else of all), by any name that is known for it; with the
    default "" also none."""
    offered = {value: said for value, said in tables.spellings().items() if not among or tables.meant(value) in among}
    offered = offered if default else {"": "Choose a State", **offered}
    more = {"format_func": offered.get, "on_change": _settle, "args": (key,), "filter_mode": "contains"}
    chosen = link.selectbox(label, list(offered), key, default, bool(default), **more)
    return tables.meant(chosen) if chosen is not None else _nothing(label)


def states(label: str, key: str, among: Collection[str] = ()) -> list[str]:
    """Choose some States or observers, of those with the codes in `among`, else of all, by any name known for them."""
    offered = spelled(among or tables.names())
    more = {"placeholder": "Choose States", "select_all": False, "filter_mode": "contains"}
    chosen = link.several(label, list(offered), key, format_func=offered.get, on_change=_settle, args=(key,), **more)
    return list(dict.fromkeys(map(tables.meant, chosen)))


def spelled(among: Collection[str]) -> dict[str, str]:
    """States and observers to be offered, and what is shown of each: by their own name, and by every other known."""
    names = tables.names()
    known = tables.spellings().items()
    return {value: said if ":" in value else names[value] for value, said in known if tables.meant(value) in among}


def kept_states(label: str, key: str, among: Collection[str], default: Collection[str] = ()) -> list[str]:
    """As `states`, in a form whose answers stay in the visit and not in the address."""
    offered = spelled(among)
    chosen = st.multiselect(
        label,
        list(offered),
        default=[code for code in default if code in offered],
        key=key,
        format_func=offered.get,
        on_change=_settle,
        args=(key,),
        filter_mode="contains",
        persist_state="session",
        placeholder="none",
    )
    return list(dict.fromkeys(map(tables.meant, chosen)))


def body(label: str = "Body", key: str = "of") -> str:
    """Choose one of the bodies in scope (they are never added up)."""
    options = list(scope.current().bodies)
    if len(options) == 1:
        return options[0]
    return link.segments(label, options, key, format_func=BODY_NAMES.get)


def expected() -> dict[str, str]:
    """What each expected text that is still ahead is called, by "GA-2026"; of this year with the weeks it falls in."""
    today = date.today()
    return {
        f"{row.body}-{row.year}": f"{row.year} · {BODY_NAMES[row.body]}: {row.what}, "
        + (f"{row.certainty} {when(row.body, row.year, today)}" if row.year == today.year else row.certainty)
        for row in tables.coming().drop_duplicates(["body", "year"]).itertuples()
    }


def coming(labels: dict[str, str]) -> tuple[str, str, int]:
    """Choose one of the expected texts (`expected`): its key, its body, its year."""
    asked = link.selectbox("For which text", list(labels), "for", strict=True, format_func=labels.get)
    if asked is None:
        _nothing("For which text")
    body, _, year = asked.partition("-")
    return asked, body, int(year)


def nothing_expected(top: DeltaGenerator, question: str) -> NoReturn:
    """End a page that is about a coming text where the record expects none."""
    with top:
        frame.answer(question, "No coming text is expected in the record: the years of all that it expects have ended.")
    frame.stop()
