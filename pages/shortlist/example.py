"""An example of a campaign, made of the record's own call list, which goes in one press."""

import streamlit as st

from analytics.scope import BODY_NAMES
from pages.shared.campaign import workspace as desk
from pages.shared.errors import errors_told
from pages.shared.record import record as tables
from pages.shortlist import campaigns as campaigning
from workspace.campaigns import Campaign
from workspace.errors import NotFound
from workspace.store import Workspace

STATES = 5
_HELD = "example"
_NAME = "Example"
_STEPS = ("Call the mission", "Send the letter", "Ask for a meeting")


def offer() -> None:
    """Where there is no campaign yet: the button that makes one to look at; nothing where no call list can be made."""
    coming = tables.coming()
    texts = [] if coming.empty else [(str(row.body), int(row.year)) for row in coming.head(1).itertuples()]
    for body, year in texts:
        st.caption(
            f"Or look at an example first: the first {STATES} States of the call list for the text of the "
            f"{BODY_NAMES[body]} in {year}. One press takes it away again."
        )
        if st.button("Show me an example", icon=":material/lightbulb:", key="example-start"):
            with errors_told():
                campaigning.show_next(_start(body, year))


def settle(campaign: Campaign) -> None:
    """On the example's own page: what it is, and the button that takes it away."""
    if desk.workspace().settings.get(_HELD) != campaign.id:
        return
    left, right = st.columns([3, 1], vertical_alignment="center")
    left.info("This is an example: nobody has been called, and you may change all of it.", icon=":material/lightbulb:")
    if right.button("Take the example away", icon=":material/delete:", key="example-away"):
        with errors_told():
            _signed().campaigns.change(campaign.id, campaign.version, archived=True)
            st.rerun()


def _start(body: str, year: int) -> Campaign:
    """The example as it was left, or a new one."""
    workspace = _signed()
    try:
        held = workspace.campaigns.named(_NAME)
        return workspace.campaigns.change(held.id, held.version, archived=False) if held.archived else held
    except NotFound:
        pass
    listed = tables.prospects(body, year).head(STATES)
    made = workspace.campaigns.create(_NAME, body, year, f"{STATES} more States on the draft")
    for place, row in enumerate(listed.itertuples()):
        workspace.shortlist.add(made.id, row.iso3, next_step=_STEPS[place % len(_STEPS)])
    workspace.settings.set(_HELD, made.id)
    return made


def _signed() -> Workspace:
    """The workspace signed by the visitor, or, before anybody has said who signs, by the example itself."""
    return desk.to_change("example") if desk.who() else desk.workspace().signed(_NAME)
