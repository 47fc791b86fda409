"""What is asked of a record: by the product, in plain SQL on the same file, by vectorised pandas on frames in memory.

All three give the same number of rows; the words that the product adds are part of its time alone."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from analytics.agreement.cohesion import on_lists
from analytics.agreement.pairs import bridges, pairs, with_state
from analytics.coalition import coalition
from analytics.evidence import evidence
from analytics.forecast.backtest import backtest
from analytics.forecast.forecast import forecast
from analytics.measures import Measures
from analytics.scope import POLITICAL, Scope
from analytics.targets.facts import leads
from analytics.targets.targets import prospects
from analytics.texts.texts import headline
from data.remembered import Remembered
from data.store import Record

BODY, STATE, OTHER, TEXT, SINCE, YEAR = "GA", "AUT", "KEN", "A/RES/78/216", "A/RES/74/146", 2026
SERIES = "series = 'GA final'"
ANSWER = Scope.whole((BODY,))
MINE = f"WITH mine AS (FROM texts WHERE {SERIES} AND NOT draft)"


class Frames:
    """The body's part of the file as frames of categories and numbers, held in memory as one would for pandas."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con

    def _read(self, sql: str) -> pd.DataFrame:
        return self.con.sql(sql).df()

    @cached_property
    def texts(self) -> pd.DataFrame:
        """The texts of the body at its own stage, by place."""
        return self._read(f"FROM texts WHERE {SERIES} AND NOT draft ORDER BY place").set_index("place")

    @cached_property
    def cells(self) -> pd.DataFrame:
        """Their cells."""
        wanted = "place, iso3, value, status, known, withdrawn_list IS NOT NULL AS withdrew, on_any_list"
        return self._read(f"{MINE} SELECT {wanted} FROM cells SEMI JOIN mine USING (place) ORDER BY place, iso3")

    @cached_property
    def members(self) -> pd.DataFrame:
        """The cells of Member States on the day, with their groups, and what is counted of them."""
        cells = self.cells[self.cells["status"].eq("member") & self.cells["value"].ne("not_member")]
        groups = self._read("SELECT iso3::iso3 AS iso3, un_group FROM states")
        return cells.merge(groups, on="iso3").assign(
            sponsor=lambda t: t["value"].eq("sponsor"), silent=lambda t: t["known"] & t["value"].ne("sponsor")
        )

    @cached_property
    def lists(self) -> pd.DataFrame:
        """All lists, by id."""
        return self._read("FROM sponsor_lists").set_index("list_id")

    @cached_property
    def sponsors(self) -> pd.DataFrame:
        """All names."""
        return self._read(
            "SELECT list_id, iso3::iso3 AS iso3, state_as_written, role FROM sponsors WHERE iso3 NOT NULL"
        )

    @cached_property
    def votes(self) -> pd.DataFrame:
        """All votes on texts in plenary."""
        return self._read("SELECT resolution, iso3::iso3 AS iso3, vote FROM votes WHERE stage LIKE '%plenary'")

    @cached_property
    def resolutions(self) -> pd.DataFrame:
        """All texts as in the source."""
        return self._read("FROM resolutions").set_index("resolution")

    def counts(self) -> pd.DataFrame:
        """Sponsors, unknown and members of each text."""
        sums = self.members.groupby("place", sort=False)[["sponsor", "known"]].sum()
        return self.texts.join(sums)

    def by_group(self) -> pd.DataFrame:
        """The same of each text and regional group."""
        keys = ["place", "un_group"]
        table = self.members.groupby(keys, sort=False, observed=True)[["sponsor", "silent"]].sum()
        table["members"] = self.members.groupby(keys, sort=False, observed=True).size()
        table["share"] = table["sponsor"] / table["members"]
        return table.reset_index().join(self.texts, on="place")

    def breadth(self) -> pd.DataFrame:
        """Of each text the groups present, and the largest."""
        table = self.by_group().sort_values(["place", "sponsor"], ascending=[True, False])
        first = table.drop_duplicates("place").set_index("place")
        return first.assign(present=table[table["sponsor"] > 0].groupby("place").size())

    def ladder(self) -> pd.DataFrame:
        """Of each State the texts sponsored, missed and not known, and the latest."""
        cells = self.cells.assign(sponsor=self.cells["value"].eq("sponsor"))
        table = cells.groupby("iso3", observed=True)[["sponsor", "known"]].sum()
        known = cells[cells["known"]].drop_duplicates("iso3", keep="last").set_index("iso3")
        texts = self.texts["resolution"].to_numpy()[np.searchsorted(self.texts.index, cells["place"])]
        made = pd.Series(texts[cells["sponsor"]]).groupby(cells.loc[cells["sponsor"], "iso3"].to_numpy()).agg(tuple)
        return table.join(known["value"]).assign(sponsored_in=made)

    def of_text(self, text: str) -> pd.DataFrame:
        """The cells of one text."""
        place = self.texts.index[self.texts["resolution"] == text][0]
        return self.cells[self.cells["place"] == place]

    def changes(self) -> pd.DataFrame:
        """The cells of two texts side by side, with what was signed before."""
        old, new = (self.of_text(text).set_index("iso3") for text in (SINCE, TEXT))
        before = self.cells[self.cells["place"] <= old["place"].iloc[0]]
        return new.join(old, rsuffix="_before").assign(had=before.groupby("iso3", observed=True)["on_any_list"].any())

    def history(self) -> pd.DataFrame:
        """One State through all texts, as written, with its votes."""
        cells = self.cells[self.cells["iso3"] == STATE].join(self.texts, on="place", rsuffix="_text")
        names = self.sponsors[self.sponsors["iso3"] == STATE].set_index("list_id")
        cast = self.votes[self.votes["iso3"] == STATE].set_index("resolution")
        return cells.join(names, on="list_id", rsuffix="_n").join(cast, on="resolution", rsuffix="_v")

    def pair(self) -> pd.DataFrame:
        """The cells of two States on all texts."""
        return self.cells[self.cells["iso3"].isin((STATE, OTHER))].join(self.texts, on="place", rsuffix="_text")

    def coverage(self) -> pd.DataFrame:
        """What is held of each text."""
        used = self.lists[self.lists["used_for_analysis"] == "yes"].set_index("resolution")
        return self.resolutions.join(used, rsuffix="_list").assign(lists=self.lists.groupby("resolution").size())


