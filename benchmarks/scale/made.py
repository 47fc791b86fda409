"""A record of many texts: the one held, and texts drawn by chance beside it, as source files that the build checks.

What is drawn has the shape of what is held: each State sponsors by its own inclination, each text draws its own number;
lists of all stages, whole, with gaps, in part and missing; recorded votes on a fifth. The same draw at every run."""

import csv
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from data.membership import not_yet
from data.names import Names
from data.words import (
    ADDITIONAL,
    AS_ADOPTED,
    COMPLETE,
    FINAL,
    ORAL,
    PARTIAL,
    PLENARY,
    STATEMENT,
    SUSPECTED_GAP,
    TABLED,
    TABLED_REVISED,
    WITHDRAWN,
    coverage_of,
)
from files import paths

FIRST_YEAR, LAST_YEAR, LAST_OF_THE_COMMISSION = 1999, 2018, 2005
DAYS_A_YEAR, SEATS, NAMES = 40, 47, 60
URL = "https://example.org/document"
SYMBOL = {"GA": "A/RES/{session}/S{number}", "CHR": "CHR {year}/S{number}", "HRC": "A/HRC/RES/{session}/S{number}"}
# (stage, completeness, share of the sponsors that it names) of the lists of a text: the first is the one used.
SHAPES: tuple[tuple[tuple[str, str, float], ...], ...] = (
    *(((FINAL, COMPLETE, 1.0), (TABLED, COMPLETE, 0.5), (ADDITIONAL, COMPLETE, 0.1)),) * 3,
    *(((FINAL, COMPLETE, 1.0),),) * 8,
    ((FINAL, COMPLETE, 1.0), (WITHDRAWN, COMPLETE, 0.03)),
    ((FINAL, COMPLETE, 1.0), (TABLED_REVISED, COMPLETE, 0.6), (ORAL, COMPLETE, 0.7), (AS_ADOPTED, COMPLETE, 0.9)),
    *(((FINAL, SUSPECTED_GAP, 0.9),),) * 2,
    ((FINAL, PARTIAL, 0.4), (TABLED, COMPLETE, 0.5)),
    ((TABLED, COMPLETE, 0.5),),
    ((AS_ADOPTED, COMPLETE, 0.9), (TABLED_REVISED, COMPLETE, 0.6)),
    ((STATEMENT, PARTIAL, 0.05),),
    (),
)
IN_THE_COMMISSION = ((TABLED, COMPLETE, 0.8),)


@dataclass
class _Text:
    number: int
    body: str
    adopted_on: date
    shape: tuple[tuple[str, str, float], ...]
    resolution: str = field(init=False)
    session: int = field(init=False)

    def __post_init__(self) -> None:
        year = self.adopted_on.year
        self.session = {"GA": year - 1945, "CHR": year - 1945, "HRC": max(1, 3 * (year - 2006) + 1)}[self.body]
        self.resolution = SYMBOL[self.body].format(session=self.session, year=year, number=self.number)


def write(folder: Path, texts: int, seed: int = 1998) -> None:
    """Source files with `texts` texts in a folder: those of the record held, and as many drawn as are lacking. Raises
    ValueError where the record holds more."""
    shutil.copytree(paths.SOURCES, folder, dirs_exist_ok=True)
    with (folder / "resolutions.csv").open(encoding="utf-8-sig") as file:
        held = sum(1 for _ in csv.DictReader(file))
    if texts < held:
        raise ValueError(f"the record holds {held} texts already")
    draw = _Draw(folder, np.random.default_rng(seed))
    with (
        (folder / "resolutions.csv").open("a", encoding="utf-8", newline="") as resolutions,
        (folder / "sponsor_lists.csv").open("a", encoding="utf-8", newline="") as lists,
        (folder / "sponsors.csv").open("a", encoding="utf-8", newline="") as sponsors,
        (folder / "votes.csv").open("a", encoding="utf-8", newline="") as votes,
    ):
        files = [csv.writer(file, lineterminator="\n") for file in (resolutions, lists, sponsors, votes)]
        for text in _texts(texts - held):
            for file, rows in zip(files, draw.rows(text), strict=True):
                file.writerows(rows)


