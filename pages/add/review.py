"""What a list means before it counts: against expectation, against the list now held, and in the grid."""

from collections import defaultdict
from collections.abc import Iterable

import streamlit as st

from analytics.english import count
from data.reading.context import Context
from data.reading.model import ImportedList
from data.review.accept_checks import Acceptance
from data.review.difference import against_held, grid_changes
from data.review.flags import Flag
from data.words import CELLS
from pages.add.words import VOTES, change
from pages.shared.markdown import plain
from pages.shared.record import record as tables

_FEW = 12


def flags(found: list[Flag]) -> list[Flag]:
    """Show what is against expectation, the weightier first. Returns those that call for a second look. Uncertain
    passages are not repeated: they are decided in their own place."""
    shown = [flag for flag in found if flag.kind != "unresolved"]
    check = [flag for flag in shown if flag.severity == "check"]
    st.subheader(f"Against expectation: {len(check)}", anchor=False)
    if not shown:
        st.markdown(":material/check: Nothing that is checked is against expectation. Compare it all the same.")
        return []
    with st.container(border=True):
        for flag in shown:
            weight = ":material/warning: **Look twice:**" if flag in check else ":material/info: Note:"
            st.markdown(f"{weight} {plain(flag.message)}.")
    return check


def difference(one: ImportedList, context: Context) -> None:
    """The list against the one now held of the same stage, else against the one used."""
    st.subheader("Against the list now held", anchor=False)
    found = against_held(one.iso3, one.resolution, one.stage, context)
    if found is None:
        st.markdown(f"No list of {plain(one.resolution)} is held that it could be compared with.")
        return
    kind = f"the {found.stage} list now held ({found.completeness})"
    if found.stage != one.stage:
        kind += ", which is of another stage"
    st.caption(f"Compared with {kind}.")
    _group("Only on this list", found.only_here)
    _group("Only on the list now held", found.only_held)
    _group("On both", found.both)


def votes(one: ImportedList) -> None:
    """A roll call against the names now held of the same vote."""
    st.subheader("Against the roll call now held", anchor=False)
    held = tables.record().rows("votes", resolution=one.resolution, stage=one.stage)
    st.caption("A roll call does not change who sponsored: the grid stays as it is.")
    if held.empty:
        st.markdown("No names of this vote are held.")
        return
    before = dict(zip(held["iso3"], held["vote"], strict=True))
    now = {state.iso3: state.role for state in one.states}
    _group("Only here", [code for code in now if code not in before])
    _group("Only in the one now held", [code for code in before if code not in now])
    _group("With another vote", [code for code in now if before.get(code, now[code]) != now[code]])
    _group("The same", [code for code in now if before.get(code) == now[code]])


def grid(proposed: Acceptance, context: Context) -> None:
    """The cells that change once this list is accepted: how many, from what to what, and whose."""
    st.subheader("What changes in the grid", anchor=False)
    if not proposed.completeness:
        st.markdown("Say above how complete the list is, and the changes are shown here.")
        return
    changes = grid_changes(proposed, context)
    if not changes:
        st.markdown(
            "No cell changes: the record says the same already."
            if proposed.use
            else "Nothing: the list is kept beside the one that is used."
        )
        return
    names = tables.names()
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for cell in changes:
        pairs[cell.before, cell.after].append(names[cell.iso3])
    lost = [names for (before, _), names in pairs.items() if before == "sponsor"]
    if lost:
        st.warning(
            f"{count(sum(map(len, lost)), 'State')} would no longer be counted as “{CELLS['sponsor']}”.",
            icon=":material/warning:",
        )
    for (before, after), states in sorted(pairs.items(), key=lambda pair: (pair[0][1] != "sponsor", -len(pair[1]))):
        with st.expander(change(before, after, len(states)), expanded=len(states) <= _FEW):
            st.markdown(", ".join(sorted(states)))


def tally(one: ImportedList) -> str:
    """What was recognised, in numbers."""
    if one.is_vote:
        cast = {vote: sum(s.role == vote for s in one.states) for vote in VOTES}
        return ", ".join(f"{number} {VOTES[vote]}" for vote, number in cast.items())
    claimed = f"; the document says {one.claimed_count}" if one.claimed_count is not None else ""
    return f"{count(len(one.iso3), 'State')} recognised{claimed}"


def _group(label: str, codes: Iterable[str]) -> None:
    names = tables.names()
    found = sorted(names.get(code, code) for code in codes)
    if not found:
        st.markdown(f"**{label}**: none")
    elif len(found) <= _FEW:
        st.markdown(f"**{label}** ({len(found)}): {', '.join(found)}")
    else:
        with st.expander(f"{label}: {len(found)}"):
            st.markdown(", ".join(found))
