"""Compare: the whole record as a matrix; two States, or two groups, side by side."""

from __future__ import annotations

import streamlit as st

from analytics.compare import two_groups, two_states
from analytics.scope import GROUP_SHORT, POLITICAL, UN_GROUP, UN_GROUPS
from charts import answers
from pages.parts import evidence, frame, go, link, pick, scope, tables
from pages.parts.card import card

record, chosen = tables.record(), scope.current()
cells = chosen.apply(tables.cells())
frame.answer("Who sponsored what", answers.compare(cells, chosen.words()))
if cells.empty:
    st.warning(
        "No text of these bodies was adopted in these years. Widen the years or choose another body at the side."
    )
    frame.stop()
years = (chosen.since, chosen.until)

ORDERS = {"times": "Times sponsored", "name": "Name", "latest": "Latest sponsorship"}
with st.container(horizontal=True, vertical_alignment="bottom"):
    group = link.selectbox(
        "Regional group",
        ["all", *UN_GROUPS],
        "group",
        format_func=lambda g: "All groups" if g == "all" else g,
    )
    order = link.segments("Order", list(ORDERS), "order", format_func=ORDERS.get)
    listed = link.toggle("Only texts with a list", "listed", default=True)


card(
    "matrix", "matrix", on_point=go.cell_clicked, bodies=chosen.bodies, years=years,
    group="" if group == "all" else group, order=order, listed=listed,
)  # fmt: skip
st.caption("Click a cell for its evidence.")
asked = go.cell_asked()
if asked:
    evidence.dialogue(*asked)

st.header("Two States", anchor=False)
left, right = st.columns(2)
with left:
    one = pick.state("First State", key="one")
with right:
    two = pick.state("Second State", key="two", default="NOR")
if one == two:
    st.info("Choose two different States.")
else:
    names = tables.names()
    result = two_states(cells, one, two)
    st.write(result.sentence(names[one], names[two]))
    heads = ["Year", "Body", "Resolution", names[one], names[two], "Together"]
    st.dataframe(
        result.table.set_axis(heads, axis=1),
        hide_index=True,
        alt=f"{names[one]} and {names[two]}, text by text",
    )

st.header("Two groups", anchor=False)
grouping = chosen.grouping if chosen.grouping in (UN_GROUP, POLITICAL) else UN_GROUP
grouped = tables.by_group(grouping)
options = list(dict.fromkeys(grouped["group"])) if grouping == POLITICAL else list(UN_GROUPS)
left, right = st.columns(2)
with left:
    first = st.selectbox(
        "First group", options, key=f"g1-{grouping}", format_func=lambda g: GROUP_SHORT.get(g, g)
    )
with right:
    second = st.selectbox(
        "Second group", options, index=1, key=f"g2-{grouping}", format_func=lambda g: GROUP_SHORT.get(g, g)
    )
inside = grouped[grouped["body"].isin(chosen.bodies) & grouped["year"].between(*years)]
pair = two_groups(inside, first, second)
st.dataframe(pair, hide_index=True, alt=f"{first} and {second}, text by text")
st.caption("Of the Members of the day. Texts without a list are left out; a gap says how many are not known.")
