"""The call list: a table of States, which of them are ticked, and whose reasons are open beside it.

What is ticked is kept by State, not by row: a filter or another order moves the rows, and must never put another State
on a shortlist than the one that was ticked."""

from collections.abc import Sequence
from zlib import crc32

import pandas as pd
import streamlit as st

from analytics.scope import GROUP_SHORT
from charts.frame.text import width
from data.words import CATEGORIES
from pages.shared.address import address as link
from pages.shared.pick import TICK

WHY = "why"
# Names as missions use them, where the usual ones do not fit a column.
_REGION = {**GROUP_SHORT, "Latin American and Caribbean Group": "GRULAC", "Western European and Others Group": "WEOG"}
_COLUMNS = {
    "short_name": ("State", 168, "A tick puts it among the States chosen, and opens its reasons."),
    "why": ("Why", 0, "The first reason; all of them, with their evidence, stand below the list."),
    "category": ("Category", 150, "What each means stands above the table."),
    "on_draft": ("On the draft", 110, "Whether the draft that is being sponsored now names it so far."),
    "words": ("Where it stands", 198, "Its record in this body in a word, and which text is not known."),
    "un_group": ("Region", 98, "GRULAC: Latin American and Caribbean Group; WEOG: Western European and Others Group."),
    "language": (
        "Language",
        90,
        "Known to be used by its mission or delegation; empty: not known. The source stands on Letter.",
    ),
    "council": ("Human Rights Council", 150, "Whether it is a member now."),
    "missed_since": ("Missed in a row", 120, "Texts missed since it last sponsored, as far as its record is known."),
    "votes_for": ("Votes for", 84, "Recorded votes for a text, or against a hostile amendment."),
}


def _key(asked: str) -> str:
    return f"ticked-{asked}"


def ticked(asked: str, states: Sequence[str] = ()) -> list[str]:
    """ISO codes of the States ticked for a text (such as "GA-2026"), in the order in which they were. They stand in the
    address, so that a reload or a link brings them again. `states`: all that can be ticked."""
    return link.carried("Chosen", states, _key(asked))


def table(shown: pd.DataFrame, asked: str, height: int, alt: str) -> None:
    """The rows of `shown` (analytics.targets; with `on_draft` if there is a draft), ticked where they were before."""
    view = shown.assign(
        un_group=shown["un_group"].map(_REGION).fillna("Observer"),
        category=[CATEGORIES[category][0] for category in shown["category"]],
        council=["member now" if member else "no member now" for member in shown["council"]],
    )
    names = [name for name in _COLUMNS if name in view.columns]
    codes = list(shown["iso3"])
    mine = set(st.session_state.get(_key(asked), ()))
    # pixels of the longest sentence: it is cut by nothing
    longest = round(max((width(why, 14) for why in view["why"]), default=0)) + 24
    # Other rows are another table: its ticks are given anew, not taken over by their place.
    rounds = st.session_state.get("ticks-cleared", 0)
    key = f"prospects-{asked}-{crc32(','.join(codes).encode())}-{rounds}"
    st.dataframe(
        view[names].set_axis([_COLUMNS[name][0] for name in names], axis=1),
        hide_index=True,
        height=min(height, 38 + 35 * max(len(shown), 1)),
        column_config={
            head: st.column_config.Column(width=wide or longest, help=said, pinned=head == "State")
            for head, wide, said in (_COLUMNS[name] for name in names)
        },
        on_select=lambda: _tick(asked, codes, st.session_state[key]),
        selection_mode="multi-row",
        selection_default={"selection": {"rows": [n for n, iso3 in enumerate(codes) if iso3 in mine]}},
        key=key,
        alt=f"{alt}. {TICK}",
    )


def _tick(asked: str, codes: Sequence[str], event: dict) -> None:
    """After a click: who is ticked now. Those that a filter hides stay ticked; who is new opens its reasons."""
    rows = event["selection"]["rows"]
    before = st.session_state.get(_key(asked), ())
    now = [codes[n] for n in rows if n < len(codes)]
    new = [iso3 for iso3 in now if iso3 not in before]
    kept = [iso3 for iso3 in before if iso3 in now or iso3 not in codes]
    st.session_state[_key(asked)] = kept + new
    if new:
        st.session_state[WHY] = new[-1]


def told(codes: Sequence[str], asked: str, names: dict[str, str]) -> None:
    """Who is chosen, by name, also those that a filter hides; and a button that unticks them all."""
    if not codes:
        st.caption(TICK)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"Chosen: {', '.join(names[iso3] for iso3 in codes)}.")
        st.button("Choose none", type="tertiary", key=f"none-{asked}", on_click=_clear, args=(asked,))


def _clear(asked: str) -> None:
    st.session_state[_key(asked)] = []
    st.session_state["ticks-cleared"] = st.session_state.get("ticks-cleared", 0) + 1
