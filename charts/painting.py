"""What each State is painted with, and what is said of it: the modes that assembly and map share.

A painting comes from one table of analytics. Nothing is decided here but the look of a value: unknown has a look
of its own in every mode and is never the look of a "no".
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from charts.phrases import count
from charts.swatches import Swatch
from charts.wording import changed, laddered, sponsored, timed


@dataclass(frozen=True)
class Painting:
    """`states`: one row a State: iso3, short_name, un_group, status, look, sentence, order (within a look).
    `looks`: key -> swatch, in the order of the legend. `counted`: looks that count in a block's head.
    `unknown`: looks of which nothing is known; a column `untold` of states (bool), where there is one, says in their
    place of whom it cannot be told what the heads count. The words of the finding come with it."""

    name: str
    states: pd.DataFrame
    looks: dict[str, Swatch]
    counted: tuple[str, ...]
    unknown: tuple[str, ...]
    title: str
    subtitle: str
    note: str
    head_word: str = ""

    def used(self) -> dict[str, Swatch]:
        """The looks that occur, in order."""
        present = set(self.states["look"])
        return {key: swatch for key, swatch in self.looks.items() if key in present}

    def head(self, group: str) -> str:
        """ "12 of 54", "9 of 54, 7 not known": Members of a regional group."""
        rows = self.states[(self.states["un_group"] == group) & (self.states["look"] != "not_member")]
        dark = rows["untold"] if "untold" in rows else rows["look"].isin(self.unknown)
        hit, unknown = (rows["look"].isin(self.counted) & ~dark).sum(), dark.sum()
        if len(rows) and unknown == len(rows):
            return f"{len(rows)}, not known"
        said = f"{hit} of {len(rows)}" + (f" {self.head_word}" if self.head_word else "")
        return said + (f", {unknown} not known" if unknown else "")


SPONSOR = Swatch("sponsor", "sponsor", "sponsor", text="secondary")
NOT = Swatch("not a sponsor", "", "outline")
UNKNOWN = Swatch("not known", "ground", "unknown", hatch=True)
NOT_MEMBER = Swatch("not yet a Member", "", "outline", dotted=True)


def status_painting(cells: pd.DataFrame) -> Painting:
    """Who sponsored one resolution. `cells`: rows of analytics.grid.cells for one resolution (195 rows).

    Raises ValueError for more than one resolution."""
    if cells["resolution"].nunique() != 1:
        raise ValueError("the status of exactly one resolution can be painted")
    first = cells.iloc[0]
    text = f"{first['resolution']} ({first['year']})"
    said = {
        "sponsor": f"sponsor of {text}",
        "not_sponsor": f"not a sponsor of {text}",
        "unknown": f"{text}: not known",
        "not_member": f"{text}: not yet a Member",
    }
    looks = {"sponsor": SPONSOR, "not_sponsor": NOT, "unknown": UNKNOWN, "not_member": NOT_MEMBER}
    finding = sponsored(cells)
    return Painting(
        "assembly",
        _states(cells, cells["value"], cells["value"].map(said)),
        looks,
        ("sponsor",),
        ("unknown",),
        *finding,
    )


def change_painting(
    changes: pd.DataFrame, before: pd.Series, after: pd.Series, earlier: set[str] | None = None
) -> Painting:
    """What changed between two texts. `changes`: analytics.changes.changes; `before`, `after`: rows of
    record.resolutions; `earlier`: States named on any list before `before` (then shown apart)."""
    was, now = int(before["year"]), int(after["year"])
    looks = {
        "stayed": Swatch(f"sponsor in {was} and {now}", "sponsor", "sponsor"),
        "joined": Swatch(f"joined in {now}", "joined", "joined"),
        "sponsor_unclear": Swatch(
            f"sponsor in {now}; {was} not known", "ground", "sponsor", hatch=True, heavy=True
        ),
        "left": Swatch(f"left since {was}", "", "left", heavy=True, text="left"),
        "earlier": Swatch(f"sponsored before {was}", "pale", "outline"),
        "neither": Swatch("on none of the lists used" if earlier is not None else "sponsor of neither", "", "outline"),
        "no_unclear": Swatch(f"not in {now}; {was} not known", "pale", "unknown", hatch=True),
        "unknown": Swatch(f"{now} not known", "ground", "unknown", hatch=True),
        "not_member": NOT_MEMBER,
    }

    def look(row: pd.Series) -> str:
        if row["outcome"] in ("new", "returned"):
            return "joined"
        if row["outcome"] == "unknown" and row["after"] != "unknown":
            return "sponsor_unclear" if row["after"] == "sponsor" else "no_unclear"
        if row["outcome"] == "neither" and earlier is not None and row["iso3"] in earlier:
            return "earlier"
        return row["outcome"]

    known = {
        "sponsor": "sponsor",
        "not_sponsor": "not a sponsor",
        "unknown": "not known",
        "not_member": "not yet a Member",
    }
    sentence = changes["after"].map(known) + f" in {now}; " + changes["before"].map(known) + f" in {was}"
    finding = changed(changes, before, after)
    return Painting(
        "assembly-change",
        _states(changes, [look(row) for _, row in changes.iterrows()], sentence),
        looks,
        ("stayed", "joined", "sponsor_unclear"),
        ("unknown",),
        *finding,
    )


def times_painting(ladder: pd.DataFrame, body: str) -> Painting:
    """How often each State sponsored. `ladder`: analytics.ladder.ladder of one body."""
    most = int(ladder["sponsored"].max()) if len(ladder) else 0
    tops = sorted({max(1, round(most * part)) for part in (0.25, 0.5, 0.75)} | {max(1, most)})
    looks, low = {}, 1
    for step, top in enumerate(tops):
        name = f"{low} to {top} times" if low < top else "once" if top == 1 else f"{top} times"
        shade = f"steps.{step if len(tops) == 4 else 3 - (len(tops) - 1 - step)}"
        looks[f"times{top}"] = Swatch(name, shade, shade)
        low = top + 1
    looks = dict(reversed(looks.items()))
    looks |= {"none": Swatch("on none of the lists used", "", "outline"), "unknown": UNKNOWN}

    def look(row: pd.Series) -> str:
        if row["sponsored"]:
            return f"times{next(top for top in tops if row['sponsored'] <= top)}"
        return "none" if row["opportunities"] else "unknown"

    sentence = [
        f"sponsor of {made} of {count(int(known), 'known opportunity', 'known opportunities')}"
        for made, known in zip(ladder["sponsored"], ladder["opportunities"], strict=True)
    ]
    states = _states(ladder, [look(row) for _, row in ladder.iterrows()], sentence, -ladder["sponsored"])
    counted = tuple(key for key in looks if key.startswith("times"))
    return Painting("assembly-times", states, looks, counted, ("unknown",), *timed(ladder, body), "ever")


LADDER = {
    "Core": Swatch("Core", "sponsor", "sponsor"),
    "Regular": Swatch("Regular", "extra.1", "extra.1"),
    "Recent": Swatch("Recent", "extra.2", "extra.2"),
    "New": Swatch("New", "joined", "joined"),
    "Returned": Swatch("Returned", "extra.4", "extra.4"),
    "Lapsed": Swatch("Lapsed", "", "left", heavy=True, text="left"),
    "Once": Swatch("Once", "pale", "outline"),
    "Never": Swatch("Never", "", "outline"),
    "Too little known": Swatch("Too little known", "ground", "unknown", hatch=True),
}


def ladder_painting(ladder: pd.DataFrame, body: str) -> Painting:
    """Where each State stands, in DESIGN.md's words. `ladder`: analytics.ladder.ladder of one body."""
    standing = ("Core", "Regular", "Recent", "New", "Returned")
    return Painting(
        "assembly-ladder",
        _states(ladder, ladder["word"], ladder["words"]),
        LADDER,
        standing,
        ("Too little known",),
        *laddered(ladder, body),
        "on latest",
    )


def _states(
    table: pd.DataFrame, look: pd.Series | list, sentence: pd.Series | list, order: pd.Series | int = 0
) -> pd.DataFrame:
    states = table[["iso3", "short_name", "un_group", "status"]].copy()
    return states.assign(look=look, sentence=sentence, order=order)