def _texts(number: int) -> Iterator[_Text]:
    """The texts in order of adoption: many on one day, as the bodies do."""
    years = LAST_YEAR - FIRST_YEAR + 1
    for place in range(number):
        at = place * years * DAYS_A_YEAR // number
        year, day = FIRST_YEAR + at // DAYS_A_YEAR, at % DAYS_A_YEAR
        body = "GA" if place % 10 < 7 else "CHR" if year <= LAST_OF_THE_COMMISSION else "HRC"
        shape = IN_THE_COMMISSION if body == "CHR" else SHAPES[(7 * place + place // 20) % len(SHAPES)]
        yield _Text(place, body, date(year, 1, 8) + timedelta(days=9 * day), shape)


class _Draw:
    def __init__(self, folder: Path, chance: np.random.Generator) -> None:
        with (folder / "states.csv").open(encoding="utf-8-sig") as file:
            self.states = list(csv.DictReader(file))
        self.names = Names.from_files(folder)
        self.chance = chance
        self.inclined = chance.normal(-1.2, 1.6, len(self.states))
        self.against = chance.normal(-2.5, 1.5, len(self.states))
        self.members = np.array([state["status"] == "member" for state in self.states])
        self._able: dict[tuple[str, date], np.ndarray] = {}

    def able(self, body: str, day: date) -> np.ndarray:
        """Which States can be named on a text of that body and day, under the name that they have today."""
        if (body, day) not in self._able:
            self._able[body, day] = np.array(
                [
                    state["status"] == "member"
                    and not not_yet(state, body, day.isoformat())
                    and self.names.resolve(state["name"], day) == state["iso3"]
                    for state in self.states
                ]
            )
        return self._able[body, day]

    def rows(self, text: _Text) -> tuple[list[list[str | int]], ...]:
        """The rows of a text in resolutions, sponsor_lists, sponsors and votes."""
        able = self.able(text.body, text.adopted_on)
        drawn = self.chance.random(len(able)) < 1 / (1 + np.exp(-self.inclined - self.chance.normal(0, 0.8)))
        whole = np.flatnonzero(able & drawn)
        lists: list[list[str | int]] = []
        sponsors: list[list[str | int]] = []
        for place, (stage, completeness, share) in enumerate(text.shape):
            named = whole if share == 1 else whole[self.chance.random(len(whole)) < share]
            doubt = "*" if completeness == PARTIAL else ""
            if completeness == SUSPECTED_GAP:
                left = np.setdiff1d(np.flatnonzero(able), named)
                doubt = ";".join(sorted(self.states[i]["iso3"] for i in left[:12]))
            list_id = f"{text.resolution}#{stage.replace(' ', '-')}"
            used = "no" if place else "yes"
            about = [f"{text.resolution}/{stage}", URL, URL, "drawn by chance", ""]
            lists.append([list_id, text.resolution, stage, used, completeness, doubt, len(named), *about])
            for i in named:
                state = self.states[i]
                sponsors.append([list_id, text.resolution, stage, state["name"], state["iso3"], "sponsor"])
        votes, cast = self._votes(text, able)
        coverage = coverage_of(*text.shape[0][:2]) if text.shape else "no list found"
        adoption = "recorded vote" if votes else "without a vote"
        read = lists[0][6] if lists else ""
        title = f"Drawn text {text.number}"
        head = [text.resolution, text.body, text.session, text.adopted_on.year, text.adopted_on.isoformat()]
        tail = ["", f"{text.resolution}/L", "", adoption, *cast, "", "", "", coverage, read, URL]
        return [[*head, title, title, *tail]], lists, sponsors, votes

    def _votes(self, text: _Text, able: np.ndarray) -> tuple[list[list[str | int]], list[str | int]]:
        if text.number % 5:
            return [], ["", "", ""]
        voting = np.flatnonzero(able)
        if text.body != "GA":
            voting = np.sort(self.chance.choice(voting, SEATS, replace=False))
        no = self.chance.random(len(voting)) < 1 / (1 + np.exp(-self.against[voting]))
        cast = np.where(no, np.where(self.chance.random(len(voting)) < 0.5, "no", "abstain"), "yes")
        stage = PLENARY[("GA", "CHR", "HRC").index(text.body)]
        rows: list[list[str | int]] = [
            [text.resolution, stage, self.states[i]["name"], self.states[i]["iso3"], str(vote), URL]
            for i, vote in zip(voting, cast, strict=True)
        ]
        return rows, [int((cast == vote).sum()) for vote in ("yes", "no", "abstain")]
