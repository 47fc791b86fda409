"""The items of a briefing: what each is, its order, its title and words."""

import json
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from analytics.english import count
from briefing.document import spec
from briefing.words import USUAL_TITLE
from charts.catalog import CHARTS
from charts.question import Param
from data.store import Record
from data.tongues.speech import ENGLISH, say, speaking
from data.tongues.state_names import LANGUAGES
from pages.shared.address import address as link
from pages.shared.campaign import workspace as desk
from pages.shared.errors import errors_told
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from workspace.briefings import DEFAULT, Briefings, Item

_NAME = "briefing"
_GONE = "briefing-items-gone"
_KEPT = "languages of briefings"
_MARKS = "One paragraph a line. “- ” begins a point of a list, “# ” a heading; **bold** and *italic* are understood."


def current() -> str:
    """The briefing that is being worked on: the one chosen on its page, and what is added anywhere goes into it."""
    return (st.session_state.get(_NAME) or "").strip() or DEFAULT


def own() -> tuple[spec.Briefing | None, str]:
    """The user's own briefing, to be ordered and worded, and the answer of the page; None without the workspace."""
    with errors_told():
        held = desk.workspace().briefing
        left, middle, right = st.columns(3)
        with left:
            name = _chosen(held)
        items = held.items(name)
        with right:
            language = _language(name)
        with speaking(language):
            usual = say(USUAL_TITLE)
        title = middle.text_input(
            "Title",
            value=name if name != DEFAULT else usual,
            key=f"title-{name}-{language}" if language != ENGLISH else f"title-{name}",
            persist_state="session",
        )
        made, refused = spec.of_items(title, items, language)
        listing(held, items, refused)
        _gone(held, name)
        add_text(held, name)
        return made, sentence(len(made.items))
    return None, "Your briefing cannot be opened now; the ready-made ones can."


def _chosen(held: Briefings) -> str:
    """The briefing that is worked on, chosen here or by a link."""
    if _NAME in st.session_state:
        st.session_state[_NAME] = current()
    names = list(dict.fromkeys([DEFAULT, *held.names(), current()]))
    how = {"accept_new_options": True, "help": "Type a new name to start another one."}
    return link.selectbox("Briefing", names, _NAME, DEFAULT, **how) or DEFAULT


def _language(name: str) -> str:
    """The language that the briefing is made in, chosen here and kept in the workspace."""
    settings = desk.workspace().settings
    kept = settings.get(_KEPT, {})
    chosen = st.segmented_control(
        "Language",
        list(LANGUAGES),
        default=kept.get(name, ENGLISH),
        required=True,
        format_func=LANGUAGES.get,
        key=f"briefing-language-{name}",
        help="Of all that is made of this briefing. Titles and words of your own stay as you wrote them.",
    )
    if chosen != kept.get(name, ENGLISH):
        settings.set(_KEPT, {**kept, name: chosen})
    return chosen


def sentence(number: int) -> str:
    """How much is in the briefing."""
    if not number:
        return "Nothing collected yet."
    return f"{number} {'item' if number == 1 else 'items'}, ready to leave as slides, paper, page or presentation."


def what(item: Item, record: Record) -> str:
    """An item in words: the user's title, or what it is."""
    given = item.spec or {}
    if item.title:
        return item.title
    if item.kind == "chart":
        name = given.get("chart", "")
        asked = ", ".join(_asked(*pair) for pair in (given.get("params") or {}).items() if pair[1])
        said = CHARTS[name].title_for_menu if name in CHARTS else name
        return f"{said} ({asked})" if asked else said
    if item.kind == "state":
        names = record.states.set_index("iso3")["short_name"]
        return f"One State: {names.get(given.get('state'), given.get('state'))}"
    if item.kind == "resolution":
        return f"One text: {given.get('resolution')}"
    if item.kind == "targets":
        return f"Targets: {len(given.get('targets') or [])} States"
    return (item.text or "Own text")[:80]


def _asked(name: str, value: Param) -> str:
    """What a chart was asked for, in words: "1998 to 2026", "GA, HRC", "12 States asked"."""
    if name == "picked":
        codes = value.split(",") if isinstance(value, str) else list(value)
        return f"{count(len(codes), 'State')} asked"
    if isinstance(value, (list, tuple)):
        return (" to " if name == "years" else ", ").join(map(str, value))
    return str(value)


