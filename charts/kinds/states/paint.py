"""What each State is painted with, and what is said of it: the modes that assembly and map share.

A painting comes from one table of analytics. Nothing is decided here but the look of a value: unknown has a look
of its own in every mode and is never the look of a "no"."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from analytics.english import group_short
from analytics.grid import withdrew
from analytics.texts.changes import JOINED
from charts.frame.chart import sentences
from charts.frame.colors import UN_GROUPS
from charts.frame.legend import Swatch, said
from charts.words.titles import changed, sponsored, told_change
from data.tongues.speech import clauses, headed, say, say_many, to_say
from data.words import FINAL, NOT_MEMBER, NOT_SPONSOR, NOT_WHEN_TABLED, SPONSOR, UNKNOWN, WITHDREW, at_stage


class _Told(NamedTuple):
    """What the head of a group asks of a State: its look, whether it counts, is not known, or is counted besides."""

    group: str
    look: str
    hit: bool
    dark: bool
    apart: bool


@dataclass(frozen=True)
class Painting:
    """`name`: of what, "" for who sponsored a text. `states`: one row a State: iso3, short_name, un_group, status,
    look, sentence, order (within a look). `looks`: key -> swatch, in the order of the legend. `counted`: looks that
    count in a block's head. `unknown`: looks of which nothing is known. `among`: looks that a head counts from, where
    not all Members are asked about. Columns of states (bool) may say it in place of the looks: `hit` who counts,
    `untold` of whom it cannot be told what the heads count; `apart` whom a head counts besides, under the word `apart`.
    The words of the finding come with it."""

    name: str
    states: pd.DataFrame
    looks: dict[str, Swatch]
    counted: tuple[str, ...]
    unknown: tuple[str, ...]
    title: str
    subtitle: str
    note: str
    head_word: str = ""
    among: tuple[str, ...] = ()
    apart: str = ""

    def named(self, kind: str) -> str:
        """ "map-change": the stem of its file as that kind of picture."""
        return f"{kind}-{self.name}" if self.name else kind

    def used(self) -> dict[str, Swatch]:
        """The looks that occur, in order."""
        present = set(self.states["look"])
        return {key: swatch for key, swatch in self.looks.items() if key in present}

    def left_open(self) -> bool:
        """Whether nothing is known of any State that is shown."""
        return bool(self.states["look"].isin(self.unknown).any())

    def figures(self) -> str:
        """The heads of all regional groups, and whether no State is left open."""
        numbers = clauses(headed(group_short(group), self.head(group)) for group in UN_GROUPS)
        return sentences(numbers, "" if self.note or self.left_open() else say("No State is left open."))

    def head(self, group: str) -> str:
        """ "12 of 54", "9 of 54, 7 not known, 5 on the draft": Members of a regional group."""
        rows = [one for one in self._told if one.group == group and one.look != NOT_MEMBER]
        if self.among:
            rows = [one for one in rows if one.look in self.among]
            if not rows:
                return say("no State|none")
        hit, unknown = sum(one.hit and not one.dark for one in rows), sum(one.dark for one in rows)
        also = f", {sum(one.apart for one in rows)} {self.apart}" if self.apart else ""
        if rows and unknown == len(rows):
            return say("{n}, not known", n=len(rows)) + also
        said = say("{hit} of {n}", hit=hit, n=len(rows)) + (f" {self.head_word}" if self.head_word else "")
        return said + (say_many(", {n} not known", ", {n} not known", unknown) if unknown else "") + also

    @cached_property
    def _told(self) -> list[_Told]:
        states, look = self.states, self.states["look"]
        dark = states["untold"] if "untold" in states else look.isin(self.unknown)
        hit = states["hit"] if "hit" in states else look.isin(self.counted)
        apart = states["apart"] if self.apart else dark
        columns = (states["un_group"], look, hit, dark, apart)
        return [_Told(*one) for one in zip(*(column.tolist() for column in columns), strict=True)]


LOOKS = {
    SPONSOR: Swatch(to_say("sponsor"), "sponsor", "sponsor", text="secondary"),
    WITHDREW: Swatch(WITHDREW, "", "left", heavy=True, text="left"),
    NOT_SPONSOR: Swatch(to_say("not a sponsor"), "", "outline"),
    NOT_WHEN_TABLED: Swatch(to_say("not named when tabled"), "pale", "outline"),
    UNKNOWN: Swatch(to_say("not known"), "ground", "unknown", hatch=True),
    NOT_MEMBER: Swatch(to_say("not yet a Member"), "", "outline", dotted=True),
}
"""What each cell is painted with, one that was taken back apart."""


def status_painting(cells: pd.DataFrame) -> Painting:
    """Who sponsored one resolution. `cells`: rows of Measures.cells for one resolution (195 rows). Raises ValueError
    for more than one resolution."""
    if cells["resolution"].nunique() != 1:
        raise ValueError("the status of exactly one resolution can be painted")
    first = cells.iloc[0]
    text = f"{first['resolution']} ({first['year']})"
    when = at_stage(first["asked"])
    told = {
        SPONSOR: say("sponsor of {text}{when}", text=text, when=when),
        NOT_SPONSOR: say("not a sponsor of {text}", text=text),
        NOT_WHEN_TABLED: say("{text}: not named when tabled; whether it joined later is not known", text=text),
        UNKNOWN: headed(text, say("not known")),
        NOT_MEMBER: headed(text, say("not yet a Member")),
    }
    sentence = cells["value"].map(told)
    back = withdrew(cells)
    sentence = sentence.mask(back, say("withdrew its sponsorship of {text}", text=text))
    return Painting(
        "",
        rows_of(cells, cells["value"].mask(back, WITHDREW), sentence),
        said(LOOKS),
        (SPONSOR,),
        (UNKNOWN,) if first["asked"] != FINAL else (UNKNOWN, NOT_WHEN_TABLED),
        *sponsored(cells),
        when.strip(),
    )


def change_painting(changes: pd.DataFrame, before: pd.Series, after: pd.Series) -> Painting:
    """What changed between two texts. `changes`: Measures.changes; `before`, `after`: rows of
    record.resolutions."""
    was, now = int(before["year"]), int(after["year"])
    looks = {
        "stayed": Swatch(to_say("sponsor in {was} and {now}"), "sponsor", "sponsor"),
        "joined": Swatch(to_say("joined since {was}"), "joined", "joined"),
        "sponsor_unclear": Swatch(
            to_say("sponsor in {now}; {was} not known"), "ground", "sponsor", hatch=True, heavy=True
        ),
        "left": Swatch(to_say("sponsor in {was}, not in {now}"), "", "left", heavy=True, text="left"),
        "named": Swatch(to_say("sponsor of neither, named on another text"), "pale", "outline"),
        "neither": Swatch(to_say("sponsor of neither"), "", "outline"),
        "no_unclear": Swatch(to_say("not in {now}; {was} not known"), "pale", "unknown", hatch=True),
        "unknown": Swatch(to_say("{now} not known"), "ground", "unknown", hatch=True),
        NOT_MEMBER: LOOKS[NOT_MEMBER],
    }
    looks = {key: replace(swatch, label=say(swatch.label, was=was, now=now)) for key, swatch in looks.items()}

    def look(outcome: str, after: str, named: bool) -> str:
        if outcome in JOINED:
            return "joined"
        if outcome == "unknown" and after != UNKNOWN:
            return "sponsor_unclear" if after == SPONSOR else "no_unclear"
        return "named" if outcome == "neither" and named else outcome

    told = zip(changes["outcome"], changes["after"], changes["named"], strict=True)
    finding = changed(changes, before, after)
    return Painting(
        "change",
        rows_of(changes, [look(*one) for one in told], [told_change(row, was, now) for row in changes.itertuples()]),
        looks,
        ("stayed", "joined", "sponsor_unclear"),
        ("unknown",),
        *finding,
    )


def rows_of(
    table: pd.DataFrame, look: pd.Series | list, sentence: pd.Series | list, order: pd.Series | int = 0
) -> pd.DataFrame:
    """The states of a painting: one row a row of `table`, with its look, its sentence and its place within a look."""
    states = table[["iso3", "short_name", "un_group", "status"]].copy()
    return states.assign(look=look, sentence=sentence, order=order)
