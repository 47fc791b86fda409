"""Fetching from the United Nations: the plan, one button, progress by document, and what was recognised, by text.

The only part of the dashboard that goes online, and only when the button is pressed."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

import pandas as pd
import streamlit as st

from analytics.english import count, listing, long_date, spelled
from data.fetch import plan
from data.fetch.client import Client
from data.fetch.errand import Errand
from data.fetch.follow import Change
from data.fetch.hosts import LANGUAGES, hosts
from data.fetch.offers import offers
from data.fetch.plan import Wanted
from data.fetch.round import NO_LIST, NOT_THERE, RECOGNISED, REFUSED, Result, Round
from data.fetch.store import Store
from data.reading.context import Context
from data.review.keep import history
from files import paths
from pages.add import document as importing
from pages.add import offers as recognised
from pages.shared.errors import errors_told
from pages.shared.frame import frame
from pages.shared.markdown import plain
from pages.shared.record import record as tables

_ERRAND = "fetch-errand"
_EVERY = 0.8
_SAID = {
    RECOGNISED: "fetched, list recognised",
    NO_LIST: "fetched, no list in it",
    NOT_THERE: "not there",
    REFUSED: "refused",
}


def panel(review: bool) -> None:
    """All of it. `review`: also put before the user what was recognised; else there is a link to where that is."""
    context = None
    with errors_told(ValueError, OSError):  # damaged imports, or a COSPONSOR_UN_URL that is no address
        context, asked = importing.context(), hosts()
    if context is None:
        return
    errand: Errand | None = st.session_state.get(_ERRAND)
    if errand is not None and errand.running:
        st.fragment(_progress, run_every=_EVERY)()
        return
    client = Client(asked)
    _ask(context, client, review)
    if review:
        recognised.accepted()
    if errand is None:
        return
    _ended(errand)
    _table(errand.round.results)
    found = offers(errand.round.results, context, history(paths.DATA_DIR))
    if review:
        recognised.show(found, context)
    elif found:
        st.page_link(
            "pages/add/page.py",
            label="Review what was recognised",
            icon=":material/rate_review:",
            query_params={"how": "fetch"},
        )


def _ask(context: Context, client: Client, review: bool) -> None:
    """Choose texts, see the plan, press the button."""
    texts = tables.texts(drafts=True).set_index("resolution")["label"].to_dict()
    lacking = [text for text in plan.missing(context) if text in texts]
    wanted = st.session_state.get("wanted") if review else None
    where = ", then ".join(host.name for host in client.hosts)
    st.caption(
        f"The only thing here that goes online, and only when you press the button: to {where}, one request a second. "
        "Each document is kept in your folder. Nothing counts before you have reviewed and accepted it."
    )
    chosen = st.multiselect(
        "Documents for which texts",
        lacking,
        default=[wanted] if wanted in lacking else [],
        key=f"fetch-texts-{review}-{wanted if wanted in lacking else ''}",
        format_func=texts.get,
        placeholder=f"all {len(lacking)} without a complete list",
        persist_state="session",
    )
    asked = plan.of_texts(chosen or lacking, context)
    store, languages = Store(paths.DATA_DIR), tuple(LANGUAGES)
    held = {one.symbol: store.seems_held(one.symbol, languages) for one in asked}
    new = [one for one in asked if not held[one.symbol]]
    fewest, most = plan.fewest_and_most_requests(new)
    label = (
        f"The plan: {count(len(asked), 'document')}, {len(asked) - len(new)} of them in your folder already; "
        f"{fewest} to {count(most, 'request')}"
    )
    frame.folded(label, f"plan-{review}", partial(_plan_table, asked, held), icon=":material/checklist:")
    with st.container(horizontal=True):
        if st.button(
            f"Fetch {count(len(asked), 'document')}",
            icon=":material/cloud_download:",
            type="primary",
            key=f"fetch-{review}",
        ):
            _start(Round(list(asked)), client, context)
        for draft in tables.record().drafts.get("resolution", ()):
            if st.button(f"See who has joined {draft}", icon=":material/update:", key=f"follow-{review}-{draft}"):
                _start(Round(list(plan.of_texts([draft], context)), again=True), client, context, draft)


def _start(asked: Round, client: Client, context: Context, followed: str = "") -> None:
    errand = Errand(asked, client, Store(paths.DATA_DIR), context, followed)
    st.session_state[_ERRAND] = errand
    recognised.forget()
    errand.start()
    st.rerun()


def _progress() -> None:
    """While it is under way: how far, what is being done, and what has come so far."""
    errand: Errand = st.session_state[_ERRAND]
    if not errand.running:
        st.rerun()
    st.progress(errand.done / max(1, errand.total), f"{errand.done} of {errand.total} documents. {plain(errand.said)}")
    if st.button("Stop", icon=":material/stop_circle:", key="fetch-stop"):
        errand.stop()
        errand.wait(2)
    st.caption("It goes on while you look at other pages.")
    _table(errand.round.results)


def _ended(errand: Errand) -> None:
    """How it ended; what is left can be gone on with."""
    if errand.problem:
        st.error(plain(errand.problem), icon=":material/error:")
    left, refused = len(errand.round.todo), len(errand.round.refused)
    if left:
        st.info(f"Stopped: {errand.done} of {errand.total} documents are through.", icon=":material/pause_circle:")
    words = f"Go on with {count(left, 'document')}" if left else f"Try the {count(refused, 'refused document')} again"
    if (left or refused) and st.button(words, icon=":material/play_circle:", key="fetch-go-on"):
        errand.start()
        st.rerun()
    for draft, change in errand.changes.items():
        st.success(plain(since_last(draft, change, tables.names(), date.today())), icon=":material/update:")


def since_last(draft: str, change: Change | None, names: dict[str, str], today: date) -> str:
    """What is new on a draft that is followed: "Two more since Tuesday: Kenya and Peru." """
    if change is None:
        return f"{draft}: not all of its documents could be read, so it was not compared with the last time."
    if not change.since:
        return f"{draft}: {count(len(change.now), 'State')} named. From now on it is compared with this."
    when = _when(datetime.fromisoformat(change.since).astimezone().date(), today)
    more = spelled(len(change.more)) if change.more else "none"
    said = f"{draft}: {more} more {when}" + (f": {listing(names[c] for c in change.more)}." if change.more else ".")
    return said + (f" No longer named: {listing(names[c] for c in change.gone)}." if change.gone else "")


def _when(day: date, today: date) -> str:
    days = (today - day).days
    return "since earlier today" if days < 1 else f"since {day:%A}" if days < 7 else f"since {long_date(day)}"


def _plan_table(asked: Sequence[Wanted], held: dict) -> None:
    st.caption("More requests come on top where the server sends on, is busy, or has a further revision.")
    rows = [
        (
            one.symbol,
            one.kind if one.known else f"{one.kind}, if there is one",
            ", ".join(one.resolutions),
            f"since {held[one.symbol].day[:10]}" if held[one.symbol] else "to be asked for",
        )
        for one in asked
    ]
    heads = ["Document", "Kind", "For", "In your folder"]
    st.dataframe(pd.DataFrame(rows, columns=heads), hide_index=True, alt="The documents to be fetched", height=320)


def _table(results: Sequence[Result]) -> None:
    """What became of each document. Those that need not exist and do not are only counted."""
    shown = [one for one in results if one.wanted.known or one.status != NOT_THERE]
    rows = [
        (
            one.symbol,
            LANGUAGES.get(one.language, ""),
            _SAID[one.status],
            len(one.lists) or None,
            ", ".join(one.wanted.resolutions),
            one.remedy,
        )
        for one in shown
    ]
    heads = ["Document", "Language", "Result", "Lists", "For", "What to do"]
    if rows:
        st.dataframe(
            pd.DataFrame(rows, columns=heads), hide_index=True, alt="What became of each document", placeholder="–"
        )
    reasons: dict[str, list[str]] = {}
    for one in shown:
        if one.status == REFUSED:
            reasons.setdefault(one.reason, []).append(one.symbol)
    for reason, symbols in reasons.items():
        st.caption(f":material/block: {plain(listing(symbols, 6))}: {plain(reason)}.")
    if absent := len(results) - len(shown):
        st.caption(f"{count(absent, 'more document')} that might have existed: not there.")
