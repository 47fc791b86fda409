"""Shortlist: a campaign's States as a board: who calls whom, how far it is, what comes next."""

from dataclasses import replace
from functools import partial

import streamlit as st

from analytics.english import long_date
from analytics.scope import BODY_NAMES
from pages.shared.address import address as link
from pages.shared.campaign import chain
from pages.shared.campaign import workspace as desk
from pages.shared.download import download
from pages.shared.errors import errors_told
from pages.shared.frame import frame, visitor
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from pages.shortlist import board, editor, edits, example
from pages.shortlist import campaigns as campaigning
from workspace.database.schema import STATUSES
from workspace.errors import WorkspaceError
from workspace.shortlist import table as files

names = tables.names()
top = st.container()
try:
    workspace = desk.workspace()
    campaigns = workspace.campaigns.all()
except WorkspaceError as error:
    frame.answer("The shortlist", "The workspace cannot be opened now.")
    st.error(plain(str(error)))
    st.button("Try again", icon=":material/refresh:", on_click=desk.forget_failure)
    frame.stop()
with errors_told():
    if not campaigns:
        with top:
            frame.answer("The shortlist", "No campaign yet: start one, then add States from Targets.")
        campaigning.start()
        example.offer()
        campaigning.put_away()
        st.page_link("pages/targets/page.py", label="Go to Targets", icon=":material/arrow_forward:")
        frame.stop()
    options = {str(c.id): f"{c.name} · {BODY_NAMES[c.body]} {c.year}" for c in campaigns}
    campaigning.arrive()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = link.selectbox("Campaign", list(options), "campaign", format_func=options.get)
        campaign = next(c for c in campaigns if str(c.id) == chosen)
        with st.popover(f"Change {plain(campaign.name)}", icon=":material/edit:", key=f"c-{chosen}-{campaign.version}"):
            settle = campaigning.change(campaign)
        with st.popover("New campaign", icon=":material/add:", key=f"new-campaign-{len(campaigns)}"):
            campaigning.start()
    settle()
    entries = workspace.shortlist.entries(campaign.id)
    edits.taken_off(campaign, entries, names)
    with top:
        frame.answer("The shortlist", board.sentence(campaign, entries))
    if campaign.aim:
        st.caption(f"Aim: {plain(campaign.aim)}")
    example.settle(campaign)
    board.signed(campaign, entries, names)

    if entries:
        known = board.known(campaign, names)
        view = link.segments("View", ["table", "board"], "view", format_func=str.capitalize)
        if view == "table":
            editor.table(campaign, entries, known)
        else:
            held = {status: [entry for entry in entries if entry.status == status] for status in STATUSES}
            # A column with States gets twice the room of an empty one.
            for column, status in zip(st.columns([2 if held[s] else 1 for s in STATUSES]), STATUSES, strict=True):
                with column:
                    st.markdown(f"**{status.capitalize()}** ({len(held[status])})")
                    for entry in held[status]:
                        board.card(campaign, entry, names, known.loc[entry.iso3, "Why"])
        board.sheets(campaign, entries)
    else:
        editor.told(campaign, names)
        st.info("The shortlist is empty. Add States on Targets, or here.")
    chain.steps("shortlist", campaign.body, campaign.year, board.asked(entries), chosen)

    with st.expander("Add a State", icon=":material/add:", expanded=not entries):
        board.add_state(campaign, entries, names)
    with st.expander("History of changes", icon=":material/history:"):
        changes = workspace.history.of_campaign(campaign.id, 200)
        st.write("Nothing has changed yet.") if not changes else None
        for change in changes:
            named = replace(change, subject=names.get(change.subject, change.subject))
            st.markdown(f"- {long_date(change.at)}, {change.at:%H:%M} UTC: {plain(named.sentence)}")
    with st.expander("Take it away, or bring one in", icon=":material/swap_vert:"):
        with st.container(horizontal=True):
            about = (f"Shortlist: {campaign.name}", f"{BODY_NAMES[campaign.body]} {campaign.year}")
            excel, csv = partial(files.xlsx_bytes, entries, names, about), partial(files.csv_bytes, entries, names)
            download("Excel, to be brought back in", excel, f"shortlist-{campaign.name}.xlsx")
            download("CSV, to be brought back in", csv, f"shortlist-{campaign.name}.csv")
        board.bring_in(campaign)
    campaigning.put_away()
    whose = (
        "Shared with all who use that server" if workspace.shared else "Nothing of it leaves this computer by itself"
    )
    st.caption(f"Kept in {plain(workspace.place)}. {whose}.")
    if desk.who() and not visitor.email():
        desk.sign(st.text_input("Your name, to sign changes", desk.who()))
