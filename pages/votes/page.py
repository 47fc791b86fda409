"""Votes: recorded votes and hostile amendments, how regions voted, who voted for them, who came round."""

import streamlit as st

from analytics.agreement.turns import AWAY, CAME, SIGNED, TURNS, turns
from analytics.english import capital, count
from analytics.scope import Scope
from pages.shared import pick
from pages.shared.address import address as link
from pages.shared.address import navigate as go
from pages.shared.address import scope
from pages.shared.card.card import card, finding
from pages.shared.frame import frame
from pages.shared.record import record as tables
from pages.shared.record.memory import once
from pages.shared.table import show_table

_PICTURES = {"assembly": "Assembly", "map": "Map"}
record = tables.record()


@once()
def in_favour(bodies: tuple[str, ...], since: int, until: int) -> None:
    """Who voted for each hostile amendment, by name."""
    cast = tables.measures().votes()
    mine = cast[cast["kind"].eq("amendment") & cast["body"].isin(bodies) & cast["year"].between(since, until)]
    if mine.empty:
        st.write("No recorded vote on a hostile amendment whose names are held falls in this period.")
        return
    names = tables.names()
    rows = []
    for (resolution, year, stage), part in mine.groupby(["resolution", "year", "stage"], sort=False):
        by = {vote: sorted(names[iso3] for iso3 in rows["iso3"]) for vote, rows in part.groupby("vote")}
        told = [by.get(vote, []) for vote in ("yes", "abstain", "no")]
        outcome = "carried" if len(told[0]) > len(told[2]) else "rejected"
        source = part["source_url"].iloc[0]
        amendment = stage.removeprefix("amendment ")
        numbers = [f"{len(told[0])} to {len(told[2])}, {len(told[1])} abstaining"]
        rows.append([resolution, year, amendment, outcome, *numbers, *map(", ".join, told[:2]), source])
    heads = ["Resolution", "Year", "Amendment", "Outcome", "In favour to against"]
    heads += ["In favour of the amendment", "Abstained", "Source"]
    st.dataframe(
        [dict(zip(heads, row, strict=True)) for row in rows],
        hide_index=True,
        alt="Hostile amendments, with who voted for them",
        column_config={"Source": st.column_config.LinkColumn()},
    )


@once()
def who_turned(body: str, since: int, until: int) -> None:
    """By name who came round, has sponsored since, or turned away, with each vote."""
    table = turns(record, Scope((body,), since, until))
    for turn in (CAME, SIGNED, AWAY):
        part = table[table["turn"] == turn]
        if part.empty:
            continue
        st.subheader(f"{capital(turn)} ({count(len(part), 'State')})", anchor=False)
        st.caption(f"{capital(TURNS[turn])}.")
        signed = part["signed"].map(lambda years: ", ".join(map(str, years)))
        heads = {"short_name": "State", "un_group": "Regional group", "said": "Votes, text by text"}
        heads["signed"] = "Sponsor since, in"
        show_table(part.assign(signed=signed), heads, f"{capital(turn)}, State by State")


chosen = scope.current()
years = (chosen.since, chosen.until)
asks = {"bodies": chosen.bodies, "years": years}
frame.answer("Votes and hostile amendments", finding("votes", **asks))
card("votes", "votes", **asks)
st.header("Who voted for a hostile amendment", anchor=False)
in_favour(chosen.bodies, *years)
st.caption("Who tabled an amendment is not in the record. A State that is in no column had no seat, or cast no vote.")

st.header("Who came round", anchor=False)
with st.container(horizontal=True, vertical_alignment="bottom"):
    body = pick.body()
    form = link.segments("Picture", list(_PICTURES), "picture", format_func=_PICTURES.get)
card(f"{form}-votes", f"{form}-votes", on_point=go.state_clicked, body=body, years=years)
who_turned(body, *years)
