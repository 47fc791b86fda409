"""Targets: which capitals to call for the next text, why, and with what evidence."""

from functools import partial

import streamlit as st

from analytics.english import capital, count
from analytics.scope import GROUP_SHORT, UN_GROUPS
from analytics.targets.targets import ORDER
from analytics.texts.drafts import drafts_of, named_on_drafts
from analytics.texts.texts import Headline, headline
from charts.kinds.states.targets import answered
from data.words import CATEGORIES
from pages.shared import pick
from pages.shared.address import address as link
from pages.shared.campaign import chain
from pages.shared.campaign import drafts as drafting
from pages.shared.campaign import to_briefing as collect
from pages.shared.campaign import to_shortlist as shortlisting
from pages.shared.card.card import card
from pages.shared.frame import frame, viewport
from pages.shared.record import record as tables
from pages.shared.record.memory import once
from pages.targets import call_list as calling
from pages.targets import forecast as chances
from pages.targets import reasons

FIRST = {name: capital(why) for name, _, why in ORDER}
record = tables.record()


@once()
def latest(body: str) -> Headline:
    """analytics.texts.headline of a body."""
    return headline(record, body)


labels = pick.expected()
top, picture = st.container(), st.container()
if not labels:
    pick.nothing_expected(top, "Which capitals to call, and why")
asked, body, year = pick.coming(labels)
with top:
    everything = tables.prospects(body, year)
    draft = drafts_of(named_on_drafts(record, body, year))
    frame.answer("Which capitals to call, and why", answered(latest(body), everything, draft))
    drafts = drafting.notices(body, year, "targets")
with picture:
    opened = partial(reasons.answer_click, everything)
    card("assembly-targets", "targets", on_point=reasons.tile_clicked, then=opened, body=body, year=year)
    st.caption("Click a State for its reasons.")

st.header("The call list", anchor=False)
offered = [name for name in CATEGORIES if name in set(everything["category"])]
groups = link.pills("Region", UN_GROUPS, "region", format_func=GROUP_SHORT.get)
languages = sorted({w for words in everything["language"] for w in words.split(", ") if w})
spoken = link.pills("Language of the mission", [*languages, reasons.NOT_KNOWN], "language")
with st.container(horizontal=True, vertical_alignment="bottom"):
    kinds = link.several(
        "Category", offered, "category", format_func=lambda c: CATEGORIES[c][0], placeholder="all targets"
    )
    politics = link.several("Political group", sorted(set(record.group_members["group_id"])), "group_id")
    council = link.toggle("Members of the Human Rights Council now", "council")
    warned = link.toggle("Never voted against", "calm")
order = link.selectbox("Order by", [name for name, _, _ in ORDER], "sort", format_func=FIRST.get)

with st.expander("What the categories mean, and how the list is ordered"):
    for name in offered:
        st.markdown("- **{}**: {}".format(*CATEGORIES[name]))
    st.markdown(
        f"The list is in the order of the evidence chosen above, then of {'; '.join(why for _, _, why in ORDER)}. "
        "The first difference decides: nothing is added up or weighted."
    )
everything = everything.assign(on_draft=drafting.on_draft(drafts, everything["iso3"]))
shown = reasons.chosen(everything, reasons.Filters(kinds, groups, politics, spoken, council, warned), order)
able = int((~everything["category"].isin(("lead", "may not", "signed"))).sum())
whom = f"are not named on {draft} so far" if draft else "are not sure to"
observers = int((shown["status"] == "observer").sum())
beside = f" ({count(observers, 'observer')} among them)" if observers else ""
st.caption(
    f"{count(len(shown), 'State')}{beside}, of {able} that may sponsor and {whom}. Tick States to put them "
    "on the shortlist; their reasons open below the list."
)
names = dict(zip(everything["iso3"], everything["short_name"], strict=True))
ticked = calling.ticked(asked, list(names))
calling.table(
    shown if draft else shown.drop(columns="on_draft"),
    asked,
    320 if viewport.narrow() else 560,
    f"States to ask for {labels[asked]}",
)
calling.told(ticked, asked, names)
shortlisting.add(ticked, body, year)
chain.steps("targets", body, year, ticked)
with st.expander("Add this list to the briefing", icon=":material/ios_share:"):
    listed = everything[everything["iso3"].isin(ticked)] if ticked else shown
    spec = {"targets": list(listed["iso3"]), "body": body, "year": year, "reasons": True, "projection": True}
    whole = count(len(listed), "State")
    if listed.empty:
        st.caption("No State is on this list.")
    else:
        st.caption(f"{whole}, on as many slides or pages as they need.")
        collect.form(f"targets-{asked}", "targets", spec, f"{whole} to talk to")
of = pick.state("Reasons for", calling.WHY, "", names)
if not draft:
    st.caption("Core sponsors on the latest whole list are not offered here: they need no call.")
if of:
    reasons.panel(everything[everything["iso3"] == of].iloc[0])

chances.section(body, year, ticked or list(shown["iso3"]))
