"""Draft resolutions that are being sponsored now: told where the next text is asked about, and a page of their own."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.english import capital, count, long_date
from analytics.scope import BODY_NAMES, GROUP_SHORT, UN_GROUPS
from analytics.texts.coverage import LIST_HEADS
from analytics.texts.drafts import OUTCOMES, Progress, of_opportunity, progress
from charts.kinds.states import draft as drafting
from data.store import Record
from pages.shared import pick
from pages.shared.address import navigate as go
from pages.shared.campaign import to_shortlist as shortlisting
from pages.shared.card import evidence
from pages.shared.card.card import card
from pages.shared.frame import frame
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from pages.shared.record.memory import once
from pages.shared.table import show_table


@once()
def so_far(draft: str) -> Progress:
    """analytics.texts.drafts.progress of one draft."""
    return progress(tables.record(), draft)


def notices(body: str, year: int, key: str) -> list[Progress]:
    """A box for each draft of an expected text, with the way to its page. Returns the drafts."""
    found = [so_far(draft) for draft in of_opportunity(tables.record(), body, year)]
    for one in found:
        notice(one, key)
    return found


def notice(one: Progress, key: str) -> None:
    """What is known of a draft so far, in a sentence, with the way to its page."""
    with st.container(border=True, key=f"draft-{key}-{one.draft}"):
        st.markdown(f"**Being sponsored now.** {plain(drafting.sentence(one))}")
        if st.button(f"Open {one.draft}", icon=":material/edit_document:", key=f"open-draft-{key}-{one.draft}"):
            go.to_resolution(one.draft)
            st.rerun()


def on_draft(found: Sequence[Progress], codes: Sequence[str]) -> list[str]:
    """For each State, whether it is named on one of these drafts: "named", "no more" or "not named so far"."""
    said = {iso3: "no more" for one in found for iso3 in _gone(one)}
    said |= {iso3: "named" for one in found for iso3 in _named(one)}
    return [said.get(iso3, "not named so far") for iso3 in codes]


def of_state(iso3: str) -> None:
    """A line for each draft: whether a State is named on it so far."""
    name = tables.names()[iso3]
    for draft in tables.record().drafts.get("resolution", ()):
        one = so_far(draft)
        said = "is named" if iso3 in _named(one) else "is not named so far (others may still join)"
        if iso3 in _gone(one):
            said = "was named on it and is no more: to confirm"
        if not one.list_id:
            said = "is not known: no list of it is held"
        st.info(
            f"Draft resolution {plain(draft)}, not adopted yet: {plain(name)} {said}.", icon=":material/edit_document:"
        )


def named(one: Progress) -> str:
    """ "41 names"."""
    return count(len(_named(one)), "name")


def _named(one: Progress) -> set[str]:
    return set(one.states.loc[one.states["outcome"].isin(("again", "new", "unclear")), "iso3"])


def _gone(one: Progress) -> set[str]:
    return set(one.states.loc[one.states["outcome"].isin(("dropped", "withdrew")), "iso3"])


def page(draft: str, top: DeltaGenerator, picture: DeltaGenerator) -> None:
    """The page of a draft: who is named so far, who of the latest sponsors is not, and its documents."""
    one = so_far(draft)
    record = tables.record().with_drafts
    text = record.resolutions.set_index("resolution", drop=False).loc[draft]
    with top:
        frame.answer(f"A draft, not adopted yet: {text['short_title']}", drafting.sentence(one))
    with picture:
        card("assembly-status", "text", on_point=go.state_clicked, text=draft)
    _facts(text, one)
    if one.list_id:
        _names(one, record)
    st.header("Evidence for one State", anchor=False)
    if iso3 := pick.state("State", "evidence", ""):
        evidence.panel(draft, iso3)
    _documents(record, draft)
    st.page_link(
        "pages/add/page.py",
        label="Add a newer list of it, or the resolution once it is adopted",
        icon=":material/post_add:",
        query_params={"wanted": draft},
    )


def _facts(text: pd.Series, one: Progress) -> None:
    st.header("Facts", anchor=False)
    facts = {
        "Title": text["title"],
        "Body and session": f"{BODY_NAMES[text['body']]}, session {text['session']}",
        "Adoption": f"expected on {long_date(text['adopted_on'])}",
        "Names held": f"{count(one.n_lists, 'list')}, together: {named(one)}" if one.stage else "no list is held",
        "Held against": f"{one.latest} ({one.latest_year})" if one.latest else "no earlier list tells",
    }
    st.table({"Of the text": list(facts), "Fact": [plain(str(fact)) for fact in facts.values()]}, hide_index=True)
    st.caption(
        "A draft counts in no total, share, ladder or forecast before it is adopted. A State that is not named may "
        "still join: it is not known, never “no”."
    )
    with st.container(horizontal=True):
        st.link_button("UN document", text["official_url"], icon=":material/description:")


def _names(one: Progress, record: Record) -> None:
    """States by what the list says of them so far, by region; those to call can be taken to a shortlist."""
    states = one.states.merge(record.states[["iso3", "name"]], on="iso3")
    written = record.rows("sponsors", resolution=one.draft)
    roles = written.sort_values("role", key=lambda role: role.eq("main sponsor")).set_index("iso3")["role"].to_dict()
    for outcome in ("not_yet", "again", "new", "unclear", "dropped", "withdrew"):
        rows = states[states["outcome"] == outcome]
        if rows.empty:
            continue
        st.header(f"{capital(OUTCOMES[outcome])}: {len(rows)}", anchor=False)
        for group in [*UN_GROUPS, ""]:
            mine = rows[rows["un_group"] == group].sort_values("short_name")
            if len(mine):
                names = [
                    plain(row.short_name) + (" (main sponsor)" if roles.get(row.iso3) == "main sponsor" else "")
                    for row in mine.itertuples()
                ]
                st.markdown(f"**{GROUP_SHORT.get(group, 'Observers')}** ({len(mine)}): {', '.join(names)}")
        if outcome == "not_yet":
            st.caption(
                f"Final sponsors of {one.latest} ({one.latest_year}) whom no list of the draft names so far: to call."
            )
            shortlisting.add(one.of("not_yet"), one.body, one.year)
    st.header("Named since when", anchor=False)
    for when, names in drafting.since_when(one):
        st.markdown(f"**{plain(capital(when))}** ({len(names)}): {plain(', '.join(names))}")


def _documents(record: Record, draft: str) -> None:
    held = record.rows("lists", resolution=draft)
    st.header("Documents", anchor=False)
    if held.empty:
        st.write("No list of its sponsors is held yet.")
        return
    show_table(held, LIST_HEADS, f"Lists of sponsors held of {draft}")


def without_opportunity() -> list[str]:
    """Drafts whose body and year match no expected text."""
    coming = {(row.body, row.year) for row in tables.coming().itertuples()}
    rows = tables.record().drafts
    return [row.resolution for row in rows.itertuples() if (row.body, row.year) not in coming] if len(rows) else []
