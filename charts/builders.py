"""How each chart of the catalogue is built: which table of analytics goes into which picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from analytics.claims import grown_between
from analytics.drafts import progress
from analytics.founders import founders as founders_of
from analytics.founders import founding_texts
from analytics.grid import withdrew
from analytics.scope import POLITICAL, UN_GROUPS
from charts.frame.chart import Chart
from charts.frame.sources import Context
from charts.kinds.records import matrix as matrix_chart
from charts.kinds.records import timeline as timeline_chart
from charts.kinds.records import who_moved as changeschart
from charts.kinds.states import assembly as assembly_chart
from charts.kinds.states import painting
from charts.kinds.states import worldmap as map_chart
from charts.kinds.states.draft import draft_painting
from charts.kinds.states.founders import founders_painting
from charts.kinds.states.painting import Painting
from charts.kinds.trends import breadth as breadthchart
from charts.kinds.trends import columns as columns_chart
from charts.kinds.trends import from_best as bestchart
from charts.kinds.trends import lines as lines_chart
from charts.kinds.trends import regions as regions_chart
from charts.kinds.trends.claim import claim_chart
from charts.question import NAMES_HELD, Scene
from data.words import SPONSOR

ORDERS = ("times", "latest", "name")


def assembly_status(scene: Scene) -> Chart:
    """Who sponsored a text, as tiles."""
    return painted_assembly(scene, _status(scene), _text_context(scene), scene.text)


def assembly_change(scene: Scene) -> Chart:
    """What changed between two texts, as tiles."""
    return painted_assembly(scene, _change(scene), _text_context(scene), scene.text, f"since {scene.since}")


def assembly_times(scene: Scene) -> Chart:
    """How often each State sponsored in one body, as tiles."""
    return painted_assembly(scene, painting.times_painting(scene.times, scene.body), scene.context(), scene.body)


def assembly_ladder(scene: Scene) -> Chart:
    """Where each State stands in one body, as tiles."""
    return painted_assembly(scene, painting.ladder_painting(scene.ladder, scene.body), scene.context(), scene.body)


def map_status(scene: Scene) -> Chart:
    """Who sponsored a text, on the map."""
    return _map(scene, _status(scene), _text_context(scene), scene.text)


def map_change(scene: Scene) -> Chart:
    """What changed between two texts, on the map."""
    return _map(scene, _change(scene), _text_context(scene), scene.text, f"since {scene.since}")


def map_times(scene: Scene) -> Chart:
    """How often each State sponsored in one body, on the map."""
    return _map(scene, painting.times_painting(scene.times, scene.body), scene.context(), scene.body)


def map_ladder(scene: Scene) -> Chart:
    """Where each State stands in one body, on the map."""
    return _map(scene, painting.ladder_painting(scene.ladder, scene.body), scene.context(), scene.body)


def columns(scene: Scene) -> Chart:
    """Sponsors of each text of one body, stacked by regional group."""
    scene.body  # noqa: B018 - raises for several bodies
    context = scene.context(claims=True)
    events, layout, theme = scene.events, scene.layout, scene.theme
    return scene.telling(columns_chart.columns(scene.counts, scene.by_region, events, context, layout, theme))


def regions(scene: Scene) -> Chart:
    """Share of each regional group, or of some of them, among the sponsors, text by text."""
    events, layout, theme = scene.events, scene.layout, scene.theme
    table, names = _some_groups(scene, scene.by_region)
    made = regions_chart.regions(table, events, scene.context(), None, layout, theme)
    return scene.telling(scene.named(made, *names))


def political(scene: Scene) -> Chart:
    """Share of each political group, or of some, text by text; members as of the day of each text."""
    members = scene.record.group_members
    known = dict(zip(members["group_id"], members["group_name"], strict=True))
    table, names = _some_groups(scene, scene.grouped(POLITICAL))
    made = regions_chart.regions(table, scene.events, scene.context(), known, scene.layout, scene.theme)
    return scene.telling(scene.named(made, "political-groups", *names))


def founders(scene: Scene) -> Chart:
    """Who sponsored a founding text, as tiles, and where they stand today in the Assembly or the Council."""
    texts = founding_texts(scene.record)
    text = scene.text or next(iter(texts.values()), "")
    what = next((kind for kind, symbol in texts.items() if symbol == text), "")
    if not what:
        raise ValueError(f"{text or 'no text'} is no founding text; these are {', '.join(texts.values())}")
    today = scene.bodies[0] if scene.bodies[0] != "CHR" else "GA"
    painted = founders_painting(founders_of(scene.record, text, today), scene.row(text), what, today)
    reference = scene.record.resolutions.query("body == @today")["resolution"]
    return painted_assembly(scene, painted, scene.context([text, *reference]), text, today)


def claim(scene: Scene) -> Chart:
    """The claim of the letter of February 2008, put to the Assembly and to the Commission."""
    whole = replace(scene, bodies=("GA", "CHR"))
    findings = [grown_between(whole.counts, body, 2000, until) for body, until in (("GA", 2007), ("CHR", 2005))]
    context = whole.context(claims=True)
    return claim_chart(findings, whole.counts, whole.events, context, scene.layout, scene.theme)


def counts(scene: Scene) -> Chart:
    """Number of sponsors over time, bodies side by side."""
    context = scene.context(claims=True)
    events, layout, theme = scene.events, scene.layout, scene.theme
    return scene.telling(lines_chart.lines(scene.counts, events, context, layout, theme))


def breadth(scene: Scene) -> Chart:
    """How much of the support came from outside the largest regional group, text by text."""
    context = scene.context(tell_events=True)
    return breadthchart.breadth_chart(scene.measures.breadth(scene.scope), context, scene.layout, scene.theme)


def from_best(scene: Scene) -> Chart:
    """How far each regional group is from its own best."""
    table = scene.measures.from_best(scene.scope)
    if table.empty:
        raise ValueError("no whole list of sponsors is held of any text in this period")
    return bestchart.best_chart(table, scene.context(), scene.layout, scene.theme)


def changes(scene: Scene) -> Chart:
    """The names of those that joined and left between two texts, by regional group."""
    before, after = scene.row(scene.since), scene.row(scene.text)
    made = changeschart.change_chart(scene.changes, before, after, _text_context(scene), scene.layout, scene.theme)
    return scene.named(made, scene.text, f"since {scene.since}")


def timeline(scene: Scene) -> Chart:
    """One State through all texts of the bodies and years asked for."""
    name = scene.record.states.set_index("iso3").loc[scene.state, "short_name"]
    table = scene.measures.history(scene.state, scene.scope)
    context = scene.context(tell_events=bool(withdrew(table).any()))
    return timeline_chart.timeline(table, name, context, scene.layout, scene.theme)


def matrix(scene: Scene) -> Chart:
    """Every State by every text. Takes a regional group or some States, an order, and whether to leave out texts
    without a list."""
    states = scene.several("states", set(scene.record.states["iso3"]))
    cells = scene.measures.cells(scene.scope, states=states or None)
    if scene.flag("listed"):
        cells = cells[cells["coverage"].isin(NAMES_HELD)]
    group = scene.extra.get("group", "")
    if group:
        if group not in UN_GROUPS:
            raise ValueError(f"no regional group {group!r}; there are {', '.join(UN_GROUPS)}")
        cells = cells[cells["un_group"] == group]
    if cells.empty:
        raise ValueError("no list of sponsors is held of any text in this period")
    context = scene.context(tell_events=True)
    order = states or _order(cells, scene)
    made = matrix_chart.matrix(cells, context, order, "un_group", scene.layout, scene.theme)
    return scene.named(made, group, *states)


def _some_groups(scene: Scene, by_group: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The rows of the groups asked for (all where none are), and the names of those."""
    names = scene.several("groups", set(by_group["group"]))
    return (by_group[by_group["group"].isin(names)] if names else by_group), names


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


def _change(scene: Scene) -> Painting:
    before, after = scene.row(scene.since), scene.row(scene.text)
    return painting.change_painting(scene.changes, before, after)


def _status(scene: Scene) -> Painting:
    """Who sponsored a text; of a draft that is not adopted yet, who is named so far."""
    if scene.text in set(scene.record.drafts.get("resolution", ())):
        return draft_painting(progress(scene.record, scene.text))
    return painting.status_painting(scene.text_cells)


def _text_context(scene: Scene) -> Context:
    texts = [text for text in (scene.since, scene.text) if text]
    if scene.text in set(scene.record.drafts.get("resolution", ())):
        texts = [text for text in (progress(scene.record, scene.text).latest, scene.text) if text]
    return scene.context(texts, tell_events=True)


def painted_assembly(scene: Scene, painted: Painting, context: Context, *parts: str) -> Chart:
    """The tiles, painted; `parts`: what the file's name says they are about."""
    return scene.named(assembly_chart.assembly(painted, context, scene.layout, scene.theme), *parts)


def _map(scene: Scene, painted: Painting, context: Context, *parts: str) -> Chart:
    made = map_chart.worldmap(painted, scene.record.places, context, scene.layout, scene.theme)
    return scene.named(made, *parts)
