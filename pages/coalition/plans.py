"""The pieces of the coalition page: suggestions, saving a scenario, comparing two."""

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
import streamlit as st

from analytics.coalition import coalition, suggestions
from analytics.coalition.coalition import compare as compared
from analytics.english import long_date, signed
from analytics.scope import GROUP_SHORT
from analytics.targets.facts import leads
from analytics.texts.drafts import gone_from_drafts, named_on_drafts
from pages.shared.campaign import chain
from pages.shared.campaign import workspace as desk
from pages.shared.errors import errors_told
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from pages.shared.record.memory import once
from workspace.scenarios import Scenario

_GONE = "_scenario_gone"
_WAYS = {
    "goal": "Fewest calls to reach a number",
    "best": "Every region's own best so far",
    "least": "At least so many from each region",
}


@once()
def standing(body: str, year: int) -> pd.DataFrame:
    """analytics.coalition.standing for a coming text, with who is named on its drafts."""
    record = tables.record()
    named, gone = named_on_drafts(record, body, year), gone_from_drafts(record, body, year)
    return coalition.standing(record, body, leads(record, body), named, gone)


@once()
def best(body: str) -> coalition.Best:
    """analytics.coalition.best of a body."""
    return coalition.best(tables.record(), body)


def suggest(body: str, year: int, standing: pd.DataFrame, reached: coalition.Best, keep: bool) -> None:
    """A suggestion by a declared rule; taking it fills the list of States asked."""
    with st.expander("Suggest a list", icon=":material/lightbulb:"):
        way = st.segmented_control("Rule", list(_WAYS), default="goal", required=True, format_func=_WAYS.get, key="way")
        able = suggestions.candidates(tables.prospects(body, year), standing, keep)
        if way == "goal":
            goal = st.number_input("Sponsors to reach", 1, reached.members, min(reached.record + 1, reached.members))
            base = coalition.project(standing, (), reached, keep).total
            found = suggestions.fewest_calls(able, base, int(goal))
        elif way == "best":
            found = suggestions.regional_best(able, standing, reached, keep)
        else:
            least = st.number_input("From each region at least", 0, 60, 12)
            found = suggestions.at_least(able, standing, int(least), keep)
        st.write(found.rule)
        names = tables.names()
        st.caption(", ".join(names[iso3] for iso3 in found.picked) or "Nobody needs to be asked.")
        st.button(
            "Take this list", disabled=not found.picked, icon=":material/check:", on_click=_take, args=(found.picked,)
        )


def _take(codes: Sequence[str], keep: bool | None = None) -> None:
    """As a callback: before the next run, while the list of States (and whether others stay) may still be set."""
    st.session_state["picked"] = list(codes)
    if keep is not None:
        st.session_state["keep"] = keep


def not_asked(standing: pd.DataFrame, asked: Sequence[str], names: Mapping[str, str]) -> None:
    """Whom a link asks although the list counts it already: who leads the text, and who is named on its draft."""
    table = standing.set_index("iso3")["standing"]
    for stands, told in (("named", "Named on the draft already, so counted and not asked"), ("lead", "Leads the text")):
        if mine := sorted(names[iso3] for iso3 in asked if table.get(iso3) == stands):
            st.info(f"{told}: {', '.join(mine)}.")


def from_shortlist(body: str, year: int, picked: Sequence[str], able: Collection[str]) -> None:
    """The way to ask those on the text's shortlist, while others are asked. `able`: who can be asked. Who declined is
    not asked again."""
    with errors_told():
        if not (number := chain.campaign_of(body, year)):
            return
        workspace = desk.workspace()
        entries = [entry for entry in workspace.shortlist.entries(int(number)) if entry.status != "declined"]
        codes = [entry.iso3 for entry in entries if entry.iso3 in able]
        if codes and set(codes) != set(picked):
            name = workspace.campaigns.get(int(number)).name
            label = f"Ask those on the shortlist of {plain(name)} ({len(codes)})"
            st.button(label, icon=":material/playlist_add_check:", on_click=_take, args=(codes,), key="from-shortlist")


def warn(body: str, year: int, picked: Sequence[str]) -> None:
    """Which of the States asked stand against the text: to be asked all the same, but knowingly."""
    table = tables.prospects(body, year).set_index("iso3")
    against = table.loc[[iso3 for iso3 in picked if iso3 in table.index]]
    against = against[against["category"] == "opposed"]
    if len(against):
        names = ", ".join(sorted(against["short_name"]))
        st.warning(
            f"Opposed by the record, and counted as if they agreed: {names}. Their votes are on Targets.",
            icon=":material/warning:",
        )
    known = table.loc[[iso3 for iso3 in picked if iso3 in table.index]]
    warned = known[known["warning"] & (known["category"] != "opposed")]
    if len(warned):
        names = ", ".join(sorted(warned["short_name"]))
        st.caption(f"A warning, not an exclusion: {names} once voted against a text or for a hostile amendment.")


