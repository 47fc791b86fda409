"""Putting States on a campaign's shortlist, and choosing or starting the campaign."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.shared import record as tables
from pages.shared import workspace as desk
from workspace.errors import AlreadyThere, WorkspaceError


def campaign(body: str, year: int) -> object | None:
    """Choose the campaign for a text, or start one; None until there is one."""
    campaigns = desk.workspace().campaigns
    mine = [c for c in campaigns.all() if (c.body, c.year) == (body, year)]
    options = {c.id: c.name for c in mine}
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with left:
        if mine:
            picked = st.selectbox("Campaign", list(options), format_func=options.get, key=f"campaign-{body}-{year}")
        else:
            picked = None
            st.caption("No campaign for this text yet: start one to keep a shortlist.")
    with right, st.popover("New campaign", icon=":material/add:"), st.form(f"new-{body}-{year}", border=False):
        name = st.text_input("Name", value=f"{body} {year}")
        aim = st.text_input("Aim", placeholder="such as: 90 sponsors from all five groups")
        if st.form_submit_button("Start"):
            try:
                campaigns.create(name, body, year, aim)
                st.rerun()
            except WorkspaceError as error:
                st.error(str(error))
    return next((c for c in mine if c.id == picked), None)


def add(codes: Sequence[str], body: str, year: int) -> None:
    """The button that puts the chosen States on the shortlist."""
    names = tables.names()
    try:
        chosen = campaign(body, year)
        if chosen is None:
            return
        who = names[codes[0]] if len(codes) == 1 else str(len(codes))
        label = f"Add {who} to the shortlist" if codes else "Add to the shortlist (choose rows first)"
        if st.button(label, disabled=not codes, icon=":material/playlist_add:", key=f"add-{body}-{year}"):
            held, new = [], []
            for iso3 in codes:
                try:
                    desk.workspace().shortlist.add(chosen.id, iso3)
                    new.append(names[iso3])
                except AlreadyThere:
                    held.append(names[iso3])
            if new:
                st.success(f"On the shortlist of {chosen.name}: {', '.join(new)}.")
            if held:
                st.info(f"Already there: {', '.join(held)}.")
            st.page_link(
                "pages/shortlist/page.py",
                label="Open the shortlist",
                icon=":material/arrow_forward:",
                query_params={"campaign": str(chosen.id)},
            )
    except WorkspaceError as error:
        st.error(str(error))
