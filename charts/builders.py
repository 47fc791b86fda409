"""How each chart of the catalogue is built: which table of analytics goes into which picture."""

from dataclasses import replace
from datetime import date

import pandas as pd

from analytics.claims import grown_between
from analytics.scope import POLITICAL, UN_GROUP, UN_GROUPS, Scope
from charts.frame.chart import Chart
from charts.kinds.records import matrix as matrix_chart
from charts.kinds.records import timeline as timeline_chart
from charts.kinds.records import who_moved as moved_chart
from charts.kinds.trends import breadth as breadth_chart
from charts.kinds.trends import columns as columns_chart
from charts.kinds.trends import from_best as best_chart
from charts.kinds.trends import lines as lines_chart
from charts.kinds.trends import regions as regions_chart
from charts.kinds.trends.claim import claim_chart
from charts.painted import of_texts
from charts.question import NAMES_HELD, Scene, taken_back
from data.tongues.speech import name as called
from data.tongues.speech import say
from data.words import SPONSOR

ORDERS = ("times", "latest", "name")


def columns(scene: Scene) -> Chart:
    """Sponsors of each text of one body, stacked by regional group."""
    scene.body  # noqa: B018 - raises for several bodies
    context = scene.context(claims=True, explained=scene.texts["resolution"])
    return columns_chart.columns(scene.counts, scene.by_region, context)


def regions(scene: Scene) -> Chart:
    """Share of each regional group, or of some of them, among the sponsors, text by text."""
    return _shares(scene, UN_GROUP)


def political(scene: Scene) -> Chart:
    """Share of each political group, or of some, text by text; members as of the day of each text."""
    return _shares(scene, POLITICAL)


def _shares(scene: Scene, grouping: str) -> Chart:
    members, table = scene.record.group_members, scene.grouped(grouping)
    political = grouping == POLITICAL
    known = dict(zip(members["group_id"], map(say, members["group_name"]), strict=True)) if political else None
    names = scene.several("groups", set(table["group"]))
    if names:
        table = table[table["group"].isin(names)]
    made = regions_chart.regions(table, scene.context(explained=left_by(scene, grouping, names)), known)
    return scene.named(made, "political-groups" if political else "", *names)


def left_by(scene: Scene, grouping: str, names: list[str]) -> list[str]:
    """The texts from which a State of these groups (all where none are given) withdrew."""
    texts = scene.counts.loc[scene.counts["withdrew"] > 0, "resolution"]
    if not names or texts.empty:
        return list(texts)
    cells = scene.measures.cells(scene.scope, texts=list(texts))
    if grouping != POLITICAL:
        return taken_back(cells[cells["un_group"].isin(names)])
    members = scene.record.group_members
    joined = cells.merge(members[members["group_id"].isin(names)], on="iso3")
    since, until = (pd.to_datetime(joined[column]) for column in ("member_from", "member_to"))
    day = pd.to_datetime(joined["adopted_on"])
    return taken_back(joined[~(since > day) & ~(until < day)])


def claim(scene: Scene) -> Chart:
    """The claim of the letter of February 2008, put to the Assembly and to the Commission."""
    whole = replace(scene, bodies=("GA", "CHR"))
    findings = [grown_between(whole.counts, body, 2000, until) for body, until in (("GA", 2007), ("CHR", 2005))]
    return claim_chart(findings, whole.counts, whole.context(claims=True, explained=whole.texts["resolution"]))


def counts(scene: Scene) -> Chart:
    """Number of sponsors over time, bodies side by side."""
    return lines_chart.lines(scene.counts, scene.context(claims=True, explained=scene.texts["resolution"]))


def breadth(scene: Scene) -> Chart:
    """How much of the support came from outside the largest regional group, text by text."""
    return breadth_chart.breadth_chart(
        scene.measures.breadth(scene.scope), scene.context(explained=scene.texts["resolution"])
    )


def from_best(scene: Scene) -> Chart:
    """How far each regional group is from its own best."""
    table = scene.measures.from_best(scene.scope)
    if table.empty:
        raise ValueError("no whole list of sponsors is held of any text in this period")
    return best_chart.best_chart(table, scene.context())


def changes(scene: Scene) -> Chart:
    """The names of those that joined and left between two texts, by regional group."""
    before, after = scene.row(scene.since), scene.row(scene.text)
    made = moved_chart.change_chart(scene.changes, before, after, of_texts(scene, [scene.since, scene.text]))
    return scene.named(made, scene.text, f"since {scene.since}")


def timeline(scene: Scene) -> Chart:
    """One State through all texts of the bodies and years asked for."""
    name = called(scene.state, scene.record.states.set_index("iso3").at[scene.state, "short_name"])
    table = scene.measures.history(scene.state, scene.scope)
    return timeline_chart.timeline(table, name, scene.context(explained=taken_back(table)))


def matrix(scene: Scene) -> Chart:
    """Every State by every text. Takes a regional group or some States, an order, and whether to leave out texts
    without a list; or some texts, whatever their body and year."""
    states = scene.several("states", set(scene.record.states["iso3"]))
    texts = scene.several("texts", set(scene.record.resolutions["resolution"]))
    group, people = scene.extra.get("group", ""), scene.record.states
    if group and group not in UN_GROUPS:
        raise ValueError(f"no regional group {group!r}; there are {', '.join(UN_GROUPS)}")
    scope = Scope.whole(stage=scene.stage) if texts else scene.scope
    asked = states or (list(people.loc[people["un_group"] == group, "iso3"]) if group else [])
    cells = scene.measures.cells(scope, texts or None, states=asked or None)
    if scene.flag("listed"):
        cells = cells[cells["coverage"].isin(NAMES_HELD)]
    if group:  # who was an observer on the day stood in none
        cells = cells[cells["un_group"] == group]
    if cells.empty:
        raise ValueError("no list of sponsors is held of any text in this period")
    context = scene.context(texts or None, explained=taken_back(cells))
    made = matrix_chart.matrix(cells, context, states or _order(cells, scene), bool(texts))
    return scene.named(made, group, *states, *texts)


def _order(cells: pd.DataFrame, scene: Scene) -> list[str]:
    """ISO codes by times sponsored, by the latest text sponsored, or by name."""
    order = scene.extra.get("order", "times")
    if order not in ORDERS:
        raise ValueError(f"no order {order!r}; there are {', '.join(ORDERS)}")
    named = cells[cells["value"] == SPONSOR].groupby("iso3")["adopted_on"].agg(["size", "max"])
    table = cells.drop_duplicates("iso3").set_index("iso3")[["short_name"]].join(named)
    table["days"] = [day.toordinal() if isinstance(day, date) else 0 for day in table["max"]]
    table["size"] = table["size"].fillna(0)
    keys = {"times": ["size", "days"], "latest": ["days", "size"], "name": []}[order]
    return list(table.sort_values([*keys, "short_name"], ascending=[False] * len(keys) + [True]).index)
