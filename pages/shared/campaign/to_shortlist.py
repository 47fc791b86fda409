"""Putting States on a campaign's shortlist: on one there is, or on that of a campaign started with them."""

from collections.abc import Sequence

import streamlit as st

from analytics.english import count
from pages.shared.campaign import chain
from pages.shared.campaign import workspace as desk
from pages.shared.errors import errors_told
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from workspace.errors import AlreadyThere


def add(codes: Sequence[str], body: str, year: int, key: str = "") -> str:
    """The form that puts the chosen States on a shortlist. `key` tells apart two of a page. Returns what was
    done, where a State was added: "On the shortlist of …"."""
    names = tables.names()
    with errors_told():
        mine = [c for c in desk.workspace().campaigns.all() if (c.body, c.year) == (body, year)]
        held = {str(c.id): c.name for c in mine}
        stamp = f"{body}-{year}{key}"
        with (
            st.form(f"add-{stamp}", border=False, enter_to_submit=False),
            st.container(horizontal=True, vertical_alignment="bottom"),
        ):
            chosen = name = ""
            if held:
                first = list(held).index(chain.campaign_of(body, year))
                chosen = st.selectbox("Shortlist of", list(held), first, format_func=held.get, key=f"on-{stamp}")
            else:
                name = st.text_input("Name of the new campaign", f"{body} {year}", key=f"name-{stamp}")
            desk.ask_who(stamp)
            who = names[codes[0]] if len(codes) == 1 else count(len(codes), "State")
            label = (
                f"Add {who} to the shortlist" if codes else "Start the shortlist" if not held else "Choose States first"
            )
            sent = st.form_submit_button(
                label, icon=":material/playlist_add:", key=f"sent-{stamp}", disabled=bool(held) and not codes
            )
        if sent:
            return _add(codes, (body, year), chosen, name, stamp)
    return ""


def _add(codes: Sequence[str], text: tuple[str, int], chosen: str, new_name: str, stamp: str) -> str:
    names, workspace = tables.names(), desk.to_change(stamp)
    all_of_it = {str(c.id): c for c in workspace.campaigns.all()}
    campaign = all_of_it.get(chosen) or workspace.campaigns.create(new_name, *text)
    st.session_state["campaign"] = str(campaign.id)
    new, there = [], []
    for iso3 in codes:
        try:
            workspace.shortlist.add(campaign.id, iso3)
            new.append(names[iso3])
        except AlreadyThere:
            there.append(names[iso3])
    name = plain(campaign.name)
    told = [f"On the shortlist of {name}: {', '.join(new)}." if new else f"{name} has a shortlist."]
    if there:
        told.append(f"Already there: {', '.join(there)}.")
    st.success(" ".join(told))
    return " ".join(told) if new else ""
