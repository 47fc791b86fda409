"""Campaigns of the shortlist page: start one, rename it, archive it, bring one back."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from analytics.scope import BODIES, BODY_NAMES
from pages.shared.campaign import workspace as desk
from pages.shared.errors import errors_told
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from pages.shortlist import edits as editing
from workspace.campaigns import Campaign

# The campaign to show in the next run: the box that says which may not be set once it has been drawn.
_NEXT = "_campaign"


def arrive() -> None:
    """Before the box is drawn: show the campaign that was just started or taken up again."""
    if _NEXT in st.session_state:
        st.session_state["campaign"] = st.session_state.pop(_NEXT)


def show_next(campaign: Campaign) -> None:
    """Draw the page anew, with this campaign, which was saved."""
    st.toast(f"Saved: {plain(campaign.name)}.", icon=":material/check:")
    st.session_state[_NEXT] = str(campaign.id)
    st.rerun()


def start() -> None:
    """The form that starts a campaign."""
    with st.form("start-campaign", border=False):
        name = st.text_input("Name of the campaign")
        body = st.selectbox("Body", [b for b in BODIES if b != "CHR"], format_func=BODY_NAMES.get)
        coming = sorted(set(tables.coming()["year"]))
        year = st.number_input("Year of the text", 2000, 2100, int(coming[0]) if coming else 2026)
        aim = st.text_input("Aim (optional)")
        desk.ask_who("start")
        if st.form_submit_button("Start the campaign"):
            with errors_told():
                show_next(desk.to_change("start").campaigns.create(name, body, int(year), aim))


def change(campaign: Campaign) -> Callable[[], None]:
    """The form that renames a campaign or archives it; returns what saves, to be called outside the popover that it is
    in, which closes. Who comes second is told, and nothing is overwritten."""
    kept = f"read-campaign-{campaign.id}"
    read = editing.read(kept, campaign)
    stamp = f"{read.id}-{read.version}"
    with st.form(f"campaign-form-{stamp}", border=False):
        name = st.text_input("Name", read.name, key=f"campaign-name-{stamp}")
        year = st.number_input("Year of the text", 1998, 2100, read.year, key=f"campaign-year-{stamp}")
        aim = st.text_input("Aim", read.aim, key=f"campaign-aim-{stamp}")
        desk.ask_who("campaign")
        saved = st.form_submit_button("Save the campaign")
    st.caption("In the archive it keeps its shortlist and its history, and can be brought back.")
    away = st.button(f"Archive {plain(read.name)}", key=f"campaign-away-{stamp}")
    save, given = None, {"name": name, "year": int(year), "aim": aim} if saved else {"archived": True}
    if saved or away:
        save = lambda: desk.to_change("campaign").campaigns.change(read.id, read.version, **given)  # noqa: E731
    return partial(editing.settle, kept, campaign, save)


def put_away() -> None:
    """Those in the archive, each with the way back; nothing where there are none."""
    campaigns = desk.workspace().campaigns
    away = [one for one in campaigns.all(archived=True) if one.archived]
    if not away:
        return
    with st.expander(f"Archive ({len(away)})", icon=":material/inventory_2:"):
        for one in away:
            left, right = st.columns([4, 1], vertical_alignment="center")
            left.markdown(f"{plain(one.name)} · {BODY_NAMES[one.body]} {one.year}")
            if right.button(f"Bring back {plain(one.name)}", key=f"campaign-back-{one.id}"):
                with errors_told():
                    show_next(desk.to_change("campaign").campaigns.change(one.id, one.version, archived=False))
