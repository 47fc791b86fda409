"""Coalition: pick whom to ask, or take a suggestion, and see the list that would make; save and compare scenarios."""

import streamlit as st

from analytics.coalition import coalition
from analytics.english import percent, signed
from analytics.scope import GROUP_SHORT
from charts.words import answers
from pages.coalition import plans as planning
from pages.shared import pick
from pages.shared.address import address as link
from pages.shared.campaign import chain
from pages.shared.campaign import drafts as drafting
from pages.shared.campaign import to_shortlist as shortlisting
from pages.shared.card.card import card
from pages.shared.errors import errors_told
from pages.shared.frame import frame
from pages.shared.record import record as tables

names = tables.names()
labels = pick.expected()
top, picture = st.container(), st.container()
if not labels:
    pick.nothing_expected(top, "What success would look like")
_, body, year = pick.coming(labels)
standing, reached = planning.standing(body, year), planning.best(body)
keep = link.toggle("Those who sponsored the latest text known stay", "keep", default=True)
# Who leads the text asks, and is not asked; who is named on its draft has been.
able = set(standing.loc[~standing["standing"].isin(("lead", "named")), "iso3"])

st.header("Whom to ask", anchor=False)
planning.suggest(body, year, standing, reached, keep)
planning.not_asked(standing, st.query_params.get_all("picked"), names)
picked = pick.states("States asked", "picked", able)
planning.from_shortlist(body, year, picked, able)
drafting.notices(body, year, "coalition")
planning.warn(body, year, picked)
projection = coalition.project(standing, picked, reached, keep)
with top:
    frame.answer("What success would look like", answers.coalition(projection, reached))
with picture:
    card(
        "assembly-coalition",
        "coalition",
        body=body,
        picked=",".join(sorted(picked)),
        keep="yes" if keep else "no",
        year=year,
    )

shortlisting.add(picked, body, year) if picked else None
chain.steps("coalition", body, year, picked)

st.header("By region", anchor=False)
st.write(projection.sentence)
table = projection.by_group.assign(un_group=projection.by_group["un_group"].map(GROUP_SHORT))
heads = [
    "Region",
    "Core",
    "Others on the latest",
    "Asked",
    "Total",
    "Members",
    "Share",
    "Best so far",
    "Against the best",
]
st.dataframe(
    table.set_axis(heads, axis=1).style.format(
        {"Share": percent, "Against the best": lambda number: signed(int(number))}
    ),
    hide_index=True,
    alt="Projected sponsors by regional group",
)
for title, codes in (
    ("Leads the text", projection.lead),
    ("Named on the draft, beside who leads" if projection.lead else "Named on the draft", projection.named),
    ("Core", projection.certain),
    ("Others who sponsored the latest text known", projection.expected),
    ("Asked", projection.asked),
    ("Observers, outside the Member States", (*projection.named_observers, *projection.observers)),
):
    if title not in ("Core", "Others who sponsored the latest text known", "Asked") and not codes:
        continue
    with st.expander(f"{title}: {len(codes)}"):
        st.write(", ".join(sorted(names[iso3] for iso3 in codes)) or "nobody")
if projection.unconfirmed:
    st.info(
        f"On the text of {reached.listed} their record is not known, so they need confirming: "
        + ", ".join(sorted(names[iso3] for iso3 in projection.unconfirmed))
        + "."
    )

st.header("Scenarios", anchor=False)
with errors_told():
    planning.save(body, year, picked, keep, projection.total)
    planning.compare(body, standing, reached)
