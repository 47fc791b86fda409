"""States: one State across bodies: timeline, where it stands, votes, peers, and the evidence for each cell."""

import pandas as pd
import streamlit as st

from analytics.english import long_date
from analytics.grid import withdrew
from analytics.scope import BODIES, BODY_NAMES, Scope, groups_of_state
from analytics.states.history import peers
from charts.words import answers
from charts.words.aloud import aloud
from data.words import at_stage
from pages.shared import pick
from pages.shared.address import navigate as go
from pages.shared.address import scope
from pages.shared.campaign import drafts as drafting
from pages.shared.campaign import to_briefing as collect
from pages.shared.card import evidence
from pages.shared.card.card import card
from pages.shared.frame import frame, visitor
from pages.shared.record import record as tables
from pages.shared.record.memory import once
from pages.shared.table import show_table
from pages.states import brief as meeting

record, stage = tables.record(), scope.current().stage


@once()
def history(iso3: str, stage: str) -> pd.DataFrame:
    """Measures.history of a State, the latest text first."""
    return tables.measures().history(iso3, Scope.whole(stage=stage)).iloc[::-1].reset_index(drop=True)


@once()
def said(iso3: str, stage: str) -> tuple[str, ...]:
    """The record of a State, to be said aloud."""
    return aloud(tables.names()[iso3], history(iso3, stage))


@once()
def votes(iso3: str) -> pd.DataFrame:
    """Measures.votes of a State, the latest first."""
    rows = tables.measures().votes(states=[iso3])
    return rows.sort_values(["adopted_on", "stage"], ascending=[False, True])


measures = tables.measures()
top, picture = st.container(), st.container()
iso3 = pick.state()
past = history(iso3, stage)
me = record.states.set_index("iso3").loc[iso3]
standings = {body: measures.ladder(body, stage).set_index("iso3").loc[iso3] for body in BODIES}
with top:
    frame.answer("One State across bodies", answers.state(me["short_name"], standings))
    meeting.brief(iso3, said(iso3, stage))
with picture:
    card("timeline", "state", on_point=go.text_clicked(iso3), state=iso3, stage=stage)

built = record.resolutions["adopted_on"].max()
groups = groups_of_state(record.group_members, iso3, built)
since = f"Member State since {long_date(me['member_since'])}. " if me["member_since"] else ""
kind = "Observer, outside the 193 Member States. " if me["status"] == "observer" else ""
st.caption(
    f"{kind}{since}{me['un_group'] or 'No regional group'}. Political groups today: {', '.join(groups) or 'none held'}."
)

drafting.of_state(iso3)

if visitor.may("member"):
    with st.expander(f"Add {me['short_name']} to the briefing", icon=":material/ios_share:"):
        collect.form(f"state-{iso3}", "state", {"state": iso3, "stage": stage}, me["short_name"])

back = set(past.loc[withdrew(past), "resolution"])

st.header("Where it stands", anchor=False)
for column, body in zip(st.columns(len(BODIES)), BODIES, strict=True):
    row = standings[body]
    with column, st.container(border=True):
        st.caption(f"{BODY_NAMES[body]}{at_stage(row['asked'])}")
        st.markdown(f"**{row['words']}**")
        st.caption(row["rule"])
        with st.popover(f"Texts behind the word ({body})"):
            st.markdown(f"Sponsored: {', '.join(row['sponsored_in']) or 'none'}")
            missed = [text + " (withdrew)" * (text in back) for text in row["missed"]]
            st.markdown(f"Not on a list that would name it: {', '.join(missed) or 'none'}")
            st.markdown(f"Not known: {', '.join(row['unknown_in']) or 'none'}")
            if row["named_elsewhere"]:
                st.markdown(f"Of these, another list names it on: {', '.join(row['named_elsewhere'])}")

st.header("Text by text", anchor=False)
heads = {"year": "Year", "body": "Body", "resolution": "Resolution", "short_title": "Text", "word": "On it"}
heads |= {"role": "Role", "as_written": "As written", "stage": "List", "vote": "Vote"}
event = show_table(
    past.assign(vote=past["vote"] + past["remark"].map(lambda said: " *" if said else "")),
    heads,
    f"What is known of {me['short_name']} on each text. {pick.TICK}",
    on_select="rerun",
    selection_mode="single-row",
    key=f"history-{iso3}",
)
rows = event["selection"]["rows"]
st.caption(" ".join([f"{pick.TICK} Its evidence opens below.", *("* " + said for said in past["remark"] if said)]))
if rows:
    with st.container(border=True):
        evidence.panel(past.loc[rows[0], "resolution"], iso3, stage)

st.header("Votes", anchor=False)
cast = votes(iso3)
if cast.empty:
    st.write(
        f"No recorded vote of {me['short_name']} is held: it was not a voting member, was absent, or there was no vote."
    )
else:
    heads = {"year": "Year", "body": "Body", "resolution": "Resolution", "stage": "Vote on", "vote": "Cast"}
    heads |= {"stance": "For or against the text", "source_url": "Source"}
    show_table(cast, heads, f"Recorded votes of {me['short_name']}")
    st.caption("A yes to an amendment supports a hostile amendment, so it counts against the text.")
    for row in cast[cast["remark"].ne("")].itertuples():
        st.info(f"{row.resolution}: {row.remark}", icon=":material/info:")

st.header("Peers in its regional group", anchor=False)
if not me["un_group"]:
    st.write("Observers belong to no regional group.")
else:
    body = pick.body("Body", key="peers")
    group = peers(measures.ladder(body, stage), iso3)
    heads = {"short_name": "State", "words": "Where it stands", "sponsored": "Sponsored"}
    chosen = show_table(
        group,
        {**heads, "opportunities": "Texts known", "last_year": "Last sponsored"},
        f"Where the other States of the {me['un_group']} stand. {pick.TICK}",
        placeholder="–",
        on_select="rerun",
        selection_mode="single-row",
        key=f"peers-{iso3}-{body}",
    )
    st.caption(f"{pick.TICK} That State can then be opened.")
    picked = chosen["selection"]["rows"]
    if picked and st.button(f"Open {group.loc[picked[0], 'short_name']}", icon=":material/arrow_forward:"):
        go.to_state(group.loc[picked[0], "iso3"])
        st.rerun()
