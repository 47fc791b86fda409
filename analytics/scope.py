"""What is asked about: which bodies, which years, which stage, grouped how."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from data.tongues.speech import to_say
from data.words import BODIES, BODY_NAMES, STAGES

UN_GROUPS = to_say(
    (
        "African Group",
        "Asia-Pacific Group",
        "Eastern European Group",
        "Latin American and Caribbean Group",
        "Western European and Others Group",
    )
)
GROUP_SHORT = to_say(
    {
        "African Group": "African",
        "Asia-Pacific Group": "Asia-Pacific",
        "Eastern European Group": "Eastern European",
        "Latin American and Caribbean Group": "Latin America & Caribbean",
        "Western European and Others Group": "Western Europe & Others",
    }
)
FIRST_YEAR = 1998
# The record grows: a text of this year, once added, must not fall outside the widest scope.
LAST_YEAR = max(2026, date.today().year)
SWITZERLAND_JOINED = date(2002, 9, 10)
PALESTINE_MAY = date(2024, 5, 10)
UN_GROUP = "un_group"
POLITICAL = "political"


@dataclass(frozen=True)
class Scope:
    """A question's frame. `stage`: "" for each body's own (Measures.cells). `grouping` is un_group (regional
    groups) or political (overlapping groups)."""

    bodies: tuple[str, ...] = ("GA",)
    since: int = FIRST_YEAR
    until: int = LAST_YEAR
    stage: str = ""
    grouping: str = UN_GROUP

    def __post_init__(self) -> None:
        unknown = [body for body in self.bodies if body not in BODIES]
        if unknown or not self.bodies:
            raise ValueError(f"bodies must be some of {', '.join(BODIES)}, not {self.bodies!r}")
        if self.since > self.until:
            raise ValueError(f"the period begins in {self.since}, after its end in {self.until}")
        if self.stage and self.stage not in STAGES:
            raise ValueError(f"no stage {self.stage!r}; there are {', '.join(STAGES)}")
        if self.grouping not in (UN_GROUP, POLITICAL):
            raise ValueError(f"grouping must be {UN_GROUP} or {POLITICAL}, not {self.grouping!r}")

    @classmethod
    def whole(cls, bodies: tuple[str, ...] = BODIES, stage: str = "", grouping: str = UN_GROUP) -> "Scope":
        """The frame of everything that is held of these bodies: a word that claims a whole history looks at all."""
        return cls(bodies, 0, 9999, stage, grouping)

    def only(self, body: str) -> "Scope":
        """The same frame for one body."""
        return replace(self, bodies=(body,))

    def words(self) -> str:
        """The frame in words: bodies and period."""
        names = [BODY_NAMES[body] for body in self.bodies]
        bodies = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
        period = f"{self.since}" if self.since == self.until else f"{self.since} to {self.until}"
        return f"{bodies}, {period}"


def may_sponsor(iso3: str, status: str, body: str, on: date) -> bool:
    """Whether a State may sponsor a draft resolution on human rights in a body on a day. status: member or observer.

    Members of the United Nations may, everywhere. Observers may in the Council and could in the Commission: sponsors
    printed on their drafts show it (Switzerland, a Member since 10 September 2002, on E/CN.4/2000/L.37). In the
    General Assembly an observer may not, but for the State of Palestine: A/RES/ES-10/23 of 10 May 2024, annex, gives it
    the right to co-sponsor proposals and amendments (used from the 79th session, which opened on 10 September 2024).
    Earlier resolutions gave it (A/RES/52/250) and the Holy See (A/RES/58/314) that right for texts about them only."""
    if body != "GA" or (status == "member" and (iso3 != "CHE" or on >= SWITZERLAND_JOINED)):
        return True
    return iso3 == "PSE" and on >= PALESTINE_MAY


def members_of(group_members: pd.DataFrame, group_id: str, on: date) -> set[str]:
    """ISO codes of the members of a political group on a day. Raises ValueError for a group that is not held."""
    rows = group_members[group_members["group_id"] == group_id]
    if rows.empty:
        raise ValueError(f"no political group {group_id!r}")
    return set(_current(rows, on)["iso3"])


def _current(rows: pd.DataFrame, on: date) -> pd.DataFrame:
    begun = rows["member_from"].map(lambda day: day is None or day <= on)
    ended = rows["member_to"].map(lambda day: day is not None and day < on)
    return rows[begun & ~ended]


def groups_of_state(group_members: pd.DataFrame, iso3: str, on: date) -> list[str]:
    """Political groups that a State belongs to on a day, by short name, in alphabetical order."""
    return sorted(_current(group_members[group_members["iso3"] == iso3], on)["group_id"])
