"""Notes that several pictures of States share: who is not known, observers among the sponsors."""

import pandas as pd

from analytics.english import listing
from data.tongues.speech import order, say, say_many, the, to_count, whole

NAMES_SHOWN = 14
"""Up to so many States that are not known are named; beyond it they are counted."""


def not_known(names: pd.Series, members: int, what: str = "") -> str:
    """ "Not known for 7 States: Afghanistan, …" or, for many, "Not known for 140 of 193 States."; "" for none."""
    if not len(names):
        return ""
    if len(names) == members and members > NAMES_SHOWN:
        return say("Not known{what} for any of {n} States.", what=what, n=whole(members))
    if len(names) > NAMES_SHOWN:
        return say("Not known{what} for {number} of {n} States.", what=what, number=len(names), n=whole(members))
    return say_many(
        "Not known{what} for {n} State: {names}.",
        "Not known{what} for {n} States: {names}.",
        len(names),
        what=what,
        names=listing(sorted(names, key=order)),
    )


SPONSORED_TOO = to_count("Observers, outside the Member States: {names} sponsored too.")
HAVE_SPONSORED = to_count(
    "Observers, outside the Member States: {names} has sponsored too.",
    "Observers, outside the Member States: {names} have sponsored too.",
)


def observers(rows: pd.DataFrame, said: tuple[str, str] = SPONSORED_TOO, **more: int) -> str:
    """A sentence on observers among sponsors, who stand outside the Member States, whatever their number was then.
    `said`: its forms for one and for several, with what else fills it."""
    mine = rows[rows["status"] == "observer"].sort_values("short_name")
    names = listing(the(iso3) for iso3 in mine["iso3"])
    return say_many(*said, len(mine), names=names, **more) if len(mine) else ""


def joined_notes(*notes: str) -> str:
    """Sentences that say something, one a line."""
    return "\n".join(note for note in notes if note)