def plain() -> dict[str, str]:
    """The questions in plain SQL, by name."""
    parts = (Path(__file__).parent / "plain.sql").read_text(encoding="utf-8").split("\n-- ")[1:]
    return {name: sql for name, _, sql in (part.partition("\n") for part in parts)}


@dataclass(frozen=True)
class Question:
    """A question. name: as in plain.sql where it can be asked in SQL alone; page: what asks it; ours: the product's
    answer; pandas: vectorised, None where there is none."""

    name: str
    page: str
    ours: Callable[[Record], object]
    pandas: Callable[[Frames], pd.DataFrame] | None = None


def _standing(record: Record) -> pd.DataFrame:
    return coalition.standing(record, BODY, leads(record, BODY))


QUESTIONS = (
    Question("counts", "trends, overview", lambda r: Measures(r).counts(ANSWER), Frames.counts),
    Question("by_group, regional", "trends, overview", lambda r: Measures(r).by_group(ANSWER), Frames.by_group),
    Question("by_group, political", "trends", lambda r: Measures(r).by_group(replace(ANSWER, grouping=POLITICAL))),
    Question("breadth", "trends", lambda r: Measures(r).breadth(ANSWER), Frames.breadth),
    Question("from_best", "trends", lambda r: Measures(r).from_best(ANSWER)),
    Question("ladder", "where, states", lambda r: Measures(r).ladder(BODY), Frames.ladder),
    Question(
        "cells of a text",
        "resolutions, where",
        lambda r: Measures(r).cells(ANSWER, [TEXT]),
        lambda frames: frames.of_text(TEXT),
    ),
    Question("changes", "resolutions", lambda r: Measures(r).changes(SINCE, TEXT), Frames.changes),
    Question("history", "states", lambda r: Measures(r).history(STATE, ANSWER), Frames.history),
    Question("two States", "compare", lambda r: Measures(r).cells(ANSWER, states=[STATE, OTHER]), Frames.pair),
    Question("coverage", "sources", lambda r: Measures(r).coverage(), Frames.coverage),
    Question("evidence of a cell", "every page", lambda r: evidence(r, TEXT, STATE)),
    Question("headline", "targets", lambda r: headline(r, BODY)),
    Question("ranking", "targets, shortlist, letter", lambda r: prospects(r, BODY, YEAR)),
    Question("standing", "coalition", _standing),
    Question("best", "coalition", lambda r: coalition.best(r, BODY)),
    Question("forecast", "targets", lambda r: forecast(r, BODY)),
    Question("backtest", "targets", lambda r: backtest(r, BODY)),
    Question("agreement with a State", "together", lambda r: with_state(r, ANSWER, STATE)),
    Question("agreement of all pairs", "together", lambda r: pairs(r, ANSWER)),
    Question("bridges", "together", lambda r: bridges(r, ANSWER)),
    Question("cohesion", "together", lambda r: on_lists(r, ANSWER)),
)


def fresh(record: Record) -> Record:
    """The record with nothing remembered, so that every question is answered anew."""
    return replace(record, remembered=Remembered())


def opened(database: Path) -> duckdb.DuckDBPyConnection:
    """The file as anybody would open it to ask it in SQL."""
    return duckdb.connect(str(database), read_only=True)
