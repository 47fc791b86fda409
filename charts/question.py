"""What the builders of the catalogue share: tables of analytics for a question, and what a chart says around them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from analytics.grid import withdrew
from analytics.measures import Measures
from analytics.scope import BODIES, FIRST_YEAR, LAST_YEAR, UN_GROUP, Scope
from analytics.texts.changes import comparable
from charts.frame.chart import Chart, Context, Event
from charts.frame.sources import source_line
from data.store import Record
from data.tongues.speech import say
from data.words import COMPLETE, FINAL, PARTIAL, REPORTED, STAGES, SUSPECTED_GAP, TABLED_ONLY, at_stage
from files.names import stem

Param = str | int | bool | Sequence[str] | Sequence[int] | None
"""What a chart may be asked with; None for what is not said."""
NAMES_HELD = (COMPLETE, SUSPECTED_GAP, PARTIAL, TABLED_ONLY)


@dataclass(frozen=True)
class Scene:
    """One question to the record: bodies, years, a text, the text it is held against, a State, a grouping."""

    record: Record
    bodies: tuple[str, ...] = ("GA",)
    since_year: int = FIRST_YEAR
    until_year: int = LAST_YEAR
    text: str = ""
    since: str = ""
    state: str = ""
    stage: str = ""
    extra: dict = field(default_factory=dict)

    @property
    def body(self) -> str:
        """The one body asked for: that of the text if there is one. Raises ValueError for several."""
        if self.text:
            return self.row(self.text)["body"]
        if len(self.bodies) != 1:
            raise ValueError(f"this chart shows one body at a time, not {', '.join(self.bodies)}")
        return self.bodies[0]

    @property
    def measures(self) -> Measures:
        """The measures of the record."""
        return Measures(self.record)

    @cached_property
    def scope(self) -> Scope:
        """The bodies, years and stage asked for, by regional group. Raises ValueError where no text was adopted."""
        asked = Scope(self.bodies, self.since_year, self.until_year, self.stage)
        if self.measures.texts(asked).empty:
            one = self.since_year == self.until_year
            when = f"in {self.since_year}" if one else f"from {self.since_year} to {self.until_year}"
            raise ValueError(f"no text of {', '.join(self.bodies)} was adopted {when}")
        return asked

    @property
    def texts(self) -> pd.DataFrame:
        """Measures.texts of the scope."""
        return self.measures.texts(self.scope)

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Measures.counts of the scope."""
        return self.measures.counts(self.scope)

    def flag(self, name: str) -> bool:
        """A yes or no among the further parameters; no where it is not given. Raises ValueError for anything else."""
        value = self.extra.get(name, False)
        said = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}
        if isinstance(value, bool):
            return value
        if str(value).lower() not in said:
            raise ValueError(f"{name} is yes or no, not {value!r}")
        return said[str(value).lower()]

    def several(self, name: str, known: Iterable[str] | None = None) -> list[str]:
        """Some of the further parameters, as "KEN,GHA" or a list; [] where it is not given. Raises ValueError for what
        is not among `known`."""
        value = self.extra.get(name, ())
        given = [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else list(value)
        wrong = [part for part in given if known is not None and part not in known]
        if wrong:
            raise ValueError(f"{name}: no {', '.join(map(repr, wrong))} in the record")
        return given

    def grouped(self, grouping: str) -> pd.DataFrame:
        """Measures.by_group of the scope, by that grouping."""
        return self.measures.by_group(replace(self.scope, grouping=grouping))

    @cached_property
    def by_region(self) -> pd.DataFrame:
        """Measures.by_group of the scope, by regional group."""
        return self.grouped(UN_GROUP)

    @cached_property
    def ladder(self) -> pd.DataFrame:
        """Measures.ladder of the body asked for, over all its texts: a word claims the whole history."""
        return self.measures.ladder(self.body, self.stage)

    @cached_property
    def times(self) -> pd.DataFrame:
        """Measures.times of the body and the years asked for."""
        return self.measures.times(self.scope.only(self.body))

    @cached_property
    def text_cells(self) -> pd.DataFrame:
        """The cells of the text asked for."""
        return self.measures.cells(Scope.whole(stage=self.stage), [self.text])

    @cached_property
    def changes(self) -> pd.DataFrame:
        """Measures.changes from `since` to `text`. Raises ValueError where they cannot be compared."""
        return self.measures.changes(self.since, self.text, self.stage)

    def row(self, resolution: str) -> pd.Series:
        """The row of record.resolutions, with the stage `asked` of its body. Raises ValueError for an unknown text."""
        texts = self.record.resolutions
        found = texts.index[texts["resolution"] == resolution]
        if found.empty:
            raise ValueError(f"no resolution {resolution!r} in the record")
        row = texts.loc[found[0]]
        return pd.concat([row, pd.Series({"asked": self.measures.stages(self.stage)[row["body"]]})])

    def context(
        self,
        resolutions: Iterable[str] | None = None,
        claims: bool = False,
        extra: str = "",
        explained: Iterable[str] | None = None,
    ) -> Context:
        """Scope, source line and version for a chart that rests on these texts (default: all in the scope). `claims`:
        numbers that were reported are drawn too; `explained`: texts of which withdrawals, where there were any by
        States that are shown, are to be told (default: none)."""
        texts = list(self.texts["resolution"]) if resolutions is None else list(resolutions)
        reported = None
        if claims:
            drawn = self.counts[self.counts["claimed"].notna() & self.counts["status"].isin(REPORTED)]
            reported = self.record.rows("claims", resolution=list(drawn["resolution"]))
        lists, day = self.measures.lists(texts, self.stage), self.record.built_on
        return Context(
            scope=self.period() if resolutions is None else "",
            source=source_line(lists, texts, day, reported, extra),
            data_version=self.record.version,
            texts=tuple(texts),
            lists=tuple(lists["list_id"]),
            events=() if explained is None else self._withdrawals(set(explained) & set(texts)),
        )

    def period(self) -> str:
        """ "1998 to 2023": first and last year of the texts in the scope."""
        years = self.texts["year"]
        first, last = int(years.min()), int(years.max())
        return say("{low} to {high}", low=first, high=last) if first < last else str(first)

    def named(self, chart: Chart, *parts: str) -> Chart:
        """The chart with a file name that also says what it is about."""
        return replace(chart, name=stem(chart.name, *parts))

    def _withdrawals(self, resolutions: Collection[str]) -> tuple[Event, ...]:
        """The withdrawals from these texts, where the final lists are asked for: only these show them."""
        texts = self.measures.texts(Scope.whole(stage=self.stage))
        final = set(texts.loc[texts["asked"] == FINAL, "resolution"])
        events = self.record.events
        told = events[events["kind"].eq("withdrawal") & events["resolution"].isin(final & set(resolutions))]
        return tuple(Event(event.resolution, event.date.year, say(event.text)) for event in told.itertuples())


def taken_back(cells: pd.DataFrame) -> list[str]:
    """The texts of which a State of these cells, or of this history, took its name back."""
    return list(cells.loc[withdrew(cells), "resolution"].unique())


def latest_listed(
    record: Record, bodies: Sequence[str], until: int = LAST_YEAR, since: int = FIRST_YEAR, stage: str = ""
) -> str:
    """The latest text of these bodies of which names are held, at the stage asked for. Raises ValueError where there is
    none."""
    rows = record.resolutions
    rows = rows[rows["body"].isin(list(bodies)) & rows["sponsor_coverage"].isin(NAMES_HELD)]
    rows = rows[rows["year"].between(since, until)]
    texts = Measures(record).texts(Scope.whole(stage=stage))
    rows = rows[rows["resolution"].isin(texts.loc[texts["list_id"] != "", "resolution"])]
    if rows.empty:
        raise ValueError(f"no list of sponsors is held of any text of {', '.join(bodies)} in this period")
    return rows.sort_values("adopted_on").iloc[-1]["resolution"]


def held_against(record: Record, text: str, stage: str = "") -> str:
    """The text before, of the same body and with a list of the same stage. Raises ValueError where there is none."""
    texts = Measures(record).texts(Scope.whole(stage=stage))
    found = comparable(texts, text)
    if not found and record.rows("lists", resolution=text, used_for_analysis="yes").empty:
        raise ValueError(f"no list of sponsors of {text} is held, so it cannot be compared")
    own = texts[texts["resolution"] == text]
    if not found and own["stage"].ne(own["asked"]).any():
        asked, held = own["asked"].iloc[0], own["stage"].iloc[0]
        what = f"no list of {text}{at_stage(asked)} is held"
        if held:
            what = f"the list held of {text} is of another stage ({STAGES[held]})"
        raise ValueError(f"{what}, so it cannot be compared")
    if not found:
        raise ValueError(f"no earlier list of the same body and stage is held, so {text} cannot be compared")
    return found[0]


def checked_stage(record: Record, value: Param) -> str:
    """A stage of which lists are held; "" for each body's own. Raises ValueError for another."""
    stage = str(value or "")
    if stage and stage not in (held := set(record.stages["stage"])):
        raise ValueError(f"no lists of the stage {stage!r} are held; there are {', '.join(sorted(held))}")
    return stage


def checked_bodies(value: str | Sequence[str]) -> tuple[str, ...]:
    """ "GA", "GA,HRC" or a list of codes, as a tuple in the order GA, CHR, HRC. Raises ValueError for another."""
    asked = value.replace("+", ",").split(",") if isinstance(value, str) else list(value)
    asked = [code.strip().upper() for code in asked if str(code).strip()]
    unknown = [code for code in asked if code not in BODIES]
    if unknown or not asked:
        raise ValueError(f"no body {', '.join(unknown) or 'given'}; there are {', '.join(BODIES)}")
    return tuple(code for code in BODIES if code in asked)


def checked_years(value: str | int | Sequence[int]) -> tuple[int, int]:
    """ "2001-2023", 2019 or a pair, as first and last year. Raises ValueError for anything else."""
    try:
        parts = value.replace("–", "-").split("-") if isinstance(value, str) else value
        parts = [int(parts)] if isinstance(parts, int) else [int(part) for part in parts]
    except (TypeError, ValueError):
        parts = []
    if len(parts) not in (1, 2) or parts[0] > parts[-1]:
        raise ValueError(f"{value!r} is no period; write it like 2001-2023")
    return parts[0], parts[-1]