def twice(items: Sequence[Item]) -> dict[int, int]:
    """Place of each item that shows what an earlier one does -> place of that one. A text of one's own is compared by
    its words, all else by what is asked of the record."""
    first: dict[str, int] = {}
    found = {}
    for place, item in enumerate(items, start=1):
        asked = {key: value for key, value in (item.spec or {}).items() if key != "notes"}
        words = [item.title, item.text] if item.kind == spec.TEXT else []
        earlier = first.setdefault(json.dumps([item.kind, asked, words], sort_keys=True, default=str), place)
        if earlier != place:
            found[place] = earlier
    return found


def listing(held: Briefings, items: Sequence[Item], refused: Mapping[int, str]) -> None:
    """The items in their order, each to be moved, retitled, given words, or taken out; why some are left out."""
    same = twice(items)
    for place, item in enumerate(items, start=1):
        with st.container(border=True, key=f"item-{item.id}"):
            st.markdown(f"**{place}.** {plain(what(item, tables.record()))}")
            if place in refused:
                st.warning(f"Left out of what is made: {plain(refused[place])}.", icon=":material/warning:")
            if place in same:
                st.caption(f":material/content_copy: The same as item {same[place]}.")
            row = st.container(horizontal=True)
            row.button(
                f"Item {place} up",
                key=f"item-up-{item.id}",
                icon=":material/arrow_upward:",
                disabled=place == 1,
                on_click=_try,
                args=(held.move, item.id, place - 1),
            )
            row.button(
                f"Item {place} down",
                key=f"item-down-{item.id}",
                icon=":material/arrow_downward:",
                disabled=place == len(items),
                on_click=_try,
                args=(held.move, item.id, place + 1),
            )
            row.button(
                f"Remove item {place}",
                key=f"item-out-{item.id}",
                icon=":material/close:",
                on_click=_take_out,
                args=(held, item, place),
            )
            with (
                st.expander(f"Title and words of item {place}"),
                st.form(f"item-form-{item.id}-{item.version}", border=False),
            ):
                title = st.text_input("Title", item.title, placeholder="as computed")
                text = st.text_area("Your own words, shown", item.text, help=_MARKS)
                notes = st.text_area(
                    "Notes for the speaker, not shown", (item.spec or {}).get("notes", ""), help="In the slides' notes."
                )
                given = {**(item.spec or {}), "notes": notes}
                if st.form_submit_button(f"Save item {place}") and _try(
                    held.change, item.id, item.version, title=title, text=text, spec=given
                ):
                    st.toast("Saved.", icon=":material/check:")
                    st.rerun()


def _take_out(held: Briefings, item: Item, place: int) -> None:
    if _try(held.remove, item.id, item.version):
        st.session_state.setdefault(_GONE, []).append((item, place))


def _gone(held: Briefings, name: str) -> None:
    """The way back for what was taken out last, and then for what was before it."""
    gone = [one for one in st.session_state.get(_GONE, []) if one[0].briefing == name]
    if gone:
        said = plain(what(gone[-1][0], tables.record()))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"Taken out: {said}.")
            st.button(
                f"Bring {said} back", icon=":material/undo:", key="item-back", on_click=_back, args=(held, gone[-1])
            )


def _back(held: Briefings, one: tuple[Item, int]) -> None:
    item, place = one
    with errors_told():
        made = held.add(item.kind, dict(item.spec), item.title, item.text, item.briefing)
        held.move(made.id, place)
        st.session_state[_GONE].remove(one)


def add_text(held: Briefings, name: str) -> None:
    """A slide or paragraph of the user's own."""
    with (
        st.expander("Add your own text", icon=":material/add:"),
        st.form("own-text", clear_on_submit=True, border=False),
    ):
        title = st.text_input("Title")
        text = st.text_area("Text", help=_MARKS)
        sent = st.form_submit_button("Add")
    if sent and not (title or text):
        st.error("Write a title or a text first.")
    elif sent and _try(held.add, "text", {}, title, text, name):
        st.toast("Saved.", icon=":material/check:")
        st.rerun()


def _try(action: Callable[..., object], *args: object, **fields: object) -> bool:
    """Whether it was done; why not is said."""
    with errors_told():
        action(*args, **fields)
        return True
    return False
