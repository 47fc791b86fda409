"""Around the letter: who signs it, the sentence on top of its page, and why it reads as it does."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from briefing.letter.letter import REQUESTS, Dispatch, Letter, Signatory, letter
from briefing.letter.merge import KIND_WORDS
from briefing.letter.requests import next_opportunity
from pages.shared.campaign import workspace as desk
from pages.shared.errors import errors_told
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from pages.shared.record.memory import once
from workspace.errors import WorkspaceError
from workspace.settings import Signatories
from workspace.settings import Signatory as Signed

_GONE = "signatories-gone"


def signatories() -> list[Signatory]:
    """The user's own list of organisations, in the order of signature."""
    return [Signatory(s.organisation, s.name, s.title) for s in desk.workspace().signatories.all()]


def soonest() -> list[str]:
    """What letters ask for, the one with the nearest occasion first."""
    coming = tables.record().coming
    days = {key: next_opportunity(coming, request, date.today()) for key, request in REQUESTS.items()}
    return sorted(REQUESTS, key=lambda key: days[key].year if days[key] else 9999)


@once(256)
def written(iso3: str, request: str, language: str, signatories: tuple[Signatory, ...], on: date) -> Letter:
    """briefing.letter.letter.letter on a day."""
    return letter(tables.record(), iso3, request, language, Dispatch(signatories, on=on))


def sentence(name: str, made: Letter) -> str:
    """What the letter does for this State."""
    return f"{name}: {KIND_WORDS[made.facts.kind]}."


def language(iso3: str) -> None:
    """Which language the State's mission or delegation is known to use, with its source; or that it is not known."""
    declared = tables.record().mission_languages
    mine = declared[declared["iso3"] == iso3]
    said = [
        f"{row.language}: {row.basis[0].lower()}{row.basis[1:]} ([source]({row.source_url}))."
        for row in mine.itertuples()
    ]
    st.caption(" ".join(said) or "Which language its mission works in is not known.")


def why(made: Letter) -> None:
    """The rule that chose the sentence, and the claims that it makes."""
    st.write(made.facts.why)
    if signed := made.facts.signed:
        st.markdown(f"- {signed.draft}: the letter rests on its name there ({signed.document or signed.stage})")
    for claim in made.facts.claims:
        st.markdown(f"- {claim.resolution}: the letter rests on “{claim.expected_value}” ({claim.source})")
    if founder := made.facts.founder:
        st.markdown(f"- {founder.resolution}: that it tabled the draft rests on “{founder.expected_value}” (grid)")
    if again := made.facts.again:
        st.markdown(f"- {again.resolution}: “once more” in the ask rests on “{again.expected_value}” ({again.source})")
    if not (made.facts.claims or signed):
        st.markdown("- The letter says nothing of this State’s record.")


def to_mind(made: Letter) -> None:
    """What the sender should mind before the letter goes."""
    for warning in made.warnings:
        st.warning(warning, icon=":material/warning:")


def editor() -> None:
    """The list of those who sign, kept in the workspace."""
    held = desk.workspace().signatories
    people = held.all()
    if not people:
        st.caption("Nobody yet: the letter leaves a place for signatures. Add the organisations that sign.")
    for place, person in enumerate(people, start=1):
        text, up, out = st.columns([4, 2, 2], vertical_alignment="center")
        who = f"{person.name}{f', {person.title}' if person.title else ''}, {person.organisation}"
        text.markdown(plain(who))
        if place > 1 and up.button(f"{plain(person.name)} up", key=f"up-{person.id}", icon=":material/arrow_upward:"):
            _try(lambda p=person, n=place: held.move(p.id, n - 1))
        if out.button(f"Remove {plain(person.name)}", key=f"out-{person.id}", icon=":material/close:"):
            _try(lambda p=person, n=place: _take_out(held, p, n))
    if gone := st.session_state.get(_GONE):
        back = f"Bring {plain(gone[-1][0].name)} back"
        if st.button(back, icon=":material/undo:", key="signatory-back"):
            _try(lambda: _bring_back(held, gone))
    # Once somebody is added the form is another one, and empty: pressed again, it adds nobody.
    with st.form(f"new-signatory-{len(people)}", border=False):
        left, middle, right = st.columns(3)
        name = left.text_input("Name")
        title = middle.text_input("Title")
        organisation = right.text_input("Organisation")
        if st.form_submit_button("Add", icon=":material/add:"):
            _try(lambda: _add(held, name, title, organisation))


def _take_out(held: Signatories, person: Signed, place: int) -> None:
    held.remove(person.id, person.version)
    st.session_state.setdefault(_GONE, []).append((person, place))


def _bring_back(held: Signatories, gone: list[tuple[Signed, int]]) -> None:
    person, place = gone[-1]
    made = held.add(person.name, person.title, person.organisation)
    held.move(made.id, place)
    gone.pop()


def _add(held: Signatories, name: str, title: str, organisation: str) -> None:
    given = tuple(" ".join(part.split()) for part in (name, title, organisation))
    if given in [(one.name, one.title, one.organisation) for one in held.all()]:
        raise WorkspaceError(f"{given[0]} of {given[2]} signs already.")
    held.add(*given)


def _try(action: Callable[[], object]) -> None:
    with errors_told():
        action()
        st.toast("Saved.", icon=":material/check:")
        st.rerun()