def save(body: str, year: int, picked: Sequence[str], keep: bool, total: int) -> None:
    """The form that saves the list as a scenario, with what it comes to on today's record; what was deleted last can
    be brought back."""
    with st.form("save-scenario", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input("Save this list as a scenario", placeholder="such as: 90 sponsors, five groups")
        desk.ask_who("scenario")
        sent = st.form_submit_button("Save", icon=":material/save:")
    if sent:
        with errors_told():
            scenarios = desk.to_change("scenario").scenarios
            scenarios.create(name, body, year, picked, {"keep": keep, "total": total})
            st.success(f"Saved: {plain(name)}.")
    if (gone := st.session_state.get(_GONE)) and gone.body == body:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"Deleted: {plain(gone.name)}.")
            st.button(f"Bring {plain(gone.name)} back", icon=":material/undo:", key="scenario-back", on_click=_back)


def _delete(scenario: Scenario) -> None:
    with errors_told():
        desk.workspace().scenarios.remove(scenario.id, scenario.version)
        st.session_state[_GONE] = scenario


def _back() -> None:
    gone: Scenario = st.session_state[_GONE]
    with errors_told():
        held = desk.workspace().scenarios
        held.create(gone.name, gone.body, gone.year, gone.picked, gone.parameters)
        del st.session_state[_GONE]


def compare(body: str, standing: pd.DataFrame, reached: coalition.Best) -> None:
    """Two saved scenarios of a body side by side; or open one again."""
    held = [s for s in desk.workspace().scenarios.all() if s.body == body]
    if not held:
        st.caption("No scenario of this body is saved yet.")
        return
    by_id = {s.id: s for s in held}
    called = {s.id: f"{s.name} ({s.year})" for s in held}
    left, right = st.columns(2)
    one = left.selectbox("First scenario", list(by_id), format_func=called.get, key="scenario-one")
    other = right.selectbox(
        "Second scenario", list(by_id), format_func=called.get, key="scenario-other", index=len(held) - 1
    )
    with st.container(horizontal=True):
        name = plain(by_id[one].name)
        opened = (by_id[one].picked, _keeps(by_id[one]))
        st.button(f"Open {name}", icon=":material/folder_open:", on_click=_take, args=opened, key="scenario-open")
        st.button(
            f"Delete {name}", icon=":material/delete:", on_click=_delete, args=(by_id[one],), key="scenario-delete"
        )
    first = _projected(by_id[one], standing, reached)
    if one == other:
        return
    lists = [first, _projected(by_id[other], standing, reached)]
    table, told = compared(*lists)
    st.write(told["sentence"])
    table["un_group"] = table["un_group"].replace(GROUP_SHORT)
    heads = ["Region", by_id[one].name, by_id[other].name, "Difference"]
    shown = table.set_axis(heads, axis=1).style.format({heads[3]: signed})
    st.dataframe(shown, hide_index=True, alt="Two scenarios by regional group")
    names = tables.names()
    for scenario, codes in ((by_id[one], told["only_one"]), (by_id[other], told["only_other"])):
        if codes:
            st.markdown(f"Only on **{plain(scenario.name)}**: {', '.join(names[c] for c in codes)}")


def _keeps(scenario: Scenario) -> bool:
    return bool(scenario.parameters.get("keep", True))


def _projected(scenario: Scenario, standing: pd.DataFrame, reached: coalition.Best) -> coalition.Projection:
    """A saved list on the record as it is now; told where that differs from the day on which it was saved."""
    members = set(standing["iso3"])
    made = coalition.project(standing, [iso3 for iso3 in scenario.picked if iso3 in members], reached, _keeps(scenario))
    strangers = sorted(set(scenario.picked) - members)
    if strangers:
        st.info(f"Left out of {plain(scenario.name)}, as no Member States of this record: {', '.join(strangers)}.")
    then = scenario.parameters.get("total")
    if isinstance(then, int) and then != made.total:
        st.info(
            f"{plain(scenario.name)} came to {then} when it was saved on {long_date(scenario.updated_at)}; on the "
            f"record as it is now it comes to {made.total}."
        )
    return made
