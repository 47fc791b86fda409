"""Targets: which capitals to call for the next text, why, and with what evidence."""

from __future__ import annotations

import streamlit as st

from analytics.prospects import CATEGORIES, ORDER
from analytics.prospects_texts import headline
from analytics.scope import BODY_NAMES, GROUP_SHORT, UN_GROUPS
from pages.parts import chances, collect, drafting, frame, go, link, reasons, shortlisting, tables
from pages.parts.card import card

FIRST = {name: f"{why[0].upper()}{why[1:]}" for name, _, why in ORDER}
record, cells = tables.record(), tables.cells()
expected = record.coming
labels = {
    f"{row.body}-{row.year}": f"{row.year} · {BODY_NAMES[row.body]}: {row.what} ({row.certainty})"
    for row in expected.drop_duplicates(["body", "year"]).itertuples()
}
top, picture = st.container(), st.container()
asked = link.selectbox("For which text", list(labels), "for", format_func=labels.get)
body, year = asked.split("-")[0], int(asked.split("-")[1])
with top:
    frame.answer("Which capitals to call, and why", headline(cells, body)["sentence"])
    drafts = drafting.notices(body, year, "targets")
with picture:
    card("assembly-targets", "targets", on_point=go.state_clicked, body=body, year=year)

st.header("The call list", anchor=False)
everything = tables.prospects(body, year)
chips = st.container(horizontal=True, vertical_alignment="bottom")
with chips:
    kinds = link.several(
        "Category",
        list(CATEGORIES),
        "category",
        format_func=lambda c: c.capitalize(),
        placeholder="all targets",
    )
    groups = link.several("Region", UN_GROUPS, "region", format_func=GROUP_SHORT.get)
    politics = link.several("Political group", sorted(set(record.group_members["group_id"])), "group_id")
    spoken = link.several(
        "Language",
        sorted({w for words in everything["language"] for w in words.split(", ") if w}),
        "language",
    )
    council = link.toggle("Members of the Council now", "council")
    warned = link.toggle("Without warnings", "calm")
    unnamed = bool(drafts) and link.toggle("Not on the draft so far", "unnamed")
order = link.selectbox("Order by", [name for name, _, _ in ORDER], "sort", format_func=FIRST.get)

with st.expander("What the categories mean"):
    for name, words in CATEGORIES.items():
        st.markdown(f"- **{name.capitalize()}**: {words.partition(': ')[2] or words}")
everything = everything.assign(on_draft=drafting.on_draft(drafts, everything["iso3"]))
shown = reasons.chosen(everything, kinds, groups, politics, spoken, council, warned, order)
if unnamed:
    shown = shown[shown["on_draft"] != "named"].reset_index(drop=True)
st.caption(
    f"{len(shown)} of {len(everything)} States that are not sure sponsors. Order: the evidence chosen first, then "
    + "; ".join(why for _, _, why in ORDER)
    + ". Nothing is added up or weighted."
)
table, side = st.columns([5, 3])
with table:
    columns = [
        "short_name",
        "un_group",
        "category",
        "words",
        "missed_since",
        "votes_for",
        "council",
        "language",
    ]
    heads = [
        "State",
        "Region",
        "Category",
        "Where it stands",
        "Missed in a row",
        "Votes for",
        "Council",
        "Languages",
    ]
    if drafts:
        columns.insert(4, "on_draft")
        heads.insert(4, "On the draft")
    narrow = {name: st.column_config.Column(width="small") for name in heads[1:]}
    view = shown[columns].assign(un_group=shown["un_group"].map(GROUP_SHORT).fillna("Observer"))
    event = st.dataframe(
        view.set_axis(heads, axis=1), hide_index=True, height=560,
        column_config=narrow, on_select="rerun", selection_mode="multi-row",
        key=f"prospects-{asked}", alt=f"States to ask for {labels[asked]}",
    )  # fmt: skip
    picked = [shown.iloc[n] for n in event["selection"]["rows"] if n < len(shown)]
    shortlisting.add([row["iso3"] for row in picked], body, year)
    with st.expander("Add this list to the briefing", icon=":material/ios_share:"):
        listed = picked or [row for _, row in shown.head(12).iterrows()]
        targets = [{"iso3": row["iso3"], "why": row["reasons"][0].sentence} for row in listed]
        spec = {"targets": targets, "body": body, "projection": True}
        collect.form(f"targets-{asked}", "targets", spec, f"{len(targets)} States to talk to")
with side:
    if picked:
        reasons.panel(picked[-1], body)
    else:
        st.info(
            "Choose a State in the table: its reasons open here, each with its evidence.",
            icon=":material/arrow_back:",
        )

chances.section(body, year, [row["iso3"] for row in picked])
