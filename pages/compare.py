"""Compare: the whole record as a matrix; two States, or two groups, side by side."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.scope import GROUP_SHORT, POLITICAL, UN_GROUPS, Scope
from analytics.states.compare import on_latest, two_groups, two_states
from charts.question import NAMES_HELD, Param
from charts.words import answers
from pages.shared import pick
from pages.shared.address import address as link
from pages.shared.address import navigate as go
from pages.shared.address import scope
from pages.shared.card.card import card, finding
from pages.shared.frame import frame
from pages.shared.record import record as tables
from pages.shared.table import show_table

ORDERS = {"times": "Times sponsored", "name": "Name", "latest": "Latest sponsorship"}
_ASK = "Who sponsored what"


def everything(chosen: Scope, top: DeltaGenerator) -> None:
    """Every State by every text."""
    with top:
        frame.answer(_ASK, answers.compare(tables.measures().reach(chosen)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        group = link.selectbox(
            "Regional group", ["all", *UN_GROUPS], "group", format_func=lambda g: "All groups" if g == "all" else g
        )
        order = link.segments("Order", list(ORDERS), "order", format_func=ORDERS.get)
        listed = _only_listed()
    _matrix(chosen, listed, group="" if group == "all" else group, order=order)
    if group == "all":
        st.caption("For a slide choose one regional group: all 193 rows on one are small print.")


def states(chosen: Scope, top: DeltaGenerator) -> None:
    """Two States, text by text."""
    left, right = st.columns(2)
    with left:
        one = pick.state("First State", key="one")
    with right:
        two = pick.state("Second State", key="two", default="NOR")
    if one == two:
        with top:
            frame.answer(_ASK, "Two different States are needed.")
        st.info("Choose two different States.")
        return
    names = tables.names()
    result = two_states(tables.measures().cells(chosen, states=(one, two)), one, two)
    with top:
        frame.answer(_ASK, f"{result.finding(names[one], names[two])}.")
    _matrix(chosen, _only_listed(), states=(one, two))
    st.write(result.sentence(names[one], names[two]))
    heads = {"year": "Year", "body": "Body", "resolution": "Resolution"}
    heads |= {"first": names[one], "second": names[two], "together": "Together"}
    alone = {"only the first": f"only {names[one]}", "only the second": f"only {names[two]}"}
    told = result.table.assign(together=result.table["together"].replace(alone))
    show_table(told, heads, f"{names[one]} and {names[two]}, text by text")


def choice(chosen: Scope, top: DeltaGenerator) -> None:
    """Some States on some texts, of whatever body and year."""
    asked = pick.states("States", "rows")
    labels = tables.texts().set_index("resolution")["label"]
    texts = link.several("Texts", list(labels.index), "columns", format_func=labels.get, placeholder="Choose texts")
    if not asked or not texts:
        with top:
            frame.answer(_ASK, "States and texts of your choice, side by side.")
        st.info("Choose the States and the texts that are to be shown: one of each, or more.")
        return
    asks = {"states": tuple(asked), "texts": tuple(texts), "stage": chosen.stage}
    with top:
        frame.answer(_ASK, finding("matrix", **asks))
    card("matrix", "choice", on_point=go.cell_clicked, **asks)
    st.caption("Click a cell for its evidence.")


def groups(chosen: Scope, top: DeltaGenerator) -> None:
    """Two groups, regional or political, text by text."""
    scope.grouping()
    political = chosen.grouping == POLITICAL
    grouped = tables.measures().by_group(chosen)
    options = list(dict.fromkeys(tables.record().group_members["group_id"])) if political else list(UN_GROUPS)
    left, right = st.columns(2)
    words = dict(tables.record().group_members[["group_id", "group_name"]].itertuples(index=False)) | GROUP_SHORT
    with left:
        first = link.selectbox("First group", options, "group1", format_func=lambda g: words.get(g, g))
    with right:
        second = link.selectbox("Second group", options, "group2", options[1], format_func=lambda g: words.get(g, g))
    if first == second:
        with top:
            frame.answer(_ASK, "Two different groups are needed.")
        st.info("Choose two different groups.")
        return
    years = (chosen.since, chosen.until)
    pair = two_groups(grouped, first, second)
    said = on_latest(pair, first, second)
    with top:
        frame.answer(_ASK, f"{said}." if said else "No whole list of sponsors is held of any text in this scope.")
    name = "political" if political else "regions"
    card(name, f"pair-{name}", bodies=chosen.bodies, years=years, stage=chosen.stage, groups=(first, second))
    if len(pair):
        st.dataframe(pair, hide_index=True, alt=f"{first} and {second}, text by text")
        st.caption("Of the Members of the day. Texts without a list are left out; a gap says how many are not known.")


def _only_listed() -> bool:
    return link.toggle("Only texts with a list", "listed", default=True)


def _matrix(chosen: Scope, listed: bool, **params: Param) -> None:
    """The matrix of this question; a click on a cell opens its evidence."""
    key = "pair-states" if "states" in params else "matrix"
    years = (chosen.since, chosen.until)
    asks = {"bodies": chosen.bodies, "years": years, "stage": chosen.stage, "listed": listed, **params}
    card("matrix", key, on_point=go.cell_clicked, **asks)
    if tables.measures().texts(chosen)["coverage"].isin(NAMES_HELD).any() or not listed:
        st.caption("Click a cell for its evidence.")


VIEWS = {
    "everything": ("Every State", everything),
    "states": ("Two States", states),
    "choice": ("My choice", choice),
    "groups": ("Two groups", groups),
}
chosen = scope.current()
if tables.measures().texts(chosen).empty:
    frame.answer("Who sponsored what", "No text in this scope.")
    st.warning(
        "No text of these bodies was adopted in these years. Widen the years or choose another body at the side."
    )
    frame.stop()
top, controls = st.container(), st.container(key="compare-view")
with controls:
    view = link.segments("Show", list(VIEWS), "view", format_func=lambda name: VIEWS[name][0])
VIEWS[view][1](chosen, top)
