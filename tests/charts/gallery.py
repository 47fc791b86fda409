"""Makes each chart for a scope, as a page would."""

from __future__ import annotations

import pandas as pd

from analytics.measures import Measures
from analytics.scope import Scope
from charts.frame.chart import Chart, Context, Event
from charts.frame.sources import reported, source_line
from charts.kinds.records.matrix import matrix
from charts.kinds.records.timeline import timeline
from charts.kinds.records.who_moved import change_chart
from charts.kinds.states.assembly import assembly
from charts.kinds.states.ladder import ladder_painting, times_painting
from charts.kinds.states.paint import change_painting, status_painting
from charts.kinds.states.worldmap import worldmap
from charts.kinds.trends.breadth import breadth_chart
from charts.kinds.trends.columns import columns
from charts.kinds.trends.from_best import best_chart
from charts.kinds.trends.lines import lines
from charts.kinds.trends.regions import regions

ODD = {
    "one text": Scope(("GA",), 2019, 2019),
    "one text without a list": Scope(("HRC",), 2020, 2020),
    "a reported number only": Scope(("GA",), 2021, 2021),
    "a list with a gap": Scope(("GA",), 2023, 2023),
    "part of a list": Scope(("HRC",), 2017, 2017),
    "single names": Scope(("HRC",), 2022, 2023),
    "drafts as tabled": Scope(("CHR",)),
    "a draft alone, asked for the end": Scope(("HRC",), 2014, 2014),
    "the Assembly as tabled": Scope(("GA",), stage="tabled"),
    "all bodies": Scope(("GA", "CHR", "HRC")),
}


class Gallery:
    """Charts of one record; tables are made once."""

    def __init__(self, record) -> None:
        self.record = record
        self.measures = Measures(record)
        self.cells = self.measures.cells()
        self.texts = record.resolutions.set_index("resolution", drop=False)

    def context(self, table: pd.DataFrame) -> Context:
        """What is said around a chart of these cells, what withdrew from their texts told."""
        record, texts = self.record, list(dict.fromkeys(table["resolution"]))
        lists = record.rows("lists")[record.rows("lists")["list_id"].isin(set(table["list_id"]))]
        line = source_line(lists, texts, record.built_on)
        told = [e for e in record.events.itertuples() if e.kind == "withdrawal" and e.resolution in texts]
        events = tuple(Event(e.resolution, e.date.year, e.text) for e in told)
        return Context(source=line, data_version=record.version, events=events)

    def status(self, resolution: str) -> Chart:
        part = self.cells[self.cells["resolution"] == resolution]
        return assembly(status_painting(part), self.context(part))

    def change(self, before: str, after: str) -> Chart:
        table = self.measures.changes(before, after)
        painting = change_painting(table, self.texts.loc[before], self.texts.loc[after])
        return assembly(painting, Context(data_version=self.record.version))

    def trend(self, scope: Scope) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        return self.measures.cells(scope), self.measures.counts(scope), self.measures.by_group(scope)

    def scoped(self, scope: Scope) -> list[Chart]:
        """Every chart that can be made of a scope."""
        record = self.record
        inside, numbers, shares = self.trend(scope)
        context = self.context(inside)
        made = [
            regions(shares, context),
            lines(numbers, context),
            breadth_chart(self.measures.breadth(scope), context),
            best_chart(self.measures.from_best(scope), context),
            matrix(inside, context),
        ]
        if len(inside):
            made.append(timeline(self.measures.history("CHE", scope), "Switzerland", context))
        for body in scope.bodies:
            part = scope.only(body)
            one, numbers, shares = self.trend(part)
            made.append(columns(numbers, shares, self.context(one)))
            rungs = self.measures.times(part)
            made += [assembly(times_painting(rungs, body), context), assembly(ladder_painting(rungs, body), context)]
            painting = ladder_painting(rungs, body)
            made.append(worldmap(painting, record.places, context))
        return made

    def main(self) -> list[Chart]:
        """The charts as the pages show them first."""
        before, after = "A/RES/72/247", "A/RES/74/146"
        table = self.measures.changes(before, after)
        painting = change_painting(table, self.texts.loc[before], self.texts.loc[after])
        context = self.context(self.cells[self.cells["resolution"].isin((before, after))])
        numbers = self.measures.counts(Scope(("GA", "HRC")))
        assert len(reported(self.record.rows("claims"), numbers))
        return [
            *self.scoped(Scope(("GA", "HRC"))),
            assembly(painting, context),
            worldmap(painting, self.record.places, context),
            self.status("A/RES/78/216"),
            change_chart(table, self.texts.loc[before], self.texts.loc[after], context),
            change_chart(
                self.measures.changes("A/RES/74/146", "A/RES/78/216"),
                self.texts.loc["A/RES/74/146"],
                self.texts.loc["A/RES/78/216"],
                context,
            ),
        ]
