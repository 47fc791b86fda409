"""The scope that stays when the page changes, and that the address carries: body, period, grouping, stage."""

import streamlit as st

from analytics.english import capital
from analytics.scope import BODIES, BODY_NAMES, FIRST_YEAR, LAST_YEAR, POLITICAL, UN_GROUP, Scope
from data.words import STAGES
from pages.shared.address import address as link
from pages.shared.record import record as tables

KEYS = ("body", "years", "by", "stage")
"""The names of its values in the address."""
_OWN = "own"
_GROUPINGS = {UN_GROUP: "Regional groups", POLITICAL: "Political groups"}


USED = {
    "where": ("body", "years", "stage"),
    "trends": KEYS,
    "resolutions": ("body", "years", "stage"),
    "states": ("body", "stage"),
    "compare": ("body", "years", "stage"),
    "together": ("body", "years", "stage"),
    "topics": ("years",),
    "votes": ("body", "years"),
}
"""What each page (by its address) goes by. Elsewhere the scope is carried along and no control stands idle."""


def picker(page: str) -> None:
    """The widgets that change something on this page, in its sidebar; the rest of the scope is only carried along."""
    used = USED.get(page, ())
    chosen = link.pills(
        "Body",
        BODIES,
        key="body",
        default=("GA", "HRC"),
        show="body" in used,
        help="; ".join(f"{code}: {name}" for code, name in BODY_NAMES.items())
        + ". Bodies are shown side by side, never added up.",
    )
    if not chosen and "body" in used:
        st.caption("None is chosen: all three are shown.")
    link.years("Years", FIRST_YEAR, LAST_YEAR, key="years", show="years" in used)
    grouping("by" in used)
    _stage("stage" in used)


def _stage(show: bool) -> None:
    """The stage of the lists: each body's own, or another of which a body has lists; no choice where there is none."""
    stages = tables.record().stages
    others = list(dict.fromkeys(stages.loc[~stages["series"], "stage"]))
    label = {_OWN: "Usual", **{stage: capital(STAGES[stage]) for stage in others}}
    held = "; ".join(
        f"{body}: {', '.join(f'{STAGES[s]} ({n} texts)' for s, n in zip(part['stage'], part['texts'], strict=True))}"
        for body, part in stages.groupby("body", sort=False)
    )
    link.segments(
        "Stage of the lists",
        [_OWN, *others],
        key="stage",
        show=show and bool(others),
        format_func=label.get,
        help="Each body is shown at the stage of which most of its lists are held; lists of different stages are never "
        f"compared. Whole lists held: {held}.",
    )


def grouping(show: bool = True) -> None:
    """The choice between regional and political groups, where it stands on the page itself too."""
    link.segments(
        "Grouping",
        list(_GROUPINGS),
        key="by",
        show=show,
        format_func=_GROUPINGS.get,
        help="Regional groups of the UN as for elections; political groups as of the day of each text, overlapping.",
    )


def current() -> Scope:
    """The scope chosen. With no body chosen all three are meant: an empty page helps nobody."""
    state = st.session_state
    bodies = tuple(body for body in BODIES if body in (state.get("body") or BODIES))
    since, until = state.get("years") or (FIRST_YEAR, LAST_YEAR)
    grouping = state.get("by") if state.get("by") in _GROUPINGS else UN_GROUP
    stage = state.get("stage") if state.get("stage") in STAGES else ""
    return Scope(bodies, since, until, stage, grouping)
