"""Together: who signs with whom, within and between groups, and how far groups give one answer."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.agreement.pairs import WHY_ENOUGH
from analytics.scope import POLITICAL, UN_GROUPS, Scope
from charts.question import Param
from data.words import COMPARABLE
from pages.shared import pick
from pages.shared.address import address as link
from pages.shared.address import navigate as go
from pages.shared.address import scope
from pages.shared.card.card import card, finding
from pages.shared.frame import frame
from pages.shared.record import record as tables

_ASK = "Who signs with whom"
_PICTURES = {"assembly": "Assembly", "map": "Map"}
_ALL, _ALL_POLITICAL = "between", "political"
_SOME = ("AU", "EU", "LAS", "OAS", "OIC")
"""Political groups that are shown until others are chosen."""


def one_state(chosen: Scope, top: DeltaGenerator) -> None:
    """One State: where its nearest and furthest are, and by name."""
    left, right = st.columns(2)
    with left:
        iso3 = pick.state(among=set(tables.record().states.query("status == 'member'")["iso3"]))
    with right:
        form = link.segments("Picture", list(_PICTURES), "picture", format_func=_PICTURES.get)
    asks = {**_one_body(chosen), "state": iso3}
    with top:
        frame.answer(_ASK, finding("agreement", **asks))
        card(f"{form}-agreement", f"{form}-agreement", on_point=go.state_clicked, **asks)
    card("agreement", "agreement", on_point=go.state_clicked, **asks)
    _rests_on(chosen, asks["body"])


def groups(chosen: Scope, top: DeltaGenerator) -> None:
    """Matrix between regional or political groups or within one group, and who bridges the regional ones."""
    record = tables.record()
    names = dict(record.group_members[["group_id", "group_name"]].itertuples(index=False, name=None))
    words = {_ALL: "Between the regional groups", _ALL_POLITICAL: "Between political groups"} | names
    within = link.selectbox(
        "States of", [_ALL, _ALL_POLITICAL, *UN_GROUPS, *names], "within", format_func=lambda g: words.get(g, g)
    )
    asks = _one_body(chosen)
    name, more = "agreement-matrix", {"group": "" if within == _ALL else within}
    if within == _ALL_POLITICAL:
        name, more = "agreement-political", {"groups": _some_groups()}
    with top:
        frame.answer(_ASK, finding(name, **asks, **more))
        card(name, name, on_point=go.state_clicked, **asks, **more)
    st.header("Who bridges the groups", anchor=False)
    card("bridges", "bridges", on_point=go.state_clicked, **asks)
    st.caption("All partners of each State are named in the table of the card, those with most texts first.")
    _rests_on(chosen, asks["body"])


def cohesion(chosen: Scope, top: DeltaGenerator) -> None:
    """How far each group gave one answer, on lists of sponsors and in recorded votes."""
    scope.grouping()
    asks: dict[str, Param] = {"bodies": chosen.bodies, "years": (chosen.since, chosen.until), "stage": chosen.stage}
    name = "cohesion"
    if chosen.grouping == POLITICAL:
        name, asks["groups"] = "cohesion-political", _some_groups()
    with top:
        frame.answer("How far groups give one answer", finding(name, **asks))
        card(name, name, **asks)
    st.caption(
        "The Agreement Index of Hix, Noury and Roland (2005); with two answers, sponsored or did not, it is Rice's "
        "index of 1925. What is not known is left out of it, and counted in the note. See Sources & methods."
    )


def _some_groups() -> tuple[str, ...]:
    codes = list(dict.fromkeys(tables.record().group_members["group_id"]))
    return tuple(link.several("Political groups", codes, "groups", _SOME))


def _one_body(chosen: Scope) -> dict[str, Param]:
    return {"body": pick.body(), "years": (chosen.since, chosen.until), "stage": chosen.stage}


def _rests_on(chosen: Scope, body: str) -> None:
    counts = tables.measures().counts(chosen.only(body))
    whole = int(counts["status"].isin(COMPARABLE).sum())
    st.caption(
        f"It rests on the {whole} of {len(counts)} texts in view of which a whole list of the stage is held: of a part "
        f"of a list only names are known, so that two could agree there and never differ. {WHY_ENOUGH}"
    )


VIEWS = {"state": ("One State", one_state), "groups": ("Groups", groups), "cohesion": ("Cohesion", cohesion)}
chosen = scope.current()
if tables.measures().texts(chosen).empty:
    frame.answer(_ASK, "No text in this scope.")
    st.warning(
        "No text of these bodies was adopted in these years. Widen the years or choose another body at the side."
    )
    frame.stop()
top, controls = st.container(), st.container(key="together-view")
with controls:
    view = link.segments("Show", list(VIEWS), "view", format_func=lambda name: VIEWS[name][0])
VIEWS[view][1](chosen, top)
