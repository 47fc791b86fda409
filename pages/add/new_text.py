"""A new text with its facts, e.g. the resolution of the next session."""

from datetime import date

import streamlit as st

from data.drafts import NOT_ADOPTED
from data.reading.context import Context
from data.reading.model import ImportedList
from data.reading.text.symbols import DRAFT, root
from data.review.accept import LATEST, accept_resolution
from data.review.keep import keep
from pages.shared.errors import progress

ADOPTION = ("without a vote", "recorded vote")
MANDATE = {"": "does not touch the mandate", "renewed": "renews the mandate", "created": "creates the mandate"}


HOW = {False: "Adopted", True: "A draft, not adopted yet"}


def form(context: Context, one: ImportedList | None = None) -> None:
    """The fields of a new text; its list is added afterwards like any other. `one`: the list under review; where it is
    of a draft that no text in the record has, its symbol is filled in."""
    draft = root(one.document_symbol) if one and DRAFT.fullmatch(one.document_symbol) else ""
    draft = "" if context.resolution_of(draft) else draft
    pending = st.segmented_control(
        "The text is", list(HOW), default=bool(draft), required=True, key=f"new-pending-{draft}", format_func=HOW.get
    )
    with st.form(f"import-resolution-{pending}-{draft}", border=False, enter_to_submit=False):
        facts, day = _fields(bool(pending), draft, one)
        votes = {} if pending else _votes(facts)
        by = st.text_input("Your name", st.session_state.get("import-by") or "", key="new-by")
        sent = st.form_submit_button("Add this text", icon=":material/add:")
    if not sent:
        return
    if not pending and facts["adoption"] == "recorded vote" and None in votes.values():
        st.error("A recorded vote needs its three totals: in favour, against, abstaining.", icon=":material/error:")
        return
    if not by.strip():
        st.error("Say who adds it: your name.", icon=":material/error:")
        return
    facts["adopted_on"] = day.isoformat() if day else ""
    recorded = facts["adoption"] == "recorded vote"
    facts |= {vote: str(number) if recorded else "" for vote, number in votes.items()}
    _add(facts, by, context)


def _fields(pending: bool, draft: str, one: ImportedList | None) -> tuple[dict[str, str], date | None]:
    """What both kinds of text have; of a draft, the day is that on which its adoption is expected."""
    kind = f"{pending}-{draft}"
    left, right = st.columns(2)
    facts = {
        "resolution": left.text_input(
            "Symbol of the draft resolution" if pending else "Symbol of the resolution",
            draft if pending else "",
            key=f"new-symbol-{kind}",
            placeholder="A/C.3/81/L.30" if pending else "A/RES/81/100",
        )
    }
    day = right.date_input(
        "Adoption expected on (day of the plenary, as far as you know)" if pending else "Adopted on",
        value=None,
        min_value=date(1998, 1, 1),
        max_value=date.today() + LATEST if pending else date.today(),
        key=f"new-day-{kind}",
        format="YYYY-MM-DD",
    )
    facts["title"] = st.text_input(
        "Title, as in the document", one.title if one and draft else "", key=f"new-title-{kind}"
    )
    left, right = st.columns(2)
    facts["short_title"] = left.text_input("Short title (optional)", key=f"new-short-{kind}")
    facts["mandate_action"] = right.selectbox(
        "Mandate", list(MANDATE), format_func=MANDATE.get, key=f"new-mandate-{kind}"
    )
    if pending:
        facts["adoption"] = NOT_ADOPTED
        st.caption(
            "Names on it are kept as those of a draft: they count in no total before it is adopted. Then add the "
            "resolution with this symbol of its draft, and its lists move to it by themselves."
        )
        return facts, day
    facts["draft_symbol"] = left.text_input("Symbol of the draft (optional)", draft, key=f"new-draft-{kind}")
    facts["report_symbol"] = right.text_input("Symbol of the report (optional)", key="new-report")
    return facts, day


def _votes(facts: dict[str, str]) -> dict[str, int | None]:
    """How it was adopted, put into the facts, and the totals of a recorded vote."""
    left, right = st.columns(2)
    facts["adoption"] = left.selectbox("Adopted", ADOPTION, key="new-adoption")
    with right:
        cast = dict(zip(("yes", "no", "abstain"), st.columns(3), strict=True))
    heads = {"yes": "In favour", "no": "Against", "abstain": "Abstaining"}
    return {
        vote: place.number_input(heads[vote], 0, 193, value=None, step=1, key=f"new-{vote}")
        for vote, place in cast.items()
    }


def _add(facts: dict[str, str], by: str, context: Context) -> None:
    with progress("Adding …", "Not added"):
        (entry,) = keep(lambda: [accept_resolution(facts, by, context)], st.write)
        st.session_state["import-done"] = entry
        st.rerun()
